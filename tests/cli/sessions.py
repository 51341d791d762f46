"""What somebody at a terminal sees: commands, both streams apart, exit codes."""

import io
import re
import shlex
from datetime import datetime
from pathlib import Path

import pytest

from partyroll.cli.run import main

_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_CODE = re.compile(r"\b[0-9a-f]{10}\b")  # of the ledger's chain: another one every time


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def session(
    commands: list[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    now: datetime,
    columns: int | None,
) -> str:
    """Run the commands and return what a reader of the golden file sees; None = in a pipe."""
    monkeypatch.setenv("COLUMNS", str(columns or 80))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("partyroll.cli.screen._VISIBLE_AFTER", 1e9)  # whatever the machine
    return "\n".join(_typed(command, monkeypatch, now, columns) for command in commands)


def _typed(
    command: str, monkeypatch: pytest.MonkeyPatch, now: datetime, columns: int | None
) -> str:
    stream = Terminal if columns else io.StringIO
    out, err = stream(), stream()
    with monkeypatch.context() as streams:
        streams.setattr("sys.stdout", out)
        streams.setattr("sys.stderr", err)
        code = main(shlex.split(command)[1:], now=now)
    parts = [f"$ {command}\n"]
    parts += [f"--- stdout\n{_kept(out)}"] * bool(out.getvalue())
    parts += [f"--- stderr\n{_kept(err)}"] * bool(err.getvalue())
    parts.append(f"--- {code}\n")
    return "".join(parts)


def _kept(stream: io.StringIO) -> str:
    text = _COLOUR.sub("", stream.getvalue()).replace(str(Path.cwd()), "<thư mục>")
    return _CODE.sub("·" * 10, text)
