"""Results of admission by the real command: who counts, against which target and base."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from e2e.books import AN, BINH, CELL, roster_rows, workbook
from e2e.desk import Desk, laid
from e2e.plans import headcounts
from e2e.source_lists import EM, source_list
from read.conftest import write_sheets
from read.form7 import MAU, ending
from read.form7 import sheet as form7

NOW = datetime(2025, 12, 20, 9, 0)  # noqa: DTZ001 (a clerk's own clock)
ABOVE = "Đảng bộ xã Mẫu"
NEW = ("Lò Thị Mới", "07/08/2001", "Nữ", "099000000911", "19/05/2025")
HELD = (*EM, None, None, None, None, "9-QĐ/ĐU, 25/08/2025", "15/09/2025")


def units(folder: Path) -> Path:
    heading = ("STT", "Tên tổ chức đảng", "Cấp trên trực tiếp")
    return workbook(folder / "to-chuc.xlsx", {"Tổ chức": [heading, (1, CELL, ABOVE)]})


@pytest.fixture
@laid
def office(desk: Desk) -> Desk:
    people = workbook(desk.folder / "ds.xlsx", {"DS": roster_rows([AN, BINH, NEW])})
    files = (units(desk.folder), people, source_list(desk.folder, HELD))
    assert desk("import", *files, now=NOW).code in {0, 3}
    return desk


def results(desk: Desk, *options: str) -> dict[str, Any]:
    ran = desk("admission", "results", *options, "--json", now=NOW)
    assert ran.code == 0, ran.err
    found: dict[str, Any] = ran.json
    return found


def test_candidates_and_members_are_counted_together(office: Desk) -> None:
    office("admission", "target", ABOVE, "--year", "2025", "--number", "4", now=NOW)

    found = results(office)

    assert [(u["unit"], u["admitted"], u["target"]) for u in found["units"]] == [
        (ABOVE, 2, 4),
        (CELL, 2, None),
    ]
    assert (found["whole"]["target_percent"], found["whole"]["women"]) == (50.0, 1)
    assert {s["code"]: s["number"] for s in found["sources"]} == {
        "YOUTH_UNION": 1,
        "UNSTATED": 1,
    }


def test_a_candidate_who_is_in_the_roll_counts_once(office: Desk) -> None:
    again = (EM[0], EM[1], "Nam", "099000000912", "15/09/2025")
    path = workbook(office.folder / "moi.xlsx", {"DS": roster_rows([AN, BINH, NEW, again])})
    office("import", path, now=NOW)

    assert results(office)["whole"]["admitted"] == 2


def test_another_year_counts_nobody_and_says_what_to_do(office: Desk) -> None:
    ran = office("admission", "results", "--year", "2024", now=NOW)

    assert ran.code == 0
    assert "partyroll admission target" in ran.err
    assert results(office, "--year", "2024")["units"] == []


def test_a_year_to_come_is_refused(office: Desk) -> None:
    ran = office("admission", "results", "--year", "2026", now=NOW)

    assert (ran.code, "2026" in ran.err) == (2, True)


def test_the_base_is_what_was_declared_where_the_rolls_hold_as_many(office: Desk) -> None:
    office("import", headcounts(office.folder, {ABOVE: 2}, 2024), now=NOW)

    by_unit = {one["unit"]: one for one in results(office)["units"]}

    assert (by_unit[ABOVE]["base"], by_unit[ABOVE]["base_declared"]) == (2, True)
    assert (by_unit[CELL]["base"], by_unit[CELL]["base_declared"]) == (2, False)
    assert by_unit[ABOVE]["base_percent"] == 100.0


def test_a_number_declared_of_more_than_the_rolls_hold_is_no_base(office: Desk) -> None:
    office("import", headcounts(office.folder, {ABOVE: 40}, 2024), now=NOW)

    found = results(office)

    assert (found["units"][0]["base"], found["units"][0]["base_declared"]) == (2, False)
    assert any("số đã báo cáo là 40" in caution for caution in found["cautions"])


def test_who_is_known_only_by_having_left_is_no_result_and_no_base(desk: Desk) -> None:
    heading = (
        *("STT", "Họ và tên", "Ngày sinh", "Chi bộ", "Ngày vào Đảng", "Hình thức"),
        "Ngày quyết định",
    )
    row = (1, *NEW[:2], CELL, "19/05/2025", "Xóa tên", "05/11/2025")
    path = workbook(desk.folder / "ra.xlsx", {"Ra khỏi Đảng": [heading, row]})
    assert desk("import", path, now=NOW).code == 0
    desk("admission", "target", CELL, "--year", "2025", "--number", "3", now=NOW)

    (unit,) = results(desk)["units"]

    assert (unit["admitted"], unit["base"]) == (0, None)


def test_targets_of_cells_make_the_target_above(office: Desk) -> None:
    office("admission", "target", CELL, "--year", "2025", "--number", "3", now=NOW)

    assert [(u["unit"], u["target"]) for u in results(office)["units"]] == [
        (ABOVE, 3),
        (CELL, 3),
    ]


def test_targets_that_do_not_add_up_are_told_on_screen(office: Desk) -> None:
    office("admission", "target", CELL, "--year", "2025", "--number", "3", now=NOW)
    office("admission", "target", ABOVE, "--year", "2025", "--number", "5", now=NOW)

    ran = office("admission", "results", now=NOW)

    assert f"{ABOVE}: chỉ tiêu 5, các tổ chức trực thuộc cộng lại 3" in ran.err


def test_one_unit_can_be_asked_for(office: Desk) -> None:
    found = results(office, "--unit", CELL)

    assert [one["unit"] for one in found["units"]] == [CELL]


def test_the_results_come_as_csv_too(office: Desk) -> None:
    ran = office("admission", "results", "--csv", now=NOW)

    assert ran.code == 0
    assert f"{CELL}," in ran.out


def test_the_workbook_is_written_once(office: Desk) -> None:
    first = office("admission", "results", "--xlsx", now=NOW)

    assert first.code == 0
    assert (office.folder / "ket-qua-ket-nap-2025.xlsx").is_file()


@pytest.mark.parametrize(("came", "admitted"), [("01/07/2005", 0), ("01/07/2004", 1)])
def test_who_came_from_elsewhere_after_the_admission_was_admitted_there(
    desk: Desk, came: str, admitted: int
) -> None:
    path = desk.folder / "so.xlsx"
    write_sheets(path, form7(ending(MAU, 11, came, "Đảng bộ xã Giả")), {})
    desk("import", path, now=NOW)

    assert results(desk, "--year", "2005")["whole"]["admitted"] == admitted
