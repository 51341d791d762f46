"""One row's cells by field: reading a cell notes what is odd about it."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import repeat

from partyroll.model import Severity
from partyroll.period import PartialDate
from partyroll.read.around_rows import Columns, Setting
from partyroll.read.cell_parts import parts_of_cell
from partyroll.read.dates import read_date
from partyroll.read.dittos import OWN, is_ditto, said_above
from partyroll.read.facts import UnitRef
from partyroll.read.grid import Grid, Value, as_text, letter
from partyroll.read.remarks import Reading, Remark
from partyroll.read.sentences import severity_of
from partyroll.read.units import (
    cell_of_place,
    is_blank_unit,
    is_hamlet,
    is_no_name,
    unit_name,
)
from partyroll.read.values import fault_code, is_example, read_name, read_text
from partyroll.text import same_key

PARTS_JOIN = ", "
_KEPT = 50_000  # of each memory


class Cells:
    """The cells of one row; `remarks` grows as they are read.

    A remark that is an error sets the row aside; `spoiled` holds those that cost a cell only.
    """

    __slots__ = (
        "_columns",
        "_grid",
        "_section",
        "_setting",
        "_values",
        "remarks",
        "row",
        "spoiled",
    )

    def __init__(
        self, grid: Grid, row: int, columns: Columns, setting: Setting, section: str = ""
    ) -> None:
        self.row = row
        self.remarks: list[Remark] = []
        self.spoiled: list[Remark] = []
        self._grid, self._columns, self._setting = grid, columns, setting
        values = grid.rows[row]
        missing = columns.width - len(values)
        self._values = [*values, *repeat("", missing)] if missing > 0 else values
        self._section = section

    def has(self, field: str) -> bool:
        """Whether the table has a column for `field`."""
        return field in self._columns.by_field

    def column(self, field: str) -> int:
        """Return the first column of `field`; 0 where there is none."""
        return self._columns.by_field.get(field, (0,))[0]

    def value(self, field: str) -> Value:
        """Return the first value that a column of `field` holds."""
        plain = self._columns.plain.get(field)
        if plain is not None:
            return self._said(field, plain)
        for column in self._columns.by_field.get(field, ()):
            value = self._said(field, column)
            if column in self._columns.composite:
                value = self._part(field, column, value)
            if value != "":
                return value
        return ""

    def values(self, field: str) -> list[Value]:
        """Return the values of all columns of `field` that say something, from the left."""
        columns = self._columns.by_field.get(field, ())
        if not self._columns.composite.isdisjoint(columns):
            return [value] if (value := self.value(field)) != "" else []
        return [value for c in columns if (value := self._said(field, c)) != ""]

    def _said(self, field: str, column: int) -> Value:
        """Return a cell's value; of a sign that repeats the cell above, that cell's."""
        value = self._values[column]
        if not is_ditto(value) or field in OWN:
            return value
        columns = self._columns
        above = said_above(self._grid, self.row, column, columns.body, columns.repeated)
        if above == "":
            return value
        told = Remark(column, "ditto_read", as_text(value), None, as_text(above)[:120])
        if told not in self.remarks:
            self.remarks.append(told)
        return above

    def _part(self, field: str, column: int, value: Value) -> Value:
        fields = self._columns.order[column]
        if value == "":
            return ""
        parts = parts_of_cell(value, fields)
        if parts is not None:
            return parts[fields.index(field)]
        told = Remark(column, "parts_unclear", as_text(value)[:120], None, str(len(fields)))
        if told not in self.remarks:
            self.remarks.append(told)
        return ""

    @property
    def failed(self) -> bool:
        """Whether the row has an error and must be set aside."""
        remarks = self.remarks  # nearly always none
        return bool(remarks) and any(severity_of(r) is Severity.ERROR for r in remarks)

    def say(
        self, field: str, code: str, *, severity: Severity | None = None, clue: str = ""
    ) -> None:
        """Note something about the cell of `field`."""
        column = self.column(field)
        value = self._values[column] if column < len(self._values) else ""
        self.remarks.append(Remark(column, code, as_text(value)[:120], severity, clue))

    def holds_example(self) -> bool:
        """Whether some cell still holds what a form showed as an example; that is told."""
        left = [column for column, value in enumerate(self._values) if is_example(value)]
        for column in left:
            text = as_text(self._values[column])[:120]
            self.remarks.append(Remark(column, "example_left", text))
        return bool(left)

    def name(self) -> str:
        """Return the person's name ("" where it is missing or unreadable)."""
        if "full_name" in self._columns.plain:
            return self._name("full_name")
        self._one_person_only()
        if self.has("full_name") or not self.has("given_name_part"):
            return self._name("full_name" if self.has("full_name") else "birth_name")
        family, given = self._name("family_name_part"), self._name("given_name_part")
        return f"{family} {given}".strip()

    def required_name(self) -> str:
        """Return the person's name; a row without one is told."""
        name = self.name()
        if not name and not self.remarks:
            self.say(
                "full_name" if self.has("full_name") else "given_name_part", "missing_name"
            )
        return name

    def _one_person_only(self) -> None:
        """Two columns of names that differ are two people: nobody gets the other's facts."""
        columns = self._columns.by_field.get("full_name", ())
        if len(columns) < 2 or self._columns.composite.intersection(columns):
            return
        named = [(c, text) for c in columns if (text := self._grid.text(self.row, c))]
        for column, text in named[1:]:
            if same_key(text) != same_key(named[0][1]):
                clue = f"{letter(named[0][0])}, {letter(column)}"
                self.remarks.append(Remark(column, "names_differ", text[:120], None, clue))

    def _name(self, field: str) -> str:
        reading = read_name(self.value(field))
        if reading.code:
            # Nobody goes in without a name.
            self.say(field, reading.code, severity=None if reading.value else Severity.ERROR)
        return reading.value or ""

    def day(
        self, field: str, latest: date | None = None, *, severity: Severity | None = None
    ) -> PartialDate | None:
        """Return a date, as precise as written; `latest` picks the century of "65"."""
        value, known = self.value(field), self._columns.days
        if value in known:
            return known[value]
        setting = self._setting
        reading = read_date(
            value, latest=latest or setting.today, epoch_1904=setting.epoch_1904
        )
        if reading.code:
            clue = reading.value.vi if reading.value else ""
            self.say(field, reading.code, severity=severity, clue=clue)
        elif len(known) < _KEPT:  # whatever says its century does not depend on `latest`
            known[value] = reading.value
        return reading.value

    def number(self, field: str, read: Callable[[Value], Reading[str]]) -> str | None:
        """Return a number of a person as text."""
        value = self.value(field)
        if value == "":
            return None
        reading = read(value)
        if reading.code:
            self.say(field, reading.code)
        return reading.value

    def text(self, field: str) -> str:
        """Return free text; several columns of one field (address parts) are joined."""
        if field in self._columns.plain:
            return self._text(field, self.value(field))
        columns = self._columns.by_field.get(field, ())
        if not columns:
            return ""
        if len(columns) == 1:
            return self._text(field, self.value(field))
        values = [self._said(field, c) for c in reversed(columns)]
        parts = [self._text(field, value) for value in values if value != ""]
        return PARTS_JOIN.join(part for part in parts if part)

    def _text(self, field: str, value: Value) -> str:
        if value == "":
            return ""
        known = self._columns.texts
        if type(value) is str and value in known:
            return known[value]
        reading = read_text(value)
        if reading.code:
            self.say(field, reading.code)
        elif type(value) is str and len(known) < _KEPT:
            known[value] = reading.value or ""
        return reading.value or ""

    def plain_texts(self, fields: Iterable[str]) -> dict[str, str]:
        """Return what the row says under `fields`, each with a column of its own or several."""
        plain, known, values = self._columns.plain, self._columns.texts, self._values
        found: dict[str, str] = {}
        for field in fields:
            place = plain.get(field)
            if place is None:
                text: str | None = self.text(field)
            elif values[place] == "":
                continue
            else:
                value = self._said(field, place)
                text = known.get(value) if type(value) is str else None
                text = self._text(field, value) if text is None else text
            if text:
                found[field] = text
        return found

    def at(self, column: int) -> Value:
        """Return what stands in a column, whatever its heading means."""
        return self._values[column]

    def texts(self) -> dict[str, str]:
        """Return the whole row as found, by column letter."""
        return {letter(column): text for column, text in self._grid.texts(self.row)}

    def unit(self, refs: dict[tuple[str, ...], UnitRef]) -> UnitRef | None:
        """Return the unit: column, then section, then title, then sheet name."""
        key = self._unit_key()
        known = self._columns.units
        if key in known:
            return known[key]
        said = len(self.remarks)
        unit = self._unit(refs)
        if key and len(self.remarks) == said:
            known[key] = unit
        return unit

    def _unit_key(self) -> tuple[object, ...]:
        """Return what the unit of a row is read from; () = more than one cell."""
        by_field = self._columns.by_field
        if self._grid.merges or "unit_parent" in by_field or "unit_code" in by_field:
            return ()
        value = self.value("unit_cell" if "unit_cell" in by_field else "unit_name")
        return (value, self._section, self._setting.unit, self._setting.parents)

    def _unit(self, refs: dict[tuple[str, ...], UnitRef]) -> UnitRef | None:
        name, origin = self._own_unit(), "column"
        if not name:
            name, origin = self._section, "section"
        if not name:
            name, origin = self._setting.unit, self._setting.origin
        parents = self._own_parents()
        if not (name or parents):
            return None
        code = as_text(self.value("unit_code")) if self.has("unit_code") else ""
        key = (origin, code, name, *parents)
        if key not in refs:
            refs[key] = UnitRef(name, parents, origin if name else "", code)
        return refs[key]

    def _own_unit(self) -> str:
        field = "unit_cell" if self.has("unit_cell") else "unit_name"
        if not self.has(field):
            return ""
        value = self._merged_value(field)
        if value == "":
            return ""
        if code := fault_code(value):
            self.say(field, code)
            return ""
        text = as_text(value)
        if is_blank_unit(text):
            return ""
        if is_no_name(text) or is_ditto(text):
            self.say(field, "unknown_unit")
            return ""
        if text.isdecimal():
            return f"Chi bộ {text}"
        # Under "Chi bộ", a hamlet is its cell.
        return (
            cell_of_place(text) if field == "unit_cell" and is_hamlet(text) else unit_name(text)
        )

    def _merged_value(self, field: str) -> Value:
        value = self.value(field)
        if value != "" or not self._grid.merges:
            return value
        span = self._grid.span_at(self.row, self.column(field))
        return "" if span is None else self._grid.value(span.top, span.left)

    def _own_parents(self) -> tuple[str, ...]:
        above = self._setting.parents
        columns = self._columns.by_field.get("unit_parent", ())
        if not columns:
            return above
        values = (self._said("unit_parent", c) for c in columns)
        own = tuple(unit_name(t) for v in values if (t := as_text(v)) and not is_no_name(t))
        if above and own and same_key(above[-1]) == same_key(own[0]):
            return (*above, *own[1:])
        return (*above, *own) if own else above
