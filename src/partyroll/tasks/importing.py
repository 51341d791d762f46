"""Importing workbooks: read them all, then one transaction, one change."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from partyroll.errors import PartyrollError
from partyroll.model import Problem
from partyroll.read.facts import (
    IMPORTED,
    ExitRow,
    ReadFile,
    SetAside,
    Table,
    TableKind,
    UnitRef,
)
from partyroll.read.opening import IN_PROCESS, Opener
from partyroll.read.workbook import read_workbook
from partyroll.settings import GateLimits
from partyroll.store.backup import backup_if_due
from partyroll.store.changes import begin_change
from partyroll.store.draft import Draft, Outcome, Place
from partyroll.store.files import publish
from partyroll.store.ledger import Ledger, open_ledger, unpublished_ledger
from partyroll.store.refusals import LedgerExists
from partyroll.store.sources import imported_before, same_content_before, versions_of
from partyroll.tasks.differences import Difference, differences_of
from partyroll.tasks.gate.evidence import Evidence
from partyroll.tasks.gate.gate import judge
from partyroll.tasks.gate.signs import NO_SIGNS, GateResult
from partyroll.tasks.mapping import check_all_used, remember, teaching_of
from partyroll.tasks.recording.away import Away
from partyroll.tasks.recording.books import Books
from partyroll.tasks.recording.candidates import Candidates
from partyroll.tasks.recording.completing import completion_of, keep, settle
from partyroll.tasks.recording.exits import Exits
from partyroll.tasks.recording.headcounts import Headcounts
from partyroll.tasks.recording.owners import Owners
from partyroll.tasks.recording.people import People
from partyroll.tasks.recording.ratings import Ratings
from partyroll.tasks.recording.rosters import mark_missing, record_roster
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.recording.tally import Tally
from partyroll.tasks.recording.unit_lists import UnitLists
from partyroll.tasks.recording.units import UnitTree
from partyroll.text import same_key

Progress = Callable[[str, int, int], None]


class Recorder(Protocol):
    """Puts the rows of tables of one kind into the draft."""

    def record(self, work: Work) -> None:
        """Record one table."""


# What a file is, apart from the facts in it: alone it is no reason to write.
_ABOUT_FILES = frozenset({"source_sheet"})


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file brought."""

    file: str
    tables: tuple[Table, ...] = ()
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    set_aside: tuple[SetAside, ...] = ()
    set_aside_people: tuple[str, ...] = ()
    missing_people: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    differences: tuple[Difference, ...] = ()  # told in trials only
    repeated: int | None = None  # the change that brought the same bytes
    refusal: str = ""  # why the whole file stayed out
    sha256: str = ""
    completes: str = ""  # the sha256 of the workbook whose rows came back in this one
    origins: Mapping[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    untouched: frozenset[tuple[str, int]] = frozenset()
    returned: Path | None = None  # the workbook of the rows that stayed out
    return_refusal: str = ""  # why that could not be written


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did; `change` is None when the ledger is as before."""

    files: tuple[FileResult, ...]
    change: int | None
    created: bool
    dry_run: bool
    gate: GateResult = NO_SIGNS

    @property
    def set_aside(self) -> int:
        """How many rows stayed out, over all files."""
        return sum(len(file.set_aside) for file in self.files)

    @property
    def refused(self) -> int:
        """How many whole files stayed out."""
        return sum(bool(file.refusal) for file in self.files)


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What the user asked for."""

    files: tuple[Path, ...]
    ledger: Path
    actor: str
    now: datetime
    dry_run: bool = False
    unit: str = ""
    encoding: str = ""  # what the user says old text is stored in: tcvn3, vni, unicode
    headings: Mapping[str, str] = field(default_factory=dict)  # of the office
    maps: tuple[str, ...] = ()  # what was typed after --map
    sensitive: frozenset[str] = frozenset()
    limits: GateLimits = field(default_factory=GateLimits)
    opener: Opener = IN_PROCESS  # who reads the sheets of workbooks
    accepted: bool = False  # --yes: the signs of a wrong mapping were looked at


class Recorded(NamedTuple):
    """What recording brought: each file, the change made (None = none), what the gate saw."""

    results: list[FileResult]
    number: int | None
    gate: GateResult = NO_SIGNS


def import_files(request: ImportRequest, *, progress: Progress | None = None) -> ImportResult:
    """Import every file in one change; make the ledger when there is none.

    Raises the refusal of a single bad file; among several, bad ones are reported and left out.
    """
    if request.ledger.exists():
        return _into_ledger(request, progress)
    try:
        return _into_new_ledger(request, progress)
    except LedgerExists:  # another window has just made it
        return _into_ledger(request, progress)


def _into_ledger(request: ImportRequest, progress: Progress | None) -> ImportResult:
    read, refused = _read_all(request, progress, known=request.ledger)
    if not request.dry_run:
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
        # The same bytes read in another encoding, or as taught, are another content.
        anew = request.encoding or request.maps
        before = imported_before(known, path) if known and not anew else None
        if before is not None:
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
        if known and not request.maps:
            before = same_content_before(known, file.content_sha256)
        read.append(file if before is None else FileResult(path.name, repeated=before))
    request.opener.close()  # recording needs the memory
    if read:
        check_all_used(teaching, (file for file in read if isinstance(file, ReadFile)))
    return read, refused


def _record(
    request: ImportRequest,
    read: list[ReadFile | FileResult],
    refused: list[FileResult],
    *,
    created: bool,
) -> ImportResult:
    files = [file for file in read if isinstance(file, ReadFile)]
    repeated = [file for file in read if isinstance(file, FileResult)]
    done = Recorded([], None)
    if files:
        with open_ledger(request.ledger, write=True, dry_run=request.dry_run) as ledger:
            done = record_files(ledger, request, files)
    number = None if request.dry_run else done.number
    everything = (*done.results, *repeated, *refused)
    made = created and number is not None
    return ImportResult(everything, number, made, request.dry_run, done.gate)


def record_files(ledger: Ledger, request: ImportRequest, files: list[ReadFile]) -> Recorded:
    """Record what the files state in one change; return what each brought, and its number."""
    draft = Draft(ledger)
    default = UnitRef(request.unit, origin="option") if request.unit else None
    session = Session(draft, UnitTree(draft), People(draft), request.now.date(), default)
    works = [_file_works(session, file) for file in files]
    record_tables(session, [work for _, tables in works for work in tables])
    for (tally, tables), file in zip(works, files, strict=True):
        rosters = [w for w in tables if w.table.kind is TableKind.ROSTER]
        if rosters:
            place = [(w.table, w.source_id) for w in rosters]
            mark_missing(session, place if not file.completes else [], tally)
        _keep_set_aside(draft, file, tally, tables)
    told = differences_of(draft) if request.dry_run else {}
    problems = (p for (tally, _), f in zip(works, files, strict=True) for p in f.problems)
    evidence = Evidence(session, [w for _, own in works for w in own], problems, request.limits)
    gate = judge(evidence, accepted=request.accepted)
    number = None
    if not gate.stopped and draft.differences(apart_from=_ABOUT_FILES):
        change = begin_change(ledger, "import", actor=request.actor, at=request.now)
        change.note = _note(files, gate)
        draft.write(change)
        number = change.finish().number
    results = [
        replace(_result(file, tally), differences=_own(told, tables))
        for (tally, tables), file in zip(works, files, strict=True)
    ]
    return Recorded(results, number, gate)


def _own(told: Mapping[str, list[Difference]], works: list[Work]) -> tuple[Difference, ...]:
    return tuple(told.get(works[0].source_id, ())) if works else ()


def _note(files: list[ReadFile], gate: GateResult) -> str:
    """Return what the history says: the files, and the signs that somebody overrode."""
    names = ", ".join(file.name for file in files)
    return f"{names}; đồng ý (--yes) dù: {gate.titles}" if gate.suspicious else names


def _file_works(session: Session, file: ReadFile) -> tuple[Tally, list[Work]]:
    tally = Tally(file.name)
    source_id = session.draft.add_source(
        file_name=file.name,
        sha256=file.sha256,
        content_sha256=file.content_sha256,
        size=file.size,
    )
    session.draft.load("source_sheet", source_id=[source_id])
    for table in file.tables:
        _describe(session.draft, table, source_id)
        remember(session.draft, table, source_id)
    completion = completion_of(session.draft, file)
    works = [
        Work(session, table, source_id, tally, file.answers, completion=completion)
        for table in file.tables
    ]
    if completion and not completion.source_id and works:
        works[0].warn(1, "completed_source_unknown")
    return tally, works


def _describe(draft: Draft, table: Table, source_id: str) -> None:
    first, last = table.range.split(":") if ":" in table.range else (table.range, table.range)
    draft.put(
        "source_sheet",
        {
            "kind": table.kind.value,
            "range": table.range,
            "first_row": _row_number(first),
            "last_row": _row_number(last),
            "heading_rows": " ".join(map(str, table.heading_rows)),
            "columns": json.dumps({c: list(f) for c, f in table.columns.items()}),
            "encoding": table.encoding,
        },
        Place(source_id, table.sheet, table.heading_rows[0] if table.heading_rows else None),
    )


def _row_number(address: str) -> int:
    return int("".join(c for c in address if c.isdigit()) or 0)


def record_tables(session: Session, works: Iterable[Work], *, whole: bool = True) -> None:
    """Record every table, rosters first: books join the people that rosters name.

    `whole`: the tables are all that their files hold; else a few rows that come later.
    """
    by_kind: dict[TableKind, list[Work]] = {}
    for work in works:
        by_kind.setdefault(work.table.kind, []).append(work)
    session.leaving |= _names_leaving(by_kind.get(TableKind.EXITS, []))
    units = UnitLists(session)
    for work in by_kind.get(TableKind.UNITS, []):
        units.record(work)
    for work in by_kind.get(TableKind.ROSTER, []):
        record_roster(work)
    owners = Owners(session)
    books = Books(session, owners)
    for work in (*by_kind.get(TableKind.DUES, ()), *by_kind.get(TableKind.MEETINGS, ())):
        books.record(work)
    if whole:
        books.finish()
    recorders: tuple[tuple[TableKind, Recorder], ...] = (
        (TableKind.EXITS, Exits(session)),
        (TableKind.AWAY, Away(session, owners)),
        (TableKind.RATINGS, Ratings(session, owners)),
        (TableKind.CANDIDATES, Candidates(session)),
        (TableKind.HEADCOUNTS, Headcounts(session)),
    )
    for kind, recorder in recorders:
        for work in by_kind.get(kind, []):
            recorder.record(work)


def _names_leaving(works: Iterable[Work]) -> set[str]:
    return {
        same_key(row.full_name)
        for work in works
        for row in work.table.rows
        if isinstance(row, ExitRow)
    }


def _keep_set_aside(draft: Draft, file: ReadFile, tally: Tally, works: list[Work]) -> None:
    """Keep the text of rows that stayed out; those of an older version are done with."""
    if not works:
        return
    completion, source_id = works[0].completion, works[0].source_id
    if completion and completion.source_id:
        settle(draft, file, tally, completion, source_id)
        return
    versions = {source_id, *versions_of(draft.ledger, file.name)}
    draft.load("set_aside", source_id=versions)
    for aside in (*file.set_aside, *tally.set_aside):
        keep(draft, aside, tally, Place(source_id, aside.sheet, aside.row))
    for key in draft.untouched("set_aside"):
        if key[0] in versions:
            draft.end("set_aside", key)


def _result(file: ReadFile, tally: Tally) -> FileResult:
    asides = {(a.sheet, a.row): a for a in (*file.set_aside, *tally.set_aside)}
    names = [a.texts.get("full_name", "") for a in file.set_aside]
    return FileResult(
        file.name,
        file.tables,
        tally.outcomes[Outcome.ADDED],
        tally.outcomes[Outcome.CHANGED],
        tally.outcomes[Outcome.UNCHANGED],
        tuple(asides.values()),
        tuple(name for name in (*names, *tally.set_aside_people) if name),
        tuple(tally.missing_people),
        tuple(sorted((*file.problems, *tally.problems), key=_where)),
        sha256=file.sha256,
        completes=file.completes,
        origins=file.origins,
        untouched=file.untouched,
    )


def _where(problem: Problem) -> tuple[str, int, str]:
    return (problem.sheet, problem.row or 0, problem.cell)


def imported_kinds(tables: Iterable[Table]) -> frozenset[TableKind]:
    """Return the kinds among `tables` that this version writes to the ledger."""
    return IMPORTED & {table.kind for table in tables}
