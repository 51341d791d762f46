from partyroll.model import ExitKind, ExitRecord, Reason
from partyroll.report.term import term_report
from report.cells import column, row
from report.exits import TERM, many, on

REMOVED, WITHDREW = ExitKind.REMOVED, ExitKind.WITHDREW


def test_each_kind_has_its_own_denominator() -> None:
    exits = [
        *many(377, REMOVED, "2022-01-01", Reason.SKIP_MEETINGS),
        *many(47, REMOVED, "2022-01-01", Reason.UNPAID_DUES),
        *many(171, WITHDREW, "2022-01-01", Reason.FAMILY_HARDSHIP),
        *many(64, WITHDREW, "2022-01-01", Reason.EMIGRATE_WITH_FAMILY),
        *many(3, WITHDREW),
    ]

    report = term_report(TERM, exits, [])

    removed, withdrew = report.table("reasons_removed"), report.table("reasons_withdrew")
    assert row(removed, "Bỏ sinh hoạt đảng")["share"] == 88.9
    assert column(withdrew, "share") == [71.8, 26.9, 1.3, 100.0]
    assert removed.denominator.startswith("Mẫu số: 424 đảng viên bị xóa tên")
    assert withdrew.rows[-2][0] == "Chưa ghi lý do"


def test_the_first_reason_is_the_main_one_and_all_are_counted_beside() -> None:
    exits = many(2, REMOVED, "2022-01-01", Reason.SKIP_MEETINGS, Reason.UNPAID_DUES)

    table = term_report(TERM, exits, []).table("reasons_removed")

    assert (row(table, "Bỏ sinh hoạt đảng")["count"], table.rows[0][3]) == (2, 2)
    assert row(table, "Không đóng đảng phí")["count"] == 0
    assert row(table, "Không đóng đảng phí")["mentions"] == 2
    assert row(table, "Tổng số")["mentions"] == 4


def test_papers_never_presented_count_as_skipping_with_a_line_of_their_own() -> None:
    exits = [
        *many(5, REMOVED, "2022-01-01", Reason.SKIP_MEETINGS),
        *many(3, REMOVED, "2022-01-01", Reason.TRANSFER_NOT_PRESENTED),
    ]

    table = term_report(TERM, exits, []).table("reasons_removed")

    assert row(table, "Bỏ sinh hoạt đảng")["count"] == 8
    assert row(table, "Trong đó: không nộp hồ sơ chuyển sinh hoạt")["count"] == 3


def test_a_record_without_any_reason_is_unstated() -> None:
    bare = ExitRecord("p", "An", REMOVED, decision_date=on("2022-01-01"), reasons=())

    table = term_report(TERM, [bare], []).table("reasons_removed")

    assert row(table, "Chưa ghi lý do")["mentions"] == 1


def test_reasons_of_nobody_ask_for_no_chart() -> None:
    table = term_report(TERM, [], []).table("reasons_removed")

    assert (table.chart, table.rows) == ("", (("Tổng số", 0, None, 0, "TOTAL", 1),))
