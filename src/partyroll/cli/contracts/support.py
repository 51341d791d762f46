"""What the verbs of `support` that write say with `--json`."""

from typing import TYPE_CHECKING

from partyroll.model import Award, Discipline, Support

if TYPE_CHECKING:
    from partyroll.tasks.supporting.desk import Told


def support_contract(told: "Told") -> dict[str, object]:
    """Return what a verb that writes tells programs."""
    return {
        "person_id": told.person.person_id,
        "full_name": told.person.full_name,
        "card_no": told.person.card_no,
        "unit": told.unit or None,
        "written": fact_object(told.fact),
    }


def fact_object(fact: Support | Award | Discipline) -> dict[str, object]:
    """Return help, praise or discipline as programs read it."""
    if isinstance(fact, Support):
        return support_object(fact)
    return award_object(fact) if isinstance(fact, Award) else discipline_object(fact)


def support_object(one: Support) -> dict[str, object]:
    """Return one help as programs read it."""
    return {
        "number": one.number,
        "support_id": one.support_id,
        "need": one.need,
        "need_text": one.need_text or None,
        "opened_on": one.opened_on,
        "measure": one.measure,
        "measure_text": one.measure_text or None,
        "amount": one.amount,
        "provided_by": one.provided_by or None,
        "provided_on": one.provided_on,
        "closed_on": one.closed_on,
        "outcome": one.outcome,
        "outcome_text": one.outcome_text or None,
        "paper": one.paper or None,
        "note": one.note or None,
        "source": one.source if one.source.file else None,
    }


def award_object(one: Award) -> dict[str, object]:
    """Return one praise as programs read it."""
    return {
        "number": one.number,
        "form": one.form,
        "form_text": one.form_text or None,
        "badge_years": one.badge_years,
        "awarded_on": one.awarded_on,
        "decision_no": one.decision_no or None,
        "given_by": one.given_by or None,
        "reason": one.reason_text or None,
        "note": one.note or None,
        "source": one.source if one.source.file else None,
    }


def discipline_object(one: Discipline) -> dict[str, object]:
    """Return one decision on discipline as programs read it."""
    return {
        "number": one.number,
        "form": one.form,
        "form_text": one.form_text or None,
        "decided_on": one.decided_on,
        "decision_no": one.decision_no or None,
        "decided_by": one.decided_by or None,
        "valid_to": one.valid_to,
        "reason": one.reason_text or None,
        "note": one.note or None,
        "source": one.source if one.source.file else None,
    }
