"""What comes back of a letter: about somebody else, twice, against what came before."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from e2e.books import roster_rows, workbook
from e2e.desk import Desk, laid
from e2e.two_offices import (
    AN,
    AWAY,
    BINH,
    DUNG,
    FOR_A_TIME,
    HOME,
    LEFT,
    TO,
    Office,
    both,
    forget,
    offices,
    rewritten,
)
from store import shelf

SENT, RECEIVED = "đang chuyển, nơi đến chưa báo", "đã nhận giấy, chưa trả lời nơi đi"
ARRIVED, REFUSED = "nơi đến đã tiếp nhận", "nơi đến không tiếp nhận"
CONFIRM = ("confirm", "1", "--unit", AWAY, "--on", "20/10/2025")
REFUSE = ("refuse", "1", "--reason", "không thuộc địa bàn", "--on", "25/10/2025")
REMARK = ("months", "1", "--year", "2025", "--remark", "Tham gia đầy đủ")
SOMEBODY_ELSE = {"full_name": "Lò Văn Khác", "card_no": "099000000977"}
OTHER_BIRTH = {"birth_date": "11/12/1988", "card_no": "099000000977"}


def sent(desk: Desk) -> tuple[Office, Office]:
    """An is on the way: the letter has come."""
    return both(_sent(desk))


@laid
def _sent(desk: Desk) -> Desk:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *LEFT))
    return desk


def told(office: Office, slip: Path, *options: str) -> tuple[int, list[tuple[str, str]]]:
    """Import a slip; return how that ended, and what was said of it."""
    ran = office("import", slip, *options, "--json")
    [file] = ran.json["files"]
    return ran.code, [(problem["code"], problem["message"]) for problem in file["problems"]]


# --- About somebody else ------------------------------------------------------------------
@pytest.mark.parametrize("whom", [SOMEBODY_ELSE, OTHER_BIRTH])
@pytest.mark.parametrize("slip", [CONFIRM, REFUSE])
def test_an_answer_about_somebody_else_changes_nothing(
    desk: Desk, slip: tuple[str, ...], whom: Mapping[str, str]
) -> None:
    home, away = sent(desk)
    answer = rewritten(away.slip(*slip), whom, save_as="nguoi-khac.xlsx")
    before = shelf.digest(home.ledger)
    code, [(kind, message)] = told(home, answer)

    assert (code, kind) == (3, "slip_person_differs")
    assert f"là của {AN[0]}" in message
    assert shelf.digest(home.ledger) == before
    assert home.state() == (SENT, None)


def test_months_of_somebody_else_change_nothing(desk: Desk) -> None:
    home, away = sent(desk)
    home("import", away.slip(*CONFIRM))
    slip = rewritten(away.slip(*REMARK), SOMEBODY_ELSE, save_as="nguoi-khac.xlsx")
    before = shelf.digest(home.ledger)

    assert home.problems(slip) == ["slip_person_differs"]
    assert shelf.digest(home.ledger) == before


def test_a_new_name_on_the_same_card_is_the_same_person(desk: Desk) -> None:
    home, away = sent(desk)
    married = {"full_name": "Lò Văn Ân"}
    answer = rewritten(away.slip(*CONFIRM), married, save_as="ten-moi.xlsx")

    assert home.problems(answer) == []
    assert home.state() == (ARRIVED, "2025-10-20")


# --- About somebody whom the ledger no longer describes -----------------------------------
@pytest.mark.parametrize("slip", [CONFIRM, REMARK])
def test_a_slip_about_whom_the_ledger_no_longer_describes_stays_out(
    desk: Desk, slip: tuple[str, ...]
) -> None:
    home, away = sent(desk)
    came = away.slip(*slip)
    forget(home, AN[0])
    before = shelf.digest(home.ledger)
    code, [(kind, message)] = told(home, came)

    assert (code, kind) == (3, "slip_person_differs")
    assert AN[0] in message
    assert "không còn ghi là của ai" in message
    assert shelf.digest(home.ledger) == before


def test_a_letter_describes_again_whom_the_ledger_no_longer_describes(desk: Desk) -> None:
    home, away = sent(desk)
    forget(away, AN[0])
    letter = home.slip("issue", "--again", "1")
    newer = rewritten(letter, {"letter_no": "13-GT"}, save_as="so-moi.xlsx")

    assert away.problems(newer, "--unit", AWAY) == ["slip_received"]
    assert away.members() == [(AN[0], AWAY), (DUNG[0], AWAY)]
    assert away.state()[0] == ARRIVED


def test_a_letter_that_is_not_answered_yet_describes_its_person_again_and_waits(
    desk: Desk,
) -> None:
    home, away = sent(desk)
    forget(away, AN[0])
    letter = home.slip("issue", "--again", "1")
    newer = rewritten(letter, {"letter_no": "13-GT"}, save_as="so-moi.xlsx")

    assert away.problems(newer) == ["slip_waits"]
    assert away.state() == (RECEIVED, None)
    assert away("transfer", *CONFIRM).code == 0
    assert away.members() == [(AN[0], AWAY), (DUNG[0], AWAY)]


# --- Against what came before -------------------------------------------------------------
def test_a_refusal_after_an_arrival_asks_first_and_then_brings_the_member_home(
    desk: Desk,
) -> None:
    home, away = sent(desk)
    home("import", away.slip(*CONFIRM))
    away.undo()
    refusal = away.slip(*REFUSE)
    before = shelf.digest(home.ledger)

    assert told(home, refusal)[0] == 3
    assert home.problems(refusal) == ["slip_answer_differs"]
    assert shelf.digest(home.ledger) == before

    assert home.problems(refusal, "--yes") == ["slip_refused"]
    assert home.state() == (REFUSED, "2025-10-25")
    assert home.members() == [(AN[0], HOME), (BINH[0], HOME)]


def test_an_arrival_after_a_refusal_asks_first_and_then_lets_the_member_go(
    desk: Desk,
) -> None:
    home, away = sent(desk)
    home("import", away.slip(*REFUSE))
    away.undo()
    arrival = away.slip(*CONFIRM)

    assert home.problems(arrival) == ["slip_answer_differs"]
    assert home.members() == [(AN[0], HOME), (BINH[0], HOME)]

    assert home.problems(arrival, "--yes") == []
    assert home.state() == (ARRIVED, "2025-10-20")
    assert home.members() == [(BINH[0], HOME)]
    assert home.limbo() == away.limbo() == []


def test_two_places_that_both_took_somebody_in_are_told(desk: Desk) -> None:
    home, away = sent(desk)
    third = Office(desk, desk.folder / "ba.db")
    third("import", workbook(desk.folder / "ba.xlsx", {"D": roster_rows()}), "--quiet")
    third("import", home.slip("issue", "--again", "1"))
    home("import", away.slip(*CONFIRM))
    other = third.slip("confirm", "1", "--on", "22/10/2025")

    assert home.problems(other) == ["slip_answer_differs"]
    assert home.state() == (ARRIVED, "2025-10-20")


def test_a_corrected_day_of_arrival_replaces_the_first(desk: Desk) -> None:
    home, away = sent(desk)
    home("import", away.slip(*CONFIRM))
    away.undo()

    assert home.problems(away.slip(*CONFIRM[:-1], "21/10/2025")) == []
    assert home.state() == (ARRIVED, "2025-10-21")


def test_a_refusal_that_comes_twice_is_recorded_once(desk: Desk) -> None:
    home, away = sent(desk)
    home("import", away.slip(*REFUSE))
    before = shelf.digest(home.ledger)
    home("import", away.slip("issue", "--again", "1"))

    assert shelf.digest(home.ledger) == before


# --- Taken back, and again ----------------------------------------------------------------
def test_an_answer_whose_import_was_taken_back_may_come_again(desk: Desk) -> None:
    home, away = sent(desk)
    answer = away.slip(*CONFIRM)
    home("import", answer)
    home.undo()

    assert home.problems(answer) == []
    assert home.state() == (ARRIVED, "2025-10-20")


def test_a_letter_whose_import_was_taken_back_under_its_answer_may_come_again(
    desk: Desk,
) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    away("import", letter)
    away("transfer", *CONFIRM)
    assert away("undo", "2", "--yes").code == 0

    assert away.problems(letter) == []
    assert away.state() == (ARRIVED, "2025-10-20")
    assert away.members() == [(AN[0], AWAY), (DUNG[0], AWAY)]


def test_an_answer_is_known_when_the_import_of_its_person_was_taken_back(desk: Desk) -> None:
    home, away = sent(desk)
    assert home("undo", "1", "--yes").code == 0

    assert home.problems(away.slip(*CONFIRM)) == []
    assert home.state() == (ARRIVED, "2025-10-20")


# --- Months of whoever does not stay ------------------------------------------------------
def test_months_of_whoever_went_for_good_stay_out(desk: Desk) -> None:
    home, away = sent(desk)
    home("import", away.slip(*CONFIRM))

    assert home.problems(away.slip(*REMARK)) == ["slip_no_stay"]


def test_months_of_whoever_was_not_taken_in_stay_out(desk: Desk) -> None:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *FOR_A_TIME))
    away("transfer", "confirm", "1", "--unit", AWAY, "--on", "1/3/2024")
    months = away.slip("months", "1", "--year", "2024", "--remark", "Tốt")
    away("undo", "3", "--yes")
    home("import", away.slip("refuse", "1", "--reason", "hết chỗ", "--on", "5/3/2024"))

    assert home.problems(months) == ["slip_no_stay"]


# --- Who is here already ------------------------------------------------------------------
def test_whoever_is_on_the_roster_here_is_told_and_waits_all_the_same(desk: Desk) -> None:
    home, away = offices(desk, away=(DUNG, AN))
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)

    assert away.problems(letter) == ["slip_already_here", "slip_waits"]
    assert away("transfer", *CONFIRM).code == 0
    assert away.members() == [(AN[0], AWAY), (DUNG[0], AWAY)]
