"""Official forms whose rows stayed out: all lines, all blocks of a person come back."""

import sqlite3
from pathlib import Path

from openpyxl import load_workbook

from e2e.books import roster_rows, workbook
from e2e.desk import Desk
from e2e.returned import column_of, correct, row_of
from read.conftest import write_sheets
from read.form7 import MAU as MAU_LINES
from read.form7 import REMOVED
from read.form7 import sheet as form7
from read.s01 import MAU, SAMPLE, THU, merges

BINH = ("Lò Thị Bình", "05/06/1980", "Nữ", "099000000902", "19/05/2005")


def letters(desk: Desk) -> dict[str, str]:
    query = """select full_name, letters from book_line join person_version using (person_id)
               where book_line.change_out is null and person_version.change_out is null"""
    with sqlite3.connect(desk.ledger) as ledger:
        return dict(ledger.execute(query).fetchall())


def test_all_four_lines_of_a_person_come_back_and_are_read_again(desk: Desk) -> None:
    wrong = [[*line] for line in MAU_LINES]
    wrong[0][6] = "31/02/2005"
    path = desk.folder / "so.xlsx"
    write_sheets(path, form7(wrong, REMOVED), {})
    desk("import", path)

    back = desk.folder / "so - chưa nhập.xlsx"
    (sheet_name, *_) = load_workbook(back).sheetnames
    sheet = load_workbook(back)[sheet_name]
    first = row_of(sheet, 6)
    fault = sheet.cell(first, column_of(sheet, "Ngày vào Đảng, ngày chính thức"))
    assert (fault.value, fault.comment is not None) == ("31/02/2005", True)
    heading = "Ngày vào Đảng, ngày chính thức"
    ran = desk("import", correct(back, {sheet_name: {6: {heading: "03/02/2005"}}}), "--json")

    assert ran.json["files"][0]["set_aside"] == 0
    (member,) = desk("list", "--json").json["members"]
    assert member["full_name"] == "Nguyễn Văn Mẫu"
    assert (member["birth_date"], member["admission_date"], member["official_date"]) == (
        "1979-03-05",
        "2005-02-03",
        "2006-02-03",
    )


def test_all_blocks_of_a_person_come_back_when_the_name_was_wrong(desk: Desk) -> None:
    """Mẫu and Thử are unknown beside a roster of the cell: four months each come back."""
    rows = [("ĐẢNG BỘ XÃ MẪU",), *roster_rows([BINH], "Chi bộ Mẫu")]
    people = workbook(desk.folder / "r.xlsx", {"D": rows})
    path = desk.folder / "s01.xlsx"
    write_sheets(path, SAMPLE, merges(4))
    desk("import", people, path, "--yes")

    back = desk.folder / "s01 - chưa nhập.xlsx"
    sheet = load_workbook(back)["S01"]
    found = [cell.value for row in sheet.iter_rows() for cell in row]
    assert found.count(MAU) == found.count(THU) == 4
    _rename(back, MAU, BINH[0])
    desk("import", back, "--yes")

    assert letters(desk)[BINH[0]][:4] == "PUUP"


def _rename(path: Path, name: str, other: str) -> None:
    book = load_workbook(path)
    named = [c for row in book["S01"].iter_rows() for c in row if c.value == name]
    for cell in named:
        book["S01"][cell.coordinate].value = other
    book.save(path)
