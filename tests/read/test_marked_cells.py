"""Comments, lines through and colours on cells of a book clear people, never accuse them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from partyroll.read.facts import BookRow, ReadFile
from partyroll.read.workbook import read_workbook

HEADING = ["TT", "Họ và tên", *[f"T{month}" for month in range(1, 13)]]
YELLOW = PatternFill("solid", fgColor="FFFFFF00")
TODAY = date(2025, 1, 15)


@dataclass(frozen=True)
class Drawn:
    """Reads a book of one person after somebody drew on its sheet."""

    folder: Path

    def __call__(
        self, draw: Callable[[Worksheet], None], *, title: str, cells: list[object]
    ) -> ReadFile:
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        for row in ([title], HEADING, [1, "Lò Văn An", *cells], [2, "Lò Thị Bình", *cells]):
            sheet.append(row)
        draw(sheet)
        path = self.folder / "so.xlsx"
        book.save(path)
        return read_workbook(path, today=TODAY)


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path)


def first_row(file: ReadFile) -> BookRow:
    row = file.tables[0].rows[0]
    assert isinstance(row, BookRow)
    return row


def told(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


DUES, MEETINGS = "SỔ THU ĐẢNG PHÍ NĂM 2024", "THEO DÕI SINH HOẠT CHI BỘ NĂM 2024"
PAID: list[object] = [10_000] * 12


def test_a_blank_month_with_a_comment_stays_open(drawn: Drawn) -> None:
    def draw(sheet: Worksheet) -> None:
        sheet["E3"].comment = Comment("đã nộp tiền mặt", "CB")

    file = drawn(draw, title=DUES, cells=[*PAID[:2], None, *PAID[3:]])

    assert first_row(file).letters == "PP?PPPPPPPPP"
    assert told(file) == [("E3", "comment_on_month")]


def test_a_debt_with_a_comment_is_a_reason_to_read(drawn: Drawn) -> None:
    def draw(sheet: Worksheet) -> None:
        sheet["E3"].comment = Comment("nằm viện", "CB")

    file = drawn(draw, title=DUES, cells=[*PAID[:2], "chưa nộp", *PAID[3:]])

    assert first_row(file).letters == "PPNPPPPPPPPP"
    assert first_row(file).notes == {2: "nằm viện"}


def test_an_absence_with_a_comment_is_a_reason_to_read(drawn: Drawn) -> None:
    def draw(sheet: Worksheet) -> None:
        sheet["E3"].comment = Comment("báo ốm qua điện thoại", "CB")

    file = drawn(draw, title=MEETINGS, cells=["x", "x", "K", *["x"] * 9])

    assert first_row(file).letters == "PPEPPPPPPPPP"
    assert first_row(file).notes == {2: "báo ốm qua điện thoại"}


def test_a_debt_struck_through_is_no_debt(drawn: Drawn) -> None:
    def draw(sheet: Worksheet) -> None:
        sheet["E3"].font = Font(strike=True)

    file = drawn(draw, title=DUES, cells=[*PAID[:2], "chưa nộp", *PAID[3:]])

    assert first_row(file).letters == "PP?PPPPPPPPP"
    assert told(file) == [("E3", "month_struck")]


@pytest.mark.parametrize("code", ["row_struck", "comment_on_person"])
def test_blanks_of_a_person_with_a_mark_on_the_name_are_open(drawn: Drawn, code: str) -> None:
    def draw(sheet: Worksheet) -> None:
        sheet["B3"].font = Font(strike=code == "row_struck")
        sheet["B3"].comment = Comment("đi xa", "CB") if code != "row_struck" else None

    file = drawn(draw, title=DUES, cells=[*PAID[:2], None, *PAID[3:]])

    assert first_row(file).unallocated
    assert told(file) == [("B3", code)]


def test_a_colour_that_the_sheet_explains_leaves_a_blank_open(drawn: Drawn) -> None:
    def draw(sheet: Worksheet) -> None:
        sheet["E3"].fill = YELLOW
        sheet["F4"].fill = YELLOW
        sheet["B7"] = "Ghi chú: ô màu vàng: được miễn"

    file = drawn(draw, title=DUES, cells=[*PAID[:2], None, *PAID[3:]])

    assert first_row(file).letters == "PP?PPPPPPPPP"
    assert told(file) == [("E3", "colour_means")]


def test_a_colour_of_which_nothing_is_said_changes_nothing(drawn: Drawn) -> None:
    def draw(sheet: Worksheet) -> None:
        sheet["E3"].fill = YELLOW

    file = drawn(draw, title=DUES, cells=[*PAID[:2], None, *PAID[3:]])

    assert first_row(file).letters == "PP.PPPPPPPPP"
    assert told(file) == []
