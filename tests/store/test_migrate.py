"""An upgrade keeps every fact, key and guard, or leaves the ledger as it was."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from partyroll.cli.run import main
from partyroll.store import migrate, schema
from partyroll.store.backup import backups, make_backup, restore
from partyroll.store.ledger import open_ledger, version_of
from partyroll.store.migrate import Upgrade, upgrade
from partyroll.store.refusals import LedgerBusy, LedgerCorrupt, LedgerNotFound
from partyroll.store.shape import Shape, expected_shape, shape_of
from store import shelf

NOW, NEXT = schema.VERSION, schema.VERSION + 1
GOLDEN = Path(__file__).parent / "golden" / f"v{NOW}.db"
Step = Callable[[sqlite3.Connection], None]


def guard(db: sqlite3.Connection) -> str:
    """Return the trigger that keeps people's rows as written."""
    [(sql,)] = db.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'person_version_as_written'"
    ).fetchall()
    return str(sql)


def add_nickname(db: sqlite3.Connection) -> None:
    """The next version of these tests: one column, guarded like the others."""
    old = guard(db)
    db.execute("ALTER TABLE person_version ADD COLUMN nickname TEXT")
    db.execute("DROP TRIGGER person_version_as_written")
    db.execute(old.replace(") BEGIN", ' AND NEW."nickname" IS OLD."nickname") BEGIN'))


def unguarded(*statements: str) -> Step:
    """A step that also does something with the guards away, and puts them back."""

    def step(db: sqlite3.Connection) -> None:
        add_nickname(db)
        guards = db.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='trigger'"
        ).fetchall()
        for name, _ in guards:
            db.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            db.execute(statement)
        for _, sql in guards:
            db.execute(sql)

    return step


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger of this version."""
    return Path(shutil.copyfile(GOLDEN, tmp_path / "partyroll.db"))


@pytest.fixture(scope="session")
def second() -> Shape:
    """What a ledger of the next version is built of."""
    with closing(sqlite3.connect(GOLDEN)) as db, closing(sqlite3.connect(":memory:")) as copy:
        db.backup(copy)
        add_nickname(copy)
        return shape_of(copy)


def climb(path: Path, step: Step, expected: Shape) -> Upgrade | None:
    """Upgrade to the next version by `step`."""
    return upgrade(path, at=shelf.NOW, steps={NEXT: step}, target=NEXT, expected=expected)


# --- The steps there are -----------------------------------------------------------------
def test_a_ledger_of_version_1_becomes_one_of_this_version(tmp_path: Path) -> None:
    first = Path(shutil.copyfile(GOLDEN.with_name("v1.db"), tmp_path / "partyroll.db"))
    done = upgrade(first, at=shelf.NOW)

    assert done is not None
    assert (done.found, done.reached) == (1, NOW)
    with closing(sqlite3.connect(first)) as db:
        assert shape_of(db) == expected_shape()


# --- A good step --------------------------------------------------------------------------
def test_an_upgrade_keeps_what_the_ledger_says(old: Path, second: Shape) -> None:
    before = shelf.digest(old)
    done = climb(old, add_nickname, second)

    assert done is not None
    assert (done.found, done.reached) == (NOW, NEXT)
    assert shelf.ask(old, "PRAGMA user_version") == [(NEXT,)]
    assert digest_as_now(old) == before


def digest_as_now(path: Path) -> str:
    """Return the digest as this version takes it: the new column is empty."""
    shelf.ask(path, f"PRAGMA user_version = {NOW}")
    return shelf.digest(path)


def test_an_upgrade_keeps_the_chain(old: Path, second: Shape) -> None:
    climb(old, add_nickname, second)
    shelf.ask(old, f"PRAGMA user_version = {NOW}")

    assert shelf.broken(old) == []


def test_an_upgrade_keeps_the_guards(old: Path, second: Shape) -> None:
    climb(old, add_nickname, second)

    with shelf.raw(old) as db, pytest.raises(sqlite3.IntegrityError, match="rewrites nothing"):
        db.execute("UPDATE person_version SET change_out = 9, nickname = 'Tí'")


def test_a_backup_is_made_before_an_upgrade(old: Path, second: Shape) -> None:
    before = shelf.digest(old)
    done = climb(old, add_nickname, second)

    assert done is not None
    assert backups(old) == [done.backup]
    assert shelf.digest(done.backup.path) == before


def test_a_ledger_of_this_version_needs_nothing(old: Path) -> None:
    assert upgrade(old, at=shelf.NOW) is None
    assert backups(old) == []


def test_several_steps_are_climbed_at_once(old: Path, second: Shape) -> None:
    def rest(_db: sqlite3.Connection) -> None:
        """Change nothing."""

    steps = {NEXT: add_nickname, NEXT + 1: rest}
    done = upgrade(old, at=shelf.NOW, steps=steps, target=NEXT + 1, expected=second)

    assert done is not None
    assert done.reached == NEXT + 1


# --- Steps that would do harm -------------------------------------------------------------
def lose_a_guard(db: sqlite3.Connection) -> None:
    add_nickname(db)
    db.execute("DROP TRIGGER book_line_stays")


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(unguarded("DELETE FROM book_line WHERE row = 2"), id="a row is lost"),
        pytest.param(unguarded("UPDATE book_line SET letters = 'PPPPPPPPPPPP'"), id="a letter"),
        pytest.param(unguarded("UPDATE change SET note = ''"), id="a note"),
        pytest.param(unguarded("DELETE FROM book_note"), id="a note of a month"),
        pytest.param(unguarded("DROP TABLE unit_alias"), id="an empty table"),
        pytest.param(unguarded("ALTER TABLE payment DROP COLUMN paid_on"), id="a column"),
        pytest.param(unguarded("DROP INDEX book_line_live"), id="an index"),
        pytest.param(unguarded("CREATE TABLE more (text TEXT)"), id="a table nobody declared"),
        pytest.param(lose_a_guard, id="a guard"),
        pytest.param(lambda _: None, id="the step does nothing"),
    ],
)
def test_a_harmful_step_is_refused_and_the_ledger_is_as_before(
    old: Path, second: Shape, step: Step
) -> None:
    before = shelf.digest(old)

    with pytest.raises((LedgerCorrupt, sqlite3.OperationalError)):
        climb(old, step, second)

    assert version_of(old) == NOW
    assert shelf.digest(old) == before
    assert shelf.broken(old) == []
    with shelf.raw(old) as db:
        assert shape_of(db) == expected_shape()


@pytest.mark.parametrize("stop", [RuntimeError, KeyboardInterrupt, sqlite3.OperationalError])
def test_a_step_that_stops_half_way_is_rolled_back(
    old: Path, second: Shape, stop: type[BaseException]
) -> None:
    def half(db: sqlite3.Connection) -> None:
        add_nickname(db)
        raise stop

    before = shelf.digest(old)
    with pytest.raises(stop):
        climb(old, half, second)

    assert version_of(old) == NOW
    assert shelf.digest(old) == before


def test_a_step_that_ends_the_transaction_itself_does_not_hide_its_failure(
    old: Path, second: Shape
) -> None:
    def commit(db: sqlite3.Connection) -> None:
        db.execute("ROLLBACK")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        climb(old, commit, second)

    assert version_of(old) == NOW


# --- Other troubles -----------------------------------------------------------------------
def test_a_damaged_ledger_is_not_upgraded(old: Path, second: Shape) -> None:
    content = old.read_bytes()
    old.write_bytes(content[: len(content) // 2])

    with pytest.raises(LedgerCorrupt):
        climb(old, add_nickname, second)


def test_without_a_ledger_there_is_nothing_to_upgrade(tmp_path: Path) -> None:
    with pytest.raises(LedgerNotFound):
        upgrade(tmp_path / "partyroll.db", at=shelf.NOW)

    assert list(tmp_path.iterdir()) == []


def test_a_ledger_in_use_is_busy(
    old: Path, second: Shape, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "BUSY_MILLISECONDS", 50)
    with open_ledger(old, write=True), pytest.raises(LedgerBusy):
        climb(old, add_nickname, second)

    assert version_of(old) == NOW


def test_two_windows_upgrade_once(
    old: Path, second: Shape, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(path: Path, *, at: object) -> None:
        with shelf.raw(path) as db:
            add_nickname(db)
            db.execute(f"PRAGMA user_version = {NEXT}")

    monkeypatch.setattr(migrate, "make_backup", meanwhile)

    assert climb(old, add_nickname, second) is None
    assert shelf.ask(old, "PRAGMA user_version") == [(NEXT,)]


# --- Backups of an older version ----------------------------------------------------------
@pytest.fixture
def later_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tool is at the next version now."""
    monkeypatch.setattr(schema, "VERSION", NEXT)


@pytest.mark.usefixtures("later_version")
def test_an_older_ledger_can_be_backed_up(old: Path) -> None:
    made = make_backup(old, at=shelf.NOW)

    assert version_of(made.path) == NOW
    assert [(made.number,)] == shelf.ask(old, "SELECT max(number) FROM change")


@pytest.mark.usefixtures("later_version")
def test_a_backup_of_an_older_version_can_be_restored(old: Path) -> None:
    made = make_backup(old, at=shelf.NOW)
    restore(made.path, old, at=shelf.NOW)

    assert version_of(old) == NOW


# --- From the command line ----------------------------------------------------------------
@pytest.fixture
def without_steps(later_version: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next version is built as this one was."""
    monkeypatch.setattr(migrate, "STEPS", {NEXT: lambda _: None})


@pytest.mark.usefixtures("without_steps")
@pytest.mark.parametrize("command", [["list", "--all"], ["history"], ["undo", "3"]])
def test_a_command_upgrades_an_older_ledger_first_and_says_so(
    old: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    code = main([*command, "--ledger", str(old)])
    said = capsys.readouterr()

    assert code == 0
    assert said.err.startswith(f"Sổ thuộc phiên bản {NOW}: đã sao lưu (")
    assert f"nâng lên phiên bản {NEXT}" in said.err
    assert said.out
    assert version_of(old) == NEXT
    assert len(backups(old)) == 1


@pytest.mark.usefixtures("without_steps")
def test_several_files_are_not_refused_because_the_ledger_is_older(
    old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rosters = Path(__file__).parents[1] / "rosters"
    files = [str(rosters / name) for name in ("01_clean_template.xlsx", "12_bad_rows.xlsx")]
    code = main(["import", *files, "--ledger", str(old)])

    assert code == 3
    assert "Đã ghi vào" in capsys.readouterr().err
    assert version_of(old) == NEXT
