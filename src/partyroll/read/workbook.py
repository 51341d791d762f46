"""One workbook in, everything it states out: tables, problems, rows set aside."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from partyroll.model import Problem
from partyroll.read.assembly import Reader, Result
from partyroll.read.csv_text import csv_grid
from partyroll.read.digests import content_digest
from partyroll.read.facts import ReadFile, TableKind
from partyroll.read.file_notes import file_notes, marks_unseen
from partyroll.read.grid import Grid
from partyroll.read.guard.cell_marks import may_be_marked
from partyroll.read.guard.front import survey_of
from partyroll.read.guard.reconcile import refuse_losses
from partyroll.read.guard.survey import Survey
from partyroll.read.hidden import hidden_rows
from partyroll.read.hints import with_hints
from partyroll.read.legacy import FontsOf, rows_in_doubt, undecided, with_unicode
from partyroll.read.lessons import Teaching
from partyroll.read.marked_cells import colours_explained, with_marks
from partyroll.read.matter_answers import matter_tables
from partyroll.read.matter_sheets import typed_beside_matters
from partyroll.read.opening import IN_PROCESS, Opener
from partyroll.read.plan_heads import holds_plan
from partyroll.read.refusals import ListWithoutKeys, PlanToCarryOut
from partyroll.read.returned import Returned, recognised, settled, taught
from partyroll.read.review_answers import answer_tables, lost_keys, strange_sheets
from partyroll.read.slips import slip_tables
from partyroll.read.sniffing import checked_bytes, is_text

Progress = Callable[[str, int, int], None]

_LOOKED_AT = 100_000  # values: the marks on more cells take too long to look at
_REVIEWED, _MATTERS = TableKind.REVIEW_ANSWERS, TableKind.MATTER_ANSWERS


def read_workbook(
    path: Path,
    *,
    today: date,
    teaching: Teaching | None = None,
    sensitive: frozenset[str] = frozenset(),
    encoding: str = "",
    progress: Progress | None = None,
    opener: Opener = IN_PROCESS,
) -> ReadFile:
    """Return everything that the workbook at `path` states.

    `teaching` is what the user taught of headings and tables; `sensitive` names fields that
    are read only on request (ethnicity, religion); `encoding` is what the user says of text
    that is not plainly Unicode: tcvn3, vni or unicode.  `opener` reads the sheets of a workbook
    that the guard let pass: a process of its own, for files that nobody has looked at.
    """
    content = checked_bytes(path, opener.limits)
    stored, survey = _open(path, content, encoding, opener)
    fonts = _fonts(content, survey, opener)
    grids, told = with_unicode(path, stored, encoding=encoding, fonts=fonts)
    if holds_plan(grids):
        raise PlanToCarryOut(path)
    whole = ReadFile(
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        content_sha256=content_digest(grids),
        size=len(content),
        tables=(
            slip_tables(path, grids)
            or answer_tables(path.name, content, grids, today, partial(opener.marks, content))
            or matter_tables(path.name, grids, today)
        ),
        problems=(*file_notes(path.name, survey), *told),
        set_aside=(),
    )
    if whole.tables:
        unseen = marks_unseen(path.name, content) if _holds(whole, _REVIEWED) else ()
        typed = typed_beside_matters(path.name, grids) if _holds(whole, _MATTERS) else ()
        return _answered(whole, survey, (*unseen, *typed))
    if (number := lost_keys(content, grids)) is not None:
        raise ListWithoutKeys(path, number)
    returned = recognised(path, grids)
    reader = Reader(
        path.name,
        today=today,
        epoch_1904=survey.traits.epoch_1904,
        teaching=taught(teaching or Teaching(), returned),
        sensitive=sensitive,
        progress=progress,
    )
    result = settled(path.name, reader.read(returned.grids), returned)
    if not returned.completes and survey.values <= _LOOKED_AT:
        # A workbook that went out from here says in comments and colours why.
        coloured = colours_explained(returned.grids)
        if coloured or may_be_marked(content):
            result = with_marks(path.name, result, partial(opener.marks, content), coloured)
    return _stated(whole, result, returned, survey)


def _holds(whole: ReadFile, kind: TableKind) -> bool:
    return any(table.kind is kind for table in whole.tables)


def _answered(whole: ReadFile, survey: Survey, unseen: Iterable[Problem]) -> ReadFile:
    """Return a list for review that came back: its answers and nothing else."""
    lists = whole.tables
    notes = (*hidden_rows(whole.name, lists, survey.hidden_rows), *unseen)
    return replace(whole, problems=(*whole.problems, *strange_sheets(lists), *notes))


def _stated(whole: ReadFile, result: Result, returned: Returned, survey: Survey) -> ReadFile:
    """Return what the tables of a workbook state, and every row that is in none of them."""
    read = {table.sheet for table in result.tables if table.kind is not TableKind.SKIPPED}
    read |= {row.sheet for row in result.set_aside}
    return replace(
        whole,
        tables=result.tables,
        problems=(
            *whole.problems,
            *result.problems,
            *undecided(whole.name, returned.grids, result.problems),
            *hidden_rows(whole.name, result.tables, survey.hidden_rows),
        ),
        set_aside=(*result.set_aside, *rows_in_doubt(returned.grids, read)),
        completes=returned.completes,
        answers=returned.answers,
        origins=returned.origins,
        unchanged=returned.unchanged,
        untouched=returned.untouched,
        fronts=returned.fronts,
        lessons_used=result.lessons_used,
    )


def read_sheets(path: Path, *, encoding: str = "", opener: Opener = IN_PROCESS) -> list[Grid]:
    """Return the cells of the workbook at `path` as the reader sees them."""
    content = checked_bytes(path, opener.limits)
    stored, survey = _open(path, content, encoding, opener)
    fonts = _fonts(content, survey, opener)
    grids, _ = with_unicode(path, stored, encoding=encoding, fonts=fonts)
    return grids


def _open(
    path: Path, content: bytes, encoding: str, opener: Opener
) -> tuple[list[Grid], Survey]:
    if is_text(content):
        return [csv_grid(path, content, encoding, opener.limits)], Survey()
    survey = survey_of(path, content, opener.limits)
    grids = opener.sheets(path, content, survey)
    refuse_losses(path, grids, survey, opener.limits)
    return with_hints(grids, survey), survey


def _fonts(content: bytes, survey: Survey, opener: Opener) -> FontsOf | None:
    return partial(opener.fonts, content) if survey.traits.legacy_fonts else None
