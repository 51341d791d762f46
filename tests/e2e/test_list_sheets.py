"""Words typed on the sheets of a list that ask nothing are told with their cell, and wait."""

import pytest
from openpyxl import load_workbook

from e2e.books import AN, BINH, CHI, dues_rows, roster_rows, workbook
from e2e.desk import Desk, Ran
from e2e.reviewing import DAY, FILE, SICK, fill, listed


@pytest.fixture
def out(desk: Desk) -> Desk:
    """A desk from which a list of Binh and Chi went out."""
    listed(desk)
    return desk


def typed(desk: Desk, sheet: str, cell: str, words: str) -> Ran:
    fill(desk.folder / FILE, {CHI[0]: SICK})
    book = load_workbook(desk.folder / FILE)
    book[sheet][cell] = words
    book.save(desk.folder / FILE)
    return desk("import", FILE, "--json")


def told(ran: Ran) -> list[tuple[str, str, str, str]]:
    problems = ran.json["files"][0]["problems"]
    return [(one["sheet"], one["cell"], one["code"], one["found"]) for one in problems]


def test_a_sheet_as_it_went_out_says_nothing(out: Desk) -> None:
    fill(out.folder / FILE, {BINH[0]: SICK, CHI[0]: SICK})

    assert told(out("import", FILE, "--json")) == []


def test_a_note_that_the_list_printed_is_nobodys_answer(desk: Desk) -> None:
    books = [*dues_rows({AN[0]: "x" * 12, BINH[0]: "-" * 12, CHI[0]: "x" * 12})]
    books[2] = (*books[2][:3], *["nghỉ ốm"] * 4, *books[2][7:])
    desk("import", workbook(desk.folder / "a.xlsx", {"D": roster_rows(), "P": books}))
    desk("flag", *DAY, "--xlsx")
    fill(desk.folder / FILE, {AN[0]: SICK, BINH[0]: SICK})

    ran = desk("import", FILE, "--json")

    notes = [row[6].value for row in load_workbook(desk.folder / FILE)["Căn cứ từng tháng"]]
    assert "nghỉ ốm" in notes
    assert "answer_beside" not in {code for _, _, code, _ in told(ran)}


@pytest.mark.parametrize(
    ("sheet", "cell", "code"),
    [
        ("Căn cứ từng tháng", "G10", "answer_beside"),
        ("Căn cứ từng tháng", "M11", "answer_beside"),
        ("Căn cứ từng tháng", "B40", "answer_line_below"),
        ("Thiếu dữ liệu", "H10", "answer_beside"),
        ("Thiếu dữ liệu", "B30", "answer_line_below"),
    ],
)
def test_what_is_typed_there_is_told_and_answers_still_go_in(
    out: Desk, sheet: str, cell: str, code: str
) -> None:
    ran = typed(out, sheet, cell, "đã nộp, có biên lai")

    assert told(ran) == [(sheet, cell, code, "đã nộp, có biên lai")]
    assert ran.code == 3
    assert ran.json["files"][0]["answers"]["new"] == 3


def test_a_note_beside_a_month_waits_under_the_persons_name(out: Desk) -> None:
    typed(out, "Căn cứ từng tháng", "G10", "đã nộp, có biên lai")

    found = out("check", "--json").json["contradictions"]
    assert [one["subject"] for one in found if one["code"] == "answers_left_out"] == [BINH[0]]
