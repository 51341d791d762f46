"""How long what is granted for a time may last, and what else its rule asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from partyroll.model import Permission, PermissionKind, StayKind
from partyroll.period import add_months
from partyroll.rules.permits import permission_span

SHARES = (30, 50, 70)  # per cent, 01-QĐ/TW art. 5


@dataclass(frozen=True, slots=True)
class Length:
    """The months that a decision may cover; `below`: less than so many, not just as many."""

    months: int
    below: bool
    words: str
    least: int = 0

    def longest_end(self, start: date) -> date:
        """Return the last day that a decision beginning on `start` may cover."""
        return add_months(start, self.months) - timedelta(days=2 if self.below else 1)

    def shortest_end(self, start: date) -> date:
        """Return the first day on which it may end."""
        return add_months(start, self.least) - timedelta(days=1)


_YEAR = "mỗi quyết định không quá 12 tháng"
_BELOW_YEAR = "phải dưới 12 tháng"
LENGTHS: Mapping[str, Length] = {
    PermissionKind.EXEMPT: Length(12, below=False, words=_YEAR),
    PermissionKind.REDUCED: Length(12, below=False, words=_YEAR),
    PermissionKind.TEMP_EXEMPT: Length(12, below=True, words=_BELOW_YEAR),
    # Granted at most for as long as the exemption from meetings that it goes with.
    PermissionKind.DEFERRED: Length(12, below=True, words="không dài hơn thời gian tạm miễn"),
    StayKind.TEMP_TRANSFER: Length(
        12, below=True, words="từ 3 đến dưới 12 tháng (đi học: đến 24 tháng)", least=3
    ),
    StayKind.ABROAD: Length(12, below=True, words="từ 3 đến dưới 12 tháng", least=3),
}
OPEN_ENDED = frozenset({PermissionKind.EXEMPT_ACTIVITY.value})


def cautions(
    kind: str,
    start: date,
    end: date | None,
    *,
    share: int | None,
    held: tuple[Permission, ...],
) -> Iterator[str]:
    """Yield what does not agree with the rule of a kind; nothing of it forbids the entry.

    `held` are the person's other papers.
    """
    length = LENGTHS.get(kind)
    if length and end and end > length.longest_end(start):
        longest = f"{length.longest_end(start):%d/%m/%Y}"
        yield f"thời hạn dài hơn quy định: {length.words}, tức là đến {longest}"
    if length and end and end < length.shortest_end(start):
        yield f"thời hạn ngắn hơn quy định: {length.words}"
    if share is not None and share not in SHARES:
        yield f"mức giảm {share}% không có trong quy định (30, 50 hoặc 70%)"
    if kind == PermissionKind.DEFERRED and not _within_exemption(start, end, held):
        yield "chậm đóng chỉ dành cho người đang được tạm miễn sinh hoạt, trong thời gian đó"


def _within_exemption(start: date, end: date | None, held: tuple[Permission, ...]) -> bool:
    """Whether an exemption from meetings for a time covers the whole of it."""
    spans = [permission_span(one) for one in held if one.kind is PermissionKind.TEMP_EXEMPT]
    return any(first <= start and (end or date.max) <= last for first, last in spans)
