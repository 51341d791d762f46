"""Lists of discipline: which form, by which decision, what for."""

from datetime import date

from partyroll.model import DisciplineForm, Severity
from partyroll.read.cells import Cells
from partyroll.read.decisions import decision_of
from partyroll.read.facts import DisciplineRow, UnitRef
from partyroll.read.support_words import discipline_of, says_nothing
from partyroll.read.values import read_card, read_national_id

_FORMS = ("discipline", "exit_form")
_DAYS = ("exit_decision_date", "exit_decision_no")


class DisciplineReader:
    """Reads the rows of one list of discipline."""

    def __init__(self, today: date, *, beside: bool = False) -> None:
        self._today, self._beside = today, beside  # of a list of praise: most cells are empty
        self._units: dict[tuple[str, ...], UnitRef] = {}

    def __call__(self, cells: Cells) -> DisciplineRow | None:
        """Return the decision of a row.

        A form that is none of the list sets the row aside: nobody is given the first of it.
        """
        if self._beside and says_nothing(cells.text(_FORMS[0])):
            return None
        name = cells.required_name()
        field = next((one for one in _FORMS if cells.has(one)), _FORMS[0])
        text = cells.text(field) if cells.has(field) else ""
        form = discipline_of(text)
        if form is None:
            cells.say(field, "discipline_form_unknown", severity=Severity.ERROR)
        decision = decision_of(cells, self._today)
        on = decision.day
        if on is not None and on.first > self._today:
            where = next((one for one in _DAYS if cells.has(one)), _DAYS[0])
            cells.say(where, "future_date", severity=Severity.ERROR)
        latest = date(self._today.year + 50, 12, 31)
        until = cells.day("discipline_to", latest) if cells.has("discipline_to") else None
        if on and until and until.last < on.first:
            cells.say("discipline_to", "ends_before_begins")
        return DisciplineRow(
            row=cells.row + 1,
            full_name=name,
            form=form or DisciplineForm.OTHER,
            unit=cells.unit(self._units),
            birth_date=cells.day("birth_date"),
            card_no=cells.number("card_no", read_card),
            national_id=cells.number("national_id", read_national_id),
            form_text=text,
            on=on,
            decision_no=decision.number,
            by=_text(cells, "discipline_by"),
            valid_to=until,
            reason=_text(cells, "discipline_reason") or _text(cells, "exit_reason"),
            note=_text(cells, "note"),
        )


def _text(cells: Cells, field: str) -> str:
    return cells.text(field) if cells.has(field) else ""
