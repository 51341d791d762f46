"""What the verbs of `admission` beside `list` say with `--json`."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.model import Candidate, CandidateStep
    from partyroll.report.admission import UnitResult
    from partyroll.tasks.admitting.files import Told
    from partyroll.tasks.admitting.results import Results
    from partyroll.tasks.admitting.targets import Target


def file_contract(told: "Told") -> dict[str, object]:
    """Return what `admission add|step|end` tells programs."""
    return {
        "candidate": {
            **_candidate(told.candidate),
            "unit": told.unit or None,
            "unit_path": told.unit_path,
        },
    }


def target_contract(told: "Target") -> dict[str, object]:
    """Return what `admission target` tells programs."""
    return {
        "unit": told.unit_path[-1] if told.unit_path else None,
        "unit_path": told.unit_path,
        "year": told.year,
        "number": told.number,
        "paper": told.paper or None,
    }


def results_envelope(done: "Results", at: Common) -> dict[str, object]:
    """Return the JSON contract of `admission results` (schema 1)."""
    found = done.found
    return {
        "command": "admission results",
        "ledger": str(at.ledger),
        "as_of": done.as_of,
        "year": found.year,
        "units": [_unit_result(one) for one in found.units],
        "whole": _unit_result(found.whole),
        "sources": [
            {"code": code, "title": title, "number": number}
            for code, title, number in found.sources
        ],
        "notes": found.notes,
        "cautions": done.cautions,
    }


def _unit_result(one: "UnitResult") -> dict[str, object]:
    unit, base = one.unit, one.unit.base
    return {
        "unit": unit.path[-1] if unit.path else None,
        "unit_path": unit.path,
        "unit_id": unit.unit_id or None,
        "target": unit.target,
        "admitted": one.admitted,
        "target_percent": one.of_target,
        "base": base.members if base else None,
        "base_declared": base.declared if base else None,
        "base_percent": one.of_base,
        "women": one.women,
        "minority": one.minority,
        "youth": one.young,
        "average_age": one.average_age,
    }


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
