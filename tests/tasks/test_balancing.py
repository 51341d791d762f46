"""The balance of members from workbooks: rosters, exits, declared numbers."""

from pathlib import Path
from typing import Any

import pytest

from e2e import plans
from e2e.books import EXITS, ROSTER, Rows, workbook
from e2e.desk import Desk

CELL, OTHER = "Chi bộ 1", "Chi bộ 2"
TITLE = ("ĐẢNG BỘ XÃ MẪU",)
PEOPLE = (
    ("Lò Văn An", "01/02/1970", "Nam", "099000000901", "03/02/1995", CELL),
    ("Lò Thị Bình", "05/06/1980", "Nữ", "099000000902", "19/05/2005", CELL),
    ("Lò Thị Chi", "07/08/1990", "Nữ", "099000000903", "02/09/2023", CELL),
    ("Lò Văn Dần", "07/08/1985", "Nam", "099000000904", "02/09/2010", OTHER),
)


def roster(folder: Path, *people: tuple[object, ...], name: str = "roster.xlsx") -> Path:
    rows: Rows = [TITLE, ROSTER, *((n, *one) for n, one in enumerate(people, start=1))]
    return workbook(folder / name, {"Danh sách": rows})


def exits(folder: Path) -> Path:
    row = (1, "Lò Văn An", "01/02/1970", CELL, "Xóa tên", "1-QĐ", "05/05/2024", "Bỏ SH")
    return workbook(folder / "exits.xlsx", {"Ra khỏi Đảng": [TITLE, EXITS, row]})


def rows(desk: Desk, table: str, *options: str) -> list[dict[str, Any]]:
    ran = desk("report", "2023-2024", "--json", *options)
    (found,) = (one for one in ran.json["tables"] if one["id"] == table)
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


@pytest.fixture
def commune(desk: Desk) -> Desk:
    """Two cells with a roster; one member admitted in 2023, one removed in 2024."""
    assert desk("import", roster(desk.folder, *PEOPLE)).code == 0
    assert desk("import", exits(desk.folder)).code == 0
    return desk


def test_rosters_and_exits_make_a_balance_that_adds_up(commune: Desk) -> None:
    found = [
        (row["unit"], row["year"], row["opening"], row["expected"], row["closing"])
        for row in rows(commune, "flow")
    ]

    assert found == [
        ("Đảng bộ xã Mẫu", "2023", 3, 4, 4),
        ("Đảng bộ xã Mẫu", "2024", 4, 3, 3),
        ("Chi bộ 1", "2023", 2, 3, 3),
        ("Chi bộ 1", "2024", 3, 2, 2),
        ("Chi bộ 2", "2023", 1, 1, 1),
        ("Chi bộ 2", "2024", 1, 1, 1),
    ]
    assert rows(commune, "flow_breaks") == []


def test_admissions_by_the_dates_of_members_are_marked(commune: Desk) -> None:
    first, second, _ = rows(commune, "admissions")

    assert (first["ADMITTED"], first["by_date"], first["REMOVED"], first["net"]) == (1, 1, 0, 1)
    assert (second["ADMITTED"], second["REMOVED"], second["net"]) == (0, 1, -1)


def test_one_unit_is_balanced_alone(commune: Desk) -> None:
    found = rows(commune, "flow", "--unit", "Chi bộ 2")

    assert {row["unit"] for row in found} == {"Chi bộ 2"}
    assert [row["ADMITTED"] for row in rows(commune, "admissions", "--unit", "Chi bộ 2")] == [
        0,
        0,
        0,
    ]


def test_whoever_is_missing_from_a_newer_roster_is_named(commune: Desk) -> None:
    more = [
        (f"Lò Văn {name}", f"1{n}/08/1985", "Nam", f"09900000091{n}", "02/09/2010", CELL)
        for n, name in enumerate(("Giang", "Hải", "Khôi"))
    ]
    commune("import", roster(commune.folder, *PEOPLE[1:], *more, name="more.xlsx"))
    commune("import", roster(commune.folder, *PEOPLE[2:], *more, name="newer.xlsx"))

    (found,) = rows(commune, "flow_breaks")

    assert (found["full_name"], found["code"]) == ("Lò Thị Bình", "MISSING")


def test_undoing_the_exits_restores_the_balance(commune: Desk) -> None:
    assert commune("undo", "--yes").code == 0

    assert [row["closing"] for row in rows(commune, "flow")][:2] == [4, 4]


def test_members_moved_by_a_merger_are_no_transfers(desk: Desk) -> None:
    desk("import", plans.roll(desk.folder, {plans.A: 100, plans.B: 80}))
    merger = (
        plans.step("Thành lập", new=plans.C, parent=plans.PROVINCE),
        plans.step("Sáp nhập", plans.A, plans.C),
        plans.step("Sáp nhập", plans.B, plans.C),
    )
    assert desk("units", "reorganise", plans.plan(desk.folder, *merger)).code == 0

    ran = desk("report", "2025", "--json")

    (flow,) = (one for one in ran.json["tables"] if one["id"] == "flow")
    found = {
        row["unit"]: (row["opening"], row["IN"], row["OUT"], row["reorganised"], row["closing"])
        for row in (dict(zip(flow["columns"], line, strict=True)) for line in flow["rows"])
    }
    assert found == {
        plans.PROVINCE: (180, 0, 0, 0, 180),
        plans.A: (100, 0, 0, -100, 0),
        plans.B: (80, 0, 0, -80, 0),
        plans.C: (0, 0, 0, 180, 180),
    }
    assert ran.json["checks"] == []


def test_a_list_of_today_puts_nobody_into_a_unit_before_it_was_founded(desk: Desk) -> None:
    assert desk("import", roster(desk.folder, *PEOPLE)).code == 0
    steps = [
        plans.step("Thành lập", new="Chi bộ 3", parent="Đảng bộ xã Mẫu", on="01/07/2024"),
        plans.step("Sáp nhập", CELL, "Chi bộ 3", on="01/07/2024"),
    ]
    assert desk("units", "reorganise", plans.plan(desk.folder, *steps)).code == 0
    newcomer = ("Lò Văn Ếch", "09/09/1988", "Nam", "099000000905", "02/09/2011", "Chi bộ 3")
    assert desk("import", roster(desk.folder, newcomer, name="new.xlsx")).code == 0

    found = [
        (row["unit"], row["year"], row["opening"], row["reorganised"], row["closing"])
        for row in rows(desk, "flow")
        if row["unit"] in {"Đảng bộ xã Mẫu", "Chi bộ 3"}
    ]

    assert found == [
        ("Đảng bộ xã Mẫu", "2023", 4, 0, 5),
        ("Đảng bộ xã Mẫu", "2024", 5, 0, 5),
        ("Chi bộ 3", "2024", 0, 4, 4),
    ]
    assert rows(desk, "flow_breaks") == []
