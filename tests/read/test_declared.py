"""Totals that papers state of a whole period, without names."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.read.declared_sums import share_holds
from partyroll.read.declared_words import counted_in, period_in
from partyroll.read.facts import DeclaredRow, ReadFile, TableKind

Read = Callable[..., ReadFile]
Said = tuple[str, str, str, int, str]


def stated(file: ReadFile) -> list[Said]:
    rows = [row for table in file.tables for row in table.rows]
    return [
        (row.unit.name, row.what, row.period.vi, row.number, row.cell)
        for row in rows
        if isinstance(row, DeclaredRow)
    ]


def told(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def test_a_column_for_each_kind_and_the_term_in_the_title(read: Read) -> None:
    file = read(
        {
            "Tong hop": [
                ["ĐẢNG BỘ TỈNH MẪU"],
                ["ĐẢNG VIÊN GIẢM NHIỆM KỲ 2015-2020"],
                ["STT", "Đơn vị", "Xóa tên", "Xin ra", "Kết nạp mới"],
                [1, "Đảng bộ huyện A", 309, 120, "1.015"],
                [2, "Đảng bộ huyện B", 5, None, "-"],
            ]
        }
    )

    assert file.tables[0].kind is TableKind.DECLARED
    assert stated(file) == [
        ("Đảng bộ huyện A", "REMOVED", "01/01/2015 đến 31/12/2020", 309, "C4"),
        ("Đảng bộ huyện A", "WITHDREW", "01/01/2015 đến 31/12/2020", 120, "D4"),
        ("Đảng bộ huyện A", "ADMITTED", "01/01/2015 đến 31/12/2020", 1015, "E4"),
        ("Đảng bộ huyện B", "REMOVED", "01/01/2015 đến 31/12/2020", 5, "C5"),
    ]


def test_a_row_for_each_kind_of_the_unit_in_the_title(read: Read) -> None:
    file = read(
        {
            "S": [
                ["ĐẢNG BỘ XÃ MẪU"],
                ["Chỉ tiêu", "Năm 2019", "Năm 2020"],
                ["1. Từ trần", 3, 4],
                ["2. Bị xóa tên", 1, 2],
                ["Trong đó: dự bị", 1, 0],
                ["Chuyển sinh hoạt đến", 20, 18],
            ]
        }
    )

    assert [said[:2] + said[3:] for said in stated(file)] == [
        ("Đảng bộ xã Mẫu", "DIED", 3, "B3"),
        ("Đảng bộ xã Mẫu", "DIED", 4, "C3"),
        ("Đảng bộ xã Mẫu", "REMOVED", 1, "B4"),
        ("Đảng bộ xã Mẫu", "REMOVED", 2, "C4"),
        ("Đảng bộ xã Mẫu", "IN", 20, "B6"),
        ("Đảng bộ xã Mẫu", "IN", 18, "C6"),
    ]
    assert ("A5", "declared_part") in told(file)


def test_units_by_years_of_the_kind_in_the_title(read: Read) -> None:
    rows = [["TỔNG HỢP XÓA TÊN"], ["Đơn vị", "Năm 2020", "Năm 2021"], ["Chi bộ 1", 2, 1]]

    file = read({"S": rows})

    assert [(said[1], said[2][-4:], said[3]) for said in stated(file)] == [
        ("REMOVED", "2020", 2),
        ("REMOVED", "2021", 1),
    ]


def test_the_umbrella_of_leaving_is_asked_about_and_nothing_of_its_row_goes_in(
    read: Read,
) -> None:
    rows = [["Năm 2020"], ["Đơn vị", "Đưa ra khỏi Đảng", "Xóa tên"], ["Đảng bộ xã Mẫu", 19, 12]]

    file = read({"S": rows})

    assert stated(file) == []
    assert ("B3", "umbrella_exit") in told(file)
    assert [(row.row, row.code) for row in file.set_aside] == [(3, "umbrella_exit")]


@pytest.mark.parametrize(
    "heading",
    [
        ["STT", "Hình thức", "Số đảng viên"],
        ["TT", "Nội dung", "Số lượng"],
        ["TT", "Trường hợp", "Tổng số"],
    ],
)
def test_kinds_of_leaving_in_rows_are_a_summary_and_their_umbrella_is_asked_about(
    read: Read, heading: list[str]
) -> None:
    title = [["BÁO CÁO ĐẢNG VIÊN GIẢM NĂM 2023"], ["Đảng bộ xã Mẫu"]]
    rows = [[1, "Đưa ra khỏi Đảng", 19], [2, "Xóa tên", 12], [3, "Khai trừ", 2]]

    file = read({"A": [*title, heading, *rows]})

    assert [said[:2] + said[3:] for said in stated(file)] == [
        ("Đảng bộ xã Mẫu", "REMOVED", 12, "C5"),
        ("Đảng bộ xã Mẫu", "EXPELLED", 2, "C6"),
    ]
    (asked,) = [problem for problem in file.problems if problem.code == "umbrella_exit"]
    assert (asked.cell, asked.found) == ("C4", "19")


def test_numbers_of_nobody_knows_which_unit_wait(read: Read) -> None:
    rows = [
        ["ĐẢNG VIÊN GIẢM NĂM 2023"],
        ["STT", "Hình thức", "Số đảng viên"],
        [1, "Xóa tên", 12],
    ]

    file = read({"A": rows})

    assert stated(file) == []
    assert [(one.row, one.code) for one in file.set_aside] == [(3, "declared_unit_unknown")]
    assert told(file) == [("C3", "declared_unit_unknown")]


def test_numbers_beside_words_that_count_no_exits_are_no_summary_of_exits(read: Read) -> None:
    rows = [["TT", "Nội dung", "Số lượng"], [1, "Ghế", 19], [2, "Bàn", 12]]

    file = read({"A": rows})

    assert [table.kind for table in file.tables] == [TableKind.SKIPPED]


def test_a_row_that_counts_nothing_known_is_set_aside(read: Read) -> None:
    rows = [["NĂM 2020"], ["Đơn vị", "Chỉ tiêu", "Số lượng"], ["Chi bộ 1", "Vui vẻ", 4]]

    file = read({"S": rows})

    assert stated(file) == []
    assert [row.code for row in file.set_aside] == ["declared_unknown"]


def test_without_a_period_every_row_waits(read: Read) -> None:
    rows = [["ĐẢNG BỘ XÃ MẪU"], ["Đơn vị", "Xóa tên", "Xin ra"], ["Chi bộ 1", 4, 1]]

    file = read({"S": rows})

    assert stated(file) == []
    assert [row.code for row in file.set_aside] == ["declared_period_unclear"]


def test_printed_sums_and_shares_that_do_not_add_up_are_told(read: Read) -> None:
    file = read(
        {
            "S": [
                ["NHIỆM KỲ 2015-2020"],
                ["Đơn vị", "Xóa tên", "Xin ra", "Tổng số"],
                ["Đảng bộ huyện A", 300, 100, 400],
                ["Đảng bộ huyện B", 124, 138, 260],
                ["Tổng cộng", 424, 239, 660],
            ]
        }
    )

    assert told(file) == [("D4", "total_mismatch"), ("C5", "total_mismatch")]
    assert len(stated(file)) == 4


def test_shares_are_compared_with_the_number_that_the_table_sums_to(read: Read) -> None:
    file = read(
        {
            "S": [
                ["Xóa tên nhiệm kỳ 2015-2020"],
                ["Đơn vị", "Số lượng", "Tỷ lệ (%)"],
                ["Đảng bộ huyện A", 444, "67,06"],
                ["Đảng bộ huyện B", 218, "33,00"],
                ["Tổng cộng", 662, 100],
            ]
        }
    )

    assert told(file) == [("C4", "total_mismatch")]


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (3303, 44482, "7,42"),  # 7.4255, cut off
        (4976, 46265, "10,75"),  # 10.755, cut off
        (444, 662, "67,1"),
        (377, 424, "89%"),
        (396, 441341, "0,09"),
        (1, 3, "chưa tính"),
    ],
)
def test_shares_may_be_rounded_or_cut_off(part: int, whole: int, printed: str) -> None:
    assert share_holds(part, whole, printed)


@pytest.mark.parametrize(("part", "printed"), [(572, "86,42"), (573, "86,42"), (572, "86,5")])
def test_a_share_of_no_number_of_people_is_told(part: int, printed: str) -> None:
    assert not share_holds(part, 662, printed)


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 2))
def test_every_share_cut_off_or_rounded_holds(part: int, whole: int, places: int) -> None:
    scale = 10**places
    cut = (part * 100 * scale) // whole
    printed = f"{cut // scale},{cut % scale:0{places}d}" if places else str(cut)

    assert share_holds(part, whole, printed) or cut // scale > 999


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Bị xóa tên", "REMOVED"),
        ("Xin ra khỏi Đảng", "WITHDREW"),
        ("Đưa ra khỏi Đảng", "UMBRELLA"),
        ("Kết nạp lại", "READMITTED"),
        ("Kết nạp đảng viên mới", "ADMITTED"),
        ("Tiếp nhận đảng viên chuyển đến", "IN"),
        ("Chuyển đi", "OUT"),
        ("Phục hồi đảng tịch", "RESTORED"),
        ("Đề nghị xóa tên", None),
        ("Xóa tên và xin ra", None),
        ("Nguồn kết nạp: kết nạp từ nguồn", None),
    ],
)
def test_words_count_one_kind_or_none(text: str, what: str | None) -> None:
    assert counted_in(text) == what


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2020", "01/01/2020 đến 31/12/2020"),
        ("Nhiệm kỳ 2015 - 2020", "01/01/2015 đến 31/12/2020"),
        ("6/2015-3/2019", "01/06/2015 đến 31/03/2019"),
        ("từ 01/06/2015 đến hết ngày 31/03/2019", "01/06/2015 đến 31/03/2019"),
        ("năm 2020", "01/01/2020 đến 31/12/2020"),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, bounds: str) -> None:
    found = period_in(text)

    assert found is not None
    assert found.vi == bounds


def test_two_periods_are_none() -> None:
    assert period_in("năm 2019, năm 2020") is None
