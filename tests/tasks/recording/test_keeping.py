"""Help, praise and discipline in the ledger: what a newer list does to what is known."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from e2e.books import AN, BINH, CELL, EXITS, roster, workbook
from e2e.desk import Desk, Ran
from partyroll.tasks.recording.same_fact import SUPPORT, best_fit, merged
from store import shelf

LATER = datetime(2026, 3, 1, 8, 0)  # noqa: DTZ001 (a clerk's own clock)
HELP = (
    *("TT", "Họ và tên", "Chi bộ", "Khó khăn", "Biện pháp giúp đỡ", "Số tiền", "Ngày giúp"),
    *("Kết quả giúp đỡ", "Ngày phát sinh"),
)
PRAISE = ("TT", "Họ và tên", "Chi bộ", "Hình thức khen thưởng", "Ngày khen thưởng")
PUNISHED = (
    "TT",
    "Họ và tên",
    "Chi bộ",
    "Hình thức kỷ luật",
    "Số quyết định",
    "Ngày quyết định",
)
Rows = Sequence[tuple[object, ...]]


@pytest.fixture
def started(desk: Desk) -> Desk:
    assert desk("import", roster(desk.folder)).code == 0
    return desk


def listed(folder: Path, heading: tuple[str, ...], rows: Rows, name: str) -> Path:
    numbered = [(n, row[0], CELL, *row[1:]) for n, row in enumerate(rows, start=1)]
    return workbook(folder / name, {"Trang": [heading, *numbered]})


def helped(desk: Desk, *rows: tuple[object, ...], name: str = "giup.xlsx") -> Path:
    return listed(desk.folder, HELP, rows, name)


def praised(desk: Desk, *rows: tuple[object, ...], name: str = "khen.xlsx") -> Path:
    return listed(desk.folder, PRAISE, rows, name)


def punished(desk: Desk, *rows: tuple[object, ...], name: str = "ky-luat.xlsx") -> Path:
    return listed(desk.folder, PUNISHED, rows, name)


def counted(ran: Ran) -> tuple[int, int, int, int]:
    (file,) = ran.json["files"]
    return (file["added"], file["changed"], file["unchanged"], file["set_aside"])


def codes(ran: Ran) -> list[tuple[str, str]]:
    return [(p["cell"], p["code"]) for file in ran.json["files"] for p in file["problems"]]


def held(desk: Desk, table: str, *columns: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(desk.ledger) as db:
        query = f"SELECT {', '.join(columns)} FROM {table} WHERE change_out IS NULL"  # noqa: S608 (names of the test)
        return sorted(db.execute(query).fetchall(), key=str)


# --- Help ---------------------------------------------------------------------------------
def test_the_same_list_in_another_file_brings_nothing(started: Desk) -> None:
    rows = (
        (AN[0], "hộ nghèo", "tặng quà", 500_000, "05/04/2025", None, None),
        (AN[0], "hộ nghèo", "cho vay vốn", 10_000_000, None, "khá hơn", None),
        (BINH[0], "ốm nặng", None, None, None, None, "03/2025"),
    )
    started("import", helped(started, *rows))
    before = shelf.digest(started.ledger)

    again = helped(started, *reversed(rows), name="b.xlsx")
    ran = started("import", again, "--json", now=LATER)

    assert counted(ran) == (0, 0, 3, 0)
    assert shelf.digest(started.ledger) == before


def test_what_was_done_later_is_written_to_the_need(started: Desk) -> None:
    started("import", helped(started, (AN[0], "hộ nghèo", None, None, None, None, "03/2025")))

    newer = (AN[0], "hộ nghèo", "tặng quà", 500_000, "05/04/2025", "khá hơn", None)
    ran = started("import", helped(started, newer, name="b.xlsx"), "--json", now=LATER)

    assert counted(ran) == (0, 1, 0, 0)
    assert held(started, "support", "need", "opened_on", "measure", "amount", "outcome") == [
        ("HARDSHIP", "2025-03", "GIFT", 500_000, "BETTER")
    ]


def test_a_blank_takes_nothing_back(started: Desk) -> None:
    full = (AN[0], "hộ nghèo", "tặng quà", 500_000, "05/04/2025", "khá hơn", "03/2025")
    started("import", helped(started, full))

    blank = (AN[0], "hộ nghèo", "tặng quà", None, "04/2025", None, None)
    ran = started("import", helped(started, blank, name="b.xlsx"), "--json", now=LATER)

    assert counted(ran) == (0, 0, 1, 0)
    assert held(started, "support", "amount", "provided_on", "outcome") == [
        (500_000, "2025-04-05", "BETTER")
    ]


def test_another_gift_on_another_day_is_another_help(started: Desk) -> None:
    one = (AN[0], "hộ nghèo", "tặng quà", 500_000, "05/04/2025", None, None)
    two = (AN[0], "hộ nghèo", "tặng quà", 300_000, "20/07/2025", None, None)
    started("import", helped(started, one))

    ran = started("import", helped(started, two, name="b.xlsx"), "--json", now=LATER)

    assert counted(ran) == (1, 0, 0, 0)


def test_a_row_said_twice_is_set_aside(started: Desk) -> None:
    row = (AN[0], "hộ nghèo", "tặng quà", 500_000, "05/04/2025", None, None)

    ran = started("import", helped(started, row, row), "--json")

    assert counted(ran) == (1, 0, 0, 1)
    assert codes(ran) == [("B3", "duplicate_row")]


def test_a_need_that_had_an_outcome_is_told(started: Desk) -> None:
    started(
        "import", helped(started, (AN[0], "hộ nghèo", None, None, None, "đã ổn định", None))
    )

    again = helped(started, (AN[0], "hộ nghèo", *[None] * 5), name="b.xlsx")
    ran = started("import", again, "--json", now=LATER)

    assert codes(ran) == [("D2", "support_concluded_before")]


def test_undo_leaves_the_ledger_as_it_was(started: Desk) -> None:
    before = shelf.digest(started.ledger)
    files = (
        helped(started, (AN[0], "hộ nghèo", "tặng quà", 500_000, None, None, None)),
        praised(started, (AN[0], "giấy khen", "02/09/2025")),
        punished(started, (BINH[0], "khiển trách", "05-QĐ/ĐU", "05/03/2025")),
    )
    number = started("import", *files, "--json").json["change"]

    started("undo", str(number), "--yes")

    assert shelf.digest(started.ledger) == before


# --- Praise -------------------------------------------------------------------------------
def test_praise_becomes_known_more_closely(started: Desk) -> None:
    started("import", praised(started, (AN[0], "Huy hiệu 30 năm", "2025")))

    closer = praised(started, (AN[0], "Huy hiệu Đảng 30 năm", "03/02/2025"), name="b.xlsx")
    ran = started("import", closer, "--json", now=LATER)

    assert counted(ran) == (0, 1, 0, 0)
    assert held(started, "award", "form", "badge_years", "awarded_on") == [
        ("BADGE", 30, "2025-02-03")
    ]


def test_praise_of_another_year_is_another_praise(started: Desk) -> None:
    started("import", praised(started, (AN[0], "giấy khen", "2024")))

    other = praised(started, (AN[0], "giấy khen", "2025"), name="b.xlsx")
    ran = started("import", other, "--json", now=LATER)

    assert counted(ran) == (1, 0, 0, 0)


# --- Discipline ---------------------------------------------------------------------------
def test_an_expulsion_is_told_and_makes_nobody_leave(started: Desk) -> None:
    expelled = punished(started, (AN[0], "Khai trừ", "05-QĐ/ĐU", "05/03/2025"))

    ran = started("import", expelled, "--json")

    assert codes(ran) == [("D2", "expulsion_without_exit")]
    assert started("show", AN[0], "--json").json["is_member"] is True
    assert held(started, "discipline", "form") == [("EXPULSION",)]


def test_an_expulsion_whose_exit_is_known_is_in_order(started: Desk) -> None:
    row = (1, AN[0], AN[1], CELL, "Khai trừ", "05-QĐ/ĐU", "05/03/2025", "")
    started("import", workbook(started.folder / "ra.xlsx", {"Ra": [EXITS, row]}))

    expelled = punished(started, (AN[0], "Khai trừ", "05-QĐ/ĐU", "05/03/2025"))
    ran = started("import", expelled, "--json")

    assert codes(ran) == []


@pytest.mark.parametrize(
    ("day", "told"), [("05/02/2024", []), ("05/04/2024", [("B2", "listed_but_left")])]
)
def test_discipline_after_somebody_left_is_told(
    started: Desk, day: str, told: list[tuple[str, str]]
) -> None:
    row = (1, AN[0], AN[1], CELL, "Xóa tên", "01-QĐ/ĐU", "05/03/2024", "")
    started("import", workbook(started.folder / "ra.xlsx", {"Ra": [EXITS, row]}))

    ran = started("import", punished(started, (AN[0], "Cảnh cáo", "", day)), "--json")

    assert codes(ran) == told


# --- Whatever is stated -------------------------------------------------------------------
VALUES = st.fixed_dictionaries(
    {
        "person_id": st.just("P1"),
        "need": st.sampled_from(["HARDSHIP", "OTHER"]),
        "need_text": st.sampled_from([None, "a", "b"]),
        "measure": st.sampled_from([None, "GIFT", "LOAN"]),
        "measure_text": st.sampled_from([None, "x", "y"]),
        "amount": st.sampled_from([None, 1, 2]),
        "provided_on": st.sampled_from([None, "2025", "2025-03", "2025-03-05", "2024"]),
        "opened_on": st.sampled_from([None, "2024", "2024-05"]),
        "outcome": st.sampled_from([None, "BETTER"]),
    }
)


@given(stated=VALUES)
def test_what_is_said_again_is_the_same(stated: dict[str, str | int | None]) -> None:
    known = [(("S1",), stated)]

    assert best_fit(SUPPORT, known, stated, whole=True) == ("S1",)


@given(known=VALUES, stated=VALUES)
def test_nothing_that_was_said_is_lost(
    known: dict[str, str | int | None], stated: dict[str, str | int | None]
) -> None:
    after = merged(known, stated)

    assert {c for c, v in known.items() if v is not None} <= {
        c for c, v in after.items() if v is not None
    }
