"""Which known help, praise or discipline a newer statement speaks of.

None of them has a number that everybody writes, so they are told apart by what was stated.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partyroll.store.digests import Value
from partyroll.store.facts import Key
from partyroll.store.facts import Values as Stored
from partyroll.text import same_key

_OTHER = "OTHER"
_PLACE = frozenset({"unit_id", "source_id", "sheet", "row"})


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of facts and what tells two of one person apart.

    `same` must be equal; what differs in `telling` makes two of them; `worded` counts only
    while not both say the `day`.
    """

    table: str
    id_column: str
    same: str
    telling: tuple[str, ...]
    worded: tuple[str, ...]
    day: str


SUPPORT = Sort(
    "support",
    "support_id",
    "need",
    ("measure", "provided_on", "opened_on"),
    ("measure_text",),
    "provided_on",
)
AWARD = Sort(
    "award",
    "award_id",
    "form",
    ("badge_years", "awarded_on", "decision_no"),
    ("form_text", "reason_text"),
    "awarded_on",
)
DISCIPLINE = Sort(
    "discipline", "discipline_id", "form", ("decided_on", "decision_no"), (), "decided_on"
)


def best_fit(
    sort: Sort, known: Iterable[tuple[Key, Stored]], stated: Stored, *, whole: bool = False
) -> Key | None:
    """Return the known fact of the same person that `stated` speaks of, the closest of many.

    `whole`: only one that says all that is stated already.
    """
    found = [
        (differing, -agreeing, str(key[0]), key)
        for key, row in known
        if _may_be(sort, row, stated)
        for differing, agreeing in (_compared(row, stated),)
        if not (whole and differing)
    ]
    return min(found)[-1] if found else None


def merged(known: Stored, stated: Stored) -> dict[str, Value]:
    """Return what holds after a statement; a blank or a vaguer day takes nothing back."""
    return {column: _kept(column, known.get(column), value) for column, value in stated.items()}


def _kept(column: str, known: Value, stated: Value) -> Value:
    if stated is None:
        return known
    if _is_day(column) and known is not None and str(known).startswith(str(stated)):
        return known
    return stated


def _may_be(sort: Sort, known: Stored, stated: Stored) -> bool:
    if known["person_id"] != stated["person_id"] or known[sort.same] != stated[sort.same]:
        return False
    telling = [*sort.telling, *_only_words(sort, stated)]
    if known.get(sort.day) is None or stated.get(sort.day) is None:
        telling += sort.worded
    return all(_agree(column, known.get(column), stated.get(column)) for column in telling)


def _only_words(sort: Sort, stated: Stored) -> list[str]:
    """Return the columns of words that alone say what an OTHER is."""
    columns = (sort.same, *(column for column in sort.telling if f"{column}_text" in stated))
    return [f"{column}_text" for column in columns if stated.get(column) == _OTHER]


def _agree(column: str, known: Value, stated: Value) -> bool:
    if known is None or stated is None:
        return True
    one, other = str(known), str(stated)
    if _is_day(column):
        return one.startswith(other) or other.startswith(one)
    return same_key(one) == same_key(other)


def _compared(known: Stored, stated: Stored) -> tuple[int, int]:
    """Return how many stated values the known fact has not, and how many it has."""
    values = [
        (known.get(column), value)
        for column, value in stated.items()
        if value is not None and column not in _PLACE
    ]
    agreeing = sum(str(one) == str(other) for one, other in values)
    return len(values) - agreeing, agreeing


def _is_day(column: str) -> bool:
    return column.endswith(("_on", "_to"))


def said_of(row: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
    """Return all that a statement says, to see whether it is said twice."""
    return tuple((c, v) for c, v in row.items() if v is not None and c not in _PLACE)
