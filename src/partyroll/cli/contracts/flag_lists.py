"""What `flag --lists --json` and `flag --diff --json` say."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.flag import PEOPLE_LISTS, month_object
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.store.history import ChangeRecord
    from partyroll.tasks.differing import ListDifference, MonthThen, PersonThen
    from partyroll.tasks.freezing import ListSummary


def lists_envelope(kept: "tuple[ListSummary, ...]", at: Common) -> dict[str, object]:
    """Return the JSON contract of `flag --lists` (schema 1)."""
    return {
        "command": "flag",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "lists": [_kept(one) for one in kept],
    }


def _kept(one: "ListSummary") -> dict[str, object]:
    return {
        "number": one.number,
        "id": one.list_id,
        "change": one.change,
        "known_at": one.known_at,
        "made_by": one.made_by,
        "made_at": one.made_at,
        "year": one.year,
        "as_of": one.as_of,
        "unit": one.unit or None,
        "ground": one.ground,
        "people": {name: one.people.get(name, 0) for name in PEOPLE_LISTS},
    }


def difference_envelope(found: "ListDifference", at: Common) -> dict[str, object]:
    """Return the JSON contract of `flag --diff` (schema 1)."""
    return {
        "command": "flag",
        "ledger": str(at.ledger),
        "as_of": found.now.as_of,
        "list": _kept(found.frozen.summary),
        "settings": [
            {"name": name, "before": was, "now": is_} for name, was, is_ in found.settings
        ],
        "people": [_person(one) for one in found.people],
        "changes": [change_object(record) for record in found.changes],
    }


def _person(one: "PersonThen") -> dict[str, object]:
    return {
        "person_id": one.person_id,
        "full_name": one.full_name,
        "unit": one.unit,
        "before": one.before,
        "now": one.now,
        "months": [_month(month) for month in one.months],
        "causes": one.causes,
        "changes": [record.number for record in one.changes],
    }


def _month(month: "MonthThen") -> dict[str, object]:
    return {
        "month": month.month,
        "ground": month.ground,
        "before": month.before and month_object(month.before),
        "now": month.now and month_object(month.now),
    }


def change_object(record: "ChangeRecord") -> dict[str, object]:
    """Return a change of the ledger as contracts name it."""
    return {
        "number": record.number,
        "kind": record.kind,
        "at": record.at,
        "actor": record.actor,
        "note": record.note,
    }
