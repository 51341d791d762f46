from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import Block, CellValue, ExitKind, ExitRecord, Reason
from partyroll.report.name_lists import NamedTables, with_names
from partyroll.report.term import TermReport, term_report
from report.cells import column
from report.exits import TERM, B, left
from report.test_axes import records
from trials import trials

REMOVED, WITHDREW = ExitKind.REMOVED, ExitKind.WITHDREW


def opened_by(report: TermReport, table_id: str, row: int, key: str) -> list[str] | None:
    """The people of the rows to which one number links."""
    named = with_names(report, report.tables)
    block = named.tables[table_id].links.get((row, key))
    return None if block is None else people_of(block, named)


def people_of(block: Block, named: NamedTables) -> list[str]:
    table = next(one for sheet in named.sheets for one in sheet.tables if one.id == block.table)
    people = column(table, "person_id")[block.first : block.last + 1]
    return [str(person) for person in people]


def people() -> list[ExitRecord]:
    return [
        left(REMOVED, "2021-05-10", Reason.SKIP_MEETINGS, person="a", born="1990"),
        left(WITHDREW, "2021-06-10", Reason.FAR_WORK, person="b", born="1990"),
        left(REMOVED, "2022-05-10", Reason.SKIP_MEETINGS, person="c", born="1960", unit=B),
        left(REMOVED, None, person="d"),
    ]


def test_a_number_links_to_the_rows_of_its_people() -> None:
    report = term_report(TERM, people(), [])

    assert sorted(opened_by(report, "by_kind", 0, "count") or []) == ["a", "c"]
    assert sorted(opened_by(report, "by_kind_year", 1, "total") or []) == ["a", "b"]
    assert opened_by(report, "by_unit", 2, "total") == ["c"]
    assert sorted(opened_by(report, "by_unit", 0, "REMOVED") or []) == ["a", "c"]


def test_those_outside_the_total_are_linked_to_their_own_list() -> None:
    report = term_report(TERM, people(), [])

    assert opened_by(report, "by_kind", len(report.table("by_kind").rows) - 1, "count") == ["d"]


def test_a_number_whose_people_stand_apart_in_the_list_opens_too() -> None:
    report = term_report(TERM, people(), [])

    assert opened_by(report, "by_mention", 0, "total") == ["a", "c"]
    assert opened_by(report, "by_mention", 1, "total") == ["b"]


def test_who_is_counted_twice_is_named_twice() -> None:
    both = left(REMOVED, "2021-05-10", Reason.SKIP_MEETINGS, Reason.UNPAID_DUES, person="a")
    report = term_report(TERM, [both], [])

    last = len(report.table("by_mention").rows) - 1
    assert opened_by(report, "by_mention", last, "REMOVED") == ["a", "a"]


def test_the_rows_behind_a_number_say_which_number_it_is() -> None:
    report = term_report(TERM, people(), [])

    named = with_names(report, report.tables)
    block = named.tables["by_reason"].links[1, "WITHDREW"]
    behind = named.sheets[1].tables[0]
    keys = [column.key for column in behind.columns]
    row = dict(zip(keys, behind.rows[block.first], strict=True))
    assert (row["number"], row["table"], row["column"], row["kind"]) == (
        1,
        "Đảng viên giảm theo lý do chính",
        "Xin ra khỏi Đảng",
        "Xin ra khỏi Đảng",
    )


def test_years_in_two_tables_lead_to_the_same_people() -> None:
    report = term_report(TERM, people(), [])
    repeated = replace(
        report.table("by_kind_year"), id="admissions", links={}, rows=admissions_rows()
    )

    named = with_names(report, (*report.tables, repeated))

    years = named.tables["by_kind_year"].links
    assert named.tables["admissions"].links[0, "REMOVED"] == years[1, "REMOVED"]


def admissions_rows() -> tuple[tuple[CellValue, ...], ...]:
    year = term_report(TERM, people(), []).table("by_kind_year").rows[1]
    return (year,)


def test_a_number_that_rests_on_a_paper_names_nobody() -> None:
    report = term_report(TERM, people(), [])
    by_kind = report.table("by_kind")
    more = tuple((row[0], 7, *row[2:]) for row in by_kind.rows)

    named = with_names(report, [replace(by_kind, rows=more)])

    assert named.tables["by_kind"].links == {}


def test_what_is_published_has_no_names() -> None:
    report = replace(term_report(TERM, people(), []), published=True)

    named = with_names(report, report.tables)

    assert named.sheets == ()
    assert not any(table.links for table in named.tables.values())


def test_where_the_names_are_too_many_for_a_workbook_the_first_tables_have_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("partyroll.report.name_lists._MOST", 3)
    report = term_report(TERM, people(), [])

    named = with_names(report, report.tables)

    assert len(named.sheets[1].tables[0].rows) == 3
    assert len(named.tables["by_kind"].links) == 4
    assert (1, "WITHDREW") not in named.tables["by_gender"].links


@trials(15, many=80)
@given(st.lists(records, max_size=20, unique_by=lambda record: record.person_id))
def test_every_number_leads_to_those_whom_it_counts(exits: list[ExitRecord]) -> None:
    report = term_report(TERM, exits, [])
    named = with_names(report, report.tables)

    for found in report.crosses.values():
        links = named.tables[found.id].links
        cells = {
            (number, one.code): found.names(row.code, one.code)
            for number, row in enumerate(found.rows)
            for one in found.columns
            if found.count(row.code, one.code)
        }
        led = {place: sorted(people_of(block, named)) for place, block in links.items()}
        assert led == {
            place: sorted(one.person_id for one in counted) for place, counted in cells.items()
        }
