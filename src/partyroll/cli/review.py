"""`partyroll review list|show|step`."""

from typing import Annotated

import typer

from partyroll.cli.options import (
    Common,
    DryRunOption,
    JsonOption,
    LedgerOption,
    MemberArgument,
    QuietOption,
    UnitOption,
    common,
)
from partyroll.cli.pages import Command, noun

review = noun(
    "review",
    """Việc xem xét từng người: ai đang ở bước nào, đã làm gì, ghi thêm một bước.

    Phần mềm chỉ ghi lại điều con người đã làm; không bước nào tự xảy ra.
    """,
)


YearOption = Annotated[
    int | None, typer.Option("--year", metavar="NĂM", help="Năm xét; mặc định năm gần nhất.")
]


@review.command("list", cls=Command)
def list_(
    context: typer.Context,
    unit: UnitOption = "",
    year: YearOption = None,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Mỗi người đang được xem xét: đã đến bước nào, thường làm gì tiếp, hạn khiếu nại.

    Gồm người có tên trong danh sách đã lưu (flag --save, --xlsx) và người đã có bước xem xét.
    Mã kết thúc: 0 xong (không có ai cũng là xong), 10 chưa có sổ.
    """
    from partyroll.tasks.casework import all_cases

    at = common(context, ledger, quiet=quiet)
    found = all_cases(at.ledger, today=at.today, unit=unit, year=year)
    if json:
        from partyroll.cli.contracts.review import cases_envelope

        return _print_json(at, cases_envelope(found, at))
    from partyroll.cli.review_screen import tell_cases

    tell_cases(found, at)
    return 0


@review.command("show", cls=Command)
def show(
    context: typer.Context,
    member: MemberArgument,
    year: YearOption = None,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Mọi bước đã ghi về một người, căn cứ đã xem xét, trả lời của chi bộ, giấy tờ còn thiếu.

    Mã kết thúc: 0 xong, 2 không có hoặc có nhiều người khớp, 10 chưa có sổ.
    """
    from partyroll.tasks.casework import cases_of

    at = common(context, ledger, quiet=quiet)
    person, found = cases_of(at.ledger, member, today=at.today, year=year)
    if json:
        from partyroll.cli.contracts.review import case_envelope

        return _print_json(at, case_envelope(person, found, at))
    from partyroll.cli.review_screen import tell_case

    tell_case(person, found, at)
    return 0


@review.command("step", cls=Command)
def step(
    context: typer.Context,
    member: MemberArgument,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="LOẠI",
            help="contact (liên hệ), explanation (kiểm điểm), meeting (chi bộ họp),"
            " proposal (đề nghị), decision (quyết định), complaint (khiếu nại).",
        ),
    ],
    on: Annotated[
        str,
        typer.Option(
            "--on",
            metavar="NGÀY",
            help="Ngày của việc đó; với quyết định: ngày giao cho người đó; với khiếu nại:"
            " ngày nhận đơn.",
        ),
    ] = "",
    by: Annotated[
        str, typer.Option("--by", metavar="AI", help="Ai làm, ai kết luận, ai quyết định.")
    ] = "",
    outcome: Annotated[
        str,
        typer.Option(
            "--outcome",
            metavar="KẾT LUẬN",
            help="no_action (không xử lý), reminded (nhắc nhở), propose_removal (đề nghị xóa"
            " tên), removed (xóa tên), withdrew (cho ra)…",
        ),
    ] = "",
    reason: Annotated[
        list[str] | None,
        typer.Option(
            "--reason", metavar="LÝ DO", help="Lý do ghi trên quyết định, lý do chính trước."
        ),
    ] = None,
    paper: Annotated[str, typer.Option("--paper", metavar="SỐ", help="Số văn bản.")] = "",
    paper_date: Annotated[
        str, typer.Option("--paper-date", metavar="NGÀY", help="Ngày văn bản.")
    ] = "",
    applied: Annotated[
        str, typer.Option("--applied", metavar="NGÀY", help="Ngày của đơn xin ra khỏi Đảng.")
    ] = "",
    convened: Annotated[
        int | None,
        typer.Option(
            "--convened", metavar="SỐ", min=1, help="Số đảng viên chính thức được triệu tập."
        ),
    ] = None,
    yes: Annotated[
        int | None, typer.Option("--yes", metavar="SỐ", min=0, help="Số người đồng ý.")
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="LỜI", help="Ghi chú.")] = "",
    year: YearOption = None,
    number: Annotated[
        int | None,
        typer.Option("--list", metavar="SỐ", help="Danh sách đã lưu mà bước này nói đến."),
    ] = None,
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Ghi thêm một bước: liên hệ, kiểm điểm, chi bộ họp, đề nghị, quyết định, khiếu nại.

    Chỉ quyết định có số và ngày mới đưa một người ra khỏi sổ. Ghi sai thì hoàn tác được. Mã
    kết thúc: 0 xong, 2 điều gõ vào chưa đúng hoặc chưa đủ, 10 chưa có sổ.
    """
    from partyroll.tasks.case_words import kind_meant, outcome_meant, reasons_meant
    from partyroll.tasks.choosing import date_or_none
    from partyroll.tasks.step_request import StepRequest, vote_of
    from partyroll.tasks.stepping import take_step
    from partyroll.text import clean

    at = common(context, ledger, quiet=quiet)
    taken = take_step(
        StepRequest(
            ledger=at.ledger,
            member=member,
            kind=kind_meant(kind),
            actor=at.actor,
            now=at.now,
            rulebook=at.settings().rulebook,
            outcome=outcome_meant(outcome),
            happened_on=date_or_none(on),
            said_by=clean(by),
            paper=clean(paper),
            paper_date=date_or_none(paper_date),
            note=clean(note),
            year=year,
            list_number=number,
            reasons=reasons_meant(reason or ()),
            applied_on=date_or_none(applied),
            vote=vote_of(yes, convened),
            dry_run=dry_run,
        )
    )
    if json:
        from partyroll.cli.contracts.review import step_envelope

        return _print_json(at, step_envelope(taken, at, dry_run=dry_run))
    from partyroll.cli.review_screen import tell_step

    tell_step(taken, at, dry_run=dry_run)
    return 0


def _print_json(at: Common, envelope: dict[str, object]) -> int:
    from partyroll.write.json import to_json

    at.screen.raw(to_json(envelope))
    return 0
