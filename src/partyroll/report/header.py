"""What stands above every output: which days count, and by which date."""

import re

from partyroll.period import Term

COUNTED_BY = "tính theo ngày quyết định (không có thì theo ngày sự việc)"
_ROUNDED = "Kỳ {} tính tròn năm vì chưa khai ngày đại hội"
_YEARS = re.compile(r"\d{4}(\s*[-–]\s*\d{4})?")


def is_years(term: Term) -> bool:
    """Whether the term is called by years: "2020-2025", "2024"."""
    return _YEARS.fullmatch(term.label) is not None


def term_line(term: Term) -> str:
    """Return the exact bounds of the term and the date that exits are counted by."""
    named = term.congress or is_years(term)
    name = f"Kỳ {term.label}: từ" if named else "Từ"
    return f"{name} {term.vi}, {COUNTED_BY}{_unfinished(term)}"


def _unfinished(term: Term) -> str:
    return f"; kỳ đến hết {term.planned_end:%d/%m/%Y}" if term.planned_end else ""


def bounds_note(term: Term) -> str:
    """Return what to know of the bounds of a term named by its years; "" where stated."""
    if term.congress or not is_years(term) or term.label.strip().isdecimal():
        return ""
    return f"{_ROUNDED.format(term.label)} (mục [[term]] trong partyroll.toml)."


def bounds_caution(term: Term) -> str:
    """Return the same for a paper, whose reader sets nothing."""
    return f"{_ROUNDED.format(term.label)}." if bounds_note(term) else ""
