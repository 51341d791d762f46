"""Ctrl-C at any moment: the ledger is as before, and the command says so."""

import signal
from pathlib import Path

import pytest

from crash import offices
from crash.conftest import Office
from crash.test_kill import moment, people
from partyroll.cli.run import INTERRUPTED, main
from partyroll.store.changes import Change
from partyroll.store.digests import live_digest
from partyroll.store.draft import Draft
from partyroll.store.ledger import open_ledger


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def digest(path: Path) -> str:
    with open_ledger(path) as ledger:
        return live_digest(ledger)


@pytest.fixture(params=[(Draft, "write"), (Change, "close"), (Change, "finish")])
def interrupted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C comes while a change is being written."""
    owner, name = request.param
    monkeypatch.setattr(owner, name, interrupt)


@pytest.mark.usefixtures("interrupted")
def test_an_import_interrupted_leaves_the_ledger_as_before(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    before = digest(office.ledger)
    code = main(
        ["import", str(office.first.with_name("hai.xlsx")), "--ledger", str(office.ledger)]
    )

    assert code == INTERRUPTED
    assert "Sổ không bị thay đổi" in capsys.readouterr().err
    assert digest(office.ledger) == before


@pytest.mark.usefixtures("interrupted")
def test_a_first_import_interrupted_leaves_no_ledger(office: Office, tmp_path: Path) -> None:
    ledger = tmp_path / "new" / "partyroll.db"
    ledger.parent.mkdir()
    code = main(["import", str(office.second), "--ledger", str(ledger)])

    assert code == INTERRUPTED
    assert list(ledger.parent.iterdir()) == []


def interrupted_while_importing(office: Office, number: int) -> None:
    after = moment(number, office.seconds)
    ended = offices.strike(
        office.folder, "import", office.second, after=after, with_=signal.SIGINT
    )
    held = people(office.ledger)

    assert held in {50, 50 + offices.ROWS}
    assert held > 50 or not ended.acknowledged


def test_an_import_interrupted_late_is_whole_or_not_there(office: Office) -> None:
    interrupted_while_importing(office, number=0)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 10))
def test_an_import_interrupted_at_any_moment_is_whole_or_not_there(
    office: Office, number: int
) -> None:
    interrupted_while_importing(office, number)
