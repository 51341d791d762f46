"""`partyroll admission list|add|step|end|target|results`."""

import typer

from partyroll.cli.pages import Command, Noun
from partyroll.cli.registers import register_list
from partyroll.messages import ADMISSION_PART

admission = typer.Typer(
    cls=Noun,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="""Kết nạp: hồ sơ đang ở bước nào, còn thiếu gì, ai sắp hết dự bị; chỉ tiêu, kết quả.

    Phần mềm nêu việc và thời hạn; xét, quyết định là việc của chi bộ và cấp có thẩm quyền.
    """,
)


@admission.callback()
def _opening(context: typer.Context) -> None:
    """Show the help page where no verb was typed."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


_opening.__doc__ = admission.info.help


admission.command("list", cls=Command)(
    register_list(
        "admission",
        "Hồ sơ kết nạp đang mở và đảng viên dự bị: bước gần nhất, việc cần làm, thời hạn.",
        parts=", ".join(ADMISSION_PART),
    )
)
