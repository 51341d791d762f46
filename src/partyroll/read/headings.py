"""What a heading means: synonyms with accents first, without only where one field fits."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from partyroll.read.grid import Value, as_text
from partyroll.read.heading_words import (
    STAR,
    key,
    loose_key,
    without_hints,
    without_number,
)
from partyroll.read.meanings import UNKNOWN, Meaning
from partyroll.read.rating_headings import rating_below
from partyroll.read.synonyms import (
    abbreviations,
    below_fields,
    doubtful,
    parents,
    shipped,
    shipped_folds,
    shipped_loose,
    unique_folds,
)
from partyroll.read.time_headings import detail_of_month, full_year, month_below, month_named
from partyroll.text import clean, fold

NO_FIELD = "-"  # what a heading is taught to mean that is to be left alone
_TAUGHT_MONTH = re.compile(
    r"(?P<book>month|dues|meetings):(?:(?P<year>\d{4})-)?(?P<month>\d{1,2})"
)
# Facts of a person that are told apart by their look.
_OF_ONE = frozenset(
    {"full_name", "birth_date", "admission_date", "official_date", "phone", "gender"}
    | {"card_no", "card_no_old", "national_id", "old_national_id", "resume_no"}
)
_SLASH = re.compile(r"\s*[;/]\s*")
_SEPARATORS = (re.compile(r"\s*\n\s*"), re.compile(r"\s*[;/]\s*"), re.compile(r"\s*[,\n;/]\s*"))
_PLACES = frozenset({"birth_place", "hometown", "permanent_address", "current_address"})


# Other decisions, on admission or praise, have columns of their own.
_OF_LEAVING = re.compile(
    r"^(?:qd|quyet dinh)(?: so)?"
    r"(?: (?:xoa ten|bi xoa ten|khai tru|cho ra|ra khoi|dua ra|xin ra)\b.*)?$"
)
_DECISIONS = frozenset({"exit_decision_no", "exit_decision_date"})


class Dictionary:
    """The synonyms of one import: those that ship, and those the user taught.

    What was taught comes first: heading → field, as `meaning_of` reads it.
    """

    def __init__(self, taught: Mapping[str, str] | None = None) -> None:
        self._taught = {key(text): meaning_of(f) for text, f in (taught or {}).items()}
        fields = {text: m.fields for text, m in self._taught.items() if m.fields}
        self._exact = {**shipped(), **fields}
        self._folded = unique_folds(self._exact) if fields else shipped_folds()
        own = {loose_key(text, abbreviations()): key(text) for text in taught or {}}
        self._loose = {
            **shipped_loose(),
            **{o: fields[k] for o, k in own.items() if k in fields},
        }
        self._seen: dict[str, Meaning] = {}

    def meaning(self, value: Value) -> Meaning:
        """Return what a single heading cell means."""
        if isinstance(value, date):
            return Meaning(month=value.month, year=value.year)
        text = value if isinstance(value, str) else as_text(value)
        if text not in self._seen:
            self._seen[text] = self._look_up(text)
        return self._seen[text]

    def under(self, parent: str, child: Value) -> Meaning:
        """Return what `child` means below the heading `parent`."""
        text = as_text(child)
        for taught in (key(f"{parent} › {text}"), key(text)):
            if taught in self._taught:
                return self._taught[taught]
        return self._under(parent, child)

    def _under(self, parent: str, child: Value) -> Meaning:
        own = self.meaning(child)
        inherited = self.meaning(parent) if parent else UNKNOWN
        if own.month is not None:
            return month_below(own, parent)
        if inherited.month is not None and not inherited.bare:
            return detail_of_month(inherited, own, as_text(child))
        told = rating_below(inherited, own) or _below_decision(
            parent, inherited, as_text(child)
        )
        if told is not None:
            return told
        children = _children(parent, inherited)
        if children is not None:
            for field in own.fields:
                if field in children:
                    return Meaning((children[field],))
            if "*" in children:
                return Meaning((children["*"],))
        joined = self.meaning(f"{parent} {as_text(child)}") if parent else UNKNOWN
        return joined if joined.known and not own.known else own if own.known else UNKNOWN

    def _look_up(self, text: str) -> Meaning:
        if not (plain := clean(text)) or len(plain) > 160:
            return UNKNOWN
        return (
            self._as_written(plain)
            or month_named(fold(STAR.sub("", plain)))
            or _doubtful(plain)
            or self._slashed(plain)
            or self._loosely(plain)
            or self._without_accents(plain)
            or self._flattened(plain)
            or self._decided(plain)
            or self._composite(text)
        )

    def _as_written(self, plain: str) -> Meaning | None:
        for form in _forms(plain):
            if key(form) in self._taught:
                return self._taught[key(form)]
            if fields := self._exact.get(key(form)):
                return Meaning(fields)
        return None

    def _without_accents(self, plain: str) -> Meaning | None:
        found = (self._folded.get(fold(key(form))) for form in _forms(plain))
        return next((Meaning(fields) for fields in found if fields), None)

    def _loosely(self, plain: str) -> Meaning | None:
        """Return what a heading means with its short words written out: "Họ tên ĐV"."""
        forms = dict.fromkeys((plain, without_hints(plain)))
        found = (self._loose.get(loose_key(form, abbreviations())) for form in forms)
        return next((Meaning(fields) for fields in found if fields), None)

    def _flattened(self, plain: str) -> Meaning | None:
        """Return the meaning of "Quê quán (2 cấp) - Tỉnh *": a parent and its part in one."""
        parent, dash, part = plain.partition(" - ")
        if not (dash and part):
            return None
        fields = self._exact.get(key(parent)) or self._exact.get(key(without_hints(parent)))
        return Meaning(fields) if fields and set(fields) <= _PLACES else None

    def _decided(self, plain: str) -> Meaning | None:
        """Return the meaning of "Số QĐ của huyện ủy": whose decision it is adds nothing."""
        what, of, _ = plain.partition(" của ")
        meaning = self.meaning(what) if of else UNKNOWN
        return meaning if meaning.fields and set(meaning.fields) <= _DECISIONS else None

    def _slashed(self, plain: str) -> Meaning | None:
        """Return the meaning of "Ngày vào Đảng/Chính thức": two facts, not one long name."""
        parts = [part for part in _SLASH.split(plain) if part.strip()]
        fields = [self._exact.get(key(without_hints(part)), ()) for part in parts]
        apart = {one for own in fields for one in own}
        if len(parts) < 2 or not all(fields) or len(apart) < len(parts) or apart - _OF_ONE:
            return None
        return Meaning(tuple(one for own in fields for one in own))

    def _composite(self, text: str) -> Meaning:
        for separator in _SEPARATORS:
            parts = [part for part in separator.split(text.strip()) if part.strip()]
            if not 2 <= len(parts) <= 6:
                continue
            fields = [self._part(part) for part in parts]
            if all(fields):
                return Meaning(tuple(dict.fromkeys(f for field in fields for f in field)))
        return UNKNOWN

    def _part(self, text: str) -> tuple[str, ...]:
        if fields := self._exact.get(key(without_hints(text))):
            return fields
        loose = self._loosely(clean(text))
        return loose.fields if loose else ()


def _below_decision(parent: str, inherited: Meaning, child: str) -> Meaning | None:
    """Return the meaning of "Số" or "Ngày" below "QĐ xóa tên"."""
    folded, own = fold(parent), fold(child).strip(" .:")
    if set(inherited.fields) - _DECISIONS or not _OF_LEAVING.search(folded):
        return None
    if own in {"so", "so qd", "so quyet dinh", "so van ban"}:
        return Meaning(("exit_decision_no",))
    if re.fullmatch(r"ngay(?:,? thang(?:,? nam)?)?(?: ky| ban hanh| qd| ra qd)?", own):
        return Meaning(("exit_decision_date",))
    return None


def _doubtful(plain: str) -> Meaning | None:
    doubt = doubtful().get(key(without_hints(plain)))
    return Meaning((doubt[0],), only_if=doubt[1]) if doubt else None


def _forms(plain: str) -> Iterator[str]:
    """Yield a heading as written, without hints, without its column's number."""
    bare = without_number(plain)
    yield from dict.fromkeys((plain, without_hints(plain), bare, without_hints(bare)))


def _children(parent: str, inherited: Meaning) -> Mapping[str, str] | None:
    """Return what the headings below `parent` mean there, by its words or by its field."""
    for form in (parent, without_hints(parent)):
        if children := parents().get(key(form)):
            return children
    only = inherited.fields[0] if len(inherited.fields) == 1 else ""
    return below_fields().get(only)


def meaning_of(field: str) -> Meaning:
    """Return what a heading means that was taught as `field`.

    A field, several joined by "+", a month ("month:3", "dues:2024-03"), or "-": nothing.
    """
    if field == NO_FIELD:
        return UNKNOWN
    if found := _TAUGHT_MONTH.fullmatch(field):
        meeting = {"month": None, "dues": False, "meetings": True}[found["book"]]
        return Meaning((), int(found["month"]), full_year(found["year"]), meeting)
    return Meaning(tuple(field.split("+")))
