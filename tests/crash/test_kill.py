"""Killed at any moment, a command has happened wholly or not at all."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from crash import offices
from crash.conftest import Office
from partyroll.store import schema
from partyroll.store.chain import broken_links
from partyroll.store.contradictions import file_is_whole
from partyroll.store.history import history
from partyroll.store.ledger import open_ledger, version_of

# The quick suite strikes late, when the ledger is being written; the slow tests at any moment.
few = (0, 2)
many = [number for number in range(55) if number not in few]


def moment(number: int, seconds: float) -> float:
    """Return a moment within the time a command takes, another for each number."""
    return random.Random(number).uniform(0, seconds)  # noqa: S311 (moments, not secrets)


def people(path: Path) -> int:
    """Return how many people the ledger holds, after making sure that it is sound."""
    with open_ledger(path) as ledger:
        assert file_is_whole(ledger)
        assert broken_links(ledger) == []
        found = ledger.db.exec_driver_sql(
            "SELECT count(*) FROM person_version WHERE change_out IS NULL"
        )
        return int(found.scalar_one())


def changes(path: Path) -> list[str]:
    with open_ledger(path) as ledger:
        return [record.kind for record in history(ledger)]


# --- Importing ----------------------------------------------------------------------------
def killed_while_importing(office: Office, number: int) -> None:
    after = moment(number, office.seconds)
    ended = offices.strike(office.folder, "import", office.second, after=after)
    held = people(office.ledger)

    assert held in {50, 50 + offices.ROWS}
    assert held > 50 or not ended.acknowledged
    assert offices.run(office.folder, "import", office.second).acknowledged
    assert people(office.ledger) == 50 + offices.ROWS


@pytest.mark.parametrize("number", few)
def test_an_import_killed_is_whole_or_not_there(office: Office, number: int) -> None:
    killed_while_importing(office, number)


@pytest.mark.slow
@pytest.mark.parametrize("number", many)
def test_many_imports_killed_are_whole_or_not_there(office: Office, number: int) -> None:
    killed_while_importing(office, number)


def killed_while_importing_for_the_first_time(office: Office, number: int) -> None:
    office.ledger.unlink()
    after = moment(number, office.seconds)
    ended = offices.strike(office.folder, "import", office.second, after=after)

    assert not ended.acknowledged or office.ledger.exists()
    assert not office.ledger.exists() or people(office.ledger) == offices.ROWS
    assert offices.run(office.folder, "import", office.second).acknowledged
    assert people(office.ledger) == offices.ROWS


@pytest.mark.parametrize("number", few)
def test_a_first_import_killed_leaves_a_whole_ledger_or_none(
    office: Office, number: int
) -> None:
    killed_while_importing_for_the_first_time(office, number)


@pytest.mark.slow
@pytest.mark.parametrize("number", many)
def test_many_first_imports_killed_leave_a_whole_ledger_or_none(
    office: Office, number: int
) -> None:
    killed_while_importing_for_the_first_time(office, number)


# --- Other commands -----------------------------------------------------------------------
@pytest.mark.slow
@pytest.mark.parametrize("number", many)
def test_an_undo_killed_is_whole_or_not_there(office: Office, number: int) -> None:
    after = moment(number, office.seconds / 2)
    ended = offices.strike(office.folder, "undo", "1", "--yes", after=after)
    held = people(office.ledger)

    assert held in {0, 50}
    assert held == 0 or not ended.acknowledged


@pytest.mark.slow
@pytest.mark.parametrize("number", many)
def test_a_backup_killed_leaves_only_whole_backups(office: Office, number: int) -> None:
    after = moment(number, office.seconds / 2)
    offices.strike(office.folder, "backup", after=after)
    made = [people(path) for path in office.folder.glob("partyroll-sao-luu/*.db")]

    assert made in ([], [50])
    assert people(office.ledger) == 50


@pytest.mark.slow
@pytest.mark.parametrize("number", many)
def test_a_restore_killed_leaves_the_old_ledger_or_the_new(office: Office, number: int) -> None:
    offices.run(office.folder, "backup")
    [backup] = office.folder.glob("partyroll-sao-luu/*.db")
    offices.run(office.folder, "undo", "1", "--yes")
    after = moment(number, office.seconds / 2)
    ended = offices.strike(office.folder, "restore", backup, after=after)
    held = people(office.ledger)

    assert held in {0, 50}
    assert held == 50 or not ended.acknowledged


# --- Two at once --------------------------------------------------------------------------
def test_two_clerks_importing_at_once_both_succeed_in_turn(office: Office) -> None:
    other = offices.write_roster(office.folder / "ba.xlsx", rows=300, first=9_000)
    one = offices.start(office.folder, "import", office.second)
    two = offices.start(office.folder, "import", other)
    ended = [offices.finish(one), offices.finish(two)]

    assert all(each.acknowledged for each in ended), ended
    assert people(office.ledger) == 50 + offices.ROWS + 300
    assert changes(office.ledger) == ["import"] * 3


def test_two_clerks_making_the_ledger_at_once_both_succeed(office: Office) -> None:
    office.ledger.unlink()
    other = offices.write_roster(office.folder / "ba.xlsx", rows=300, first=9_000)
    started = [
        offices.start(office.folder, "import", workbook) for workbook in (office.first, other)
    ]
    ended = [offices.finish(process) for process in started]

    assert all(each.acknowledged for each in ended), ended
    assert people(office.ledger) == 50 + 300
    assert changes(office.ledger) == ["import"] * 2


@pytest.mark.slow
def test_five_clerks_writing_in_turn_lose_nothing(office: Office) -> None:
    rosters = [
        offices.write_roster(office.folder / f"{n}.xlsx", rows=100, first=10_000 + 100 * n)
        for n in range(10)
    ]
    for five in (rosters[:5], rosters[5:]):
        started = [offices.start(office.folder, "import", roster) for roster in five]
        assert all(offices.finish(process).acknowledged for process in started)

    assert people(office.ledger) == 50 + 1_000


def test_a_reader_meanwhile_sees_the_ledger_before_or_after(office: Office) -> None:
    importing = offices.start(office.folder, "import", office.second)
    seen = set()
    with closing(sqlite3.connect(office.ledger)) as db:
        while importing.poll() is None:
            seen.add(db.execute("SELECT count(*) FROM person").fetchone()[0])

    assert offices.finish(importing).acknowledged
    assert seen <= {50, 50 + offices.ROWS}


# --- Upgrading ----------------------------------------------------------------------------
SLOW_UPGRADE = """
import sys, time
from datetime import datetime
from pathlib import Path
from partyroll.store import schema
from partyroll.store.migrate import upgrade

NEXT = schema.VERSION + 1

def step(db):
    db.execute("ALTER TABLE person_version ADD COLUMN nickname TEXT")
    print("half way", flush=True)
    time.sleep(60)

upgrade(Path(sys.argv[1]), at=datetime(2025, 6, 30), steps={NEXT: step}, target=NEXT)
"""


def test_an_upgrade_killed_half_way_leaves_the_old_version(office: Office) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW_UPGRADE, office.ledger], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "half way\n"
    process.kill()
    process.communicate()

    assert version_of(office.ledger) == schema.VERSION
    assert people(office.ledger) == 50
