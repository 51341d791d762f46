"""Days among words: cells that say when something was done, or only that it was.

What has no day is told and its words are kept: they say more than nothing.
"""

import re
from dataclasses import dataclass
from datetime import date

from partyroll.model import Severity
from partyroll.period import PartialDate
from partyroll.read.cells import Cells
from partyroll.read.dates import date_in, read_date
from partyroll.read.grid import as_text
from partyroll.read.values import fault_code, is_mark
from partyroll.text import fold

NOTHING = frozenset({"", "-", "--", "–", "?", "khong ro", "chua ro"})
NO = re.compile(r"(?:chua|khong)\b.*")
PLAIN_NO = frozenset({"chua", "khong", "chua ve", "chua co", "khong co", "chua xac nhan"})
_DATE_LIKE = re.compile(r"\d\s*[/.-]\s*\d|\b(?:19|20)\d\d\b")
_BESIDE_A_DAY = frozenset({"", "ngay", "thang", "da", "roi", "da ve", "ve", "da lien he"})


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A column of days: what its words are kept as, and the code where the day is missing."""

    field: str
    words: str
    code: str


def day_told(cells: Cells, told: ToldDay, today: date, kept: list[str]) -> PartialDate | None:
    """Return the day that a cell names; words beside or instead of it go to `kept`."""
    text = own_words(cells, told.field)
    folded = fold(text).strip(" .!")
    if folded in NOTHING:
        return None
    said = f"{told.words}: {text}"
    if NO.fullmatch(folded):
        kept += [said] * (folded not in PLAIN_NO)
        return None
    if is_mark(cells.value(told.field)):
        _tell_missing(cells, told, said, kept)
        return None
    return _among_words(cells, told, text, today, kept)


def _among_words(
    cells: Cells, told: ToldDay, text: str, today: date, kept: list[str]
) -> PartialDate | None:
    whole = read_date(cells.value(told.field), latest=today)
    if whole.value is not None or not isinstance(cells.value(told.field), str):
        return cells.day(told.field)
    day, rest = date_in(text, latest=today)
    said = f"{told.words}: {text}"
    if day.value is not None:
        beside = fold(rest).strip(" .,;()").removesuffix(" ngay")
        kept += [said] * (beside not in _BESIDE_A_DAY)
        return day.value
    if _DATE_LIKE.search(text):
        return cells.day(told.field)  # which says what is wrong with it
    _tell_missing(cells, told, said, kept)
    return None


def _tell_missing(cells: Cells, told: ToldDay, said: str, kept: list[str]) -> None:
    cells.say(told.field, told.code, severity=Severity.WARNING)
    kept.append(said)


def own_words(cells: Cells, field: str) -> str:
    """Return the cell's words; one without a value of its own has none, and that is told."""
    if not cells.has(field):
        return ""
    value = cells.value(field)
    if code := fault_code(value):
        cells.say(field, code)
        return ""
    return as_text(value)
