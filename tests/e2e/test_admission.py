"""Admission by the real command: the register, its parts, what the rolls say of candidates."""

import shutil
from contextlib import chdir
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from e2e.books import AN, BINH, CELL, CHI, roster, roster_rows, workbook
from e2e.desk import Desk
from e2e.source_lists import EM, source_list
from partyroll.cli.run import main

NOW = datetime(2025, 9, 30, 9, 0)  # noqa: DTZ001 (a clerk's own clock)


def listed(desk: Desk, *options: str, now: datetime = NOW) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk("admission", "list", *options, "--json", now=now).json[
        "entries"
    ]
    return found


def kinds(entry: dict[str, Any]) -> list[str]:
    return [matter["kind"] for matter in entry["matters"]]


@pytest.fixture(scope="module")
def rolled_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("roll")
    with chdir(folder):
        assert main(["import", str(roster(folder)), "--quiet"], now=NOW) == 0
    return folder / "partyroll.db"


@pytest.fixture
def started(desk: Desk, rolled_ledger: Path) -> Desk:
    shutil.copy(rolled_ledger, desk.ledger)
    return desk


def test_an_empty_register_says_what_to_import(started: Desk) -> None:
    ran = started("admission", "list", now=NOW)

    assert ran.code == 0
    assert "partyroll template candidates" in ran.err


def test_a_file_is_listed_with_its_step_and_its_matters(started: Desk) -> None:
    started("import", source_list(started.folder, (*EM, "01/08/2024", "05/2024")), now=NOW)

    (entry,) = listed(started)

    assert (entry["name"], entry["unit"]) == (EM[0], CELL)
    assert entry["values"]["stage"] == "Học lớp nhận thức về Đảng"
    assert kinds(entry) == ["file_stalled"]
    assert "Lò Văn An" in entry["matters"][0]["next_step"]


@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("", ["Lò Văn Em", "Lò Văn Gió", "Lò Văn Hải"]),
        ("đang dừng", ["Lò Văn Em"]),
        ("dang dung", ["Lò Văn Em"]),
        ("stalled", ["Lò Văn Em"]),
        ("thiếu giấy tờ", ["Lò Văn Gió"]),
        ("sắp hết hạn", ["Lò Văn Hải"]),
        ("dự bị", []),
        ("đã đóng", []),
    ],
)
def test_a_part_of_the_register_can_be_asked_for(
    started: Desk, part: str, names: list[str]
) -> None:
    rows = (
        (*EM, "01/08/2024"),
        ("Lò Văn Gió", "06/03/2000", CELL, None, None, None, None, None, "28/09/2025"),
        ("Lò Văn Hải", "07/03/2000", CELL, None, None, "01/09/2025", "15/10/2020"),
    )
    started("import", source_list(started.folder, *rows), now=NOW)

    found = listed(started, *(["--only", part] if part else []))

    assert [entry["name"] for entry in found] == names


def test_a_part_nobody_knows_is_refused_with_those_there_are(started: Desk) -> None:
    ran = started("admission", "list", "--only", "khác", now=NOW)

    assert ran.code == 2
    assert "stalled (đang dừng)" in ran.err


def test_e17_a_probationary_member_without_a_file_is_reviewed_in_time(desk: Desk) -> None:
    heading = ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Chi bộ")
    rows = [
        heading,
        (1, *EM[:2], "15/09/2024", None, CELL),
        (2, *AN[:2], "03/02/1995", "03/02/1996", CELL),
    ]
    desk("import", workbook(desk.folder / "ds.xlsx", {"DS": rows}), now=NOW)

    (entry,) = listed(desk)

    assert (entry["name"], kinds(entry)) == (EM[0], ["probation_review"])
    assert entry["matters"][0]["until"] == "2025-10-27"
    assert entry["values"]["official_on"] == "2025-09-15"


def test_a_candidate_in_the_roll_is_one_line_not_two(desk: Desk) -> None:
    heading = ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Chi bộ")
    rows = [heading, (1, *EM[:2], "15/09/2024", None, CELL)]
    desk("import", workbook(desk.folder / "ds.xlsx", {"DS": rows}), now=NOW)
    steps = (*EM, None, None, None, None, "9-QĐ/ĐU, 25/08/2024", "15/09/2024")
    desk("import", source_list(desk.folder, steps), now=NOW)

    (entry,) = listed(desk)

    assert kinds(entry) == ["probation_review"]


def test_an_admitted_candidate_whom_no_roll_names_is_looked_for(started: Desk) -> None:
    steps = (*EM, None, None, None, None, "9-QĐ/ĐU, 25/08/2025", "15/09/2025")
    started("import", source_list(started.folder, steps), now=NOW)

    (entry,) = listed(started)

    assert kinds(entry) == ["member_to_find"]


def test_a_namesake_is_asked_about_never_taken(desk: Desk) -> None:
    namesake = (EM[0], None, "Nam", "099000000909", "15/09/2025")
    desk("import", workbook(desk.folder / "ds.xlsx", {"DS": roster_rows([namesake])}), now=NOW)
    steps = (*EM, None, None, None, None, "9-QĐ/ĐU, 25/08/2025", "15/09/2025")
    desk("import", source_list(desk.folder, steps), now=NOW)

    told = [matter["text"] for entry in listed(desk) for matter in entry["matters"]]

    assert [f"có người cùng tên: {EM[0]} ({CELL})" in text for text in told] == [True]


def test_a_cell_of_two_officials_is_told_with_its_weak_source(desk: Desk) -> None:
    desk("import", workbook(desk.folder / "ds.xlsx", {"DS": roster_rows([AN, BINH])}), now=NOW)
    desk("import", source_list(desk.folder, (*EM, None, None, "28/09/2025")), now=NOW)

    matters = [m for e in listed(desk) for m in e["matters"] if m["kind"] == "cell_too_small"]

    assert [(m["text"], m["remarks"]) for m in matters] == [
        ("chi bộ có 2 đảng viên chính thức, cần ít nhất 3", ["nguồn chưa chắc chắn"])
    ]


def test_limits_are_the_offices_own(started: Desk) -> None:
    started("import", source_list(started.folder, (*EM, "01/06/2025")), now=NOW)
    assert [kinds(entry) for entry in listed(started)] == [[]]

    (started.folder / "partyroll.toml").write_text("[admission]\nsource_months = 3\n")

    assert [kinds(entry) for entry in listed(started)] == [["file_stalled"]]
    assert "admission.source_months" in started("config", now=NOW).out


def test_a_limit_out_of_range_is_refused(started: Desk) -> None:
    (started.folder / "partyroll.toml").write_text("[admission]\nstalled_months = 0\n")

    ran = started("admission", "list", now=NOW)

    assert ran.code == 1
    assert "admission.stalled_months" in ran.err


def test_the_workbook_of_the_register_is_written(started: Desk) -> None:
    started("import", source_list(started.folder, (*EM, "01/08/2024")), now=NOW)

    ran = started("admission", "list", "--xlsx", "--docx", now=NOW)

    assert ran.code == 0
    assert sorted(path.suffix for path in started.folder.glob("ket-nap*")) == [".docx", ".xlsx"]


def test_a_register_of_long_ago_knows_nothing_later(started: Desk) -> None:
    rows = (*EM, "01/08/2024", None, "28/09/2025")
    started("import", source_list(started.folder, rows), now=NOW)

    (entry,) = listed(started, "--as-of", "01/09/2024")

    assert entry["values"]["stage"] == "Đưa vào danh sách nguồn"


def test_who_is_no_candidate_is_not_listed(started: Desk) -> None:
    assert CHI[0] not in {entry["name"] for entry in listed(started)}
