"""`partyroll support`: needs written down, helped, closed; praise and discipline beside."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from e2e.books import AN, BINH, CELL, CHI, ROSTER, roster, workbook
from e2e.desk import Desk, Ran, laid

NOON = datetime(2026, 1, 15, 12, 0)  # noqa: DTZ001 (a clerk's own clock)
LATER = datetime(2026, 12, 1, 9, 0)  # noqa: DTZ001 (a clerk's own clock)


@pytest.fixture
@laid
def started(desk: Desk) -> Desk:
    assert desk("import", roster(desk.folder)).code == 0
    return desk


def said(desk: Desk, *typed: str, now: datetime | None = None) -> dict[str, Any]:
    ran = desk("support", *typed, "--json", now=now)
    assert ran.code == 0, ran.err
    return dict(ran.json)


def matters(desk: Desk, *typed: str, now: datetime | None = None) -> list[tuple[str, str, str]]:
    found = said(desk, "list", *typed, now=now)["entries"]
    return [(e["name"], m["kind"], m["text"]) for e in found for m in e["matters"]]


def refused(ran: Ran) -> tuple[int, str]:
    return ran.code, ran.err.splitlines()[0]


# --- Help ---------------------------------------------------------------------------------
def test_a_need_is_written_helped_and_closed(started: Desk) -> None:
    said(started, "add", AN[0], "--need", "hộ nghèo", "--since", "10/2025")
    waiting = matters(started)
    helped = said(started, "add", AN[0], "--measure", "tặng quà", "--amount", "500.000")
    asked = matters(started, now=LATER)
    said(started, "close", "1", "--outcome", "khá hơn", "--on", "1/1/2026")

    assert [kind for _, kind, _ in waiting] == ["need_without_measure"]
    assert helped["written"]["number"] == 1
    assert helped["written"]["need"] == "HARDSHIP"
    assert helped["written"]["amount"] == 500_000
    assert [kind for _, kind, _ in asked] == ["outcome_unknown"]
    assert matters(started, now=LATER) == []


def test_the_same_said_twice_is_written_once(started: Desk) -> None:
    typed = ("add", AN[0], "--need", "hộ nghèo", "--measure", "tặng quà", "--on", "1/1/2026")

    first, second = said(started, *typed), said(started, *typed)

    assert (first["new"], first["change"]) == (True, 2)
    assert (second["new"], second["change"]) == (False, None)
    assert second["written"]["number"] == 1


def test_another_gift_on_another_day_has_another_number(started: Desk) -> None:
    said(started, "add", AN[0], "--need", "hộ nghèo", "--measure", "quà", "--on", "1/1/2026")

    other = said(
        started, "add", AN[0], "--need", "hộ nghèo", "--measure", "quà", "--on", "10/1/2026"
    )

    assert other["written"]["number"] == 2


def test_a_number_is_never_given_again(started: Desk) -> None:
    change = said(started, "add", AN[0], "--need", "hộ nghèo")["change"]
    started("undo", str(change), "--yes")

    assert said(started, "add", BINH[0], "--need", "ốm")["written"]["number"] == 2


def test_a_trial_writes_nothing(started: Desk) -> None:
    tried = said(started, "add", AN[0], "--need", "hộ nghèo", "--dry-run")

    assert (tried["dry_run"], tried["change"]) == (True, None)
    assert matters(started) == []


def test_words_of_no_list_are_kept_and_told(started: Desk) -> None:
    written = said(started, "add", AN[0], "--need", "con hay quấy")

    assert (written["written"]["need"], written["written"]["need_text"]) == (
        "OTHER",
        "con hay quấy",
    )
    assert written["cautions"] == ["“con hay quấy” được xếp vào nhóm “khó khăn khác”"]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (("add", AN[0]), "Lỗi: thiếu --need"),
        (("add", AN[0], "--measure", "quà"), "Lỗi: thiếu --need"),
        (
            ("add", AN[0], "--need", "ốm", "--amount", "nhiều"),
            "Lỗi: --amount: “nhiều” không phải số tiền",
        ),
        (
            ("add", AN[0], "--need", "ốm", "--on", "1/2/2027"),
            "Lỗi: --on: ngày 01/02/2027 chưa tới",
        ),
        (
            ("add", AN[0], "--need", "ốm", "--since", "1/1/2026", "--on", "1/12/2025"),
            "Lỗi: --on: ngày 01/12/2025 trước ngày 01/01/2026",
        ),
        (("close", "9", "--outcome", "khá hơn"), "Lỗi: không có việc giúp đỡ số 9"),
        (("close", "1"), "Lỗi: thiếu --outcome"),
        (("close", "1", "--outcome", "ừ"), "Lỗi: --outcome: không hiểu “ừ”"),
        (("discipline", AN[0], "--form", "nhắc nhở"), "Lỗi: --form: không hiểu “nhắc nhở”"),
        (("discipline", AN[0]), "Lỗi: thiếu --form"),
        (("award", AN[0]), "Lỗi: thiếu --form"),
        (("list", "--only", "gì"), "Lệnh gõ chưa đúng: --only là một trong: no-measure"),
    ],
)
def test_what_cannot_be_written_is_refused(
    started: Desk, typed: tuple[str, ...], line: str
) -> None:
    code, first = refused(started("support", *typed))

    assert code == 2
    assert first.startswith(line)


def test_an_outcome_written_again_corrects_the_first(started: Desk) -> None:
    said(started, "add", AN[0], "--need", "hộ nghèo")
    said(started, "close", "1", "--outcome", "khá hơn", "--on", "1/1/2026")

    again = said(started, "close", "1", "--outcome", "đã thoát nghèo")

    assert (again["written"]["outcome"], again["written"]["outcome_text"]) == (
        "RESOLVED",
        "đã thoát nghèo",
    )
    assert again["written"]["closed_on"] == "2026-01-01"


def test_what_a_verb_adds_keeps_the_source_of_the_list(started: Desk) -> None:
    heading = ("TT", "Họ và tên", "Chi bộ", "Khó khăn", "Biện pháp giúp đỡ")
    path = workbook(started.folder / "g.xlsx", {"G": [heading, (1, AN[0], CELL, "ốm", "")]})
    started("import", path)

    said(started, "add", AN[0], "--measure", "thăm hỏi", "--on", "1/1/2026")

    (entry,) = said(started, "list")["entries"]
    assert entry["source"]["file"] == "g.xlsx"
    assert entry["values"]["measure"] == "thăm hỏi"


# --- Those who came home ------------------------------------------------------------------
def test_a_roster_names_who_came_home_until_they_are_met(desk: Desk) -> None:
    heading = (*ROSTER, "Ghi chú")
    rows = [
        (1, *AN, CELL, "Bộ đội xuất ngũ 10/2025"),
        (2, *BINH, CELL, "bộ đội phục viên 1979"),
        (3, *CHI, CELL, "Công an xuất ngũ"),
    ]
    desk("import", workbook(desk.folder / "ds.xlsx", {"DS": [heading, *rows]}))
    before = matters(desk, "--only", "discharged")

    typed = ("--need", "xuất ngũ", "--measure", "gặp gỡ", "--on", "1/1/2026")
    said(desk, "add", AN[0], *typed)

    assert before == [
        (AN[0], "to_be_met", before[0][2]),
    ]
    assert "Bộ đội xuất ngũ 10/2025" in before[0][2]
    assert matters(desk, "--only", "discharged") == []


def test_who_left_is_asked_after_no_more(started: Desk) -> None:
    said(started, "add", AN[0], "--need", "hộ nghèo")
    heading = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ", "Hình thức", "Ngày quyết định")
    row = (1, AN[0], AN[1], CELL, "Xóa tên", "05/01/2026")
    started("import", workbook(started.folder / "ra.xlsx", {"Ra": [heading, row]}))

    caution = said(started, "add", AN[0], "--need", "ốm")["cautions"]

    assert matters(started) == []
    assert caution == ["trong sổ Lò Văn An đã xóa tên"]


# --- Praise and discipline ----------------------------------------------------------------
def test_praise_and_discipline_have_lists_of_their_own(started: Desk) -> None:
    said(started, "award", AN[0], "--form", "Huy hiệu 30 năm", "--on", "2/9/2025")
    said(started, "award", AN[0], "--form", "gương điển hình", "--reason", "nuôi bò")
    said(started, "discipline", BINH[0], "--form", "khiển trách", "--paper", "05-QĐ/ĐU")

    praised, punished = said(started, "awards"), said(started, "disciplined")

    assert [e["values"]["badge_years"] for e in praised["entries"]] == [30, None]
    assert [e["values"]["form"] for e in punished["entries"]] == ["khiển trách"]
    assert (praised["command"], punished["command"]) == (
        "support awards",
        "support disciplined",
    )


def test_an_expulsion_typed_makes_nobody_leave(started: Desk) -> None:
    written = said(started, "discipline", AN[0], "--form", "khai trừ", "--on", "1/1/2026")

    (caution,) = written["cautions"]
    assert caution.startswith("khai trừ là ra khỏi Đảng mà sổ chưa ghi")
    assert started("show", AN[0], "--json").json["is_member"] is True


# --- On paper -----------------------------------------------------------------------------
def answered(path: Path) -> Path:
    """Write into the yellow cells that the first matter was dealt with."""
    book = load_workbook(path)
    sheet = book["Việc cần làm"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "Kết quả"]
    (heading,) = cells
    sheet.cell(heading.row + 1, heading.column).value = "Đã làm"
    book.save(path)
    return path


def test_the_list_comes_back_with_what_was_done(started: Desk) -> None:
    said(started, "add", AN[0], "--need", "hộ nghèo")
    started("support", "list", "--xlsx")

    back = started("import", answered(started.folder / "giup-do.xlsx"), now=NOON)

    assert back.code == 0
    assert said(started, "list")["settled"] == 1


def test_each_cell_gets_a_page(started: Desk) -> None:
    said(started, "add", AN[0], "--need", "hộ nghèo")

    ran = started("support", "list", "--docx")

    assert ran.code == 0
    assert (started.folder / "giup-do.docx").exists()


def test_the_working_page_names_what_is_to_be_done(started: Desk) -> None:
    said(started, "add", AN[0], "--need", "hộ nghèo")

    lines = started("today", "--json").json["entries"]

    found = {(e["name"], m["kind"]) for e in lines for m in e["matters"]}
    assert (AN[0], "need_without_measure") in found


def test_an_empty_list_says_what_to_import(started: Desk) -> None:
    ran = started("support", "list")

    assert ran.code == 0
    assert "partyroll template support" in ran.err


# --- What the office sets -----------------------------------------------------------------
def test_the_office_sets_after_how_many_months_is_asked(started: Desk) -> None:
    typed = ("--need", "ốm", "--measure", "thăm hỏi", "--on", "1/12/2025")
    said(started, "add", AN[0], *typed)
    (started.folder / "partyroll.toml").write_text("[support]\noutcome_months = 1\n", "utf-8")

    assert [kind for _, kind, _ in matters(started)] == ["outcome_unknown"]
    assert "support.outcome_months" in started("config").out


@pytest.mark.parametrize("line", ["outcome_months = 0", 'served_age = "trẻ"', "gì = 1"])
def test_a_limit_that_cannot_be_is_refused(started: Desk, line: str) -> None:
    (started.folder / "partyroll.toml").write_text(f"[support]\n{line}\n", "utf-8")

    ran = started("support", "list")

    assert ran.code == 1
    assert "partyroll.toml" in ran.err
