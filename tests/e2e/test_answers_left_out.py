"""Answers on a list that are not in force stay on the worklist until a newer copy answers."""

import pytest
from openpyxl import load_workbook

from e2e.books import BINH, CHI
from e2e.desk import Desk
from e2e.reviewing import SICK, Answers, fill, heading_of, listed, rows_of
from store import shelf

AGREED = {"Kết luận": "đồng ý"}
UNJUDGED = {"Kết luận": "Chấp nhận lý do", "Lý do": "ốm"}


def waiting(desk: Desk) -> list[tuple[str, str, str]]:
    """Return whose answers wait, in which file and cell."""
    found = desk("check", "--json").json["contradictions"]
    rows = [one for one in found if one["code"] == "answers_left_out"]
    return [(one["subject"], one["source"]["file"], one["source"]["cell"]) for one in rows]


def words(desk: Desk) -> str:
    found = desk("check", "--json").json["contradictions"]
    return " ".join(one["message"] for one in found if one["code"] == "answers_left_out")


def send(desk: Desk, answers: Answers, name: str = "ve.xlsx") -> None:
    assert desk("import", fill(desk.folder / "ra.xlsx", answers, name=name)).code in {0, 3}


@pytest.fixture
def out(desk: Desk) -> Desk:
    """A desk from which a list of Binh and Chi went out, a clean copy kept as ra.xlsx."""
    listed(desk).rename(desk.folder / "ra.xlsx")
    return desk


def test_a_conclusion_that_nobody_understood_waits_with_its_cell_and_words(out: Desk) -> None:
    send(out, {BINH[0]: AGREED})

    [(name, file, cell)] = waiting(out)
    sheet = load_workbook(out.folder / "ve.xlsx").worksheets[0]
    assert (name, file, sheet[cell].value) == (BINH[0], "ve.xlsx", "đồng ý")
    assert "“đồng ý”" in words(out)


@pytest.mark.parametrize("name", ["ve.xlsx", "ve lan 2.xlsx"])
def test_a_newer_copy_that_answers_it_settles_it(out: Desk, name: str) -> None:
    send(out, {BINH[0]: AGREED})

    out("import", "--yes", fill(out.folder / "ra.xlsx", {BINH[0]: SICK}, name=name))

    assert waiting(out) == []


def test_a_copy_of_another_cell_under_the_same_name_settles_nothing(out: Desk) -> None:
    send(out, {BINH[0]: AGREED})

    send(out, {CHI[0]: {"Kết luận": "Không xem xét xử lý"}})

    assert [name for name, *_ in waiting(out)] == [BINH[0]]


def test_words_as_unclear_in_the_next_copy_are_listed_once(out: Desk) -> None:
    send(out, {BINH[0]: AGREED})

    send(out, {BINH[0]: {"Kết luận": "nhất trí cao"}})

    assert len(waiting(out)) == 1
    assert "nhất trí cao" in words(out)


def test_the_same_words_under_another_name_wait_where_they_were_first_said(out: Desk) -> None:
    send(out, {BINH[0]: AGREED})
    before = shelf.digest(out.ledger)

    send(out, {BINH[0]: AGREED}, name="khac.xlsx")

    assert shelf.digest(out.ledger) == before


def test_a_reason_without_who_judged_it_waits_until_somebody_is_named(out: Desk) -> None:
    send(out, {BINH[0]: UNJUDGED})
    before = waiting(out)

    send(out, {BINH[0]: UNJUDGED | {"Người quyết định": "Chi bộ"}})

    assert ([name for name, *_ in before], waiting(out)) == ([BINH[0]], [])


def test_a_typed_step_settles_what_waited_for_a_judge(out: Desk) -> None:
    send(out, {BINH[0]: UNJUDGED})
    judged = ("--kind", "meeting", "--outcome", "reason_accepted", "--by", "Chi bộ")

    ran = out("review", "step", BINH[0], *judged, "--on", "12/1/2026", "--year", "2024")

    assert (ran.code, waiting(out)) == (0, [])


def test_an_answer_that_contradicts_the_ledger_waits_until_agreed_to(out: Desk) -> None:
    send(out, {BINH[0]: SICK}, name="a.xlsx")
    other = {"Kết luận": "Đề nghị xóa tên", "Người quyết định": "Đảng ủy"}
    send(out, {BINH[0]: other}, name="b.xlsx")
    left = waiting(out)

    out("import", "--yes", out.folder / "b.xlsx")

    assert [(name, file) for name, file, _ in left] == [(BINH[0], "b.xlsx")]
    assert waiting(out) == []


def test_an_answer_that_contradicts_is_settled_by_a_copy_that_agrees(out: Desk) -> None:
    send(out, {BINH[0]: SICK}, name="a.xlsx")
    send(out, {BINH[0]: {"Kết luận": "Đề nghị xóa tên"}}, name="b.xlsx")

    assert len(waiting(out)) == 1
    assert out("import", out.folder / "a.xlsx").code == 0

    assert waiting(out) == []


def test_a_row_whose_key_was_erased_waits_until_that_person_is_answered(out: Desk) -> None:
    path = fill(out.folder / "ra.xlsx", {CHI[0]: SICK}, name="ve.xlsx")
    book = load_workbook(path)
    for sheet, row, headings in rows_of(book):
        sheet.cell(row, headings["Mã dòng (không sửa)"]).value = None
    book.save(path)
    assert out("import", path).code == 3
    before = waiting(out)

    send(out, {CHI[0]: SICK}, name="ve 2.xlsx")

    assert [name for name, *_ in before] == [CHI[0]]
    assert waiting(out) == []


def test_undo_takes_what_waits_back_with_the_import(out: Desk) -> None:
    before = shelf.digest(out.ledger)
    send(out, {BINH[0]: AGREED | {"Ngày": "hôm nọ"}})
    assert len(waiting(out)) == 2

    out("undo", "--yes")

    assert shelf.digest(out.ledger) == before


def test_what_waits_is_no_row_of_a_roster_and_is_not_handed_back(out: Desk) -> None:
    send(out, {BINH[0]: AGREED})

    assert [*out.folder.glob("*chưa nhập*")] == []
    found = out("check", "--json").json["contradictions"]
    assert "rows_left_out" not in {one["code"] for one in found}


def test_a_list_without_keys_and_headings_is_named_and_not_read_as_a_roster(out: Desk) -> None:
    path = fill(out.folder / "ra.xlsx", {BINH[0]: SICK}, name="ve.xlsx")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    headings = sheet[heading_of(sheet)]
    for cell in headings:
        cell.value = {"Kết luận": "KL", "Người quyết định": "Ai duyệt"}.get(
            str(cell.value), cell.value
        )
    sheet.delete_cols(len(headings))
    book.save(path)
    before = shelf.digest(out.ledger)

    ran = out("import", path)

    assert (ran.code, shelf.digest(out.ledger)) == (3, before)
    assert "giống danh sách rà soát số 1 nhưng thiếu cột mã dòng" in ran.err
