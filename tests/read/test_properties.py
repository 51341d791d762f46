"""Whatever a sheet holds: reading never fails and no row of a table is lost."""

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from partyroll.read.columns import read_head
from partyroll.read.facts import ReadFile
from partyroll.read.grid import Rows, make_grid
from partyroll.read.headings import Dictionary
from partyroll.read.lines import LineKind
from partyroll.read.tables import Block, find_blocks
from partyroll.read.workbook import read_workbook
from trials import trials

from .conftest import write_sheets

TODAY = date(2025, 1, 1)
HEADINGS = ["STT", "Họ và tên", "Ngày sinh", "Số thẻ", "Chi bộ", "T1", "T2", "Tháng 13"]
MORE_HEADINGS = ["Hình thức", "Lý do", "Nam", "Nữ", "Năm 2024", "Đơn vị", "Xóa tên", "1", "(1)"]
LINES = ["Tổng cộng", "Ghi chú: x: đã nộp", "I. Chi bộ 1", "T/M CHI ỦY", "ĐẢNG BỘ XÃ MẪU"]
VALUES = ["Nguyễn Văn An", "x", "-", "10.000", "31/02/1990", "099000000001", "nợ", "#REF!"]
ODD = ["=1+1", "SỔ THU ĐẢNG PHÍ NĂM 2024", "???", "0/0/2024"]
WORDS = [*HEADINGS, *MORE_HEADINGS, *LINES, *VALUES, *ODD]
CELLS = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.text("abxyĐđăơướạ0123/.-,()=@%\n ", max_size=12),
    st.integers(-10, 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(datetime.fromisoformat("1901-01-01"), datetime.fromisoformat("2090-01-01")),
)
GRIDS = st.lists(st.lists(CELLS, max_size=9), max_size=14)
HEADING = ["STT", "Họ và tên", "Ngày sinh", "Số thẻ"]
PERSONAL = ["", "1", "2", "Nguyễn Văn An", "Lê Thị Bình", "1979", "31/02/1990", "099000000001"]
LOOSE = st.lists(
    st.lists(st.sampled_from(["", *WORDS]), min_size=4, max_size=4).map(list), max_size=12
)


def read(sheets: dict[str, list[list[object]]]) -> ReadFile:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        write_sheets(path, sheets, {})
        return read_workbook(path, today=TODAY)


@given(GRIDS)
@trials(10, many=25)
def test_any_grid_is_read(rows: list[list[object]]) -> None:
    file = read({"Sheet": rows})

    assert all(problem.message for problem in file.problems)


@given(GRIDS, st.sampled_from(["SH 2024", "DP 2024", "Chi bộ 1"]))
@trials(10, many=25)
def test_any_grid_below_a_heading_is_read(rows: list[list[object]], name: str) -> None:
    months: list[object] = [*HEADING, "T1", "T2", "T3", "Ghi chú"]

    file = read({name: [months, *rows]})

    assert file.tables


@given(st.lists(st.tuples(*[st.sampled_from(PERSONAL)] * 4), max_size=12))
@trials(10, many=25)
def test_every_person_goes_in_or_is_set_aside(rows: list[tuple[str, ...]]) -> None:
    sheet: list[list[object]] = [[*HEADING]]
    sheet.extend([*row] for row in rows)
    file = read({"DS": sheet})

    goes_in = {row.row for row in file.tables[0].rows}
    aside = {row.row for row in file.set_aside}
    assert not goes_in & aside
    assert len(goes_in) + len(aside) == file.tables[0].row_count


def told_kinds(block: Block) -> set[int]:
    return {line.row for line in block.lines} | set(block.head.rows)


@given(LOOSE)
@example([["", "", "", "T/M CHI ỦY"], ["099000000001", "STT", "", ""]])
@trials(20, many=50)
def test_every_row_with_text_has_a_kind(loose: list[list[str]]) -> None:
    rows: Rows = [[*HEADING]]
    rows.extend([*row] for row in loose)
    grid = make_grid("DS", rows)
    dictionary = Dictionary()

    first = next(find_blocks(grid, dictionary))

    until = max(first.last_row, read_head(grid, 0, dictionary).rows[-1])
    filled = {row for row in range(until + 1) if any(rows[row])}
    assert filled - {0} <= told_kinds(first)
    assert LineKind.BLANK not in {line.kind for line in first.lines}
