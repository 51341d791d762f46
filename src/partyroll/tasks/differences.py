"""What an import changes about people the ledger knows: before and after, in words."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from partyroll.messages import DUES_LETTER, FIELD, MEETING_LETTER, STATUS
from partyroll.model import Letter
from partyroll.period import PartialDate
from partyroll.store.draft import Draft, place_of
from partyroll.store.facts import Values as Stored

_DATES = frozenset({"birth_date", "admission_date", "admission_decision_date", "official_date"})
NOT_STATED = "(trống)"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing the ledger holds of a person, and what a row says instead."""

    full_name: str
    what: str
    before: str
    after: str
    sheet: str = ""
    row: int | None = None

    @property
    def fills(self) -> bool:
        """Whether nothing was stated before: the row adds, and takes nothing back."""
        return self.before == NOT_STATED


def differences_of(
    draft: Draft, name_of: Callable[[str], str], sources: Mapping[str, str]
) -> dict[str, tuple[Difference, ...]]:
    """Return, by source and in the order of its rows, what is said anew of people known.

    `sources` are those that bring the books of this command, by book.
    """
    found: dict[str, list[Difference]] = defaultdict(list)
    for before, after in draft.altered("person_version"):
        found[str(after["source_id"])] += _person(before, after)
    for before, after in draft.contradicted("person_version"):
        told = (one for one in _person(before, after) if not one.fills)
        found[str(after["source_id"])] += told
    for before, after in draft.altered("book_line"):
        name = name_of(str(after["person_id"]))
        found[str(after["source_id"])] += _months(name, before, after)
    for line, what, old, new in (*_notes(draft), *_payments_gone(draft)):
        source = sources.get(str(line["book_id"]), str(line["source_id"]))
        name = name_of(str(line["person_id"]))
        found[source].append(Difference(name, what, old, new, *_place(line)))
    return {source: tuple(sorted(told, key=_where)) for source, told in found.items()}


def _where(one: Difference) -> tuple[str, int]:
    return one.sheet, one.row or 0


def _place(row: Stored) -> tuple[str, int | None]:
    place = place_of(row)
    return (place.sheet, place.row) if place else ("", None)


def _person(before: Stored, after: Stored) -> Iterator[Difference]:
    for column, words in FIELD.items():
        if column in after and before[column] != after[column]:
            name = str(after["full_name"])
            old, new = _shown(column, before[column]), _shown(column, after[column])
            yield Difference(name, words, old, new, *_place(after))


def _shown(column: str, value: str | int | None) -> str:
    if value in {None, ""}:
        return NOT_STATED
    if column in _DATES:
        return PartialDate.parse(str(value)).vi
    return STATUS.get(str(value), str(value))


class _Beside(NamedTuple):
    """What stands beside the months of a line and is said otherwise."""

    line: Stored
    what: str
    before: str
    after: str


def _notes(draft: Draft) -> Iterator[_Beside]:
    """Yield notes of cells that read otherwise; a note that came or went turns the letter."""
    lines = draft.rows("book_line")
    for before, after in draft.altered("book_note"):
        line = lines.get((after["book_id"], after["person_id"]))
        if line is not None:
            what = f"{_month(line, int(after['position'] or 0) + 1)}, ghi chú"
            yield _Beside(line, what, str(before["text"]), str(after["text"]))


def _payments_gone(draft: Draft) -> Iterator[_Beside]:
    """Yield payments in other cells than the month's own, a remark, that are stated no more."""
    gone = [before for before, after in draft.compared("payment") if before and not after]
    if not gone:
        return
    lines, kept = draft.rows("book_line"), set(map(_paid, draft.rows("payment").values()))
    for paid in gone:
        line = lines.get((paid["book_id"], paid["person_id"]))
        if line is not None and not paid["own"] and _paid(paid) not in kept:
            year, month = str(paid["month"]).split("-")
            day = paid["paid_on"]
            words = f"đã đóng {PartialDate.parse(str(day)).vi}" if day else "đã đóng"
            what = f"đảng phí tháng {int(month)}/{year} (ô {paid['cell']})"
            yield _Beside(line, what, words, NOT_STATED)


def _paid(payment: Stored) -> tuple[object, object]:
    return payment["person_id"], payment["month"]


def _month(line: Stored, place: int) -> str:
    if line["kind"] == "dues":
        return f"đảng phí tháng {place}/{line['year']}"
    return f"sinh hoạt, buổi {place}"


def _months(name: str, before: Stored, after: Stored) -> Iterator[Difference]:
    dues = after["kind"] == "dues"
    for place, old, new in turned(str(before["letters"]), str(after["letters"]), dues=dues):
        yield Difference(name, _month(after, place), old, new, *_place(after))


class Turned(NamedTuple):
    """A letter of a book that turned into another: its place, both in words."""

    place: int
    before: str
    after: str


def turned(before: str, after: str, *, dues: bool) -> Iterator[Turned]:
    """Yield the letters of a line that another line of the same book says otherwise."""
    words = {**(DUES_LETTER if dues else MEETING_LETTER), Letter.BLANK: NOT_STATED}
    for place, (old, new) in enumerate(zip(before, after, strict=False), start=1):
        if old != new:
            yield Turned(place, words.get(old, old), words.get(new, new))
