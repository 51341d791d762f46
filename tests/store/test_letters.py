"""Which rows of books are seen one by one, and which are only counted."""

from datetime import date
from pathlib import Path

import pytest

from partyroll.period import Month
from partyroll.read.facts import BookRow, StatedPayment
from partyroll.store.fullness import books, payments_apart
from partyroll.store.ledger import open_ledger
from partyroll.store.letters import open_rows, rows_by_book
from store import papers, shelf


def opened(path: Path, year: int = 2024) -> list[str]:
    with open_ledger(path) as ledger:
        return sorted(row.letters for row in open_rows(ledger, [year]))


def together(path: Path, year: int = 2024) -> list[tuple[str, ...]]:
    with open_ledger(path) as ledger:
        return sorted(tuple(sorted(rows.letters)) for rows in rows_by_book(ledger, [year]))


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


def test_all_rows_of_a_book_come_together(ledger_path: Path) -> None:
    rows = of("PPPPPPPPPPPP", "PPPPPPPPPPPP", "PPPPPPPPPPPU")
    shelf.record(ledger_path, papers.file(papers.dues(*rows)))

    assert together(ledger_path) == [("PPPPPPPPPPPP", "PPPPPPPPPPPP", "PPPPPPPPPPPU")]


def test_each_row_of_a_book_has_its_person(ledger_path: Path) -> None:
    rows = of("PPPPPPPPPPPP", "UUUUUUUUUUUU")
    shelf.record(ledger_path, papers.file(papers.dues(*rows)))
    with open_ledger(ledger_path) as ledger:
        [found] = rows_by_book(ledger, [2024])
        [debtor] = open_rows(ledger, [2024])

    pairs = dict(zip(found.people, found.letters, strict=True))
    assert pairs[debtor.person_id] == "UUUUUUUUUUUU"
    assert sorted(pairs.values()) == ["PPPPPPPPPPPP", "UUUUUUUUUUUU"]


def test_a_book_without_a_meeting_has_its_rows_too(ledger_path: Path) -> None:
    shelf.record(ledger_path, papers.file(papers.meetings(*of("", ""))))

    assert together(ledger_path) == [("", "")]


def test_an_absence_opens_a_row_of_meetings_and_a_meeting_not_held_does_not(
    ledger_path: Path,
) -> None:
    shelf.record(ledger_path, papers.file(papers.meetings(*of("PAP", "PnP"))))

    assert opened(ledger_path) == ["PAP"]
    assert together(ledger_path) == [("PAP", "PnP")]


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


def test_books_of_one_unit_and_year_come_apart_however_many_books_there_are(
    ledger_path: Path,
) -> None:
    year, quarter = of("PPPPPPPPPPPP", "PPPPPPPPPPPU"), of("PPPPPPPPPPP.")
    shelf.record(ledger_path, papers.file(papers.dues(*year)))
    shelf.record(ledger_path, papers.file(papers.dues(*quarter, layout="quarters")))
    shelf.record(ledger_path, papers.file(papers.dues(*of("UUUUUUUUUUUU"), unit=papers.TAY)))
    shelf.record(ledger_path, papers.file(papers.meetings(*of("PAP"))))
    with open_ledger(ledger_path) as ledger:
        of_all = sorted(rows_by_book(ledger, [2024]))
        of_some = sorted(rows_by_book(ledger, [2024], books=[*books(ledger, [2024])]))

    assert of_all == of_some
    assert sorted(len(rows.letters) for rows in of_all) == [1, 1, 1, 2]
