"""Term reports as they went out: kept whole, so that they can be printed again as they were."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from partyroll.model import ExitKind, OfficeNames
from partyroll.period import Term
from partyroll.store.backup import backup_if_due
from partyroll.store.chain import HEAD_LETTERS, head
from partyroll.store.changes import begin_change
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.outgoing import REPORT_KEPT
from partyroll.store.reports import KeptRun, keep_run, kept_run, kept_runs, last_run
from partyroll.tasks.frozen_form import as_text, office_in
from partyroll.tasks.refusals import LedgerMovedOn, NoSuchReport
from partyroll.tasks.report_form import (
    changes_in,
    report_in,
    report_text,
    scope_of,
    shows_the_same,
)
from partyroll.tasks.reporting import ReportRequest, ReportResult


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report that went out: what people call it, and what it showed.

    `new` is False where the same report had been kept before.
    """

    report_id: str
    number: int
    change: int
    known_at: int
    made_by: str
    made_at: str
    result: ReportResult
    office: OfficeNames | None = None  # who issued it
    new: bool = False

    @property
    def summary(self) -> "ReportSummary":
        """The report without whom it counts."""
        report = self.result.report
        return ReportSummary(
            report_id=self.report_id,
            number=self.number,
            change=self.change,
            known_at=self.known_at,
            made_by=self.made_by,
            made_at=self.made_at,
            term=report.term,
            structure=report.structure,
            unit=self.result.unit,
            totals=report.totals,
        )


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """What is told of a report among others."""

    report_id: str
    number: int
    change: int
    known_at: int
    made_by: str
    made_at: str
    term: Term
    structure: str
    unit: str
    totals: Mapping[ExitKind, int]


def keep_report(
    request: ReportRequest,
    result: ReportResult,
    *,
    actor: str,
    now: datetime,
    office: OfficeNames | None = None,
) -> KeptReport:
    """Keep `result` as it is printed, in a change of its own, and return what it is called.

    Who issues it is kept with it: a report printed again names the office of then.

    Raises `LedgerMovedOn` where the ledger has changed since the report was made.
    """
    backup_if_due(request.ledger, at=now)
    with open_ledger(request.ledger, write=True) as ledger:
        if request.known_at is None and head(ledger)[:HEAD_LETTERS] != result.head:
            raise LedgerMovedOn
        same = _same_report(ledger, result, office)
        if same is not None:
            return same
        change = begin_change(ledger, REPORT_KEPT, actor=actor, at=now)
        _, number = keep_run(
            change,
            term=result.report.term,
            asked=as_text(replace(request, ledger=Path(request.ledger.name))),
            known_at=change.number - 1 if request.known_at is None else request.known_at,
            head=result.head,
            result=report_text(result, office),
        )
        change.note = f"báo cáo số {number}, kỳ {result.report.term.label}"
        change.finish()
        run = kept_run(ledger, number)
        if run is None:
            raise NoSuchReport(number)
        return replace(_called(run, result, office), new=True)


def report_kept_as(ledger: Ledger, number: int) -> KeptReport:
    """Return a report by its number, as it was; raises `NoSuchReport`."""
    run = kept_run(ledger, number)
    if run is None:
        raise NoSuchReport(number)
    return _kept(run)


def kept_report(path: Path, number: int) -> KeptReport:
    """Return a report of the ledger at `path`; raises `NoSuchReport`."""
    with open_ledger(path) as ledger:
        return report_kept_as(ledger, number)


def kept_reports(path: Path) -> tuple[ReportSummary, ...]:
    """Return every report that went out from the ledger at `path`, the newest first."""
    with open_ledger(path) as ledger:
        return tuple(_summary(run) for run in kept_runs(ledger))


def _summary(run: KeptRun) -> ReportSummary:
    shown = scope_of(run.result)
    return ReportSummary(
        report_id=run.report_id,
        number=run.number,
        change=run.change,
        known_at=run.known_at,
        made_by=run.made_by,
        made_at=run.made_at,
        term=shown.report.term,
        structure=shown.report.structure,
        unit=shown.unit,
        totals=shown.report.totals,
    )


def _kept(run: KeptRun) -> KeptReport:
    return _called(run, report_in(run.result), office_in(run.result))


def _called(run: KeptRun, result: ReportResult, office: OfficeNames | None) -> KeptReport:
    return KeptReport(
        report_id=run.report_id,
        number=run.number,
        change=run.change,
        known_at=run.known_at,
        made_by=run.made_by,
        made_at=run.made_at,
        result=result,
        office=office,
    )


def _same_report(
    ledger: Ledger, result: ReportResult, office: OfficeNames | None
) -> KeptReport | None:
    """Return the last report where it shows what this one shows: no copies pile up."""
    run = last_run(ledger)
    if run is None or not shows_the_same(run.result, result, office):
        return None
    kept = replace(result, head=run.head, changes=changes_in(run.result))
    return _called(run, kept, office_in(run.result))
