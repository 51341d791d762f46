"""Text that would like to be something else: a formula, a link, a number, a command."""

from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
import python_calamine

from partyroll.model import CellValue, Column, Document, Shape, Sheet, Table
from partyroll.write.csv import write_csv
from partyroll.write.xlsx import workbook_bytes
from write.documents import document, parts, person, table, worksheets

PAYLOADS = [
    "=1+1",
    "=cmd|'/C calc'!A0",
    "+84912345678",
    "-5+cmd|x",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    '=HYPERLINK("http://127.0.0.1/?x="&A1,"xem")',
    "000123456789",
    "{=1+1}",
    "http://127.0.0.1/x",
    "mailto:a@b",
    "=",
    "＝1+1",
    "1e5",
    "1/2",
    "001204",
    "_x000D_",
    "internal:Trang!A1",
    "\x1b[31mđỏ\x00",
    "lẻ \ud800 loi",
]


def poisoned(payload: str) -> Document:
    """A document whose every text field is the payload."""
    columns = (
        Column("unit", payload, Shape.OUTLINE, 20),
        Column("id", payload, Shape.ID, 20),
        Column("reason", payload, Shape.TEXT, 20),
        Column("note", payload, Shape.LONG_TEXT, 20),
        Column("count", payload, Shape.COUNT, 20),
    )
    rows: tuple[tuple[CellValue, ...], ...] = (
        (payload, payload, payload, payload, 3),
        (payload, payload, payload, payload, payload),
    )
    poison = Table(
        "t",
        payload,
        columns,
        rows,
        denominator=payload,
        notes=(payload,),
        total_rows=1,
        chart="bar",
        chart_columns=("count",),
    )
    return Document(
        title=payload,
        subtitle=payload,
        organisation=(payload, payload),
        sheets=(
            Sheet(payload, payload, (poison, poison), (payload,)),
            Sheet(payload, payload, (poison,)),
        ),
        footer=payload,
        notice=payload,
        signatures=(payload, payload),
        properties={"list": payload},
    )


def as_kept(payload: str) -> str:
    """What a file may hold of the text: one kind of line end, no control characters."""
    kept = payload.replace("\r", "\n").replace("\x1b", "").replace("\x00", "")
    return kept.replace("\ud800", "")


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_no_cell_becomes_a_formula_or_a_link(payload: str) -> None:
    made = poisoned(payload)

    xml = "".join(worksheets(made))
    assert "<f>" not in xml
    assert "<f " not in xml
    assert "hyperlink" not in xml
    assert "hyperlink" not in "".join(
        text for name, text in parts(made).items() if name.endswith(".rels")
    )


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_the_text_comes_back_as_it_was(payload: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(workbook_bytes(poisoned(payload)))
    cells = [cell for row in openpyxl.load_workbook(file).worksheets[1] for cell in row]

    strings = {cell.value for cell in cells if isinstance(cell.value, str)}
    rows = python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(1).to_python()
    texts = {value for row in rows for value in row if isinstance(value, str) and value}
    assert strings == {as_kept(payload), "ĐẢNG CỘNG SẢN VIỆT NAM"}
    assert texts == strings
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_the_names_of_charts_are_never_references_of_their_own(payload: str) -> None:
    chart = parts(poisoned(payload))["xl/charts/chart1.xml"]

    references = [text.split("</c:f>")[0] for text in chart.split("<c:f>")[1:]]
    assert len(references) == 3
    assert [text for text in references if "!$" not in text] == []


def test_text_longer_than_a_cell_is_cut() -> None:
    made = document(Sheet("T", "", (table(person(note="á" * 40_000)),)))

    sheet = openpyxl.load_workbook(BytesIO(workbook_bytes(made))).worksheets[0]
    longest = max(len(str(cell.value)) for row in sheet for cell in row)
    assert longest == 32_767


@pytest.mark.parametrize(
    ("payload", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+84912345678", "'+84912345678"),
        ("-5+cmd|x", "'-5+cmd|x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", '"\'\n=1+1"'),
        ("000123456789", "000123456789"),
        ("Trần An", "Trần An"),
    ],
)
def test_csv_puts_an_apostrophe_before_what_would_be_a_formula(
    payload: str, written: str
) -> None:
    one = replace(table(), columns=(Column("name", "Tên"),), rows=((payload,),))
    stream = StringIO(newline="")

    write_csv(one, stream)

    assert stream.getvalue() == f"name\r\n{written}\r\n"
