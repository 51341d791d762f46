"""Importing: trials write nothing, units are found, names join, questions are asked."""

from datetime import datetime
from pathlib import Path

import pytest

from e2e.books import (
    AN,
    BINH,
    CELL,
    CHI,
    EXITS,
    ROSTER,
    Rows,
    dues_rows,
    roster,
    roster_rows,
    workbook,
)
from e2e.desk import NOW, Desk
from partyroll.store.digests import live_digest
from partyroll.store.ledger import open_ledger

LATER = datetime(2026, 3, 1, 8, 0)  # noqa: DTZ001 (a clerk's own clock)
NAMES_ONLY: Rows = [
    ("SỔ THU ĐẢNG PHÍ NĂM 2024",),
    ("STT", "Họ và tên", *(f"T{number}" for number in range(1, 13))),
    (1, AN[0], *([10_000] * 12)),
    (2, BINH[0], *([10_000] * 9), *(["chưa đóng"] * 3)),
]


def digest(ledger_path: Path) -> str:
    with open_ledger(ledger_path) as ledger:
        return live_digest(ledger)


def members(desk: Desk, *words: str) -> dict[str, dict[str, object]]:
    return {m["full_name"]: m for m in desk("list", "--json", *words).json["members"]}


def codes(desk: Desk, *words: str | Path) -> list[tuple[str, str]]:
    """Import and return the codes of all problems with their severity."""
    ran = desk("import", "--json", *words, now=LATER)
    return [(p["code"], p["severity"]) for f in ran.json["files"] for p in f["problems"]]


@pytest.fixture
def started(desk: Desk) -> Desk:
    assert desk("import", roster(desk.folder)).code == 0
    return desk


# --- Trials -------------------------------------------------------------------------------
def test_a_trial_makes_no_ledger(desk: Desk) -> None:
    ran = desk("import", roster(desk.folder), "--dry-run")

    assert ran.code == 0
    assert "thêm mới 3" in ran.out
    assert "sổ chưa thay đổi" in ran.err
    assert [path.name for path in desk.folder.iterdir()] == ["roster.xlsx"]


def test_a_trial_leaves_a_ledger_byte_for_byte(started: Desk) -> None:
    before = started.ledger.read_bytes()
    path = workbook(started.folder / "b.xlsx", {"Danh sách": roster_rows([AN, BINH])})

    ran = started("import", path, "--dry-run", "--json", now=LATER)

    assert (ran.json["dry_run"], ran.json["change"]) == (True, None)
    assert started.ledger.read_bytes() == before
    assert not (started.folder / "partyroll-sao-luu").exists()


def test_a_trial_of_an_undo_leaves_the_ledger(started: Desk) -> None:
    before = digest(started.ledger)

    ran = started("undo", "--dry-run", now=LATER)

    assert "Sẽ rút lại" in ran.out
    assert digest(started.ledger) == before


# --- Units --------------------------------------------------------------------------------
def without_unit(people: Rows) -> Rows:
    return [ROSTER[:-1], *((number, *one) for number, one in enumerate(people, start=1))]


def test_without_any_unit_people_go_in_without_one(desk: Desk) -> None:
    desk("import", workbook(desk.folder / "a.xlsx", {"Trang1": without_unit([AN, BINH])}))

    assert {one["unit"] for one in members(desk).values()} == {None}


def test_the_option_names_the_unit_of_a_file_that_names_none(desk: Desk) -> None:
    path = workbook(desk.folder / "a.xlsx", {"Trang1": without_unit([AN, BINH])})

    desk("import", path, "--unit", CELL)

    assert {one["unit"] for one in members(desk).values()} == {CELL}


def test_what_the_file_says_of_units_wins_over_the_option(desk: Desk) -> None:
    desk("import", roster(desk.folder), "--unit", "Chi bộ khác")

    assert {one["unit"] for one in members(desk).values()} == {CELL}


def test_chi_bo_1_is_not_chi_bo_10(desk: Desk) -> None:
    sheets = {
        "A": roster_rows([AN], unit="Chi bộ 1"),
        "B": roster_rows([BINH], unit="Chi bộ 10"),
        "C": roster_rows([CHI], unit="Chi bộ 01"),
    }
    desk("import", workbook(desk.folder / "a.xlsx", sheets))

    assert set(members(desk, "--unit", "Chi bộ 1")) == {AN[0], CHI[0]}
    assert set(members(desk, "--unit", "Chi bộ 10")) == {BINH[0]}


def test_a_unit_that_comes_near_is_offered_never_taken(started: Desk) -> None:
    ran = started("list", "--unit", "thôn hạ")

    assert (ran.code, ran.out) == (2, "")
    assert f"gõ đúng một trong các tên: {CELL}" in ran.err


def test_two_units_of_one_name_are_told_apart_by_the_unit_above(desk: Desk) -> None:
    sheets = {
        "A": [("ĐẢNG BỘ XÃ MỘT",), (), *roster_rows([AN], unit="Chi bộ 1")],
        "B": [("ĐẢNG BỘ XÃ HAI",), (), *roster_rows([BINH], unit="Chi bộ 1")],
    }
    desk("import", workbook(desk.folder / "a.xlsx", {"A": sheets["A"]}))
    desk("import", workbook(desk.folder / "b.xlsx", {"B": sheets["B"]}))

    either = desk("list", "--unit", "Chi bộ 1")
    one = members(desk, "--unit", "đảng bộ xã hai > chi bộ 1")
    both = members(desk, "--unit", "Đảng bộ xã Hai")

    assert either.code == 2
    assert "xã Hai › Chi bộ 1" in either.err
    assert set(one) == set(both) == {BINH[0]}


def test_a_newer_list_with_another_unit_is_a_question(started: Desk) -> None:
    path = workbook(
        started.folder / "b.xlsx", {"A": roster_rows([AN], unit="Chi bộ thôn Thượng")}
    )

    found = codes(started, path)

    assert ("unit_differs", "error") in found
    assert members(started)[AN[0]]["unit"] == CELL


# --- Who a row is about -------------------------------------------------------------------
def test_a_book_of_names_joins_the_people_of_its_unit(started: Desk) -> None:
    path = workbook(started.folder / "so.xlsx", {"Đảng phí": NAMES_ONLY})

    ran = started("import", path, "--unit", CELL, "--json", now=LATER)

    assert (ran.code, ran.json["files"][0]["added"]) == (0, 2)
    lists = started("flag", "--as-of", "2024-12-31", "--json").json["lists"]
    assert [(one["full_name"], one["card_no"]) for one in lists["review"]] == [BINH[0:4:3]]


def test_a_book_of_names_joins_the_roster_of_its_own_workbook(desk: Desk) -> None:
    path = workbook(
        desk.folder / "a.xlsx", {"Danh sách": roster_rows(), "Đảng phí": NAMES_ONLY}
    )

    ran = desk("import", path, "--json")

    assert (ran.code, len(members(desk))) == (0, 3)


def test_a_stranger_in_a_book_beside_a_roster_is_set_aside(started: Desk) -> None:
    lines = {"Lò Van An": "xxxxxxxxxxxx", "Lò Văn Lạ": "xxxxxxxxxxxx"}
    path = workbook(started.folder / "so.xlsx", {"Đảng phí 2024": dues_rows(lines)})

    ran = started("import", path, now=LATER)

    assert ran.code == 3
    assert "“Lò Van An”: không có trong danh sách đảng viên (gần giống: Lò Văn An" in ran.out
    assert len(members(started)) == 3


def test_a_book_whose_unit_has_no_roster_creates_the_people_it_names(desk: Desk) -> None:
    lines = {AN[0]: "x---xxxxxxxx", BINH[0]: "xxxxxxxxxxxx"}
    desk("import", workbook(desk.folder / "so.xlsx", {"Đảng phí 2024": dues_rows(lines)}))

    assert set(members(desk)) == {AN[0], BINH[0]}
    lists = desk("flag", "--as-of", "2024-12-31", "--json").json["lists"]
    assert [one["full_name"] for one in lists["review"]] == [AN[0]]


def test_a_later_roster_adopts_who_was_known_by_name_only(desk: Desk) -> None:
    lines = {AN[0]: "x---xxxxxxxx", BINH[0]: "xxxxxxxxxxxx"}
    desk("import", workbook(desk.folder / "so.xlsx", {"Đảng phí 2024": dues_rows(lines)}))

    desk("import", roster(desk.folder), now=LATER)

    assert len(members(desk)) == 3
    lists = desk("flag", "--as-of", "2024-12-31", "--json").json["lists"]
    assert [one["card_no"] for one in lists["review"]] == [AN[3]]


def test_two_of_one_name_in_a_unit_are_a_question_for_a_book_of_names(desk: Desk) -> None:
    twins = [AN, (AN[0], "09/09/1966", "Nam", "099000000999", "01/01/1990")]
    desk("import", workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows(twins)}))
    path = workbook(desk.folder / "so.xlsx", {"Đảng phí": [*NAMES_ONLY[:3]]})

    found = codes(desk, path, "--unit", CELL)

    assert ("ambiguous_name", "error") in found


def test_a_card_that_belongs_to_someone_else_is_a_question(started: Desk) -> None:
    stolen = ("Lò Văn Khác", "1955", "Nam", AN[3], "1980")
    path = workbook(started.folder / "b.xlsx", {"A": roster_rows([stolen])})

    assert ("person_conflict", "error") in codes(started, path)
    assert "Lò Văn Khác" not in members(started)


def test_a_blank_never_wipes_out_what_is_known(started: Desk) -> None:
    bare = (AN[0], None, None, AN[3], None)
    started(
        "import", workbook(started.folder / "b.xlsx", {"A": roster_rows([bare])}), now=LATER
    )

    an = members(started)[AN[0]]
    assert (an["birth_date"], an["admission_date"]) == ("1970-02-01", "1995-02-03")


# --- Versions of a book -------------------------------------------------------------------
def test_a_new_version_of_a_book_replaces_its_rows(started: Desk) -> None:
    lines = {AN[0]: "x---xxxxxxxx", BINH[0]: "xxxxxxxxxxxx", CHI[0]: "xxxxxxxxxxxx"}
    started("import", workbook(started.folder / "so.xlsx", {"Đảng phí 2024": dues_rows(lines)}))
    paid = {AN[0]: "xxxxxxxxxxxx", BINH[0]: "xxxxxxxxxxxx"}
    newer = workbook(started.folder / "so2.xlsx", {"Đảng phí 2024": dues_rows(paid)})

    found = codes(started, newer)

    assert found == [("book_row_gone", "warning")]
    lists = started("flag", "--as-of", "2024-12-31", "--json").json["lists"]
    assert lists["review"] == []


def test_books_of_two_years_in_one_file_stay_two_books(started: Desk) -> None:
    sheets = {
        "Đảng phí 2023": dues_rows({AN[0]: "---xxxxxxxxx", BINH[0]: "xxxxxxxxxxxx"}, year=2023),
        "Đảng phí 2024": dues_rows({AN[0]: "xxxxxxxxxxxx", BINH[0]: "---xxxxxxxxx"}, year=2024),
    }
    started("import", workbook(started.folder / "so.xlsx", sheets))

    listed = {
        year: [
            one["full_name"]
            for one in started("flag", "--year", year, "--json").json["lists"]["review"]
        ]
        for year in ("2023", "2024")
    }

    assert listed == {"2023": [AN[0]], "2024": [BINH[0]]}


# --- Exits --------------------------------------------------------------------------------
def removal(folder: Path, name: str, decided: str, number: str = "12-QĐ/ĐU") -> Path:
    row = (1, AN[0], AN[1], CELL, "Xóa tên", number, decided, "Bỏ sinh hoạt")
    return workbook(folder / name, {"Ra khỏi Đảng": [EXITS, row]})


def test_before_the_decision_someone_who_left_is_a_member(started: Desk) -> None:
    started("import", removal(started.folder, "ra.xlsx", "05/03/2024"))

    assert AN[0] in members(started, "--as-of", "04/03/2024")
    assert AN[0] not in members(started, "--as-of", "05/03/2024")
    assert members(started, "--all")[AN[0]]["status"] == "REMOVED"


def test_a_second_decision_about_one_person_is_a_question(started: Desk) -> None:
    started("import", removal(started.folder, "ra.xlsx", "05/03/2024"))

    found = codes(started, removal(started.folder, "ra2.xlsx", "06/07/2025", "99-QĐ/ĐU"))

    assert ("exit_conflict", "error") in found


def test_whoever_left_and_is_listed_again_is_a_question(started: Desk) -> None:
    started("import", removal(started.folder, "ra.xlsx", "05/03/2024"))
    later = workbook(started.folder / "b.xlsx", {"A": roster_rows([AN, BINH, CHI])})

    found = codes(started, later)

    assert ("readmission", "error") in found
    assert AN[0] not in members(started)


def test_an_exit_of_someone_unknown_makes_the_person(desk: Desk) -> None:
    desk("import", removal(desk.folder, "ra.xlsx", "05/03/2024"))

    gone = members(desk, "--all")[AN[0]]
    assert (gone["status"], gone["unit"], members(desk)) == ("REMOVED", CELL, {})


# --- Two clocks ---------------------------------------------------------------------------
@pytest.mark.parametrize("known", ["1", "15/01/2026"])
def test_yesterdays_list_can_be_made_again(known: str, started: Desk) -> None:
    assert started.now == NOW
    then = members(started)
    started("import", removal(started.folder, "ra.xlsx", "05/03/2024"), now=LATER)

    again = members(started, "--known-at", known)

    assert AN[0] not in members(started)
    assert again == then


def test_before_the_first_change_nothing_was_known(started: Desk) -> None:
    assert members(started, "--known-at", "14/01/2026") == {}
