"""Grids of those who owe or were absent: there a tick says the opposite of a book's tick."""

import re
from collections.abc import Iterator
from typing import Final

from partyroll.read.grid import as_text
from partyroll.read.lines import LineKind
from partyroll.read.tables import Block
from partyroll.text import fold

_FAILED: Final = re.compile(
    r"\b(?:chua|khong|cham) (?:nop|dong|thu)\b|\b(?:con )?no (?:dang phi|dp)\b"
    r"|\bvang (?:mat|hop|sinh hoat|sh)\b|\b(?:dang vien|d/c|dong chi) vang\b|\bbo sinh hoat\b"
    r"|\bkhong (?:du|tham gia|di) (?:hop|sinh hoat)\b"
)
# A book of everybody may name those who failed beside those who did not.
_EVERYBODY: Final = re.compile(
    r"\bco mat\b|\bda (?:nop|dong|thu)\b|\bthu,? nop\b|\bso thu\b|\bdiem danh\b"
    r"|[:=]|\bthang [\d ,va]+ (?:chi bo )?khong\b"
)
_TICKS: Final = frozenset({"x", "v", "✓", "✔", "√", "☑", "●", "•", "+", "co", "true"})
_NUMBER: Final = re.compile(r"[1-9][\d.,]*(?: ?(?:d|dong|k))?")


def who_failed(block: Block) -> str:
    """Return the words that make a grid one of debts or absences in ticks and sums, or "".

    Nobody is said to have paid or come where the heading says that they did not.
    """
    words = next(filter(_FAILED.search, _speaking(block)), "")
    return words if words and any(_ticked(block)) else ""


def _speaking(block: Block) -> Iterator[str]:
    """Yield what is written over the months, folded, unless it speaks of everybody."""
    over = (fold(c.text) for c in block.head.months if not c.meaning.tally)
    for line in (*block.title.words.split(" | "), fold(block.grid.name), *over):
        if not _EVERYBODY.search(line):
            yield line


def _ticked(block: Block) -> Iterator[bool]:
    """Yield whether a month's cell holds a tick or a sum that no legend explains."""
    for line in block.of(LineKind.BODY):
        for column in block.head.months:
            text = as_text(block.grid.value(line.row, column.index))
            plain = fold(text)
            marked = plain in _TICKS or _NUMBER.fullmatch(plain) is not None
            yield marked and text.casefold() not in block.legend
