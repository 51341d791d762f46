"""A row as read, kept as text beside its question: an answer can bring it in at once."""

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from partyroll.period import Month, PartialDate
from partyroll.read import facts
from partyroll.read.facts import Table

_ROWS = {kind.__name__: kind for kind in typing.get_args(facts.Row)}
_TEXTS = (PartialDate, Month)
Json = Any  # what json.loads returns
Hint = Any  # what a type hint is at run time


def row_as_text(table: Table, row: int) -> str:
    """Return a table reduced to one of its rows, as JSON."""
    kept = tuple(one for one in table.rows if one.row == row)
    return json.dumps(_plain(replace(table, rows=kept)), ensure_ascii=False)


def row_from_text(text: str) -> Table:
    """Return the table of one row that `row_as_text` kept."""
    table = _read(Table, json.loads(text))
    if not isinstance(table, Table):
        message = "not a table"
        raise TypeError(message)
    return table


# --- Writing ------------------------------------------------------------------------------
def _plain(value: object) -> object:
    """Return a value as JSON knows it; fields that hold their default are left out."""
    if isinstance(value, _TEXTS):
        return str(value)
    if is_dataclass(value) or hasattr(value, "_fields"):
        return _object(value)
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(item)] for key, item in value.items()]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _object(value: Json) -> dict[str, object]:
    name = type(value).__name__
    kind: dict[str, object] = {"type": name} if name in _ROWS else {}
    own: Hint = type(value)
    said = {field: getattr(value, field) for field in _types(own)}
    usual = _defaults(own)
    return kind | {
        field: _plain(one)
        for field, one in said.items()
        if field not in usual or one != usual[field]
    }


@cache
def _defaults(kind: Hint) -> Mapping[str, object]:
    """Return what the fields of a dataclass or a named tuple say where nothing is said."""
    if not is_dataclass(kind):
        return dict(kind._field_defaults)
    return {one.name: one.default for one in fields(kind) if one.default is not MISSING}


# --- Reading ------------------------------------------------------------------------------
@cache
def _types(kind: Hint) -> Mapping[str, Hint]:
    return typing.get_type_hints(kind)


def _read(wanted: Hint, value: Json) -> object:
    """Return the value that `wanted` asks for."""
    if value is None:
        return None
    if isinstance(value, dict) and "type" in value:
        wanted = _ROWS[value["type"]]
    origin: Hint = typing.get_origin(wanted)
    inner = typing.get_args(wanted)
    if origin in {types.UnionType, typing.Union}:
        return _read(next(one for one in inner if one is not type(None)), value)
    if origin is tuple:
        return tuple(_read(kind, item) for kind, item in _each(inner, value))
    if origin is Mapping:
        return {_read(inner[0], key): _read(inner[1], item) for key, item in value}
    return _scalar(wanted, value)


def _each(inner: tuple[Hint, ...], value: list[Json]) -> list[tuple[Hint, Json]]:
    if inner[-1] is Ellipsis:
        return [(inner[0], item) for item in value]
    return list(zip(inner, value, strict=True))


def _scalar(wanted: Hint, value: Json) -> object:
    if wanted in _TEXTS:
        return wanted.parse(value)
    if is_dataclass(wanted) or hasattr(wanted, "_fields"):
        hints = _types(wanted)
        return wanted(**{k: _read(hints[k], v) for k, v in value.items() if k != "type"})
    if wanted is date:
        return date.fromisoformat(value)
    return wanted(value) if isinstance(wanted, type) and issubclass(wanted, Enum) else value
