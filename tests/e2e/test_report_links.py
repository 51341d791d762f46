"""From every number of the workbook to the names of those whom it counts."""

import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from e2e.desk import NOW
from partyroll.cli.run import main

_COUNT = "#,##0"
# Sums of years, another term, both ends of a year, who came, who was helped: no list of
# exits holds them.
WITHOUT_NAMES = {
    "Theo đơn vị": "Mọi số, trừ: tổng số đảng viên các năm",
    "Xếp theo tỷ lệ": "Mọi số, trừ: tổng số đảng viên các năm",
    "So với kỳ trước": "Mọi số, trừ: kỳ trước, tăng (+), giảm (-)",
    "Kết nạp và giảm": (
        "Mọi số, trừ: kết nạp, cộng tăng, tăng trừ giảm, kết nạp tính theo ngày vào Đảng"
    ),
    "Biến động": ("Mọi số, trừ: đầu kỳ, kết nạp, cuối kỳ tính được, cuối kỳ, chênh lệch"),
    "Nguồn": "Không",
    "Danh sách": None,
    "Tên sau từng số": None,
}


@pytest.fixture(scope="module")
def workbook(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The report of two years, with everybody whom its tables count."""
    folder = tmp_path_factory.mktemp("links")
    shutil.copy(sample_ledger, folder)
    with chdir(folder):
        assert main(["report", "2023-2024", "--xlsx", "--quiet"], now=NOW) == 0
    return load_workbook(folder / "bao-cao-2023-2024.xlsx")


def said(workbook: Workbook) -> dict[str, object]:
    """What the contents say of the numbers of each sheet."""
    rows = workbook["Mục lục"].iter_rows(values_only=True)
    return {str(row[1]): row[4] for row in rows if isinstance(row[0], int)}


def numbers(sheet: Worksheet) -> Iterator[tuple[str, Cell]]:
    """Every number that counts somebody, with the title of its column."""
    titles: dict[int, str] = {}
    for row in sheet.iter_rows():
        heading = all(cell.fill.fgColor.rgb == "FFE7E6E6" for cell in row[:2])
        for cell in row:
            if isinstance(cell, MergedCell):
                continue
            if heading:
                titles[cell.column] = str(cell.value)
            elif cell.number_format == _COUNT and cell.value:
                yield titles[cell.column], cell


def rows_led_to(cell: Cell) -> int:
    """How many rows the link of a number selects."""
    assert cell.hyperlink is not None
    assert cell.hyperlink.location is not None
    _, _, rows = cell.hyperlink.location.rpartition("!")
    _, first, _, last = range_boundaries(rows)
    assert isinstance(first, int)
    assert isinstance(last, int)
    return last - first + 1


def test_every_number_leads_to_as_many_names_or_the_contents_say_that_there_are_none(
    workbook: Workbook,
) -> None:
    every = [
        (sheet.title, title, cell)
        for sheet in workbook.worksheets
        for title, cell in numbers(sheet)
    ]
    opened = [(where, cell) for where, _, cell in every if cell.hyperlink]
    closed = {(where, title.lower()) for where, title, cell in every if not cell.hyperlink}
    unsaid = {
        (where, title)
        for where, title in closed
        if where not in {"Nguồn", "Mục lục"}
        and title not in (WITHOUT_NAMES.get(where) or "").lower()
    }

    wrong = [
        (where, cell.coordinate) for where, cell in opened if rows_led_to(cell) != cell.value
    ]
    assert len(opened) > 1000
    assert wrong == []
    assert unsaid == set()


def test_the_contents_say_which_numbers_have_no_names(workbook: Workbook) -> None:
    assert {
        where: words for where, words in said(workbook).items() if words != "Mọi số"
    } == WITHOUT_NAMES


def test_the_names_behind_numbers_are_looked_up_and_not_printed(workbook: Workbook) -> None:
    sheet = workbook["Tên sau từng số"]
    _, _, _, last = range_boundaries(sheet.print_area.rpartition("!")[2].replace("$", ""))
    filtered, _, _, _ = range_boundaries(sheet.auto_filter.ref)

    assert isinstance(last, int)
    assert last < 12 < sheet.max_row
    assert filtered == 1
    assert [cell.value for cell in sheet[last + 1]][:5] == [
        "STT",
        "Bảng",
        "Dòng",
        "Cột",
        "Họ và tên",
    ]
