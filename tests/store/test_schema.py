"""The tables keep history by themselves, whichever program opens the file."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Table, UniqueConstraint

from partyroll.store import schema
from partyroll.store.changes import begin_change
from partyroll.store.digests import Value
from partyroll.store.ledger import open_ledger
from partyroll.store.schema import metadata
from store import every_table, shelf

TABLES = sorted(metadata.tables.values(), key=lambda table: table.name)
by_name = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
every_fact = pytest.mark.parametrize("name", every_table.FACT_NAMES)
every_guarded = pytest.mark.parametrize("name", every_table.GUARDED)


@pytest.fixture
def full(full_ledger: Path, tmp_path: Path) -> Path:
    """A ledger with one row in every table, to try things on."""
    return Path(shutil.copyfile(full_ledger, tmp_path / "partyroll.db"))


def write(path: Path, name: str, *rows: dict[str, Value]) -> None:
    """Write rows in a change that is never finished."""
    with open_ledger(path, write=True) as ledger:
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        change.open(metadata.tables[name], rows)


# --- How tables are declared --------------------------------------------------------------
@by_name
def test_every_table_is_strict(ledger_path: Path, table: Table) -> None:
    strict = shelf.ask(ledger_path, "SELECT name FROM pragma_table_list WHERE strict = 1")

    assert (table.name,) in strict


@by_name
def test_every_primary_key_starts_with_the_ledger(table: Table) -> None:
    assert next(iter(table.primary_key)).name == "ledger_id"


@by_name
def test_every_reference_starts_with_the_ledger(table: Table) -> None:
    firsts = {key.column_keys[0] for key in table.foreign_key_constraints}

    assert firsts <= {"ledger_id"}


@by_name
def test_every_index_starts_with_the_ledger(table: Table) -> None:
    firsts = {str(next(iter(index.expressions))) for index in schema.indexes_of(table)}

    assert firsts <= {f"{table.name}.ledger_id"}


@by_name
def test_every_constraint_has_a_name(table: Table) -> None:
    kinds = (CheckConstraint, ForeignKeyConstraint, UniqueConstraint)
    unnamed = [c for c in table.constraints if isinstance(c, kinds) and not c.name]

    assert unnamed == []


@by_name
def test_names_of_constraints_reach_the_file(ledger_path: Path, table: Table) -> None:
    sql = str(dict(shelf.ask(ledger_path, "SELECT name, sql FROM sqlite_master"))[table.name])
    unwritten = [c.name for c in table.constraints if f"CONSTRAINT {c.name}" not in sql]

    assert unwritten == []


def test_every_table_keeps_its_rows() -> None:
    written = " ".join(schema.triggers())
    missing = [table.name for table in TABLES if f" {table.name}_stays " not in written]

    assert missing == []


# --- What the file itself refuses ---------------------------------------------------------
@every_guarded
def test_no_row_can_be_deleted(full: Path, name: str) -> None:
    with shelf.raw(full) as db, pytest.raises(sqlite3.IntegrityError, match="forgets nothing"):
        db.execute(shelf.on(name, "", "DELETE FROM TABLE"))


@every_guarded
def test_no_row_can_be_rewritten(full: Path, name: str) -> None:
    with shelf.raw(full) as db, pytest.raises(sqlite3.IntegrityError, match="rewrites nothing"):
        db.execute(shelf.on(name, "", "UPDATE TABLE SET ledger_id = 'x'"))


@every_fact
def test_a_fact_can_be_closed_once(full: Path, name: str) -> None:
    with shelf.raw(full) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(shelf.on(name, "", "UPDATE TABLE SET change_out = 2"))

        with pytest.raises(sqlite3.IntegrityError, match="rewrites nothing"):
            db.execute(shelf.on(name, "", "UPDATE TABLE SET change_out = 3"))


@every_fact
def test_a_closed_fact_cannot_be_opened_again(full: Path, name: str) -> None:
    with shelf.raw(full) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(shelf.on(name, "", "UPDATE TABLE SET change_out = 2"))

        with pytest.raises(sqlite3.IntegrityError, match="rewrites nothing"):
            db.execute(shelf.on(name, "", "UPDATE TABLE SET change_out = NULL"))


@every_fact
def test_closing_cannot_smuggle_in_another_word(full: Path, name: str) -> None:
    with shelf.raw(full) as db, pytest.raises(sqlite3.IntegrityError, match="rewrites nothing"):
        db.execute(shelf.on(name, "", "UPDATE TABLE SET change_out = 2, sheet = 'khác'"))


@every_fact
def test_a_fact_cannot_end_before_it_began(full: Path, name: str) -> None:
    with shelf.raw(full) as db, pytest.raises(sqlite3.IntegrityError, match="closes_later"):
        db.execute(shelf.on(name, "", "UPDATE TABLE SET change_out = 1"))


@every_fact
def test_two_live_facts_cannot_stand_in_one_place(full: Path, name: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        write(full, name, every_table.row_of(name))


@every_fact
def test_replacing_a_row_is_deleting_it(full: Path, name: str) -> None:
    with (
        pytest.raises(sqlite3.IntegrityError, match="forgets nothing"),
        open_ledger(full, write=True) as ledger,
    ):
        ledger.db.exec_driver_sql(
            shelf.on(name, "", "INSERT OR REPLACE INTO TABLE SELECT * FROM TABLE")
        )


def test_a_row_of_a_change_that_was_never_finished_is_refused(full: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        write(full, "unit", {"unit_id": "U2", "origin_key": "x"})


def test_a_fact_about_nobody_is_refused(full: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        write(full, "missing_mark", {"person_id": "P2"})


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("person_version", {"gender": "nam"}),
        ("assignment", {"kind": "x"}),
        ("life_event", {"kind": "FIRED"}),
        ("transfer_leg", {"direction": "UP"}),
        ("book_line", {"letters": "PPP"}),
        ("book", {"year": "hai nghìn"}),
        ("excuse", {"ground": "RAIN"}),
    ],
)
def test_a_word_outside_its_list_is_refused(
    ledger_path: Path, name: str, wrong: dict[str, str]
) -> None:
    with shelf.raw(ledger_path) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        row = {
            **every_table.row_of(name),
            "ledger_id": "L",
            "row_id": "R",
            "said_in": 1,
            "change_in": 1,
            **wrong,
        }
        marks = ", ".join("?" for _ in row)
        names = ", ".join(f'"{column}"' for column in row)
        statement = shelf.on(name, "", "INSERT INTO TABLE (NAMES) VALUES (MARKS)")
        statement = statement.replace("NAMES", names).replace("MARKS", marks)

        with pytest.raises(sqlite3.IntegrityError):
            db.execute(statement, list(row.values()))


def test_a_person_has_one_open_official_place(full: Path) -> None:
    open_place = {"unit_id": "U1", "kind": "OFFICIAL", "person_id": "P1", "valid_to": None}
    with pytest.raises(sqlite3.IntegrityError, match=r"assignment\.person_id$"):
        write(
            full,
            "assignment",
            {**open_place, "valid_from": "2020"},
            {**open_place, "valid_from": "2021"},
        )
