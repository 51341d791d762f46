"""Holidays as a workbook or a text file: the clocks of the rule leave these days out."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from e2e.books import AN, workbook
from e2e.cases import office, removed
from e2e.desk import Desk
from partyroll.store.holidays import holidays
from partyroll.store.ledger import open_ledger
from store import shelf

LIST = (("DANH SÁCH NGÀY NGHỈ LỄ",), ("STT", "Ngày nghỉ", "Tên ngày nghỉ"))


def days_off(desk: Desk) -> dict[str, str]:
    with open_ledger(desk.ledger) as ledger:
        return {f"{day:%d/%m/%Y}": name for day, name in holidays(ledger).items()}


def written(folder: Path, *rows: tuple[object, ...], name: str = "nghi.xlsx") -> Path:
    return workbook(folder / name, {"Ngày nghỉ": [*LIST, *rows]})


def test_a_day_and_a_span_are_days_off(cell: Desk) -> None:
    rows = ((1, "01/01/2026", "Tết Dương lịch"), (2, "16-18/2/2026", "Tết Nguyên đán"))

    ran = cell("import", written(cell.folder, *rows), "--json")

    assert (ran.code, ran.json["files"][0]["tables"][0]["kind"]) == (0, "holidays")
    assert days_off(cell) == {
        "01/01/2026": "Tết Dương lịch",
        "16/02/2026": "Tết Nguyên đán",
        "17/02/2026": "Tết Nguyên đán",
        "18/02/2026": "Tết Nguyên đán",
    }


def test_a_text_file_does_as_well(cell: Desk) -> None:
    path = cell.folder / "nghi.csv"
    path.write_text(
        "Ngày nghỉ;Tên ngày nghỉ\n30/4 - 1/5/2026;Giải phóng, Lao động\n2/9/2026;Quốc khánh\n",
        encoding="utf-8",
    )

    assert cell("import", path).code == 0
    assert [*days_off(cell)] == ["30/04/2026", "01/05/2026", "02/09/2026"]


@pytest.mark.parametrize(
    "typed", ["", "2026", "20/2/2026 - 16/2/2026", "1/1/2026 - 31/12/2026"]
)
def test_a_row_that_names_no_days_stays_out(typed: str, cell: Desk) -> None:
    rows = ((1, typed, "Tết"), (2, "02/09/2026", "Quốc khánh"))

    ran = cell("import", written(cell.folder, *rows), "--json")

    assert (ran.code, [*days_off(cell)]) == (3, ["02/09/2026"])


def test_holidays_are_taken_back_like_anything_else(cell: Desk) -> None:
    before = shelf.digest(cell.ledger)
    cell("import", written(cell.folder, (1, "02/09/2026", "Quốc khánh")))

    cell("undo", "--yes")

    assert (days_off(cell), shelf.digest(cell.ledger)) == ({}, before)


def test_a_persons_story_names_reasons_and_places(cell: Desk) -> None:
    cell("excuse", "add", AN[0], "--kind", "ốm", "--month", "9/2024", "--by", "Chi ủy")
    sent = ("excuse", "add", AN[0], "--kind", "TEMP_TRANSFER", "--host", "Chi bộ khu X")
    cell(*sent, "--from", "1/1/2025", "--to", "30/6/2025", "--paper", "GT 12")

    told = cell("show", AN[0])

    assert "Ốm đau, nằm viện từ 01/09/2024 đến 30/09/2024: đã chấp nhận, Chi ủy" in told.out
    assert "tại Chi bộ khu X, GT 12 (số 2)" in told.out
    assert [e["number"] for e in cell("show", AN[0], "--json").json["excuses"]] == [1, 2]


@pytest.mark.parametrize(
    ("received", "days", "last_day"),
    [
        ("2/2/2026", "", "2026-03-16"),
        ("2/2/2026", "16-20/2/2026", "2026-03-23"),
        ("2/11/2026", "", "2026-12-14"),
        ("2/11/2026", "24/11/2026", "2026-12-15"),
    ],
)
def test_e25_a_clock_of_working_days_leaves_out_the_days_of_an_imported_list(
    received: str, days: str, last_day: str, desk: Desk
) -> None:
    office(desk)
    day_of_reading = replace(desk, now=datetime(2026, 12, 1, 9, 30))  # noqa: DTZ001 (the desk's own time)
    rows = [(1, days, "Nghỉ lễ")] if days else [(1, "02/09/2030", "Quốc khánh")]
    assert desk("import", written(desk.folder, *rows)).code == 0

    ran = removed(
        day_of_reading, "--reason", "unpaid_dues", "--on", received, "--json", on="1/2/2026"
    )

    (clock,) = ran.json["deadlines"]
    assert (clock["clock"], clock["last_day"]) == ("complaint", last_day)


def test_a_list_without_headings_goes_in_and_what_stays_out_comes_back(cell: Desk) -> None:
    path = cell.folder / "ngay nghi.txt"
    path.write_text("01/01/2026 Tết Dương lịch\n31/02/2026 Tết\n02/09/2026\n", encoding="utf-8")

    ran = cell("import", path)
    aside = next(cell.folder.glob("* - chưa nhập.xlsx"))
    book = load_workbook(aside)
    wrong = next(c for row in book.worksheets[0] for c in row if c.value == "31/02/2026")
    wrong.value = "28/02/2026"
    book.save(aside)
    again = cell("import", aside)

    assert (ran.code, again.code) == (3, 0)
    assert [*days_off(cell)] == ["01/01/2026", "28/02/2026", "02/09/2026"]


def test_days_without_names_take_no_name_away(cell: Desk) -> None:
    cell("import", written(cell.folder, (1, "02/09/2026", "Quốc khánh")))
    path = cell.folder / "ngay nghi.txt"
    path.write_text("02/09/2026\n24/11/2026\n", encoding="utf-8")

    cell("import", path)

    assert days_off(cell) == {"02/09/2026": "Quốc khánh", "24/11/2026": "Ngày nghỉ"}


@pytest.mark.parametrize("name", ["le.txt", "le.csv"])
def test_days_under_one_heading_are_read_and_the_unclear_ones_told(
    name: str, cell: Desk
) -> None:
    path = cell.folder / name
    path.write_text("Ngày nghỉ\n30/4\n02/09/2026\n31/2/2026\n", encoding="utf-8")

    ran = cell("import", path, "--json")

    [file] = ran.json["files"]
    assert (ran.code, file["tables"][0]["kind"], file["set_aside"]) == (3, "holidays", 2)
    assert [one["row"] for one in file["problems"]] == [2, 4]
    assert days_off(cell) == {"02/09/2026": "Ngày nghỉ"}


def test_a_sheet_with_one_column_of_days_does_as_well(cell: Desk) -> None:
    rows = [("Ngày nghỉ lễ",), ("30/4/2026",), ("mùng 1 Tết",)]

    ran = cell("import", workbook(cell.folder / "x.xlsx", {"S": rows}), "--json")

    assert (ran.code, ran.json["files"][0]["set_aside"]) == (3, 1)
    assert [*days_off(cell)] == ["30/04/2026"]
