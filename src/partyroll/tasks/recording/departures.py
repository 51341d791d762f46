"""Who has left, once exits and returns are laid in order."""

from collections.abc import Iterable

from partyroll.model import ExitKind
from partyroll.store.facts import Values as Stored

_EXITS = frozenset(kind.value for kind in ExitKind)
_RETURNS = frozenset({"READMITTED", "RESTORED"})


def who_left(events: Iterable[Stored], legs: Iterable[Stored]) -> dict[str, tuple[str, str]]:
    """Return how and when everybody left who has not come back, by person.

    Of one day the departure comes last: whoever is readmitted and removed has left.
    """
    last: dict[str, tuple[str, str]] = {}
    for person_id, kind, day in (*_turns(events), *_moves(legs)):
        before = last.get(person_id, ("", ""))
        if (day, bool(kind)) >= (before[1], bool(before[0])):
            last[person_id] = (kind, day)
    return {person_id: turn for person_id, turn in last.items() if turn[0]}


def day_of(row: Stored) -> str:
    """Return the day by which an exit counts; empty where none is known."""
    day = row.get("decision_date") or row.get("event_date") or row.get("leg_date")
    return str(day or "")


def _turns(events: Iterable[Stored]) -> list[tuple[str, str, str]]:
    turning = [row for row in events if row["kind"] in _EXITS | _RETURNS]
    return [
        (
            str(row["person_id"]),
            "" if row["kind"] in _RETURNS else str(row["kind"]),
            day_of(row),
        )
        for row in turning
    ]


def _moves(legs: Iterable[Stored]) -> list[tuple[str, str, str]]:
    lasting = [row for row in legs if not row["temporary"]]
    return [
        (str(row["person_id"]), "OUT" if row["direction"] == "OUT" else "", day_of(row))
        for row in lasting
    ]
