"""Writing down what was done about somebody on a list, and which reasons were judged."""

import json

from partyroll.model import Excuse, Judged, ReviewStep
from partyroll.store.draft import Draft, Outcome, Place
from partyroll.store.reading import iso


def put_step(draft: Draft, step: ReviewStep, place: Place | None = None) -> Outcome:
    """State one step of a case; `review_step` must be loaded for the person."""
    return draft.put(
        "review_step",
        {
            "step_id": step.step_id,
            "person_id": step.person_id,
            "year": step.year,
            "list_id": step.list_id or None,
            "kind": step.kind.value,
            "outcome": iso(step.outcome),
            "happened_on": iso(step.happened_on),
            "said_by": step.said_by or None,
            "paper": step.paper or None,
            "paper_date": iso(step.paper_date),
            "note": step.note or None,
            "evidence": evidence_text(step.judged) if step.judged else None,
            "event_id": step.event_id or None,
        },
        place,
    )


def evidence_text(judged: tuple[Judged, ...]) -> str:
    """Return the months that were judged, as the ledger keeps them: canonical JSON."""
    months = [
        {"ground": one.ground, "month": str(one.month), "state": one.state, "note": one.note}
        for one in sorted(judged, key=lambda one: (one.ground, one.month))
    ]
    return json.dumps(months, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def put_excuse(
    draft: Draft, person_id: str, excuse: Excuse, place: Place | None = None
) -> Outcome:
    """State a reason for some months; `excuse` must be loaded for the person."""
    return draft.put(
        "excuse",
        {
            "excuse_id": excuse.excuse_id,
            "person_id": person_id,
            "ground": excuse.ground.value,
            "kind": excuse.kind,
            "valid_from": excuse.start.isoformat(),
            "valid_to": excuse.end.isoformat(),
            "accepted": int(excuse.accepted),
            "pending": int(excuse.pending),
            "accepted_by": excuse.accepted_by or None,
            "judged_on": iso(excuse.judged_on),
            "paper": excuse.paper or None,
            "reason_text": excuse.reason_text or None,
        },
        place,
    )
