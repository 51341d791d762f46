"""A unit's ratings as tables: levels beside the parent's, years, the funnel."""

from partyroll.model import RatingLimits, RatingTally
from partyroll.report.unit_ratings import (
    RatedRow,
    funnel_tables,
    levels_table,
    share,
    years_table,
)
from partyroll.rules.rating.compared import compared

WHOLE = RatingTally(excellent=20, good=140, complete=36, not_complete=4)


def row(name: str, tally: RatingTally) -> RatedRow:
    return RatedRow(name, tally, compared(tally, WHOLE, RatingLimits()))


def test_levels_stand_beside_those_of_the_parent() -> None:
    own = RatingTally(excellent=2, good=6, complete=2, not_rated=1, proposed=3)

    table = levels_table("Chi bộ thôn Đông", own, "Đảng bộ xã Mẫu", WHOLE)

    assert table.rows[0] == ("Hoàn thành xuất sắc nhiệm vụ", 2, 20.0, 20, 10.0)
    assert table.rows[-1][:2] == ("Được xếp loại", 10)
    assert table.notes == ("Chưa đánh giá: 1 người.", "3 người mới có mức chi bộ đề nghị.")


def test_a_unit_without_a_parent_stands_alone() -> None:
    table = levels_table("Đảng bộ xã Mẫu", WHOLE, "", None)

    assert [column.key for column in table.columns] == ["level_name", "count", "percent"]


def test_each_year_has_its_shares() -> None:
    table = years_table("Đảng bộ xã Mẫu", {2024: WHOLE, 2023: RatingTally(good=9, complete=1)})

    assert [one[0] for one in table.rows] == [2023, 2024]
    assert table.rows[1][-2:] == (80.0, 12.5)


def test_a_funnel_shows_each_unit_beside_the_interval_of_its_size() -> None:
    rows = [
        row("Chi bộ Một", RatingTally(good=40)),
        row("Chi bộ Hai", RatingTally(good=16, complete=4)),
        row("Chi bộ Ba", RatingTally(good=12)),
    ]

    funnel, small = funnel_tables("Đảng bộ xã Mẫu", WHOLE, rows, least=20)

    assert [(one[0], one[-1]) for one in funnel.rows] == [
        ("Chi bộ Hai", "trong khoảng thường gặp"),
        ("Chi bộ Một", "cao hơn khoảng thường gặp"),
    ]
    assert [(one[0], one[-1]) for one in small.rows] == [("Chi bộ Ba", "n < 20: không so sánh")]
    assert (funnel.chart, small.chart) == ("funnel", "")


def test_one_unit_alone_makes_no_chart() -> None:
    (table,) = funnel_tables(
        "Đảng bộ xã Mẫu", WHOLE, [row("Chi bộ Một", RatingTally(good=40))], least=20
    )

    assert table.chart == ""


def test_of_nobody_there_is_no_share() -> None:
    assert share(0, 0) is None
