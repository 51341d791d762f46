"""How full books are: who owed which months to them."""

from datetime import date

import pytest

from partyroll.model import BookKind, BookMonth, RuleSettings
from partyroll.period import PartialDate
from partyroll.rules.collections import book_months
from partyroll.store.fullness import Book, BookTally
from partyroll.tasks.narrowing import letter_tally

BOOK = Book("b", BookKind.DUES, "u", 2024, tuple(range(1, 13)), None)


def owing(tally: BookTally) -> list[int]:
    """Return the months of the book that someone owed."""
    found: dict[tuple[str, int], BookMonth] = dict(
        book_months([letter_tally(tally, RuleSettings())])
    )
    return [number for (_, number), month in found.items() if month.owing]


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        (None, None, list(range(1, 13))),
        (date(2019, 1, 1), None, list(range(1, 13))),
        (None, date(2020, 6, 1), []),
        (None, date(2024, 1, 1), []),
        (None, date(2024, 5, 10), [1, 2, 3, 4]),
        (None, date(2024, 5, 31), [1, 2, 3, 4]),
        (None, date(2024, 6, 1), [1, 2, 3, 4, 5]),
        (date(2024, 10, 31), None, [10, 11, 12]),
        (date(2025, 1, 1), None, []),
    ],
)
def test_who_is_in_no_row_owes_the_unit_while_belonging_to_it(
    since: date | None, until: date | None, months: list[int]
) -> None:
    absent = BookTally(BOOK, "", None, None, since=since, until=until)

    assert owing(absent) == months


def test_who_came_with_a_later_admission_owes_from_the_admission_on() -> None:
    absent = BookTally(BOOK, "", PartialDate(2024, 11, 3), None, since=date(2024, 2, 1))

    assert min(owing(absent)) >= 11
