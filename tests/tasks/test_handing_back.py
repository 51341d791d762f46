"""Rows that stayed out are handed back in the layout they came in."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from e2e.books import AN, BINH, ROSTER, Rows, dues_rows, roster, roster_rows, workbook
from e2e.desk import ROSTERS, Desk
from partyroll.read.facts import (
    AwayRow,
    BookRow,
    ExitRow,
    HeadcountRow,
    RatingRow,
    RosterRow,
    SetAside,
)
from partyroll.read.workbook import read_workbook
from partyroll.tasks.handing_back import hand_back
from partyroll.tasks.imports import FileResult, ImportRequest, ImportResult
from store import papers

NOW = datetime(2026, 1, 15, 9, 30)  # noqa: DTZ001 (a clerk's own clock)
TODAY = date(2026, 1, 15)
BAD = ("Lò Văn Bạc", "31/02/1980", "Nữ", "099000000904", "02/09/2015")


def rows_of(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


@pytest.fixture
def returned(desk: Desk) -> Iterator[Any]:
    """The workbook that comes back from a roster of one good and one bad row."""
    roster_file = workbook(
        desk.folder / "danh sách.xlsx", {"Danh sách": roster_rows([AN, BAD])}
    )
    desk("import", roster_file)
    book = load_workbook(desk.folder / "danh sách - chưa nhập.xlsx")
    yield book
    book.close()


def test_only_the_rows_that_stayed_out_are_handed_back(returned: Any) -> None:
    sheet = returned["Danh sách"]

    assert rows_of(sheet)[2:] == [
        ("Mã lỗi", "Dòng gốc", *ROSTER),
        ("invalid_date", 3, 2, *BAD, "Chi bộ thôn Hạ"),
    ]


def test_where_no_column_is_known_to_hold_names_every_heading_asks_for_it(desk: Desk) -> None:
    rows: Rows = [["STT", "HVT", "Ngày sinh", "Số thẻ"], [1, AN[0], AN[1], AN[3]]]
    desk("import", workbook(desk.folder / "x.xlsx", {"Danh sách": rows}))

    sheet = load_workbook(desk.folder / "x - chưa nhập.xlsx")["Danh sách"]

    heading = [cell for cell in sheet[3][2:] if cell.value]
    assert [cell.value for cell in heading] == ["STT", "HVT", "Ngày sinh", "Số thẻ"]
    assert {cell.fill.fgColor.rgb for cell in heading} == {"FFFFF2A8"}
    assert all("Cột nào là họ tên?" in str(cell.comment) for cell in heading)


def test_the_faulty_cell_is_yellow_and_says_what_to_do(returned: Any) -> None:
    cell = returned["Danh sách"]["E4"]

    assert cell.fill.fgColor.rgb == "FFFFF2A8"
    assert cell.number_format == "@"
    assert "03/02/1990" in cell.comment.text


def test_the_workbook_knows_what_it_completes(returned: Any) -> None:
    hidden = returned.worksheets[-1]

    assert hidden.sheet_state == "veryHidden"
    assert hidden["A1"].value == "partyroll.completes"
    assert returned.custom_doc_props["partyroll.completes"].value == hidden["B1"].value


def test_the_command_tells_where_the_rows_are(desk: Desk) -> None:
    bad = workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows([AN, BAD])})

    ran = desk("import", bad, "--json")

    assert ran.json["files"][0]["returned"] == "a - chưa nhập.xlsx"


def test_an_earlier_workbook_is_never_overwritten(desk: Desk) -> None:
    bad = workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows([AN, BAD])})
    taken = desk.folder / "a - chưa nhập.xlsx"
    taken.write_text("của tôi", encoding="utf-8")

    ran = desk("import", bad, "--json")

    assert taken.read_text("utf-8") == "của tôi"
    assert ran.json["files"][0]["returned"] == "a - chưa nhập (2).xlsx"


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    bad = workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows([AN, BAD])})

    ran = desk("import", bad, "--dry-run", "--json")

    assert ran.json["files"][0]["returned"] is None
    assert [path.name for path in desk.folder.iterdir()] == ["a.xlsx"]


def test_nothing_is_written_when_nothing_stayed_out(desk: Desk) -> None:
    ran = desk("import", roster(desk.folder), "--json")

    assert ran.json["files"][0]["returned"] is None
    assert not [*desk.folder.glob("*chưa nhập*")]


def test_a_month_nobody_could_read_is_handed_back(desk: Desk) -> None:
    lines = {"Lò Văn An": "xxxxxxxxxxxx", "Lò Thị Bình": "xxxxxxxxxxxx"}
    rows = [list(row) for row in dues_rows(lines)]
    rows[3][5] = "abc"
    people = workbook(desk.folder / "r.xlsx", {"Danh sách": roster_rows([AN, BINH])})
    book = workbook(desk.folder / "s.xlsx", {"Đảng phí": rows})

    desk("import", people, book)

    sheet = load_workbook(desk.folder / "s - chưa nhập.xlsx")["Đảng phí"]
    found = rows_of(sheet)
    assert found[2][2] == "SỔ THU ĐẢNG PHÍ NĂM 2024"
    assert [row[:4] for row in found[4:]] == [("unreadable_amount", 4, 2, "Lò Thị Bình")]
    assert sheet["H5"].value == "abc"
    assert sheet["H5"].comment is not None


def test_a_folder_that_takes_no_file_spoils_no_import(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> Path:
        raise PermissionError

    bad = workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows([AN, BAD])})
    monkeypatch.setattr("partyroll.write.whole.NamedTemporaryFile", refuse)

    ran = desk("import", bad)

    assert "Chưa ghi được tệp các dòng chưa nhập" in ran.out
    assert desk.ledger.exists()


def test_every_sheet_with_such_rows_comes_back_under_its_name(desk: Desk) -> None:
    desk("import", ROSTERS / "12_bad_rows.xlsx")

    book = load_workbook(desk.folder / "12_bad_rows - chưa nhập.xlsx")

    assert book.sheetnames[:2] == ["Danh sách", "Đảng phí 2024"]


def test_text_that_looks_like_a_formula_comes_back_as_text(desk: Desk) -> None:
    desk("import", ROSTERS / "12_bad_rows.xlsx")

    sheet = load_workbook(desk.folder / "12_bad_rows - chưa nhập.xlsx")["Danh sách"]

    texts = [c for row in sheet.iter_rows() for c in row if str(c.value)[:1] in "=@#"]
    assert texts
    assert {cell.data_type for cell in texts} == {"s"}


LAYOUTS = sorted(
    path.name for path in ROSTERS.iterdir() if path.suffix in {".xlsx", ".ods", ".csv", ".xls"}
)


@pytest.mark.parametrize("name", [n for n in LAYOUTS if not n.startswith(("05", "06"))])
def test_rows_of_every_layout_are_read_again_as_they_were(tmp_path: Path, name: str) -> None:
    """Every third row of each table is handed out and read from there: the same facts."""
    path = ROSTERS / name
    read = read_workbook(path, today=TODAY)
    wanted = [
        (table.kind, as_stated(row), row.row)
        for table in read.tables
        for row in table.rows[::3]
        if not isinstance(row, HeadcountRow)
    ]
    asides = [
        SetAside(table.sheet, row.row, "invalid_date", {})
        for table in read.tables
        for row in table.rows[::3]
    ]
    request = ImportRequest((path,), tmp_path / "x.db", "x", NOW)
    file = FileResult(name, read.tables, set_aside=tuple(asides), sha256=read.sha256)

    result = hand_back(request, ImportResult((file,), 1, created=True, dry_run=False), tmp_path)

    returned = result.files[0].returned
    assert returned is not None
    again = read_workbook(returned, today=TODAY)
    found = [
        (table.kind, as_stated(row), again.origins[table.sheet, row.row][1])
        for table in again.tables
        for row in table.rows
        if not isinstance(row, HeadcountRow)
    ]
    places = {(kind, row) for kind, _, row in wanted}
    assert [one for one in found if (one[0], one[2]) in places] == wanted


def as_stated(row: object) -> object:
    """Return what a row states, wherever it stands."""
    if isinstance(row, BookRow):
        return row.full_name, row.letters, row.amounts, dict(row.notes), row.unit
    assert isinstance(row, RosterRow | ExitRow | AwayRow | RatingRow)
    return papers.at_row(row, 0)
