"""How full the books are: equal letters counted together, special people one by one."""

from datetime import date
from pathlib import Path

import pytest

from partyroll.model import ExitKind
from partyroll.period import Month
from partyroll.read.facts import StatedPayment
from partyroll.store.fullness import (
    BookTally,
    books,
    latest_book_year,
    tallies,
)
from partyroll.store.ledger import open_ledger
from partyroll.store.roll import Roll
from partyroll.store.turns import exits_by_person
from store import papers, shelf


def counted(path: Path, year: int = 2024) -> list[BookTally]:
    with open_ledger(path) as ledger:
        roll = Roll(ledger, [year], date(year, 12, 31))
        of = books(ledger, [year])
        found = tallies(roll, of)
    together = [
        BookTally(of[book_id], letters, None, None, people)
        for book_id, rows in found.together.items()
        for letters, people in rows.items()
    ]
    return sorted([*found.apart, *together], key=lambda tally: tally.letters)


@pytest.mark.parametrize(
    ("as_of", "year"),
    [(date(2023, 12, 31), None), (date(2024, 1, 1), 2024), (date(2030, 1, 1), 2024)],
)
def test_the_latest_book_is_never_of_the_future(
    cell: Path, as_of: date, year: int | None
) -> None:
    with open_ledger(cell) as ledger:
        assert latest_book_year(ledger, as_of) == year


def test_a_book_has_a_unit_a_year_and_a_date(cell: Path) -> None:
    with open_ledger(cell) as ledger:
        [book] = books(ledger, [2024]).values()

    assert (book.year, book.months) == (2024, tuple(range(1, 13)))
    assert book.book_date == shelf.NOW.date()


def test_books_of_another_year_are_not_asked_for(cell: Path) -> None:
    with open_ledger(cell) as ledger:
        assert books(ledger, [2023]) == {}


def test_equal_letters_are_counted_together(ledger_path: Path) -> None:
    rows = [
        papers.letters("PPPPPPPPPPPP", name, row) for row, name in enumerate(papers.CARDS, 2)
    ]
    shelf.record(ledger_path, papers.file(papers.dues(*rows)))

    assert [(one.letters, one.people) for one in counted(ledger_path)] == [("PPPPPPPPPPPP", 3)]


def test_a_member_without_a_row_counts_as_empty(cell: Path) -> None:
    assert [(one.letters, one.people) for one in counted(cell)] == [
        ("", 1),
        ("PPPPPPPPPPPP", 1),
        ("UUU.PPPPPPPP", 1),
    ]


def test_a_member_without_a_row_is_counted_with_the_days_of_the_stay(cell: Path) -> None:
    shelf.edit(cell, "UPDATE assignment SET valid_from = '2019', valid_to = '2024-05-10'")
    [absent] = [one for one in counted(cell) if not one.letters]

    assert (absent.since, absent.until) == (date(2019, 1, 1), date(2024, 5, 10))


def test_someone_who_left_is_counted_alone_with_the_day(cell: Path) -> None:
    row = papers.leaving(papers.BINH, decision_date=papers.day("2024-05-06"))
    shelf.record(cell, papers.file(papers.exits(row)))
    [tally] = [one for one in counted(cell) if one.letters.startswith("U")]

    assert (str(tally.left), tally.people) == ("2024-05-06", 1)


@pytest.mark.parametrize(
    ("paid", "wide"),
    [
        (StatedPayment(Month(2024, 1), "C2", None, 10_000, 3), set()),
        (StatedPayment(Month(2024, 1), "C2", None, 10_000, 4), {1}),
        (StatedPayment(Month(2024, 5), "C2", papers.day("2024-04-30")), {5}),
        (StatedPayment(Month(2024, 5), "C2", papers.day("2024-05")), set()),
        (StatedPayment(Month(2023, 5), "C2", None, 10_000, 12), set()),
    ],
    ids=["three months", "four months", "paid before", "paid within", "another year"],
)
def test_an_entry_for_many_months_is_no_collection_of_one(
    ledger_path: Path, paid: StatedPayment, wide: set[int]
) -> None:
    row = papers.letters("PPPPPPPPPPPP", payments=(paid,))
    shelf.record(ledger_path, papers.file(papers.dues(row)))
    [tally] = counted(ledger_path)

    assert tally.wide == wide


def test_the_last_of_several_exits_counts(cell: Path) -> None:
    out = papers.leaving(kind=ExitKind.OUT, event_date=papers.day("2020"))
    shelf.record(cell, papers.file(papers.exits(out)))
    shelf.edit(
        cell,
        "INSERT INTO transfer_leg (ledger_id, row_id, leg_id, person_id, direction, leg_date,"
        " said_in, change_in) SELECT ledger_id, 'x', 'x', person_id, 'OUT', '2022-01', 3, 3"
        " FROM transfer_leg",
    )
    with open_ledger(cell) as ledger:
        [left] = exits_by_person(ledger).values()

    assert str(left) == "2022-01"


def test_an_exit_without_a_day_is_no_day(cell: Path) -> None:
    shelf.record(cell, papers.file(papers.exits(papers.leaving())))
    with open_ledger(cell) as ledger:
        assert exits_by_person(ledger) == {}
