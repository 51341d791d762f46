"""Lists of the people behind the figures, and which cell finds its people in which of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from partyroll.model import Block, ExitRecord, Table
from partyroll.report.axes import Cross, Exits
from partyroll.report.names import names_table, short_table, undated_table
from partyroll.report.term import TermReport

# By the cells of which table a list is ordered: id of the list, name of its sheet, its title.
_LISTS = {
    "by_kind": ("names_by_kind", "DS theo hình thức", "theo hình thức, đơn vị"),
    "by_kind_year": ("names_by_year", "DS theo năm", "theo năm, hình thức"),
    "by_reason": ("names_by_reason", "DS theo lý do", "theo lý do chính, hình thức"),
    "by_age": ("names_by_age", "DS theo tuổi", "theo tuổi, hình thức"),
}


@dataclass(frozen=True, slots=True)
class NameList:
    """A list of names, and in which of its rows each exit stands."""

    sheet: str
    table: Table
    rows: Mapping[int, int]  # identity of the exit → row

    def block(self, exits: Exits) -> Block | None:
        """Return the rows where all of `exits` stand and nobody else; None if apart."""
        rows = {self.rows.get(id(record), -1) for record in exits}
        first, last = min(rows), max(rows)
        together = first >= 0 and last - first + 1 == len(rows) == len(exits)
        return Block(self.table.id, first, last) if together else None


def name_lists(report: TermReport) -> tuple[NameList, ...]:
    """Return the list by unit, the same people in the order of other tables, the undated.

    What is published has none.
    """
    if report.published:
        return ()
    return (
        _listed("Danh sách", names_table(report), report.names),
        *(
            _listed(sheet, short_table(list_id, f"{_TITLE}, {words}", exits), exits)
            for table_id, (list_id, sheet, words) in _LISTS.items()
            for exits in [_in_cells(report.crosses[table_id], report.names)]
        ),
        _listed("Chưa rõ ngày", undated_table(report), report.undated),
    )


def linked(table: Table, found: Cross | None, lists: tuple[NameList, ...]) -> Table:
    """Return `table` with each number tied to the first list where its people are together."""
    if found is None:
        return table
    rows = {label.code: number for number, label in enumerate(found.rows)}
    return replace(
        table,
        links={
            (rows[row], column): block
            for (row, column), exits in found.cells.items()
            if (block := _first_block(exits, lists)) is not None
        },
    )


_TITLE = "Danh sách đảng viên giảm trong kỳ"


def _listed(sheet: str, table: Table, exits: Exits) -> NameList:
    return NameList(sheet, table, {id(record): row for row, record in enumerate(exits)})


def _in_cells(found: Cross, exits: Exits) -> Exits:
    """Return `exits` in the order of the cells where each stands first."""
    wanted = {id(record) for record in exits}
    ordered = {id(record): record for record in _cell_by_cell(found) if id(record) in wanted}
    return tuple(ordered.values())


def _cell_by_cell(found: Cross) -> Iterator[ExitRecord]:
    for row in found.rows:
        for column in found.columns:
            yield from found.names(row.code, column.code)


def _first_block(exits: Exits, lists: tuple[NameList, ...]) -> Block | None:
    blocks = (one.block(exits) for one in lists)
    return next((block for block in blocks if block is not None), None)
