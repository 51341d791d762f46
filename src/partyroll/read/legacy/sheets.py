"""Sheets in Unicode, whatever they were typed in, and what is to be said about that."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from partyroll.model import Problem
from partyroll.read.body import rows_below
from partyroll.read.facts import SetAside
from partyroll.read.grid import Fault, Grid, Value, address
from partyroll.read.legacy.codes import Encoding, decoded
from partyroll.read.legacy.runs import Cell, Column, Decision, Font, decisions, forced
from partyroll.read.legacy.scores import is_plainly_unicode, may_be_old, score
from partyroll.read.remarks import Remark
from partyroll.read.sentences import problem

UNDECIDED = "legacy_text"
FontsOf = Callable[[str, Collection[str]], Mapping[str, str]]  # sheet, addresses
_NAMES = {Encoding.TCVN3: "TCVN3 (ABC)", Encoding.VNI: "VNI"}


def with_unicode(
    path: Path,
    grids: Iterable[Grid],
    *,
    encoding: str = "",
    fonts: FontsOf | None = None,
) -> tuple[list[Grid], list[Problem]]:
    """Return the sheets with every text in Unicode, and what is to be said about it.

    A text that may be old but could not be decided becomes a `Fault`, so that its row is
    set aside.  `encoding` is what the user says of every column not plainly Unicode; `fonts`
    tells the fonts of cells, where the workbook has old ones.
    """
    said = Encoding(encoding) if encoding else None
    found: list[Grid] = []
    told: list[Problem] = []
    for grid in grids:
        if grid.hidden or said is Encoding.UNICODE or not _may_be_old(grid):
            found.append(grid)
            continue
        by_address = _fonts(grid, fonts) if fonts else {}
        columns = _columns(grid, by_address)
        made = [*(forced(columns, said) if said else decisions(columns))]
        found.append(_rewritten(grid, made, columns))
        told += _told(path.name, grid, made)
    return found, told


def undecided(file: str, grids: Iterable[Grid], problems: Iterable[Problem]) -> list[Problem]:
    """Return the question for sheets whose undecided text stands in no row of a table."""
    asked = {problem.sheet for problem in problems if problem.code == UNDECIDED}
    return [
        _problem(file, grid, place, UNDECIDED)
        for grid in grids
        if grid.name not in asked and (place := next(_undecided_cells(grid), None))
    ]


def rows_in_doubt(grids: Iterable[Grid], understood: Container[str]) -> list[SetAside]:
    """Return the rows of sheets whose very headings may be old: no table was found there.

    `understood` are the sheets of which the rows are accounted for.
    """
    return [
        row
        for grid in grids
        if grid.name not in understood and next(_undecided_cells(grid), None)
        for row in rows_below(grid, -1, UNDECIDED)
    ]


def _undecided_cells(grid: Grid) -> Iterator[tuple[int, int]]:
    if grid.digest or Fault not in {*map(type, chain.from_iterable(grid.rows))}:
        return  # nearly always: rows as they came in hold no faults
    for row, values in enumerate(grid.rows):
        for column, value in enumerate(values):
            if isinstance(value, Fault) and value.code == UNDECIDED:
                yield row, column


def _problem(
    file: str, grid: Grid, place: tuple[int, int], code: str, clue: str = ""
) -> Problem:
    row, column = place
    remark = Remark(column, code, grid.text(row, column)[:120], None, clue)
    return problem(file, grid.name, row + 1, remark, address(row, column))


# --- What stands in a sheet -----------------------------------------------------------------
def _may_be_old(grid: Grid) -> bool:
    """Whether anything in the sheet reads better in an old code; most sheets end here."""
    return any(score([text]).reads_better_old for text in grid.accented() if may_be_old(text))


def _fonts(grid: Grid, fonts: FontsOf) -> dict[str, Font]:
    wanted = {
        address(row, column)
        for row, values in enumerate(grid.rows)
        for column, value in enumerate(values)
        if isinstance(value, str) and any(map(str.isalpha, value))
    }
    return {place: Font.named(name) for place, name in fonts(grid.name, wanted).items()}


def _columns(grid: Grid, fonts: Mapping[str, Font]) -> dict[int, Column]:
    """Return the texts beyond ASCII by column, and those that a font shows in capitals."""
    cells: dict[int, list[Cell]] = defaultdict(list)
    nothing = Font()
    for row, values in enumerate(grid.rows):
        for column, value in enumerate(values):
            if not isinstance(value, str):
                continue
            font = fonts.get(address(row, column), nothing) if fonts else nothing
            if may_be_old(value) or (font.capitals and value.isascii()):
                cells[column].append(Cell(row, column, value, font))
            elif is_plainly_unicode(value):
                cells[column].append(Cell(row, column, value, plain=True))
    return {number: Column(found) for number, found in cells.items()}


# --- The sheet in Unicode -------------------------------------------------------------------
def _rewritten(grid: Grid, made: Iterable[Decision], columns: Mapping[int, Column]) -> Grid:
    rows = [[*values] for values in grid.rows]
    written: Counter[Encoding] = Counter()
    written[Encoding.UNICODE] = sum(c.plain for own in columns.values() for c in own.cells)
    for decision in made:
        cell = decision.cell
        rows[cell.row][cell.column] = _in_unicode(decision)
        written[decision.encoding] += not cell.text.isascii()
    names = [encoding.value for encoding, count in written.most_common() if count]
    encoding = "+".join(names) or Encoding.UNICODE.value
    return replace(grid, rows=rows, encoding=encoding, digest="")


def _in_unicode(decision: Decision) -> Value:
    cell = decision.cell
    if decision.asked:
        return Fault(UNDECIDED, cell.text)
    text = decoded(cell.text, decision.encoding)
    return text.upper() if cell.font.capitals else text


def _told(file: str, grid: Grid, made: Iterable[Decision]) -> Iterator[Problem]:
    """Yield, for each code that only the words told, one text before and after."""
    guessed: dict[Encoding, list[Cell]] = defaultdict(list)
    for decision in made:
        if decision.by_score and decision.encoding is not Encoding.UNICODE:
            guessed[decision.encoding].append(decision.cell)
    for encoding, cells in guessed.items():
        shown = next((cell for cell in cells if score([cell.text]).words >= 2), cells[0])
        clue = f"{_NAMES[encoding]}: đọc thành “{decoded(shown.text, encoding)}”"
        yield _problem(file, grid, (shown.row, shown.column), "legacy_decoded", clue)
