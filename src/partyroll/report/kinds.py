"""Kinds of exit and years as axes."""

from collections.abc import Sequence
from datetime import date

from partyroll.model import ExitKind, ExitRecord, Reason
from partyroll.period import Month, Term
from partyroll.report.axes import Axis, Label, everybody, with_total
from partyroll.report.counting import NOT_CONFIRMED, OUTSIDE_TOTAL, kind_title, not_confirmed

TOTAL = Label("TOTAL", "Tổng số")
TOTAL_COLUMN = Label("total", "Tổng số", also=("TOTAL",))
PEOPLE = everybody(Label("count", "Số đảng viên", also=("total", "TOTAL")))
UNDATED = everybody(Label("UNDATED", OUTSIDE_TOTAL))


def kinds(order: Sequence[ExitKind]) -> Axis:
    """Return the kinds as columns, in the given order, with their total."""
    labels = tuple(Label(kind.value, kind_title(kind)) for kind in order)
    axis = Axis("kind", "Hình thức", labels, lambda record: (record.kind.value,))
    return with_total(axis, TOTAL_COLUMN)


def kinds_in_parts(order: Sequence[ExitKind]) -> Axis:
    """Return the kinds as rows; the probationary who were not confirmed have a line."""
    part = Label(Reason.PROBATION_NOT_CONFIRMED.value, NOT_CONFIRMED, level=2)
    labels: list[Label] = []
    for kind in order:
        labels.append(Label(kind.value, kind_title(kind)))
        labels += [part] * (kind is ExitKind.REMOVED)

    def codes(record: ExitRecord) -> tuple[str, ...]:
        own = (record.kind.value,)
        return (*own, part.code) if not_confirmed(record) else own

    return with_total(Axis("kind", "Hình thức", tuple(labels), codes), TOTAL)


def years(term: Term) -> Axis:
    """Return the years of the term as rows; an exit stands in the year it counts for."""
    labels = tuple(Label(str(year), year_label(term, year)) for year in term.years)
    axis = Axis("year", "Năm", labels, _year)
    return with_total(axis, Label(TOTAL.code, "Cả kỳ", also=(TOTAL.title,)))


def _year(record: ExitRecord) -> tuple[str, ...]:
    return (str(record.counted_on.year),) if record.counted_on else ()


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
