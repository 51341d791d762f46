"""Members away by hand: noting who left, was heard of, came back; what the list says then."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from e2e.books import AN, BINH, CELL, roster, workbook
from e2e.desk import Desk, Ran, laid
from e2e.returned import column_of
from store import shelf

NOW = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 (a clerk's own clock)


@laid
def enrolled(desk: Desk) -> Desk:
    """A desk with a roster."""
    assert desk("import", roster(desk.folder)).code == 0
    return desk


@pytest.fixture
def office(desk: Desk) -> Desk:
    """An office with a roster, in November 2026."""
    enrolled(desk)
    return Desk(desk.folder, desk.capsys, NOW)


def left(desk: Desk, *more: str, who: str = AN[0]) -> Ran:
    return desk("away", "add", who, "--place", "Đồng Nai", "--from", "3/2026", *more, "--json")


def listed(desk: Desk, *more: str) -> dict[str, list[str]]:
    """Return the kinds of what needs doing, by name."""
    entries = desk("away", "list", "--json", *more).json["entries"]
    return {one["name"]: [matter["kind"] for matter in one["matters"]] for one in entries}


def stay(ran: Ran) -> dict[str, object]:
    (one,) = ran.json["away"]
    return {key: value for key, value in one.items() if value is not None and key != "source"}


# --- Leaving ------------------------------------------------------------------------------
def test_who_leaves_is_written_down_and_stands_in_the_list(office: Desk) -> None:
    ran = left(office, "--to", "12/2027", "--contact", "0990000001", "--paper", "đơn 3/3/2026")

    assert ran.code == 0
    assert stay(ran) == {
        "place": "Đồng Nai",
        "from": "2026-03",
        "until": "2027-12",
        "contact": "0990000001",
        "paper": "đơn 3/3/2026",
    }
    assert ran.json["cautions"] == []
    assert listed(office) == {AN[0]: ["contact_due"]}


def test_what_lacks_is_said_and_asked_for_after_three_months(office: Desk) -> None:
    ran = left(office)

    assert ran.json["cautions"] == [
        "chưa ghi giấy tờ (--paper)",
        "chưa ghi cách liên hệ (--contact)",
    ]
    assert listed(office) == {AN[0]: ["away_without_paper", "contact_due"]}


def test_the_same_said_twice_is_written_once(office: Desk) -> None:
    left(office)
    before = shelf.digest(office.ledger)

    again = left(office)

    assert (again.json["change"], again.json["new"]) == (None, False)
    assert shelf.digest(office.ledger) == before


def test_what_is_said_later_of_the_same_time_completes_it(office: Desk) -> None:
    left(office)

    closer = ("--from", "15/3/2026", "--paper", "GGT 12")
    ran = office("away", "add", AN[0], "--place", "Đồng Nai", *closer, "--json")

    assert stay(ran) == {"place": "Đồng Nai", "from": "2026-03-15", "paper": "GGT 12"}
    assert len(office("show", AN[0], "--json").json["away"]) == 1


def test_a_time_away_that_ended_stays_ended_and_is_told(office: Desk) -> None:
    left(office, "--contact", "0990 000 001")
    office("away", "end", AN[0], "--on", "2/11/2026")

    again = left(office)

    assert stay(again)["returned_on"] == "2026-11-02"
    assert again.json["new"] is False
    assert again.json["cautions"][0] == (
        "lần đi này sổ đã ghi về ngày 02/11/2026, vẫn giữ như vậy; lại đi thì ghi ngày đi lần"
        " mới (--from), ghi về sai thì hoàn tác lần ghi đó"
    )


def test_who_leaves_again_after_a_return_is_away_again(office: Desk) -> None:
    left(office, "--paper", "đơn")
    office("away", "end", AN[0], "--on", "2/11/2026")

    office("away", "add", AN[0], "--place", "Đồng Nai", "--from", "10/11/2026")

    assert listed(office) == {AN[0]: []}
    assert len(office("show", AN[0], "--json").json["away"]) == 2


def test_another_place_while_the_first_goes_on_is_told(office: Desk) -> None:
    left(office)

    ran = office("away", "add", AN[0], "--place", "Huế", "--from", "9/2026", "--json")

    assert ran.json["cautions"][-1] == (
        "sổ còn ghi người này ở Đồng Nai từ 03/2026, chưa ghi đã về; danh sách lấy lần đi mới"
        " nhất"
    )
    assert listed(office) == {AN[0]: []}


def test_a_trial_writes_nothing(office: Desk) -> None:
    before = shelf.digest(office.ledger)

    ran = left(office, "--dry-run")

    assert (ran.code, ran.json["change"]) == (0, None)
    assert shelf.digest(office.ledger) == before


def test_undo_takes_a_time_away_back(office: Desk) -> None:
    number = left(office).json["change"]

    office("undo", str(number), "--yes")

    assert listed(office) == {}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--from", "3/2026"), "thiếu --place"),
        (("--place", "Huế"), "thiếu --from"),
        (("--place", "Huế", "--from", "31/2/2026"), "không hiểu ngày “31/2/2026”"),
        (
            ("--place", "Huế", "--from", "3/2026", "--to", "2/2026"),
            "ngày dự kiến về 02/2026 trước ngày đi 03/2026",
        ),
    ],
)
def test_what_cannot_be_written_is_said_in_one_sentence(
    typed: tuple[str, ...], told: str, office: Desk
) -> None:
    ran = office("away", "add", AN[0], *typed)

    assert (ran.code, told in ran.err) == (2, True)


# --- Being heard of -----------------------------------------------------------------------
def test_a_contact_ends_the_reminder_and_keeps_the_number(office: Desk) -> None:
    left(office, "--paper", "đơn")

    ran = office("away", "contact", AN[0], "--on", "20/11/2026", "--contact", "0990000002")

    assert ran.code == 0
    assert "liên hệ: 0990000002, liên hệ lần cuối 20/11/2026" in ran.out
    assert listed(office) == {AN[0]: []}


def test_an_earlier_contact_takes_the_later_one_not_back(office: Desk) -> None:
    left(office)
    office("away", "contact", AN[0], "--on", "20/11/2026")

    ran = office("away", "contact", AN[0], "--on", "1/6/2026", "--json")

    assert stay(ran)["contacted_on"] == "2026-11-20"
    assert ran.json["cautions"] == ["sổ đã ghi lần liên hệ muộn hơn: 20/11/2026, giữ lần đó"]
    assert ran.json["new"] is False


def test_nobody_is_heard_of_tomorrow(office: Desk) -> None:
    left(office)

    ran = office("away", "contact", AN[0], "--on", "24/11/2026")

    assert (ran.code, "ngày 24/11/2026 chưa tới" in ran.err) == (2, True)


# --- Coming back --------------------------------------------------------------------------
def test_who_comes_back_leaves_the_list(office: Desk) -> None:
    left(office)

    ran = office("away", "end", AN[0], "--on", "2/11/2026", "--json")

    assert stay(ran)["returned_on"] == "2026-11-02"
    assert listed(office) == {}
    assert listed(office, "--only", "returned") == {AN[0]: []}


def test_who_comes_back_from_two_places_is_back_from_both(office: Desk) -> None:
    left(office)
    office("away", "add", AN[0], "--place", "Huế", "--from", "9/2026")

    ran = office("away", "end", AN[0], "--on", "2/11/2026", "--json")

    assert [one["returned_on"] for one in ran.json["away"]] == ["2026-11-02"] * 2


def test_a_paper_that_stays_elsewhere_is_told_and_gone_once_it_ends(office: Desk) -> None:
    leave = ("--kind", "tạm miễn sinh hoạt", "--from", "1/4/2026", "--to", "31/3/2027")
    assert office("excuse", "add", AN[0], *leave, "--paper", "7-NQ/CB").code == 0
    left(office)

    ran = office("away", "end", AN[0], "--on", "2/11/2026", "--json")

    (caution,) = ran.json["cautions"]
    assert caution == (
        "Đã về 02/11/2026, sổ còn ghi tạm miễn sinh hoạt (7-NQ/CB) đến hết 31/03/2027; xem số:"
        " partyroll excuse list; ghi kết thúc: partyroll excuse end SỐ --on NGÀY"
    )
    assert listed(office) == {AN[0]: ["returned"]}
    assert office("excuse", "end", "1", "--on", "2/11/2026").code == 0
    assert listed(office) == {}


def test_where_only_a_paper_speaks_the_return_is_written_with_what_it_says(
    office: Desk,
) -> None:
    host = ("--kind", "sinh hoạt tạm thời", "--host", "Chi bộ Xã Khác")
    paper = ("--from", "1/4/2026", "--to", "31/3/2027", "--paper", "12-GGT")
    assert office("excuse", "add", AN[0], *host, *paper).code == 0

    ran = office("away", "end", AN[0], "--on", "2/11/2026", "--json")

    assert stay(ran) == {
        "place": "Chi bộ Xã Khác",
        "from": "2026-04-01",
        "returned_on": "2026-11-02",
    }
    assert listed(office) == {AN[0]: ["returned"]}


def test_a_return_after_the_day_that_was_expected_closes_that_time(office: Desk) -> None:
    left(office, "--to", "8/2026")

    ran = office("away", "end", AN[0], "--on", "2/11/2026", "--json")

    assert stay(ran)["returned_on"] == "2026-11-02"


def test_the_same_return_twice_is_written_once_and_another_day_is_refused(
    office: Desk,
) -> None:
    left(office)
    office("away", "end", AN[0], "--on", "2/11/2026")

    again = office("away", "end", AN[0], "--on", "2/11/2026", "--json")
    other = office("away", "end", AN[0], "--on", "3/11/2026")

    assert again.json["new"] is False
    assert (other.code, "sổ đã ghi Lò Văn An về ngày 02/11/2026" in other.err) == (1, True)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("end", BINH[0], "--on", "2/11/2026"), "sổ không ghi Lò Thị Bình đang đi"),
        (("contact", BINH[0], "--on", "2/11/2026"), "sổ không ghi Lò Thị Bình đang đi"),
        (("end", AN[0]), "thiếu --on"),
        (("end", AN[0], "--on", "2/2/2026"), "ngày 02/02/2026 trước ngày đi 03/2026"),
        (("end", "Không Có Ai", "--on", "2/11/2026"), "không thấy ai khớp"),
    ],
)
def test_a_return_or_contact_that_fits_nothing_is_refused(
    typed: tuple[str, ...], told: str, office: Desk
) -> None:
    left(office)

    ran = office("away", *typed)

    assert (ran.code, told in ran.err) == (2, True)


# --- With what lists say ------------------------------------------------------------------
HEADING = ("TT", "Họ tên", "Chi bộ", "Nơi đi", "Đi từ tháng/năm", "Đã chuyển SHĐ")


def test_what_a_list_said_is_completed_by_hand(office: Desk) -> None:
    row = (1, AN[0], CELL, "Đồng Nai", "03/2026", "chưa")
    office("import", workbook(office.folder / "xa.xlsx", {"Đi làm ăn xa": [HEADING, row]}))

    ran = office("away", "contact", AN[0], "--on", "20/11/2026", "--json")

    assert stay(ran) == {
        "place": "Đồng Nai",
        "from": "2026-03",
        "transferred": False,
        "contacted_on": "2026-11-20",
    }


def test_an_empty_register_says_what_to_import(office: Desk) -> None:
    ran = office("away", "list")

    assert (ran.code, "partyroll template away" in ran.err) == (0, True)


def test_the_list_is_a_workbook_and_a_letter_for_each_cell(office: Desk) -> None:
    left(office)

    ran = office("away", "list", "--as-of", "31/12/2026", "--xlsx", "--docx")

    assert ran.code == 0
    assert (office.folder / "di-lam-an-xa.xlsx").is_file()
    assert (office.folder / "di-lam-an-xa.docx").is_file()


def test_the_working_page_tells_of_each_matter_once(office: Desk) -> None:
    left(office)

    entries = office("today", "--json").json["entries"]

    mine = next(one["matters"] for one in entries if one["name"] == AN[0])
    assert [matter["kind"] for matter in mine] == ["away_without_paper", "contact_due"]


def test_an_answer_in_the_yellow_cells_comes_back_and_is_asked_no_more(office: Desk) -> None:
    left(office)
    assert office("away", "list", "--xlsx", "--out", "xa.xlsx").code == 0
    book = load_workbook(office.folder / "xa.xlsx")
    sheet = book["Việc cần làm"]
    first = next(c.row for row in sheet.iter_rows() for c in row if c.value == AN[0])
    sheet.cell(first, column_of(sheet, "Kết quả")).value = "Không cần làm"
    sheet.cell(first, column_of(sheet, "Đã làm gì")).value = "đơn ở chi bộ"
    book.save(office.folder / "xa.xlsx")

    brought = office("import", "xa.xlsx", "--json")

    assert (brought.code, brought.json["files"][0]["problems"]) == (0, [])

    (entry,) = office("away", "list", "--json").json["entries"]
    assert {matter["kind"]: matter["settled"] for matter in entry["matters"]} == {
        "away_without_paper": True,
        "contact_due": False,
    }


def test_what_is_typed_beside_the_people_is_told_with_its_cell(office: Desk) -> None:
    left(office)
    assert office("away", "list", "--xlsx", "--out", "xa.xlsx").code == 0
    untouched = office("import", "xa.xlsx", "--json").json["files"][0]["problems"]
    book = load_workbook(office.folder / "xa.xlsx")
    sheet = book["Danh sách"]
    row = next(c.row for line in sheet.iter_rows() for c in line if c.value == AN[0])
    sheet.cell(row, 20).value = "đã về ngày 5/1"
    book.save(office.folder / "ve.xlsx")

    (told,) = office("import", "ve.xlsx", "--json").json["files"][0]["problems"]

    assert untouched == []
    assert (told["code"], told["found"]) == ("beside_matters", "đã về ngày 5/1")
    assert told["cell"] == f"T{row}"


def fill_in(path: Path, said: Mapping[str, str | datetime]) -> Path:
    """Type a row over the example of a form, as a clerk does; other cells are emptied."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    heading = next(cell.row for cell in sheet["A"] if cell.value == "STT")
    for cell in sheet[heading]:
        title = str(cell.value or "").rstrip(" *")
        sheet.cell(heading + 1, cell.column).value = said.get(title)
    book.save(path)
    return path


def test_a_form_that_was_filled_in_becomes_the_register(office: Desk) -> None:
    assert office("template", "away", "--unit", CELL).code == 0
    form = office.folder / "mau-di-lam-an-xa.xlsx"
    said: dict[str, str | datetime] = {
        "Họ và tên": AN[0],
        "Nơi đi làm ăn xa": "Huế",
        "Đi từ tháng/năm": "01/2026",
        "Giấy tờ": "đơn ngày 5/1/2026",
        "Cách liên hệ": "0990 000 001",
        "Liên hệ lần cuối": datetime(2026, 11, 2),  # noqa: DTZ001 (a cell has no zone)
    }

    assert office("import", fill_in(form, said)).code == 0

    (entry,) = office("away", "list", "--json").json["entries"]
    assert {key: value for key, value in entry["values"].items() if value} == {
        "place": "Huế",
        "since": "2026-01",
        "state": "đã báo đi",
        "paper": "đơn ngày 5/1/2026",
        "contact": "0990 000 001",
        "contacted_on": "2026-11-02",
    }
    assert entry["matters"] == []
