"""`partyroll backup`."""

from typing import Annotated

import typer

from partyroll.cli.options import LedgerOption, QuietOption, common


def backup(
    context: typer.Context,
    listing: Annotated[bool, typer.Option("--list", help="Xem các bản sao lưu đã có.")] = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Sao lưu sổ và kiểm tra bản sao; bản sao nằm trong thư mục cạnh sổ.

    Mã kết thúc: 0 xong, 10 chưa có sổ.
    """
    from partyroll.tasks.keeping import all_backups, back_up

    at = common(context, ledger, quiet=quiet)
    if not listing:
        made = back_up(at.ledger, now=at.now)
        at.screen.note(f'Đã sao lưu và kiểm tra. Khôi phục: partyroll restore "{made.path}"')
        at.screen.say(str(made.path))
        return 0
    rows = [
        (f"{one.made:%d/%m/%Y %H:%M}", one.number, one.head, str(one.path))
        for one in all_backups(at.ledger)
    ]
    at.screen.table(("Lúc", "Thay đổi", "Mã", "Tệp"), rows)
    at.screen.note(f"{len(rows)} bản sao lưu.")
    return 0
