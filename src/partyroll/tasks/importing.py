"""Importing workbooks: read them all, then one transaction, one change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from partyroll.errors import PartyrollError
from partyroll.read.cage import without_pauses
from partyroll.read.facts import ReadFile
from partyroll.read.workbook import read_workbook
from partyroll.store.backup import backup_if_due
from partyroll.store.files import publish
from partyroll.store.ledger import open_ledger, unpublished_ledger
from partyroll.store.refusals import LedgerExists
from partyroll.store.sources import imported_before, same_content_before
from partyroll.tasks.imports import FileResult, ImportRequest, ImportResult, Recorded
from partyroll.tasks.mapping import check_all_used, teaching_of
from partyroll.tasks.recording.files import record_files

Progress = Callable[[str, int, int], None]

_MANY = 5_000  # rows: fewer are in before indexes could be made anew


def import_files(request: ImportRequest, *, progress: Progress | None = None) -> ImportResult:
    """Import every file in one change; make the ledger when there is none.

    Raises the refusal of a single bad file; among several, bad ones are reported and left out.
    """
    with without_pauses():
        if request.ledger.exists():
            return _into_ledger(request, progress)
        try:
            return _into_new_ledger(request, progress)
        except LedgerExists:  # another window has just made it
            return _into_ledger(request, progress)


def _into_ledger(request: ImportRequest, progress: Progress | None) -> ImportResult:
    read, refused = _read_all(request, progress, known=request.ledger)
    if not request.dry_run and any(isinstance(file, ReadFile) for file in read):
        backup_if_due(request.ledger, at=request.now)
    return _record(request, read, refused, created=False)


def _into_new_ledger(request: ImportRequest, progress: Progress | None) -> ImportResult:
    """Record into a ledger that nobody sees before all is in it."""
    read, refused = _read_all(request, progress, known=None)
    with unpublished_ledger(request.ledger, at=request.now) as making:
        result = _record(replace(request, ledger=making), read, refused, created=True)
        if result.change is not None:
            publish(making, request.ledger)
    return result


def _read_all(
    request: ImportRequest, progress: Progress | None, known: Path | None
) -> tuple[list[ReadFile | FileResult], list[FileResult]]:
    """Read every file before the ledger is locked; the same bytes are not read again."""
    read: list[ReadFile | FileResult] = []
    refused: list[FileResult] = []
    teaching = teaching_of(request.maps, request.headings, known)
    for path in request.files:
        # The same bytes read in another encoding, or as taught, are another content; what was
        # left out the first time may be agreed to the second.
        anew = request.encoding or request.maps or request.accepted or request.book_date
        before = imported_before(known, path) if known and not anew else None
        if before is not None and not request.dry_run:
            read.append(FileResult(path.name, repeated=before))
            continue
        try:
            file = read_workbook(
                path,
                today=request.now.date(),
                teaching=teaching,
                sensitive=request.sensitive,
                encoding=request.encoding,
                progress=progress,
                opener=request.opener,
            )
        except PartyrollError as refusal:
            if len(request.files) == 1:
                raise
            refused.append(FileResult(path.name, refusal=str(refusal)))
            continue
        if known and not (request.maps or request.accepted or request.book_date):
            before = before or same_content_before(known, file.content_sha256)
        read.append(file if before is None else _repeated(request, file, before))
    request.opener.close()  # recording needs the memory
    if read:
        check_all_used(teaching, (file for file in read if isinstance(file, ReadFile)))
    return read, refused


def _repeated(request: ImportRequest, file: ReadFile, change: int) -> FileResult:
    """Return what is told of a file that is in the ledger: in a trial also its columns."""
    tables = file.tables if request.dry_run else ()
    return FileResult(file.name, tables, repeated=change)


def _record(
    request: ImportRequest,
    read: list[ReadFile | FileResult],
    refused: list[FileResult],
    *,
    created: bool,
) -> ImportResult:
    files = [_dated(file, request.book_date) for file in read if isinstance(file, ReadFile)]
    repeated = [file for file in read if isinstance(file, FileResult)]
    done = Recorded([], None)
    if files:
        rows = sum(len(table.rows) for file in files for table in file.tables)
        first = created and rows >= _MANY
        with open_ledger(
            request.ledger, write=True, dry_run=request.dry_run, first_rows=first
        ) as ledger:
            done = record_files(ledger, request, files)
    number = None if request.dry_run else done.number
    everything = (*done.results, *repeated, *refused)
    made = created and number is not None
    return ImportResult(everything, number, made, request.dry_run, done.gate)


def _dated(file: ReadFile, book_date: date | None) -> ReadFile:
    """Return a file whose books are kept until a day, where they do not say it themselves."""
    if book_date is None:
        return file
    tables = (replace(t, book_date=t.book_date or book_date) for t in file.tables)
    return replace(file, tables=tuple(tables))
