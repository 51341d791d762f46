"""The books in `roster.xlsx`: dues of 2024 and 2025, meetings of 2025."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from commune import EMPTY_MONTHS, UNITS, Member, counts
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from roster import ORGANISATION, SIGNATURES, Faults
from stories import ALL_YEAR, DOAI
from workbook import (
    Block,
    Value,
    footnote,
    heading_block,
    line,
    merge,
    new_sheet,
    put,
    put_row,
    signature_block,
)

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
SIGNED = "Xã Mẫu, ngày 05 tháng 01 năm {year}"
FIRST_ROW = 10
GONE = "Chuyển SHĐ đi từ 12/2024"


class DuesSheet:
    """The dues of one year, a section per cell; before 2025 without card numbers."""

    def __init__(self, book: Workbook, year: int) -> None:
        self.year = year
        self.name = f"Đảng phí {year}"
        self.key = f"dues-{year}"
        self.fixed = 4 if year >= 2025 else 3  # columns before T1
        self.total = self.fixed + 13
        cards = (17,) if year >= 2025 else ()
        widths = (6, 26, *cards, 10, *[10.5] * 12, 12, 24)
        self.sheet = new_sheet(book, self.name, widths)
        self.columns = len(widths)
        self.sums: Counter[int] = Counter()

    def write(self, people: Sequence[Member], leaver: str, faults: Faults) -> None:
        """Write title block, headings, sections, sums, legend and signatures."""
        self._headings()
        row = FIRST_ROW
        for roman, unit in zip(ROMAN, UNITS, strict=True):
            group = [m for m in people if m.unit is unit and self.key in m.cells]
            extra = leaver if unit.name == DOAI and self.year == 2024 else ""
            row = self._section(row, f"{roman}. {unit.name}", group, extra, faults)
        self._sum_row(row, "Tổng cộng", self.sums)
        legend = "Ghi chú: x: đã nộp; -: chưa nộp; M: được miễn"
        footnote(self.sheet, row + 1, legend)
        half = (self.columns // 2, self.columns)
        line(self.sheet, row + 3, half, SIGNED.format(year=self.year + 1), "italic")
        signature_block(self.sheet, row + 4, self.columns, **SIGNATURES)

    def _headings(self) -> None:
        title = f"BẢNG THU, NỘP ĐẢNG PHÍ NĂM {self.year}"
        place = SIGNED.format(year=self.year + 1)
        heading_block(self.sheet, Block(ORGANISATION, place, title, "ĐVT: đồng"), self.columns)
        cards = ("Số thẻ",) if self.year >= 2025 else ()
        singles = ("STT", "Họ và tên", *cards, "Mức đóng")
        for row in (8, 9):
            put_row(self.sheet, row, [None] * self.columns, font="bold")
        for column, text in enumerate(singles, start=1):
            self._tall(column, text)
        self._tall(self.total, "Cộng")
        self._tall(self.total + 1, "Ghi chú")
        put(self.sheet, 8, self.fixed + 1, "Số tiền nộp hằng tháng", font="bold")
        merge(self.sheet, 8, self.fixed + 1, self.fixed + 12)
        for month in ALL_YEAR:
            put(self.sheet, 9, self.fixed + month, f"T{month}", font="bold")
        self.sheet.freeze_panes = f"C{FIRST_ROW}"
        self.sheet.print_title_rows = "8:9"

    def _tall(self, column: int, text: str) -> None:
        put(self.sheet, 8, column, text, font="bold")
        merge(self.sheet, 8, column, column, down=1)

    def _section(
        self, row: int, title: str, group: Sequence[Member], leaver: str, faults: Faults
    ) -> int:
        """Write one cell's block and return the row below it."""
        size = len(group) + bool(leaver)
        _section_row(self.sheet, row, f"{title} ({size} đ/c)", self.columns)
        sums: Counter[int] = Counter()
        for number, member in enumerate(group, start=1):
            self._member_row(row + number, number, member, faults)
            sums.update(_amounts(member.cells[self.key]))
        if leaver:
            self._leaver_row(row + size, size, leaver, faults)
        self.sums.update(sums)
        self._sum_row(row + size + 1, f"Cộng chi bộ: {size} đ/c", sums)
        return row + size + 2

    def _member_row(self, row: int, number: int, member: Member, faults: Faults) -> None:
        cells = member.cells[self.key]
        story = member.story
        cards = (member.card_no,) if self.year >= 2025 else ()
        total = sum(_amounts(cells).values()) or None
        this_year = story.remark if self.year == 2025 else ""
        lasting = story.remark if "50 năm" in story.remark else ""
        values: tuple[Value, ...] = (
            number,
            member.name,
            *cards,
            member.rate,
            *[cells[month] for month in ALL_YEAR],
            total,
            this_year or lasting or None,
        )
        put_row(self.sheet, row, values, left=f"B {get_column_letter(self.columns)}")
        if self.year == 2025:
            for first, last in story.merged:
                merge(self.sheet, row, self.fixed + first, self.fixed + last)
        for month in ALL_YEAR:
            self._note_fault(row, month, cells[month], faults)

    def _note_fault(
        self, row: int, month: int, value: str | int | None, faults: Faults
    ) -> None:
        cell = f"{get_column_letter(self.fixed + month)}{row}"
        if value == "10.000.5":
            faults.error(self.name, cell, "unreadable_amount")
        if value == 5000:
            faults.warning(self.name, cell, "amount_below_rate")

    def _leaver_row(self, row: int, number: int, name: str, faults: Faults) -> None:
        """Write someone who has moved away and stands in no roster any more."""
        put_row(
            self.sheet,
            row,
            (number, name, 10_000, *["x"] * 11, None, None, GONE),
            left=f"B {get_column_letter(self.columns)}",
        )
        faults.error(self.name, f"B{row}", "member_not_in_roster")

    def _sum_row(self, row: int, label: str, sums: Counter[int]) -> None:
        total = sum(sums.values()) or None
        amounts = [sums[month] or None for month in ALL_YEAR]
        values = (label, *[None] * (self.fixed - 1), *amounts, total, None)
        put_row(self.sheet, row, values, font="bold", left="A")
        merge(self.sheet, row, 1, self.fixed)


def _section_row(sheet: Worksheet, row: int, text: str, columns: int) -> None:
    put_row(sheet, row, (text, *[None] * (columns - 1)), font="bold", left="A")
    merge(sheet, row, 1, columns)


def _amounts(cells: dict[int, str | int | None]) -> dict[int, int]:
    """Read the money of a row as its treasurer meant it; marks add nothing."""
    return {month: _amount(value) for month, value in cells.items() if _amount(value)}


def _amount(value: str | int | None) -> int:
    if isinstance(value, int):
        return value
    first = (value or "").split(" ")[0].replace(".", "")
    return int(first) if value != "10.000.5" and first.isdigit() else 0


MEETING_WIDTHS = (6, 26, 17, *[9.5] * 12, 9, 10, 10, 18)
MEETING_SHEET = "Sinh hoạt 2025"


def write_meetings(book: Workbook, people: Sequence[Member]) -> None:
    """Write who came to the monthly meetings of each cell."""
    sheet = new_sheet(book, MEETING_SHEET, MEETING_WIDTHS)
    columns = len(MEETING_WIDTHS)
    title = "BẢNG THEO DÕI SINH HOẠT CHI BỘ NĂM 2025"
    heading_block(
        sheet, Block(ORGANISATION, SIGNED.format(year=2026), title, "Năm 2025"), columns
    )
    months = [f"SH T{month}" for month in ALL_YEAR]
    sums = ("Có mặt", "Vắng có phép", "Vắng không phép")
    headings = ("TT", "Họ và tên", "Số thẻ", *months, *sums, "Ghi chú")
    put_row(sheet, 8, headings, font="bold")
    sheet.row_dimensions[8].height = 34
    row = 9
    for roman, unit in zip(ROMAN, UNITS, strict=True):
        group = [member for member in people if member.unit is unit]
        _section_row(sheet, row, f"{roman}. {unit.name} ({len(group)} đ/c)", columns)
        for number, member in enumerate(group, start=1):
            _meeting_row(sheet, row + number, number, member)
        row += len(group) + 1
    footnote(
        sheet, row, "Ghi chú: x: có mặt; P: vắng có phép; K: vắng không phép; -: không họp"
    )
    line(sheet, row + 2, (columns // 2, columns), SIGNED.format(year=2026), "italic")
    signature_block(sheet, row + 3, columns, **SIGNATURES)
    sheet.freeze_panes = "C9"
    sheet.print_title_rows = "8:8"


def _meeting_row(sheet: Worksheet, row: int, number: int, member: Member) -> None:
    cells = member.cells["meetings-2025"]
    letters = Counter(member.letters["meetings-2025"])
    values = (
        number,
        member.name,
        member.card_no,
        *[cells[month] for month in ALL_YEAR],
        *[letters[letter] for letter in "PEA"],
        "Miễn SH" if member.exempt else None,
    )
    put_row(sheet, row, values, left="B S")


def books_truth(people: Sequence[Member]) -> dict[str, object]:
    """Say what every row of every book means and who belongs on which list."""
    lists: dict[str, list[str]] = {"review": [], "check_reason": [], "watch": []}
    for member in people:
        if member.story.list:
            lists[member.story.list].append(member.card_no)
    return {
        "list_counts": {name: len(cards) for name, cards in lists.items()},
        "lists": lists,
        "review_only_inferred": list(_cards(people, _only_inferred)),
        "data_gaps": [*_empty_months(), *_single_gaps(people)],
        "letters": {
            "dues": "P đã đóng, L đóng chậm, U ghi chưa đóng, I suy ra từ ô trống, "
            "N có ghi lý do, X miễn, o chưa phát sinh, ? chưa rõ",
            "meetings": "P có mặt, E ghi có phép, A không phép, n không họp, "
            "o không phải dự, ? chưa rõ",
        },
        "stories": [_story_truth(member) for member in people if member.story.why],
        "rows": [
            {"card_no": member.card_no, "full_name": member.name, **member.letters}
            for member in people
        ],
    }


def _empty_months() -> Iterator[dict[str, object]]:
    for unit, month in EMPTY_MONTHS:
        yield {"unit": unit, "kind": "empty_month", "months": [f"2025-{month:02d}"]}


def _single_gaps(people: Sequence[Member]) -> Iterator[dict[str, object]]:
    """Name the months that only one member's row leaves open."""
    for member in people:
        letters = member.letters["dues-2025"]
        months = [m for m in ALL_YEAR if letters[m - 1] == "?"]
        months = [m for m in months if (member.unit.name, m) not in EMPTY_MONTHS]
        if months:
            yield {
                "unit": member.unit.name,
                "kind": "unreadable_cell"
                if member.story.in_this_year
                else "member_not_in_book",
                "card_no": member.card_no,
                "months": [f"2025-{month:02d}" for month in months],
            }


def _cards(people: Sequence[Member], test: Callable[[Member], bool]) -> Iterator[str]:
    return (member.card_no for member in people if test(member))


def _only_inferred(member: Member) -> bool:
    found = counts(member)
    by_meetings = found["meetings_unexcused"] >= 3
    stated = found["dues_confirmed"]
    return member.story.list == "review" and not by_meetings and stated < 3


def _story_truth(member: Member) -> dict[str, object]:
    return {
        "full_name": member.name,
        "card_no": member.card_no,
        "unit": member.unit.name,
        "list": member.story.list or None,
        "why": member.story.why,
        **counts(member),
        "remark": member.story.remark,
    }
