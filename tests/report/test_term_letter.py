"""The term report as a document that a secretary signs."""

from dataclasses import replace
from datetime import date

from partyroll.model import (
    Column,
    ExitKind,
    Measure,
    OfficialPaper,
    Passage,
    Reason,
    Shape,
    Table,
)
from partyroll.period import Term
from partyroll.report.context import with_tables
from partyroll.report.letters.matter import Office
from partyroll.report.letters.term import TermMatter, term_letter
from partyroll.report.proposals import proposed
from partyroll.report.prose import opening, summary_sentences, term_name
from partyroll.report.term import TermReport, term_report
from report.exits import TERM, A, B, C, left, many, members

OFFICE = Office(("Đảng bộ tỉnh Giả Định", "Đảng ủy xã Mẫu"), "Xã Mẫu", "T/M BAN THƯỜNG VỤ")
SKIPPED, HARDSHIP, DUES = Reason.SKIP_MEETINGS, Reason.FAMILY_HARDSHIP, Reason.UNPAID_DUES
EXITS = [
    *many(8, ExitKind.REMOVED, "2021-03-01", SKIPPED, unit=A),
    *many(2, ExitKind.REMOVED, "2024-03-01", DUES, unit=B),
    *many(3, ExitKind.WITHDREW, "2024-06-01", HARDSHIP, unit=B),
    *many(1, ExitKind.WITHDREW, "2025-06-01", unit=C),
]


def report_of(*exits: object, term: Term = TERM) -> TermReport:
    return term_report(term, exits or EXITS, [members(900, 2021)])  # type: ignore[arg-type]


def letter(report: TermReport | None = None, *measures: Measure) -> OfficialPaper:
    return term_letter(report or report_of(), OFFICE, TermMatter("", 1, measures))


def said(paper: OfficialPaper) -> list[str]:
    return [
        f"{one.lead} {one.text}".strip() for one in paper.contents if isinstance(one, Passage)
    ]


# --- What a secretary signs ---------------------------------------------------------------
def test_the_first_sentence_says_how_many_and_mainly_why() -> None:
    assert opening(report_of()) == (
        "Trong nhiệm kỳ 2020-2025 (từ 01/01/2020 đến 31/12/2025), toàn Đảng bộ có 10 đảng viên"
        " bị xóa tên và 4 đảng viên xin ra khỏi Đảng, chủ yếu do bỏ sinh hoạt đảng (xóa tên) và"
        " hoàn cảnh gia đình khó khăn (xin ra khỏi Đảng)."
    )


def test_a_term_that_still_runs_is_told_up_to_now() -> None:
    running = TERM.until(date(2024, 12, 31))

    assert opening(report_of(term=running)).startswith(
        "Từ đầu nhiệm kỳ 2020-2025 đến nay (từ 01/01/2020 đến 31/12/2024), toàn Đảng bộ có 10"
    )


def test_a_report_of_one_unit_names_it() -> None:
    assert ", Chi bộ A có 10 đảng viên bị xóa tên" in opening(report_of(), "Chi bộ A")


def test_one_cause_of_both_is_said_once() -> None:
    report = report_of(
        left(ExitKind.REMOVED, "2021-01-05", SKIPPED),
        left(ExitKind.WITHDREW, "2021-01-05", SKIPPED),
    )

    assert opening(report).endswith("xin ra khỏi Đảng, chủ yếu do bỏ sinh hoạt đảng.")


def test_nothing_is_given_as_a_cause_that_no_paper_states() -> None:
    report = report_of(left(ExitKind.REMOVED))

    assert "chủ yếu do" not in opening(report)
    assert "Trong 1 đảng viên bị xóa tên, chưa trường hợp nào ghi lý do." in summary_sentences(
        report
    )


def test_a_share_of_causes_is_of_its_own_kind() -> None:
    sentences = summary_sentences(report_of())

    assert (
        "Trong 10 đảng viên bị xóa tên: 8 (80,0%) do bỏ sinh hoạt đảng, 2 (20,0%) do không đóng"
        " đảng phí." in sentences
    )
    assert (
        "Trong 4 đảng viên xin ra khỏi Đảng: 3 (75,0%) do hoàn cảnh gia đình khó khăn; 1"
        " (25,0%) chưa ghi lý do." in sentences
    )


def test_whole_years_are_compared_and_the_worst_is_named() -> None:
    assert (
        "Cộng cả xóa tên và xin ra khỏi Đảng, năm 2020 có 0, năm 2025 có 1, nhiều nhất là năm"
        " 2021 (8)." in summary_sentences(report_of())
    )


def test_years_that_the_term_holds_in_part_are_not_compared() -> None:
    partial = Term.parse("10/2020-10/2021")

    told = " ".join(summary_sentences(report_of(term=partial)))

    assert "năm 2020 có" not in told


def test_units_of_one_level_are_named_by_their_numbers() -> None:
    told = "Nhiều nhất ở: Chi bộ A (8), Chi bộ B (5), Chi bộ C (1)."

    assert told in summary_sentences(report_of())


def test_a_term_is_called_as_it_was_asked_for() -> None:
    days = Term.parse("5/10/2020-4/10/2025")

    assert term_name(Term.parse("2024")) == "năm 2024"
    assert term_name(TERM) == "nhiệm kỳ 2020-2025"
    assert term_name(days) == "từ 05/10/2020 đến 04/10/2025"


# --- Beside the term before ---------------------------------------------------------------
def comparison(*rows: tuple[str, int | None, int, float | None, str]) -> Table:
    keys = ("code", "before", "count", "change", "basis")
    columns = tuple(Column(key, key, Shape.COUNT) for key in keys)
    return Table("comparison", "So với kỳ trước (2015-2019)", columns, rows)


def test_the_term_before_is_compared_by_numbers_and_what_they_rest_on() -> None:
    table = comparison(
        ("REMOVED", 5, 10, 100.0, "declared"), ("WITHDREW", 8, 4, -50.0, "ledger")
    )
    report = with_tables(report_of(), [table], [])

    assert (
        "So với kỳ trước (2015-2019): xóa tên tăng 100,0% (từ 5 theo số đã báo cáo lên 10); xin"
        " ra khỏi Đảng giảm 50,0% (từ 8 xuống 4)." in summary_sentences(report)
    )


def test_a_term_before_of_which_nothing_is_known_is_not_spoken_of() -> None:
    report = with_tables(report_of(), [comparison(("REMOVED", None, 10, None, ""))], [])

    assert not [one for one in summary_sentences(report) if "So với kỳ trước" in one]


# --- The letter ---------------------------------------------------------------------------
def test_the_summary_comes_first_and_number_day_and_names_stay_blank() -> None:
    paper = letter()

    assert said(paper)[1] == "I. Tóm tắt"
    assert said(paper)[2] == opening(report_of())
    assert (paper.issuer, paper.upper) == ("Đảng ủy xã Mẫu", ("Đảng bộ tỉnh Giả Định",))
    assert (paper.signer, paper.mark) == ("T/M BAN THƯỜNG VỤ", "DỰ THẢO để cấp ủy xem xét, ký")


def test_what_is_missing_is_said_aloud() -> None:
    report = report_of(left(ExitKind.REMOVED), left(ExitKind.REMOVED, None))
    told = said(letter(report))

    assert any("1 trường hợp chưa đủ ngày" in one for one in told)
    assert any("4 điều cần kiểm tra lại nêu ở mục V" in one for one in told)
    assert "- Kỳ 2020-2025 tính tròn năm vì chưa khai ngày đại hội." in told


def test_a_report_without_doubts_says_so() -> None:
    term = Term(date(2020, 1, 1), date(2025, 12, 31), "2020-2025", congress=True)

    report = report_of(left(ExitKind.REMOVED, "2021-01-05", SKIPPED), term=term)
    told = said(letter(replace(report, unsaid="")))

    assert "Không có điều gì máy thấy còn thiếu hoặc mâu thuẫn." in told


def test_many_doubts_are_told_in_part() -> None:
    report = with_tables(report_of(), [], [f"Điều {number}." for number in range(20)])

    assert "- Và 11 điều nữa, xem trang Cần kiểm tra của tệp Excel." in said(letter(report))


def test_a_term_in_which_nobody_left_has_a_letter() -> None:
    report = report_of(left(ExitKind.DIED))
    told = said(letter(report))

    assert "Không có đảng viên bị xóa tên, xin ra khỏi Đảng trong kỳ." in told


def test_the_text_has_short_tables_and_the_annex_all() -> None:
    paper = letter()

    shown = [one.id for one in paper.contents if isinstance(one, Table)]
    annexed = [table.id for table in paper.annexes[0].tables]
    assert shown == ["by_kind_year", "reasons_removed", "reasons_withdrew", "top_units"]
    assert annexed[:3] == ["by_kind", "by_kind_year", "by_unit"]
    assert "reasons_removed" not in annexed


# --- What may be done ---------------------------------------------------------------------
REMIND = Measure("remind", "Nhắc đóng đảng phí.", (DUES,))
VISIT = Measure("visit", "Thăm hỏi.", (HARDSHIP, SKIPPED))
RECEIVE = Measure("receive", "Nhận hồ sơ.", (Reason.TRANSFER_NOT_PRESENTED,))
LEAD = Measure("lead", "Kiểm tra.", ())


def test_measures_answer_the_causes_that_the_term_has_most_people_first() -> None:
    assert proposed((LEAD, REMIND, RECEIVE, VISIT), report_of()) == (VISIT, REMIND, LEAD)


def test_nothing_is_proposed_where_nobody_left() -> None:
    assert proposed((LEAD, REMIND), report_of(left(ExitKind.DIED))) == ()


def test_measures_are_marked_as_proposals_to_edit() -> None:
    told = said(letter(None, REMIND, LEAD))

    assert "VI. Đề xuất, để cấp ủy cân nhắc" in told
    assert told[-2:] == ["1. Nhắc đóng đảng phí.", "2. Kiểm tra."]
