"""Lists of people for the committee above: names and ages, no numbers that identify."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from partyroll.model import CellValue, Column, Document, Shape, Table
from partyroll.period import PartialDate, whole_years
from partyroll.text import mask

_BORN = "birth_date"
_WHEN = "counted_on"
_NEVER = frozenset({"card_no", "card_no_old", "national_id", "phone"})
_AGE = Column("age", "Tuổi khi giảm", Shape.ID, 9)
# Identity numbers and cards have twelve digits, some typed in groups; older ones nine, and
# telephones ten.  Amounts are typed in groups too, but begin with no nought.
_NUMBER = re.compile(r"(?<![\w.-])(?:\d{9,12}|0\d{2}(?:[ .]\d{3}){3})(?![\w-])")
_GROUPED = re.compile("[ .]")
_TYPED = frozenset({Shape.TEXT, Shape.LONG_TEXT, Shape.OUTLINE})


def masked_document(document: Document) -> Document:
    """Return the document with every list of people as the committee above may see it."""
    sheets = (
        replace(sheet, tables=tuple(masked_table(table) for table in sheet.tables))
        for sheet in document.sheets
    )
    return replace(document, sheets=tuple(sheets))


def masked_table(table: Table) -> Table:
    """Return the table with ages instead of birth dates and blanks instead of card numbers.

    Of numbers that somebody typed among other words the end is left.
    """
    table = _without_typed_numbers(table)
    keys = [column.key for column in table.columns]
    if not {_BORN, *_NEVER} & {*keys}:
        return table
    columns = tuple(_AGE if column.key == _BORN else column for column in table.columns)
    rows = tuple(
        tuple(_value(key, value, keys, row) for key, value in zip(keys, row, strict=True))
        for row in table.rows
    )
    return replace(table, columns=columns, rows=rows)


def _value(
    key: str, value: CellValue, keys: Sequence[str], row: Sequence[CellValue]
) -> CellValue:
    if key in _NEVER:
        return None
    if key != _BORN:
        return value
    return age_in_words(value, row[keys.index(_WHEN)] if _WHEN in keys else None)


def age_in_words(born: CellValue, left: CellValue) -> str | None:
    """Return the age on leaving: "34"; "33–34" where a date is imprecise."""
    if not isinstance(born, PartialDate) or not isinstance(left, PartialDate | date):
        return None
    day = (
        left if isinstance(left, PartialDate) else PartialDate(left.year, left.month, left.day)
    )
    least, most = whole_years(born, day)
    return str(least) if least == most else f"{least}–{most}"


def without_numbers(text: str) -> str:
    """Return `text` with all but the end of each number that may be of a card or a person."""
    return _NUMBER.sub(lambda found: mask(_GROUPED.sub("", found[0])), text)


def _without_typed_numbers(table: Table) -> Table:
    typed = [column.shape in _TYPED and column.printed for column in table.columns]
    rows = tuple(
        tuple(
            without_numbers(value) if told and isinstance(value, str) else value
            for told, value in zip(typed, row, strict=True)
        )
        for row in table.rows
    )
    return table if rows == table.rows else replace(table, rows=rows)
