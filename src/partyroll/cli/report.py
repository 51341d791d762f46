"""`partyroll report TERM`."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    AsOfOption,
    AudienceOption,
    Common,
    CsvOption,
    DocxOption,
    FilesWanted,
    ForceOption,
    ForOption,
    HtmlOption,
    JsonOption,
    KnownAtOption,
    LedgerOption,
    OutOption,
    QuietOption,
    UnitOption,
    XlsxOption,
    common,
    day_or,
    given_to,
    knowledge,
)

if TYPE_CHECKING:
    from partyroll.tasks.reporting import ReportRequest


def report(
    context: typer.Context,
    term: Annotated[
        str,
        typer.Argument(
            metavar="KỲ",
            help="2020-2025 · 2024 · 10/2020-10/2025 · ngày cụ thể.",
            show_default=False,
        ),
    ] = "",
    unit: UnitOption = "",
    structure: Annotated[
        str,
        typer.Option("--structure", metavar="then|now", help="Tổ chức lúc đó, hay hiện nay."),
    ] = "then",
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    compare_with: Annotated[
        str,
        typer.Option("--compare-with", metavar="KỲ", help="Kỳ trước để so sánh (2015-2020)."),
    ] = "",
    save: Annotated[
        bool,
        typer.Option("--save", help="Lưu báo cáo vào sổ như lúc lập (có tệp thì luôn lưu)."),
    ] = False,
    reports: Annotated[bool, typer.Option("--reports", help="Các báo cáo đã lưu.")] = False,
    again: Annotated[
        int | None,
        typer.Option("--again", metavar="SỐ", help="Xem lại báo cáo đã lưu, đúng như lúc lập."),
    ] = None,
    opened: Annotated[
        str,
        typer.Option(
            "--open",
            metavar="Ô",
            help="Những người đứng sau một số: by_age:18-30/REMOVED (bảng:dòng/cột).",
        ),
    ] = "",
    explain: Annotated[
        tuple[int, int] | None,
        typer.Option(
            "--explain", metavar="SỐ SỐ", help="Vì sao hai báo cáo đã lưu khác số nhau."
        ),
    ] = None,
    xlsx: XlsxOption = False,
    docx: DocxOption = False,
    html: HtmlOption = False,
    audience: AudienceOption = "",
    for_: ForOption = "",
    json: JsonOption = False,
    csv: CsvOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Báo cáo đảng viên giảm trong kỳ: hình thức, năm, đơn vị, lý do, tuổi.

    Tính theo ngày quyết định. Mã kết thúc: 0 xong, 2 kỳ hoặc ô gõ chưa đúng, 10 chưa có sổ.
    """
    from partyroll.tasks.choosing import parse_term
    from partyroll.tasks.reporting import ReportRequest

    if structure not in {"then", "now"}:
        message = 'là "then" hoặc "now"'
        raise typer.BadParameter(message, param_hint="--structure")
    at = given_to(common(context, ledger, quiet=quiet), audience, for_)
    files = FilesWanted(xlsx, docx, out, force, html=html)
    if reports:
        from partyroll.cli.report_kept import tell_kept_reports

        return tell_kept_reports(at, json=json)
    if again is not None:
        from partyroll.cli.report_kept import show_again

        return show_again(again, at, files, opened, json=json, csv=csv)
    if explain is not None:
        from partyroll.cli.report_kept import tell_why

        return tell_why(*explain, at, json=json)
    if not term:
        message = "chưa ghi; ví dụ: partyroll report 2020-2025"
        raise typer.BadParameter(message, param_hint="KỲ")
    request = ReportRequest(
        at.ledger,
        parse_term(term, at.settings().terms),
        at.today,
        structure,
        unit,
        knowledge(at, known_at),
        day_or(as_of, at.today),
        at.settings().terms,
        compare_with,
        at.settings().least_base,
    )
    if opened:
        from partyroll.cli.report_open import show_opened
        from partyroll.tasks.reporting import report_term

        return show_opened(report_term(request), at, opened, files, json=json, csv=csv)
    return _count(request, at, files, save=save, json=json, csv=csv)


def _count(
    request: "ReportRequest",
    at: Common,
    files: FilesWanted,
    *,
    save: bool,
    json: bool,
    csv: bool,
) -> int:
    """Show the figures; what goes out as a file is kept as it is."""
    from partyroll.cli.report_files import print_csv, print_json, tell_kept, write_files
    from partyroll.cli.report_screen import tell_report
    from partyroll.tasks.audience import for_recipient
    from partyroll.tasks.reporting import report_term

    result = report_term(request)
    kept = None
    if save or files.any:
        from partyroll.tasks.keeping_reports import keep_report

        office = at.settings().office
        kept = keep_report(request, result, actor=at.actor, now=at.now, office=office)
    result = for_recipient(result, at.recipient)
    if kept is not None:
        kept = replace(kept, result=result)
    if json:
        print_json(result, at, kept)
    elif csv:
        print_csv(result, at)
    else:
        tell_report(result, at)
    if kept is not None:
        tell_kept(kept, at)
        write_files(kept, at, files)
    return 0
