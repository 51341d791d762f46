"""Sheets that an older version of the program read, and that would be read otherwise now.

What a version tells apart that older ones did not is kept with the sheet: by that it is known.
Of attendance it is `LEAVE`, whether a bare "vắng" was told from an absence without leave.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, FromClause, exists, func, select

from partyroll.model import Letter, Source
from partyroll.store.ledger import Ledger
from partyroll.store.reading import live
from partyroll.store.schema import book_line, book_note, source, source_sheet

TOLD_APART = "="  # beside the columns of a sheet, whose keys are letters
LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class OlderReading:
    """A sheet to be imported once more: the digest of its file, and where it is."""

    sha256: str
    source: Source


def older_readings(ledger: Ledger) -> Iterator[OlderReading]:
    """Yield the attendance sheets whose absences were read before a bare one was told apart.

    A sheet of which a newer version was read since is none: read again, it would replace that.
    """
    if not _any(ledger):
        return
    line, sheet = book_line.alias("line"), source_sheet.alias("read_then")
    letters = line.c.letters
    absences = func.length(letters) - func.length(func.replace(letters, Letter.ABSENT, ""))
    query = (
        select(source.c.sha256, source.c.file_name, line.c.sheet)
        .join(sheet, _same_sheet(line, sheet))
        .join(
            source,
            (source.c.ledger_id == line.c.ledger_id) & (source.c.source_id == line.c.source_id),
        )
        .where(
            line.c.ledger_id == ledger.ledger_id,
            line.c.change_out.is_(None),
            sheet.c.change_out.is_(None),
            line.c.kind == "meetings",
            ~_tells(sheet),
            absences > _notes_of(line),
            ~_read_since(line),
        )
        .distinct()
        .order_by(source.c.file_name, line.c.sheet)
    )
    for row in ledger.db.execute(query):
        yield OlderReading(row.sha256, Source(row.file_name, row.sheet, None))


def _any(ledger: Ledger) -> bool:
    """Whether there is any such sheet at all: seen at once, and mostly there is none."""
    sheet = source_sheet
    query = select(sheet.c.row_id).where(
        live(ledger, sheet), sheet.c.kind == "meetings", ~_tells(sheet)
    )
    return ledger.db.execute(query.limit(1)).first() is not None


def _same_sheet(line: FromClause, sheet: FromClause) -> ColumnElement[bool]:
    return (
        (sheet.c.ledger_id == line.c.ledger_id)
        & (sheet.c.source_id == line.c.source_id)
        & (sheet.c.sheet == line.c.sheet)
    )


def _tells(sheet: FromClause) -> ColumnElement[bool]:
    return func.instr(sheet.c.columns, f'"{TOLD_APART}"') > 0


def _notes_of(line: FromClause) -> ColumnElement[int]:
    note = book_note.c
    return (
        select(func.count())
        .where(
            note.ledger_id == line.c.ledger_id,
            note.book_id == line.c.book_id,
            note.person_id == line.c.person_id,
            note.change_out.is_(None),
        )
        .scalar_subquery()
    )


def _read_since(line: FromClause) -> ColumnElement[bool]:
    """Whether something of the same book comes from a sheet that this version has read."""
    newer = [
        exists().where(
            fact.c.ledger_id == line.c.ledger_id,
            fact.c.book_id == line.c.book_id,
            fact.c.change_out.is_(None),
            sheet.c.change_out.is_(None),
            _same_sheet(fact, sheet),
            _tells(sheet),
        )
        for fact, sheet in (
            (book_line.alias("other_line"), source_sheet.alias("read_since")),
            (book_note.alias("other_note"), source_sheet.alias("noted_since")),
        )
    ]
    return newer[0] | newer[1]
