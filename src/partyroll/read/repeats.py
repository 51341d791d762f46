"""Persons who stand twice in one file are taken once; the later row names the first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from partyroll.model import Problem
from partyroll.read.around_rows import Columns
from partyroll.read.body import Place
from partyroll.read.duplicates import Twin, twins
from partyroll.read.facts import BookRow, ExitRow, RosterRow, Row, SetAside, Table, TableKind
from partyroll.read.grid import letter
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block
from partyroll.text import same_key


@dataclass(slots=True)
class Found:
    """A table read from a block, with what was set aside and what is to be said."""

    table: Table
    block: Block | None = None
    problems: list[Problem] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    _by_field: Mapping[str, tuple[int, ...]] | None = None

    def column(self, wanted: str) -> int:
        """Return the column (0-based) of a field, else of the name."""
        if self._by_field is None:
            self._by_field = Columns.of(self.block.head).by_field if self.block else {}
        for name in (wanted, "full_name", "given_name_part"):
            if places := self._by_field.get(name):
                return places[0]
        return 0


def without_repeats(found: list[Found]) -> list[Found]:
    """Return the tables without the rows that repeat an earlier one of the same file."""
    rosters = {n: f for n, f in enumerate(found) if f.table.kind is TableKind.ROSTER}
    rows = [(n, row) for n, f in rosters.items() for row in f.table.rows]
    people = [(n, row) for n, row in rows if isinstance(row, RosterRow)]
    sheets = {n: f.table.sheet for n, f in rosters.items()}
    by_table: dict[int, list[Twin]] = {}
    for twin in twins(people, sheets):
        by_table.setdefault(twin.table, []).append(twin)
    for number, own in by_table.items():
        _take_out(found[number], own)
    for one in found:
        _take_out_copies(one)
    return found


def _take_out(found: Found, own: list[Twin]) -> None:
    gone = {twin.row.row for twin in own if not twin.goes_in}
    repeated = sum(twin.code == "repeated" for twin in own)
    for twin in own:
        if twin.code != "repeated":
            _report(
                found, twin.row.row, twin.code, twin.field, twin.first, goes_in=twin.goes_in
            )
    if repeated and found.block is not None:
        place = Place(found.table.file, found.table.sheet)
        row = found.block.head.rows[0]
        remark = Remark(
            found.block.head.columns[0].index, "summary_sheet", "", None, str(repeated)
        )
        found.problems.append(place.problem(row, remark))
    _keep(found, lambda row: row.row not in gone)


def _take_out_copies(found: Found) -> None:
    """Set aside the second row of one person in a book or a list of exits."""
    first: dict[tuple[str, ...], Row] = {}
    gone: set[int] = set()
    if found.table.kind is TableKind.ROSTER:
        return  # compared with all other rosters
    if _all_differ(found.table.rows):
        return
    for row in found.table.rows:
        for key in _keys(row):
            if key in first:
                same = _content(first[key]) == _content(row)
                code = "duplicate_row" if same else "duplicate_card"
                where = "full_name" if key[0] == "person" else key[0]
                _report(found, row.row, code, where, f"dòng {first[key].row}")
                gone.add(row.row)
                break
            first[key] = row
    if gone:
        _keep(found, lambda row: row.row not in gone)


def _all_differ(rows: Sequence[Row]) -> bool:
    """Whether each row of a book has a card of its own: quick to see."""
    cards = [row.card_no for row in rows if isinstance(row, BookRow)]
    return all(cards) and len({*cards}) == len(rows)


def _keys(row: Row) -> Iterator[tuple[str, ...]]:
    if isinstance(row, BookRow):
        if row.card_no:
            yield "card_no", row.card_no
        elif row.national_id:
            yield "national_id", row.national_id
        elif row.birth_date and row.birth_date.exact:
            yield "person", same_key(row.full_name), str(row.birth_date)
    if isinstance(row, ExitRow) and (row.birth_date or row.card_no):
        unit = row.unit.name if row.unit else ""
        person = (same_key(row.full_name), str(row.birth_date), row.card_no or "", unit)
        yield "person", *person, row.decision_no, str(row.decision_date), row.kind


def _content(row: Row) -> tuple[str, ...]:
    if isinstance(row, BookRow):
        return same_key(row.full_name), row.letters
    return (same_key(row.full_name),) if isinstance(row, ExitRow) else ()


def _keep(found: Found, wanted: Callable[[Row], bool]) -> None:
    found.table = replace(found.table, rows=tuple(r for r in found.table.rows if wanted(r)))


def _report(
    found: Found, row: int, code: str, where: str, first: str, *, goes_in: bool = False
) -> None:
    if found.block is None:
        return
    grid, column = found.block.grid, found.column(where)
    place = Place(found.table.file, found.table.sheet)
    remark = Remark(column, code, grid.text(row - 1, column), None, first)
    found.problems.append(place.problem(row - 1, remark))
    if not goes_in:
        texts = {letter(c): text for c, text in grid.texts(row - 1)}
        found.set_aside.append(SetAside(grid.name, row, code, texts))
