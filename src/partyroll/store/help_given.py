"""Reading the help that a report counts, each in the unit of the person it was given to."""

from collections.abc import Iterator
from datetime import date

from partyroll.model import HelpGiven, Person
from partyroll.store.figures import UnitTree
from partyroll.store.ledger import Ledger
from partyroll.store.people import people
from partyroll.store.support import supports


def help_given(ledger: Ledger, *, structure: str, today: date) -> Iterator[HelpGiven]:
    """Yield every measure known, in the units of its day (`then`) or of today (`now`)."""
    given = [one for one in supports(ledger) if one.measure is not None]
    if not given:
        return
    tree = UnitTree(ledger, structure, today)
    known = {one.person_id: one for one in people(ledger, {s.person_id for s in given})}
    for one in given:
        day = one.provided_on.first if one.provided_on else today
        unit_id = one.unit_id or _unit_on(known.get(one.person_id), day)
        units = tree.above(unit_id, day) if unit_id else ()
        path = tree.named(unit_id, day)[: len(units)] if unit_id else ()
        if one.measure is not None:
            yield HelpGiven(
                one.person_id,
                one.need,
                one.measure,
                one.provided_on,
                one.amount,
                one.outcome,
                path,
                units,
            )


def _unit_on(person: Person | None, day: date) -> str | None:
    official = [stay for stay in person.stays if not stay.temporary] if person else []
    return next((stay.unit_id for stay in official if stay.covers(day)), None)
