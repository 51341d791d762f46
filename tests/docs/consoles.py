"""The console blocks of a document: what is typed, and what the terminal shows."""

import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.sessions import Terminal
from partyroll.cli.run import main

PROJECT = Path(__file__).parents[2]
SAMPLE = PROJECT / "data" / "sample"
SURROUNDINGS = {"COLUMNS": "96", "TERM": "xterm", "NO_COLOR": "1"}
LEFT_OUT = "…"  # alone on a line of a document: lines not shown
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_TODAY = re.compile(r"(?<=ính đến )\d\d/\d\d/\d{4}")
_LINK = re.compile(r"\b[0-9a-f]{10}\b")  # of the ledger's chain: another one every time


@dataclass(frozen=True, slots=True)
class Console:
    """One command of a document and what stands below it."""

    command: str
    shown: tuple[str, ...]


def consoles(document: str) -> list[Console]:
    """Return every command of the console blocks, in order."""
    found = []
    for block in _BLOCK.findall(document):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *shown = part.rstrip().splitlines()
            found.append(Console(command, tuple(masked(line) for line in shown)))
    return found


def sample_folder(folder: Path) -> Path:
    """Lay the sample workbooks into `folder`."""
    for workbook in SAMPLE.glob("*.xlsx"):
        shutil.copy(workbook, folder)
    return folder


def typed(command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the lines a terminal shows when `command` is typed in `folder`, run in here."""
    seen = Terminal()
    with monkeypatch.context() as terminal:
        terminal.chdir(folder)
        terminal.setattr("sys.stdout", seen)
        terminal.setattr("sys.stderr", seen)
        terminal.setattr("partyroll.cli.screen._VISIBLE_AFTER", 1e9)  # whatever the machine
        for name in os.environ:
            if "PARTYROLL" in name:
                terminal.delenv(name)
        for name, value in SURROUNDINGS.items():
            terminal.setenv(name, value)
        main(_words(command))
    return _lines(seen.getvalue())


def typed_at_a_terminal(command: str, folder: Path) -> list[str]:
    """Return what a true terminal shows, before which the command runs by itself."""
    ours, theirs = pty.openpty()
    kept = {name: text for name, text in os.environ.items() if "PARTYROLL" not in name}
    with subprocess.Popen(
        [sys.executable, "-m", "partyroll", *_words(command)],
        cwd=folder,
        env={**kept, **SURROUNDINGS},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        text = _read_all(ours)
    return _lines(text.replace("\r\n", "\n"))


def _words(command: str) -> list[str]:
    """Return what follows the name of the program."""
    program, *words = shlex.split(command)
    assert program == "partyroll"
    return words


def _lines(text: str) -> list[str]:
    return [masked(_as_seen(line)) for line in text.split("\n")]


def _read_all(terminal: int) -> str:
    chunks = []
    with open(terminal, "rb", buffering=0) as stream:
        try:
            while chunk := stream.read(65_536):
                chunks.append(chunk)
        except OSError:  # how a terminal says that the other side has gone
            pass
    return b"".join(chunks).decode()


def _as_seen(line: str) -> str:
    """Return what stays of a line: progress is wiped, colour is not text."""
    return _COLOUR.sub("", line.rpartition("\r")[2]).rstrip()


def masked(line: str) -> str:
    """Return `line` without what is different every time: the day, the ledger's code."""
    return _LINK.sub("<mã>", _TODAY.sub("<ngày>", line.rstrip()))


def shows(shown: tuple[str, ...], printed: list[str]) -> bool:
    """Whether `shown` is `printed`, with lines left out where it says so."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == LEFT_OUT else re.escape(line) + r"\n"
        for line in shown
        if line
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed if line)) is not None
