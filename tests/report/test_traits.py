from dataclasses import replace

from partyroll.model import ExitKind, ExitRecord, Reason
from partyroll.period import Term
from partyroll.report.term import term_report
from report.cells import column, row
from report.exits import TERM, left, many, on

REMOVED, WITHDREW = ExitKind.REMOVED, ExitKind.WITHDREW


def tay_ninh() -> list[ExitRecord]:
    """424 removed and 238 withdrawn, as published: 89 % skipped, 72 % hardship, 27 % left."""
    return [
        *many(377, REMOVED, "2018-01-01", Reason.SKIP_MEETINGS),
        *many(47, REMOVED, "2018-01-01", Reason.UNPAID_DUES),
        *many(171, WITHDREW, "2018-01-01", Reason.FAMILY_HARDSHIP),
        *many(64, WITHDREW, "2018-01-01", Reason.EMIGRATE_WITH_FAMILY),
        *many(3, WITHDREW, "2018-01-01", Reason.FAR_WORK),
    ]


def test_removed_and_withdrawn_have_their_own_denominators() -> None:
    table = term_report(Term.parse("2015-2020"), tay_ninh(), []).table("by_reason")

    assert row(table, "Bỏ sinh hoạt đảng")["share_REMOVED"] == 88.9
    assert row(table, "Hoàn cảnh gia đình khó khăn")["share_WITHDREW"] == 71.8
    assert row(table, "Hoàn cảnh gia đình khó khăn")["share_REMOVED"] == 0.0
    assert "424 đảng viên bị xóa tên; 238 đảng viên xin ra khỏi Đảng" in table.denominator


def test_all_reasons_named_are_shares_of_people_and_their_sum_of_nothing() -> None:
    exits = many(2, REMOVED, "2022-01-01", Reason.SKIP_MEETINGS, Reason.UNPAID_DUES)

    table = term_report(TERM, exits, []).table("by_mention")

    assert column(table, "share_REMOVED") == [100.0, 100.0, None]
    assert column(table, "total") == [2, 2, 4]


def test_who_was_not_confirmed_has_a_line_of_their_own() -> None:
    exits = [
        left(REMOVED, "2022-05-10", Reason.PROBATION_NOT_CONFIRMED, person="1"),
        replace(left(REMOVED, person="2"), probationary=True),
        replace(left(REMOVED, person="3"), official_date=on("2010")),
        left(REMOVED, person="4"),
    ]

    table = term_report(TERM, exits, []).table("by_official")

    assert column(table, "REMOVED") == [1, 2, 1, 1, 4]
    assert column(table, "level") == [1, 1, 2, 1, 1]
    assert table.rows[2][0] == "Trong đó: không được công nhận chính thức (Điều 5)"


def test_a_job_that_fits_no_group_is_told_with_its_words() -> None:
    jobs = ["Làm ruộng", "thợ săn", "thợ săn", ""]
    exits = [replace(left(REMOVED, person=str(n)), occupation=j) for n, j in enumerate(jobs)]

    table = term_report(TERM, exits, []).table("by_occupation")

    assert row(table, "Nông, lâm, ngư nghiệp")["REMOVED"] == 1
    assert row(table, "Khác, chưa xếp nhóm")["REMOVED"] == 2
    assert row(table, "Không rõ")["REMOVED"] == 1
    assert table.notes == ("Chưa xếp nhóm: thợ săn (2).",)


def test_what_nobody_said_makes_no_table_and_is_told() -> None:
    report = term_report(TERM, [replace(left(REMOVED), education_political="Sơ cấp")], [])

    tables = {table.id for table in report.tables}
    assert "by_theory" in tables
    assert "by_occupation" not in tables
    assert report.unsaid == (
        "Sổ chưa có tuổi Đảng, chính thức, dự bị, loại hình chi bộ, nghề nghiệp, trình độ học"
        " vấn, trình độ chuyên môn, dân tộc, tôn giáo của ai trong kỳ này: không lập bảng theo"
        " những điều đó."
    )


def test_nobody_left_so_nothing_is_missing() -> None:
    assert term_report(TERM, [], []).unsaid == ""


def test_spellings_of_one_people_are_one_row() -> None:
    names = ["Kinh", "KINH", "Ê Đê", ""]
    exits = [replace(left(REMOVED, person=str(n)), ethnicity=e) for n, e in enumerate(names)]

    table = term_report(TERM, exits, []).table("by_ethnicity")

    assert column(table, "REMOVED") == [2, 1, 1, 4]
    assert column(table, "ethnicity")[1:] == ["Ê Đê", "Không rõ", "Tổng số"]


def test_party_age_counts_from_the_decision_else_from_the_ceremony_and_says_so() -> None:
    known = replace(left(REMOVED, person="1"), admission_decision_date=on("1990-01-01"))
    other = replace(left(REMOVED, person="2"), admission_date=on("2015-01-01"))

    table = term_report(TERM, [known, other], []).table("by_party_age")

    assert column(table, "REMOVED") == [1, 0, 0, 1, 0, 0, 0, 2]
    assert "1 người chưa có thì từ ngày vào Đảng" in table.notes[1]
