import re

import pytest

from partyroll.model import Column, Document, Shape, Sheet, Table
from write.documents import (
    document,
    lone,
    opened,
    parts,
    person,
    place,
    table,
    worksheets,
)

LONG = "đi làm ăn xa, " * 30


def many_sheets() -> Document:
    return document(
        Sheet("Một", "Một", (table(person()),)),
        Sheet("Hai", "Hai", (table(person(), chart="stacked"), table())),
        Sheet("Ba", "Ba", ()),
        footer="Danh sách A&B 2024",
    )


@pytest.mark.parametrize("sheet", [0, 1, 2])
def test_every_sheet_prints_on_a4_landscape_one_page_wide(sheet: int) -> None:
    page = opened(many_sheets(), sheet)

    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToWidth in {None, 1}
    assert page.print_title_rows
    assert page.print_area


def test_a_lone_table_repeats_its_heading_freezes_and_filters() -> None:
    sheet = opened(lone(person(), person()))

    heading = sheet[place(sheet, "Họ và tên")].row
    assert sheet.print_title_rows == f"${heading}:${heading}"
    assert sheet.freeze_panes == f"C{heading + 1}"
    assert sheet.auto_filter.ref == f"A{heading}:H{heading + 2}"


def test_a_filter_leaves_the_totals_alone() -> None:
    sheet = opened(
        document(Sheet("T", "", (table(person(), person("Tổng số"), total_rows=1),)))
    )

    heading = sheet[place(sheet, "Họ và tên")].row
    assert sheet.auto_filter.ref == f"A{heading}:H{heading + 1}"


def test_a_tall_introduction_is_never_frozen() -> None:
    made = document(Sheet("T", "", (table(person()),), intro=(LONG,) * 12))

    assert opened(made).freeze_panes is None


def test_a_chart_and_its_table_stay_on_one_page_while_that_is_legible() -> None:
    short = document(Sheet("T", "", (table(person(), chart="bar"),)))
    long = document(Sheet("T", "", (table(*[person()] * 90, chart="bar"),)))

    assert opened(short).page_setup.fitToHeight in {None, 1}
    assert opened(long).page_setup.fitToHeight == 0


def test_the_footer_prints_an_ampersand_and_the_page() -> None:
    footer = opened(many_sheets()).oddFooter

    assert footer is not None
    assert footer.left is not None
    assert footer.right is not None
    assert str(footer.left.text).strip() == "Danh sách A&&B 2024"
    assert str(footer.right.text).strip() == "Trang &P/&N"


def test_a_footer_of_any_length_fits() -> None:
    (sheet,) = worksheets(document(Sheet("T", "", ()), footer="&" * 400))

    (footer,) = re.findall("<oddFooter>(.*?)</oddFooter>", sheet)
    assert len(footer.replace("&amp;", "&").replace("&quot;", '"')) <= 255


@pytest.mark.parametrize(
    ("chart", "kind"), [("stacked", "stacked"), ("column", "clustered"), ("bar", "clustered")]
)
def test_a_table_that_asks_gets_a_native_chart_of_its_plain_rows(chart: str, kind: str) -> None:
    rows = (person("2020", count=3), person("2021", count=4), person("Cả kỳ", count=7))
    made = document(Sheet("T", "", (table(*rows, total_rows=1, chart=chart),)))

    drawn = parts(made)["xl/charts/chart1.xml"]
    assert f'<c:grouping val="{kind}"/>' in drawn
    assert '<a:latin typeface="Times New Roman"' in drawn
    (values,) = re.findall(r"<c:val>.*?<c:f>(.*?)</c:f>", drawn)
    sheet = opened(made)
    first = sheet[place(sheet, "STT")].row + 1
    assert values == f"T!$E${first}:$E${first + 1}"


def test_nothing_is_written_over_a_chart() -> None:
    tables = (table(person(), chart="bar"), table(person()))
    made = document(Sheet("T", "", tables))
    sheet = opened(made)

    drawing = parts(made)["xl/drawings/drawing1.xml"]
    top, bottom = (int(row) + 1 for row in re.findall(r"<xdr:row>(\d+)</xdr:row>", drawing))
    taken = {cell.row for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert taken.isdisjoint(range(top, bottom + 1))
    assert max(taken) > bottom


def test_no_chart_without_rows_or_of_an_unknown_kind() -> None:
    made = document(
        Sheet("A", "", (table(person("Tổng số"), total_rows=1, chart="bar"),)),
        Sheet("B", "", (table(person(), chart="pie"),)),
    )

    assert [name for name in parts(made) if "chart" in name] == []


def test_a_chart_of_several_columns_has_a_legend() -> None:
    wide = Table(
        "t",
        "Đi!A1",
        (
            Column("year", "Năm"),
            Column("a", "Xóa tên", Shape.COUNT),
            Column("b", "Xin ra", Shape.COUNT),
        ),
        (("2020", 1, 2),),
        chart="stacked",
        chart_columns=("a", "b"),
    )

    drawn = parts(document(Sheet("T", "", (wide,))))["xl/charts/chart1.xml"]
    assert '<c:legendPos val="b"/>' in drawn
    assert "<a:t>Đi! A1</a:t>" in drawn
