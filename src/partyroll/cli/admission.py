"""`partyroll admission list|add|step|end|target|results`."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from partyroll.cli.options import (
    CsvOption,
    FilesWanted,
    ForceOption,
    JsonOption,
    KnownAtOption,
    LedgerOption,
    OutOption,
    QuietOption,
    UnitOption,
    XlsxOption,
    common,
    knowledge,
)
from partyroll.cli.pages import Command, noun
from partyroll.cli.registers import register_list
from partyroll.cli.verbs import Given, verb
from partyroll.messages import ADMISSION_PART, CANDIDATE_STAGE

if TYPE_CHECKING:
    from partyroll.tasks.admitting.files import Told
    from partyroll.tasks.registers.writing import Saved

admission = noun(
    "admission",
    """Kết nạp: hồ sơ đang ở bước nào, còn thiếu gì, ai sắp hết dự bị; chỉ tiêu, kết quả.

    Phần mềm nêu việc và thời hạn; xét, quyết định là việc của chi bộ và cấp có thẩm quyền.
    """,
)

_STAGES = "; ".join(f"{words} ({code})" for code, words in CANDIDATE_STAGE.items())

NameArgument = Annotated[
    str, typer.Argument(metavar="NGƯỜI", help="Họ tên, số định danh hoặc mã hồ sơ.")
]
CellOption = Annotated[
    str, typer.Option("--unit", metavar="TÊN|MÃ", help="Chi bộ, để phân biệt người cùng tên.")
]
OnOption = Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày của việc này.")]
PaperOption = Annotated[str, typer.Option("--paper", metavar="SỐ", help="Số văn bản.")]


admission.command("list", cls=Command)(
    register_list(
        "admission",
        "Hồ sơ kết nạp đang mở và đảng viên dự bị: bước gần nhất, việc cần làm, thời hạn.",
        parts="; ".join(f"{part} ({words})" for part, words in ADMISSION_PART.items()),
    )
)


@verb(admission, "add")
def add(
    given: Given,
    name: Annotated[str, typer.Argument(metavar="HỌ_TÊN", help="Họ tên đầy đủ, có dấu.")],
    unit: Annotated[
        str, typer.Option("--unit", metavar="TÊN|MÃ", help="Chi bộ theo dõi, giúp đỡ.")
    ] = "",
    birth: Annotated[str, typer.Option("--birth", metavar="NGÀY", help="Ngày sinh.")] = "",
    gender: Annotated[
        Literal["Nam", "Nữ"] | None, typer.Option("--gender", help="Giới tính.")
    ] = None,
    national_id: Annotated[
        str, typer.Option("--national-id", metavar="SỐ", help="Số định danh cá nhân.")
    ] = "",
    origin: Annotated[
        str,
        typer.Option(
            "--origin",
            metavar="NƠI",
            help="Nơi giới thiệu: Đoàn thanh niên, công đoàn, bộ đội xuất ngũ…",
        ),
    ] = "",
    helper: Annotated[
        str, typer.Option("--helper", metavar="AI", help="Đảng viên được phân công giúp đỡ.")
    ] = "",
    on: Annotated[
        str, typer.Option("--on", metavar="NGÀY", help="Ngày đưa vào danh sách nguồn.")
    ] = "",
    note: Annotated[str, typer.Option("--note", metavar="CHỮ", help="Ghi chú.")] = "",
) -> int:
    """Mở hồ sơ cho một quần chúng; người đã có hồ sơ thì ghi thêm điều còn thiếu.

    Hồ sơ đã đóng được mở lại. Mã kết thúc: 0 xong, 2 thiếu hoặc sai điều cần ghi, 10 chưa có
    sổ.
    """
    from partyroll.tasks.admitting.adding import add as add_one
    from partyroll.tasks.admitting.request import TypedCandidate

    typed = TypedCandidate(
        name, unit, birth, gender or "", national_id, origin, helper, note, on
    )
    done = add_one(given.command, typed)
    return _tell(done, given)


@verb(admission, "step", stages=_STAGES)
def step(
    given: Given,
    name: NameArgument,
    stage: Annotated[
        str,
        typer.Option("--stage", metavar="BƯỚC", help="Bước đã làm, bằng chữ hoặc bằng mã."),
    ] = "",
    on: OnOption = "",
    paper: PaperOption = "",
    votes: Annotated[
        str,
        typer.Option(
            "--votes",
            metavar="A/B/C",
            help="Số tán thành/có mặt/được triệu tập: 14/17/20.",
        ),
    ] = "",
    member: Annotated[
        str,
        typer.Option(
            "--member",
            metavar="NGƯỜI",
            help="Là ai trong danh sách đảng viên: số thẻ, mã người.",
        ),
    ] = "",
    unit: CellOption = "",
) -> int:
    """Ghi một bước đã làm, ngày, số văn bản, số phiếu; cho biết ngay điều cần xem lại.

    Các bước: {stages}. Mã kết thúc: 0 xong, 2 không có hoặc có nhiều người khớp, thiếu ngày,
    số phiếu không hợp, 10 chưa có sổ.
    """
    from partyroll.tasks.admitting.request import TypedStep
    from partyroll.tasks.admitting.stepping import step as take

    typed = TypedStep(name, stage, on, paper, votes, member, unit)
    done = take(given.command, typed, given.at.settings())
    return _tell(done, given)


@verb(admission, "end")
def end(
    given: Given,
    name: NameArgument,
    on: OnOption = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="CHỮ", help="Vì sao đóng hồ sơ.")
    ] = "",
    unit: CellOption = "",
) -> int:
    """Đóng hồ sơ không kết nạp: chuyển nơi khác, không còn nguyện vọng, chưa đủ điều kiện.

    Người đã kết nạp vẫn là đảng viên dự bị; không công nhận chính thức là một quyết định, ghi
    bằng partyroll review step. Mã kết thúc: 0 xong, 2 không có hoặc có nhiều người khớp, thiếu
    ngày, lý do, 10 chưa có sổ.
    """
    from partyroll.tasks.admitting.ending import end as end_one
    from partyroll.tasks.admitting.request import TypedEnd

    typed = TypedEnd(name, on, reason, unit)
    done = end_one(given.command, typed)
    return _tell(done, given)


@verb(admission, "target")
def target(
    given: Given,
    unit: Annotated[str, typer.Argument(metavar="TÊN|MÃ", help="Tổ chức đảng.")],
    year: Annotated[int, typer.Option("--year", metavar="NĂM", help="Năm.")],
    number: Annotated[int, typer.Option("--number", metavar="SỐ", help="Số người.")],
    paper: PaperOption = "",
) -> int:
    """Ghi chỉ tiêu kết nạp của một tổ chức đảng trong một năm.

    Mã kết thúc: 0 xong, 2 không rõ tổ chức, năm hoặc số không hợp, 10 chưa có sổ.
    """
    from partyroll.cli.admission_screen import show_target
    from partyroll.cli.contracts.admission import target_contract
    from partyroll.tasks.admitting.request import TypedTarget
    from partyroll.tasks.admitting.targets import set_target

    typed = TypedTarget(unit, year, number, paper)
    done = set_target(given.command, typed)
    return given.tell(done, contract=target_contract, show=show_target)


@admission.command("results", cls=Command)
def results(
    context: typer.Context,
    year: Annotated[
        int | None, typer.Option("--year", metavar="NĂM", help="Năm; mặc định năm nay.")
    ] = None,
    unit: UnitOption = "",
    known_at: KnownAtOption = "",
    xlsx: XlsxOption = False,
    json: JsonOption = False,
    csv: CsvOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Kết quả kết nạp của một năm so với chỉ tiêu và số đảng viên đầu năm, theo tổ chức.

    Kèm nguồn giới thiệu, nữ, tuổi đoàn, tuổi bình quân. Mã kết thúc: 0 xong, 2 năm không hợp,
    không rõ tổ chức, 10 chưa có sổ.
    """
    from partyroll.cli.admission_results import print_results, tell_results, write_results
    from partyroll.tasks.admitting.results import results as read_results

    at = common(context, ledger, quiet=quiet)
    done = read_results(
        at.ledger,
        at.today.year if year is None else year,
        at.settings(),
        today=at.today,
        unit=unit,
        known_at=knowledge(at, known_at),
    )
    if json:
        from partyroll.cli.contracts.admission import results_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(results_envelope(done, at)))
    elif csv:
        print_results(done, at)
    else:
        tell_results(done, at)
    write_results(done, at, FilesWanted(xlsx=xlsx, out=out, force=force))
    return 0


def _tell(done: "Saved[Told]", given: Given) -> int:
    from partyroll.cli.admission_screen import show_file
    from partyroll.cli.contracts.admission import file_contract

    return given.tell(done, contract=file_contract, show=show_file)
