"""Who is ordinary, and that the rule says of them what it says of anybody."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from partyroll.model import Finding
from partyroll.period import Month
from partyroll.read.facts import BookRow, StatedPayment
from partyroll.rulebook import shipped
from partyroll.rules.reading import reading_of
from partyroll.rules.review import RULES, review
from partyroll.store.cases import cases
from partyroll.store.ledger import open_ledger
from partyroll.store.people import people
from partyroll.tasks.narrowing import Shelf
from partyroll.tasks.ordinary import OrdinaryPeople, rows_of_ordinary
from store import papers, shelf

DAY = date(2024, 12, 31)
OWING = "UUNPPPPPPPP."


@pytest.fixture
def ledger_path(tmp_path: Path) -> Path:
    """A ledger without facts."""
    return shelf.empty(tmp_path)


def ordinary(path: Path) -> list[str]:
    with open_ledger(path) as ledger:
        known = list(people(ledger))
        looked = Shelf(ledger, reading_of(shipped(), 2024, DAY))
        found = rows_of_ordinary(looked, [person.person_id for person in known])
    return sorted(person.full_name for person in known if person.person_id in found)


def cell_of(path: Path, *rows: BookRow, **roster: Any) -> None:
    shelf.record(path, papers.file(papers.roster(papers.someone(papers.AN, 2, **roster))))
    shelf.record(path, papers.file(papers.dues(*rows)))


def test_somebody_with_one_row_in_the_book_of_the_unit_is_ordinary(ledger_path: Path) -> None:
    cell_of(ledger_path, papers.letters(OWING))

    assert ordinary(ledger_path) == [papers.AN]


@pytest.mark.parametrize(
    "facts",
    [
        {"remark": "xem lại"},
        {"since": papers.day("2024-02")},
        {"unallocated": True},
        {"payments": (StatedPayment(Month(2024, 1), "D2", papers.day("2024-06-01"), 10_000),)},
    ],
    ids=["a remark", "a date", "a sum for no month", "a payment"],
)
def test_nobody_is_ordinary_whose_row_says_more(
    ledger_path: Path, facts: dict[str, Any]
) -> None:
    cell_of(ledger_path, papers.letters(OWING, **facts))

    assert ordinary(ledger_path) == []


@pytest.mark.parametrize("admitted", ["2024-03-01", "1973-05-01"])
def test_nobody_is_ordinary_who_came_lately_or_very_long_ago(
    ledger_path: Path, admitted: str
) -> None:
    cell_of(ledger_path, papers.letters(OWING), admission_date=papers.day(admitted))

    assert ordinary(ledger_path) == []


def test_nobody_is_ordinary_who_left(ledger_path: Path) -> None:
    cell_of(ledger_path, papers.letters(OWING))
    shelf.record(ledger_path, papers.file(papers.exits(papers.leaving(papers.AN))))

    assert ordinary(ledger_path) == []


def test_nobody_is_ordinary_with_two_rows_for_a_year(ledger_path: Path) -> None:
    cell_of(ledger_path, papers.letters(OWING))
    again = papers.dues(papers.letters("PPPPPPPPPPPP"), layout="quarters")
    shelf.record(ledger_path, papers.file(again))

    assert ordinary(ledger_path) == []


def test_the_rule_says_of_ordinary_people_what_it_says_of_anybody(ledger_path: Path) -> None:
    rows = (
        papers.letters(OWING, papers.AN, 2, notes={2: "đi công tác", 0: "nợ"}),
        papers.letters("PPPPPPPPPPPP", papers.BINH, 3),
        papers.letters("UUUUUUUUUUUU", papers.CHI, 4),
    )
    names = (papers.AN, papers.BINH, papers.CHI)
    roster = papers.roster(*(papers.someone(n, row) for row, n in enumerate(names, 2)))
    shelf.record(ledger_path, papers.file(roster), papers.file(papers.dues(*rows)))
    shelf.record(ledger_path, papers.file(papers.meetings(papers.letters("--+", papers.AN))))

    quick, slow = both_ways(ledger_path)
    assert quick == slow
    assert set(quick) == {papers.AN, papers.CHI}


def test_a_blank_asks_how_full_its_own_book_is(ledger_path: Path) -> None:
    kept = ("PPPPPPPPP...", "PPPPPPPPPPPP", "PPPPPPPPPPPP")
    people_ = enumerate(zip(kept, papers.CARDS, strict=True), 2)
    full = papers.dues(*(papers.letters(one, name, row) for row, (one, name) in people_))
    lapsed = papers.letters("PPPPPPPPP...", "Phạm Thử Dũng", card_no="099000000004")
    shelf.record(ledger_path, papers.file(full))
    shelf.record(ledger_path, papers.file(papers.dues(lapsed, unit=papers.TAY)))

    quick, slow = both_ways(ledger_path)
    assert quick == slow
    assert set(quick) == {papers.AN}


def both_ways(path: Path) -> tuple[dict[str, Finding], dict[str, Finding]]:
    """The findings about ordinary people, and those of the rule asked of each of them."""
    with open_ledger(path) as ledger:
        looked = Shelf(ledger, reading_of(shipped(), 2024, DAY))
        rows = rows_of_ordinary(looked, [person.person_id for person in people(ledger)])
        found = list(OrdinaryPeople(looked, rows, [ground for ground, _ in RULES]).findings())
        asked = [
            (
                person,
                review(
                    case,
                    year=2024,
                    collections=looked.collections,
                    settings=looked.reading.settings,
                    as_of=DAY,
                ),
            )
            for person, case in cases(ledger, rows, [2024])
        ]
    quick, slow = (
        {person.full_name: finding for person, finding in ways if finding is not None}
        for ways in (found, asked)
    )
    return quick, slow
