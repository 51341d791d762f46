"""Noughts and empty boxes that a form was laid out with state no debt and no absence."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile

Read = Callable[..., ReadFile]
HEADING: list[object] = ["TT", "Họ và tên", *[f"T{month}" for month in range(1, 13)]]
NAMES = ["Lò Văn An", "Lò Thị Bình", "Lò Thị Chi"]


def book(title: str, lines: list[list[object]]) -> dict[str, list[list[object]]]:
    people = [[n, NAMES[n - 1], *line] for n, line in enumerate(lines, start=1)]
    rows: list[list[object]] = [[title], HEADING, *people]
    return {"S": rows}


def letters(file: ReadFile) -> list[str]:
    return [row.letters for t in file.tables for row in t.rows if isinstance(row, BookRow)]


@pytest.mark.parametrize(
    ("title", "mark", "empty"),
    [("SỔ THU ĐẢNG PHÍ 2024", 10_000, 0), ("ĐIỂM DANH SINH HOẠT 2024", "x", False)],
)
def test_a_column_in_which_all_have_nothing_was_not_filled_in(
    read: Read, title: str, mark: object, empty: object
) -> None:
    line = [*[mark] * 9, *[empty] * 3]

    file = read(book(title, [line] * 3))

    assert letters(file) == ["PPPPPPPPP..."] * 3
    assert [(p.cell, p.code) for p in file.problems] == [("L2", "nobody_filled_in")]


def test_a_nought_among_sums_is_a_debt(read: Read) -> None:
    paid: list[object] = [10_000] * 12

    file = read(book("SỔ THU ĐẢNG PHÍ 2024", [[*paid[:11], 0], paid, paid]))

    assert letters(file)[0] == "PPPPPPPPPPPU"


def test_two_noughts_alone_are_two_debts(read: Read) -> None:
    line: list[object] = [*[10_000] * 11, 0]

    assert letters(read(book("SỔ THU ĐẢNG PHÍ 2024", [line, line]))) == ["PPPPPPPPPPPU"] * 2


def test_a_debt_in_words_stands_for_all(read: Read) -> None:
    line: list[object] = [*[10_000] * 11, "chưa đóng"]

    assert letters(read(book("SỔ THU ĐẢNG PHÍ 2024", [line] * 3))) == ["PPPPPPPPPPPU"] * 3


def test_a_month_that_has_not_begun_is_nobodys_debt(read: Read) -> None:
    line: list[object] = [10_000, *[0] * 11]
    other: list[object] = [10_000] * 12

    file = read(book("SỔ THU ĐẢNG PHÍ 2025", [line, other]))

    assert letters(file) == ["P...........", "P" * 12]
