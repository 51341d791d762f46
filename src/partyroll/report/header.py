"""What stands above every output: which days count, and by which date."""

import re

from partyroll.period import Term

COUNTED_BY = "tính theo ngày quyết định (không có thì theo ngày sự việc)"
_YEARS = re.compile(r"\d{4}(\s*[-–]\s*\d{4})?")


def term_line(term: Term) -> str:
    """Return the exact bounds of the term and the date that exits are counted by."""
    named = term.congress or _YEARS.fullmatch(term.label)
    name = f"Kỳ {term.label}: từ" if named else "Từ"
    return f"{name} {term.vi}, {COUNTED_BY}{_unfinished(term)}"


def _unfinished(term: Term) -> str:
    return f"; kỳ đến hết {term.planned_end:%d/%m/%Y}" if term.planned_end else ""


def bounds_note(term: Term) -> str:
    """Return what to know of the bounds of a term named by its years; "" where stated."""
    if term.congress or not _YEARS.fullmatch(term.label) or term.label.strip().isdecimal():
        return ""
    return (
        f"Kỳ {term.label} tính tròn năm vì chưa khai ngày đại hội"
        " (mục [[term]] trong partyroll.toml)."
    )
