"""This term beside the one before, and declared totals beside listed names."""

from datetime import date

import pytest

from partyroll.model import DeclaredTotal, ExitKind
from partyroll.period import Term
from partyroll.report.context import Context, in_context
from partyroll.report.term import TermReport, term_report
from report.cells import column, row
from report.exits import A, B, left, many, members

REMOVED, WITHDREW, DIED = ExitKind.REMOVED, ExitKind.WITHDREW, ExitKind.DIED
NOW, BEFORE = Term.parse("2021-2025"), Term.parse("2016-2020")
PROVINCE = A[:1]


def stated(
    what: str, number: int, years: str = "2016-2020", unit: tuple[str, ...] = PROVINCE
) -> DeclaredTotal:
    term = Term.parse(years)
    return DeclaredTotal(unit, what, term.start, term.end, number)


def reported(beside: Context, term: Term = NOW) -> TermReport:
    return in_context(term_report(term, beside.exits, beside.heads), beside)


def test_the_ledgers_own_exits_speak_of_the_term_before() -> None:
    exits = (*many(4, REMOVED, "2018-05-05"), *many(5, REMOVED, "2022-05-05"))

    table = reported(Context(BEFORE, exits)).table("comparison")

    assert row(table, "Xóa tên") == row(table, "Xóa tên") | {
        "before": 4,
        "count": 5,
        "difference": 1,
        "change": 25.0,
        "basis": "ledger",
    }
    assert row(table, "Xin ra khỏi Đảng")["change"] is None  # from nothing
    assert row(table, "Tổng số")["before"] == 4


def test_declared_totals_speak_where_the_ledger_has_no_exits_of_the_term_before() -> None:
    beside = Context(
        BEFORE, tuple(many(5, REMOVED, "2022-05-05")), totals=(stated("REMOVED", 10),)
    )

    table = reported(beside).table("comparison")

    assert (row(table, "Xóa tên")["change"], row(table, "Xóa tên")["basis"]) == (
        -50.0,
        "declared",
    )
    assert row(table, "Tổng số")["before"] is None  # nobody stated how many died or moved


def test_a_paper_that_states_more_than_the_ledger_names_is_the_fuller_and_that_is_said() -> (
    None
):
    exits = (*many(3, REMOVED, "2018-05-05"), *many(5, REMOVED, "2022-05-05"))

    report = reported(Context(BEFORE, exits, totals=(stated("REMOVED", 10),)))

    assert row(report.table("comparison"), "Xóa tên")["before"] == 10
    assert (
        "Kỳ trước, xóa tên: số đã báo cáo 10, sổ chỉ có tên 3; so với số đã báo cáo."
        in report.checks
    )


def test_names_known_to_be_incomplete_speak_of_no_other_kind() -> None:
    """Three deaths of 2020 in the ledger are not the deaths of the term."""
    exits = (*many(3, REMOVED, "2018-05-05"), *many(2, ExitKind.DIED, "2018-05-05"))

    table = reported(Context(BEFORE, exits, totals=(stated("REMOVED", 10),))).table(
        "comparison"
    )

    assert row(table, "Xóa tên")["before"] == 10
    assert row(table, "Từ trần")["before"] is None
    assert row(table, "Tổng số")["before"] is None


def test_years_that_follow_each_other_make_the_term_before() -> None:
    years = [stated("REMOVED", 2, str(year)) for year in range(2016, 2021)]
    gap = [one for one in years if one.start.year != 2018]

    whole = reported(Context(BEFORE, totals=tuple(years))).table("comparison")
    broken = reported(Context(BEFORE, totals=tuple(gap))).table("comparison")

    assert row(whole, "Xóa tên")["before"] == 10
    assert broken.rows == ()


def test_units_are_added_up_where_nothing_is_stated_above_them() -> None:
    both = (stated("REMOVED", 3, unit=A), stated("REMOVED", 4, unit=B))
    above = (*both, stated("REMOVED", 9))

    parts = reported(Context(BEFORE, totals=both)).table("comparison")
    whole = reported(Context(BEFORE, totals=above)).table("comparison")

    assert row(parts, "Xóa tên")["before"] == 7
    assert row(whole, "Xóa tên")["before"] == 9


def test_a_term_named_by_congresses_finds_what_papers_state_of_its_years() -> None:
    before = Term(date(2015, 10, 20), date(2020, 10, 13), "2015-2020", congress=True)

    beside = Context(before, totals=(stated("REMOVED", 6, "2015-2020"),))

    assert row(reported(beside).table("comparison"), "Xóa tên")["before"] == 6


def test_rates_stand_beside_where_members_are_known_in_both_terms() -> None:
    exits = (*many(4, REMOVED, "2018-05-05"), *many(5, REMOVED, "2022-05-05"))
    heads = (members(1000, 2018), members(500, 2022))

    table = reported(Context(BEFORE, exits, heads)).table("comparison")

    assert (row(table, "Xóa tên")["rate_before"], row(table, "Xóa tên")["rate"]) == (4.0, 10.0)


def test_years_of_the_term_before_without_any_exit_are_named() -> None:
    exits = tuple(many(4, REMOVED, "2020-05-05"))

    report = reported(Context(BEFORE, exits))

    (told,) = report.checks
    assert told == (
        "Kỳ trước: sổ không có trường hợp nào của năm 2016, 2017, 2018, 2019; số so sánh có"
        " thể chưa đủ."
    )


def test_without_anything_of_the_term_before_nothing_is_compared() -> None:
    exits = tuple(many(4, REMOVED, "2022-05-05"))

    silent = reported(Context(BEFORE, exits))
    asked = reported(Context(BEFORE, exits, asked=True))

    assert silent.table("comparison").rows == ()
    assert silent.checks == ()
    assert asked.checks[0].startswith("Chưa so được với kỳ trước (01/01/2016 đến 31/12/2020)")


def test_declared_numbers_stand_beside_the_names_of_their_unit_and_days() -> None:
    exits = (
        *many(2, REMOVED, "2022-05-05", unit=A),
        *many(1, REMOVED, "2022-06-05", unit=B),
        *many(1, REMOVED, "2023-06-05", unit=B),
        left(DIED, "2022-01-01"),
        left(REMOVED, "2022", unit=B),
    )
    totals = (
        stated("REMOVED", 6, "2022"),
        stated("REMOVED", 2, "2022", A),
        stated("DIED", 0, "2022"),
        stated("REMOVED", 9, "2016-2020"),
        stated("ADMITTED", 5, "2022"),
    )

    report = reported(Context(BEFORE, exits, totals=totals))

    table = report.table("declared_listed")
    assert column(table, "declared") == [0, 6, 2]
    assert column(table, "listed") == [1, 4, 2]
    assert column(table, "period") == ["năm 2022"] * 3
    assert report.checks[:2] == (
        "Phường X, năm 2022, từ trần: khai 0, có tên 1, thừa 1.",
        "Phường X, năm 2022, xóa tên: khai 6, có tên 4, thiếu 2.",
    )


def test_many_differences_are_counted_and_stand_in_the_table() -> None:
    totals = tuple(stated("REMOVED", 1, "2022", ("Phường X", f"Chi bộ {n}")) for n in range(14))

    report = reported(Context(BEFORE, totals=totals))

    assert len(report.table("declared_listed").rows) == 14
    assert report.checks[10].startswith("Còn 4 chỗ số đã báo cáo khác số có tên")


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ("2022", "năm 2022"),
        ("2021-2023", "2021-2023"),
        ("10/2021-9/2023", "10/2021-9/2023"),
        ("14/10/2021-30/9/2023", "14/10/2021-30/09/2023"),
    ],
)
def test_days_are_said_as_people_say_them(years: str, words: str) -> None:
    report = reported(Context(BEFORE, totals=(stated("REMOVED", 1, years),)))

    assert column(report.table("declared_listed"), "period") == [words]
