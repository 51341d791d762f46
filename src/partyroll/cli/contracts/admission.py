"""What the verbs of `admission` that write say with `--json`."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.model import Candidate, CandidateStep
    from partyroll.tasks.admitting.files import Told
    from partyroll.tasks.admitting.targets import Target
    from partyroll.tasks.registers.writing import Saved


def file_envelope(
    verb: str, done: "Saved[Told]", at: Common, *, dry_run: bool
) -> dict[str, object]:
    """Return the JSON contract of `admission add|step|end` (schema 1)."""
    told = done.told
    return {
        **_opening(verb, at, dry_run=dry_run),
        "change": done.change,
        "new": done.new,
        "cautions": done.cautions,
        "candidate": {
            **_candidate(told.candidate),
            "unit": told.unit or None,
            "unit_path": told.unit_path,
        },
    }


def target_envelope(done: "Saved[Target]", at: Common, *, dry_run: bool) -> dict[str, object]:
    """Return the JSON contract of `admission target` (schema 1)."""
    told = done.told
    return {
        **_opening("target", at, dry_run=dry_run),
        "change": done.change,
        "new": done.new,
        "cautions": done.cautions,
        "unit": told.unit_path[-1] if told.unit_path else None,
        "unit_path": told.unit_path,
        "year": told.year,
        "number": told.number,
        "paper": told.paper or None,
    }


def _opening(verb: str, at: Common, *, dry_run: bool) -> dict[str, object]:
    return {"command": f"admission {verb}", "ledger": str(at.ledger), "dry_run": dry_run}


def _candidate(candidate: "Candidate") -> dict[str, object]:
    steps = sorted(candidate.steps.values(), key=lambda step: step.stage.place)
    return {
        "candidate_id": candidate.candidate_id,
        "full_name": candidate.full_name,
        "birth_date": candidate.birth_date,
        "gender": candidate.gender,
        "origin": candidate.origin or None,
        "helper": candidate.helper or None,
        "note": candidate.note or None,
        "member_id": candidate.member_id,
        "ended_on": candidate.ended_on,
        "ended_reason": candidate.ended_text or None,
        "steps": [_step(step) for step in steps],
    }


def _step(step: "CandidateStep") -> dict[str, object]:
    return {
        "stage": step.stage,
        "on": step.on,
        "paper": step.paper or None,
        "vote": step.vote,
    }
