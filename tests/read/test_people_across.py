"""A month a row and a person a column: never nought rows in silence."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import ReadFile

Read = Callable[..., ReadFile]
TITLE = ["SỔ THEO DÕI SINH HOẠT CHI BỘ NĂM 2024"]


@pytest.mark.parametrize(
    "months", [("Tháng 1", "Tháng 2", "Tháng 3"), ("T1", "T2", "T3"), (1, 2, 3)]
)
@pytest.mark.parametrize("corner", ["Tháng", "Tháng \\ Họ tên", None])
def test_people_across_are_told_and_their_rows_wait(
    read: Read, months: tuple[object, ...], corner: object
) -> None:
    names = [corner, "Lò Văn An", "Lò Thị Bình", "Hà Văn Cò", "Ghi chú"]
    rows = [[month, "x", "P", "x"] for month in months]

    file = read({"Điểm danh": [TITLE, [], names, *rows]})

    assert [(p.row, p.code, p.severity.value) for p in file.problems] == [
        (3, "people_across", "error")
    ]
    assert [aside.row for aside in file.set_aside] == [4, 5, 6]


def test_other_words_across_are_a_sheet_without_a_table(read: Read) -> None:
    rows = [
        ["Nội dung", "Quý một", "Cả năm"],
        ["1", "x", "y"],
        ["2", "x", "y"],
        ["3", "z", "y"],
    ]

    assert [p.code for p in read({"Kế hoạch": rows}).problems] == ["sheet_skipped"]
