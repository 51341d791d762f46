import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from partyroll.model import Column, Document, Shape, Sheet, Table
from partyroll.period import PartialDate
from partyroll.write.xlsx import workbook_bytes, write_xlsx
from write.documents import (
    below,
    document,
    lone,
    opened,
    parts,
    person,
    place,
    table,
)

LONG = "đi làm ăn xa, " * 30


def test_an_exact_day_is_a_date_and_shown_day_first() -> None:
    cell = below(opened(lone(person(day=date(2024, 3, 9)))), "Ngày")

    assert cell.value == datetime(2024, 3, 9)  # noqa: DTZ001 - a workbook knows no zone
    assert cell.number_format == "dd/mm/yyyy"


def test_a_partial_date_is_a_date_only_if_its_day_is_known() -> None:
    exact = opened(lone(person(day=PartialDate(1990, 2, 3))))
    vague = opened(lone(person(day=PartialDate(1990, 2))))

    assert below(exact, "Ngày").value == datetime(1990, 2, 3)  # noqa: DTZ001 - same
    assert below(vague, "Ngày").value == "02/1990"


def test_a_day_before_excels_calendar_stays_text() -> None:
    assert below(opened(lone(person(day=date(1899, 5, 6)))), "Ngày").value == "06/05/1899"


def test_counts_shares_and_rates_have_their_number_formats() -> None:
    sheet = opened(lone(person(count=1441)))

    formats = [below(sheet, heading).number_format for heading in ("Số", "Tỷ lệ (%)")]
    assert [below(sheet, "Số").value, below(sheet, "Tỷ lệ (%)").value] == [1441, 12.5]
    assert formats == ["#,##0", "0.0"]
    assert below(sheet, "Trên 1.000").number_format == "#,##0.00"


def test_ids_keep_their_zeros() -> None:
    cell = below(opened(lone(person(card="001204"))), "Số thẻ")

    assert (cell.value, cell.data_type, cell.number_format) == ("001204", "s", "@")


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (float("nan"), None),
        (float("inf"), None),
        (None, None),
        ("không rõ", "không rõ"),
        (1234567890123456789, "1234567890123456789"),
    ],
)
def test_what_excel_cannot_hold_as_a_number_is_blank_or_text(
    count: str | float | None, shown: str | None
) -> None:
    assert below(opened(lone(person(count=count))), "Số").value == shown


def test_columns_for_programs_are_not_printed() -> None:
    sheet = opened(lone(person()))

    values = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "Mã" not in values
    assert "REMOVED" not in values


def test_an_empty_table_says_so() -> None:
    assert place(opened(lone()), "Không có dòng nào.")


def test_total_rows_are_bold() -> None:
    rows = (person("Trần An"), person("Tổng số"))
    sheet = opened(document(Sheet("T", "", (table(*rows, total_rows=1),))))

    assert below(sheet, "Họ và tên", 1).font.bold is False
    assert below(sheet, "Họ và tên", 2).font.bold is True


def test_units_are_indented_by_their_level() -> None:
    columns = (Column("unit", "Đơn vị", Shape.OUTLINE, 30), Column("level", "Cấp", Shape.ORDER))
    tree = Table("t", "Bảng", columns, (("Xã", 1), ("Chi bộ", 3), ("Tổng", None)))
    sheet = opened(document(Sheet("T", "", (tree,))))

    indents = [below(sheet, "Đơn vị", number).alignment.indent for number in (1, 2, 3)]
    assert indents == [0, 2, 0]


def test_every_font_is_times_new_roman_and_no_theme_may_replace_it() -> None:
    made = document(
        Sheet("A", "A", (table(person(), total_rows=1, chart="bar"), table(person()))),
        signatures=("BÍ THƯ",),
    )

    styles = parts(made)["xl/styles.xml"]
    fonts = re.findall(r"<font>.*?</font>", styles)
    assert len(fonts) > 3
    assert [font for font in fonts if '"Times New Roman"' not in font] == []
    assert "scheme" not in styles


def test_wrapped_text_makes_its_row_taller() -> None:
    sheet = opened(lone(person(), person(note=LONG)))

    first = below(sheet, "Ghi chú", 1).row
    heights = [sheet.row_dimensions[row].height for row in (first, first + 1)]
    assert heights[0] == 18
    assert (heights[1] or 0) > 150


def test_organisation_stands_left_and_the_party_right() -> None:
    sheet = opened(lone(person()))

    assert place(sheet, "ĐẢNG ỦY XÃ TÂN AN") == "A1"
    assert sheet[place(sheet, "ĐẢNG CỘNG SẢN VIỆT NAM")].row == 1
    assert sheet["A1"].font.bold is False
    assert sheet[place(sheet, "CHI BỘ 3")].font.bold is True


def test_without_an_organisation_the_party_still_stands_there() -> None:
    bare = Document("T", "", (), (Sheet("A", "", (table(person()),)),), "", "")

    assert place(opened(bare), "ĐẢNG CỘNG SẢN VIỆT NAM")


def test_a_sheet_too_narrow_for_two_halves_stacks_them() -> None:
    narrow = Table("t", "Bảng", (Column("text", "Nội dung", width=60),), (("một",),))

    sheet = opened(document(Sheet("T", "", (narrow,)), signatures=("A", "B")))

    assert place(sheet, "ĐẢNG CỘNG SẢN VIỆT NAM") == "A1"
    assert place(sheet, "ĐẢNG ỦY XÃ TÂN AN") == "A2"
    assert sheet[place(sheet, "B")].row > sheet[place(sheet, "A")].row


def test_signatures_stand_beside_each_other_on_the_first_sheet_only() -> None:
    made = document(
        Sheet("A", "", (table(person()),)),
        Sheet("B", "", (table(person()),)),
        signatures=("NGƯỜI LẬP", "BÍ THƯ"),
    )
    first = opened(made)

    values = [cell.value for row in opened(made, 1).iter_rows() for cell in row]
    assert first[place(first, "NGƯỜI LẬP")].row == first[place(first, "BÍ THƯ")].row
    assert "BÍ THƯ" not in values


def test_a_lone_table_repeats_no_title_and_several_have_theirs() -> None:
    one, two = lone(person()), document(Sheet("T", "", (table(person()), table(person()))))

    assert "Bảng thử" not in parts(one)["xl/sharedStrings.xml"]
    assert "Bảng thử" in parts(two)["xl/sharedStrings.xml"]


def test_properties_say_what_the_file_is_and_nothing_about_the_machine() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(lone(person()))))

    assert (book.properties.title, book.properties.subject) == ("Danh sách", "Năm 2024")
    assert book.properties.creator == "partyroll"
    assert book.properties.lastModifiedBy in {None, "partyroll"}
    assert "danh-sach-7" in parts(lone(person()))["docProps/custom.xml"]


def test_the_time_of_making_is_the_one_given() -> None:
    made = Document(
        title="T",
        subtitle="",
        organisation=(),
        sheets=(Sheet("A", "", ()),),
        footer="",
        notice="",
        properties={"created": "2026-11-22T08:00:00", "blank": ""},
    )

    book = openpyxl.load_workbook(BytesIO(workbook_bytes(made)))
    assert str(book.properties.created) == "2026-11-22 08:00:00"
    assert "docProps/custom.xml" not in parts(made)


def test_equal_documents_are_equal_files(tmp_path: Path) -> None:
    write_xlsx(lone(person()), tmp_path / "a.xlsx")
    write_xlsx(lone(person()), tmp_path / "b.xlsx")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert ZipFile(tmp_path / "a.xlsx").testzip() is None


def test_the_mark_of_the_office_stands_below_its_name_on_every_sheet() -> None:
    made = replace(document(Sheet("A", "A", (table(person()),))), confidentiality="mật")

    sheet = opened(made)

    assert "MẬT" in [cell.value for row in sheet.iter_rows(max_row=5) for cell in row]


def test_there_is_room_to_sign_below_the_titles_wherever_a_sheet_is_fitted_to_a_page() -> None:
    sheet = opened(
        document(Sheet("T", "T", (table(person()),)), signatures=("NGƯỜI LẬP", "BÍ THƯ"))
    )
    titles = next(row[0].row for row in sheet.iter_rows() if row[0].value == "NGƯỜI LẬP")

    assert sheet.max_row == titles + 4
    assert sheet.print_area.endswith(f"${sheet.max_row}")


def test_of_a_sheet_that_is_not_for_paper_the_words_above_its_table_are_printed() -> None:
    one = Table("t", "T", (Column("a", "A"),), (("x",), ("y",)))
    sheet = opened(document(Sheet("T", "T", (one,), ("Cách in.",), on_paper=False)))
    heading = next(row[0].row for row in sheet.iter_rows() if row[0].value == "A")

    assert sheet.print_area.endswith(f"${heading - 1}")
    assert [sheet.cell(heading + row, 1).value for row in (1, 2)] == ["x", "y"]


def test_columns_beside_the_paper_are_seen_and_not_printed() -> None:
    columns = (Column("a", "A"), Column("b", "B", width=20), Column("c", "C", on_paper=False))
    one = Table("t", "T", columns, (("x", "y", "dài " * 40),))
    sheet = opened(document(Sheet("T", "T", (one,))))
    row = sheet.max_row

    assert "$B$" in sheet.print_area
    assert sheet.cell(row, 3).value == "dài " * 40
    assert not sheet.cell(row, 3).alignment.wrap_text
    assert sheet.row_dimensions[row].height < 20


def test_a_day_is_a_number_of_excel_and_one_before_its_calendar_is_text() -> None:
    columns = (Column("a", "A", Shape.DATE),)
    days = (date(1900, 2, 28), date(1900, 3, 1), date(2025, 7, 1))
    one = Table("t", "T", columns, tuple((day,) for day in days))
    sheet = opened(document(Sheet("T", "T", (one,))))
    last = sheet.max_row

    assert [sheet.cell(last - back, 1).value for back in (2, 1, 0)] == [
        "28/02/1900",
        datetime(1900, 3, 1),  # noqa: DTZ001 - same
        datetime(2025, 7, 1),  # noqa: DTZ001 - same
    ]
