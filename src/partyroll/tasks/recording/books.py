"""Books of dues and meetings: a line of letters for each person, payments and notes beside it.

The same unit, year, kind and layout is a new version of one book: its rows replace the old
ones, blanks included.  Names join people of their unit in the ledger; a book whose unit has no
roster creates the people it names.
"""

import json
from collections.abc import Container
from dataclasses import dataclass, field

from partyroll.model import Letter
from partyroll.read.facts import BookRow, Table
from partyroll.store.digests import Value
from partyroll.store.draft import Outcome
from partyroll.store.facts import Values as Stored
from partyroll.store.reading import iso
from partyroll.tasks.recording.book_lines import LINE, line_of
from partyroll.tasks.recording.clues import Clues
from partyroll.tasks.recording.completing import merged, position_of
from partyroll.tasks.recording.namesakes import Namesakes, is_bare, remember_another
from partyroll.tasks.recording.other_books import OtherBooks
from partyroll.tasks.recording.owners import Owners, Sought
from partyroll.tasks.recording.session import Session, Work
from partyroll.text import same_key

_LINES = ("book_line", "book_note", "payment")


@dataclass(slots=True)
class Books:
    """Every book that this command brings, so that two sheets of one book do not fight."""

    session: Session
    owners: Owners
    ids: dict[tuple[str, str | None, int, str], str] = field(default_factory=dict)
    origin: dict[str, Work] = field(default_factory=dict)
    others: OtherBooks = field(default_factory=OtherBooks)
    _loaded: set[tuple[str, int]] = field(default_factory=set)
    # Where a file's first row of somebody in a book stands: its sheet and row.
    _written: dict[tuple[str, str, str], tuple[str, int]] = field(default_factory=dict)

    def record(self, work: Work) -> None:
        """Record one table of a dues or meetings book."""
        table = work.table
        if table.year is None:
            return
        self._load(table.kind.value, table.year)
        self.others.bring(work)
        rows = [row for row in table.rows if isinstance(row, BookRow)]
        work.learn_units((row.unit, row.full_name) for row in rows)
        namesakes = Namesakes.among(rows)
        plain: list[tuple[Value, ...]] = []  # put together, before any other row is looked at
        for row in rows:
            found = work.unit(row.row, row.unit, name=row.full_name)
            if found is None:
                continue
            unit_id = found.unit_id or None
            line = self._plain_line(work, row, unit_id, namesakes)
            if line is not None:
                plain.append(line)
                continue
            self._put_all(work, plain)
            self._record_row(work, row, unit_id, namesakes)
        self._put_all(work, plain)

    def _put_all(self, work: Work, lines: list[tuple[Value, ...]]) -> None:
        work.tally.count_all(self.session.draft.fill_all(LINE, lines))
        lines.clear()

    def _plain_line(
        self, work: Work, row: BookRow, unit_id: str | None, namesakes: Namesakes
    ) -> tuple[Value, ...] | None:
        """Return the line of a row that is plainly somebody's and says nothing besides.

        None where it wants the long way: an answer, a doubt, a stranger, another unit than
        theirs, a second row, something beside the months.
        """
        session = self.session
        beside = row.notes or row.payments or work.completion or session.verdicts
        if beside or namesakes.of(row):
            return None
        person_id = self._plainly(row, unit_id)
        if person_id is None:
            return None
        own = session.people.unit_of.get(person_id)
        if unit_id and own and own != unit_id:
            return None
        book_id, first = self._first_row(work, row, person_id, unit_id or own)
        if first != (work.table.sheet, row.row):
            return None
        self._tell_others(work, row, (book_id, person_id))
        return line_of(work, row, (book_id, person_id), unit_id or own)

    def _tell_others(self, work: Work, row: BookRow, key: tuple[str, str]) -> None:
        self.others.tell(work, row, self.session.draft.rows("book_line").get(key))

    def _plainly(self, row: BookRow, unit_id: str | None) -> str | None:
        """Return whom a row points to beyond doubt."""
        people = self.session.people
        if row.card_no and not row.national_id:
            holder = people.holder(row.card_no, row.full_name)
            if holder is not None:
                return holder
        stated = (row.full_name, row.birth_date, row.card_no, row.national_id, unit_id)
        return people.match(Clues(*stated, self.session.seen)).person_id

    def _first_row(
        self, work: Work, row: BookRow, person_id: str, unit_id: str | None
    ) -> tuple[str, tuple[str, int]]:
        """Return the book of a row, and the first row of the file that is theirs in it."""
        book_id = work.books.get(unit_id) or self._book(work, unit_id, work.table.year or 0)
        key, place = (work.source_id, book_id, person_id), (work.table.sheet, row.row)
        return book_id, self._written.setdefault(key, place)

    def _load(self, kind: str, year: int) -> None:
        if (kind, year) in self._loaded:
            return
        self._loaded.add((kind, year))
        draft = self.session.draft
        for book in draft.load("book", kind=[kind], year=[year]).values():
            # All that is loaded comes back: books of other years and kinds too.
            unit_id, own_year = iso(book["unit_id"]), int(book["year"] or 0)
            key = (str(book["kind"]), unit_id, own_year, str(book["layout"]))
            self.ids.setdefault(key, str(book["book_id"]))
        draft.load("book_line", kind=[kind], year=[year])
        books = {row["book_id"] for row in draft.rows("book").values()}
        for name in ("book_note", "payment"):
            draft.load(name, book_id=books)

    def _record_row(
        self, work: Work, row: BookRow, unit_id: str | None, namesakes: Namesakes
    ) -> None:
        person_id = self._goes_on(work, row, unit_id, namesakes) or self._owner(
            work, row, unit_id, namesakes
        )
        if person_id is not None:
            own = self.session.people.unit_of.get(person_id)
            self._put(work, row, person_id, unit_id or own)

    def _owner(
        self, work: Work, row: BookRow, unit_id: str | None, namesakes: Namesakes
    ) -> str | None:
        """Return the person of a row that goes on with nobody's line; None if it stays out."""
        # Only their months tell rows of one name apart.
        mark, unclear = row.letters if is_bare(row) else "", namesakes.unclear(row)
        clues = Clues(row.full_name, unit_id=unit_id, mark=mark)
        without = namesakes.others(work, row, clues) if unclear else frozenset[str]()
        sought = Sought(unclear, mark, without)
        person_id = self.owners.of(work, row, unit_id, sought)
        if unclear:
            remember_another(work, row, clues)
        return person_id

    def _goes_on(
        self, work: Work, row: BookRow, unit_id: str | None, namesakes: Namesakes
    ) -> str | None:
        """Return whose line a row of a newer version goes on, where others have its name."""
        table = work.table
        if not namesakes.of(row) or work.completion is not None:
            return None
        book_id = self.ids.get((table.kind.value, unit_id, table.year or 0, table.layout))
        lines = self.session.draft.rows("book_line").values()
        people, name = self.session.people, same_key(row.full_name)
        held = [
            line
            for line in lines
            if line["book_id"] == book_id and people.of(str(line["person_id"])).name_key == name
        ]
        namesakes.learn(row, table.kind, held)
        return namesakes.person(row)

    def _put(self, work: Work, row: BookRow, person_id: str, unit_id: str | None) -> None:
        draft = self.session.draft
        book_id, first = self._first_row(work, row, person_id, unit_id)
        if first != (work.table.sheet, row.row):
            sheet, number = first
            told = number if sheet == work.table.sheet else f"{number} của trang “{sheet}”"
            work.refuse(row.row, "duplicate_row", "full_name", name=row.full_name, first=told)
            return
        if work.completion is not None:
            before = draft.rows("book_line").get((book_id, person_id))
            if before is not None:
                self._correct(work, row, before)
                return
        self._tell_others(work, row, (book_id, person_id))
        outcome = draft.fill(LINE, line_of(work, row, (book_id, person_id), unit_id))
        if row.notes or row.payments:
            key = {"book_id": book_id, "person_id": person_id}
            _count(work, [outcome, *self._beside(work, row, key)])
        else:
            work.tally.count(outcome)

    def _beside(
        self, work: Work, row: BookRow, key: Stored, months: Container[int] | None = None
    ) -> list[Outcome]:
        """Put the notes and payments of a row, or those in the cells of `months` only."""
        draft, place = self.session.draft, work.place(row.row)
        outcomes = [
            draft.put("book_note", {**key, "position": position, "text": text}, place)
            for position, text in row.notes.items()
            if months is None or position in months
        ]
        return outcomes + [
            draft.put(
                "payment",
                {
                    **key,
                    "month": str(paid.month),
                    "paid_on": iso(paid.paid_on),
                    "amount": paid.amount,
                    "span": paid.span,
                    "own": int(paid.own),
                    "cell": paid.cell,
                },
                place,
            )
            for paid in row.payments
            if months is None or position_of(work.table, row, paid.cell) in months
        ]

    def _correct(self, work: Work, row: BookRow, line: Stored) -> None:
        """Join the corrected cells of a row to the line that the book holds already."""
        completion = work.completion
        if completion is None or completion.repeats(line, (work.table.sheet, row.row)):
            first = line["row"]
            work.refuse(row.row, "duplicate_row", "full_name", name=row.full_name, first=first)
            return
        draft, kept = self.session.draft, completion.kept_positions(line, row, work.table)
        months = frozenset(range(len(row.letters))) - kept
        letters, amounts = merged(row, line, kept)
        key = {"book_id": line["book_id"], "person_id": line["person_id"]}
        values = {
            **line,
            "letters": letters,
            "amounts": ",".join(amounts),
            "rate": row.rate or line["rate"],
            "remark": row.remark or line["remark"],
            "since": iso(row.since) or line["since"],
            "until": iso(row.until) or line["until"],
            "unallocated": int(row.unallocated or bool(line["unallocated"])),
        }
        # The cells of a book in blocks are those of the source: so the line stays there.
        place = None if line["cells"] else work.place(row.row)
        outcomes = [draft.put("book_line", values, place)]
        self._end_beside(line, months - set(row.notes), months)
        _count(work, outcomes + self._beside(work, row, key, months))

    def _end_beside(self, line: Stored, silent: frozenset[int], months: frozenset[int]) -> None:
        """End notes of cells that are `silent` now, and payments that other cells replaced."""
        draft, own = self.session.draft, (line["book_id"], line["person_id"])
        for position in silent:
            draft.end("book_note", (*own, position))
        if not any(str(line["letters"])[place] == Letter.PAID for place in months):
            return
        numbers = {f"{line['year']}-{place + 1:02d}" for place in months}
        for key, paid in [*draft.rows("payment").items()]:
            if key[:2] == own and paid["own"] and paid["month"] in numbers:
                draft.end("payment", key)

    def _book(self, work: Work, unit_id: str | None, year: int) -> str:
        table = work.table
        key = (table.kind.value, unit_id, year, table.layout)
        if work.completion is not None and key in self.ids:
            return self.ids[key]  # the book stands; it gets rows, and loses none
        if key not in self.ids:
            self.ids[key] = self.session.draft.ids.new()
        book_id = self.ids[key]
        work.books[unit_id] = book_id
        if book_id in self.origin:
            return book_id
        self.origin[book_id] = work
        self.session.draft.put(
            "book",
            _heading(table, book_id, unit_id, year, self),
            work.place(table.heading_rows[-1]),
        )
        return book_id

    def finish(self) -> None:
        """Close what a new version of a book does not hold any more, and say whose lines."""
        draft = self.session.draft
        for name in _LINES:
            for key in draft.untouched(name):
                work = self.origin.get(str(key[0]))
                if work is None:
                    continue
                if name == "book_line":
                    person = self.session.people.of(str(key[1])).full_name
                    row = work.table.heading_rows[-1]
                    work.warn(row, "book_row_gone", "full_name", name=person)
                    work.tally.outcomes[Outcome.CHANGED] += 1
                draft.end(name, key)


def _heading(
    table: Table, book_id: str, unit_id: str | None, year: int, books: Books
) -> Stored:
    today = books.session.today
    stated = table.book_date if table.book_date and table.book_date <= today else None
    known = books.session.draft.rows("book").get((book_id,))
    # Without a date in the file, or with one to come, the book is as old as its import; a
    # repeat is not younger.
    book_date = str(stated) if stated else (known or {}).get("book_date") or str(today)
    return {
        "book_id": book_id,
        "kind": table.kind.value,
        "unit_id": unit_id,
        "year": year,
        "layout": table.layout,
        "months": " ".join(map(str, table.months)),
        "columns": json.dumps({str(p): c for p, c in table.positions.items()}),
        "book_date": book_date,
    }


def _count(work: Work, outcomes: list[Outcome]) -> None:
    if outcomes[0] is Outcome.ADDED:
        work.tally.count(Outcome.ADDED)
        return
    same = all(outcome is Outcome.UNCHANGED for outcome in outcomes)
    work.tally.count(Outcome.UNCHANGED if same else Outcome.CHANGED)
