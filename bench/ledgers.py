"""Invented ledgers of any size: six years of dues, one of meetings, written row by row."""

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbooks import MEMBERS_PER_CELL, full_name

from partyroll.store import schema
from partyroll.store.changes import Change, begin_change
from partyroll.store.digests import Value
from partyroll.store.ids import Ids
from partyroll.store.ledger import create_ledger, open_ledger

YEAR = 2025
YEARS = range(YEAR - 5, YEAR + 1)
AT = datetime(2026, 1, 10, 9)  # noqa: DTZ001 (a clerk's own clock)
MONTHS = " ".join(str(number) for number in range(1, 13))
CELLS_WITHOUT_A_MONTH = 20  # one cell in so many has not handed in one month

Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Member:
    """A member: the place in the roll, the ids, and whether the letters lead to a list."""

    number: int
    person_id: str
    unit_id: str
    listed: bool
    left: bool  # long ago: in no book of the year


@dataclass(frozen=True, slots=True)
class Shelf:
    """One book of every cell, as one workbook brings them."""

    kind: str
    year: int
    source_id: str
    books: Mapping[str, str]  # by unit

    @property
    def place(self) -> Row:
        """Where its facts stand."""
        return {"source_id": self.source_id, "sheet": f"{self.kind} {self.year}"}


def write_ledger(
    path: Path, members: int, *, share: float, years: Iterable[int] = YEARS
) -> None:
    """Write a ledger in which a `share` of the members has letters for one of the lists."""
    chance, ids = random.Random(members), Ids()
    create_ledger(path, label="bench", at=AT)
    with open_ledger(path, write=True) as ledger:
        change = begin_change(ledger, "import", actor="bench", at=AT)
        units = [ids.new() for _ in range(-(-members // MEMBERS_PER_CELL))]
        people = [
            Member(
                number,
                ids.new(),
                units[number // MEMBERS_PER_CELL],
                listed=chance.random() < share,
                left=number % 50 == 7,
            )
            for number in range(members)
        ]
        _open_roster(change, units, people, ids.new())
        kinds = [*(("dues", year) for year in years), ("meetings", YEAR)]
        for kind, year in kinds:
            shelf = Shelf(kind, year, ids.new(), {unit: ids.new() for unit in units})
            _open_books(change, shelf)
            missing = {
                unit: chance.randrange(12)
                for unit in units
                if chance.randrange(CELLS_WITHOUT_A_MONTH) == 0
            }
            change.open(schema.book_line, _lines(shelf, people, missing, chance))
            change.rows.clear()  # a bench needs no digest, and a million members no such memory
        change.finish()


# --- People -------------------------------------------------------------------------------
def _open_roster(change: Change, units: list[str], people: list[Member], source: str) -> None:
    place = {"source_id": source, "sheet": "Danh sách"}
    change.open(schema.source, [_file("roster.xlsx", source)])
    change.open(schema.unit, ({"unit_id": u, "origin_key": u} for u in units))
    change.open(
        schema.unit_version,
        (
            {
                "unit_id": unit,
                "name": f"Chi bộ {number}",
                "name_key": f"chi bộ {number}",
                "kind": "CELL",
                **place,
            }
            for number, unit in enumerate(units, start=1)
        ),
    )
    change.open(
        schema.person,
        (
            {"person_id": m.person_id, "person_uid": m.person_id, "origin_key": m.person_id}
            for m in people
        ),
    )
    change.open(schema.person_version, (_person(member) | place for member in people))
    change.open(schema.life_event, (_removal(m) | place for m in people if m.left))
    change.open(
        schema.permission,
        (
            {"person_id": m.person_id, "kind": "EXEMPT_ACTIVITY", "valid_from": "2023"} | place
            for m in people
            if m.number % 30 == 4
        ),
    )
    change.open(
        schema.assignment,
        (
            {"person_id": m.person_id, "unit_id": m.unit_id, "kind": "OFFICIAL", **place}
            for m in people
        ),
    )


def _file(name: str, source_id: str) -> Row:
    return {
        "source_id": source_id,
        "file_name": name,
        "sha256": source_id,
        "content_sha256": source_id,
        "size": 1,
    }


def _person(member: Member) -> Row:
    number, name = member.number, full_name(member.number)
    return {
        "person_id": member.person_id,
        "full_name": name,
        "name_key": name.casefold(),
        "name_fold": name.casefold(),
        "gender": "Nữ" if number % 3 else "Nam",
        "birth_date": f"{1941 + number % 40}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "admission_date": f"{1985 + number % 41}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "official_date": f"{1986 + number % 41}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "card_no": f"0991{number:08d}",
        "national_id": f"0990{number:08d}",
        "hometown": f"xã {number % 40}, huyện {number % 9}",
        "stated_status": "OFFICIAL",
        "on_roster": 1,
        "row": number + 2,
    }


def _removal(member: Member) -> Row:
    return {
        "event_id": member.person_id,
        "person_id": member.person_id,
        "unit_id": member.unit_id,
        "kind": "REMOVED",
        "decision_date": f"{YEAR - 2}-06-15",
    }


# --- Books --------------------------------------------------------------------------------
def _open_books(change: Change, shelf: Shelf) -> None:
    columns = {chr(69 + n): [f"{shelf.kind}:{shelf.year}-{n + 1:02d}"] for n in range(12)}
    change.open(schema.source, [_file(f"{shelf.kind}-{shelf.year}.xlsx", shelf.source_id)])
    change.open(
        schema.source_sheet,
        [
            {
                **shelf.place,
                "kind": shelf.kind,
                "range": "A1:P2000000",
                "first_row": 1,
                "last_row": 2_000_000,
                "heading_rows": "1",
                "columns": json.dumps(columns),
                "encoding": "unicode",
            }
        ],
    )
    change.open(
        schema.book,
        (
            {
                "book_id": book,
                "kind": shelf.kind,
                "unit_id": unit,
                "year": shelf.year,
                "layout": shelf.kind,
                "months": MONTHS,
                "columns": "{}",
                "book_date": AT.date().isoformat(),
                **shelf.place,
            }
            for unit, book in shelf.books.items()
        ),
    )


def _lines(
    shelf: Shelf, people: list[Member], missing: Mapping[str, int], chance: random.Random
) -> Iterator[Row]:
    for member in people:
        if member.left and shelf.year > YEAR - 2:
            continue
        owes = member.listed and shelf.year == YEAR and shelf.kind == "dues"
        letters = _owing(chance) if owes else _ordinary(shelf.kind, chance)
        if (month := missing.get(member.unit_id)) is not None:
            letters[month] = "."
        yield {
            "book_id": shelf.books[member.unit_id],
            "person_id": member.person_id,
            "kind": shelf.kind,
            "year": shelf.year,
            "unit_id": member.unit_id,
            "letters": "".join(letters),
            "amounts": ",".join("10000" if sign == "P" else "" for sign in letters),
            "row": member.number + 2,
            **shelf.place,
        }


def _owing(chance: random.Random) -> list[str]:
    """Return the letters of someone for a list: most owe plainly, some give a reason."""
    letters = ["P"] * 12
    for month in chance.sample(range(12), chance.choice((2, 3, 3, 4, 6))):
        letters[month] = chance.choice("UUUN.")
    return letters


def _ordinary(kind: str, chance: random.Random) -> list[str]:
    """Return the letters of everybody else: now and then one month open, or exempt."""
    letters = ["P"] * 12
    open_ = chance.random()
    if open_ < 0.06:
        letters[chance.randrange(12)] = chance.choice("U.N" if kind == "dues" else "AEn.")
    elif open_ < 0.1 and kind == "dues":
        letters = ["X"] * 12
    return letters
