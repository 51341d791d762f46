"""Why two reports that went out say different numbers: who came, who went, by which change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import product
from pathlib import Path

from partyroll.model import ExitRecord, Table
from partyroll.report.axes import Cross, Exits
from partyroll.report.term import TermReport
from partyroll.store.history import ChangeRecord, history
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.outgoing import KEEPING
from partyroll.store.touches import changes_about, changes_of_figures, changes_of_units
from partyroll.tasks.keeping_reports import KeptReport, report_kept_as

# Where an exit stands in the source, and by which ways its unit was found, is no figure.
_NOT_SHOWN = frozenset({"source", "units", "covered_by", "divided"})


class Why(StrEnum):
    """Where a difference comes from."""

    LEDGER = "LEDGER"  # changes between the two
    ASKED = "ASKED"  # another term, structure, unit or day was asked for


@dataclass(frozen=True, slots=True)
class PersonMoved:
    """Somebody whom the two reports count otherwise; None = this one does not name them.

    `changed` names what of the exit reads otherwise; `changes` are those behind it.
    """

    person_id: str
    full_name: str
    before: ExitRecord | None
    after: ExitRecord | None
    changed: tuple[str, ...]
    why: Why
    changes: tuple[ChangeRecord, ...]


@dataclass(frozen=True, slots=True)
class NumberMoved:
    """A number that is another one, and the people who came into it and went out of it.

    Numbers that count no listed people (rates, declared figures) name none.
    """

    table: str
    title: str
    row: str
    column: str
    before: int
    after: int
    came: tuple[str, ...] = ()  # person ids
    went: tuple[str, ...] = ()
    changes: tuple[ChangeRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportDifference:
    """Two reports beside each other; `asked` is what was asked for otherwise."""

    before: KeptReport
    after: KeptReport
    asked: tuple[tuple[str, str, str], ...]
    numbers: tuple[NumberMoved, ...]
    people: tuple[PersonMoved, ...]
    changes: tuple[ChangeRecord, ...]


def report_difference(path: Path, first: int, second: int) -> ReportDifference:
    """Return what report `second` says otherwise than `first`; raises `NoSuchReport`."""
    with open_ledger(path) as ledger:
        before, after = report_kept_as(ledger, first), report_kept_as(ledger, second)
        between = _between(ledger, before, after)
        people = tuple(_people(ledger, before, after, between))
        behind = {one.person_id: one.changes for one in people}
        figures = _numbered(between, changes_of_figures(ledger, since=_since(before, after)))
        return ReportDifference(
            before,
            after,
            tuple(_asked(before, after)),
            (
                *_counts(before.result.report, after.result.report, behind),
                *_figures(before.result.report, after.result.report, figures),
            ),
            people,
            between,
        )


def _since(before: KeptReport, after: KeptReport) -> int:
    return min(before.known_at, after.known_at)


def _between(ledger: Ledger, before: KeptReport, after: KeptReport) -> tuple[ChangeRecord, ...]:
    """Return the changes of facts that only the later one knew of, the oldest first."""
    since, until = _since(before, after), max(before.known_at, after.known_at)
    records = [
        record
        for record in history(ledger)
        if since < record.number <= until and record.kind not in KEEPING
    ]
    return tuple(reversed(records))


def _numbered(
    between: Sequence[ChangeRecord], numbers: frozenset[int]
) -> tuple[ChangeRecord, ...]:
    return tuple(record for record in between if record.number in numbers)


def _asked(before: KeptReport, after: KeptReport) -> Iterator[tuple[str, str, str]]:
    """Yield what was asked for otherwise: a name of the contract, then and now."""
    for name, then, now in (
        ("term", before.result.report.term.vi, after.result.report.term.vi),
        ("structure", before.result.report.structure, after.result.report.structure),
        ("unit", before.result.unit, after.result.unit),
        ("as_of", str(before.result.as_of), str(after.result.as_of)),
    ):
        if then != now:
            yield name, then, now


# --- Person by person ---------------------------------------------------------------------
def _people(
    ledger: Ledger, before: KeptReport, after: KeptReport, between: Sequence[ChangeRecord]
) -> Iterator[PersonMoved]:
    then, now = _by_person(before), _by_person(after)
    others = [one for one in {**then, **now} if _shown(then.get(one)) != _shown(now.get(one))]
    since = _since(before, after)
    own = changes_about(ledger, others, since=since)
    of_units = changes_of_units(ledger, since=since)
    for person_id in others:
        was, is_ = then.get(person_id), now.get(person_id)
        changed = tuple(_changed(was, is_))
        behind = _numbered(between, own.get(person_id, frozenset()))
        if not behind and "unit_path" in changed:
            behind = _numbered(between, of_units)
        why = Why.LEDGER if behind else Why.ASKED
        yield PersonMoved(person_id, _name(was or is_), was, is_, changed, why, behind)


def _by_person(kept: KeptReport) -> dict[str, ExitRecord]:
    report = kept.result.report
    return {record.person_id: record for record in (*report.undated, *report.names)}


def _name(record: ExitRecord | None) -> str:
    return record.full_name if record else ""


def _shown(record: ExitRecord | None) -> object:
    if record is None:
        return None
    shown = (field.name for field in fields(ExitRecord) if field.name not in _NOT_SHOWN)
    return tuple(getattr(record, name) for name in shown)


def _changed(was: ExitRecord | None, is_: ExitRecord | None) -> Iterator[str]:
    """Yield what of an exit that both name reads otherwise."""
    if was is None or is_ is None:
        return
    for field in fields(ExitRecord):
        if field.name in _NOT_SHOWN:
            continue
        if getattr(was, field.name) != getattr(is_, field.name):
            yield field.name


# --- Number by number ---------------------------------------------------------------------
def _counts(
    before: TermReport,
    after: TermReport,
    behind: Mapping[str, tuple[ChangeRecord, ...]],
) -> Iterator[NumberMoved]:
    """Yield the counts that differ, or count others than before, table by table."""
    for table_id in {**before.crosses, **after.crosses}:
        was, is_ = before.crosses.get(table_id), after.crosses.get(table_id)
        title = (after if is_ else before).table(table_id).title
        rows, columns = _titles(was, is_)
        for row, column in product(rows, columns):
            then, now = _ids(was, row, column), _ids(is_, row, column)
            if then == now:
                continue
            came, went = sorted(now.keys() - then.keys()), sorted(then.keys() - now.keys())
            yield NumberMoved(
                table_id,
                title,
                rows[row],
                columns[column],
                sum(then.values()),
                sum(now.values()),
                tuple(came),
                tuple(went),
                _together(behind.get(one, ()) for one in (*came, *went)),
            )


def _titles(was: Cross | None, is_: Cross | None) -> tuple[dict[str, str], dict[str, str]]:
    """Return the rows and columns of either table in reading order, with their words."""
    both = [found for found in (is_, was) if found]
    rows = {label.code: label.title for found in both for label in found.rows}
    columns = {label.code: label.title for found in both for label in found.columns}
    return rows, columns


def _ids(found: Cross | None, row: str, column: str) -> dict[str, int]:
    """Return who stands in a cell, and how often."""
    exits: Exits = found.names(row, column) if found else ()
    counted: dict[str, int] = {}
    for record in exits:
        counted[record.person_id] = counted.get(record.person_id, 0) + 1
    return counted


def _together(groups: Iterator[tuple[ChangeRecord, ...]]) -> tuple[ChangeRecord, ...]:
    found = {record.number: record for group in groups for record in group}
    return tuple(found[number] for number in sorted(found))


def _figures(
    before: TermReport, after: TermReport, changes: tuple[ChangeRecord, ...]
) -> Iterator[NumberMoved]:
    """Yield whole numbers that count no listed people and differ, by row and column."""
    opened = {*before.crosses, *after.crosses}
    then = {table.id: table for table in before.tables if table.id not in opened}
    for table in after.tables:
        if table.id in opened or table.id not in then:
            continue
        was, is_ = _whole_numbers(then[table.id]), _whole_numbers(table)
        for row, column in {**is_, **was}:
            old, new = was.get((row, column), 0), is_.get((row, column), 0)
            if old != new:
                yield NumberMoved(table.id, table.title, row, column, old, new, changes=changes)


def _whole_numbers(table: Table) -> dict[tuple[str, str], int]:
    """Return the whole numbers of a table by the words of their row and column."""
    words = [n for n, c in enumerate(table.columns) if c.shape not in {"count", "order"}]
    return {
        (" · ".join(str(row[n]) for n in words if isinstance(row[n], str)), column.title): value
        for row in table.rows
        for column, value in zip(table.columns, row, strict=True)
        if isinstance(value, int) and column.shape == "count"
    }
