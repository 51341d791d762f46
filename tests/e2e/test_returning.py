"""Rows that stayed out are corrected in their workbook and join the import it completes."""

import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from e2e.books import AN, BINH, CHI, MONTHS, Rows, dues_rows, roster_rows, workbook
from e2e.desk import ROSTERS, Desk, laid
from e2e.returned import Corrections, correct, delete, row_of

ROSTER_12: Corrections = {
    "Danh sách": {
        8: {"Số thẻ đảng viên": "099000000261"},
        9: {"Ngày sinh": "28/02/1980"},
        10: {"Ngày vào Đảng": "05/05/2020", "Ngày chính thức": "05/05/2021"},
        11: {"Ngày chính thức": "05/05/2016"},
        12: {"Chi bộ": "Chi bộ thôn 1"},
        13: {"Họ và tên": "Lò Thị Mười Ba"},
        14: {"Họ và tên": "Lò Văn Mười Bốn"},
        15: {"Ngày sinh": "01/01/1979"},
        16: {"Giới tính": "Nam"},
        17: {"Số CCCD": "099100000176"},
        18: {"Số CCCD": "099100000177"},
        19: {"Số thẻ đảng viên": "099000000178"},
        20: {"Ngày sinh": "01/02/1950"},
        21: {"Chi bộ": "Chi bộ thôn 1"},
        22: {"Họ và tên": "Nguyễn Văn Dài"},
        24: {"Họ và tên": "Lò Văn Sum"},
        26: {"Ngày vào Đảng": "01/01/2020", "Ngày chính thức": "01/01/2021"},
    },
    "Đảng phí 2024": {
        2: {"T2": 5000},
        3: {"T1": "10.000"},
        4: {"T3": "x"},
        5: {"Họ và tên": "Lò Văn Sum", "Số thẻ đảng viên": "099000000183"},
        6: {"T2": "10.000", "T13": None},
    },
}
BAD = ("Lò Văn Bạc", "31/02/1980", "Nữ", "099000000904", "02/09/2015")
CHANGED_12 = "12_bad_rows - chưa nhập.xlsx"


def lines(desk: Desk) -> dict[str, str]:
    """Return the letters of every live line of a book, by name."""
    query = """select full_name, letters from book_line join person_version using (person_id)
               where book_line.change_out is null and person_version.change_out is null"""
    with sqlite3.connect(desk.ledger) as ledger:
        return dict(ledger.execute(query).fetchall())


def still_out(desk: Desk) -> list[tuple[str, int, str]]:
    """Return what the ledger keeps of rows that stayed out."""
    query = "select sheet, row, code from set_aside where change_out is null order by 1, 2, 3"
    with sqlite3.connect(desk.ledger) as ledger:
        return ledger.execute(query).fetchall()


def names(desk: Desk) -> set[str]:
    return {m["full_name"] for m in desk("list", "--json", "--all").json["members"]}


@pytest.fixture
@laid
def half(desk: Desk) -> Desk:
    """A ledger of An; Bạc's row and Chi's stayed out for a birth date."""
    chi = (CHI[0], "chưa rõ ngày", *CHI[2:])
    desk("import", workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows([AN, BAD, chi])}))
    return desk


@pytest.fixture
@laid
def unread(desk: Desk) -> Desk:
    """A dues book of An and Bình; one month of Bình's is "abc"."""
    rows = [list(r) for r in dues_rows({AN[0]: "x-xxxxxxxxxx", BINH[0]: "x-xxxxxxxxxx"})]
    rows[3][5] = "abc"
    people = workbook(desk.folder / "r.xlsx", {"Danh sách": roster_rows([AN, BINH])})
    desk("import", people, workbook(desk.folder / "s.xlsx", {"Đảng phí": rows}))
    return desk


def test_after_every_cell_is_corrected_everybody_is_in(desk: Desk) -> None:
    desk("import", ROSTERS / "12_bad_rows.xlsx")
    delete(desk.folder / CHANGED_12, "Danh sách", [29])  # the row that repeats another

    ran = desk("import", correct(desk.folder / CHANGED_12, ROSTER_12), "--json")

    (file,) = ran.json["files"]
    assert (file["set_aside"], file["missing"], file["returned"]) == (0, 0, None)
    assert ran.code == 0
    assert len(names(desk)) == 29 - 1  # one pair shares a name
    assert still_out(desk) == [("Danh sách", 29, "duplicate_row")]
    assert lines(desk) == {
        "Lê Minh Long": "PPP.........",
        "Trương Đức An": "PPP.........",
        "Phan Công Thưởng": "PPP.........",
        "Trần Thị Chi": "PPP.........",
        "Lò Văn Sum": "PPP.........",
    }


def test_undo_of_both_imports_restores_what_was(desk: Desk) -> None:
    desk("import", ROSTERS / "12_bad_rows.xlsx")
    before = (names(desk), lines(desk), still_out(desk))
    desk("import", correct(desk.folder / CHANGED_12, ROSTER_12))

    desk("undo", "--yes")

    assert (names(desk), lines(desk), still_out(desk)) == before
    desk("undo", "1", "--yes")
    assert names(desk) == set()


def test_nothing_corrected_brings_nothing_and_no_further_workbook(half: Desk) -> None:
    ran = half("import", "a - chưa nhập.xlsx", "--json")

    (file,) = ran.json["files"]
    assert ran.json["change"] is None
    assert (file["set_aside"], file["returned"]) == (2, "a - chưa nhập.xlsx")
    assert len([*half.folder.glob("*chưa nhập*")]) == 1


def test_what_is_still_wrong_goes_to_a_next_workbook(half: Desk) -> None:
    path = half.folder / "a - chưa nhập.xlsx"
    correct(path, {"Danh sách": {3: {"Ngày sinh": "28/02/1980"}}})

    (file,) = half("import", path, "--json").json["files"]

    assert (file["added"], file["set_aside"], file["missing"]) == (1, 1, 0)
    assert still_out(half) == [("Danh sách", 4, "invalid_date")]
    after = half.folder / file["returned"]
    assert after.name == "a - chưa nhập (2).xlsx"
    half("import", correct(after, {"Danh sách": {4: {"Ngày sinh": "07/08/1990"}}}))
    assert names(half) == {AN[0], BAD[0], CHI[0]}
    assert still_out(half) == []


def test_imported_twice_is_imported_once(half: Desk) -> None:
    path = half.folder / "a - chưa nhập.xlsx"
    correct(path, {"Danh sách": {3: {"Ngày sinh": "28/02/1980"}}})
    half("import", path)

    again = half("import", path, "--json")

    assert again.json["change"] is None


def test_rows_may_be_sorted_and_deleted(half: Desk) -> None:
    path = half.folder / "a - chưa nhập.xlsx"
    book = load_workbook(path)
    sheet = book["Danh sách"]
    first, second = row_of(sheet, 3), row_of(sheet, 4)
    for column in range(1, sheet.max_column + 1):
        one, other = sheet.cell(first, column), sheet.cell(second, column)
        one.value, other.value = other.value, one.value
    book.save(path)
    correct(path, {"Danh sách": {4: {"Ngày sinh": "07/08/1990"}}})
    delete(path, "Danh sách", [3])

    half("import", path)

    assert names(half) == {AN[0], CHI[0]}
    assert still_out(half) == [("Danh sách", 3, "invalid_date")]


def test_rows_deleted_from_the_returned_workbook_are_listed_by_check(half: Desk) -> None:
    path = half.folder / "a - chưa nhập.xlsx"
    correct(path, {"Danh sách": {4: {"Ngày sinh": "07/08/1990"}}})
    half("import", delete(path, "Danh sách", [3]))

    checked = half("check", "--json")

    (left,) = [one for one in checked.json["contradictions"] if one["code"] == "rows_left_out"]
    assert (left["source"]["file"], left["source"]["row"]) == ("a.xlsx", 3)
    assert "1 dòng chưa vào sổ (dòng 3, mã invalid_date)" in left["message"]
    assert checked.code == 0


def test_a_returned_exit_keeps_the_group_row_that_says_how_it_left(desk: Desk) -> None:
    rows: Rows = [
        ["DANH SÁCH ĐẢNG VIÊN GIẢM NĂM 2024"],
        ["STT", "Họ và tên", "Ngày sinh", "Số quyết định", "Ngày quyết định"],
        ["I. Xóa tên"],
        [1, "Lò Văn An", "01/02/1970", "10-QĐ/ĐU", "31/02/2024"],
        ["II. Từ trần"],
        [2, "Lò Thị Bình", "31/06/1980", "11-QĐ/ĐU", "05/03/2024"],
        ["III. Trường hợp khác"],
        [3, "Lò Thị Chi", "31/06/1980", "12-QĐ/ĐU", "05/03/2024"],
    ]
    desk("import", workbook(desk.folder / "g.xlsx", {"DS": rows}))
    day, born = {"Ngày quyết định": "01/02/2024"}, {"Ngày sinh": "01/06/1980"}
    path = desk.folder / "g - chưa nhập.xlsx"

    desk("import", correct(path, {"DS": {4: day, 6: born, 8: born}}))

    members = desk("list", "--json", "--all").json["members"]
    assert {m["full_name"]: m["status"] for m in members} == {
        "Lò Văn An": "REMOVED",
        "Lò Thị Bình": "DIED",
        "Lò Thị Chi": "LEFT_UNSTATED",
    }


def test_many_corrected_rows_are_no_sign_of_a_wrong_file(desk: Desk) -> None:
    people = [
        (f"Lò Văn {name}", "31/02/1980", "Nam", f"0990000{n:05d}", "03/02/2001")
        for n, name in enumerate(("Ấm", "Ban", "Cầm", "Dín", "Én", "Gấm", "Hặc", "Inh"))
    ]
    good = [(f"Lò Thị {p[0][7:]}", "1/2/1970", "Nữ", f"0991{p[3][4:]}", p[4]) for p in people]
    rows = roster_rows([*good, *people])
    desk("import", workbook(desk.folder / "a.xlsx", {"D": rows}))

    dates = {row: {"Ngày sinh": f"{row:02d}/02/1980"} for row in range(10, 18)}
    back = correct(desk.folder / "a - chưa nhập.xlsx", {"D": dates})
    ran = desk("import", back, "--json")

    assert ran.json["files"][0]["added"] == 8
    assert ran.json["gate"]["signs"] == []


def test_nobody_is_missing_from_a_workbook_of_a_few_rows(half: Desk) -> None:
    path = half.folder / "a - chưa nhập.xlsx"
    correct(path, {"Danh sách": {3: {"Ngày sinh": "28/02/1980"}, 4: {"Ngày sinh": "1990"}}})

    (file,) = half("import", path, "--json").json["files"]

    assert file["missing"] == 0


def test_months_that_nobody_could_read_are_counted_beside_the_rows(desk: Desk) -> None:
    rows = [list(r) for r in dues_rows({AN[0]: "x" * 12, BINH[0]: "x" * 12})]
    rows[3][5:7] = "#", "Ø"
    people = workbook(desk.folder / "r.xlsx", {"Danh sách": roster_rows([AN, BINH])})

    ran = desk("import", people, workbook(desk.folder / "s.xlsx", {"Đảng phí": rows}))

    assert ran.code == 3
    assert "để lại 0 dòng, 2 ô chưa đọc được" in ran.out
    assert "Các ô chưa nhập: s - chưa nhập.xlsx" in ran.out


def test_an_unread_month_of_a_row_that_stays_out_is_counted_once(desk: Desk) -> None:
    rows = [list(r) for r in dues_rows({AN[0]: "x" * 12, CHI[0]: "x" * 12})]
    rows[3][5] = "#"
    people = workbook(desk.folder / "r.xlsx", {"Danh sách": roster_rows([AN, BINH])})
    book = workbook(desk.folder / "s.xlsx", {"Đảng phí": rows})

    ran = desk("import", people, book, "--json")

    assert [(f["set_aside"], f["cells_left"]) for f in ran.json["files"]] == [(0, 0), (1, 0)]


def test_an_unread_month_is_replaced_and_other_people_stay(unread: Desk) -> None:
    path = unread.folder / "s - chưa nhập.xlsx"
    before = lines(unread)

    ran = unread("import", correct(path, {"Đảng phí": {4: {"T3": 10000}}}), "--json")

    assert before == {AN[0]: "PUPPPPPPPPPP", BINH[0]: "PU?PPPPPPPPP"}
    assert lines(unread) == {AN[0]: "PUPPPPPPPPPP", BINH[0]: "PUPPPPPPPPPP"}
    (file,) = ran.json["files"]
    assert (file["changed"], file["set_aside"]) == (1, 0)
    assert "book_row_gone" not in {p["code"] for p in file["problems"]}


def test_a_corrected_month_is_cited_where_it_stands_now(unread: Desk) -> None:
    path = unread.folder / "s - chưa nhập.xlsx"
    unread("import", correct(path, {"Đảng phí": {4: {"T3": "chưa đóng", "T4": "chưa đóng"}}}))

    lists = unread("flag", "--json", "--year", "2024", "--ground", "dues").json["lists"]

    (item,) = [i for i in lists["review"] if i["full_name"] == BINH[0]]
    assert [(m["source"]["file"], m["source"]["cell"]) for m in item["months"]] == [
        ("s - chưa nhập.xlsx", cell) for cell in ("G5", "H5", "I5")
    ]


def test_months_nobody_touched_keep_what_the_whole_book_says(desk: Desk) -> None:
    """A dash in every row means no meeting; beside one row alone it could mean anything."""
    heading = ("STT", "Họ và tên", "Chi bộ", *MONTHS)
    row = ["x", "-", "x", "??", *["x"] * 8]
    rows = [
        ("SỔ ĐIỂM DANH SINH HOẠT CHI BỘ NĂM 2024",),
        heading,
        (1, AN[0], "Chi bộ thôn Hạ", "x", "x", "x", "-", *["x"] * 8),
        (2, BINH[0], "Chi bộ thôn Hạ", *row),
    ]
    people = workbook(desk.folder / "r.xlsx", {"Danh sách": roster_rows([AN, BINH])})
    desk("import", people, workbook(desk.folder / "d.xlsx", {"Điểm danh": rows}))
    before = lines(desk)[BINH[0]]

    path = correct(desk.folder / "d - chưa nhập.xlsx", {"Điểm danh": {4: {"T4": "x"}}})
    desk("import", path)

    assert lines(desk)[BINH[0]] == before.replace("?", "P")
    assert "?" in before


def test_a_repeated_row_that_nobody_touched_stays_out(desk: Desk) -> None:
    other_day = (*AN[:4], "03/02/1996")
    desk("import", workbook(desk.folder / "a.xlsx", {"D": roster_rows([AN, other_day])}))

    ran = desk("import", "a - chưa nhập.xlsx", "--json")

    assert ran.json["files"][0]["set_aside"] == 1
    (member,) = desk("list", "--json").json["members"]
    assert member["admission_date"] == "1995-02-03"


def test_in_another_ledger_the_rows_go_in_with_a_warning(half: Desk, tmp_path: Path) -> None:
    path = half.folder / "a - chưa nhập.xlsx"
    correct(path, {"Danh sách": {3: {"Ngày sinh": "28/02/1980"}}})

    ran = half("import", path, "--json", "--ledger", tmp_path / "other.db")

    (file,) = ran.json["files"]
    assert file["added"] == 1
    assert "completed_source_unknown" in {p["code"] for p in file["problems"]}


def test_after_an_undo_of_the_source_its_book_takes_no_line_away(unread: Desk) -> None:
    path = unread.folder / "s - chưa nhập.xlsx"
    newer = dues_rows({AN[0]: "xxxxxxxxxxxx", BINH[0]: "xxxxxxxxxxxx"})
    unread("undo", "--yes")
    people = unread.folder / "r.xlsx"
    unread("import", people, workbook(unread.folder / "s2.xlsx", {"Đảng phí": newer}))

    ran = unread("import", correct(path, {"Đảng phí": {4: {"T3": 10000}}}), "--json")

    codes = {p["code"] for p in ran.json["files"][0]["problems"]}
    assert "completed_source_unknown" in codes
    assert set(lines(unread)) == {AN[0], BINH[0]}


def test_an_answer_is_read_beside_its_row(half: Desk) -> None:
    from datetime import date

    from partyroll.read.workbook import read_workbook

    path = half.folder / "a - chưa nhập.xlsx"
    book = load_workbook(path)
    sheet = book["Danh sách"]
    sheet.insert_cols(2)
    sheet.cell(3, 2).value = "Trả lời"
    sheet.cell(row_of(sheet, 4), 2).value = "người  khác "
    book.save(path)

    read = read_workbook(path, today=date(2026, 1, 15))

    assert read.answers == {("Danh sách", 5): "người khác"}
    assert read.origins["Danh sách", 5] == ("Danh sách", 4)


def test_the_answer_says_what_a_whole_table_is(desk: Desk) -> None:
    heading = ("STT", "Họ và tên", "Chi bộ", *MONTHS)
    people = [(n, one[0], "Chi bộ thôn Hạ", *["x"] * 12) for n, one in enumerate((AN, BINH), 1)]
    rows = [("SỔ NĂM 2024",), heading, *people]
    desk("import", workbook(desk.folder / "k.xlsx", {"D": rows}))
    assert lines(desk) == {}

    back = correct(desk.folder / "k - chưa nhập.xlsx", {"D": {3: {"Trả lời": "Đảng phí"}}})
    ran = desk("import", back, "--json")

    assert ran.json["files"][0]["set_aside"] == 0
    assert lines(desk) == {AN[0]: "P" * 12, BINH[0]: "P" * 12}


@pytest.mark.parametrize(
    ("answer", "status"), [("Ra khỏi Đảng", "DIED"), ("exits", "DIED"), ("Đảng viên", None)]
)
def test_the_answer_says_whether_a_list_is_of_members(
    desk: Desk, answer: str, status: str | None
) -> None:
    heading = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ")
    rows = [("ĐẢNG VIÊN TỪ TRẦN",), heading, (1, AN[0], AN[1], "Chi bộ thôn Hạ")]
    desk("import", workbook(desk.folder / "k.xlsx", {"D": rows}))
    assert desk("list", "--all", "--json").json["members"] == []

    back = correct(desk.folder / "k - chưa nhập.xlsx", {"D": {3: {"Trả lời": answer}}})
    desk("import", back)

    (one,) = desk("list", "--all", "--json").json["members"]
    assert (one["full_name"], one["status"]) == (AN[0], status)


@pytest.mark.parametrize(
    ("filled", "names"),
    [({}, {AN[0]}), ({"Trả lời": "đảng viên"}, {AN[0], BINH[0]}), ({"Trả lời": "?"}, {AN[0]})],
)
def test_who_stood_under_a_group_comes_in_by_an_answer_alone(
    desk: Desk, filled: dict[str, str], names: set[str]
) -> None:
    heading = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ")
    rows = [
        heading,
        (1, *AN[:2], "Chi bộ Hạ"),
        ("II", "Quần chúng"),
        (1, *BINH[:2], "Chi bộ Hạ"),
    ]
    desk("import", workbook(desk.folder / "k.xlsx", {"D": rows}))

    desk("import", correct(desk.folder / "k - chưa nhập.xlsx", {"D": {4: filled}}))

    assert {one["full_name"] for one in desk("list", "--json").json["members"]} == names


def test_an_answered_question_brings_its_row_in(desk: Desk) -> None:
    like = ("Lò Thị Lí", "05/06/1980", "Nữ", "", "19/05/2005")
    known = ("Lò Thị Lý", *like[1:])
    desk("import", workbook(desk.folder / "a.xlsx", {"D": roster_rows([AN, known])}))
    desk("import", workbook(desk.folder / "b.xlsx", {"D": roster_rows([AN, like])}))

    back = correct(desk.folder / "b - chưa nhập.xlsx", {"D": {3: {"Trả lời": "Cùng  NGƯỜI "}}})
    ran = desk("import", back, "--json")

    assert ran.json["files"][0]["set_aside"] == 0
    assert names(desk) == {AN[0], known[0]}
    assert still_out(desk) == []


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_saved_by_libreoffice_it_still_completes(half: Desk, suffix: str) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    path = half.folder / "a - chưa nhập.xlsx"
    correct(path, {"Danh sách": {3: {"Ngày sinh": "28/02/1980"}}})
    out = half.folder / "saved"
    command = ["soffice", "--headless", "--convert-to", suffix, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True)

    (file,) = half("import", out / f"a - chưa nhập.{suffix}", "--json").json["files"]

    assert (file["added"], file["set_aside"], file["missing"]) == (1, 1, 0)
    assert still_out(half) == [("Danh sách", 4, "invalid_date")]


def test_the_mark_among_the_properties_is_enough(half: Desk) -> None:
    path = half.folder / "a - chưa nhập.xlsx"
    correct(path, {"Danh sách": {3: {"Ngày sinh": "28/02/1980"}}})
    book = load_workbook(path)
    del book["partyroll"]
    book.save(path)

    half("import", path)

    assert names(half) == {AN[0], BAD[0]}
    assert still_out(half) == [("Danh sách", 4, "invalid_date")]
