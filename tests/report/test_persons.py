from partyroll.model import ExitKind, ExitRecord, Gender, Reason
from partyroll.report.term import term_report
from report.cells import column, row
from report.exits import TERM, A, left, on

REMOVED, WITHDREW = ExitKind.REMOVED, ExitKind.WITHDREW


def test_age_is_counted_in_full_years_at_the_day_of_exit() -> None:
    exits = [
        left(REMOVED, "2022-05-10", born="1991-05-11"),
        left(REMOVED, "2022-05-10", born="1991-05-10"),
    ]

    table = term_report(TERM, exits, []).table("by_age")

    assert row(table, "18–30")["REMOVED"] == 1
    assert row(table, "31–35")["REMOVED"] == 1


def test_a_birth_year_that_fits_two_bands_is_unknown() -> None:
    exits = [left(REMOVED, "2022-05-10", born="1991"), left(REMOVED, "2022-05-10", born="1989")]

    table = term_report(TERM, exits, []).table("by_age")

    assert row(table, "Không rõ")["REMOVED"] == 1
    assert row(table, "31–35")["REMOVED"] == 1


def test_the_share_of_the_young_is_of_those_whose_age_is_known() -> None:
    exits = [
        left(REMOVED, born="1991"),
        left(WITHDREW, born="1960-01-01"),
        left(WITHDREW),
        left(WITHDREW, born="1981"),  # forty or forty-one
        left(WITHDREW, born="2023"),
    ]

    table = term_report(TERM, exits, []).table("shares")

    both = next(line for line in table.rows if line[1] == "Xóa tên và xin ra khỏi Đảng")
    assert both[:6] == ("Từ 18 đến 40 tuổi", "Xóa tên và xin ra khỏi Đảng", 1, 2, 3, 50.0)


def test_someone_who_was_not_yet_eighteen_is_neither_young_nor_silent() -> None:
    report = term_report(TERM, [left(REMOVED, born="2010-01-01")], [])

    assert report.table("shares").rows[0][2:5] == (0, 1, 0)
    assert "1 trường hợp chưa đủ 18 tuổi khi giảm: kiểm tra ngày sinh." in report.problems


def test_the_probationary_and_the_women_are_shared_of_the_known() -> None:
    exits = [
        ExitRecord(
            "1", "A", REMOVED, A, Gender.FEMALE, probationary=True, decision_date=on("2022")
        ),
        ExitRecord(
            "2", "B", REMOVED, A, Gender.MALE, probationary=False, decision_date=on("2022")
        ),
        ExitRecord("3", "C", REMOVED, A, decision_date=on("2022")),
    ]

    report = term_report(TERM, exits, [])

    assert row(report.table("shares"), "Đảng viên dự bị")["share"] == 50.0
    assert row(report.table("shares"), "Nữ")["unknown"] == 1
    assert column(report.table("by_gender"), "REMOVED") == [1, 1, 1, 3]


def test_who_was_not_confirmed_was_probationary_and_who_was_confirmed_before_was_not() -> None:
    not_confirmed = (Reason.PROBATION_NOT_CONFIRMED,)
    exits = [
        ExitRecord("1", "A", REMOVED, A, decision_date=on("2022"), reasons=not_confirmed),
        ExitRecord("2", "B", REMOVED, A, decision_date=on("2022"), official_date=on("2010")),
        ExitRecord("3", "C", REMOVED, A, decision_date=on("2022"), official_date=on("2022")),
    ]

    report = term_report(TERM, exits, [])

    found = row(report.table("shares"), "Đảng viên dự bị")
    assert (found["count"], found["known"], found["unknown"]) == (1, 2, 1)


def test_years_of_membership_are_counted_from_admission() -> None:
    exits = [
        ExitRecord("1", "A", REMOVED, A, admission_date=on(day), decision_date=on("2022-05-10"))
        for day in ("2021-06-01", "2021-05-10", "2023-01-01")
    ]

    report = term_report(TERM, exits, [])

    assert column(report.table("by_tenure"), "REMOVED") == [1, 1, 0, 0, 0, 0, 1, 3]
    assert "1 trường hợp giảm trước ngày vào Đảng: kiểm tra các ngày." in report.problems


def test_a_person_who_left_twice_in_the_term_is_named() -> None:
    exits = [
        left(REMOVED, "2020-02-02", person="p1"),
        left(WITHDREW, "2025-02-02", person="p1"),
    ]

    report = term_report(TERM, exits, [])

    assert "Nguyễn Văn An: giảm 2 lần trong kỳ, kiểm tra có trùng hay không." in report.problems
