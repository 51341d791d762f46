"""This term beside the one before: counts, changes, rates, and what the earlier rest on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from partyroll.messages import STATUS
from partyroll.model import (
    CellValue,
    Column,
    ExitKind,
    ExitRecord,
    Headcount,
    Shape,
    Table,
)
from partyroll.period import Term
from partyroll.report.counting import (
    HEADLINE_ORDER,
    LEAVING,
    kind_title,
)
from partyroll.report.declared import Declared
from partyroll.report.figures import change
from partyroll.report.rates import WHOLE, measured, over_term
from partyroll.text import thousands

_SOURCE = {
    "ledger": "Danh sách trong sổ",
    "declared": "Số đã báo cáo",
    "": "Chưa có số liệu",
}
_RARE = (ExitKind.OTHER_DECREASE, ExitKind.LEFT_UNSTATED)
_TOGETHER = {
    "LEFT": ("Xóa tên và xin ra khỏi Đảng", LEAVING),
    "TOTAL": ("Tổng số", HEADLINE_ORDER),
}


@dataclass(frozen=True, slots=True)
class Before:
    """A number of the term before, and what it rests on: ledger, declared, "" = nothing."""

    number: int | None
    basis: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The exits of two terms of one ledger, and what papers state of the earlier one."""

    term: Term
    before: Term
    now_exits: tuple[ExitRecord, ...]
    before_exits: tuple[ExitRecord, ...]
    numbers: Mapping[ExitKind, Before]
    heads: tuple[Headcount, ...]


def compare(
    term: Term,
    before: Term,
    exits: Iterable[ExitRecord],
    *,
    declared: Declared,
    heads: Sequence[Headcount],
) -> Comparison:
    """Return both terms side by side; `exits` are all that the ledger knows.

    The ledger speaks of the earlier term if it holds exits of it, else the papers do; where a
    paper states more than the ledger has names for, the paper is the fuller, and of what no
    paper states nothing is known: the names of that term are known to be incomplete.
    """
    known = tuple(exits)
    earlier = _held(before, known)
    return Comparison(
        term,
        before,
        _held(term, known),
        earlier,
        _numbers(before, earlier, declared),
        tuple(heads),
    )


def _held(term: Term, exits: Iterable[ExitRecord]) -> tuple[ExitRecord, ...]:
    return tuple(r for r in exits if r.counted_on and term.holds(r.counted_on) is True)


def _numbers(
    before: Term, earlier: Sequence[ExitRecord], declared: Declared
) -> dict[ExitKind, Before]:
    stated = {kind: declared.over(kind.value, before) for kind in HEADLINE_ORDER}
    listed = Counter(record.kind for record in earlier)
    lacking = any((stated[kind] or 0) > listed[kind] for kind in HEADLINE_ORDER)
    unstated = Before(None, "") if lacking or not earlier else None
    return {
        kind: unstated
        if unstated and stated[kind] is None
        else _fuller(stated[kind], listed[kind])
        for kind in HEADLINE_ORDER
    }


def _fuller(stated: int | None, listed: int) -> Before:
    if stated is not None and stated > listed:
        return Before(stated, "declared")
    return Before(listed, "ledger")


def comparison_table(found: Comparison) -> Table:
    """Return a row for each kind, for removed and withdrawn together, and for all."""
    rows = [_row(found, kind_title(kind), (kind,), kind.value) for kind in HEADLINE_ORDER]
    rows += [_row(found, title, kinds, code) for code, (title, kinds) in _TOGETHER.items()]
    return Table(
        id="comparison",
        title=f"So với kỳ trước ({found.before.vi})",
        columns=(
            Column("kind", "Hình thức", width=36),
            Column("before", "Kỳ trước", Shape.COUNT, 12),
            Column("count", "Kỳ này", Shape.COUNT, 12),
            Column("difference", "Tăng (+), giảm (-)", Shape.COUNT, 12),
            Column("change", "Tăng, giảm (%)", Shape.PERCENT, 12),
            Column("rate_before", "Kỳ trước, trên 1.000", Shape.DECIMAL, 12),
            Column("rate", "Kỳ này, trên 1.000", Shape.DECIMAL, 12),
            Column("source", "Kỳ trước theo", width=22),
            Column("code", "Mã", printed=False),
            Column("basis", "Mã nguồn", printed=False),
        ),
        rows=tuple(rows) if knows_before(found) else (),
        notes=comparison_notes(found),
        denominator=f"Kỳ này: {found.term.vi}; kỳ trước: {found.before.vi}. Trên 1.000: theo"
        " tổng số đảng viên cuối các năm trọn vẹn có số liệu.",
        total_rows=1 if knows_before(found) else 0,
    )


def _row(
    found: Comparison, title: str, kinds: Sequence[ExitKind], code: str
) -> tuple[CellValue, ...]:
    now = sum(record.kind in kinds for record in found.now_exits)
    before, basis = _added(found, kinds)
    return (
        title,
        before,
        now,
        None if before is None else now - before,
        None if before is None else change(before, now),
        _rate(found.before, found.before_exits, kinds, found.heads)
        if basis == "ledger"
        else None,
        _rate(found.term, found.now_exits, kinds, found.heads),
        _SOURCE.get(basis, "Danh sách trong sổ và số đã báo cáo"),
        code,
        basis,
    )


def _added(found: Comparison, kinds: Sequence[ExitKind]) -> tuple[int | None, str]:
    """Return the earlier number of several kinds, and what it rests on.

    Papers often leave out what is rare; any other kind that nobody states leaves the sum open.
    """
    parts = [found.numbers[kind] for kind in kinds if kind not in _RARE or len(kinds) == 1]
    known = [part for part in parts if part.number is not None]
    if not known or len(known) < len(parts):
        return None, ""
    known += [found.numbers[kind] for kind in kinds if kind in _RARE and len(kinds) > 1]
    bases = {part.basis for part in known if part.number} or {known[0].basis}
    return sum(part.number or 0 for part in known), " ".join(sorted(bases))


def _rate(
    term: Term,
    exits: Sequence[ExitRecord],
    kinds: Sequence[ExitKind],
    heads: Sequence[Headcount],
) -> float | None:
    own = [record for record in exits if record.kind in kinds]
    exposure = over_term(term, measured(own, heads, term.years)).get(WHOLE)
    return exposure.exit_rate if exposure else None


def knows_before(found: Comparison) -> bool:
    """Whether anything at all is known of the earlier term."""
    return any(part.number is not None for part in found.numbers.values())


def comparison_notes(found: Comparison) -> tuple[str, ...]:
    """Say what makes the comparison doubtful."""
    if not knows_before(found):
        nothing = (
            f"Chưa so được với kỳ trước ({found.before.vi}): sổ không có danh sách và cũng"
            " không có số đã báo cáo của kỳ đó (mẫu: partyroll template declared)."
        )
        return (nothing,)
    told = []
    fuller = [
        (kind, part.number, listed)
        for kind, part in found.numbers.items()
        if part.basis == "declared"
        and part.number is not None
        and (listed := sum(record.kind is kind for record in found.before_exits))
    ]
    told += [
        f"Kỳ trước, {STATUS[kind]}: số đã báo cáo {thousands(number)}, sổ chỉ có"
        f" tên {thousands(listed)}; so với số đã báo cáo."
        for kind, number, listed in fuller
    ]
    empty = _years_without(found)
    if empty and not any(part.basis == "declared" for part in found.numbers.values()):
        told.append(
            f"Kỳ trước: sổ không có trường hợp nào của năm {', '.join(map(str, empty))}; số so"
            " sánh có thể chưa đủ."
        )
    return tuple(told)


def _years_without(found: Comparison) -> list[int]:
    years = {record.counted_on.year for record in found.before_exits if record.counted_on}
    return [year for year in found.before.years if year not in years] if years else []
