"""Which rows of books are seen one by one, and which are only counted."""

from datetime import date
from pathlib import Path

import pytest

from partyroll.period import Month
from partyroll.read.facts import BookRow, StatedPayment
from partyroll.store.fullness import payments_apart
from partyroll.store.ledger import open_ledger
from partyroll.store.letters import open_rows, settled_rows
from store import papers, shelf


def opened(path: Path, year: int = 2024) -> list[str]:
    with open_ledger(path) as ledger:
        return sorted(row.letters for row in open_rows(ledger, [year]))


def settled(path: Path, year: int = 2024) -> list[tuple[str, int]]:
    with open_ledger(path) as ledger:
        return sorted((row.letters, row.people) for row in settled_rows(ledger, [year]))


def of(*written: str) -> list[BookRow]:
    names = zip(papers.CARDS, written, strict=False)
    return [papers.letters(one, name, row) for row, (name, one) in enumerate(names, 2)]


def test_rows_with_a_debt_and_a_blank_are_open(cell: Path) -> None:
    assert opened(cell) == ["UUU.PPPPPPPP"]


@pytest.mark.parametrize("sign", [*".UN?"])
def test_any_letter_that_may_count_or_say_nothing_opens_a_row(
    ledger_path: Path, sign: str
) -> None:
    shelf.record(ledger_path, papers.file(papers.dues(*of(f"PPPPPPPPPPP{sign}"))))

    assert opened(ledger_path) == [f"PPPPPPPPPPP{sign}"]


def test_paid_exempt_deferred_and_not_due_months_are_settled(ledger_path: Path) -> None:
    shelf.record(ledger_path, papers.file(papers.dues(*of("XXXDDDoooPPP"))))

    assert opened(ledger_path) == []
    assert settled(ledger_path) == [("XXXDDDoooPPP", 1)]


def test_equal_settled_rows_of_a_book_are_counted_together(ledger_path: Path) -> None:
    rows = of("PPPPPPPPPPPP", "PPPPPPPPPPPP", "PPPPPPPPPPPo")
    shelf.record(ledger_path, papers.file(papers.dues(*rows)))

    assert settled(ledger_path) == [("PPPPPPPPPPPP", 2), ("PPPPPPPPPPPo", 1)]


def test_an_absence_opens_a_row_of_meetings_and_a_meeting_not_held_does_not(
    ledger_path: Path,
) -> None:
    shelf.record(ledger_path, papers.file(papers.meetings(*of("PAP", "PnP"))))

    assert opened(ledger_path) == ["PAP"]
    assert settled(ledger_path) == [("PnP", 1)]


def test_books_of_another_year_are_left_out(cell: Path) -> None:
    assert opened(cell, 2023) == []


def test_some_people_are_asked_for(cell: Path) -> None:
    with open_ledger(cell) as ledger:
        [row] = open_rows(ledger, [2024])
        here = list(open_rows(ledger, [2024], people=[row.person_id]))
        elsewhere = list(open_rows(ledger, [2024], people=["nobody"]))

    assert (here, elsewhere) == ([row], [])


@pytest.mark.parametrize(
    ("as_of", "late", "months"),
    [
        (date(2024, 5, 31), False, [Month(2024, 1)]),
        (date(2024, 6, 1), False, []),
        (date(2024, 6, 1), True, [Month(2024, 1)]),
    ],
    ids=["not yet paid", "paid", "paid late"],
)
def test_a_payment_made_later_leaves_its_month_open(
    ledger_path: Path, as_of: date, months: list[Month], *, late: bool
) -> None:
    paid = StatedPayment(Month(2024, 1), "D2", papers.day("2024-06-01"), 10_000)
    row = papers.letters("PPPPPPPPPPPP", payments=(paid,))
    shelf.record(ledger_path, papers.file(papers.dues(row)))
    with open_ledger(ledger_path) as ledger:
        found = [month for _, month in payments_apart(ledger, as_of, late=late)]

    assert found == months
