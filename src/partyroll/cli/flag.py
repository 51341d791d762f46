"""`partyroll flag`."""

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
    FullIdsOption,
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
    from partyroll.tasks.reviewing import ReviewRequest


def flag(
    context: typer.Context,
    months: Annotated[
        int | None,
        typer.Option("--months", metavar="N", min=1, max=12, help="Số tháng (mặc định 3)."),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="NĂM", help="Năm xét; mặc định năm mới nhất có sổ."),
    ] = None,
    ground: Annotated[
        str,
        typer.Option(
            "--ground", metavar="dues|meetings|all", help="Đảng phí, sinh hoạt, cả hai."
        ),
    ] = "all",
    unit: UnitOption = "",
    watch: Annotated[
        bool,
        typer.Option(
            "--watch", help="Nhắc sớm theo chi bộ: ai cần nhắc, giấy tờ sắp hết hạn, sổ thiếu."
        ),
    ] = False,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    xlsx: XlsxOption = False,
    docx: DocxOption = False,
    save: Annotated[
        bool,
        typer.Option("--save", help="Lưu danh sách vào sổ như lúc lập (có tệp thì luôn lưu)."),
    ] = False,
    compare: Annotated[
        bool,
        typer.Option("--compare", help="Mỗi cách đọc khác của quy định thêm, bớt những ai."),
    ] = False,
    list_: Annotated[
        int | None,
        typer.Option(
            "--list", metavar="SỐ", help="Xem lại danh sách đã lưu, đúng như lúc lập."
        ),
    ] = None,
    lists: Annotated[bool, typer.Option("--lists", help="Các danh sách đã lưu.")] = False,
    diff: Annotated[
        int | None,
        typer.Option(
            "--diff", metavar="SỐ", help="Nay khác gì danh sách đã lưu này, vì lần ghi nào."
        ),
    ] = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    full_ids: FullIdsOption = False,
    audience: AudienceOption = "",
    for_: ForOption = "",
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Lập danh sách đề nghị chi bộ xem xét, kèm căn cứ từng tháng.

    Danh sách chỉ để con người xem xét; không lệnh nào biến nó thành quyết định.
    Mã kết thúc: 0 xong (danh sách rỗng cũng là xong), 10 chưa có sổ.
    """
    from partyroll.tasks.reviewing import ReviewRequest

    at = given_to(common(context, ledger, quiet=quiet), audience, for_, full_ids=full_ids)
    files = FilesWanted(xlsx, docx, out, force, full_ids)
    if lists:
        from partyroll.cli.flag_lists import tell_kept_lists

        return tell_kept_lists(at, json=json)
    if list_ is not None:
        from partyroll.cli.flag_lists import show_list

        return show_list(list_, at, files, json=json, csv=csv)
    _known_ground(ground)
    rulebook = at.settings().rulebook
    request = ReviewRequest(
        ledger=at.ledger,
        today=at.today,
        rulebook=rulebook.set_by_office(months=months) if months else rulebook,
        year=year,
        as_of=day_or(as_of, at.today) if as_of else None,
        unit=unit,
        ground=ground,
        known_at=knowledge(at, known_at),
    )
    if diff is not None:
        from partyroll.cli.flag_lists import tell_difference

        return tell_difference(request, diff, at, json=json)
    if watch:
        from partyroll.cli.flag_watch import early_warning

        return early_warning(request, at, files, json=json, csv=csv)
    if compare:
        from partyroll.cli.comparing import tell_comparison

        return tell_comparison(request, at, json=json)
    return _list_people(request, at, files, save=save, json=json, csv=csv)


def _known_ground(ground: str) -> None:
    from partyroll.tasks.reviewing import GROUNDS

    if ground not in {*GROUNDS, "all"}:
        message = 'là "dues", "meetings" hoặc "all"'
        raise typer.BadParameter(message, param_hint="--ground")


def _list_people(
    request: "ReviewRequest",
    at: Common,
    files: FilesWanted,
    *,
    save: bool,
    json: bool,
    csv: bool,
) -> int:
    """Show the lists; what goes out as a file is kept as it is."""
    from partyroll.cli.flag_files import print_csv, print_json, tell_frozen, write_files
    from partyroll.cli.flag_screen import tell_lists
    from partyroll.tasks.audience import review_for
    from partyroll.tasks.reviewing import review_lists

    result = review_lists(request)
    shown, frozen = review_for(result, at.recipient), None
    if save or files.any:
        from partyroll.tasks.freezing import freeze

        known = request.known_at
        frozen = freeze(
            at.ledger,
            result,
            known_at=known,
            actor=at.actor,
            now=at.now,
            office=at.settings().office,
        )
    if json:
        print_json(shown, at, frozen)
    elif csv:
        print_csv(shown, at)
    else:
        tell_lists(shown, at)
    if frozen is not None:
        tell_frozen(frozen, at)
        write_files(replace(frozen, result=shown), at, files)
    return 0
