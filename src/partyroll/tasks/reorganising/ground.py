"""What the ledger holds of the units of a plan: who stands there, and what is dated when."""

from collections.abc import Iterable, Iterator
from datetime import date

from partyroll.messages import FACT
from partyroll.model import Person, Plan, Problem
from partyroll.rules.reorganising.outcome import Turn, UnitPlan
from partyroll.rules.reorganising.people import Standing
from partyroll.rules.reorganising.telling import Told
from partyroll.store.ledger import Ledger
from partyroll.store.people import people
from partyroll.store.unit_facts import DatedFacts, dated_facts, people_in
from partyroll.tasks.standing import is_member

_EVER = date.max


def places_in(ledger: Ledger, units: UnitPlan, leaving: Iterable[str]) -> Iterator[Standing]:
    """Yield the places in units that members must leave; whoever left before stays out of it.

    What the plan makes takes no look: its units are empty before.
    """
    days = {one.unit_id: one.on for one in units.leavings}
    wanted = {unit_id for unit_id in leaving if unit_id in days}
    for person in people(ledger, people_in(ledger, wanted)):
        for stay in person.stays:
            day = days.get(stay.unit_id)
            if day is None or (not stay.temporary and _left_before(person, day)):
                continue
            yield Standing(
                person.person_id,
                person.full_name,
                stay.unit_id,
                stay.temporary,
                stay.start,
                stay.end,
                (person.card_no or "").replace(" ", ""),
                person.birth_date,
            )


def _left_before(person: Person, day: date) -> bool:
    """Whether somebody has left before `day` for good: neither a member then nor ever after."""
    gone = person.admission_date is None or person.admission_date.first <= day
    return gone and not is_member(person, day) and not is_member(person, _EVER)


def doubtful_facts(ledger: Ledger, plan: Plan, units: UnitPlan) -> tuple[Problem, ...]:
    """Tell of facts dated after a unit's end, or before it was founded."""
    told = Told(plan)
    turns = {turn.unit_id: turn for turn in units.turns if _asks(turn)}
    for facts in dated_facts(ledger, turns.keys()):
        turn = turns[facts.unit_id]
        if turn.unit is None:
            _after(told, turn, facts)
        else:
            _before(told, turn, facts)
    return tuple(told.problems)


def _asks(turn: Turn) -> bool:
    """Whether dates of other facts matter: a unit ends, or gets its beginning."""
    return turn.unit is None or (turn.founded and turn.before is not None)


def _after(told: Told, turn: Turn, facts: DatedFacts) -> None:
    number = sum(day >= turn.on for day in facts.days)
    if number and turn.before is not None:
        what = FACT[facts.table]
        told.say(turn.place, "on", "facts_after", turn.before.name, count=number, what=what)


def _before(told: Told, turn: Turn, facts: DatedFacts) -> None:
    earlier = [day for day in facts.days if day < turn.on]
    if earlier and turn.unit is not None:
        day = f"{min(earlier):%d/%m/%Y}"
        what = FACT[facts.table]
        told.say(turn.place, "on", "facts_before", turn.unit.name, what=what, day=day)
