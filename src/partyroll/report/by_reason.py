"""Reasons, each kind of exit by its own denominator."""

from collections import Counter

from partyroll.messages import REASON
from partyroll.model import CellValue, Column, ExitKind, ExitRecord, Reason, Shape, Table
from partyroll.report.counting import kind_title
from partyroll.report.figures import share
from partyroll.text import thousands

# Removed because the papers of a transfer never arrived: counted as skipping, shown beside it.
_COUNTED_AS = {Reason.TRANSFER_NOT_PRESENTED: Reason.SKIP_MEETINGS}
_OF_KIND = {
    ExitKind.REMOVED: "đảng viên bị xóa tên",
    ExitKind.WITHDREW: "đảng viên xin ra khỏi Đảng",
}


def main_reason(record: ExitRecord) -> Reason:
    """Return the reason the paper writes first, under the heading it is counted at."""
    first = record.reasons[0] if record.reasons else Reason.UNSTATED
    return _COUNTED_AS.get(first, first)


def ranked_reasons(kind: ExitKind, exits: tuple[ExitRecord, ...]) -> list[tuple[Reason, int]]:
    """Return the main reasons of one kind, the most frequent first, "not stated" last."""
    counts = Counter(main_reason(record) for record in exits if record.kind is kind)
    order = list(Reason)
    return sorted(
        counts.items(),
        key=lambda entry: (entry[0] is Reason.UNSTATED, -entry[1], order.index(entry[0])),
    )


def by_reason(kind: ExitKind, exits: tuple[ExitRecord, ...]) -> Table:
    """Return the main reasons of one kind, and how often each is named at all."""
    own = tuple(record for record in exits if record.kind is kind)
    mentions = Counter(reason for record in own for reason in _named(record))
    main = dict(ranked_reasons(kind, exits))
    only_named = [reason for reason in Reason if mentions[reason] and reason not in main]
    rows: list[tuple[CellValue, ...]] = []
    for reason in (*main, *only_named):
        number = main.get(reason, 0)
        rows.append(
            (REASON[reason], number, share(number, len(own)), mentions[reason], reason.value, 1)
        )
        rows += _sub_rows(reason, own)
    rows.append(("Tổng số", len(own), share(len(own), len(own)), mentions.total(), "TOTAL", 1))
    return Table(
        id=f"reasons_{kind.value.lower()}",
        title=f"{kind_title(kind)}: lý do chính",
        columns=(
            Column("reason", "Lý do", Shape.OUTLINE, 50),
            Column("count", "Lý do chính", Shape.COUNT, 12),
            Column("share", "Tỷ lệ (%)", Shape.PERCENT, 12),
            Column("mentions", "Số lần nêu, kể cả lý do phụ", Shape.COUNT, 16),
            Column("code", "Mã", printed=False),
            Column("level", "Cấp", Shape.COUNT, printed=False),
        ),
        rows=tuple(rows),
        denominator=f"Mẫu số: {thousands(len(own))} {_OF_KIND[kind]} trong kỳ. "
        "Lý do chính là lý do ghi đầu tiên.",
        total_rows=1,
        chart="bar" if own else "",
        chart_columns=("count",) if own else (),
    )


def _named(record: ExitRecord) -> set[Reason]:
    return {_COUNTED_AS.get(reason, reason) for reason in record.reasons or (Reason.UNSTATED,)}


def _sub_rows(heading: Reason, own: tuple[ExitRecord, ...]) -> list[tuple[CellValue, ...]]:
    rows: list[tuple[CellValue, ...]] = []
    for part, counted_as in _COUNTED_AS.items():
        named = sum(part in record.reasons for record in own)
        if counted_as is heading and named:
            number = sum(record.reasons[:1] == (part,) for record in own)
            title = f"Trong đó: {REASON[part][:1].lower()}{REASON[part][1:]}"
            rows.append((title, number, share(number, len(own)), named, part.value, 2))
    return rows
