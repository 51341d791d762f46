"""Lists of reasons and papers under the headings that offices write themselves."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import ExcuseRow, ReadFile, TableKind

Read = Callable[..., ReadFile]
TITLE = "DANH SÁCH ĐẢNG VIÊN ĐƯỢC MIỄN, HOÃN"
WHO = ["TT", "Họ và tên", "Chi bộ"]
AN = [1, "Lò Văn An", "Chi bộ thôn Hạ"]
BINH = [2, "Lò Thị Bình", "Chi bộ thôn Hạ"]


def excused(file: ReadFile) -> list[ExcuseRow]:
    assert [table.kind for table in file.tables] == [TableKind.EXCUSES]
    return [row for row in file.tables[0].rows if isinstance(row, ExcuseRow)]


def test_short_headings_are_understood_by_the_kinds_below_them(read: Read) -> None:
    title = "DANH SÁCH ĐẢNG VIÊN XIN MIỄN SINH HOẠT, HOÃN ĐÓNG ĐẢNG PHÍ"
    headings = ["Loại", "Từ", "Đến", "Người duyệt", "Số NQ", "Ngày"]
    exempt = ["Miễn đảng phí", "01/01/2024", "29/02/2024", "Chi ủy", "3-NQ/CB", "05/01/2024"]
    busy = ["Bận việc", "01/01/2024", "31/01/2024", "Chi ủy", "", ""]

    file = read({"A": [[title], [*WHO, *headings], [*AN, *exempt], [*BINH, *busy]]})

    first, second = excused(file)
    assert (first.kind, first.by, first.paper) == ("Miễn đảng phí", "Chi ủy", "3-NQ/CB")
    assert [str(day) for day in (first.since, first.until, first.on)] == [
        *("2024-01-01", "2024-02-29", "2024-01-05")
    ]
    assert (second.kind, second.full_name) == ("Bận việc", "Lò Thị Bình")


def test_who_decided_an_exemption_answers_no_list_for_review(read: Read) -> None:
    headings = ["Lý do miễn", "Thời gian từ", "Thời gian đến", "Người quyết định"]
    headings += ["Số quyết định", "Ngày quyết định"]
    exempt = ["Miễn đảng phí", "01/01/2024", "29/02/2024", "Chi ủy", "3-NQ/CB", "05/01/2024"]

    file = read({"A": [[TITLE], [*WHO, *headings], [*AN, *exempt]]})

    (row,) = excused(file)
    assert (row.kind, row.by, row.paper) == ("Miễn đảng phí", "Chi ủy", "3-NQ/CB")
    assert [str(day) for day in (row.since, row.until, row.on)] == [
        *("2024-01-01", "2024-02-29", "2024-01-05")
    ]
    assert file.tables[0].unknown_columns == {}


def test_a_reason_of_exemption_is_kept_beside_the_kind_of_the_title(read: Read) -> None:
    title = "DANH SÁCH ĐẢNG VIÊN ĐƯỢC MIỄN SINH HOẠT ĐẢNG NĂM 2024"

    file = read(
        {"A": [[title], [*WHO, "Lý do miễn", "Từ ngày"], [*AN, "Tuổi cao", "01/01/2024"]]}
    )

    (row,) = excused(file)
    assert (row.kind, row.reason, str(row.since)) == (
        "miễn sinh hoạt",
        "Tuổi cao",
        "2024-01-01",
    )


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["Diện", "Hiệu lực từ", "Hiệu lực đến"], ["Hoãn đóng đảng phí", "1/2024", "6/2024"]),
        (["Nội dung", "Từ ngày", "Đến ngày"], ["Giảm 50% đảng phí", "1/2024", "6/2024"]),
        (["Lý do", "Nghỉ từ", "Nghỉ đến"], ["Thai sản", "1/2024", "6/2024"]),
        (["Hình thức", "Bắt đầu", "Kết thúc"], ["Tạm miễn sinh hoạt", "1/2024", "6/2024"]),
        (
            ["Hình thức miễn", "Từ tháng", "Đến tháng"],
            ["Tạm miễn sinh hoạt", "1/2024", "6/2024"],
        ),
    ],
)
def test_kinds_and_times_have_many_headings(
    read: Read, headings: list[str], cells: list[str]
) -> None:
    file = read({"A": [["DANH SÁCH NĂM 2024"], [*WHO, *headings], [*AN, *cells]]})

    (row,) = excused(file)
    assert (row.kind, str(row.since), str(row.until)) == (cells[0], "2024-01", "2024-06")


@pytest.mark.parametrize(
    ("title", "headings", "cells"),
    [
        ("DANH SÁCH TỪ TRẦN", ["Lý do", "Ngày mất"], ["Bệnh nặng", "01/02/2024"]),
        (
            "DANH SÁCH ĐI LÀM ĂN XA",
            ["Lý do", "Từ ngày", "Đến ngày"],
            ["Chữa bệnh", "01/02/2024", "01/08/2024"],
        ),
        ("DANH SÁCH NĂM 2024", ["Ngày sinh", "Loại"], ["01/02/1970", "Chính thức"]),
        (
            "DANH SÁCH NĂM 2024",
            ["Nơi đến", "Lý do", "Từ ngày"],
            ["Bình Dương", "Nằm viện", "01/02/2024"],
        ),
    ],
)
def test_the_same_words_in_other_lists_excuse_nobody(
    read: Read, title: str, headings: list[str], cells: list[str]
) -> None:
    file = read({"A": [[title], [*WHO, *headings], [*AN, *cells]]})

    assert TableKind.EXCUSES not in {table.kind for table in file.tables}


def test_a_list_of_the_exempt_called_excuses_takes_the_kind_from_its_title(read: Read) -> None:
    title = "DANH SÁCH ĐẢNG VIÊN MIỄN ĐÓNG ĐẢNG PHÍ"
    headings = [*WHO, "Năm sinh", "Ngày vào Đảng", "Ghi chú"]
    member = [*AN, 1960, "03/02/2005", "50 năm tuổi Đảng"]

    file = read({"A": [[title], headings, member]}, kinds={"A": TableKind.EXCUSES})

    (row,) = excused(file)
    assert (row.kind, row.reason, row.since) == ("miễn đảng phí", "50 năm tuổi Đảng", None)
