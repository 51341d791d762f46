"""`partyroll restore BACKUP`."""

from pathlib import Path
from typing import Annotated

import typer

from partyroll.cli.options import LedgerOption, QuietOption, common


def restore(
    context: typer.Context,
    backup: Annotated[Path, typer.Argument(metavar="TỆP", help="Bản sao lưu cần khôi phục.")],
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Đặt một bản sao lưu đã kiểm tra vào chỗ của sổ; sổ cũ được giữ lại bên cạnh.

    Mã kết thúc: 0 xong, 1 bản sao lưu không dùng được.
    """
    from partyroll.tasks.keeping import restore_backup

    at = common(context, ledger, quiet=quiet)
    kept = restore_backup(backup, at.ledger, now=at.now)
    at.screen.say(f"Đã khôi phục {at.ledger}.")
    if kept is not None:
        at.screen.note(f"Sổ cũ được giữ ở: {kept}")
    return 0
