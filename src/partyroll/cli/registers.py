"""What every register can do when typed: its `list`, for people, for programs, as files.

A noun hands over where its `SOURCE` is; nothing of it is imported before it is asked for.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field, replace
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
    from partyroll.model import Register
    from partyroll.tasks.registers.looking import RegisterSource, View

TodoOption = Annotated[bool, typer.Option("--todo", help="Chỉ những dòng còn việc cần làm.")]
OnlyOption = Annotated[
    str, typer.Option("--only", metavar="PHẦN", help="Chỉ một phần của danh sách.")
]
YearOption = Annotated[
    int | None, typer.Option("--year", metavar="NĂM", help="Năm; mặc định năm gần nhất.")
]
OnePersonArgument = Annotated[
    str, typer.Argument(metavar="[NGƯỜI]", help="Chỉ một người: họ tên, số thẻ.")
]
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
    facts: bool = False,
    of_one: bool = False,
) -> Callable[..., int]:
    """Return the `list` of the register in `tasks.registers.<noun>`, or in its `module`.

    `parts` tells in words what `--only` may name; without any there is no such option, and
    without `yearly` no year.  With `todo` only what needs doing is shown at all; of `facts`
    nothing does.  `of_one`: one person may be named, whose id then is the part.
    """

    def list_(
        context: typer.Context,
        member: OnePersonArgument = "",
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
        if member:
            wanted = replace(wanted, only=_person(member, wanted, at))
        return show_register(f"{noun} {verb}".strip(), module or noun, wanted, at)

    list_.__doc__ = f"{summary}\n\n{f'--only: {parts}. ' if parts else ''}{_ENDINGS}"
    useless = {
        "year": not yearly,
        "only": not parts,
        "todo_": todo or facts,
        "member": not of_one,
    }
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
        from partyroll.cli.register_screen import tell_register

        tell_register(found, at, source.register.parts.get(wanted.only, ""))
    write_wanted(
        at,
        wanted.files,
        found.register.file,
        workbook=partial(register_paper, found),
        letters=partial(register_letters, found),
    )
    return 0


def _person(member: str, wanted: Wanted, at: Common) -> str:
    from partyroll.tasks.signs import person_named

    day, known = day_or(wanted.as_of, at.today), knowledge(at, wanted.known_at)
    return person_named(at.ledger, member, day, unit=wanted.unit, known_at=known)


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
