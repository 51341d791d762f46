"""A trial shows how every column is understood, and what would change."""

import pytest

from e2e.books import AN, BINH, CHI, dues_rows, roster, roster_rows, workbook
from e2e.desk import Desk


@pytest.fixture
def started(desk: Desk) -> Desk:
    assert desk("import", roster(desk.folder)).code == 0
    return desk


def test_a_trial_shows_what_each_column_is_taken_for(desk: Desk) -> None:
    ran = desk("import", roster(desk.folder), "--dry-run")

    assert "C\tNgày sinh\tNgày sinh\t01/02/1970; 05/06/1980" in ran.out
    assert "E\tSố thẻ đảng viên\tSố thẻ đảng viên\t********0901; ********0902" in ran.out


def test_a_trial_shows_money_as_money_and_marks_as_words(started: Desk) -> None:
    path = workbook(started.folder / "b.xlsx", {"A": dues_rows({AN[0]: "x-" + 10 * "."})})

    ran = started("import", path, "--dry-run")

    assert "D\tT1\tĐảng phí tháng 1/2024\t10.000 đ" in ran.out
    assert "E\tT2\tĐảng phí tháng 2/2024\tchưa đóng" in ran.out


def test_a_trial_names_columns_that_are_not_used(desk: Desk) -> None:
    rows = [(*row, extra) for row, extra in zip(roster_rows(), ("HVT2", 1, 2, 3), strict=True)]

    ran = desk("import", workbook(desk.folder / "a.xlsx", {"A": rows}), "--dry-run")

    assert "H\tHVT2\t(không dùng)\t" in ran.out


def test_a_trial_shows_before_and_after_of_people_who_change(started: Desk) -> None:
    moved = (*AN[:4], "04/02/1995")
    path = workbook(started.folder / "b.xlsx", {"A": roster_rows([moved, BINH, CHI])})

    ran = started("import", path, "--dry-run", "--json")

    assert ran.json["files"][0]["differences"] == [
        {
            "full_name": AN[0],
            "what": "Ngày vào Đảng",
            "before": "03/02/1995",
            "after": "04/02/1995",
            "sheet": "A",
            "row": 2,
        }
    ]


def test_a_month_that_is_said_differently_is_shown(started: Desk) -> None:
    lines = {AN[0]: 12 * "x", BINH[0]: 12 * "x"}
    first = workbook(started.folder / "b.xlsx", {"A": dues_rows(lines)})
    again = workbook(
        started.folder / "c.xlsx", {"A": dues_rows(lines | {AN[0]: "-" + 11 * "x"})}
    )
    started("import", first)

    ran = started("import", again, "--dry-run")

    assert f"{AN[0]}\tđảng phí tháng 1/2024\tđã đóng\tchưa đóng" in ran.out


def test_two_tables_with_the_same_headings_have_the_same_signature(desk: Desk) -> None:
    sheets = {"A": roster_rows([AN]), "B": roster_rows([BINH])}

    ran = desk("import", workbook(desk.folder / "a.xlsx", sheets), "--dry-run", "--json")

    one, other = ran.json["files"][0]["tables"]
    assert one["headings"] == other["headings"]
    assert one["signature"] == other["signature"] != ""


def test_a_trial_of_a_file_that_is_in_the_ledger_says_so_and_shows_its_columns(
    started: Desk,
) -> None:
    again = roster(started.folder)

    told = started("import", again, "--dry-run")
    [file] = started("import", again, "--dry-run", "--json").json["files"]

    assert told.code == 0
    assert "đã nhập ở thay đổi số 1" in told.out
    assert "C\tNgày sinh\tNgày sinh\t01/02/1970; 05/06/1980" in told.out
    assert (file["repeated"], file["tables"][0]["kind"]) == (1, "roster")


def test_a_trial_shows_the_columns_of_a_table_whose_names_nobody_found(desk: Desk) -> None:
    rows = [("STT", "HVT", *roster_rows()[0][2:]), *roster_rows()[1:]]

    ran = desk("import", workbook(desk.folder / "a.xlsx", {"A": rows}), "--dry-run")

    assert "a.xlsx › A: tiêu đề ở dòng 1" in ran.out
    assert f"B\tHVT\t(không dùng)\t{AN[0]}; {BINH[0]}" in ran.out
    assert "C\tNgày sinh\tNgày sinh\t" in ran.out
