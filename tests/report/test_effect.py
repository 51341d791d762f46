"""What was done for members, and exits before and after: numbers, no verdict."""

from datetime import date

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from partyroll.model import (
    ExitKind,
    ExitRecord,
    Headcount,
    HelpGiven,
    Need,
    SupportMeasure,
    SupportOutcome,
)
from partyroll.period import PartialDate, Term
from partyroll.report.effect import (
    NOT_A_CAUSE,
    BeforeAfter,
    before_and_after,
    effect_table,
    effect_tables,
    measures_by_unit,
    measures_by_year,
    measures_table,
    undated_help,
)
from partyroll.report.reading import lines

TERM = Term.parse("2020-2025")
COMMUNE, CELL = "Đảng bộ xã Mẫu", "Chi bộ 1"


def help_in(
    on: str | None,
    *,
    person: str = "P1",
    unit: str = "C1",
    measure: SupportMeasure = SupportMeasure.GIFT,
    amount: int | None = None,
    outcome: SupportOutcome | None = None,
) -> HelpGiven:
    return HelpGiven(
        person,
        Need.HARDSHIP,
        measure,
        PartialDate.parse(on) if on else None,
        amount,
        outcome,
        (COMMUNE, f"Chi bộ {unit[-1]}"),
        ("D", unit),
    )


def exit_in(year: int, *, unit: str = "C1", kind: ExitKind = ExitKind.REMOVED) -> ExitRecord:
    return ExitRecord(
        f"X{year}", "Lò Văn Thử", kind, decision_date=PartialDate(year, 5, 1), units=("D", unit)
    )


def compared(
    *exits: ExitRecord, given: tuple[HelpGiven, ...] = (), term: Term = TERM
) -> list[tuple[int, int, int]]:
    found = before_and_after(term, given or (help_in("2022-03"),), exits, ())
    return [(one.years, one.before, one.after) for one in found]


# --- What was done ------------------------------------------------------------------------
def test_measures_are_counted_by_kind_with_people_sums_and_outcomes() -> None:
    given = (
        help_in("2024-01", amount=500_000, outcome=SupportOutcome.BETTER),
        help_in("2024-05", amount=300_000),
        help_in("2024-06", person="P2", measure=SupportMeasure.VISIT),
    )

    rows = list(lines(measures_table(given)))

    told = [
        (r["measure"], r["count"], r["people"], r["amount"], r["BETTER"], r["unknown"])
        for r in rows
    ]
    assert told == [
        ("Thăm hỏi, động viên", 1, 1, None, 0, 1),
        ("Tặng quà, hỗ trợ tiền", 2, 1, 800_000, 1, 1),
        ("Cộng", 3, 2, 800_000, 1, 2),
    ]


def test_measures_by_year_keep_those_without_a_day_last() -> None:
    given = (help_in(None), help_in("2024"), help_in("2023-02"))

    assert [r["group"] for r in lines(measures_by_year(given))] == [
        "2023",
        "2024",
        "(không ghi ngày)",
        "Cộng",
    ]


def test_measures_by_unit_stand_in_the_order_of_units() -> None:
    given = (help_in("2024", unit="C2"), help_in("2024"), help_in("2023"))

    found = [(r["group"], r["count"]) for r in lines(measures_by_unit(given))]

    assert found == [
        (f"{COMMUNE} › Chi bộ 1", 2),
        (f"{COMMUNE} › Chi bộ 2", 1),
        ("Cộng", 3),
    ]


# --- Before and after ---------------------------------------------------------------------
def test_equally_many_whole_years_stand_on_both_sides() -> None:
    exits = [exit_in(year) for year in (2019, 2020, 2021, 2022, 2023, 2025)]

    # First measure 2022: three years on both sides, 2022 on neither.
    assert compared(*exits) == [(3, 3, 2)]


def test_years_that_the_ledger_does_not_reach_are_no_zeroes() -> None:
    assert compared(exit_in(2021), exit_in(2023)) == [(1, 1, 1)]
    assert compared(exit_in(2022), exit_in(2023)) == [(0, 0, 0)]


def test_a_year_that_has_not_ended_is_not_counted() -> None:
    cut = TERM.until(date(2025, 6, 30))

    exits = (exit_in(2018), exit_in(2023), exit_in(2025))

    assert compared(*exits, term=cut) == [(2, 0, 1)]


def test_only_removals_and_withdrawals_of_the_unit_count() -> None:
    exits = (
        exit_in(2021, kind=ExitKind.WITHDREW),
        exit_in(2021, kind=ExitKind.DIED),
        exit_in(2021, unit="C2"),
        exit_in(2023, kind=ExitKind.OUT),
    )

    assert compared(*exits) == [(1, 1, 0)]


def test_the_first_measure_may_lie_before_the_term() -> None:
    given = (help_in("2018"), help_in("2023"))

    found = before_and_after(TERM, given, [exit_in(2016), exit_in(2019)], ())

    assert [(one.first_year, one.measures, one.years) for one in found] == [(2018, 1, 2)]


def test_a_unit_without_help_in_the_term_is_not_named() -> None:
    given = (help_in("2018"), help_in("2026", unit="C2"), help_in(None, unit="C3"))

    assert before_and_after(TERM, given, [exit_in(2016)], ()) == ()


def test_the_last_declared_members_stand_beside_the_numbers() -> None:
    heads = [
        Headcount((), year, number, units=("D", "C1"))
        for year, number in ((2021, 30), (2024, 25), (2026, 9))
    ]

    (one,) = before_and_after(TERM, (help_in("2022"),), [exit_in(2016)], heads)

    assert one.members == 25


def test_the_words_say_what_the_numbers_do_not() -> None:
    table = effect_table(before_and_after(TERM, (help_in("2022"),), [exit_in(2016)], ()))

    assert table.notes == NOT_A_CAUSE
    assert "không cho biết biện pháp là nguyên nhân" in table.notes[0]


def test_a_unit_that_cannot_be_compared_is_left_blank_and_counted() -> None:
    table = effect_table(before_and_after(TERM, (help_in("2025"),), [exit_in(2016)], ()))

    (row,) = lines(table)
    assert (row["years"], row["before"], row["after"]) == (None, None, None)
    assert table.notes[-1].startswith("1 đơn vị chưa có đủ năm")


def test_without_help_in_the_term_there_is_no_chapter() -> None:
    assert effect_tables(TERM, (), [exit_in(2021)], ()) == ()
    assert effect_tables(TERM, (help_in("2018"), help_in(None)), [exit_in(2021)], ()) == ()


def test_help_without_a_day_is_told() -> None:
    assert undated_help([help_in("2024")]) == ()
    assert undated_help([help_in(None), help_in(None)]) == (
        "2 việc giúp đỡ không ghi ngày: không tính vào kỳ nào.",
    )


# --- Whatever is known --------------------------------------------------------------------
GIVEN = st.lists(
    st.builds(
        help_in,
        st.sampled_from([None, "2018", "2021-02", "2022-03-04", "2024", "2025"]),
        person=st.sampled_from(["P1", "P2", "P3"]),
        unit=st.sampled_from(["C1", "C2"]),
        measure=st.sampled_from(SupportMeasure),
        outcome=st.one_of(st.none(), st.sampled_from(SupportOutcome)),
    ),
    max_size=12,
)
EXITS = st.lists(
    st.builds(exit_in, st.integers(2014, 2026), unit=st.sampled_from(["C1", "C2"])), max_size=12
)


@drawn(given=GIVEN)
def test_every_table_adds_up_to_the_same_number(given: list[HelpGiven]) -> None:
    tables = (measures_table(given), measures_by_year(given), measures_by_unit(given))

    counts = {sum(int(str(r["count"])) for r in [*lines(one)][:-1]) for one in tables}
    assert counts == {len(given)}


@drawn(given=GIVEN, exits=EXITS)
def test_the_sides_are_equally_long_and_count_no_exit_twice(
    given: list[HelpGiven], exits: list[ExitRecord]
) -> None:
    found = before_and_after(TERM, given, exits, ())

    assert all(_fits(one, exits) for one in found)


def _fits(one: BeforeAfter, exits: list[ExitRecord]) -> bool:
    own = sum(one.unit in record.units for record in exits)
    inside = one.first_year + one.years <= TERM.end.year
    return 0 <= one.before + one.after <= own and one.years <= 5 and (inside or not one.years)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_what_was_given_changes_nothing(order: int) -> None:
    given = (help_in("2022"), help_in("2021", unit="C2"), help_in("2023"))[::order]

    found = before_and_after(TERM, given, [exit_in(2019)], ())

    assert [(one.unit, one.first_year) for one in found] == [("C1", 2022), ("C2", 2021)]
