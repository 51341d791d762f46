"""The application: global options and the list of commands, examples first."""

from typing import Annotated

import typer

from partyroll import __version__
from partyroll.cli.answer import answer
from partyroll.cli.backup import backup
from partyroll.cli.check import check
from partyroll.cli.config import config
from partyroll.cli.excuse import excuse
from partyroll.cli.flag import flag
from partyroll.cli.history import history
from partyroll.cli.import_ import import_
from partyroll.cli.init import init
from partyroll.cli.list import list_
from partyroll.cli.options import DEFAULT_LEDGER, LedgerOption, QuietOption, common
from partyroll.cli.pages import Command, Overview
from partyroll.cli.report import report
from partyroll.cli.restore import restore
from partyroll.cli.review import review
from partyroll.cli.show import show
from partyroll.cli.template import template
from partyroll.cli.undo import undo
from partyroll.cli.units import units

OVERVIEW = """partyroll: sổ đảng viên từ những tệp Excel sẵn có. Phần mềm chỉ lập danh sách để
xem xét; mọi kết luận là của chi bộ, cấp ủy.

Ví dụ:

\b
  partyroll import roster.xlsx         nhập danh sách, sổ đảng phí, sổ sinh hoạt
  partyroll flag --months 3            ai cần chi bộ xem xét
  partyroll report 2020-2025 --xlsx    báo cáo nhiệm kỳ
"""

app = typer.Typer(
    cls=Overview,
    add_completion=True,
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # a traceback is no message for a clerk
    rich_markup_mode=None,  # plain help: quicker, and no markup to trip over
    help=OVERVIEW,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from partyroll.store.schema import VERSION

        typer.echo(f"partyroll {__version__} (sổ phiên bản {VERSION})")
        raise typer.Exit


@app.callback()
def partyroll(
    context: typer.Context,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
    lang: Annotated[
        str,
        typer.Option(
            envvar="PARTYROLL_LANG", metavar="vi", help="Ngôn ngữ: vi (tiếng Anh sẽ có sau)."
        ),
    ] = "vi",
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="In phiên bản."),
    ] = False,
) -> None:
    """Keep what was said before the command."""
    if lang != "vi":
        message = 'mới có tiếng Việt ("vi")'
        raise typer.BadParameter(message, param_hint="--lang")
    context.obj = common(context, ledger or DEFAULT_LEDGER, quiet=quiet)


partyroll.__doc__ = OVERVIEW

for _command, _name in (
    (import_, "import"),
    (flag, "flag"),
    (report, "report"),
    (list_, "list"),
    (show, "show"),
    (check, "check"),
    (answer, "answer"),
    (undo, "undo"),
    (history, "history"),
    (template, "template"),
    (init, "init"),
    (backup, "backup"),
    (restore, "restore"),
    (config, "config"),
):
    app.command(_name, cls=Command)(_command)

app.add_typer(excuse, name="excuse")
app.add_typer(review, name="review")
app.add_typer(units, name="units")
