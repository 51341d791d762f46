"""Where members away stand: what lists and papers say, and what is computed from it."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.messages import AWAY_PART, AWAY_STATE
from partyroll.model import (
    AwayPart,
    AwayStanding,
    AwayState,
    AwayTurn,
    Permission,
    PermissionKind,
    Person,
    Stay,
    StayAway,
    TransferLeg,
)
from partyroll.period import PartialDate
from partyroll.rules.away import MAY_FOLLOW, after, standing, turns_of
from partyroll.rules.watched import Watched

S = AwayState
AS_OF = date(2026, 11, 23)
HOSTS = {"t": "Chi bộ Khu công nghiệp"}


def away(since: str | None = "2026-01", **said: object) -> StayAway:
    stated = {key: PartialDate.parse(str(value)) for key, value in said.items() if key in DATED}
    rest = {key: value for key, value in said.items() if key not in DATED}
    begun = PartialDate.parse(since) if since else None
    return StayAway("Đồng Nai", begun, **stated, **rest)  # type: ignore[arg-type]  # as written


DATED = {"end", "returned_on", "confirmed_on", "contacted_on"}


def leave(start: str, end: str | None) -> Permission:
    last = PartialDate.parse(end) if end else None
    return Permission(PermissionKind.TEMP_EXEMPT, PartialDate.parse(start), last, "7-NQ/CB")


def stay(start: str, end: str | None = None) -> Stay:
    last = date.fromisoformat(end) if end else None
    return Stay("t", date.fromisoformat(start), last, temporary=True, paper="12-GGT")


def leg(on: str, *, out: bool, temporary: bool = True) -> TransferLeg:
    return TransferLeg(on, out, temporary, PartialDate.parse(on), place="Bình Dương")


def now(
    *lists: StayAway,
    permissions: tuple[Permission, ...] = (),
    stays: tuple[Stay, ...] = (),
    legs: tuple[TransferLeg, ...] = (),
    as_of: date = AS_OF,
) -> AwayStanding:
    who = Person("p1", "Lò Văn An", permissions=permissions, stays=stays, legs=legs)
    return standing(turns_of(Watched(who, None, lists, HOSTS), as_of), as_of)


def test_every_state_and_part_has_its_words() -> None:
    assert set(AWAY_STATE) == {*AwayState}
    assert set(AWAY_PART) == {*AwayPart}


# --- From home to elsewhere and back ------------------------------------------------------
def test_of_whom_nothing_is_said_is_at_home() -> None:
    assert now() == AwayStanding(S.AT_HOME)


def test_a_list_alone_reports_somebody_away() -> None:
    found = now(away("2026-01"))

    assert (found.state, found.place, found.since) == (
        S.AWAY_REPORTED,
        "Đồng Nai",
        PartialDate(2026, 1),
    )


def test_a_leave_from_meetings_is_more_than_a_report() -> None:
    found = now(away("2026-01"), permissions=(leave("2026-02-01", "2027-01-31"),))

    assert (found.state, found.until, found.paper) == (
        S.TEMP_EXEMPT,
        date(2027, 1, 31),
        "7-NQ/CB",
    )
    assert (found.since, found.place) == (PartialDate(2026, 1), "Đồng Nai")


def test_a_stay_elsewhere_names_its_destination_and_its_last_day() -> None:
    found = now(stays=(stay("2026-03-01", "2026-12-01"),))

    assert (found.state, found.place, found.until) == (
        S.TEMP_TRANSFER,
        "Chi bộ Khu công nghiệp",
        date(2026, 11, 30),
    )


def test_a_list_that_says_transferred_speaks_of_a_temporary_one() -> None:
    assert now(away(transferred=True)).state is S.TEMP_TRANSFER


def test_a_report_takes_no_paper_back() -> None:
    found = now(away("2026-06"), stays=(stay("2026-03-01"),))

    assert found.state is S.TEMP_TRANSFER


def test_what_the_destination_confirmed_is_confirmed() -> None:
    assert now(away(transferred=True, confirmed_on="2026-04-01")).state is S.CONFIRMED_BY_DEST


def test_who_came_back_has_returned() -> None:
    assert now(away(returned_on="2026-10-01")).state is S.RETURNED


def test_a_return_still_to_come_is_no_return() -> None:
    assert now(away(returned_on="2026-12-01")).state is S.AWAY_REPORTED


def test_who_leaves_again_is_away_again() -> None:
    found = now(away("2025-01", returned_on="2025-06-01"), away("2026-02"))

    assert (found.state, found.since) == (S.AWAY_REPORTED, PartialDate(2026, 2))


def test_a_time_away_of_which_no_beginning_is_known_goes_on_now() -> None:
    found = now(away("2024-01", returned_on="2024-06-01"), away(None))

    assert (found.state, found.since) == (S.AWAY_REPORTED, None)


def test_a_paper_of_return_brings_somebody_home() -> None:
    legs = (leg("2026-01-05", out=True), leg("2026-09-05", out=False))

    assert now(legs=legs).state is S.RETURNED


def test_a_guest_who_came_for_a_time_is_not_away() -> None:
    assert now(legs=(leg("2026-01-05", out=False),)).state is S.AT_HOME


def test_a_guest_who_came_twice_brings_nobody_home() -> None:
    legs = (leg("2026-02-05", out=False), leg("2026-03-05", out=False))

    assert now(away("2026-01"), legs=legs).state is S.AWAY_REPORTED


def test_who_left_and_came_back_on_one_day_is_back() -> None:
    assert now(away("2026-02-01", returned_on="2026-02-01")).state is S.RETURNED


def test_a_return_from_a_time_of_which_no_beginning_is_known_is_a_return() -> None:
    assert now(away(None, returned_on="2026-10-01")).state is S.RETURNED


def test_a_confirmation_dated_before_the_list_has_them_away_is_one() -> None:
    listed = away("2026-03", confirmed_on="2026-02-01")

    assert now(listed).state is S.CONFIRMED_BY_DEST


def test_of_papers_that_begin_nobody_knows_when_the_longest_counts_in_either_order() -> None:
    short = Stay("t", None, date(2026, 7, 1), temporary=True, paper="15-GGT")
    long = Stay("t", None, date(2027, 1, 1), temporary=True, paper="12-GGT")

    for_each_order = [now(stays=order) for order in [(short, long), (long, short)]]

    assert [(one.state, one.until) for one in for_each_order] == [
        (S.TEMP_TRANSFER, date(2026, 12, 31))
    ] * 2


def test_a_report_on_the_last_day_of_a_paper_takes_it_not_back() -> None:
    found = now(
        away("2026-04-30"),
        stays=(stay("2026-01-01", "2026-05-01"),),
        as_of=date(2026, 4, 30),
    )

    assert found.state is S.TEMP_TRANSFER


# --- Official transfer --------------------------------------------------------------------
def test_who_is_introduced_officially_is_on_the_way_until_the_clock_runs_out() -> None:
    letter = leg("2025-10-06", out=True, temporary=False)

    found = now(legs=(letter,), as_of=date(2025, 10, 20))

    assert (found.state, found.until) == (S.OFFICIAL_TRANSFER, date(2025, 11, 17))
    assert found.in_transit


def test_a_letter_that_ran_out_is_overdue_and_still_in_transit() -> None:
    letter = leg("2025-10-06", out=True, temporary=False)

    late = now(legs=(letter,), as_of=date(2025, 11, 18))

    assert (late.state, late.before, late.in_transit) == (
        S.OVERDUE,
        S.OFFICIAL_TRANSFER,
        True,
    )


def test_a_letter_known_by_its_month_starts_no_clock() -> None:
    found = now(legs=(leg("2025-10", out=True, temporary=False),))

    assert (found.state, found.until) == (S.OFFICIAL_TRANSFER, None)


# --- Time that runs out -------------------------------------------------------------------
@pytest.mark.parametrize(
    ("as_of", "state"),
    [(date(2026, 10, 31), S.TEMP_EXEMPT), (date(2026, 11, 1), S.OVERDUE)],
)
def test_a_paper_holds_on_its_last_day_and_runs_out_on_the_next(
    as_of: date, state: AwayState
) -> None:
    assert now(permissions=(leave("2026-02-01", "2026-10-31"),), as_of=as_of).state is state


def test_who_is_overdue_may_still_come_back() -> None:
    late = (leave("2026-02-01", "2026-06-30"),)

    assert now(away("2026-02", returned_on="2026-11-01"), permissions=late).state is S.RETURNED


def test_who_is_overdue_may_still_be_confirmed() -> None:
    listed = away("2026-02", end="2026-06", confirmed_on="2026-11-01")

    assert now(listed).state is S.CONFIRMED_BY_DEST


def test_a_new_report_after_an_old_paper_begins_anew() -> None:
    found = now(away("2026-05"), stays=(stay("2023-01-01", "2023-10-01"),))

    assert (found.state, found.since, found.place) == (
        S.AWAY_REPORTED,
        PartialDate(2026, 5),
        "Đồng Nai",
    )


def test_a_second_word_without_an_end_takes_no_end_back() -> None:
    found = now(stays=(stay("2026-03-01", "2026-12-01"),), legs=(leg("2026-03-02", out=True),))

    assert (found.state, found.until) == (S.TEMP_TRANSFER, date(2026, 11, 30))


# --- The machine itself -------------------------------------------------------------------
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
TURNS = st.builds(
    lambda state, on, until: AwayTurn(state, on, PartialDate.of(on), "Nơi ấy", until),
    st.sampled_from(sorted(MAY_FOLLOW.keys() - {S.AT_HOME})),
    DAYS,
    st.one_of(st.none(), DAYS),
)


@given(turns=st.lists(TURNS, max_size=8), day=DAYS)
def test_nothing_but_time_makes_anybody_overdue(turns: Sequence[AwayTurn], day: date) -> None:
    found = standing(turns, day)

    assert (found.state is S.OVERDUE) == (found.before is not None)
    assert found.state is not S.OVERDUE or (found.until is not None and found.until < day)


@given(turns=st.lists(TURNS, max_size=8), day=DAYS, turn=TURNS)
def test_each_step_of_the_machine_is_one_that_may_follow(
    turns: Sequence[AwayTurn], day: date, turn: AwayTurn
) -> None:
    before = standing(turns, day)
    stepped = after(before, turn) if before.state is not S.OVERDUE else before

    allowed = MAY_FOLLOW.get(before.state, frozenset()) | MAY_FOLLOW[S.AT_HOME]
    assert stepped.state is before.state or stepped.state in allowed


@given(turns=st.lists(TURNS, max_size=8), day=DAYS)
def test_a_return_recorded_last_is_where_everybody_away_ends(
    turns: Sequence[AwayTurn], day: date
) -> None:
    back = AwayTurn(S.RETURNED, day, PartialDate.of(day))

    after_all = standing([*turns, back], day).state

    assert after_all in {S.RETURNED, S.AT_HOME}


@given(turns=st.lists(TURNS, max_size=8), day=DAYS)
def test_what_is_recorded_in_another_order_leads_to_the_same_state(
    turns: list[AwayTurn], day: date
) -> None:
    told = [(turn.on, turn.state) for turn in turns]
    once = [turn for place, turn in enumerate(turns) if told.index(told[place]) == place]

    assert standing(once, day) == standing(reversed(once), day)
