"""What stands against a plan, found before anything is written."""

from dataclasses import replace
from datetime import date
from time import process_time

import pytest

from partyroll.model import Plan, PlanAction, PlanPlace, PlanStep, Unit
from partyroll.rules.reorganising.checking import check_units
from partyroll.rules.reorganising.outcome import UnitPlan
from partyroll.rules.reorganising.people import Standing, check_people

JULY, TODAY = date(2025, 7, 1), date(2026, 1, 1)
PROVINCE, ONE, TWO, CELL = "Đảng bộ tỉnh", "Đảng bộ xã Một", "Đảng bộ xã Hai", "Chi bộ 1"
UNITS = (
    Unit("p", PROVINCE, "99", "PROVINCE", None),
    Unit("x1", ONE, "99.001", "COMMUNE", "p"),
    Unit("x2", TWO, "", "COMMUNE", "p"),
    Unit("c1", CELL, "", "CELL", "x1"),
    Unit("c2", CELL, "", "CELL", "x2"),
    Unit("old", "Đảng bộ xã Xưa", "", "COMMUNE", "p", None, date(2020, 1, 1)),
    Unit("new", "Đảng bộ xã Nay", "", "COMMUNE", "p", date(2025, 9, 1)),
)
ELSEWHERE = (*UNITS, Unit("c3", "Chi bộ 2", "", "CELL", "x2"))


def step(
    action: PlanAction,
    old: str = "",
    new: str = "",
    *,
    old_parent: str = "",
    parent: str = "",
    on: date = JULY,
    decision_no: str = "01-QĐ",
) -> PlanStep:
    return PlanStep(action, on, old, old_parent, new, parent, decision_no)


def checked(*steps: PlanStep, units: tuple[Unit, ...] = UNITS) -> UnitPlan:
    placed = [
        replace(one, place=PlanPlace("Kế hoạch", row)) for row, one in enumerate(steps, start=2)
    ]
    return check_units(Plan("a.xlsx", tuple(placed)), units, today=TODAY)


def told(*steps: PlanStep) -> list[tuple[int | None, str]]:
    return [(one.row, one.code) for one in checked(*steps).problems]


MERGE, SPLIT, RENAME = PlanAction.MERGE, PlanAction.SPLIT, PlanAction.RENAME
MOVE, ABOLISH, CREATE = PlanAction.MOVE, PlanAction.ABOLISH, PlanAction.CREATE


def test_a_name_that_two_units_carry_needs_the_one_above() -> None:
    assert told(step(RENAME, CELL, "Chi bộ Mới")) == [(2, "unit_ambiguous")]
    assert told(step(RENAME, CELL, "Chi bộ Mới", old_parent=ONE)) == []
    assert told(step(RENAME, f"{ONE} › {CELL}", "Chi bộ Mới")) == []
    assert told(step(RENAME, f"{CELL}, {ONE}", "Chi bộ Mới")) == []


@pytest.mark.parametrize("code", ["99001", "99.001", "99 001"])
def test_a_unit_is_known_by_its_code_too(code: str) -> None:
    assert checked(step(RENAME, code, "Đảng bộ xã Mới")).turns[0].unit_id == "x1"


def test_a_misspelt_unit_is_told_with_those_it_comes_near_to() -> None:
    [problem] = checked(step(RENAME, "Đảng bộ xã Một Một", "x")).problems

    assert problem.code == "unit_unknown"
    assert f"gần giống: “{ONE}”" in problem.message


def test_of_a_unit_that_stands_elsewhere_it_is_said_where() -> None:
    [problem] = checked(step(RENAME, "Chi bộ 2", "x", old_parent=ONE), units=ELSEWHERE).problems
    [target] = checked(step(MERGE, ONE, "Chi bộ 2", parent=ONE), units=ELSEWHERE).problems

    assert problem.code == target.code == "unit_elsewhere"
    assert problem.message == (
        f"“Chi bộ 2” không trực thuộc “{ONE}”; sổ ghi: {PROVINCE} › {TWO} › Chi bộ 2."
    )


def test_the_other_faults_of_a_line_without_a_day_are_told_in_the_same_run() -> None:
    undated = replace(step(RENAME, "Đảng bộ xã Không Có", "x"), undated=True)

    assert told(undated) == [(2, "unit_unknown")]


def test_of_a_line_without_a_day_nothing_is_said_that_rests_on_the_day() -> None:
    ended = replace(step(ABOLISH, "Đảng bộ xã Xưa"), undated=True)
    twice = replace(step(RENAME, TWO, "Đảng bộ xã Ba"), undated=True)

    assert told(ended) == []
    assert told(step(RENAME, TWO, "Đảng bộ xã Tư"), twice) == []


def test_a_unit_that_has_ended_or_not_begun_takes_no_step() -> None:
    assert told(step(ABOLISH, "Đảng bộ xã Xưa")) == [(2, "unit_ended")]
    assert told(step(ABOLISH, "Đảng bộ xã Nay")) == [(2, "unit_not_begun")]
    assert told(step(ABOLISH, "Đảng bộ xã Nay", on=date(2025, 9, 1))) == [(2, "changed_later")]


def test_a_target_must_stand_on_the_day_and_be_founded_by_a_step_of_its_own() -> None:
    assert told(step(MERGE, ONE, "Đảng bộ xã Mới")) == [(2, "target_unknown")]
    assert told(step(MERGE, ONE, "Đảng bộ xã Xưa")) == [(2, "target_ended")]
    assert told(step(MERGE, ONE, "Đảng bộ xã Nay")) == [(2, "target_ended")]
    assert told(step(MERGE, ONE, TWO), step(MERGE, TWO, ONE)) == [
        (2, "target_ended"),
        (3, "target_ended"),
    ]


def test_a_unit_takes_one_step_a_day() -> None:
    twice = (step(RENAME, ONE, "Đảng bộ xã A"), step(RENAME, ONE, "Đảng bộ xã B"))

    assert told(*twice) == [(3, "two_steps")]


def test_steps_of_several_days_follow_each_other() -> None:
    later = date(2025, 8, 1)
    found = checked(
        step(RENAME, ONE, "Đảng bộ xã A"), step(MERGE, "Đảng bộ xã A", TWO, on=later)
    )

    assert found.problems == tuple(one for one in found.problems if one.code == "namesakes")
    assert [(turn.unit_id, turn.on) for turn in found.turns] == [
        ("x1", JULY),
        ("x1", later),
        ("c1", later),
    ]


def test_no_unit_stands_under_itself() -> None:
    assert told(step(MOVE, ONE, parent=TWO), step(MOVE, TWO, parent=ONE)) == [
        (2, "cycle"),
        (3, "cycle"),
    ]


def test_what_an_abolished_or_split_unit_leaves_must_go_somewhere() -> None:
    assert (2, "unit_left") in told(step(ABOLISH, ONE))
    assert told(step(ABOLISH, ONE), step(MOVE, CELL, old_parent=ONE, parent=PROVINCE)) == []


def test_a_split_has_two_parts_at_least() -> None:
    founded = step(CREATE, new="Đảng bộ xã Ba", parent=PROVINCE)

    assert (3, "split_in_one") in told(founded, step(SPLIT, ONE, "Đảng bộ xã Ba"))
    assert told(founded, step(SPLIT, ONE, ONE), step(SPLIT, ONE, "Đảng bộ xã Ba")) == []


def test_missing_words_are_told_where_they_are_missing() -> None:
    empty = (step(MERGE), step(MERGE, ONE), step(RENAME, TWO), step(CREATE))

    assert sorted(told(*empty)) == [(row, "unit_missing") for row in (2, 3, 4, 5)]
    assert told(step(MOVE, ONE)) == [(2, "unit_missing")]


def test_a_step_that_changes_nothing_is_told() -> None:
    assert told(step(MOVE, ONE, parent=PROVINCE)) == [(2, "nothing_changes")]
    assert told(step(RENAME, ONE, ONE)) == [(2, "nothing_changes")]


def test_what_is_there_is_not_founded_again() -> None:
    dated = (*UNITS, Unit("x3", "Đảng bộ xã Ba", "", "COMMUNE", "p", date(2020, 1, 1)))
    again = step(CREATE, new="Đảng bộ xã Ba", parent=PROVINCE)

    codes = {one.code for one in checked(again, units=dated).problems}

    assert "exists" in codes


def test_a_unit_that_merges_into_itself_stays_with_a_warning() -> None:
    found = checked(step(MERGE, ONE, ONE), step(MERGE, TWO, ONE))

    assert [one.code for one in found.problems] == ["stays_itself", "namesakes"]
    assert set(found.ending) == {"x2"}


def test_a_new_unit_may_carry_the_name_of_one_that_merges_into_it() -> None:
    found = checked(
        step(CREATE, new=ONE, parent=PROVINCE, on=JULY),
        step(MERGE, ONE, ONE, parent=PROVINCE),
        units=(*UNITS[:1], Unit("x1", ONE, "", "COMMUNE", "p", date(2010, 1, 1))),
    )

    assert [one for one in found.problems if one.code != "exists"] == []
    assert found.ending == {"x1": JULY}
    assert [one.kind for one in found.becomings] == ["CONVERT"]


def test_missing_papers_and_days_to_come_are_warnings() -> None:
    quiet = step(RENAME, ONE, "Đảng bộ xã A", decision_no="", on=date(2027, 1, 1))

    assert sorted(code for _, code in told(quiet)) == ["day_to_come", "no_decision"]


def test_whoever_came_after_the_end_keeps_the_plan_from_going_back_in_time() -> None:
    found = checked(step(MERGE, f"{ONE} › {CELL}", f"{TWO} › {CELL}"))
    late = Standing("p1", "Nguyễn Văn An", "c1", since=date(2025, 10, 1))

    moves, problems = check_people(Plan("a.xlsx", ()), found, [late])

    assert moves == ()
    assert [one.code for one in problems] == ["member_later"]


def test_a_plan_of_1200_units_is_checked_quickly() -> None:
    communes = [Unit(f"x{n}", f"Đảng bộ xã {n}", "", "COMMUNE", "p") for n in range(1_200)]
    cells = [Unit(f"c{n}", CELL, "", "CELL", f"x{n}") for n in range(1_200)]
    founded = [step(CREATE, new=f"Đảng bộ xã Mới {n}", parent=PROVINCE) for n in range(400)]
    merged = [
        step(MERGE, f"Đảng bộ xã {n}", f"Đảng bộ xã Mới {n // 3}", parent=PROVINCE)
        for n in range(1_200)
    ]

    begun = process_time()
    found = checked(*founded, *merged, units=(UNITS[0], *communes, *cells))

    assert len(found.ending) == 1_200
    assert {one.code for one in found.problems} == {"namesakes"}
    assert process_time() - begun < 10
