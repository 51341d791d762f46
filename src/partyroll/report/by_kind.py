"""Totals by kind, and by year and kind."""

from datetime import date
from itertools import pairwise

from partyroll.model import CellValue, Column, ExitKind, Reason, Shape, Table
from partyroll.period import Month, Term
from partyroll.report.counting import (
    HEADLINE_ORDER,
    LEAVING,
    NOT_CONFIRMED,
    OUTSIDE_TOTAL,
    Counted,
    kind_title,
    not_confirmed,
)
from partyroll.report.figures import change, share
from partyroll.report.pivot import cross_count
from partyroll.text import thousands

Row = tuple[CellValue, ...]

COUNT_WIDTH = 10


def by_kind(counted: Counted) -> Table:
    """Return one row for each kind with its share of all exits of the term."""
    total = len(counted.exits)
    rows: list[Row] = []
    for kind in HEADLINE_ORDER:
        number = sum(record.kind is kind for record in counted.exits)
        rows.append((kind_title(kind), number, share(number, total), kind.value, 1))
        if kind is ExitKind.REMOVED:
            part = sum(map(not_confirmed, counted.exits))
            code = Reason.PROBATION_NOT_CONFIRMED.value
            rows.append((NOT_CONFIRMED, part, share(part, total), code, 2))
    rows += [
        ("Tổng số", total, share(total, total), "TOTAL", 1),
        (OUTSIDE_TOTAL, len(counted.undated), None, "UNDATED", 1),
    ]
    return Table(
        id="by_kind",
        title="Đảng viên giảm trong kỳ, theo hình thức",
        columns=(
            Column("kind", "Hình thức", Shape.OUTLINE, 44),
            Column("count", "Số đảng viên", Shape.COUNT, 18),
            Column("share", "Tỷ lệ (%)", Shape.PERCENT, 18),
            Column("code", "Mã", printed=False),
            Column("level", "Cấp", Shape.COUNT, printed=False),
        ),
        rows=tuple(rows),
        denominator=f"Mẫu số: {thousands(total)} đảng viên giảm trong kỳ, mọi hình thức.",
        total_rows=2,
    )


def by_kind_year(term: Term, counted: Counted) -> Table:
    """Return one row for each year, a column for each kind, and the change between years.

    A year that the term holds only in part is named so, and nothing is compared with it.
    """
    grid = cross_count(
        (
            (day.year, record.kind)
            for record in counted.exits
            if (day := record.counted_on) is not None
        ),
        term.years,
        HEADLINE_ORDER,
    )
    changes = _changes(term, grid)
    rows = [
        (year_label(term, year), *line, sum(line), *changed, str(year))
        for year, line, changed in zip(term.years, grid, changes, strict=True)
    ]
    totals = [sum(column) for column in zip(*grid, strict=True)]
    undated = [sum(r.kind is kind for r in counted.undated) for kind in HEADLINE_ORDER]
    blank = (None,) * (len(LEAVING) + 1)
    return Table(
        id="by_kind_year",
        title="Đảng viên giảm theo năm và hình thức",
        columns=_year_columns(),
        rows=(
            *rows,
            ("Cả kỳ", *totals, sum(totals), *blank, "TOTAL"),
            (OUTSIDE_TOTAL, *undated, sum(undated), *blank, "UNDATED"),
        ),
        denominator="Tăng, giảm: so với năm liền trước; chỉ tính giữa hai năm trọn vẹn.",
        total_rows=2,
        chart="stacked",
        chart_columns=tuple(
            kind.value for kind, number in zip(HEADLINE_ORDER, totals, strict=True) if number
        ),
    )


def _year_columns() -> tuple[Column, ...]:
    return (
        Column("year", "Năm", width=30),
        *(
            Column(kind.value, kind_title(kind), Shape.COUNT, COUNT_WIDTH)
            for kind in HEADLINE_ORDER
        ),
        Column("total", "Tổng số", Shape.COUNT, COUNT_WIDTH),
        *(
            Column(
                f"change_{kind.value}",
                f"{kind_title(kind)}: tăng, giảm (%)",
                Shape.PERCENT,
                COUNT_WIDTH,
            )
            for kind in LEAVING
        ),
        Column("change_total", "Tổng số: tăng, giảm (%)", Shape.PERCENT, COUNT_WIDTH),
        Column("code", "Mã", printed=False),
    )


def _changes(term: Term, grid: list[list[int]]) -> list[tuple[float | None, ...]]:
    """Return for each year the change of each kind people ask about, and of the total."""
    watched = [
        (*(line[HEADLINE_ORDER.index(kind)] for kind in LEAVING), sum(line)) for line in grid
    ]
    nothing: tuple[float | None, ...] = (None,) * (len(LEAVING) + 1)
    changes = [nothing]
    for (earlier, before), (year, now) in pairwise(zip(term.years, watched, strict=True)):
        whole = not (term.is_partial(earlier) or term.is_partial(year))
        changes.append(tuple(map(change, before, now)) if whole else nothing)
    return changes


def year_label(term: Term, year: int) -> str:
    """Return the year as printed; one that the term holds in part names what it holds.

    Whole months are counted: ``6–12/2015 (7 tháng)``; else the days: ``2020 (từ 13/10)``.
    """
    if not term.is_partial(year):
        return str(year)

    first, last = max(term.start, date(year, 1, 1)), min(term.end, date(year, 12, 31))
    if first == Month.of(first).first_day and last == Month.of(last).last_day:
        span = str(first.month) if first.month == last.month else f"{first.month}–{last.month}"
        return f"{span}/{year} ({last.month - first.month + 1} tháng)"
    parts = []
    if term.start > date(year, 1, 1):
        parts.append(f"từ {first:%d/%m}")
    if term.end < date(year, 12, 31):
        parts.append(f"đến {last:%d/%m}")
    return f"{year} ({' '.join(parts)})"
