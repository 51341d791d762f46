from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.period import PartialDate
from partyroll.read.dates import date_in, read_date
from partyroll.read.grid import Fault, Value
from trials import trials

TODAY = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("03/02/1990", "1990-02-03"),
        ("..../..../1960", "1960"),
        ("00/00/1958", "1958"),
        ("00.00.1958", "1958"),
        ("__/5/1960", "1960-05"),
        ("00/05/1960", "1960-05"),
        ("xx/xx/1960", "1960"),
        ("x/1960", "1960"),
        ("-/-/1960", "1960"),
        ("T1/2025", "2025-01"),
        ("Th.1/2025", "2025-01"),
        ("Từ tháng 2/2025", "2025-02"),
        ("ngày 3/2/1990", "1990-02-03"),
        ("01/III/1980", "1980-03-01"),
        ("X/1980", "1980-10"),
        ("03-thg 2-1990", "1990-02-03"),
        ("03022005", "2005-02-03"),
        ("20012011", "2011-01-20"),
        ("20011203", "2001-12-03"),
        ("3/2/1990", "1990-02-03"),
        ("03-Feb-1990", "1990-02-03"),
        ("3 February 1990", "1990-02-03"),
        ("3.2.1990", "1990-02-03"),
        ("03-02-1990", "1990-02-03"),
        ("03 / 02 / 1990", "1990-02-03"),
        ("1990-02-03", "1990-02-03"),
        ("1990-02-03 00:00:00", "1990-02-03"),
        ("03/02/1990 00:00:00", "1990-02-03"),
        ("'03/02/1990", "1990-02-03"),
        ("  03/02/1990\t", "1990-02-03"),
        ("ngày 03 tháng 02 năm 1990", "1990-02-03"),
        ("Ngày 3 tháng 2 năm 1990", "1990-02-03"),
        (datetime.fromisoformat("1990-02-03T07:00"), "1990-02-03"),
        (date(1990, 2, 3), "1990-02-03"),
        (32907.0, "1990-02-03"),
        ("32907", "1990-02-03"),
        (19900203.0, "1990-02-03"),
        ("19900203", "1990-02-03"),
        ("02/1990", "1990-02"),
        ("2.1990", "1990-02"),
        ("tháng 02 năm 1990", "1990-02"),
        (PartialDate(1990, 2), "1990-02"),
        ("1990", "1990"),
        ("năm 1990", "1990"),
        (1990.0, "1990"),
    ],
)
def test_every_way_of_writing_a_date_keeps_its_precision(cell: Value, iso: str) -> None:
    reading = read_date(cell, latest=TODAY)

    assert (str(reading.value), reading.code) == (iso, "")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31/02/1980", "invalid_date"),
        ("29/02/2023", "invalid_date"),
        ("Quý I/2024", "invalid_date"),
        (1990.02, "invalid_date"),
        (2.199, "invalid_date"),
        ("13/1990", "invalid_date"),
        ("0/13/1990", "invalid_date"),
        ("x/13/1990", "invalid_date"),
        ("0/0/1890", "invalid_date"),
        ("hôm qua", "invalid_date"),
        (123.0, "invalid_date"),
        (True, "invalid_date"),
        ("#REF!", "formula_error"),
        (Fault("formula_error", "#N/A"), "formula_error"),
        (Fault("formula_without_cached_value", "=A1"), "formula_without_cached_value"),
        ("02/25/1990", "day_month_swapped"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(cell: Value, code: str) -> None:
    reading = read_date(cell, latest=TODAY)

    assert (reading.value, reading.code) == (None, code)


@pytest.mark.parametrize("cell", ["", "  ", "Không rõ", "không nhớ", "-", "chưa rõ"])
def test_unknown_stays_unknown(cell: str) -> None:
    assert read_date(cell, latest=TODAY) == (None, "")


@pytest.mark.parametrize(
    ("cell", "latest", "iso"),
    [
        ("25/4/65", TODAY, "1965-04-25"),
        ("19/5/88", TODAY, "1988-05-19"),
        ("01/01/24", TODAY, "2024-01-01"),
        ("01/01/10", date(2007, 1, 1), "1910-01-01"),
    ],
)
def test_two_digits_take_the_century_that_is_possible(
    cell: str, latest: date, iso: str
) -> None:
    reading = read_date(cell, latest=latest)

    assert (str(reading.value), reading.code) == (iso, "two_digit_year")


def test_a_serial_of_a_workbook_that_counts_from_1904() -> None:
    assert str(read_date(31445.0, latest=TODAY, epoch_1904=True).value) == "1990-02-03"


@pytest.mark.parametrize(
    ("text", "iso", "rest"),
    [
        ("10-QĐ/HU, 05/01/2020", "2020-01-05", "10-QĐ/HU,"),
        ("Số 10-QĐ/HU ngày 5 tháng 1 năm 2020", "2020-01-05", "Số 10-QĐ/HU"),
        ("10-QĐ/HU (05.01.2020)", "2020-01-05", "10-QĐ/HU ( )"),
        ("12-QĐ/ĐU 01/2020", "2020-01", "12-QĐ/ĐU"),
    ],
)
def test_a_number_and_its_date_share_a_cell(text: str, iso: str, rest: str) -> None:
    reading, around = date_in(text, latest=TODAY)

    assert str(reading.value) == iso
    assert " ".join(around.split()) == rest


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
@trials(25, many=50)
def test_day_first_survives_every_separator(day: date) -> None:
    texts = [f"{day.day}{sign}{day.month}{sign}{day.year}" for sign in "/-."]

    assert {read_date(text, latest=TODAY).value for text in texts} == {PartialDate.of(day)}


@given(st.text(max_size=30))
@trials(25, many=50)
def test_no_text_is_given_a_date_it_does_not_name(text: str) -> None:
    value = read_date(text, latest=TODAY).value

    assert value is None or any(sign.isdigit() for sign in text)


@given(
    st.from_regex(r"\A[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{2}){1,2}\Z") | st.text(max_size=12)
)
def test_a_date_without_a_remark_is_the_same_whatever_its_latest_day(text: str) -> None:
    early = read_date(text, latest=date(1975, 1, 1))

    assert early.code or early == read_date(text, latest=date(2026, 6, 30))
