from partyroll.model import ExitKind
from partyroll.period import Term
from partyroll.report.term import term_report
from report.cells import column, row
from report.exits import TERM, A, B, C, left, many, members

REMOVED, WITHDREW = ExitKind.REMOVED, ExitKind.WITHDREW


def test_merged_units_count_where_they_were_and_the_province_counts_them_all() -> None:
    exits = [
        *many(5, REMOVED, "2021-01-01", unit=A),
        *many(3, REMOVED, "2022-01-01", unit=B),
        *many(2, REMOVED, "2025-08-01", unit=C),
    ]

    table = term_report(TERM, exits, []).table("by_unit")

    assert column(table, "unit") == ["Phường X", "Chi bộ A", "Chi bộ B", "Chi bộ C", "Tổng số"]
    assert column(table, "level") == [1, 2, 2, 2, None]
    assert column(table, "REMOVED") == [10, 5, 3, 2, 10]


def test_seen_as_now_the_merged_unit_has_them_all() -> None:
    exits = many(10, REMOVED, unit=C)

    table = term_report(TERM, exits, [], structure="now").table("by_unit")

    assert row(table, "Chi bộ C")["REMOVED"] == 10
    assert table.notes[0] == "Đơn vị theo tổ chức hiện nay."


def test_cells_stand_in_the_order_of_their_numbers() -> None:
    exits = [left(REMOVED, unit=("X", f"Chi bộ {number}")) for number in (10, 2)]

    table = term_report(TERM, exits, []).table("by_unit")

    assert column(table, "unit")[1:3] == ["Chi bộ 2", "Chi bộ 10"]


def test_an_exit_without_a_unit_has_a_row_at_the_end() -> None:
    report = term_report(TERM, [left(REMOVED, unit=()), left(REMOVED)], [])

    table = report.table("by_unit")

    assert column(table, "unit")[-2:] == ["Chưa rõ đơn vị", "Tổng số"]
    assert column(table, "total")[-1] == 2
    assert "1 trường hợp chưa rõ đơn vị." in report.problems


def test_a_rate_takes_only_the_years_that_have_a_number_of_members() -> None:
    exits = [*many(2, REMOVED, "2021-01-01"), *many(7, REMOVED, "2022-01-01")]

    table = term_report(TERM, exits, [members(1000, 2021), members(500, 2023)]).table("by_unit")

    assert row(table, "Chi bộ A")["member_years"] == 1500
    assert row(table, "Chi bộ A")["left_rate"] == 1.33


def test_a_rate_of_a_parent_covers_the_cells_that_have_a_number() -> None:
    exits = [
        *many(4, REMOVED, "2021-01-01", unit=A),
        *many(9, REMOVED, "2021-01-01", unit=B),
        *many(4, ExitKind.DIED, "2021-01-01", unit=A),
    ]

    table = term_report(TERM, exits, [members(1000, 2021, A)]).table("by_unit")

    assert row(table, "Phường X")["left_rate"] == 4.0
    assert row(table, "Phường X")["exit_rate"] == 8.0
    assert row(table, "Chi bộ B")["left_rate"] is None
    assert row(table, "Tổng số")["left_rate"] == 4.0


def test_a_parents_own_number_wins_over_those_of_its_cells() -> None:
    heads = [members(1000, 2021, A), members(2000, 2021, A[:1])]

    table = term_report(TERM, many(4, REMOVED, "2021-01-01"), heads).table("by_unit")

    assert row(table, "Phường X")["member_years"] == 2000
    assert row(table, "Tổng số")["member_years"] == 2000


def test_partial_years_make_no_rate() -> None:
    term = Term.parse("10/2020-10/2025")

    report = term_report(
        term, many(4, REMOVED, "2020-11-01"), [members(1000, 2020), members(9, 2019)]
    )

    assert row(report.table("by_unit"), "Chi bộ A")["left_rate"] is None


def test_a_unit_that_lost_more_than_one_per_cent_in_a_year_is_named() -> None:
    exits = [*many(6, REMOVED, "2021-01-01"), *many(5, WITHDREW, "2022-01-01")]

    report = term_report(TERM, exits, [members(500, 2021), members(500, 2022)])
    (sentence,) = report.checks

    assert sentence == (
        "Phường X › Chi bộ A, năm 2021: 6 người bị xóa tên hoặc xin ra trên 500 đảng viên "
        "(1,2%): cần kiểm tra lại số liệu."
    )


def test_one_person_in_a_small_cell_is_no_warning() -> None:
    report = term_report(TERM, many(1, REMOVED, "2021-01-01"), [members(30, 2021)])

    assert report.checks == ()


def test_exits_of_a_unit_declared_empty_are_a_warning() -> None:
    report = term_report(TERM, many(2, REMOVED, "2021-01-01"), [members(0, 2021)])

    assert "trên 0 đảng viên: cần kiểm tra" in report.checks[0]


def test_two_numbers_for_one_unit_and_year_are_told() -> None:
    report = term_report(TERM, [], [members(900, 2021), members(1000, 2021)])
    (sentence,) = report.problems

    assert sentence == (
        "Phường X › Chi bộ A, năm 2021: khai nhiều số đảng viên khác nhau (900, 1.000); "
        "dùng số khai sau cùng."
    )
