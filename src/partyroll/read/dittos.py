"""Signs that repeat the cell above: "nt", "như trên", a ditto mark."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from partyroll.read.grid import Grid, Value

_LONGEST = 12
_DITTO = re.compile(
    r"[\s.–_-]*(?:[\"”“„″〃ʺ]{1,3}|'{2,3}|’’|‘‘|,,|//|n[./]?t|như trên|nhu tren)[\s.–_-]*",
    re.IGNORECASE,
)
# What belongs to one person is never the same as above: a sign there is a fault.
OWN = frozenset(
    {"row_no", "full_name", "family_name_part", "given_name_part", "birth_name", "other_name"}
    | {"birth_date", "birth_male", "birth_female", "age", "party_age", "phone", "email"}
    | {"national_id", "old_national_id", "card_no", "card_no_old", "member_code"}
    | {"resume_no", "badge_no"}
)

Repeated = tuple[int, Value]  # the row of a sign, and what it repeats


def is_ditto(value: Value) -> bool:
    """Whether a cell says nothing but "the same as above"."""
    return (
        isinstance(value, str)
        and len(value) <= _LONGEST
        and _DITTO.fullmatch(value) is not None
    )


def said_above(
    grid: Grid, row: int, column: int, body: Sequence[int], known: dict[int, Repeated]
) -> Value:
    """Return what the nearest person above says in a column; "" = there is nothing to repeat.

    `body` are the rows of persons of the table, in order; `known` remembers by column what
    the last sign repeated, so that a column of signs is walked once.
    """
    last, repeated = known.get(column, (-1, ""))
    found: Value = ""
    for place in range(bisect_left(body, row) - 1, -1, -1):
        if body[place] == last:
            found = repeated
            break
        shown = grid.shared(body[place], column) or (body[place], column)
        found = grid.value(*shown)
        if not is_ditto(found):
            break
    found = "" if is_ditto(found) else found  # nothing but signs, up to the heading
    known[column] = row, found
    return found
