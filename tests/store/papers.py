"""Workbooks as the reader hands them over, in short words; everyone here is invented."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from partyroll.model import ExitKind
from partyroll.period import PartialDate
from partyroll.read.facts import (
    BookRow,
    ExitRow,
    HeadcountRow,
    ReadFile,
    RosterRow,
    Row,
    SetAside,
    Table,
    TableKind,
    UnitRef,
)

DONG, TAY = UnitRef("Chi bộ thôn Đông"), UnitRef("Chi bộ thôn Tây")
AN, BINH, CHI = "Nguyễn Thử An", "Trần Thử Bình", "Lê Thử Chi"
CARDS = {AN: "099000000001", BINH: "099000000002", CHI: "099000000003"}


def day(text: str) -> PartialDate:
    """A date as precise as it is written."""
    return PartialDate.parse(text)


def file(*tables: Table, name: str = "thu.xlsx", aside: Sequence[SetAside] = ()) -> ReadFile:
    """A workbook of these tables; its digests follow from what it states."""
    digest = hashlib.sha256(repr((tables, aside)).encode()).hexdigest()
    return ReadFile(name, digest, digest, 1000, tables, (), tuple(aside))


def table(kind: TableKind, rows: Sequence[Row], **facts: Any) -> Table:
    """A table of one sheet under a heading in row 1."""
    last = max((row.row for row in rows), default=1)
    about: dict[str, Any] = {
        "sheet": kind.value,
        "range": f"A1:H{last}",
        "heading_rows": (1,),
        "columns": {"B": ("full_name",)},
        "row_count": len(rows),
        "file": "thu.xlsx",
        **facts,
    }
    return Table(kind=kind, rows=tuple(rows), **about)


def roster(*rows: RosterRow, unit: UnitRef | None = DONG, **facts: Any) -> Table:
    """The roster of a cell."""
    return table(TableKind.ROSTER, rows, unit=unit, **facts)


def someone(name: str = AN, row: int = 2, **facts: Any) -> RosterRow:
    """A row of a roster; the three known people carry their cards."""
    stated = {"card_no": CARDS.get(name), **facts}
    return RosterRow(row, name, **stated)


def dues(*rows: BookRow, year: int = 2024, unit: UnitRef | None = DONG, **facts: Any) -> Table:
    """The dues book of a cell."""
    months = tuple(range(1, 13))
    columns: Mapping[str, tuple[str, ...]] = {
        "B": ("full_name",),
        **{chr(66 + m): (f"dues:{year}-{m:02}",) for m in months},
    }
    about: dict[str, Any] = {"months": months, "layout": "dues", "columns": columns, **facts}
    return table(TableKind.DUES, rows, unit=unit, year=year, **about)


def meetings(*rows: BookRow, year: int = 2024, unit: UnitRef | None = DONG) -> Table:
    """The meetings book of a cell: one meeting in each of the first three months."""
    columns = {c: (f"meetings:{year}-0{m}",) for m, c in enumerate("CDE", start=1)}
    return table(
        TableKind.MEETINGS,
        rows,
        unit=unit,
        year=year,
        months=(1, 2, 3),
        columns=columns,
        layout="meetings",
    )


def letters(written: str, name: str = AN, row: int = 2, **facts: Any) -> BookRow:
    """A row of a book."""
    return BookRow(row, name, written, **{"card_no": CARDS.get(name), **facts})


def at_row(row: Row, number: int) -> Any:
    """The same row elsewhere in its table; some kinds of rows are tuples."""
    if isinstance(row, RosterRow | BookRow):
        return row._replace(row=number)
    return replace(row, row=number)


def exits(*rows: ExitRow, unit: UnitRef | None = DONG) -> Table:
    """A list of those who left."""
    return table(TableKind.EXITS, rows, unit=unit)


def leaving(
    name: str = AN, row: int = 2, kind: ExitKind = ExitKind.REMOVED, **facts: Any
) -> ExitRow:
    """A row of an exits list."""
    return ExitRow(row, name, kind, **{"card_no": CARDS.get(name), **facts})


def headcounts(*numbers: int, unit: UnitRef = DONG) -> Table:
    """Declared numbers of members at the ends of 2023, 2024…"""
    rows = [
        HeadcountRow(row, f"C{row}", unit, 2021 + row, number)
        for row, number in enumerate(numbers, start=2)
    ]
    return table(TableKind.HEADCOUNTS, rows)
