"""Days off as a clerk jots them down: a day a line, no heading."""

from datetime import date
from pathlib import Path

import pytest

from partyroll.read.facts import HolidayRow, ReadFile, TableKind
from partyroll.read.workbook import read_workbook

TODAY = date(2026, 1, 15)
FIXED = "01/01/2026\n30/04/2026\n01/05/2026\n"


def read(tmp_path: Path, text: str, name: str) -> ReadFile:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_workbook(path, today=TODAY)


def holidays(found: ReadFile) -> dict[str, str]:
    tables = [table for table in found.tables if table.kind is TableKind.HOLIDAYS]
    rows = [row for table in tables for row in table.rows if isinstance(row, HolidayRow)]
    return {f"{day:%d/%m/%Y}": row.name for row in rows for day in row.days}


@pytest.mark.parametrize("name", ["2026.txt", "2026.csv"])
def test_days_that_are_off_every_year_need_neither_heading_nor_name(
    tmp_path: Path, name: str
) -> None:
    assert [*holidays(read(tmp_path, FIXED, name))] == [
        "01/01/2026",
        "30/04/2026",
        "01/05/2026",
    ]


@pytest.mark.parametrize("between", [",", ";", "\t", " ", ": ", " - "])
def test_a_name_stands_behind_the_day(tmp_path: Path, between: str) -> None:
    text = f"02/09/2026{between}Quốc khánh\n\n27/04/2026{between}Giỗ Tổ Hùng Vương"

    assert holidays(read(tmp_path, text, "a.txt")) == {
        "02/09/2026": "Quốc khánh",
        "27/04/2026": "Giỗ Tổ Hùng Vương",
    }


def test_several_days_stand_in_one_line(tmp_path: Path) -> None:
    found = holidays(read(tmp_path, "16-18/2/2026 Tết Nguyên đán\n2026-09-02\n", "a.txt"))

    assert [*found] == ["16/02/2026", "17/02/2026", "18/02/2026", "02/09/2026"]


def test_the_name_of_the_file_may_say_what_the_days_are(tmp_path: Path) -> None:
    assert [*holidays(read(tmp_path, "24/11/2026\n", "ngay-nghi.txt"))] == ["24/11/2026"]


@pytest.mark.parametrize("name", ["danh sach.csv", "nghi huu.csv", "ngay nghi huu.txt"])
def test_birthdays_with_names_are_no_holidays(tmp_path: Path, name: str) -> None:
    people = ("01/01/1970;Lò Văn An", "30/04/1980;Lò Quốc Khánh", "01/05/1981;Lò Thị Nghi")

    assert holidays(read(tmp_path, "\n".join((*people, "2/9/1977;Lò Văn B")), name)) == {}


def test_days_of_which_nobody_says_what_they_are_are_no_holidays(tmp_path: Path) -> None:
    assert holidays(read(tmp_path, "03/02/2026\n03/03/2026\n", "a.txt")) == {}


def test_a_day_that_is_none_stays_out_with_its_own_line(tmp_path: Path) -> None:
    found = read(tmp_path, f"{FIXED}31/02/2026\n", "a.txt")

    assert [(one.cell, one.found) for one in found.problems] == [("A4", "31/02/2026")]
    assert [row.row for row in found.set_aside] == [4]
