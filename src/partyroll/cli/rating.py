"""`partyroll rating import|list|check|unit|screen|remark`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    AsOfOption,
    DocxOption,
    DryRunOption,
    FilesWanted,
    ForceOption,
    HtmlOption,
    JsonOption,
    KnownAtOption,
    LedgerOption,
    MemberArgument,
    MemberUnitOption,
    OutOption,
    QuietOption,
    XlsxOption,
    YesOption,
    common,
    day_or,
    knowledge,
)
from partyroll.cli.pages import Command, noun
from partyroll.cli.registers import register_list
from partyroll.cli.verbs import Given, verb
from partyroll.messages import RATING_SAID

if TYPE_CHECKING:
    from partyroll.cli.screen import Screen
    from partyroll.tasks.rating.writing import Told
    from partyroll.tasks.registers.writing import Saved

rating = noun(
    "rating",
    """Xếp loại đảng viên hằng năm: từng bước, từng năm, những chỗ cần rà soát lại.

    Phần mềm chỉ đối chiếu với sổ; đánh giá, xếp loại là việc của chi bộ và cấp ủy.
    """,
)

_LIST = "Mọi người của một năm: tự xếp loại, chi bộ, cấp ủy, chỗ khác nhau, các năm trước."
_CHECK = (
    "Những chỗ cần rà soát trong xếp loại một năm (L1 đến L10), theo đơn vị và người, kèm căn"
    " cứ."
)
rating.command("list", cls=Command)(register_list("rating", _LIST, yearly=True))
rating.command("check", cls=Command)(
    register_list("rating", _CHECK, verb="check", module="rating:CHECK", yearly=True, todo=True)
)

OfYearOption = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="NĂM",
        min=1930,
        max=2100,
        help="Năm xếp loại; mặc định năm gần nhất có trong sổ.",
    ),
]


@verb(rating, "screen")
def screen(
    given: Given,
    member: MemberArgument,
    year: OfYearOption = None,
    on: Annotated[
        str, typer.Option("--on", metavar="NGÀY", help="Ngày chi bộ họp rà soát.")
    ] = "",
    conclusion: Annotated[
        str, typer.Option("--conclusion", metavar="CHỮ", help="Chi bộ kết luận thế nào.")
    ] = "",
    helper: Annotated[
        str, typer.Option("--helper", metavar="AI", help="Ai được phân công giúp đỡ.")
    ] = "",
    since: Annotated[str, typer.Option("--from", metavar="NGÀY", help="Giúp đỡ từ ngày.")] = "",
    until: Annotated[
        str, typer.Option("--to", metavar="NGÀY", help="Giúp đỡ đến hết ngày.")
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="CHỮ", help="Vì sao rà soát, như đã viết.")
    ] = "",
    paper: Annotated[
        str, typer.Option("--paper", metavar="SỐ", help="Số văn bản, biên bản.")
    ] = "",
    unit: MemberUnitOption = "",
) -> int:
    """Ghi một lần chi bộ rà soát, sàng lọc: kết luận, ai giúp đỡ, trong thời gian nào.

    Rà soát là để giáo dục, giúp đỡ; không thay đổi tình trạng của ai. Ghi lại cho cùng một
    ngày thì bổ sung vào lần đó. Mã kết thúc: 0 xong, 2 thiếu hoặc sai điều cần ghi, 10 chưa có
    sổ.
    """
    from partyroll.tasks.rating.writing import TypedScreening, Whom
    from partyroll.tasks.rating.writing import screen as screen_one

    typed = TypedScreening(on, conclusion, helper, since, until, reason, paper)
    done = screen_one(given.command, Whom(member, unit, year), typed)
    return _tell(done, given)


@verb(rating, "remark")
def remark(
    given: Given,
    member: MemberArgument,
    place: Annotated[
        str, typer.Option("--place", metavar="NƠI", help="Ai nhận xét: nơi cư trú, tạm trú.")
    ] = "",
    text: Annotated[
        str, typer.Option("--text", metavar="CHỮ", help="Lời nhận xét, như đã viết.")
    ] = "",
    year: OfYearOption = None,
    on: Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày nhận xét.")] = "",
    unit: MemberUnitOption = "",
) -> int:
    """Ghi nhận xét của nơi cư trú, nơi sinh hoạt tạm thời về một người, cho một năm.

    Cả bảng thì nhập: cột "Nhận xét nơi cư trú" trong bảng xếp loại. Mã kết thúc: 0 xong, 2
    thiếu hoặc sai điều cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.rating.writing import Whom
    from partyroll.tasks.rating.writing import remark as remark_one

    whom = Whom(member, unit, year)
    done = remark_one(given.command, whom, place, text, on)
    return _tell(done, given)


@rating.command("import", cls=Command)
def import_(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="TỆP", help="Bảng xếp loại.")],
    unit: Annotated[
        str,
        typer.Option("--unit", metavar="TÊN", help="Chi bộ của tệp, khi trong tệp không ghi."),
    ] = "",
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="CỘT=MỤC",
            help="Cột là mức của ai: rating_self (tự xếp loại), rating_cell (chi bộ), rating"
            " (cấp ủy); ghi được nhiều lần.",
        ),
    ] = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Nhập bảng xếp loại như partyroll import, và cho biết mỗi cột là mức của ai.

    Mã kết thúc: 0 xong, 1 tệp không đọc được, 3 xong nhưng có dòng để lại, 4 dừng vì có dấu
    hiệu ghép sai cột, chưa ghi gì.
    """
    from partyroll.cli.import_ import Wanted
    from partyroll.cli.rating_import import import_ratings

    at = common(context, ledger, quiet=quiet)
    wanted = Wanted(tuple(files), unit, tuple(map_ or ()), dry_run=dry_run, accepted=yes)
    return import_ratings(at, wanted, json=json)


@rating.command("unit", cls=Command)
def unit_(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ĐƠN-VỊ", help="Tên hoặc mã tổ chức đảng.")],
    year: OfYearOption = None,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    xlsx: XlsxOption = False,
    docx: DocxOption = False,
    html: HtmlOption = False,
    json: JsonOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Xếp loại của một đơn vị cạnh cấp trên: số người mỗi mức, tỷ lệ tốt trở lên, các năm.

    Tệp Excel có biểu đồ phễu: mỗi đơn vị một điểm, hai đường là khoảng thường gặp theo số
    người. Mã kết thúc: 0 xong, 1 đơn vị chưa có kết quả, 2 không có đơn vị đó, 10 chưa có sổ.
    """
    from partyroll.cli.rating_unit import show_unit
    from partyroll.tasks.rating.unit_page import UnitRequest, unit_page

    at = common(context, ledger, quiet=quiet)
    day, known = day_or(as_of, at.today), knowledge(at, known_at)
    page = unit_page(UnitRequest(at.ledger, name, day, at.settings(), year, known))
    files = FilesWanted(xlsx=xlsx, docx=docx, html=html, out=out, force=force)
    return show_unit(page, at, files, json=json)


def _tell(done: "Saved[Told]", given: Given) -> int:
    from partyroll.cli.contracts.rating import written_contract

    return given.tell(done, contract=written_contract, show=_show)


def _show(told: "Told", screen: "Screen") -> None:
    rows = [
        ("Họ và tên", told.person.full_name),
        ("Chi bộ", told.unit or "(chưa rõ chi bộ)"),
        ("Năm", str(told.year)),
        *((RATING_SAID[name], _shown(name, value)) for name, value in told.stated.items()),
    ]
    screen.table(("Mục", "Nội dung"), rows)


def _shown(name: str, value: str) -> str:
    from partyroll.period import PartialDate

    dated = name in {"held_on", "said_on", "valid_from", "valid_to"}
    return PartialDate.parse(value).vi if dated else value
