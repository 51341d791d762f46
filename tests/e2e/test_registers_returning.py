"""The working page goes out, is filled in, and comes back: by key, answers and nothing else."""

import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from e2e.desk import Desk
from e2e.returned import column_of
from e2e.reviewing import listed
from store import shelf

DAY = ("--as-of", "2024-12-31")
Cells = Mapping[str, str | date]
DONE: Cells = {"Kết quả": "Đã làm", "Đã làm gì": "đã gặp", "Người làm": "Chi ủy"}


def page(desk: Desk, name: str = "viec.xlsx") -> Path:
    """Lay a ledger of three on the desk and print its working page."""
    listed(desk)
    assert desk("today", *DAY, "--xlsx", "--out", name).code == 0
    return desk.folder / name


def answer(path: Path, cells: Cells, *, row: int = 0) -> Path:
    """Fill in a row of the page, the first by itself; save as openpyxl saves."""
    book = load_workbook(path)
    sheet = book["Việc cần làm"]
    for heading, value in cells.items():
        sheet.cell(first_row(sheet) + row, column_of(sheet, heading)).value = value
    book.save(path)
    return path


def first_row(sheet: Worksheet) -> int:
    """Return the first row below the headings."""
    (heading,) = [cell.row for row in sheet.iter_rows() for cell in row if cell.value == "STT"]
    return heading + 1


def answers(desk: Desk) -> list[tuple[object, ...]]:
    """Return the answers that stand."""
    return shelf.ask(
        desk.ledger,
        "SELECT outcome, text, answered_by, answered_on FROM matter_answer"
        " WHERE change_out IS NULL",
    )


def open_matters(desk: Desk) -> int:
    """Return how much is left to do."""
    ran = desk("today", *DAY, "--json")
    return sum(
        not matter["settled"] for one in ran.json["entries"] for matter in one["matters"]
    )


def test_a_page_nobody_filled_in_says_nothing(desk: Desk) -> None:
    ran = desk("import", page(desk), "--json")

    assert (ran.code, ran.json["files"][0]["problems"], answers(desk)) == (0, [], [])


def test_what_is_done_is_kept_with_who_and_when_and_leaves_the_page(desk: Desk) -> None:
    path = page(desk)
    before = open_matters(desk)

    ran = desk("import", answer(path, {**DONE, "Ngày làm": date(2025, 1, 3)}))

    assert ran.code == 0
    assert answers(desk) == [("DONE", "đã gặp", "Chi ủy", "2025-01-03")]
    assert open_matters(desk) == before - 1


def test_what_is_under_way_stays_on_the_page_with_what_was_said(desk: Desk) -> None:
    path = page(desk)
    desk("import", answer(path, {"Kết quả": "Đang làm", "Đã làm gì": "hẹn tuần sau"}))
    desk("today", *DAY, "--xlsx", "--out", "again.xlsx")
    sheet = load_workbook(desk.folder / "again.xlsx")["Việc cần làm"]

    said = [
        sheet.cell(first_row(sheet), column_of(sheet, heading)).value
        for heading in ("Kết quả", "Đã làm gì")
    ]

    assert said == ["Đang làm", "hẹn tuần sau"]


def test_the_same_page_twice_is_one_answer(desk: Desk) -> None:
    path = answer(page(desk), DONE)
    desk("import", path)
    shutil.copy(path, desk.folder / "lan-hai.xlsx")

    assert desk("import", desk.folder / "lan-hai.xlsx", "--json").json["change"] is None
    assert len(answers(desk)) == 1


def test_an_older_copy_that_comes_late_takes_nothing_back(desk: Desk) -> None:
    path = answer(page(desk), {"Kết quả": "Đang làm"})
    desk("import", path)
    older = shutil.copy(path, desk.folder / "cu.xlsx")
    desk("import", answer(path, DONE))

    older_book = load_workbook(older)
    older_book["Việc cần làm"]["Z1"] = "bản cũ"
    older_book.save(older)
    ran = desk("import", older, "--json")

    assert [one["code"] for one in ran.json["files"][0]["problems"]] == ["matter_answer_older"]
    assert answers(desk) == [("DONE", "đã gặp", "Chi ủy", None)]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"Kết quả": "gần xong"}, "matter_answer_unread"),
        ({"Kết quả": "???"}, "matter_answer_unread"),
        ({"Kết quả": "Đã làm", "Ngày làm": "hôm kia"}, "matter_answer_unread"),
        ({"Kết quả": "Đã làm", "Mã việc (không sửa)": "P1/L1/2024/abc"}, "matter_row_unknown"),
        ({"Kết quả": "Đã làm", "Mã việc (không sửa)": ""}, "matter_row_unknown"),
        ({"Kết quả": "Đã làm", "Đảng viên, tổ chức": "Người Khác"}, "answer_name_differs"),
    ],
)
def test_what_nobody_can_read_is_told_with_its_cell(
    desk: Desk, cells: Cells, code: str
) -> None:
    ran = desk("import", answer(page(desk), cells), "--json")

    (problem,) = ran.json["files"][0]["problems"]
    assert problem["code"] == code
    assert ran.code == 3


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Xong", ["DONE"]),
        ("da lam", ["DONE"]),
        ("ĐANG LÀM.", ["UNDER_WAY"]),
        ("không cần", ["NOT_NEEDED"]),
        ("chưa", []),
        ("…………", []),
    ],
)
def test_an_outcome_may_be_typed_in_the_words_of_the_day(
    desk: Desk, typed: str, kept: list[str]
) -> None:
    ran = desk("import", answer(page(desk), {"Kết quả": typed}), "--json")

    assert ran.json["files"][0]["problems"] == []
    assert [outcome for outcome, *_ in answers(desk)] == kept


def test_rows_may_be_sorted_and_deleted(desk: Desk) -> None:
    path = page(desk)
    book = load_workbook(path)
    sheet = book["Việc cần làm"]
    sheet.delete_rows(first_row(sheet))
    name = sheet.cell(first_row(sheet), column_of(sheet, "Đảng viên, tổ chức")).value
    book.save(path)
    desk("import", answer(path, DONE))

    done = [
        one["name"]
        for one in desk("today", *DAY, "--json", "--as-of", "2024-12-31").json["entries"]
        for matter in one["matters"]
        if matter["answer"]
    ]

    assert name not in done
    assert len(answers(desk)) == 1


def test_taking_the_answers_back_opens_the_matter_again(desk: Desk) -> None:
    path = page(desk)
    before = open_matters(desk)
    desk("import", answer(path, DONE))

    assert desk("undo", "--yes").code == 0
    assert open_matters(desk) == before


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_saved_by_libreoffice_it_still_answers(desk: Desk, suffix: str) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not there: make office")
    path = answer(page(desk), DONE)
    out = desk.folder / "luu"
    command = ["soffice", "--headless", "--convert-to", suffix, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True)

    assert desk("import", out / f"viec.{suffix}").code == 0
    assert answers(desk) == [("DONE", "đã gặp", "Chi ủy", None)]
