"""Sums of money given or lent: larger than dues, and often written in millions."""

import re

from partyroll.read.grid import Value, as_text
from partyroll.read.remarks import Reading
from partyroll.text import fold

_MOST = 10_000_000_000  # đồng to one member
_SCALES = {"k": 10**3, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9}
_SUM = re.compile(
    r"(?P<number>\d{1,3}(?:[., ]\d{3})+|\d+(?:[.,]\d{1,2})?)\s*"
    r"(?P<scale>k|nghìn|ngàn|triệu|tr|tỷ)?\s*(?:đồng|đ|vnđ|vnd|d)?\.?",
    re.IGNORECASE,
)
_IN_HEADING = (
    (10**6, re.compile(r"\btrieu\b|\btr\.?\s*(?:d|dong)\b")),
    (10**3, re.compile(r"\bnghin\b|\bngan\b|\b1[. ]?000\s*(?:d|dong)\b")),
)
_GROUPED = re.compile(r"\d{1,3}(?:[., ]\d{3})+")


def heading_factor(heading: str, otherwise: int) -> int:
    """Return in what a column counts: "Số tiền (nghìn đồng)"; else as the title says."""
    folded = fold(heading)
    return next((by for by, words in _IN_HEADING if words.search(folded)), otherwise)


def help_amount(value: Value, *, factor: int = 1) -> Reading[int]:
    """Return the sum of a cell in đồng; `factor` is 1,000 in a list "ĐVT: nghìn đồng".

    "10 triệu" says its own scale.  What is no whole sum in đồng is no sum.
    """
    if isinstance(value, bool):
        return Reading(None, "unreadable_sum")
    if isinstance(value, int | float):
        return _whole(value * factor)
    text = as_text(value).strip()
    found = _SUM.fullmatch(text)
    if not found:
        return Reading(None, "unreadable_sum") if text else Reading(None)
    scale = _SCALES.get((found["scale"] or "").lower(), factor)
    return _whole(_number(found["number"]) * scale)


def _number(text: str) -> float:
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    return float(text.replace(",", "."))


def _whole(amount: float) -> Reading[int]:
    rounded = round(amount)
    if not 0 <= amount <= _MOST or abs(amount - rounded) > 0.001:
        return Reading(None, "unreadable_sum")
    return Reading(rounded)
