"""Early warnings about members elsewhere, whole: sentence, step, last day, and about what."""

from dataclasses import replace
from datetime import date

import pytest

from partyroll.model import (
    EarlyWarning,
    Permission,
    PermissionKind,
    Person,
    Stay,
    Transfer,
    TransferLeg,
    WatchKind,
)
from partyroll.period import PartialDate
from partyroll.rules import watching_words as words
from partyroll.rules.watched import Watched
from partyroll.rules.watching_away import away_warnings
from partyroll.rules.watching_permissions import permissions_end
from rules.test_watching_away import AS_OF, HOME, LIMITS, ON_LEAVE, SINCE, told

K = WatchKind
LONG_AGO = PartialDate(2024, 1, 15)
BACK = replace(HOME, paper="đơn", returned_on=PartialDate(2026, 11, 1))
GONE = TransferLeg("g", out=True, temporary=True, leg_date=SINCE, place="Chi bộ Xã Khác")


def only(kind: WatchKind, found: tuple[EarlyWarning, ...]) -> EarlyWarning:
    [warning] = [one for one in found if one.kind is kind]
    return warning


# --- Papers that end ----------------------------------------------------------------------
def test_a_stay_that_ends_soon_names_its_last_day() -> None:
    stay = Stay("t", date(2026, 6, 15), date(2026, 12, 11), temporary=True)
    warning = only(K.TEMPORARY_STAY_ENDS, told(stays=(stay,)))

    assert warning.step == words.STAY_ENDS
    assert (warning.until, warning.about) == (date(2026, 12, 10), "2026-12-10")
    assert warning.text.startswith(warning.evidence)
    assert "Chi bộ Xã Khác" in warning.evidence


def test_a_stay_that_lasts_long_names_the_host_and_since_when() -> None:
    stay = Stay("t", date(2024, 1, 15), temporary=True)
    warning = only(K.TEMPORARY_STAY_LONG, told(stays=(stay,)))

    assert warning.step == words.STAY_LONG
    assert warning.about == "2024-01-15"
    assert "Chi bộ Xã Khác" in warning.text


def test_a_stay_before_one_that_somebody_came_back_from_is_looked_at_too() -> None:
    ended = Stay("t", date(2026, 1, 15), temporary=True)
    later = Stay("t", date(2024, 11, 2), temporary=True)
    back = replace(BACK, start=PartialDate(2026, 1, 15), returned_on=PartialDate(2026, 2, 1))

    assert K.TEMPORARY_STAY_LONG not in {one.kind for one in told(back, stays=(ended, later))}


def test_a_new_stay_is_looked_at_after_one_that_somebody_came_back_from() -> None:
    first = Stay("t", date(2026, 1, 15), date(2026, 12, 1), temporary=True)
    second = Stay("t", date(2026, 6, 15), date(2026, 12, 11), temporary=True)
    back = replace(BACK, returned_on=PartialDate(2026, 2, 1))

    assert only(K.TEMPORARY_STAY_ENDS, told(back, stays=(second,)))
    assert only(K.TEMPORARY_STAY_ENDS, told(back, stays=(first, second)))


def test_a_paper_is_looked_at_after_a_return_from_an_earlier_absence() -> None:
    back = replace(BACK, start=PartialDate(2022, 1), returned_on=PartialDate(2023, 6))
    by_paper = replace(GONE, leg_date=LONG_AGO)

    assert only(K.TEMPORARY_STAY_LONG, told(back, legs=(by_paper,)))


def test_a_home_stay_does_not_take_over_from_a_stay_elsewhere() -> None:
    stay = Stay("t", date(2026, 6, 15), date(2026, 12, 11), temporary=True)
    home = Stay("home", date(2020, 1, 1))

    assert only(K.TEMPORARY_STAY_ENDS, told(stays=(stay, home)))


def test_of_two_permissions_the_second_is_looked_at_whatever_the_first_says() -> None:
    endless = Permission(PermissionKind.TEMP_EXEMPT, SINCE)
    far = replace(ON_LEAVE, end=PartialDate(2029, 1, 31))
    other = replace(ON_LEAVE, kind=PermissionKind.REDUCED)
    soon = replace(ON_LEAVE, end=PartialDate(2026, 12, 10))

    found = [told(permissions=(first, soon)) for first in (endless, far)]

    assert [[one.kind for one in warnings] for warnings in found] == [[], []]
    warning = only(K.PERMISSION_ENDS, told(permissions=(other, soon)))
    assert (warning.until, warning.about) == (
        date(2026, 12, 10),
        f"{PermissionKind.TEMP_EXEMPT} 2026-12-10",
    )
    assert warning.text.startswith(warning.evidence)


def test_the_register_of_members_away_tells_of_no_papers_about_dues() -> None:
    reduced = replace(ON_LEAVE, kind=PermissionKind.REDUCED, end=PartialDate(2026, 12, 10))

    assert told(permissions=(reduced,)) == ()


def test_each_paper_that_ends_soon_is_told_whatever_stands_before_it() -> None:
    reduced = replace(ON_LEAVE, kind=PermissionKind.REDUCED, end=PartialDate(2026, 12, 10))
    renewed = replace(reduced, start=PartialDate(2026, 12), end=PartialDate(2027, 12, 31))
    leave = replace(ON_LEAVE, start=None, end=PartialDate(2026, 12, 10), paper="7-NQ/CB")

    found = [
        list(
            permissions_end(
                Watched(Person("p1", "Lò Văn An", permissions=papers)), LIMITS, AS_OF
            )
        )
        for papers in ((renewed, leave), (reduced, renewed, leave))
    ]

    assert [[one.evidence for one in warnings] for warnings in found] == [
        ["Tạm miễn sinh hoạt (7-NQ/CB) đến hết 10/12/2026"]
    ] * 2
    assert found[0][0].text == f"{found[0][0].evidence}, còn 17 ngày"


def test_a_leave_that_goes_on_the_day_after_the_next_is_not_renewed() -> None:
    soon = replace(ON_LEAVE, end=PartialDate(2026, 12, 10))
    next_day = replace(soon, start=PartialDate(2026, 12, 11), end=PartialDate(2027, 12, 31))
    a_day_later = replace(next_day, start=PartialDate(2026, 12, 12))

    assert told(permissions=(soon, next_day)) == ()
    assert only(K.PERMISSION_ENDS, told(permissions=(soon, a_day_later)))


@pytest.mark.parametrize(
    ("last", "month"),
    [(PartialDate(2026, 12, 31), "1/2027"), (PartialDate(2026, 12, 30), "12/2026")],
)
def test_what_was_lifted_is_owed_again_from_the_day_after_the_last(
    last: PartialDate, month: str
) -> None:
    reduced = replace(ON_LEAVE, kind=PermissionKind.REDUCED, end=last)
    who = Watched(Person("p1", "Lò Văn An", permissions=(reduced,)))

    [warning] = permissions_end(who, LIMITS, date(2026, 12, 20))

    assert f" {month}" in warning.step


def test_of_a_leave_that_somebody_came_back_from_no_end_is_told() -> None:
    soon = replace(ON_LEAVE, end=PartialDate(2026, 12, 10))
    before = replace(BACK, returned_on=PartialDate(2026, 1, 14), start=PartialDate(2025, 6))

    assert K.PERMISSION_ENDS not in {one.kind for one in told(BACK, permissions=(soon,))}
    assert only(K.PERMISSION_ENDS, told(before, permissions=(soon,)))


def test_a_reduction_goes_on_after_a_return() -> None:
    reduced = replace(ON_LEAVE, kind=PermissionKind.REDUCED, end=PartialDate(2026, 12, 10))
    who = Person("p1", "Lò Văn An", permissions=(reduced,))

    assert list(permissions_end(Watched(who, None, (BACK,)), LIMITS, AS_OF))


# --- Papers that lack ---------------------------------------------------------------------
def test_whoever_is_long_away_without_a_paper_is_told_with_the_last_that_ended() -> None:
    ended = replace(ON_LEAVE, end=PartialDate(2026, 6, 30))
    newer = Stay("t", date(2026, 2, 1), date(2026, 8, 1), temporary=True)
    older = replace(ON_LEAVE, end=PartialDate(2025, 12, 31))
    contacted = replace(HOME, contacted_on=PartialDate(2026, 11, 1))

    found = only(K.AWAY_WITHOUT_PAPER, told(contacted, permissions=(ended,), stays=(newer,)))
    plain = only(K.AWAY_WITHOUT_PAPER, told(contacted, permissions=(older,)))

    assert (found.step, found.about) == (words.AWAY, "2026-01-15")
    assert "31/07/2026" in found.text
    assert "31/12/2025" not in plain.text


def test_a_former_cell_at_home_is_no_paper_that_ran_out() -> None:
    moved = Stay("a", date(2020, 1, 1), date(2026, 7, 1)), Stay("b", date(2026, 7, 1))
    warning = only(K.AWAY_WITHOUT_PAPER, told(HOME, stays=moved))

    assert warning.text.endswith(", sổ chưa có giấy tờ")


def test_a_paper_that_ran_out_on_the_day_of_leaving_is_the_last_one() -> None:
    until_then = replace(ON_LEAVE, start=None, end=SINCE)
    warning = only(K.AWAY_WITHOUT_PAPER, told(HOME, permissions=(until_then,)))

    assert warning.text.endswith(", giấy tờ đã hết hạn từ 15/01/2026")


def test_of_two_papers_that_ran_out_in_a_month_the_one_known_by_the_month_may_be_later() -> (
    None
):
    by_day = replace(ON_LEAVE, end=PartialDate(2026, 6, 15))
    by_month = replace(ON_LEAVE, end=PartialDate(2026, 6))
    warning = only(K.AWAY_WITHOUT_PAPER, told(HOME, permissions=(by_day, by_month)))

    assert warning.text.endswith(", giấy tờ đã hết hạn từ 06/2026")


def test_a_paper_of_transfer_explains_an_absence_from_its_own_day() -> None:
    today = replace(GONE, leg_date=PartialDate.of(AS_OF))

    assert told(HOME, legs=(today,)) == ()


@pytest.mark.parametrize(("issued", "told_of"), [(SINCE, 0), (None, 1)])
def test_a_letter_explains_that_somebody_is_away_a_reason_alone_does_not(
    issued: PartialDate | None, told_of: int
) -> None:
    moving = Transfer(1, "t1", "p1", out=True, issued_on=issued, caused_on=SINCE)
    who = Watched(Person("p1", "Lò Văn An"), None, (HOME,), transfers=(moving,))
    kinds = [one.kind for one in away_warnings(who, LIMITS, AS_OF)]

    assert kinds.count(K.AWAY_WITHOUT_PAPER) == told_of


def test_a_leave_explains_from_its_first_day_on_and_without_one_always() -> None:
    from_today = replace(ON_LEAVE, start=PartialDate(2026, 11, 23))
    from_tomorrow = replace(ON_LEAVE, start=PartialDate(2026, 11, 24))
    undated = replace(ON_LEAVE, start=None)

    lacking = [
        K.AWAY_WITHOUT_PAPER in {one.kind for one in told(HOME, permissions=(paper,))}
        for paper in (from_today, from_tomorrow, undated)
    ]

    assert lacking == [False, True, False]


# --- Contact and return -------------------------------------------------------------------
def test_whoever_was_to_be_back_is_asked_after_by_the_end_that_was_stated() -> None:
    over = replace(HOME, end=PartialDate(2026, 10))
    warning = only(K.CONTACT_DUE, told(over))

    assert warning.text == (
        "Đi làm ăn xa tại Đồng Nai, ghi về 10/2026, sổ chưa ghi đã về hay còn đi"
    )
    assert (warning.step, warning.about) == (words.EXPECTED_BACK, "về 2026-10")


@pytest.mark.parametrize(
    "seen",
    [
        {"stays": (Stay("t", date(2026, 1, 15), temporary=True),)},
        {"legs": (GONE,)},
    ],
    ids=["a stay", "a paper"],
)
def test_whoever_another_cell_sees_is_not_asked_after(seen: dict[str, object]) -> None:
    over = replace(HOME, end=PartialDate(2026, 10))

    assert told(over, **seen) == told(HOME, **seen) == ()  # type: ignore[arg-type]  # as written


@pytest.mark.parametrize(
    "said", [{"transferred": True}, {"confirmed_on": PartialDate(2026, 2)}]
)
def test_whom_the_list_has_at_another_cell_is_not_asked_after(said: dict[str, object]) -> None:
    assert told(replace(HOME, **said)) == ()  # type: ignore[arg-type]  # as written


def test_the_last_contact_is_what_a_warning_is_about() -> None:
    heard = replace(HOME, paper="đơn", contacted_on=PartialDate(2026, 3))

    assert only(K.CONTACT_DUE, told(heard)).about == "2026-03"


def test_each_paper_that_still_holds_of_who_is_back_is_told_with_its_beginning() -> None:
    by_leave = only(K.RETURNED, told(BACK, permissions=(ON_LEAVE,)))
    by_paper = only(K.RETURNED, told(BACK, legs=(GONE,)))
    undated = only(
        K.RETURNED, told(BACK, permissions=(Permission(PermissionKind.TEMP_EXEMPT),))
    )

    assert (by_leave.step, by_leave.about) == (words.EXEMPT_STILL, "2026-01-15")
    assert "đến hết 31/12/2026" in by_leave.text
    assert (by_paper.step, by_paper.about) == (words.STAYS_STILL, "2026-01-15")
    assert undated.about == ""


def test_a_reduction_and_a_leave_that_is_over_are_no_papers_for_elsewhere() -> None:
    over = replace(ON_LEAVE, end=PartialDate(2026, 10, 31))
    reduced = replace(ON_LEAVE, kind=PermissionKind.EXEMPT_ACTIVITY)

    assert told(BACK, permissions=(over, reduced)) == ()


def test_a_paper_written_after_the_return_does_not_hold_for_a_return_before_it() -> None:
    later = replace(GONE, leg_date=PartialDate(2026, 11, 10))
    leave = replace(ON_LEAVE, start=PartialDate(2026, 11, 10))

    assert told(BACK, legs=(later,)) == ()
    assert told(BACK, permissions=(leave,), as_of=date(2026, 11, 12)) == ()
