"""Attendance in numbers: held, attended, excused, unexcused below each month."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile

Read = Callable[..., ReadFile]


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def counted(read: Read, children: list[str], *people: list[object]) -> ReadFile:
    """Read a book of January and February with `children` below both months."""
    wide = len(children)
    blank = [None] * (wide - 1)
    heading = ["TT", "Họ và tên", "Tháng 1", *blank, "Tháng 2", *blank]
    rows = [[n, f"Lò Văn {'ABC'[n]}n", *counts] for n, counts in enumerate(people)]
    title = ["SỔ THEO DÕI SINH HOẠT CHI BỘ NĂM 2024"]
    february = chr(ord("C") + wide)
    merges = [
        *("A2:A3", "B2:B3", f"C2:{chr(ord('B') + wide)}2"),
        f"{february}2:{chr(ord('B') + 2 * wide)}2",
    ]
    lines = [title, heading, [None, None, *children, *children], *rows]
    return read({"Điểm danh": lines}, merges={"Điểm danh": merges})


def all_letters(file: ReadFile) -> list[str]:
    return [row.letters for row in file.tables[0].rows if isinstance(row, BookRow)]


PLAIN = ["Họp", "Có mặt", "Có phép", "Không phép"]


def test_counts_below_a_month_become_a_letter_for_each_meeting(read: Read) -> None:
    file = counted(read, PLAIN, [2, 1, 1, 0, 1, 0, 0, 1], [2, 2, 0, 0, 1, 1, None, None])

    assert all_letters(file) == ["PEA", "PPP"]
    assert file.tables[0].months == (1, 1, 2)
    assert file.tables[0].columns["E"] == ("meetings:2024-01",)
    assert codes(file) == []


def test_ticks_below_a_month_count_one_each(read: Read) -> None:
    children = ["Có mặt", "Có phép", "Không phép"]

    file = counted(read, children, ["x", None, None, None, None, "x"], [None] * 6)

    assert all_letters(file) == ["PA", ".."]


def test_a_month_without_any_meeting_was_not_held(read: Read) -> None:
    assert all_letters(counted(read, PLAIN, [1, 1, 0, 0, 0, 0, 0, 0])) == ["Pn"]


@pytest.mark.parametrize("counts", [[1, 0, 1], [1, 0, None]])
def test_an_absence_without_its_kind_accuses_nobody_and_is_told(
    read: Read, counts: list[object]
) -> None:
    file = counted(read, ["Họp", "Có mặt", "Vắng"], [*counts, 1, 1, 0])

    assert all_letters(file) == ["?P"]
    assert [code for _, code in codes(file)] == ["absence_unexplained"]


@pytest.mark.parametrize("counts", [[1, 1, 0, 1], [1, 2, 0, 0], [1, "nhiều", 0, 0]])
def test_counts_that_contradict_each_other_are_told_and_not_read(
    read: Read, counts: list[object]
) -> None:
    file = counted(read, PLAIN, [*counts, 1, 1, 0, 0])

    assert all_letters(file) == ["?P"]
    assert [p.severity.value for p in file.problems] == ["error"]
