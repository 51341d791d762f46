"""`partyroll support signs` and `show`: facts of a member from every book and list."""

from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from e2e.books import AN, BINH, CELL, CHI, dues_rows, roster, workbook
from e2e.desk import Desk, laid

AWAY = ("TT", "Họ tên", "Chi bộ", "Nơi đi", "Đi từ tháng/năm")
RATED = ("TT", "Họ và tên", "Chi bộ", "Năm 2024")


@pytest.fixture
@laid
def office(desk: Desk) -> Desk:
    """A has two unpaid months; B is away, poor, punished and rated low; C has nothing."""
    books = dues_rows({AN[0]: "xx--xxxxxxxx", BINH[0]: "x" * 12, CHI[0]: "x" * 12})
    files = (
        roster(desk.folder),
        workbook(desk.folder / "phi.xlsx", {"ĐP": books}),
        workbook(desk.folder / "xa.xlsx", {"Xa": [AWAY, (1, BINH[0], CELL, "Huế", "01/2024")]}),
        workbook(desk.folder / "xl.xlsx", {"XL": [RATED, (1, BINH[0], CELL, "KHTNV")]}),
    )
    assert desk("import", *files).code == 0
    desk("support", "add", BINH[0], "--need", "hộ nghèo")
    desk("support", "discipline", BINH[0], "--form", "khiển trách", "--on", "1/6/2025")
    return desk


def signs(desk: Desk, *typed: str) -> dict[str, dict[str, Any]]:
    ran = desk("support", "signs", *typed, "--json")
    assert ran.code == 0, ran.err
    return {
        entry["name"]: {kind: text for kind, text in entry["values"].items() if text}
        for entry in ran.json["entries"]
    }


def test_every_fact_stands_under_its_kind_with_its_source(office: Desk) -> None:
    found = signs(office)

    assert {name: [*facts] for name, facts in found.items()} == {
        AN[0]: ["unpaid"],
        BINH[0]: ["away", "hardship", "discipline", "rating"],
    }
    assert "3, 4/2024" in found[AN[0]]["unpaid"]
    assert "[phi.xlsx › ĐP › F3]" in found[AN[0]]["unpaid"]


def test_people_stand_by_name_however_many_signs_they_have(office: Desk) -> None:
    before = [*signs(office)]
    for need in ("ốm", "vay vốn", "cần việc làm"):
        office("support", "add", AN[0], "--need", need)

    assert [*signs(office)] == before


def test_one_person_alone(office: Desk) -> None:
    assert [*signs(office, BINH[0])] == [BINH[0]]
    assert signs(office, CHI[0]) == {}
    assert office("support", "signs", "Không Có").code == 2


def test_show_tells_the_facts_with_their_sources_and_that_they_are_no_verdict(
    office: Desk,
) -> None:
    told = office("show", BINH[0])
    held = office("show", BINH[0], "--json").json

    assert [sign["kind"] for sign in held["signs"]] == [
        "away",
        "hardship",
        "discipline",
        "rating",
    ]
    assert [one["need"] for one in held["supports"]] == ["HARDSHIP"]
    assert [one["form"] for one in held["disciplines"]] == ["REPRIMAND"]
    assert "Khó khăn: hộ nghèo" in told.out
    assert "xl.xlsx" in told.out
    assert "không phải điểm số" in told.err


def test_on_paper_facts_stand_in_columns_and_nothing_is_to_be_answered(office: Desk) -> None:
    ran = office("support", "signs", "--xlsx", "--docx")

    sheet = load_workbook(office.folder / "dau-hieu-som.xlsx").worksheets[0]
    titles = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
    paragraphs = Document(str(office.folder / "dau-hieu-som.docx"))
    cells = {
        cell.text for table in paragraphs.tables for row in table.rows for cell in row.cells
    }
    assert ran.code == 0
    assert {"Đảng phí", "Kỷ luật", "Xếp loại"} <= titles
    assert not {"Kết quả", "Việc cần làm"} & titles
    assert {AN[0], BINH[0], "Khó khăn"} <= cells


def test_show_says_nothing_of_signs_where_there_are_none(office: Desk) -> None:
    told = office("show", CHI[0])

    assert "Dấu hiệu" not in told.out + told.err


def test_who_left_has_no_signs(office: Desk) -> None:
    heading = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ", "Hình thức", "Ngày quyết định")
    row = (1, BINH[0], BINH[1], CELL, "Xóa tên", "05/01/2026")
    office("import", workbook(office.folder / "ra.xlsx", {"Ra": [heading, row]}))

    assert [*signs(office)] == [AN[0]]
    assert office("show", BINH[0], "--json").json["signs"] == []


def test_an_empty_ledger_says_what_to_import(desk: Desk) -> None:
    desk("import", roster(desk.folder))

    ran = desk("support", "signs")

    assert ran.code == 0
    assert "partyroll import" in ran.err
