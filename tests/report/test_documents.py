from datetime import date

from partyroll.model import Document, ExitKind, Sheet
from partyroll.report.documents import Letterhead, review_document, term_document
from partyroll.report.prose import summary_sentences
from partyroll.report.provenance import LedgerChange, SourceFile, provenance_sheet
from partyroll.report.term import term_report
from report.exits import TERM, left

SOURCES = provenance_sheet(
    [SourceFile("a.xlsx", "ab12", date(2026, 11, 1), 3)],
    [LedgerChange(3, "Nhập tệp", date(2026, 11, 1), "320 dòng")],
    settings={"Đơn vị": "tại thời điểm giảm"},
    period={"Từ ngày": "01/01/2020", "Đến ngày": "31/12/2025"},
)


def names(document: Document) -> list[str]:
    return [sheet.name for sheet in document.sheets]


def test_the_sources_say_period_settings_files_and_changes() -> None:
    rows = {table.id: table.rows for table in SOURCES.tables}

    assert rows == {
        "period": (("Từ ngày", "01/01/2020"), ("Đến ngày", "31/12/2025")),
        "settings": (("Đơn vị", "tại thời điểm giảm"),),
        "files": (("a.xlsx", "ab12", date(2026, 11, 1), 3),),
        "changes": (("Nhập tệp", "320 dòng", date(2026, 11, 1), 3),),
    }


def test_a_term_report_holds_figures_names_and_sources() -> None:
    report = term_report(TERM, [left(ExitKind.REMOVED), left(ExitKind.DIED, None)], [])

    document = term_document(report, provenance=SOURCES, letterhead=Letterhead(("ĐẢNG ỦY X",)))

    assert names(document) == [
        "Tổng hợp",
        "Mục lục",
        "Theo năm",
        "Đơn vị nhiều nhất",
        "Theo đơn vị",
        "Lý do xóa tên",
        "Lý do xin ra",
        "Độ tuổi",
        "Mọi lý do",
        "Tuổi Đảng, giới tính",
        "Tỷ lệ",
        "Cần kiểm tra",
        "Nguồn",
        "Danh sách",
        "Tên sau từng số",
        "Chưa rõ ngày",
    ]
    assert document.subtitle == (
        "Kỳ 2020-2025: từ 01/01/2020 đến 31/12/2025, tính theo ngày quyết định"
        " (không có thì theo ngày sự việc)"
    )
    assert document.organisation == ("ĐẢNG ỦY X",)


def test_the_first_sheet_says_in_sentences_what_matters() -> None:
    report = term_report(TERM, [left(ExitKind.REMOVED)], [])

    document = term_document(report, provenance=SOURCES, unit="Chi bộ A")

    assert document.sheets[0].intro[:-1] == summary_sentences(report, "Chi bộ A")


def test_the_office_marks_a_workbook_as_confidential() -> None:
    letterhead = Letterhead(("ĐẢNG ỦY X",), confidentiality="MẬT")

    document = term_document(
        term_report(TERM, [], []), provenance=SOURCES, letterhead=letterhead
    )

    assert document.confidentiality == "MẬT"


def test_every_table_of_the_report_stands_on_a_sheet() -> None:
    report = term_report(TERM, [], [])

    document = term_document(report, provenance=SOURCES)

    shown = {table.id for sheet in document.sheets for table in sheet.tables}
    assert {table.id for table in report.tables if table.rows} <= shown


def test_sheets_with_nothing_to_say_are_left_out() -> None:
    document = term_document(term_report(TERM, [], []), provenance=SOURCES)

    assert {"Cần kiểm tra", "Danh sách", "Chưa rõ ngày"}.isdisjoint(names(document))


def test_an_empty_review_list_is_an_answer_and_stays() -> None:
    document = review_document([], [], subtitle="Năm 2024", provenance=Sheet("Nguồn", "", ()))

    assert names(document) == ["Đề nghị chi bộ xem xét", "Nguồn"]
    assert document.notice == "Danh sách để xem xét, không phải quyết định."


def test_paper_says_nothing_of_what_one_types_at_a_screen() -> None:
    report = term_report(TERM, [left(ExitKind.REMOVED, None)], [])

    document = term_document(report, provenance=SOURCES)

    doubts = next(
        table for sheet in document.sheets for table in sheet.tables if table.id == "doubts"
    )
    assert [column.title for column in doubts.columns if column.printed] == [
        "STT",
        "Nội dung",
        "Số trường hợp",
    ]
    assert doubts.links[0, "count"].table == "undated"
    assert str(doubts.rows[0][1]).startswith("Trường hợp")


def test_names_stand_behind_the_figures_and_only_the_full_list_is_printed() -> None:
    report = term_report(TERM, [left(ExitKind.REMOVED)], [])

    document = term_document(report, provenance=SOURCES)

    assert [sheet.name for sheet in document.sheets if not sheet.on_paper] == [
        "Tên sau từng số"
    ]
