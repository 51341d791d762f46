"""`partyroll menu`: guided use; every step shows the command that it runs."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import typer

from partyroll.cli.jobs import Groups, Job, Kind, Page, Question
from partyroll.cli.options import DEFAULT_LEDGER, Common, LedgerOption, QuietOption, common

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv"})
_OFFERED = 9
_DONE = frozenset({0, 3})  # endings after which there is a result to write
_FILE = {"--xlsx": "Excel", "--docx": "Word", "--html": "trang web"}
_AGAIN = "Chưa hiểu; hãy gõ một số trong danh sách."


class _Left(Exception):
    """Whoever sits there has typed nothing more: the menu ends."""


class _Back(Exception):
    """Enter alone where an answer is needed: back to the page."""


def menu(
    context: typer.Context, ledger: LedgerOption = None, quiet: QuietOption = False
) -> int:
    """Chọn việc bằng số, không phải nhớ lệnh; mỗi bước cho xem lệnh nó chạy.

    Mã kết thúc: 0 xong; lệnh bên trong tự báo lỗi của nó.
    """
    from partyroll.cli.job_pages import MENU

    at = common(context, ledger, quiet=quiet)
    try:
        _turn(at, MENU, "chỉ Enter là thoát")
    except _Left:
        at.screen.say()
    at.screen.say("Đã thoát.")
    return 0


def _turn(at: Common, groups: Groups, leaving: str) -> None:
    """Offer the jobs of a page again and again, until Enter alone."""
    offers = [offer for of_group in groups.values() for offer in of_group]
    while True:
        _show(at, groups, leaving)
        try:
            chosen = offers[_number("Việc số", len(offers)) - 1]
        except _Back:
            return
        if isinstance(chosen, Page):
            _turn(at, {chosen.words: chosen.jobs}, "chỉ Enter là quay lại, Ctrl+C là thoát")
        else:
            _do(at, chosen)


def _show(at: Common, groups: Groups, leaving: str) -> None:
    at.screen.say()
    number = 0
    for heading, offers in groups.items():
        at.screen.say(heading)
        for offer in offers:
            number += 1
            more = " …" if isinstance(offer, Page) else ""
            at.screen.say(f"  {number:>2}  {offer.words}{more}")
    at.screen.say(f"Gõ số của việc rồi Enter; {leaving}.")


# --- What is typed ------------------------------------------------------------------------
def _read(words: str) -> str:
    """Return the line that somebody types; the end of what is typed ends the menu."""
    print(f"{words}: ", end="", flush=True)  # noqa: T201 (the answer goes on the same line)
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        raise _Left from None
    if not line:
        raise _Left
    return line.strip()


def _number(words: str, last: int) -> int:
    """Return a number up to `last`; Enter alone goes back."""
    while True:
        typed = _read(words)
        if not typed:
            raise _Back
        if typed.isdecimal() and 1 <= int(typed) <= last:
            return int(typed)
        print(_AGAIN)  # noqa: T201 (a prompt, beside the others)


def _answer(question: Question) -> list[str]:
    """Return what an answer adds to the command."""
    typed = _typed(question)
    if question.needed and not typed:
        raise _Back
    text = typed or question.default
    return [*([question.option] if question.option else []), text] if text else []


def _typed(question: Question) -> str:
    words = f"{question.words}{_on_enter(question)}"
    if question.kind is Kind.FILE:
        return _file()
    return _chosen(words, question.choices) if question.choices else _read(words)


def _on_enter(question: Question) -> str:
    """Return what Enter alone does."""
    meant = question.empty or question.default or ("quay lại" if question.needed else "")
    return f" (Enter = {meant})" if meant else ""


def _chosen(words: str, choices: Mapping[str, str]) -> str:
    """Return one of several things by its number; Enter alone is none of them."""
    for number, told in enumerate(choices.values(), start=1):
        print(f"  {number:>2}  {told}")  # noqa: T201 (same)
    try:
        return list(choices)[_number(words, len(choices)) - 1]
    except _Back:
        return ""


def _file() -> str:
    """Return the path of a workbook: one of the folder by its number, or as it is typed."""
    found = _workbooks(Path())
    for number, path in enumerate(found, start=1):
        print(f"  {number:>2}  {path.name}")  # noqa: T201 (same)
    by_number = "Số của tệp, hoặc kéo tệp vào đây" if found else "Tệp (kéo tệp vào đây)"
    typed = _read(f"{by_number} (Enter = quay lại)")
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
    try:
        answers = [_answer(one) for one in job.questions]
    except _Back:
        return
    arguments = [*job.command, *(part for answer in answers for part in answer)]
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
