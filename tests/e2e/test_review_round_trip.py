"""A list for review goes out, is filled in, and comes back."""

import csv
import shutil
import subprocess
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from e2e.books import BINH, CHI, workbook
from e2e.desk import Desk
from e2e.reviewing import (
    DAY,
    SICK,
    answers_in,
    counts,
    excuses,
    fill,
    heading_of,
    listed,
    outcomes,
    rows_of,
)
from store import shelf

NOTHING: dict[str, str | date | None] = {"Kết luận": "Không xem xét xử lý"}
REMOVE: dict[str, str | date | None] = {"Kết luận": "Đề nghị xóa tên"}


def test_an_empty_list_that_comes_back_says_nothing(desk: Desk) -> None:
    ran = desk("import", listed(desk), "--json")

    assert (ran.code, counts(ran.json)) == (0, {})
    assert ran.json["files"][0]["problems"] == []
    assert outcomes(desk) == {}


def test_answers_go_in_and_nothing_but_answers(desk: Desk) -> None:
    path = listed(desk)
    before = desk("list", "--json", *DAY).json["members"]
    ran = desk("import", fill(path, {BINH[0]: NOTHING | {"Ngày": date(2026, 1, 10)}}), "--json")

    assert counts(ran.json) == {"new": 2}
    assert answers_in(desk) == {
        BINH[0]: {"conclusion": "Không xem xét xử lý", "decided_on": "10/01/2026"}
    }
    assert outcomes(desk) == {BINH[0]: ("MEETING", "NO_ACTION")}
    assert desk("list", "--json", *DAY).json["members"] == before


def test_an_accepted_reason_lifts_its_months_and_the_person_off_the_list(desk: Desk) -> None:
    desk("import", fill(listed(desk), {BINH[0]: SICK}))
    review = desk("flag", *DAY, "--json").json["lists"]["review"]

    assert [one["full_name"] for one in review] == [CHI[0]]
    assert excuses(desk) == [
        (BINH[0], "MATERNITY", f"2024-0{month}-01", 1) for month in (1, 2, 3)
    ]


def test_a_reason_accepted_by_nobody_is_told_and_does_nothing(desk: Desk) -> None:
    answer = {"Kết luận": "Chấp nhận lý do", "Lý do": "ốm"}
    ran = desk("import", fill(listed(desk), {BINH[0]: answer}))

    assert "chưa ghi người quyết định" in ran.out
    assert (excuses(desk), outcomes(desk)) == ([], {})


def test_the_decider_written_later_brings_the_reason_into_force(desk: Desk) -> None:
    path = listed(desk)
    desk("import", fill(path, {BINH[0]: {"Kết luận": "Chấp nhận lý do"}}))
    desk("import", fill(path, {BINH[0]: {"Người quyết định": "Chi bộ"}}))

    assert len(excuses(desk)) == 3


def test_a_proposal_to_strike_off_changes_no_status(desk: Desk) -> None:
    desk("import", fill(listed(desk), {BINH[0]: REMOVE}))
    members = desk("list", "--json", *DAY).json["members"]

    assert outcomes(desk) == {BINH[0]: ("PROPOSAL", "PROPOSE_REMOVAL")}
    assert BINH[0] in {one["full_name"] for one in members}


def test_a_second_import_changes_nothing(desk: Desk) -> None:
    path = fill(listed(desk), {BINH[0]: SICK, CHI[0]: REMOVE})
    desk("import", path)
    before = shelf.digest(desk.ledger)
    ran = desk("import", fill(path, {CHI[0]: REMOVE}), "--yes", "--json")

    assert (counts(ran.json), ran.json["change"]) == ({"same": 4}, None)
    assert shelf.digest(desk.ledger) == before


def test_undo_takes_answers_steps_and_reasons_back_exactly(desk: Desk) -> None:
    path = listed(desk)
    before = shelf.digest(desk.ledger)
    desk("import", fill(path, {BINH[0]: SICK, CHI[0]: REMOVE}))
    desk("undo", "--yes")

    assert shelf.digest(desk.ledger) == before


def test_a_trial_shows_the_answers_and_writes_nothing(desk: Desk) -> None:
    path = fill(listed(desk), {BINH[0]: REMOVE})
    ran = desk("import", path, "--dry-run")

    assert f"mới: {BINH[0]}: Kết luận “Đề nghị xóa tên”" in ran.out
    assert answers_in(desk) == {}


# --- Changed and contradicting --------------------------------------------------------------
def test_the_same_file_corrected_changes_its_answer_and_what_followed(desk: Desk) -> None:
    path = listed(desk)
    desk("import", fill(path, {BINH[0]: SICK}))
    ran = desk("import", fill(path, {BINH[0]: NOTHING}))

    assert "“Chấp nhận lý do” → “Không xem xét xử lý”" in ran.out
    assert (ran.code, excuses(desk)) == (0, [])
    assert outcomes(desk) == {BINH[0]: ("MEETING", "NO_ACTION")}


def test_an_older_copy_that_comes_back_after_a_newer_one_is_left_out(desk: Desk) -> None:
    path = listed(desk)
    desk("import", fill(path, {BINH[0]: REMOVE}))
    desk("import", fill(path, {BINH[0]: NOTHING}))
    older = {BINH[0]: REMOVE | {"Ý kiến chi bộ": "thêm một lời"}}
    ran = desk("import", fill(path, older))

    assert ran.code == 3
    assert "--yes" in ran.out
    assert answers_in(desk)[BINH[0]] == {"conclusion": "Không xem xét xử lý"}


def test_another_copy_that_contradicts_waits_for_a_yes(desk: Desk) -> None:
    path = listed(desk)
    other = fill(path, {BINH[0]: REMOVE, CHI[0]: NOTHING}, name="ban-khac.xlsx")
    desk("import", fill(path, {BINH[0]: NOTHING}))
    first = desk("import", other, "--json")
    kept = answers_in(desk)
    second = desk("import", other, "--yes", "--json")

    assert counts(first.json) == {"new": 1, "conflicting": 1}
    assert kept[BINH[0]] == {"conclusion": "Không xem xét xử lý"}
    assert counts(second.json) == {"changed": 1, "same": 1}
    assert outcomes(desk)[BINH[0]] == ("PROPOSAL", "PROPOSE_REMOVAL")


def test_the_decider_of_another_copy_never_joins_the_conclusion_of_the_first(
    desk: Desk,
) -> None:
    path = listed(desk)
    rejected = {"Kết luận": "Không chấp nhận lý do", "Người quyết định": "Đảng ủy"}
    other = fill(path, {BINH[0]: rejected}, name="ban-khac.xlsx")
    desk("import", fill(path, {BINH[0]: {"Kết luận": "Chấp nhận lý do"}}))
    desk("import", other)

    assert answers_in(desk)[BINH[0]] == {"conclusion": "Chấp nhận lý do"}
    assert excuses(desk) == []


def test_a_copy_agreed_to_takes_the_place_of_the_whole_row(desk: Desk) -> None:
    path = listed(desk)
    other = fill(path, {BINH[0]: REMOVE}, name="ban-khac.xlsx")
    desk("import", fill(path, {BINH[0]: SICK}))
    ran = desk("import", other, "--yes")

    assert answers_in(desk)[BINH[0]] == {"conclusion": "Đề nghị xóa tên"}
    assert shelf.ask(
        desk.ledger, "SELECT said_by FROM review_step WHERE change_out IS NULL"
    ) == [(None,)]
    assert "Người quyết định “Chi bộ họp” → (trống)" in ran.out


# --- As people write ------------------------------------------------------------------------
@pytest.mark.parametrize(
    "written",
    [
        "đề nghị xoá tên ",
        "ĐỀ NGHỊ XÓA TÊN",
        unicodedata.normalize("NFD", "Đề nghị xóa tên"),
        "Đề nghị  xóa tên.",
    ],
)
def test_a_conclusion_is_understood_as_people_type_it(desk: Desk, written: str) -> None:
    desk("import", fill(listed(desk), {BINH[0]: {"Kết luận": written}}))

    assert outcomes(desk) == {BINH[0]: ("PROPOSAL", "PROPOSE_REMOVAL")}


def test_a_conclusion_nobody_offered_keeps_its_words_and_does_nothing(desk: Desk) -> None:
    ran = desk("import", fill(listed(desk), {BINH[0]: {"Kết luận": "xóa tên ngay"}}))

    assert "không hiểu, giữ nguyên: Lò Thị Bình: Kết luận “xóa tên ngay”" in ran.out
    assert answers_in(desk) == {BINH[0]: {"conclusion": "xóa tên ngay"}}
    assert outcomes(desk) == {}


@pytest.mark.parametrize(
    ("written", "read"),
    [("15/01/2026", "2026-01-15"), (date(2026, 1, 15), "2026-01-15"), ("1/2026", "2026-01")],
)
def test_a_day_is_understood_as_a_date_or_as_text(
    desk: Desk, written: str | date, read: str
) -> None:
    desk("import", fill(listed(desk), {BINH[0]: NOTHING | {"Ngày": written}}))

    assert shelf.ask(desk.ledger, "SELECT happened_on FROM review_step") == [(read,)]


def test_a_day_that_has_not_come_is_kept_as_written(desk: Desk) -> None:
    ran = desk("import", fill(listed(desk), {BINH[0]: NOTHING | {"Ngày": "15/01/2062"}}))

    assert "ngày chưa đến" in ran.out
    assert shelf.ask(desk.ledger, "SELECT happened_on FROM review_step") == [(None,)]


# --- As files are handled -------------------------------------------------------------------
def test_rows_are_known_by_their_key_wherever_they_stand(desk: Desk) -> None:
    path = fill(listed(desk), {BINH[0]: SICK, CHI[0]: REMOVE})
    book = load_workbook(path)
    sheet = book.worksheets[0]
    first = heading_of(sheet) + 1
    rows = [[cell.value for cell in sheet[row]] for row in (first, first + 1)]
    for row, values in zip((first + 1, first), rows, strict=True):
        for column, value in enumerate(values, start=1):
            sheet.cell(row, column).value = value
    sheet.insert_cols(3)
    sheet.cell(first - 1, 3).value = "Ghi chú riêng"
    book.save(path)
    ran = desk("import", path)

    assert outcomes(desk)[CHI[0]] == ("PROPOSAL", "PROPOSE_REMOVAL")
    assert len(excuses(desk)) == 3
    assert "không dùng cột C “Ghi chú riêng”" in ran.out


def test_a_row_that_was_deleted_says_nothing(desk: Desk) -> None:
    path = listed(desk)
    desk("import", fill(path, {BINH[0]: NOTHING, CHI[0]: NOTHING}))
    book = load_workbook(path)
    book.worksheets[0].delete_rows(heading_of(book.worksheets[0]) + 1)
    book.save(path)
    desk("import", path)

    assert set(answers_in(desk)) == {BINH[0], CHI[0]}


def test_a_row_without_its_key_is_told_and_left_out(desk: Desk) -> None:
    path = fill(listed(desk), {BINH[0]: NOTHING, CHI[0]: NOTHING})
    book = load_workbook(path)
    sheet, row, headings = next(rows_of(book))
    name = sheet.cell(row, 2).value
    sheet.cell(row, headings["Mã dòng (không sửa)"]).value = None
    book.save(path)
    ran = desk("import", path)

    assert ran.code == 3
    assert "không rõ dòng này là của ai" in ran.out
    assert set(answers_in(desk)) == {BINH[0], CHI[0]} - {name}


def test_a_key_under_another_name_is_told_and_left_out(desk: Desk) -> None:
    path = fill(listed(desk), {BINH[0]: NOTHING})
    book = load_workbook(path)
    sheet, row, _ = next(rows_of(book))
    sheet.cell(row, 2).value = "Người Khác"
    book.save(path)
    ran = desk("import", path)

    assert (ran.code, answers_in(desk)) == (3, {})
    assert "mã ẩn của dòng là của" in ran.out


def test_two_rows_of_one_person_that_disagree_are_told(desk: Desk) -> None:
    path = fill(listed(desk), {BINH[0]: NOTHING})
    book = load_workbook(path)
    sheet, row, headings = next(
        one for one in rows_of(book) if one[0].cell(one[1], 2).value == BINH[0]
    )
    copied = sheet.max_row + 1
    for column in range(1, sheet.max_column + 1):
        sheet.cell(copied, column).value = sheet.cell(row, column).value
    sheet.cell(copied, headings["Kết luận"]).value = "Đề nghị xóa tên"
    book.save(path)
    ran = desk("import", path)

    assert ran.code == 3
    assert "chỉ dòng đầu được ghi" in ran.out
    assert outcomes(desk) == {BINH[0]: ("MEETING", "NO_ACTION")}


def test_a_sheet_put_beside_the_list_is_told_of(desk: Desk) -> None:
    path = fill(listed(desk), {BINH[0]: NOTHING})
    book = load_workbook(path)
    book.create_sheet("Thêm").append(["Họ và tên", "Ngày sinh"])
    book.save(path)
    ran = desk("import", path, "--json")

    assert [one["code"] for one in ran.json["files"][0]["problems"]] == ["sheet_skipped"]


def test_a_list_of_another_ledger_is_refused(desk: Desk) -> None:
    path = fill(listed(desk), {BINH[0]: NOTHING})
    desk("import", desk.folder / "a.xlsx", "--ledger", "khac.db")
    ran = desk("import", path, "--ledger", "khac.db")

    assert ran.code == 3
    assert "không rõ 1 dòng này thuộc danh sách rà soát nào" in ran.out


def test_answers_copied_into_a_plain_table_are_refused(desk: Desk) -> None:
    listed(desk)
    heading = ("STT", "Họ và tên", "Ý kiến chi bộ", "Kết luận", "Người quyết định")
    rows = [heading, (1, BINH[0], "", "Đề nghị xóa tên", "Chi bộ")]
    ran = desk("import", workbook(desk.folder / "chep.xlsx", {"S": rows}))

    assert (ran.code, answers_in(desk)) == (3, {})
    assert "danh sách rà soát nào" in ran.out


def without_property(book: Workbook) -> None:
    """Take away what the file's properties say."""
    properties: Any = vars(book)["custom_doc_props"]
    for name in [one.name for one in properties.props]:
        del properties[name]


def without_list_in_keys(book: Workbook) -> None:
    """Leave the person alone in each key, as an older way of writing them might."""
    for sheet, row, headings in rows_of(book):
        cell = sheet.cell(row, headings["Mã dòng (không sửa)"])
        cell.value = str(cell.value).rpartition("/")[2]


@pytest.mark.parametrize("lost", [(), ("property",), ("property", "sheet"), ("sheet",)])
def test_the_list_is_known_by_whatever_mark_is_left(desk: Desk, lost: tuple[str, ...]) -> None:
    path = fill(listed(desk), {BINH[0]: NOTHING})
    book = load_workbook(path)
    without_list_in_keys(book)
    if "property" in lost:
        without_property(book)
    if "sheet" in lost:
        del book["partyroll"]
    book.save(path)
    ran = desk("import", path, "--json")

    assert counts(ran.json) == {"new": 1}


def test_saved_as_csv_each_row_still_says_whose_it_is(desk: Desk) -> None:
    path = fill(listed(desk), {BINH[0]: SICK})
    sheet = load_workbook(path).worksheets[0]
    target = desk.folder / "danh-sach.csv"
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(sheet.iter_rows(values_only=True))
    ran = desk("import", target, "--json")

    assert counts(ran.json) == {"new": 3}


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls", "csv"])
def test_saved_by_libreoffice_it_still_answers(desk: Desk, suffix: str) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    path = fill(listed(desk), {BINH[0]: {**SICK, "Ngày": date(2026, 1, 10)}, CHI[0]: REMOVE})
    # Of text files the first sheet is written, in UTF-8 if asked for.
    form = {"csv": "csv:Text - txt - csv (StarCalc):44,34,76"}.get(suffix, suffix)
    out = desk.folder / "saved"
    command = ["soffice", "--headless", "--convert-to", form, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    ran = desk("import", out / Path(path.name).with_suffix(f".{suffix}"), "--json")

    assert counts(ran.json) == {"new": 5}
    assert len(excuses(desk)) == 3
    assert outcomes(desk)[CHI[0]] == ("PROPOSAL", "PROPOSE_REMOVAL")
