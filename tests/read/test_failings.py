"""Grids of those who owe or were absent: a tick there is no payment and no presence."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile

Read = Callable[..., ReadFile]
HEADING = ["TT", "Họ và tên", "T1", "T2", "T3"]
DEBTS, ABSENCES = "DANH SÁCH CHƯA NỘP ĐẢNG PHÍ NĂM 2024", "ĐẢNG VIÊN VẮNG SINH HOẠT NĂM 2024"


def letters(file: ReadFile) -> list[str]:
    return [row.letters for t in file.tables for row in t.rows if isinstance(row, BookRow)]


@pytest.mark.parametrize(
    ("title", "mark"), [(DEBTS, "x"), (DEBTS, 10_000), ("NỢ ĐẢNG PHÍ 2024", 1), (ABSENCES, "v")]
)
def test_a_tick_below_a_title_of_failings_is_a_question(
    read: Read, title: str, mark: object
) -> None:
    file = read({"S": [[title], HEADING, [1, "Lò Văn An", mark, None, None]]})

    assert [problem.code for problem in file.problems] == ["marks_of_failing"]
    assert [row.code for row in file.set_aside] == ["marks_of_failing"]


def test_a_heading_over_the_months_may_say_it(read: Read) -> None:
    parents = ["TT", "Họ và tên", "Tháng chưa nộp", None, None]
    rows = [["SỔ ĐẢNG PHÍ NĂM 2024"], parents, [None, None, "T1", "T2", "T3"]]

    file = read({"S": [*rows, [1, "Lò Văn An", "x", None, None]]}, merges={"S": ["C2:E2"]})

    assert [row.code for row in file.set_aside] == ["marks_of_failing"]


def test_a_legend_says_what_the_ticks_mean(read: Read) -> None:
    rows = [[DEBTS], HEADING, [1, "Lò Văn An", "x", None, None], ["Ghi chú: x: chưa nộp"]]

    assert letters(read({"S": rows})) == ["U..........."]


def test_words_in_the_cells_need_no_question(read: Read) -> None:
    rows = [[ABSENCES], HEADING, [1, "Lò Văn An", "không phép", "ốm", None]]

    assert letters(read({"S": rows})) == ["AE."]


@pytest.mark.parametrize(
    "title", ["SỔ THU, NỘP ĐẢNG PHÍ NĂM 2024 (trống: chưa nộp)", "THU ĐẢNG PHÍ 2024, nợ: ghi 0"]
)
def test_a_book_of_everybody_may_speak_of_debts(read: Read, title: str) -> None:
    file = read({"S": [[title], HEADING, [1, "Lò Văn An", "x", "x", "x"]]})

    assert letters(file) == ["PPP........."]


def test_where_nobody_ever_comes_p_is_no_leave(read: Read) -> None:
    rows = [["ĐIỂM DANH NĂM 2024"], HEADING, [1, "Lò Văn An", "P", "P", "P"]]

    assert letters(read({"S": rows})) == ["???"]


def test_where_others_come_p_is_leave(read: Read) -> None:
    rows = [["ĐIỂM DANH NĂM 2024"], HEADING, [1, "Lò Văn An", "P", "P", "x"]]

    assert letters(read({"S": rows})) == ["EEP"]


def test_where_only_absences_are_written_p_is_leave(read: Read) -> None:
    rows = [["ĐIỂM DANH NĂM 2024"], HEADING, [1, "Lò Văn An", "P", None, None]]

    assert letters(read({"S": [*rows, [2, "Lò Thị Bình", None, None, "K"]]})) == ["E..", "..A"]
