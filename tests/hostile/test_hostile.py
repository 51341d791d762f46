"""No file takes the program down, hangs it, or loses a row in silence."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from partyroll.errors import PartyrollError
from partyroll.read.cage import Cage
from partyroll.read.workbook import read_workbook

from .corpus import CASES, Case
from .measured import measured

LIGHT = [name for name, case in CASES.items() if not case.heavy]
REFUSED = [name for name, case in CASES.items() if not isinstance(case.outcome, int)]
READ = [name for name, case in CASES.items() if isinstance(case.outcome, int)]
SECONDS = 5 + 2  # of processor time: 2 for starting the command
SECONDS_FOR_A_MILLION_ROWS = 15
MEGABYTES = 300


@pytest.fixture(scope="module")
def cage() -> Iterator[Cage]:
    with Cage() as made:
        yield made


def outcome(path: Path, cage: Cage) -> object:
    try:
        file = read_workbook(path, today=date(2025, 1, 1), opener=cage)
    except PartyrollError as refusal:
        return type(refusal)
    return sum(len(table.rows) for table in file.tables)


def written(case: Case, folder: Path) -> Path:
    path = folder / case.file
    path.write_bytes(case.build())
    return path


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 80


@pytest.mark.parametrize("name", LIGHT)
def test_a_light_file_is_refused_or_read(name: str, cage: Cage, tmp_path: Path) -> None:
    case = CASES[name]

    assert outcome(written(case, tmp_path), cage) == case.outcome


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in CASES if name not in LIGHT])
def test_a_heavy_file_is_refused_or_read(name: str, cage: Cage, tmp_path: Path) -> None:
    case = CASES[name]

    assert outcome(written(case, tmp_path), cage) == case.outcome


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processor time of a tree: POSIX only")
@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_one_sentence_and_costs_little(name: str, tmp_path: Path) -> None:
    run = measured(tmp_path, "import", str(written(CASES[name], tmp_path)))

    assert run.code == 1
    assert run.errors.count("Lỗi: ") == 1
    assert "ngoài dự kiến" not in run.errors
    assert "Traceback" not in run.errors
    assert run.seconds <= SECONDS
    assert run.megabytes <= MEGABYTES


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processor time of a tree: POSIX only")
@pytest.mark.parametrize("name", READ)
def test_what_is_read_costs_little(name: str, tmp_path: Path) -> None:
    run = measured(tmp_path, "import", str(written(CASES[name], tmp_path)))

    assert run.code in {0, 3}
    assert "Traceback" not in run.errors
    assert run.seconds <= SECONDS_FOR_A_MILLION_ROWS
    assert run.megabytes <= MEGABYTES
