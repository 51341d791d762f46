import pytest

from partyroll.model import CellValue, Column, Table
from partyroll.period import PartialDate
from partyroll.report.masking import masked_table, without_numbers

COLUMNS = (
    Column("full_name", "Họ và tên"),
    Column("birth_date", "Ngày sinh"),
    Column("card_no", "Số thẻ"),
    Column("counted_on", "Ngày tính"),
)


def masked(born: str, left: CellValue) -> tuple[CellValue, ...]:
    row = ("Nguyễn Văn An", PartialDate.parse(born), "099123456789", left)
    return masked_table(Table("names", "Danh sách", COLUMNS, (row,))).rows[0]


def test_an_age_stands_for_the_birth_date_and_nothing_for_the_card() -> None:
    assert masked("1990-03-02", PartialDate.parse("2024-03-01"))[:3] == (
        "Nguyễn Văn An",
        "33",
        None,
    )


def test_a_year_of_birth_gives_two_ages() -> None:
    assert masked("1990", PartialDate.parse("2024-03-01"))[1] == "33–34"


def test_without_a_date_there_is_no_age() -> None:
    assert masked("1990-03-02", None)[1] is None


def test_a_table_about_nobody_stays_as_it_is() -> None:
    table = Table("sums", "Số liệu", (Column("count", "Số"),), ((7,),))

    assert masked_table(table) is table


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("CCCD 099061000123, còn nợ", "CCCD ********0123, còn nợ"),
        ("thẻ 099 061 000 123.", "thẻ ********0123."),
        ("đt 0990000017", "đt ******0017"),
        ("CMND cũ 990123456", "CMND cũ *****3456"),
        ("nợ 1.200.000.000 đồng, năm 2023 2024", "nợ 1.200.000.000 đồng, năm 2023 2024"),
        ("QĐ 12-QĐ/ĐU ngày 10/05/2025", "QĐ 12-QĐ/ĐU ngày 10/05/2025"),
    ],
)
def test_of_a_number_that_somebody_typed_the_end_is_left(typed: str, seen: str) -> None:
    assert without_numbers(typed) == seen


def test_remarks_in_any_table_lose_their_numbers() -> None:
    columns = (Column("remarks", "Ghi chú"), Column("person_id", "Mã", printed=False))
    table = Table("gaps", "Ghi chú", columns, (("CCCD 099061000123", "099061000123"),))

    assert masked_table(table).rows == (("CCCD ********0123", "099061000123"),)
