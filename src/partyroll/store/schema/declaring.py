"""How tables are declared: identities, facts, their columns and keys."""

from functools import cache
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    func,
)

metadata = MetaData()


def text(name: str, *, required: bool = False) -> Column[str]:
    """Return a text column; blank where nothing is said, unless `required`."""
    return Column(name, Text, nullable=not required)


def number(name: str, *, required: bool = False) -> Column[int]:
    """Return a column of whole numbers."""
    return Column(name, Integer, nullable=not required)


def flag(name: str) -> Column[int]:
    """Return a column of 0 and 1; 0 where nothing is said."""
    return Column(name, Integer, nullable=False, server_default="0")


def blank(column: Column[Any]) -> str | int | None:
    """Return what a column says when nothing is said."""
    return 0 if column.server_default is not None else None


def _reference(table: str, column: str, target: str = "") -> ForeignKeyConstraint:
    named = target or column
    return ForeignKeyConstraint(
        ["ledger_id", column],
        [f"{table}.ledger_id", f"{table}.{named}"],
        name=f"{table}_of_{column}",
        # A change is written after its rows: its hash is made of them.
        deferrable=table == "change" or None,
        initially="DEFERRED" if table == "change" else None,
    )


_REFERENCES = {
    "person_id": ("person", "person_id"),
    "unit_id": ("unit", "unit_id"),
    "parent_id": ("unit", "unit_id"),
    "to_unit_id": ("unit", "unit_id"),
    "source_id": ("source", "source_id"),
    "list_id": ("review_list", "list_id"),
    "change_in": ("change", "number"),
    "change_out": ("change", "number"),
}


def _references(columns: list[Column[str] | Column[int]]) -> list[ForeignKeyConstraint]:
    return [
        _reference(_REFERENCES[c.name][0], c.name, _REFERENCES[c.name][1])
        for c in columns
        if c.name in _REFERENCES
    ]


def identity(name: str, key: str, *columns: Column[str] | Column[int]) -> Table:
    """Declare what an id is given to, once and for ever."""
    all_columns = [
        text("ledger_id", required=True),
        text(key, required=True),
        *columns,
        number("change_in", required=True),
    ]
    return Table(
        name,
        metadata,
        *all_columns,
        PrimaryKeyConstraint("ledger_id", key, name=f"{name}_key"),
        *_references([c for c in all_columns if c.name in {"change_in", "list_id"} - {key}]),
        sqlite_strict=True,
        info={"indexes": ()},
    )


def fact(
    name: str,
    *columns: Column[str] | Column[int] | CheckConstraint,
    key: tuple[str, ...],
    indexes: tuple[tuple[str, ...], ...] = (),
) -> Table:
    """Declare facts of one kind; at most one live row has the same `key`."""
    own = [c for c in columns if isinstance(c, Column)]
    checks = [c for c in columns if isinstance(c, CheckConstraint)]
    all_columns = [
        text("ledger_id", required=True),
        text("row_id", required=True),
        *own,
        text("source_id"),
        text("sheet"),
        number("row"),
        number("said_in", required=True),
        number("change_in", required=True),
        number("change_out"),
    ]
    return Table(
        name,
        metadata,
        *all_columns,
        *checks,
        PrimaryKeyConstraint("ledger_id", "row_id", name=f"{name}_key"),
        CheckConstraint("change_out > change_in", name=f"{name}_closes_later"),
        CheckConstraint("said_in <= change_in", name=f"{name}_said_before"),
        *_references(all_columns),
        sqlite_strict=True,
        info={"key": key, "indexes": indexes},
    )


@cache
def indexes_of(table: Table) -> tuple[Index, ...]:
    """Return the indexes of a table, and put them on it.

    Only a ledger that is made or checked needs them: to declare those of all tables took as
    long as the tables themselves, at every start.
    """
    if "indexes" in table.info:
        Index(f"{table.name}_by_change", table.c.ledger_id, table.c.change_in)
    if "key" in table.info:
        _index_facts(table)
    for place in table.info.get("indexes", ()):
        columns = [table.c.ledger_id, *(table.c[c] for c in place)]
        Index(f"{table.name}_by_{'_'.join(place)}", *columns)
    return tuple(sorted(table.indexes, key=lambda index: str(index.name)))


def _index_facts(table: Table) -> None:
    parts: list[ColumnElement[str]] = [table.c.ledger_id]
    # NULL means "always" or "none" here, and must clash with itself.
    parts += [
        func.coalesce(table.c[part], "") if table.c[part].nullable else table.c[part]
        for part in table.info["key"]
    ]
    # To name PostgreSQL's option beside SQLite's would load its dialect at every start.
    closing = table.c.change_out
    live, closed = closing.is_(None), closing.is_not(None)
    Index(f"{table.name}_live", *parts, unique=True, sqlite_where=live)
    Index(f"{table.name}_by_closing", table.c.ledger_id, closing, sqlite_where=closed)


def one_of(column: str, *values: str) -> CheckConstraint:
    """Return a check that `column` holds one of `values`."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=f"known_{column}")
