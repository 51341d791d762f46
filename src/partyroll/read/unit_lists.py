"""Lists of units: name, the units above, code, since when and until when."""

from collections.abc import Mapping
from dataclasses import replace

from partyroll.read.around_rows import Columns, Setting
from partyroll.read.body import Body, Place, examples, set_aside
from partyroll.read.cells import Cells
from partyroll.read.facts import SetAside, UnitRef, UnitRow
from partyroll.read.grid import as_text
from partyroll.read.lines import LineKind
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block
from partyroll.read.units import is_no_name, is_upper_unit, unit_name
from partyroll.text import same_key


def read_units(block: Block, place: Place, setting: Setting) -> Body[UnitRow]:
    """Return every unit of the list under the units that stand above it."""
    columns = Columns.of(block.head)
    rows: list[UnitRow] = []
    told: list[tuple[int, Remark]] = []
    aside: list[SetAside] = []
    count = 0
    for line in block.lines:
        if line.kind in {LineKind.NOTE, LineKind.SECTION} and is_upper_unit(line.text):
            setting = replace(setting, parents=(unit_name(line.text),))
        if line.kind is not LineKind.BODY:
            continue
        count += 1
        cells = Cells(block.grid, line.row, columns, setting)
        row = None if cells.holds_example() else _unit_row(cells, setting)
        if row is None and not cells.failed:
            cells.remarks.append(Remark(cells.column(_name_field(cells)), "unknown_unit"))
        if cells.failed or row is None:
            aside.append(set_aside(place, cells))
        else:
            rows.append(row)
        told.extend((line.row, remark) for remark in cells.remarks)
    told.extend(examples(block))
    problems = tuple(place.problem(row, remark) for row, remark in told)
    return Body(tuple(_under_their_own(rows)), problems, tuple(aside), count)


def _name_field(cells: Cells) -> str:
    return "unit_name" if cells.has("unit_name") else "unit_cell"


def _unit_row(cells: Cells, setting: Setting) -> UnitRow | None:
    text = as_text(cells.value(_name_field(cells)))
    if is_no_name(text):
        return None
    name = f"Chi bộ {text}" if text.isdecimal() else unit_name(text)
    parent = as_text(cells.value("unit_parent")) if cells.has("unit_parent") else ""
    stated = () if is_no_name(parent) else (unit_name(parent),)
    since, until = cells.day("unit_since"), cells.day("unit_until")
    if since and until and until.last < since.first:
        cells.say("unit_until", "ends_before_begins")
    code = as_text(cells.value("unit_code")) if cells.has("unit_code") else ""
    parents = _above(name, stated, setting.parents)
    return UnitRow(cells.row + 1, UnitRef(name, parents, "column", code), since, until)


def _above(name: str, stated: tuple[str, ...], titled: tuple[str, ...]) -> tuple[str, ...]:
    """Return the units above: those of the title, then the one of the row."""
    keys = [same_key(unit) for unit in titled]
    for own in (name, *stated):
        if same_key(own) in keys:  # the list names a unit of its title
            above = titled[: keys.index(same_key(own))]
            return above if own == name else (*above, own)
    return (*titled, *stated)


def _under_their_own(rows: list[UnitRow]) -> list[UnitRow]:
    """Return the rows below all the units that the list puts above each other."""
    by_name: dict[str, list[UnitRow]] = {}
    for row in rows:
        by_name.setdefault(same_key(row.unit.name), []).append(row)
    only = {key: same[0].unit for key, same in by_name.items() if len(same) == 1}
    return [
        replace(row, unit=replace(row.unit, parents=_chain(row.unit, only))) for row in rows
    ]


def _chain(unit: UnitRef, only: Mapping[str, UnitRef]) -> tuple[str, ...]:
    above, seen = unit.parents, {same_key(unit.name)}
    while above and (key := same_key(above[0])) in only and key not in seen:
        seen.add(key)
        above = (*only[key].parents, *above)
    return above
