"""Workbooks that tired clerks really send: nobody is unpaid or absent by a misreading."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from e2e.books import AN, BINH, CELL, CHI, DUES, Rows, dues_rows, roster_rows, workbook
from e2e.desk import Desk
from e2e.letters import letters_of_everyone

PAID = "x" * 12
AN_CARD, BINH_CARD, CHI_CARD = AN[3], BINH[3], CHI[3]
YEAR_END = date(2025, 1, 15)


def merged(path: Path, sheets: Mapping[str, Rows], merges: Sequence[str]) -> Path:
    """Write the sheets and merge ranges of the last one."""
    workbook(path, sheets)
    book = load_workbook(path)
    for place in merges:
        book.worksheets[-1].merge_cells(place)
    book.save(path)
    return path


def dues_of(desk: Desk) -> dict[str, str]:
    everyone = letters_of_everyone(desk.ledger, 2024, YEAR_END)
    return {who: months["UNPAID_DUES"] for who, months in everyone.items()}


def meetings_of(desk: Desk) -> dict[str, str]:
    everyone = letters_of_everyone(desk.ledger, 2024, YEAR_END)
    return {who: months["SKIP_MEETINGS"] for who, months in everyone.items()}


def problems(desk: Desk, *files: Path) -> list[tuple[str, str]]:
    told = desk("import", *files, "--json").json["files"]
    return [(p["cell"], p["code"]) for file in told for p in file["problems"]]


def names(desk: Desk) -> list[str]:
    return [member["full_name"] for member in desk("list", "--json").json["members"]]


def test_two_rows_of_one_name_with_different_months_are_given_to_nobody(desk: Desk) -> None:
    lines = dues_rows({AN[0]: PAID, BINH[0]: PAID, CHI[0]: PAID})
    other = (4, AN[0], CELL, *["chưa nộp"] * 12)
    path = workbook(desk.folder / "so.xlsx", {"DS": roster_rows(), "DP": [*lines, other]})

    told = problems(desk, path)

    assert told == [("B3", "ambiguous_name"), ("B6", "ambiguous_name")]
    assert dues_of(desk)[AN_CARD] == "????????????"


def test_the_same_row_twice_counts_once_and_names_the_first(desk: Desk) -> None:
    lines = dues_rows({AN[0]: PAID, BINH[0]: PAID, CHI[0]: PAID})
    path = workbook(desk.folder / "so.xlsx", {"DS": roster_rows(), "DP": [*lines, lines[2]]})

    assert problems(desk, path) == [("B6", "duplicate_row")]
    assert dues_of(desk)[AN_CARD] == "PPPPPPPPPPPP"


def test_a_sum_merged_over_two_persons_is_nobodys_debt(desk: Desk) -> None:
    lines = dues_rows({AN[0]: PAID, BINH[0]: "." + PAID[1:], CHI[0]: PAID})
    path = merged(desk.folder / "so.xlsx", {"DS": roster_rows(), "DP": lines}, ["D3:D4"])

    assert problems(desk, path) == [("D4", "merged_over_rows")]
    assert dues_of(desk)[BINH_CARD] == "?PPPPPPPPPPP"


def test_words_merged_over_two_persons_are_said_of_both(desk: Desk) -> None:
    lines = [*dues_rows({AN[0]: PAID, BINH[0]: "." + PAID[1:], CHI[0]: PAID})]
    lines[2] = (1, AN[0], CELL, "miễn", *lines[2][4:])
    path = merged(desk.folder / "so.xlsx", {"DS": roster_rows(), "DP": lines}, ["D3:D4"])

    problems(desk, path)

    assert [letters[0] for letters in dues_of(desk).values()] == ["X", "X", "P"]


def test_no_meeting_written_once_down_a_merged_column_holds_for_everybody(desk: Desk) -> None:
    rows = [
        ("THEO DÕI SINH HOẠT CHI BỘ NĂM 2024",),
        DUES,
        (1, AN[0], CELL, "x", "Không họp", *["x"] * 10),
        (2, BINH[0], CELL, "x", None, *["x"] * 10),
        (3, CHI[0], CELL, "x", None, "ốm", None, *["x"] * 8),
    ]
    sheets = {"DS": roster_rows(), "SH": rows}
    path = merged(desk.folder / "so.xlsx", sheets, ["E3:E5", "F5:G5"])

    problems(desk, path)

    assert meetings_of(desk) == {
        AN_CARD: "PnPPPPPPPPPP",
        BINH_CARD: "PnPPPPPPPPPP",
        CHI_CARD: "PnEEPPPPPPPP",
    }


def test_an_exit_by_a_bare_name_does_not_make_a_second_person(desk: Desk) -> None:
    exits = [("TT", "Họ và tên", "Hình thức", "Số QĐ"), (1, AN[0], "Xóa tên", "12-QĐ/HU")]
    roster = workbook(desk.folder / "ds.xlsx", {"DS": roster_rows()})
    path = workbook(desk.folder / "xt.xlsx", {"XT": exits})

    assert problems(desk, roster, path) == [("B2", "exit_unplaced")]
    assert names(desk) == [AN[0], BINH[0], CHI[0]]


def test_an_abbreviated_unit_is_asked_about_and_makes_no_second_one(desk: Desk) -> None:
    lines = dues_rows({AN[0]: PAID}, unit="CB thôn Hạ")
    roster = workbook(desk.folder / "ds.xlsx", {"DS": roster_rows()})
    path = workbook(desk.folder / "dp.xlsx", {"DP": lines})

    assert problems(desk, roster, path) == [("C3", "unit_abbreviated")]
    assert names(desk) == [AN[0], BINH[0], CHI[0]]


def test_the_abbreviation_of_another_commune_is_a_unit_of_its_own(desk: Desk) -> None:
    upper = ("ĐẢNG BỘ XÃ THƯỢNG",), *roster_rows((AN,), unit="Chi bộ 1")
    lower = ("ĐẢNG BỘ XÃ HẠ",), *roster_rows((BINH,), unit="CB1")
    first = workbook(desk.folder / "thuong.xlsx", {"DS": upper})
    second = workbook(desk.folder / "ha.xlsx", {"DS": lower})

    assert problems(desk, first, second) == []
    assert sorted(names(desk)) == sorted([AN[0], BINH[0]])


def test_a_row_that_goes_back_to_the_clerk_keeps_what_its_signs_repeat(desk: Desk) -> None:
    heading = ("TT", "Họ và tên", "Ngày sinh", "Chi bộ", "Ngày vào Đảng")
    rows = [
        heading,
        (1, AN[0], "05/03/1979", "Chi bộ A", "03/02/2005"),
        (2, BINH[0], "05/03/1980", "Chi bộ B", "03/02/2006"),
        (3, CHI[0], "31/02/1981", "nt", "nt"),
    ]
    desk("import", workbook(desk.folder / "ds.xlsx", {"DS": rows}))

    (back,) = desk.folder.glob("*chưa nhập*.xlsx")
    values = [[str(c.value) for c in row] for row in load_workbook(back).worksheets[0]]

    assert next(row for row in values if CHI[0] in row)[-2:] == ["Chi bộ B", "03/02/2006"]
