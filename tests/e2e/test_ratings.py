"""Ratings from workbooks to what is worth a second look, by the command."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document

from e2e.books import AN, BINH, CELL, CHI, EVERYBODY, roster_rows, workbook
from e2e.desk import Desk, laid
from e2e.rating_books import cell_books, rating_rows


def matters(found: Any) -> dict[str, list[str]]:
    """The kinds of matters of each line that has some."""
    return {
        entry["name"]: [matter["kind"] for matter in entry["matters"]]
        for entry in found["entries"]
        if entry["matters"]
    }


@pytest.fixture
@laid
def rated(desk: Desk) -> Desk:
    """A cell of three with dues of 2024 and two years of ratings."""
    assert desk("import", *cell_books(desk.folder)).code == 0
    return desk


def test_the_list_shows_everyone_with_each_stage_and_where_they_differ(rated: Desk) -> None:
    found = rated("rating", "list", "--json").json

    values = {entry["name"]: entry["values"] for entry in found["entries"]}
    assert found["command"] == "rating list"
    assert (values[AN[0]]["cell"], values[AN[0]]["committee"]) == ("xuất sắc", "tốt")
    assert values[AN[0]]["committee_level"] == "GOOD"
    assert values[AN[0]]["difference"] == "cấp ủy hạ (xuất sắc → tốt)"
    assert values[BINH[0]]["difference"] == "chi bộ hạ (hoàn thành → không hoàn thành)"
    assert values[CHI[0]]["history"] == "2023: tốt"


def test_the_check_names_months_with_their_cells_and_who_needs_help(rated: Desk) -> None:
    found = rated("rating", "check", "--json").json

    assert matters(found) == {AN[0]: ["L1"], BINH[0]: ["L10"]}
    texts = [matter["text"] for entry in found["entries"] for matter in entry["matters"]]
    assert any("3, 6, 11" in text and "dang-phi.xlsx" in text for text in texts)


def test_a_reason_that_is_accepted_takes_the_matter_away(rated: Desk) -> None:
    asked = ("--kind", "ốm đau", "--month", "11/2024", "--by", "Chi ủy", "--on", "1/12/2024")
    assert rated("excuse", "add", AN[0], *asked).code == 0

    assert matters(rated("rating", "check", "--json").json) == {BINH[0]: ["L10"]}


def test_another_year_is_looked_at_when_asked_for(rated: Desk) -> None:
    found = rated("rating", "list", "--year", "2023", "--json").json

    assert {entry["values"]["year"] for entry in found["entries"]} == {2023}
    assert matters(found) == {}


def test_without_ratings_the_list_says_what_to_import(desk: Desk) -> None:
    desk("import", workbook(desk.folder / "ds.xlsx", {"Danh sách": roster_rows(EVERYBODY)}))

    ran = desk("rating", "list")

    assert ran.code == 0
    assert "partyroll template ratings" in " ".join(ran.out.split() + ran.err.split())


def test_a_workbook_of_matters_comes_back_with_what_was_done(
    rated: Desk, tmp_path: Path
) -> None:
    ran = rated("rating", "check", "--xlsx", "--out", str(tmp_path / "ra-soat.xlsx"))

    assert ran.code == 0
    assert (tmp_path / "ra-soat.xlsx").exists()


# --- Screenings and remarks ---------------------------------------------------------------
SCREEN = ("rating", "screen", BINH[0], "--on", "15/1/2025", "--helper", "Lò Văn An")


def test_a_screening_takes_two_years_not_complete_off_the_list(rated: Desk) -> None:
    ran = rated(*SCREEN, "--conclusion", "giúp đỡ 12 tháng", "--paper", "03-BB/CB", "--json")

    assert ran.json["year"] == 2024
    assert ran.json["stated"]["paper"] == "03-BB/CB"
    assert matters(rated("rating", "check", "--json").json) == {AN[0]: ["L1"]}


def test_the_same_screening_said_twice_is_written_once_and_completed(rated: Desk) -> None:
    rated(*SCREEN)

    again = rated(*SCREEN, "--json").json
    more = rated(*SCREEN, "--conclusion", "tiến bộ", "--json").json

    assert (again["new"], again["change"]) == (False, None)
    assert more["stated"]["helper"] == "Lò Văn An"
    assert more["stated"]["conclusion"] == "tiến bộ"


def test_undoing_a_screening_brings_the_matter_back(rated: Desk) -> None:
    change = rated(*SCREEN, "--json").json["change"]

    assert rated("undo", str(change), "--yes").code == 0
    assert BINH[0] in matters(rated("rating", "check", "--json").json)


def test_a_trial_of_a_screening_writes_nothing(rated: Desk) -> None:
    assert rated(*SCREEN, "--dry-run", "--json").json["change"] is None
    assert BINH[0] in matters(rated("rating", "check", "--json").json)


@pytest.mark.parametrize(
    "asked",
    [
        ("screen", BINH[0]),
        ("screen", BINH[0], "--on", "15/1/2030"),
        ("screen", BINH[0], "--on", "1/2025", "--from", "1/6/2025", "--to", "1/5/2025"),
        ("screen", BINH[0], "--on", "15/1/2025", "--year", "2029"),
        ("screen", "Không Có Ai", "--on", "15/1/2025"),
        ("remark", BINH[0], "--place", "Khu phố 3"),
        ("remark", BINH[0], "--text", "tốt"),
    ],
)
def test_what_says_too_little_or_cannot_be_is_refused(
    rated: Desk, asked: tuple[str, ...]
) -> None:
    assert rated("rating", *asked).code == 2


def test_a_remark_of_the_place_of_stay_answers_the_question_for_one(rated: Desk) -> None:
    asked = ("--kind", "miễn công tác và sinh hoạt", "--from", "1/1/2024", "--by", "Chi bộ")
    rated("excuse", "add", CHI[0], *asked)
    before = matters(rated("rating", "check", "--json").json)[CHI[0]]

    rated("rating", "remark", CHI[0], "--place", "thôn Hạ", "--text", "chấp hành tốt")

    after = matters(rated("rating", "check", "--json").json)[CHI[0]]
    assert before == ["L3", "rated_though_exempt"]
    assert after == ["rated_though_exempt"]


# --- Units and remarks from workbooks -----------------------------------------------------
def test_an_always_excellent_member_of_a_lower_unit_is_worth_a_look(rated: Desk) -> None:
    years = (2021, 2022, 2023, 2024)
    excellent = ("HTXSNV",) * 3
    people = {f"{year}": rating_rows({CHI[0]: excellent}, year) for year in years}
    units = [
        ("KẾT QUẢ XẾP LOẠI TỔ CHỨC ĐẢNG",),
        ("STT", "Tên tổ chức đảng", *(f"Năm {year}" for year in years)),
        (1, "Chi bộ thôn Hạ", *["HTTNV"] * 4),
    ]

    files = [
        workbook(rated.folder / "xs.xlsx", people),
        workbook(rated.folder / "tc.xlsx", {"Tổ chức": units}),
    ]
    assert rated("import", *files, "--unit", CELL, "--yes").code == 0

    assert matters(rated("rating", "check", "--json").json)[CHI[0]] == ["L1", "L6"]


def test_imported_remarks_answer_for_those_who_live_elsewhere(rated: Desk) -> None:
    asked = ("--kind", "miễn công tác và sinh hoạt", "--from", "1/1/2024", "--by", "Chi bộ")
    rated("excuse", "add", CHI[0], *asked)
    rows = [
        ("NHẬN XÉT ĐẢNG VIÊN NƠI CƯ TRÚ NĂM 2024",),
        ("STT", "Họ và tên", "Nhận xét nơi cư trú"),
        (1, CHI[0], "Chấp hành tốt"),
    ]
    file = workbook(rated.folder / "nhan-xet.xlsx", {"Nhận xét": rows})

    first = rated("import", file, "--unit", CELL, "--json").json
    again = rated("import", file, "--unit", CELL, "--json").json

    assert first["files"][0]["added"] == 1
    assert again["change"] is None
    assert matters(rated("rating", "check", "--json").json)[CHI[0]] == ["rated_though_exempt"]


# --- The page of a unit -------------------------------------------------------------------
def test_the_page_of_a_unit_counts_its_levels_and_those_below(rated: Desk) -> None:
    found = rated("rating", "unit", CELL, "--json").json

    assert (found["command"], found["year"], found["unit"]) == ("rating unit", 2024, CELL)
    assert found["years"][-1]["levels"]["GOOD"] == 1
    assert (found["years"][-1]["rated"], found["years"][-1]["good_or_better"]) == (3, 1)
    assert (found["grassroots"], found["cap"]) == (False, None)
    assert found["regulation"].startswith("124-QĐ/TW")


def test_the_page_says_that_a_cell_has_no_cap_and_small_units_are_not_compared(
    rated: Desk,
) -> None:
    ran = rated("rating", "unit", CELL)

    told = " ".join((ran.out + ran.err).split())
    assert "không áp dụng ở đơn vị này" in told
    assert "dưới 20 người không so sánh" in told


def test_the_page_of_a_unit_is_written_as_a_workbook_and_a_page(rated: Desk) -> None:
    ran = rated("rating", "unit", CELL, "--xlsx", "--html")

    assert ran.code == 0
    assert (rated.folder / "xep-loai-don-vi-2024.xlsx").exists()
    assert (rated.folder / "xep-loai-don-vi-2024.html").exists()


def test_the_page_of_a_unit_is_written_for_word_with_its_tables_and_what_is_said(
    rated: Desk,
) -> None:
    assert rated("rating", "unit", CELL, "--docx", "--out", "chi-bo.docx").code == 0

    word = Document(str(rated.folder / "chi-bo.docx"))
    said = " ".join(one.text for one in word.paragraphs)
    assert f"xếp loại đảng viên năm 2024: {CELL}" in said
    assert "không áp dụng ở đơn vị này" in said
    headings = [table.rows[0].cells[0].text for table in word.tables]
    assert {"Mức", "Năm"} <= set(headings)


def test_a_year_or_unit_without_ratings_says_which_years_there_are(rated: Desk) -> None:
    no_year = rated("rating", "unit", CELL, "--year", "2019")

    assert no_year.code == 1
    assert "2023, 2024" in no_year.err
    assert rated("rating", "unit", "Chi bộ Không Có").code == 2


# --- An import that says whose rating each column holds -----------------------------------
def test_an_import_of_ratings_says_whose_each_column_is(rated: Desk) -> None:
    rows = rating_rows({AN[0]: ("HTTNV", "HTTNV", "HTNV")}, 2022)
    file = workbook(rated.folder / "2022.xlsx", {"2022": rows})

    told = rated("rating", "import", file, "--unit", CELL, "--json").json

    assert told["command"] == "rating import"
    assert [(one["column"], one["stage"]) for one in told["stages"]] == [
        ("C", "SELF"),
        ("D", "CELL"),
        ("E", "COMMITTEE"),
    ]
    assert rated("rating", "list", "--year", "2022", "--json").json["entries"]


def test_a_file_without_ratings_is_said_to_have_none(rated: Desk) -> None:
    file = workbook(rated.folder / "ds2.xlsx", {"Danh sách": roster_rows([AN])})

    ran = rated("rating", "import", file, "--dry-run")

    assert "Không thấy cột xếp loại" in " ".join((ran.out + ran.err).split())


def test_a_year_with_nothing_to_look_at_is_not_said_to_be_without_ratings(rated: Desk) -> None:
    ran = rated("rating", "check", "--year", "2023")

    assert "Không thấy điều gì cần rà soát" in " ".join((ran.out + ran.err).split())


def test_the_story_of_a_person_tells_of_screenings_and_remarks(rated: Desk) -> None:
    rated(*SCREEN, "--paper", "03-BB/CB")
    rated("rating", "remark", BINH[0], "--place", "Khu phố 3", "--text", "chấp hành tốt")

    told = " ".join(rated("show", BINH[0]).out.split())
    found = rated("show", BINH[0], "--json").json

    assert "chi bộ rà soát, ngày 15/01/2025, người giúp đỡ Lò Văn An, 03-BB/CB" in told
    assert "nhận xét của Khu phố 3: chấp hành tốt" in told
    assert [one["year"] for one in found["screenings"]] == [2024]
    assert [one["place"] for one in found["stay_remarks"]] == ["Khu phố 3"]


# --- A commune of two cells ---------------------------------------------------------------
COMMUNE = "Đảng bộ xã Mẫu"
SIZE = 24


@pytest.fixture
@laid
def commune(desk: Desk) -> Desk:
    """Two cells of 24 under one commune: one all good, the other mixed; one member left out."""
    cells = ("Chi bộ thôn Đông", "Chi bộ thôn Tây")
    people = [
        (f"Lò Văn {'ABCDEFGHIKLMNOPQRSTUVXYZ'[place]}{name}", cell)
        for cell, name in zip(cells, ("đông", "tây"), strict=True)
        for place in range(SIZE)
    ]
    roster = [
        ("STT", "Họ và tên", "Ngày vào Đảng", "Chi bộ", "Đảng bộ"),
        *((n, who, "03/02/2001", cell, COMMUNE) for n, (who, cell) in enumerate(people)),
    ]
    levels = [*["HTXSNV"] * 12, *["HTTNV"] * 12, *["HTTNV"] * 10, *["HTNV"] * 14]
    rows = [
        (number, who, cell, level)
        for number, ((who, cell), level) in enumerate(zip(people, levels, strict=True))
        if number != SIZE
    ]
    ratings = [
        ("KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2024",),
        ("STT", "Họ và tên", "Chi bộ", "Đảng ủy xếp loại"),
        *rows,
    ]
    exits = [
        (
            "STT",
            "Họ và tên",
            "Chi bộ",
            "Hình thức",
            "Số quyết định",
            "Ngày quyết định",
            "Lý do",
        ),
        (1, people[0][0], cells[0], "Xóa tên", "12-QĐ/ĐU", "20/05/2025"),
    ]
    files = [
        workbook(desk.folder / "ds.xlsx", {"Danh sách": roster}),
        workbook(desk.folder / "xl.xlsx", {"Xếp loại 2024": ratings}),
        workbook(desk.folder / "ra.xlsx", {"Ra khỏi Đảng": exits}),
    ]
    ran = desk("import", *files)
    assert ran.code == 0, ran.out + ran.err
    return desk


def test_units_and_people_of_a_commune_are_looked_at_each_in_its_way(commune: Desk) -> None:
    found = matters(commune("rating", "check", "--json").json)

    assert found[COMMUNE] == ["L5"]  # 12 excellent of 34: 6 may be
    assert found["Chi bộ thôn Đông"] == ["L9"]  # no cap in a cell
    assert found["Chi bộ thôn Tây"] == ["L9"]
    assert found["Lò Văn Ađông"] == ["L8"]
    assert found["Lò Văn Atây"] == ["not_rated_yet"]


def test_the_office_may_allow_an_outstanding_commune_more(commune: Desk) -> None:
    lines = f'[rating]\ncap_special = 40\n[rating.special]\n"{COMMUNE}" = [2024]\n'
    (commune.folder / "partyroll.toml").write_text(lines, encoding="utf-8")

    assert COMMUNE not in matters(commune("rating", "check", "--json").json)
    assert commune("rating", "unit", COMMUNE, "--json").json["cap"] == 40


def test_the_page_of_a_commune_compares_its_cells(commune: Desk) -> None:
    found = commune("rating", "unit", COMMUNE, "--json").json

    sides = {unit["unit"]: unit["side"] for unit in found["below"]["units"]}
    assert sides == {"Chi bộ thôn Đông": "above", "Chi bộ thôn Tây": "below"}
    assert (found["grassroots"], found["most_excellent"]) == (True, 6)


def test_before_a_removal_was_decided_it_says_nothing(commune: Desk) -> None:
    found = matters(commune("rating", "check", "--as-of", "2025-04-30", "--json").json)

    assert "Lò Văn Ađông" not in found
