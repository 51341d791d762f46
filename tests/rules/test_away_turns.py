"""What each list and paper says of somebody's way: state, day, place, end, paper, doubts."""

from datetime import date

import pytest

from partyroll.model import (
    AwayState,
    AwayTurn,
    Permission,
    PermissionKind,
    Person,
    Stay,
    StayAway,
    Transfer,
    TransferAnswer,
    TransferKind,
    TransferLeg,
)
from partyroll.period import PartialDate
from partyroll.rules.away import standing, turns_of
from partyroll.rules.watched import Watched

S = AwayState
AS_OF = date(2026, 11, 23)
PLACE = "Đảng bộ xã Khác"
NO_HOLIDAYS = ("chưa trừ ngày lễ",)
# Of another year: so the clocks of 2025 have none, and say so.
HOLIDAYS = frozenset({date(2025, 10, 8)})
OCTOBER = PartialDate(2025, 10, 6)  # a Monday
DECEMBER = PartialDate(2025, 12, 1)


def turns(
    *lists: StayAway,
    permissions: tuple[Permission, ...] = (),
    stays: tuple[Stay, ...] = (),
    legs: tuple[TransferLeg, ...] = (),
    transfers: tuple[Transfer, ...] = (),
    holidays: frozenset[date] = frozenset(),
) -> list[AwayTurn]:
    who = Person("p1", "Lò Văn An", permissions=permissions, stays=stays, legs=legs)
    watched = Watched(who, None, lists, {"t": "Chi bộ Trạm"}, transfers)
    return list(turns_of(watched, AS_OF, holidays))


def transfer(**said: object) -> Transfer:
    return Transfer(1, "t1", "p1", out=True, place=PLACE, **said)  # type: ignore[arg-type]  # as written


# --- Lists --------------------------------------------------------------------------------
def test_a_list_says_when_where_until_when_by_which_paper_and_what_came_then() -> None:
    listed = StayAway(
        PLACE,
        OCTOBER,
        PartialDate(2026, 3),
        confirmed_on=DECEMBER,
        returned_on=PartialDate(2026, 4, 2),
        paper="5-GGT",
    )

    assert turns(listed) == [
        AwayTurn(
            S.AWAY_REPORTED, date(2025, 10, 6), OCTOBER, PLACE, date(2026, 3, 31), "5-GGT"
        ),
        AwayTurn(S.CONFIRMED_BY_DEST, date(2025, 12, 1), DECEMBER, PLACE),
        AwayTurn(S.RETURNED, date(2026, 4, 2), PartialDate(2026, 4, 2)),
    ]


# --- Papers -------------------------------------------------------------------------------
def test_a_leave_says_from_when_until_when_and_by_which_decision() -> None:
    last = PartialDate(2026, 3, 31)
    leave = Permission(PermissionKind.TEMP_EXEMPT, OCTOBER, last, "7-NQ/CB")

    assert turns(permissions=(leave,)) == [
        AwayTurn(S.TEMP_EXEMPT, date(2025, 10, 6), OCTOBER, until=last.last, paper="7-NQ/CB")
    ]


def test_a_leave_without_its_days_goes_on_since_ever() -> None:
    leave = Permission(PermissionKind.TEMP_EXEMPT)

    assert turns(permissions=(leave,)) == [AwayTurn(S.TEMP_EXEMPT, date.min)]


def test_a_stay_says_from_when_in_which_unit_its_last_day_and_its_paper() -> None:
    stay = Stay("t", date(2025, 10, 6), date(2026, 1, 1), temporary=True, paper="12-GGT")

    assert turns(stays=(stay,)) == [
        AwayTurn(
            S.TEMP_TRANSFER,
            date(2025, 10, 6),
            OCTOBER,
            "Chi bộ Trạm",
            date(2025, 12, 31),
            "12-GGT",
        )
    ]


def test_a_stay_without_its_days_goes_on_since_ever() -> None:
    stay = Stay("t", temporary=True)

    assert turns(stays=(stay,)) == [AwayTurn(S.TEMP_TRANSFER, date.min, place="Chi bộ Trạm")]


def test_a_letter_for_a_time_says_where_and_its_number_and_starts_no_clock() -> None:
    gone = TransferLeg("g", out=True, temporary=True, leg_date=OCTOBER, place=PLACE)
    numbered = TransferLeg(
        "g", out=True, temporary=True, leg_date=OCTOBER, place=PLACE, decision_no="9-GGT"
    )

    [bare], [named] = turns(legs=(gone,)), turns(legs=(numbered,))

    assert bare == AwayTurn(S.TEMP_TRANSFER, date(2025, 10, 6), OCTOBER, PLACE)
    assert named == AwayTurn(S.TEMP_TRANSFER, date(2025, 10, 6), OCTOBER, PLACE, paper="9-GGT")


def test_a_letter_for_good_starts_the_clock_of_thirty_working_days() -> None:
    gone = TransferLeg(
        "g", out=True, temporary=False, leg_date=OCTOBER, place=PLACE, decision_no="9-GGT"
    )

    [plain], [with_holidays] = turns(legs=(gone,)), turns(legs=(gone,), holidays=HOLIDAYS)

    assert plain == AwayTurn(
        S.OFFICIAL_TRANSFER,
        date(2025, 10, 6),
        OCTOBER,
        PLACE,
        date(2025, 11, 17),
        "9-GGT",
        NO_HOLIDAYS,
    )
    assert (with_holidays.until, with_holidays.remarks) == (date(2025, 11, 18), ())


def test_who_came_with_a_letter_after_going_with_one_is_back_that_day() -> None:
    gone = TransferLeg("g", out=True, temporary=True, leg_date=OCTOBER)
    back = TransferLeg("b", out=False, temporary=True, leg_date=DECEMBER)

    assert turns(legs=(back, gone))[1:] == [AwayTurn(S.RETURNED, date(2025, 12, 1), DECEMBER)]


def test_who_went_and_came_with_letters_of_one_day_is_back() -> None:
    gone = TransferLeg("g", out=True, temporary=True, leg_date=OCTOBER)
    back = TransferLeg("b", out=False, temporary=True, leg_date=OCTOBER)

    assert [turn.state for turn in turns(legs=(back, gone))] == [S.TEMP_TRANSFER, S.RETURNED]


def test_a_letter_for_a_time_is_not_the_way_home_from_a_letter_for_good() -> None:
    gone = TransferLeg("g", out=True, temporary=False, leg_date=OCTOBER)
    came = TransferLeg("b", out=False, temporary=True, leg_date=DECEMBER)

    assert [turn.state for turn in turns(legs=(gone, came))] == [S.OFFICIAL_TRANSFER]


def test_who_came_from_elsewhere_and_went_away_later_has_not_come_back() -> None:
    came = TransferLeg("b", out=False, temporary=True, leg_date=OCTOBER)
    gone = TransferLeg("g", out=True, temporary=True, leg_date=DECEMBER)

    assert [turn.state for turn in turns(legs=(gone, came))] == [S.TEMP_TRANSFER]


@pytest.mark.parametrize("temporary", [True, False])
def test_a_letter_without_its_day_says_nothing(temporary: bool) -> None:  # noqa: FBT001 (a case of the table)
    undated = TransferLeg("g", out=True, temporary=temporary)

    assert turns(legs=(undated,)) == []


# --- Transfers ----------------------------------------------------------------------------
def test_a_reason_to_move_starts_the_clock_of_sixty_working_days() -> None:
    caused = transfer(caused_on=OCTOBER)

    [plain], [with_holidays] = (
        turns(transfers=(caused,)),
        turns(transfers=(caused,), holidays=HOLIDAYS),
    )

    assert plain == AwayTurn(
        S.AWAY_REPORTED,
        date(2025, 10, 6),
        OCTOBER,
        PLACE,
        date(2025, 12, 29),
        remarks=NO_HOLIDAYS,
    )
    assert (with_holidays.until, with_holidays.remarks) == (date(2025, 12, 30), ())


def test_a_transfer_for_good_says_its_letter_and_starts_the_clock_of_the_letter() -> None:
    sent = transfer(issued_on=OCTOBER, letter_no="9-GGT")

    [plain], [with_holidays] = (
        turns(transfers=(sent,)),
        turns(transfers=(sent,), holidays=HOLIDAYS),
    )

    assert plain == AwayTurn(
        S.OFFICIAL_TRANSFER,
        date(2025, 10, 6),
        OCTOBER,
        PLACE,
        date(2025, 11, 17),
        "9-GGT",
        NO_HOLIDAYS,
    )
    assert (with_holidays.until, with_holidays.remarks) == (date(2025, 11, 18), ())


def test_a_transfer_for_a_time_lasts_as_long_as_its_letter() -> None:
    sent = transfer(
        kind=TransferKind.TEMPORARY,
        issued_on=OCTOBER,
        valid_to=PartialDate(2026, 2),
        letter_no="9-GGT",
    )

    assert turns(transfers=(sent,)) == [
        AwayTurn(S.TEMP_TRANSFER, date(2025, 10, 6), OCTOBER, PLACE, date(2026, 2, 28), "9-GGT")
    ]


def test_a_transfer_for_a_time_without_an_end_goes_on() -> None:
    sent = transfer(kind=TransferKind.TEMPORARY, issued_on=OCTOBER)

    assert [turn.until for turn in turns(transfers=(sent,))] == [None]


def test_a_slip_that_says_arrived_confirms_and_a_return_brings_home() -> None:
    there_and_back = transfer(
        answer=TransferAnswer.ARRIVED,
        answered_on=OCTOBER,
        returned_on=DECEMBER,
    )

    assert turns(transfers=(there_and_back,)) == [
        AwayTurn(S.CONFIRMED_BY_DEST, date(2025, 10, 6), OCTOBER, PLACE),
        AwayTurn(S.RETURNED, date(2025, 12, 1), DECEMBER),
    ]


@pytest.mark.parametrize(
    ("answer", "answered_on"),
    [(TransferAnswer.REFUSED, OCTOBER), (TransferAnswer.ARRIVED, None)],
)
def test_a_refusal_and_an_answer_without_its_day_confirm_nothing(
    answer: TransferAnswer, answered_on: PartialDate | None
) -> None:
    answered = transfer(answer=answer, answered_on=answered_on)

    assert turns(transfers=(answered,)) == []


# --- Where turns lead ---------------------------------------------------------------------
def test_who_leaves_home_by_a_letter_keeps_its_number_its_clock_and_its_doubts() -> None:
    found = standing(turns(transfers=(transfer(issued_on=OCTOBER, letter_no="9-GGT"),)), AS_OF)

    assert (found.paper, found.until, found.remarks) == (
        "9-GGT",
        date(2025, 11, 17),
        NO_HOLIDAYS,
    )


def test_a_renewed_leave_lasts_until_its_own_end() -> None:
    first = Permission(PermissionKind.TEMP_EXEMPT, OCTOBER, PartialDate(2026, 3, 31), "1-NQ")
    second = Permission(PermissionKind.TEMP_EXEMPT, DECEMBER, PartialDate(2026, 12, 31), "2-NQ")

    found = standing(turns(permissions=(first, second)), AS_OF)

    assert (found.state, found.until, found.paper) == (
        S.TEMP_EXEMPT,
        date(2026, 12, 31),
        "2-NQ",
    )


def test_a_stay_without_an_end_does_not_take_that_of_the_leave_before_it() -> None:
    leave = Permission(PermissionKind.TEMP_EXEMPT, OCTOBER, PartialDate(2026, 3, 31), "1-NQ")
    stay = Stay("t", date(2025, 12, 1), temporary=True, paper="12-GGT")

    found = standing(turns(permissions=(leave,), stays=(stay,)), AS_OF)

    assert (found.state, found.until) == (S.TEMP_TRANSFER, None)


def test_a_letter_after_a_reason_to_move_brings_its_own_clock() -> None:
    moved = transfer(caused_on=OCTOBER, issued_on=DECEMBER, letter_no="9-GGT")

    found = standing(turns(transfers=(moved,)), date(2025, 12, 2))

    assert (found.state, found.until, found.remarks) == (
        S.OFFICIAL_TRANSFER,
        date(2026, 1, 12),
        NO_HOLIDAYS,
    )


def test_a_confirmation_ends_the_clock_of_the_letter() -> None:
    moved = transfer(issued_on=OCTOBER, answer=TransferAnswer.ARRIVED, answered_on=DECEMBER)

    found = standing(turns(transfers=(moved,)), AS_OF)

    assert (found.state, found.until, found.remarks) == (S.CONFIRMED_BY_DEST, None, ())
