"""Rows read by their columns say what each says when it is read alone."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.read import body
from partyroll.read.assembly import Reader, Result
from partyroll.read.grid import Grid, Span, Value, make_grid
from partyroll.read.lessons import Teaching
from trials import trials

TODAY = date(2026, 6, 30)
NAMES = st.sampled_from(
    [
        "Lò Thử An",
        "LÒ THỬ BÌNH",
        "Cà Thử Chi",
        "Lò  Thử Ân",
        "",
        "123",
        "=An",
        "Mùa A Thử, Lò B",
    ]
)
DAYS = st.sampled_from(
    [
        *("03/02/1980", "1980", "05/1999", "31/13/1990", "", "không rõ", 1980.0, 36500.0),
        *(True, 1, date(1999, 2, 3), date(2000, 2, 4), date(2030, 1, 1)),
        datetime(2000, 2, 4, 1),  # noqa: DTZ001 (a cell has no zone)
    ]
)
NUMBERS = st.sampled_from(["099000000001", "099000000002", "09900000001", "", 99200001.0])
TICKS = st.sampled_from(["", "x", "1", 1.0, True, "Nam", "Nữ", "nữ", "Miễn", "0"])
WORDS = st.sampled_from(
    [
        *("", "Kinh", "Làm ruộng", "=1+1", "#REF!", "Đang sinh hoạt", "Miễn sinh hoạt"),
        *("dự bị", "Xóa tên", "Đình chỉ", "Chính thức", 12.0, True, "Chi bộ 1", "???"),
    ]
)
MONEY = st.sampled_from(
    ["", "x", "10.000", 10000.0, 20000.0, "k", "miễn", "nợ", "chưa nộp", "0", "v", 1.0]
)
MONEY |= st.just(10000.0)  # most cells of a book hold the same sum
ROSTER: dict[str, st.SearchStrategy[Any]] = {
    "Ngày sinh": DAYS,
    "Giới tính": TICKS,
    "Nữ": TICKS,
    "Số thẻ đảng viên": NUMBERS,
    "Số CCCD": NUMBERS,
    "Chi bộ": WORDS,
    "Ngày vào Đảng": DAYS,
    "Ngày chính thức": st.one_of(DAYS, WORDS),
    "Nghề nghiệp": WORDS,
    "Quê quán": WORDS,
    "Trạng thái": WORDS,
    "Miễn sinh hoạt": st.one_of(TICKS, DAYS),
    "Loại đảng viên": WORDS,
    "Số lý lịch": st.one_of(NUMBERS, WORDS),
    "Ngày vào Đảng / Ngày chính thức": st.just("03/02/2000 / 03/02/2001"),
    "Ghi chú": WORDS,
}
DUES: dict[str, st.SearchStrategy[Any]] = {
    "Chi bộ": WORDS,
    "Số thẻ đảng viên": NUMBERS,
    "Ngày sinh": DAYS,
    "Mức đóng": st.sampled_from(["", 10000.0, "10.000", "miễn"]),
    **{f"T{number}": MONEY for number in range(1, 13)},
    "Ghi chú": st.sampled_from(["", "đã nộp bù T3", "chuyển đi tháng 5", "được miễn đảng phí"]),
}
SECTION: list[Value] = ["", "CHI BỘ THÔN ĐOÀI"]


@st.composite
def sheets(draw: st.DrawFn, columns: dict[str, st.SearchStrategy[Any]]) -> Grid:
    """A table with some of the columns, with sections, short rows and merged cells."""
    headings = draw(st.lists(st.sampled_from([*columns]), unique=True, min_size=3))
    if "T1" in columns:
        headings = [*columns]
    values = st.tuples(NAMES, *(columns[heading] for heading in headings))
    rows: list[list[Value]] = [["STT", "Họ và tên", *headings]]
    for number, row in enumerate(draw(st.lists(values, min_size=8, max_size=24)), start=1):
        rows.append([float(number), *row][: draw(st.sampled_from([99, 99, 99, 5]))])
        if draw(st.integers(0, 9)) == 0:
            rows.append(SECTION)
    merged = draw(st.sampled_from([(), (Span(3, 3, 4, 3),)]))
    return make_grid("Danh sách 2025", rows, merges=merged)


def read(grid: Grid, monkeypatch: pytest.MonkeyPatch, *, alone: bool) -> Result:
    with monkeypatch.context() as setting:
        setting.setattr(body, "_FORM_ROWS", 0)
        setting.setattr(body, "_SHORT", 1_000 if alone else 1)
        return Reader("a.xlsx", today=TODAY, teaching=Teaching()).read([grid])


@trials(8, many=25)
@given(grid=sheets(ROSTER))
def test_a_roster_read_by_columns_says_what_its_rows_say(grid: Grid) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert read(grid, monkeypatch, alone=False) == read(grid, monkeypatch, alone=True)


@trials(8, many=25)
@given(grid=sheets(DUES))
def test_a_book_read_by_columns_says_what_its_rows_say(grid: Grid) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert read(grid, monkeypatch, alone=False) == read(grid, monkeypatch, alone=True)


def test_a_row_with_a_fault_is_told_once_and_in_its_place() -> None:
    rows: list[list[Value]] = [["STT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên"]]
    rows += [[float(n), "Lò Thử An", "03/02/1980", f"0991{n:08}"] for n in range(1, 31)]
    rows[12] = [12.0, "Lò Thử An", "31/13/1980", "0991"]

    with pytest.MonkeyPatch.context() as monkeypatch:
        result = read(make_grid("DS", rows), monkeypatch, alone=False)

    told = [(problem.cell, problem.code) for problem in result.problems]
    assert told[:2] == [("C13", "invalid_date"), ("D13", "bad_card_format")]
    assert [aside.row for aside in result.set_aside][:1] == [13]
