"""Each sample workbook, imported alone by the real command, gives what it should."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from e2e.desk import ROSTERS, Desk, Ran, expected
from partyroll.model import Ground, MonthFact
from partyroll.settings import Settings
from partyroll.tasks.explaining import BookYear
from partyroll.tasks.listing import story
from partyroll.text import same_key

FILES = (
    "01_clean_template.xlsx",
    "02_two_row_merged_header.xlsx",
    "03_unit_section_rows.xlsx",
    "04_multi_sheet.xlsx",
    "05_tcvn3_vntime.xlsx",
    "06_vni_legacy.xlsx",
    "08_date_forms.xlsx",
    "09_dues_grid_mixed.xlsx",
    "11a_utf8_bom_semicolon.csv",
    "11b_cp1258_comma.csv",
    "11d_roster.ods",
    "12_bad_rows.xlsx",
    "15_exits_away_rating.xlsx",
)
ROLLS = tuple(name for name in FILES if not name.startswith("15"))
DUES = ("01_clean_template.xlsx", "04_multi_sheet.xlsx", "09_dues_grid_mixed.xlsx")
BOOKS = [*((name, 2024) for name in DUES), ("04_multi_sheet.xlsx", 2023)]
MID_YEAR = ("01_clean_template.xlsx", "09_dues_grid_mixed.xlsx")
UNITS = ("03_unit_section_rows.xlsx", "04_multi_sheet.xlsx")
SHOWN = ("review", "check_reason")
DIGITS = {"card_no", "card_no_old", "national_id"}
WORDS = {"full_name", "unit"}
OF_THE_ROW = {"row", "rows", "form"}  # which row it is, no fact about the person
STATES = ("PAID", "PAID_LATE", "UNPAID", "UNPAID_INFERRED", "EXEMPT", "NOT_DUE", "UNKNOWN")


@dataclass
class Imported:
    """A workbook in a ledger of its own; the tests only read it."""

    desk: Desk
    ran: Ran
    wanted: dict[str, Any]

    @property
    def file(self) -> dict[str, Any]:
        (file,) = self.ran.json["files"]
        return dict(file)

    @cached_property
    def members(self) -> list[dict[str, Any]]:
        """Everybody, in the order of the rows."""
        found = self.desk("list", "--json", "--all", "--as-of", self.day).json["members"]
        sheets = [table["sheet"] for table in self.file["tables"]]
        return sorted(
            found, key=lambda m: (sheets.index(m["source"]["sheet"]), m["source"]["row"])
        )

    @property
    def day(self) -> str:
        return str(self.wanted.get("as_of") or self.desk.now.date())

    @property
    def gone(self) -> list[dict[str, Any]]:
        """Those who left, in the order of the rows."""
        return [member for member in self.members if member["exit"]]

    def story(self, name: str) -> dict[str, Any]:
        """Return what `show` says of the one person of this name."""
        return dict(self.desk("show", name, "--json", "--as-of", self.day).json)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The expected dues books, a line for each member and year."""
        return [*self.wanted["dues"], *self.wanted.get("dues_more", [])]

    def flagged(self, day: str, year: int) -> dict[str, list[dict[str, Any]]]:
        asked = ("--ground", "dues", "--as-of", day, "--year", str(year))
        return dict(self.desk("flag", "--json", *asked).json["lists"])

    def year(self, card_no: str, year: int) -> BookYear:
        """Return a year of the person with this card."""
        (person_id,) = (m["person_id"] for m in self.members if m["card_no"] == card_no)
        as_of = date.fromisoformat(self.day)
        found = story(self.desk.ledger, person_id, as_of=as_of, settings=Settings(), year=year)
        return found.years[0]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Ran]]:
    """Keep what was imported once: folder and answer, by workbook."""
    return {}


@pytest.fixture
def imported(
    desk: Desk,
    kept: dict[str, tuple[Path, Ran]],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[str], Imported]:
    """Import one sample workbook; file 12 takes its own day as today."""

    def bring_in(name: str) -> Imported:
        wanted = expected(name)
        day = wanted.get("reference_date")
        now = datetime.fromisoformat(day) if day else desk.now
        if name not in kept:
            folder = tmp_path_factory.mktemp("roster")
            monkeypatch.chdir(folder)
            kept[name] = (folder, desk("import", ROSTERS / name, "--json", now=now))
        folder, ran = kept[name]
        monkeypatch.chdir(folder)
        return Imported(replace(desk, folder=folder), ran, wanted)

    return bring_in


def as_compared(key: str, value: object) -> object:
    """Return a field as the rules of comparison see it."""
    if value is None:
        return None
    if key in DIGITS:
        return "".join(sign for sign in str(value) if sign.isdigit())
    return same_key(str(value)) if key in WORDS else value


def agrees(key: str, wanted: object, found: object) -> bool:
    """Whether a field agrees; a list of texts means that each is found in the field."""
    if isinstance(wanted, list):
        return all(same_key(part) in same_key(str(found)) for part in wanted)
    return as_compared(key, wanted) == as_compared(key, found)


def differences(
    members: Iterable[dict[str, Any]], found: Iterable[dict[str, Any]]
) -> list[tuple[str, str, object, object]]:
    """Return name, field, wanted and found of every field that differs."""
    return [
        (wanted["full_name"], key, value, one.get(key))
        for wanted, one in zip(members, found, strict=True)
        for key, value in wanted.items()
        if key not in OF_THE_ROW and not agrees(key, value, one.get(key))
    ]


def dues_facts(year: BookYear) -> list[MonthFact]:
    """Return what each month of the dues book is."""
    return [fact for fact in year.months if fact.ground is Ground.UNPAID_DUES]


def states(facts: Iterable[MonthFact]) -> dict[str, list[int]]:
    """Sort month numbers by state, as the expected results write them."""
    found: dict[str, list[int]] = {name: [] for name in (*STATES, "NOTED")}
    for fact in facts:
        noted = fact.state == "UNPAID" and fact.note
        found["NOTED" if noted else fact.state.value].append(fact.month.number)
    return found


def list_of(name: str, lists: dict[str, list[dict[str, Any]]]) -> str:
    """Return the list a person is on, `no` for one the expected results do not know."""
    return next(
        (which for which in SHOWN if name in {item["full_name"] for item in lists[which]}),
        "no",
    )


@pytest.mark.parametrize("name", ROLLS)
def test_every_member_is_on_the_roll_as_the_file_states(
    name: str, imported: Callable[[str], Imported]
) -> None:
    book = imported(name)

    found = book.members

    assert len(found) == book.wanted["member_count"]
    assert differences(book.wanted["members"], found) == []


@pytest.mark.parametrize("name", ROLLS)
def test_people_stand_in_the_rows_they_came_from(
    name: str, imported: Callable[[str], Imported]
) -> None:
    book = imported(name)
    wanted = [m["row"] for m in book.wanted["members"] if "row" in m]

    found = [m["source"]["row"] for m in book.members]

    assert wanted in ([], found)


@pytest.mark.parametrize("name", UNITS)
def test_units_hold_the_members_the_file_gives_them(
    name: str, imported: Callable[[str], Imported]
) -> None:
    book = imported(name)

    found = Counter(same_key(member["unit"]) for member in book.members)

    assert found == {same_key(unit): n for unit, n in book.wanted["units"].items()}


@pytest.mark.parametrize("name", FILES)
def test_exactly_the_listed_cells_are_errors(
    name: str, imported: Callable[[str], Imported]
) -> None:
    book = imported(name)
    first = book.file["tables"][0]["sheet"]

    found = {
        (p["sheet"], p["cell"], p["code"])
        for p in book.file["problems"]
        if p["severity"] == "error"
    }

    assert found == {
        (e.get("sheet", first), e["cell"], e["code"]) for e in book.wanted["errors"]
    }
    assert book.ran.code == (3 if book.wanted["errors"] else 0)


@pytest.mark.parametrize("name", FILES)
def test_every_listed_warning_is_given(name: str, imported: Callable[[str], Imported]) -> None:
    book = imported(name)
    first = book.file["tables"][0]["sheet"]

    found = {
        (p["sheet"], p["cell"], p["code"])
        for p in book.file["problems"]
        if p["severity"] == "warning"
    }

    assert {
        (w.get("sheet", first), w["cell"], w["code"]) for w in book.wanted["warnings"]
    } <= found


@pytest.mark.parametrize("name", DUES)
def test_every_month_of_every_member_is_what_the_book_says(
    name: str, imported: Callable[[str], Imported]
) -> None:
    book = imported(name)

    found = {
        (line["full_name"], line["year"]): states(
            dues_facts(book.year(line["card_no"], line["year"]))
        )
        for line in book.lines
    }

    assert found == {
        (line["full_name"], line["year"]): {state: line[state] for state in (*STATES, "NOTED")}
        for line in book.lines
    }


@pytest.mark.parametrize(("name", "year"), BOOKS)
def test_everyone_stands_on_the_list_of_the_book(
    name: str, year: int, imported: Callable[[str], Imported]
) -> None:
    book = imported(name)
    lines = [line for line in book.lines if line["year"] == year]

    lists = book.flagged(book.day, year)

    placed = {line["full_name"]: list_of(line["full_name"], lists) for line in lines}
    assert placed == {line["full_name"]: line["list"] for line in lines}
    sizes = book.wanted["list_counts"][str(year)]
    assert Counter(placed.values()) == Counter(sizes)


@pytest.mark.parametrize(("name", "year"), BOOKS)
def test_months_are_counted_as_in_the_book(
    name: str, year: int, imported: Callable[[str], Imported]
) -> None:
    book = imported(name)

    lists = book.flagged(book.day, year)
    counted = {
        item["full_name"]: item["grounds"][0]["plain"]
        for which in (*SHOWN, "watch")
        for item in lists[which]
    }

    wanted = {line["full_name"]: line["counted"] for line in book.lines if line["year"] == year}
    assert counted.items() <= wanted.items()


@pytest.mark.parametrize("name", MID_YEAR)
def test_in_the_middle_of_the_year_later_months_do_not_exist(
    name: str, imported: Callable[[str], Imported]
) -> None:
    book = imported(name)
    middle = book.wanted["lists_mid_year"]

    lists = book.flagged(middle["as_of"], 2024)

    named = {which: {item["full_name"] for item in lists[which]} for which in SHOWN}
    assert named == {which: set(middle[which]) for which in SHOWN}


def test_a_month_without_any_collection_is_a_gap_and_nobodys_debt(
    imported: Callable[[str], Imported],
) -> None:
    book = imported("04_multi_sheet.xlsx")
    (gap,) = book.wanted["data_gaps"]

    gaps = book.flagged(book.day, gap["year"])["data_gap"]

    empty = [(g["unit"], g["months"]) for g in gaps if g["kind"] == "empty_month"]
    assert empty == [(gap["unit"], [f"{gap['year']}-{gap['month']:02d}"])]


def test_the_words_in_a_cell_are_kept_with_their_month(
    imported: Callable[[str], Imported],
) -> None:
    book = imported("09_dues_grid_mixed.xlsx")

    found = {
        line["full_name"]: {
            str(position + 1): text
            for position, text in book.year(line["card_no"], 2024).lines[0].notes.items()
        }
        for line in book.wanted["dues"]
    }

    assert found == {line["full_name"]: line.get("notes", {}) for line in book.wanted["dues"]}


def test_exits_are_counted_by_kind_year_reason_and_unit(
    imported: Callable[[str], Imported],
) -> None:
    book = imported("15_exits_away_rating.xlsx")
    wanted = book.wanted

    report = book.desk("report", "2020-2025", "--json").json
    gone = [m["exit"] | {"unit": m["unit"]} for m in book.gone]

    assert {k: n for k, n in report["totals"].items() if n} == wanted["exits_by_kind"]
    by_reason = Counter(reason for exit_ in gone for reason in exit_["reasons"])
    assert by_reason == wanted["exits_by_reason"]
    by_both = Counter((exit_["kind"], r) for exit_ in gone for r in exit_["reasons"])
    assert by_both == {
        (kind, reason): n
        for kind, reasons in wanted["exits_by_kind_reason"].items()
        for reason, n in reasons.items()
    }
    by_year = Counter(exit_["decision_date"][:4] for exit_ in gone)
    assert by_year == wanted["exits_by_year"]
    assert Counter(exit_["unit"] for exit_ in gone) == wanted["exits_by_unit"]


def test_every_exit_carries_its_paper(imported: Callable[[str], Imported]) -> None:
    book = imported("15_exits_away_rating.xlsx")
    keys = ("kind", "decision_no", "decision_date", "reasons")

    found = [
        {
            "row": m["source"]["row"],
            "full_name": m["full_name"],
            "birth_date": m["birth_date"],
            "admission_date": m["admission_date"],
            "unit": m["unit"],
            **{key: m["exit"][key] for key in keys},
        }
        for m in book.gone
    ]

    assert found == [
        {key: value for key, value in line.items() if key != "reason_text"}
        for line in book.wanted["exits"]
    ]


def test_everyone_away_is_shown_with_where_and_since_when(
    imported: Callable[[str], Imported],
) -> None:
    book = imported("15_exits_away_rating.xlsx")
    keys = ("place", "from", "transferred", "destination_confirmed")
    stories = [book.story(line["full_name"]) for line in book.wanted["away"]]

    found = [
        {
            "full_name": one["member"]["full_name"],
            "unit": one["member"]["unit"],
            **{key: stay[key] for key in keys},
        }
        for one in stories
        for stay in one["away"]
    ]

    assert found == book.wanted["away"]
    not_transferred = [stay for stay in found if stay["transferred"] is not True]
    assert len(not_transferred) == book.wanted["away_not_transferred"]


def test_every_rating_is_shown_by_year(imported: Callable[[str], Imported]) -> None:
    book = imported("15_exits_away_rating.xlsx")
    stories = [book.story(line["full_name"]) for line in book.wanted["ratings"]]

    found = [
        {
            "full_name": one["member"]["full_name"],
            "ratings": {str(rating["year"]): rating["level"] for rating in one["ratings"]},
        }
        for one in stories
    ]

    assert found == book.wanted["ratings"]


def test_lists_of_members_away_and_of_ratings_make_members_and_no_exits(
    imported: Callable[[str], Imported],
) -> None:
    book = imported("15_exits_away_rating.xlsx")
    wanted = book.wanted

    staying = [member["full_name"] for member in book.members if not member["exit"]]

    listed = [line["full_name"] for line in (*wanted["away"], *wanted["ratings"])]
    assert staying == listed
