"""Persons of a roster: what is stated, what is left open, what is set aside."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from partyroll.model import Gender, Status
from partyroll.period import PartialDate
from partyroll.read.facts import ReadFile, RosterRow
from partyroll.read.workbook import read_workbook

Read = Callable[..., ReadFile]
BASE = ["STT", "Họ và tên", "Ngày sinh", "Số thẻ", "Ngày vào Đảng", "Ngày chính thức"]
AN = [1, "Nguyễn Văn An", "05/03/1979", "099000000001", "03/02/2005", "03/02/2006"]


def person(file: ReadFile) -> RosterRow:
    row = file.tables[0].rows[0]
    assert isinstance(row, RosterRow)
    return row


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def with_column(read: Read, heading: str, value: object) -> ReadFile:
    return read({"DS": [[*BASE, heading], [*AN, value]]})


def test_nothing_is_invented(read: Read) -> None:
    file = read({"DS": [BASE, [1, "Nguyễn Văn An"]]})

    row = person(file)
    assert (row.birth_date, row.card_no, row.unit, row.gender, row.status) == (None,) * 5
    assert file.problems == ()


def test_an_empty_official_date_in_its_column_is_said(read: Read) -> None:
    assert person(read({"DS": [BASE, [*AN[:5], None]]})).official_blank
    assert person(read({"DS": [BASE, [*AN[:5], "dự bị"]]})).official_blank
    assert not person(read({"DS": [BASE, AN]})).official_blank
    assert not person(read({"DS": [BASE[:5], AN[:5]]})).official_blank


@pytest.mark.parametrize("words", ["dự bị", "Đảng viên dự bị", "ĐVDB", "chưa chính thức"])
def test_probation_written_in_place_of_the_official_date_is_stated(
    read: Read, words: str
) -> None:
    row = person(read({"DS": [BASE, [*AN[:5], words]]}))

    assert (row.status, row.official_date) == (Status.PROBATIONARY, None)


def test_an_official_date_column_with_a_dash_states_nobody_probationary(read: Read) -> None:
    assert person(read({"DS": [BASE, [*AN[:5], "-"]]})).status is None


def test_probation_beside_an_official_member_is_told_and_neither_is_taken(read: Read) -> None:
    file = read({"DS": [[*BASE, "Loại đảng viên"], [*AN[:5], "dự bị", "Chính thức"]]})

    assert person(file).status is None
    assert codes(file) == [("F2", "standing_contradicts")]


def test_someone_who_left_on_probation_is_not_a_member_on_probation(read: Read) -> None:
    file = read({"DS": [[*BASE, "Tình trạng"], [*AN[:5], "dự bị", "Xóa tên"]]})

    assert person(file).status is Status.REMOVED


def test_an_eight_digit_card_is_the_old_card(read: Read) -> None:
    row = person(read({"DS": [BASE, [1, "Nguyễn Văn An", "1979", "99200001"]]}))

    assert (row.card_no, row.card_no_old) == (None, "99200001")


@pytest.mark.parametrize(
    ("value", "exempt", "since"),
    [
        ("x", True, None),
        (None, False, None),
        ("10/06/2024", True, PartialDate(2024, 6, 10)),
        ("không", False, None),
    ],
)
def test_exempt_from_activity(
    read: Read, value: object, *, exempt: bool, since: PartialDate | None
) -> None:
    row = person(with_column(read, "Miễn SH", value))

    assert (row.exempt_activity, row.exempt_since) == (exempt, since)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Đang sinh hoạt Đảng", Status.OFFICIAL),
        ("Đình chỉ sinh hoạt", Status.SUSPENDED),
        ("Từ trần", Status.DIED),
        ("Xoá tên", Status.REMOVED),
        ("Xin ra khỏi Đảng", Status.WITHDREW),
        ("Đã chuyển ra", Status.OUT),
        ("Rời khỏi Đảng", Status.LEFT_UNSTATED),
        ("mất 5/2024", Status.DIED),
        ("Đơn xin ra khỏi Đảng", Status.WITHDREW),
        (None, None),
    ],
)
def test_status_as_stated(read: Read, text: str | None, status: Status | None) -> None:
    assert person(with_column(read, "Trạng thái", text)).status is status


@pytest.mark.parametrize(
    "text",
    [
        *("Chuyển sinh hoạt tạm thời", "Đã chuyển SH tạm thời đi Bình Dương"),
        *("Chuyển SHĐ đến 5/2024", "Mới chuyển đến", "Đã chuyển về", "Chuyển ra từ quân đội"),
        *("Chuyển SHĐ đến Đảng bộ phường 5", "Chưa chuyển đi", "Đang làm thủ tục chuyển SH"),
        *("Chuẩn bị chuyển đi", "Đã chuyển chính thức 5/2024", "Đã chuyển công tác"),
        *("Mất thẻ", "Mất liên lạc", "Không xóa tên", "Xin ra (chưa có QĐ)"),
        "Cho ra khỏi danh sách miễn",
    ],
)
def test_words_near_those_of_leaving_make_nobody_leave(read: Read, text: str) -> None:
    file = with_column(read, "Trạng thái", text)

    assert person(file).status is None
    assert [cell for cell, _ in codes(file)] == ["G2"]


def test_words_of_standing_in_place_of_a_status_are_a_remark(read: Read) -> None:
    file = with_column(read, "Trạng thái", "Chuyển sinh hoạt tạm thời")

    assert person(file).note == "Chuyển sinh hoạt tạm thời"
    assert codes(file) == [("G2", "remark_without_paper")]


def test_leaving_without_a_kind_is_a_question(read: Read) -> None:
    file = with_column(read, "Trạng thái", "Rời khỏi Đảng")

    assert codes(file) == [("G2", "exit_kind_unclear")]


def test_an_unknown_status_is_kept_as_text_and_told(read: Read) -> None:
    file = with_column(read, "Trạng thái", "Nghỉ hưu")

    assert (person(file).status, person(file).status_text) == (None, "Nghỉ hưu")
    assert codes(file) == [("G2", "unknown_status")]


def test_exempt_status_takes_its_date(read: Read) -> None:
    heading = [
        *BASE,
        "Trạng thái hoạt động",
        "Ngày rời khỏi/ Ngày mất/ Ngày miễn sinh hoạt Đảng",
    ]

    row = person(read({"DS": [heading, [*AN, "Miễn sinh hoạt", "10/06/2024"]]}))

    assert (row.exempt_activity, row.exempt_since) == (True, PartialDate(2024, 6, 10))
    assert (row.status, row.status_date) == (Status.OFFICIAL, None)


def test_a_request_to_delete_is_no_removal(read: Read) -> None:
    file = with_column(read, "Đề nghị xóa (Có/Không)", "có")

    assert (person(file).delete_requested, person(file).status) == (True, None)
    assert codes(file) == [("G2", "delete_request_not_removal")]


def test_gender_from_a_lone_column(read: Read) -> None:
    assert person(with_column(read, "Nữ", "x")).gender is Gender.FEMALE
    assert person(with_column(read, "Nữ", None)).gender is Gender.MALE


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        (2, "31/02/1980", "invalid_date"),
        (2, "01/01/2099", "future_date"),
        (4, "01/01/1970", "admission_before_birth"),
        (4, "01/01/1995", "too_young_at_admission"),
        (5, "01/01/2004", "official_before_admission"),
        (3, "ABC", "bad_card_format"),
        (1, None, "missing_name"),
        (1, "@SUM(A1)", "formula_injection"),
        (1, "=A9", "formula_without_cached_value"),
    ],
)
def test_an_error_sets_the_row_aside(read: Read, column: int, value: object, code: str) -> None:
    row = [*AN[:column], value, *AN[column + 1 :]]

    file = read({"DS": [BASE, row, [2, "Trần Thị Bình", "1960", "099000000002"]]})

    assert [aside.code for aside in file.set_aside] == [code]
    assert person(file).full_name == "Trần Thị Bình"


def test_an_admission_at_eighteen_by_year_only_is_possible(read: Read) -> None:
    row = [1, "Nguyễn Văn An", "1979", "099000000001", "03/02/1997", None]

    assert read({"DS": [BASE, row]}).set_aside == ()


def test_the_same_person_twice_goes_in_once(read: Read) -> None:
    file = read({"DS": [BASE, AN, [2, *AN[1:]]]})

    assert codes(file) == [("D3", "duplicate_row")]
    assert "dòng 2" in file.problems[0].message
    assert len(file.tables[0].rows) == 1


def test_one_card_with_two_names_is_a_conflict(read: Read) -> None:
    file = read({"DS": [BASE, AN, [2, "Trần Thị Bình", *AN[2:]]]})

    assert codes(file) == [("D3", "duplicate_card")]


def test_a_namesake_born_the_same_day_is_only_suspected(read: Read) -> None:
    other = [2, *AN[1:3], "099000000009", *AN[4:]]

    file = read({"DS": [BASE, AN, other]})

    assert codes(file) == [("B3", "probable_duplicate_person")]
    assert len(file.tables[0].rows) == 2


def test_a_set_aside_row_is_nobodys_first(read: Read) -> None:
    broken = [1, AN[1], "31/02/1979", *AN[3:]]

    file = read({"DS": [BASE, broken, AN]})

    assert codes(file) == [("C2", "invalid_date")]
    assert person(file).row == 3


def test_a_date_cell_that_shows_only_its_month_keeps_that_precision(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(BASE)
    sheet.append([1, "Nguyễn Văn An", datetime.fromisoformat("1979-03-01"), "099000000001"])
    sheet["C2"].number_format = "mm/yyyy"
    book.save(tmp_path / "a.xlsx")

    file = read_workbook(tmp_path / "a.xlsx", today=date(2025, 1, 1))

    assert person(file).birth_date == PartialDate(1979, 3)


# --- What a remark says of somebody's standing --------------------------------------------
def test_a_remark_that_somebody_is_elsewhere_is_told_with_its_cell_and_the_command(
    read: Read,
) -> None:
    file = with_column(read, "Ghi chú", "đang sinh hoạt tạm thời tại phường Mẫu")
    (problem,) = file.problems

    assert person(file).note == "đang sinh hoạt tạm thời tại phường Mẫu"
    assert (problem.cell, problem.code) == ("G2", "remark_without_paper")
    assert problem.severity == "warning"
    assert problem.found == "đang sinh hoạt tạm thời tại phường Mẫu"
    assert "partyroll excuse add" in problem.message


def test_each_thing_that_a_remark_says_is_told(read: Read) -> None:
    file = with_column(read, "Ghi chú", "Miễn sinh hoạt, chuyển đi T4/2025")

    assert codes(file) == [("G2", "remark_without_paper")] * 2


def test_ordinary_remarks_are_not_told(read: Read) -> None:
    assert codes(with_column(read, "Ghi chú", "Tổ trưởng tổ 3")) == []


@pytest.mark.parametrize(
    ("status", "note"),
    [("Từ trần", "từ trần"), ("Miễn sinh hoạt", "miễn sinh hoạt")],
)
def test_what_a_column_states_needs_no_other_paper(read: Read, status: str, note: str) -> None:
    file = read({"DS": [[*BASE, "Trạng thái hoạt động", "Ghi chú"], [*AN, status, note]]})

    assert codes(file) == []
