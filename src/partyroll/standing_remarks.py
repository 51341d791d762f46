"""What a remark says of somebody's standing: elsewhere, exempt, excused, gone.

The words stand in `standing_remarks.toml`.  A remark is no paper: it names what people have to
confirm and lifts nothing for certain.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from partyroll.model import Ground
from partyroll.period import Month, PartialDate
from partyroll.text import clean, fold, same_key

_GROUNDS = {"dues": Ground.UNPAID_DUES, "meetings": Ground.SKIP_MEETINGS}
_DATE = re.compile(r"(?:(?:(\d{1,2})[./-])?(\d{1,2})[./-])?((?:19|20)\d\d)(?!\d)")
_TOKEN = re.compile(
    r"(?:(?:\d{1,2}[./-])?\d{1,2}[./-])?(?:19|20)\d\d(?!\d)"
    r"|\d+(?:[./]\d+)*|[^\W\d_]+|[^\w\s]"
)
_BOUNDS = frozenset({";", ".", "\n"})
_COMMAS = _BOUNDS | {","}
# Days behind these words are those of a debt: "đã đóng đủ, nợ T12".
_SAYS_ELSE = frozenset(map(same_key, ("nợ", "trừ")))
# Compared without accents, as they are in any spelling.
_UNTIL = frozenset({"den", "toi", "het"})
_DASHES = frozenset({"-", "–"})
_UNITS_OF_TIME = frozenset({"ngay", "thang", "t", "nam"})
_NUMBERED = frozenset({"so", "qd"})  # "QĐ 12/2024" is the number of a paper, no day
# Beside a book a month needs no year: "từ tháng 3", "T3-T5", "từ 15/3".
_MONTH = re.compile(r"(?:(\d{1,2})[./])?(\d{1,2})")
_MONTH_FOLLOWS = _UNTIL | _DASHES | {"tu", "thang", "th", "t"}

Tokens = Sequence[str]


@dataclass(frozen=True, slots=True)
class StandingRemark:
    """One thing that a remark says: what it may lift, and from when to when it may.

    `start` and `end` None = nobody wrote it, so that any month may be meant.  `meaning` says it
    in words, `cure` how it becomes a paper.
    """

    kind: str
    grounds: frozenset[Ground]
    meaning: str
    cure: str
    start: PartialDate | None = None
    end: PartialDate | None = None

    def may_lift(self, month: Month, ground: Ground) -> bool:
        """Whether the remark may speak of `month`; what is imprecise is read for the person."""
        return (
            ground in self.grounds
            and (self.start is None or Month.of(self.start.first) <= month)
            and (self.end is None or month <= Month.of(self.end.last))
        )


@dataclass(frozen=True, slots=True)
class _Pattern:
    """Words that mean one thing, as tokens: with accents, and without."""

    kind: str
    phrases: tuple[tuple[str, ...], ...]
    beside_dues: tuple[tuple[str, ...], ...]  # say it only of a row in a dues book
    grounds: frozenset[Ground]
    words: str
    cure: str
    until_day: bool
    either_way: bool
    unless_before: tuple[tuple[str, ...], ...]

    def written(self, *, in_book: bool) -> tuple[tuple[str, ...], ...]:
        """The phrases with accents."""
        return self.phrases + self.beside_dues if in_book else self.phrases

    def folded(self, *, in_book: bool) -> tuple[tuple[str, ...], ...]:
        """The phrases without accents; a single word could be another one."""
        written = self.written(in_book=in_book)
        bare = (tuple(fold(word) for word in phrase) for phrase in written)
        return tuple(
            phrase
            for phrase, accented in zip(bare, written, strict=True)
            if len(phrase) > 1 or phrase == accented
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the words of a pattern stand: from `first` up to but not including `after`."""

    pattern: _Pattern
    first: int
    after: int

    def moved(self, by: int) -> "_Found":
        """The same place, where the first `by` tokens are left out."""
        return _Found(self.pattern, self.first - by, self.after - by)


@lru_cache(maxsize=20_000)  # a roll repeats its remarks
def standing_remarks(text: str, book_year: int | None = None) -> tuple[StandingRemark, ...]:
    """Return what `text` says of somebody's standing; ordinary remarks say nothing.

    Words are compared with accents first, and without only where that finds none.  With
    `book_year` they stand beside a row of that year's dues: months without a year are its own.
    """
    tokens = _tokens(text)
    if not tokens:
        return ()
    in_book = book_year is not None
    found = _places(tokens, folded=False, in_book=in_book)
    if not found:
        tokens = [fold(token) or token for token in tokens]
        found = _places(tokens, folded=True, in_book=in_book)
    if not found:
        return ()
    if book_year is not None:
        tokens = _with_year(tokens, book_year)
    found = _as_one(tokens, found)
    edges = [0, *(one.after for one in found[:-1])], [*(one.first for one in found[1:]), None]
    said = (
        _said(tokens[since:until], one.moved(since))
        for one, since, until in zip(found, *edges, strict=True)
    )
    return tuple(dict.fromkeys(remark for remark in said if remark is not None))


def _tokens(text: str) -> list[str]:
    lines = (clean(line) for line in text.splitlines())
    return [_key(token) for token in _TOKEN.findall(" ; ".join(line for line in lines if line))]


def _key(token: str) -> str:
    return same_key(token) if token[0].isalpha() else token


# --- Which words ---------------------------------------------------------------------------
def _places(tokens: Tokens, *, folded: bool, in_book: bool) -> list[_Found]:
    """Return where patterns stand; of those that overlap the longest."""
    found: list[_Found] = []
    matches = _matches(tokens, folded=folded, in_book=in_book)
    for one in sorted(matches, key=lambda m: m.first - m.after):
        if all(one.after <= other.first or other.after <= one.first for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.first)


def _as_one(tokens: Tokens, found: Sequence[_Found]) -> list[_Found]:
    """Join words of one meaning with no day between them: "hộ nghèo, miễn từ tháng 6"."""
    joined: list[_Found] = []
    for one in found:
        last = joined[-1] if joined else None
        between = tokens[last.after : one.first] if last else ()
        if last is None or last.pattern is not one.pattern or not _COMMAS.issuperset(between):
            joined.append(one)
        else:
            joined[-1] = _Found(one.pattern, last.first, one.after)
    return joined


def _matches(tokens: Tokens, *, folded: bool, in_book: bool) -> Iterator[_Found]:
    begins = _beginnings(folded=folded, in_book=in_book)
    for first, token in enumerate(tokens):
        for phrase, pattern in begins.get(token, ()):
            after = first + len(phrase)
            if tuple(tokens[first:after]) == phrase:
                yield _Found(pattern, first, after)


Beginnings = Mapping[str, Sequence[tuple[tuple[str, ...], _Pattern]]]


@cache
def _beginnings(*, folded: bool, in_book: bool) -> Beginnings:
    found: dict[str, list[tuple[tuple[str, ...], _Pattern]]] = {}
    for pattern in _patterns():
        phrases = pattern.folded if folded else pattern.written
        for phrase in phrases(in_book=in_book):
            found.setdefault(phrase[0], []).append((phrase, pattern))
    return found


# --- What takes them back, and which days -------------------------------------------------
def _said(tokens: Tokens, found: _Found) -> StandingRemark | None:
    before = _before(tokens, found.first)
    pattern, days = found.pattern, _days(tokens, found)
    if _ends_with(before, _words("denied")) or _begins_with(
        tokens[found.after :], pattern.unless_before
    ):
        return None
    over = _ends_with(before, _words("ended"))
    if over or pattern.until_day:
        if not days.named:  # it is over, and nobody can tell since when
            return None
        return _remark(pattern, None, days.end or days.start)
    if pattern.either_way:
        return _remark(pattern, None, None)
    return _remark(pattern, days.start, days.end)


def _remark(
    pattern: _Pattern, start: PartialDate | None, end: PartialDate | None
) -> StandingRemark:
    return StandingRemark(
        pattern.kind, pattern.grounds, pattern.words, pattern.cure, start, end
    )


def _before(tokens: Tokens, first: int) -> Tokens:
    """Return the words before a place, without those that only lead to it."""
    end = first
    fillers = {fold(word) for phrase in _words("fillers") for word in phrase}
    while end and fold(tokens[end - 1]) in fillers:
        end -= 1
    return tokens[:end]


def _ends_with(tokens: Tokens, phrases: Sequence[tuple[str, ...]]) -> bool:
    bare = [fold(token) for token in tokens]
    return any(bare[-len(phrase) :] == [fold(word) for word in phrase] for phrase in phrases)


def _begins_with(tokens: Tokens, phrases: Sequence[tuple[str, ...]]) -> bool:
    bare = [fold(token) for token in tokens]
    return any(bare[: len(phrase)] == [fold(word) for word in phrase] for phrase in phrases)


@dataclass(frozen=True, slots=True)
class _Days:
    """The first and the last day named beside the words."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    @property
    def named(self) -> bool:
        return self.start is not None or self.end is not None


def _days(tokens: Tokens, found: _Found) -> _Days:
    """Return the days named after the words, else those just before them."""
    after = found.after
    while after < len(tokens) and tokens[after] not in _BOUNDS | _SAYS_ELSE:
        after += 1
    behind = _days_among(tokens, found.after, after)
    if behind.named:
        return behind
    first = found.first
    while first and tokens[first - 1] not in _COMMAS:
        first -= 1
    return _days_among(tokens, first, found.first)


def _with_year(tokens: Tokens, year: int) -> list[str]:
    """Return the tokens, to months without a year that of the book added.

    A month that leads to a dated one goes by that: "T3-T4/2023", "từ 11 đến 3/2025".
    """
    return [
        f"{token}/{_year_of(tokens, place, year)}" if _is_month(tokens, place) else token
        for place, token in enumerate(tokens)
    ]


def _is_month(tokens: Tokens, place: int) -> bool:
    found = _MONTH.fullmatch(tokens[place])
    if found is None or not place or not 1 <= int(found[2]) <= 12:
        return False
    before = fold(tokens[place - 1]) or tokens[place - 1]
    return before in _MONTH_FOLLOWS or (found[1] is not None and before == "ngay")


def _year_of(tokens: Tokens, place: int, book_year: int) -> int:
    after = place + 1
    while after < len(tokens) and (fold(tokens[after]) or tokens[after]) in _MONTH_FOLLOWS:
        after += 1
    leads = place + 1 < after < len(tokens)
    found = _DATE.fullmatch(tokens[after]) if leads else None
    month = _MONTH.fullmatch(tokens[place])
    if found is None or found[2] is None or month is None:
        return book_year
    return int(found[3]) - (int(month[2]) > int(found[2]))


def _days_among(tokens: Tokens, first: int, after: int) -> _Days:
    days = [
        (day, _closes(tokens, place))
        for place in range(first, after)
        if (day := _day(tokens, place)) is not None
    ]
    start = next((day for day, closes in days if not closes), None)
    end = next((day for day, closes in days if closes), None)
    if start is not None and end is not None and end.last < start.first:
        return _Days()  # nobody can tell what is meant
    return _Days(start, end)


def _day(tokens: Tokens, place: int) -> PartialDate | None:
    found = _DATE.fullmatch(tokens[place])
    if found is None or (place and fold(tokens[place - 1]) in _NUMBERED):
        return None
    day, month, year = (int(part) if part else None for part in found.groups())
    try:
        return PartialDate(year or 0, month, day)
    except ValueError:
        return None


def _closes(tokens: Tokens, place: int) -> bool:
    """Whether the day at `place` is the last one: "đến 9/2025", "T2-T7/2025"."""
    before = place
    while before and fold(tokens[before - 1]) in _UNITS_OF_TIME:
        before -= 1
    if not before:
        return False
    word = tokens[before - 1]
    if word in _DASHES:
        return before > 1 and tokens[before - 2][0].isdigit()
    return fold(word) in _UNTIL


# --- The words as they ship ---------------------------------------------------------------
@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(
            kind=entry["kind"],
            phrases=tuple(tuple(_tokens(phrase)) for phrase in entry["phrases"]),
            beside_dues=tuple(tuple(_tokens(p)) for p in entry.get("beside_dues", ())),
            grounds=frozenset(_GROUNDS[ground] for ground in entry["grounds"]),
            words=entry["words"],
            cure=entry["cure"],
            until_day=entry.get("until_day", False),
            either_way=entry.get("either_way", False),
            unless_before=tuple(tuple(_tokens(p)) for p in entry.get("unless_before", ())),
        )
        for entry in _stated()["remark"]
    )


@cache
def _words(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_tokens(phrase)) for phrase in _stated()[name])


@cache
def _stated() -> dict[str, Any]:
    text = files("partyroll").joinpath("standing_remarks.toml").read_text("utf-8")
    return tomllib.loads(text)
