"""Lists whose people are no members, or no longer, under the headings of a roster."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from partyroll.model import ExitKind
from partyroll.period import PartialDate
from partyroll.read.facts import ExitRow, ReadFile, TableKind
from partyroll.read.lessons import Lesson, Teaching
from partyroll.read.workbook import read_workbook
from read.conftest import TODAY, write_sheets

Read = Callable[..., ReadFile]
PLAIN = ["STT", "Họ và tên", "Năm sinh", "Chi bộ"]
OF_THE_PARTY = ["STT", "Họ và tên", "Năm sinh", "Ngày vào Đảng", "Số thẻ đảng viên"]
AN = [1, "Lò Văn An", "1979", "Chi bộ Bản Mẫu"]
MEMBER = [1, "Lò Văn An", "1979", "05/03/1999", "099000000001"]
UNCLEAR = "list_of_members_unclear"


def listed(title: str, heading: list[str]) -> list[list[object]]:
    return [[title], [*heading], MEMBER if heading is OF_THE_PARTY else AN]


def codes(file: ReadFile) -> list[str]:
    return [problem.code for problem in file.problems]


def test_people_who_left_are_no_roster_whatever_their_headings_are_called(read: Read) -> None:
    heading = ["STT", "Họ và tên đảng viên", "NS", "Tổ chức đảng", "Chức danh", "Lý do ra"]
    heading += ["Số QĐ, ngày", "Đưa ra theo hình thức"]
    row = [1, "Lò Văn An", 1979, "Chi bộ Bản Mẫu", "Đảng viên", "Bỏ sinh hoạt"]
    rows = [heading, [*row, "10-QĐ/HU, 05/01/2023", "Xóa tên"]]

    file = read({"QĐ ra khỏi Đảng": [["TỔNG HỢP ĐẢNG VIÊN RA KHỎI ĐẢNG NĂM 2023"], *rows]})

    (left,) = file.tables[0].rows
    assert isinstance(left, ExitRow)
    assert (left.kind, left.reason_text) == (ExitKind.REMOVED, "Bỏ sinh hoạt")
    assert (left.decision_no, left.decision_date) == ("10-QĐ/HU", PartialDate(2023, 1, 5))
    assert file.problems == ()


@pytest.mark.parametrize(
    ("title", "sheet"),
    [
        ("TỔNG HỢP ĐẢNG VIÊN RA KHỎI ĐẢNG NĂM 2023", "Sheet1"),
        ("DANH SÁCH NĂM 2023", "QĐ ra khỏi Đảng"),
        ("DANH SÁCH ĐẢNG VIÊN BỊ XOÁ TÊN", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN XIN RA KHỎI ĐẢNG", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN TỪ TRẦN TRONG NHIỆM KỲ", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN ĐÃ MẤT", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN MIỄN SINH HOẠT", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN MIỄN ĐÓNG ĐẢNG PHÍ", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN XIN HOÃN ĐÓNG ĐẢNG PHÍ", "Sheet1"),
        ("Danh sách đảng viên", "Tạm miễn SH"),
        ("Danh sách đảng viên", "Đã qua đời"),
        ("DANH SÁCH ĐẢNG VIÊN GIẢM NĂM 2023", "Sheet1"),
        ("BIẾN ĐỘNG ĐẢNG VIÊN NĂM 2023", "Sheet1"),
        ("DANH SÁCH TRUY TẶNG HUY HIỆU ĐẢNG", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN CHUYỂN SINH HOẠT ĐẢNG", "Sheet1"),
        ("Danh sách đảng viên", "Chuyển đi"),
        ("DANH SÁCH ĐẢNG VIÊN CHUYỂN SHĐ TẠM THỜI", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN 213 GIỚI THIỆU VỀ NƠI CƯ TRÚ", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN SINH HOẠT 213", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN BỊ KỶ LUẬT", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN BỊ NHẮC NHỞ, PHÊ BÌNH", "Sheet1"),
        ("DANH SÁCH XÉT KẾT NẠP ĐẢNG", "Sheet1"),
        ("DANH SÁCH ĐỐI TƯỢNG KẾT NẠP ĐẢNG", "Sheet1"),
        ("DANH SÁCH ĐOÀN VIÊN ƯU TÚ", "Sheet1"),
        ("DANH SÁCH ĐOÀN VIÊN CHI ĐOÀN BẢN MẪU", "Sheet1"),
        ("DANH SÁCH HỘI VIÊN HỘI CỰU CHIẾN BINH", "Sheet1"),
        ("DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC", "Sheet1"),
        ("DANH SÁCH ĐẠI BIỂU DỰ ĐẠI HỘI", "Sheet1"),
        ("DANH SÁCH HỌC VIÊN LỚP BỒI DƯỠNG NHẬN THỨC VỀ ĐẢNG", "Sheet1"),
        ("DANH SÁCH NGƯỜI CAO TUỔI", "Sheet1"),
        ("DANH SÁCH CÔNG NHÂN LAO ĐỘNG", "Sheet1"),
        ("DANH SÁCH KHÁCH MỜI", "Sheet1"),
        ("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG", "Sheet1"),
    ],
)
@pytest.mark.parametrize("heading", [PLAIN, OF_THE_PARTY], ids=["plain", "party"])
def test_words_above_a_list_that_do_not_speak_of_members_ask(
    read: Read, title: str, sheet: str, heading: list[str]
) -> None:
    file = read({sheet: listed(title, heading)})

    assert [row for table in file.tables for row in table.rows] == []
    assert codes(file) in ([UNCLEAR], ["kind_not_read"])


@pytest.mark.parametrize(
    ("title", "sheet"),
    [
        ("DANH SÁCH ĐẢNG VIÊN CHI BỘ BẢN MẪU", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN ĐỀ NGHỊ TẶNG HUY HIỆU 40 NĂM TUỔI ĐẢNG", "HH 40 năm"),
        ("DANH SÁCH ĐẢNG VIÊN ĐƯỢC KHEN THƯỞNG", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN MỪNG THỌ, SINH NHẬT THÁNG 5", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN MỚI KẾT NẠP NĂM 2023", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN DỰ BỊ", "Dự bị"),
        ("DANH SÁCH CÁN BỘ, ĐẢNG VIÊN", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN LÀ CÔNG CHỨC, VIÊN CHỨC", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN LÀ ĐOÀN VIÊN THANH NIÊN", "Sheet1"),
        ("DANH SÁCH CẤP ỦY NHIỆM KỲ 2020-2025", "Sheet1"),
        ("DANH SÁCH CÁN BỘ CẤP ỦY, BÍ THƯ CHI BỘ", "Sheet1"),
        ("DANH SÁCH CÔNG NHẬN CHÍNH THỨC", "Sheet1"),
        ("DANH SÁCH CHI BỘ CỰU CHIẾN BINH", "Sheet1"),
        ("DANH SÁCH HỌC VIÊN LỚP ĐẢNG VIÊN MỚI", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN (không tính đảng viên đã chuyển đi, từ trần)", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN (kể cả đảng viên được miễn sinh hoạt)", "Sheet1"),
        ("DANH SÁCH ĐẢNG VIÊN, không bao gồm người đã ra khỏi Đảng", "Sheet1"),
        ("CHI BỘ TRƯỜNG CÁN BỘ QUẢN LÝ", "Sheet1"),
        ("CHI BỘ HỌC VIỆN, PHÒNG CHUYỂN ĐỔI SỐ", "Chuyển đổi số"),
    ],
)
@pytest.mark.parametrize("heading", [PLAIN, OF_THE_PARTY], ids=["plain", "party"])
def test_a_list_of_members_is_read_as_ever(
    read: Read, title: str, sheet: str, heading: list[str]
) -> None:
    file = read({sheet: listed(title, heading)})

    assert [table.kind for table in file.tables] == [TableKind.ROSTER]
    assert len(file.tables[0].rows) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Ghi chú: XT: xóa tên; KT: khai trừ; TT: từ trần",
        "Tổng số: 45 đồng chí, trong đó chuyển đi: 2, từ trần: 1",
        "Trong đó: 2 đảng viên chuyển sinh hoạt đi",
    ],
)
def test_a_note_or_a_count_above_a_roster_is_not_its_title(read: Read, line: str) -> None:
    rows = [["DANH SÁCH ĐẢNG VIÊN"], [line], OF_THE_PARTY, MEMBER]

    assert [table.kind for table in read({"Sheet1": rows}).tables] == [TableKind.ROSTER]


@pytest.mark.parametrize(
    "heading", ["Vì sao ra khỏi Đảng", "QĐ xóa tên của BTV", "Chết ngày (từ trần)"]
)
def test_an_unknown_heading_that_speaks_of_leaving_asks(read: Read, heading: str) -> None:
    file = read({"Sheet1": [[*PLAIN, heading], [*AN, "theo hồ sơ"]]})

    assert file.tables[0].rows == ()
    assert codes(file) == [UNCLEAR]


def test_a_full_roster_with_an_unknown_column_about_leaving_stays_one(read: Read) -> None:
    heading = [*OF_THE_PARTY, "Quê quán", "Nghề nghiệp", "Ra khỏi Đảng (nếu có)"]

    file = read({"Sheet1": [heading, [*MEMBER, "Xã Mẫu", "Làm ruộng"]]})

    assert [table.kind for table in file.tables] == [TableKind.ROSTER]


def test_the_question_shows_the_words_and_the_answers(read: Read) -> None:
    file = read({"Sheet1": listed("TỔNG HỢP ĐẢNG VIÊN RA KHỎI ĐẢNG", PLAIN)})

    (asked,) = file.problems
    assert (asked.found, asked.cell) == ("ra khỏi Đảng", "A2")
    assert asked.answers == (
        *("ra khỏi Đảng", "nguồn kết nạp", "miễn, giảm, hoãn", "đảng viên", "bỏ qua"),
    )
    assert "--map “Sheet1=exits”" in asked.message
    assert [(one.row, one.code) for one in file.set_aside] == [(3, UNCLEAR)]


def test_members_who_help_prospects_are_no_prospects(read: Read) -> None:
    title = "DANH SÁCH ĐẢNG VIÊN GIÚP ĐỠ QUẦN CHÚNG ƯU TÚ"

    file = read({"Sheet1": listed(title, OF_THE_PARTY)})

    assert file.tables[0].rows == ()


def test_an_answer_is_about_the_unclear_table_of_a_sheet_alone(tmp_path: Path) -> None:
    members: list[list[object]] = [["DANH SÁCH ĐẢNG VIÊN"], [*PLAIN], AN]
    left: list[list[object]] = [
        ["DANH SÁCH ĐẢNG VIÊN TỪ TRẦN"],
        [*PLAIN],
        [1, "Lò Văn Bình", "1940", "Chi bộ Bản Mẫu"],
    ]
    path = tmp_path / "hai bang.xlsx"
    write_sheets(path, {"Sheet1": [*members, [], *left]}, {})
    lesson = Lesson("Sheet1=exits", "Sheet1", kind=TableKind.EXITS)

    file = read_workbook(path, today=TODAY, teaching=Teaching(lessons=(lesson,)))

    assert [table.kind for table in file.tables] == [TableKind.ROSTER, TableKind.EXITS]


def test_an_impossible_day_of_a_decision_keeps_the_row_and_its_text_out(read: Read) -> None:
    heading = ["STT", "Họ và tên", "NS", "Lý do ra", "Số QĐ, ngày", "Đưa ra theo hình thức"]
    row = [1, "Lò Văn An", 1979, "Bỏ sinh hoạt", "10-QĐ/HU, 31/02/2023", "Xóa tên"]

    file = read({"Sheet1": [heading, row]})

    assert [(p.cell, p.code, p.found) for p in file.problems] == [
        ("E2", "invalid_date", "10-QĐ/HU, 31/02/2023")
    ]
    assert file.set_aside[0].texts["E"] == "10-QĐ/HU, 31/02/2023"


# --- Lists with a decision and a reason, of something else --------------------------------
DECIDED = ["STT", "Họ và tên", "Năm sinh", "Hình thức", "Lý do", "Số QĐ", "Ngày QĐ"]


def decided(title: str, form: str, reason: str, sheet: str = "Sheet1") -> dict[str, list[Any]]:
    row = [1, "Lò Văn An", 1979, form, reason, "12-QĐ/HU", "05/01/2023"]
    return {sheet: [[title], DECIDED, row]}


@pytest.mark.parametrize(
    ("title", "form", "reason"),
    [
        ("DANH SÁCH TẶNG GIẤY KHEN", "Giấy khen", "Có thành tích"),
        ("DANH SÁCH TẶNG HUY HIỆU ĐẢNG", "Huy hiệu 50 năm", "Đủ tuổi đảng"),
        ("DANH SÁCH MIỄN SINH HOẠT ĐẢNG", "Miễn sinh hoạt", "Tuổi cao"),
        ("DANH SÁCH CẤP LẠI THẺ ĐẢNG", "Cấp lại", "Mất thẻ"),
        ("DANH SÁCH ĐƯỢC PHỤC HỒI ĐẢNG TỊCH", "Phục hồi", "Oan"),
        ("DANH SÁCH KẾT NẠP LẠI NGƯỜI ĐÃ RA KHỎI ĐẢNG", "Kết nạp lại", "Đủ điều kiện"),
        ("DANH SÁCH NĂM 2023", "Khiển trách", "Vi phạm"),
        ("DANH SÁCH ĐỀ NGHỊ XÓA TÊN", "", "Bỏ sinh hoạt"),
        ("DANH SÁCH DỰ KIẾN ĐƯA RA KHỎI ĐẢNG", "", "Bỏ sinh hoạt"),
        ("DANH SÁCH KHIẾU NẠI VIỆC XÓA TÊN", "", "Bỏ sinh hoạt"),
    ],
)
def test_a_decision_that_nobody_calls_leaving_makes_nobody_leave(
    read: Read, title: str, form: str, reason: str
) -> None:
    file = read(decided(title, form, reason))

    assert [row for table in file.tables for row in table.rows] == []
    assert codes(file) == ["list_of_exits_unclear"]
    assert [one.row for one in file.set_aside] == [3]


@pytest.mark.parametrize(
    ("sheet", "title", "form"),
    [
        ("Sheet1", "DANH SÁCH NĂM 2023", "Xóa tên"),
        ("Sheet1", "DANH SÁCH NĂM 2023", "Đề nghị xóa tên"),
        ("Sheet1", "KẾT QUẢ RÀ SOÁT, SÀNG LỌC ĐƯA ĐẢNG VIÊN RA KHỎI ĐẢNG", ""),
        ("Ra Dang", "DANH SÁCH NĂM 2023", ""),
    ],
)
def test_one_word_of_leaving_is_enough_for_a_list_of_exits(
    read: Read, sheet: str, title: str, form: str
) -> None:
    file = read(decided(title, form, "Bỏ sinh hoạt", sheet))

    assert [table.kind for table in file.tables] == [TableKind.EXITS]


def test_a_heading_that_speaks_of_leaving_is_enough(read: Read) -> None:
    heading = ["STT", "Họ và tên", "Năm sinh", "Lý do xóa tên", "Số QĐ"]

    file = read({"Sheet1": [heading, [1, "Lò Văn An", 1979, "Bỏ sinh hoạt", "12-QĐ/HU"]]})

    assert [table.kind for table in file.tables] == [TableKind.EXITS]


def test_the_words_of_a_group_are_enough(read: Read) -> None:
    sheets = decided("DANH SÁCH NĂM 2023", "", "Bỏ sinh hoạt")
    sheets["Sheet1"].insert(2, ["I", "Xóa tên"])

    assert [table.kind for table in read(sheets).tables] == [TableKind.EXITS]


def test_nobody_left_whom_no_mark_says_so_of(read: Read) -> None:
    heading = ["STT", "Họ và tên", "Năm sinh", "Xóa tên", "Xin ra khỏi Đảng"]
    rows = [[1, "Lò Văn An", 1979, None, "x"], [2, "Lò Văn Bình", 1980, None, None]]

    file = read({"Sheet1": [heading, *rows]})

    assert [row.row for row in file.tables[0].rows] == [2]
    assert [(one.row, one.code) for one in file.set_aside] == [(3, "not_an_exit")]


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("", "DS đảng viên từ trần 2023.xlsx"),
        ("", "ra khoi Dang.xlsx"),
    ],
)
def test_without_a_title_the_name_of_the_file_speaks(read: Read, title: str, file: str) -> None:
    assert codes(read({"Sheet1": listed(title, PLAIN)}, file=file)) == [UNCLEAR]


def test_the_name_of_the_file_is_not_heard_against_a_title(read: Read) -> None:
    rows = listed("DANH SÁCH ĐẢNG VIÊN CHI BỘ BẢN MẪU", PLAIN)

    assert codes(read({"Sheet1": rows}, file="Đề nghị xóa tên.xlsx")) == []


def test_what_the_last_line_counts_says_who_is_listed(read: Read) -> None:
    rows = [*listed("", PLAIN), ["Danh sách này gồm 01 đồng chí đã từ trần"]]

    assert codes(read({"Sheet1": rows})) == [UNCLEAR]


def test_a_decision_about_people_that_nothing_names_asks(read: Read) -> None:
    heading = ["Họ và tên", "Năm sinh", "Ngày ra QĐ", "Vì sao"]

    file = read({"Sheet1": [heading, ["Lò Văn An", 1979, "05/01/2023", "Bỏ sinh hoạt"]]})

    assert codes(file) == ["list_of_exits_unclear"]


def test_a_decision_of_admission_asks_nothing(read: Read) -> None:
    heading = ["STT", "Họ và tên", "Năm sinh", "Số QĐ", "Ngày QĐ"]
    rows = [
        ["DANH SÁCH KẾT NẠP NĂM 2023"],
        heading,
        [1, "Lò Văn An", 1979, "1-QĐ", "05/01/2023"],
    ]

    assert [table.kind for table in read({"Sheet1": rows}).tables] == [TableKind.ROSTER]
