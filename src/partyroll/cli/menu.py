"""`partyroll menu`: guided use; every step shows the command that it runs."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from partyroll.cli.jobs import JOBS, Job, Kind, Question
from partyroll.cli.options import DEFAULT_LEDGER, Common, LedgerOption, QuietOption, common

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv"})
_OFFERED = 9
_DONE = frozenset({0, 3})  # endings after which there is a result to write
_FILE = {"--xlsx": "Excel", "--docx": "Word", "--html": "trang web"}
_AGAIN = "Chưa hiểu; hãy gõ một số trong danh sách."


class _Left(Exception):
    """Whoever sits there has typed nothing more: the menu ends."""


def menu(
    context: typer.Context, ledger: LedgerOption = None, quiet: QuietOption = False
) -> int:
    """Chọn việc bằng số, không phải nhớ lệnh; mỗi bước cho xem lệnh nó chạy.

    Mã kết thúc: 0 xong; lệnh bên trong tự báo lỗi của nó.
    """
    at = common(context, ledger, quiet=quiet)
    jobs = [job for of_group in JOBS.values() for job in of_group]
    try:
        while True:
            _offer(at)
            _do(at, jobs[_number("Việc số", len(jobs)) - 1])
    except _Left:
        at.screen.say("Đã thoát.")
    return 0


def _offer(at: Common) -> None:
    at.screen.say()
    number = 0
    for heading, jobs in JOBS.items():
        at.screen.say(heading)
        for job in jobs:
            number += 1
            at.screen.say(f"  {number:>2}  {job.words}")
    at.screen.say("Gõ số của việc rồi Enter; chỉ Enter là thoát.")


# --- What is typed ------------------------------------------------------------------------
def _read(words: str) -> str:
    """Return the line that somebody types; the end of what is typed ends the menu."""
    print(f"{words}: ", end="", flush=True)  # noqa: T201 (the answer goes on the same line)
    line = sys.stdin.readline()
    if not line:
        raise _Left
    return line.strip()


def _number(words: str, last: int) -> int:
    """Return a number up to `last`; Enter alone ends the menu."""
    while True:
        typed = _read(words)
        if not typed:
            raise _Left
        if typed.isdecimal() and 1 <= int(typed) <= last:
            return int(typed)
        print(_AGAIN)  # noqa: T201 (a prompt, beside the others)


def _answer(question: Question) -> list[str]:
    """Return what an answer adds to the command."""
    words = f"{question.words} (Enter = {question.default})" if question.default else ""
    typed = _file() if question.kind is Kind.FILE else _read(words or question.words)
    while question.needed and not typed:
        typed = _read(question.words)
    text = typed or question.default
    return [*([question.option] if question.option else []), text] if text else []


def _file() -> str:
    """Return the path of a workbook: one of the folder by its number, or as it is typed."""
    found = _workbooks(Path())
    for number, path in enumerate(found, start=1):
        print(f"  {number:>2}  {path.name}")  # noqa: T201 (same)
    typed = _read("Số của tệp, hoặc kéo tệp vào đây" if found else "Tệp (kéo tệp vào đây)")
    if typed.isdecimal() and 1 <= int(typed) <= len(found):
        return found[int(typed) - 1].name
    return typed.strip("'\"")


def _workbooks(folder: Path) -> list[Path]:
    """Return the workbooks of a folder, the newest first; a lock file is none."""
    found = [
        path
        for path in folder.iterdir()
        if path.suffix.lower() in _WORKBOOKS and not path.name.startswith(("~$", "."))
    ]
    return sorted(found, key=lambda path: -path.stat().st_mtime)[:_OFFERED]


# --- What is run --------------------------------------------------------------------------
def _do(at: Common, job: Job) -> None:
    """Run a job, then once more for each file that is wanted of it."""
    arguments = [*job.command, *(part for one in job.questions for part in _answer(one))]
    if _run(at, arguments) not in _DONE:
        return
    for option in job.files:
        if _yes(f"Ghi ra tệp {_FILE[option]}?"):
            _run(at, [*arguments, option])


def _yes(question: str) -> bool:
    return _read(f"{question} [c/K]").casefold() in {"c", "có", "co", "y", "yes"}


def _run(at: Common, arguments: Sequence[str]) -> int:
    """Show a command as it could be typed, and run it."""
    from partyroll.cli.run import main

    every = [*_ledger(at), *arguments]
    at.screen.say()
    at.screen.say(f"$ partyroll {' '.join(map(_as_typed, every))}")
    return main(every, now=at.now)


def _ledger(at: Common) -> Iterator[str]:
    if at.ledger != DEFAULT_LEDGER:
        yield from ("--ledger", str(at.ledger))


def _as_typed(argument: str) -> str:
    """Return an argument as it is typed in any window, Windows' too."""
    return f'"{argument}"' if " " in argument else argument
