"""The process that reads: workbooks come in on standard input, sheets go out as data.

It imports nothing but the reader, so that it starts in no time and has nothing to lose.
"""

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from python_calamine import CalamineError, PasswordError

from partyroll.read.guard.cell_fonts import known_fonts
from partyroll.read.guard.cell_marks import known_marks
from partyroll.read.guard.sheets import open_sheets
from partyroll.read.guard.wire import Target, chunks, packed_rows, receive, send


def main() -> None:
    """Answer until the other side closes its end."""
    gc.disable()  # cells are many and hold no cycles
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and decides
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            kind, memory, content, *about = cast("list[object]", receive(requests))
        except EOFError:
            return
        try:
            allowed, workbook = cast("int", memory), cast("bytes", content)
            if kind == "fonts":
                send(answers, _fonts(allowed, workbook, about))
            elif kind == "marks":
                send(answers, _marks(allowed, workbook, about))
            else:
                send(answers, _outcome(answers, allowed, workbook))
            answers.flush()
        except BrokenPipeError:
            os._exit(0)  # nobody is left to tell, not even at the end of the interpreter


def _fonts(memory: int, content: bytes, about: list[object]) -> list[object]:
    sheet, addresses = cast("tuple[str, list[str]]", about)
    with _memory_of(memory):
        return ["fonts", known_fonts(content, sheet, addresses)]


def _marks(memory: int, content: bytes, about: list[object]) -> list[object]:
    (sheets,) = cast("tuple[list[str]]", about)
    with _memory_of(memory):
        return ["marks", [[*mark] for mark in known_marks(content, sheets)]]


def _outcome(answers: Target, memory: int, content: bytes) -> list[str]:
    try:
        with _memory_of(memory):
            _send_sheets(answers, content)
    except PasswordError:
        return ["refused", "password"]
    except CalamineError:
        return ["refused", "broken"]
    except MemoryError:
        return ["refused", "memory"]
    return ["done"]


def _send_sheets(answers: Target, content: bytes) -> None:
    for head, rows in open_sheets(content):
        send(answers, ["sheet", head.name, head.hidden, head.merges])
        for chunk in chunks(rows):
            send(answers, ["rows", packed_rows(chunk)])


@contextmanager
def _memory_of(allowance: int) -> Iterator[None]:
    """Let this process grow by `allowance` bytes and no more, where the system can do that."""
    if sys.platform != "linux":
        yield
        return
    import resource  # noqa: PLC0415 – not on every system

    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    cap = pages * resource.getpagesize() + allowance
    resource.setrlimit(resource.RLIMIT_AS, (cap, hardest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (hardest, hardest))
