"""A clerk's desk in a folder of its own: the real command, run inside the test."""

import io
import json
import shutil
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from functools import cache, wraps
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ParamSpec

import pytest

from partyroll.cli.run import main

ROSTERS = Path(__file__).parent.parent / "rosters"
SAMPLE = Path(__file__).parents[2] / "data" / "sample"
SAMPLE_FILES = ("roster.xlsx", "exits-2020-2025.xlsx", "headcounts.xlsx")
NOW = datetime(2026, 1, 15, 9, 30)  # noqa: DTZ001 (a clerk's own clock)
Given = ParamSpec("Given")


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


def laid(make: Callable[Given, Desk]) -> Callable[Given, Desk]:
    """Lay on a desk what `make` leaves there: it is made once, then copied to every other."""
    kept: dict[tuple[object, ...], Path] = {}

    @wraps(make)
    def lay(*args: Given.args, **named: Given.kwargs) -> Desk:
        desk, *about = chain(args, named.values())
        assert isinstance(desk, Desk)
        if (made := kept.get(tuple(about))) is None:
            made = desk.folder.with_name(f"{desk.folder.name} {make.__name__} {len(kept)}")
            shutil.copytree(make(*args, **named).folder, made)
            kept[tuple(about)] = made
        else:
            shutil.copytree(made, desk.folder, dirs_exist_ok=True)
        return desk

    return lay


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger after `data/sample` went in: first the commune, then the province."""
    folder = tmp_path_factory.mktemp("sample")
    with chdir(folder):
        assert main(["import", str(SAMPLE / "roster.xlsx"), "--quiet"], now=NOW) == 3
        others = [str(SAMPLE / name) for name in SAMPLE_FILES[1:]]
        assert main(["import", *others, "--quiet"], now=NOW) == 0
    return folder / "partyroll.db"


@cache
def told(ledger: Path, *words: str) -> Any:
    """Return what a command tells of a ledger, on a copy: asked once, however many ask."""
    said = io.StringIO()
    with TemporaryDirectory() as folder, chdir(folder):
        shutil.copy(ledger, "partyroll.db")
        with redirect_stdout(said):
            assert main([*words, "--json", "--quiet"], now=NOW) == 0
    return json.loads(said.getvalue())


@pytest.fixture
def sample_desk(desk: Desk, sample_ledger: Path) -> Desk:
    """A desk with the sample's ledger on it."""
    shutil.copy(sample_ledger, desk.ledger)
    return desk


def expected(file: str) -> dict[str, Any]:
    """Return what a sample workbook should give."""
    return dict(json.loads((ROSTERS / f"{file}.expected.json").read_text("utf-8")))
