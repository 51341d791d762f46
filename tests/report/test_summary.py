from partyroll.model import ExitKind, Reason
from partyroll.report.summary import headline
from partyroll.report.term import term_report
from report.exits import TERM, left, many


def test_the_sentence_names_totals_and_the_main_reasons_of_each_kind() -> None:
    exits = [
        *many(700, ExitKind.REMOVED, "2022-01-01", Reason.SKIP_MEETINGS),
        *many(300, ExitKind.REMOVED, "2022-01-01", Reason.UNPAID_DUES),
        *many(733, ExitKind.WITHDREW, "2022-01-01", Reason.FAMILY_HARDSHIP),
    ]

    sentence = headline(term_report(TERM, exits, []))

    assert sentence == (
        "Trong thời gian từ 01/01/2020 đến 31/12/2025, có 1.000 đảng viên bị xóa tên và "
        "733 đảng viên xin ra khỏi Đảng. Xóa tên chủ yếu do bỏ sinh hoạt đảng (70,0%), "
        "không đóng đảng phí (30,0%). Xin ra khỏi Đảng chủ yếu do hoàn cảnh gia đình khó "
        "khăn (100,0%)."
    )


def test_reasons_that_nobody_wrote_down_are_not_invented() -> None:
    sentence = headline(term_report(TERM, [left(ExitKind.REMOVED)], []))

    assert sentence.endswith("Xóa tên: chưa trường hợp nào ghi lý do.")
