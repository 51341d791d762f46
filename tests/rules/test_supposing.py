"""What would move someone to another list: the rule itself says, month by month."""

from dataclasses import replace
from datetime import date
from typing import Any

from partyroll.model import BookLine, Case, Excuse, Payment, RuleSettings, TransferLeg
from partyroll.period import Month, PartialDate
from partyroll.rules.review import review
from partyroll.rules.supposing import Change, Supposition, suppositions
from rules.booklet import (
    DUES,
    MEETINGS,
    YEAR_END,
    dues,
    listed,
    look,
    meetings,
    member,
    took_in,
)


def supposed(case: Case, **settings: Any) -> tuple[Supposition, ...]:
    """What would change the list of a case at the end of 2024."""
    finding = look(case, **settings)
    assert finding is not None
    return suppositions(
        case,
        finding,
        year=2024,
        collections=took_in(39, 40, *case.lines),
        settings=RuleSettings(**settings),
        as_of=YEAR_END,
    )


def said(found: tuple[Supposition, ...]) -> list[tuple[str, list[int], bool, str | None, int]]:
    """Each supposition in short."""
    return [
        (one.change, [m.number for m in one.months], one.together, one.list, one.count)
        for one in found
    ]


def test_three_unpaid_months_and_every_way_out(drawn: tuple[BookLine, ...]) -> None:
    """đảng phí Đông 2024 | P U P P P U P P P P U P"""
    assert said(supposed(member(*drawn))) == [
        ("PAID", [2, 6, 11], False, "watch", 2),
        ("PAID", [2, 6, 11], True, None, 0),
        ("EXCUSED", [2, 6, 11], False, "watch", 2),
        ("EXCUSED", [2, 6, 11], True, None, 0),
    ]


def test_a_noted_month_may_be_accepted_or_rejected() -> None:
    noted = member(dues("PUPPPUPPNPPP", notes={8: "nghỉ ốm"}))

    assert said(supposed(noted)) == [
        ("PAID", [2, 6, 9], False, "watch", 2),
        ("PAID", [2, 6, 9], True, None, 0),
        ("EXCUSED", [9], False, "watch", 2),
        ("REJECTED", [9], False, "review", 3),
    ]


def test_where_two_months_are_enough_both_together_are_tried_too() -> None:
    two = member(dues("PUPPPUPPPPPP"))

    assert said(supposed(two, months=2)) == [
        ("PAID", [2, 6], False, "watch", 1),
        ("PAID", [2, 6], True, None, 0),
        ("EXCUSED", [2, 6], False, "watch", 1),
        ("EXCUSED", [2, 6], True, None, 0),
    ]


def test_a_blank_that_the_book_lets_speak_may_be_paid_or_excused_too() -> None:
    blank = member(dues("P.PPPUPPPPUP"))

    assert said(supposed(blank))[0] == ("PAID", [2, 6, 11], False, "watch", 2)


def test_holidays_that_keep_a_letter_valid_for_longer_count_in_what_is_supposed() -> None:
    legs = (
        TransferLeg("1", out=True, temporary=False, leg_date=PartialDate(2024, 5, 17)),
        TransferLeg("2", out=False, temporary=False, leg_date=PartialDate(2024, 7, 20)),
    )
    case = member(dues("PUUUPPUPPPPP"), legs=legs)  # July: on the way for one day of it
    rule: Any = {
        "year": 2024,
        "collections": took_in(39, 40, *case.lines),
        "settings": RuleSettings(),
        "as_of": YEAR_END,
        "holidays": {date(2024, 6, 3)},
    }
    finding = review(case, **rule)
    assert finding is not None

    first, *_ = suppositions(case, finding, **rule)

    assert said((first,)) == [("PAID", [2, 3, 4], False, "watch", 2)]


def test_only_what_leads_to_another_list_is_said(drawn: tuple[BookLine, ...]) -> None:
    """đảng phí Đông 2024 | U U U U U P P P P P P P"""
    assert said(supposed(member(*drawn))) == [
        ("PAID", [1, 2, 3, 4, 5], True, None, 0),
        ("EXCUSED", [1, 2, 3, 4, 5], True, None, 0),
    ]


def test_paying_now_changes_nothing_where_late_payments_count() -> None:
    late = member(dues("UUUPPPPPPPPP"))

    assert {one.change for one in supposed(late, count_late=True)} == {Change.EXCUSED}


def test_an_absence_cannot_be_paid(drawn: tuple[BookLine, ...]) -> None:
    """sinh hoạt Đông 2024 | P A P P P A P P P P A P"""
    found = supposed(member(*drawn))

    assert {(one.change, one.ground) for one in found} == {(Change.EXCUSED, MEETINGS)}


def test_what_is_supposed_is_what_the_rule_says_once_it_is_true() -> None:
    case = member(dues("PUPPPUPPPPUP"), meetings("PPAPPPPPPPPP"))
    paid = replace(case, payments=(Payment(Month(2024, 2), PartialDate.of(YEAR_END)),))
    february = Month(2024, 2)
    excused = replace(
        case, excuses=(Excuse(DUES, february.first_day, february.last_day, accepted=True),)
    )
    first = {(one.change, one.together): one.list for one in supposed(case)}

    assert first[Change.PAID, False] == listed(paid)
    assert first[Change.EXCUSED, False] == listed(excused)
