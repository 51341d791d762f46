"""`partyroll init`."""

from typing import Annotated

import typer

from partyroll.cli.options import LedgerOption, QuietOption, common


def init(
    context: typer.Context,
    label: Annotated[
        str, typer.Option("--label", metavar="TÊN", help="Tên của sổ, ví dụ Đảng ủy xã Mẫu.")
    ] = "",
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Tạo một sổ trống (không bắt buộc: lần import đầu tiên tự tạo sổ).

    Mã kết thúc: 0 xong, 1 ở đó đã có tệp.
    """
    from partyroll.tasks.keeping import init_ledger

    at = common(context, ledger, quiet=quiet)
    init_ledger(at.ledger, label=label, now=at.now)
    at.screen.note(f"Đã tạo sổ trống: {at.ledger}. Tiếp theo: partyroll import <tệp Excel>")
    return 0
