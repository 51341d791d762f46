"""Praise and discipline of one person."""

from typing import TYPE_CHECKING

from partyroll.messages import AWARD_FORM, DISCIPLINE_FORM
from partyroll.model import AwardForm, DisciplineForm
from partyroll.read.support_words import award_of, badge_years
from partyroll.store.reading import iso
from partyroll.store.support import award_in, discipline_in
from partyroll.tasks.choosing import date_or_none, past_day
from partyroll.tasks.recording.same_fact import AWARD, DISCIPLINE
from partyroll.tasks.registers.writing import Command, Saved, Written
from partyroll.tasks.standing import is_member
from partyroll.tasks.supporting.desk import Desk, Told, one_change
from partyroll.tasks.supporting.refusals import FORM, ON, UNTIL, Missing
from partyroll.tasks.supporting.request import (
    Decision,
    Whom,
    form_of_discipline,
    own_words,
    refuse_order,
)
from partyroll.text import clean

if TYPE_CHECKING:
    from partyroll.store.digests import Value

_EXPELLED = (
    "khai trừ là ra khỏi Đảng mà sổ chưa ghi; nhập quyết định bằng mẫu partyroll template exits"
)


def add_award(command: Command, whom: Whom, typed: Decision) -> Saved[Told]:
    """Write down how somebody was praised."""
    words = clean(typed.form)
    if not words:
        raise Missing(FORM, AWARD_FORM.values())
    form = award_of(words) or AwardForm.OTHER
    stated: dict[str, Value] = {
        "form": form.value,
        "form_text": own_words(words, form, AWARD_FORM),
        "badge_years": badge_years(words) if form is AwardForm.BADGE else None,
        "awarded_on": iso(past_day(ON, typed.on, command.today)),
        "decision_no": clean(typed.paper) or None,
        "given_by": clean(typed.by) or None,
        "reason_text": clean(typed.reason) or None,
    }

    def write(desk: Desk) -> Written[Told]:
        person = desk.whom(whom)
        put = desk.put(AWARD, person, stated)
        told = Told(award_in(put.number, put.row), person, desk.unit(person))
        note = f"khen thưởng số {put.number}: {AWARD_FORM[form]}"
        return Written(told, note, (*put.cautions, *desk.left(person)))

    return one_change(command, write)


def add_discipline(command: Command, whom: Whom, typed: Decision) -> Saved[Told]:
    """Write down a decision on discipline; an expulsion makes nobody leave by itself."""
    form, day = form_of_discipline(typed.form), past_day(ON, typed.on, command.today)
    until = date_or_none(clean(typed.until))
    refuse_order(UNTIL, until, day)
    stated: dict[str, Value] = {
        "form": form.value,
        "form_text": own_words(typed.form, form, DISCIPLINE_FORM),
        "decided_on": iso(day),
        "decision_no": clean(typed.paper) or None,
        "decided_by": clean(typed.by) or None,
        "valid_to": iso(until),
        "reason_text": clean(typed.reason) or None,
    }

    def write(desk: Desk) -> Written[Told]:
        person = desk.whom(whom)
        put = desk.put(DISCIPLINE, person, stated)
        told = Told(discipline_in(put.number, put.row), person, desk.unit(person))
        stays = form is DisciplineForm.EXPULSION and is_member(person, command.today)
        cautions = (_EXPELLED,) if stays else desk.left(person)
        note = f"kỷ luật số {put.number}: {DISCIPLINE_FORM[form]}"
        return Written(told, note, (*put.cautions, *cautions))

    return one_change(command, write)
