"""Declared totals in the ledger: once each, safe to repeat, taken back as they came."""

from pathlib import Path

from sqlalchemy import select

from e2e.books import Rows, workbook
from e2e.desk import Desk
from partyroll.store import schema
from partyroll.store.ledger import open_ledger
from partyroll.store.reading import live

HEADING = ("Đơn vị", "Kỳ số liệu", "Xóa tên", "Xin ra", "Kết nạp mới")


def declared(folder: Path, *rows: tuple[object, ...], name: str = "khai.xlsx") -> Path:
    sheet: Rows = [("ĐẢNG BỘ XÃ MẪU",), HEADING, *rows]
    return workbook(folder / name, {"Đã báo cáo": sheet})


def stated(desk: Desk) -> list[tuple[object, ...]]:
    table = schema.declared_total
    with open_ledger(desk.ledger) as ledger:
        rows = ledger.db.execute(
            select(table.c.what, table.c.starts_on, table.c.ends_on, table.c.number)
            .where(live(ledger, table))
            .order_by(table.c.what, table.c.starts_on)
        )
        return [tuple(row) for row in rows]


def test_each_number_goes_in_with_its_period(desk: Desk) -> None:
    ran = desk("import", declared(desk.folder, ("Chi bộ 1", "2015-2020", 309, 120, None)))

    assert ran.code == 0
    assert stated(desk) == [
        ("REMOVED", "2015-01-01", "2020-12-31", 309),
        ("WITHDREW", "2015-01-01", "2020-12-31", 120),
    ]


def test_importing_twice_changes_nothing_and_undo_takes_it_back(desk: Desk) -> None:
    desk("import", declared(desk.folder, ("Chi bộ 1", "2020", 3, 1, 9)))
    again = declared(desk.folder, ("Chi bộ 1", 2020, 3, 1, 9), name="lại.xlsx")

    (file,) = desk("import", again, "--json").json["files"]

    assert (file["added"], file["changed"], file["unchanged"]) == (0, 0, 3)
    assert desk("undo", "--yes").code == 0
    assert stated(desk) == []


def test_a_corrected_number_takes_the_place_of_the_first(desk: Desk) -> None:
    desk("import", declared(desk.folder, ("Chi bộ 1", "2020", 3, None, None)))

    desk("import", declared(desk.folder, ("Chi bộ 1", "2020", 4, None, None), name="b.xlsx"))

    assert stated(desk) == [("REMOVED", "2020-01-01", "2020-12-31", 4)]


def test_two_numbers_of_one_unit_and_period_keep_the_first(desk: Desk) -> None:
    rows = [("Chi bộ 1", "2020", 3, None, None), ("Chi bộ 1", "2020", 5, None, None)]

    ran = desk("import", declared(desk.folder, *rows), "--json")

    (file,) = ran.json["files"]
    assert ran.code == 3
    assert [problem["code"] for problem in file["problems"]] == ["duplicate_figure"]
    assert stated(desk) == [("REMOVED", "2020-01-01", "2020-12-31", 3)]
