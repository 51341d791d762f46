"""A letter for each month of everybody, as the sample's truth writes it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from partyroll.model import Ground, MonthFact, RuleSettings, State
from partyroll.period import Month
from partyroll.rules.review import RULES
from partyroll.store.cases import cases
from partyroll.store.fullness import books
from partyroll.store.ledger import open_ledger
from partyroll.store.people import people
from partyroll.store.roll import Roll
from partyroll.tasks.narrowing import how_full

_DUES = {
    State.PAID: "P",
    State.PAID_LATE: "L",
    State.UNPAID: "U",
    State.UNPAID_INFERRED: "I",
    State.EXEMPT: "X",
    State.NOT_DUE: "o",
    State.UNKNOWN: "?",
}
_MEETINGS = {
    State.ATTENDED: "P",
    State.EXCUSED_MARKED: "E",
    State.UNEXCUSED: "A",
    State.NOT_HELD: "n",
    State.NOT_OWED: "o",
    State.NOT_DUE: "o",
    State.UNKNOWN: "?",
}


def letters_of_everyone(ledger_path: Path, year: int, as_of: date) -> dict[str, dict[str, str]]:
    """Return, by card number, twelve letters for dues and twelve for meetings."""
    settings = RuleSettings()
    months = [Month(year, number) for number in range(1, 13)]
    with open_ledger(ledger_path) as ledger:
        roll = Roll(ledger, [year], as_of)
        collections = how_full(roll, books(ledger, [year]), settings)
        everyone = [person.person_id for person in people(ledger)]
        return {
            person.card_no or person.full_name: {
                ground.value: "".join(
                    _letter(fact)
                    for fact in month_facts(
                        case, months, collections=collections, settings=settings, as_of=as_of
                    )
                )
                for ground, month_facts in RULES
            }
            for person, case in cases(ledger, everyone, [year])
        }


def _letter(fact: MonthFact) -> str:
    words: Mapping[State, str] = _DUES if fact.ground is Ground.UNPAID_DUES else _MEETINGS
    return "N" if fact.state is State.UNPAID and fact.note else words[fact.state]
