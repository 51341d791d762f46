"""Rosters with further columns: nobody is lost, and what the columns say is read too."""

from collections.abc import Callable

from partyroll.read.facts import AwayRow, RatingRow, ReadFile, RosterRow, TableKind

Read = Callable[..., ReadFile]
WHO = ["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Quê quán", "Chi bộ"]
AN = [1, "Lò Văn An", "05/03/1979", "03/02/2005", "03/02/2006", "xã Mẫu", "Chi bộ 1"]
BINH = [2, "Hà Thị Bình", "06/04/1980", "03/02/2005", "03/02/2006", "xã Mẫu", "Chi bộ 1"]


def kinds(file: ReadFile) -> list[tuple[TableKind, int]]:
    return [(table.kind, len(table.rows)) for table in file.tables]


def codes(file: ReadFile) -> list[tuple[str, str, str]]:
    return [(p.cell, p.code, p.severity.value) for p in file.problems]


def test_a_rating_beside_people_is_read_and_the_people_stay(read: Read) -> None:
    heading = [*WHO, "Xếp loại năm 2023", "Ghi chú"]

    file = read({"DS": [heading, [*AN, "HTTNV", "ở xa"], [*BINH, None, None]]})

    assert kinds(file) == [(TableKind.ROSTER, 2), (TableKind.RATINGS, 1)]
    (rated,) = [r for t in file.tables for r in t.rows if isinstance(r, RatingRow)]
    assert [(r.year, r.level.value) for r in rated.ratings] == [(2023, "GOOD")]
    assert rated.note == ""


def test_a_rating_of_no_year_is_told_and_the_people_stay(read: Read) -> None:
    file = read({"DS": [[*WHO, "Xếp loại"], [*AN, "HTTNV"], [*BINH, "HTNV"]]})

    assert kinds(file) == [(TableKind.ROSTER, 2)]
    assert codes(file) == [("H1", "rating_year_missing", "warning")]


def test_an_unknown_rating_beside_people_costs_nobodys_row(read: Read) -> None:
    file = read({"DS": [[*WHO, "Xếp loại năm 2023"], [*AN, "Khá"], [*BINH, "HTNV"]]})

    assert kinds(file) == [(TableKind.ROSTER, 2), (TableKind.RATINGS, 1)]
    assert codes(file) == [("H2", "unknown_rating", "warning")]
    assert file.set_aside == ()


def test_stays_away_beside_people_are_those_who_have_one(read: Read) -> None:
    heading = [*WHO, "Nơi đi làm ăn xa", "Đi từ tháng/năm"]

    file = read({"DS": [heading, [*AN, "Huế", "01/2024"], [*BINH, None, None]]})

    assert kinds(file) == [(TableKind.ROSTER, 2), (TableKind.AWAY, 1)]
    (stay,) = [r for t in file.tables for r in t.rows if isinstance(r, AwayRow)]
    assert (stay.full_name, stay.place, str(stay.since)) == ("Lò Văn An", "Huế", "2024-01")


def test_a_row_that_stays_out_brings_no_rating_either(read: Read) -> None:
    future = [1, "Lò Văn An", "05/03/1979", "03/02/2099", None, "xã Mẫu", "Chi bộ 1"]

    file = read({"DS": [[*WHO, "Xếp loại năm 2023"], [*future, "HTNV"], [*BINH, "HTNV"]]})

    assert kinds(file) == [(TableKind.ROSTER, 1), (TableKind.RATINGS, 1)]
    assert [p.code for p in file.problems] == ["future_date"]


def test_years_that_are_no_ratings_are_no_ratings(read: Read) -> None:
    file = read({"DS": [[*WHO, "Năm 2023"], [*AN, "12 buổi"], [*BINH, "11 buổi"]]})

    assert kinds(file) == [(TableKind.ROSTER, 2)]


def test_a_list_named_after_ratings_is_one_whatever_its_columns(read: Read) -> None:
    title = ["KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN NĂM 2023"]

    file = read({"DS": [title, [*WHO, "Xếp loại"], [*AN, "HTTNV"]]})

    assert kinds(file) == [(TableKind.RATINGS, 1)]
    assert not [r for t in file.tables for r in t.rows if isinstance(r, RosterRow)]
