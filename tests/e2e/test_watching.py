"""`flag --watch`: a page for each cell, with what it can do in time."""

import csv
import io

import openpyxl
import pytest
from docx import Document

from e2e.books import CELL, workbook
from e2e.desk import Desk, laid

MONTHS = [f"T{number}" for number in range(1, 13)]
AT = ("--as-of", "2024-12-31")


def year_of(*unpaid: int, empty: int = 0) -> list[object]:
    return [
        None if month == empty else "chưa đóng" if month in unpaid else 10_000
        for month in range(1, 13)
    ]


@pytest.fixture
@laid
def watched(desk: Desk) -> Desk:
    """Somebody with two unpaid months, somebody with three, and a month without a book."""
    people = [("Lò Văn An", (3, 4)), ("Lò Văn Bình", (1, 2, 5)), ("Lò Văn Chung", ())]
    heading = ("STT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên", "Thường trú", "Chi bộ")
    roster = [
        (n, name, "05/03/1970", f"0990000{n:05d}", "Thôn Mẫu", CELL)
        for n, (name, _) in enumerate(people, 1)
    ]
    book = [
        ("SỔ THU ĐẢNG PHÍ NĂM 2024",),
        ("STT", "Họ và tên", "Chi bộ", *MONTHS),
        *((n, name, CELL, *year_of(*m, empty=8)) for n, (name, m) in enumerate(people, 1)),
    ]
    desk("import", workbook(desk.folder / "roster.xlsx", {"Danh sách": [heading, *roster]}))
    desk("import", workbook(desk.folder / "dues.xlsx", {"Đảng phí 2024": book}))
    return desk


def test_each_cell_has_its_people_and_its_missing_books(watched: Desk) -> None:
    answer = watched("flag", "--watch", *AT, "--json").json

    assert (answer["schema"], answer["command"], answer["year"]) == (1, "flag", 2024)
    (cell,) = answer["watch"]
    assert cell["unit"] == CELL
    (person,) = cell["people"]
    assert (person["full_name"], person["contact"]) == ("Lò Văn An", "Thôn Mẫu")
    (warning,) = person["warnings"]
    assert warning["kind"] == "one_month_left"
    assert [m["month"] for m in warning["months"]] == ["2024-03", "2024-04"]
    assert [m["source"]["cell"] for m in warning["months"]] == ["F3", "G3"]
    gaps = {(gap["ground"], gap["kind"]): gap["months"] for gap in cell["gaps"]}
    assert gaps["UNPAID_DUES", "empty_month"] == ["2024-08"]


def test_whoever_is_to_be_reviewed_stands_on_the_other_list(watched: Desk) -> None:
    review = watched("flag", *AT, "--json").json["lists"]["review"]
    ran = watched("flag", "--watch", *AT)

    assert [one["full_name"] for one in review] == ["Lò Văn Bình"]
    assert "Lò Văn Bình" not in ran.out
    assert "Lò Văn An" in ran.out


def test_nothing_is_written_to_the_ledger(watched: Desk) -> None:
    before = watched.ledger.read_bytes()

    watched("flag", "--watch", *AT, "--xlsx", "--docx")

    assert watched.ledger.read_bytes() == before


def test_the_workbook_has_a_sheet_for_each_cell_and_a_yellow_column(watched: Desk) -> None:
    ran = watched("flag", "--watch", *AT, "--xlsx")

    book = openpyxl.load_workbook(watched.folder / "nhac-viec-2024.xlsx")
    assert ("nhac-viec-2024.xlsx" in ran.err, book.sheetnames) == (True, ["Tổng hợp", CELL])
    cells = [cell for row in book[CELL].iter_rows() for cell in row]
    (heading, *_) = (cell for cell in cells if cell.value == "Đã làm, ngày")
    below = book[CELL].cell(heading.row + 1, heading.column)
    assert (below.value, below.fill.fgColor.rgb) == (None, "FFFFF2CC")
    assert "********0001" in {cell.value for cell in cells}


def test_the_document_has_a_page_for_each_cell(watched: Desk) -> None:
    watched("flag", "--watch", *AT, "--docx")

    word = Document(str(watched.folder / "nhac-viec-2024.docx"))
    assert len(word.sections) == 1
    said = [p.text for p in word.paragraphs]
    assert "PHIẾU NHẮC VIỆC, THEO DÕI" in said
    assert f"gửi đồng chí bí thư {CELL}" in said
    assert [c.text for c in word.tables[1].rows[0].cells][-1] == "Đã làm, ngày"


def test_programs_get_every_warning_as_csv(watched: Desk) -> None:
    ran = watched("flag", "--watch", *AT, "--csv")

    rows = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff"))))
    assert ("Lò Văn An", "one_month_left") in {(r["full_name"], r["kind"]) for r in rows}


def test_a_program_that_asks_for_files_gets_them_too(watched: Desk) -> None:
    ran = watched("flag", "--watch", *AT, "--json", "--xlsx", "--docx", "--out", "t3.docx")

    assert ran.json["watch"]
    assert sorted(path.name for path in watched.folder.glob("t3*")) == ["t3.docx", "t3.xlsx"]


def test_a_cell_asked_for_stands_alone(watched: Desk) -> None:
    answer = watched("flag", "--watch", "--unit", CELL, *AT, "--json").json

    assert [cell["unit"] for cell in answer["watch"]] == [CELL]


def test_a_ledger_without_books_has_nothing_to_tell_but_that(desk: Desk) -> None:
    heading = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ")
    desk(
        "import",
        workbook(desk.folder / "a.xlsx", {"DS": [heading, (1, "Lò Văn An", 1970, "")]}),
    )

    ran = desk("flag", "--watch", "--docx", "--xlsx", *AT)

    assert ran.code == 0
    assert "Chưa có sổ đảng phí" in ran.err


def test_the_limits_are_settings_that_config_shows(watched: Desk) -> None:
    (watched.folder / "partyroll.toml").write_text("[watch]\ndays = 45\n", "utf-8")

    answer = watched("flag", "--watch", *AT, "--json").json
    shown = watched("config").out

    assert answer["limits"] == {
        "days": 45,
        "stay_months": 12,
        "away_months": 3,
        "transfer_days": 5,
        "contact_months": 6,
    }
    assert "watch.days\t45\tpartyroll.toml" in shown
