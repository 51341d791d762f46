"""The sample: three workbooks in, the lists and the report its truth tells."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from e2e.desk import SAMPLE, SAMPLE_FILES, Desk, Ran, told
from e2e.letters import letters_of_everyone
from partyroll.store.digests import live_digest
from partyroll.store.ledger import open_ledger

YEAR_END = "2025-12-31"
LISTS = ("review", "check_reason", "watch")
# Only the dues book says since when; the blanks of the other stay unknown, and count as little.
CAME = ("099090000174", "meetings-2025")
LATER = datetime(2026, 2, 1, 8, 0)  # noqa: DTZ001 (a clerk's own clock)


@pytest.fixture(scope="session")
def truth() -> dict[str, Any]:
    return dict(json.loads((SAMPLE / "truth.json").read_text("utf-8")))


@pytest.fixture
def commune(truth: dict[str, Any]) -> dict[str, Any]:
    return dict(truth["roster.xlsx"])


@pytest.fixture
def province(truth: dict[str, Any]) -> dict[str, Any]:
    return dict(truth["exits-2020-2025.xlsx"])


def flagged(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    return dict(desk("flag", "--as-of", YEAR_END, "--json").json["lists"])


def table(ledger: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of one table of the term report."""
    tables = told(ledger, "report", "2020-2025")["tables"]
    (found,) = (one for one in tables if one["id"] == name)
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def cards(items: Iterable[dict[str, Any]]) -> set[str]:
    return {item["card_no"] for item in items}


def digest(ledger_path: Path) -> str:
    with open_ledger(ledger_path) as ledger:
        return live_digest(ledger)


def as_counted(letters: str) -> str:
    """Return a line with one sign for no meeting held and none owed: neither counts."""
    return letters.replace("n", "o")


# --- The commune --------------------------------------------------------------------------
def test_the_commune_has_the_members_of_its_list(
    sample_desk: Desk, commune: dict[str, Any]
) -> None:
    members = sample_desk("list", "--as-of", YEAR_END, "--json").json["members"]

    assert Counter(member["unit"] for member in members) == commune["units"]
    assert len(members) == commune["member_count"]
    statuses = Counter(member["status"] for member in members)
    assert statuses["PROBATIONARY"] == commune["probationary"]
    assert sum(m["exempt_activity"] for m in members) == commune["exempt_activity"]


def test_each_list_names_exactly_its_people(sample_desk: Desk, commune: dict[str, Any]) -> None:
    lists = flagged(sample_desk)

    assert {name: cards(lists[name]) for name in LISTS} == {
        name: set(people) for name, people in commune["lists"].items()
    }


def test_who_is_listed_by_blanks_alone_is_marked(
    sample_desk: Desk, commune: dict[str, Any]
) -> None:
    found = [item for item in flagged(sample_desk)["review"] if item["only_inferred"]]

    assert cards(found) == set(commune["review_only_inferred"])


@pytest.mark.parametrize(
    ("kind", "year", "ground"),
    [
        ("dues-2024", 2024, "UNPAID_DUES"),
        ("dues-2025", 2025, "UNPAID_DUES"),
        ("meetings-2025", 2025, "SKIP_MEETINGS"),
    ],
)
def test_every_month_of_every_member_is_as_intended(
    kind: str, year: int, ground: str, sample_desk: Desk, commune: dict[str, Any]
) -> None:
    rows = [row for row in commune["rows"] if kind in row and (row["card_no"], kind) != CAME]

    found = letters_of_everyone(sample_desk.ledger, year, date(2025, 12, 31))

    # A card whose leading zero was lost is not taken over: that person goes by the name.
    letters = [(found.get(row["card_no"]) or found[row["full_name"]])[ground] for row in rows]
    named = zip((row["full_name"] for row in rows), letters, strict=True)
    assert [(name, as_counted(line)) for name, line in named] == [
        (row["full_name"], as_counted(row[kind])) for row in rows
    ]


def test_what_nobody_can_tell_is_named(sample_desk: Desk, commune: dict[str, Any]) -> None:
    empty = [gap for gap in commune["data_gaps"] if gap["kind"] == "empty_month"]

    gaps = flagged(sample_desk)["data_gap"]

    found = [(g["unit"], g["months"]) for g in gaps if g["kind"] == "empty_month"]
    assert sorted(found) == sorted((gap["unit"], gap["months"]) for gap in empty)
    assert {gap["kind"] for gap in commune["data_gaps"]} <= {g["kind"] for g in gaps}


def test_problems_stand_at_the_intended_cells(desk: Desk, commune: dict[str, Any]) -> None:
    ran = desk("import", SAMPLE / "roster.xlsx", "--json")

    (file,) = ran.json["files"]
    found = {(p["sheet"], p["cell"], p["code"], p["severity"]) for p in file["problems"]}
    errors = {place for place in found if place[-1] == "error"}
    assert errors == {(e["sheet"], e["cell"], e["code"], "error") for e in commune["errors"]}
    assert {(w["sheet"], w["cell"], w["code"], "warning") for w in commune["warnings"]} <= found


# --- The province -------------------------------------------------------------------------
def test_the_report_says_how_many_were_removed_and_withdrew(sample_desk: Desk) -> None:
    ran = sample_desk("report", "2020-2025")

    assert "708 đảng viên bị xóa tên và 733 đảng viên xin ra khỏi Đảng" in ran.out


def test_exits_by_kind_and_year_are_as_intended(
    sample_ledger: Path, province: dict[str, Any]
) -> None:
    rows = {row["year"]: row for row in table(sample_ledger, "by_kind_year")}

    assert {
        kind: {year: rows[year][kind] for year in years}
        for kind, years in province["by_kind_year"].items()
    } == province["by_kind_year"]
    assert {year: rows[year]["total"] for year in province["by_year"]} == province["by_year"]


@pytest.mark.parametrize(
    ("name", "kind"), [("reasons_removed", "REMOVED"), ("reasons_withdrew", "WITHDREW")]
)
def test_main_and_further_reasons_are_as_intended(
    name: str, kind: str, sample_ledger: Path, province: dict[str, Any]
) -> None:
    rows = [row for row in table(sample_ledger, name) if row["code"] != "TOTAL"]

    main = {row["code"]: row["count"] for row in rows if row["count"]}
    named = {row["code"]: row["mentions"] for row in rows if row["mentions"]}

    assert main == province["by_kind_main_reason"][kind]
    assert named == province["by_kind_any_reason"][kind]


def test_communes_that_were_merged_are_as_intended(
    sample_ledger: Path, province: dict[str, Any], truth: dict[str, Any]
) -> None:
    rows = {row["unit_path"]: row for row in table(sample_ledger, "by_unit")}
    communes = truth["reorganisation-2025.xlsx"]["communes"]
    merged = {unit for unit, places in communes.items() if len(places) > 1}
    meant = {
        path: kinds
        for path, kinds in province["by_unit_then"].items()
        if path.split(" › ")[-1] in merged
    }

    assert len(meant) > 10
    assert meant == {
        path: {kind: rows[path][kind] for kind in kinds} for path, kinds in meant.items()
    }


def test_ages_and_genders_are_as_intended(
    sample_ledger: Path, province: dict[str, Any]
) -> None:
    ages = table(sample_ledger, "by_age")
    genders = {row["gender"]: row for row in table(sample_ledger, "by_gender")}

    bands = {"18-30": 1, "31-40": 2, "41-50": 2, "51-60": 2, "61+": 1}
    starts = dict(zip(bands, (0, 1, 3, 5, 7), strict=True))
    found = {
        kind: {
            band: sum(row[kind] for row in ages[starts[band] : starts[band] + size])
            for band, size in bands.items()
            if band in wanted
        }
        for kind, wanted in province["by_kind_age_band"].items()
    }
    assert found == province["by_kind_age_band"]
    assert {
        kind: {gender: genders[gender][kind] for gender in wanted}
        for kind, wanted in province["by_kind_gender"].items()
    } == province["by_kind_gender"]


def test_declared_members_give_the_rate_of_each_district(
    sample_ledger: Path, truth: dict[str, Any]
) -> None:
    members = truth["headcounts.xlsx"]["members"]
    rows = {row["unit"].casefold(): row for row in table(sample_ledger, "by_unit")}

    missing = [unit for unit in members if not rows[unit.casefold()]["member_years"]]

    assert missing == []


# --- Again, and changed -------------------------------------------------------------------
def test_the_same_files_again_bring_nothing_and_touch_no_byte(sample_desk: Desk) -> None:
    before = sample_desk.ledger.read_bytes()

    ran = sample_desk("import", *(SAMPLE / name for name in SAMPLE_FILES), now=LATER)

    assert ran.code == 0
    assert ran.out.count("không có gì mới") == 3
    assert "sổ giữ nguyên" in ran.err
    assert sample_desk.ledger.read_bytes() == before


def test_the_same_rows_saved_anew_bring_nothing(sample_desk: Desk) -> None:
    before = digest(sample_desk.ledger)
    saved_again(sample_desk.folder / "roster.xlsx", lambda _: None)

    ran = sample_desk("import", "roster.xlsx", "--json", now=LATER)

    (file,) = ran.json["files"]
    assert (file["added"], file["changed"], ran.json["change"]) == (0, 0, None)
    assert digest(sample_desk.ledger) == before


def saved_again(target: Path, change: Callable[[Worksheet], None]) -> None:
    """Save the sample's roster under `target` with its list changed."""
    with closing(openpyxl.load_workbook(SAMPLE / "roster.xlsx")) as book:
        change(book["Danh sách"])
        book.save(target)


def as_next_quarter(sheet: Worksheet) -> None:
    """Correct a birth date in row 11; in row 14 a newcomer stands for someone else."""
    assert (sheet["C11"].value, sheet["C14"].value) == ("Hoàng Viết Khánh", "Lê Văn Tùng")
    sheet["E11"] = "13/10/1996"
    newcomer = ("Lò Thị Mới", "099199009999", None, "09/09/1999", "03/02/2025", None)
    for column, value in zip("CDEFKL", newcomer, strict=True):
        sheet[f"{column}14"] = value


@pytest.fixture
def next_quarter(sample_desk: Desk) -> Ran:
    """The same roster with one date corrected, one row gone and one new, imported."""
    saved_again(sample_desk.folder / "roster.xlsx", as_next_quarter)
    return sample_desk("import", "roster.xlsx", "--json", now=LATER)


def test_a_changed_list_brings_only_its_changes(next_quarter: Ran) -> None:
    (file,) = next_quarter.json["files"]

    assert (file["added"], file["changed"]) == (1, 1)
    assert file["people"]["missing"] == ["Lê Văn Tùng"]


def test_whoever_is_missing_from_the_new_list_stays_a_member_and_is_marked(
    sample_desk: Desk, next_quarter: Ran
) -> None:
    roll = sample_desk("list", "--json", now=LATER).json["members"]
    by_name = {(m["full_name"], m["unit"]): m for m in roll}

    gone = by_name["Lê Văn Tùng", "Chi bộ thôn Đông"]
    assert (gone["missing"], gone["status"]) == (True, "OFFICIAL")
    assert by_name["Hoàng Viết Khánh", "Chi bộ thôn Đông"]["birth_date"] == "1996-10-13"
    assert by_name["Lò Thị Mới", "Chi bộ thôn Đông"]["card_no"] == "099199009999"
    assert sample_desk("check").out.count("Lê Văn Tùng") == 1


def test_what_the_ledger_said_before_can_still_be_read(
    sample_desk: Desk, next_quarter: Ran
) -> None:
    then = sample_desk("list", "--json", "--known-at", "2", now=LATER).json["members"]

    by_name = {(m["full_name"], m["unit"]): m for m in then}
    assert by_name["Hoàng Viết Khánh", "Chi bộ thôn Đông"]["birth_date"] == "1996-10-12"
    assert ("Lò Thị Mới", "Chi bộ thôn Đông") not in by_name


def test_undo_brings_back_the_ledger_before(sample_desk: Desk) -> None:
    before = digest(sample_desk.ledger)
    saved_again(sample_desk.folder / "roster.xlsx", as_next_quarter)
    sample_desk("import", "roster.xlsx", now=LATER)

    ran = sample_desk("undo", "--yes", now=LATER)

    assert ran.code == 0
    assert digest(sample_desk.ledger) == before
