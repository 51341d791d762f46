"""What `excuse … --json` says."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.excusing.listing import Register, Shown
    from partyroll.tasks.excusing.noted import NotedCell, NotedList
    from partyroll.tasks.excusing.remarked import RosterRemark


def register_envelope(found: "Register", at: Common) -> dict[str, object]:
    """Return the JSON contract of `excuse list` (schema 1)."""
    return _envelope("excuse list", found.shown, at, found.as_of)


def noted_envelope(found: "NotedList", at: Common) -> dict[str, object]:
    """Return the JSON contract of `excuse list --noted` (schema 1)."""
    noted = [_noted_object(cell) for cell in found.cells]
    remarks = [_remark_object(one) for one in found.remarks]
    envelope = _envelope("excuse list", (), at, found.as_of)
    return {**envelope, "noted": noted, "remarks": remarks}


def _remark_object(one: "RosterRemark") -> dict[str, object]:
    return {
        "number": one.typed,
        "person_id": one.person.person_id,
        "full_name": one.person.full_name,
        "card_no": one.person.card_no,
        "unit": one.unit or None,
        "unit_path": one.unit_path,
        "year": one.year,
        "text": one.person.note,
        "meanings": [meaning.meaning for meaning in one.meanings],
        "source": one.person.source,
    }


def _noted_object(cell: "NotedCell") -> dict[str, object]:
    return {
        "number": cell.typed,
        "person_id": cell.person.person_id,
        "full_name": cell.person.full_name,
        "card_no": cell.person.card_no,
        "unit": cell.unit or None,
        "unit_path": cell.unit_path,
        "ground": cell.ground,
        "month": cell.month,
        "text": cell.text or None,
        "source": cell.source,
    }


def excuses_contract(shown: "Iterable[Shown]") -> dict[str, object]:
    """Return what a verb that writes tells programs."""
    return {"excuses": [excuse_object(one) for one in shown]}


def _envelope(
    command: str, shown: "Iterable[Shown]", at: Common, as_of: date
) -> dict[str, object]:
    return {
        "command": command,
        "ledger": str(at.ledger),
        "as_of": as_of,
        **excuses_contract(shown),
    }


def excuse_object(one: "Shown") -> dict[str, object]:
    """Return one reason, paper or temporary place as programs read it."""
    grant = one.grant
    return {
        "number": grant.number,
        "kind": grant.kind,
        "state": grant.state,
        "person_id": one.person.person_id,
        "full_name": one.person.full_name,
        "card_no": one.person.card_no,
        "unit": one.unit or None,
        "unit_path": one.unit_path,
        "from": grant.start,
        "to": grant.end,
        "ground": grant.ground,
        "by": grant.judged_by or None,
        "on": grant.judged_on,
        "paper": grant.paper or None,
        "reason": grant.reason_text or None,
        "host": one.host or None,
        "share": grant.share,
        "source": grant.source,
        "change": grant.change,
    }
