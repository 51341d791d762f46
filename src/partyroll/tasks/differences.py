"""What an import would change about people the ledger knows: before and after, in words."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from partyroll.messages import DUES_LETTER, FIELD, MEETING_LETTER, STATUS
from partyroll.model import Letter
from partyroll.period import PartialDate
from partyroll.store.draft import Draft
from partyroll.store.facts import Values as Stored

_DATES = frozenset({"birth_date", "admission_date", "admission_decision_date", "official_date"})
_NOT_STATED = "(trống)"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing the ledger holds of a person, and what it would hold after the import."""

    full_name: str
    what: str
    before: str
    after: str


def differences_of(draft: Draft, name_of: Callable[[str], str]) -> dict[str, list[Difference]]:
    """Return, by source, what would be said differently of people already known."""
    found: dict[str, list[Difference]] = defaultdict(list)
    for before, after in draft.altered("person_version"):
        found[str(after["source_id"])] += _person(before, after)
    for before, after in draft.altered("book_line"):
        name = name_of(str(after["person_id"]))
        found[str(after["source_id"])] += _months(name, before, after)
    return found


def _person(before: Stored, after: Stored) -> Iterator[Difference]:
    for column, words in FIELD.items():
        if column in after and before[column] != after[column]:
            name = str(after["full_name"])
            shown = (_shown(column, row[column]) for row in (before, after))
            yield Difference(name, words, *shown)


def _shown(column: str, value: str | int | None) -> str:
    if value in {None, ""}:
        return _NOT_STATED
    if column in _DATES:
        return PartialDate.parse(str(value)).vi
    return STATUS.get(str(value), str(value))


def _months(name: str, before: Stored, after: Stored) -> Iterator[Difference]:
    dues = after["kind"] == "dues"
    words = {**(DUES_LETTER if dues else MEETING_LETTER), Letter.BLANK: _NOT_STATED}
    book = "đảng phí" if dues else "sinh hoạt"
    letters = zip(str(before["letters"]), str(after["letters"]), strict=False)
    for place, (old, new) in enumerate(letters, start=1):
        if old != new:
            what = f"{book} tháng {place}/{after['year']}" if dues else f"{book}, buổi {place}"
            yield Difference(name, what, words.get(old, old), words.get(new, new))
