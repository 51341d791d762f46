"""What is asked of everybody before a warning: who is on the way, away, expected or back."""

from dataclasses import replace
from datetime import date

import pytest

from partyroll.model import Person, Stay, StayAway, Transfer, TransferAnswer
from partyroll.period import PartialDate
from partyroll.rules.watched import Watched

DAY = date(2026, 11, 23)
AN = Person("p1", "Lò Văn An")
SENT = Transfer(1, "t1", "p1", out=True, issued_on=PartialDate(2026, 10, 6))
CAUSED = Transfer(2, "t2", "p1", out=True, caused_on=PartialDate(2026, 10, 6))


def leaving(*transfers: Transfer, away: tuple[StayAway, ...] = ()) -> Transfer | None:
    return Watched(AN, away=away, transfers=transfers).leaving(DAY)


def gone(start: str | None, *, end: str = "", returned: str = "") -> StayAway:
    return StayAway(
        "Đồng Nai",
        PartialDate.parse(start) if start else None,
        PartialDate.parse(end) if end else None,
        returned_on=PartialDate.parse(returned) if returned else None,
    )


# --- Who is on the way --------------------------------------------------------------------
@pytest.mark.parametrize("begun", [SENT, CAUSED])
def test_whoever_has_a_letter_or_a_reason_to_move_is_on_the_way(begun: Transfer) -> None:
    assert leaving(begun) == begun


def test_a_letter_counts_from_its_own_day_not_from_the_reason() -> None:
    tomorrow = replace(SENT, caused_on=SENT.issued_on, issued_on=PartialDate(2026, 11, 24))

    assert leaving(tomorrow) is None


@pytest.mark.parametrize(
    ("issued", "on_the_way"),
    [(PartialDate(2026, 11, 23), True), (PartialDate(2026, 11, 24), False), (None, False)],
)
def test_a_letter_counts_from_its_day_on(
    issued: PartialDate | None,
    on_the_way: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    one = replace(SENT, issued_on=issued)

    assert leaving(one) == (one if on_the_way else None)


@pytest.mark.parametrize("answer", TransferAnswer)
def test_an_answer_ends_the_way(answer: TransferAnswer) -> None:
    assert leaving(replace(SENT, answer=answer)) is None


@pytest.mark.parametrize(
    ("valid_to", "on_the_way"),
    [(PartialDate(2026, 11, 22), False), (PartialDate(2026, 11, 23), True)],
)
def test_a_letter_holds_on_its_last_day(
    valid_to: PartialDate,
    on_the_way: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    one = replace(SENT, valid_to=valid_to)

    assert leaving(one) == (one if on_the_way else None)


def test_who_came_back_after_the_letter_is_not_on_the_way() -> None:
    assert leaving(SENT, away=(gone("2026-10", returned="2026-11-01"),)) is None


def test_who_came_back_before_the_letter_is_on_the_way_again() -> None:
    assert leaving(SENT, away=(gone("2026-01", returned="2026-09-01"),)) == SENT


def test_a_return_still_to_come_ends_no_way() -> None:
    assert leaving(SENT, away=(gone("2026-10", returned="2026-12-01"),)) == SENT


def test_of_two_transfers_the_one_recorded_last_counts() -> None:
    older = replace(SENT, number=9, transfer_id="t0")

    assert leaving(older, CAUSED) == older
    assert leaving(CAUSED, older) == older


# --- Who is away, expected, back ----------------------------------------------------------
def test_a_unit_nobody_named_has_no_name() -> None:
    stay = Stay("x", temporary=True)

    assert Watched(AN).host(stay) == ""
    assert Watched(AN, hosts={"x": "Chi bộ Trạm"}).host(stay) == "Chi bộ Trạm"


def test_a_time_away_without_a_beginning_is_the_oldest() -> None:
    known, unknown = gone("2026-01"), gone(None)

    assert Watched(AN, away=(unknown, known)).away_now(DAY) == known
    assert Watched(AN, away=(known, unknown)).away_now(DAY) == known


def test_a_time_that_ended_yesterday_is_over_one_that_ends_today_goes_on() -> None:
    over, going_on = gone("2026-01", end="2026-11-22"), gone("2026-01", end="2026-11-23")

    assert Watched(AN, away=(over,)).expected_back(DAY) == over
    assert Watched(AN, away=(going_on,)).expected_back(DAY) is None


def test_of_two_times_that_are_over_the_later_end_counts() -> None:
    first, last = gone("2024-06", end="2024-12"), gone("2024-01", end="2025-06")

    assert Watched(AN, away=(first, last)).expected_back(DAY) == last
    assert Watched(AN, away=(last, first)).expected_back(DAY) == last


def test_nobody_is_expected_who_is_back_or_away_again_or_never_left() -> None:
    over = gone("2025-01", end="2025-06")

    assert Watched(AN, away=(over, gone("2026-02"))).expected_back(DAY) is None
    assert (
        Watched(AN, away=(over, gone("2026-02", returned="2026-03"))).expected_back(DAY) is None
    )
    assert Watched(AN).expected_back(DAY) is None


def test_of_two_returns_the_later_counts() -> None:
    first, last = gone("2025-01", returned="2025-02-03"), gone("2025-03", returned="2025-06-01")

    assert Watched(AN, away=(first, last)).back(DAY) == last
    assert Watched(AN, away=(last, first)).back(DAY) == last


def test_who_goes_away_next_month_is_not_expected_back() -> None:
    assert Watched(AN, away=(gone("2026-12-01"),)).expected_back(DAY) is None
