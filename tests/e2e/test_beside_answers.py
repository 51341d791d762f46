"""Whatever somebody says on a list that went out is an answer, or is told with its cell."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from e2e.books import AN, BINH, CHI, dues_rows, roster_rows, workbook
from e2e.desk import Desk, Ran
from e2e.reviewing import DAY, FILE, SICK, answers_in, fill, listed, rows_of

Headings = dict[str, int]
CONCLUDED = {"Kết luận": "Không xem xét xử lý", "Người quyết định": "Chi bộ họp"}


@pytest.fixture
def out(desk: Desk) -> Desk:
    """A desk from which a list of Binh and Chi went out."""
    listed(desk)
    return desk


def spoil(desk: Desk, how: Callable[[Worksheet, int, Headings], None]) -> Ran:
    """Do something to the row of the first person on the list, and import it."""
    book = load_workbook(desk.folder / FILE)
    sheet, row, headings = next(rows_of(book))
    how(sheet, row, dict(headings))
    book.save(desk.folder / FILE)
    return desk("import", FILE, "--json")


def told(ran: Ran) -> list[tuple[str, str, str]]:
    """Return the code, the cell and the words of each problem."""
    problems = ran.json["files"][0]["problems"]
    return [(one["code"], one["cell"], one["found"]) for one in problems]


def waiting(desk: Desk) -> list[str]:
    """Return whom the answers are about that wait."""
    found = desk("check", "--json").json["contradictions"]
    return [one["subject"] for one in found if one["code"] == "answers_left_out"]


def test_words_right_of_the_answers_are_told_and_wait(out: Desk) -> None:
    def beside(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(row, max(headings.values()) + 2).value = "ốm, chi bộ đồng ý"

    ran = spoil(out, beside)

    [(code, cell, words)] = told(ran)
    assert (ran.code, code, words) == (3, "answer_beside", "ốm, chi bộ đồng ý")
    assert load_workbook(out.folder / FILE).worksheets[0][cell].value == words
    assert waiting(out) == [BINH[0]]


@pytest.mark.parametrize("heading", ["Tháng chưa đóng", "Số tháng", "Căn cứ", "Số thẻ"])
def test_words_written_over_what_the_list_said_are_told(out: Desk, heading: str) -> None:
    def over(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(row, headings[heading]).value = "thai sản, chi bộ chấp nhận"

    ran = spoil(out, over)

    assert [(code, words) for code, _, words in told(ran)] == [
        ("answer_beside", "thai sản, chi bộ chấp nhận")
    ]
    assert waiting(out) == [BINH[0]]


@pytest.mark.parametrize(
    ("written", "found"),
    [("Đi làm ăn xa", []), ("Đi làm ăn xa; đồng ý bỏ qua", ["Đi làm ăn xa; đồng ý bỏ qua"])],
)
def test_a_remark_is_told_where_the_list_said_another(
    desk: Desk, written: str, found: list[str]
) -> None:
    books = [list(row) for row in dues_rows({AN[0]: "x" * 12, BINH[0]: "---xxxxxxxxx"})]
    notes = ("", "Ghi chú", "", "Đi làm ăn xa")
    books = [[*row, note] for row, note in zip(books, notes, strict=True)]
    desk("import", workbook(desk.folder / "a.xlsx", {"D": roster_rows((AN, BINH)), "P": books}))
    desk("flag", *DAY, "--xlsx")

    def remark(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(row, headings["Ghi chú của dòng"]).value = written

    assert [words for _, _, words in told(spoil(desk, remark))] == found


def test_a_comment_on_a_cell_is_told(out: Desk) -> None:
    def comment(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(row, headings["Kết luận"]).comment = Comment("chấp nhận\nthai sản", "BT")

    ran = spoil(out, comment)

    assert [(code, words) for code, _, words in told(ran)] == [
        ("answer_in_comment", "chấp nhận thai sản")
    ]
    assert waiting(out) == [BINH[0]]


def test_a_comment_on_no_persons_row_is_told(out: Desk) -> None:
    def comment(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(row - 1, headings["Kết luận"]).comment = Comment("cả hai: chấp nhận", "BT")

    assert [code for code, _, _ in told(spoil(out, comment))] == ["answer_in_comment"]


@pytest.mark.parametrize(
    "look", [{"fill": PatternFill("solid", fgColor="FF0000")}, {"font": Font(strike=True)}]
)
def test_a_row_that_answers_by_a_colour_alone_is_told(
    out: Desk, look: dict[str, object]
) -> None:
    def paint(sheet: Worksheet, row: int, headings: Headings) -> None:
        for name, style in look.items():
            setattr(sheet.cell(row, headings["Họ và tên"]), name, style)

    ran = spoil(out, paint)

    assert [code for code, _, _ in told(ran)] == ["answer_by_colour"]
    assert waiting(out) == [BINH[0]]


def test_a_colour_beside_an_answer_says_nothing(out: Desk) -> None:
    def paint(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(row, 2).fill = PatternFill("solid", fgColor="FF0000")
        sheet.cell(row, headings["Kết luận"]).value = "Không xem xét xử lý"

    assert told(spoil(out, paint)) == []


def test_a_second_table_below_is_told_row_by_row(out: Desk) -> None:
    def below(sheet: Worksheet, row: int, headings: Headings) -> None:
        last = sheet.max_row + 3
        for place, text in enumerate(("STT", "Họ và tên", "Kết luận của chi bộ"), start=1):
            sheet.cell(last, place, text)
        for place, text in enumerate(("1", BINH[0], "Chấp nhận lý do"), start=1):
            sheet.cell(last + 1, place, text)

    found = told(spoil(out, below))

    assert [code for code, _, _ in found] == ["answer_line_below"] * 2
    assert found[1][2] == f"1 | {BINH[0]} | Chấp nhận lý do"


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_marks_survive_libreoffice_and_are_told(out: Desk, suffix: str) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    book = load_workbook(out.folder / FILE)
    (sheet, first, headings), (_, second, _) = [*rows_of(book)][:2]
    sheet.cell(first, headings["Kết luận"]).comment = Comment("chấp nhận", "BT")
    sheet.cell(second, headings["Họ và tên"]).fill = PatternFill("solid", fgColor="FF0000")
    book.save(out.folder / FILE)
    saved = out.folder / "saved"
    command = ["soffice", "--headless", "--convert-to", suffix, "--outdir", str(saved), FILE]
    subprocess.run(command, check=True, capture_output=True, cwd=out.folder)

    found = told(out("import", saved / Path(FILE).with_suffix(f".{suffix}"), "--json"))

    assert [code for code, _, _ in found] == ["answer_in_comment", "answer_by_colour"]


def test_who_signs_the_list_says_nothing_of_anybody(out: Desk) -> None:
    def sign(sheet: Worksheet, row: int, headings: Headings) -> None:
        for line in ("Xã Mẫu, ngày 15 tháng 01 năm 2026", "T/M CHI BỘ", "BÍ THƯ", "Lò Văn Tám"):
            sheet.cell(sheet.max_row + 1, 2).value = line

    assert told(spoil(out, sign)) == []


def test_an_office_signs_under_titles_of_its_own(out: Desk) -> None:
    def sign(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(sheet.max_row + 2, 2).value = "TRƯỞNG BAN TỔ CHỨC"
        sheet.cell(sheet.max_row + 3, 2).value = "Lò Văn Tám"

    assert told(spoil(out, sign)) == []


def test_a_conclusion_moved_and_renamed_is_read(out: Desk) -> None:
    filled = fill(out.folder / FILE, {BINH[0]: SICK})
    book = load_workbook(filled)
    for sheet in book.worksheets[:1]:
        _turn(sheet, {"Kết luận": "Kết luận của chi bộ", "Ý kiến chi bộ": "Ý kiến của chi bộ"})
    book.save(filled)

    out("import", FILE)

    assert answers_in(out)[BINH[0]]["conclusion"] == SICK["Kết luận"]


def _turn(sheet: Worksheet, names: dict[str, str]) -> None:
    """Write the columns of a sheet from the last to the first, some under other headings."""
    merged = [*sheet.merged_cells.ranges]
    for area in merged:
        sheet.unmerge_cells(str(area))
    for row in sheet.iter_rows():
        texts = [str(cell.value or "") for cell in row]
        for cell, text in zip(row, reversed(texts), strict=True):
            cell.value = names.get(text, text)


def test_a_conclusion_in_a_newer_copy_settles_what_was_said_beside(out: Desk) -> None:
    def beside(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(row, max(headings.values()) + 2).value = "ốm, chi bộ đồng ý"

    clean = out.folder / "clean.xlsx"
    clean.write_bytes((out.folder / FILE).read_bytes())
    spoil(out, beside)

    out("import", fill(clean, {BINH[0]: CONCLUDED}, name="lan 2.xlsx"))

    assert waiting(out) == []


def test_a_list_nobody_touched_but_saved_again_tells_nothing(out: Desk) -> None:
    book: Workbook = load_workbook(out.folder / FILE)
    book.save(Path(out.folder / FILE))

    assert told(out("import", FILE, "--json")) == []
    assert CHI[0] not in answers_in(out)


@pytest.mark.parametrize("sign", ["nt", "như trên", '"'])
@pytest.mark.parametrize("column", ["Kết luận", "Lý do", "Người quyết định"])
def test_a_sign_for_the_row_above_is_told_and_waits(out: Desk, column: str, sign: str) -> None:
    def beside(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(row, headings[column]).value = sign

    ran = spoil(out, beside)

    assert [(code, words) for code, _, words in told(ran)] == [("answer_ditto", sign)]
    assert waiting(out) == [BINH[0]]


@pytest.mark.parametrize("sign", ["✓", "?", "☑"])
def test_a_tick_for_a_conclusion_is_told(out: Desk, sign: str) -> None:
    def ticked(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(row, headings["Kết luận"]).value = sign

    ran = spoil(out, ticked)

    assert [(code, words) for code, _, words in told(ran)] == [("answer_not_understood", sign)]


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("khong xem xet xu ly", True),
        ("Không xem xét", True),
        ("nhắc nhở, giúp đỡ", True),
        ("Đã đóng", True),
        ("de nghi xoa ten", True),
        ("đề nghị xóa", False),
        ("Không", False),
        ("đã đóng rồi", False),
    ],
)
def test_a_conclusion_may_lack_accents_or_its_last_words(
    out: Desk, words: str, *, understood: bool
) -> None:
    def concluded(sheet: Worksheet, row: int, headings: Headings) -> None:
        sheet.cell(row, headings["Kết luận"]).value = words
        sheet.cell(row, headings["Người quyết định"]).value = "Chi bộ họp"

    codes = [code for code, _, _ in told(spoil(out, concluded))]

    assert ("answer_not_understood" not in codes) is understood
