from partyroll.model import ExitKind, ExitRecord, Reason
from partyroll.period import Term
from partyroll.report.term import term_report
from report.cells import column, row
from report.exits import TERM, A, left, many, on

REMOVED, WITHDREW, EXPELLED = ExitKind.REMOVED, ExitKind.WITHDREW, ExitKind.EXPELLED


def test_quang_nam_2020_counts_492_exits_of_which_327_were_removed() -> None:
    exits = [
        *many(28, EXPELLED, "2020-06-01"),
        *many(327, REMOVED, "2020-06-01"),
        *many(137, WITHDREW, "2020-06-01"),
    ]

    report = term_report(Term.parse("2020"), exits, [])

    assert row(report.table("by_kind"), "Tổng số")["count"] == 492
    assert report.totals[REMOVED] == 327
    assert report.totals[ExitKind.DIED] == 0


def test_1441_exits_split_into_49_1_and_50_9_per_cent() -> None:
    table = term_report(TERM, many(708, REMOVED) + many(733, WITHDREW), []).table("by_kind")

    assert row(table, "Xóa tên")["share"] == 49.1
    assert row(table, "Xin ra khỏi Đảng")["share"] == 50.9
    assert table.denominator == "Mẫu số: 1.441 đảng viên giảm trong kỳ, mọi hình thức."


def test_probation_not_confirmed_is_counted_as_removed_and_shown_beside() -> None:
    exits = [
        *many(3, REMOVED),
        *many(2, REMOVED, "2022-05-10", Reason.PROBATION_NOT_CONFIRMED),
    ]

    table = term_report(TERM, exits, []).table("by_kind")

    assert row(table, "Xóa tên")["count"] == 5
    assert row(table, "Trong đó: dự bị không được công nhận")["count"] == 2
    assert row(table, "Tổng số")["count"] == 5


def test_someone_who_left_without_a_stated_form_has_a_row_of_their_own() -> None:
    report = term_report(TERM, [left(ExitKind.LEFT_UNSTATED)], [])

    assert row(report.table("by_kind"), "Rời Đảng, chưa rõ hình thức")["count"] == 1
    assert report.problems[-1] == "1 trường hợp chưa rõ hình thức rời Đảng."


def test_headline_tables_begin_with_removed_and_withdrew() -> None:
    titles = column(term_report(TERM, [], []).table("by_kind"), "kind")

    assert [titles[0], titles[2]] == ["Xóa tên", "Xin ra khỏi Đảng"]


def test_an_exit_counts_on_the_day_of_its_decision() -> None:
    late = ExitRecord(
        "p", "An", REMOVED, event_date=on("2019-12-30"), decision_date=on("2020-01-01")
    )

    assert term_report(TERM, [late], []).totals[REMOVED] == 1


def test_without_a_decision_date_the_event_counts_and_is_told() -> None:
    record = ExitRecord("p", "An", ExitKind.DIED, unit_path=A, event_date=on("2021-03"))

    report = term_report(TERM, [record], [])

    assert report.totals[ExitKind.DIED] == 1
    assert report.problems == (
        "1 trường hợp không có ngày quyết định: tính theo ngày xảy ra sự việc.",
    )


def test_a_date_too_imprecise_for_the_term_stays_outside_the_total() -> None:
    term = Term.parse("10/2020-10/2025")

    report = term_report(term, [left(REMOVED, "2020"), left(REMOVED, None)], [])

    assert report.totals[REMOVED] == 0
    assert len(report.undated) == 2
    assert row(report.table("by_kind"), "Không rõ ngày (ngoài tổng số)")["count"] == 2
    assert row(report.table("by_kind_year"), "Không rõ ngày (ngoài tổng số)")["REMOVED"] == 2


def test_a_year_without_a_month_is_precise_enough_for_a_term_of_whole_years() -> None:
    assert term_report(TERM, [left(REMOVED, "2020")], []).totals[REMOVED] == 1


def test_an_exit_before_or_after_the_term_does_not_count() -> None:
    exits = [left(REMOVED, "2019-12-31"), left(REMOVED, "2026-01-01")]

    report = term_report(TERM, exits, [])

    assert (report.names, report.undated) == ((), ())
