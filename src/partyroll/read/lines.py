"""What each row of a table is: a person, a section, a total, a legend, a signature."""

import re
from enum import Enum
from typing import NamedTuple

from partyroll.read.columns import read_head
from partyroll.read.grid import Grid, Value, as_text
from partyroll.read.heading_rows import is_heading
from partyroll.read.headings import Dictionary
from partyroll.read.heads import Head
from partyroll.read.legends import is_legend
from partyroll.read.units import is_hamlet, starts_with_unit
from partyroll.read.values import is_example, is_number
from partyroll.text import fold


class LineKind(Enum):
    """The kinds of rows; only BODY rows are people (or units, in a table of units)."""

    BODY = "body"
    BLANK = "blank"
    NUMBERS = "numbers"
    HEADING = "heading"
    HEADING_REST = "heading_rest"  # the lower rows of a heading that is repeated
    SECTION = "section"
    TOTAL = "total"
    LEGEND = "legend"
    SIGNATURE = "signature"
    EMPTY_NUMBERED = "empty_numbered"
    EXAMPLE = "example"
    NOTE = "note"
    GROUP = "group"  # a note that says something of the people below it


class Line(NamedTuple):
    """A row of a table that is not blank; `text` is what a section, total or legend says."""

    row: int
    kind: LineKind
    text: str = ""
    column: int = 0


_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?|[A-Z]|\d{1,2}\s*=.*")
_TOTAL = re.compile(
    r"(?:tổng|cộng|t\. ?cộng|mang sang|trang trước|danh sách (?:này )?(?:gồm|có)|ấn định"
    r"|tong cong|tong so|cong chi bo|danh sach nay)\b",
    re.IGNORECASE,
)
# Parts of a total, below it: "Trong đó: nữ | 4", "Dự bị | 1".
_PART = re.compile(
    r"trong (?:đó|do)\b.*|(?:số )?(?:đảng viên |đv )?(?:nam|nữ|dự bị|chính thức|dân tộc"
    r"|tôn giáo|dân tộc thiểu số|miễn sinh hoạt|miễn sh)\s*:?",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng)\b|(?:ty|ti) le\s*(?:\(?%|$)|%", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"^t/m\b|^tm\.|^t\.m\b|^(?:pho )?bi thu\b|^nguoi lap|^\(?ky[, ]|^noi nhan"
    # The treasurer, not what goes into a fund: both are "thu quy" without accents.
    r"|^thu quy\b(?! (?:dong|khuyen|tinh|vi|nguoi|hoi|lop|nam|quy|thang)\b)"
    r"|^xac nhan cua|^k/t\b|^kt\.|ngay\s*[\d.…]+\s*thang\s*[\d.…]+\s*nam\s*[\d.…]+"
)
_GROUP = re.compile(
    r"^(?:[ivxlc]+|[a-z]|\d+)\s*[.\-)/]\s|^dang vien\b|^danh sach\b|^khoi\b"
    r"|^to \d|^so \w+ \w+ \w+"
)
# With its accents, alone in the column of names: how the people below left, nobody's name.
_LEFT = re.compile(
    r"(?:đảng viên )?(?:đã |bị )?(?:xóa tên|xoá tên|khai trừ|từ trần|qua đời"
    r"|xin ra(?: khỏi)? đảng|xin ra|chuyển (?:đi|sinh hoạt|shđ|sh|đảng)\b.*)"
    r"\s*(?:[(:–-].*)?",
    re.IGNORECASE,
)
_ENUMERATOR = re.compile(r"(?:[IVXLC]+|[A-Z]|\d+)[.)]?")
_UNIT_BEGINS = (
    "Chi ",
    "CHI ",
    "chi ",
    *(w[:2] for w in ("Đản", "ĐẢN", "đản", "Tổ", "TỔ", "tổ")),
)
_GROUP_NUMBER = re.compile(r"(?:[IVXLC]+|[A-Z])[.)]?")
_GROUP_SIZE = re.compile(
    r"\(?\s*\d+\s*(?:đ/c|đồng chí|đảng viên|đv|người)\.?\s*\)?", re.IGNORECASE
)
# What is counted or told below the people of a book, in the column of their names.
_COUNTED = re.compile(
    r"(?:số|tổng|tỷ lệ|tỉ lệ|ngày|vắng|có mặt|có phép|không phép|đã nộp|đã thu|đã đóng|chưa nộp"
    r"|chưa thu|chưa đóng|phải nộp|phải thu|thực thu|còn nợ|nộp cấp trên|nộp trên|trích|để lại"
    r"|mức|nội dung|thời gian|địa điểm|chủ trì)(?!\w)",
    re.IGNORECASE,
)


class Classifier:
    """Tells the rows of one table apart."""

    def __init__(self, grid: Grid, head: Head, dictionary: Dictionary) -> None:
        self._grid, self._dictionary = grid, dictionary
        self._number = head.at("row_no")
        self._name = head.at("full_name")
        if self._name < 0:
            self._name = max(head.at("given_name_part"), head.at("birth_name"))
        self._people = self._name >= 0
        self._last = max(self._name, self._number)
        others = max(
            head.at(field)
            for field in ("unit_name", "unit_cell", "holiday_name", "declared_what")
        )
        self._named = self._name if self._people else others
        self._day = head.at("holiday_day")
        self._heading_end = -1
        self._sums = {c.index for c in (*head.all("total"), *head.all("dues_rate"))}

    def line(self, row: int) -> Line:
        """Return what `row` is; rows are asked from top to bottom."""
        if row <= self._heading_end:
            return Line(row, LineKind.HEADING_REST)
        if self._is_example(self._grid.rows[row]):
            return Line(row, LineKind.EXAMPLE, self._grid.text(row, self._named), self._named)
        if self._people and self._plainly_a_person(self._grid.rows[row]):
            return Line(row, LineKind.BODY)
        texts = [*self._grid.texts(row)]
        if not texts:
            return Line(row, LineKind.BLANK)
        kind, place = self._odd(row, texts)
        if kind is LineKind.HEADING:
            self._heading_end = read_head(self._grid, row, self._dictionary).rows[-1]
        text = texts[place][1] if kind is not LineKind.LEGEND else _legend(texts)
        return Line(row, kind, text, texts[place][0])

    def persons(self, row: int) -> range:
        """Return the rows from `row` on that are plainly persons, one below the other.

        Nearly all rows of a large table are; one by one they took as long as reading them.
        """
        rows, end = self._grid.rows, row
        if self._people and row > self._heading_end:
            plain, name = self._plainly_a_person, self._name
            while end < len(rows) and plain(rows[end]) and not is_example(rows[end][name]):
                end += 1
        return range(row, end)

    def _is_example(self, values: list[Value]) -> bool:
        """Whether the name is marked as the example of an empty form."""
        return 0 <= self._named < len(values) and is_example(values[self._named])

    def _is_a_day(self, cell: tuple[int, str]) -> bool:
        """Whether the only cell of a row is a day off: it needs no name.

        In a list of days alone any words may be one: "mùng 1 Tết".
        """
        return cell[0] == self._day and (cell[1][:1].isdigit() or self._named < 0)

    def is_numbered_person(self, row: int) -> bool:
        """Whether a running number and a name stand in their columns."""
        return self._people and self._plainly_a_person(self._grid.rows[row])

    def goes_on(self, row: int, lines: list[Line]) -> bool:
        """Whether the number of `row` follows that of the last person of `lines`."""
        numbers = (self._running_number(line.row) for line in reversed(lines))
        last = next((number for number in numbers if number), 0)
        return self._running_number(row) == last + 1

    def _running_number(self, row: int) -> int:
        text = self._grid.text(row, self._number).rstrip(".")
        return int(text) if text.isdecimal() else 0

    def _plainly_a_person(self, values: list[Value]) -> bool:
        if self._number < 0 or len(values) <= self._last:
            return False
        name, number = values[self._name], values[self._number]
        numbered = isinstance(number, float) or (isinstance(number, str) and number.isdecimal())
        if not (numbered and isinstance(name, str) and name[:1].isalpha()):
            return False
        # "1 | Chi bộ thôn 1" is no person; few names begin like it.
        return not (name.startswith(_UNIT_BEGINS) and starts_with_unit(as_text(name)))

    def _odd(self, row: int, texts: list[tuple[int, str]]) -> tuple[LineKind, int]:
        first = texts[0][1]
        named = self._grid.text(row, self._name) if self._people else ""
        numbered = self._number >= 0 and is_number(self._grid.text(row, self._number))
        if len(texts) >= 3 and all(_COLUMN_NUMBER.fullmatch(text) for _, text in texts):
            return LineKind.NUMBERS, 0
        if len(texts) >= 3 and is_heading(self._grid, row, self._dictionary):
            return LineKind.HEADING, 0
        if summed := _summed(texts) or (self._people and _part_of_sum(texts)):
            return summed
        if not (numbered and named) and is_legend(first if numbered else _legend(texts)):
            return LineKind.LEGEND, 0
        if not numbered and len(texts) <= 5 and self._signs(texts, named):
            return LineKind.SIGNATURE, 0
        if self._people and (place := self._section(row, texts)) >= 0:
            text = texts[place][1]
            unit = starts_with_unit(text) or is_hamlet(text)
            return LineKind.SECTION if unit else LineKind.NOTE, place
        return self._body_or_note(texts, named, numbered=numbered), 0

    @staticmethod
    def _signs(texts: list[tuple[int, str]], named: str) -> bool:
        if named and not is_signature(named):
            return False
        return any(is_signature(text) for _, text in texts)

    def _section(self, row: int, texts: list[tuple[int, str]]) -> int:
        """Return where the name of a unit or a group stands; -1 = the row is no section."""
        place = 1 if len(texts) > 1 and _ENUMERATOR.fullmatch(texts[0][1]) else 0
        if not starts_with_unit(texts[place][1]):
            return self._group(row, texts)
        rest = [text for column, text in texts[place + 1 :] if column not in self._sums]
        return place if all(_is_sum(text) for text in rest) else -1

    def _group(self, row: int, texts: list[tuple[int, str]]) -> int:
        """Return where the name of a group stands: "II | Xóa tên", "Thôn Đông"; -1 = none.

        Nothing else is said of it, and somebody with a running number comes next.
        """
        lettered = texts[0][0] == self._number and _GROUP_NUMBER.fullmatch(texts[0][1])
        place = 1 if lettered else 0
        if len(texts) <= place or texts[place][0] not in {self._number, self._name}:
            return -1
        rest = [text for _, text in texts[place + 1 :]]
        if not all(_is_sum(text) or _GROUP_SIZE.fullmatch(text) for text in rest):
            return -1
        if lettered and self._opens_sections(row):
            return place
        number = self._number_below(row)
        named = lettered or is_hamlet(texts[place][1])
        return place if number == 1 or (number and named) else -1

    def _opens_sections(self, row: int) -> bool:
        """Whether the next row that is not blank is the heading of a unit."""
        below = range(row + 1, len(self._grid.rows))
        after = next((other for other in below if [*self._grid.texts(other)]), None)
        if after is None or self.is_numbered_person(after):
            return False
        texts = [*self._grid.texts(after)]
        place = 1 if len(texts) > 1 and _ENUMERATOR.fullmatch(texts[0][1]) else 0
        return starts_with_unit(texts[place][1])

    def _number_below(self, row: int) -> int:
        """Return the running number of the person in the next row that is not blank."""
        below = range(row + 1, len(self._grid.rows))
        after = next((other for other in below if [*self._grid.texts(other)]), None)
        if after is None or not self.is_numbered_person(after):
            return 0
        return self._running_number(after)

    def _body_or_note(
        self, texts: list[tuple[int, str]], named: str, *, numbered: bool
    ) -> LineKind:
        if not self._people:
            alone = len(texts) == 1 and not self._is_a_day(texts[0])
            return LineKind.NOTE if alone else LineKind.BODY
        others = {column for column, _ in texts} - self._sums - {self._number}
        if numbered and not others:
            return LineKind.EMPTY_NUMBERED
        if not numbered and _COUNTED.match(named):
            return LineKind.NOTE
        if len(texts) > 1 or numbered:
            return LineKind.BODY
        if not named or (self._number >= 0 and _GROUP.match(fold(named))):
            return LineKind.NOTE
        if _LEFT.fullmatch(named):
            return LineKind.NOTE
        return LineKind.BODY


def _summed(texts: list[tuple[int, str]]) -> tuple[LineKind, int] | None:
    """Return what a row of totals is, or a row of their shares, and where it says so."""
    for place, (_, text) in enumerate(texts[:2]):
        if _TOTAL.match(text):
            return LineKind.TOTAL, place
        if _SHARE.match(text):
            return LineKind.NOTE, place
    return None


def _part_of_sum(texts: list[tuple[int, str]]) -> tuple[LineKind, int] | None:
    """Return that a row below the people counts some of them: "Trong đó: nữ | 4"."""
    for place, (_, text) in enumerate(texts[:2]):
        if _PART.fullmatch(text) and all(_is_sum(rest) for _, rest in texts[place + 1 :]):
            return LineKind.NOTE, place
    return None


def _legend(texts: list[tuple[int, str]]) -> str:
    """Return what the cells of a row say together: "x" beside "đã nộp" is one explanation."""
    parts = [text for _, text in texts]
    if len(parts) == 2 and len(parts[0]) <= 2:
        return f"{parts[0]}: {parts[1]}"
    return "; ".join(parts)


def is_signature(text: str) -> bool:
    """Whether `text` belongs to the block where somebody signs."""
    return _SIGNATURE.search(fold(text)) is not None


def _is_sum(text: str) -> bool:
    return as_text(text).replace(".", "").replace(",", "").isdecimal()
