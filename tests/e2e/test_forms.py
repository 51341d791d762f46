"""Official forms, imported by the real command: what lists and stories make of them."""

from pathlib import Path
from shutil import which
from subprocess import run

import pytest

from e2e.desk import Desk
from read.conftest import write_sheets
from read.form7 import MAU as MAU_LINES
from read.form7 import REMOVED, THU, ending
from read.form7 import sheet as form7
from read.s01 import MAU, SAMPLE, block, merges, sheet, sums


@pytest.fixture
def s01(desk: Desk) -> Path:
    """A dues book of four months: Mẫu pays February and March in April."""
    path = desk.folder / "s01.xlsx"
    write_sheets(path, SAMPLE, merges(4))
    return path


def months_on_review(desk: Desk, as_of: str) -> list[tuple[str, str, str]]:
    told = desk("flag", "--as-of", as_of, "--months", "2", "--json").json["lists"]["review"]
    return [
        (item["full_name"], month["month"], month["source"]["cell"])
        for item in told
        for month in item["months"]
    ]


def test_a_debt_settled_later_was_a_debt_before(desk: Desk, s01: Path) -> None:
    assert desk("import", s01).code == 0

    assert months_on_review(desk, "2024-03-31") == [
        (MAU, "2024-02", "I14"),
        (MAU, "2024-03", "I20"),
    ]
    assert months_on_review(desk, "2024-12-31") == []


def test_the_same_book_again_changes_nothing(desk: Desk, s01: Path) -> None:
    desk("import", s01)
    again = desk.folder / "s01 (2).xlsx"
    write_sheets(again, {**SAMPLE, "Ghi chú": [["x"]]}, merges(4))

    (file,) = desk("import", again, "--json").json["files"]

    assert (file["added"], file["changed"], file["unchanged"]) == (0, 0, 2)


def month_file(desk: Desk, *numbers: int) -> Path:
    """A workbook with the blocks of some months; nobody pays before April."""
    lines = {
        2: sums(10_000, None, 10_000, 0, 10_000, month="2/2024"),
        3: sums(10_000, 10_000, 20_000, 0, 20_000, month="3/2024"),
        4: sums(10_000, 20_000, 30_000, 30_000, 0, month="4/2024"),
    }
    path = desk.folder / f"thang {numbers}.xlsx"
    write_sheets(path, sheet(*(block(lines[number]) for number in numbers)), {})
    return path


def test_a_file_for_each_month_keeps_the_months_before(desk: Desk) -> None:
    for number in (2, 3, 4):
        assert desk("import", month_file(desk, number)).code == 0

    assert [month for _, month, _ in months_on_review(desk, "2024-03-31")] == [
        "2024-02",
        "2024-03",
    ]
    assert months_on_review(desk, "2024-12-31") == []


def test_a_book_that_grows_is_a_newer_version(desk: Desk) -> None:
    desk("import", month_file(desk, 2, 3))

    (file,) = desk("import", month_file(desk, 2, 3, 4), "--json").json["files"]

    assert (file["added"], file["changed"]) == (0, 1)
    assert months_on_review(desk, "2024-12-31") == []


@pytest.mark.slow
def test_the_old_xls_says_the_same(desk: Desk, s01: Path) -> None:
    office = which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    convert = [office, "--headless", "--convert-to", "xls", s01.name]
    run(convert, cwd=s01.parent, check=True, capture_output=True)

    assert desk("import", s01.with_suffix(".xls")).code == 0

    assert months_on_review(desk, "2024-03-31") == [
        (MAU, "2024-02", "I14"),
        (MAU, "2024-03", "I20"),
    ]


# --- Mẫu 7-HSĐV ---------------------------------------------------------------------------
@pytest.fixture
def roll(desk: Desk) -> Path:
    """A roll of three: one removed, one who moved away; one came from elsewhere."""
    gone = ending(THU, 10, "01/07/2021", "Đảng bộ xã Thử")
    gone[0][:2], gone[0][7] = [3, "LÊ VĂN THỬ"], "099158000003"
    gone[1][1], gone[2][1] = "Lê Văn Thử", "12/11/1965"
    came = ending(MAU_LINES, 11, "01/07/2019", "Đảng bộ xã Giả")
    path = desk.folder / "so dang vien.xlsx"
    write_sheets(path, form7(came, REMOVED, gone), {})
    return path


def test_the_roll_holds_members_and_who_left(desk: Desk, roll: Path) -> None:
    assert desk("import", roll).code == 0

    now = desk("list", "--json").json["members"]
    everyone = desk("list", "--json", "--all").json["members"]
    assert [m["full_name"] for m in now] == ["Nguyễn Văn Mẫu"]
    assert {m["full_name"]: (m["status"], (m["exit"] or {}).get("date")) for m in everyone} == {
        "Nguyễn Văn Mẫu": ("OFFICIAL", None),
        "Trần Thị Thử": ("REMOVED", "2023-09-15"),
        "Lê Văn Thử": ("OUT", "2021-07-01"),
    }


def test_the_roll_again_changes_nothing(desk: Desk, roll: Path) -> None:
    desk("import", roll)
    sheets = form7(ending(MAU_LINES, 11, "01/07/2019", "Đảng bộ xã Giả"), REMOVED)
    again = desk.folder / "lai.xlsx"
    write_sheets(again, sheets, {})

    (file,) = desk("import", again, "--json").json["files"]

    assert (file["added"], file["changed"], file["unchanged"]) == (0, 0, 2)
