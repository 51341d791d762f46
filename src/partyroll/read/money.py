"""Sums of money as typed into dues books."""

import re

from partyroll.read.remarks import Reading

IMPLAUSIBLE = 20_000_000  # đồng in one month: one per cent of two thousand million
_AMOUNT = re.compile(
    r"(?P<sign>[-−–])?\s*(?:vnđ|vnd)?\s*"
    r"(?P<number>\d{1,3}(?:[., ]\d{3})+|\d+)(?P<nought>(?<=[,. ]\d{3})[.,]00?)?\s*"
    r"(?P<thousand>k|nghìn|ngàn|ng)?\s*(?:đồng|đ|vnđ|vnd|d)?\.?",
    re.IGNORECASE,
)
_EXPONENT = re.compile(r"\d+(?:[.,]\d+)?e[+]?\d{1,2}", re.IGNORECASE)
_DECIMAL = re.compile(r"\d{1,4}[.,]\d{1,2}")
_DIGIT = re.compile(r"\d")


def read_money(text: str, *, factor: int = 1) -> Reading[int] | None:
    """Return the sum a cell's text states, or None if the text is no sum at all.

    `factor` is 1,000 in a book "ĐVT: nghìn đồng"; "10k" says so itself.
    """
    found = _AMOUNT.fullmatch(text)
    if found and not _mixed(found):
        number = int(re.sub(r"\D", "", found["number"]))
        times = 1000 if found["thousand"] else _times(number, factor)
        return judged(-number if found["sign"] else number, factor=times)
    if factor > 1 and _DECIMAL.fullmatch(text):
        return judged(float(text.replace(",", ".")), factor=factor)  # 10,5 thousand
    if _EXPONENT.fullmatch(text):
        sum_ = judged(float(text.replace(",", ".")), factor=factor)
        return Reading(sum_.value, sum_.code or "unusual_number_form")
    return None


def _mixed(found: re.Match[str]) -> bool:
    """Whether one sign stands for thousands and for parts of a đồng: "10.000.00"."""
    return bool(found["nought"]) and found["nought"][0] in found["number"]


def read_number(number: float, *, factor: int = 1) -> Reading[int]:
    """Return the sum in a number cell."""
    return judged(number, factor=_times(number, factor))


def judged(number: float, *, factor: int) -> Reading[int]:
    """Return the sum in đồng, unless it is negative, broken or absurd."""
    amount = number * factor
    if amount < 0:
        return Reading(None, "negative_amount")
    if amount > IMPLAUSIBLE:
        return Reading(None, "amount_implausible")
    if amount != int(amount):
        return Reading(None, "unreadable_amount")
    return Reading(int(amount))


def _times(number: float, factor: int) -> int:
    # A book in thousands where someone typed 10000 all the same: 10 million would be absurd.
    return 1 if factor > 1 and number >= 5_000 else factor


def has_digit(text: str) -> bool:
    """Whether any digit stands in `text`."""
    return _DIGIT.search(text) is not None
