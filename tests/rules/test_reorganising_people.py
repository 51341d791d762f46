"""Where the members of units that end or divide go, and what is told of whom nobody places."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from partyroll.model import Plan, PlanPlace, PlanPlacing, PlanStep, Problem, Unit
from partyroll.period import PartialDate
from partyroll.rules.reorganising.checking import check_units
from partyroll.rules.reorganising.outcome import Leaving
from partyroll.rules.reorganising.people import Move, Standing, check_people, people_of
from rules.test_reorganising import (
    ABOLISH,
    CREATE,
    JULY,
    MERGE,
    ONE,
    PROVINCE,
    SPLIT,
    TODAY,
    TWO,
    step,
)

PLACE = PlanPlace("Kế hoạch", 2, {"old": "A2", "on": "E2"})
BORN = PartialDate(1990, 5, 19)
AN = Standing("an", "Lò Văn An", "x1", birth_date=BORN, card_no="01", key=("an", "x1"))
BINH = Standing("binh", "Hà Thị Bình", "x1", key=("binh", "x1"))
GUEST = replace(AN, person_id="guest", full_name="Tòng Văn Khách", card_no="", temporary=True)
UNITS = (
    Unit("p", PROVINCE, "", "PROVINCE", None),
    Unit("x1", ONE, "", "COMMUNE", "p"),
    Unit("x2", TWO, "", "COMMUNE", "p"),
)
INTO_ONE = (step(MERGE, ONE, TWO),)
FOUNDING = (step(CREATE, new="A", parent=PROVINCE), step(CREATE, new="B", parent=PROVINCE))
IN_TWO = (*FOUNDING, step(SPLIT, ONE, "A"), step(SPLIT, ONE, "B"))
IN_PART = (*FOUNDING[:1], step(SPLIT, ONE, "A"), step(SPLIT, ONE, ONE))
NO_MORE = (step(ABOLISH, ONE),)


def placing(name: str, new: str, row: int = 2, **said: Any) -> PlanPlacing:
    cells = {"full_name": f"A{row}", "new": f"C{row}"}
    return PlanPlacing(name, new, place=PlanPlace("Đảng viên", row, cells), **said)


def people(
    steps: tuple[PlanStep, ...], *standing: Standing, placings: tuple[PlanPlacing, ...] = ()
) -> tuple[tuple[Move, ...], tuple[Problem, ...]]:
    placed = tuple(replace(one, place=PLACE) for one in steps)
    plan = Plan("a.xlsx", placed, placings)
    return check_people(plan, check_units(plan, UNITS, today=TODAY), standing)


def goes(
    steps: tuple[PlanStep, ...], *standing: Standing, placings: tuple[PlanPlacing, ...] = ()
) -> dict[str, str]:
    moves, problems = people(steps, *standing, placings=placings)
    assert problems == ()
    return {move.stood.person_id: move.goes_on.unit_id for move in moves}


def told(
    steps: tuple[PlanStep, ...], *standing: Standing, placings: tuple[PlanPlacing, ...] = ()
) -> list[tuple[str, str, str]]:
    _, problems = people(steps, *standing, placings=placings)
    return [(one.cell, one.found, one.message) for one in problems]


# --- With their unit ----------------------------------------------------------------------
def test_all_go_where_their_unit_goes_and_their_place_there_begins_that_day() -> None:
    moves, problems = people(INTO_ONE, AN, GUEST)
    leaving = Leaving("x1", JULY, "x2", place=PLACE)

    assert problems == ()
    assert moves == (
        Move(AN, JULY, replace(AN, unit_id="x2", since=JULY, key=()), leaving),
        Move(GUEST, JULY, replace(GUEST, unit_id="x2", since=JULY, key=()), leaving),
    )
    assert list(people_of(moves)) == ["an"]


@pytest.mark.parametrize(
    ("until", "crosses"), [(JULY, False), (date(2025, 7, 2), True), (None, True)]
)
def test_who_has_left_by_that_day_stays_where_they_were(
    until: date | None,
    crosses: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    assert goes(INTO_ONE, replace(AN, until=until)) == ({"an": "x2"} if crosses else {})


def test_who_came_on_that_day_or_later_is_told() -> None:
    late = replace(AN, since=JULY)

    assert goes(INTO_ONE, replace(AN, since=date(2025, 6, 30))) == {"an": "x2"}
    assert told(INTO_ONE, late, BINH) == [
        (
            "E2",
            ONE,
            (
                f"Lò Văn An, sinh 19/05/1990 chỉ sinh hoạt ở “{ONE}” từ ngày 01/07/2025, sau"
                " ngày tổ chức này kết thúc; sửa lại ngày ở đó, hoặc ngày hiệu lực."
            ),
        )
    ]
    assert [move.stood for move in people(INTO_ONE, late, BINH)[0]] == [BINH]


def test_who_went_with_one_unit_goes_on_with_the_next() -> None:
    further = step(MERGE, TWO, PROVINCE, on=date(2025, 8, 1))

    moves, _ = people((further, *INTO_ONE), AN)

    assert [(move.on, move.goes_on.unit_id) for move in moves] == [
        (JULY, "x2"),
        (date(2025, 8, 1), "p"),
    ]
    assert list(people_of(moves)) == ["an"]


# --- Each as the plan places them ---------------------------------------------------------
def test_members_of_a_divided_unit_go_where_the_plan_places_them() -> None:
    lines = (placing("Lò Văn An", "A"), placing("Hà Thị Bình", "B", 3, old=ONE))
    moves, problems = people(IN_TWO, AN, BINH, placings=lines)

    assert problems == ()
    assert [(move.goes_on.unit_id, move.placing) for move in moves] == [
        ("+1", lines[0]),
        ("+2", lines[1]),
    ]


def test_whom_the_plan_forgot_is_told_where_the_unit_ends_and_stays_where_it_goes_on() -> None:
    line = (placing("Lò Văn An", "A"),)

    assert told(IN_TWO, AN, BINH, placings=line) == [
        (
            "A2",
            ONE,
            f"Hà Thị Bình còn sinh hoạt ở “{ONE}”; ghi nơi chuyển đến ở trang Đảng viên.",
        )
    ]
    assert goes(IN_PART, AN, BINH, placings=line) == {"an": "+1"}


def test_who_is_placed_in_the_unit_that_goes_on_does_not_move() -> None:
    assert goes(IN_PART, AN, placings=(placing("Lò Văn An", ONE),)) == {}


def test_who_came_later_to_a_unit_that_goes_on_stays() -> None:
    late = replace(BINH, since=JULY)

    assert goes(IN_PART, AN, late, placings=(placing("Lò Văn An", "A"),)) == {"an": "+1"}


def test_of_many_whom_the_plan_forgot_twenty_are_named_and_the_others_counted() -> None:
    many = [replace(BINH, person_id=f"b{number}") for number in range(22)]
    twenty = [replace(BINH, person_id=f"b{number}") for number in range(20)]

    found = told(IN_TWO, *many)

    assert len(found) == 21
    assert found[-1] == (
        "A2",
        ONE,
        f"Còn 2 đảng viên nữa ở “{ONE}” chưa ghi nơi chuyển đến.",
    )
    assert len(told(IN_TWO, *twenty)) == 20


def test_members_of_an_abolished_unit_may_go_to_any_unit_that_stands() -> None:
    assert goes(NO_MORE, AN, placings=(placing("Lò Văn An", TWO),)) == {"an": "x2"}


@pytest.mark.parametrize(
    ("steps", "new", "said"),
    [
        (IN_TWO, TWO, f"“{TWO}” không phải đơn vị mới của “{ONE}” trong kế hoạch: A; B."),
        (
            NO_MORE,
            "Zzz",
            "Không có “Zzz” vào ngày này. Nếu là tổ chức mới, thêm một dòng Thành lập.",
        ),
    ],
)
def test_a_place_that_is_none_is_told(steps: tuple[PlanStep, ...], new: str, said: str) -> None:
    line = (placing("Lò Văn An", new),)

    assert told(steps, AN, placings=line) == [("C2", new, said)]
    assert people(steps, AN, placings=line)[0] == ()


def test_a_place_that_may_be_two_units_is_told_with_both() -> None:
    twice = (*NO_MORE, step(CREATE, new="Chi bộ 9", parent=TWO))
    again = (*twice, step(CREATE, new="Chi bộ 9", parent=PROVINCE))

    [*_, last] = told(again, AN, placings=(placing("Lò Văn An", "Chi bộ 9"),))

    assert last == (
        "C2",
        "Chi bộ 9",
        (
            f"Có nhiều tổ chức tên “Chi bộ 9”: {PROVINCE} › {TWO} › Chi bộ 9; {PROVINCE} › Chi"
            " bộ 9; ghi thêm tổ chức cấp trên."
        ),
    )


# --- Who is meant -------------------------------------------------------------------------
def test_a_card_number_alone_tells_who_is_meant() -> None:
    other = replace(AN, person_id="an2", card_no="02")
    lines = (placing("Lò Văn An", "A", card_no="01"), placing("x", "B", 3, card_no="02"))

    assert goes(IN_TWO, AN, other, placings=lines) == {"an": "+1", "an2": "+2"}


def test_a_birth_date_tells_who_of_one_name_is_meant() -> None:
    other = replace(AN, person_id="an2", birth_date=PartialDate(1991))
    lines = (
        placing("lò văn an", "A", birth_date=PartialDate(1990)),
        placing("Lò Văn An", "B", 3, birth_date=PartialDate(1991, 1, 1)),
    )

    assert goes(IN_TWO, AN, other, placings=lines) == {"an": "+1", "an2": "+2"}


@pytest.mark.parametrize("born", [PartialDate(1990, 5, 18), PartialDate(1990, 5, 20)])
def test_somebody_born_on_another_day_is_not_meant(born: PartialDate) -> None:
    line = placing("Lò Văn An", "A", birth_date=born)

    assert told(IN_TWO, AN, placings=(line,))[-1] == (
        "A2",
        "Lò Văn An",
        "Không có đảng viên này ở tổ chức được chia, giải thể của kế hoạch.",
    )


def test_a_birth_date_of_the_very_day_means_who_was_born_on_it() -> None:
    line = placing("Lò Văn An", "A", birth_date=BORN)

    assert goes(IN_TWO, AN, placings=(line,)) == {"an": "+1"}


def test_a_name_that_two_members_carry_is_told_with_both() -> None:
    other = replace(AN, person_id="an2", birth_date=None)

    assert told(IN_PART, AN, other, placings=(placing("Lò Văn An", "A"),)) == [
        (
            "A2",
            "Lò Văn An",
            (
                "Có nhiều đảng viên cùng tên: Lò Văn An, sinh 19/05/1990; Lò Văn An; ghi thêm"
                " số thẻ, ngày sinh."
            ),
        )
    ]


@pytest.mark.parametrize(
    ("number", "end"),
    [(5, "sinh 1995; ghi thêm"), (7, "sinh 1995; và 2 người nữa; ghi thêm")],
)
def test_of_many_members_of_one_name_five_are_named_and_the_others_counted(
    number: int, end: str
) -> None:
    many = [
        replace(AN, person_id=f"a{n}", birth_date=PartialDate(1990 + n))
        for n in range(1, number + 1)
    ]

    [(_, _, message)] = told(IN_PART, *many, placings=(placing("Lò Văn An", "A"),))

    assert f"{end} số thẻ, ngày sinh." in message


def test_a_line_without_a_unit_places_a_member_wherever_they_stand() -> None:
    both_end = (*NO_MORE, step(ABOLISH, TWO))
    guest = replace(AN, unit_id="x2", temporary=True)

    moves, problems = people(both_end, AN, guest, placings=(placing("Lò Văn An", PROVINCE),))

    assert problems == ()
    assert [(move.stood.unit_id, move.goes_on.unit_id) for move in moves] == [
        ("x1", "p"),
        ("x2", "p"),
    ]


def test_a_member_and_their_place_as_a_guest_are_one_person() -> None:
    as_guest = replace(AN, temporary=True)

    moves, problems = people(IN_TWO, AN, as_guest, placings=(placing("Lò Văn An", "A"),))

    assert problems == ()
    assert [move.goes_on.unit_id for move in moves] == ["+1", "+1"]
    assert list(people_of(moves)) == ["an"]


def test_who_is_placed_twice_is_told_with_the_first_line() -> None:
    lines = (placing("Lò Văn An", "A", 2), placing("Lò Văn An", "B", 3))

    assert told(IN_TWO, AN, placings=lines) == [
        ("A3", "Lò Văn An", "Đảng viên này đã ghi ở dòng 2.")
    ]


def test_a_line_that_means_nobody_hides_no_other_line() -> None:
    lines = (placing("Ai Đó", "A", 2), placing("Lò Văn An", "B", 3))

    moves, problems = people(IN_TWO, AN, placings=lines)

    assert [move.goes_on.unit_id for move in moves] == ["+2"]
    assert [(one.cell, one.code) for one in problems] == [("A2", "member_unknown")]


def test_a_line_that_names_another_unit_does_not_speak_of_this_one() -> None:
    line = placing("Lò Văn An", "A", old=TWO)

    assert [cell for cell, *_ in told(IN_PART, AN, placings=(line,))] == ["A2"]
    assert people(IN_PART, AN, placings=(line,))[0] == ()
