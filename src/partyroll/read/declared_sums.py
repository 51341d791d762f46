"""Whether printed totals and shares agree with the numbers; told, never mended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from partyroll.period import Term
from partyroll.read.grid import as_text
from partyroll.read.headcounts import whole_number
from partyroll.read.lines import Line, LineKind
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block
from partyroll.text import fold, thousands

_SHARE = re.compile(r"^(?:ty le|ty trong|ti le)\b|^%$")
_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d+))?\s*%?")
_ARRIVALS = frozenset({"ADMITTED", "READMITTED", "RESTORED", "IN"})
_LEAST = Fraction(1, 100)  # of a percentage point

Told = tuple[int, Remark]


@dataclass(frozen=True, slots=True)
class Counted:
    """A column of numbers: what it counts, and the period of its own heading."""

    column: int
    what: str
    period: Term | None = None


def sum_remarks(block: Block, counted: Sequence[Counted]) -> Iterator[Told]:
    """Yield the printed sums and shares that differ from the numbers of the rows."""
    columns = [one.column for one in counted]
    bodies = block.of(LineKind.BODY)
    totals = block.of(LineKind.TOTAL)
    if len({one.what in _ARRIVALS for one in counted}) == 1:  # no sum of both is meant
        yield from _across(block, bodies, columns)
    for line in totals:
        for column in columns:
            yield from _down(block, bodies, line, column)
    yield from _shares(block, bodies, totals, columns)


def _down(block: Block, bodies: list[Line], line: Line, column: int) -> Iterator[Told]:
    printed = whole_number(block.grid.value(line.row, column))
    numbers = [whole_number(block.grid.value(body.row, column)) for body in bodies]
    stated = [number for number in numbers if number is not None]
    # A unit that stands above the others in the same list has their sum itself.
    if printed is None or not stated or printed in {sum(stated), *stated}:
        return
    yield line.row, _mismatch(column, printed, sum(stated))


def _across(block: Block, bodies: list[Line], columns: Sequence[int]) -> Iterator[Told]:
    """A row's own total, where every column before it counts something."""
    total = block.head.first("total")
    own = [column for column in columns if total is None or column < total.index]
    if total is None or len(own) < 2 or total.index in columns:
        return
    for line in bodies:
        printed = whole_number(block.grid.value(line.row, total.index))
        numbers = [whole_number(block.grid.value(line.row, column)) for column in own]
        added = sum(number for number in numbers if number is not None)
        if printed is not None and any(numbers) and printed != added:
            yield line.row, _mismatch(total.index, printed, added)


def _mismatch(column: int, printed: int, added: int) -> Remark:
    clue = f"cộng các số được {thousands(added)}"
    return Remark(column, "total_mismatch", thousands(printed), None, clue)


def _shares(
    block: Block, bodies: list[Line], totals: list[Line], columns: Sequence[int]
) -> Iterator[Told]:
    shares = [c.index for c in block.head.columns if _SHARE.match(fold(c.text))]
    if len(shares) != 1 or len(columns) != 1 or not totals:
        return
    whole = whole_number(block.grid.value(totals[-1].row, columns[0]))
    for line in bodies:
        part = whole_number(block.grid.value(line.row, columns[0]))
        printed = as_text(block.grid.value(line.row, shares[0]))
        if whole and part is not None and not share_holds(part, whole, printed):
            exact = f"{part * 100 / whole:.2f}".replace(".", ",")
            clue = f"tính lại được {exact}%"
            yield line.row, Remark(shares[0], "total_mismatch", printed, None, clue)


def share_holds(part: int, whole: int, printed: str) -> bool:
    """Whether a printed percentage is `part` of `whole`, rounded or cut off.

    Many papers cut decimals off: what the cut or the rounding can explain is no difference,
    nor is a hundredth of a percentage point.  What is no percentage is not judged.
    """
    found = _PERCENT.fullmatch(printed.strip())
    if found is None:
        return True
    decimals = found[2] or ""
    place = Fraction(1, 10 ** len(decimals))
    above = Fraction(part * 100, whole) - int(found[1] + decimals) * place
    return -max(place / 2, _LEAST) <= above < place or abs(above) <= _LEAST
