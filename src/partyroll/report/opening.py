"""From a number to the people it counts: "by_age:18-30/REMOVED"."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from partyroll.model import Table
from partyroll.report.axes import Cross, Exits, Label
from partyroll.report.counted import repeated_cross, repeating_tables
from partyroll.report.reading import lines
from partyroll.report.refusals import NoNames, SeveralCells, UnknownCell
from partyroll.report.term import TermReport
from partyroll.text import fold, mid_sentence

_COLUMN_OF_ALL = ("total", "count")


@dataclass(frozen=True, slots=True)
class OpenedCell:
    """One cell of a table, and the exits that its number counts."""

    table: str
    title: str  # of the table
    row: Label
    column: Label
    exits: Exits

    @property
    def address(self) -> str:
        """The cell as one types it."""
        return f"{self.table}:{self.row.code}/{self.column.code}"

    @property
    def words(self) -> str:
        """The cell as one reads it."""
        return f"{self.title}: {self.row.title}, {mid_sentence(self.column.title)}"


def cell_names(report: TermReport, address: str) -> Exits:
    """Return the exits behind one number of the report."""
    return open_cell(report, address).exits


def open_cell(report: TermReport, address: str) -> OpenedCell:
    """Return the cell that `address` names by codes or by the words of the table.

    Without a column it is that of all.  Raise `UnknownCell` with what may be typed, and
    `NoNames` where a number rests on something else than names.
    """
    name, _, place = address.partition(":")
    table, found = _table(report, name.strip().lower(), address)
    row, column = _row_and_column(found, place.strip(), address)
    exits = found.names(row.code, column.code)
    number = list(lines(table))[found.rows.index(row)].get(column.code)
    if number and not exits:
        raise NoNames(address, number)
    return OpenedCell(found.id, table.title, row, column, exits)


def _table(report: TermReport, name: str, address: str) -> tuple[Table, Cross]:
    if name in report.crosses:
        return report.table(name), report.crosses[name]
    repeating = repeating_tables(report)
    if name not in repeating:
        raise UnknownCell(address, "bảng", name, (*report.crosses, *repeating))
    return repeating[name], repeated_cross(report, repeating[name])


def _row_and_column(found: Cross, place: str, address: str) -> tuple[Label, Label]:
    """Split a place; a name of a unit may itself hold a stroke."""
    if len(whole := _named(found.rows, place)) == 1:
        return whole[0], _of_all(found)
    words, _, last = place.rpartition("/")
    if len(whole) > 1:
        raise SeveralCells(address, "dòng", place, _codes(whole))
    row = _only(found.rows, "dòng", words.strip() or place, address)
    return row, _only(found.columns, "cột", last.strip(), address)


def _only(labels: tuple[Label, ...], what: str, words: str, address: str) -> Label:
    fitting = _named(labels, words)
    if len(fitting) > 1:
        raise SeveralCells(address, what, words, _codes(fitting))
    if not fitting:
        raise UnknownCell(address, what, words, _codes(labels))
    return fitting[0]


def _codes(labels: Iterable[Label]) -> list[str]:
    return [label.code for label in labels]


def _of_all(found: Cross) -> Label:
    whole = (column for column in found.columns if column.code in _COLUMN_OF_ALL)
    return next(whole, found.columns[0])


def _named(labels: tuple[Label, ...], words: str) -> list[Label]:
    """Return the labels that are meant: by code, else by words, else without accents."""
    for spelling in _SPELLINGS:
        asked = spelling(words)
        fitting = [
            label
            for label in labels
            if asked in {spelling(word) for word in (label.code, label.title, *label.also)}
        ]
        if fitting:
            return fitting
    return []


def _typed(text: str) -> str:
    return text


def _folded(text: str) -> str:
    """Return text as compared without accents, dashes being what keyboards have."""
    return fold(text.replace("–", "-").replace(">", "›"))


_SPELLINGS: tuple[Callable[[str], str], ...] = (_typed, _folded)
