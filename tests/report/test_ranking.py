import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import CellValue, ExitKind, Table
from partyroll.report.opening import cell_names
from partyroll.report.ranking import chance_limits
from partyroll.report.term import term_report
from report.cells import column, row
from report.exits import TERM, A, B, C, many, members

REMOVED, WITHDREW = ExitKind.REMOVED, ExitKind.WITHDREW


def ranked() -> Table:
    return term_report(TERM, EXITS, HEADS).table("units_ranked")


def row_of(unit: str) -> dict[str, CellValue]:
    line = column(ranked(), "unit").index(unit)
    return {one.key: ranked().rows[line][at] for at, one in enumerate(ranked().columns)}


EXITS = [
    *many(25, REMOVED, "2021-01-01", unit=A),
    *many(4, WITHDREW, "2021-01-01", unit=B),
    *many(1, REMOVED, "2021-01-01", unit=C),
    *many(9, ExitKind.DIED, "2021-01-01", unit=B),
]
HEADS = [members(4000, 2021, A), members(4000, 2021, B), members(30, 2021, C)]


def test_units_stand_by_rate_within_their_level_with_the_base_of_each() -> None:
    table = term_report(TERM, EXITS, HEADS).table("units_ranked")

    assert column(table, "unit") == ["Phường X", "Chi bộ A", "Chi bộ B", "Chi bộ C"]
    assert column(table, "place") == [1, 1, 2, None]
    assert column(table, "left") == [30, 25, 4, 1]
    assert column(table, "member_years") == [8030, 4000, 4000, 30]
    assert row(table, 2)["left_rate"] == 1.0


def test_a_small_unit_is_never_ranked_above_a_large_one() -> None:
    small = row_of("Chi bộ C")

    assert small["left_rate"] == 33.33
    assert small["place"] is None
    assert small["standing"] == "quá ít để so sánh"


def test_a_unit_beyond_what_chance_brings_is_named_and_not_judged() -> None:
    above, below = row_of("Chi bộ A"), row_of("Chi bộ B")

    assert above["standing"] == "cao hơn giới hạn"
    assert below["standing"] == "thấp hơn giới hạn"
    assert any("không phải kết luận" in note for note in ranked().notes)


def test_who_is_ranked_opens() -> None:
    report = term_report(TERM, EXITS, HEADS)

    assert len(cell_names(report, "units_ranked:Chi bộ A/left")) == 25
    assert {one.kind for one in cell_names(report, "units_ranked:Chi bộ B")} == {WITHDREW}


def test_without_declared_members_nobody_is_ranked() -> None:
    report = term_report(TERM, EXITS, [])

    assert "units_ranked" not in {table.id for table in report.tables}


@pytest.mark.parametrize(
    ("expected", "limits"), [(0.1, (0, 1)), (1.0, (0, 3)), (3.0, (0, 7)), (10.0, (4, 17))]
)
def test_limits_of_chance_are_those_of_the_tables(
    expected: float, limits: tuple[int, int]
) -> None:
    assert chance_limits(expected) == limits


@given(st.floats(0, 5000))
def test_what_is_expected_always_lies_within_chance(expected: float) -> None:
    fewest, most = chance_limits(expected)

    assert 0 <= fewest <= expected <= most + 1
