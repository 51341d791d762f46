"""Where a check of one member's rating begins and ends, and the places that it names."""

from dataclasses import replace
from datetime import date

import pytest

from partyroll.model import (
    MatterKind,
    MonthFact,
    PermissionKind,
    RatingLevel,
    RatingStage,
    Source,
    Stay,
    YearRating,
)
from partyroll.period import PartialDate
from partyroll.rules.rating.facts import RatedPerson
from rules.rating.ratings import (
    COMPLETE,
    GOOD,
    NOT_COMPLETE,
    NOT_RATED,
    matters,
    member,
    missed,
    paper,
    rated,
    unpaid,
)

L1, L3 = MatterKind.RATED_WITH_DEFAULTS, MatterKind.RATED_WITHOUT_REMARKS
L10 = MatterKind.TWICE_NOT_COMPLETE
THOUGH_EXEMPT, NOT_YET = MatterKind.RATED_THOUGH_EXEMPT, MatterKind.NOT_RATED_YET
RATED_GOOD = (
    "xếp loại năm 2024: hoàn thành tốt nhiệm vụ (xep-loai.xlsx › 2024 › dòng 9); trong năm có "
)


# --- Months of the year (L1) --------------------------------------------------------------
def told(*facts: MonthFact) -> str:
    return matters(member(GOOD, defaults=facts))[L1].text.removeprefix(RATED_GOOD)


def unpaid_at(month: int, source: Source) -> MonthFact:
    return replace(unpaid(month)[0], source=source)


def test_an_office_that_looks_at_single_months_is_told_of_one() -> None:
    found = matters(member(GOOD, defaults=unpaid(2)), months=1)

    assert found[L1].text == (
        f"{RATED_GOOD}1 tháng chưa đóng đảng phí: 2 (dang-phi.xlsx › 2024 › C7)"
    )


def test_months_of_two_books_are_told_book_by_book() -> None:
    first = unpaid(2, 3)
    second = unpaid_at(9, Source("dang-phi-2.xlsx", "Quý 3", 5, "K5"))

    assert told(*first, second) == (
        "3 tháng chưa đóng đảng phí: 2, 3, 9 (dang-phi.xlsx › 2024 › C7, D7;"
        " dang-phi-2.xlsx › Quý 3 › K5)"
    )


def test_a_list_with_a_line_for_each_month_names_its_lines() -> None:
    lines = (unpaid_at(month, Source("thu.docx", "", month + 20)) for month in (2, 3, 9))

    assert told(*lines) == (
        "3 tháng chưa đóng đảng phí: 2, 3, 9 (thu.docx › dòng 22, dòng 23, dòng 29)"
    )


def test_a_file_that_has_neither_cells_nor_lines_is_named_alone() -> None:
    facts = (unpaid_at(month, Source("thu.pdf")) for month in (2, 3, 9))

    assert told(*facts) == "3 tháng chưa đóng đảng phí: 2, 3, 9 (thu.pdf)"


def test_months_that_no_workbook_states_are_told_without_a_place() -> None:
    assert told(*missed(1, 2, 3)) == "3 tháng vắng sinh hoạt không phép: 1–3"
    assert told(*(unpaid_at(month, Source("")) for month in (2, 3, 9))) == (
        "3 tháng chưa đóng đảng phí: 2, 3, 9"
    )


# --- Times elsewhere (L3) -----------------------------------------------------------------
def test_an_exemption_that_ended_before_half_a_year_asks_for_no_remarks() -> None:
    until_may = paper(
        PermissionKind.TEMP_EXEMPT, PartialDate(2024, 1, 1), PartialDate(2024, 5, 31)
    )

    assert L3 not in matters(member(GOOD, permissions=(until_may,)))


@pytest.mark.parametrize(
    ("back_on", "asked"), [(date(2024, 9, 1), True), (date(2024, 8, 31), False)]
)
def test_the_month_in_which_somebody_comes_back_is_no_whole_month_elsewhere(
    back_on: date,
    asked: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    half_a_year = Stay("host", date(2024, 3, 1), back_on, temporary=True)

    assert (L3 in matters(member(GOOD, stays=(half_a_year,)))) is asked


# --- Who is not rated ---------------------------------------------------------------------
def test_the_paper_of_a_suspension_is_told_beside_the_level() -> None:
    suspended = (paper(PermissionKind.SUSPENDED, PartialDate(2024, 10, 1)),)

    found = matters(member(COMPLETE, permissions=suspended))

    assert found[THOUGH_EXEMPT].text.endswith("; đình chỉ sinh hoạt từ 01/10/2024")


def test_who_was_admitted_a_whole_year_ago_is_rated_where_a_year_is_asked() -> None:
    a_year_ago = PartialDate(2023, 12, 31)

    given = matters(member(GOOD, admission_date=a_year_ago), new_months=12)
    left_out = matters(member({}, cell_rated=True, admission_date=a_year_ago), new_months=12)

    assert THOUGH_EXEMPT not in given
    assert NOT_YET in left_out


# --- Left out of the list -----------------------------------------------------------------
@pytest.mark.parametrize("level", [GOOD, NOT_COMPLETE, NOT_RATED])
def test_nobody_is_missed_whom_the_list_of_the_cell_names(level: RatingLevel) -> None:
    assert NOT_YET not in matters(member(level, cell_rated=True))


def test_whom_the_list_left_out_is_named_from_the_last_day_of_the_year() -> None:
    left_out = member({}, cell_rated=True)

    assert NOT_YET in matters(left_out, as_of=date(2024, 12, 31))
    assert NOT_YET not in matters(left_out, as_of=date(2024, 12, 30))


# --- Twice not complete (L10) -------------------------------------------------------------
def test_the_question_what_an_old_level_meant_quotes_it_with_its_year() -> None:
    text = "Vi phạm tư cách hoặc không hoàn thành nhiệm vụ"
    old = rated(2015, NOT_COMPLETE, text=text)
    levels = {
        2015: YearRating({RatingStage.COMMITTEE: old}),
        2016: YearRating({RatingStage.COMMITTEE: rated(2016, NOT_COMPLETE)}),
    }

    matter = matters(RatedPerson("1", "Nguyễn Thử", levels), year=2016)[L10]

    assert matter.remarks == (f"năm 2015 ghi “{text}”: hỏi chi bộ là vế nào",)
