"""Each setting that the texts leave open changes what becomes of somebody."""

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from partyroll.model import Case, Payment, PermissionKind, RuleSettings, State
from partyroll.period import Month, PartialDate
from rules.booklet import (
    dues,
    facts_of,
    listed,
    meetings,
    member,
    paper,
    states,
    took_in,
)

LATE = tuple(Payment(Month(2024, number), PartialDate(2024, 6, 5)) for number in (1, 2, 3))
SMALL = dues("P" * 12, amounts=(1_000,) * 3 + (5_000,) * 9, rate=5_000)
TWICE = tuple(number for number in range(1, 13) for _ in range(2))
PARTLY_EXEMPT = tuple(
    paper(PermissionKind.EXEMPT, f"2024-0{number}-10", f"2024-0{number}-20")
    for number in (1, 2, 3)
)
# Setting, its other value, the case, the list by default, the list under the other value.
OUTCOMES: tuple[tuple[str, Any, Case, str | None, str | None], ...] = (
    ("months", 2, member(dues("PUPPPUPPPPPP")), "watch", "review"),
    ("months", 4, member(dues("UUUPPPPPPPPP")), "review", "watch"),
    ("run", "consecutive", member(dues("PUPPPUPPPPUP")), "review", None),
    (
        "combine_grounds",
        True,
        member(dues("PPUUPPPPPPPP"), meetings("PPPPPPPPAPPP")),
        "watch",
        "review",
    ),
    ("count_late", True, member(dues("UUU" + "P" * 9), payments=LATE), None, "review"),
    ("grace_days", 1, member(dues("P" * 9 + "UUU")), "review", "watch"),
    ("infer_blank", False, member(dues("..." + "P" * 9)), "review", None),
    ("infer_min_share", 0.99, member(dues("..." + "P" * 9)), "review", None),
    ("infer_blank_meeting", True, member(meetings("..." + "P" * 9)), None, "review"),
    ("trust_excused_mark", True, member(meetings("EEE" + "P" * 9)), "check_reason", None),
    (
        "meeting_month",
        "any_missed",
        member(meetings("PAPAPA" + "P" * 18, months=TWICE)),
        None,
        "review",
    ),
    ("partial_payment", "unpaid", member(SMALL), None, "review"),
    (
        "first_due_month",
        "ceremony_month",
        member(dues("UUU" + "P" * 9), admission_date=PartialDate(2024, 1, 19)),
        "watch",
        "review",
    ),
    (
        "partial_exempt_month",
        "due",
        member(dues("UUU" + "P" * 9), permissions=PARTLY_EXEMPT),
        None,
        "review",
    ),
)


@pytest.mark.parametrize(("name", "value", "case", "by_default", "otherwise"), OUTCOMES)
def test_a_setting_decides_on_which_list_somebody_stands(
    name: str, value: object, case: Case, by_default: str | None, otherwise: str | None
) -> None:
    assert (listed(case), listed(case, **{name: value})) == (by_default, otherwise)


def test_twelve_months_may_end_anywhere() -> None:
    case = member(dues("P" * 10 + "UU", 2023), dues("U" + "P" * 11))

    assert listed(case, as_of=date(2024, 1, 31)) == "watch"
    assert listed(case, as_of=date(2024, 1, 31), year_basis="rolling12") == "review"


@pytest.mark.parametrize(
    ("reading", "needed", "on"),
    [
        ("three_months", 1, None),
        ("own_count", 1, "review"),
        ("own_count", 2, "watch"),
        ("own_count", 3, None),
    ],
)
def test_absences_may_have_a_count_of_their_own(
    reading: str, needed: int, on: str | None
) -> None:
    case = member(meetings("A" + "P" * 11), dues("U" + "P" * 11))

    assert listed(case, meeting_reading=reading, meeting_months=needed) == on


def test_a_count_of_its_own_leaves_dues_alone() -> None:
    case = member(dues("UUPPPPPPPPPP"))

    assert listed(case, meeting_reading="own_count", meeting_months=2) == "watch"


def test_the_month_of_an_exit_may_be_due() -> None:
    case = member(dues("U" * 12), left=PartialDate(2024, 8, 20))

    assert states(case)[7] is State.NOT_DUE
    assert states(case, last_due_month="exit_month")[7] is State.UNPAID


def test_a_share_is_enough_from_its_very_number_on() -> None:
    row = dues("." + "P" * 11)
    ten_of_forty = took_in(10, 40, row)
    enough, short = (
        facts_of(member(row), collections=ten_of_forty, infer_min_share=share)[1].state
        for share in (0.25, 0.26)
    )

    assert (enough, short) == (State.UNPAID_INFERRED, State.UNKNOWN)


def test_every_setting_changes_an_outcome_here() -> None:
    # Shown by tests of their own above.
    apart = {"year_basis", "meeting_reading", "meeting_months", "last_due_month"}

    assert {name for name, *_ in OUTCOMES} | apart == {
        setting.name for setting in fields(RuleSettings)
    }
