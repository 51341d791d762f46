"""Terms as offices name them: congress dates, partial years, days up to which things count."""

from pathlib import Path

import pytest

from e2e.books import CELL, EXITS, workbook
from e2e.desk import Desk

CONGRESSES = """
[[term]]
name = "2015-2020"
from = 2015-10-20
to = 2020-10-13
[[term]]
name = "2020-2025"
from = 2020-10-14
to = 2025-09-30
"""


def exits(folder: Path, *days: str) -> Path:
    rows = [
        (n, f"Lò Văn {n}", f"0{n}/02/1980", CELL, "Xóa tên", f"{n}-QĐ", day, "Bỏ sinh hoạt")
        for n, day in enumerate(days, start=1)
    ]
    return workbook(folder / "exits.xlsx", {"Ra khỏi Đảng": [EXITS, *rows]})


@pytest.fixture
def left(desk: Desk) -> Desk:
    """A ledger of three removals: before, on and after the congress of 14/10/2020."""
    assert (
        desk("import", exits(desk.folder, "13/10/2020", "14/10/2020", "01/06/2024")).code == 0
    )
    return desk


def test_congress_dates_are_the_bounds_of_the_term_they_name(left: Desk) -> None:
    (left.folder / "partyroll.toml").write_text(CONGRESSES, "utf-8")

    ran = left("report", "2020-2025")

    assert "Kỳ 2020-2025: từ 14/10/2020 đến 30/09/2025, tính theo ngày quyết định" in (
        " ".join(ran.err.split())
    )
    assert left("report", "2020 – 2025", "--json").json["totals"]["REMOVED"] == 2
    assert left("report", "nhiệm kỳ 2015-2020", "--json").json["totals"]["REMOVED"] == 1


def test_without_congress_dates_a_term_is_of_whole_years_and_says_so(left: Desk) -> None:
    ran = left("report", "2020-2025")

    assert "Kỳ 2020-2025: từ 01/01/2020 đến 31/12/2025" in " ".join(ran.err.split())
    assert "tính tròn năm vì chưa khai ngày đại hội" in " ".join(ran.err.split())


def test_only_what_had_happened_by_the_day_asked_for_counts(left: Desk) -> None:
    ran = left("report", "2020-2025", "--as-of", "31/5/2024", "--json")

    assert ran.json["as_of"] == "2024-05-31"
    assert ran.json["term"]["to"] == "2024-05-31"
    assert ran.json["term"]["planned_to"] == "2025-12-31"
    assert ran.json["totals"]["REMOVED"] == 2
    assert "tính đến 31/05/2024" in left("report", "2020-2025", "--as-of", "31/5/2024").err


def test_a_term_that_is_not_over_is_counted_up_to_today(left: Desk) -> None:
    term = left("report", "2025-2030", "--json").json["term"]

    assert (term["to"], term["planned_to"]) == ("2026-01-15", "2030-12-31")


def test_a_term_that_begins_after_the_day_asked_for_is_refused(left: Desk) -> None:
    ran = left("report", "2020-2025", "--as-of", "2019")

    assert ran.code == 2
    assert "bắt đầu ngày 01/01/2020, sau ngày tính 31/12/2019" in ran.err


@pytest.mark.parametrize("typed", ["202-2025", "1020-2025", "2025-2020", "kỳ này"])
def test_a_slip_of_the_finger_is_no_term(left: Desk, typed: str) -> None:
    ran = left("report", typed)

    assert ran.code == 2
    assert "không hiểu kỳ báo cáo" in ran.err
