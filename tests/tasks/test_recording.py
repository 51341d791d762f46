"""What rows become in the ledger: exits of every kind, statuses, units, figures."""

from datetime import datetime
from pathlib import Path

import pytest

from cli.sessions import Terminal
from e2e.books import AN, BINH, CELL, CHI, EXITS, ROSTER, Rows, roster, roster_rows, workbook
from e2e.desk import Desk, Ran

LATER = datetime(2026, 3, 1, 8, 0)  # noqa: DTZ001 (a clerk's own clock)
NOBODYS = ("Lò Văn Dũng", "02/03/1960")


@pytest.fixture
def started(desk: Desk) -> Desk:
    assert desk("import", roster(desk.folder)).code == 0
    return desk


def exits(folder: Path, *rows: tuple[object, ...], name: str = "ra.xlsx") -> Path:
    numbered = [(number, *row) for number, row in enumerate(rows, start=1)]
    return workbook(folder / name, {"Ra khỏi Đảng": [EXITS, *numbered]})


def left(
    who: tuple[str, ...], form: str, day: str = "05/03/2024", why: str = ""
) -> tuple[str, ...]:
    return (who[0], who[1], CELL, form, "12-QĐ/ĐU", day, why)


def members(desk: Desk, *words: str) -> dict[str, dict[str, object]]:
    return {m["full_name"]: m for m in desk("list", "--json", *words).json["members"]}


def codes(ran: Ran) -> set[tuple[str, str]]:
    return {(p["code"], p["severity"]) for f in ran.json["files"] for p in f["problems"]}


# --- Exits --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("form", "status"),
    [
        ("Xóa tên", "REMOVED"),
        ("Xin ra khỏi Đảng", "WITHDREW"),
        ("Khai trừ", "EXPELLED"),
        ("Từ trần", "DIED"),
        ("Chuyển đi", "OUT"),
        ("", "LEFT_UNSTATED"),
    ],
)
def test_every_form_of_leaving_has_its_status(form: str, status: str, started: Desk) -> None:
    started("import", exits(started.folder, left(AN, form)), now=LATER)

    gone = members(started, "--all")[AN[0]]
    assert gone["status"] == status
    assert AN[0] not in members(started)
    assert AN[0] in members(started, "--as-of", "04/03/2024")


def test_the_same_exits_list_in_another_file_brings_nothing(started: Desk) -> None:
    listed = [left(AN, "Xóa tên", why="Bỏ sinh hoạt"), left(BINH, "Chuyển đi")]
    started("import", exits(started.folder, *listed), now=LATER)

    again = exits(started.folder, *reversed(listed), name="lai.xlsx")
    ran = started("import", again, "--json", now=LATER)

    (file,) = ran.json["files"]
    assert (file["added"], file["changed"], file["unchanged"]) == (0, 0, 2)


def test_a_paper_that_names_no_form_does_not_blur_one_that_did(started: Desk) -> None:
    started("import", exits(started.folder, left(AN, "Khai trừ")), now=LATER)

    started("import", exits(started.folder, left(AN, ""), name="b.xlsx"), now=LATER)

    assert members(started, "--all")[AN[0]]["status"] == "EXPELLED"


def test_a_paper_that_names_the_form_settles_an_open_one(started: Desk) -> None:
    started("import", exits(started.folder, left(AN, "")), now=LATER)

    started("import", exits(started.folder, left(AN, "Xóa tên"), name="b.xlsx"), now=LATER)

    assert members(started, "--all")[AN[0]]["status"] == "REMOVED"


def test_one_person_twice_in_an_exits_list_is_set_aside(started: Desk) -> None:
    path = exits(started.folder, left(AN, "Xóa tên"), left(AN, "Xóa tên"))

    ran = started("import", path, "--json", now=LATER)

    assert ran.code == 3
    assert ("duplicate_row", "error") in codes(ran)


def test_a_reason_that_is_corrected_is_a_change(started: Desk) -> None:
    started("import", exits(started.folder, left(AN, "Xóa tên", why="Bỏ sinh hoạt")))

    better = exits(
        started.folder, left(AN, "Xóa tên", why="Không đóng đảng phí"), name="b.xlsx"
    )
    ran = started("import", better, "--json", now=LATER)

    assert ran.json["files"][0]["changed"] == 1
    gone = members(started, "--all")[AN[0]]["exit"]
    assert isinstance(gone, dict)
    assert gone["reasons"] == ["UNPAID_DUES"]


def test_the_story_of_someone_who_left_tells_paper_and_reason(started: Desk) -> None:
    moved = left(BINH, "Chuyển đi")
    started("import", exits(started.folder, left(AN, "Xóa tên", why="Bỏ sinh hoạt"), moved))

    removed, gone = started("show", AN[0]), started("show", BINH[0])

    assert "xóa tên, quyết định 12-QĐ/ĐU (Bỏ sinh hoạt đảng) — ra.xlsx" in removed.out
    assert "05/03/2024: chuyển đi" in gone.out


def test_programs_learn_how_someone_left(started: Desk) -> None:
    moved, removed = left(BINH, "Chuyển đi"), left(AN, "Xóa tên", why="Bỏ sinh hoạt")
    started("import", exits(started.folder, moved, removed), now=LATER)

    everyone = members(started, "--all")

    paper = {"date": "2024-03-05", "decision_no": "12-QĐ/ĐU", "decision_date": "2024-03-05"}
    assert everyone[BINH[0]]["exit"] == {"kind": "OUT", "reasons": [], **paper}
    assert everyone[AN[0]]["exit"] == {"kind": "REMOVED", "reasons": ["SKIP_MEETINGS"], **paper}
    assert everyone[CHI[0]]["exit"] is None


def test_an_exit_that_fits_two_people_is_a_question(desk: Desk) -> None:
    twins = [AN, (AN[0], "09/09/1966", "Nam", "099000000999", "01/01/1990")]
    desk("import", workbook(desk.folder / "a.xlsx", {"A": roster_rows(twins)}))

    ran = desk("import", exits(desk.folder, left((AN[0], ""), "Xóa tên")), "--json", now=LATER)

    assert ran.code == 3
    assert ("ambiguous_name", "error") in codes(ran)
    assert len(members(desk, "--all")) == 1


# --- What rosters state -------------------------------------------------------------------
def with_status(*rows: tuple[object, ...]) -> Rows:
    return [(*ROSTER, "Tình trạng"), *((n, *row) for n, row in enumerate(rows, start=1))]


def test_a_roster_may_say_that_someone_left(desk: Desk) -> None:
    rows = with_status((*AN, CELL, "Từ trần"), (*BINH, CELL, "Chuyển đi"), (*CHI, CELL, ""))
    desk("import", workbook(desk.folder / "a.xlsx", {"Danh sách": rows}))

    everyone = members(desk, "--all")

    assert everyone[AN[0]]["status"] == "DIED"
    assert everyone[BINH[0]]["status"] == "OUT"
    assert set(members(desk)) == {CHI[0]}


def test_a_roster_may_say_that_someone_is_suspended(desk: Desk) -> None:
    rows = with_status((*AN, CELL, "Đình chỉ sinh hoạt"), (*BINH, CELL, "Chính thức"))
    desk("import", workbook(desk.folder / "a.xlsx", {"Danh sách": rows}))

    statuses = {name: one["status"] for name, one in members(desk).items()}

    assert statuses == {AN[0]: "SUSPENDED", BINH[0]: "OFFICIAL"}


def test_exemption_from_meetings_is_told_in_the_roll_and_the_story(desk: Desk) -> None:
    rows = [
        (*ROSTER, "Miễn SH"),
        (1, *AN, CELL, "x"),
        (2, *BINH, CELL, None),
        (3, *CHI, CELL, None),
    ]
    desk("import", workbook(desk.folder / "a.xlsx", {"Danh sách": rows}))

    assert members(desk)[AN[0]]["exempt_activity"] is True
    assert "được miễn công tác và sinh hoạt — a.xlsx" in desk("show", AN[0]).out
    assert "được miễn sinh hoạt" in desk("list").out


# --- Who is meant -------------------------------------------------------------------------
def test_a_card_and_an_identity_of_two_people_are_a_question(desk: Desk) -> None:
    heading = (*ROSTER, "Số định danh cá nhân")
    rows = [heading, (1, *AN, CELL, "099100000001"), (2, *BINH, CELL, "099100000002")]
    desk("import", workbook(desk.folder / "a.xlsx", {"Danh sách": rows}))
    mixed = [heading, (1, *AN, CELL, "099100000002")]

    ran = desk("import", workbook(desk.folder / "b.xlsx", {"Danh sách": mixed}), "--json")

    assert ("person_conflict", "error") in codes(ran)


def test_a_more_precise_date_is_kept_over_a_vaguer_one(desk: Desk) -> None:
    vague = (AN[0], "1970", AN[2], None, "1995")
    desk("import", workbook(desk.folder / "a.xlsx", {"A": roster_rows([AN])}))

    ran = desk(
        "import", workbook(desk.folder / "b.xlsx", {"A": roster_rows([vague])}), "--json"
    )

    assert (ran.json["files"][0]["unchanged"], len(members(desk))) == (1, 1)
    assert members(desk)[AN[0]]["birth_date"] == "1970-02-01"


def test_people_of_one_name_and_another_birthday_are_two(started: Desk) -> None:
    other = (AN[0], "09/09/1966", "Nam", None, None)
    rows = {"A": roster_rows([AN, BINH, CHI, other])}

    started("import", workbook(started.folder / "b.xlsx", rows), now=LATER)

    roll = started("list", "--json").json["members"]
    found = {m["birth_date"] for m in roll if m["full_name"] == AN[0]}
    assert (found, len(roll)) == ({"1966-09-09", "1970-02-01"}, 4)


# --- Units --------------------------------------------------------------------------------
def test_a_cell_known_alone_is_put_under_the_committee_a_later_file_names(
    started: Desk,
) -> None:
    rows = [("ĐẢNG BỘ XÃ MẪU",), ("DANH SÁCH ĐẢNG VIÊN",), *roster_rows()]

    ran = started(
        "import", workbook(started.folder / "b.xlsx", {"A": rows}), "--json", now=LATER
    )

    assert ("unit_parent_learned", "warning") in codes(ran)
    (path,) = {tuple(m["unit_path"]) for m in started("list", "--json").json["members"]}
    assert path == ("Đảng bộ xã Mẫu", CELL)


def test_a_cell_of_that_name_with_other_people_is_another_cell(started: Desk) -> None:
    strangers = [(f"Lê Văn {n}", f"196{n}", "Nam", None, None) for n in range(4)]
    rows = [("ĐẢNG BỘ XÃ KHÁC",), ("DANH SÁCH ĐẢNG VIÊN",), *roster_rows(strangers)]

    started("import", workbook(started.folder / "b.xlsx", {"A": rows}), now=LATER)

    paths = {tuple(m["unit_path"]) for m in started("list", "--json").json["members"]}
    assert paths == {(CELL,), ("Đảng bộ xã Khác", CELL)}


def test_a_bare_name_that_two_cells_carry_is_a_question(started: Desk) -> None:
    strangers = [(f"Lê Văn {n}", f"196{n}", "Nam", None, None) for n in range(4)]
    rows = [("ĐẢNG BỘ XÃ KHÁC",), ("DANH SÁCH ĐẢNG VIÊN",), *roster_rows(strangers)]
    started("import", workbook(started.folder / "b.xlsx", {"A": rows}), now=LATER)
    bare = workbook(
        started.folder / "c.xlsx",
        {"A": roster_rows([("Lê Văn Mới", "1999", "Nam", None, None)])},
    )

    ran = started("import", bare, "--json", now=LATER)

    assert ran.code == 3
    assert codes(ran) == {("unknown_unit", "error")}


def test_a_book_of_another_cell_is_written_and_told(started: Desk) -> None:
    heading = (
        "STT",
        "Họ và tên",
        "Số thẻ đảng viên",
        "Chi bộ",
        *(f"T{n}" for n in range(1, 13)),
    )
    rows: Rows = [
        ("SỔ THU ĐẢNG PHÍ NĂM 2024",),
        heading,
        (1, AN[0], AN[3], "Chi bộ thôn Thượng", *([10_000] * 12)),
        (2, "Lò Văn Khác", BINH[3], "Chi bộ thôn Thượng", *([10_000] * 12)),
    ]

    path = workbook(started.folder / "so.xlsx", {"Đảng phí": rows})
    ran = started("import", path, "--json", now=LATER)

    assert ran.json["files"][0]["added"] == 1
    assert codes(ran) == {("book_unit_differs", "warning"), ("person_conflict", "error")}


# --- Figures ------------------------------------------------------------------------------
def figures(folder: Path, *rows: tuple[object, ...], name: str = "so-lieu.xlsx") -> Path:
    heading = ("STT", "Đơn vị", "Năm 2023", "Năm 2024")
    sheet: Rows = [("SỐ ĐẢNG VIÊN CUỐI NĂM",), heading, *rows]
    return workbook(folder / name, {"Số đảng viên": sheet})


def test_a_figure_stated_twice_keeps_the_first(desk: Desk) -> None:
    path = figures(desk.folder, (1, CELL, 20, 21), (2, CELL, 22, 23))

    ran = desk("import", path, "--json")

    assert ran.code == 3
    assert ("duplicate_figure", "error") in codes(ran)
    assert ran.json["files"][0]["added"] == 2


def test_a_corrected_figure_is_a_change(desk: Desk) -> None:
    desk("import", figures(desk.folder, (1, CELL, 20, 21)))

    ran = desk(
        "import", figures(desk.folder, (1, CELL, 20, 25), name="b.xlsx"), "--json", now=LATER
    )

    (file,) = ran.json["files"]
    assert (file["added"], file["changed"], file["unchanged"]) == (0, 1, 1)


# --- On the way ---------------------------------------------------------------------------
def test_a_report_of_one_unit_counts_its_exits_only(started: Desk) -> None:
    other = (*NOBODYS, "Chi bộ thôn Thượng", "Xóa tên", "9-QĐ/ĐU", "05/03/2024", "")
    started("import", exits(started.folder, left(AN, "Xóa tên"), other), now=LATER)

    everywhere = started("report", "2024", "--json").json["totals"]
    here = started("report", "2024", "--unit", CELL, "--json").json["totals"]

    assert (everywhere["REMOVED"], here["REMOVED"]) == (2, 1)


def test_an_exit_without_a_day_is_outside_the_total_and_told(started: Desk) -> None:
    started("import", exits(started.folder, left(AN, "Xóa tên", day="")), now=LATER)

    ran = started("report", "2020-2025")

    assert "có 0 đảng viên bị xóa tên" in ran.out
    assert "by_kind\tKhông rõ ngày (ngoài tổng số)\t1" in ran.out


def test_a_kind_of_problem_is_cut_after_a_few_places(desk: Desk) -> None:
    rows = [(f"Lò Văn {n}", "31/02/1980", "Nam", None, None) for n in range(12)]

    ran = desk("import", workbook(desk.folder / "a.xlsx", {"A": roster_rows(rows)}))

    assert "… và 4 chỗ tương tự, xem bằng --json" in ran.out
    assert ran.out.count("31/02/1980") == 8


def test_a_long_import_shows_how_far_it_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("partyroll.cli.screen._VISIBLE_AFTER", -1.0)
    err = Terminal()
    with monkeypatch.context() as screen:
        screen.setattr("sys.stderr", err)
        desk("import", roster(desk.folder))

    assert "Danh sách" in err.getvalue()
    assert err.getvalue().endswith("Hoàn tác: partyroll undo 1\n")
