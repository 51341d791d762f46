"""The term report's chapter on what was done: in every format, and only where there is any."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from e2e.books import AN, BINH, CELL, CHI, EXITS, roster, workbook
from e2e.desk import Desk, laid

TABLES = ["measures", "measures_by_unit", "effect"]


@pytest.fixture
@laid
def office(desk: Desk) -> Desk:
    rows = [
        (1, AN[0], AN[1], CELL, "Xóa tên", "01-QĐ/ĐU", "05/03/2020", "bỏ sinh hoạt"),
        (2, CHI[0], CHI[1], CELL, "Xin ra", "02-QĐ/ĐU", "05/03/2023", "khó khăn"),
    ]
    files = (roster(desk.folder), workbook(desk.folder / "ra.xlsx", {"Ra": [EXITS, *rows]}))
    assert desk("import", *files).code == 0
    return desk


def helped(desk: Desk) -> Desk:
    typed = ("--need", "nghèo", "--measure", "cho vay vốn", "--amount", "5 triệu")
    desk("support", "add", BINH[0], *typed, "--on", "1/6/2022")
    desk("support", "close", "1", "--outcome", "khá hơn", "--on", "1/6/2023")
    return desk


def ids(desk: Desk, *typed: str) -> list[str]:
    return [t["id"] for t in desk("report", "2020-2025", "--json", *typed).json["tables"]]


def test_a_report_without_help_has_no_such_chapter(office: Desk) -> None:
    assert not set(TABLES) & set(ids(office))


def test_the_report_says_what_was_done_and_what_stands_before_and_after(office: Desk) -> None:
    report = helped(office)("report", "2020-2025", "--json").json

    tables = {table["id"]: table for table in report["tables"]}
    (row,) = tables["effect"]["rows"]
    told = dict(zip(tables["effect"]["columns"], row, strict=True))
    assert [table["id"] for table in report["tables"]][-3:] == TABLES
    assert (told["unit"], told["first_year"], told["years"]) == (CELL, 2022, 2)
    assert (told["before"], told["after"]) == (1, 1)
    assert "không cho biết biện pháp là nguyên nhân" in tables["effect"]["notes"][0]


def test_every_format_has_the_chapter(office: Desk) -> None:
    ran = helped(office)("report", "2020-2025", "--xlsx", "--docx", "--html")

    book = load_workbook(office.folder / "bao-cao-2020-2025.xlsx")
    page = (office.folder / "bao-cao-2020-2025.html").read_text("utf-8")
    assert ran.code == 0
    assert {"Đã giúp gì", "Đã giúp, theo đơn vị", "Trước và sau"} <= set(book.sheetnames)
    assert "Việc đã làm, trước và sau" in page
    assert "không cho biết biện pháp là nguyên nhân" in page
    assert (office.folder / "bao-cao-2020-2025.docx").exists()


def test_what_everybody_may_read_holds_none_of_its_numbers(office: Desk) -> None:
    ran = helped(office)("report", "2020-2025", "--audience", "public", "--json")

    tables = {table["id"]: table for table in ran.json["tables"]}
    rows = [row for table in TABLES for row in tables[table]["rows"]]
    assert ran.code == 0
    assert [cell for row in rows for cell in row if isinstance(cell, int)] == []


def test_a_kept_report_is_printed_again_as_it_was(office: Desk) -> None:
    helped(office)("report", "2020-2025", "--save")
    office("support", "add", BINH[0], "--need", "ốm", "--measure", "thăm hỏi", "--on", "2024")

    again = office("report", "--again", "1", "--json").json

    (table,) = (one for one in again["tables"] if one["id"] == "measures")
    assert table["rows"][-1][1] == 1


def test_the_sums_stand_alone_too(office: Desk) -> None:
    found = helped(office)("support", "measures", "--json").json

    assert [table["id"] for table in found["tables"]] == [
        "measures",
        "measures_by_year",
        "measures_by_unit",
    ]
    assert found["tables"][0]["rows"][0][:4] == ["Cho vay vốn", 1, 1, 5_000_000]


def test_the_sums_of_a_year_and_on_paper(office: Desk) -> None:
    empty = helped(office)("support", "measures", "2021")
    ran = office("support", "measures", "2022", "--xlsx")

    assert (empty.code, ran.code) == (0, 0)
    assert "partyroll template support" in empty.err
    assert "Cho vay vốn" in ran.out
    sheets = load_workbook(Path(office.folder / "viec-da-giup.xlsx")).sheetnames
    assert sheets == ["Theo biện pháp", "Theo năm", "Theo đơn vị"]
