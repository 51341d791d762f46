"""Cells that only say "the same as above": nt, như trên, a ditto mark."""

from collections.abc import Callable

import pytest

from partyroll.read.dittos import is_ditto
from partyroll.read.facts import BookRow, ExitRow, ReadFile, RosterRow

Read = Callable[..., ReadFile]
HEADING = ["TT", "Họ và tên", "Năm sinh", "Chi bộ", "Ngày vào Đảng", "Quê quán"]
AN = ["1", "Lò Văn An", "1979", "Chi bộ thôn 1", "03/02/2005", "xã Mẫu"]


def people(file: ReadFile) -> list[RosterRow]:
    return [row for table in file.tables for row in table.rows if isinstance(row, RosterRow)]


def told(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


@pytest.mark.parametrize(
    "sign", ["nt", "NT", "-nt-", "- nt -", "n/t", "như trên", '"', "''", "”", "//", "nt."]
)
def test_a_sign_repeats_the_cell_above(read: Read, sign: str) -> None:
    file = read({"DS": [HEADING, AN, ["2", "Lò Thị Bình", "1980", sign, sign, sign]]})

    first, second = people(file)
    assert (second.unit, second.admission_date, second.hometown) == (
        first.unit,
        first.admission_date,
        first.hometown,
    )
    assert told(file) == [("D3", "ditto_read"), ("E3", "ditto_read"), ("F3", "ditto_read")]


@pytest.mark.parametrize("text", ["-", "không", "n", "nto", "x", "'", "Chi bộ NT", "/"])
def test_other_signs_repeat_nothing(text: str) -> None:
    assert not is_ditto(text)


def test_signs_repeat_the_last_person_who_says_something(read: Read) -> None:
    second = ["2", "Lò Thị Bình", "1980", "nt", "nt", ""]
    other = ["3", "Giàng A Páo", "1981", "Chi bộ thôn 10", "19/5/2010", ""]
    last = ["4", "Vàng Thị Mỷ", "1982", "nt", "nt", ""]

    file = read({"DS": [HEADING, AN, second, ["3", "", "", "", "", ""], other, last]})

    units = [row.unit.name for row in people(file) if row.unit]
    assert units == ["Chi bộ thôn 1", "Chi bộ thôn 1", "Chi bộ thôn 10", "Chi bộ thôn 10"]


def test_a_page_heading_in_between_is_repeated_by_nobody(read: Read) -> None:
    second = ["2", "Lò Thị Bình", "1980", "nt", "nt", "nt"]

    file = read({"DS": [HEADING, AN, HEADING, second]})

    assert [row.unit.name for row in people(file) if row.unit] == ["Chi bộ thôn 1"] * 2


def test_below_a_blank_cell_a_sign_is_no_unit_and_no_day(read: Read) -> None:
    first = ["1", "Lò Văn An", "1979", "", "", ""]

    file = read({"DS": [HEADING, first, ["2", "Lò Thị Bình", "1980", "nt", "nt", ""]]})

    assert [row.full_name for row in people(file)] == ["Lò Văn An"]
    assert told(file) == [("D3", "unknown_unit"), ("E3", "invalid_date")]


def test_signs_below_the_heading_repeat_nothing(read: Read) -> None:
    rows = [["1", "Lò Văn An", "1979", "nt", "", ""], ["2", "Bế Bình", "1980", "nt", "", ""]]

    file = read({"DS": [HEADING, *rows]})

    assert told(file) == [("D2", "unknown_unit"), ("D3", "unknown_unit")]


def test_nobody_has_the_name_the_birth_date_or_the_number_of_the_person_above(
    read: Read,
) -> None:
    heading = ["TT", "Họ và tên", "Ngày sinh", "Số thẻ đảng"]
    first = ["1", "Lò Văn An", "05/03/1979", "099079000001"]
    rows = [["2", "nt", "05/03/1980", ""], ["3", "Lò Thị Bình", "nt", ""]]
    card = ["4", "Giàng A Páo", "05/03/1982", "nt"]

    file = read({"DS": [heading, first, *rows, card]})

    assert [row.full_name for row in people(file)] == ["Lò Văn An"]
    assert told(file) == [
        ("B3", "missing_name"),
        ("C4", "invalid_date"),
        ("D5", "bad_card_format"),
    ]


def test_nobody_paid_what_the_person_above_paid(read: Read) -> None:
    heading = ["TT", "Họ và tên", "T1", "T2", "T3"]
    rows = [["1", "Lò Văn An", 10_000, "nợ", "x"], ["2", "Lò Thị Bình", "nt", '"', "nt"]]

    file = read({"DP": [["SỔ THU ĐẢNG PHÍ NĂM 2024"], heading, *rows]})

    books = [row for table in file.tables for row in table.rows if isinstance(row, BookRow)]
    assert [row.letters[:3] for row in books] == ["PUP", "???"]


def test_a_list_of_exits_repeats_form_and_reason(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Chi bộ", "Hình thức", "Số QĐ", "Ngày QĐ", "Lý do"]
    first = ["1", "Lò Văn An", "Chi bộ A", "Xóa tên", "12-QĐ/HU", "05/01/2024", "Bỏ SH"]

    file = read({"XT": [heading, first, ["2", "Lò Thị Bình", *["nt"] * 5]]})

    rows = [row for table in file.tables for row in table.rows if isinstance(row, ExitRow)]
    assert len({(r.unit, r.kind, r.decision_no, r.decision_date, r.reasons) for r in rows}) == 1


def test_a_long_list_is_read_as_a_short_one(read: Read) -> None:
    years = range(1940, 1980)
    many = [[str(year), "Lò Thị Bình", str(year), "nt", "nt", "nt"] for year in years] * 8

    file = read({"DS": [HEADING, AN, *many]})

    assert {row.unit.name for row in people(file) if row.unit} == {"Chi bộ thôn 1"}
    assert len(people(file)) == 321
