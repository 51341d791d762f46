"""What somebody typed of help, praise or discipline, understood before it is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from partyroll.messages import DISCIPLINE_FORM, SUPPORT_OUTCOME
from partyroll.model import DisciplineForm, SupportOutcome
from partyroll.period import PartialDate
from partyroll.read.help_money import help_amount
from partyroll.read.support_words import discipline_of, outcome_of
from partyroll.tasks.supporting.refusals import (
    FORM,
    OUTCOME,
    DaysOutOfOrder,
    Missing,
    NotASum,
    NotInTheList,
)
from partyroll.text import clean, same_key


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom something is about, as typed; the unit tells namesakes apart."""

    member: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """Help as typed; empty = not given."""

    need: str = ""
    since: str = ""
    measure: str = ""
    amount: str = ""
    by: str = ""
    on: str = ""
    paper: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Praise or discipline as typed; `until` only of discipline."""

    form: str
    on: str = ""
    by: str = ""
    paper: str = ""
    reason: str = ""
    until: str = ""


def refuse_order(option: str, day: PartialDate | None, earlier: PartialDate | None) -> None:
    """Raise `DaysOutOfOrder` where a day lies before the one it must follow."""
    if day is not None and earlier is not None and day.last < earlier.first:
        raise DaysOutOfOrder(option, day.vi, earlier.vi)


def amount_of(typed: str) -> int | None:
    """Return a sum in đồng; raise `NotASum` where it is none."""
    if not clean(typed):
        return None
    found = help_amount(clean(typed))
    if found.value is None:
        raise NotASum(typed)
    return found.value


def form_of_discipline(typed: str) -> DisciplineForm:
    """Return the form of discipline that was typed; nobody is given another one."""
    if not clean(typed):
        raise Missing(FORM, DISCIPLINE_FORM.values())
    form = discipline_of(typed)
    if form is None:
        raise NotInTheList(FORM, typed, DISCIPLINE_FORM.values())
    return form


def outcome_in(typed: str) -> SupportOutcome:
    """Return what became of a need as typed."""
    if not clean(typed):
        raise Missing(OUTCOME, SUPPORT_OUTCOME.values())
    outcome = outcome_of(typed)
    if outcome is None:
        raise NotInTheList(OUTCOME, typed, SUPPORT_OUTCOME.values())
    return outcome


def own_words(typed: str, code: str, words: Mapping[str, str]) -> str | None:
    """Return the words typed where they say more than those of the list; else None."""
    text = clean(typed)
    listed = same_key(text) in {same_key(words[code]), same_key(code)}
    return None if not text or listed else text
