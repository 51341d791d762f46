"""The term report: exits and declared figures from the ledger, counted by pure functions."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partyroll.model import LEAST_BASE, DeclaredTotal, ExitRecord, Headcount, HelpGiven
from partyroll.period import Term
from partyroll.report.context import Context, in_context
from partyroll.report.provenance import LedgerChange, SourceFile
from partyroll.report.term import TermReport, term_report
from partyroll.store.chain import HEAD_LETTERS, head
from partyroll.store.figures import UnitTree, declared_totals, exits, headcounts
from partyroll.store.help_given import help_given
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.units import UnitHistory, lineage
from partyroll.tasks.balancing import balanced
from partyroll.tasks.choosing import term_until, unit_of_any_day
from partyroll.tasks.provenance import ledger_changes, source_files
from partyroll.tasks.terms_before import term_before


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What the user asked for."""

    ledger: Path
    term: Term
    today: date
    structure: str = "then"
    unit: str = ""
    known_at: int | None = None
    as_of: date | None = None  # None = today
    congresses: tuple[Term, ...] = ()  # the terms that the office stated
    compare_with: str = ""  # the earlier term, as typed
    least_base: int = LEAST_BASE

    @property
    def day(self) -> date:
        """The day up to which things count."""
        return self.as_of or self.today


@dataclass(frozen=True, slots=True)
class ReportResult:
    """The figures and what they rest on."""

    ledger_id: str
    head: str
    report: TermReport
    files: tuple[SourceFile, ...]
    changes: tuple[LedgerChange, ...]
    as_of: date
    made_on: date
    unit: str = ""


def report_term(request: ReportRequest) -> ReportResult:
    """Count the exits of a term; reads only."""
    term = term_until(request.term, request.day)
    with open_ledger(request.ledger, known_at=request.known_at) as ledger:
        within = _units_within(ledger, request)
        beside = _context(ledger, request, term, within)
        report = in_context(
            term_report(
                term,
                beside.exits,
                beside.heads,
                structure=request.structure,
                least_base=request.least_base,
            ),
            beside,
        )
        return ReportResult(
            ledger.ledger_id,
            head(ledger)[:HEAD_LETTERS],
            report,
            source_files(ledger),
            tuple(ledger_changes(ledger)),
            request.day,
            request.today,
            request.unit,
        )


def _context(
    ledger: Ledger, request: ReportRequest, term: Term, within: frozenset[str] | None
) -> Context:
    """Return all that the report rests on, of the units that were asked for."""
    structure, day = request.structure, request.day

    def asked_for(figure: ExitRecord | Headcount | DeclaredTotal | HelpGiven) -> bool:
        return within is None or not within.isdisjoint(figure.units)

    return Context(
        term_before(term, request.congresses, request.compare_with),
        tuple(filter(asked_for, exits(ledger, structure=structure, today=day))),
        tuple(filter(asked_for, headcounts(ledger, structure=structure, today=day))),
        tuple(filter(asked_for, declared_totals(ledger, structure=structure, today=day))),
        asked=bool(request.compare_with),
        members=balanced(ledger, term, UnitTree(ledger, structure, day), within),
        given=tuple(filter(asked_for, help_given(ledger, structure=structure, today=day))),
    )


def _units_within(ledger: Ledger, request: ReportRequest) -> frozenset[str] | None:
    """Return the units that `--unit` means in the structure of the report; None = all.

    What was merged, split or abolished is today what it became.
    """
    if not request.unit:
        return None
    history = UnitHistory(ledger)
    chosen = unit_of_any_day(history, request.unit, request.day)
    if request.structure == "then":
        return frozenset({chosen})
    return lineage(ledger, history, request.day).parts(chosen)
