"""A workbook of reasons and papers says what `excuse add` says, a row each."""

from pathlib import Path
from typing import Any

import pytest

from e2e.books import AN, BINH, CELL, CHI, workbook
from e2e.desk import Desk
from store import shelf

HEADINGS = (
    *("STT", "Họ và tên", "Chi bộ", "Loại lý do, giấy tờ", "Từ ngày", "Đến ngày"),
    *("Áp dụng cho", "Người chấp nhận", "Ngày chấp nhận", "Số văn bản", "Lý do"),
    *("Nơi sinh hoạt tạm thời", "Mức giảm (%)"),
)
SEPTEMBER = ("01/09/2024", "30/09/2024")
SICK = (AN[0], "Ốm đau, nằm viện", *SEPTEMBER, "đảng phí", "Chi ủy", "05/10/2024", "BB 9", "mổ")
REDUCED = (BINH[0], "giảm đảng phí", "01/02/2026", "31/01/2027", *("",) * 6, "50%")
SENT = (CHI[0], "Chuyển sinh hoạt tạm thời", *SEPTEMBER, *("",) * 5, "Chi bộ khu X")


def written(folder: Path, *rows: tuple[str, ...], name: str = "ly do.xlsx") -> Path:
    body = [(n, row[0], CELL, *row[1:]) for n, row in enumerate(rows, start=1)]
    title = ("DANH SÁCH LÝ DO, GIẤY MIỄN, GIẢM, HOÃN",)
    return workbook(folder / name, {"Lý do": [title, HEADINGS, *body]})


def numbered(desk: Desk) -> dict[str, Any]:
    found = desk("excuse", "list", "--all", "--json").json["excuses"]
    return {one["full_name"]: one for one in found}


def test_each_row_is_written_with_its_place_in_the_workbook(cell: Desk) -> None:
    ran = cell("import", written(cell.folder, SICK, REDUCED, SENT), "--json")

    [file] = ran.json["files"]
    found = numbered(cell)
    assert (ran.code, file["added"], file["tables"][0]["kind"]) == (0, 3, "excuses")
    sick = found[AN[0]]
    assert (sick["kind"], sick["state"], sick["ground"]) == (
        "SICKNESS",
        "ACCEPTED",
        "UNPAID_DUES",
    )
    assert (sick["by"], sick["on"], sick["paper"]) == ("Chi ủy", "2024-10-05", "BB 9")
    assert (sick["reason"], sick["source"]["row"]) == ("mổ", 3)
    assert (found[BINH[0]]["kind"], found[BINH[0]]["share"]) == ("REDUCED", 50)
    assert (found[CHI[0]]["kind"], found[CHI[0]]["host"]) == ("TEMP_TRANSFER", "Chi bộ khu X")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("", "", "", "5-TB", "", "Chi bộ khu X"), "nơi “Chi bộ khu X” không được lưu"),
        (("", "", "", "5-TB", "", "", "50%"), "mức giảm 50% không được lưu"),
    ],
)
def test_what_a_paper_cannot_keep_is_told(
    cell: Desk, cells: tuple[str, ...], said: str
) -> None:
    exempt = (AN[0], "miễn đảng phí", *SEPTEMBER, *cells)

    ran = cell("import", written(cell.folder, exempt), "--json")

    [file] = ran.json["files"]
    assert (ran.code, file["added"]) == (0, 1)
    assert said in " ".join(problem["message"] for problem in file["problems"])


@pytest.mark.parametrize(
    ("kind", "host"), [("miễn đảng phí", ""), ("sinh hoạt tạm thời", "Chi bộ khu X")]
)
def test_words_beside_a_paper_are_kept_and_shown(cell: Desk, kind: str, host: str) -> None:
    row = (AN[0], kind, *SEPTEMBER, "", "", "", "5-TB", "mổ tim", host)

    [file] = cell("import", written(cell.folder, row), "--json").json["files"]

    assert file["added"] == 1
    assert "không được lưu" not in str(file["problems"])
    assert numbered(cell)[AN[0]]["reason"] == "mổ tim"
    assert "mổ tim" in cell("excuse", "list", "--all").out
    assert "mổ tim, " in cell("show", AN[0]).out


def test_words_written_beside_a_known_paper_are_added_and_others_refused(cell: Desk) -> None:
    exempt = (AN[0], "miễn đảng phí", *SEPTEMBER, "", "", "", "5-TB")
    cell("import", written(cell.folder, exempt))

    told = cell("import", written(cell.folder, (*exempt, "mổ tim"), name="b.xlsx"), "--json")
    other = cell("import", written(cell.folder, (*exempt, "đau"), name="c.xlsx"), "--json")

    assert (told.code, told.json["files"][0]["changed"]) == (0, 1)
    assert (other.code, numbered(cell)[AN[0]]["reason"]) == (3, "mổ tim")


def test_the_same_list_again_changes_nothing(cell: Desk) -> None:
    cell("import", written(cell.folder, SICK, REDUCED, SENT))
    before = shelf.digest(cell.ledger)

    again = written(cell.folder, SENT, SICK, REDUCED, name="ly do 2.xlsx")
    [file] = cell("import", again, "--json").json["files"]

    assert (file["added"], file["changed"], file["unchanged"]) == (0, 0, 3)
    assert len(numbered(cell)) == 3
    assert before


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ((AN[0], "nghỉ", *SEPTEMBER), "excuse_kind_unknown"),
        ((AN[0], "miễn đảng phí", "01/09/2024", ""), "excuse_incomplete"),
        ((AN[0], "giảm đảng phí", *SEPTEMBER), "excuse_incomplete"),
        ((AN[0], "ốm", "30/09/2024", "01/09/2024"), "ends_before_begins"),
        ((AN[0], "ốm", *SEPTEMBER, "", "Chi ủy", "05/10/2040"), "excuse_incomplete"),
    ],
)
def test_a_row_that_says_too_little_stays_out_and_says_why(
    row: tuple[str, ...], code: str, cell: Desk
) -> None:
    ran = cell("import", written(cell.folder, row, REDUCED), "--json")

    [file] = ran.json["files"]
    assert (ran.code, file["added"], file["set_aside"]) == (3, 1, 1)
    assert code in [problem["code"] for problem in file["problems"]]


def test_an_undo_takes_the_whole_list_back(cell: Desk) -> None:
    before = shelf.digest(cell.ledger)
    cell("import", written(cell.folder, SICK, REDUCED, SENT))

    cell("undo", "--yes")

    assert (numbered(cell), shelf.digest(cell.ledger)) == ({}, before)


def test_a_list_of_who_accepted_what_is_no_list_of_people_who_went_away(cell: Desk) -> None:
    headings = (*HEADINGS[:3], "Mã", "Từ ngày", "Đến ngày", "Người chấp nhận")
    rows = [headings, (1, AN[0], CELL, "Ốm đau, nằm viện", *SEPTEMBER, "Chi ủy")]

    ran = cell("import", workbook(cell.folder / "giay.xlsx", {"Lý do": rows}), "--json")

    [file] = ran.json["files"]
    assert (ran.code, file["tables"][0]["kind"], file["added"]) == (3, "excuses", 0)
    assert [one["code"] for one in file["problems"]] == ["excuse_kind_unknown"]
