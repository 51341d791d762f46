"""The sample workbooks give what their expected results say, as far as a file alone tells."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from partyroll.model import Letter
from partyroll.period import PartialDate
from partyroll.read.facts import BookRow, ExitRow, ReadFile, RosterRow, TableKind
from partyroll.read.workbook import read_workbook
from partyroll.text import same_key

ROSTERS = Path(__file__).parent.parent / "rosters"
REPORTED_LATER = {"member_not_in_roster"}  # only the ledger knows its members
DAYS = {"12_bad_rows": date(2025, 1, 1)}
ALL = [
    "01_clean_template",
    "02_two_row_merged_header",
    "03_unit_section_rows",
    "04_multi_sheet",
    "05_tcvn3_vntime",
    "06_vni_legacy",
    "08_date_forms",
    "09_dues_grid_mixed",
    "11a_utf8_bom_semicolon",
    "11b_cp1258_comma",
    "11d_roster",
    "12_bad_rows",
    "15_exits_away_rating",
]
WITH_ROSTER = [name for name in ALL if name[:2] not in {"09", "15"}]


def file_of(name: str) -> Path:
    suffix = {"11a": ".csv", "11b": ".csv", "11d": ".ods"}.get(name[:3], ".xlsx")
    return ROSTERS / f"{name}{suffix}"


def expected(name: str) -> dict[str, Any]:
    file = file_of(name)
    text = file.with_name(f"{file.name}.expected.json").read_text("utf-8")
    return dict(json.loads(text))


def read(name: str) -> ReadFile:
    return read_workbook(file_of(name), today=DAYS.get(name, date(2026, 1, 15)))


def people(file: ReadFile) -> list[RosterRow]:
    rows = [row for table in file.tables for row in table.rows]
    return [row for row in rows if isinstance(row, RosterRow)]


def books(file: ReadFile) -> list[BookRow]:
    rows = [row for table in file.tables for row in table.rows]
    return [row for row in rows if isinstance(row, BookRow)]


def stated(row: RosterRow, member: dict[str, Any]) -> dict[str, Any]:
    """Say the fields that `member` names, as the expected results write them."""
    facts: dict[str, Any] = {
        "full_name": row.full_name,
        "gender": row.gender,
        "birth_date": written(row.birth_date),
        "admission_date": written(row.admission_date),
        "official_date": written(row.official_date),
        "card_no": row.card_no,
        "national_id": row.national_id,
        "unit": row.unit.name if row.unit else None,
        "hometown": row.hometown,
        "permanent_address": row.permanent_address,
        "exempt_activity": row.exempt_activity,
        "row": row.row,
        "form": member.get("form"),
    }
    return {key: folded(key, facts[key]) for key in member}


def written(day: PartialDate | None) -> str | None:
    return None if day is None else str(day)


def folded(key: str, value: Any) -> Any:
    return same_key(value) if key in {"full_name", "unit"} and value else value


def states(row: BookRow) -> dict[str, set[int]]:
    """Sort the months of a row by what the book alone says of them."""
    late = {p.month.number for p in row.payments if not p.own and p.paid_on}
    paid = {p.month.number for p in row.payments if p.own or not p.paid_on}
    first = row.since.month if row.since and row.since.month else 1
    last = row.until.month if row.until and row.until.month else 13
    found: dict[str, set[int]] = {}
    for month, letter in enumerate(row.letters, start=1):
        blank = letter == Letter.BLANK
        outside = blank and not first <= month < last
        name = "NOT_DUE" if outside else STATE_OF[letter]
        name = "PAID_LATE" if blank and month in late else name
        found.setdefault("PAID" if blank and month in paid else name, set()).add(month)
    return found


STATE_OF = {
    "P": "PAID",
    "U": "UNPAID",
    "N": "NOTED",
    "X": "EXEMPT",
    "o": "NOT_DUE",
    ".": "BLANK",
    "?": "UNKNOWN",
}


def expected_states(line: dict[str, Any]) -> dict[str, set[int]]:
    names = ["PAID", "PAID_LATE", "UNPAID", "NOTED", "EXEMPT", "NOT_DUE"]
    found = {name: set(line[name]) for name in names}
    found["BLANK"] = {*line["UNPAID_INFERRED"], *line["UNKNOWN"]}
    return {name: months for name, months in found.items() if months}


@pytest.mark.parametrize("name", WITH_ROSTER)
def test_every_member_goes_in_as_the_file_states(name: str) -> None:
    members = expected(name)["members"]

    found = people(read(name))

    wanted = [{k: folded(k, v) for k, v in member.items()} for member in members]
    assert [stated(row, m) for row, m in zip(found, members, strict=True)] == wanted


@pytest.mark.parametrize("name", ALL)
def test_errors_stand_at_exactly_the_listed_cells(name: str) -> None:
    listed = {
        (error.get("sheet"), error["cell"], error["code"])
        for error in expected(name)["errors"]
        if error["code"] not in REPORTED_LATER
    }

    found = {
        (problem.sheet, problem.cell, problem.code)
        for problem in read(name).problems
        if problem.severity == "error"
    }

    assert found == listed


@pytest.mark.parametrize("name", ALL)
def test_every_listed_warning_is_given(name: str) -> None:
    listed = {(warning["cell"], warning["code"]) for warning in expected(name)["warnings"]}

    found = {(p.cell, p.code) for p in read(name).problems if p.severity == "warning"}

    assert listed <= found


@pytest.mark.parametrize("name", ["01_clean_template", "09_dues_grid_mixed"])
def test_every_month_of_a_dues_book_is_understood(name: str) -> None:
    lines = expected(name)["dues"]

    found = books(read(name))

    assert [(row.full_name, states(row)) for row in found] == [
        (line["full_name"], expected_states(line)) for line in lines
    ]


@pytest.mark.parametrize("name", ["01_clean_template", "09_dues_grid_mixed"])
def test_the_money_of_a_row_adds_up(name: str) -> None:
    lines = expected(name)["dues"]

    found = books(read(name))

    assert [sum(a for a in row.amounts if a) for row in found] == [x["amount"] for x in lines]


def test_notes_of_a_dues_book_stand_at_their_month() -> None:
    lines = {x["full_name"]: x.get("notes", {}) for x in expected("09_dues_grid_mixed")["dues"]}

    found = {
        row.full_name: {str(place + 1): note for place, note in row.notes.items()}
        for row in books(read("09_dues_grid_mixed"))
    }

    assert found == lines


def test_months_settled_late_name_the_month_of_the_payment() -> None:
    rows = {row.full_name: row for row in books(read("09_dues_grid_mixed"))}

    late = {p.month.number: p.paid_on for p in rows["Lý Công Giang"].payments}

    assert late == dict.fromkeys((1, 2, 3), PartialDate(2024, 4))


def test_a_merged_cell_covers_its_months_and_says_how_many() -> None:
    rows = {row.full_name: row for row in books(read("09_dues_grid_mixed"))}

    quarter, year = rows["Hồ Thị Lan"].payments, rows["Trương Thế Dũng"].payments

    assert {(p.amount, p.span, p.own) for p in quarter} == {(10_000, 3, True)}
    assert {(p.amount, p.span, p.own) for p in year} == {(10_000, 12, True)}


def test_the_book_knows_unit_parent_year_and_date() -> None:
    table = read("09_dues_grid_mixed").tables[0]

    assert table.unit is not None
    assert (table.unit.name, table.unit.parents) == ("Chi bộ thôn Trung", ("Đảng bộ xã Mẫu",))
    assert (table.year, table.book_date) == (2024, date(2024, 12, 31))


def test_exits_carry_kind_decision_and_reasons() -> None:
    lines = expected("15_exits_away_rating")["exits"]

    rows = read("15_exits_away_rating").tables[0].rows
    found = [
        {
            "row": row.row,
            "full_name": row.full_name,
            "birth_date": written(row.birth_date),
            "admission_date": written(row.admission_date),
            "unit": row.unit.name if row.unit else None,
            "kind": row.kind,
            "decision_no": row.decision_no,
            "decision_date": written(row.decision_date),
            "reasons": list(row.reasons),
            "reason_text": row.reason_text,
        }
        for row in rows
        if isinstance(row, ExitRow)
    ]

    assert found == lines


def test_the_other_sheets_are_recognised_and_counted() -> None:
    tables = read("15_exits_away_rating").tables

    assert [(t.kind, t.row_count) for t in tables] == [
        (TableKind.EXITS, 24),
        (TableKind.AWAY, 10),
        (TableKind.RATINGS, 8),
    ]


def test_one_sheets_committee_holds_for_the_whole_workbook() -> None:
    units = [table.unit for table in read("15_exits_away_rating").tables]

    assert [u.parents if u else () for u in units] == [("Đảng bộ huyện Giả Định",)] * 3


def test_a_signature_is_no_member() -> None:
    names = {row.full_name for row in people(read("02_two_row_merged_header"))}

    assert "Người Ký Giả Định" not in names


def test_sections_name_the_units() -> None:
    units = [row.unit.name for row in people(read("03_unit_section_rows")) if row.unit]

    assert units.count("Chi bộ thôn Đông") == 7
    assert units.count("Chi bộ thôn Đoài") == 5
    assert units.count("Chi bộ Trường Tiểu học") == 4


def test_ethnicity_and_religion_are_named_and_not_read() -> None:
    file = read("02_two_row_merged_header")

    assert file.tables[0].unknown_columns == {"H": "DÂN TỘC", "I": "TÔN GIÁO"}
    assert all("ethnicity" not in row.attributes for row in people(file))


def test_a_summary_sheet_counts_nobody_twice() -> None:
    tables = {table.sheet: table for table in read("04_multi_sheet").tables}

    assert (tables["Tổng hợp"].row_count, tables["Tổng hợp"].rows) == (15, ())
    assert tables["DANHMUC"].kind is TableKind.SKIPPED
    assert tables["Hướng dẫn"].kind is TableKind.SKIPPED


def test_books_of_two_years_in_thousands() -> None:
    file = expected("04_multi_sheet")
    lines = [*file["dues_more"], *file["dues"]]

    found = {
        (row.full_name, sum(a for a in row.amounts if a))
        for row in books(read("04_multi_sheet"))
    }

    assert found == {(line["full_name"], line["amount"]) for line in lines}


def test_a_row_with_an_error_is_set_aside_with_its_texts() -> None:
    aside = {row.row: row for row in read("12_bad_rows").set_aside}

    assert len(aside) == 18
    assert aside[9].code == "invalid_date"
    assert aside[9].texts["C"] == "31/02/1980"
    assert aside[9].texts["B"] == "Trương Diệu Thủy"
