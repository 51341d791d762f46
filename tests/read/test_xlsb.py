"""Binary workbooks of Excel say the same as the workbooks that clerks mostly have."""

import zipfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partyroll.read.facts import ReadFile
from partyroll.read.grid import Span
from partyroll.read.refusals import CellTooFar, WorkbookBroken
from partyroll.read.workbook import read_workbook
from read.conftest import TODAY, write_sheets
from read.xlsb import Error, Rows, write_xlsb

ROSTER: Rows = (
    ("ĐẢNG BỘ XÃ PHÚ LÂM",),
    ("DANH SÁCH ĐẢNG VIÊN",),
    (),
    ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Số thẻ đảng viên", "Chi bộ"),
    (1, "Lò Văn An", date(1970, 5, 3), "03/02/1995", "099100000011", "Chi bộ thôn Hạ"),
    (2, "Lò Thị Bình", date(1981, 12, 30), date(2010, 1, 2), None, "Chi bộ thôn Hạ"),
    (3, "Lò Thị Chi", "31/02/1975", 1999, 99100000037, "Chi bộ thôn Thượng"),
)
MONTHS = tuple(f"T{number}" for number in range(1, 13))
DUES: Rows = (
    ("SỔ THU ĐẢNG PHÍ NĂM 2024 - CHI BỘ THÔN HẠ",),
    ("STT", "Họ và tên", *MONTHS),
    (1, "Lò Văn An", *[10_000] * 12),
    (2, "Lò Thị Bình", *[10_000] * 9, None, "chưa nộp", "ốm"),
)
SHEETS: dict[str, Rows] = {"Danh sách": ROSTER, "Đảng phí 2024": DUES}


@pytest.fixture
def binary(tmp_path: Path) -> Path:
    return write_xlsb(tmp_path / "so.xlsb", SHEETS)


def facts(read: ReadFile) -> list[object]:
    return [(table.sheet, table.rows) for table in read.tables]


def test_a_binary_workbook_says_what_the_same_sheets_say_otherwise(
    binary: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "so.xlsx"
    write_sheets(plain, SHEETS, {})

    found, expected = (read_workbook(path, today=TODAY) for path in (binary, plain))

    assert facts(found) == facts(expected)
    assert [(p.cell, p.code) for p in found.problems] == [
        (p.cell, p.code) for p in expected.problems
    ]


def test_a_day_that_does_not_exist_is_told_with_its_cell(binary: Path) -> None:
    read = read_workbook(binary, today=TODAY)

    assert ("Danh sách", "C7") in {(p.sheet, p.cell) for p in read.problems}


def test_an_amount_merged_over_a_quarter_pays_its_three_months(tmp_path: Path) -> None:
    rows = [*DUES[:2], (1, "Lò Văn An", 30_000, None, None, *[10_000] * 9)]
    quarter = Span(2, 2, 2, 4)
    path = write_xlsb(tmp_path / "so.xlsb", {"Đảng phí 2024": rows}, merges=[quarter])

    (table,) = read_workbook(path, today=TODAY).tables

    assert table.rows[0].letters == "P" * 12  # type: ignore[union-attr]  # a row of a book


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    read = read_workbook(write_xlsb(tmp_path / "so.xlsb", SHEETS, hidden={5}), today=TODAY)

    assert [row.full_name for row in read.tables[0].rows] == ["Lò Văn An", "Lò Thị Bình"]  # type: ignore[union-attr]  # a roster's rows have names
    assert ("Danh sách", "A6", "dòng 6") in {
        (p.sheet, p.cell, p.found) for p in read.problems if p.code == "hidden_rows"
    }


def test_a_formula_that_failed_is_told_and_nothing_invented(tmp_path: Path) -> None:
    rows = [*ROSTER[:4], (1, "Lò Văn An", Error(42), "03/02/1995", None, "Chi bộ thôn Hạ")]
    read = read_workbook(write_xlsb(tmp_path / "so.xlsb", {"Danh sách": rows}), today=TODAY)

    assert [(p.cell, p.code, p.found) for p in read.problems] == [
        ("C5", "formula_error", "#N/A")
    ]


def test_a_value_far_from_the_table_is_refused_with_its_address(tmp_path: Path) -> None:
    far = [*ROSTER, (*[None] * 1_200, "x")]
    path = write_xlsb(tmp_path / "so.xlsb", {"Danh sách": far})

    with pytest.raises(CellTooFar, match="Danh sách › ATE8"):
        read_workbook(path, today=TODAY)


def test_half_a_binary_workbook_is_refused_as_broken(binary: Path) -> None:
    binary.write_bytes(binary.read_bytes()[:900])

    with pytest.raises(WorkbookBroken):
        read_workbook(binary, today=TODAY)


@given(share=st.floats(0, 1, exclude_max=True))
@settings(deadline=None, max_examples=25)
def test_wherever_a_sheet_breaks_off_nothing_is_read_from_its_half(share: float) -> None:
    with TemporaryDirectory() as folder:
        cut = Path(folder) / "cut.xlsb"
        with zipfile.ZipFile(write_xlsb(Path(folder) / "so.xlsb", SHEETS)) as whole:
            contents = {part: whole.read(part) for part in whole.namelist()}
        sheet = "xl/worksheets/sheet2.bin"
        contents[sheet] = contents[sheet][: int(len(contents[sheet]) * share)]
        with zipfile.ZipFile(cut, "w") as half:
            for part, content in contents.items():
                half.writestr(part, content)

        with pytest.raises(WorkbookBroken):
            read_workbook(cut, today=TODAY)
