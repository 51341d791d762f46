from datetime import date
from typing import Any

import pytest

from partyroll.model import EventKind, Permission, PermissionKind, Status
from partyroll.period import PartialDate
from partyroll.rules.status import (
    Event,
    Leg,
    Standing,
    age_on,
    is_member_on,
    status_on,
    tenure_on,
)

TODAY = date(2024, 12, 31)
ADMITTED = PartialDate(2023, 5, 19)


def status(day: date = TODAY, **facts: Any) -> Status | None:
    return status_on(Standing(**facts), day)


# --- Official and probationary ------------------------------------------------------------
def test_nothing_stated_is_no_status() -> None:
    assert status() is None
    assert status(admission_date=ADMITTED) is None


def test_an_official_date_makes_official_from_its_day() -> None:
    dates: dict[str, Any] = {
        "admission_date": ADMITTED,
        "official_date": PartialDate(2024, 5, 19),
    }

    assert status(**dates) is Status.OFFICIAL
    assert status(date(2024, 5, 19), **dates) is Status.OFFICIAL
    assert status(date(2024, 5, 18), **dates) is Status.PROBATIONARY


def test_a_confirmation_makes_official() -> None:
    confirmed = Event(EventKind.CONFIRMED, PartialDate(2024, 5, 19))

    assert status(admission_date=ADMITTED, events=(confirmed,)) is Status.OFFICIAL


def test_within_an_imprecise_official_date_the_roster_decides() -> None:
    dates: dict[str, Any] = {"admission_date": ADMITTED, "official_date": PartialDate(2024)}

    assert status(date(2024, 6, 1), **dates) is None
    assert status(date(2024, 6, 1), **dates, stated=Status.OFFICIAL) is Status.OFFICIAL


def test_an_empty_official_date_soon_after_the_admission_means_probation() -> None:
    newcomer: dict[str, Any] = {
        "admission_date": PartialDate(2022, 12, 31),
        "official_blank": True,
    }

    assert status(**newcomer) is Status.PROBATIONARY
    assert status(date(2025, 1, 1), **newcomer) is None


def test_without_an_official_date_column_nothing_is_concluded() -> None:
    assert status(admission_date=ADMITTED, official_blank=False) is None


def test_without_an_admission_date_nothing_is_concluded() -> None:
    assert status(official_blank=True) is None


@pytest.mark.parametrize("stated", [Status.OFFICIAL, Status.PROBATIONARY])
def test_what_the_roster_states_holds(stated: Status) -> None:
    assert status(stated=stated) is stated


def test_before_the_admission_there_is_no_status() -> None:
    assert status(date(2023, 5, 18), admission_date=ADMITTED, stated=Status.OFFICIAL) is None


# --- Suspended ----------------------------------------------------------------------------
def suspended(start: str | None, end: str | None) -> tuple[Permission, ...]:
    return (
        Permission(
            PermissionKind.SUSPENDED,
            PartialDate.parse(start) if start else None,
            PartialDate.parse(end) if end else None,
        ),
    )


def test_a_suspension_holds_from_its_first_to_its_last_day() -> None:
    papers: dict[str, Any] = {
        "permissions": suspended("2024-04-01", "2024-06-30"),
        "stated": Status.OFFICIAL,
    }

    assert status(date(2024, 3, 31), **papers) is Status.OFFICIAL
    assert status(date(2024, 4, 1), **papers) is Status.SUSPENDED
    assert status(date(2024, 6, 30), **papers) is Status.SUSPENDED
    assert status(date(2024, 7, 1), **papers) is Status.OFFICIAL


def test_a_suspension_without_dates_holds() -> None:
    assert status(permissions=suspended(None, None)) is Status.SUSPENDED


def test_other_permissions_suspend_nobody() -> None:
    assert status(permissions=(Permission(PermissionKind.EXEMPT),)) is None


def test_a_stated_suspension_holds_from_its_day() -> None:
    stated: dict[str, Any] = {"stated": Status.SUSPENDED, "stated_on": PartialDate(2024, 6, 1)}

    assert status(**stated) is Status.SUSPENDED
    assert status(date(2024, 5, 31), **stated) is None


# --- Exits --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "kind", ["REMOVED", "WITHDREW", "EXPELLED", "DIED", "OTHER_DECREASE", "LEFT_UNSTATED"]
)
def test_an_exit_is_the_status_from_its_day(kind: str) -> None:
    left = (Event(EventKind(kind), PartialDate(2024, 6, 3)),)

    assert status(events=left, stated=Status.OFFICIAL) == kind
    assert status(date(2024, 6, 2), events=left, stated=Status.OFFICIAL) is Status.OFFICIAL


def test_an_exit_of_unknown_day_has_happened() -> None:
    assert status(events=(Event(EventKind.DIED),)) is Status.DIED


def test_the_admission_undoes_no_exit() -> None:
    events = (Event(EventKind.REMOVED), Event(EventKind.ADMITTED, ADMITTED))

    assert status(events=events) is Status.REMOVED


@pytest.mark.parametrize("kind", [EventKind.READMITTED, EventKind.RESTORED])
def test_who_was_taken_back_is_a_member(kind: EventKind) -> None:
    events = (
        Event(EventKind.REMOVED, PartialDate(2020, 1, 1)),
        Event(kind, PartialDate(2024, 1, 1)),
    )

    assert status(events=events) is None
    assert is_member_on(Standing(events=events), TODAY)
    assert not is_member_on(Standing(events=events), date(2023, 12, 31))


def test_who_is_readmitted_and_removed_on_one_day_has_left() -> None:
    day = PartialDate(2024, 1, 1)
    events = (Event(EventKind.REMOVED, day), Event(EventKind.READMITTED, day))

    assert status(events=events) is Status.REMOVED


def test_an_exit_the_roster_states_counts_from_its_day() -> None:
    stated: dict[str, Any] = {"stated": Status.DIED, "stated_on": PartialDate(2024, 6)}

    assert status(**stated) is Status.DIED
    assert status(date(2024, 5, 31), **stated) is None


# --- Transfers ----------------------------------------------------------------------------
def test_who_transferred_out_is_out() -> None:
    legs = (Leg(out=True, on=PartialDate(2024, 3, 1)),)

    assert status(legs=legs) is Status.OUT
    assert status(date(2024, 2, 29), legs=legs) is None


def test_who_came_back_is_in() -> None:
    legs = (
        Leg(out=False, on=PartialDate(2024, 9, 1)),
        Leg(out=True, on=PartialDate(2024, 3, 1)),
    )

    assert is_member_on(Standing(legs=legs), TODAY)


def test_a_roster_that_says_transferred_means_out() -> None:
    stated = Standing(stated=Status.OUT, stated_on=PartialDate(2024, 3, 1))

    assert not is_member_on(stated, TODAY)
    assert is_member_on(stated, date(2024, 2, 1))


def test_who_was_removed_is_not_brought_back_by_a_transfer() -> None:
    events = (Event(EventKind.REMOVED, PartialDate(2020, 1, 1)),)
    legs = (Leg(out=False, on=PartialDate(2024, 3, 1)),)

    assert status(events=events, legs=legs) is Status.REMOVED


def test_who_is_not_admitted_yet_is_no_member() -> None:
    assert not is_member_on(Standing(admission_date=ADMITTED), date(2023, 5, 18))
    assert is_member_on(Standing(admission_date=ADMITTED), date(2023, 5, 19))


# --- Age and Party age --------------------------------------------------------------------
def test_age_is_exact_or_between_bounds() -> None:
    assert age_on(PartialDate(1990, 2, 3), TODAY) == (34, 34)
    assert age_on(PartialDate(1990), date(2024, 6, 1)) == (33, 34)
    assert age_on(None, TODAY) is None


def test_party_age_runs_from_the_decision_else_from_the_roster() -> None:
    decision, ceremony = PartialDate(1994, 12, 30), PartialDate(1995, 1, 2)

    assert tenure_on(decision, ceremony, TODAY) == (30, 30)
    assert tenure_on(None, ceremony, TODAY) == (29, 29)
    assert tenure_on(None, None, TODAY) is None


# --- Of what is stated with a day, and of dates without one -------------------------------
def test_an_exit_stated_after_a_return_is_an_exit() -> None:
    back = Event(EventKind.READMITTED, PartialDate(2018, 5, 19))
    stated: dict[str, Any] = {"stated": Status.REMOVED, "stated_on": PartialDate(2020, 1, 1)}

    assert status(date(2019, 12, 31), events=(back,), **stated) is None
    assert status(events=(back,), **stated) is Status.REMOVED


def test_a_return_after_a_stated_exit_is_a_return() -> None:
    back = Event(EventKind.READMITTED, PartialDate(2022, 5, 19))

    assert status(events=(back,), stated=Status.REMOVED, stated_on=PartialDate(2020)) is None


def test_a_departure_stated_after_an_arrival_is_a_departure() -> None:
    came = Leg(out=False, on=PartialDate(2018, 5, 19))

    assert status(legs=(came,), stated=Status.OUT, stated_on=PartialDate(2020)) is Status.OUT
    assert status(legs=(came,), stated=Status.OUT) is None


def test_on_the_first_day_of_an_imprecise_official_date_nobody_knows() -> None:
    month: dict[str, Any] = {"admission_date": ADMITTED, "official_date": PartialDate(2024, 5)}

    assert status(date(2024, 4, 30), **month) is Status.PROBATIONARY
    assert status(date(2024, 5, 1), **month) is None
