"""What papers state of whole periods, and whether the listed names bear it out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from partyroll.messages import STATUS
from partyroll.model import CellValue, Column, DeclaredTotal, ExitKind, ExitRecord, Shape, Table
from partyroll.period import PartialDate, Term
from partyroll.report.counting import FORM_ORDER, UnitPath, kind_title, unit_order
from partyroll.text import thousands

_SHOWN = 10  # differences said in sentences; the table has all of them
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Declared:
    """Declared totals, by what they count and over which days."""

    numbers: Mapping[tuple[str, Span], Mapping[UnitPath, int]]

    @classmethod
    def of(cls, totals: Iterable[DeclaredTotal]) -> "Declared":
        """Return the totals in a form to ask; units that became one are added up."""
        numbers: dict[tuple[str, Span], Counter[UnitPath]] = defaultdict(Counter)
        for one in totals:
            numbers[one.what, (one.start, one.end)][one.unit_path] += one.number
        return cls({at: dict(counts) for at, counts in numbers.items()})

    def over(self, what: str, term: Term, path: UnitPath = ()) -> int | None:
        """Return what is declared of a unit over a whole term; None = nothing is.

        A unit without a number of its own takes those of the units below it.  Where no paper
        speaks of the whole term, periods that follow each other without a gap do.
        """
        if not self.numbers:
            return None
        for span in _spans(term):
            if (what, span) in self.numbers:
                return _rolled(self.numbers[what, span], path)
        chain = self._chain(what, term, path)
        return sum(chain) if chain else None

    def _chain(self, what: str, term: Term, path: UnitPath) -> list[int]:
        spans = sorted(span for counted, span in self.numbers if counted == what)
        found: list[int] = []
        cursor = term.start
        while cursor <= term.end:
            fitting = [span for span in spans if span[0] == cursor and span[1] <= term.end]
            number = _rolled(self.numbers[what, fitting[-1]], path) if fitting else None
            if number is None:
                return []
            found.append(number)
            cursor = fitting[-1][1] + timedelta(days=1)
        return found


def _spans(term: Term) -> list[Span]:
    """Return the bounds of a term; papers name one by its years, whatever its congresses."""
    spans = [(term.start, term.end)]
    if term.congress and not term.planned_end:
        try:
            years = Term.parse(term.label)
        except (ValueError, TypeError):
            return spans
        spans.append((years.start, years.end))
    return spans


def _rolled(numbers: Mapping[UnitPath, int], path: UnitPath) -> int | None:
    if path in numbers:
        return numbers[path]
    below = {
        p[: len(path) + 1] for p in numbers if len(p) > len(path) and p[: len(path)] == path
    }
    parts = [part for child in below if (part := _rolled(numbers, child)) is not None]
    return sum(parts) if parts else None


# --- Declared and listed ------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Compared:
    """A declared number of exits beside the names listed for the same unit and days."""

    path: UnitPath
    kind: ExitKind
    span: Span
    declared: int
    listed: int

    @property
    def difference(self) -> int:
        """How many more names than declared; less than nothing = names are missing."""
        return self.listed - self.declared


def compared(
    term: Term, totals: Iterable[DeclaredTotal], exits: Sequence[ExitRecord]
) -> tuple[Compared, ...]:
    """Return each total declared within the term beside the listed names, unit by unit."""
    kinds = {kind.value: kind for kind in FORM_ORDER}
    found = [
        Compared(
            one.unit_path,
            kinds[one.what],
            (one.start, one.end),
            one.number,
            sum(_listed(one, record) for record in exits),
        )
        for one in totals
        if one.what in kinds and term.start <= one.start and one.end <= term.end
    ]
    return tuple(
        sorted(found, key=lambda c: (unit_order(c.path), c.span, FORM_ORDER.index(c.kind)))
    )


def _listed(total: DeclaredTotal, record: ExitRecord) -> bool:
    if record.kind.value != total.what or record.counted_on is None:
        return False
    if not (total.unit_id in record.units or total.unit_path == _above(record, total)):
        return False
    return Term(total.start, total.end, "").holds(record.counted_on) is True


def _above(record: ExitRecord, total: DeclaredTotal) -> UnitPath:
    return record.unit_path[: len(total.unit_path)]


def declared_table(found: Sequence[Compared]) -> Table:
    """Return declared and listed numbers side by side."""
    return Table(
        id="declared_listed",
        title="Số đã báo cáo và số có tên trong sổ",
        columns=(
            Column("unit", "Đơn vị", width=44),
            Column("period", "Kỳ số liệu", width=24),
            Column("kind", "Hình thức", width=22),
            Column("declared", "Số đã báo cáo", Shape.COUNT, 12),
            Column("listed", "Số có tên", Shape.COUNT, 12),
            Column("difference", "Thừa (+), thiếu (-)", Shape.COUNT, 12),
            Column("code", "Mã", printed=False),
        ),
        rows=tuple(_row(one) for one in found),
        denominator="Số có tên: trường hợp trong sổ có ngày tính nằm trong kỳ số liệu.",
    )


def _row(one: Compared) -> tuple[CellValue, ...]:
    return (
        " › ".join(one.path),
        span_words(one.span),
        kind_title(one.kind),
        one.declared,
        one.listed,
        one.difference,
        one.kind.value,
    )


def differences(found: Iterable[Compared]) -> tuple[str, ...]:
    """Say where declared and listed numbers differ, the highest units first."""
    unlike = sorted((one for one in found if one.difference), key=lambda one: len(one.path))
    told = [
        f"{' › '.join(one.path)}, {span_words(one.span)}, {STATUS[one.kind]}: khai"
        f" {thousands(one.declared)}, có tên {thousands(one.listed)},"
        f" {'thừa' if one.difference > 0 else 'thiếu'} {thousands(abs(one.difference))}."
        for one in unlike[:_SHOWN]
    ]
    if len(unlike) > _SHOWN:
        told.append(
            f"Còn {thousands(len(unlike) - _SHOWN)} chỗ số đã báo cáo khác số có tên: xem bảng"
            " “Số đã báo cáo và số có tên trong sổ”."
        )
    return tuple(told)


def span_words(span: Span) -> str:
    """Return days as people say them: "năm 2020", "2015-2020", "10/2015-9/2020", days."""
    start, end = span
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        same = start.year == end.year
        return f"năm {start.year}" if same else f"{start.year}-{end.year}"
    if start.day == 1 and end == PartialDate(end.year, end.month).last:
        return f"{start.month}/{start.year}-{end.month}/{end.year}"
    return f"{start:%d/%m/%Y}-{end:%d/%m/%Y}"
