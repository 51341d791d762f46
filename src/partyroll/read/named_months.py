"""The months that words name: "T1-T3", "quý I", "3 tháng đầu năm", "cả năm"."""

import re

_NAMED_MONTH = re.compile(r"\b(?:t|thang|th)\.? ?(\d{1,2})\b")
_MONTH_WORD = r"(?:t|thang|th)"
_RANGE = re.compile(
    rf"{_MONTH_WORD}?\.? ?(\d{{1,2}}) ?(?:-|–|den|toi|->|=>) ?"
    rf"(?:het )?{_MONTH_WORD}?\.? ?(\d{{1,2}})\b"
)
_LIST = re.compile(
    r"(?:t|thang|th)\.? ?(\d{1,2}(?: ?(?:,|va|\+|;) ?(?:t|thang|th)?\.? ?\d{1,2})*)"
)
_QUARTER_NAME = r"(?:iv|i{1,3}|[1-4])"
_QUARTER = re.compile(
    rf"\b(?:quy|q)\.? ?(?P<first>{_QUARTER_NAME})?\b"
    rf"(?P<more>(?: ?(?:,|va|\+|;|-|–|den) ?(?:quy |q)?{_QUARTER_NAME}\b)*)"
)
_SPAN = re.compile(r"\b(\d{1,2}) thang (dau nam|cuoi nam|truoc)\b|(?<!cac )\b(thang truoc)\b")
_WHOLE_YEAR = re.compile(r"\bca nam\b|\b12 thang\b|\btron nam\b|\bdu nam\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def months_named(folded: str, month: int | None = None) -> tuple[int, ...]:
    """Return the months that words name: "T1-T3", "T1, T2", "quý II", "cả năm".

    A bare "cả quý" is the quarter of `month`.
    """
    if _WHOLE_YEAR.search(folded):
        return tuple(range(1, 13))
    if found := _RANGE.search(folded):
        first, last = int(found[1]), int(found[2])
        return tuple(range(first, last + 1)) if 1 <= first <= last <= 12 else ()
    if found := _LIST.search(folded):
        months = sorted({int(n) for n in re.findall(r"\d{1,2}", found[1])})
        return tuple(m for m in months if 1 <= m <= 12)
    if found := _QUARTER.search(folded):
        return _quarters(found["first"], found["more"], month)
    if found := _SPAN.search(folded):
        return _span(int(found[1] or 1), found[2] or "truoc", month)
    return ()


def _quarters(first: str | None, more: str, month: int | None) -> tuple[int, ...]:
    if first is None:
        numbers = [((month or 0) + 2) // 3]
    else:
        names = [first, *re.findall(_QUARTER_NAME, more)]
        numbers = [_ROMAN.get(name) or int(name) for name in names]
    if len(numbers) == 2 and re.match(r" ?(?:-|–|den)", more):
        numbers = [*range(numbers[0], numbers[1] + 1)]
    found = {month for n in numbers if n for month in range(n * 3 - 2, n * 3 + 1)}
    return tuple(sorted(found))


def _span(count: int, which: str, month: int | None) -> tuple[int, ...]:
    """Return the months of "3 tháng đầu năm", "6 tháng cuối năm", "2 tháng trước"."""
    ranges = {
        "dau nam": range(1, count + 1),
        "cuoi nam": range(13 - count, 13),
        "truoc": range((month or 0) - count, month or 0),
    }
    return tuple(m for m in ranges[which] if 1 <= m <= 12)


def month_named(folded: str) -> int | None:
    """Return the one month that words name: "chuyển đi T7"."""
    found = _NAMED_MONTH.search(folded)
    return int(found[1]) if found and 1 <= int(found[1]) <= 12 else None
