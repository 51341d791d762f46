"""Reorganisations from a plan workbook: checked as a whole, carried out as one, taken back."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from e2e import plans
from e2e.desk import Desk, desk, laid
from e2e.plans import DISTRICT, PROVINCE, A, B, C, D, step
from store import shelf

__all__ = ["desk"]
MERGER = (
    step("Thành lập", new=C, parent=PROVINCE),
    step("Sáp nhập", A, C),
    step("Sáp nhập", B, C),
)


@pytest.fixture
@laid
def office(desk: Desk) -> Desk:
    """A desk with the roll of two cells, A with 100 and B with 80 members."""
    desk("import", plans.roll(desk.folder, {A: 100, B: 80}))
    return desk


@pytest.fixture
@laid
def merged(office: Desk) -> Desk:
    """The two cells after they became one; five left A before, three B, two C afterwards."""
    before = [(A, "10/02/2021")] * 5 + [(B, "10/03/2022")] * 3
    office("import", plans.exits(office.folder, [*before, *[(C, "10/08/2025")] * 2]))
    done = office("units", "reorganise", plans.plan(office.folder, *MERGER))
    assert done.code == 0, done.err
    return office


def by_unit(desk: Desk, *options: str) -> dict[str, int]:
    """Return the exits of 2020-2025 by unit."""
    report = desk("report", "2020-2025", "--json", *options).json
    [table] = [one for one in report["tables"] if one["id"] == "by_unit"]
    ids = [column["id"] if isinstance(column, dict) else column for column in table["columns"]]
    return {row[0]: row[ids.index("total")] for row in table["rows"]}


def units(desk: Desk, *options: str) -> dict[str, tuple[int, int]]:
    """Return the members of each unit: its own, and with all below."""
    return {
        one["name"]: (one["own"], one["members"])
        for one in desk("units", "--json", *options).json["units"]
    }


def blockers(desk: Desk, plan: Path) -> list[tuple[str, str, str]]:
    """Return sheet, cell and code of everything that stands against a plan."""
    done = desk("units", "reorganise", plan, "--json")
    problems: list[dict[str, Any]] = done.json["problems"]
    assert done.code == 1
    return [
        (one["sheet"], one["cell"], one["code"])
        for one in problems
        if one["severity"] == "error"
    ]


# --- E14 ----------------------------------------------------------------------------------
def test_exits_of_merged_units_stand_where_they_were(merged: Desk) -> None:
    found = by_unit(merged, "--structure", "then")

    assert found == {PROVINCE: 10, A: 5, B: 3, C: 2, "Tổng số": 10}


def test_exits_of_merged_units_count_in_what_they_became(merged: Desk) -> None:
    found = by_unit(merged, "--structure", "now")

    assert found == {PROVINCE: 10, C: 10, "Tổng số": 10}


def test_members_moved_by_a_merger_are_no_transfers(merged: Desk) -> None:
    moved = shelf.ask(
        merged.ledger, "SELECT count(*) FROM assignment WHERE valid_to IS NOT NULL"
    )
    legs = shelf.ask(merged.ledger, "SELECT count(*) FROM transfer_leg")
    totals = merged("report", "2020-2025", "--json").json["totals"]

    assert (moved, legs, totals["OUT"]) == ([(180,)], [(0,)], 0)
    assert units(merged) == {PROVINCE: (0, 180), C: (180, 180)}


def test_a_split_of_totals_alone_stays_at_the_old_parent_with_a_note(office: Desk) -> None:
    office("import", plans.exits(office.folder, [(B, "10/03/2022")] * 3))
    office("import", plans.headcounts(office.folder, {B: 80}, 2023))
    people = [(name, B, C if n < 50 else D) for n, name in enumerate(plans.names(B, 80))]
    founded = [step("Thành lập", new=cell, parent=PROVINCE) for cell in (C, D)]
    parts = [step("Chia", B, cell) for cell in (C, D)]
    plan = plans.plan(office.folder, *founded, *parts, people=people)

    done = office("units", "reorganise", plan)
    report = office("report", "2020-2025", "--structure", "now", "--json").json

    assert done.code == 0, done.err
    assert by_unit(office, "--structure", "now") == {PROVINCE: 3, "Tổng số": 3}
    assert (
        f"{B} đã chia: 3 trường hợp chưa rõ thuộc đơn vị mới nào, tính ở {PROVINCE}."
        in (report["problems"])
    )
    assert any("số đảng viên năm 2022, 2023 chưa rõ" in told for told in report["problems"])
    assert units(office) == {PROVINCE: (0, 180), A: (100, 100), C: (50, 50), D: (30, 30)}


# --- The other structure, other days, other knowledge -------------------------------------
def test_a_unit_asked_for_by_its_old_name_is_shown_as_what_it_became(merged: Desk) -> None:
    assert by_unit(merged, "--structure", "now", "--unit", A) == {
        PROVINCE: 10,
        C: 10,
        "Tổng số": 10,
    }


def test_a_unit_asked_for_in_the_structure_of_then_has_its_own_exits(merged: Desk) -> None:
    then = ("--structure", "then", "--unit")

    assert by_unit(merged, *then, A)["Tổng số"] == 5
    assert by_unit(merged, *then, C)["Tổng số"] == 2


def test_the_tree_of_a_day_before_is_the_old_one(merged: Desk) -> None:
    before = units(merged, "--as-of", "30/06/2025")

    assert before[A] == (100, 100)
    assert before[B] == (80, 80)


def test_what_was_known_before_the_reorganisation_is_the_old_tree(merged: Desk) -> None:
    assert units(merged, "--known-at", "2")[A] == (100, 100)
    assert by_unit(merged, "--structure", "now", "--known-at", "2")[A] == 5


def test_units_that_ended_say_what_they_became(merged: Desk) -> None:
    shown = {one["name"]: one for one in merged("units", "--all", "--json").json["units"]}

    assert not shown[A]["stands"]
    assert shown[A]["became"]["kind"] == "MERGE"
    assert shown[A]["became"]["names"] == [C]
    assert shown[A]["became"]["decision_no"] == "01-QĐ/TU"


def test_the_tree_is_printed_and_written_as_a_workbook(merged: Desk) -> None:
    told = merged("units", "--all", "--xlsx", "--csv").out

    assert f"sáp nhập vào {C} từ 01/07/2025 (số 01-QĐ/TU)" in told
    assert load_workbook(merged.folder / "to-chuc-dang.xlsx").sheetnames == ["Tổ chức đảng"]


def test_undoing_a_reorganisation_restores_the_tree(merged: Desk) -> None:
    merged("undo", "--yes")

    assert units(merged) == {PROVINCE: (0, 180), A: (100, 100), B: (80, 80), C: (0, 0)}
    assert by_unit(merged, "--structure", "now")[A] == 5
    assert shelf.broken(merged.ledger) == []


def test_who_is_a_member_again_of_a_unit_that_ended_is_told(office: Desk) -> None:
    left = load_workbook(plans.exits(office.folder, [(A, "10/02/2021")]))
    sheet = left.worksheets[0]
    sheet["B2"], sheet["C2"] = plans.names(A, 1)[0], "01/03/1980"
    left.save(office.folder / "mot-nguoi.xlsx")
    office("import", office.folder / "mot-nguoi.xlsx")
    office("units", "reorganise", plans.plan(office.folder, *MERGER))
    office("undo", "2", "--yes")  # the plan had moved nobody who had left

    found = office("check", "--json").json["contradictions"]

    (ended,) = (one["message"] for one in found if one["code"] == "unit_ended")
    assert ended.startswith("còn ghi ở Chi bộ A, tổ chức đã kết thúc ngày 01/07/2025;")


def test_a_plan_that_was_taken_back_can_be_carried_out_again(merged: Desk) -> None:
    merged("undo", "--yes")

    done = merged("units", "reorganise", merged.folder / "ke-hoach.xlsx")

    assert done.code == 0
    assert units(merged) == {PROVINCE: (0, 180), C: (180, 180)}


# --- All or nothing -----------------------------------------------------------------------
def test_a_trial_shows_both_trees_and_writes_nothing(office: Desk) -> None:
    before = office.ledger.read_bytes()

    done = office("units", "reorganise", plans.plan(office.folder, *MERGER), "--dry-run")

    assert done.code == 0
    assert "Sẽ sắp xếp: thành lập 1, sáp nhập 2 tổ chức; 180 đảng viên" in done.out
    assert office.ledger.read_bytes() == before


def test_a_plan_carried_out_twice_is_refused(merged: Desk) -> None:
    found = blockers(merged, merged.folder / "ke-hoach.xlsx")

    assert found == [
        ("Kế hoạch", "E2", "exists"),
        ("Kế hoạch", "C3", "unit_ended"),
        ("Kế hoạch", "C4", "unit_ended"),
    ]


def test_a_plan_carried_out_twice_is_said_in_one_sentence(merged: Desk) -> None:
    saved_again = merged.folder / "ban-sao.xlsx"
    load_workbook(merged.folder / "ke-hoach.xlsx").save(saved_again)

    done = merged("units", "reorganise", saved_again)

    assert done.code == 1
    assert "Kế hoạch này đã thực hiện ở thay đổi số 3; sổ giữ nguyên." in done.err
    assert "thành lập lần nữa" not in done.err


def test_a_name_without_its_marks_is_offered_with_them(office: Desk) -> None:
    plan = plans.plan(office.folder, step("Giải thể", "chi bo a"))

    done = office("units", "reorganise", plan)

    assert "Không có tổ chức “chi bo a” trong sổ; gần giống: “Chi bộ A”." in done.err


def test_everything_that_stands_against_a_plan_is_told_at_once(office: Desk) -> None:
    plan = plans.plan(
        office.folder,
        step("Sáp nhập", "Chi bộ Không Có", C),
        step("Sáp nhập", A, C),
        step("Giải thể", B),
        step("Biến mất", B),
        step("Đổi tên", PROVINCE, on="7/2025"),
        step("Chuyển trực thuộc", A, parent=B, on="01/08/2025"),
        step("Sáp nhập", "Chi bộ Cũng Không Có", C, on=""),
    )

    found = blockers(office, plan)

    assert ("Kế hoạch", "C2", "unit_unknown") in found
    assert ("Kế hoạch", "E3", "target_unknown") in found
    assert ("Kế hoạch", "C4", "member_left") in found
    assert ("Kế hoạch", "B5", "plan_action_unknown") in found
    assert ("Kế hoạch", "G6", "plan_day_imprecise") in found
    assert ("Kế hoạch", "G8", "plan_day_missing") in found
    assert ("Kế hoạch", "C8", "unit_unknown") in found
    assert shelf.ask(office.ledger, "SELECT count(*) FROM unit_event") == [(0,)]


def test_members_that_nobody_places_are_named_and_then_counted(office: Desk) -> None:
    done = office("units", "reorganise", plans.plan(office.folder, step("Giải thể", B)))

    assert done.code == 1
    assert "còn sinh hoạt ở “Chi bộ B”" in done.err
    assert "Còn 60 đảng viên nữa" in done.err


def test_members_of_an_abolished_unit_go_where_the_plan_places_them(office: Desk) -> None:
    people = [(name, B, A) for name in plans.names(B, 80)]

    done = office(
        "units", "reorganise", plans.plan(office.folder, step("Giải thể", B), people=people)
    )

    assert done.code == 0, done.err
    assert units(office) == {PROVINCE: (0, 180), A: (180, 180)}


def test_a_unit_that_gives_a_part_away_keeps_whom_nobody_places(office: Desk) -> None:
    people = [(name, A, C) for name in plans.names(A, 30)]
    steps = (step("Thành lập", new=C, parent=PROVINCE), step("Chia", A, A), step("Chia", A, C))

    done = office("units", "reorganise", plans.plan(office.folder, *steps, people=people))

    assert done.code == 0, done.err
    assert units(office) == {PROVINCE: (0, 180), A: (70, 70), B: (80, 80), C: (30, 30)}


def test_cells_go_with_the_committee_that_is_merged(desk: Desk) -> None:
    first, second, new = "Đảng bộ xã Một", "Đảng bộ xã Hai", "Đảng bộ xã Mới"
    desk("import", plans.roll(desk.folder, {A: 3}, above=first))
    desk("import", plans.roll(desk.folder, {B: 4}, above=second))
    steps = (
        step("Thành lập", new=PROVINCE),
        step("Thành lập", new=new, parent=PROVINCE),
        step("Sáp nhập", first, new),
        step("Sáp nhập", second, new),
        step("Đổi tên", B, "Chi bộ Hai B"),
    )

    done = desk("units", "reorganise", plans.plan(desk.folder, *steps))

    assert done.code == 0, done.err
    assert units(desk) == {PROVINCE: (0, 7), new: (0, 7), A: (3, 3), "Chi bộ Hai B": (4, 4)}
    assert units(desk, "--as-of", "30/6/2025") == {
        first: (0, 3),
        A: (3, 3),
        second: (0, 4),
        B: (4, 4),
    }


def test_a_list_of_before_the_merger_still_finds_the_cells_of_then(desk: Desk) -> None:
    first, new = "Đảng bộ xã Một", "Đảng bộ xã Mới"
    desk("import", plans.roll(desk.folder, {A: 3}, above=first))
    steps = (step("Thành lập", new=new), step("Sáp nhập", first, new))
    desk("units", "reorganise", plans.plan(desk.folder, *steps))

    desk("import", plans.exits(desk.folder, [(A, "10/02/2021")], above=first))

    assert shelf.ask(desk.ledger, "SELECT count(*) FROM unit") == [(3,)]
    assert by_unit(desk) == {first: 1, A: 1, "Tổng số": 1}
    assert by_unit(desk, "--structure", "now") == {new: 1, A: 1, "Tổng số": 1}


# --- The workbook -------------------------------------------------------------------------
def test_an_import_says_which_command_carries_a_plan_out(office: Desk) -> None:
    done = office("import", plans.plan(office.folder, *MERGER))

    assert done.code == 1
    assert "đây là kế hoạch sắp xếp tổ chức" in done.err
    assert "partyroll units reorganise" in done.err


def test_the_form_that_is_offered_is_understood(office: Desk) -> None:
    office("template", "reorganisation")
    form = load_workbook(office.folder / "mau-sap-xep-to-chuc.xlsx")
    sheet = form["Kế hoạch"]
    example = next(row[0].row for row in sheet.iter_rows() if "Mẫu Một" in str(row[2].value))
    for column, value in enumerate((None, *step("Đổi tên", A, "Chi bộ Mới")), start=1):
        sheet.cell(int(example or 0) + 1, column, value or None)
    form.save(office.folder / "dien.xlsx")

    done = office("units", "reorganise", "dien.xlsx")

    assert done.code == 0, done.err
    assert "Chi bộ Mới" in units(office)


def test_a_workbook_without_a_plan_is_refused(office: Desk) -> None:
    done = office("units", "reorganise", office.folder / "danh-sach.xlsx")

    assert done.code == 1
    assert "partyroll template reorganisation" in done.err


def test_a_copy_of_the_ledger_precedes_a_reorganisation(office: Desk) -> None:
    shutil.rmtree(office.folder / "partyroll-backups", ignore_errors=True)

    office("units", "reorganise", plans.plan(office.folder, *MERGER))

    assert list(office.folder.rglob("* so 1 *.db"))


def test_a_district_that_ends_leaves_its_exits_to_the_province(desk: Desk) -> None:
    commune = "Đảng bộ xã Một"
    steps = (
        step("Thành lập", new=PROVINCE, on="01/01/2019"),
        step("Chuyển trực thuộc", DISTRICT, parent=PROVINCE, on="01/01/2020"),
        step("Chuyển trực thuộc", commune, parent=PROVINCE),
        step("Giải thể", DISTRICT),
    )
    desk("import", plans.roll(desk.folder, {commune: 3}, above=DISTRICT))
    desk("import", plans.exits(desk.folder, [(commune, "10/02/2021")], above=DISTRICT))

    done = desk("units", "reorganise", plans.plan(desk.folder, *steps))

    assert done.code == 0, done.err
    assert by_unit(desk) == {PROVINCE: 1, DISTRICT: 1, commune: 1, "Tổng số": 1}
    assert by_unit(desk, "--structure", "now") == {PROVINCE: 1, commune: 1, "Tổng số": 1}


def test_what_programs_are_told_is_fixed(merged: Desk) -> None:
    tree = merged("units", "--all", "--json").json
    plan = merged("units", "reorganise", merged.folder / "ke-hoach.xlsx", "--json").json
    unit = tree["units"][0]

    assert {*tree} == {"schema", "command", "ledger", "as_of", "units", "unplaced"}
    assert {*unit} == {
        *("unit_id", "name", "code", "kind", "parent_id", "path", "since", "until"),
        *("stands", "own", "members", "became"),
    }
    assert {*plan} == {
        *("schema", "command", "ledger", "as_of", "dry_run", "change", "blocked", "units"),
        *("people", "problems", "before", "after", "carried_out"),
    }


def test_a_row_that_names_the_unit_of_the_title_is_that_unit(desk: Desk) -> None:
    book = load_workbook(plans.headcounts(desk.folder, {PROVINCE: 180, A: 100}, 2024))
    book.worksheets[0].insert_rows(1, 2)
    book.worksheets[0]["A1"] = PROVINCE.upper()
    book.save(desk.folder / "so-dang-vien.xlsx")

    desk("import", "so-dang-vien.xlsx")

    assert list(units(desk)) == [PROVINCE, A]


@pytest.mark.parametrize("mark", ["-", "…", "/"])
def test_a_dash_in_a_cell_of_a_plan_is_an_empty_cell(office: Desk, mark: str) -> None:
    moved = step("Chuyển trực thuộc", A, new=mark, parent=B, under=mark)

    done = office("units", "reorganise", plans.plan(office.folder, moved))

    assert done.code == 0, done.err
    assert {A, B} <= units(office).keys()
