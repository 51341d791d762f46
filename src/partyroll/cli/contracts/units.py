"""What `units --json` and `units reorganise --json` say."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.problems import problem_object
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.reorganising.carrying import Reorganised
    from partyroll.tasks.unit_tree import Fate, UnitLine, UnitTree


def units_envelope(found: "UnitTree", at: Common) -> dict[str, object]:
    """Return the JSON contract of `units` (schema 1)."""
    return {
        "command": "units",
        "ledger": str(at.ledger),
        "as_of": found.as_of,
        "units": [_unit_object(line) for line in found.lines],
        "unplaced": found.unplaced,
    }


def plan_envelope(done: "Reorganised", at: Common, *, dry_run: bool) -> dict[str, object]:
    """Return the JSON contract of `units reorganise` (schema 1)."""
    return {
        "command": "units reorganise",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "dry_run": dry_run,
        "change": done.change,
        "blocked": bool(done.blockers),
        "carried_out": done.before_now,
        "units": len(done.units.turns),
        "people": done.people,
        "problems": [problem_object(problem) for problem in done.problems],
        "before": [_unit_object(line) for line in done.before],
        "after": [_unit_object(line) for line in done.after],
    }


def _unit_object(line: "UnitLine") -> dict[str, object]:
    unit = line.unit
    return {
        "unit_id": unit.unit_id,
        "name": unit.name,
        "code": unit.code,
        "kind": unit.kind,
        "parent_id": unit.parent_id,
        "path": line.path,
        "since": unit.since,
        "until": unit.until,
        "stands": line.stands,
        "own": line.own,
        "members": line.members,
        "became": None if line.fate is None else _fate_object(line.fate),
    }


def _fate_object(fate: "Fate") -> dict[str, object]:
    return {
        "kind": fate.kind,
        "date": fate.on,
        "units": fate.units,
        "names": fate.names,
        "decision_no": fate.decision_no,
    }
