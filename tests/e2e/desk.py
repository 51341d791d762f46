"""A clerk's desk in a folder of its own: the real command, run inside the test."""

import json
import shutil
from contextlib import chdir
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from partyroll.cli.run import main

ROSTERS = Path(__file__).parent.parent / "rosters"
SAMPLE = Path(__file__).parents[2] / "data" / "sample"
SAMPLE_FILES = ("roster.xlsx", "exits-2020-2025.xlsx", "headcounts.xlsx")
NOW = datetime(2026, 1, 15, 9, 30)  # noqa: DTZ001 (a clerk's own clock)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it said, each stream apart."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Desk:
    """Runs commands in `folder` as of the moment `now`."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    now: datetime = NOW

    def __call__(self, *args: str | Path, now: datetime | None = None) -> Ran:
        self.capsys.readouterr()
        code = main([str(arg) for arg in args], now=now or self.now)
        said = self.capsys.readouterr()
        return Ran(code, said.out, said.err)

    @property
    def ledger(self) -> Path:
        return self.folder / "partyroll.db"


@pytest.fixture
def desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """A desk in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return Desk(tmp_path, capsys)


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger after `data/sample` went in: first the commune, then the province."""
    folder = tmp_path_factory.mktemp("sample")
    with chdir(folder):
        assert main(["import", str(SAMPLE / "roster.xlsx"), "--quiet"], now=NOW) == 3
        others = [str(SAMPLE / name) for name in SAMPLE_FILES[1:]]
        assert main(["import", *others, "--quiet"], now=NOW) == 0
    return folder / "partyroll.db"


@pytest.fixture
def sample_desk(desk: Desk, sample_ledger: Path) -> Desk:
    """A desk with the sample's ledger on it."""
    shutil.copy(sample_ledger, desk.ledger)
    return desk


def expected(file: str) -> dict[str, Any]:
    """Return what a sample workbook should give."""
    return dict(json.loads((ROSTERS / f"{file}.expected.json").read_text("utf-8")))
