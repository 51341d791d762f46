"""Cells of books with words of a reason, under numbers that never change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, RowMapping, and_, func, or_, select

from partyroll.model import BookKind, Letter, leave_is_open
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import chunks
from partyroll.store.reading import live

NOTED = {BookKind.DUES: Letter.NOTED, BookKind.MEETINGS: Letter.EXCUSED}


class NotedKey(NamedTuple):
    """What a number stands for: these words in this cell; other words get another number."""

    book_id: str
    person_id: str
    position: int
    text: str


def noted_numbers(ledger: Ledger) -> dict[NotedKey, int]:
    """Return the number of all words that ever stood in such a cell, the first said first.

    What is taken back or written over keeps its number, so that no number is given twice.
    """
    lines = _lines(ledger)
    notes = _notes(ledger, {line["person_id"] for line in lines})
    first: dict[NotedKey, tuple[int, str, int, str]] = {}
    for line in lines:
        own = notes.get((line["book_id"], line["person_id"]), ())
        for position in _positions(line, own):
            for key, said in _said(line, position, own):
                first[key] = min(first.get(key, said), said)
    return {key: number for number, key in enumerate(sorted(first, key=first.__getitem__), 1)}


def line_sources(ledger: Ledger, people: Iterable[str]) -> dict[tuple[str, str], str]:
    """Return the source of each row of a book that stands, by the book and the person."""
    line, found = schema.book_line, dict[tuple[str, str], str]()
    for chunk in chunks(sorted({*people})):
        query = select(line.c.book_id, line.c.person_id, line.c.source_id)
        rows = ledger.db.execute(query.where(live(ledger, line), line.c.person_id.in_(chunk)))
        found |= {(book, person): source for book, person, source in rows if source}
    return found


def noted_years(ledger: Ledger) -> list[int]:
    """Return the years of which such cells stand."""
    line = schema.book_line
    query = select(line.c.year).distinct().where(live(ledger, line), _has_note())
    return sorted(ledger.db.execute(query).scalars())


def _lines(ledger: Ledger) -> list[RowMapping]:
    line = schema.book_line
    query = select(line).where(line.c.ledger_id == ledger.ledger_id, _has_note())
    return [*ledger.db.execute(query).mappings()]


def _has_note() -> ColumnElement[bool]:
    line = schema.book_line.c
    kinds = (
        and_(line.kind == kind.value, func.instr(line.letters, letter) > 0)
        for kind, letter in (*NOTED.items(), (BookKind.MEETINGS, Letter.ABSENT))
    )
    return or_(*kinds)


def _notes(ledger: Ledger, people: set[str]) -> dict[tuple[str, str], list[RowMapping]]:
    note = schema.book_note
    found: dict[tuple[str, str], list[RowMapping]] = defaultdict(list)
    for chunk in chunks(sorted(people)):
        query = select(note).where(
            note.c.ledger_id == ledger.ledger_id, note.c.person_id.in_(chunk)
        )
        for row in ledger.db.execute(query).mappings():
            found[row["book_id"], row["person_id"]].append(row)
    return found


def asks(kind: BookKind, letter: str, text: str) -> bool:
    """Whether a cell gives a reason, or does not say whether an absence was excused."""
    if letter == NOTED[kind]:
        return True
    absent = kind is BookKind.MEETINGS and letter == Letter.ABSENT
    return absent and leave_is_open(text)


def _positions(line: RowMapping, notes: Sequence[RowMapping]) -> Iterator[int]:
    kind, said = BookKind(line["kind"]), defaultdict[int, list[str]](list)
    for note in notes:
        said[note["position"]].append(note["text"])
    for place, letter in enumerate(line["letters"]):
        if any(asks(kind, letter, text) for text in ("", *said[place])):
            yield place


def _said(
    line: RowMapping, position: int, notes: list[RowMapping] | tuple[()]
) -> Iterator[tuple[NotedKey, tuple[int, str, int, str]]]:
    """Yield the words of a cell while `line` stood, each with when it was first said."""
    book_id, person_id, row_id = line["book_id"], line["person_id"], line["row_id"]
    since = line["change_in"]
    beside = [note for note in notes if note["position"] == position and _meet(line, note)]
    for note in beside:
        key = NotedKey(book_id, person_id, position, note["text"])
        yield key, (max(since, note["change_in"]), row_id, position, note["row_id"])
    ends = [note["change_out"] for note in beside if _before_end(note["change_out"] or 0, line)]
    for moment in (since, *filter(None, ends)):
        if not any(_stood(note, moment) for note in beside):
            yield NotedKey(book_id, person_id, position, ""), (moment, row_id, position, "")


def _stood(row: RowMapping, change: int) -> bool:
    return row["change_in"] <= change and _before_end(change, row)


def _meet(one: RowMapping, other: RowMapping) -> bool:
    """Whether two rows stood at the same time."""
    return _before_end(one["change_in"], other) and _before_end(other["change_in"], one)


def _before_end(change: int, row: RowMapping) -> bool:
    return row["change_out"] is None or change < row["change_out"]
