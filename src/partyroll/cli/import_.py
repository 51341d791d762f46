"""`partyroll import FILE...`."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    Common,
    DryRunOption,
    JsonOption,
    LedgerOption,
    QuietOption,
    common,
)

if TYPE_CHECKING:
    from partyroll.tasks.imports import ImportResult


class OldText(StrEnum):
    """What text without its font may be stored in."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    UNICODE = "unicode"


def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="TỆP", help="Tệp Excel cần nhập.")],
    unit: Annotated[
        str,
        typer.Option("--unit", metavar="TÊN", help="Chi bộ của tệp, khi trong tệp không ghi."),
    ] = "",
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="CỘT=MỤC",
            help="Cột này là mục nào (HVT=full_name, F=card_no, Cột lạ=-), trang này là bảng"
            " gì (Sheet1=dues); ghi được nhiều lần, được nhớ cho tệp cùng tiêu đề.",
        ),
    ] = None,
    encoding: Annotated[
        OldText | None,
        typer.Option(
            "--encoding",
            metavar="MÃ",
            help="Bảng mã của chữ cũ: tcvn3, vni hoặc unicode; thường máy tự nhận ra.",
        ),
    ] = None,
    book_date: Annotated[
        str,
        typer.Option(
            "--book-date",
            metavar="NGÀY",
            help="Sổ đảng phí, sổ sinh hoạt ghi đến ngày nào, khi trong tệp không ghi"
            " (không có thì tính đến ngày nhập): ô trống của tháng sau đó không tính.",
        ),
    ] = "",
    dry_run: DryRunOption = False,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes",
            help="Vẫn ghi dù có dấu hiệu ghép sai cột, trả lời trái với sổ; sau khi đã xem.",
        ),
    ] = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Nhập tệp Excel: danh sách, đảng phí, sinh hoạt, ra khỏi Đảng, xếp loại và các bảng khác.

    Còn nhận: đi làm ăn xa, nguồn kết nạp, tổ chức đảng, danh sách rà soát đã điền,
    phiếu chuyển sinh hoạt. Chưa có tệp: partyroll template.

    Dòng đúng vào sổ, dòng sai để lại kèm địa chỉ ô và cách sửa. Nhập lại cùng một tệp không
    làm thay đổi gì. Mã kết thúc: 0 xong, 1 tệp không đọc được, 3 xong nhưng có dòng, ô để
    lại, 4 dừng vì có dấu hiệu ghép sai cột, chưa ghi gì.
    """
    at = common(context, ledger, quiet=quiet)
    wanted = Wanted(
        tuple(files),
        unit,
        tuple(map_ or ()),
        encoding.value if encoding else "",
        book_date,
        dry_run=dry_run,
        accepted=yes,
    )
    result = imported(at, wanted)
    if json:
        from partyroll.cli.contracts.import_ import import_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(import_envelope(result, at)))
    else:
        from partyroll.cli.import_screen import tell

        tell(result, at)
    return ending(result)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files are imported, and what was said of them."""

    files: tuple[Path, ...]
    unit: str = ""
    maps: tuple[str, ...] = ()
    encoding: str = ""
    book_date: str = ""
    dry_run: bool = False
    accepted: bool = False


def imported(at: Common, wanted: Wanted) -> "ImportResult":
    """Import files; rows that stay out go back in a workbook beside the desk."""
    from partyroll.read.cage import Cage
    from partyroll.read.guard.limits import limits_of_office
    from partyroll.tasks.choosing import past_day
    from partyroll.tasks.handing_back import hand_back
    from partyroll.tasks.importing import import_files
    from partyroll.tasks.imports import ImportRequest

    settings = at.settings()
    kept_until = past_day("--book-date", wanted.book_date, at.now.date())
    request = ImportRequest(
        files=wanted.files,
        ledger=at.ledger,
        actor=at.actor,
        now=at.now,
        dry_run=wanted.dry_run,
        unit=wanted.unit,
        encoding=wanted.encoding,
        book_date=min(kept_until.last, at.now.date()) if kept_until else None,
        headings=settings.headings,
        maps=wanted.maps,
        sensitive=settings.sensitive,
        limits=settings.gate,
        accepted=wanted.accepted,
    )
    with Cage(limits_of_office(**dict(settings.reading.stated()))) as cage:
        request = replace(request, opener=cage)
        result = import_files(request, progress=at.screen.progress)
        result = hand_back(request, result, folder=Path())
    _answer_letters(at, result)
    return result


def _answer_letters(at: Common, result: "ImportResult") -> None:
    """Write the answers to letters whose members were taken in at once."""
    received = tuple(number for file in result.files for number in file.received)
    if result.change is None or not received:
        return
    from partyroll.cli.slip_files import write_answers

    for path in write_answers(at, received):
        at.screen.note(f"Đã ghi phiếu báo {path}: gửi cho nơi đi.")


def ending(result: "ImportResult") -> int:
    """Return the code by which an import ends."""
    if result.gate.stopped:
        return 4
    left = result.set_aside or result.cells_left or result.refused or result.answers_left
    return 3 if left else 0
