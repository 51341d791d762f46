"""Books of dues and of meetings that nobody drew by the form: nobody owes by a misreading."""

from pathlib import Path

from e2e.books import AN, BINH, CELL, CHI, Rows, roster_rows, workbook
from e2e.desk import Desk
from e2e.letters import letters_of_everyone
from e2e.test_strange_workbooks import YEAR_END

AN_CARD, BINH_CARD, CHI_CARD = AN[3], BINH[3], CHI[3]


def letters(desk: Desk, year: int, ground: str) -> dict[str, str]:
    everyone = letters_of_everyone(desk.ledger, year, YEAR_END)
    return {who: months[ground] for who, months in everyone.items()}


def imported(desk: Desk, rows: Rows, **more: Rows) -> Path:
    path = workbook(desk.folder / "so.xlsx", {"DS": roster_rows(), "DP": rows, **more})
    desk("import", path)
    return path


def test_every_year_of_one_table_keeps_the_cells_of_its_own_months(desk: Desk) -> None:
    heading = ("TT", "Họ và tên", "Chi bộ", "T11/2023", "T12/2023", "T1/2024", "T2/2024")
    rows = [
        ("SỔ THU ĐẢNG PHÍ",),
        heading,
        (1, AN[0], CELL, 10_000, 10_000, None, 10_000),
        (2, BINH[0], CELL, "chưa đóng", 10_000, 10_000, 10_000),
    ]

    imported(desk, rows)

    assert letters(desk, 2023, "UNPAID_DUES")[BINH_CARD] == "??????????UP"
    assert letters(desk, 2024, "UNPAID_DUES")[AN_CARD] == "IP??????????"
    shown = desk("show", BINH[0], "--year", "2023", "--json").out
    assert '"D4"' in shown


def test_dues_and_meetings_side_by_side_keep_their_own_cells(desk: Desk) -> None:
    rows = [
        ("THEO DÕI SINH HOẠT VÀ ĐẢNG PHÍ NĂM 2024",),
        ("TT", "Họ và tên", "Chi bộ", "Tháng 1", None, "Tháng 2", None),
        (None, None, None, "SH", "ĐP", "SH", "ĐP"),
        (1, AN[0], CELL, "x", 10_000, "K", "chưa đóng"),
        (2, BINH[0], CELL, "x", 10_000, "x", 10_000),
    ]

    imported(desk, rows)

    shown = desk("show", AN[0], "--year", "2024", "--json").out
    assert letters(desk, 2024, "UNPAID_DUES")[AN_CARD] == "PU??????????"
    assert letters(desk, 2024, "SKIP_MEETINGS")[AN_CARD] == "PA??????????"
    assert '"G4"' in shown
    assert '"F4"' in shown
