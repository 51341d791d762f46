"""A person as `list` and `show` give one to programs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from partyroll.model import LifeEvent, TransferLeg
    from partyroll.tasks.listing import OnRoll


def member_object(one: "OnRoll") -> dict[str, object]:
    """Return one person as `list` and `show` give them to programs."""
    person = one.person
    return {
        "person_id": person.person_id,
        "full_name": person.full_name,
        "gender": person.gender,
        "birth_date": person.birth_date,
        "card_no": person.card_no,
        "card_no_old": person.card_no_old,
        "national_id": person.national_id,
        "member_code": person.member_code,
        "resume_no": person.resume_no,
        "unit": one.unit or None,
        "unit_path": one.unit_path,
        "hometown": person.hometown,
        "birth_place": person.birth_place,
        "permanent_address": person.permanent_address,
        "admission_date": person.admission_date,
        "official_date": person.official_date,
        "status": one.status,
        "exempt_activity": one.exempt_activity,
        "missing": person.missing,
        "exit": _exit_object(one),
        "source": {
            "file": person.source.file,
            "sheet": person.source.sheet,
            "row": person.source.row,
        },
    }


def _exit_object(one: "OnRoll") -> dict[str, object] | None:
    """Return how someone left, if they did by the day asked for."""
    from partyroll.model import ExitKind

    kinds = {kind.value for kind in ExitKind}
    if one.status is None or one.status.value not in kinds:
        return None
    for event in one.person.events:
        if event.kind.value == one.status.value:
            return _exit(event, event.event_date, [reason.value for reason in event.reasons])
    for leg in one.person.legs:
        if leg.out and not leg.temporary:
            return _exit(leg, leg.leg_date, [])
    return None


def _exit(
    what: "LifeEvent | TransferLeg", happened: object, reasons: list[str]
) -> dict[str, object]:
    from partyroll.model import LifeEvent

    kind = what.kind.value if isinstance(what, LifeEvent) else "OUT"
    return {
        "kind": None if kind == "LEFT_UNSTATED" else kind,
        "date": happened or what.decision_date,
        "reasons": reasons,
        "decision_no": what.decision_no or None,
        "decision_date": what.decision_date,
    }
