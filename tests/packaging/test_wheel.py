import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
COMMANDS = (
    ("import", "roster.xlsx"),
    ("flag", "--months", "3"),
    ("report", "2020-2025", "--xlsx"),
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as an installer would, with nothing fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet"]
    subprocess.run(
        [*pip, "--no-deps", "--no-build-isolation", "--wheel-dir", folder, PROJECT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("partyroll-*.whl"))


def test_the_wheel_holds_what_the_code_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {
        "partyroll/py.typed",
        "partyroll/ruleset.toml",
        "partyroll/read/headings.toml",
        "partyroll/__main__.py",
    } <= names


def test_the_wheel_holds_the_package_and_nothing_beside_it(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {top.partition("-")[0] for top in tops} == {"partyroll"}


def test_the_wheel_carries_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the `partyroll` of an environment that holds the wheel and the locked runtime."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip: list[str | Path] = [programs / "python", "-m", "pip", "install", "--quiet"]
    locked = PROJECT / "requirements.lock"
    subprocess.run([*pip, "--require-hashes", "-r", locked], check=True)
    subprocess.run([*pip, "--no-deps", wheel], check=True)
    return programs / "partyroll"


@pytest.mark.slow
def test_three_commands_work_beside_one_workbook(installed: Path, tmp_path: Path) -> None:
    roster = (PROJECT / "data" / "sample" / "roster.xlsx").read_bytes()
    (tmp_path / "roster.xlsx").write_bytes(roster)
    endings = [
        subprocess.run([installed, *words], cwd=tmp_path, check=False, capture_output=True)
        for words in COMMANDS
    ]

    assert [ending.returncode for ending in endings] == [3, 0, 0]
    assert "Đỗ Xuân Nhã" in endings[1].stdout.decode("utf-8")
    assert (tmp_path / "bao-cao-2020-2025.xlsx").exists()
