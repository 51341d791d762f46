"""Long tables on papers that are read: in part, and saying so."""

from partyroll.model import Column, Shape, Table
from partyroll.report.shortening import names_people, shortened, within

COLUMNS = (Column("unit", "Đơn vị"), Column("level", "Cấp", Shape.ORDER))


def tree(communes: int, cells: int) -> Table:
    rows = [
        row
        for commune in range(communes)
        for row in ((f"Xã {commune}", 1), *((f"Chi bộ {one}", 2) for one in range(cells)))
    ]
    return Table("tree", "Đơn vị", COLUMNS, (*rows, ("Tổng số", None)), total_rows=1)


def plain(rows: int) -> Table:
    return Table("plain", "Danh sách", COLUMNS[:1], tuple((str(one),) for one in range(rows)))


def test_a_short_table_stays_as_it_is() -> None:
    assert shortened(plain(5), 5) == plain(5)


def test_a_tree_keeps_its_upper_levels_and_its_total() -> None:
    found = shortened(tree(3, 10), 12)

    assert [row[0] for row in found.rows] == ["Xã 0", "Xã 1", "Xã 2", "Tổng số"]
    assert found.notes == ("… và 30 dòng nữa: xem tệp Excel của báo cáo.",)


def test_a_table_without_levels_keeps_its_first_rows() -> None:
    found = shortened(plain(20), 12)

    assert len(found.rows) == 12
    assert found.notes == ("… và 8 dòng nữa: xem tệp Excel của báo cáo.",)


def test_a_level_that_is_too_long_is_cut_too() -> None:
    assert len(shortened(tree(50, 2), 12).rows) == 13


def test_the_longest_tables_give_way_until_all_fit() -> None:
    short, long = within([plain(15), plain(500)], 60)

    assert len(short.rows) == 15
    assert len(long.rows) == 45


def test_every_table_keeps_some_rows() -> None:
    assert [len(one.rows) for one in within([plain(30)] * 10, 5)] == [12] * 10


def test_a_table_of_people_is_known_by_their_names() -> None:
    people = Table("names", "Danh sách", (Column("full_name", "Họ và tên"),), ())

    assert names_people(people)
    assert not names_people(plain(1))
