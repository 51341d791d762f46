"""A clerk and a list for review: printed, filled in, and sent back in every shape."""

from collections.abc import Iterator, Mapping
from contextlib import chdir
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from e2e.books import AN, BINH, CHI, dues_rows, roster_rows, workbook
from e2e.desk import NOW, Desk
from partyroll.cli.run import main
from store import shelf

FILE = "danh-sach-ra-soat-2024.xlsx"
DAY = ("--as-of", "2024-12-31")
Answers = Mapping[str, Mapping[str, str | date | None]]  # by name and heading
SICK: Mapping[str, str | date | None] = {
    "Kết luận": "Chấp nhận lý do",
    "Lý do": "Thai sản",
    "Người quyết định": "Chi bộ họp",
}


def listed(desk: Desk) -> Path:
    """Lay on the desk a ledger of three, two of them with unpaid months, and its list."""
    for name, content in _ledger_and_list().items():
        (desk.folder / name).write_bytes(content)
    return desk.folder / FILE


@cache
def _ledger_and_list() -> dict[str, bytes]:
    """Import a cell of three and write its list, once for all the tests that begin there."""
    books = dues_rows({AN[0]: "x" * 12, BINH[0]: "---xxxxxxxxx", CHI[0]: "xxx----xxxxx"})
    with TemporaryDirectory() as folder, chdir(folder):
        made = workbook(Path("a.xlsx"), {"D": roster_rows(), "P": books})
        main(["import", str(made), "--quiet"], now=NOW)
        main(["flag", *DAY, "--xlsx", "--quiet"], now=NOW)
        return {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()}


def fill(path: Path, answers: Answers, *, name: str = "") -> Path:
    """Write answers into the yellow cells, whatever sheet a person stands on."""
    book = load_workbook(path)
    for sheet, row, headings in rows_of(book):
        who = str(sheet.cell(row, headings["Họ và tên"]).value)
        for heading, value in answers.get(who, {}).items():
            sheet.cell(row, headings[heading]).value = value
    target = path.with_name(name or path.name)
    book.save(target)
    return target


def rows_of(book: Workbook) -> Iterator[tuple[Worksheet, int, Mapping[str, int]]]:
    """Yield every row of people: its sheet, its number, the columns by heading."""
    for sheet in book.worksheets:
        heading = heading_of(sheet)
        if heading:
            cells = (cell for cell in sheet[heading] if cell.value)
            names = {str(cell.value): int(cell.column or 0) for cell in cells}
            people = range(heading + 1, sheet.max_row + 1)
            yield from ((sheet, row, names) for row in people if sheet.cell(row, 2).value)


def heading_of(sheet: Worksheet) -> int:
    """Return the row of the headings; 0 on a sheet that nobody fills in."""
    rows = (
        int(row[0].row or 0)
        for row in sheet.iter_rows()
        if {"Kết luận", "Họ và tên"} <= {cell.value for cell in row}
    )
    return next(rows, 0)


def answers_in(desk: Desk) -> dict[str, dict[str, str]]:
    """Return the answers that the ledger holds, by name and field."""
    found: dict[str, dict[str, str]] = {}
    for name, field, text in shelf.ask(
        desk.ledger,
        "SELECT p.full_name, a.field, a.text FROM review_answer a JOIN person_version p"
        " ON p.person_id = a.person_id AND p.change_out IS NULL WHERE a.change_out IS NULL",
    ):
        found.setdefault(name, {})[field] = text
    return found


def outcomes(desk: Desk) -> dict[str, tuple[str, str]]:
    """Return the step of each person: its kind and outcome."""
    rows = shelf.ask(
        desk.ledger,
        "SELECT p.full_name, s.kind, s.outcome FROM review_step s JOIN person_version p"
        " ON p.person_id = s.person_id AND p.change_out IS NULL WHERE s.change_out IS NULL",
    )
    return {name: (kind, outcome) for name, kind, outcome in rows}


def excuses(desk: Desk) -> list[tuple[str, str, str, int]]:
    """Return the reasons that were judged: whose, which, from when, accepted or not."""
    rows = shelf.ask(
        desk.ledger,
        "SELECT p.full_name, e.kind, e.valid_from, e.accepted FROM excuse e"
        " JOIN person_version p ON p.person_id = e.person_id AND p.change_out IS NULL"
        " WHERE e.change_out IS NULL ORDER BY 1, 3",
    )
    return [(name, kind, start, accepted) for name, kind, start, accepted in rows]


def counts(said: Any) -> dict[str, int]:
    """Return what became of the answers of the one file, without the zeros."""
    (file,) = said["files"]
    return {kind: number for kind, number in file["answers"].items() if number}
