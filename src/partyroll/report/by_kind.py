"""Totals by kind, and by year and kind."""

from itertools import pairwise

from partyroll.model import CellValue, Column, Shape, Table
from partyroll.period import Term
from partyroll.report.axes import Cross, Label, cross
from partyroll.report.counting import HEADLINE_ORDER, LEAVING, Counted, kind_title
from partyroll.report.figures import change, share
from partyroll.report.kinds import PEOPLE, TOTAL, UNDATED, kinds, kinds_in_parts, years
from partyroll.text import thousands

Row = tuple[CellValue, ...]

COUNT_WIDTH = 10


def kind_cross(counted: Counted) -> Cross:
    """Return all exits by kind, and those outside the total."""
    rows = kinds_in_parts(HEADLINE_ORDER)
    outside = cross("by_kind", counted.undated, UNDATED, PEOPLE)
    return cross("by_kind", counted.exits, rows, PEOPLE).plus(outside)


def by_kind(found: Cross) -> Table:
    """Return one row for each kind with its share of all exits of the term."""
    total = found.count(TOTAL.code, "count")
    return Table(
        id=found.id,
        title="Đảng viên giảm trong kỳ, theo hình thức",
        columns=(
            Column("kind", "Hình thức", Shape.OUTLINE, 44),
            Column("count", "Số đảng viên", Shape.COUNT, 18),
            Column("share", "Tỷ lệ (%)", Shape.PERCENT, 18),
            Column("code", "Mã", printed=False),
            Column("level", "Cấp", Shape.COUNT, printed=False),
        ),
        rows=tuple(_kind_row(found, row, total) for row in found.rows),
        denominator=f"Mẫu số: {thousands(total)} đảng viên giảm trong kỳ, mọi hình thức.",
        total_rows=2,
    )


def _kind_row(found: Cross, row: Label, total: int) -> Row:
    number = found.count(row.code, "count")
    part = None if row in UNDATED.labels else share(number, total)
    return (row.title, number, part, row.code, row.level)


def year_cross(term: Term, counted: Counted) -> Cross:
    """Return all exits by the year they count for and kind, and those outside the total."""
    columns = kinds(HEADLINE_ORDER)
    outside = cross("by_kind_year", counted.undated, UNDATED, columns)
    return cross("by_kind_year", counted.exits, years(term), columns).plus(outside)


def by_kind_year(term: Term, found: Cross) -> Table:
    """Return one row for each year, a column for each kind, and the change between years.

    A year that the term holds only in part is named so, and nothing is compared with it.
    """
    changes = _changes(term, found)
    blank: tuple[float | None, ...] = (None,) * (len(LEAVING) + 1)
    return Table(
        id=found.id,
        title="Đảng viên giảm theo năm và hình thức",
        columns=_year_columns(found),
        rows=tuple(
            (row.title, *found.line(row.code), *changes.get(row.code, blank), row.code)
            for row in found.rows
        ),
        denominator="Tăng, giảm: so với năm liền trước; chỉ tính giữa hai năm trọn vẹn.",
        total_rows=2,
        chart="stacked",
        chart_columns=tuple(
            kind.value for kind in HEADLINE_ORDER if found.count(TOTAL.code, kind.value)
        ),
    )


def _year_columns(found: Cross) -> tuple[Column, ...]:
    return (
        Column("year", "Năm", width=30),
        *(Column(one.code, one.title, Shape.COUNT, COUNT_WIDTH) for one in found.columns),
        *(_change_column(kind.value, kind_title(kind)) for kind in LEAVING),
        _change_column("total", "Tổng số"),
        Column("code", "Mã", printed=False),
    )


def _change_column(code: str, title: str) -> Column:
    return Column(f"change_{code}", f"{title}: tăng, giảm (%)", Shape.PERCENT, COUNT_WIDTH)


def _changes(term: Term, found: Cross) -> dict[str, tuple[float | None, ...]]:
    """Return for each comparable year the change of what people ask about, and of the total."""
    watched = [*(kind.value for kind in LEAVING), "total"]
    return {
        str(year): tuple(
            change(found.count(str(earlier), code), found.count(str(year), code))
            for code in watched
        )
        for earlier, year in pairwise(term.years)
        if not (term.is_partial(earlier) or term.is_partial(year))
    }
