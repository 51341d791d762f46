"""Reading a table of the report by its keys, as those who write sentences about it do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from partyroll.model import CellValue, Table
from partyroll.text import thousands

Line = Mapping[str, CellValue]
_TYPED = "open"


def lines(table: Table) -> Iterator[Line]:
    """Yield each row by the keys of its columns."""
    keys = [column.key for column in table.columns]
    for row in table.rows:
        yield dict(zip(keys, row, strict=True))


def line(table: Table, code: str) -> Line:
    """Return the row of a code; nothing where the table has none."""
    return next((one for one in lines(table) if one.get("code") == code), {})


def whole(value: CellValue) -> int:
    """Return a count; what is no number counts as none."""
    return value if isinstance(value, int) else 0


def written(value: CellValue) -> str:
    """Return a count as it is written in a sentence: 1.441."""
    return thousands(value) if isinstance(value, int) else str(value or "")


def without_blank_columns(table: Table) -> Table:
    """Return the table without printed columns in which only zeros and blanks stand."""
    kept = [
        place
        for place, column in enumerate(table.columns)
        if not column.printed or any(row[place] not in {0, None, ""} for row in table.rows)
    ]
    return _of_columns(table, kept)


def without_commands(table: Table) -> Table:
    """Return the table without what one types at a screen to see more: it is for paper."""
    kept = [place for place, column in enumerate(table.columns) if column.key != _TYPED]
    return _of_columns(table, kept)


def _of_columns(table: Table, kept: Sequence[int]) -> Table:
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
    )


def without_blank_outside(table: Table) -> Table:
    """Return the table without its last row, exits outside the total, where there are none."""
    printed = [place for place, column in enumerate(table.columns) if column.printed][1:]
    last = table.rows[-1:]
    if table.total_rows < 2 or any(
        row[place] not in {0, None} for row in last for place in printed
    ):
        return table
    return replace(table, rows=table.rows[:-1], total_rows=table.total_rows - 1)


def at_a_glance(by_year: Table) -> Table:
    """Return years and kinds without changes and blanks, for a page that is narrow."""
    columns = tuple(
        replace(column, printed=column.printed and not column.key.startswith("change_"))
        for column in by_year.columns
    )
    shown = replace(by_year, columns=columns, denominator="")
    return without_blank_columns(without_blank_outside(shown))
