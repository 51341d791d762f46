"""What a number format shows of a date."""

import re

_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def shown_precision(number_format: str) -> str:
    """Return what a date in this format shows: day, month, year, or "" (no date at all)."""
    code = _QUOTED.sub("", number_format).casefold().split(";", maxsplit=1)[0]
    if "y" not in code:
        return ""
    if "d" in code or "h" in code:
        return "day"
    return "month" if "m" in code else "year"
