"""What a host's books say of a guest: what stands there travels, blanks do not."""

from dataclasses import replace
from datetime import date

from partyroll.model import BookKind, BookLine, Case, DuesKept, MeetingsKept, Payment, Stay
from partyroll.period import Month, PartialDate
from partyroll.rules.kept_months import dues_kept, meetings_kept

YEAR = [Month(2024, number) for number in range(1, 13)]
CASE = Case("p1", "Lò Văn An", stays=(Stay("u1"),))


def with_dues(letters: str, *payments: Payment, unit: str = "u1") -> Case:
    line = BookLine("b1", BookKind.DUES, unit, 2024, letters, amounts=(10_000,) * 12)
    return replace(CASE, lines=(line,), payments=payments)


def said(case: Case) -> dict[int, str]:
    return {kept.month.number: kept.letter for kept in dues_kept(case, YEAR)}


def test_every_mark_travels_and_a_blank_does_not() -> None:
    assert said(with_dues("PUNXDo.?....")) == dict(enumerate("PUNXDo", start=1))


def test_a_payment_travels_with_its_day_and_its_sum() -> None:
    paid = Payment(Month(2024, 3), PartialDate(2024, 4, 10), 12_000)

    assert list(dues_kept(with_dues("." * 12, paid), YEAR)) == [
        DuesKept(Month(2024, 3), "P", 12_000, PartialDate(2024, 4, 10))
    ]


def test_the_sum_of_several_months_is_not_that_of_one() -> None:
    paid = Payment(Month(2024, 3), PartialDate(2024, 4, 10), 30_000, span=3)
    [kept] = dues_kept(with_dues("." * 12, paid), YEAR)

    assert kept.amount is None


def test_the_book_of_another_unit_says_nothing() -> None:
    assert said(with_dues("U" * 12, unit="u2")) == {}


def test_meetings_travel_month_by_month_in_their_order() -> None:
    line = BookLine("b2", BookKind.MEETINGS, "u1", 2024, "PEA.n", (1, 1, 2, 3, 4))
    case = replace(CASE, lines=(line,))

    assert list(meetings_kept(case, YEAR)) == [
        MeetingsKept(Month(2024, 1), "PE"),
        MeetingsKept(Month(2024, 2), "A"),
        MeetingsKept(Month(2024, 4), "n"),
    ]


def test_months_before_the_stay_are_not_of_its_book() -> None:
    stay = Stay("u1", date(2024, 3, 1), date(2024, 5, 1), temporary=True)
    case = replace(with_dues("U" * 12), stays=(stay,))

    assert sorted(said(case)) == [3, 4]


def test_a_mark_travels_with_the_sum_that_stands_in_its_cell() -> None:
    [kept] = dues_kept(with_dues("..P........."), YEAR)

    assert kept == DuesKept(Month(2024, 3), "P", 10_000)


def test_of_several_payments_the_latest_travels_wherever_it_stands() -> None:
    month = Month(2024, 3)
    undated, early, late = (
        Payment(month, None, 1_000),
        Payment(month, PartialDate(2024, 3, 10), 9_000),
        Payment(month, PartialDate(2024, 4, 2), 2_000),
    )

    for_each_order = [
        next(dues_kept(with_dues("." * 12, *order), YEAR)).amount
        for order in [(undated, early, late), (late, early, undated), (early, late, undated)]
    ]

    assert for_each_order == [2_000] * 3


def test_of_books_that_disagree_the_gentlest_speaks() -> None:
    rows = {"b1": "UUU", "b2": "DDN", "b3": "NXo"}
    lines = tuple(
        BookLine(book, BookKind.DUES, "u1", 2024, letters, (1, 2, 3))
        for book, letters in rows.items()
    )

    assert said(replace(CASE, lines=lines)) == {1: "D", 2: "X", 3: "o"}
