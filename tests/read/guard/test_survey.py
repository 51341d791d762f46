"""What the guard counts and notes of a sheet while it streams by."""

import re
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Font

from hostile.books import PEOPLE, Xlsx, inline, number, row, shared, sheet, texts
from partyroll.period import PartialDate
from partyroll.read.grid import Fault, address
from partyroll.read.guard.addresses import place_of
from partyroll.read.guard.book_parts import Styles
from partyroll.read.guard.front import survey_of
from partyroll.read.guard.limits import DEFAULT_LIMITS, Limits
from partyroll.read.guard.sheet_part import SheetCount, SheetSetting, Texts, cut_after_cell
from partyroll.read.guard.sheet_patterns import missing_string
from partyroll.read.guard.survey import SheetSurvey
from partyroll.read.opening import IN_PROCESS
from partyroll.read.refusals import WorkbookTooHeavy
from partyroll.read.workbook import read_sheets

BOOK = Path("so.xlsx")


def surveyed(rows: str) -> SheetSurvey:
    content = Xlsx({"xl/worksheets/sheet1.xml": sheet(rows)}).bytes()
    sheets = survey_of(BOOK, content, DEFAULT_LIMITS).sheets
    assert sheets is not None
    return sheets["DS"]


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_an_address_and_its_place_are_one(line: int, column: int) -> None:
    assert place_of(address(line, column).encode()) == (line, column)


@pytest.mark.parametrize("wrong", [b"", b"A", b"7", b"A0", b"XFE1", b"A1048577", b"AAAA1"])
def test_no_sheet_has_such_an_address(wrong: bytes) -> None:
    assert place_of(wrong) is None


@given(st.integers(0, 4000), st.integers(0, 9000))
def test_a_text_is_missing_exactly_beyond_the_last(count: int, wanted: int) -> None:
    cell = f't="s"><v>{wanted}</v>'.encode()

    assert bool(missing_string(b"", count).search(cell)) == (wanted >= count)


MADE = {
    "number": lambda place: number(place, 5),
    "shared": lambda place: shared(place, 2),
    "empty shared": lambda place: shared(place, 3),
    "inline": lambda place: inline(place, "x"),
    "inline after blanks": lambda place: (
        f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">  y</t></is></c>'
    ),
    "styled": lambda place: f'<c r="{place}" s="1"/>',
    "month": lambda place: f'<c r="{place}" s="2"><v>29000</v></c>',
    "computed": lambda place: f'<c r="{place}" t="str"><f>A1&amp;""</f><v>x</v></c>',
    "shared formula": lambda place: f'<c r="{place}"><f t="shared" si="0"/><v>1</v></c>',
    "never computed": lambda place: f'<c r="{place}"><f>A1</f></c>',
    "error": lambda place: f'<c r="{place}" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    "rich": lambda place: f'<c r="{place}" t="inlineStr"><is><r><t>z</t></r></is></c>',
}
VALUES = frozenset(MADE) - {*("empty shared", "styled", "never computed", "error")}
SETTING = SheetSetting(
    BOOK, "DS", b"", Texts(9, frozenset({3})), Styles(shown={2: "month"}), DEFAULT_LIMITS
)


@given(
    st.lists(st.lists(st.sampled_from(sorted(MADE)), max_size=6), max_size=8),
    st.integers(1, 200),
)
def test_where_the_stream_is_cut_changes_nothing(rows: list[list[str]], size: int) -> None:
    whole = sheet(
        "".join(
            row(line + 1, *(MADE[kind](address(line, n)) for n, kind in enumerate(kinds)))
            for line, kinds in enumerate(rows)
        )
    ).encode()
    at_once, in_pieces = SheetCount(SETTING), SheetCount(SETTING)
    at_once.add(whole)
    rest = b""
    for block in re.findall(rb"(?s).{1,%d}" % size, whole):
        text = rest + block
        cut = max(cut_after_cell(b"", text), 0)
        in_pieces.add(text[:cut])
        rest = text[cut:]
    in_pieces.add(rest)

    assert in_pieces.survey() == at_once.survey()
    assert at_once.values == sum(kind in VALUES for kinds in rows for kind in kinds)


PLAIN = sorted({*VALUES, "styled", "empty shared", "month"} - {"rich"})


@given(st.lists(st.sampled_from(PLAIN), min_size=1))
def test_what_is_spelled_as_usual_is_only_counted(kinds: list[str]) -> None:
    cells = row(7, *(MADE[kind](address(6, n)) for n, kind in enumerate(kinds)))

    assert SETTING.plain.fullmatch(cells.encode())


@pytest.mark.parametrize(
    "odd",
    [
        *(MADE[kind]("C7") for kind in sorted({*MADE} - {*PLAIN})),
        shared("C7", 9),
        inline("C7", " "),
        number("C7", ""),
        "<c r='C7' t='s'><v>1</v></c>",
        *(number(place, 5) for place in ("C07", "C0", "7", "C", "ABC1", "C1000000")),
        '<c r="C7" t="s"><v>-1</v></c>',
        '<row r="0">',
        '<row r="A">',
        "<c><v>1</v></c>",
        "<!-- x -->",
    ],
)
def test_a_piece_with_anything_odd_is_looked_at(odd: str) -> None:
    assert not SETTING.plain.fullmatch((number("B7", 1) + odd + number("D7", 1)).encode())


def test_the_far_corner_is_the_last_value_and_no_formatted_cell() -> None:
    found = surveyed(PEOPLE + row(9, number("E9", 1), '<c r="XFD9" s="1"/>') + row(99))

    assert (found.values, found.bottom, found.right) == (13, 9, 5)


def test_errors_and_formulas_never_computed_are_noted() -> None:
    error = '<c r="H2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    bare = '<c r="I2"><f>A1&amp;B1</f></c>'
    empty = '<c r="J2" t="str"><f>""</f><v></v></c>'

    assert surveyed(PEOPLE + row(4, error, bare, empty)).hints == {
        (1, 7): Fault("formula_error", "#DIV/0!"),
        (1, 8): Fault("formula_without_cached_value", "=A1&B1"),
    }


def test_a_date_that_shows_no_day_has_none(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        page = book.add_worksheet()
        for column, shown in enumerate(("dd/mm/yyyy", "mm/yyyy", "yyyy", '"tháng" mm-yyyy')):
            page.write_number(1, column, 29_000, book.add_format({"num_format": shown}))

    cells = read_sheets(tmp_path / "a.xlsx")[0].rows[1]

    assert [str(cell) for cell in cells[:1]] == ["1979-05-25"]
    assert cells[1:] == [PartialDate(1979, 5), PartialDate(1979), PartialDate(1979, 5)]


def test_texts_without_a_letter_are_no_loss(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows = PEOPLE + row(4, shared("B4", 9), shared("C4", 10), inline("D4", " "))
    words = texts().replace("</sst>", "<si/><si><t> </t></si></sst>")
    parts = {"xl/worksheets/sheet1.xml": sheet(rows), "xl/sharedStrings.xml": words}
    path.write_bytes(Xlsx(parts).bytes())

    assert read_sheets(path)[0].rows[1][1] == "Nguyễn Văn An"


def test_the_font_of_a_cell_is_told_by_its_address(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Danh sách"
    page["A1"], page["B2"], page["C3"] = "x", "NguyÔn", "y"
    page["B2"].font = Font(name=".VnTime")
    book.save(tmp_path / "a.xlsx")

    content = (tmp_path / "a.xlsx").read_bytes()
    fonts = IN_PROCESS.fonts(content, "Danh sách", {"A1", "B2", "Z9"})

    assert fonts == {"A1": "Calibri", "B2": ".VnTime"}


def test_a_limit_can_be_raised() -> None:
    content = Xlsx().bytes()

    with pytest.raises(WorkbookTooHeavy):
        survey_of(BOOK, content, Limits(cells=11))

    assert survey_of(BOOK, content, Limits(cells=12)).values == 12
