"""What a ledger is built of, told apart from what it says."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from partyroll.store.shape import expected_shape, shape_of


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE TABLE cell (name TEXT NOT NULL, size INTEGER,"
            " CONSTRAINT not_empty CHECK (name <> '')) STRICT"
        )
        yield connection


def test_rows_are_no_part_of_the_shape(db: sqlite3.Connection) -> None:
    before = shape_of(db)
    db.execute("INSERT INTO cell VALUES ('Đông', 3)")

    assert shape_of(db) == before


def test_the_order_of_columns_is_no_part_of_the_shape(db: sqlite3.Connection) -> None:
    before = shape_of(db)
    db.execute("DROP TABLE cell")
    db.execute(
        "CREATE TABLE cell (size INTEGER, name TEXT NOT NULL,"
        " CONSTRAINT not_empty CHECK (name <> '')) STRICT"
    )

    assert shape_of(db) == before


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE cell ADD COLUMN code TEXT",
        "ALTER TABLE cell DROP COLUMN size",
        "CREATE INDEX by_name ON cell (name)",
        "CREATE TRIGGER stays BEFORE DELETE ON cell BEGIN SELECT RAISE(ABORT, 'no'); END",
        "CREATE TABLE other (name TEXT)",
        "DROP TABLE cell",
    ],
)
def test_what_is_added_or_lost_changes_the_shape(
    db: sqlite3.Connection, statement: str
) -> None:
    before = shape_of(db)
    db.execute(statement)

    assert shape_of(db) != before


NOT_EMPTY = "CONSTRAINT not_empty CHECK (name <> '')"


@pytest.mark.parametrize(
    "table",
    [
        "(name TEXT NOT NULL, size INTEGER) STRICT",
        f"(name TEXT NOT NULL, size INTEGER, {NOT_EMPTY})",
        f"(name TEXT, size INTEGER, {NOT_EMPTY}) STRICT",
        f"(name TEXT NOT NULL REFERENCES cell (name), size INTEGER, {NOT_EMPTY}) STRICT",
    ],
    ids=["no check", "not strict", "may be empty", "another key"],
)
def test_a_table_built_anew_without_its_rules_has_another_shape(
    db: sqlite3.Connection, table: str
) -> None:
    before = shape_of(db)
    db.execute("DROP TABLE cell")
    db.execute(f"CREATE TABLE cell {table}")

    assert shape_of(db) != before


def test_a_new_ledger_has_the_expected_shape() -> None:
    kinds = {str(part[0]) for part in expected_shape()}

    assert kinds == {"table", "index", "trigger"}
