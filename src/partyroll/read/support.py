"""Lists of help: who needs what, what was done about it, what became of it."""

import re
from datetime import date

from partyroll.messages import NEED
from partyroll.model import Need, Severity, SupportMeasure, SupportOutcome
from partyroll.period import PartialDate
from partyroll.read.cells import Cells
from partyroll.read.dates import read_date
from partyroll.read.facts import SupportRow, UnitRef
from partyroll.read.grid import as_text
from partyroll.read.help_money import heading_factor, help_amount
from partyroll.read.support_words import (
    measure_of,
    need_of,
    outcome_of,
    says_not_yet,
    says_nothing,
)
from partyroll.read.tables import Block
from partyroll.read.values import fault_code, is_mark, read_card, read_national_id
from partyroll.text import same_key

# What is wanted says more closely what somebody needs than how they live.
_NEEDS = ("support_need", "support_circumstance", "policy_group")
_SUMS = ("support_amount", "dues_collected", "total")
_DAYS = {
    "support_opened": "Ngày phát sinh",
    "support_on": "Ngày giúp",
    "support_closed": "Ngày xong",
}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PAPERS = ("excuse_paper", "exit_decision_no")


class SupportReader:
    """Reads the rows of one list of help."""

    def __init__(self, block: Block, today: date) -> None:
        # "DANH SÁCH ĐẢNG VIÊN CÓ HOÀN CẢNH KHÓ KHĂN"
        self._meant = need_of(block.title.words) or need_of(block.grid.name)
        self._factors = {
            field: heading_factor(column.text, block.title.money_factor)
            for field in _SUMS
            for column in block.head.all(field)
        }
        self._today = today
        self._units: dict[tuple[str, ...], UnitRef] = {}

    def __call__(self, cells: Cells) -> SupportRow | None:
        """Return the help of a row; what is wrong stands in the row's remarks."""
        name = cells.required_name()
        kept: list[str] = []
        need, need_text = self._need(cells)
        on = _past_day(cells, "support_on", self._today, kept)
        amount = self._amount(cells, kept)
        measure, measure_text = _measure(cells, kept)
        if measure is None and (on is not None or amount):
            measure = _unnamed(need)  # something was done: its day or its sum is written
        outcome, outcome_text = _outcome(cells)
        if need is None and measure is None:
            cells.say("support_need", "support_without_need")
        note = _text(cells, "note")
        row = SupportRow(
            row=cells.row + 1,
            full_name=name,
            need=need or Need.OTHER,
            unit=cells.unit(self._units),
            birth_date=cells.day("birth_date"),
            card_no=cells.number("card_no", read_card),
            national_id=cells.number("national_id", read_national_id),
            need_text=need_text,
            opened_on=_past_day(cells, "support_opened", self._today, kept),
            measure=measure,
            measure_text=measure_text,
            amount=amount,
            by=_text(cells, "support_by"),
            on=on,
            closed_on=_past_day(cells, "support_closed", self._today, kept),
            outcome=outcome,
            outcome_text=outcome_text,
            paper=next((text for field in _PAPERS if (text := _text(cells, field))), ""),
            note="; ".join(part for part in (note, *kept) if part),
        )
        _check_order(cells, row)
        return row

    def _need(self, cells: Cells) -> tuple[Need | None, str]:
        """Return the need and all that the row says of it; None = the row says nothing."""
        texts = {field: text for field in _NEEDS if (text := _said(cells, field))}
        if not texts:
            return self._meant, ""
        known = (need for text in texts.values() if (need := need_of(text)))
        need = next(known, Need.OTHER)
        every = [*dict.fromkeys(reversed(texts.values()))]
        # A word of the list beside somebody's own words says nothing more than they do.
        own = [text for text in every if same_key(text) != same_key(NEED[need])]
        return need, "; ".join(own or every)

    def _amount(self, cells: Cells, kept: list[str]) -> int | None:
        field = next((one for one in _SUMS if cells.value(one) != ""), "")
        if not field:
            return None
        value = cells.value(field)
        reading = help_amount(value, factor=self._factors.get(field, 1))
        if reading.code:
            code = fault_code(value) or reading.code
            cells.say(field, code, severity=Severity.WARNING)
            kept.append(f"Số tiền: {as_text(value)}")
        return reading.value


def _measure(cells: Cells, kept: list[str]) -> tuple[SupportMeasure | None, str]:
    """Return what was done in words of the list and of the cell; "chưa" is nothing yet."""
    text = cells.text("support_measure") if cells.has("support_measure") else ""
    if not text or says_nothing(text):
        return None, ""
    if is_mark(cells.value("support_measure")):
        return SupportMeasure.OTHER, ""
    if says_not_yet(text):
        kept.append(text)
        return None, ""
    return measure_of(text) or SupportMeasure.OTHER, text


def _unnamed(need: Need | None) -> SupportMeasure:
    """Return a measure of which only the day or the sum is written."""
    return SupportMeasure.MEETING if need is Need.DISCHARGED else SupportMeasure.OTHER


def _outcome(cells: Cells) -> tuple[SupportOutcome | None, str]:
    """Return what became of it; words that are none of the list stay as they are."""
    text = _said(cells, "support_outcome")
    outcome = outcome_of(text) if text else None
    if text and outcome is None:
        cells.say("support_outcome", "support_outcome_unclear")
    return outcome, text


def _check_order(cells: Cells, row: SupportRow) -> None:
    for field, later in (("support_on", row.on), ("support_closed", row.closed_on)):
        if row.opened_on and later and later.last < row.opened_on.first:
            cells.say(field, "support_before_need")


def _past_day(cells: Cells, field: str, today: date, kept: list[str]) -> PartialDate | None:
    """Return a day; of words with a year ("Tết 2025") the year, and the words are kept.

    A day that cannot be read costs the cell only.
    """
    if not cells.has(field):
        return None
    value = cells.value(field)
    reading = read_date(value, latest=today)
    day = reading.value
    if reading.code:
        text = as_text(value)
        kept.append(f"{_DAYS[field]}: {text}")
        year = _YEAR.search(text)
        day = PartialDate(int(year[0])) if year else None
        if year is None:
            cells.say(field, reading.code, severity=Severity.WARNING)
    if day is not None and day.first > today:
        cells.say(field, "future_date", severity=Severity.WARNING)
    return day


def _said(cells: Cells, field: str) -> str:
    text = _text(cells, field)
    return "" if says_nothing(text) else text


def _text(cells: Cells, field: str) -> str:
    return cells.text(field) if cells.has(field) else ""
