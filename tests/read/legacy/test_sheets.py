"""Old text in sheets: by its font, else by its words; Unicode is never touched."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.read.grid import Fault, Grid, Rows, address, make_grid
from partyroll.read.legacy import undecided, with_unicode
from partyroll.text import title_case
from trials import trials

from .typing import in_tcvn3, in_vni

HEADING = ["STT", "Họ và tên", "Quê quán", "Giới tính"]
PEOPLE = [
    ["1", "Nguyễn Văn Đường", "xã Mẫu 1, huyện Giả Định", "Nam"],
    ["2", "Trần Thị Phượng", "xã Mẫu 2, huyện Giả Định", "Nữ"],
    ["3", "Đỗ Bá Hùng", "xã Mẫu 3, huyện Giả Định", "Nam"],
    ["4", "Lê Thu Ý", "xã Mẫu 4, huyện Giả Định", "Nữ"],
    ["5", "Hồ Ánh", "xã Mẫu 5, huyện Giả Định", "Nữ"],
]
FAMILIES = ["Lê", "Hà", "Tô", "Bùi", "Võ", "Nguyễn", "Trần", "Đỗ", "Phùng", "Lý", "Cù", "La"]
MIDDLES = ["Thu", "Bá", "Thế", "Văn", "Thị", "Hà", "Công", "Tú", "Ánh", "Đình", "Quý", ""]
GIVENS = ["Ý", "Hà", "Tú", "Út", "An", "Hòa", "Quỳnh", "Bình", "Phượng", "Sơn", "Mến", "Lô"]
NAMES = st.builds(
    lambda *parts: " ".join(part for part in parts if part),
    *map(st.sampled_from, (FAMILIES, MIDDLES, GIVENS)),
)
Typed = Callable[[str], str]


def grid_of(rows: Sequence[Sequence[str]]) -> Grid:
    cells: Rows = [[*row] for row in rows]
    return make_grid("DS", cells)


def read(
    rows: Sequence[Sequence[str]], fonts: Mapping[str, str] | None = None, encoding: str = ""
) -> tuple[Grid, list[str]]:
    (grid,), told = with_unicode(
        Path("a.xlsx"),
        [grid_of(rows)],
        encoding=encoding,
        fonts=None if fonts is None else lambda *_: fonts or {},
    )
    return grid, [problem.code for problem in told]


def typed(rows: Sequence[Sequence[str]], code: Typed) -> list[list[str]]:
    return [[code(text) for text in row] for row in rows]


def all_in(font: str, rows: Sequence[Sequence[str]]) -> dict[str, str]:
    return {address(r, c): font for r, row in enumerate(rows) for c in range(len(row))}


@pytest.mark.parametrize(("code", "name"), [(in_tcvn3, "tcvn3"), (in_vni, "vni")])
def test_a_sheet_without_fonts_is_told_by_its_words(code: Typed, name: str) -> None:
    rows = [HEADING, *PEOPLE]

    grid, told = read(typed(rows, code))

    assert grid.rows == rows
    assert grid.encoding == name
    assert told == ["legacy_decoded"]


@pytest.mark.parametrize(
    ("code", "font"), [(in_tcvn3, ".VnTime"), (in_tcvn3, ".VnArial"), (in_vni, "VNI-Times")]
)
def test_a_font_decides_however_few_the_words(code: Typed, font: str) -> None:
    rows = [["Bộ", "Họp"]]

    grid, told = read(typed(rows, code), all_in(font, rows))

    assert grid.rows == rows
    assert told == []


def test_a_font_of_capitals_shows_capitals() -> None:
    rows = [["lª c\u00abng th\u00ad\u00ebng", "phan long"]]

    grid, _ = read(rows, all_in(".VnTimeH", rows))

    assert grid.rows == [["LÊ CÔNG THƯỞNG", "PHAN LONG"]]


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times"])
def test_unicode_in_an_old_font_is_unicode(font: str) -> None:
    rows = [HEADING, *PEOPLE, ["6", "Lê Hà", "Hà Tú", "Nam"]]

    grid, told = read(rows, all_in(font, rows))

    assert grid.rows == rows
    assert told == []


@pytest.mark.parametrize(("code", "name"), [(in_tcvn3, "tcvn3"), (in_vni, "vni")])
def test_a_column_pasted_into_a_unicode_sheet_is_found(code: Typed, name: str) -> None:
    pasted = [[number, code(full), home, sex] for number, full, home, sex in PEOPLE]

    grid, told = read([HEADING, *pasted, ["", "Tổng cộng: 5 đồng chí"]])

    assert grid.rows[1:6] == PEOPLE
    assert grid.encoding == f"unicode+{name}"
    assert told == ["legacy_decoded"]


def test_rows_pasted_below_unicode_rows_are_found() -> None:
    rows = [HEADING, *PEOPLE, *typed(PEOPLE, in_tcvn3)]

    grid, _ = read(rows)

    assert grid.rows == [HEADING, *PEOPLE, *PEOPLE]


def test_one_old_name_among_unicode_names_is_asked() -> None:
    rows = [HEADING, *PEOPLE, ["6", in_tcvn3("Trần Văn Đường"), "", "Nam"]]

    grid, _ = read(rows)

    assert grid.rows[6][1] == Fault("legacy_text", in_tcvn3("Trần Văn Đường"))
    assert grid.rows[:6] == rows[:6]


@pytest.mark.parametrize(("code", "name"), [(in_tcvn3, "tcvn3"), (in_vni, "vni")])
def test_what_the_user_says_settles_the_question(code: Typed, name: str) -> None:
    rows = [HEADING, *PEOPLE, ["6", code("Trần Văn Đường"), "", "Nam"]]

    grid, told = read(rows, encoding=name)

    assert grid.rows == [*rows[:6], ["6", "Trần Văn Đường", "", "Nam"]]
    assert told == []


def test_text_called_unicode_is_left_alone() -> None:
    rows = typed([HEADING, *PEOPLE], in_vni)

    grid, told = read(rows, encoding="unicode")

    assert grid.rows == rows
    assert told == []


@pytest.mark.parametrize("text", ["Müller", "São Paulo", "Muñoz", "Hôtel", "37°C", "m²", "§ 5"])
def test_words_of_other_languages_are_no_old_vietnamese(text: str) -> None:
    rows = [HEADING, *PEOPLE, ["6", text, "", "Nam"]]

    grid, told = read(rows)

    assert grid.rows == rows
    assert told == []


def test_few_undecided_words_outside_any_table_are_asked_once() -> None:
    grid, _ = read([[in_tcvn3("Trần Văn Đường")]])

    (question,) = undecided("a.xlsx", [grid], [])

    assert (question.code, question.cell) == ("legacy_text", "A1")
    assert "--encoding tcvn3" in question.message


def test_a_name_that_reads_well_both_ways_is_asked_beside_one_that_does_not() -> None:
    names = [["Ho ten"], [in_tcvn3("Lê Hà")], [in_tcvn3("Lý Bộ")], ["An"]]

    grid, _ = read(names)

    asked = [isinstance(value, Fault) for (value,) in grid.rows]
    assert asked == [False, True, True, False]


@given(st.lists(NAMES, min_size=1, max_size=40), st.sampled_from(["", ".VnTime", "VNI-Times"]))
@trials(50, many=200)
def test_a_unicode_column_is_never_altered(names: list[str], font: str) -> None:
    rows = [["Họ và tên"], *([name] for name in names)]

    grid, told = read(rows, all_in(font, rows) if font else None)

    assert grid.rows == rows
    assert told == []


@given(st.lists(NAMES, min_size=12, max_size=40, unique=True))
@trials(30, many=100)
def test_a_column_of_old_names_in_capitals_comes_back_whole(names: list[str]) -> None:
    rows = [["HỌ VÀ TÊN"], *([name.upper()] for name in names)]

    tcvn3, _ = read(typed(rows, in_tcvn3))

    # "HÀ BÁ Ý" is typed as "Hà Bá ý" is: nothing tells capitals there.
    assert [title_case(str(value)) for (value,) in tcvn3.rows[1:]] == names


@given(st.lists(NAMES, min_size=12, max_size=40, unique=True))
@trials(30, many=100)
def test_a_column_of_old_names_comes_back_whole(names: list[str]) -> None:
    rows = [["Họ và tên"], *([name] for name in names)]

    tcvn3, _ = read(typed(rows, in_tcvn3))
    vni, _ = read(typed(rows, in_vni))

    assert tcvn3.rows == rows
    assert vni.rows == rows
