"""Who owes no dues by what the row says beside its months: a column, the rate, a remark."""

import re
from enum import Enum

from partyroll.model import Letter
from partyroll.read.cells import Cells
from partyroll.read.dues_words import letter_of
from partyroll.read.grid import as_text
from partyroll.read.values import is_mark
from partyroll.text import fold

_NOTHING = frozenset({"", "-", "--", "–", "0", "khong"})
_DUES = r"(?: (?:dang phi|dp))?"
_WHOLE = re.compile(
    rf"(?:da |duoc )*mien(?: thu| nop| dong)?{_DUES}(?: ca nam| nam \d{{4}})?\.?"
)
# "Miễn sinh hoạt" exempts from meetings, not from dues.
_SOME = re.compile(r"\bmien (?:(?:thu|nop|dong)\b|(?:dang phi|dp)\b)|\bduoc mien$")


class Exemption(Enum):
    """How far the words of a row exempt it."""

    NONE = "none"
    SOME = "some"  # for a time that the row does not give month by month
    WHOLE = "whole"


def exemption_of(cells: Cells, remark: str) -> Exemption:
    """Return what a row of a monthly book says of its exemption outside the months."""
    found = (_in_column(cells), _in_rate(cells), _in_words(remark))
    if Exemption.WHOLE in found:
        return Exemption.WHOLE
    return Exemption.SOME if Exemption.SOME in found else Exemption.NONE


def _in_column(cells: Cells) -> Exemption:
    value = cells.value("dues_exempt")
    if value == "":
        return Exemption.NONE
    folded = fold(as_text(value))
    if folded in _NOTHING:
        return Exemption.NONE
    whole = is_mark(value) or letter_of(folded) == Letter.EXEMPT or _WHOLE.fullmatch(folded)
    return Exemption.WHOLE if whole else Exemption.SOME


def _in_rate(cells: Cells) -> Exemption:
    value = cells.value("dues_rate")
    return _in_words(value) if isinstance(value, str) else Exemption.NONE


def _in_words(text: str) -> Exemption:
    if not text:
        return Exemption.NONE
    folded = fold(text)
    if _WHOLE.fullmatch(folded):
        return Exemption.WHOLE
    return Exemption.SOME if _SOME.search(folded) else Exemption.NONE
