from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.period import (
    Month,
    PartialDate,
    Term,
    add_months,
    month_spans,
    whole_years,
    written,
)


def test_months_cross_the_year() -> None:
    assert Month(2024, 11).plus(3) == Month(2025, 2)
    assert Month(2024, 1).plus(-1) == Month(2023, 12)
    assert [*Month(2024, 11).until(Month(2025, 1))] == [
        Month(2024, 11),
        Month(2024, 12),
        Month(2025, 1),
    ]


def test_a_month_knows_its_days_and_its_names() -> None:
    month = Month.parse("2024-02")

    assert (month.first_day, month.last_day) == (date(2024, 2, 1), date(2024, 2, 29))
    assert (str(month), month.vi) == ("2024-02", "2/2024")
    assert Month.of(date(2024, 2, 10)) == month


@pytest.mark.parametrize(
    ("iso", "vi", "first", "last"),
    [
        ("1990", "1990", date(1990, 1, 1), date(1990, 12, 31)),
        ("1990-02", "02/1990", date(1990, 2, 1), date(1990, 2, 28)),
        ("1990-02-03", "03/02/1990", date(1990, 2, 3), date(1990, 2, 3)),
    ],
)
def test_a_date_keeps_its_precision(iso: str, vi: str, first: date, last: date) -> None:
    found = PartialDate.parse(iso)

    assert (str(found), found.vi, found.first, found.last) == (iso, vi, first, last)
    assert found.exact is (len(iso) == 10)


@pytest.mark.parametrize("text", ["", "90", "1990-2", "1990-13", "1990-02-30", "3/2/1990", "x"])
def test_what_is_no_iso_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@pytest.mark.parametrize("parts", [(1990, 0), (1990, 2, 0), (1990, None, 3), (1990, 2, 30)])
def test_a_date_that_no_calendar_has_is_refused(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(*parts)


def test_an_exact_day_becomes_an_exact_date() -> None:
    assert PartialDate.of(date(1990, 2, 3)) == PartialDate(1990, 2, 3)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("1990-06-15", "2020-06-14", (29, 29)),
        ("1990-06-15", "2020-06-15", (30, 30)),
        ("1990", "2020-06-15", (29, 30)),
        ("1990-06", "2020-06-15", (29, 30)),
        ("1990", "2020", (29, 30)),
    ],
)
def test_imprecise_dates_bound_an_age(start: str, end: str, years: tuple[int, int]) -> None:
    assert whole_years(PartialDate.parse(start), PartialDate.parse(end)) == years


def test_a_month_clock_ends_on_the_same_day_or_the_last_of_the_month() -> None:
    assert add_months(date(2024, 9, 15), 12) == date(2025, 9, 15)
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2020-2025", date(2020, 1, 1), date(2025, 12, 31)),
        ("2020 – 2025", date(2020, 1, 1), date(2025, 12, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("10/2020-10/2025", date(2020, 10, 1), date(2025, 10, 31)),
        ("5/10/2020-4/10/2025", date(2020, 10, 5), date(2025, 10, 4)),
        ("2020-10-05..2025-10-04", date(2020, 10, 5), date(2025, 10, 4)),
        ("5/10/2020 đến 4/10/2025", date(2020, 10, 5), date(2025, 10, 4)),
    ],
)
def test_a_term_is_read_in_every_form_people_type(text: str, start: date, end: date) -> None:
    term = Term.parse(text)

    assert (term.start, term.end) == (start, end)


@pytest.mark.parametrize("text", ["", "2025-2020", "nhiệm kỳ", "1/2/3/2020", "13/2020"])
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Term.parse(text)


def test_partial_years_of_a_term_are_told() -> None:
    term = Term.parse("10/2020-10/2025")

    assert [year for year in term.years if term.is_partial(year)] == [2020, 2025]
    assert term.vi == "01/10/2020 đến 31/10/2025"


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ("2020-10-01", True),
        ("2025-10-31", True),
        ("2020-09-30", False),
        ("2025-11-01", False),
        ("2021", True),
        ("2020", None),
        ("2019", False),
        ("2026", False),
    ],
)
def test_a_term_holds_both_its_ends_and_doubts_what_is_too_imprecise(
    when: str,
    holds: bool | None,  # noqa: FBT001 (a column of the table)
) -> None:
    assert Term.parse("10/2020-10/2025").holds(PartialDate.parse(when)) is holds


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_survives_writing_and_reading(day: date) -> None:
    written = str(PartialDate.of(day))

    assert PartialDate.parse(written).first == day
    assert PartialDate.parse(written[:7]).first <= day <= PartialDate.parse(written[:7]).last


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(-500, 500))
def test_going_months_forward_and_back_returns(year: int, number: int, months: int) -> None:
    month = Month(year, number)

    assert month.plus(months).plus(-months) == month


def test_runs_of_months_are_drawn_together() -> None:
    months = [Month(2024, number) for number in (8, 2, 6, 7, 2)]

    assert month_spans(months, years=False) == "2, 6–8"
    assert month_spans([Month(2024, 1), Month(2023, 12)], years=True) == "12/2023, 1/2024"


def test_a_term_that_is_cut_says_up_to_which_day_it_was_counted() -> None:
    term = Term.parse("2020-2025")

    cut = term.until(date(2024, 6, 30))

    assert cut.vi == "01/01/2020 tính đến 30/06/2024"
    assert cut.planned_end == date(2025, 12, 31)
    assert term.until(date(2026, 1, 1)) == term


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2020-2025", "01/01/2014 đến 31/12/2019"),
        ("2024", "01/01/2023 đến 31/12/2023"),
        ("10/2020-10/2025", "01/09/2015 đến 30/09/2020"),
        ("14/10/2020-13/10/2025", "14/10/2015 đến 13/10/2020"),
        ("5/3/2024-30/6/2024", "08/11/2023 đến 04/03/2024"),
    ],
)
def test_the_term_before_is_as_long_and_ends_the_day_before(text: str, before: str) -> None:
    assert Term.parse(text).before().vi == before


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.integers(0, 4000))
def test_the_term_before_never_overlaps(start: date, days: int) -> None:
    term = Term(start, start + timedelta(days=days), "kỳ")

    assert not term.overlaps(term.before())
    assert term.before().end + timedelta(days=1) == term.start


def test_a_date_is_written_after_its_words_and_nothing_where_nobody_knows_it() -> None:
    assert written(PartialDate(2024, 5, 1), " từ ") == " từ 01/05/2024"
    assert written(PartialDate(2024, 5)) == "05/2024"
    assert written(None, " từ ") == ""
