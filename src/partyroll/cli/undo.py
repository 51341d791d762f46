"""`partyroll undo [CHANGE]`."""

from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    Common,
    DryRunOption,
    JsonOption,
    LedgerOption,
    QuietOption,
    YesOption,
    clock_text,
    common,
)
from partyroll.messages import CHANGE, FACT, STAYED

if TYPE_CHECKING:
    from partyroll.store.history import ChangeRecord
    from partyroll.store.kept import Stayed
    from partyroll.tasks.keeping import TakenBack


def undo(
    context: typer.Context,
    change: Annotated[
        int | None,
        typer.Argument(metavar="SỐ", help="Số của thay đổi; không gõ = thay đổi cuối cùng."),
    ] = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Hoàn tác một lần ghi: điều nó thêm được rút lại, điều nó thay được trả về.

    Điều lần ghi sau đã sửa hoặc dựa vào thì giữ lại, nói rõ của ai và vì lần ghi nào. Không
    xóa gì khỏi lịch sử. Mã kết thúc: 0 xong, 1 không hoàn tác được, 10 chưa có sổ.
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
    if json:
        from partyroll.cli.contracts.undo import undo_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(undo_envelope(done, at, dry_run=dry_run)))
        return 0
    _tell(done, at, dry_run=dry_run)
    return 0


def _tell(done: "TakenBack", at: Common, *, dry_run: bool) -> None:
    will = "Sẽ rút lại" if dry_run else "Đã rút lại"
    undone = done.undone
    at.screen.say(f"{will} {undone.closed} dòng, trả về {undone.reopened} dòng.")
    if done.kept:
        at.screen.say("Giữ lại:")
    for one in done.kept:
        at.screen.say(f"  {_line(one)}", prose=True)
    if done.impossible:
        at.screen.say("Không trả về được như cũ:")
    for one in done.impossible:
        at.screen.say(f"  {_line(one)}", prose=True)


def _line(one: "Stayed") -> str:
    name = FACT.get(one.table, one.table)
    later = f"thay đổi số {one.change}" if one.change is not None else "lần ghi sau"
    whose = ", ".join(one.names)
    if one.people > len(one.names):
        whose += f" và {one.people - len(one.names)} người nữa"
    told = f"{one.count} dòng ({name}): {STAYED[one.why].format(later=later)}"
    return f"{told}; của {whose}" if whose else told
