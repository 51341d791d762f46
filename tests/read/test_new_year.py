"""Books that run from December on to January: no month is put into a year nobody wrote."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile

Read = Callable[..., ReadFile]
SCHOOL_YEAR = [f"T{month}" for month in (8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7)]
FROM_DECEMBER = ["T12", *[f"T{month}" for month in range(1, 12)]]
AN = [1, "Lò Văn An", *[10_000] * 12]


def months_of(file: ReadFile) -> dict[int | None, str]:
    return {
        table.year: row.letters
        for table in file.tables
        for row in table.rows
        if isinstance(row, BookRow)
    }


@pytest.mark.parametrize(
    ("title", "months"),
    [
        ("SỔ THU ĐẢNG PHÍ NĂM HỌC 2023-2024", SCHOOL_YEAR),
        ("SỔ THU ĐẢNG PHÍ NĂM HỌC", ["T8/2023", *SCHOOL_YEAR[1:]]),
        ("SỔ THU ĐẢNG PHÍ NĂM 2024", [*SCHOOL_YEAR[:-1], "T7/2024"]),
    ],
)
def test_months_before_january_are_of_the_year_before(
    read: Read, title: str, months: list[str]
) -> None:
    file = read({"DP": [[title], ["TT", "Họ và tên", *months], AN]})

    assert months_of(file) == {2023: ".......PPPPP", 2024: "PPPPPPP....."}


def test_a_december_in_front_belongs_to_the_year_that_the_title_names(read: Read) -> None:
    title = "SỔ THU ĐẢNG PHÍ TỪ THÁNG 12/2023 ĐẾN THÁNG 11/2024"

    file = read({"DP": [[title], ["TT", "Họ và tên", *FROM_DECEMBER], AN]})

    assert months_of(file) == {2023: "...........P", 2024: "PPPPPPPPPPP."}


@pytest.mark.parametrize("months", [SCHOOL_YEAR, FROM_DECEMBER])
def test_one_year_over_months_of_two_is_a_question(read: Read, months: list[str]) -> None:
    file = read({"DP": [["SỔ THU ĐẢNG PHÍ NĂM 2024"], ["TT", "Họ và tên", *months], AN]})

    assert [problem.code for problem in file.problems] == ["months_over_new_year"]
    assert [row.code for row in file.set_aside] == ["months_over_new_year"]


def test_months_counted_backwards_are_of_one_year(read: Read) -> None:
    backwards = [f"T{month}" for month in range(12, 0, -1)]

    file = read({"DP": [["SỔ THU ĐẢNG PHÍ NĂM 2024"], ["TT", "Họ và tên", *backwards], AN]})

    assert months_of(file) == {2024: "PPPPPPPPPPPP"}
