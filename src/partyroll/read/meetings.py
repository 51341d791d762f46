"""Attendance books: a person a row, a meeting a column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from partyroll.model import Letter, leave_is_open
from partyroll.period import PartialDate
from partyroll.read.books import BookMonths, admitted_in, read_person
from partyroll.read.cells import Cells
from partyroll.read.facts import BookRow, UnitRef
from partyroll.read.grid import Fault, Grid, Value, as_text
from partyroll.read.named_months import month_named
from partyroll.read.remarks import Remark
from partyroll.read.row_remarks import read_remark
from partyroll.read.standing_words import no_longer_here, not_yet_here
from partyroll.read.values import error_text
from partyroll.text import fold

# Whole values only: "không có phép" holds "có phép", and "xin phép" begins with x.
_PRESENT = frozenset(
    {"x", "✓", "✔", "√", "☑", "●", "•", "▲", "co mat", "co", "du", "di muon", "co du", "true"}
    | {"tre", "di tre", "den tre", "den muon", "vao tre"}
    | {"1", "tham gia", "muon", "du hop", "tham du", "online", "truc tuyen"}
    | {"da du", "da tham du", "da tham gia", "co di", "co di hop", "di du"}
)
_EXCUSED = frozenset(
    {"p", "cp", "vp", "vcp", "co phep", "xin phep", "vang co phep", "om", "cong tac", "○"}
    | {
        "cphep",
        "cld",
        "co ly do",
        "vang co ly do",
        "phep",
        "nghi phep",
        "di cong tac",
        "vang cp",
        "msh",
    }
    | {"mien sh", "mien sinh hoat"}
)
_ABSENT = frozenset(
    {"k", "kp", "vkp", "khong phep", "khong co phep", "vang khong phep", "❌", "✗"}
    | {"khong", "khong ly do", "vang kp", "bo", "nghi khong phep"}
    | {"vang khong ly do", "nghi khong ly do", "bo hop", "bo sinh hoat"}
    | {"kphep", "kld", "khong xin phep", "nghi khong xin phep", "vang khong xin phep"}
    | {"false"}
)
_NOT_HELD = frozenset(
    {"khong hop", "nghi dich", "khong sinh hoat", "hoan hop", "khong to chuc", "nghi", "hoan"}
)
_LEAVE = "p"
_DASHES = frozenset({"-", "–", "—", "--"})
_AMBIGUOUS = frozenset({"v", "o", "0", "?", "/", "\\", "+"})
# "Dự" with anything else behind it (tập huấn, đám cưới) is why somebody was not there.
_CAME = re.compile(
    r"^(?:co mat|(?:da |co )?(?:du|tham gia|tham du)(?: (?:day du|du|hop|sinh hoat|sh|muon"
    r"|online|truc tuyen|\d+ buoi))+$|(?:di|den)(?: hop| sinh hoat)? muon\b|hop truc tuyen$"
    r"|hop online$)"
)
_NO_MEETING = re.compile(
    r"^(?:khong to chuc|khong hop|nghi tet|nghi le|hoan (?:hop|sang|lai|den)|hop ghep|ghep)\b"
)
_MARK_AND_WORDS = re.compile(r"^(?P<mark>[^()]+?)\s*\((?P<words>[^()]+)\)$")
_SHORT_NO = re.compile(r"\b(?:k|ko|kg|hong)\b")
_WORDS: tuple[tuple[frozenset[str], str], ...] = (
    (_PRESENT, Letter.PRESENT),
    (_EXCUSED, Letter.EXCUSED),
    (_ABSENT, Letter.ABSENT),
    (_NOT_HELD, Letter.NOT_HELD),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """An attendance cell as understood."""

    letter: str
    note: str = ""
    code: str = ""
    since: int | None = None  # the month from which the person is a member here
    until: int | None = None  # the month from which no more


def read_mark(value: Value, legend: Mapping[str, str] | None = None) -> Mark:
    """Return what an attendance cell says by itself; a dash says nothing alone."""
    if isinstance(value, Fault):
        return Mark(Letter.UNREADABLE, code=value.code)
    text = as_text(value)
    if not text:
        return Mark(Letter.BLANK)
    if error_text(text):
        return Mark(Letter.UNREADABLE, code="formula_error")
    folded = fold(text)
    key = "-" if folded in _DASHES else text.casefold()
    meaning = (legend or {}).get(key, "")
    words = fold(meaning)
    if leave_is_open(words) and not _tells_leave(legend or {}):
        return Mark(Letter.ABSENT, meaning, "leave_unstated")
    if explained := _explained(words):
        return Mark(explained)
    mark = _unexplained(text, folded)
    if words and mark.letter == Letter.ABSENT:
        # The legend says something else than custom: nobody is absent by our guess.
        return Mark(Letter.UNREADABLE, code="ambiguous_mark")
    return mark


def _tells_leave(legend: Mapping[str, str]) -> bool:
    """Whether a legend has a mark of its own for whoever was excused."""
    return any(_word(_spoken(fold(words))) == Letter.EXCUSED for words in legend.values())


def _explained(words: str) -> str:
    spoken = _spoken(words)
    if leave_is_open(spoken):
        return Letter.ABSENT
    came = Letter.PRESENT if _CAME.match(spoken) else ""
    return _word(words) or _word(spoken) or came


def _unexplained(text: str, folded: str) -> Mark:
    if folded in _DASHES:
        return Mark(Letter.BLANK, code="ambiguous_mark")
    if leave_is_open(folded):
        return Mark(Letter.ABSENT, text, "leave_unstated")
    if letter := _word(folded):
        plain = len(text) <= 3 or folded in {"co mat", "co phep", "khong phep"}
        return Mark(letter, "" if plain else text)
    if folded in _AMBIGUOUS:
        return Mark(Letter.UNREADABLE, code="ambiguous_mark")
    return _phrase(text, folded)


def _word(folded: str) -> str:
    return next((letter for words, letter in _WORDS if folded in words), "")


def _phrase(text: str, folded: str) -> Mark:
    """Return what words say that are no mark: why, whether, since when."""
    if not_yet_here(folded):
        return Mark(Letter.NOT_DUE, note=text, since=month_named(folded))
    if no_longer_here(folded):
        return Mark(Letter.NOT_DUE, note=text, until=month_named(folded) or 0)
    spoken = _spoken(folded)
    if letter := _word(spoken) or _word(spoken.replace(" ", "")):
        return Mark(letter, note=text)
    if _CAME.match(spoken):
        return Mark(Letter.PRESENT, note=text)
    if _NO_MEETING.match(spoken):
        return Mark(Letter.NOT_HELD, note=text)
    if (found := _MARK_AND_WORDS.match(text)) and _word(fold(found["mark"])) == Letter.PRESENT:
        return Mark(Letter.PRESENT, note=text)
    if len(folded.split()) >= 2 or (len(text) > 1 and not text.isascii() and text.isalpha()):
        return Mark(Letter.EXCUSED, note=text)  # a reason: noted, for a person to accept
    return Mark(Letter.UNREADABLE, note=text, code="unreadable_mark")


def _spoken(folded: str) -> str:
    """Return words as one would say them: "vắng, k phép" → "vang khong phep"."""
    plain = " ".join(
        re.sub(r"[^\w\s]", lambda sign: "" if sign[0] == "." else " ", folded).split()
    )
    words = plain.replace("li do", "ly do")
    return _SHORT_NO.sub("khong", words) if " " in words else words


class MeetingBook:
    """Reads the rows of one attendance book of one year."""

    def __init__(
        self,
        grid: Grid,
        months: BookMonths,
        rows: list[int],
        *,
        legend: Mapping[str, str],
        not_held: frozenset[int],
    ) -> None:
        self._grid, self._legend = grid, legend
        self._year = months.year or 0
        self._columns, self._counted = months.columns, months.counted
        self._own = tuple(dict.fromkeys(column.index for column in months.columns))
        self._places = {c.index for c in months.columns}
        self._wrong = months.wrong
        # Where nobody ever comes, P is not "có phép": it stands for "có mặt", or is a tick.
        self._doubted = _only_leave(grid, rows, self._own) if "p" not in legend else False
        self._units: dict[tuple[str, ...], UnitRef] = {}
        self._not_held = {
            c.index
            for c in months.columns
            if c.meaning.month in not_held or _only_dashes(grid, rows, c.index)
        }

    def __call__(self, cells: Cells) -> BookRow | None:
        """Return the row of a person; a fault in a cell costs that meeting only."""
        person = read_person(cells, self._units)
        marks = [mark for column in self._own for mark in self._marks(cells, column)]
        for column in self._wrong:
            value = self._grid.value(cells.row, column.index)
            if value != "":
                remark = Remark(column.index, "value_in_invalid_month", as_text(value))
                cells.spoiled.append(remark)
        remark_text = cells.text("note") if cells.has("note") else ""
        window = read_remark(remark_text, self._year)
        return BookRow(
            row=cells.row + 1,
            full_name=person.full_name,
            letters="".join(mark.letter for mark in marks),
            unit=person.unit,
            card_no=person.card_no,
            national_id=person.national_id,
            birth_date=person.birth_date,
            notes={place: mark.note for place, mark in enumerate(marks) if mark.note},
            remark=remark_text,
            since=window.since or self._came_in(marks) or admitted_in(cells, self._year),
            until=window.until or self._left_in(marks),
        )

    def _marks(self, cells: Cells, column: int) -> list[Mark]:
        """Return what a column says of its meeting, or a month's columns of all of its."""
        counts = self._counted.get(column)
        if counts is None:
            return [self._mark(cells, column)]
        letters, remark = counts.letters(self._grid, cells.row)
        if remark is not None:
            cells.spoiled.append(remark)
        return [Mark(letter) for letter in letters]

    def _mark(self, cells: Cells, column: int) -> Mark:
        place = self._grid.shared(cells.row, column)
        if place is None or place[1] not in self._places:
            place = (cells.row, column)
        value = self._grid.value(*place)
        mark = read_mark(value, self._legend)
        if self._doubted and fold(as_text(value)) == _LEAVE:
            mark = Mark(Letter.UNREADABLE, code="ambiguous_mark")
        if column in self._not_held and mark.letter == Letter.BLANK:
            return Mark(Letter.NOT_HELD)
        if mark.code:
            cells.spoiled.append(Remark(column, mark.code, as_text(value)[:120]))
        return mark

    def _came_in(self, marks: list[Mark]) -> PartialDate | None:
        since = next((mark.since for mark in marks if mark.since), None)
        return PartialDate(self._year, since) if since else None

    def _left_in(self, marks: list[Mark]) -> PartialDate | None:
        for mark, column in zip(marks, self._columns, strict=True):
            if mark.until is not None:
                return PartialDate(self._year, mark.until or column.meaning.month)
        return None


def _only_dashes(grid: Grid, rows: list[int], column: int) -> bool:
    texts = {fold(grid.text(row, column)) for row in rows}
    return bool(texts) and texts <= _DASHES


def _only_leave(grid: Grid, rows: list[int], columns: Sequence[int]) -> bool:
    """Whether most cells say P and none says that anybody came."""
    leave = 0
    for column in columns:
        for row in rows:
            text = fold(grid.text(row, column))
            if text in _PRESENT:
                return False
            leave += text == _LEAVE
    return leave * 2 > len(rows) * len(columns)


def positions(months: BookMonths) -> dict[int, str]:
    """Return the sheet column of each meeting's letter."""
    return {place: column.letter for place, column in enumerate(months.columns)}
