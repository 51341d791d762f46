"""What a heading means: synonyms with accents first, without only where one field fits."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from partyroll.read.grid import Value, as_text
from partyroll.read.heading_words import (
    STAR,
    key,
    loose_key,
    without_hints,
    without_number,
)
from partyroll.read.synonyms import (
    abbreviations,
    below_fields,
    doubtful,
    parents,
    shipped,
    shipped_loose,
    unique_folds,
)
from partyroll.text import clean, fold


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one heading says; nothing set = unknown."""

    fields: tuple[str, ...] = ()
    month: int | None = None  # as written: 0 and 13 are told, not read
    year: int | None = None
    meeting: bool | None = None  # True/False where the heading says meetings or dues
    bare: bool = False  # a lone number: a month only in the right company
    span: int = 1  # how many months it stands for: a quarter, half a year
    pair: tuple[int, int] | None = None  # "03/01": which is the month, its neighbours say
    only_if: str = ""  # what the values must be for it: "SN" is a birth date over dates

    @property
    def known(self) -> bool:
        """Whether the heading says anything by itself."""
        return bool(self.fields) or (self.month is not None and not self.bare)

    @property
    def months(self) -> range:
        """The numbers of the months it stands for."""
        first = self.month or 0
        return range(first, first + self.span)


UNKNOWN = Meaning()
NO_FIELD = "-"  # what a heading is taught to mean that is to be left alone
_TAUGHT_MONTH = re.compile(
    r"(?P<book>month|dues|meetings):(?:(?P<year>\d{4})-)?(?P<month>\d{1,2})"
)
_SEPARATORS = (re.compile(r"\s*\n\s*"), re.compile(r"\s*[;/]\s*"), re.compile(r"\s*[,\n;/]\s*"))
_MONTH = re.compile(
    r"(?P<lead>(?:sh|sinh hoat|hop|ky|dp|dang phi|thu|dong|nop)\b[ .]*(?:chi bo\s*)?)?"
    r"(?P<word>thang|thg|th|t)?[ .]*(?P<month>\d{1,2})"
    r"(?:\s*[/.-]\s*(?P<year>\d{4}|\d{2}))?(?:\s*(?P<tail>\([^)]*\)|lan \d))?"
)
_DAY = re.compile(r"(?:ngay )?\d{1,2}[/.-](\d{1,2})[/.-]((?:19|20)\d\d)")  # of one meeting
_PAIR = re.compile(r"(?:ngay )?(\d{1,2})[/.-](\d{1,2})")
_QUARTER = re.compile(
    r"(?:quy|q)[ .]*(iv|i{1,3}|[1-4])(?:\s*(?:[/.-]|nam)?\s*((?:19|20)\d\d))?"
)
_HALF = re.compile(r"(?:6|sau) thang (dau|cuoi)(?: nam)?(?: ((?:19|20)\d\d))?")
_YEAR = re.compile(
    r"(?:nam|n|cuoi nam|xl nam|so dang vien nam"
    r"|(?:ket qua )?(?:danh gia,? )?xep loai(?: chat luong)?(?: dang vien)? nam)?"
    r"[ .]*((?:19|20)\d\d)"
)
_WORDS = "mot,hai,ba,tu,nam,sau,bay,tam,chin,muoi,muoi mot,muoi hai"
_WORD_MONTHS = {f"thang {word}": number for number, word in enumerate(_WORDS.split(","), 1)}
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_MONTH = re.compile(rf"({'|'.join(_ENGLISH)})[a-z]*[ .-]*(\d{{4}}|\d{{2}})?")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_PLACES = frozenset({"birth_place", "hometown", "permanent_address", "current_address"})
_MEETING_LEAD = re.compile(r"sh\b|sinh hoat|hop\b|ky\b")


class Dictionary:
    """The synonyms of one import: those that ship, and those the user taught.

    What was taught comes first: heading → field, as `meaning_of` reads it.
    """

    def __init__(self, taught: Mapping[str, str] | None = None) -> None:
        self._taught = {key(text): meaning_of(f) for text, f in (taught or {}).items()}
        fields = {text: m.fields for text, m in self._taught.items() if m.fields}
        self._exact = {**shipped(), **fields}
        self._folded = unique_folds(self._exact)
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
            return _month_below(own, parent)
        if inherited.month is not None and not inherited.bare:
            return _detail_of_month(inherited, own, as_text(child))
        if (rating := _rating_below(inherited, own)) is not None:
            return rating
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
            or _month(fold(STAR.sub("", plain)))
            or _doubtful(plain)
            or self._loosely(plain)
            or self._without_accents(plain)
            or self._flattened(plain)
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
        return Meaning((), int(found["month"]), _full_year(found["year"]), meeting)
    return Meaning(tuple(field.split("+")))


def _month(folded: str) -> Meaning | None:
    if (several := _several_or_day(folded)) is not None:
        return several
    if folded in _WORD_MONTHS:
        return Meaning(month=_WORD_MONTHS[folded])
    if folded in _ROMAN:
        return Meaning(month=_ROMAN.index(folded) + 1, bare=True)
    if found := _ENGLISH_MONTH.fullmatch(folded):
        return Meaning(month=_ENGLISH.index(found[1]) + 1, year=_full_year(found[2]))
    if found := _YEAR.fullmatch(folded):
        return Meaning(("year_column",), year=int(found[1]))
    if found := _DAY.fullmatch(folded):
        return Meaning(month=int(found[1]), year=int(found[2]))
    found = _MONTH.fullmatch(folded)
    if found is None or (found["year"] and len(found["year"]) == 2 and not found["word"]):
        return None
    lead = f"{found['lead'] or ''}{found['tail'] or ''}"
    meeting = bool(_MEETING_LEAD.search(lead)) if lead else None
    bare = not (found["lead"] or found["word"] or found["year"])
    return Meaning((), int(found["month"]), _full_year(found["year"]), meeting, bare)


def _several_or_day(folded: str) -> Meaning | None:
    """Return a heading that is a quarter, half a year, or a day such as 03/01."""
    if found := _PAIR.fullmatch(folded):
        first, second = int(found[1]), int(found[2])
        return Meaning(month=min(second, 12), bare=True, pair=(first, second))
    if found := _QUARTER.fullmatch(folded):
        number = _ROMAN.index(found[1]) + 1 if found[1] in _ROMAN else int(found[1])
        return _quarter(number, _full_year(found[2]))
    if found := _HALF.fullmatch(folded):
        return Meaning(month=1 if found[1] == "dau" else 7, year=_full_year(found[2]), span=6)
    return None


def _quarter(number: int, year: int | None) -> Meaning:
    return Meaning(month=number * 3 - 2, year=year, span=3) if 1 <= number <= 4 else UNKNOWN


def _full_year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _month_below(own: Meaning, parent: str) -> Meaning:
    folded = fold(parent)
    if own.bare and re.search(r"\bquy$", folded):
        return _quarter(own.month or 0, None)
    meeting = own.meeting
    if meeting is None and folded:
        meeting = says_meetings(folded)
    year = own.year
    if year is None and (found := re.search(r"\b(?:19|20)\d\d\b", folded)):
        year = int(found[0])
    said = re.search(r"thang|nop|dang phi|dong|thu\b|sinh hoat|hop\b", folded)
    bare = own.bare and (own.pair is not None or said is None)
    return replace(own, fields=(), year=year, meeting=meeting, bare=bare)


def _detail_of_month(month: Meaning, own: Meaning, text: str) -> Meaning:
    folded = fold(text)
    if own.fields == ("total",):
        return Meaning(("subtotal",))
    if (
        not folded
        or own.fields == ("dues_collected",)
        or re.match(r"(lan|ky|buoi) ?\d", folded)
    ):
        return month
    if re.match(r"(?:sinh hoat |sh |hop )?(?:dinh ky|thuong ky|chuyen de|bat thuong)$", folded):
        return Meaning((), month.month, month.year, meeting=True)
    if own.fields == ("attendance_sum",):
        return Meaning((), month.month, month.year, meeting=True)
    return UNKNOWN


# Who rates, by the heading: a stage's own words, or the name of the body alone.
_STAGES = {
    "rating_self": "rating_self",
    "rating_cell": "rating_cell",
    "unit_cell": "rating_cell",
    "rating": "rating",
    "unit_parent": "rating",
}
_RATINGS = frozenset({"rating", "rating_self", "rating_cell"})


def _rating_below(above: Meaning, own: Meaning) -> Meaning | None:
    """Return what a heading means below "Xếp loại", below a stage, or below a year of both."""
    if above.fields == ("year_column",):
        stage = next((_STAGES[field] for field in own.fields if field in _STAGES), None)
        return Meaning((stage,), year=above.year) if stage else None
    if len(above.fields) != 1 or above.fields[0] not in _RATINGS:
        return None
    if own.fields == ("year_column",):
        return Meaning(above.fields, year=own.year)
    stage = next((_STAGES[field] for field in own.fields if field in _STAGES), "")
    if own.fields and not stage:
        return own
    return Meaning((stage,) if stage not in {"", "rating"} else above.fields)


def says_meetings(folded: str) -> bool | None:
    """Return True for words of meetings, False for words of dues, None for neither or both."""
    meetings = re.search(
        r"diem danh|sinh hoat|\bdu hop|\bhop\b|chuyen can|\bsh\b|\bvang\b|tham du", folded
    )
    dues = re.search(r"dang phi|\bdp\b|\bthu,? nop\b|nop tien|so tien|\bdp ?\d", folded)
    if bool(meetings) is bool(dues):
        return None
    return bool(meetings)
