"""`partyroll support list|signs|measures|awards|disciplined|add|close|award|discipline`."""

from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import MemberArgument, MemberUnitOption
from partyroll.cli.pages import Command, noun
from partyroll.cli.registers import register_list
from partyroll.cli.support_measures import measures
from partyroll.cli.verbs import Given, verb
from partyroll.messages import (
    AWARD_FORM,
    DISCIPLINE_FORM,
    NEED,
    SUPPORT_MEASURE,
    SUPPORT_OUTCOME,
    SUPPORT_PART,
)

if TYPE_CHECKING:
    from partyroll.tasks.registers.writing import Saved
    from partyroll.tasks.supporting.desk import Told

support = noun(
    "support",
    """Giúp đỡ đảng viên: khó khăn, việc làm, xuất ngũ; khen thưởng, kỷ luật.

    Ghi việc để giúp và để báo cáo; phần mềm không nhận xét, không chấm điểm ai.
    """,
)

OnOption = Annotated[
    str, typer.Option("--on", metavar="NGÀY", help="Ngày giúp, ngày quyết định, ngày trao.")
]
ByOption = Annotated[str, typer.Option("--by", metavar="AI", help="Ai giúp, ai quyết định.")]
PaperOption = Annotated[str, typer.Option("--paper", metavar="SỐ", help="Số văn bản.")]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="CHỮ", help="Vì việc gì.")]

support.command("list", cls=Command)(
    register_list(
        "support",
        "Ai cần giúp, đã giúp gì, còn việc gì: chưa giúp, chưa ghi kết quả, chưa gặp gỡ.",
        parts="; ".join(f"{part} ({words})" for part, words in SUPPORT_PART.items()),
    )
)
support.command("awards", cls=Command)(
    register_list(
        "support",
        "Khen thưởng, Huy hiệu Đảng, gương điển hình của đảng viên.",
        verb="awards",
        module="support:AWARDS",
        facts=True,
    )
)
support.command("disciplined", cls=Command)(
    register_list(
        "support",
        "Quyết định kỷ luật của những người đang là đảng viên.",
        verb="disciplined",
        module="support:DISCIPLINES",
        facts=True,
    )
)


support.command("signs", cls=Command)(
    register_list(
        "support",
        """Dấu hiệu sớm: những điều đã ghi về từng người, đặt cạnh nhau; không phải điểm số.

Gần đủ số tháng chưa đóng, vắng sinh hoạt, đi xa chưa có giấy tờ, khó khăn, đang dự bị, kỷ
luật, không hoàn thành nhiệm vụ. Xếp theo chi bộ, họ tên.""",
        verb="signs",
        module="signs",
        facts=True,
        of_one=True,
    )
)
support.command("measures", cls=Command)(measures)

_WORDS = {
    "add": (
        f"Khó khăn: {'; '.join(NEED.values())}. Việc giúp:"
        f" {'; '.join(SUPPORT_MEASURE.values())}."
    ),
    "close": f"Kết quả: {'; '.join(SUPPORT_OUTCOME.values())}.",
    "award": f"Hình thức: {'; '.join(AWARD_FORM.values())}.",
    "discipline": f"Hình thức: {'; '.join(DISCIPLINE_FORM.values())}.",
}


@verb(support, "add", words=_WORDS["add"])
def add(
    given: Given,
    member: MemberArgument,
    need: Annotated[
        str,
        typer.Option("--need", metavar="KHÓ KHĂN", help="Khó khăn gì, bằng chữ hoặc bằng mã."),
    ] = "",
    since: Annotated[
        str, typer.Option("--since", metavar="NGÀY", help="Ngày phát sinh, ngày xuất ngũ.")
    ] = "",
    measure: Annotated[
        str, typer.Option("--measure", metavar="VIỆC", help="Đã giúp gì; không có = chưa giúp.")
    ] = "",
    amount: Annotated[
        str, typer.Option("--amount", metavar="TIỀN", help='500000, hoặc "10 triệu".')
    ] = "",
    by: ByOption = "",
    on: OnOption = "",
    paper: PaperOption = "",
    note: Annotated[str, typer.Option("--note", metavar="CHỮ", help="Ghi chú.")] = "",
    unit: MemberUnitOption = "",
) -> int:
    """Ghi một khó khăn, nhu cầu, và việc đã giúp nếu có.

    Đã ghi khó khăn rồi thì chỉ cần --measure: việc giúp được ghi vào khó khăn đang chờ.
    {words} Mã kết thúc: 0 xong, 2 thiếu hoặc sai điều cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.supporting.helping import add_help
    from partyroll.tasks.supporting.request import Help, Whom

    typed = Help(need, since, measure, amount, by, on, paper, note)
    done = add_help(given.command, Whom(member, unit), typed)
    return _tell(done, given)


@verb(support, "close", words=_WORDS["close"])
def close(
    given: Given,
    number: Annotated[
        str, typer.Argument(metavar="SỐ", help="Số trong partyroll support list.")
    ],
    outcome: Annotated[
        str, typer.Option("--outcome", metavar="KẾT QUẢ", help="Sau khi giúp thì ra sao.")
    ] = "",
    on: Annotated[
        str, typer.Option("--on", metavar="NGÀY", help="Ngày xong; mặc định hôm nay.")
    ] = "",
) -> int:
    """Ghi kết quả của một việc giúp đỡ; từ đó không nhắc nữa.

    {words} Mã kết thúc: 0 xong, 2 không có số đó, thiếu hoặc sai kết quả, 10 chưa có sổ.
    """
    from partyroll.tasks.supporting.helping import close_help

    done = close_help(given.command, number, outcome, on)
    return _tell(done, given)


@verb(support, "award", words=_WORDS["award"])
def award(
    given: Given,
    member: MemberArgument,
    form: Annotated[
        str,
        typer.Option("--form", metavar="HÌNH THỨC", help='Ví dụ "Huy hiệu 30 năm", giấy khen.'),
    ] = "",
    on: OnOption = "",
    by: ByOption = "",
    paper: PaperOption = "",
    reason: ReasonOption = "",
    unit: MemberUnitOption = "",
) -> int:
    """Ghi một lần khen thưởng, tặng Huy hiệu Đảng, biểu dương gương điển hình.

    {words} Mã kết thúc: 0 xong, 2 thiếu hoặc sai điều cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.supporting.deciding import add_award
    from partyroll.tasks.supporting.request import Decision, Whom

    typed = Decision(form, on, by, paper, reason)
    done = add_award(given.command, Whom(member, unit), typed)
    return _tell(done, given)


@verb(support, "discipline", words=_WORDS["discipline"])
def discipline(
    given: Given,
    member: MemberArgument,
    form: Annotated[
        str, typer.Option("--form", metavar="HÌNH THỨC", help="Đúng như trong quyết định.")
    ] = "",
    on: OnOption = "",
    by: ByOption = "",
    paper: PaperOption = "",
    reason: ReasonOption = "",
    until: Annotated[
        str,
        typer.Option("--until", metavar="NGÀY", help="Hết hiệu lực, nếu quyết định có ghi."),
    ] = "",
    unit: MemberUnitOption = "",
) -> int:
    """Ghi một quyết định kỷ luật đã có; khai trừ phải ghi cả vào danh sách ra khỏi Đảng.

    {words} Nhắc nhở, phê bình, xóa tên không phải kỷ luật. Mã kết thúc: 0 xong, 2 thiếu hoặc
    sai điều cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.supporting.deciding import add_discipline
    from partyroll.tasks.supporting.request import Decision, Whom

    typed = Decision(form, on, by, paper, reason, until)
    done = add_discipline(given.command, Whom(member, unit), typed)
    return _tell(done, given)


def _tell(done: "Saved[Told]", given: Given) -> int:
    from partyroll.cli.contracts.support import support_contract
    from partyroll.cli.support_screen import show_fact

    return given.tell(done, contract=support_contract, show=show_fact)
