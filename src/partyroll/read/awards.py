"""Lists of praise: badges, commendations, good examples."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from partyroll.model import AwardForm, Severity
from partyroll.read.cells import Cells
from partyroll.read.decisions import decision_of
from partyroll.read.facts import AwardRow, StatedAward, UnitRef
from partyroll.read.heads import Column, Head
from partyroll.read.meanings import Meaning
from partyroll.read.support_words import award_of, badge_years, says_nothing
from partyroll.read.tables import Block
from partyroll.read.values import is_mark, read_card, read_national_id, read_text
from partyroll.text import clean

# Fields whose column says by its own heading how somebody is praised.
_WORDED = frozenset({"award_form", "awards", "badge_no", "award_example"})


@dataclass(frozen=True, slots=True)
class AwardColumn:
    """A column of praise: `meant` where a tick under its heading says all."""

    index: int
    field: str
    heading: str
    meant: AwardForm | None


def with_badges(block: Block) -> Block:
    """Return the block, its columns "Huy hiệu 30 năm" understood as such."""
    columns = tuple(
        replace(column, meaning=Meaning(("badge_no",))) if _is_badge(column) else column
        for column in block.head.columns
    )
    return replace(block, head=Head(block.head.rows, columns))


def _is_badge(column: Column) -> bool:
    if column.meaning.fields or column.meaning.month:
        return False
    return badge_years(column.text) is not None and award_of(column.text) is AwardForm.BADGE


def award_columns(head: Head) -> tuple[AwardColumn, ...]:
    """Return the columns that say how somebody is praised, from the left."""
    return tuple(_award_columns(head))


def _award_columns(head: Head) -> Iterator[AwardColumn]:
    for column in head.columns:
        heading = clean(column.text.rpartition("›")[2])
        field = next((one for one in column.meaning.fields if one in _WORDED), "")
        if field:
            meant = None if field in {"award_form", "awards"} else award_of(heading)
            yield AwardColumn(column.index, field, heading, meant)


class AwardReader:
    """Reads the rows of one list of praise; `words` stand above it."""

    def __init__(self, words: str, columns: tuple[AwardColumn, ...], today: date) -> None:
        self._columns, self._today = columns, today
        self._meant = award_of(words)  # "DANH SÁCH TẶNG HUY HIỆU 30 NĂM TUỔI ĐẢNG"
        self._years = badge_years(words) if self._meant is AwardForm.BADGE else None
        self._units: dict[tuple[str, ...], UnitRef] = {}

    def __call__(self, cells: Cells) -> AwardRow | None:
        """Return the praise of a row; what is wrong stands in the row's remarks."""
        name = cells.required_name()
        decision = decision_of(cells, self._today)
        on = (cells.day("award_on") if cells.has("award_on") else None) or decision.day
        if on is not None and on.first > self._today:
            where = "award_on" if cells.has("award_on") else "exit_decision_no"
            cells.say(where, "future_date", severity=Severity.WARNING)
        awards = tuple(self._awards(cells))
        if not awards and cells.has("discipline") and cells.value("discipline") != "":
            return None  # a list of praise and discipline: this row is about the other
        if not awards:
            cells.say("award_form", "award_without_form")
        return AwardRow(
            row=cells.row + 1,
            full_name=name,
            awards=awards,
            unit=cells.unit(self._units),
            birth_date=cells.day("birth_date"),
            card_no=cells.number("card_no", read_card),
            national_id=cells.number("national_id", read_national_id),
            on=on,
            decision_no=decision.number,
            by=_text(cells, "award_by"),
            reason=_text(cells, "award_reason") or _text(cells, "exit_reason"),
            note=_text(cells, "note"),
        )

    def _awards(self, cells: Cells) -> Iterator[StatedAward]:
        told = False
        for column in self._columns:
            value = cells.at(column.index)
            text = read_text(value).value or ""
            if not text or says_nothing(text):
                continue
            stated = self._stated(column, text, ticked=is_mark(value))
            if stated is not None:
                told = True
                yield stated
        if not told and self._meant is not None:
            yield StatedAward(self._meant, "", self._years)

    def _stated(self, column: AwardColumn, text: str, *, ticked: bool) -> StatedAward | None:
        if ticked:
            form = column.meant or self._meant
            if form is None:
                return None
            return StatedAward(form, column.heading, badge_years(column.heading))
        if column.field == "badge_no":
            return self._badge(text)
        form = award_of(text) or column.meant or self._meant or AwardForm.OTHER
        years = badge_years(text) if form is AwardForm.BADGE else None
        return StatedAward(form, text, years)

    def _badge(self, text: str) -> StatedAward | None:
        """Return a badge whose years are written; a badge's own number says no years."""
        years = badge_years(text)
        if years is None and self._meant is not AwardForm.BADGE:
            return None
        return StatedAward(AwardForm.BADGE, text, years or self._years)


def _text(cells: Cells, field: str) -> str:
    return cells.text(field) if cells.has(field) else ""
