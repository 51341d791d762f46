"""Whatever happens to a list on its way back, only what was answered goes in, once."""

import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from e2e.books import dues_rows, roster_rows, workbook
from e2e.desk import NOW
from e2e.reviewing import DAY, FILE, heading_of
from partyroll.cli.run import main
from partyroll.messages import OUTCOME
from partyroll.tasks.importing import import_files
from partyroll.tasks.imports import ImportRequest, ImportResult
from store import shelf
from trials import trials

PEOPLE = tuple(
    (f"Lò Thử {name}", f"01/02/197{n}", "Nam", f"09900000091{n}", "03/02/1995")
    for n, name in enumerate(("An", "Bình", "Chính", "Dũng", "Hoà"))
)
CONCLUSIONS = [words for code, words in OUTCOME.items() if code not in {"REMOVED", "WITHDREW"}]
WORDS = st.text("abc đêốữ ỷ", min_size=1, max_size=12).filter(lambda text: text.strip())


@dataclass(frozen=True, slots=True)
class Row:
    """What one cell answers about one person."""

    conclusion: str = ""
    decided_by: str = ""
    opinion: str = ""
    decided_on: date | None = None

    def cells(self) -> Mapping[str, str | date | None]:
        """The answers by heading."""
        return {
            "Kết luận": self.conclusion,
            "Người quyết định": self.decided_by,
            "Ý kiến chi bộ": self.opinion,
            "Ngày": self.decided_on,
        }


@dataclass(frozen=True, slots=True)
class Damage:
    """What happens to a workbook on the way: rows sorted and deleted, text decomposed."""

    order: tuple[int, ...]
    deleted: frozenset[int]
    decomposed: bool
    days_as_text: bool
    extra_column: int


ROWS = st.builds(
    Row,
    conclusion=st.sampled_from(["", *CONCLUSIONS, "chờ họp"]),
    decided_by=st.one_of(st.just(""), WORDS),
    opinion=st.one_of(st.just(""), WORDS),
    decided_on=st.none() | st.dates(date(2024, 12, 31), date(2026, 1, 15)),
)
DAMAGES = st.builds(
    Damage,
    order=st.permutations(range(len(PEOPLE))).map(tuple),
    deleted=st.frozensets(st.integers(0, len(PEOPLE) - 1), max_size=2),
    decomposed=st.booleans(),
    days_as_text=st.booleans(),
    extra_column=st.integers(1, 8),
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which everybody of a cell is listed, and the list that went out."""
    folder = tmp_path_factory.mktemp("office")
    with chdir(folder):
        books = dues_rows({one[0]: "----xxxxxxxx" for one in PEOPLE})
        sheets = {"D": roster_rows(PEOPLE), "P": books}
        main(["import", str(workbook(folder / "a.xlsx", sheets)), "--quiet"], now=NOW)
        main(["flag", *DAY, "--xlsx", "--quiet"], now=NOW)
    return folder


@given(rows=st.tuples(*[ROWS] * len(PEOPLE)), damage=DAMAGES)
@trials(3, many=10)
def test_only_what_was_answered_goes_in_and_only_once(
    office: Path, rows: tuple[Row, ...], damage: Damage
) -> None:
    with TemporaryDirectory() as folder:
        ledger = Path(shutil.copy(office / "partyroll.db", folder))
        before = shelf.digest(ledger)
        first = send_back(ledger, filled(office / FILE, Path(folder) / "a.xlsx", rows, damage))
        after = shelf.digest(ledger)
        again = send_back(ledger, filled(office / FILE, Path(folder) / "b.xlsx", rows, damage))

        assert answered(ledger) == dict(expected(rows, damage))
        assert (again.change, shelf.digest(ledger)) == (None, after)
        assert steps(ledger) == dict(stepped(rows, damage))
        if first.change is not None:
            shelf.take_back(ledger, first.change)
        assert shelf.digest(ledger) == before


def send_back(ledger: Path, path: Path) -> ImportResult:
    """Import the workbook."""
    return import_files(ImportRequest((path,), ledger, "thử", NOW))


def filled(source: Path, target: Path, rows: tuple[Row, ...], damage: Damage) -> Path:
    """Fill the list in, then do to it what people do."""
    book = load_workbook(source)
    sheet = book.worksheets[0]
    heading = heading_of(sheet)
    _answer(sheet, heading, rows, damage)
    _sort(sheet, heading, damage)
    sheet.insert_cols(damage.extra_column)
    sheet.cell(heading, damage.extra_column).value = "Ghi thêm"
    book.save(target)
    return target


def _answer(sheet: Worksheet, heading: int, rows: tuple[Row, ...], damage: Damage) -> None:
    columns = {str(cell.value): int(cell.column or 0) for cell in sheet[heading]}
    by_name = dict(zip((one[0] for one in PEOPLE), rows, strict=True))
    for number in range(heading + 1, heading + 1 + len(PEOPLE)):
        name = str(sheet.cell(number, columns["Họ và tên"]).value)
        for title, value in by_name[name].cells().items():
            sheet.cell(number, columns[title]).value = as_typed(value, damage)


def as_typed(value: str | date | None, damage: Damage) -> str | date | None:
    """Return an answer as it may be typed."""
    if isinstance(value, date) and damage.days_as_text:
        return f"{value:%d/%m/%Y}"
    if isinstance(value, str) and damage.decomposed:
        return unicodedata.normalize("NFD", value)
    return value or None


def _sort(sheet: Worksheet, heading: int, damage: Damage) -> None:
    first, count = heading + 1, len(PEOPLE)
    texts = [[cell.value for cell in row] for row in sheet.iter_rows(first, heading + count)]
    kept = [texts[place] for place in damage.order if place not in damage.deleted]
    for offset in range(count):
        values = kept[offset] if offset < len(kept) else [None] * sheet.max_column
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(first + offset, column)
            cell.value = value


def expected(rows: tuple[Row, ...], damage: Damage) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what the ledger should hold, by name and field."""
    for place, row in present(rows, damage):
        said = {
            "conclusion": row.conclusion,
            "decided_by": " ".join(row.decided_by.split()),
            "opinion": " ".join(row.opinion.split()),
            "decided_on": f"{row.decided_on:%d/%m/%Y}" if row.decided_on else "",
        }
        name = PEOPLE[place][0]
        yield from (((name, field), text) for field, text in said.items() if text)


def stepped(rows: tuple[Row, ...], damage: Damage) -> Iterator[tuple[str, str]]:
    """Yield the outcomes that should follow: a judged reason needs somebody who judged."""
    codes = {words: code for code, words in OUTCOME.items()}
    for place, row in present(rows, damage):
        code = codes.get(row.conclusion, "")
        if code and (row.decided_by.strip() or not code.startswith("REASON")):
            yield PEOPLE[place][0], code


def present(rows: tuple[Row, ...], damage: Damage) -> Iterator[tuple[int, Row]]:
    """Yield the rows that came back; the list stands by given name, as PEOPLE does."""
    return ((n, row) for n, row in enumerate(rows) if n not in damage.deleted)


def answered(ledger: Path) -> dict[tuple[str, str], str]:
    """The answers that the ledger holds."""
    found = shelf.ask(
        ledger,
        "SELECT p.full_name, a.field, a.text FROM review_answer a JOIN person_version p"
        " ON p.person_id = a.person_id AND p.change_out IS NULL WHERE a.change_out IS NULL",
    )
    return {(name, field): text for name, field, text in found}


def steps(ledger: Path) -> dict[str, str]:
    """The outcome of each step that the ledger holds."""
    found = shelf.ask(
        ledger,
        "SELECT p.full_name, s.outcome FROM review_step s JOIN person_version p"
        " ON p.person_id = s.person_id AND p.change_out IS NULL WHERE s.change_out IS NULL",
    )
    return dict(found)
