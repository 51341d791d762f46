"""A transfer on the screen: what was written, which files, who does what next."""

from typing import TYPE_CHECKING

from partyroll.messages import TRANSFER_KIND, TRANSFER_STATE, TRANSFER_WAY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from partyroll.cli.screen import Screen
    from partyroll.model import Slip, Transfer
    from partyroll.tasks.transferring.finding import Told

_TITLES = ("Số", "Họ và tên", "Chi bộ", "Chiều", "Loại", "Nơi bên kia", "Ngày", "Tình trạng")
_NEXT = {
    "LETTER": "Gửi tệp {file} cho nơi đến; nhận phiếu báo thì nhập: partyroll import TỆP.",
    "ANSWER": "Gửi tệp {file} cho nơi đi.",
    "MONTHS": "Gửi tệp {file} cho nơi đi; nơi đi nhập vào sổ: partyroll import TỆP.",
}


def show_transfer(told: "Told", screen: "Screen") -> None:
    """Print how a transfer stands."""
    screen.table(_TITLES, [_row(told)])


def tell_files(paths: "Sequence[Path]", slip: "Slip", screen: "Screen") -> None:
    """Say which files were written, and who does what with them."""
    for path in paths:
        screen.note(f"Đã ghi {path}")
    screen.note(_NEXT[slip.kind].format(file=paths[0].name), prose=True)


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
