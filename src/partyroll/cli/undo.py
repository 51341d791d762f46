"""`partyroll undo [CHANGE]`."""

from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    DryRunOption,
    LedgerOption,
    QuietOption,
    YesOption,
    clock_text,
    common,
)
from partyroll.messages import CHANGE, FACT

if TYPE_CHECKING:
    from partyroll.store.changes import ChangeRecord


def undo(
    context: typer.Context,
    change: Annotated[
        int | None,
        typer.Argument(metavar="SỐ", help="Số của thay đổi; không gõ = thay đổi cuối cùng."),
    ] = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Hoàn tác một lần ghi: điều nó thêm được rút lại, điều nó thay được trả về.

    Không xóa gì khỏi lịch sử. Mã kết thúc: 0 xong, 1 không hoàn tác được, 10 chưa có sổ.
    """
    from partyroll.tasks.keeping import undo as undo_task

    at = common(context, ledger, quiet=quiet)

    def agree(record: "ChangeRecord") -> bool:
        told = f"{CHANGE.get(record.kind, record.kind)} {record.note}".strip()
        at.screen.note(f"Thay đổi số {record.number}, {clock_text(record.at)}: {told}")
        if yes or dry_run or change is not None:
            return True
        return at.screen.ask("Hoàn tác thay đổi này?") is not False

    done = undo_task(
        at.ledger, change, actor=at.actor, now=at.now, dry_run=dry_run, agree=agree
    )
    if done is None:
        at.screen.note("Sổ giữ nguyên.")
        return 0
    will = "Sẽ rút lại" if dry_run else "Đã rút lại"
    at.screen.say(f"{will} {done.closed} dòng, trả về {done.reopened} dòng.")
    for kept in done.kept:
        name = FACT.get(kept.table, kept.table)
        at.screen.say(
            f"Giữ lại {kept.count} dòng ({name}): lần ghi sau đã dựa vào hoặc đã sửa."
        )
    return 0
