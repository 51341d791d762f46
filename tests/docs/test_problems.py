"""Every reason why something stays out is explained to the clerk."""

import ast
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from docs.consoles import PROJECT
from partyroll.messages import SIGN
from partyroll.read.sentences import ERRORS
from partyroll.read.warning_sentences import WARNINGS
from partyroll.tasks.recording.sentences import SENTENCES

SCRIPT = PROJECT / "docs" / "make_problems.py"
CODES = {**ERRORS, **WARNINGS, **SENTENCES}
# Functions that take a code, and the place of the code among their arguments.
SPEAKERS = {"say": 1, "Remark": 1, "warn": 1, "refuse": 1, "ask": 1}


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    """The names of the script that writes the page."""
    return runpy.run_path(str(SCRIPT))


def spoken(path: Path) -> set[str]:
    """Return the codes that a module says by their name."""
    calls = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call))
    return {
        node.value
        for call in calls
        for node in (*_positional(call), *(k.value for k in call.keywords if k.arg == "code"))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value
    }


def _positional(call: ast.Call) -> list[ast.expr]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    place = SPEAKERS.get(name, 99)
    return call.args[place : place + 1]


def test_the_page_is_what_the_program_says() -> None:
    check = subprocess.run(
        [sys.executable, SCRIPT, "--check"], capture_output=True, encoding="utf-8", check=False
    )

    assert check.returncode == 0, check.stderr


def test_every_code_has_an_example_and_a_cure(script: dict[str, Any]) -> None:
    told = script["examples"]()

    assert set(told["codes"]) == set(CODES)
    assert set(told["signs"]) == set(SIGN)
    assert {len(texts) for part in ("codes", "signs") for texts in told[part].values()} == {2}


def test_every_refusal_of_a_whole_file_has_an_example(script: dict[str, Any]) -> None:
    assert set(script["examples"]()["refusals"]) == set(script["refusal_classes"]())


def test_every_code_that_is_said_anywhere_is_on_the_page() -> None:
    source = PROJECT / "src" / "partyroll"
    said = {
        code
        for room in ("read", "tasks/recording")
        for path in (source / room).rglob("*.py")
        for code in spoken(path)
    }
    page = (PROJECT / "docs" / "khong-nhap-duoc.md").read_text("utf-8")

    assert len(said) > 40
    assert {code for code in said if f"| `{code}` |" not in page} == set()
