"""The files of one command: recorded in one change, with what each of them brought."""

import json
from collections.abc import Callable, Container, Mapping
from dataclasses import replace

from partyroll.model import Problem
from partyroll.read.facts import ReadFile, Table, TableKind, UnitRef
from partyroll.store.changes import begin_change
from partyroll.store.draft import Draft, Outcome, Place
from partyroll.store.facts import Values as Stored
from partyroll.store.ledger import Ledger
from partyroll.store.list_answers import LEFT_CODES
from partyroll.store.older_readings import LEAVE, TOLD_APART
from partyroll.store.sources import versions_of
from partyroll.tasks.differences import Difference, differences_of
from partyroll.tasks.gate.evidence import Evidence
from partyroll.tasks.gate.gate import judge
from partyroll.tasks.gate.signs import GateResult
from partyroll.tasks.imports import FileResult, ImportRequest, Recorded
from partyroll.tasks.mapping import remember
from partyroll.tasks.recording.completing import completion_of, keep, settle
from partyroll.tasks.recording.people import People
from partyroll.tasks.recording.rosters import mark_missing
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.recording.tables import record_tables
from partyroll.tasks.recording.tally import Tally
from partyroll.tasks.recording.units import UnitTree
from partyroll.text import same_key

# What a file is, apart from the facts in it: alone it is no reason to write.
_ABOUT_FILES = frozenset({"source_sheet"})
# What this version tells apart in a sheet that older ones did not.
_TELLS: Mapping[TableKind, str] = {TableKind.MEETINGS: LEAVE}


def record_files(ledger: Ledger, request: ImportRequest, files: list[ReadFile]) -> Recorded:
    """Record what the files state in one change; return what each brought, and its number."""
    draft = Draft(ledger)
    default = UnitRef(request.unit, origin="option") if request.unit else None
    session = Session(
        draft, UnitTree(draft), People(draft), request.now.date(), default, request.accepted
    )
    works = [_file_works(session, file) for file in files]
    record_tables(session, [work for _, tables in works for work in tables])
    for (tally, tables), file in zip(works, files, strict=True):
        rosters = [w for w in tables if w.table.kind is TableKind.ROSTER]
        if rosters:
            place = [(w.table, w.source_id) for w in rosters]
            mark_missing(session, place if not file.completes else [], tally)
        _keep_set_aside(draft, file, tally, tables)
    brought = {
        book: work.source_id for _, own in works for work in own for book in work.books.values()
    }
    told = differences_of(draft, _name_in(session), brought)  # before the draft is spent
    problems = (p for (tally, _), f in zip(works, files, strict=True) for p in f.problems)
    evidence = Evidence(session, [w for _, own in works for w in own], problems, request.limits)
    gate = judge(evidence, accepted=request.accepted)
    number = None
    anew = any(tally.read_anew for tally, _ in works)
    if not gate.stopped and (anew or draft.differences(apart_from=_ABOUT_FILES)):
        change = begin_change(ledger, "import", actor=request.actor, at=request.now)
        change.note = _note(files, gate)
        draft.write(change)
        number = change.finish().number
    results = [
        replace(_result(file, tally), differences=_own(told, tables))
        for (tally, tables), file in zip(works, files, strict=True)
    ]
    return Recorded(results, number, gate)


def _name_in(session: Session) -> Callable[[str], str]:
    return lambda person_id: session.people.of(person_id).full_name


def _own(
    told: Mapping[str, tuple[Difference, ...]], works: list[Work]
) -> tuple[Difference, ...]:
    return told.get(works[0].source_id, ()) if works else ()


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
        tally.read_anew |= _describe(session.draft, table, source_id)
        remember(session.draft, table, source_id)
    completion = completion_of(session.draft, file)
    works = [
        Work(session, table, source_id, tally, file.answers, completion=completion)
        for table in file.tables
    ]
    if completion and not completion.source_id and works:
        works[0].warn(1, "completed_source_unknown")
    return tally, works


def _describe(draft: Draft, table: Table, source_id: str) -> bool:
    """State what a sheet is; return whether an older version read it with less care."""
    columns = {c: list(f) for c, f in table.columns.items()}
    if told_apart := _TELLS.get(table.kind):
        columns[TOLD_APART] = [told_apart]
    known = draft.rows("source_sheet").get((source_id, table.sheet, table.range))
    first, last = table.range.split(":") if ":" in table.range else (table.range, table.range)
    draft.put(
        "source_sheet",
        {
            "kind": table.kind.value,
            "range": table.range,
            "first_row": _row_number(first),
            "last_row": _row_number(last),
            "heading_rows": " ".join(map(str, table.heading_rows)),
            "columns": json.dumps(columns),
            "encoding": table.encoding,
        },
        Place(source_id, table.sheet, table.heading_rows[0] if table.heading_rows else None),
    )
    return TOLD_APART in columns and known is not None and TOLD_APART not in _columns_of(known)


def _columns_of(sheet: Stored) -> Container[str]:
    columns: dict[str, list[str]] = json.loads(str(sheet["columns"]))
    return columns


def _row_number(address: str) -> int:
    return int("".join(c for c in address if c.isdigit()) or 0)


def _keep_set_aside(draft: Draft, file: ReadFile, tally: Tally, works: list[Work]) -> None:
    """Keep the text of rows that stayed out; those of an older version are done with.

    Another office's file may have the same name: what it left out stays until it is answered.
    """
    if not works:
        return
    completion, source_id = works[0].completion, works[0].source_id
    if completion and completion.source_id:
        settle(draft, file, tally, completion, source_id)
        return
    if any(work.table.kind is TableKind.REVIEW_ANSWERS for work in works):
        tally.left_answers.settle(draft, source_id)
    older = set(versions_of(draft.ledger, file.name)) - {source_id}
    draft.load("set_aside", source_id={source_id, *older})
    for aside in (*file.set_aside, *tally.set_aside):
        keep(draft, aside, tally, Place(source_id, aside.sheet, aside.row))
    replaced = {source_id, *(older & draft.sources_said_again())} if older else {source_id}
    names = _names(file) if older - replaced else frozenset()
    for key in draft.untouched("set_aside"):
        if key[0] != source_id and key[3] in LEFT_CODES:
            continue  # only another answer settles an answer
        texts = str(draft.rows("set_aside")[key]["texts"])
        if key[0] in replaced or (key[0] in older and _names_one_of(texts, names)):
            draft.end("set_aside", key)


def _names(file: ReadFile) -> frozenset[str]:
    rows = (row for table in file.tables for row in table.rows)
    named = {same_key(row.full_name) for row in rows if hasattr(row, "full_name")}
    asides = (text for aside in file.set_aside for text in aside.texts.values())
    return frozenset(named | {same_key(text) for text in asides if " " in text.strip()})


def _names_one_of(texts: str, names: frozenset[str]) -> bool:
    """Whether a row that stayed out speaks of somebody whom the newer file names."""
    found = json.loads(texts).values()
    return any(isinstance(text, str) and same_key(text) in names for text in found)


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
        answers=tuple(tally.answers),
        consequences=tuple(tally.consequences),
        matters_left=tally.matters_left,
        words_left=tally.words_left,
        questions=len(tally.questions),
        slips_left=tally.slips_left,
        received=tuple(tally.received),
    )


def _where(problem: Problem) -> tuple[str, int, str]:
    return (problem.sheet, problem.row or 0, problem.cell)
