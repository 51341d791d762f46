"""Ratings from workbooks to what is worth a second look, by the command."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from e2e.books import AN, BINH, CHI, EVERYBODY, dues_rows, roster_rows, workbook
from e2e.desk import Desk

STAGES = ("STT", "Họ và tên", "Tự xếp loại", "Chi bộ xếp loại", "Đảng ủy xếp loại")
Levels = Mapping[str, Sequence[str]]


def rating_rows(levels: Levels, year: int = 2024) -> list[Sequence[object]]:
    """A list of one year, each with the levels of the three stages."""
    rows = [(number, name, *of) for number, (name, of) in enumerate(levels.items(), start=1)]
    return [(f"KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM {year}",), STAGES, *rows]


def matters(found: Any) -> dict[str, list[str]]:
    """The kinds of matters of each line that has some."""
    return {
        entry["name"]: [matter["kind"] for matter in entry["matters"]]
        for entry in found["entries"]
        if entry["matters"]
    }


@pytest.fixture
def rated(desk: Desk) -> Desk:
    """A cell of three with dues of 2024 and two years of ratings."""
    folder = desk.folder
    good, weak = ("HTTNV", "HTTNV", "HTTNV"), ("HTNV", "KHTNV", "KHTNV")
    before = {AN[0]: good, BINH[0]: weak, CHI[0]: good}
    now = {
        AN[0]: ("HTXSNV", "HTXSNV", "HTTNV"),
        BINH[0]: weak,
        CHI[0]: ("HTNV", "HTNV", "HTNV"),
    }
    sheets = {"2023": rating_rows(before, 2023), "2024": rating_rows(now)}
    dues = dues_rows({AN[0]: "xx-xx-xxxx-x", BINH[0]: "x" * 12, CHI[0]: "---xxxxxxxxx"})
    files = [
        workbook(folder / "ds.xlsx", {"Danh sách": roster_rows(EVERYBODY)}),
        workbook(folder / "xep-loai.xlsx", sheets),
        workbook(folder / "dang-phi.xlsx", {"Đảng phí 2024": dues}),
    ]
    assert desk("import", *files).code == 0
    return desk


def test_the_list_shows_everyone_with_each_stage_and_where_they_differ(rated: Desk) -> None:
    found = rated("rating", "list", "--json").json

    values = {entry["name"]: entry["values"] for entry in found["entries"]}
    assert found["command"] == "rating list"
    assert values[AN[0]]["committee"] == "Hoàn thành tốt nhiệm vụ"
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
