"""Admission, written down by the real command: files, steps, ends, targets."""

import shutil
from contextlib import chdir
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from e2e.books import AN, BINH, CELL, roster, roster_rows, workbook
from e2e.desk import Desk, Ran
from partyroll.cli.run import main
from store import shelf

NOW = datetime(2025, 9, 30, 9, 0)  # noqa: DTZ001 (a clerk's own clock)
EM = "Lò Văn Em"
ADD = ("admission", "add", EM, "--unit", CELL, "--birth", "5/3/2000", "--on", "1/8/2025")
OTHER = "Chi bộ thôn Thượng"


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


def told(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found: dict[str, Any] = ran.json
    return found


def steps(answer: dict[str, Any]) -> dict[str, str]:
    return {step["stage"]: step["on"] for step in answer["candidate"]["steps"]}


# --- add ----------------------------------------------------------------------------------
def test_a_file_is_opened_with_its_change_and_how_to_undo_it(started: Desk) -> None:
    ran = started(*ADD, "--origin", "Đoàn thanh niên", "--helper", AN[0], now=NOW)

    assert ran.code == 0
    assert "partyroll undo 2" in ran.err
    assert CELL in ran.out or "Đưa vào danh sách nguồn" in ran.out


def test_the_same_said_twice_is_written_once(started: Desk) -> None:
    started(*ADD, now=NOW)

    again = told(started(*ADD, "--json", now=NOW))

    assert (again["new"], again["change"], again["cautions"]) == (False, None, [])


def test_more_of_somebody_known_is_added_and_a_change_is_told(started: Desk) -> None:
    started(*ADD, "--helper", AN[0], now=NOW)

    answer = told(started(*ADD, "--helper", BINH[0], "--origin", "Đoàn", "--json", now=NOW))

    assert answer["cautions"] == [f"đảng viên giúp đỡ thay đổi: {AN[0]} → {BINH[0]}"]
    assert (answer["candidate"]["helper"], answer["candidate"]["origin"]) == (BINH[0], "Đoàn")


def test_a_blank_takes_nothing_back(started: Desk) -> None:
    started(*ADD, "--helper", AN[0], now=NOW)

    answer = told(started("admission", "add", EM, "--unit", CELL, "--json", now=NOW))

    assert (answer["new"], answer["candidate"]["helper"]) == (False, AN[0])
    assert answer["candidate"]["birth_date"] == "2000-03-05"


def test_another_birth_date_is_another_person(started: Desk) -> None:
    first = told(started(*ADD, "--json", now=NOW))

    second = told(
        started(
            *("admission", "add", EM, "--unit", CELL, "--birth", "6/3/2001", "--json"), now=NOW
        )
    )

    assert first["candidate"]["candidate_id"] != second["candidate"]["candidate_id"]


def test_a_trial_writes_nothing(started: Desk) -> None:
    before = shelf.digest(started.ledger)

    ran = started(*ADD, "--dry-run", now=NOW)

    assert "sổ chưa bị thay đổi" in ran.err
    assert shelf.digest(started.ledger) == before


def test_undo_takes_a_file_back(started: Desk) -> None:
    before = shelf.digest(started.ledger)
    number = told(started(*ADD, "--json", now=NOW))["change"]

    started("undo", str(number), "--yes", now=NOW)

    assert shelf.digest(started.ledger) == before


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        (("add", EM), "--unit"),
        (("add", " ", "--unit", CELL), "họ tên"),
        (("add", EM, "--unit", "Chi bộ nào đó"), "Chi bộ nào đó"),
        (("add", EM, "--unit", CELL, "--birth", "31/2/2000"), "31/2/2000"),
        (("add", EM, "--unit", CELL, "--on", "1/1/2030"), "chưa đến"),
        (("add", EM, "--unit", CELL, "--national-id", "123"), "12 chữ số"),
        (("step", EM, "--stage", "don", "--on", "1/9/2025"), "không có hồ sơ"),
        (("end", EM, "--on", "1/9/2025", "--reason", "thôi"), "không có hồ sơ"),
        (("target", CELL, "--year", "2025", "--number", "-1"), "chỉ tiêu -1"),
        (("target", CELL, "--year", "1800", "--number", "1"), "năm 1800"),
    ],
)
def test_what_cannot_be_written_is_refused_with_what_to_do(
    started: Desk, typed: tuple[str, ...], word: str
) -> None:
    before = shelf.digest(started.ledger)

    ran = started("admission", *typed, now=NOW)

    assert ran.code == 2
    assert word in ran.err
    assert "Gợi ý" in ran.err
    assert shelf.digest(started.ledger) == before


def test_a_member_in_the_roll_is_told_when_a_file_is_opened(started: Desk) -> None:
    answer = told(
        started(
            *("admission", "add", AN[0], "--unit", CELL, "--birth", AN[1], "--json"), now=NOW
        )
    )

    assert ["danh sách đảng viên đã có" in caution for caution in answer["cautions"]] == [True]


# --- step ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "stage"),
    [
        ("cell_resolution", "cell_resolution"),
        ("Nghị quyết của chi bộ", "cell_resolution"),
        ("nghi quyet cua chi bo", "cell_resolution"),
        ("đơn", "application"),
        ("lớp nhận thức", "awareness_class"),
        ("lễ kết nạp", "ceremony"),
    ],
)
def test_a_step_is_typed_by_its_words_or_its_code(
    started: Desk, typed: str, stage: str
) -> None:
    started(*ADD, now=NOW)

    answer = told(
        started(
            *("admission", "step", EM, "--stage", typed, "--on", "1/9/2025", "--json"), now=NOW
        )
    )

    assert steps(answer)[stage] == "2025-09-01"


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--stage", "lý lịch", "--on", "1/9/2025"), "Khai lý lịch"),
        (("--stage", "", "--on", "1/9/2025"), "--stage"),
        (("--stage", "cell_resolution"), "--on"),
        (("--stage", "cell_resolution", "--on", "1/10/2025"), "chưa đến"),
        (("--stage", "cell_resolution", "--on", "1/9/1999"), "ngày sinh"),
        (("--stage", "cell_resolution", "--on", "1/9/2025", "--votes", "13/20"), "13/17/20"),
        (("--stage", "cell_resolution", "--on", "1/9/2025", "--votes", "17/13/20"), "13/17/20"),
        (
            ("--stage", "application", "--on", "1/9/2025", "--votes", "3/3/3"),
            "không có biểu quyết",
        ),
    ],
)
def test_a_step_that_cannot_be_is_refused(
    started: Desk, options: tuple[str, ...], word: str
) -> None:
    started(*ADD, now=NOW)

    ran = started("admission", "step", EM, *options, now=NOW)

    assert ran.code == 2
    assert word in ran.err


def test_e16_a_vote_short_of_two_thirds_is_told_at_once_and_stays_on_the_register(
    started: Desk,
) -> None:
    started(*ADD, now=NOW)
    vote = ("--stage", "cell_resolution", "--on", "20/9/2025", "--votes", "13/17/20")

    answer = told(started("admission", "step", EM, *vote, "--json", now=NOW))
    (entry,) = started("admission", "list", "--json", now=NOW).json["entries"]

    assert any("hai phần ba là 14" in caution for caution in answer["cautions"])
    assert "vote_falls_short" in [matter["kind"] for matter in entry["matters"]]
    assert answer["candidate"]["steps"][-1]["vote"] == {
        "entitled": 20,
        "present": 17,
        "in_favour": 13,
    }


def test_a_vote_said_again_with_fourteen_settles_it(started: Desk) -> None:
    started(*ADD, now=NOW)
    step = ("admission", "step", EM, "--stage", "cell_resolution", "--on", "20/9/2025")
    started(*step, "--votes", "13/17/20", now=NOW)

    started(*step, "--votes", "14/17/20", now=NOW)
    (entry,) = started("admission", "list", "--json", now=NOW).json["entries"]

    assert "vote_falls_short" not in [matter["kind"] for matter in entry["matters"]]


@pytest.mark.parametrize(("met", "told_of"), [("28/5/2024", False), ("3/6/2024", True)])
def test_e18_over_sixty_by_months_is_told_at_the_step(
    started: Desk, met: str, *, told_of: bool
) -> None:
    started("admission", "add", EM, "--unit", CELL, "--birth", "20/5/1964", now=NOW)
    step = ("--stage", "cell_resolution", "--on", met, "--json")

    cautions = told(started("admission", "step", EM, *step, now=NOW))["cautions"]

    assert any("trên 60 tuổi" in caution for caution in cautions) is told_of


def test_a_step_said_twice_is_written_once_and_another_day_is_told(started: Desk) -> None:
    started(*ADD, now=NOW)
    step = ("admission", "step", EM, "--stage", "application", "--json", "--on")
    started(*step, "1/9/2025", now=NOW)

    same = told(started(*step, "1/9/2025", now=NOW))
    other = told(started(*step, "2/9/2025", now=NOW))

    assert same["new"] is False
    assert other["cautions"] == ["ngày thay đổi: 01/09/2025 → 02/09/2025"]


# --- Who the candidate is -----------------------------------------------------------------
DECIDED = ("--stage", "decision", "--on", "25/8/2024", "--paper", "9-QĐ/ĐU")
HELD = ("--stage", "ceremony", "--on", "15/9/2024")


def rolled(desk: Desk, *rows: tuple[object, ...]) -> None:
    people = workbook(desk.folder / "moi.xlsx", {"DS": roster_rows([*rows])})
    assert desk("import", people, now=NOW).code == 0


def test_e17_an_admitted_candidate_is_joined_to_the_roll_by_name_and_birth_date(
    started: Desk,
) -> None:
    rolled(started, AN, (EM, "05/03/2000", "Nam", "099000000909", "15/09/2024"))
    started(*ADD[:7], now=NOW)
    started("admission", "step", EM, *DECIDED, now=NOW)

    answer = told(started("admission", "step", EM, *HELD, "--json", now=NOW))
    (listed,) = [
        member["person_id"]
        for member in started("list", "--json", now=NOW).json["members"]
        if member["full_name"] == EM
    ]

    assert answer["candidate"]["member_id"] == listed
    (entry,) = started("admission", "list", "--json", now=NOW).json["entries"]
    (matter,) = entry["matters"]
    assert (matter["kind"], matter["until"]) == ("probation_review", "2025-10-27")


def test_a_namesake_is_asked_about_and_named_by_the_clerk(started: Desk) -> None:
    rolled(started, AN, (EM, None, "Nam", "099000000909", "15/09/2024"))
    started(*ADD[:7], now=NOW)
    started("admission", "step", EM, *DECIDED, now=NOW)

    open_ = told(started("admission", "step", EM, *HELD, "--json", now=NOW))
    sure = told(
        started("admission", "step", EM, *HELD, "--member", "099000000909", "--json", now=NOW)
    )

    assert open_["candidate"]["member_id"] is None
    assert any("có người cùng tên" in caution for caution in open_["cautions"])
    assert sure["candidate"]["member_id"] is not None


def test_a_member_is_the_candidate_of_one_file_alone(started: Desk) -> None:
    rolled(started, AN, (EM, "05/03/2000", "Nam", "099000000909", "15/09/2024"))
    started(*ADD[:7], now=NOW)
    started("admission", "add", "Lò Văn Gió", "--unit", CELL, now=NOW)
    started("admission", "step", EM, *DECIDED, now=NOW)
    started("admission", "step", EM, *HELD, now=NOW)

    ran = started(
        *("admission", "step", "Lò Văn Gió", *HELD, "--member", "099000000909"), now=NOW
    )

    assert ran.code == 2
    assert "hồ sơ kết nạp khác" in ran.err


# --- end ----------------------------------------------------------------------------------
END = ("admission", "end", EM, "--on", "1/9/2025", "--reason", "chuyển nơi khác")


def test_a_closed_file_leaves_the_register_but_for_its_part(started: Desk) -> None:
    started(*ADD, now=NOW)

    assert started(*END, now=NOW).code == 0

    assert started("admission", "list", "--json", now=NOW).json["entries"] == []
    (entry,) = started("admission", "list", "--only", "đã đóng", "--json", now=NOW).json[
        "entries"
    ]
    assert entry["values"]["ended"] == "01/09/2025 chuyển nơi khác"


def test_a_closed_file_takes_no_step_until_it_is_opened_again(started: Desk) -> None:
    started(*ADD, now=NOW)
    started(*END, now=NOW)
    step = ("admission", "step", EM, "--stage", "application", "--on", "2/9/2025")

    refused = started(*step, now=NOW)
    reopened = told(started(*ADD, "--json", now=NOW))

    assert (refused.code, "đã đóng" in refused.err) == (2, True)
    assert "hồ sơ đã đóng trước đây: mở lại" in reopened["cautions"]
    assert started(*step, now=NOW).code == 0


@pytest.mark.parametrize(
    ("options", "word"),
    [(("--on", "1/9/2025"), "--reason"), (("--reason", "thôi"), "--on")],
)
def test_an_end_needs_its_day_and_why(
    started: Desk, options: tuple[str, ...], word: str
) -> None:
    started(*ADD, now=NOW)

    ran = started("admission", "end", EM, *options, now=NOW)

    assert (ran.code, word in ran.err) == (2, True)


def test_closing_the_file_of_a_probationary_member_removes_nobody(started: Desk) -> None:
    rolled(started, AN, (EM, "05/03/2000", "Nam", "099000000909", "15/09/2024"))
    started(*ADD[:7], now=NOW)
    started("admission", "step", EM, *DECIDED, now=NOW)
    started("admission", "step", EM, *HELD, now=NOW)

    ran = started(*END, now=NOW)

    assert "PROBATION_NOT_CONFIRMED" in ran.err
    assert EM in {m["full_name"] for m in started("list", "--json", now=NOW).json["members"]}


def test_who_was_not_confirmed_by_a_decision_leaves_the_register(started: Desk) -> None:
    rolled(started, AN, (EM, "05/03/2000", "Nam", "099000000909", "15/09/2024"))
    started(*ADD[:7], now=NOW)
    started("admission", "step", EM, *DECIDED, now=NOW)
    started("admission", "step", EM, *HELD, now=NOW)
    decision = ("--kind", "decision", "--outcome", "removed", "--paper", "3-QĐ/ĐU")

    left = started(
        *("review", "step", EM, *decision, "--paper-date", "20/9/2025"),
        *("--reason", "PROBATION_NOT_CONFIRMED"),
        now=NOW,
    )

    assert left.code == 0, left.err
    assert started("admission", "list", "--json", now=NOW).json["entries"] == []


def test_the_file_of_an_official_member_is_not_closed_as_a_failure(started: Desk) -> None:
    started(*ADD[:7], now=NOW)
    started("admission", "step", EM, "--stage", "confirmed", "--on", "15/9/2025", now=NOW)

    ran = started(*END, now=NOW)

    assert (ran.code, "công nhận chính thức" in ran.err) == (2, True)


# --- target -------------------------------------------------------------------------------
def test_a_target_is_written_once_and_a_change_is_told(started: Desk) -> None:
    target = ("admission", "target", CELL, "--year", "2025", "--json", "--number")

    first = told(started(*target, "4", "--paper", "12-KH/ĐU", now=NOW))
    same = told(started(*target, "4", now=NOW))
    other = told(started(*target, "5", now=NOW))

    assert (first["unit"], first["number"], first["paper"]) == (CELL, 4, "12-KH/ĐU")
    assert (same["new"], same["paper"]) == (False, "12-KH/ĐU")
    assert other["cautions"] == ["chỉ tiêu thay đổi: 4 → 5"]
