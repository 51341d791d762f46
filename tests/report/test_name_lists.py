from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import ExitKind, ExitRecord, Reason
from partyroll.report.name_lists import linked, name_lists
from partyroll.report.term import TermReport, term_report
from report.cells import column
from report.exits import TERM, B, left
from report.test_axes import records
from trials import trials

REMOVED, WITHDREW = ExitKind.REMOVED, ExitKind.WITHDREW


def opened_by(report: TermReport, table_id: str, row: int, key: str) -> list[str] | None:
    """The people of the rows to which one number links."""
    lists = name_lists(report)
    block = linked(report.table(table_id), report.crosses[table_id], lists).links.get(
        (row, key)
    )
    if block is None:
        return None
    tables = {one.table.id: one.table for one in lists}
    people = column(tables[block.table], "person_id")[block.first : block.last + 1]
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


def test_people_who_stand_nowhere_together_have_no_link() -> None:
    women = [replace(one, full_name=name) for one, name in zip(people(), "ABCD", strict=True)]
    both = term_report(TERM, [*women, left(REMOVED, "2021-05-10", person="e")], [])

    lists = name_lists(both)
    scattered = (both.names[0], both.names[-1])

    assert [one.block(scattered) for one in lists[:1]] == [None]


@trials(15, many=80)
@given(st.lists(records, max_size=20, unique_by=lambda record: record.person_id))
def test_a_link_never_leads_to_anybody_else(exits: list[ExitRecord]) -> None:
    report = term_report(TERM, exits, [])
    lists = name_lists(report)
    tables = {one.table.id: one.table for one in lists}

    for found in report.crosses.values():
        for (row, key), block in linked(report.table(found.id), found, lists).links.items():
            listed = column(tables[block.table], "person_id")[block.first : block.last + 1]
            counted = found.names(found.rows[row].code, key)
            assert sorted(map(str, listed)) == sorted(one.person_id for one in counted)
