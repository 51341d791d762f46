"""The units where most members left."""

from partyroll.model import ExitKind
from partyroll.report.term import term_report
from partyroll.report.top_units import MOST, top_units
from report.cells import column
from report.exits import TERM, A, B, left, many


def test_units_of_one_level_stand_by_how_many_were_removed_or_withdrew() -> None:
    exits = [*many(2, ExitKind.REMOVED, unit=A), *many(3, ExitKind.WITHDREW, unit=B)]

    table = top_units(term_report(TERM, exits, []).table("by_unit"))

    assert column(table, "unit") == ["Chi bộ B", "Chi bộ A"]
    assert column(table, "left") == [3, 2]


def test_the_dead_and_the_expelled_rank_no_unit() -> None:
    exits = [left(ExitKind.DIED, unit=A), left(ExitKind.EXPELLED, unit=B)]

    assert top_units(term_report(TERM, exits, []).table("by_unit")).rows == ()


def test_the_highest_level_with_several_units_is_shown() -> None:
    exits = [
        left(ExitKind.REMOVED, unit=("Tỉnh", "Xã 1", "Chi bộ 1")),
        left(ExitKind.REMOVED, unit=("Tỉnh", "Xã 1", "Chi bộ 2")),
        left(ExitKind.REMOVED, unit=("Tỉnh", "Xã 2", "Chi bộ 1")),
    ]

    table = top_units(term_report(TERM, exits, []).table("by_unit"))

    assert column(table, "unit") == ["Xã 1", "Xã 2"]


def test_a_single_unit_is_shown_itself() -> None:
    table = top_units(
        term_report(TERM, [left(ExitKind.REMOVED, unit=("X",))], []).table("by_unit")
    )

    assert column(table, "unit") == ["X"]


def test_exits_of_no_known_unit_are_no_unit() -> None:
    exits = [left(ExitKind.REMOVED, unit=()), left(ExitKind.REMOVED, unit=A)]

    table = top_units(term_report(TERM, exits, []).table("by_unit"))

    assert "Chưa rõ đơn vị" not in column(table, "unit")


def test_it_says_of_how_many_units_it_shows_the_first() -> None:
    exits = [left(ExitKind.REMOVED, unit=("X", f"Chi bộ {one}")) for one in range(20)]

    table = top_units(term_report(TERM, exits, []).table("by_unit"))

    assert len(table.rows) == MOST
    assert table.denominator.startswith("15 đơn vị đứng đầu trong 20 đơn vị cùng cấp")


def test_communes_that_followed_districts_are_not_ranked_beside_them() -> None:
    exits = [
        *many(2, ExitKind.REMOVED, unit=("Đảng bộ tỉnh A", "Đảng bộ huyện B", "Đảng bộ xã C")),
        *many(3, ExitKind.REMOVED, unit=("Đảng bộ tỉnh A", "Đảng bộ thành phố D")),
        left(ExitKind.REMOVED, unit=("Đảng bộ tỉnh A", "Đảng bộ Công an tỉnh")),
        *many(4, ExitKind.WITHDREW, unit=("Đảng bộ tỉnh A", "Đảng bộ xã C")),
    ]

    table = top_units(term_report(TERM, exits, []).table("by_unit"))

    assert column(table, "unit") == [
        "Đảng bộ thành phố D",
        "Đảng bộ huyện B",
        "Đảng bộ Công an tỉnh",
    ]
    assert table.denominator.endswith(
        "Không xếp chung 1 đảng bộ xã, phường (4 người xóa tên, xin ra), vì khác cấp: xem bảng"
        " theo đơn vị."
    )


def test_the_title_says_which_level_is_ranked() -> None:
    exits = [
        left(ExitKind.REMOVED, unit=("Đảng bộ huyện B", "Đảng bộ xã C")),
        left(ExitKind.REMOVED, unit=("Đảng bộ huyện B", "Đảng bộ phường D")),
    ]

    table = top_units(term_report(TERM, exits, []).table("by_unit"))

    assert table.title.endswith("xin ra khỏi Đảng nhất: đảng bộ xã, phường")


def test_equals_of_several_sorts_stand_under_a_title_without_one() -> None:
    exits = [
        left(ExitKind.REMOVED, unit=("Đảng bộ huyện B", "Đảng bộ xã C")),
        left(ExitKind.REMOVED, unit=("Đảng bộ huyện B", "Chi bộ cơ sở D")),
    ]

    table = top_units(term_report(TERM, exits, []).table("by_unit"))

    assert len(table.rows) == 2
    assert table.title.endswith("xin ra khỏi Đảng nhất")
