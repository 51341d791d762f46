"""`partyroll flag`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.contracts.flag import PEOPLE_LISTS
from partyroll.cli.options import (
    AsOfOption,
    Common,
    CsvOption,
    DocxOption,
    FilesWanted,
    ForceOption,
    FullIdsOption,
    JsonOption,
    KnownAtOption,
    LedgerOption,
    OutOption,
    QuietOption,
    UnitOption,
    XlsxOption,
    beside,
    common,
    day_or,
    knowledge,
    output_path,
)
from partyroll.messages import GROUND, NOT_A_DECISION, REVIEW_LIST
from partyroll.period import month_spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partyroll.model import Gap, MonthFact
    from partyroll.period import Month
    from partyroll.tasks.freezing import FrozenList
    from partyroll.tasks.reviewing import Listed, ReviewResult

# What is said of months that are not plainly stated as unpaid.
_MARKS = {"UNPAID_INFERRED": "ô trống", "EXCUSED_MARKED": "có phép", "UNEXCUSED": "vắng"}


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
    json: JsonOption = False,
    csv: CsvOption = False,
    out: OutOption = None,
    force: ForceOption = False,
    full_ids: FullIdsOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Lập danh sách đề nghị chi bộ xem xét, kèm căn cứ từng tháng.

    Danh sách chỉ để con người xem xét; không lệnh nào biến nó thành quyết định.
    Mã kết thúc: 0 xong (danh sách rỗng cũng là xong), 10 chưa có sổ.
    """
    from partyroll.tasks.freezing import freeze
    from partyroll.tasks.reviewing import ReviewRequest, review_lists

    _check_ground(ground)
    at = common(context, ledger, quiet=quiet)
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
    if watch:
        from partyroll.cli.flag_watch import early_warning

        files = FilesWanted(xlsx, docx, out, force, full_ids)
        return early_warning(request, at, files, json=json, csv=csv)
    if compare:
        from partyroll.cli.comparing import tell_comparison

        return tell_comparison(
            request, at, json=json, asks_for_files=xlsx or docx or csv or save
        )
    result = review_lists(request)
    if json:
        from partyroll.cli.contracts.flag import flag_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(flag_envelope(result, at)))
        return 0
    if csv:
        _print_csv(result, at)
        return 0
    _tell(result, at)
    if not (xlsx or docx or save):
        return 0
    frozen = freeze(at.ledger, result, known_at=request.known_at, actor=at.actor, now=at.now)
    _tell_frozen(frozen, at)
    if xlsx:
        _write_xlsx(frozen, at, out, force=force, full_ids=full_ids)
    if docx:
        _write_docx(frozen.result, at, out, force=force, full_ids=full_ids)
    return 0


def _check_ground(ground: str) -> None:
    from partyroll.tasks.reviewing import GROUNDS

    if ground not in {*GROUNDS, "all"}:
        message = 'là "dues", "meetings" hoặc "all"'
        raise typer.BadParameter(message, param_hint="--ground")


# --- For people ---------------------------------------------------------------------------
def _tell(result: "ReviewResult", at: Common) -> None:
    from partyroll.tasks.documents import rule_lines

    screen = at.screen
    if not result.year_chosen:
        screen.note(f"Năm xét: {result.year} (năm mới nhất có sổ; đổi bằng --year).")
    for line in rule_lines(result):
        screen.note(line, prose=True)
    screen.note("")
    if not result.has_books:
        screen.note("Chưa có sổ đảng phí, sổ sinh hoạt nào: nhập bằng partyroll import <tệp>.")
    for name in PEOPLE_LISTS:
        _tell_list(result, name, at)
    _tell_gaps(result, at)
    counts = " · ".join(
        f"{REVIEW_LIST[name]}: {len(_people(result, name))}" for name in PEOPLE_LISTS
    )
    screen.note(f"{counts}. {NOT_A_DECISION}", prose=True)


def _people(result: "ReviewResult", name: str) -> "tuple[Listed, ...]":
    from partyroll.model import ReviewList

    return result.on(ReviewList(name))


def _tell_list(result: "ReviewResult", name: str, at: Common) -> None:
    people = _people(result, name)
    parts = [(people, REVIEW_LIST[name])]
    if name == "review":
        sure = tuple(one for one in people if not one.finding.only_inferred)
        blank = tuple(one for one in people if one.finding.only_inferred)
        parts = [
            (sure, f"{REVIEW_LIST[name]}: {len(sure)} người"),
            (blank, f"{REVIEW_LIST[name]}, chỉ khi ô trống là chưa đóng: {len(blank)} người"),
        ]
    for listed, title in parts:
        if not listed:
            continue
        shown = title if "người" in title else f"{title}: {len(listed)} người"
        rows = [_row(one, name, for_people=at.screen.for_people) for one in listed]
        titles = ("Họ và tên", "Chi bộ", "Số thẻ", "Căn cứ", "Số tháng", "Tháng")
        at.screen.table(titles, rows, title=shown)


def _row(one: "Listed", name: str, *, for_people: bool) -> tuple[str | int | None, ...]:
    from partyroll.text import mask

    card = mask(one.person.card_no)[-6:] if one.person.card_no else ""
    ground, count = GROUND[one.finding.ground], one.finding.count
    record = (one.person.full_name, one.unit, card, ground, count, month_text(one))
    return record if for_people else (name, *record)


def month_text(one: "Listed") -> str:
    """Return the months behind a finding: those stated plainly, then each mark's own."""
    marked: dict[str, list[Month]] = {"": []}
    for fact in one.finding.months:
        marked.setdefault(_mark(fact), []).append(fact.month)
    years = len({fact.month.year for fact in one.finding.months}) > 1
    parts = ((mark, month_spans(months, years=years)) for mark, months in marked.items())
    return "; ".join(f"{mark}: {spans}" if mark else spans for mark, spans in parts if spans)


def _mark(fact: "MonthFact") -> str:
    return fact.note or _MARKS.get(fact.state.value, "")


def _tell_gaps(result: "ReviewResult", at: Common) -> None:
    grouped: dict[tuple[str, str], list[str]] = {}
    for gap in result.gaps:
        if at.screen.for_people and _said_already(gap, result.gaps):
            continue
        grouped.setdefault((gap.ground.value, gap.text), []).append(gap.unit)
    rows: list[tuple[str | int | None, ...]] = []
    for (ground, text), units in grouped.items():
        shown = ", ".join(units[:4]) + (f" và {len(units) - 4} chi bộ nữa" * (len(units) > 4))
        row = (shown, GROUND[ground], text)
        rows.append(row if at.screen.for_people else ("data_gap", *row))
    if rows:
        title = f"{REVIEW_LIST['data_gap']} (không ai bị tính vì thiếu sổ)"
        at.screen.table(("Chi bộ", "Căn cứ", "Thiếu gì"), rows, title=title)


def _said_already(gap: "Gap", gaps: "Iterable[Gap]") -> bool:
    """Whether blanks of a month are listed whose whole book is missing for it."""
    return gap.kind == "blank_not_inferred" and any(
        other.kind == "empty_month"
        and (other.unit, other.ground) == (gap.unit, gap.ground)
        and set(gap.months) <= set(other.months)
        for other in gaps
    )


# --- Files --------------------------------------------------------------------------------
def _print_csv(result: "ReviewResult", at: Common) -> None:
    from partyroll.report.lists import evidence_table
    from partyroll.tasks.documents import listed_people
    from partyroll.write.csv import write_csv

    at.screen.warn_about_csv()
    people = listed_people(result, at.paper(full_ids=True))
    write_csv(evidence_table(people), at.screen.stream)


def _tell_frozen(frozen: "FrozenList", at: Common) -> None:
    if frozen.new:
        at.screen.note(f"Đã lưu danh sách số {frozen.number} (thay đổi số {frozen.change}).")
    else:
        at.screen.note(f"Không có gì khác danh sách số {frozen.number} đã lưu.")


def _write_xlsx(
    frozen: "FrozenList", at: Common, out: Path | None, *, force: bool, full_ids: bool
) -> None:
    from partyroll.tasks.documents import review_paper
    from partyroll.write.xlsx import write_xlsx

    path = output_path(out, f"danh-sach-ra-soat-{frozen.result.year}.xlsx", force=force)
    write_xlsx(review_paper(frozen, at.paper(full_ids=full_ids)), path)
    at.screen.note(f"Đã ghi {path}")


def _write_docx(
    result: "ReviewResult", at: Common, out: Path | None, *, force: bool, full_ids: bool
) -> None:
    from partyroll.tasks.letters import review_letters
    from partyroll.write.word.file import write_docx

    path = output_path(
        beside(out, ".docx"), f"danh-sach-ra-soat-{result.year}.docx", force=force
    )
    write_docx(review_letters(result, at.paper(full_ids=full_ids)), path)
    at.screen.note(f"Đã ghi {path}")
