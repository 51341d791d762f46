"""A term report as text, and back: what a report that went out is kept as."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from partyroll.model import ExitKind, OfficeNames
from partyroll.period import Term
from partyroll.report.axes import Cross, Exits, Label
from partyroll.report.provenance import LedgerChange
from partyroll.store.outgoing import KEEPING
from partyroll.tasks.frozen_form import as_text, read_back, read_part
from partyroll.tasks.reporting import ReportResult


@dataclass(frozen=True, slots=True)
class _CrossForm:
    """A cross table whose cells name exits by their place among all: each stands once."""

    id: str
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    cells: tuple[tuple[str, str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class _ReportForm:
    """A result without its cross tables, and these beside it."""

    result: ReportResult
    crosses: tuple[_CrossForm, ...]


def report_text(result: ReportResult, office: OfficeNames | None = None) -> str:
    """Return a report with who issues it as canonical text."""
    report = result.report
    place = {id(one): number for number, one in enumerate(_everybody(result))}
    form = _ReportForm(
        replace(result, report=replace(report, crosses={})),
        tuple(_cross_form(found, place) for found in report.crosses.values()),
    )
    return as_text(form, office)


def report_in(text: str) -> ReportResult:
    """Return a report as it was shown, every number opening as it did."""
    form = read_back(text, _ReportForm)
    exits = _everybody(form.result)
    crosses = {kept.id: _cross(kept, exits) for kept in form.crosses}
    return replace(form.result, report=replace(form.result.report, crosses=crosses))


def shows_the_same(text: str, result: ReportResult, office: OfficeNames | None) -> bool:
    """Whether what was kept says what `result` says, apart from the trace of keeping it."""
    kept, now = _compared(text), _compared(report_text(result, office))
    return kept["is"] == now["is"] and kept.get("office") in (None, now.get("office"))


def _compared(text: str) -> dict[str, Any]:
    stated: dict[str, Any] = json.loads(text)
    result = stated["is"]["result"]
    result["head"] = ""
    result["changes"] = [one for one in result["changes"] if one["kind"] not in KEEPING]
    return stated


@dataclass(frozen=True, slots=True)
class _Figures:
    term: Term
    structure: str
    totals: Mapping[ExitKind, int]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about, and its totals."""

    report: _Figures
    unit: str = ""


def scope_of(text: str) -> Scope:
    """Return what a kept report is about, reading nothing else into values."""
    return read_part(text, ("result",), Scope)


def changes_in(text: str) -> tuple[LedgerChange, ...]:
    """Return the changes that a kept report rests on."""
    return read_part(text, ("result", "changes"), tuple[LedgerChange, ...])


def _everybody(result: ReportResult) -> Exits:
    return (*result.report.names, *result.report.undated)


def _cross_form(found: Cross, place: dict[int, int]) -> _CrossForm:
    cells = (
        (row, column, tuple(place[id(one)] for one in exits))
        for (row, column), exits in found.cells.items()
    )
    return _CrossForm(found.id, found.rows, found.columns, tuple(cells))


def _cross(kept: _CrossForm, exits: Exits) -> Cross:
    cells = {
        (row, column): tuple(exits[number] for number in numbers)
        for row, column, numbers in kept.cells
    }
    return Cross(kept.id, kept.rows, kept.columns, cells)
