"""CSV for spreadsheets that insist on it; programs read JSON."""

import csv
from datetime import date
from typing import TextIO

from partyroll.model import CellValue, Table
from partyroll.period import PartialDate
from partyroll.write.plain import plain

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(table: Table, stream: TextIO) -> None:
    """Write `table` under its English keys; open `stream` with ``newline=""``.

    Text that a spreadsheet would take for a formula gets an apostrophe in front; the importer
    takes it off again.
    """
    writer = csv.writer(stream)
    writer.writerow(column.key for column in table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows)


def _cell(value: CellValue) -> str | int | float | None:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, str):
        return ("'" if value.startswith(_FORMULA_STARTS) else "") + plain(value)
    return value
