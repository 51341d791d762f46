"""Help of one person: what is needed, what was done, what became of it."""

from partyroll.messages import NEED, SUPPORT_MEASURE, SUPPORT_OUTCOME
from partyroll.model import Need, Person, Support, SupportMeasure
from partyroll.period import PartialDate
from partyroll.read.support_words import measure_of, need_of
from partyroll.store.digests import Value
from partyroll.store.ledger import Ledger
from partyroll.store.people import people
from partyroll.store.reading import iso
from partyroll.store.support import support_in, supports
from partyroll.tasks.choosing import past_day
from partyroll.tasks.recording.same_fact import SUPPORT
from partyroll.tasks.registers.writing import Command, Saved, Written
from partyroll.tasks.supporting.desk import Desk, Told, one_change, whole
from partyroll.tasks.supporting.refusals import (
    NEED as NEED_OPTION,
)
from partyroll.tasks.supporting.refusals import (
    ON,
    SINCE,
    Missing,
    NoSuchHelp,
)
from partyroll.tasks.supporting.request import (
    Help,
    Whom,
    amount_of,
    outcome_in,
    own_words,
    refuse_order,
)
from partyroll.text import clean


def add_help(command: Command, whom: Whom, typed: Help) -> Saved[Told]:
    """Write down what somebody needs, or what was done about it."""
    given = past_day(ON, typed.on, command.today)
    since = past_day(SINCE, typed.since, command.today)
    refuse_order(ON, given, since)
    done: dict[str, Value] = {
        "opened_on": iso(since),
        **_measure(typed),
        "provided_on": iso(given),
    }

    def write(desk: Desk) -> Written[Told]:
        person = desk.whom(whom)
        need, words = _need(desk.ledger, person, typed)
        put = desk.put(SUPPORT, person, {"need": need.value, "need_text": words, **done})
        told = Told(support_in(put.number, put.row), person, desk.unit(person))
        unknown = clean(typed.need) and need_of(typed.need) is None
        grouped = (f"“{words}” được xếp vào nhóm “{NEED[need]}”",) if unknown else ()
        note = f"giúp đỡ số {put.number}: {NEED[need]}"
        return Written(told, note, (*grouped, *put.cautions, *desk.left(person)))

    return one_change(command, write)


def _measure(typed: Help) -> dict[str, Value]:
    words = clean(typed.measure)
    code = (measure_of(words) or SupportMeasure.OTHER) if words else None
    return {
        "measure": iso(code),
        "measure_text": own_words(words, code, SUPPORT_MEASURE) if code else None,
        "amount": amount_of(typed.amount),
        "provided_by": clean(typed.by) or None,
        "paper": clean(typed.paper) or None,
        "note": clean(typed.note) or None,
    }


def _need(ledger: Ledger, person: Person, typed: Help) -> tuple[Need, str | None]:
    """Return the need; where none was typed, the one of the person that waits for help."""
    if words := clean(typed.need):
        need = need_of(words) or Need.OTHER
        return need, own_words(words, need, NEED)
    waiting = [
        one
        for one in supports(ledger)
        if one.person_id == person.person_id and one.measure is None and not one.concluded
    ]
    if len(waiting) != 1 or not typed.measure:
        raise Missing(NEED_OPTION, NEED.values())
    return waiting[0].need, waiting[0].need_text or None


def close_help(command: Command, number: str, outcome: str, on: str = "") -> Saved[Told]:
    """Write down what became of a need; it is asked after no more."""
    result = outcome_in(outcome)
    typed_day = past_day(ON, on, command.today)

    def write(desk: Desk) -> Written[Told]:
        one = _numbered(desk.ledger, number)
        day = typed_day or one.closed_on or PartialDate.of(command.today)
        refuse_order(ON, day, one.opened_on)
        (person,) = people(desk.ledger, [one.person_id])
        known = desk.draft.load("support", person_id=[one.person_id])
        row: dict[str, Value] = {
            **known[(one.support_id,)],
            "outcome": result.value,
            "outcome_text": own_words(outcome, result, SUPPORT_OUTCOME),
            "closed_on": str(day),
        }
        desk.draft.put("support", row)
        kept = support_in(one.number, whole("support", row))
        note = f"giúp đỡ số {one.number}: {SUPPORT_OUTCOME[result]}"
        return Written(Told(kept, person, desk.unit(person)), note)

    return one_change(command, write)


def _numbered(ledger: Ledger, typed: str) -> Support:
    wanted = typed.strip().lstrip("#")
    found = next((one for one in supports(ledger) if str(one.number) == wanted), None)
    if found is None:
        raise NoSuchHelp(typed)
    return found
