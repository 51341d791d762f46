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
