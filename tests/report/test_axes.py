import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import ExitKind, ExitRecord, Gender, Reason
from partyroll.period import PartialDate, Term
from partyroll.report.axes import Cross
from partyroll.report.kinds import TOTAL_COLUMN
from partyroll.report.opening import cell_names
from partyroll.report.term import TermReport, term_report
from report.cells import counted
from report.exits import TERM, A, B, C, members
from trials import trials

REMOVED, WITHDREW = ExitKind.REMOVED, ExitKind.WITHDREW


days = st.one_of(
    st.none(),
    st.dates(date(2019, 6, 1), date(2026, 6, 1)).map(PartialDate.of),
    st.integers(2019, 2026).map(PartialDate),
)
births = st.one_of(st.none(), st.integers(1930, 2005).map(PartialDate))
records = st.builds(
    ExitRecord,
    person_id=st.uuids().map(str),
    full_name=st.sampled_from(["Lê Ẩn", "Đỗ Ước", "Nguyễn Thị Yến"]),
    kind=st.sampled_from(ExitKind),
    unit_path=st.sampled_from([(), A, B, C, A[:1], ("Phường Y", "Chi bộ A")]),
    gender=st.sampled_from([None, *Gender]),
    birth_date=births,
    admission_date=births,
    probationary=st.sampled_from([None, True, False]),
    event_date=days,
    decision_date=days,
    occupation=st.sampled_from(["", "Nông dân", "thợ săn", "giáo viên", "giao vien"]),
    education_political=st.sampled_from(["", "Sơ cấp", "chưa", "?"]),
    ethnicity=st.sampled_from(["", "Kinh", "kinh", "Ê Đê"]),
    reasons=st.lists(st.sampled_from(Reason), max_size=3, unique=True).map(tuple),
)
terms = st.sampled_from([TERM, Term.parse("10/2020-10/2025"), Term.parse("2024")])


@trials(15, many=50)
@given(terms, st.lists(records, max_size=25))
def test_totals_by_any_axis_agree(term: Term, exits: list[ExitRecord]) -> None:
    report = term_report(term, exits, [])
    total = len(report.names)
    units = report.table("by_unit")

    assert sum(report.totals.values()) == total
    assert counted(report.table("by_kind"), "count") == total
    assert counted(report.table("by_kind_year"), "total") == total
    assert counted(report.table("by_age"), "total") == total
    assert counted(report.table("by_tenure"), "total") == total
    assert counted(report.table("by_gender"), "total") == total
    assert counted(report.table("reasons_removed"), "count") == report.totals[REMOVED]
    assert counted(report.table("reasons_withdrew"), "count") == report.totals[WITHDREW]
    assert sum(int(str(line[9])) for line in units.rows if line[1] == 1) == total


@trials(15, many=50)
@given(terms, st.lists(records, max_size=15, unique_by=lambda r: r.person_id), st.randoms())
def test_the_order_of_the_records_is_irrelevant(
    term: Term, exits: list[ExitRecord], shuffler: random.Random
) -> None:
    shuffled = list(exits)
    shuffler.shuffle(shuffled)

    assert term_report(term, shuffled, []) == term_report(term, exits, [])


@trials(10, many=30)
@given(st.lists(records, max_size=15))
def test_every_value_is_plain(exits: list[ExitRecord]) -> None:
    report = term_report(TERM, exits, [members(100, 2021)])

    kinds = {type(cell) for table in report.tables for line in table.rows for cell in line}
    assert kinds <= {int, float, str, type(None)}


@trials(25, many=100)
@given(terms, st.lists(records, max_size=25))
def test_behind_every_number_stand_as_many_people(term: Term, exits: list[ExitRecord]) -> None:
    report = term_report(term, exits, [])

    for found in report.crosses.values():
        shown = report.table(found.id)
        for label, line in zip(found.rows, shown.rows, strict=True):
            for one in found.columns:
                number = line[[column.key for column in shown.columns].index(one.code)]
                assert number == len(cell_names(report, f"{found.id}:{label.code}/{one.code}"))


@trials(25, many=100)
@given(terms, st.lists(records, max_size=25, unique_by=lambda r: r.person_id))
def test_the_cells_of_a_row_hold_together_whom_its_total_holds(
    term: Term, exits: list[ExitRecord]
) -> None:
    report = term_report(term, exits, [])

    for found in with_totals(report):
        for label in found.rows:
            parts = [
                record
                for column in found.columns
                if column != TOTAL_COLUMN
                for record in found.names(label.code, column.code)
            ]
            whole = found.names(label.code, "total")
            assert sorted(r.person_id for r in parts) == sorted(r.person_id for r in whole)


def with_totals(report: TermReport) -> list[Cross]:
    return [found for found in report.crosses.values() if TOTAL_COLUMN in found.columns]
