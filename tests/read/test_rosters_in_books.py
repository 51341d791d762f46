"""Books whose rows say what a roster says: nobody owes for months before admission."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile

Read = Callable[..., ReadFile]
TITLES = ["SỔ THU ĐẢNG PHÍ NĂM 2024", "THEO DÕI SINH HOẠT CHI BỘ NĂM 2024"]
HEADING = ["TT", "Họ và tên", "Ngày vào Đảng", "Quê quán", "T1", "T2", "T3"]


def since(file: ReadFile) -> list[str | None]:
    rows = [row for table in file.tables for row in table.rows if isinstance(row, BookRow)]
    return [str(row.since) if row.since else None for row in rows]


@pytest.mark.parametrize("title", TITLES)
def test_admission_in_the_books_year_opens_the_window(read: Read, title: str) -> None:
    rows = [
        [1, "Lò Văn An", "19/05/2024", "xã Mẫu", None, None, "x"],
        [2, "Lò Thị Bình", "19/05/2004", "xã Mẫu", "x", "x", "x"],
        [3, "Giàng A Páo", "03/2025", "xã Mẫu", "x", "x", "x"],
        [4, "Vàng Thị Mỷ", None, None, "x", "x", "x"],
    ]

    file = read({"So": [[title], HEADING, *rows]})

    assert since(file) == ["2024-05-19", None, "2025-03", None]


@pytest.mark.parametrize("title", TITLES)
def test_a_broken_day_of_admission_costs_nobody_the_row(read: Read, title: str) -> None:
    file = read({"So": [[title], HEADING, [1, "Lò Văn An", "31/02/2024", "", "x", "x", "x"]]})

    assert since(file) == [None]
    assert [(p.cell, p.severity.value) for p in file.problems] == [("C3", "warning")]


@pytest.mark.parametrize("title", TITLES)
def test_columns_that_only_a_roster_is_read_for_are_named(read: Read, title: str) -> None:
    rows = [[1, "Lò Văn An", "19/05/2024", "xã Mẫu", "x", "x", "x"]]

    (table,) = read({"So": [[title], HEADING, *rows]}).tables

    assert table.unknown_columns == {"D": "Quê quán"}
