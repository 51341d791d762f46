"""Carrying a plan out: all of it in one change, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from partyroll.model import Plan, Problem, Severity
from partyroll.read.opening import IN_PROCESS, Opener
from partyroll.read.plans import ReadPlan, read_plan
from partyroll.rules.reorganising.checking import check_units
from partyroll.rules.reorganising.outcome import UnitPlan
from partyroll.rules.reorganising.people import Move, check_people, people_of
from partyroll.store.backup import backup_if_due
from partyroll.store.changes import begin_change
from partyroll.store.draft import Draft
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.sources import carried_out_before
from partyroll.store.units import UnitHistory
from partyroll.tasks.reorganising.ground import doubtful_facts, places_in
from partyroll.tasks.reorganising.writing import put_plan
from partyroll.tasks.unit_tree import UnitLine, unit_lines


@dataclass(frozen=True, slots=True)
class ReorganiseRequest:
    """What the user asked for; `agree` is asked before anything is written."""

    plan: Path
    ledger: Path
    actor: str
    now: datetime
    dry_run: bool = False
    opener: Opener = IN_PROCESS


@dataclass(frozen=True, slots=True)
class Reorganised:
    """What a plan does, or what stands against it.

    `before` and `after` are the trees around the units that change, on the day before the first
    step and on the day of the last; `change` None = nothing was written.  `before_now` is the
    change that carried out the same plan already.
    """

    ledger_id: str
    plan: Plan
    units: UnitPlan
    moves: tuple[Move, ...]
    problems: tuple[Problem, ...]
    before: tuple[UnitLine, ...] = ()
    after: tuple[UnitLine, ...] = ()
    change: int | None = None
    before_now: int | None = None

    @property
    def blockers(self) -> tuple[Problem, ...]:
        """What keeps the plan from being carried out."""
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)

    @property
    def people(self) -> int:
        """How many members get another unit."""
        return sum(1 for _ in people_of(self.moves))


def reorganise(
    request: ReorganiseRequest, *, agree: Callable[[Reorganised], bool]
) -> Reorganised:
    """Check a plan and carry it out; with blockers, or where nobody agrees, nothing happens."""
    read = read_plan(request.plan, today=request.now.date(), opener=request.opener)
    request.opener.close()
    with open_ledger(request.ledger) as ledger:
        looked = _looked_at(ledger, read, request.now.date())
    if looked.blockers or not looked.units.turns:
        return looked
    if not request.dry_run:
        if not agree(looked):
            return looked
        backup_if_due(request.ledger, at=request.now)
    with open_ledger(request.ledger, write=True, dry_run=request.dry_run) as ledger:
        return _carried_out(ledger, read, request)


def _looked_at(ledger: Ledger, read: ReadPlan, today: date) -> Reorganised:
    """Return what the plan would do to the ledger, with everything that stands against it."""
    history = UnitHistory(ledger)
    latest = [history.latest(unit_id) for unit_id in history]
    former = [unit for unit_id in history for unit in history.versions(unit_id)[:-1]]
    units = check_units(read.plan, latest, former, today=today)
    leaving = [one.unit_id for one in units.leavings]
    moves, told = check_people(read.plan, units, places_in(ledger, units, leaving))
    doubts = doubtful_facts(ledger, read.plan, units)
    problems = (*read.problems, *units.problems, *told, *doubts)
    return Reorganised(
        ledger.ledger_id,
        read.plan,
        units,
        moves,
        tuple(sorted(problems, key=_where)),
        before_now=carried_out_before(ledger, read.content_sha256),
    )


def _carried_out(ledger: Ledger, read: ReadPlan, request: ReorganiseRequest) -> Reorganised:
    """Write the plan, checked once more against what the ledger holds now."""
    today = request.now.date()
    looked = _looked_at(ledger, read, today)
    if looked.blockers:
        return looked
    days = sorted({turn.on for turn in looked.units.turns})
    before = _tree(ledger, days[0], today, first=True)
    draft = Draft(ledger)
    put_plan(draft, read, looked.units, looked.moves)
    change = begin_change(ledger, "reorganise", actor=request.actor, at=request.now)
    change.note = _note(looked)
    draft.write(change)
    number = change.finish().number
    after = _tree(ledger, days[-1], today)
    return Reorganised(
        looked.ledger_id,
        looked.plan,
        looked.units,
        looked.moves,
        looked.problems,
        before,
        after,
        None if request.dry_run else number,
    )


def _tree(
    ledger: Ledger, day: date, today: date, *, first: bool = False
) -> tuple[UnitLine, ...]:
    """Return the units that stand on a day, or on the eve of the first."""
    eve = date.fromordinal(day.toordinal() - 1) if first else day
    return tuple(unit_lines(ledger, eve, count_on=min(eve, today)))


def _note(looked: Reorganised) -> str:
    numbers = list(dict.fromkeys(s.decision_no for s in looked.plan.steps if s.decision_no))
    papers = f", quyết định {', '.join(numbers[:3])}" if numbers else ""
    more = f" và {len(numbers) - 3} quyết định nữa" if len(numbers) > 3 else ""
    return f"{looked.plan.file}: {len(looked.plan.steps)} dòng{papers}{more}"


def _where(problem: Problem) -> tuple[str, int, str]:
    return (problem.sheet, problem.row or 0, problem.cell)
