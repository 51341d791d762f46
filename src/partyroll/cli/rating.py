"""`partyroll rating list|check`."""

import typer

from partyroll.cli.pages import Command, Noun
from partyroll.cli.registers import register_list

rating = typer.Typer(
    cls=Noun,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="""Xếp loại đảng viên hằng năm: từng bước, từng năm, những chỗ cần rà soát lại.

    Phần mềm chỉ đối chiếu với sổ; đánh giá, xếp loại là việc của chi bộ và cấp ủy.
    """,
)


@rating.callback()
def _opening(context: typer.Context) -> None:
    """Show the help page where no verb was typed."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


_opening.__doc__ = rating.info.help

_LIST = "Mọi người của một năm: tự xếp loại, chi bộ, cấp ủy, chỗ khác nhau, các năm trước."
_CHECK = (
    "Những chỗ cần rà soát trong xếp loại một năm (L1 đến L10), theo đơn vị và người, kèm căn"
    " cứ."
)
rating.command("list", cls=Command)(register_list("rating", _LIST, yearly=True))
rating.command("check", cls=Command)(
    register_list("rating", _CHECK, verb="check", yearly=True, todo=True)
)
