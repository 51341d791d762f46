"""The province's two workbooks say what `truth.json` says they say."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from sample.reading import decided, exit_rows, numbered, roster_rows, year_of

PROVINCE = "Đảng bộ tỉnh Giả Định"
FORMS = {
    **dict.fromkeys(("Xóa tên", "Xoá tên", "XT"), "REMOVED"),
    **dict.fromkeys(("Xin ra khỏi Đảng", "Xin ra"), "WITHDREW"),
    "Khai trừ": "EXPELLED",
    "Từ trần": "DIED",
}


# --- The exits ----------------------------------------------------------------------------
def test_708_were_removed_and_733_withdrew(books: dict[str, Workbook]) -> None:
    kinds = Counter(FORMS[row[9]] for row in exit_rows(books))

    assert kinds == {"REMOVED": 708, "WITHDREW": 733, "EXPELLED": 30, "DIED": 25}


def test_the_years_of_the_decisions_are_those_of_the_truth(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    found = Counter((FORMS[row[9]], str(decided(row).year)) for row in exit_rows(books))
    meant = truth["exits-2020-2025.xlsx"]["by_kind_year"]

    assert found == {(k, y): n for k, years in meant.items() for y, n in years.items()}


def test_every_exit_names_the_units_of_its_day(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    found = Counter((" › ".join(committees(row)), FORMS[row[9]]) for row in exit_rows(books))
    meant = truth["exits-2020-2025.xlsx"]["by_unit_then"]
    committee = {path: kinds for path, kinds in meant.items() if is_lowest(path, meant)}

    assert found == {(p, k): n for p, kinds in committee.items() for k, n in kinds.items()}


def committees(row: tuple[Any, ...]) -> tuple[str, ...]:
    """Return the units above the cell, the highest first."""
    return (PROVINCE, row[7]) if row[6] == PROVINCE else (PROVINCE, row[6], row[7])


def is_lowest(path: str, paths: dict[str, Any]) -> bool:
    return not any(other.startswith(f"{path} › ") for other in paths)


def test_no_district_is_named_after_the_reorganisation(books: dict[str, Workbook]) -> None:
    later = {row[6] for row in exit_rows(books) if decided(row) >= date(2025, 7, 1)}
    before = {row[6] for row in exit_rows(books) if decided(row) < date(2025, 7, 1)}

    assert later == {PROVINCE}
    assert PROVINCE not in before


def main_reason(text: str | None) -> str:
    """Tell the reason that is written first."""
    starts = {
        "bỏ s": "SKIP_MEETINGS",
        "không đóng": "UNPAID_DUES",
        "giảm sút": "LOST_WILL",
        "đi làm ăn xa": "FAR_WORK",
        "dự bị": "PROBATION_NOT_CONFIRMED",
        "đảng viên dự bị": "PROBATION_NOT_CONFIRMED",
        "hoàn cảnh": "FAMILY_HARDSHIP",
        "gia đình": "FAMILY_HARDSHIP",
        "kinh tế gia đình": "FAMILY_HARDSHIP",
        "xuất cảnh": "EMIGRATE_WITH_FAMILY",
        "định cư": "EMIGRATE_WITH_FAMILY",
        "tuổi cao": "HEALTH_AGE",
        "vi phạm": "OTHER",
    }
    lowered = (text or "").lower()
    return next(
        (code for start, code in starts.items() if lowered.startswith(start)), "UNSTATED"
    )


def test_the_main_reasons_are_those_of_the_truth(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    found = Counter((FORMS[row[9]], main_reason(row[11])) for row in exit_rows(books))
    meant = truth["exits-2020-2025.xlsx"]["by_kind_main_reason"]

    assert found == {(k, r): n for k, reasons in meant.items() for r, n in reasons.items()}


def test_reasons_have_the_published_shares(truth: dict[str, Any]) -> None:
    reasons = truth["exits-2020-2025.xlsx"]["by_kind_main_reason"]

    assert round(100 * reasons["REMOVED"]["SKIP_MEETINGS"] / 708) == 89
    assert round(100 * reasons["WITHDREW"]["FAMILY_HARDSHIP"] / 733) == 72
    assert round(100 * reasons["WITHDREW"]["EMIGRATE_WITH_FAMILY"] / 733) == 27


def test_only_a_failed_probation_leaves_the_official_date_empty(
    books: dict[str, Workbook],
) -> None:
    blank = [row for row in exit_rows(books) if row[5] is None]

    assert len(blank) == 12
    assert {main_reason(row[11]) for row in blank} == {"PROBATION_NOT_CONFIRMED"}
    assert {FORMS[row[9]] for row in blank} == {"REMOVED"}


def test_three_in_four_were_at_most_forty(truth: dict[str, Any]) -> None:
    bands = truth["exits-2020-2025.xlsx"]["by_kind_age_band"]
    young = sum(bands[k][b] for k in ("REMOVED", "WITHDREW") for b in ("18-30", "31-40"))

    assert round(100 * young / 1441) == 72


def test_nobody_left_before_growing_up_and_joining(books: dict[str, Workbook]) -> None:
    ages = [year_of(row[4]) - year_of(row[3]) for row in exit_rows(books)]
    waits = [decided(row).year - year_of(row[4]) for row in exit_rows(books)]

    assert min(ages) >= 18
    assert min(waits) >= 1


def test_who_left_is_not_on_the_roster_of_the_commune(books: dict[str, Workbook]) -> None:
    staying = {str(row[2]).upper() for row in roster_rows(books)}
    gone = {str(row[1]).upper() for row in exit_rows(books)}

    assert staying.isdisjoint(gone)


# --- The headcounts -----------------------------------------------------------------------
def test_headcounts_are_those_of_the_truth_and_add_up(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    sheet = books["headcounts.xlsx"].worksheets[0]
    rows = {row[1]: list(row[2:9]) for row in numbered(sheet, 9)}
    meant = truth["headcounts.xlsx"]["members"]
    totals = [sheet.cell(18, column).value for column in range(3, 10)]

    assert rows == {
        unit: [years.get(str(year)) for year in range(2019, 2026)]
        for unit, years in meant.items()
    }
    assert totals == [
        sum(n or 0 for n in column) for column in zip(*rows.values(), strict=True)
    ]


@pytest.mark.parametrize("kind", ["REMOVED", "WITHDREW"])
def test_every_district_loses_one_to_four_in_a_thousand_a_year(
    truth: dict[str, Any], kind: str
) -> None:
    left = truth["exits-2020-2025.xlsx"]["by_kind_district"][kind]
    members = truth["headcounts.xlsx"]["members"]
    # The last year, of which only the province counts, was like the one before.
    counts = {unit: list(years.values())[1:] for unit, years in members.items() if unit in left}
    rates = [left[unit] / (sum(years) + years[-1]) for unit, years in counts.items()]

    assert min(rates) > 0.001
    assert max(rates) < 0.004
