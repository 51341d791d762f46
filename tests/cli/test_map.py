"""--map teaches what a column is; what was taught is remembered, and undone with its change."""

from pathlib import Path
from typing import Any

import pytest

from e2e.books import AN, BINH, CHI, DUES, MONTHS, Rows, roster, roster_rows, workbook
from e2e.desk import Desk

SHORT = ("STT", "HVT", "Ngày sinh", "Giới tính", "Mã riêng", "Ngày vào Đảng", "Chi bộ")


def short_roster(folder: Path, name: str = "a.xlsx", people: Rows = (AN, BINH)) -> Path:
    """A roster whose names stand under HVT and whose cards under "Mã riêng"."""
    return workbook(folder / name, {"Trang1": [SHORT, *roster_rows(people)[1:]]})


def members(desk: Desk) -> dict[str, Any]:
    return {m["full_name"]: m for m in desk("list", "--json").json["members"]}


TAUGHT = ("--map", "HVT=full_name", "--map", "Mã riêng=card_no")


# --- Teaching -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    "lesson",
    ["HVT=full_name", "HVT=Họ và tên", "hvt=họ tên", "B=full_name", "Trang1!HVT=full_name"],
)
def test_a_heading_is_taught_by_its_text_or_its_letter(desk: Desk, lesson: str) -> None:
    desk("import", short_roster(desk.folder), "--map", lesson)

    assert set(members(desk)) == {AN[0], BINH[0]}


def test_a_lesson_for_another_sheet_teaches_nothing_here(desk: Desk) -> None:
    ran = desk("import", short_roster(desk.folder), "--map", "Trang2!HVT=full_name")

    assert (ran.code, "“HVT”" in ran.err) == (2, True)
    assert not desk.ledger.exists()


def test_a_column_without_a_heading_is_taught_by_its_letter(desk: Desk) -> None:
    rows = [
        (*SHORT[:1], "Họ và tên", *SHORT[2:4], "", *SHORT[5:]),
        *roster_rows([AN, BINH])[1:],
    ]

    desk("import", workbook(desk.folder / "a.xlsx", {"Trang1": rows}), "--map", "E=card_no")

    assert {m["card_no"] for m in members(desk).values()} == {AN[3], BINH[3]}


def test_a_column_without_a_heading_is_called_by_its_letter(desk: Desk) -> None:
    rows = [
        (*SHORT[:1], "Họ và tên", *SHORT[2:4], "", *SHORT[5:]),
        *roster_rows([AN, BINH])[1:],
    ]
    path = workbook(desk.folder / "a.xlsx", {"Trang1": rows})

    ran = desk("import", path, "--map", "E=card_no", "--dry-run")

    assert "theo --map: cột E là Số thẻ đảng viên" in ran.out
    assert "E\tcột E\tSố thẻ đảng viên" in ran.out


def test_a_month_is_taught(desk: Desk) -> None:
    heading = (*DUES[:5], "Cột lạ", *DUES[6:])
    rows: Rows = [
        ("SỔ THU ĐẢNG PHÍ NĂM 2024",),
        heading,
        (1, AN[0], "Chi bộ thôn Hạ", *([10_000] * 12)),
    ]
    path = workbook(desk.folder / "d.xlsx", {"Trang1": rows})

    ran = desk("import", path, "--map", "Cột lạ=T3", "--json")

    assert ran.json["files"][0]["tables"][0]["columns"]["F"] == ["dues:2024-03"]


def test_a_column_can_be_left_alone(desk: Desk) -> None:
    path = roster(desk.folder)

    ran = desk("import", path, "--map", "Số thẻ đảng viên=-", "--json")

    assert ran.json["files"][0]["tables"][0]["unknown_columns"] == {"E": "Số thẻ đảng viên"}
    assert {m["card_no"] for m in members(desk).values()} == {None}


def test_two_months_under_the_wrong_headings_change_places(desk: Desk) -> None:
    rows: Rows = [
        ("SỔ THU ĐẢNG PHÍ NĂM 2024",),
        DUES,
        (1, AN[0], "Chi bộ thôn Hạ", *([10_000] * 12)),
    ]
    path = workbook(desk.folder / "d.xlsx", {"Trang1": rows})

    ran = desk("import", path, "--map", "T3=T4", "--map", "T4=T3", "--json")

    columns = ran.json["files"][0]["tables"][0]["columns"]
    assert (columns["F"], columns["G"]) == (["dues:2024-04"], ["dues:2024-03"])


def marks_of(folder: Path) -> Path:
    rows: Rows = [
        ("THEO DÕI NĂM 2024",),
        ("STT", "Họ và tên", *MONTHS),
        (1, AN[0], *(["x"] * 12)),
    ]
    return workbook(folder / "t.xlsx", {"Sheet1": rows})


def test_the_kind_of_an_unclear_table_is_asked_and_taught(desk: Desk) -> None:
    path = marks_of(desk.folder)
    asked = desk("import", path, "--json").json["files"][0]["problems"][0]

    ran = desk("import", path, "--map", "Sheet1=dues", "--json")

    assert asked["code"] == "kind_unclear"
    assert "--map “Sheet1=dues”" in asked["message"]
    assert ran.json["files"][0]["tables"][0]["kind"] == "dues"
    assert ran.json["files"][0]["added"] == 1


def test_a_question_about_a_table_is_not_said_to_wait_in_the_ledger(desk: Desk) -> None:
    ran = desk("import", marks_of(desk.folder))

    assert "có 1 câu hỏi: trả lời ở cột “Trả lời”" in ran.out
    assert "partyroll answer" not in ran.out


def test_the_year_of_a_book_without_one_is_taught(desk: Desk) -> None:
    rows: Rows = [
        ("SỔ THU ĐẢNG PHÍ",),
        ("STT", "Họ và tên", *MONTHS),
        (1, AN[0], *(["x"] * 12)),
    ]
    path = workbook(desk.folder / "t.xlsx", {"Sheet1": rows})

    ran = desk("import", path, "--map", "Sheet1=dues", "--map", "Sheet1=2023", "--json")

    assert ran.json["files"][0]["tables"][0]["columns"]["C"] == ["dues:2023-01"]


def test_a_sheet_can_be_left_alone(desk: Desk) -> None:
    ran = desk("import", roster(desk.folder), "--map", "Danh sách=-", "--json")

    assert (ran.json["files"][0]["added"], ran.json["change"]) == (0, None)


# --- What cannot be used ------------------------------------------------------------------
def test_an_unknown_field_is_answered_with_the_nearest_ones(desk: Desk) -> None:
    ran = desk("import", short_roster(desk.folder), "--map", "HVT=ful_name")

    assert ran.code == 2
    assert "full_name (Họ và tên)" in ran.err


def test_the_nearest_fields_are_found_by_usual_headings_too(desk: Desk) -> None:
    ran = desk("import", short_roster(desk.folder), "--map", "HVT=tên người")

    assert "full_name (Họ và tên)" in ran.err


def test_a_letter_beyond_the_table_is_no_column(desk: Desk) -> None:
    ran = desk("import", short_roster(desk.folder), "--map", "J=card_no")

    assert (ran.code, "“J”" in ran.err) == (2, True)


def test_half_a_lesson_is_refused(desk: Desk) -> None:
    ran = desk("import", short_roster(desk.folder), "--map", "HVT")

    assert (ran.code, "thiếu một vế" in ran.err) == (2, True)


def test_a_lesson_that_fits_nothing_is_told_with_the_headings_there_are(desk: Desk) -> None:
    ran = desk("import", roster(desk.folder), "--map", "Cột ma=card_no")

    assert ran.code == 2
    assert "“Cột ma”" in ran.err
    assert "“Số thẻ đảng viên”" in ran.err


# --- The office ---------------------------------------------------------------------------
def test_the_office_teaches_headings_in_partyroll_toml(desk: Desk) -> None:
    settings = desk.folder / "partyroll.toml"
    settings.write_text('[columns]\nfull_name = ["HVT"]\n"Số thẻ" = ["Mã riêng"]\n', "utf-8")

    desk("import", short_roster(desk.folder))

    assert members(desk)[AN[0]]["card_no"] == AN[3]


def test_a_field_of_the_office_that_is_none_is_refused_by_name(desk: Desk) -> None:
    settings = desk.folder / "partyroll.toml"
    settings.write_text('[columns]\nfullname = ["HVT"]\n', "utf-8")

    ran = desk("import", short_roster(desk.folder))

    assert (ran.code, "full_name" in ran.err, desk.ledger.exists()) == (2, True, False)


# --- Remembering --------------------------------------------------------------------------
@pytest.fixture
def taught(desk: Desk) -> Desk:
    assert desk("import", short_roster(desk.folder), *TAUGHT).code == 0
    return desk


def test_the_next_workbook_with_the_same_headings_needs_no_lesson(taught: Desk) -> None:
    ran = taught("import", short_roster(taught.folder, "b.xlsx", (AN, BINH, CHI)))

    assert members(taught)[CHI[0]]["card_no"] == CHI[3]
    assert "dùng cách hiểu cột đã ghi nhớ ở thay đổi số 1" in ran.out


def test_a_column_left_alone_stays_so(desk: Desk) -> None:
    desk("import", roster(desk.folder), "--map", "Số thẻ đảng viên=-")
    path = workbook(desk.folder / "b.xlsx", {"Danh sách": roster_rows([AN, BINH])})

    ran = desk("import", path, "--json")

    assert ran.json["files"][0]["tables"][0]["recalled"] == 1
    assert {m["card_no"] for m in members(desk).values()} == {None}


def test_other_headings_are_not_understood_by_it(taught: Desk) -> None:
    rows = [("STT", "HVT", "Quê quán", *SHORT[3:]), *roster_rows([CHI])[1:]]

    ran = taught("import", workbook(taught.folder / "b.xlsx", {"Trang1": rows}), "--json")

    assert set(members(taught)) == {AN[0], BINH[0]}
    assert ran.json["files"][0]["problems"][0]["code"] == "name_column_unknown"


def test_a_new_lesson_wins_over_what_is_remembered(taught: Desk) -> None:
    path = short_roster(taught.folder, "b.xlsx", (CHI,))

    taught("import", path, "--map", "Mã riêng=member_code")

    assert (members(taught)[CHI[0]]["card_no"], members(taught)[CHI[0]]["full_name"]) == (
        None,
        CHI[0],
    )


def test_a_trial_remembers_nothing(desk: Desk) -> None:
    desk("import", roster(desk.folder))
    desk("import", short_roster(desk.folder), *TAUGHT, "--dry-run")

    ran = desk("import", short_roster(desk.folder, "b.xlsx"), "--json")

    assert ran.json["files"][0]["tables"][0]["kind"] == "skipped"


def test_undo_forgets_what_its_change_was_taught(taught: Desk) -> None:
    taught("undo", "--yes")

    ran = taught("import", short_roster(taught.folder, "b.xlsx"), "--json")

    assert ran.json["files"][0]["problems"][0]["code"] == "name_column_unknown"


def test_the_same_bytes_are_read_again_as_taught(desk: Desk) -> None:
    path = short_roster(desk.folder)
    desk("import", path)

    ran = desk("import", path, *TAUGHT)

    assert set(members(desk)) == {AN[0], BINH[0]}
    assert "theo --map: “HVT” là Họ và tên" in ran.out
