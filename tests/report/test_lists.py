from dataclasses import replace

from partyroll.model import (
    Finding,
    Gap,
    Ground,
    GroundCount,
    MonthFact,
    ReviewList,
    Source,
    State,
)
from partyroll.period import Month
from partyroll.report.lists import (
    CONCLUSIONS,
    ListedPerson,
    evidence_table,
    gaps_table,
    review_tables,
)
from report.cells import column, row

DUES, MEETINGS = Ground.UNPAID_DUES, Ground.SKIP_MEETINGS


def month(
    number: int, state: State, note: str = "", *, ground: Ground = DUES, year: int = 2024
) -> MonthFact:
    return MonthFact(Month(year, number), ground, state, note)


def listed(
    *months: MonthFact,
    name: str = "Trần An",
    unit: str = "Chi bộ 1",
    on_list: ReviewList = ReviewList.REVIEW,
    remarks: tuple[str, ...] = (),
    only_inferred: bool = False,
) -> ListedPerson:
    finding = Finding(
        list=on_list,
        ground=DUES,
        count=3,
        grounds=(GroundCount(DUES, 3, 0, 3, 2, 0, 3, 0), GroundCount(MEETINGS, *[1] * 7)),
        months=months,
        only_inferred=only_inferred,
        why="",
        remarks=remarks,
    )
    return ListedPerson(finding, name, "099000000001", unit, person_id="p1")


def test_months_stand_in_the_column_of_their_state() -> None:
    person = listed(
        month(11, State.UNPAID),
        month(2, State.UNPAID),
        month(3, State.UNPAID_INFERRED),
        month(4, State.UNPAID, "nghỉ ốm"),
        month(5, State.UNEXCUSED, ground=MEETINGS),
        month(6, State.EXCUSED_MARKED, ground=MEETINGS),
        month(7, State.UNKNOWN),
        remarks=("đi làm ăn xa", "gửi đơn"),
    )

    found = row(review_tables([person])[0], 1)

    assert found["unpaid"] == "2, 11"
    assert [found["inferred"], found["noted"]] == ["3", "4"]
    assert [found["unexcused"], found["excused_marked"]] == ["5", "6"]
    assert [found["longest_run"], found["count"]] == [2, 3]
    assert found["remarks"] == "đi làm ăn xa; gửi đơn"


def test_months_paid_late_have_a_column_where_a_list_counts_them() -> None:
    person = listed(month(1, State.PAID_LATE), month(2, State.PAID_LATE))

    found = row(review_tables([person])[0], 1)

    assert found["late"] == "1, 2"
    assert "unpaid" not in found


def test_every_month_with_a_reason_stands_in_the_column_of_reasons() -> None:
    said = "danh sách ghi “nằm viện”, cần xác nhận"
    person = listed(
        month(3, State.UNPAID_INFERRED, said),
        month(3, State.UNEXCUSED, said, ground=MEETINGS),
        month(5, State.UNEXCUSED, said, ground=MEETINGS),
        month(6, State.EXCUSED_MARKED, "có phép", ground=MEETINGS),
    )

    found = row(review_tables([person])[0], 1)

    assert (found["noted"], found["excused_marked"]) == ("3, 5", "6")
    assert "inferred" not in found
    assert "unexcused" not in found


def test_months_of_two_years_carry_their_year() -> None:
    person = listed(month(12, State.UNPAID, year=2023), month(1, State.UNPAID))

    assert column(review_tables([person])[0], "unpaid") == ["12/2023, 1/2024"]


def test_each_list_has_its_table_and_nobody_stands_on_two() -> None:
    people = [listed(on_list=ReviewList.WATCH), listed(on_list=ReviewList.CHECK_REASON)]

    tables = review_tables(people)

    assert [table.id for table in tables] == [
        "review",
        "review_inferred",
        "check_reason",
        "watch",
        "silenced",
    ]
    assert [len(table.rows) for table in tables] == [0, 0, 1, 1, 0]


def test_whoever_was_judged_before_stands_apart_from_every_list() -> None:
    heard = listed()
    judged = replace(heard, finding=replace(heard.finding, silenced=True))

    *lists, apart = review_tables([judged])

    assert [len(table.rows) for table in lists] == [0, 0, 0, 0]
    assert (apart.id, len(apart.rows)) == ("silenced", 1)


def test_who_is_listed_by_blanks_alone_stands_in_a_table_apart() -> None:
    sure, only_blanks = listed(), listed(only_inferred=True)

    first, apart, *_ = review_tables([sure, only_blanks])

    assert len(first.rows) == 1
    assert len(apart.rows) == 1
    assert "ô trống" in apart.title


def test_evidence_that_nobody_on_a_list_has_takes_no_room() -> None:
    first = review_tables([listed(month(2, State.UNPAID))])[0]

    keys = {shown.key for shown in first.columns}
    assert "unpaid" in keys
    assert keys.isdisjoint({"inferred", "noted", "unexcused", "excused_marked", "remarks"})


def test_answers_are_left_to_people() -> None:
    found = row(review_tables([listed()])[0], 1)

    assert {key: value for key, value in found.items() if key.startswith("answer_")} == {
        "answer_reason": None,
        "answer_opinion": None,
        "answer_conclusion": None,
        "answer_decided_by": None,
        "answer_date": None,
        "answer_paper": None,
    }


def test_a_row_that_goes_out_carries_whose_it_is_out_of_sight() -> None:
    table = review_tables([listed()], "list-7")[0]
    key = next(one for one in table.columns if one.key == "row_key")

    assert (key.hidden, row(table, 1)["row_key"]) == (True, "list-7/p1")


def test_a_cell_cannot_conclude_that_somebody_is_struck_off() -> None:
    assert "Đề nghị xóa tên" in CONCLUSIONS.words
    assert "Xóa tên" not in CONCLUSIONS.words


def test_people_stand_by_cell_and_given_name() -> None:
    people = [
        listed(name="Lê Yến", unit="Chi bộ 10"),
        listed(name="Lê Yến", unit="Chi bộ 2"),
        listed(name="Võ Ân", unit="Chi bộ 2"),
    ]

    table = review_tables(people)[0]

    assert column(table, "unit") == ["Chi bộ 2", "Chi bộ 2", "Chi bộ 10"]
    assert column(table, "full_name") == ["Võ Ân", "Lê Yến", "Lê Yến"]


def test_evidence_names_file_sheet_and_cell_of_each_month() -> None:
    fact = MonthFact(
        Month(2024, 2),
        DUES,
        State.UNPAID_INFERRED,
        "đi vắng",
        "39/40 đã thu",
        source=Source("so.xlsx", "CB1", 9, "F9"),
    )

    found = row(evidence_table([listed(fact)]), 1)

    assert [found["month"], found["state"]] == ["2/2024", "suy ra từ ô trống"]
    assert found["note"] == "đi vắng; 39/40 đã thu"
    assert [found["file"], found["sheet"], found["cell"]] == ["so.xlsx", "CB1", "F9"]


def test_evidence_without_a_cell_names_its_row_or_nothing() -> None:
    by_row = MonthFact(Month(2024, 1), DUES, State.UNPAID, source=Source("so.xlsx", "CB1", 9))

    table = evidence_table([listed(by_row, month(2, State.UNPAID))])

    assert column(table, "cell") == ["dòng 9", ""]


def test_gaps_are_told_in_words_and_in_the_order_of_the_cells() -> None:
    gaps = [
        Gap("Chi bộ 10", DUES, "no_book", (Month(2024, 1), Month(2024, 2))),
        Gap("Chi bộ 2", DUES, "empty_month", (Month(2024, 3),), 40, "thiếu sổ tháng 3/2024"),
        Gap("Chi bộ 2", MEETINGS, "something_new", ()),
    ]

    table = gaps_table(gaps)

    assert column(table, "unit") == ["Chi bộ 2", "Chi bộ 2", "Chi bộ 10"]
    assert column(table, "kind") == ["something_new", "sổ không ghi gì trong tháng", "thiếu sổ"]
    assert column(table, "months") == ["", "3/2024", "1/2024, 2/2024"]
    assert column(table, "count") == [None, 40, None]
