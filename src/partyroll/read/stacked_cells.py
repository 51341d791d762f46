"""The cells of a person who takes several lines: which line of a column holds which field."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from partyroll.model import Gender, Severity
from partyroll.read.around_rows import Columns, Setting
from partyroll.read.cells import Cells
from partyroll.read.grid import Grid, Value, as_text, letter
from partyroll.read.heads import Column, Head
from partyroll.read.remarks import Remark
from partyroll.read.values import digits_of, read_gender
from partyroll.text import fold

Line = tuple[int, Value]  # the row (0-based) and what stands there
_DASHES = frozenset({"", "-", "--", "–", "—", "…", "..."})
_NAMES = ("full_name", "birth_name", "birth_date")
_WHO = ("gender", "ethnicity", "religion")
_NUMBERS = ("card_no", "resume_no", "badge_no")


def stacked_columns(head: Head) -> Columns:
    """Return the columns by field; the name's column holds the birth name and date too."""
    columns = Columns.of(head)
    name = columns.by_field["full_name"]
    return replace(columns, by_field=dict.fromkeys(_NAMES, name) | dict(columns.by_field))


class StackedCells(Cells):
    """One person's lines, asked by field as if they were one row."""

    __slots__ = ("_lines", "_rows", "latest", "said")

    def __init__(
        self,
        grid: Grid,
        rows: range,
        columns: Columns,
        setting: Setting,
        section: str = "",
    ) -> None:
        super().__init__(grid, rows[0], columns, setting, section)
        self._rows, self.latest = rows, setting.today
        self._lines: dict[int, list[Line]] = {}
        self.said: list[tuple[int, Remark]] = []

    def lines(self, column: int) -> list[Line]:
        """Return the lines of a column in order; a cell with line breaks has several."""
        if column not in self._lines:
            self._lines[column] = [
                (row, part)
                for row in self._rows
                for part in _split(self._grid.value(row, column))
            ]
        return self._lines[column]

    def filled(self, column: int) -> list[Line]:
        """Return the lines of a column that say something."""
        return [line for line in self.lines(column) if fold(as_text(line[1])) not in _DASHES]

    def value(self, field: str) -> Value:
        """Return the value of `field`, wherever in its column it stands."""
        return self._find(field)[1]

    def values(self, field: str) -> list[Value]:
        """Return the value of `field` as the only one, if it says something."""
        return [value] if (value := self.value(field)) != "" else []

    def text(self, field: str) -> str:
        """Return free text; the lines of a column that holds one field are joined."""
        return self._text(field, self.value(field)) if self.has(field) else ""

    def plain_texts(self, fields: Iterable[str]) -> dict[str, str]:
        """Return what the lines say under `fields`."""
        return {field: text for field in fields if (text := self.text(field))}

    def say(
        self, field: str, code: str, *, severity: Severity | None = None, clue: str = ""
    ) -> None:
        """Note something about the line that holds `field`."""
        row, value = self._find(field)
        remark = Remark(self.column(field), code, as_text(value)[:120], severity, clue)
        self.remarks.append(remark)
        self.said.append((row, remark))

    def texts(self) -> dict[str, str]:
        """Return all lines as found, by column letter."""
        found: dict[str, list[str]] = {}
        for row in self._rows:
            if row >= len(self._grid.rows):
                break  # the last lines of the last person are empty
            for column, text in self._grid.texts(row):
                found.setdefault(letter(column), []).append(text)
        return {place: "\n".join(texts) for place, texts in found.items()}

    # --- Which line holds what ------------------------------------------------------------
    def _find(self, field: str) -> Line:
        found = self._stated(field) if self.has(field) else self._none()
        return self._none() if fold(as_text(found[1])) in _DASHES else found

    def _stated(self, field: str) -> Line:
        column = self.column(field)
        fields = self._columns.order.get(column, (field,))
        if column == self.column("full_name"):
            return self._named(field, column)
        if "gender" in fields:
            return self._who(field, column)
        if "card_no" in fields:
            return self._number(field, fields, column)
        if len(fields) == 1:
            return self._joined(column)
        return self._of_several(field, fields, column)

    def _none(self) -> Line:
        return self._rows[0], ""

    def _named(self, field: str, column: int) -> Line:
        first, *others = [*self.filled(column), self._none()]
        if field == "full_name":
            return first
        dates = [line for line in others if _has_digit(line[1])]
        names = [line for line in others if line not in dates]
        return next(iter(dates if field == "birth_date" else names), self._none())

    def _who(self, field: str, column: int) -> Line:
        filled = self.filled(column)
        sex = [line for line in filled if _is_gender(line[1])]
        if field == "gender":
            return next(iter(sex or filled), self._none())
        others = [line for line in self.lines(column) if line not in sex]
        return _at(others, _WHO.index(field) - 1, self._none())

    def _number(self, field: str, fields: tuple[str, ...], column: int) -> Line:
        lines = self.lines(column)
        cards = [line for line in lines if len(digits_of(line[1])) >= 8 and _only_digits(line)]
        if field == "card_no":
            return next(iter(cards or self._first_line(lines)), self._none())
        others = [line for line in lines if line not in cards[:1]]
        rest = [name for name in fields if name != "card_no"]
        if not cards and others:
            others = others[1:]  # the card's own line is empty
        return _at(others, rest.index(field), self._none())

    @staticmethod
    def _first_line(lines: list[Line]) -> list[Line]:
        return [line for line in lines[:1] if fold(as_text(line[1])) not in _DASHES]

    def _of_several(self, field: str, fields: tuple[str, ...], column: int) -> Line:
        days = [name for name in fields if name.endswith("_date")]
        if field in days:
            return self._day(days.index(field), len(days), column)
        if days:
            taken = self._day(0, len(days), column)
            return self._together(line for line in self.filled(column) if line != taken)
        place = fields.index(field)
        lines = self.lines(column)
        if place == len(fields) - 1:
            return self._together(lines[place:])
        return _at(lines, place, self._none())

    def _day(self, place: int, count: int, column: int) -> Line:
        """Return the line of a date: by its order, or by its line where one is missing."""
        filled = [line for line in self.filled(column) if _has_digit(line[1])]
        if len(filled) >= count:
            return filled[place]
        if count == 1:
            return self._none()
        found = _at(self.lines(column), place, self._none())
        return found if found in filled else self._none()

    def _joined(self, column: int) -> Line:
        filled = self.filled(column)
        if len(filled) == 1:
            return filled[0]
        return self._together(filled)

    def _together(self, lines: Iterable[Line]) -> Line:
        kept = [line for line in lines if fold(as_text(line[1])) not in _DASHES]
        if not kept:
            return self._none()
        return kept[0][0], ", ".join(as_text(value) for _, value in kept)


def death_column(head: Head) -> Column | None:
    """Return the column of the day of death."""
    return _first(head, lambda c: c.holds("exit_date") and _says_death(c))


def exit_column(head: Head) -> Column | None:
    """Return the column of the day and the form of leaving the Party."""
    return _first(head, lambda c: c.holds("exit_date") and not _says_death(c))


def _first(head: Head, fits: Callable[[Column], bool]) -> Column | None:
    return next((column for column in head.columns if fits(column)), None)


def _says_death(column: Column) -> bool:
    folded = fold(column.text)
    return "tu tran" in folded or "ngay mat" in folded


def _split(value: Value) -> list[Value]:
    if isinstance(value, str) and "\n" in value.strip():
        return [*value.strip().split("\n")]
    return [value]


def _at(lines: list[Line], place: int, otherwise: Line) -> Line:
    return lines[place] if 0 <= place < len(lines) else otherwise


def _has_digit(value: Value) -> bool:
    return not isinstance(value, str) or any(sign.isdigit() for sign in value)


def _only_digits(line: Line) -> bool:
    return digits_of(line[1]).isdecimal()


def _is_gender(value: Value) -> bool:
    return read_gender(value).value in {Gender.MALE, Gender.FEMALE}
