"""Lists of public holidays that nobody gave a heading: a day a line, with or without a name."""

import re
from collections.abc import Iterator, Sequence

from partyroll.read.grid import Grid
from partyroll.text import fold

UNWRITTEN = -1  # the row of headings that stand in no row
HEADINGS = ("Ngày nghỉ", "Tên ngày nghỉ")
_ONE = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}"
_SPAN = r"\d{1,2}(?:/\d{1,2}(?:/\d{4})?)?\s*(?:-|–|đến)\s*\d{1,2}/\d{1,2}/\d{4}"
_DAYS = re.compile(rf"(?:{_SPAN}|{_ONE})")
_LINE = re.compile(rf"\s*({_DAYS.pattern})\s*(?:[,;|\t:–-]\s*|\s+|$)(.*)")
_STARTS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\d{1,4}[/.-]\d{1,2}[^\n]*\d{2}")
# What days off are called.  People may be called Khánh or Nghi, so most names must say it.
_CALLED = re.compile(
    r"\b(nghi|tet|quoc khanh|giai phong|gio to|hung vuong|lao dong|duong lich|am lich|le)\b"
)
_LIST_CALLED = re.compile(
    r"\b(?:(?:ngay|lich) nghi(?! huu)|nghi (?:le|tet)|ngay le|holidays?)\b"
)
_DIGIT = re.compile(r"\d")
_EVERY_YEAR = frozenset({"1/1", "30/4", "1/5", "2/9"})
_MOST_LINES = 400


def starts_with_a_day(content: bytes) -> bool:
    """Whether the first line of a text begins like a date, or says that days off follow."""
    first, _, more = content.decode("utf-8", "replace").lstrip("\ufeff \r\n\t").partition("\n")
    called = _LIST_CALLED.fullmatch(fold(first.strip(' "\t\r'))) is not None
    return _STARTS.match(content) is not None or (called and _DIGIT.search(more) is not None)


def lines_of_days(text: str) -> list[list[str]] | None:
    """Return each line as a day and a name; None where some line begins with no day."""
    lines = text.splitlines()
    found = [_LINE.fullmatch(line) if line.strip() else None for line in lines]
    told = [one for line, one in zip(lines, found, strict=True) if line.strip()]
    if not told or not all(told):
        return None
    return [_day_and_name(one) if one else [] for one in found]


def _day_and_name(line: re.Match[str]) -> list[str]:
    name = line[2].strip(' "\t,;')
    return [line[1], name] if name else [line[1]]


def lists_bare_days(grid: Grid) -> bool:
    """Whether a sheet holds days, perhaps with names, and nothing but days off.

    Birthdays with names look the same: the name of the sheet, what most days are called, or,
    without names, two days that are off every year must speak for it.
    """
    rows = [[*grid.texts(row)] for row in range(min(len(grid.rows), _MOST_LINES + 1))]
    written = [row for row in rows if row]
    if not 0 < len(written) <= _MOST_LINES or not all(map(_is_day_and_name, written)):
        return False
    names = [fold(text) for row in written for _, text in row[1:]]
    if called_days_off(names) or list_called_days_off(grid.name):
        return True
    return (
        not names
        and len(_EVERY_YEAR & {day for row in written for day in _days(row[0][1])}) >= 2
    )


def called_days_off(names: Sequence[str]) -> bool:
    """Whether most of some folded names are those of days off."""
    return 2 * sum(_CALLED.search(name) is not None for name in names) > len(names)


def list_called_days_off(title: str) -> bool:
    """Whether a title or the name of a sheet says that days off follow."""
    return _LIST_CALLED.search(fold(title).replace("-", " ").replace("_", " ")) is not None


def is_day_or_days(text: str) -> bool:
    """Whether a text is a day, or a span of days."""
    return _DAYS.fullmatch(text.strip()) is not None


def _is_day_and_name(row: list[tuple[int, str]]) -> bool:
    return [column for column, _ in row] in ([0], [0, 1]) and bool(_DAYS.fullmatch(row[0][1]))


def _days(text: str) -> Iterator[str]:
    """Yield the days of a year that a text names: "01/05/2026" → "1/5"."""
    for day, month in re.findall(r"(\d{1,2})[/.-](\d{1,2})(?=[/.-]\d{4})", text):
        yield f"{int(day)}/{int(month)}"
    for month, day in re.findall(r"\d{4}-(\d{1,2})-(\d{1,2})", text):
        yield f"{int(day)}/{int(month)}"
