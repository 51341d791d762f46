"""What every register can do when typed: its `list`, on screen, for programs, as files.

A noun hands over where its `SOURCE` is; nothing of it is imported before it is asked for.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    AsOfOption,
    Common,
    CsvOption,
    DocxOption,
    FilesWanted,
    ForceOption,
    JsonOption,
    KnownAtOption,
    LedgerOption,
    OutOption,
    QuietOption,
    UnitOption,
    XlsxOption,
    common,
    day_or,
    knowledge,
)

if TYPE_CHECKING:
    from partyroll.model import CellValue, Column, Line, Matter, Register
    from partyroll.tasks.registers.looking import RegisterSource, View

TodoOption = Annotated[bool, typer.Option("--todo", help="Chỉ những dòng còn việc cần làm.")]
OnlyOption = Annotated[
    str, typer.Option("--only", metavar="PHẦN", help="Chỉ một phần của danh sách.")
]
YearOption = Annotated[
    int | None, typer.Option("--year", metavar="NĂM", help="Năm; mặc định năm gần nhất.")
]
_CELLS_SHOWN = 40
_NO_UNIT = "(chưa rõ chi bộ)"
_ALL_DONE = "Mọi việc đã ghi kết quả."
_ENDINGS = "Mã kết thúc: 0 xong (danh sách rỗng cũng là xong), 2 tùy chọn sai, 10 chưa có sổ."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed after the `list` of a register."""

    unit: str = ""
    as_of: str = ""
    known_at: str = ""
    year: int | None = None
    only: str = ""
    todo: bool = False
    json: bool = False
    csv: bool = False
    files: FilesWanted = field(default_factory=FilesWanted)


def register_list(
    noun: str,
    summary: str,
    *,
    verb: str = "list",
    module: str = "",
    parts: str = "",
    yearly: bool = False,
    todo: bool = False,
) -> Callable[..., int]:
    """Return the `list` of the register in `tasks.registers.<noun>`, or in its `module`.

    `parts` tells in words what `--only` may name; without any there is no such option, and
    without `yearly` no year.  With `todo` only what needs doing is shown at all.
    """

    def list_(
        context: typer.Context,
        unit: UnitOption = "",
        year: YearOption = None,
        only: OnlyOption = "",
        todo_: TodoOption = False,
        as_of: AsOfOption = "",
        known_at: KnownAtOption = "",
        xlsx: XlsxOption = False,
        docx: DocxOption = False,
        json: JsonOption = False,
        csv: CsvOption = False,
        out: OutOption = None,
        force: ForceOption = False,
        ledger: LedgerOption = None,
        quiet: QuietOption = False,
    ) -> int:
        files = FilesWanted(xlsx=xlsx, docx=docx, out=out, force=force)
        wanted = Wanted(
            unit, as_of, known_at, year, only, todo_ or todo, json=json, csv=csv, files=files
        )
        at = common(context, ledger, quiet=quiet)
        return show_register(f"{noun} {verb}".strip(), module or noun, wanted, at)

    list_.__doc__ = f"{summary}\n\n{f'--only: {parts}. ' if parts else ''}{_ENDINGS}"
    useless = {"year": not yearly, "only": not parts, "todo_": todo}
    return _without(list_, {name for name, so in useless.items() if so})


def _without(command: Callable[..., int], unused: set[str]) -> Callable[..., int]:
    """Return the command as Typer is to see it: without options that would do nothing."""
    signature = inspect.signature(command)
    kept = [one for name, one in signature.parameters.items() if name not in unused]
    command.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
    return command


def show_register(command: str, noun: str, wanted: Wanted, at: Common) -> int:
    """Show a register as it was asked for, and write the files wanted."""
    from partyroll.cli.files import write_wanted
    from partyroll.tasks.registers.looking import Asked, view
    from partyroll.tasks.registers.papers import register_letters, register_paper

    source = _source(noun)
    wanted = replace(wanted, only=_part_meant(source.register, wanted.only))
    asked = Asked(
        at.ledger,
        day_or(wanted.as_of, at.today),
        at.settings(),
        wanted.unit,
        wanted.year,
        wanted.only,
        knowledge(at, wanted.known_at),
        wanted.todo,
    )
    found = view(source, asked)
    if wanted.json:
        _print_json(command, found, at)
    elif wanted.csv:
        _print_csv(found, at)
    else:
        tell_register(found, at, source.register.parts.get(wanted.only, ""))
    write_wanted(
        at,
        wanted.files,
        found.register.file,
        workbook=partial(register_paper, found),
        letters=partial(register_letters, found),
    )
    return 0


def _source(noun: str) -> "RegisterSource":
    module, _, name = noun.partition(":")
    source: RegisterSource = getattr(
        import_module(f"partyroll.tasks.registers.{module}"), name or "SOURCE"
    )
    return source


def _part_meant(register: "Register", only: str) -> str:
    """Return the part that was typed, by its code or in its words."""
    from partyroll.text import fold

    if not only or not register.parts:
        return only
    for part, words in register.parts.items():
        if fold(only) in {fold(part), fold(words)}:
            return part
    told = "; ".join(f"{part} ({what})" for part, what in register.parts.items())
    message = f"là một trong: {told}"
    raise typer.BadParameter(message, param_hint="--only")


def _print_json(command: str, found: "View", at: Common) -> None:
    from partyroll.cli.contracts.register import register_envelope
    from partyroll.write.json import to_json

    at.screen.raw(to_json(register_envelope(command, found, at)))


def _print_csv(found: "View", at: Common) -> None:
    from partyroll.report.registers import register_table
    from partyroll.tasks.registers.papers import register_page
    from partyroll.write.csv import write_csv

    at.screen.warn_about_csv()
    write_csv(register_table(register_page(found)), at.screen.stream)


# --- On screen ----------------------------------------------------------------------------
def tell_register(found: "View", at: Common, part: str = "") -> None:
    """Print a register, a table for each cell; an empty one says what to import.

    `part` is what was asked for alone, in words.
    """
    screen, register = at.screen, found.register
    says = ("Đang ghi",) * bool(register.columns)
    cells = found.cells
    if screen.for_people and len(cells) > _CELLS_SHOWN:
        _tell_cells(found, at)
        cells = {}
    for path, lines in cells.items():
        unit = path[-1] if path else _NO_UNIT
        # A program that reads the columns must find them in every part of a register.
        to_do = any(line.open for line in lines) if screen.for_people else not register.facts
        titles = (register.subject, *says, *("Việc cần làm", "Đề nghị làm") * to_do)
        rows = [row for line in lines for row in _rows(found, line, to_do=to_do)]
        if screen.for_people:
            screen.table(titles, rows, title=unit)
        else:
            screen.table(("Chi bộ", *titles), [(unit, *row) for row in rows])
    if not found.lines:
        screen.note(_nothing(found, part), prose=True)
    to_count = "" if register.facts else f", {found.matters} việc cần làm"
    counted = f"{len(found.lines)} dòng{to_count}"
    done = f", {found.settled} việc đã xong không hiện" if found.settled else ""
    screen.note(f"{counted}{done}; tính đến ngày {found.as_of:%d/%m/%Y}.")
    if register.notice and found.lines:
        screen.note(register.notice, prose=True)


def _nothing(found: "View", part: str) -> str:
    """Return why nothing is shown: all is done, no line is in the part, nothing came in."""
    if found.settled:
        return _ALL_DONE
    return f"Không có dòng nào thuộc phần: {part}." if part else found.register.empty


def _tell_cells(found: "View", at: Common) -> None:
    """Print how much stands in each cell: one by one they would fill a hundred windows."""
    rows = []
    for path, lines in found.cells.items():
        until = min((line.until for line in lines if line.until), default=None)
        matters = sum(len(line.open) for line in lines)
        day = f"{until:%d/%m/%Y}" if until else ""
        rows.append((path[-1] if path else _NO_UNIT, len(lines), matters, day))
    at.screen.table(("Chi bộ", "Số dòng", "Số việc", "Hạn gần nhất"), rows)
    at.screen.note("Xem từng việc: --unit CHI BỘ, hoặc --xlsx, --docx (mỗi chi bộ một trang).")


def _rows(found: "View", line: "Line", *, to_do: bool) -> "Iterator[tuple[str, ...]]":
    """Yield a row for each matter; who it is about stands on the first."""
    says = (_particulars(found.register, line),) * bool(found.register.columns)
    who = (line.entry.name, *says)
    matters: tuple[Matter | None, ...] = line.open or (None,)
    for place, matter in enumerate(matters):
        named = who if place == 0 else ("",) * len(who)
        told = _matter(matter) if matter else ("", "")
        yield (*named, *told * to_do)


def _matter(matter: "Matter") -> tuple[str, str]:
    from partyroll.report.registers import capital, matter_text

    text = matter_text(matter)
    day = f"{matter.until:%d/%m/%Y}" if matter.until else ""
    until = f"; đến hết ngày {day}" if day not in text else ""
    return f"{text}{until}", capital(matter.step)


def _particulars(register: "Register", line: "Line") -> str:
    """Return what a register says of a line: each value after the title of its column."""
    values = (
        (column.title, _in_words(column, line.entry.values.get(column.key)))
        for column in register.columns
        if column.printed
    )
    return "; ".join(
        f"{title[:1].lower()}{title[1:]}: {words}" for title, words in values if words
    )


def _in_words(column: "Column", value: "CellValue") -> str:
    from partyroll.model import Shape
    from partyroll.period import PartialDate
    from partyroll.text import thousands

    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return value.vi
    if isinstance(value, int) and column.shape is Shape.COUNT:
        return thousands(value)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
