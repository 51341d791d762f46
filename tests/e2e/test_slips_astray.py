"""Slips that are not what was written: for another ledger, edited, sorted, saved again."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from e2e.books import roster_rows, workbook
from e2e.desk import Desk
from e2e.two_offices import AN, AWAY, DUNG, LEFT, TO, change, offices, shuffled
from store import shelf


# --- For somebody else --------------------------------------------------------------------
def test_the_ledger_that_wrote_a_slip_is_told_so(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    away("import", letter)
    answer = away.slip("confirm", "1", "--unit", AWAY)
    before = shelf.digest(home.ledger)

    assert home.problems(letter) == ["slip_own_ledger"]
    assert home("import", letter).code == 3
    assert away.problems(answer) == ["slip_own_ledger"]
    assert shelf.digest(home.ledger) == before


def test_an_answer_for_another_ledger_is_not_taken_in(desk: Desk) -> None:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *LEFT))
    answer = away.slip("confirm", "1", "--unit", AWAY)
    third = workbook(desk.folder / "ba.xlsx", {"D": roster_rows()})
    desk("import", third, "--ledger", "ba.db")
    ran = desk("import", answer, "--ledger", "ba.db", "--json")

    assert ran.code == 3
    assert [p["code"] for p in ran.json["files"][0]["problems"]] == ["slip_other_ledger"]


def test_an_answer_to_a_letter_that_was_taken_back_stays_out_until_it_is_written_again(
    desk: Desk,
) -> None:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *LEFT))
    answer = away.slip("confirm", "1", "--unit", AWAY)
    home.undo()

    assert home.problems(answer) == ["slip_transfer_unknown"]
    assert home.problems(answer) == ["slip_transfer_unknown"]


def test_a_list_beside_a_slip_is_not_read_and_said_so(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    book = load_workbook(letter)
    sheet = book.create_sheet("Danh sách")
    for row in roster_rows():
        sheet.append(list(row))
    book.save(letter)

    assert away.problems(letter) == ["sheet_beside_slip", "slip_waits"]


def test_nobody_is_taken_into_a_cell_that_the_ledger_does_not_have(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    units = away("units", "--all").out

    assert away.problems(letter, "--unit", AWAY[:-2]) == ["slip_unit_unknown", "slip_waits"]
    assert away("units", "--all").out == units
    assert away.members() == [(DUNG[0], AWAY)]
    assert list(desk.folder.glob("phieu-bao-chuyen-sinh-hoat-*")) == []


# --- Edited -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (AN[0], "Lò Văn Ân"),
        (AN[1], "01/02/1971"),
        ("full_name", "hometown"),
        ("Giới thiệu sinh hoạt đảng", "Phiếu báo của nơi đến"),
    ],
)
def test_a_slip_that_somebody_edited_is_refused(desk: Desk, was: str, becomes: str) -> None:
    home, away = offices(desk)
    letter = change(home.slip("issue", AN[0], "--to", TO, *LEFT), was, becomes)
    ran = away("import", letter)

    assert ran.code == 1
    assert "đã bị sửa sau khi lập" in ran.err
    assert away.json("transfer", "list")["entries"] == []


def test_an_edited_check_code_is_refused(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    code = _check_code(letter)
    ran = away("import", change(letter, code, code[::-1]))

    assert (ran.code, "đã bị sửa sau khi lập" in ran.err) == (1, True)


def test_a_slip_without_its_hidden_column_is_refused(desk: Desk) -> None:
    home, away = offices(desk)
    letter = change(home.slip("issue", AN[0], "--to", TO, *LEFT), "Mã dòng (không sửa)", "")
    ran = away("import", letter)

    assert (ran.code, "mất cột mã ẩn" in ran.err) == (1, True)


# --- Saved again --------------------------------------------------------------------------
def test_a_slip_opened_and_saved_says_the_same(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    saved = letter.with_name("luu-lai.xlsx")
    load_workbook(letter).save(saved)

    assert away.problems(saved) == ["slip_waits"]
    assert away.problems(letter) == []
    assert len(away.json("transfer", "list")["entries"]) == 1


def test_columns_that_changed_places_do_not_matter(desk: Desk) -> None:
    home, away = offices(desk)
    letter = _columns_moved(home.slip("issue", AN[0], "--to", TO, *LEFT))

    assert away.problems(letter) == ["slip_waits"]


@pytest.mark.parametrize("key", ["transfer_id", "full_name", "written_by", "check"])
def test_a_slip_one_of_whose_cells_was_emptied_is_refused(desk: Desk, key: str) -> None:
    home, away = offices(desk)
    letter = _emptied(home.slip("issue", AN[0], "--to", TO, *LEFT), key, column=1)
    ran = away("import", letter)

    assert (ran.code, "đã bị sửa sau khi lập" in ran.err) == (1, True)
    assert away.json("transfer", "list")["entries"] == []


@pytest.mark.parametrize("key", ["transfer_id", "card_no", "check"])
def test_a_slip_one_of_whose_keys_was_emptied_is_refused(desk: Desk, key: str) -> None:
    home, away = offices(desk)
    letter = _emptied(home.slip("issue", AN[0], "--to", TO, *LEFT), key, column=2)
    ran = away("import", letter)

    assert (ran.code, "đã bị sửa sau khi lập" in ran.err) == (1, True)


def test_a_sorted_slip_says_the_same(desk: Desk) -> None:
    home, away = offices(desk)
    letter = shuffled(home.slip("issue", AN[0], "--to", TO, *LEFT))

    assert away.problems(letter) == ["slip_waits"]


def test_words_added_beside_a_slip_do_not_matter(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    noted = change(letter, "partyroll", "đã xem", save_as="ghi-them.xlsx")

    assert away.problems(noted) == ["slip_waits"]


def test_a_slip_saved_by_libreoffice_says_the_same(desk: Desk) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)

    assert away.problems(_resaved(letter)) == ["slip_waits"]


def _check_code(slip: Path) -> str:
    sheet = load_workbook(slip).worksheets[0]
    [code] = [row[1].value for row in sheet.iter_rows() if row[0].value == "Mã kiểm tra"]
    return str(code)


def _resaved(path: Path) -> Path:
    out = path.parent / "libreoffice"
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / path.name


def _emptied(path: Path, key: str, *, column: int) -> Path:
    """Empty a cell of the row with this key: 1 what it says, 2 the key."""
    book = load_workbook(path)
    [row] = [row for row in book.worksheets[0].iter_rows() if row[2].value == key]
    row[column].value = None
    book.save(path)
    return path


def _columns_moved(path: Path) -> Path:
    """Put an empty column first, and what the slip says behind its keys."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    rows = [[cell.value for cell in row[:3]] for row in sheet.iter_rows()]
    for number, (title, text, key) in enumerate(rows, start=1):
        for column, value in enumerate((None, key, title, text), start=1):
            sheet.cell(number, column).value = value
    book.save(path)
    return path
