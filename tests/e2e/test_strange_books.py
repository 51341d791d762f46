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


def test_the_same_row_of_two_sheets_counts_once_and_names_the_first(desk: Desk) -> None:
    heading = ("TT", "Họ và tên", "Chi bộ", "T1", "T2")
    first = [("SỔ THU ĐẢNG PHÍ NĂM 2024",), heading, (1, AN[0], CELL, 10_000, 10_000)]
    second = [("SỔ THU ĐẢNG PHÍ NĂM 2024",), heading, (1, AN[0], CELL, 10_000, None)]
    path = workbook(desk.folder / "so.xlsx", {"DS": roster_rows(), "A": first, "B": second})

    told = desk("import", path, "--json").json["files"][0]["problems"]

    assert [(p["sheet"], p["cell"], p["code"]) for p in told] == [("B", "B3", "duplicate_row")]
    assert "dòng 3 của trang “A”" in told[0]["message"]
    assert letters(desk, 2024, "UNPAID_DUES")[AN_CARD] == "PP??????????"


def test_a_committees_book_makes_no_second_person_of_a_cells_member(desk: Desk) -> None:
    roster = [("ĐẢNG BỘ XÃ MẪU",), *roster_rows()]
    rows = [("ĐẢNG BỘ XÃ MẪU",), ("SỔ THU ĐẢNG PHÍ NĂM 2024",), ("TT", "Họ và tên", "T1")]
    path = workbook(desk.folder / "so.xlsx", {"DS": roster, "DP": [*rows, (1, AN[0], 10_000)]})

    told = desk("import", path, "--json").json["files"][0]["problems"]

    assert [(p["cell"], p["code"]) for p in told] == [("B4", "member_not_in_roster")]
    assert "hãy ghi chi bộ của từng người" in told[0]["message"]
    assert len(desk("list", "--json").json["members"]) == 3


def test_a_new_unit_with_the_people_of_a_known_one_is_asked_about(desk: Desk) -> None:
    heading = ("TT", "Họ và tên", "Chi bộ", "T1")
    rows = [
        ("SỔ THU ĐẢNG PHÍ NĂM 2024",),
        heading,
        (1, AN[0], "CB Hạ", 10_000),
        (2, BINH[0], "CB Hạ", 10_000),
    ]
    path = workbook(desk.folder / "so.xlsx", {"DS": roster_rows(), "DP": rows})

    told = desk("import", path, "--json").json["files"][0]["problems"]

    assert [(p["cell"], p["code"]) for p in told] == [
        ("C3", "unit_abbreviated"),
        ("C4", "unit_abbreviated"),
    ]
    assert len(desk("list", "--json").json["members"]) == 3


def test_a_book_of_other_people_founds_its_unit(desk: Desk) -> None:
    heading = ("TT", "Họ và tên", "Chi bộ", "T1")
    rows = [
        ("SỔ THU ĐẢNG PHÍ NĂM 2024",),
        heading,
        (1, AN[0], "Chi bộ Thượng", 10_000),
        (2, "Lò Văn Dũng", "Chi bộ Thượng", 10_000),
        (3, "Lò Thị Én", "Chi bộ Thượng", 10_000),
    ]

    imported(desk, rows)

    assert len(desk("list", "--json").json["members"]) == 6


def test_a_later_book_without_a_unit_is_of_the_cell_whose_people_it_names(desk: Desk) -> None:
    heading = ("TT", "Họ và tên", "T1", "T2")
    people = [(n, one[0], 10_000, 10_000) for n, one in enumerate((AN, BINH, CHI), start=1)]
    book = [("SỔ THU ĐẢNG PHÍ NĂM 2024",), heading, *people]
    desk("import", workbook(desk.folder / "ds.xlsx", {"DS": roster_rows()}))

    told = desk("import", workbook(desk.folder / "so.xlsx", {"DP": book}), "--json").json

    assert [p["code"] for p in told["files"][0]["problems"]] == ["unit_of_most"]
    assert letters(desk, 2024, "UNPAID_DUES")[CHI_CARD] == "PP??????????"


def test_a_book_beside_the_roster_of_the_only_cell_it_can_mean_is_of_that_cell(
    desk: Desk,
) -> None:
    title = [("ĐẢNG BỘ PHƯỜNG MẪU",), ("CHI BỘ KHU PHỐ 5",), ("DANH SÁCH ĐẢNG VIÊN",)]
    heading = ("TT", "Họ và tên", "T1", "T2")
    people = [(n, one[0], 10_000, 10_000) for n, one in enumerate((AN, BINH, CHI), start=1)]
    book = [("SỔ THU ĐẢNG PHÍ NĂM 2024",), heading, *people]
    roster = [*title, *(row[:-1] for row in roster_rows((AN, BINH, CHI)))]  # no column of cells
    sheets: dict[str, Rows] = {"DS": roster, "DP": book}

    told = desk("import", workbook(desk.folder / "kp5.xlsx", sheets), "--json").json

    assert [p["code"] for p in told["files"][0]["problems"]] == ["unit_of_most"]
    assert len(desk("list", "--json").json["members"]) == 3


def test_a_book_without_a_unit_that_names_others_too_is_nobodys(desk: Desk) -> None:
    heading = ("TT", "Họ và tên", "T1", "T2")
    names = (AN[0], "Lò Văn Dũng", "Lò Thị Én", "Lò Văn Phú")
    people = [(n, name, 10_000, 10_000) for n, name in enumerate(names, start=1)]
    book = [("SỔ THU ĐẢNG PHÍ NĂM 2024",), heading, *people]
    desk("import", workbook(desk.folder / "ds.xlsx", {"DS": roster_rows()}))

    told = desk("import", workbook(desk.folder / "so.xlsx", {"DP": book}), "--json").json

    assert [p["code"] for p in told["files"][0]["problems"]] == ["member_not_in_roster"] * 4
