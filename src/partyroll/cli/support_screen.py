"""Help, praise and discipline on the screen: in one line each."""

from typing import TYPE_CHECKING

from partyroll.messages import (
    AWARD_FORM,
    DISCIPLINE_FORM,
    NEED,
    SUPPORT_MEASURE,
    SUPPORT_OUTCOME,
)
from partyroll.model import Award, Discipline, Support

if TYPE_CHECKING:
    from partyroll.cli.screen import Screen
    from partyroll.period import PartialDate
    from partyroll.tasks.supporting.desk import Told

_TITLES = ("Số", "Họ và tên", "Chi bộ", "Nội dung")


def show_fact(told: "Told", screen: "Screen") -> None:
    """Print what was written."""
    row = (told.fact.number, told.person.full_name, told.unit, fact_line(told.fact))
    screen.table(_TITLES, [row])


def fact_line(fact: Support | Award | Discipline) -> str:
    """Return help, praise or discipline in one line."""
    if isinstance(fact, Support):
        return _support_line(fact)
    return _award_line(fact) if isinstance(fact, Award) else _discipline_line(fact)


def _support_line(one: Support) -> str:
    from partyroll.text import thousands

    need = one.need_text or NEED[one.need]
    measure = one.measure_text or (SUPPORT_MEASURE[one.measure] if one.measure else "")
    amount = f"{thousands(one.amount)} đồng" if one.amount is not None else ""
    outcome = one.outcome_text or (SUPPORT_OUTCOME[one.outcome] if one.outcome else "")
    helped = _joined(measure, amount, one.provided_by, _day("", one.provided_on))
    parts = (
        f"Khó khăn: {_joined(need, _day('nêu', one.opened_on))}",
        f"đã giúp: {helped}" if helped else "chưa ghi đã giúp gì",
        f"kết quả: {outcome}" if outcome else "",
        _day("xong", one.closed_on),
        one.paper,
        one.note,
    )
    return "; ".join(part for part in parts if part)


def _award_line(one: Award) -> str:
    form = one.form_text or AWARD_FORM[one.form]
    said = (_day("", one.awarded_on), one.decision_no, one.given_by, one.reason_text)
    return f"Khen thưởng: {_joined(form, *said, one.note)}"


def _discipline_line(one: Discipline) -> str:
    said = (_day("", one.decided_on), one.decision_no, one.decided_by, one.reason_text)
    until = _day("có hiệu lực đến", one.valid_to)
    return f"Kỷ luật: {_joined(DISCIPLINE_FORM[one.form], *said, until, one.note)}"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _day(words: str, day: "PartialDate | None") -> str:
    from partyroll.rules.supporting.facts import when

    return f"{words} {when(day)}".strip() if day else ""
