"""Rating lists in the layouts that offices have."""

from collections.abc import Callable

import pytest

from partyroll.model import RatingLevel
from partyroll.read.facts import RatingRow, ReadFile, TableKind, UnitRatingRow
from partyroll.read.levels import level_of

Read = Callable[..., ReadFile]
TITLE = ["KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN NĂM 2023"]


def ratings(file: ReadFile) -> list[tuple[int, str, str]]:
    rows = [row for table in file.tables for row in table.rows if isinstance(row, RatingRow)]
    return [(r.year, r.stage.value, r.level.value) for row in rows for r in row.ratings]


def codes(file: ReadFile) -> list[tuple[str, str, str]]:
    return [(p.cell, p.code, p.severity.value) for p in file.problems]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("HTXSNV", "EXCELLENT"),
        ("Hoàn thành xuất sắc nhiệm vụ", "EXCELLENT"),
        ("Mức 1", "EXCELLENT"),
        ("HTTNV", "GOOD"),
        ("HT tốt", "GOOD"),
        ("Xếp loại: Tốt", "GOOD"),
        ("Mức 2 (HTTNV)", "GOOD"),
        ("HTNV", "COMPLETE"),
        ("Hoàn thành nhiệm vụ.", "COMPLETE"),
        ("KHTNV", "NOT_COMPLETE"),
        ("Không hoàn thành nhiệm vụ", "NOT_COMPLETE"),
        ("Miễn kiểm điểm", "NOT_RATED"),
        ("Chưa đánh giá, xếp loại", "NOT_RATED"),
    ],
)
def test_a_level_in_its_usual_words(text: str, level: str) -> None:
    assert level_of(text) is RatingLevel(level)


@pytest.mark.parametrize("text", ["Khá", "A", "1", "HTNV/HTTNV", "Mức 2 (HTNV)", "Mức 5", ""])
def test_other_words_are_no_level(text: str) -> None:
    assert level_of(text) is None


def test_years_as_columns(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Năm 2022", "Năm 2023"]

    file = read({"Xếp loại": [heading, [1, "Lò Văn An", "HTXSNV", "Mức 3"]]})

    assert file.tables[0].kind is TableKind.RATINGS
    assert ratings(file) == [
        (2022, "COMMITTEE", "EXCELLENT"),
        (2023, "COMMITTEE", "COMPLETE"),
    ]


def test_levels_as_columns_with_a_tick(read: Read) -> None:
    heading = ["TT", "Họ và tên", "HTXSNV", "HTTNV", "HTNV", "KHTNV"]
    rows = [[1, "Lò Văn An", None, "x"], [2, "Hà Thị Bình", None, None, None, "X"]]

    file = read({"S": [TITLE, heading, *rows]})

    assert ratings(file) == [(2023, "COMMITTEE", "GOOD"), (2023, "COMMITTEE", "NOT_COMPLETE")]


def test_levels_below_one_heading(read: Read) -> None:
    above = ["TT", "Họ và tên", "Xếp loại", None, None, "Ghi chú"]
    below = [None, None, "Hoàn thành xuất sắc", "Hoàn thành tốt", "Hoàn thành", None]
    row = [1, "Lò Văn An", None, None, "x", None]

    merges = {"S": ["C2:E2", "A2:A3", "B2:B3", "F2:F3"]}
    file = read({"S": [TITLE, above, below, row]}, merges=merges)

    assert ratings(file) == [(2023, "COMMITTEE", "COMPLETE")]


def test_stages_as_columns_the_bodys_name_alone_is_a_stage(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Tự xếp loại", "Chi bộ", "Đảng ủy"]
    rows = [
        [n, name, "HTXSNV", "HTTNV", "HTNV"] for n, name in ((1, "Lò Văn An"), (2, "Hà Cò"))
    ]

    file = read({"S": [TITLE, heading, *rows]})

    first = ratings(file)[:3]
    assert first == [
        (2023, "SELF", "EXCELLENT"),
        (2023, "CELL", "GOOD"),
        (2023, "COMMITTEE", "COMPLETE"),
    ]


def test_a_column_of_units_stays_a_column_of_units(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Chi bộ", "Tự xếp loại", "Chi bộ xếp loại"]

    file = read({"S": [TITLE, heading, [1, "Lò Văn An", "Chi bộ 1", "HTTNV", "HTNV"]]})

    (row,) = [r for r in file.tables[0].rows if isinstance(r, RatingRow)]
    assert row.unit is not None
    assert row.unit.name == "Chi bộ 1"
    assert ratings(file) == [(2023, "SELF", "GOOD"), (2023, "CELL", "COMPLETE")]


def test_stages_below_years(read: Read) -> None:
    above = ["TT", "Họ và tên", "Năm 2022", None, "Năm 2023", None]
    below = [None, None, "Chi bộ", "Đảng ủy", "Chi bộ", "Đảng ủy"]
    row = [1, "Lò Văn An", "HTTNV", "HTNV", "HTXSNV", "HTTNV"]
    merges = {"XL": ["C1:D1", "E1:F1", "A1:A2", "B1:B2"]}

    file = read({"XL": [above, below, row]}, merges=merges)

    assert ratings(file) == [
        (2022, "CELL", "GOOD"),
        (2022, "COMMITTEE", "COMPLETE"),
        (2023, "CELL", "EXCELLENT"),
        (2023, "COMMITTEE", "GOOD"),
    ]


def test_years_below_one_heading(read: Read) -> None:
    above = ["TT", "Họ và tên", "Xếp loại", None]
    below = [None, None, 2022, 2023]
    merges = {"S": ["C1:D1", "A1:A2", "B1:B2"]}

    file = read({"S": [above, below, [1, "Lò Văn An", "HTTNV", "HTNV"]]}, merges=merges)

    assert ratings(file) == [(2022, "COMMITTEE", "GOOD"), (2023, "COMMITTEE", "COMPLETE")]


def test_a_year_in_each_row(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Năm", "Xếp loại"]
    rows = [[1, "Lò Văn An", 2022, "HTTNV"], [2, "Lò Văn An", 2023, "HTNV"]]

    file = read({"S": [heading, *rows]})

    assert ratings(file) == [(2022, "COMMITTEE", "GOOD"), (2023, "COMMITTEE", "COMPLETE")]


def test_an_unknown_level_is_told_and_the_others_go_in(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Năm 2022", "Năm 2023"]

    file = read({"S": [heading, [1, "Lò Văn An", "Khá", "HTNV"]]})

    assert ratings(file) == [(2023, "COMMITTEE", "COMPLETE")]
    assert codes(file) == [("C2", "unknown_rating", "warning")]


def test_a_row_of_which_nothing_is_understood_is_set_aside(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Năm 2022"]

    file = read({"Xếp loại": [heading, [1, "Lò Văn An", "Khá"]]})

    assert ratings(file) == []
    assert codes(file) == [("C2", "unknown_rating", "error")]
    assert [aside.row for aside in file.set_aside] == [2]


def test_someone_without_a_rating_is_told(read: Read) -> None:
    heading = ["TT", "Họ và tên", "HTXSNV", "HTTNV", "HTNV", "Ghi chú"]
    away = [2, "Lò Thị Bình", None, None, None, "Đi xa, không đánh giá"]

    file = read({"S": [TITLE, heading, [1, "Lò Văn An", "x", None, None, None], away]})

    assert [level for _, _, level in ratings(file)] == ["EXCELLENT"]
    assert codes(file) == [("B4", "no_rating_stated", "warning")]


def test_two_ticks_in_one_row_are_set_aside(read: Read) -> None:
    heading = ["TT", "Họ và tên", "HTXSNV", "HTTNV", "HTNV"]

    file = read({"S": [TITLE, heading, [1, "Lò Văn An", "x", "x", None]]})

    assert ratings(file) == []
    assert codes(file) == [("D3", "two_ratings", "error")]


def test_a_list_of_no_year_is_a_question(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Xếp loại", "Ghi chú"]

    file = read({"S": [heading, [1, "Lò Văn An", "HTNV", None]]})

    assert [p.code for p in file.problems] == ["year_unclear"]
    assert len(file.set_aside) == 1


def test_marks_that_the_list_explains(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Xếp loại", "Chi bộ"]
    legend = ["Ghi chú: A: HTXSNV; B: HTTNV"]

    file = read({"S": [TITLE, legend, heading, [1, "Lò Văn An", "B", "Chi bộ 1"]]})

    assert ratings(file) == [(2023, "COMMITTEE", "GOOD")]


def test_a_column_of_those_not_rated_may_hold_the_reason(read: Read) -> None:
    heading = ["TT", "Họ và tên", "HTTNV", "HTNV", "Chưa đánh giá"]

    file = read({"S": [TITLE, heading, [1, "Lò Văn An", None, None, "mới chuyển đến"]]})

    assert ratings(file) == [(2023, "COMMITTEE", "NOT_RATED")]


@pytest.mark.parametrize(
    "words", ["Tỷ lệ %", "Tỉ lệ (%)", "TỶ LỆ", "Ty le %", "% so với tổng số"]
)
@pytest.mark.parametrize("place", [0, 1])
def test_a_row_of_shares_below_the_totals_is_nobody(read: Read, words: str, place: int) -> None:
    heading = ["TT", "Họ và tên", "HTXSNV", "HTTNV", "HTNV", "KHTNV"]
    people = [[1, "Lò Văn An", None, "x"], [2, "Hà Thị Bình", "x"]]
    shares: list[object] = [None, None, 0.5, 0.5, 0, 0]
    shares[place] = words

    file = read({"S": [TITLE, heading, *people, [None, "Cộng", 1, 1, 0, 0], shares]})

    assert ratings(file) == [(2023, "COMMITTEE", "GOOD"), (2023, "COMMITTEE", "EXCELLENT")]
    assert [(p.row, p.code, p.severity.value) for p in file.problems] == [
        (6, "unread_line", "warning")
    ]


# --- Names of levels before 2018 ----------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Đủ tư cách, hoàn thành xuất sắc nhiệm vụ", "EXCELLENT"),
        ("Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ", "GOOD"),
        ("ĐTC HTNV", "COMPLETE"),
        ("Vi phạm tư cách hoặc không hoàn thành nhiệm vụ", "NOT_COMPLETE"),
        ("Vi phạm tư cách", "NOT_COMPLETE"),
    ],
)
def test_a_level_in_the_words_of_before_2018(text: str, level: str) -> None:
    assert level_of(text) is RatingLevel(level)


def test_fit_alone_says_no_level() -> None:
    assert level_of("Đủ tư cách") is None


def test_the_level_that_stood_for_two_things_is_asked_about(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Xếp loại năm 2016"]
    both = "Vi phạm tư cách hoặc không hoàn thành nhiệm vụ"

    file = read({"S": [heading, [1, "Lò Văn An", both], [2, "Lò Văn Bình", "Vi phạm tư cách"]]})

    assert codes(file) == [("C2", "unfit_unclear", "warning")]
    assert [level for _, _, level in ratings(file)] == ["NOT_COMPLETE", "NOT_COMPLETE"]


# --- Remarks of places of stay ------------------------------------------------------------
def remarks(file: ReadFile) -> list[tuple[int, str, str]]:
    rows = [row for table in file.tables for row in table.rows if isinstance(row, RatingRow)]
    return [(r.year, r.place, r.text) for row in rows for r in row.remarks]


def test_remarks_of_places_of_stay_stand_beside_the_rating(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Xếp loại", "Nhận xét nơi cư trú", "Nhận xét nơi tạm trú"]
    rows = [
        [1, "Lò Văn An", "HTTNV", "Chấp hành tốt", None],
        [2, "Lò Văn Bình", "HTTNV", None, "Sinh hoạt đều"],
        [3, "Lò Văn Chi", "HTTNV", "-", None],
    ]

    file = read({"S": [TITLE, heading, *rows]})

    assert remarks(file) == [
        (2023, "nơi cư trú", "Chấp hành tốt"),
        (2023, "nơi tạm trú", "Sinh hoạt đều"),
    ]


def test_a_column_names_the_place_that_remarks(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Nơi nhận xét", "Nhận xét của nơi cư trú"]
    row = [1, "Lò Văn An", "Chi bộ khu phố 3", "Gương mẫu"]

    file = read({"S": [["NHẬN XÉT ĐẢNG VIÊN NƠI CƯ TRÚ NĂM 2023"], heading, row]})

    assert file.tables[0].kind is TableKind.RATINGS
    assert remarks(file) == [(2023, "Chi bộ khu phố 3", "Gương mẫu")]


def test_a_remark_of_no_known_year_costs_the_remark_only(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Năm 2022", "Năm 2023", "Nhận xét nơi cư trú"]

    file = read({"Xếp loại": [heading, [1, "Lò Văn An", "HTTNV", "HTTNV", "Tốt"]]})

    assert codes(file) == [("E2", "remark_year_missing", "warning")]
    assert len(ratings(file)) == 2


# --- Ratings of units ---------------------------------------------------------------------
UNIT_TITLE = ["KẾT QUẢ XẾP LOẠI TỔ CHỨC ĐẢNG NĂM 2023"]


def unit_ratings(file: ReadFile) -> list[tuple[str, int, str]]:
    rows = [r for table in file.tables for r in table.rows if isinstance(r, UnitRatingRow)]
    return [(row.unit.name, r.year, r.level.value) for row in rows for r in row.ratings]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        (["TT", "Tên tổ chức đảng", "Xếp loại"], [1, "Chi bộ thôn Đông", "HTTNV"]),
        (["STT", "Chi bộ", "Xếp loại chi bộ", "Ghi chú"], [1, "thôn Đông", "Tốt", None]),
        (
            ["TT", "Chi bộ", "HTXSNV", "HTTNV", "HTNV", "KHTNV"],
            [1, "thôn Đông", None, "x", None, None],
        ),
        (
            ["TT", "Chi bộ", "Chi bộ xếp loại", "Đảng ủy xếp loại"],
            [1, "thôn Đông", "HTXSNV", "HTTNV"],
        ),
    ],
)
def test_a_list_of_units_with_their_ratings(
    read: Read, heading: list[str], cells: list[object]
) -> None:
    file = read({"S": [UNIT_TITLE, heading, cells]})

    assert file.tables[0].kind is TableKind.UNIT_RATINGS
    [(name, year, level)] = unit_ratings(file)
    assert (name.endswith("thôn Đông"), year, level) == (True, 2023, "GOOD")


def test_units_with_years_as_columns(read: Read) -> None:
    heading = ["TT", "Chi bộ", "Năm 2022", "Năm 2023"]

    file = read({"Xếp loại": [heading, [1, "Chi bộ thôn Đông", "HTTNV", "HTXSNV"]]})

    assert unit_ratings(file) == [
        ("Chi bộ thôn Đông", 2022, "GOOD"),
        ("Chi bộ thôn Đông", 2023, "EXCELLENT"),
    ]


def test_numbers_of_members_by_level_are_no_ratings_of_units(read: Read) -> None:
    heading = ["TT", "Chi bộ", "Tổng số đảng viên", "HTXSNV", "HTTNV", "HTNV"]

    file = read({"S": [UNIT_TITLE, heading, [1, "Chi bộ thôn Đông", 25, 4, 20, 1]]})

    assert unit_ratings(file) == []


def test_a_unit_with_an_unknown_level_stays_out_with_its_text(read: Read) -> None:
    heading = ["TT", "Tên tổ chức đảng", "Xếp loại"]
    rows = [[1, "Chi bộ thôn Đông", "HTTNV"], [2, "Chi bộ thôn Tây", "Khá"]]

    file = read({"S": [UNIT_TITLE, heading, *rows]})

    assert codes(file) == [("C4", "unknown_rating", "error")]
    assert len(file.set_aside) == 1


@pytest.mark.parametrize("heading", ["Mức", "Loại", "Kết quả", "Mức đánh giá"])
def test_levels_below_a_short_heading_are_ratings_and_make_no_member(
    read: Read, heading: str
) -> None:
    columns = ["TT", "Họ tên", "Chi bộ", heading]

    file = read({"A": [TITLE, columns, [1, "Lò Văn An", "Chi bộ Hạ", "HTTNV"]]})

    assert [table.kind for table in file.tables] == [TableKind.RATINGS]
    assert ratings(file) == [(2023, "COMMITTEE", "GOOD")]


def test_who_rated_stands_in_plain_words(read: Read) -> None:
    heading = ["TT", "Họ tên", "Tự chấm", "Chi bộ chấm", "Đảng ủy duyệt"]

    file = read({"A": [TITLE, heading, [1, "Lò Văn An", "HTXSNV", "HTTNV", "HTNV"]]})

    assert ratings(file) == [
        (2023, "SELF", "EXCELLENT"),
        (2023, "CELL", "GOOD"),
        (2023, "COMMITTEE", "COMPLETE"),
    ]
