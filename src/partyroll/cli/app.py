"""The application: its global options and its overview, examples first."""

from typing import Annotated

import typer

from partyroll import __version__
from partyroll.cli.commands import Overview
from partyroll.cli.options import DEFAULT_LEDGER, LedgerOption, QuietOption, common

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
