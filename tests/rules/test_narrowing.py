"""Who could be on a list: letters alone lose nobody whom the rule would list."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import BookMonth, Ground, RuleSettings
from partyroll.period import Month
from partyroll.rules.books import Basis
from partyroll.rules.letters import countable_letters, months_with
from partyroll.rules.narrowing import blank_speaks, could_be_listed
from rules.booklet import DUES, MEETINGS, dues, look, member, took_in
from trials import trials

YEAR = [Month(2024, number) for number in range(1, 13)]
ALL = frozenset(range(1, 13))
DEFAULT = RuleSettings()


def open_in(year: int, *numbers: int) -> set[Month]:
    return {Month(year, number) for number in numbers}


@pytest.mark.parametrize(
    ("months", "likely"),
    [
        ({DUES: open_in(2024, 5)}, False),
        ({DUES: open_in(2024, 5, 7)}, True),
        ({DUES: open_in(2024, 5), MEETINGS: open_in(2024, 5)}, False),
        ({DUES: open_in(2024, 5), MEETINGS: open_in(2024, 1)}, False),
        ({DUES: open_in(2024, 1) | open_in(2023, 12, 11)}, True),
        ({DUES: open_in(2024, 2) | open_in(2023, 12, 11)}, False),
        ({DUES: open_in(2024, 1) | open_in(2023, 12)}, False),
        ({DUES: open_in(2024, 1) | open_in(2023, 11, 10)}, False),
        ({DUES: open_in(2023, 1, 2, 3)}, False),
    ],
    ids=[
        "one month",
        "one below the rule",
        "one month on both grounds",
        "two months on both grounds",
        "over the turn of the year",
        "not up to the turn",
        "a short run over the turn",
        "December paid, so no run over the turn",
        "the year before alone",
    ],
)
def test_what_could_lead_to_a_list(
    months: Mapping[Ground, set[Month]], *, likely: bool
) -> None:
    assert could_be_listed(months, YEAR, DEFAULT) is likely


def test_months_on_both_grounds_are_counted_once() -> None:
    apart = {DUES: open_in(2024, 1), MEETINGS: open_in(2024, 3)}
    four = RuleSettings(months=4)

    assert could_be_listed(apart, YEAR, RuleSettings(months=2))
    assert could_be_listed(
        {DUES: open_in(2024, 1, 2), MEETINGS: open_in(2024, 3, 4)}, YEAR, four
    )
    assert not could_be_listed(
        {DUES: open_in(2024, 1, 2), MEETINGS: open_in(2024, 1, 2)}, YEAR, four
    )


def test_meetings_with_their_own_number_need_that_number() -> None:
    often = RuleSettings(meeting_reading="own_count", meeting_months=6)

    assert not could_be_listed({MEETINGS: open_in(2024, 1, 2, 3, 4)}, YEAR, often)
    assert could_be_listed({MEETINGS: open_in(2024, 1, 2, 3, 4, 5)}, YEAR, often)


def test_where_one_absence_is_enough_whoever_missed_one_meeting_could_be_listed() -> None:
    strict = RuleSettings(meeting_reading="own_count", meeting_months=1)

    assert could_be_listed({MEETINGS: open_in(2024, 5)}, YEAR, strict)


def test_a_run_of_absences_over_new_year_is_measured_by_the_number_for_meetings() -> None:
    run = {MEETINGS: open_in(2024, 1) | open_in(2023, 12, 11)}
    three = RuleSettings(months=6, meeting_reading="own_count", meeting_months=3)
    six = RuleSettings(months=3, meeting_reading="own_count", meeting_months=6)

    assert could_be_listed(run, YEAR, three)
    assert not could_be_listed(run, YEAR, six)


@pytest.mark.parametrize(
    ("ground", "reading", "letters"),
    [
        (DUES, DEFAULT, "UN."),
        (DUES, RuleSettings(infer_blank=False), "UN"),
        (DUES, RuleSettings(partial_payment="unpaid"), "UNP."),
        (MEETINGS, DEFAULT, "AE"),
        (MEETINGS, RuleSettings(infer_blank_meeting=True), "AE."),
        (MEETINGS, RuleSettings(trust_excused_mark=True), "A"),
    ],
)
def test_the_settings_say_which_letters_could_count(
    ground: Ground, reading: RuleSettings, letters: str
) -> None:
    assert countable_letters(ground, reading) == {*letters}


def test_a_blank_is_wanted_only_where_it_may_speak() -> None:
    wanted = frozenset("U.")

    assert months_with("U..PPPPPPPPP", tuple(range(1, 13)), wanted, frozenset({3})) == {1, 3}
    assert months_with("", (1, 2), wanted, frozenset({2})) == {2}


def test_blanks_speak_in_months_that_others_paid_in() -> None:
    row = dues(".PPPPPPPPPPP")
    few = {(row.book_id, 3): BookMonth(2, 10)}
    collections = {**took_in(9, 10, row, months=[1, 2]), **few}
    basis = Basis(collections, DEFAULT, date(2024, 12, 31))

    assert {n for n in range(1, 13) if blank_speaks(row, n, basis)} == {1, 2}


def test_nobody_without_an_open_month_could_be_listed() -> None:
    assert not could_be_listed({}, YEAR, DEFAULT)


letters = st.text("P.UNX", min_size=12, max_size=12)
readings = st.builds(
    RuleSettings,
    months=st.integers(1, 5),
    run=st.sampled_from(["any", "consecutive"]),
    infer_blank=st.booleans(),
    combine_grounds=st.booleans(),
)


@trials(60, many=200)
@given(letters, letters, readings)
def test_letters_alone_lose_nobody(before: str, now: str, reading: RuleSettings) -> None:
    rows = [dues(before, 2023), dues(now)]
    wanted = countable_letters(DUES, reading)
    months = {
        Month(row.year, number)
        for row in rows
        for number in months_with(row.letters, row.months, wanted, ALL)
    }
    finding = look(
        member(*rows),
        months=reading.months,
        run=reading.run,
        infer_blank=reading.infer_blank,
        combine_grounds=reading.combine_grounds,
    )

    assert finding is None or could_be_listed({DUES: months}, YEAR, reading)
