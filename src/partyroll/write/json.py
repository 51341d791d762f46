"""JSON for programs: a stable envelope, ISO dates, nothing hidden."""

import json
import math
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from partyroll.model import Table
from partyroll.period import Month, PartialDate
from partyroll.write.plain import plain

SCHEMA = 1


def to_json(envelope: Mapping[str, object]) -> str:
    """Return `envelope` as JSON text, marked with the number of its schema.

    Dates keep their precision, codes stand for enums, dataclasses become objects.
    """
    return json.dumps(
        {"schema": SCHEMA, **_object(envelope)},
        ensure_ascii=False,
        allow_nan=False,
        indent=2,
    )


def table_object(table: Table) -> dict[str, object]:
    """Return a table as programs read it: `columns` are keys, `titles` what people see."""
    return {
        "id": table.id,
        "title": _text(table.title),
        "denominator": _text(table.denominator),
        "columns": [column.key for column in table.columns],
        "titles": [_text(column.title) for column in table.columns],
        "rows": [[_value(cell) for cell in row] for row in table.rows],
        "total_rows": table.total_rows,
        "notes": [_text(note) for note in table.notes],
    }


def _value(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, int):
        return value
    return _compound(value)


def _compound(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Month | PartialDate):  # a Month is a tuple: ask before lists
        return str(value)
    if isinstance(value, Table):
        return table_object(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {entry.name: _value(getattr(value, entry.name)) for entry in fields(value)}
    if isinstance(value, Mapping):
        return _object(value)
    if isinstance(value, Iterable):
        return [_value(part) for part in value]
    message = f"no JSON for {type(value).__name__}"
    raise TypeError(message)


def _object(mapping: Mapping[str, object]) -> dict[str, object]:
    return {_text(str(key)): _value(value) for key, value in mapping.items()}


@lru_cache(maxsize=50_000)  # files, sheets and units stand beside every month
def _text(text: str) -> str:
    return unicodedata.normalize("NFC", plain(text))
