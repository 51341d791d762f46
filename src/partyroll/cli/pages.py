"""Help pages in the user's language, with the commands in groups.

Typer prints them through its own formatter and has no place for headings: only the words and
the order of the overview are ours.
"""

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

import typer
from typer._click.core import Context
from typer._click.formatting import HelpFormatter  # the minor range is pinned for this
from typer.core import TyperCommand, TyperGroup

from partyroll.cli.combining import refuse_clash

_HEADINGS = {"Arguments": "Tham số", "Options": "Tùy chọn", "Commands": "Lệnh"}
_PHRASES = {
    "Show this message and exit.": "Xem hướng dẫn này.",
    "Install completion for the current shell.": "Cài gợi ý lệnh cho cửa sổ đang dùng.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "In đoạn mã gợi ý lệnh, để tự cài."
    ),
    "[required]": "[bắt buộc]",
    "env var:": "biến môi trường:",
    "default:": "mặc định:",
    "[1<=x<=12]": "[từ 1 đến 12]",
}
_TYPE = re.compile(r" <\w+(\[\w+\])?>")  # the type beside a name that says enough


class Page(HelpFormatter):
    """Writes a help page with Vietnamese words."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that says how to type the command."""
        pieces = args.replace("COMMAND [ARGS]...", "LỆNH ...").replace("OPTIONS", "TÙY CHỌN")
        plain = pieces.replace("{", "").replace("}", "")
        super().write_usage(prog, plain, prefix or "Cách gõ: ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(
        self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write terms and what they mean."""
        translated = [(_TYPE.sub("", term), _in_words(text)) for term, text in rows]
        super().write_dl(translated, col_max, col_spacing)


def _in_words(text: str) -> str:
    for english, vietnamese in _PHRASES.items():
        text = text.replace(english, vietnamese)
    return text


class HelpContext(typer.Context):
    """A context whose help pages are in Vietnamese."""

    formatter_class = Page


class Command(TyperCommand):
    """A command whose help is in Vietnamese, and whose options must go together."""

    context_class = HelpContext

    def invoke(self, ctx: Context) -> object:
        """Run the command; options of which one would do nothing are refused before."""
        refuse_clash(ctx)
        return super().invoke(ctx)


class _Writer(Protocol):
    def section(self, name: str) -> AbstractContextManager[None]: ...

    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None: ...


class Noun(TyperGroup):
    """A noun with several verbs, each with its first sentence."""

    context_class = HelpContext

    def invoke(self, ctx: Context) -> object:
        """Run the noun itself, or its verb; options that go with nothing are refused."""
        refuse_clash(ctx)
        return super().invoke(ctx)

    def format_commands(self, _ctx: object, formatter: _Writer) -> None:
        """Write the verbs in the order in which they were given."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (name, command.get_short_help_str(200))
                    for name, command in self.commands.items()
                ]
            )


def noun(name: str, words: str) -> typer.Typer:
    """Return a noun without verbs yet; typed alone it shows its help page."""
    made = typer.Typer(
        name=name,
        cls=Noun,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
    )

    def opening(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            typer.echo(context.get_help())

    opening.__doc__ = words
    made.callback()(opening)
    return made
