"""JSON for programs: a stable envelope, ISO dates, nothing hidden."""

import json
import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from itertools import chain
from json.encoder import encode_basestring

from partyroll.model import Table
from partyroll.period import Month, PartialDate
from partyroll.write.plain import plain

SCHEMA = 1
_INDENT = "  "
_NEW_LINE = "\n"
_quoted = encode_basestring


def to_json(envelope: Mapping[str, object]) -> str:
    """Return `envelope` as JSON text, marked with the number of its schema.

    Dates keep their precision, codes stand for enums, dataclasses become objects.
    """
    return "".join(json_pieces(envelope))


def json_pieces(envelope: Mapping[str, object]) -> Iterator[str]:
    """Yield the text of `to_json` in pieces.

    What the envelope holds as an iterator is drawn on while it is written, so that a list of
    ten thousand people never stands in memory as text.
    """
    yield from _pieces({"schema": SCHEMA, **envelope}, _NEW_LINE)


def _pieces(value: object, line: str) -> Iterator[str]:
    """Yield a value in pieces; `line` begins a line at its depth."""
    if isinstance(value, Mapping):
        yield from _enclosed("{}", _members(value, line + _INDENT), line)
    elif isinstance(value, Iterator):
        parts = ([_written(_value(part), line + _INDENT)] for part in value)
        yield from _enclosed("[]", parts, line)
    else:
        yield _written(_value(value), line)


def _members(mapping: Mapping[object, object], line: str) -> Iterator[Iterable[str]]:
    for key, value in mapping.items():
        yield chain([f"{_quoted(_text(str(key)))}: "], _pieces(value, line))


def _enclosed(signs: str, parts: Iterable[Iterable[str]], line: str) -> Iterator[str]:
    first = True
    for part in parts:
        yield f"{signs[0] if first else ','}{line}{_INDENT}"
        yield from part
        first = False
    yield signs if first else f"{line}{signs[1]}"


def _written(value: object, line: str) -> str:
    """Return a plain value as text, as `json.dumps` with an indent would in twice the time."""
    if isinstance(value, str):
        return _quoted(value)
    within = line + _INDENT
    if isinstance(value, dict):
        members = [f"{_quoted(key)}: {_written(one, within)}" for key, one in value.items()]
        return f"{{{within}{f',{within}'.join(members)}{line}}}" if members else "{}"
    if isinstance(value, list):
        parts = [_written(one, within) for one in value]
        return f"[{within}{f',{within}'.join(parts)}{line}]" if parts else "[]"
    return _sign(value)


def _sign(value: object) -> str:
    """Return a number or a constant; `json.dumps` makes an encoder for each."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else json.dumps(value, allow_nan=False)


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
    if type(value) is dict:  # most are: each month of the evidence
        return _object(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Month | PartialDate):  # a Month is a tuple: ask before lists
        return str(value)
    if isinstance(value, Table):
        return table_object(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _value(getattr(value, name)) for name in _fields(type(value))}
    if isinstance(value, Mapping):
        return _object(value)
    if isinstance(value, Iterable):
        return [_value(part) for part in value]
    message = f"no JSON for {type(value).__name__}"
    raise TypeError(message)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(entry.name for entry in fields(kind))


def _object(mapping: Mapping[str, object]) -> dict[str, object]:
    return {_text(str(key)): _value(value) for key, value in mapping.items()}


@lru_cache(maxsize=50_000)  # files, sheets and units stand beside every month
def _text(text: str) -> str:
    return unicodedata.normalize("NFC", plain(text))
