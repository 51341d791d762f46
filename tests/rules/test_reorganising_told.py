"""What is told of a line of a plan, whole: its cell, what was found there, the sentence."""

from dataclasses import replace
from datetime import date

import pytest

from partyroll.model import Plan, PlanPlace, PlanStep, Severity, Unit
from partyroll.rules.reorganising.checking import check_units
from partyroll.rules.reorganising.outcome import Becoming, Leaving, Paper, Turn, UnitPlan
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
    TODAY,
    TWO,
    UNITS,
    step,
)

COLUMNS = {
    "old": "A",
    "old_parent": "B",
    "new": "C",
    "parent": "D",
    "on": "E",
    "decision_no": "F",
}
NEW, PAST, NOW = "Đảng bộ xã Mới", "Đảng bộ xã Xưa", "Đảng bộ xã Nay"
NO_TARGET = "vào ngày này. Nếu là tổ chức mới, thêm một dòng Thành lập."
LATER_CELL = Unit("c9", "Chi bộ 9", "", "CELL", "x1", date(2025, 8, 1))


def placed(*steps: PlanStep) -> tuple[PlanStep, ...]:
    return tuple(
        replace(
            one,
            place=PlanPlace(
                "Kế hoạch", row, {key: f"{column}{row}" for key, column in COLUMNS.items()}
            ),
        )
        for row, one in enumerate(steps, start=2)
    )


def checked(
    *steps: PlanStep, units: tuple[Unit, ...] = UNITS, former: tuple[Unit, ...] = ()
) -> UnitPlan:
    return check_units(Plan("a.xlsx", placed(*steps)), units, former, today=TODAY)


def first(
    *steps: PlanStep, units: tuple[Unit, ...] = UNITS, former: tuple[Unit, ...] = ()
) -> tuple[str, str, str]:
    problem = checked(*steps, units=units, former=former).problems[0]
    return problem.cell, problem.found, problem.message


# --- Lines --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([step(RENAME, "", NEW)], ("A2", "", "Chưa ghi đơn vị cũ.")),
        ([step(RENAME, ONE)], ("C2", "", "Chưa ghi đơn vị mới.")),
        ([step(CREATE)], ("C2", "", "Chưa ghi đơn vị mới.")),
        ([step(MERGE, ONE)], ("C2", "", "Chưa ghi đơn vị mới.")),
        ([step(MOVE, ONE)], ("D2", "", "Chưa ghi tổ chức trực thuộc.")),
        (
            [step(RENAME, CELL, NEW)],
            (
                "A2",
                CELL,
                (
                    f"Có nhiều tổ chức tên “{CELL}”: {PROVINCE} › {ONE} › {CELL}; {PROVINCE} ›"
                    f" {TWO} › {CELL}; ghi thêm tổ chức cấp trên."
                ),
            ),
        ),
        (
            [step(RENAME, "Đảng bộ xã Một Một", NEW)],
            (
                "A2",
                "Đảng bộ xã Một Một",
                f"Không có tổ chức “Đảng bộ xã Một Một” trong sổ; gần giống: “{ONE}”.",
            ),
        ),
        (
            [step(RENAME, "Zzz", NEW)],
            ("A2", "Zzz", "Không có tổ chức “Zzz” trong sổ."),
        ),
        ([step(MERGE, ONE, "Zzz")], ("C2", "Zzz", f"Không có “Zzz” {NO_TARGET}")),
        ([step(MOVE, ONE, parent="Zzz")], ("D2", "Zzz", f"Không có “Zzz” {NO_TARGET}")),
        (
            [step(ABOLISH, PAST)],
            ("A2", PAST, f"“{PAST}” đã kết thúc hoạt động từ ngày 01/01/2020."),
        ),
        (
            [step(ABOLISH, PAST, on=date(2020, 1, 1))],
            ("A2", PAST, f"“{PAST}” đã kết thúc hoạt động từ ngày 01/01/2020."),
        ),
        (
            [step(ABOLISH, NOW)],
            (
                "A2",
                NOW,
                f"“{NOW}” chỉ có từ ngày 01/09/2025; ngày hiệu lực phải sau ngày đó.",
            ),
        ),
        (
            [step(ABOLISH, NOW, on=date(2025, 9, 1))],
            (
                "E2",
                NOW,
                (
                    f"Sổ đã ghi một thay đổi của “{NOW}” từ ngày 01/09/2025; ngày hiệu lực phải"
                    " sau ngày đó."
                ),
            ),
        ),
        (
            [step(RENAME, PAST, NEW, on=date(2019, 1, 1))],
            (
                "E2",
                PAST,
                f"Sổ đã ghi “{PAST}” kết thúc ngày 01/01/2020, sau ngày của dòng này.",
            ),
        ),
        (
            [step(MERGE, ONE, PAST)],
            (
                "C2",
                PAST,
                f"“{PAST}” đã hoặc sẽ kết thúc vào ngày này, không tiếp nhận được.",
            ),
        ),
        (
            [step(RENAME, ONE, "A"), step(RENAME, ONE, "B")],
            (
                "A3",
                ONE,
                (
                    f"“{ONE}” đã có ở dòng 2 cùng ngày; mỗi ngày một tổ chức chỉ một dòng (chia"
                    " thì mỗi đơn vị mới một dòng)."
                ),
            ),
        ),
        (
            [step(SPLIT, ONE, "A"), step(CREATE, new="A", parent=PROVINCE)],
            (
                "A2",
                ONE,
                f"Chia “{ONE}” phải có ít nhất hai đơn vị mới, mỗi đơn vị một dòng.",
            ),
        ),
        (
            [step(CREATE, new=NOW, parent=PROVINCE, on=date(2025, 10, 1))],
            ("C2", NOW, f"Đã có “{NOW}” ở {PROVINCE}; không thành lập lần nữa."),
        ),
        (
            [step(CREATE, new=TWO, parent=PROVINCE)],
            (
                "C2",
                TWO,
                (
                    "Sổ đã có tổ chức này, chưa rõ từ ngày nào: lấy ngày của dòng này làm ngày"
                    " thành lập."
                ),
            ),
        ),
        (
            [step(RENAME, ONE, ONE)],
            (
                "A2",
                ONE,
                f"Dòng này không đổi gì: tên và cấp trên của “{ONE}” vẫn như cũ.",
            ),
        ),
        (
            [step(MERGE, ONE, ONE)],
            (
                "C2",
                ONE,
                f"“{ONE}” nhập vào chính nó: tổ chức này giữ nguyên, bỏ qua dòng này.",
            ),
        ),
        (
            [step(ABOLISH, ONE)],
            (
                "A2",
                CELL,
                (
                    f"“{CELL}” còn trực thuộc “{ONE}” là tổ chức kết thúc; thêm một dòng chuyển"
                    " trực thuộc, sáp nhập hoặc giải thể cho tổ chức này."
                ),
            ),
        ),
        (
            [step(MOVE, PROVINCE, parent=ONE)],
            (
                "D2",
                PROVINCE,
                f"“{PROVINCE}” không thể trực thuộc tổ chức nằm dưới chính nó.",
            ),
        ),
        (
            [step(MERGE, ONE, TWO)],
            (
                "C2",
                CELL,
                (
                    f"Từ ngày này “{TWO}” có 2 tổ chức cùng tên “{CELL}”; nên đổi tên để không"
                    " nhầm khi nhập danh sách."
                ),
            ),
        ),
        (
            [
                step(RENAME, ONE, "A", decision_no=""),
                step(RENAME, TWO, "B", decision_no=""),
            ],
            ("F2", "", "2 dòng chưa ghi số quyết định; nên ghi để còn tra lại."),
        ),
        (
            [
                step(RENAME, TWO, "B", on=TODAY),
                step(RENAME, ONE, "A", on=date(2026, 1, 2)),
            ],
            (
                "E3",
                "",
                "Ngày hiệu lực 02/01/2026 chưa đến; từ ngày đó mới có tổ chức mới.",
            ),
        ),
    ],
)
def test_a_fault_is_told_in_its_cell_with_what_was_found_and_what_to_do(
    lines: list[PlanStep], told: tuple[str, str, str]
) -> None:
    assert first(*lines) == told


@pytest.mark.parametrize(
    ("line", "cell"),
    [
        (step(RENAME, "Chi bộ 2", NEW, old_parent=ONE), "B2"),
        (step(MERGE, ONE, "Chi bộ 2", parent=ONE), "D2"),
    ],
)
def test_where_a_unit_stands_is_told_in_the_cell_of_the_one_above(
    line: PlanStep, cell: str
) -> None:
    assert first(line, units=ELSEWHERE) == (
        cell,
        "Chi bộ 2",
        f"“Chi bộ 2” không trực thuộc “{ONE}”; sổ ghi: {PROVINCE} › {TWO} › Chi bộ 2.",
    )


def test_what_stands_at_the_top_is_not_founded_there_again() -> None:
    top = (Unit("p", PROVINCE, "", "PROVINCE", None, date(2000, 1, 1)),)
    found = checked(step(CREATE, new=PROVINCE), units=top)

    assert [problem.message for problem in found.problems] == [
        f"Đã có “{PROVINCE}” ở cấp cao nhất; không thành lập lần nữa.",
        (
            f"Từ ngày này “cấp cao nhất” có 2 tổ chức cùng tên “{PROVINCE}”; nên đổi tên để"
            " không nhầm khi nhập danh sách."
        ),
    ]


@pytest.mark.parametrize(
    ("units", "former"),
    [
        ((*UNITS, LATER_CELL), ()),
        (
            (*UNITS, replace(LATER_CELL, parent_id="x2")),
            (replace(LATER_CELL, since=None, until=date(2025, 8, 1)),),
        ),
    ],
    ids=["it came later", "it went later"],
)
def test_a_unit_that_stood_under_one_that_ends_on_a_later_day_is_told(
    units: tuple[Unit, ...], former: tuple[Unit, ...]
) -> None:
    assert first(step(MERGE, ONE, TWO), units=units, former=former) == (
        "E2",
        "Chi bộ 9",
        (
            f"Sổ đã ghi “Chi bộ 9” trực thuộc hoặc rời “{ONE}” từ ngày 01/08/2025, sau ngày tổ"
            " chức đó kết thúc theo dòng này; xem lại ngày hiệu lực."
        ),
    )


def test_a_unit_that_came_or_went_by_that_day_is_not_told() -> None:
    came = replace(LATER_CELL, since=JULY)
    went = (replace(came, parent_id="x2"),), (replace(came, since=None, until=JULY),)

    assert checked(step(MERGE, ONE, TWO), units=(*UNITS[:3], came)).problems == ()
    assert (
        checked(step(MERGE, ONE, TWO), units=(*UNITS[:3], *went[0]), former=went[1]).problems
        == ()
    )


def test_faults_of_several_lines_are_all_told() -> None:
    found = checked(
        step(CREATE), step(CREATE), step(MERGE, ONE), step(MERGE, TWO), step(MOVE, NOW)
    )

    assert [problem.cell for problem in found.problems] == ["A6", "C2", "C3", "C4", "C5"]


# --- What becomes of the units ------------------------------------------------------------
def test_two_units_that_merge_into_a_new_one_take_their_cells_along() -> None:
    founding, first_one, second_one = steps = placed(
        step(CREATE, new=NEW, parent=PROVINCE), step(MERGE, ONE, NEW), step(MERGE, TWO, NEW)
    )
    found = checked(*steps)
    by_id = {unit.unit_id: unit for unit in UNITS}
    merged = Unit("+1", NEW, "", "", "p", JULY)

    assert found.turns == (
        Turn("+1", JULY, merged, None, founding.place, founded=True),
        Turn("x1", JULY, None, by_id["x1"], first_one.place),
        Turn("x2", JULY, None, by_id["x2"], second_one.place),
        Turn("c1", JULY, moved(by_id["c1"]), by_id["c1"], first_one.place),
        Turn("c2", JULY, moved(by_id["c2"]), by_id["c2"], second_one.place),
    )
    assert found.becomings == (
        Becoming("x1", "+1", "MERGE", first_one),
        Becoming("x2", "+1", "MERGE", second_one),
    )
    assert found.papers == (
        Paper("+1", CREATE, founding),
        Paper("x1", MERGE, first_one),
        Paper("x2", MERGE, second_one),
    )
    assert found.leavings == (
        Leaving("x1", JULY, "+1", place=first_one.place),
        Leaving("x2", JULY, "+1", place=second_one.place),
    )


def moved(unit: Unit) -> Unit:
    return replace(unit, parent_id="+1", since=JULY)


def test_one_unit_that_merges_into_a_new_one_becomes_it_and_into_an_old_one_merges() -> None:
    founded = checked(step(CREATE, new=NEW, parent=PROVINCE), step(MERGE, ONE, NEW))
    joined = checked(step(MERGE, ONE, TWO))

    assert [(one.to_unit_id, one.kind) for one in founded.becomings] == [("+1", "CONVERT")]
    assert [(one.to_unit_id, one.kind) for one in joined.becomings] == [("x2", "MERGE")]


def test_a_unit_that_is_divided_may_go_on_and_one_that_is_abolished_ends() -> None:
    founding, away, itself, abolished, stays = steps = placed(
        step(CREATE, new="A", parent=PROVINCE),
        step(SPLIT, ONE, "A"),
        step(SPLIT, ONE, ONE),
        step(ABOLISH, f"{TWO} › {CELL}"),
        step(MERGE, TWO, TWO),
    )
    found = checked(*steps)

    assert [(turn.unit_id, turn.unit is None) for turn in found.turns] == [
        ("+1", False),
        ("c2", True),
    ]
    assert found.becomings == (
        Becoming("x1", "+1", "SPLIT", away),
        Becoming("x1", "x1", "SPLIT", itself),
    )
    assert found.papers == (
        Paper("+1", CREATE, founding),
        Paper("x1", SPLIT, away),
        Paper("c2", ABOLISH, abolished),
    )
    assert found.leavings == (
        Leaving("x1", JULY, parts=("+1", "x1"), stays=True, place=away.place),
        Leaving("c2", JULY, place=abolished.place),
    )
    assert [problem.cell for problem in found.problems] == [stays.place.cells["new"]]


def test_a_unit_that_is_divided_wholly_ends() -> None:
    found = checked(
        step(CREATE, new="A", parent=PROVINCE),
        step(CREATE, new="B", parent=PROVINCE),
        step(SPLIT, ONE, "A"),
        step(SPLIT, ONE, "B"),
        step(MOVE, f"{ONE} › {CELL}", "Chi bộ 3", parent=TWO),
    )

    assert found.problems == ()
    assert found.ending == {"x1": JULY}
    assert [(one.parts, one.stays) for one in found.leavings] == [(("+1", "+2"), False)]


def test_a_unit_known_without_a_beginning_gets_it_and_keeps_what_is_known() -> None:
    [turn] = checked(step(CREATE, new=TWO, parent=PROVINCE)).turns
    before = UNITS[2]

    assert turn == Turn(
        "x2", JULY, replace(before, since=JULY), before, turn.place, founded=True
    )


def test_a_unit_is_found_by_the_name_it_had_before() -> None:
    had = (Unit("x1", "Đảng bộ xã Cũ", "", "COMMUNE", "p", None, date(2024, 1, 1)),)

    [turn] = checked(step(RENAME, "Đảng bộ xã Cũ", NEW), former=had).turns

    assert (turn.unit_id, turn.founded) == ("x1", False)


# --- What blocks a plan -------------------------------------------------------------------
def test_a_fault_blocks_the_plan_and_a_warning_does_not() -> None:
    [fault] = checked(step(RENAME, "Zzz", NEW)).problems
    [warning] = checked(step(MERGE, ONE, ONE)).problems

    assert (fault.severity, warning.severity) == (Severity.ERROR, Severity.WARNING)
    assert (fault.file, fault.sheet, fault.row) == ("a.xlsx", "Kế hoạch", 2)


def test_a_fault_of_a_column_that_the_plan_has_not_names_no_cell() -> None:
    bare = replace(step(RENAME, "Zzz", NEW), place=PlanPlace("Kế hoạch", 2))
    [fault] = check_units(Plan("a.xlsx", (bare,)), UNITS, today=TODAY).problems

    assert (fault.cell, fault.row) == ("", 2)


def test_a_step_that_is_refused_changes_nothing() -> None:
    changed_later = checked(step(RENAME, NOW, NEW, on=date(2025, 9, 1)))
    ends_later = checked(step(RENAME, PAST, NEW, on=date(2019, 1, 1)))

    assert (changed_later.turns, ends_later.turns) == ((), ())


def test_a_part_that_is_named_twice_is_refused_once_and_two_parts_are_not() -> None:
    founding = (step(CREATE, new="A", parent=PROVINCE), step(CREATE, new="B", parent=PROVINCE))
    away = step(MOVE, f"{ONE} › {CELL}", "Chi bộ 3", parent=TWO)
    found = checked(
        *founding, step(SPLIT, ONE, "A"), step(SPLIT, ONE, "B"), step(SPLIT, ONE, "B"), away
    )

    assert [(one.row, one.code) for one in found.problems] == [(6, "two_steps")]


def test_several_near_names_are_told_one_after_the_other() -> None:
    units = (*UNITS, Unit("x3", "Đảng bộ xã Mốt", "", "COMMUNE", "p"))
    [fault] = checked(step(RENAME, "Đảng bộ xã Môt", NEW), units=units).problems

    assert f"“{ONE}”, “Đảng bộ xã Mốt”" in fault.message or (
        f"“Đảng bộ xã Mốt”, “{ONE}”" in fault.message
    )


def test_a_unit_of_the_same_name_elsewhere_is_not_the_one_that_is_founded() -> None:
    [founded, *_] = checked(step(CREATE, new=CELL, parent=PROVINCE)).turns

    assert (founded.unit_id, founded.founded) == ("+1", True)
