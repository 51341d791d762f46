"""The order in which an office writes its people and its columns says nothing."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from e2e.books import workbook
from partyroll.read.workbook import read_workbook
from store import shelf, stories
from trials import trials

TITLES = ("Họ và tên", "Ngày sinh", "Giới tính", "Số thẻ đảng viên", "Ngày vào Đảng", "Ghi chú")
UPPER = (
    ("Lò Văn An", "01/02/1970", "Nam", "099000000901", "03/02/1995", ""),
    ("Lò Thị Bình", "1980", "Nữ", "099000000902", "19/05/2005", "đi làm xa"),
    ("Lò Thị Chi", "07/08/1990", "Nữ", "", "09/2015", ""),
    ("Lò Văn Dũng", "07/08/1990", "Nam", "099000000904", "", ""),
)
LOWER = (
    ("Vàng Văn Em", "1960", "Nam", "", "03/02/1985", "miễn sinh hoạt"),
    ("Vàng Thị Gái", "12/12/1975", "Nữ", "099000000906", "03/02/2001", ""),
    ("Vàng Văn Hùng", "05/1988", "Nam", "099000000907", "03/02/2010", ""),
)
quick = trials(3, many=8)


def stated(
    columns: Sequence[int], upper: Sequence[tuple[str, ...]], lower: Sequence[tuple[str, ...]]
) -> list[tuple[object, ...]]:
    """Import a list of two sections, its columns in that order; return what is known then."""

    def line(number: object, cells: Sequence[str]) -> tuple[object, ...]:
        return (number, *(cells[column] or None for column in columns))

    rows = [
        ("DANH SÁCH ĐẢNG VIÊN",),
        line("STT", TITLES),
        ("I. Chi bộ thôn Thượng",),
        *(line(number, person) for number, person in enumerate(upper, start=1)),
        ("II. Chi bộ thôn Hạ",),
        *(line(number, person) for number, person in enumerate(lower, start=1)),
    ]
    with TemporaryDirectory() as folder, stories.new_ledger() as path:
        file = workbook(Path(folder) / "ds.xlsx", {"Danh sách": rows})
        shelf.record(path, read_workbook(file, today=shelf.NOW.date()))
        return shelf.stated(path)


@quick
@given(st.permutations(UPPER), st.permutations(LOWER))
def test_people_in_another_order_inside_a_section_change_nothing(
    upper: list[tuple[str, ...]], lower: list[tuple[str, ...]]
) -> None:
    as_listed = stated(range(len(TITLES)), UPPER, LOWER)

    assert len(as_listed) == len(UPPER) + len(LOWER)
    assert stated(range(len(TITLES)), upper, lower) == as_listed


@quick
@given(st.permutations(range(len(TITLES))))
def test_columns_in_another_order_change_nothing(columns: list[int]) -> None:
    assert stated(columns, UPPER, LOWER) == stated(range(len(TITLES)), UPPER, LOWER)
