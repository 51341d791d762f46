"""Units of one name: who is founded, who goes on as itself, who takes the others in."""

from datetime import date

import pytest

from partyroll.model import PlanAction, Unit
from partyroll.rules.reorganising.outcome import UnitPlan
from rules.test_reorganising import (
    ABOLISH,
    CELL,
    CREATE,
    ELSEWHERE,
    JULY,
    MERGE,
    MOVE,
    ONE,
    PROVINCE,
    RENAME,
    SPLIT,
    TWO,
    step,
)
from rules.test_reorganising_told import NEW, PAST, checked, first
from rules.test_reorganising_tree import CARRIED_IT, ONCE

CELL_OF_TWO = f"{TWO} › {CELL}"  # c2; c1 carries the same name, below another commune
OF_ONE, OF_TWO = f"{PROVINCE} › {ONE} › {CELL}", f"{PROVINCE} › {TWO} › {CELL}"
THIRD = step(CREATE, new="Chi bộ 3", parent=TWO)


def codes(found: UnitPlan) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.code) for problem in found.problems]


def founded(found: UnitPlan) -> list[str]:
    return [turn.unit_id for turn in found.turns if turn.founded]


# --- Founded, or known already ------------------------------------------------------------
@pytest.mark.parametrize("parent", [ONE, ""], ids=["in another commune", "at the top"])
def test_a_cell_of_the_same_name_elsewhere_is_not_the_one_that_is_founded(parent: str) -> None:
    found = checked(step(CREATE, new="Chi bộ 2", parent=parent), units=ELSEWHERE)

    assert founded(found) == ["+1"]
    assert found.problems == ()


@pytest.mark.parametrize("name", [ONCE, PAST], ids=["renamed since", "ended since"])
def test_a_name_of_the_past_may_be_given_to_a_new_unit(name: str) -> None:
    found = checked(step(CREATE, new=name, parent=PROVINCE), former=CARRIED_IT)

    assert founded(found) == ["+1"]
    assert found.problems == ()


def test_what_stands_at_the_top_without_a_beginning_gets_it_there() -> None:
    found = checked(step(CREATE, new=PROVINCE))

    assert (founded(found), codes(found)) == (["p"], [(2, "known_before")])


def test_a_unit_gets_its_beginning_whatever_becomes_of_others_that_day() -> None:
    found = checked(step(RENAME, ONE, NEW), step(CREATE, new=TWO, parent=PROVINCE))

    assert (founded(found), codes(found)) == (["x2"], [(3, "known_before")])


def test_a_unit_of_which_the_plan_speaks_as_an_old_one_is_not_the_new_one() -> None:
    found = checked(step(MERGE, ONE, ONE), step(CREATE, new=ONE, parent=PROVINCE))

    assert founded(found) == ["+1"]
    assert found.ending == {"x1": JULY}


# --- Into itself, or into another of its name ---------------------------------------------
def test_a_cell_stays_itself_where_the_plan_says_which_one_it_means() -> None:
    found = checked(step(MERGE, CELL_OF_TWO, CELL, parent=TWO))

    assert codes(found) == [(2, "stays_itself")]
    assert (found.ending, found.turns) == ({}, ())


@pytest.mark.parametrize(
    ("action", "both"), [(MERGE, f"{OF_ONE}; {OF_TWO}"), (SPLIT, f"{OF_TWO}; {OF_ONE}")]
)
def test_whether_a_cell_itself_is_meant_or_one_of_its_name_elsewhere_is_asked(
    action: PlanAction, both: str
) -> None:
    assert first(step(action, CELL_OF_TWO, CELL)) == (
        "C2",
        CELL,
        f"Có nhiều tổ chức tên “{CELL}”: {both}; ghi thêm tổ chức cấp trên.",
    )


@pytest.mark.parametrize(
    ("founded_under", "wanted", "ending"),
    [
        (ONE, TWO, {}),
        (TWO, TWO, {"c2": JULY}),
        (TWO, PROVINCE, {"c2": JULY}),
        (TWO, "", {"c2": JULY}),
    ],
)
def test_a_new_cell_of_the_name_is_meant_only_where_the_plan_puts_it(
    founded_under: str, wanted: str, ending: dict[str, date]
) -> None:
    founding = step(CREATE, new=CELL, parent=founded_under)
    units = tuple(unit for unit in ELSEWHERE if unit.unit_id != "c1")

    found = checked(founding, step(MERGE, CELL_OF_TWO, CELL, parent=wanted), units=units)

    assert found.ending == ending


def test_a_cell_merges_into_one_of_its_name_that_is_named_with_its_commune() -> None:
    found = checked(step(MERGE, CELL_OF_TWO, CELL, parent=ONE))

    assert found.problems == ()
    assert found.ending == {"c2": JULY}
    assert [(one.unit_id, one.to_unit_id) for one in found.becomings] == [("c2", "c1")]


def test_a_cell_stays_itself_where_the_only_other_of_its_name_ends_that_day() -> None:
    other_ends = step(ABOLISH, f"{ONE} › {CELL}")

    before = checked(other_ends, step(MERGE, CELL_OF_TWO, CELL))
    after = checked(step(MERGE, CELL_OF_TWO, CELL), other_ends)

    assert codes(before) == [(3, "stays_itself")]
    assert codes(after) == [(2, "stays_itself")]
    assert before.ending == after.ending == {"c1": JULY}


def test_a_cell_that_is_divided_goes_on_where_the_plan_says_which_one_it_means() -> None:
    parts = (step(SPLIT, CELL_OF_TWO, CELL, parent=TWO), step(SPLIT, CELL_OF_TWO, "Chi bộ 3"))

    found = checked(THIRD, *parts)

    assert found.problems == ()
    assert [(one.parts, one.stays) for one in found.leavings] == [(("c2", "+1"), True)]


def test_a_part_of_a_divided_commune_may_be_a_new_one_of_its_name() -> None:
    found = checked(
        step(CREATE, new=TWO, parent=PROVINCE),
        step(CREATE, new="B", parent=PROVINCE),
        step(SPLIT, TWO, TWO),
        step(SPLIT, TWO, "B"),
        step(MOVE, CELL_OF_TWO, parent="B"),
        units=ELSEWHERE[:-1],
    )

    assert found.ending == {"x2": JULY}
    assert [(one.parts, one.stays) for one in found.leavings] == [(("+1", "+2"), False)]


# --- Beside other lines -------------------------------------------------------------------
def test_a_line_that_is_as_it_should_be_does_not_hide_the_next() -> None:
    itself = checked(step(MERGE, ONE, ONE), step(MERGE, TWO, ONE))
    without_superior = checked(
        step(RENAME, TWO, NEW), step(MOVE, f"{ONE} › {CELL}", parent=PROVINCE)
    )
    ending = checked(step(ABOLISH, CELL_OF_TWO), step(RENAME, ONE, ONE))

    assert [paper.unit_id for paper in itself.papers] == ["x2"]
    assert [turn.unit_id for turn in without_superior.turns] == ["x2", "c1"]
    assert codes(ending) == [(3, "nothing_changes")]


def test_what_a_divided_unit_leaves_below_it_must_go_somewhere() -> None:
    founding = (step(CREATE, new="A", parent=PROVINCE), step(CREATE, new="B", parent=PROVINCE))

    found = checked(*founding, step(SPLIT, ONE, "A"), step(SPLIT, ONE, "B"))

    assert codes(found) == [(4, "unit_left")]


def test_a_line_that_means_nobody_leaves_no_paper() -> None:
    assert checked(step(RENAME, "Zzz", NEW)).papers == ()


def test_a_unit_founded_by_the_plan_begins_on_its_day() -> None:
    later = date(2025, 8, 1)
    found = checked(
        step(CREATE, new=NEW, parent=PROVINCE),
        step(RENAME, NEW, "Đảng bộ xã Tên Mới", on=later),
    )

    assert [(turn.on, turn.unit and turn.unit.since) for turn in found.turns] == [
        (JULY, JULY),
        (later, later),
    ]


def test_a_capital_letter_does_not_make_another_unit() -> None:
    units = (*ELSEWHERE, Unit("c4", "CHI BỘ 2", "", "CELL", "x1"))

    assert codes(checked(step(MOVE, f"{TWO} › Chi bộ 2", parent=ONE), units=units)) == [
        (2, "namesakes")
    ]
