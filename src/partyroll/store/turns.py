"""Who left the Party or the unit for good, and who came back."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from partyroll.period import PartialDate
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.reading import live, partial


def exits_by_person(ledger: Ledger) -> dict[str, PartialDate]:
    """Return the last exit of everyone who left for good, where its date is known."""
    turns = list(_turns(ledger))
    back = _returns(turns)
    found: dict[str, PartialDate] = {}
    for person_id, when, leaving in turns:
        known = found.get(person_id)
        if leaving and (known is None or known.first < when.first):
            found[person_id] = when
    return {
        person_id: when
        for person_id, when in found.items()
        if person_id not in back or back[person_id].first <= when.first
    }


def _returns(turns: Sequence[tuple[str, PartialDate, bool]]) -> dict[str, PartialDate]:
    """Return when those who had left came back for the last time.

    Whoever only moved in from elsewhere had not left.
    """
    left = {person_id for person_id, _, leaving in turns if leaving}
    found: dict[str, PartialDate] = {}
    for person_id, when, leaving in turns:
        known = found.get(person_id)
        if not leaving and person_id in left and (known is None or known.first < when.first):
            found[person_id] = when
    return found


def _turns(ledger: Ledger) -> Iterator[tuple[str, PartialDate, bool]]:
    """Yield every exit and every return with a date; `True` = left."""
    event, leg = schema.life_event, schema.transfer_leg
    events = (
        select(event.c.person_id, event.c.decision_date, event.c.event_date, event.c.kind)
        .where(live(ledger, event), event.c.kind.not_in(["ADMITTED", "CONFIRMED"]))
        .order_by(event.c.row_id)
    )
    legs = (
        select(leg.c.person_id, leg.c.decision_date, leg.c.leg_date, leg.c.direction)
        .where(live(ledger, leg), leg.c.temporary == 0)
        .order_by(leg.c.row_id)
    )
    for query in (events, legs):
        for person_id, decided, happened, kind in ledger.db.execute(query):
            when = partial(decided or happened)
            if when is not None:
                yield person_id, when, kind not in {"READMITTED", "RESTORED", "IN"}
