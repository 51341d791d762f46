"""Reading a table by the words in its first column."""

from partyroll.model import CellValue, Table


def row(table: Table, first: str | int) -> dict[str, CellValue]:
    found = next(line for line in table.rows if line[0] == first)
    return dict(zip((column.key for column in table.columns), found, strict=True))


def column(table: Table, key: str) -> list[CellValue]:
    place = [one.key for one in table.columns].index(key)
    return [line[place] for line in table.rows]


def counted(table: Table, key: str, skipped: tuple[str, ...] = ("Trong đó",)) -> int:
    """The sum of a column over the rows that are neither totals nor parts of a row."""
    place = [one.key for one in table.columns].index(key)
    plain = table.rows[: len(table.rows) - table.total_rows]
    return sum(int(str(line[place])) for line in plain if not str(line[0]).startswith(skipped))
