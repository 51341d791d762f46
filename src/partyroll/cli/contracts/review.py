"""What `review list|show|step --json` say."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partyroll.model import Person, ReviewStep
    from partyroll.rules.clocks import Deadline
    from partyroll.store.reviews import Stood
    from partyroll.tasks.casework import Cases, PersonCase
    from partyroll.tasks.stepping import StepTaken


def cases_envelope(found: "Cases", at: Common) -> dict[str, object]:
    """Return the JSON contract of `review list` (schema 1)."""
    return {
        **_opening("review list", at),
        "cases": [_case_object(case) for case in found.cases],
    }


def case_envelope(
    person: "Person", found: "Sequence[PersonCase]", at: Common
) -> dict[str, object]:
    """Return the JSON contract of `review show` (schema 1)."""
    return {
        **_opening("review show", at),
        "person_id": person.person_id,
        "full_name": person.full_name,
        "cases": [
            {
                **_case_object(case),
                "lists": [_list_object(place) for place in case.lists],
                "steps": [step_object(step) for step in case.steps],
                "answers": case.answers,
            }
            for case in found
        ],
    }


def step_envelope(taken: "StepTaken", at: Common, *, dry_run: bool) -> dict[str, object]:
    """Return the JSON contract of `review step` (schema 1)."""
    decision = taken.decision
    return {
        **_opening("review step", at),
        "dry_run": dry_run,
        "change": None if dry_run else taken.change,
        "known": taken.change is None,
        "person_id": taken.person.person_id,
        "full_name": taken.person.full_name,
        "unit": taken.unit or None,
        "list": taken.list_number,
        "step": step_object(taken.step),
        "exit": decision
        and {
            "kind": decision.by_ground,
            "reasons": decision.reasons,
            "decision_no": decision.paper,
            "decision_date": decision.paper_date,
            "readmission": decision.prospect,
        },
        "remarks": taken.remarks,
        "missing_papers": taken.missing_papers,
        "deadlines": [_deadline_object(one) for one in taken.deadlines],
    }


def _opening(command: str, at: Common) -> dict[str, object]:
    return {"command": command, "ledger": str(at.ledger), "as_of": at.today}


def _case_object(case: "PersonCase") -> dict[str, object]:
    last = case.steps[-1] if case.steps else None
    return {
        "person_id": case.person.person_id,
        "full_name": case.person.full_name,
        "card_no": case.person.card_no,
        "unit": case.unit or None,
        "unit_path": case.unit_path,
        "status": case.status,
        "is_member": case.member,
        "year": case.year,
        "list": case.lists[-1].list if case.lists else None,
        "last_step": last and step_object(last),
        "usual_next": case.usual_next,
        "missing_papers": case.missing_papers,
        "deadlines": [_deadline_object(one) for one in case.deadlines],
    }


def _list_object(place: "Stood") -> dict[str, object]:
    return {"number": place.number, "list": place.list, "as_of": place.as_of}


def step_object(step: "ReviewStep") -> dict[str, object]:
    """Return one step with the months it judged."""
    return {
        "step_id": step.step_id,
        "year": step.year,
        "kind": step.kind,
        "outcome": step.outcome,
        "on": step.happened_on,
        "by": step.said_by or None,
        "paper": step.paper or None,
        "paper_date": step.paper_date,
        "note": step.note or None,
        "judged": step.judged,
        "exit": bool(step.event_id),
        "change": step.change,
        "source": {
            "file": step.source.file,
            "sheet": step.source.sheet,
            "row": step.source.row,
        },
    }


def _deadline_object(one: "Deadline") -> dict[str, object]:
    return {
        "clock": one.clock.id,
        "what": one.clock.what,
        "from": one.start,
        "last_day": one.last,
        "remarks": one.remarks,
    }
