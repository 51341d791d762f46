"""What a term report says in sentences that a secretary can sign; each share with its base."""

from collections.abc import Iterator

from partyroll.messages import STATUS
from partyroll.model import ExitKind, Table
from partyroll.period import Term
from partyroll.report.counting import LEAVING
from partyroll.report.figures import decimal_comma
from partyroll.report.header import is_years
from partyroll.report.reading import Line, line, lines, whole, written
from partyroll.report.term import TermReport
from partyroll.report.top_units import top_units
from partyroll.text import mid_sentence

_TOP = 3
_WHOLE = "toàn Đảng bộ"
_BASE = {
    ExitKind.REMOVED: "đảng viên bị xóa tên",
    ExitKind.WITHDREW: "đảng viên xin ra khỏi Đảng",
}
_UNSAID = "UNSTATED"


def summary_sentences(report: TermReport, unit: str = "") -> tuple[str, ...]:
    """Return what stands alone on a first page: totals, changes, causes, years, ages, units."""
    found = (
        opening(report, unit),
        compared(report),
        *(causes(report, kind) for kind in LEAVING),
        "" if report.published else over_years(report),
        the_young(report),
        where(report),
    )
    return tuple(sentence for sentence in found if sentence)


def cautions(report: TermReport) -> tuple[str, ...]:
    """Return all that is missing or doubtful, a sentence each."""
    return (*report.problems, *report.checks, *filter(None, [report.unsaid]))


# --- How many -----------------------------------------------------------------------------
def opening(report: TermReport, unit: str = "") -> str:
    """Return how many were removed and withdrew, and mainly why."""
    removed, withdrew = (_how_many(report, kind) for kind in LEAVING)
    return (
        f"{_when(report.term)}, {unit or _WHOLE} có {removed} {_BASE[ExitKind.REMOVED]} và"
        f" {withdrew} {_BASE[ExitKind.WITHDREW]}{_mainly(report)}."
    )


def _how_many(report: TermReport, kind: ExitKind) -> str:
    if kind in report.totals:
        return written(report.totals[kind])
    return "một số (không công bố)"


def term_name(term: Term) -> str:
    """Return the term as it is called in a title: "nhiệm kỳ 2020-2025", "năm 2024"."""
    if term.label.strip().isdecimal():
        return f"năm {term.label.strip()}"
    if term.congress or is_years(term):
        return f"nhiệm kỳ {term.label}"
    return f"từ {term.start:%d/%m/%Y} đến {term.end:%d/%m/%Y}"


def _when(term: Term) -> str:
    name, days = term_name(term), f"từ {term.start:%d/%m/%Y} đến {term.end:%d/%m/%Y}"
    if name == days:
        return f"{days[:1].upper()}{days[1:]}"
    return f"Từ đầu {name} đến nay ({days})" if term.planned_end else f"Trong {name} ({days})"


def _mainly(report: TermReport) -> str:
    main = {kind: one for kind in LEAVING if (one := _main(report, kind))}
    if not main:
        return ""
    if len(set(main.values())) == 1 and len(main) == len(LEAVING):
        return f", chủ yếu do {next(iter(main.values()))}"
    told = " và ".join(f"{words} ({STATUS[kind]})" for kind, words in main.items())
    return f", chủ yếu do {told}"


def _main(report: TermReport, kind: ExitKind) -> str:
    ranked, _ = _reasons(report, kind)
    return _phrase(ranked[0]) if ranked else ""


# --- Why ----------------------------------------------------------------------------------
def causes(report: TermReport, kind: ExitKind) -> str:
    """Return the main causes of one kind, each with its share of that kind alone."""
    total = report.totals.get(kind, 0)
    if not total:
        return ""
    ranked, unsaid = _reasons(report, kind)
    if not ranked and report.published:
        return ""
    if not ranked:
        return f"Trong {written(total)} {_BASE[kind]}, chưa trường hợp nào ghi lý do."
    told = ", ".join(f"{_counted(one)} do {_phrase(one)}" for one in ranked[:_TOP])
    blank = f"; {_counted(unsaid)} chưa ghi lý do" if unsaid else ""
    return f"Trong {written(total)} {_BASE[kind]}: {told}{blank}."


def reasons_table(report: TermReport, kind: ExitKind) -> Table:
    """Return the table of the causes of one kind."""
    return report.table(f"reasons_{kind.value.lower()}")


def _reasons(report: TermReport, kind: ExitKind) -> tuple[list[Line], Line | None]:
    """Return the main reasons that somebody has, the most frequent first, and the unstated."""
    table = reasons_table(report, kind)
    plain = list(lines(table))[: len(table.rows) - table.total_rows]
    found = [one for one in plain if whole(one["count"]) and one.get("level") in {None, 1}]
    unsaid = next((one for one in found if one["code"] == _UNSAID), None)
    return [one for one in found if one["code"] != _UNSAID], unsaid


def _counted(one: Line) -> str:
    part = one.get("share")
    shown = f" ({decimal_comma(part)})" if isinstance(part, float) else ""
    return f"{written(one['count'])}{shown}"


def _phrase(one: Line) -> str:
    return mid_sentence(str(one["reason"]))


# --- Beside other terms and years ---------------------------------------------------------
def compared(report: TermReport) -> str:
    """Return how the numbers changed against the term before; "" where nothing is known."""
    table = next((one for one in report.tables if one.id == "comparison"), None)
    told = [] if table is None else list(_changes(table))
    return f"{_named(table)}: {'; '.join(told)}." if table and told else ""


def _named(table: Table) -> str:
    return table.title


def _changes(table: Table) -> Iterator[str]:
    for kind in LEAVING:
        one = line(table, kind.value)
        before, now, change = (one.get(key) for key in ("before", "count", "change"))
        if isinstance(before, int) and isinstance(now, int):
            basis = " theo số đã báo cáo" if one.get("basis") == "declared" else ""
            from_to = f"(từ {written(before)}{basis} {_to(before, now)} {written(now)})"
            yield f"{STATUS[kind]} {_moved(before, now, change)} {from_to}"


def _moved(before: int, now: int, change: object) -> str:
    if before == now:
        return "không đổi"
    by = f" {decimal_comma(abs(change))}" if isinstance(change, float) else ""
    return f"{'tăng' if now > before else 'giảm'}{by}"


def _to(before: int, now: int) -> str:
    return "vẫn" if before == now else "lên" if now > before else "xuống"


def over_years(report: TermReport) -> str:
    """Return the first, the last and the worst of the years that the term holds whole."""
    years = [year for year in report.term.years if not report.term.is_partial(year)]
    table = report.table("by_kind_year")
    left = {year: _left(line(table, str(year))) for year in years}
    if len(left) < 2 or not any(left.values()):
        return ""
    first, last = min(left), max(left)
    worst = max(left, key=lambda year: (left[year], year))
    told = f"năm {first} có {written(left[first])}, năm {last} có {written(left[last])}"
    most = f", nhiều nhất là năm {worst} ({written(left[worst])})" if worst != last else ""
    peak = ", nhiều nhất trong kỳ" if worst == last and left[last] > left[first] else ""
    return f"Cộng cả xóa tên và xin ra khỏi Đảng, {told}{most}{peak}."


def _left(one: Line) -> int:
    return sum(whole(one.get(kind.value)) for kind in LEAVING)


# --- Who and where ------------------------------------------------------------------------
def the_young(report: TermReport) -> str:
    """Return the share from 18 to 40 years, of those whose age is known."""
    one = line(report.table("shares"), "YOUNG-LEAVING")
    known, part = one.get("known"), one.get("share")
    if not known or not isinstance(part, float):
        return ""
    return (
        f"Trong {written(known)} đảng viên bị xóa tên, xin ra khỏi Đảng đã rõ tuổi,"
        f" {written(one['count'])} ({decimal_comma(part)}) từ 18 đến 40 tuổi."
    )


def where(report: TermReport) -> str:
    """Return the units with the largest numbers; "" where there is nothing to rank."""
    ranked = list(lines(top_units(report.table("by_unit"))))
    if len(ranked) < 2:
        return ""
    told = ", ".join(f"{one['unit']} ({written(one['left'])})" for one in ranked[:_TOP])
    return f"Nhiều nhất ở: {told}."
