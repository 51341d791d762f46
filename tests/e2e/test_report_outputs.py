"""The same figures in every output of the term report, read back from the real files."""

import io
import json
import shutil
from collections.abc import Callable, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from e2e.desk import NOW, SAMPLE
from partyroll.cli.run import main
from partyroll.messages import REASON
from write.page import parsed

SAID = (
    "708 đảng viên bị xóa tên và 733 đảng viên xin ra khỏi Đảng, chủ yếu do bỏ sinh hoạt đảng"
)
SHEETS = {
    "by_kind": "Tổng hợp",
    "by_kind_year": "Theo năm",
    "reasons_removed": "Lý do xóa tên",
    "reasons_withdrew": "Lý do xin ra",
}
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What an output says in words, and its tables by the id of the report."""

    text: str
    tables: Mapping[str, Rows]


@pytest.fixture(scope="module")
def folder(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every output of one report, the screen's as text."""
    made = tmp_path_factory.mktemp("outputs")
    shutil.copy(sample_ledger, made)
    out = io.StringIO()
    files = ("--xlsx", "--docx", "--html", "--out", "report.xlsx")
    with chdir(made), redirect_stdout(out), redirect_stderr(io.StringIO()):
        assert main(["report", "2020-2025", *files], now=NOW) == 0
    (made / "screen.txt").write_text(out.getvalue(), "utf-8")
    return made


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    return dict(json.loads((SAMPLE / "truth.json").read_text("utf-8"))["exits-2020-2025.xlsx"])


@cache
def opened(folder: Path) -> openpyxl.Workbook:
    """Return the workbook; it is large, and no test changes it."""
    return openpyxl.load_workbook(folder / "report.xlsx")


# --- Reading back -------------------------------------------------------------------------
def workbook(folder: Path) -> Shown:
    book = opened(folder)
    found = {
        table: [[str(cell.value) for cell in row] for row in book[sheet].iter_rows()]
        for table, sheet in SHEETS.items()
    }
    return Shown(" ".join(row[0] for row in found["by_kind"]), found)


def letter(folder: Path) -> Shown:
    document = Document(str(folder / "report.docx"))
    tables = [
        [[cell.text for cell in row.cells] for row in one.rows] for one in document.tables
    ]
    return Shown(" ".join(one.text for one in document.paragraphs), named(tables))


def page(folder: Path) -> Shown:
    found = parsed((folder / "report.html").read_text("utf-8"))
    return Shown(" ".join(found.texts), named(found.tables))


def screen(folder: Path) -> Shown:
    text = (folder / "screen.txt").read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines()]
    return Shown(text, {one: [line[1:] for line in lines if line[0] == one] for one in SHEETS})


def named(tables: list[Rows]) -> dict[str, Rows]:
    """Return tables by what their first heading says."""
    by_heading: dict[str, list[Rows]] = {}
    for table in tables:
        by_heading.setdefault(table[0][0], []).append(table)
    removed, withdrew, *_ = by_heading["Lý do"]
    return {
        "by_kind": by_heading["Hình thức"][0],
        "by_kind_year": by_heading["Năm"][0],
        "reasons_removed": removed,
        "reasons_withdrew": withdrew,
    }


OUTPUTS = pytest.mark.parametrize("read", [workbook, letter, page, screen])
Read = Callable[[Path], Shown]


def counted(rows: Rows) -> dict[str, int]:
    """Return the first number of each row by the words before it."""
    numbers = {row[0]: row[1].replace(".", "") for row in rows if len(row) > 1}
    return {words: int(number) for words, number in numbers.items() if number.isdecimal()}


# --- The same in all ----------------------------------------------------------------------
@OUTPUTS
def test_708_were_removed_and_733_withdrew(read: Read, folder: Path) -> None:
    shown = read(folder)

    kinds = counted(shown.tables["by_kind"])
    assert (kinds["Xóa tên"], kinds["Xin ra khỏi Đảng"]) == (708, 733)
    assert SAID in shown.text


@OUTPUTS
def test_years_are_those_of_the_truth(read: Read, folder: Path, truth: dict[str, Any]) -> None:
    rows = read(folder).tables["by_kind_year"]

    years = {
        row[0]: [int(cell) for cell in row[1:3]] for row in rows if row[0] in truth["by_year"]
    }
    removed, withdrew = (truth["by_kind_year"][kind] for kind in ("REMOVED", "WITHDREW"))
    assert years == {year: [removed[year], withdrew[year]] for year in truth["by_year"]}


@OUTPUTS
@pytest.mark.parametrize("kind", ["REMOVED", "WITHDREW"])
def test_main_reasons_are_those_of_the_truth(
    kind: str, read: Read, folder: Path, truth: dict[str, Any]
) -> None:
    rows = counted(read(folder).tables[f"reasons_{kind.lower()}"])

    total = rows.pop("Tổng số")
    main = truth["by_kind_main_reason"][kind]
    assert rows == {REASON[code]: number for code, number in main.items()}
    assert total == sum(main.values())


# --- Each for itself ----------------------------------------------------------------------
def test_the_page_can_be_mailed_and_fetches_nothing(folder: Path) -> None:
    content = (folder / "report.html").read_bytes()
    found = parsed(content.decode())

    assert len(content) < 100_000
    assert found.named("script") == []
    assert {link["href"][:2] for link in found.named("a") if link["href"]} == {"#s"}
    assert b"http://" not in content
    assert b"https://" not in content


def test_letter_and_page_name_nobody(folder: Path) -> None:
    book = opened(folder)
    heading, *rows = (
        row for row in book["Danh sách"].iter_rows(values_only=True) if isinstance(row[1], str)
    )
    names = {str(row[heading.index("Họ và tên")]) for row in rows}

    text = letter(folder).text + page(folder).text
    assert len(names) > 100
    assert {name for name in names if name in text} == set()


def test_the_contents_of_the_workbook_lead_to_every_sheet(folder: Path) -> None:
    book = opened(folder)
    cells = [cell for row in book["Mục lục"].iter_rows() for cell in row if cell.hyperlink]

    assert book.sheetnames[:2] == ["Tổng hợp", "Mục lục"]
    assert [str(cell.value) for cell in cells] == [
        name for name in book.sheetnames if name != "Mục lục"
    ]
    places = [str(cell.hyperlink and cell.hyperlink.location) for cell in cells]
    assert [place.partition("!")[0] for place in places] == [
        f"'{cell.value}'" for cell in cells
    ]


def test_years_reasons_and_units_are_drawn(folder: Path) -> None:
    book = opened(folder)
    drawn = {name for name in book.sheetnames if getattr(book[name], "_charts", ())}

    assert drawn == {"Theo năm", "Lý do xóa tên", "Lý do xin ra", "Đơn vị nhiều nhất"}


def test_every_sheet_is_ready_to_print(folder: Path) -> None:
    book = opened(folder)

    assert {(s.page_setup.paperSize, s.page_setup.orientation) for s in book} == {
        (9, "landscape")
    }
    fitted = {getattr(s.sheet_properties.pageSetUpPr, "fitToPage", None) for s in book}
    assert fitted == {True}
    assert all(s.print_area for s in book)
