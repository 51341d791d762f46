"""The official dues book S01/ĐP: a block for each month, a row for each member in it.

The lines of all blocks are gathered first; then every member's months are read in order
(`dues_members`), since money of a later month may pay older ones.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from partyroll.model import Letter
from partyroll.period import Month, PartialDate
from partyroll.read.books import Person, read_person
from partyroll.read.cells import Cells
from partyroll.read.dates import possible
from partyroll.read.dues_cells import DuesReader
from partyroll.read.dues_debts import Entry
from partyroll.read.facts import BookRow, UnitRef
from partyroll.read.grid import Fault, Grid, Value, address, as_text
from partyroll.read.money import read_money, read_number
from partyroll.read.remarks import Remark
from partyroll.read.values import is_mark
from partyroll.text import fold, same_key

SUMS = ("dues_due", "dues_arrears", "dues_total", "dues_collected", "dues_outstanding")
_PERIOD = re.compile(
    r"(?:thang|t|th)?[ .]*(\d{1,2})\s*(?:[/.,-]|nam)\s*(?:nam\s*)?(\d{4}|\d{2})"
)
_MONTH_ONLY = re.compile(r"(?:thang|t|th)?[ .]*(\d{1,2})")
_IN_TITLE = re.compile(r"\bthang\s*(\d{1,2})(?:\s*(?:[/.,-]|nam|-\s*nam)\s*(\d{4}))?\b")
_IN_NAME = re.compile(r"^(?:dp |s01 )?(?:thang|th|t)?[ ._-]*(\d{1,2})(?:[ ./_-]+(\d{4}))?$")
_NOTHING = frozenset({"", "-", "--", "–", "—", "0", "khong"})
_REDUCED = re.compile(r"\d|\bgiam\b")


@dataclass(frozen=True, slots=True)
class Written:
    """One member's line of one month's block, with where each of its cells stands."""

    sheet: str
    row: int  # 1-based
    month: Month
    person: Person
    entry: Entry
    cells: Mapping[str, str]  # field → address, for what a payment or a debt is shown by
    note: str = ""
    remark: str = ""
    columns: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)  # what the cells hold

    @property
    def key(self) -> tuple[object, ...]:
        """Who it is about, as far as one line tells."""
        number = self.person.card_no or self.person.national_id or ""
        return same_key(self.person.full_name), number, self.person.unit


class BlockReader:
    """Reads the lines of one block; the month stands in the row, else above the block."""

    def __init__(
        self,
        grid: Grid,
        *,
        year: int | None,
        month: Month | None,
        factor: int,
        legend: Mapping[str, str],
    ) -> None:
        self._grid, self._year, self._month, self._factor = grid, year, month, factor
        self._words = DuesReader(year or 2000, factor, dict(legend))
        self._units: dict[tuple[str, ...], UnitRef] = {}
        self.lines: list[Written] = []

    def __call__(self, cells: Cells) -> BookRow | None:
        """Take up the line of a member; what is wrong stands in the row's remarks."""
        person = read_person(cells, self._units)
        month = self._period(cells)
        if month is None or cells.failed:
            return None
        entry, note = self._entry(cells, month)
        self.lines.append(
            Written(
                sheet=self._grid.name,
                row=cells.row + 1,
                month=month,
                person=person,
                entry=entry,
                cells={f: address(cells.row, cells.column(f)) for f in SUMS if cells.has(f)},
                note=note,
                remark=cells.text("note") if cells.has("note") else "",
                columns={f: cells.column(f) for f in SUMS if cells.has(f)},
                texts={f: as_text(cells.value(f)) for f in SUMS if cells.has(f)},
            )
        )
        return None

    # --- Which month ----------------------------------------------------------------------
    def _period(self, cells: Cells) -> Month | None:
        if not cells.has("dues_period"):
            return self._stated_above(cells)
        value = cells.value("dues_period")
        if value == "":
            place = self._grid.shared(cells.row, cells.column("dues_period"))
            value = self._grid.value(*place) if place else ""
        if value == "":
            return self._stated_above(cells)
        month = month_in(value, self._year)
        if month is None:
            cells.say("dues_period", "period_unclear")
        return month

    def _stated_above(self, cells: Cells) -> Month | None:
        if self._month is None:
            cells.say("dues_period" if cells.has("dues_period") else "full_name", _UNCLEAR)
        return self._month

    # --- What it says ---------------------------------------------------------------------
    def _entry(self, cells: Cells, month: Month) -> tuple[Entry, str]:
        sums = {name: self._sum(cells, name) for name in SUMS}
        letter, note = self._exempt(cells, sums)
        if not letter and sums["dues_collected"] is None:
            letter, note = self._collected_in_words(cells, month)
        if not letter and all(one is None for one in sums.values()):
            letter, note = self._said_beside(cells, month)
        due, arrears, total, collected, outstanding = (sums[name] for name in SUMS)
        return Entry(month, due, arrears, total, collected, outstanding, letter), note

    def _sum(self, cells: Cells, name: str) -> int | None:
        value = cells.value(name) if cells.has(name) else ""
        if isinstance(value, (bool, Fault)) or value == "":
            if isinstance(value, Fault):
                cells.spoiled.append(Remark(cells.column(name), value.code, value.text))
            return None
        if isinstance(value, (int, float)):
            reading = read_number(value, factor=self._factor)
        elif (text := read_money(as_text(value), factor=self._factor)) is not None:
            reading = text
        else:
            return None
        if reading.code:
            cells.spoiled.append(Remark(cells.column(name), reading.code, as_text(value)))
        return reading.value

    def _exempt(self, cells: Cells, sums: Mapping[str, int | None]) -> tuple[str, str]:
        value = cells.value("dues_exempt") if cells.has("dues_exempt") else ""
        text = as_text(value)
        folded = fold(text)
        if folded in _NOTHING:
            return "", ""
        owes = bool(sums["dues_due"] or sums["dues_collected"] or sums["dues_outstanding"])
        if is_mark(value) or folded in {"mien", "m", "duoc mien"}:
            if owes:
                code = "exempt_with_amount"
                cells.spoiled.append(Remark(cells.column("dues_exempt"), code, text))
            return ("" if sums["dues_collected"] else Letter.EXEMPT), ""
        # "giảm 50 %" and the like are no exemption where a sum is due.
        if owes or _REDUCED.search(folded):
            return "", text
        return Letter.EXEMPT, text

    def _collected_in_words(self, cells: Cells, month: Month) -> tuple[str, str]:
        value = cells.value("dues_collected") if cells.has("dues_collected") else ""
        if fold(as_text(value)) in _NOTHING:
            return "", ""
        cell = self._words.read(value, month.number)
        column = cells.column("dues_collected")
        told = any(remark.column == column for remark in cells.spoiled)  # as a sum
        if cell.code and not told and cell.code != "back_payment_note":
            cells.spoiled.append(Remark(column, cell.code, as_text(value)[:120]))
        return cell.letter, cell.note

    def _said_beside(self, cells: Cells, month: Month) -> tuple[str, str]:
        """Return what the remark of a line says where nothing else is written: of its month."""
        remark = cells.text("note") if cells.has("note") else ""
        cell = self._words.read(remark, month.number)
        if not remark or cell.letter in {Letter.BLANK, Letter.UNREADABLE}:
            return "", ""
        return (cell.letter if cell.letter in _SAID_BESIDE else Letter.NOTED), remark


_SAID_BESIDE = frozenset({Letter.EXEMPT, Letter.NOT_DUE, Letter.DEFERRED})
_UNCLEAR = "period_unclear"


def month_in(value: Value, year: int | None) -> Month | None:
    """Return the month that a cell names: "3/2024", a date of it, "3" in a book of a year."""
    if isinstance(value, PartialDate):
        return Month(value.year, value.month) if value.month else None
    if hasattr(value, "month") and hasattr(value, "year"):
        return Month(value.year, value.month)
    text = fold(as_text(value))
    if found := _PERIOD.fullmatch(text):
        return _month(int(found[2]), int(found[1]))
    if (found := _MONTH_ONLY.fullmatch(text)) and year is not None:
        return _month(year, int(found[1]))
    return None


def month_above(words: str, sheet: str, year: int | None) -> Month | None:
    """Return the one month that the title (folded) or the sheet's name states."""
    named = {(int(m[1]), int(m[2] or 0)) for m in _IN_TITLE.finditer(words)}
    if not named and (found := _IN_NAME.match(fold(sheet))):
        named = {(int(found[1]), int(found[2] or 0))}
    months = {_month(own or year or 0, number) for number, own in named}
    return months.pop() if len(months) == 1 else None


def _month(year: int, number: int) -> Month | None:
    year += 2000 if 0 < year < 100 else 0
    return Month(year, number) if possible(year, number) else None
