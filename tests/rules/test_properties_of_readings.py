"""What holds under every reading of the rule, and what removing anything may do."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import Finding, Ground, Letter, MonthFact, Permission, RuleSettings, State
from partyroll.rules.variants import variants
from rules.test_properties import (
    DUES_NOW,
    MEETINGS_NOW,
    SEVERITY,
    Person,
    cells,
    days,
    findings,
    grounds,
    judged,
    months,
    often,
    permissions,
    severities,
    some_rows,
)

readings = st.sampled_from([one.settings for one in variants(RuleSettings())])
_COUNTABLE = frozenset({Letter.UNPAID, Letter.NOTED, Letter.ABSENT, Letter.EXCUSED})


@often
@given(cells, days, months, readings)
def test_paying_never_raises_under_any_reading(
    cell: list[Person], day: date, month: int, reading: RuleSettings
) -> None:
    paid = [cell[0].says(DUES_NOW, month, "P"), *cell[1:]]

    assert severities(paid, day, reading)[0] <= severities(cell, day, reading)[0]


@often
@given(cells, days, months, grounds, readings)
def test_excusing_never_raises_under_any_reading(
    cell: list[Person], day: date, month: int, ground: Ground, reading: RuleSettings
) -> None:
    accepted = judged(ground, month, 1, accepted=True)
    excused = [replace(cell[0], excuses=(*cell[0].excuses, accepted)), *cell[1:]]

    assert severities(excused, day, reading)[0] <= severities(cell, day, reading)[0]


@often
@given(cells, days, permissions, readings)
def test_a_paper_never_raises_under_any_reading(
    cell: list[Person], day: date, paper: Permission, reading: RuleSettings
) -> None:
    exempt = [replace(cell[0], permissions=(*cell[0].permissions, paper)), *cell[1:]]

    assert severities(exempt, day, reading)[0] <= severities(cell, day, reading)[0]


@often
@given(cells, days, months, st.sampled_from([(DUES_NOW, "U"), (MEETINGS_NOW, "A")]), readings)
def test_a_stated_month_never_lowers_under_any_reading(
    cell: list[Person], day: date, month: int, stated: tuple[int, str], reading: RuleSettings
) -> None:
    row, letter = stated
    unpaid = [cell[0].says(row, month, letter), *cell[1:]]

    assert severities(unpaid, day, reading)[0] >= severities(cell, day, reading)[0]


@often
@given(cells, days)
def test_whom_a_run_puts_on_review_scattered_months_put_there_too(
    cell: list[Person], day: date
) -> None:
    runs = severities(cell, day, RuleSettings(run="consecutive"))
    any_months = severities(cell, day)
    review = SEVERITY["review"]

    assert all(
        scattered == review
        for run, scattered in zip(runs, any_months, strict=True)
        if run == review
    )


@often
@given(cells, days, readings)
def test_whoever_is_listed_stands_on_the_strongest_list_alone(
    cell: list[Person], day: date, reading: RuleSettings
) -> None:
    plain = [
        max((count.plain for count in found.grounds), default=0)
        for found in findings(cell, day, reading)
        if found and found.list != "review" and reading.meeting_reading == "three_months"
    ]

    assert all(count < reading.months for count in plain)


def counted(found: Finding | None) -> set[tuple[Ground, object]]:
    return {(fact.ground, fact.month) for fact in found.months} if found else set()


def cells_of(person: Person, fact: MonthFact) -> set[str]:
    """What the cells of a month still say."""
    row = 2 * (fact.ground is Ground.SKIP_MEETINGS) + fact.month.year - 2023
    letters = person.rows[row] or ""
    each = len(letters) // 12
    return set(letters[(fact.month.number - 1) * each : fact.month.number * each])


@often
@given(cells, days, some_rows, st.lists(st.tuples(st.integers(0, 4), months), max_size=8))
def test_a_month_that_counts_after_a_removal_is_inferred_or_stands_in_the_file(
    cell: list[Person], day: date, row: int, removed: list[tuple[int, int]]
) -> None:
    emptied = list(cell)
    for who, month in removed:
        place = who % len(cell)
        emptied[place] = emptied[place].says(row, month, ".")
    before, after = findings(cell, day), findings(emptied, day)
    new = [
        (person, fact)
        for person, early, late in zip(emptied, before, after, strict=True)
        for fact in (late.months if late else ())
        if (fact.ground, fact.month) not in counted(early)
    ]

    assert all(
        fact.state is State.UNPAID_INFERRED or _COUNTABLE & cells_of(person, fact)
        for person, fact in new
    )
