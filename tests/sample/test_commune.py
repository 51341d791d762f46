"""The commune's workbook says what `truth.json` says it says."""

import re
from collections import Counter
from typing import Any

import pytest
from openpyxl import Workbook

from sample.reading import numbered, roster_rows, year_of

STATED_UNPAID = {"nợ", "chưa nộp", "-", 0}


# --- The roster ---------------------------------------------------------------------------
def test_the_roster_lists_everybody_and_two_rows_too_many(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    expected = truth["roster.xlsx"]

    assert len(roster_rows(books)) == expected["rows_listed"] == expected["member_count"] + 2


def test_nobody_has_a_number_that_a_province_gives_out(books: dict[str, Workbook]) -> None:
    numbers = [str(row[3]).zfill(12) for row in roster_rows(books)]

    assert {number[:3] for number in numbers} == {"099"}
    assert {len(number) for number in numbers} == {12}


def test_each_cell_has_the_members_the_truth_names(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    set_aside = {error["row"] for error in truth["roster.xlsx"]["errors"][:2]}
    sheet = books["roster.xlsx"]["Danh sách"]
    units = Counter(
        str(sheet.cell(row, 2).value)
        for row in range(11, 11 + truth["roster.xlsx"]["rows_listed"])
        if row not in set_aside
    )

    assert units == truth["roster.xlsx"]["units"]


def test_the_birth_date_stands_under_the_persons_sex(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    sides = {str(row[3]).zfill(12): "Nữ" if row[5] else "Nam" for row in roster_rows(books)}
    expected = {m["card_no"]: m["gender"] for m in truth["roster.xlsx"]["members"]}

    assert {card: sides[card] for card in expected} == expected


def test_whoever_has_no_official_date_was_admitted_within_the_year(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    admitted = [row[10] for row in roster_rows(books) if row[11] is None]

    assert len(admitted) == truth["roster.xlsx"]["probationary"]
    assert {year_of(day) for day in admitted} == {2025}


def test_exempt_members_are_marked(books: dict[str, Workbook], truth: dict[str, Any]) -> None:
    marks = [row[12] for row in roster_rows(books) if row[12]]

    assert marks == ["x"] * truth["roster.xlsx"]["exempt_activity"]


@pytest.mark.parametrize(
    ("code", "shape"),
    [
        ("invalid_date", r"31/02/\d{4}"),
        ("unreadable_amount", r"10\.000\.5"),
        ("amount_below_rate", "5000"),
        ("leading_zero_lost", r"99\d{9}"),
        ("two_digit_year", r"\d+/\d+/\d\d"),
    ],
)
def test_every_fault_stands_where_the_truth_says(
    books: dict[str, Workbook], truth: dict[str, Any], code: str, shape: str
) -> None:
    faults = truth["roster.xlsx"]["errors"] + truth["roster.xlsx"]["warnings"]
    place = next(fault for fault in faults if fault["code"] == code)
    value = books["roster.xlsx"][place["sheet"]][place["cell"]].value

    assert re.fullmatch(shape, str(value))


def test_the_repeated_row_repeats_everything_but_its_number(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    faults = truth["roster.xlsx"]["errors"]
    row = next(fault["row"] for fault in faults if fault["code"] == "duplicate_row")
    rows = [values[1:] for values in roster_rows(books)]

    assert rows.count(rows[row - 11]) == 2


def test_the_one_unknown_name_of_2024_is_in_no_roster(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    faults = truth["roster.xlsx"]["errors"]
    place = next(fault for fault in faults if fault["code"] == "member_not_in_roster")
    name = str(books["roster.xlsx"][place["sheet"]][place["cell"]].value)

    assert name.upper() not in {str(row[2]).upper() for row in roster_rows(books)}


# --- The books ----------------------------------------------------------------------------
def dues(books: dict[str, Workbook]) -> dict[str, tuple[Any, ...]]:
    """Return the twelve cells of 2025 by card number."""
    rows = numbered(books["roster.xlsx"]["Đảng phí 2025"], 10)
    return {row[2]: row[4:16] for row in rows}


def letters(truth: dict[str, Any], book: str) -> dict[str, str]:
    return {row["card_no"]: row[book] for row in truth["roster.xlsx"]["rows"]}


def test_a_month_stated_unpaid_is_counted_as_stated(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    meant = letters(truth, "dues-2025")
    stated = {
        (card, month)
        for card, row in dues(books).items()
        for month, value in enumerate(row)
        if value in STATED_UNPAID
    }

    assert stated == {(c, m) for c, line in meant.items() for m in range(12) if line[m] == "U"}


def test_a_month_inferred_unpaid_is_a_blank_cell(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    meant = letters(truth, "dues-2025")
    written = dues(books)
    inferred = [written[c][m] for c, line in meant.items() for m in range(12) if line[m] == "I"]

    assert set(inferred) == {None}
    assert len(inferred) > 30


def test_in_a_month_with_inferred_blanks_most_of_the_cell_paid(truth: dict[str, Any]) -> None:
    units = {m["card_no"]: m["unit"] for m in truth["roster.xlsx"]["members"]}
    meant = letters(truth, "dues-2025")
    tally = Counter(
        (units[card], month, line[month]) for card, line in meant.items() for month in range(12)
    )
    shares = {
        (unit, month): tally[unit, month, "P"]
        / (tally[unit, month, "P"] + tally[unit, month, "I"])
        for unit, month, letter in tally
        if letter == "I"
    }

    assert min(shares.values()) > 0.75


def test_an_empty_month_of_a_cell_holds_no_mark_at_all(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    units = {m["card_no"]: m["unit"] for m in truth["roster.xlsx"]["members"]}
    gaps = [g for g in truth["roster.xlsx"]["data_gaps"] if g["kind"] == "empty_month"]
    found = [
        {
            row[int(g["months"][0][-2:]) - 1]
            for c, row in dues(books).items()
            if units[c] == g["unit"]
        }
        for g in gaps
    ]

    assert found == [{None}, {None}]


def test_paid_and_merged_months_carry_a_mark_or_money(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    meant = letters(truth, "dues-2025")
    lump = ("nộp theo quý", "nộp cả năm")
    merged_rows = {s["card_no"] for s in truth["roster.xlsx"]["stories"] if s["remark"] in lump}
    bare = [
        (card, month)
        for card, row in dues(books).items()
        for month, value in enumerate(row)
        if meant[card][month] == "P" and value is None and card not in merged_rows
    ]

    assert bare == []
    assert len(merged_rows) == 2


def test_the_column_of_sums_adds_up(books: dict[str, Workbook]) -> None:
    rows = numbered(books["roster.xlsx"]["Đảng phí 2025"], 10)
    sums = [
        (row[16], sum(value for value in row[4:16] if isinstance(value, int)))
        for row in rows
        if all(value is None or isinstance(value, int) for value in row[4:16])
    ]

    assert [total or 0 for total, _ in sums] == [added for _, added in sums]
    assert len(sums) > 80


def test_unexcused_absences_of_the_book_are_those_meant(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    rows = numbered(books["roster.xlsx"]["Sinh hoạt 2025"], 9)
    sums = {row[2]: row[17] for row in rows}
    meant = letters(truth, "meetings-2025")

    assert sums == {card: line.count("A") for card, line in meant.items()}


def test_no_meeting_was_held_at_the_school_in_july(
    books: dict[str, Workbook], truth: dict[str, Any]
) -> None:
    units = {m["card_no"]: m["unit"] for m in truth["roster.xlsx"]["members"]}
    rows = numbered(books["roster.xlsx"]["Sinh hoạt 2025"], 9)
    dashed = {units[row[2]] for row in rows if row[9] == "-"}

    assert dashed == {"Chi bộ Trường Tiểu học Mẫu"}


# --- The lists ----------------------------------------------------------------------------
def intended_list(dues_row: str, last_year: str, meetings: str) -> str | None:
    """Apply the lists' definitions to letters, in the plainest way."""
    plain = {"dues": sum(map(dues_row.count, "UI")), "meetings": meetings.count("A")}
    noted = {"dues": dues_row.count("N"), "meetings": meetings.count("E")}
    if max(plain.values()) >= 3:
        return "review"
    if max(plain[ground] + noted[ground] for ground in plain) >= 3:
        return "check_reason"
    run = re.search(r"[UIN]*$", last_year), re.match(r"[UIN]*", dues_row)
    crossing = [len(part.group()) for part in run if part]
    crosses = all(crossing) and sum(crossing) >= 3
    if plain["dues"] + noted["dues"] == 2 or plain["meetings"] == 2 or crosses:
        return "watch"
    return None


def test_everybody_is_on_the_list_that_their_months_lead_to(truth: dict[str, Any]) -> None:
    lists = truth["roster.xlsx"]["lists"]
    meant = {card: name for name, cards in lists.items() for card in cards}
    computed = {
        row["card_no"]: intended_list(
            row["dues-2025"], row.get("dues-2024", "o" * 12), row["meetings-2025"]
        )
        for row in truth["roster.xlsx"]["rows"]
    }

    assert {card: name for card, name in computed.items() if name} == meant


def test_the_lists_have_the_size_of_a_commune(truth: dict[str, Any]) -> None:
    assert truth["roster.xlsx"]["list_counts"] == {"review": 12, "check_reason": 5, "watch": 7}


def test_some_are_up_for_review_by_blank_cells_alone(truth: dict[str, Any]) -> None:
    inferred = set(truth["roster.xlsx"]["review_only_inferred"])

    assert len(inferred) == 5
    assert inferred < set(truth["roster.xlsx"]["lists"]["review"])
