"""Lists of members away and of ratings in the ledger: whose they are, what a newer one does."""

from datetime import datetime
from pathlib import Path

import pytest

from e2e.books import AN, BINH, CELL, roster, roster_rows, workbook
from e2e.desk import Desk, Ran
from store import shelf

LATER = datetime(2026, 3, 1, 8, 0)  # noqa: DTZ001 (a clerk's own clock)
AWAY = ("TT", "Họ tên", "Chi bộ", "Nơi đi", "Đi từ tháng/năm", "Đã chuyển SHĐ", "Ghi chú")
RATED = ("TT", "Họ và tên", "Chi bộ", "Năm 2023", "Năm 2024")


@pytest.fixture
def started(desk: Desk) -> Desk:
    assert desk("import", roster(desk.folder)).code == 0
    return desk


def away(folder: Path, *rows: tuple[object, ...], name: str = "xa.xlsx") -> Path:
    numbered = [(n, row[0], CELL, *row[1:]) for n, row in enumerate(rows, start=1)]
    return workbook(folder / name, {"Đi làm ăn xa": [AWAY, *numbered]})


def rated(folder: Path, *rows: tuple[object, ...], name: str = "xl.xlsx") -> Path:
    numbered = [(n, row[0], CELL, *row[1:]) for n, row in enumerate(rows, start=1)]
    return workbook(folder / name, {"Xếp loại": [RATED, *numbered]})


def counted(ran: Ran) -> tuple[int, int, int, int]:
    (file,) = ran.json["files"]
    return (file["added"], file["changed"], file["unchanged"], file["set_aside"])


def codes(ran: Ran) -> list[tuple[str, str]]:
    return [(p["cell"], p["code"]) for file in ran.json["files"] for p in file["problems"]]


def stays(desk: Desk, name: str = AN[0]) -> list[tuple[object, ...]]:
    shown = desk("show", name, "--json").json["away"]
    return [(s["place"], s["from"], s["transferred"], s["note"]) for s in shown]


def ratings(desk: Desk, name: str = AN[0]) -> list[tuple[object, ...]]:
    shown = desk("show", name, "--json").json["ratings"]
    return [(r["year"], r["stage"], r["level"]) for r in shown]


# --- Both ---------------------------------------------------------------------------------
def test_an_unknown_name_beside_a_roster_is_set_aside_with_names_near_it(
    started: Desk,
) -> None:
    ran = started("import", away(started.folder, ("Lo Van An", "Huế", "01/2024")), "--json")

    assert ran.code == 3
    (problem,) = ran.json["files"][0]["problems"]
    assert problem["code"] == "member_not_in_roster"
    assert AN[0] in problem["message"]


def test_without_any_roster_the_lists_make_the_people_they_name(desk: Desk) -> None:
    ran = desk("import", rated(desk.folder, ("Lò Văn An", "HTNV", None)), "--json")

    assert counted(ran) == (1, 0, 0, 0)
    assert ratings(desk) == [(2023, "COMMITTEE", "COMPLETE")]


def test_the_same_lists_in_other_files_bring_nothing(started: Desk) -> None:
    one, two = ("Lò Văn An", "Huế", "01/2024", "x"), (BINH[0], "Nhật Bản", "02/2024")
    marks = (AN[0], "HTNV", "HTTNV")
    started("import", away(started.folder, one, two), rated(started.folder, marks))
    before = shelf.digest(started.ledger)

    again = away(started.folder, two, one, name="b.xlsx")
    same = rated(started.folder, (AN[0], "Mức 3", "HT tốt"), name="c.xlsx")
    ran = started("import", again, same, "--json", now=LATER)

    assert [f["unchanged"] for f in ran.json["files"]] == [2, 1]
    assert ran.json["change"] is None
    assert shelf.digest(started.ledger) == before


def test_undo_leaves_the_ledger_as_it_was(started: Desk) -> None:
    before = shelf.digest(started.ledger)
    files = (
        away(started.folder, (AN[0], "Huế", "01/2024", "x")),
        rated(started.folder, (AN[0], "HTNV", "HTTNV")),
    )
    number = started("import", *files, "--json").json["change"]

    started("undo", str(number), "--yes")

    assert shelf.digest(started.ledger) == before
    assert (stays(started), ratings(started)) == ([], [])


def test_two_people_of_one_name_in_a_unit_are_asked_about(desk: Desk) -> None:
    twin = (AN[0], "09/09/1999", "Nam", "099000000909", "03/02/2020")
    desk("import", workbook(desk.folder / "ds.xlsx", {"DS": roster_rows([AN, twin])}))

    ran = desk("import", away(desk.folder, (AN[0], "Huế", "01/2024")), "--json")

    assert [code for _, code in codes(ran)] == ["ambiguous_name"]


# --- Away ---------------------------------------------------------------------------------
def test_a_newer_list_says_more_of_a_stay(started: Desk) -> None:
    started("import", away(started.folder, (AN[0], "Huế", "01/2024")))

    newer = away(started.folder, (AN[0], "Huế", "01/2024", "x"), name="b.xlsx")
    ran = started("import", newer, "--json", now=LATER)

    assert counted(ran) == (0, 1, 0, 0)
    assert stays(started) == [("Huế", "2024-01", True, None)]


def test_a_blank_takes_nothing_back(started: Desk) -> None:
    started("import", away(started.folder, (AN[0], "Huế", "01/2024", "x", "cả vợ con")))

    blank = away(started.folder, (AN[0], None, "01/2024"), name="b.xlsx")
    ran = started("import", blank, "--json", now=LATER)

    assert counted(ran) == (0, 0, 1, 0)
    assert stays(started) == [("Huế", "2024-01", True, "cả vợ con")]


KEPT = ("Giấy tờ", "Cách liên hệ", "Liên hệ lần cuối", "Đã về ngày")


def kept_in_touch(folder: Path, *said: object, name: str = "xa.xlsx") -> Path:
    row = (1, AN[0], CELL, "Huế", "01/2024", None, None, *said)
    return workbook(folder / name, {"Đi làm ăn xa": [(*AWAY, *KEPT), row]})


def in_touch(desk: Desk) -> list[tuple[object, ...]]:
    keys = ("paper", "contact", "contacted_on", "returned_on")
    return [tuple(s[key] for key in keys) for s in desk("show", AN[0], "--json").json["away"]]


def test_a_list_says_by_which_paper_and_when_the_cell_was_in_touch(started: Desk) -> None:
    started("import", kept_in_touch(started.folder, "đơn", "0990000001", "05/12/2025"))

    assert in_touch(started) == [("đơn", "0990000001", "2025-12-05", None)]


def test_a_newer_list_adds_the_return_and_its_blanks_take_nothing_back(
    started: Desk,
) -> None:
    started("import", kept_in_touch(started.folder, "đơn", "0990000001", "05/12/2025"))

    newer = kept_in_touch(started.folder, None, None, None, "02/01/2026", name="b.xlsx")
    ran = started("import", newer, "--json", now=LATER)

    assert counted(ran) == (0, 1, 0, 0)
    assert in_touch(started) == [("đơn", "0990000001", "2025-12-05", "2026-01-02")]


def test_a_list_that_has_somebody_away_who_is_back_is_told_and_changes_nothing(
    started: Desk,
) -> None:
    started("import", kept_in_touch(started.folder, None, None, None, "02/01/2026"))

    older = kept_in_touch(started.folder, None, None, None, None, name="b.xlsx")
    ran = started("import", older, "--json", now=LATER)

    assert codes(ran) == [("B2", "away_but_back")]
    assert in_touch(started) == [(None, None, None, "2026-01-02")]


def test_an_older_list_takes_the_newest_contact_not_back(started: Desk) -> None:
    started("import", kept_in_touch(started.folder, None, None, "05/12/2025"))

    older = kept_in_touch(started.folder, None, None, "05/06/2025", name="b.xlsx")
    started("import", older, now=LATER)

    assert in_touch(started) == [(None, None, "2025-12-05", None)]


def test_a_stay_whose_beginning_becomes_known_is_the_same_stay(started: Desk) -> None:
    started("import", away(started.folder, (AN[0], "Huế", "2024", "x")))

    closer = away(started.folder, (AN[0], "Huế", "03/2024"), name="b.xlsx")
    ran = started("import", closer, "--json", now=LATER)

    assert counted(ran) == (0, 1, 0, 0)
    assert stays(started) == [("Huế", "2024-03", True, None)]


def test_a_list_without_the_beginning_speaks_of_the_stay_known(started: Desk) -> None:
    started("import", away(started.folder, (AN[0], "Huế", "03/2024")))

    started("import", away(started.folder, (AN[0], "Huế", None, "x"), name="b.xlsx"))

    assert stays(started) == [("Huế", "2024-03", True, None)]


def test_another_time_away_is_another_stay(started: Desk) -> None:
    started("import", away(started.folder, (AN[0], "Huế", "03/2022")))

    ran = started(
        "import", away(started.folder, (AN[0], "Vinh", "05/2024"), name="b.xlsx"), "--json"
    )

    assert counted(ran) == (1, 0, 0, 0)
    assert [stay[:2] for stay in stays(started)] == [("Huế", "2022-03"), ("Vinh", "2024-05")]


def test_one_person_twice_in_a_list_is_set_aside(started: Desk) -> None:
    rows = ((AN[0], "Huế", "01/2024"), (AN[0], "Huế", "01/2024"))

    ran = started("import", away(started.folder, *rows), "--json")

    assert counted(ran) == (1, 0, 0, 1)
    assert codes(ran) == [("B3", "duplicate_row")]


def test_someone_away_who_has_left_is_told(started: Desk) -> None:
    heading = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ", "Hình thức", "Ngày quyết định")
    row = (1, AN[0], AN[1], CELL, "Xóa tên", "05/03/2024")
    started("import", workbook(started.folder / "ra.xlsx", {"Ra": [heading, row]}))

    ran = started("import", away(started.folder, (AN[0], "Huế", "01/2024")), "--json")

    assert codes(ran) == [("B2", "listed_but_left")]


# --- Ratings ------------------------------------------------------------------------------
def test_a_corrected_rating_replaces_the_old_one_and_is_told(started: Desk) -> None:
    started("import", rated(started.folder, (AN[0], "HTNV", "HTTNV")))

    newer = rated(started.folder, (AN[0], "KHTNV", None), name="b.xlsx")
    ran = started("import", newer, "--json", now=LATER)

    assert counted(ran) == (0, 1, 0, 0)
    assert codes(ran) == [("B2", "rating_changed")]
    assert ratings(started) == [
        (2023, "COMMITTEE", "NOT_COMPLETE"),
        (2024, "COMMITTEE", "GOOD"),
    ]


def test_two_different_ratings_of_one_person_in_a_file_are_set_aside(started: Desk) -> None:
    rows = ((AN[0], "HTNV", None), (AN[0], "HTTNV", None))

    ran = started("import", rated(started.folder, *rows), "--json")

    assert counted(ran) == (1, 0, 0, 1)
    assert codes(ran) == [("B3", "rating_conflict")]
    assert ratings(started) == [(2023, "COMMITTEE", "COMPLETE")]


def test_a_second_row_of_another_year_adds_to_the_first(started: Desk) -> None:
    rows = ((AN[0], "HTNV", None), (AN[0], "HTNV", "HTTNV"))

    ran = started("import", rated(started.folder, *rows), "--json")

    assert ran.code == 0
    assert ratings(started) == [(2023, "COMMITTEE", "COMPLETE"), (2024, "COMMITTEE", "GOOD")]


def test_a_person_is_shown_with_stays_and_ratings_in_words(started: Desk) -> None:
    files = (
        away(started.folder, (AN[0], "Huế", "01/2024", "chưa")),
        rated(started.folder, (AN[0], None, "HTTNV")),
    )
    started("import", *files)

    shown = started("show", AN[0]).out

    assert "Đi làm ăn xa: Huế, từ 01/2024, chưa chuyển sinh hoạt" in shown
    assert "Năm 2024, cấp có thẩm quyền xếp loại: Hoàn thành tốt nhiệm vụ" in shown


# --- Candidates ---------------------------------------------------------------------------
CANDIDATE = (
    "TT",
    "Họ và tên",
    "Ngày sinh",
    "Chi bộ",
    "Đảng viên giúp đỡ",
    "Nộp đơn xin vào Đảng",
    "Thẩm tra lý lịch",
)
EM = ("Lò Văn Em", "05/03/2000")


def candidates(folder: Path, *rows: tuple[object, ...], name: str = "nguon.xlsx") -> Path:
    numbered = [(n, *row[:2], CELL, *row[2:]) for n, row in enumerate(rows, start=1)]
    title = ("DANH SÁCH NGUỒN KẾT NẠP ĐẢNG",)
    return workbook(folder / name, {"Nguồn": [title, CANDIDATE, *numbered]})


def steps(desk: Desk) -> list[tuple[object, ...]]:
    return shelf.ask(
        desk.ledger,
        """
        SELECT c.full_name, c.helper, s.stage, s.reached_on
        FROM candidate AS c LEFT JOIN candidate_step AS s
            ON s.candidate_id = c.candidate_id AND s.change_out IS NULL
        WHERE c.change_out IS NULL ORDER BY c.full_name, s.reached_on
        """,
    )


def test_candidates_are_no_members(started: Desk) -> None:
    ran = started("import", candidates(started.folder, (*EM, AN[0], "01/02/2024")), "--json")

    assert counted(ran) == (1, 0, 0, 0)
    names = [m["full_name"] for m in started("list", "--json", "--all").json["members"]]
    assert EM[0] not in names
    assert steps(started) == [(EM[0], AN[0], "application", "2024-02-01")]


def test_a_newer_list_adds_a_step_and_blanks_take_nothing_back(started: Desk) -> None:
    started("import", candidates(started.folder, (*EM, AN[0], "01/02/2024")))

    newer = candidates(started.folder, (*EM, None, None, "05/06/2024"), name="b.xlsx")
    ran = started("import", newer, "--json", now=LATER)

    assert counted(ran) == (0, 1, 0, 0)
    assert steps(started) == [
        (EM[0], AN[0], "application", "2024-02-01"),
        (EM[0], AN[0], "vetting", "2024-06-05"),
    ]


def test_two_candidates_of_one_name_and_other_birth_dates_are_two(started: Desk) -> None:
    other = (EM[0], "09/09/1999", None, "01/02/2024")

    started("import", candidates(started.folder, (*EM, None, "01/02/2024"), other))

    assert [row[0] for row in steps(started)] == [EM[0], EM[0]]


def test_a_name_that_two_candidates_bear_is_asked_about(started: Desk) -> None:
    other = (EM[0], "09/09/1999", None, "01/02/2024")
    started("import", candidates(started.folder, (*EM, None, "01/02/2024"), other))

    bare = candidates(started.folder, (EM[0], None, None, "03/04/2024"), name="b.xlsx")
    ran = started("import", bare, "--json")

    assert codes(ran) == [("B3", "ambiguous_candidate")]


def test_a_candidate_who_is_a_member_is_told(started: Desk) -> None:
    ran = started("import", candidates(started.folder, (*AN[:2], None, "01/02/2024")), "--json")

    assert codes(ran) == [("B3", "candidate_is_member")]


def test_importing_candidates_twice_and_undoing_leaves_no_trace(started: Desk) -> None:
    before = shelf.digest(started.ledger)
    one, two = (*EM, AN[0], "01/02/2024"), ("Lò Thị Dung", "06/07/2001", None, "03/04/2024")
    number = started("import", candidates(started.folder, one, two), "--json").json["change"]

    again = candidates(started.folder, two, one, name="b.xlsx")
    assert started("import", again, "--json").json["change"] is None
    started("undo", str(number), "--yes")

    assert shelf.digest(started.ledger) == before


WHOLE = (
    *("TT", "Họ và tên", "Ngày sinh", "Chi bộ", "Học lớp nhận thức về Đảng", "Số GCN"),
    *("Nghị quyết của chi bộ", "Số phiếu", "Quyết định kết nạp", "Số quyết định kết nạp"),
    *("Lễ kết nạp", "Ngày đóng hồ sơ", "Lý do đóng hồ sơ"),
)


def whole_files(folder: Path, name: str = "hs.xlsx", **cells: object) -> Path:
    row = [1, *EM, CELL, *(cells.get(heading) for heading in WHOLE[4:])]
    title = ("DANH SÁCH NGUỒN KẾT NẠP ĐẢNG",)
    return workbook(folder / name, {"Nguồn": [title, WHOLE, row]})


def papers(desk: Desk) -> list[tuple[object, ...]]:
    return shelf.ask(
        desk.ledger,
        """
        SELECT stage, paper, entitled, present, in_favour FROM candidate_step
        WHERE change_out IS NULL ORDER BY reached_on
        """,
    )


def files(desk: Desk) -> list[tuple[object, ...]]:
    return shelf.ask(
        desk.ledger,
        """
        SELECT note, ended_on, ended_text, member_id IS NOT NULL FROM candidate
        WHERE change_out IS NULL
        """,
    )


def test_papers_and_votes_join_their_steps(started: Desk) -> None:
    first = {"Học lớp nhận thức về Đảng": "01/02/2024", "Số GCN": "123/GCN"}
    then = {"Nghị quyết của chi bộ": "05/06/2024", "Số phiếu": "14/17/20"}
    started("import", whole_files(started.folder, **first, **then))

    assert papers(started) == [
        ("awareness_class", "123/GCN", None, None, None),
        ("cell_resolution", None, 20, 17, 14),
    ]


def test_a_newer_list_without_a_vote_takes_none_back(started: Desk) -> None:
    vote = {"Nghị quyết của chi bộ": "05/06/2024", "Số phiếu": "14/17/20"}
    started("import", whole_files(started.folder, **vote))

    bare = whole_files(started.folder, "b.xlsx", **{"Nghị quyết của chi bộ": "05/06/2024"})
    ran = started("import", bare, "--json", now=LATER)

    assert counted(ran) == (0, 0, 1, 0)
    assert papers(started) == [("cell_resolution", None, 20, 17, 14)]


def test_a_paper_of_a_step_known_from_before_joins_it(started: Desk) -> None:
    step = {"Học lớp nhận thức về Đảng": "01/02/2024"}
    started("import", whole_files(started.folder, **step))

    ran = started(
        "import", whole_files(started.folder, "b.xlsx", **{"Số GCN": "123/GCN"}), "--json"
    )

    assert (counted(ran), codes(ran)) == ((0, 1, 0, 0), [])
    assert papers(started) == [("awareness_class", "123/GCN", None, None, None)]


def test_a_paper_of_a_step_without_any_day_is_told_and_kept_in_words(started: Desk) -> None:
    path = whole_files(started.folder, **{"Số GCN": "123/GCN"})
    ran = started("import", path, "--json")
    again = started(
        "import", whole_files(started.folder, "b.xlsx", **{"Số GCN": "123/GCN"}), "--json"
    )

    assert [code for _, code in codes(ran)] == ["paper_without_day"]
    assert files(started) == [("Học lớp nhận thức về Đảng: số 123/GCN", None, None, 0)]
    assert again.json["change"] is None


def test_a_closed_file_stays_closed_when_a_newer_list_is_silent(started: Desk) -> None:
    ended = {"Ngày đóng hồ sơ": "07/08/2024", "Lý do đóng hồ sơ": "đi làm xa"}
    started("import", whole_files(started.folder, **ended))

    started("import", whole_files(started.folder, "b.xlsx"), now=LATER)

    assert files(started) == [(None, "2024-08-07", "đi làm xa", 0)]


def test_an_admitted_candidate_is_joined_to_the_roll_once_and_for_all(started: Desk) -> None:
    member = (*EM, "Nam", "099000000909", "15/09/2024")
    new = workbook(started.folder / "moi.xlsx", {"DS": roster_rows([member])})
    steps = {"Quyết định kết nạp": "25/08/2024", "Lễ kết nạp": "15/09/2024"}
    started("import", new)

    started("import", whole_files(started.folder, **steps))
    started("import", whole_files(started.folder, "b.xlsx", **{"Số GCN": "1"}), now=LATER)

    assert [row[3] for row in files(started)] == [1]


def test_a_namesake_with_another_birth_date_is_not_joined(started: Desk) -> None:
    member = (EM[0], "09/09/1999", "Nam", "099000000909", "15/09/2024")
    new = workbook(started.folder / "moi.xlsx", {"DS": roster_rows([member])})
    steps = {"Quyết định kết nạp": "25/08/2024", "Lễ kết nạp": "15/09/2024"}
    started("import", new)

    started("import", whole_files(started.folder, **steps))

    assert [row[3] for row in files(started)] == [0]


# --- Units --------------------------------------------------------------------------------
UNIT = ("STT", "Tên tổ chức đảng", "Cấp trên trực tiếp", "Mã tổ chức đảng", "Ngày thành lập")
ABOVE = "Đảng bộ xã Mẫu"


def unit_list(folder: Path, *rows: tuple[object, ...], name: str = "to-chuc.xlsx") -> Path:
    numbered = [(n, *row) for n, row in enumerate(rows, start=1)]
    return workbook(folder / name, {"Tổ chức": [UNIT, *numbered]})


def held(desk: Desk) -> list[tuple[object, ...]]:
    return shelf.ask(
        desk.ledger,
        """
        SELECT u.name, p.name, u.code, u.valid_from FROM unit_version AS u
        LEFT JOIN unit_version AS p ON p.unit_id = u.parent_id AND p.change_out IS NULL
        WHERE u.change_out IS NULL ORDER BY u.name
        """,
    )


def test_a_list_of_units_puts_the_known_cell_under_its_committee(started: Desk) -> None:
    path = unit_list(started.folder, (CELL, ABOVE, "99.001", "01/07/2025"))

    ran = started("import", path, "--json")

    assert counted(ran) == (0, 1, 0, 0)
    assert held(started) == [(CELL, ABOVE, "99.001", "2025-07-01"), (ABOVE, None, None, None)]
    (member, *_) = started("list", "--json").json["members"]
    assert member["unit_path"] == [ABOVE, CELL]


def test_another_communes_cells_are_not_ours(started: Desk) -> None:
    others = [(f"Chi bộ thôn {n}", ABOVE) for n in range(1, 4)]

    ran = started("import", unit_list(started.folder, (CELL, ABOVE), *others), "--json")

    assert counted(ran)[0] == 4
    assert [row[:2] for row in held(started) if row[0] == CELL] == [
        (CELL, None),
        (CELL, ABOVE),
    ]


def test_a_roster_after_a_list_of_units_joins_it(desk: Desk) -> None:
    desk("import", unit_list(desk.folder, (CELL, ABOVE, "99.001")))

    desk("import", roster(desk.folder))

    (member, *_) = desk("list", "--json").json["members"]
    assert member["unit_path"] == [ABOVE, CELL]


def test_the_same_units_twice_bring_nothing_and_undo_leaves_no_trace(started: Desk) -> None:
    before = shelf.digest(started.ledger)
    rows = ((ABOVE, None, "99"), (CELL, ABOVE, "99.001", "01/07/2025"))
    number = started("import", unit_list(started.folder, *rows), "--json").json["change"]

    again = unit_list(started.folder, *reversed(rows), name="b.xlsx")
    assert started("import", again, "--json").json["change"] is None
    started("undo", str(number), "--yes")

    assert shelf.digest(started.ledger) == before


def test_a_code_of_another_unit_is_told(started: Desk) -> None:
    rows = ((CELL, ABOVE, "99.001"), ("Chi bộ thôn Thượng", ABOVE, "99.001"))

    ran = started("import", unit_list(started.folder, *rows), "--json")

    assert ("D3", "unit_code_taken") in codes(ran)
