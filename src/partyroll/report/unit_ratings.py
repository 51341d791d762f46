"""A unit's ratings on paper: levels beside the parent's, the years, the funnel of its units."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from partyroll.messages import COMPARED, RATING_LEVEL, TOO_FEW
from partyroll.model import (
    CellValue,
    Column,
    Compared,
    Document,
    RatingLevel,
    RatingTally,
    Shape,
    Sheet,
    Table,
)
from partyroll.report.documents import Letterhead

_UNRATED = "Phần trăm tính trên số người được xếp loại; không kể người chưa đánh giá."
_LEVELS = [level for level in RatingLevel if level is not RatingLevel.NOT_RATED]


@dataclass(frozen=True, slots=True)
class RatedRow:
    """One unit of a funnel; `compared` None = too few are rated."""

    name: str
    tally: RatingTally
    compared: Compared | None = None


def share(part: int, whole: int) -> float | None:
    """Return per cent with one decimal; None of nobody."""
    return round(100 * part / whole, 1) if whole else None


def levels_table(
    name: str, own: RatingTally, parent_name: str, parent: RatingTally | None
) -> Table:
    """Return how many have each level in a unit, beside the unit above."""
    rows: list[tuple[CellValue, ...]] = [
        (
            RATING_LEVEL[level],
            own.count(level),
            share(own.count(level), own.rated),
            *_beside(level, parent),
        )
        for level in _LEVELS
    ]
    total = ("Được xếp loại", own.rated, None, parent.rated if parent else None, None)
    table = Table(
        id="levels",
        title=f"Các mức của {name}",
        columns=(
            Column("level_name", "Mức", width=34),
            Column("count", "Số người", Shape.COUNT, 12),
            Column("percent", "%", Shape.PERCENT, 9),
            Column("parent_count", parent_name or "Cấp trên", Shape.COUNT, 18),
            Column("parent_percent", "% của cấp trên", Shape.PERCENT, 11),
        ),
        rows=(*rows, total),
        denominator=_UNRATED,
        total_rows=1,
        notes=_unrated(own),
    )
    return table.without_empty(frozenset({"parent_count", "parent_percent"}))


def _beside(level: RatingLevel, parent: RatingTally | None) -> tuple[CellValue, CellValue]:
    if parent is None:
        return (None, None)
    return parent.count(level), share(parent.count(level), parent.rated)


def _unrated(own: RatingTally) -> tuple[str, ...]:
    notes = []
    if own.not_rated:
        notes.append(f"Chưa đánh giá: {own.not_rated} người.")
    if own.proposed:
        notes.append(f"{own.proposed} người mới có mức chi bộ đề nghị.")
    return tuple(notes)


def years_table(name: str, tallies: Mapping[int, RatingTally]) -> Table:
    """Return the levels of a unit over the years, the latest last."""
    return Table(
        id="years",
        title=f"Các năm của {name}",
        columns=(
            Column("year", "Năm", Shape.ORDER, 8),
            Column("rated", "Được xếp loại", Shape.COUNT, 12),
            *(
                Column(level.value.lower(), RATING_LEVEL[level], Shape.COUNT, 14)
                for level in _LEVELS
            ),
            Column("good_percent", "% tốt trở lên", Shape.PERCENT, 11),
            Column("excellent_percent", "% xuất sắc trong số tốt trở lên", Shape.PERCENT, 14),
        ),
        rows=tuple(
            (
                year,
                tally.rated,
                *(tally.count(level) for level in _LEVELS),
                share(tally.good_or_better, tally.rated),
                share(tally.excellent, tally.good_or_better),
            )
            for year, tally in sorted(tallies.items())
        ),
    )


def funnel_tables(
    parent: str, whole: RatingTally, rows: Iterable[RatedRow], *, least: int
) -> tuple[Table, ...]:
    """Return the units under a parent beside the interval of their size; small ones apart."""
    listed = sorted(rows, key=lambda row: row.tally.rated)
    large = [row for row in listed if row.compared is not None]
    small = [row for row in listed if row.compared is None]
    mean = share(whole.good_or_better, whole.rated)
    columns = _funnel_columns(parent)
    funnel = Table(
        id="funnel",
        title=f"Tỷ lệ tốt trở lên của các đơn vị thuộc {parent}",
        columns=columns,
        rows=tuple(_funnel_row(row, mean, least) for row in large),
        chart="funnel" if len(large) > 1 else "",
        chart_columns=("rated", "share", "low", "high", "mean"),
    )
    apart = Table(
        id="funnel_small",
        title=f"Các đơn vị thuộc {parent} có ít người",
        columns=columns,
        rows=tuple(_funnel_row(row, mean, least) for row in small),
    )
    return tuple(table for table in (funnel, apart) if table.rows)


def _funnel_columns(parent: str) -> tuple[Column, ...]:
    return (
        Column("unit", "Tổ chức đảng", width=32),
        Column("rated", "Được xếp loại (n)", Shape.COUNT, 12),
        Column("good", "Tốt trở lên", Shape.COUNT, 10),
        Column("share", "Tỷ lệ %", Shape.PERCENT, 9),
        Column("low", "Thường từ %", Shape.PERCENT, 10),
        Column("high", "Thường đến %", Shape.PERCENT, 10),
        Column("mean", f"{parent}, %", Shape.PERCENT, 14),
        Column("compared", "So với cấp trên", Shape.LONG_TEXT, 30),
    )


def _funnel_row(row: RatedRow, mean: float | None, least: int) -> tuple[CellValue, ...]:
    tally, beside = row.tally, row.compared
    return (
        row.name,
        tally.rated,
        tally.good_or_better,
        share(tally.good_or_better, tally.rated),
        share(beside.low, tally.rated) if beside else None,
        share(beside.high, tally.rated) if beside else None,
        mean,
        COMPARED[beside.side] if beside else TOO_FEW.format(least=least),
    )


def unit_ratings_document(
    own: Sequence[Table],
    funnels: Mapping[str, tuple[Table, ...]],
    *,
    title: str,
    subtitle: str,
    intro: tuple[str, ...],
    notice: str,
    letterhead: Letterhead,
) -> Document:
    """Return the page of a unit as a workbook to be: its tables, a sheet for each funnel."""
    return Document(
        title=title,
        subtitle=subtitle,
        organisation=letterhead.organisation,
        sheets=(
            Sheet("Xếp loại", title, tuple(own), intro, together=True),
            *(Sheet(name, tables[0].title, tables) for name, tables in funnels.items()),
        ),
        footer=letterhead.footer,
        notice=notice,
        signatures=letterhead.signatures,
        confidentiality=letterhead.confidentiality,
    )
