"""A transfer on the screen: what was written, which files, who does what next."""

from pathlib import Path
from typing import TYPE_CHECKING

from partyroll.cli.options import Common
from partyroll.messages import TRANSFER_KIND, TRANSFER_STATE, TRANSFER_WAY

if TYPE_CHECKING:
    from partyroll.model import Transfer
    from partyroll.tasks.registers.writing import Saved
    from partyroll.tasks.transferring.finding import Told

_TITLES = ("Số", "Họ và tên", "Chi bộ", "Chiều", "Loại", "Nơi bên kia", "Ngày", "Tình trạng")
_NEXT = {
    "LETTER": "Gửi tệp {file} cho nơi đến; nhận phiếu báo thì nhập: partyroll import TỆP.",
    "ANSWER": "Gửi tệp {file} cho nơi đi.",
    "MONTHS": "Gửi tệp {file} cho nơi đi; nơi đi nhập vào sổ: partyroll import TỆP.",
}


def tell_transfer(
    done: "Saved[Told]", at: Common, paths: list[Path], *, dry_run: bool, printing: bool
) -> None:
    """Say what was written and what comes next."""
    told = done.told
    at.screen.table(_TITLES, [_row(told)])
    if printing:
        at.screen.note("In lại phiếu; sổ không thay đổi.")
    elif not done.new:
        at.screen.note("Sổ đã ghi điều này rồi, không ghi thêm.")
    elif dry_run:
        at.screen.note("Sẽ ghi như trên; sổ chưa bị thay đổi, chưa viết phiếu.")
    else:
        at.screen.note(f"Thay đổi số {done.change}. Hoàn tác: partyroll undo {done.change}")
    for path in paths:
        at.screen.note(f"Đã ghi {path}")
    if paths and told.slip is not None:
        at.screen.note(_NEXT[told.slip.kind].format(file=paths[0].name), prose=True)


def _row(told: "Told") -> tuple[str | int | None, ...]:
    one = told.transfer
    return (
        one.number,
        told.person.full_name,
        told.unit,
        TRANSFER_WAY["out" if one.out else "in"],
        TRANSFER_KIND[one.kind],
        one.place,
        _day(one),
        TRANSFER_STATE[one.state],
    )


def _day(one: "Transfer") -> str | None:
    day = one.answered_on or one.issued_on or one.caused_on
    return day.vi if day else None
