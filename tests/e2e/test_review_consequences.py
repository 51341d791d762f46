"""What a cell's conclusion does beyond itself is told when it comes in; none is lost unseen."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from e2e.books import AN, BINH, CHI, dues_rows, roster_rows, workbook
from e2e.desk import Desk, laid
from e2e.reviewing import (
    DAY,
    FILE,
    answers_in,
    excuses,
    fill,
    heading_of,
    listed,
    outcomes,
    rows_of,
)

ACCEPT = {"Kết luận": "Chấp nhận lý do", "Người quyết định": "Chi bộ"}
REJECT = {"Kết luận": "Không chấp nhận lý do", "Người quyết định": "Chi bộ"}


@laid
def printed(desk: Desk) -> Desk:
    """A list with Bình: two months unpaid plainly, two with words in the cell."""
    books = [list(row) for row in dues_rows({AN[0]: "x" * 12, BINH[0]: "--xxxxxxxxxx"})]
    books[3][5], books[3][6] = "nghỉ ốm", "nằm viện"
    sheets = {"D": roster_rows((AN, BINH)), "P": books}
    assert desk("import", workbook(desk.folder / "a.xlsx", sheets)).code == 0
    assert desk("flag", *DAY, "--xlsx").code == 0
    return desk


@pytest.fixture
def partly(desk: Desk) -> Path:
    return printed(desk).folder / FILE


def codes(ran: Any) -> list[str]:
    return [problem["code"] for problem in ran.json["files"][0]["problems"]]


def test_a_reason_accepted_for_some_months_says_which_stay(desk: Desk, partly: Path) -> None:
    ran = desk("import", fill(partly, {BINH[0]: ACCEPT}), "--json")
    (problem,) = ran.json["files"][0]["problems"]
    (after,) = ran.json["files"][0]["consequences"]

    assert (ran.code, problem["code"]) == (0, "answer_lifts_some")
    assert "cho tháng 3, 4/2024; tháng 1, 2/2024 không ghi lý do" in problem["message"]
    assert (after["full_name"], after["conclusion"]) == (BINH[0], "REASON_ACCEPTED")
    assert after["lifted"] == ["2024-03", "2024-04"]
    assert after["kept"] == ["2024-01", "2024-02"]


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_a_rejected_reason_says_that_it_leads_to_review(
    desk: Desk, partly: Path, more: tuple[str, ...]
) -> None:
    ran = desk("import", fill(partly, {BINH[0]: REJECT}), "--json", *more)
    (after,) = ran.json["files"][0]["consequences"]

    assert codes(ran) == ["answer_moves_to_review"]
    assert (after["plain"], after["to_review"]) == (["2024-03", "2024-04"], True)


def test_a_conclusion_of_another_sort_has_no_consequence(desk: Desk, partly: Path) -> None:
    answers = {BINH[0]: {"Kết luận": "Nhắc nhở, giúp đỡ, theo dõi thêm"}}
    ran = desk("import", fill(partly, answers), "--json")

    assert (codes(ran), ran.json["files"][0]["consequences"]) == ([], [])


def test_free_words_of_a_reason_name_its_kind_and_are_kept(desk: Desk, partly: Path) -> None:
    words = "chị nghỉ thai sản từ tháng 2 theo giấy của bệnh viện"
    desk("import", fill(partly, {BINH[0]: ACCEPT | {"Lý do": words}}))
    [said, _] = desk("excuse", "list", "--all", "--json").json["excuses"]

    assert [kind for _, kind, _, _ in excuses(desk)] == ["MATERNITY", "MATERNITY"]
    assert said["reason"] == words


# --- Headings and cells that somebody changed ---------------------------------------------
def retype(path: Path, heading: str, words: str | None) -> Path:
    """Write other words over a heading of every sheet."""
    book = load_workbook(path)
    sheets = {sheet.title: (sheet, row, columns) for sheet, row, columns in rows_of(book)}
    for sheet, _, columns in sheets.values():
        sheet.cell(heading_of(sheet), columns[heading]).value = words
    book.save(path)
    return path


@pytest.mark.parametrize(
    "words", ["Kết luận của chi bộ", "KET LUAN", "Chi bộ kết luận", "Xử lý"]
)
def test_a_retyped_heading_still_holds_the_conclusions(desk: Desk, words: str) -> None:
    path = fill(listed(desk), {BINH[0]: {"Kết luận": "Đề nghị xóa tên"}})
    ran = desk("import", retype(path, "Kết luận", words), "--json")

    assert (ran.code, outcomes(desk)) == (0, {BINH[0]: ("PROPOSAL", "PROPOSE_REMOVAL")})


def test_conclusions_that_nobody_can_find_are_told(desk: Desk) -> None:
    path = fill(listed(desk), {BINH[0]: {"Kết luận": "Đề nghị xóa tên"}})
    retype(retype(path, "Ý kiến chi bộ", "A"), "Kết luận", "B")
    ran = desk("import", path, "--json")

    assert ran.code == 3
    assert set(codes(ran)) == {"answer_column_unknown", "answer_beside"}
    assert outcomes(desk) == {}


def test_a_conclusion_merged_over_several_rows_is_that_of_each(desk: Desk) -> None:
    path = fill(listed(desk), {})
    book = load_workbook(path)
    places = [one for one in rows_of(book) if one[0].cell(one[1], 2).value in {BINH[0], CHI[0]}]
    (sheet, first, columns), (_, last, _) = places
    column = columns["Kết luận"]
    sheet.cell(first, column).value = "Nhắc nhở, giúp đỡ, theo dõi thêm"
    sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
    book.save(path)
    desk("import", path)

    words = {"conclusion": "Nhắc nhở, giúp đỡ, theo dõi thêm"}
    assert answers_in(desk) == {BINH[0]: words, CHI[0]: words}


# --- The same by a typed step -------------------------------------------------------------


def on_lists(desk: Desk) -> dict[str, str]:
    found = desk("flag", *DAY, "--json").json["lists"]
    return {
        one["full_name"]: name
        for name in ("review", "check_reason", "watch")
        for one in found[name]
    }


def typed(desk: Desk, outcome: str, *more: str) -> Any:
    words = ("review", "step", BINH[0], "--kind", "meeting", "--on", "15/1/2026")
    return desk(*words, "--outcome", outcome, *more)


@pytest.mark.usefixtures("partly")
def test_a_step_that_accepts_a_reason_lifts_its_months(desk: Desk) -> None:
    ran = typed(desk, "reason_accepted", "--by", "Chi bộ", "--list", "1")

    assert ran.code == 0
    assert "lý do được chấp nhận cho tháng 3, 4/2024" in " ".join(ran.out.split())
    assert "tháng 1, 2/2024 không ghi lý do nên vẫn tính" in " ".join(ran.out.split())
    assert [(start, accepted) for _, _, start, accepted in excuses(desk)] == [
        ("2024-03-01", 1),
        ("2024-04-01", 1),
    ]
    assert on_lists(desk) == {BINH[0]: "watch"}


@pytest.mark.usefixtures("partly")
def test_a_step_that_rejects_a_reason_leads_to_review_and_can_be_taken_back(desk: Desk) -> None:
    ran = typed(desk, "reason_rejected", "--by", "Chi bộ")

    assert "tháng 3, 4/2024 từ nay tính như không có lý do" in " ".join(ran.out.split())
    assert on_lists(desk) == {BINH[0]: "review"}
    assert desk("undo", "--yes").code == 0
    assert on_lists(desk) == {BINH[0]: "check_reason"}


@pytest.mark.usefixtures("partly")
def test_a_step_that_names_nobody_judges_nothing_and_says_so(desk: Desk) -> None:
    ran = typed(desk, "reason_accepted")

    assert "chưa ghi ai kết luận (--by)" in " ".join(ran.out.split())
    assert excuses(desk) == []
