"""Units found by what an office writes: names of today and of once, near names, circles."""

from dataclasses import replace
from datetime import date
from itertools import islice

import pytest

from partyroll.model import Unit
from partyroll.rules.reorganising.tree import Tree, own_name
from rules.test_reorganising import CELL, ELSEWHERE, ONE, PROVINCE, RENAME, TWO, UNITS, step
from rules.test_reorganising_told import NEW, checked, first

ONCE = "Đảng bộ xã Cũ"
CARRIED_IT = (Unit("x1", ONCE, "", "COMMUNE", "p", None, date(2024, 1, 1)),)
CARRIES_IT = Unit("x3", ONCE, "", "COMMUNE", "p", date(2024, 1, 1))
CELL_TWO = ELSEWHERE[-1]


def unit(unit_id: str, name: str, parent_id: str | None = None) -> Unit:
    return Unit(unit_id, name, "", "", parent_id)


def test_a_name_means_the_unit_that_carries_it_today_before_one_that_carried_it_once() -> None:
    line = step(RENAME, ONCE, NEW)

    today = checked(line, units=(*UNITS, CARRIES_IT), former=CARRIED_IT)
    once = checked(line, former=CARRIED_IT)

    assert [turn.unit_id for turn in today.turns] == ["x3"]
    assert [turn.unit_id for turn in once.turns] == ["x1"]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (CELL, CELL),
        (f"{ONE} › {CELL}", CELL),
        (f"{PROVINCE} / {ONE} / {CELL}", CELL),
        (f" {ONE}  ›", ONE),
    ],
)
def test_the_name_of_a_unit_stands_last_of_those_from_above(text: str, own: str) -> None:
    assert own_name(text) == own


# --- Names that come near -----------------------------------------------------------------
def test_a_name_without_its_marks_comes_near_to_all_that_differ_in_marks_alone() -> None:
    units = [
        unit("1", "Đảng bộ xã Tân Hưng"),
        unit("2", "Đảng bộ xã Tân Hùng"),
        unit("3", "Đảng bộ xã Tân Sơn"),
    ]

    assert Tree(units).near("Dang bo xa Tan Hung") == [
        "Đảng bộ xã Tân Hưng",
        "Đảng bộ xã Tân Hùng",
    ]


def test_a_misspelt_name_comes_near_to_three_at_most() -> None:
    units = [unit(letter, f"Đảng bộ xã Bình {letter}") for letter in "ABCDE"]

    assert len(Tree(units).near("Đảng bộ xã Bình X")) == 3


# --- Where a unit stands ------------------------------------------------------------------
def test_units_above_each_other_are_named_once_each() -> None:
    circle = Tree([unit("a", "A", "b"), unit("b", "B", "a")])

    assert [one.name for one in islice(circle.above("a"), 5)] == ["B"]


def test_a_unit_whose_superior_the_ledger_does_not_hold_stands_at_the_top() -> None:
    assert Tree([unit("a", "A", "district")]).path("a") == "A"


def test_a_unit_below_a_circle_is_not_in_it() -> None:
    circle = Tree(
        [
            unit("a", "A", "b"),
            unit("b", "B", "a"),
            unit("c", "C", "a"),
        ]
    )

    assert circle.in_a_circle("a")
    assert not circle.in_a_circle("c")
    assert [one.name for one in islice(circle.above("c"), 5)] == ["A", "B"]


def test_units_that_stand_elsewhere_are_told_one_after_the_other_if_they_stand() -> None:
    units = (
        *UNITS,
        replace(CELL_TWO, since=date(2020, 1, 1)),
        replace(CELL_TWO, unit_id="c4", parent_id="p"),
        replace(CELL_TWO, unit_id="c5", parent_id="new", until=date(2025, 7, 1)),
    )

    assert first(step(RENAME, "Chi bộ 2", NEW, old_parent=ONE), units=units) == (
        "B2",
        "Chi bộ 2",
        (
            f"“Chi bộ 2” không trực thuộc “{ONE}”; sổ ghi: {PROVINCE} › {TWO} › Chi bộ 2;"
            f" {PROVINCE} › Chi bộ 2."
        ),
    )


def test_a_unit_that_stands_nowhere_is_told_by_its_own_cell() -> None:
    assert first(step(RENAME, "Zzz", NEW, old_parent=ONE)) == (
        "A2",
        "Zzz",
        "Không có tổ chức “Zzz” trong sổ.",
    )


@pytest.mark.parametrize(
    ("communes", "end"),
    [(5, "xã 5 › Chi bộ 7; ghi thêm"), (6, "xã 5 › Chi bộ 7; và 1 nơi nữa; ghi thêm")],
)
def test_of_many_units_that_are_meant_five_are_named_and_the_others_counted(
    communes: int, end: str
) -> None:
    numbers = range(1, communes + 1)
    units = (
        *(unit(f"x{number}", f"Đảng bộ xã {number}") for number in numbers),
        *(unit(f"c{number}", "Chi bộ 7", f"x{number}") for number in numbers),
    )

    _, _, message = first(step(RENAME, "Chi bộ 7", NEW), units=units)

    assert f"{end} tổ chức cấp trên." in message
