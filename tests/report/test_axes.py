import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import ExitKind, ExitRecord, Gender, Reason
from partyroll.period import PartialDate, Term
from partyroll.report.term import term_report
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
