"""The sentence of a finding."""

import pytest

from partyroll.model import Ground
from partyroll.period import Month
from partyroll.rules.wording import why

MONTHS = tuple(Month(2025, number) for number in (2, 3, 4))
OWED = "3 tháng chưa đóng đảng phí"


@pytest.mark.parametrize(
    ("noted", "inferred", "said"),
    [
        (0, 0, f"{OWED}: 2–4/2025"),
        (3, 0, f"{OWED}, đều có ghi lý do: 2–4/2025"),
        (0, 3, f"{OWED}, đều suy ra từ ô trống: 2–4/2025"),
        (1, 0, f"{OWED}, trong đó 1 tháng có ghi lý do: 2–4/2025"),
        (3, 1, f"{OWED}, đều có ghi lý do, trong đó 1 tháng suy ra từ ô trống: 2–4/2025"),
        (2, 1, f"{OWED}, trong đó 2 tháng có ghi lý do, 1 tháng suy ra từ ô trống: 2–4/2025"),
    ],
)
def test_what_weakens_a_finding_stands_beside_its_number(
    noted: int, inferred: int, said: str
) -> None:
    assert why(Ground.UNPAID_DUES, MONTHS, noted=noted, inferred=inferred) == said


def test_what_was_paid_late_is_never_called_a_debt() -> None:
    assert why(Ground.UNPAID_DUES, MONTHS, late=3) == "3 tháng đóng chậm đảng phí: 2–4/2025"


def test_debts_and_late_payments_are_told_apart() -> None:
    assert why(Ground.UNPAID_DUES, MONTHS, late=1) == (
        "3 tháng chưa đóng hoặc đóng chậm đảng phí, trong đó 1 tháng đóng chậm: 2–4/2025"
    )
    assert why(Ground.MIXED, MONTHS, late=2) == (
        "3 tháng chưa đóng, đóng chậm đảng phí hoặc vắng sinh hoạt,"
        " trong đó 2 tháng đóng chậm: 2–4/2025"
    )


def test_of_one_month_nobody_says_all_of_them() -> None:
    told = why(Ground.UNPAID_DUES, MONTHS[:1], inferred=1)

    assert told == "1 tháng chưa đóng đảng phí, suy ra từ ô trống: 2/2025"


def test_of_two_months_both_may_be_of_one_sort() -> None:
    told = why(Ground.UNPAID_DUES, MONTHS[:2], inferred=2)

    assert told == "2 tháng chưa đóng đảng phí, đều suy ra từ ô trống: 2, 3/2025"


def test_a_mark_of_the_book_is_told_as_one_and_a_remark_of_the_roster_as_a_reason() -> None:
    by_mark = why(Ground.SKIP_MEETINGS, MONTHS, noted=1)
    by_remark = why(Ground.SKIP_MEETINGS, MONTHS, noted=1, by_remark=True)

    assert by_mark == "3 tháng vắng sinh hoạt, trong đó 1 tháng sổ ghi có phép: 2–4/2025"
    assert by_remark == "3 tháng vắng sinh hoạt, trong đó 1 tháng có ghi lý do: 2–4/2025"


def test_months_with_nothing_beside_them_are_told_plainly() -> None:
    assert why(Ground.UNPAID_DUES, MONTHS) == f"{OWED}: 2–4/2025"
