"""A list that people fill in: where they may write, what is offered, how it prints."""

from dataclasses import replace

from partyroll.model import Choices, Column, Document, Returning, Shape, Sheet, Table
from write.documents import document, opened, parts, place

COLUMNS = (
    Column("full_name", "Họ và tên", width=24),
    Column("unit", "Chi bộ", width=16),
    Column("reason", "Lý do", by_hand=True, offers="dm_ly_do"),
    Column("date", "Ngày", Shape.DATE, by_hand=True),
    Column("row_key", "Mã dòng", hidden=True),
)
RETURNING = Returning(
    ("partyroll.list_id", "danh-sach-7"),
    "Chỉ ghi vào các ô màu vàng.",
    (Choices("dm_ly_do", "Lý do", ("Ốm đau", "Xóa"), strict=True),),
    ("Xóa",),
)
AN = ("Lò Văn An", "Chi bộ 1", None, None, "danh-sach-7/p1")
BINH = ("Lò Thị Bình", "Chi bộ 1", None, None, "danh-sach-7/p2")
CHI = ("Lò Thử Chi", "Chi bộ 2", None, None, "danh-sach-7/p3")


def going_out(*rows: tuple[str | None, ...]) -> Document:
    """A list that comes back, with two to sign it."""
    table = Table("t", "Danh sách", COLUMNS, rows, pages_by="unit")
    made = document(
        Sheet("Một", "Danh sách", (table,)), signatures=("NGƯỜI LẬP", "BÍ THƯ"), footer="Số 7"
    )
    return replace(made, returning=RETURNING)


def test_only_the_yellow_cells_can_be_written_into() -> None:
    sheet = opened(going_out(AN))
    row = sheet[place(sheet, "Lò Văn An")].row

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert [sheet.cell(row, column).protection.locked for column in range(1, 6)] == [
        True,
        True,
        False,
        False,
        True,
    ]


def test_the_filter_is_there_before_the_sheet_is_protected() -> None:
    sheet = opened(going_out(AN, CHI))

    assert sheet.auto_filter.ref
    assert sheet.protection.autoFilter is False  # False: not forbidden


def test_reasons_are_offered_by_name_and_days_are_checked() -> None:
    offered, day = opened(going_out(AN)).data_validations.dataValidation

    assert (offered.type, offered.formula1) == ("list", "dm_ly_do")
    assert day.type == "custom"
    assert "03/02/1990" in str(day.error)


def test_what_is_offered_stands_on_a_sheet_of_its_own() -> None:
    book = opened(going_out(AN)).parent
    assert book is not None
    names = {name: one.attr_text for name, one in book.defined_names.items()}

    assert names == {"dm_ly_do": "'Danh mục'!$A$4:$A$5"}
    assert [book["Danh mục"][f"A{row}"].value for row in (3, 4, 5)] == [
        "Lý do",
        "Ốm đau",
        "Xóa",
    ]


def test_a_word_that_must_not_be_overlooked_colours_its_row() -> None:
    sheet = next(text for name, text in parts(going_out(AN)).items() if "sheet1.xml" in name)

    assert "TRIM($C" in sheet
    assert '="Xóa"' in sheet.replace("&quot;", '"')


def test_the_keys_are_out_of_sight_and_take_no_room() -> None:
    sheet = opened(going_out(AN))
    title = next(span for span in sheet.merged_cells.ranges if span.min_col == 1)

    assert sheet.column_dimensions["E"].hidden
    assert title.max_col < 5
    assert sheet.row_dimensions[sheet[place(sheet, "Lò Văn An")].row].height == 48


def test_the_list_is_known_by_a_sheet_that_nobody_sees() -> None:
    book = opened(going_out(AN)).parent
    assert book is not None
    mark = book["partyroll"]

    assert mark.sheet_state == "veryHidden"
    assert (mark["A1"].value, mark["B1"].value) == RETURNING.mark


def test_each_cell_gets_pages_of_its_own_with_room_to_sign() -> None:
    sheet = opened(going_out(AN, BINH, CHI))
    first = sheet[place(sheet, "Lò Văn An")].row
    footer = sheet.oddFooter

    assert [one.id for one in sheet.row_breaks.brk] == [first + 1]
    assert footer is not None
    assert "NGƯỜI LẬP" in str(footer.left.text)
    assert "BÍ THƯ" in str(footer.right.text)
    assert sheet.print_title_rows != f"${first - 1}:${first - 1}"


def test_the_list_of_one_cell_is_signed_below_its_rows() -> None:
    sheet = opened(going_out(AN, BINH))

    assert len(sheet.row_breaks.brk) == 0
    assert sheet[place(sheet, "BÍ THƯ")].row > sheet[place(sheet, "Lò Thị Bình")].row


def test_the_sheet_says_what_to_do() -> None:
    assert place(opened(going_out(AN)), RETURNING.advice)


def test_an_empty_list_has_nothing_to_fill_in() -> None:
    sheet = opened(going_out())

    assert not sheet.data_validations.dataValidation
    assert sheet.protection.sheet
