"""What nobody can write of a transfer is refused in a sentence, and nothing is written."""

import pytest

from e2e.desk import Desk
from e2e.two_offices import AN, AWAY, FOR_A_TIME, HOME, LEFT, TO, offices, rewritten
from store import shelf

CONFIRM = ("confirm", "1", "--unit", AWAY, "--on", "20/10/2025")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("issue",), "chưa ghi ai chuyển sinh hoạt"),
        (("issue", AN[0]), "chưa ghi nơi đến"),
        (("issue", AN[0], "--to", HOME), "ở ngay trong sổ này"),
        (("issue", AN[0], "--to", TO, "--on", "1/2/2027"), "--on: ngày 01/02/2027 chưa tới"),
        (("issue", AN[0], "--to", TO, "--until", "1/2/2026"), "--until chỉ dùng cho"),
        (("issue", AN[0], "--to", TO, "--kind", "temporary"), "phải ghi đến ngày nào"),
        (
            ("issue", AN[0], "--to", TO, *FOR_A_TIME[:-1], "1/2/2024"),
            "--until 01/02/2024 trước ngày bắt đầu 01/03/2024",
        ),
        (("add", AN[0], "--to", TO), "chưa ghi ngày quyết định có hiệu lực"),
        (("confirm", "7", "--unit", HOME), "không có giấy giới thiệu số 7"),
        (("issue", "--again", "7"), "không có giấy giới thiệu số 7"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_what_is_typed_of_a_letter_must_make_sense(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    home, _ = offices(desk)
    before = shelf.digest(home.ledger)
    ran = home("transfer", *words)

    assert (ran.code, said in ran.err) == (2, True), ran.err
    assert shelf.digest(home.ledger) == before
    assert list(desk.folder.glob("phieu-*")) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("confirm", "1"), "chưa ghi chi bộ nào tiếp nhận"),
        (("confirm", "1", "--unit", AWAY, "--on", "1/10/2025"), "trước ngày giới thiệu"),
        (("refuse", "1"), "chưa ghi vì sao không tiếp nhận"),
        (("refuse", "1", "--reason", "x", "--on", "1/10/2025"), "trước ngày giới thiệu"),
        (("end", "1"), "là chuyển chính thức"),
        (("issue", "--again", "1"), "chưa có phiếu để in"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_an_answer_must_fit_its_letter(desk: Desk, words: tuple[str, ...], said: str) -> None:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *LEFT))
    before = shelf.digest(away.ledger)
    ran = away("transfer", *words)

    assert (ran.code, said in ran.err) == (2, True), ran.err
    assert shelf.digest(away.ledger) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (CONFIRM, "là việc của nơi đến"),
        (("months", "1", "--year", "2025"), "là việc của nơi đến"),
    ],
)
def test_the_place_of_departure_does_not_answer_itself(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    home, _ = offices(desk)
    home("transfer", "issue", AN[0], "--to", TO, *LEFT)
    ran = home("transfer", *words)

    assert (ran.code, said in ran.err) == (2, True), ran.err


def test_a_cause_has_no_slip_to_print(desk: Desk) -> None:
    home, _ = offices(desk)
    home("transfer", "add", AN[0], "--caused-on", "1/10/2025")
    ran = home("transfer", "issue", "--again", "1")

    assert (ran.code, "chưa có phiếu để in" in ran.err) == (2, True)


def test_a_stay_ends_after_it_began_and_only_where_somebody_was_taken_in(desk: Desk) -> None:
    home, away = offices(desk)
    away("import", home.slip("issue", AN[0], "--to", TO, *FOR_A_TIME))
    early = home("transfer", "end", "1", "--on", "1/2/2024")
    away("transfer", "refuse", "1", "--reason", "hết chỗ", "--on", "5/3/2024")
    refused = away("transfer", "end", "1", "--on", "6/3/2024")

    assert (early.code, "trước ngày giới thiệu" in early.err) == (2, True), early.err
    assert (refused.code, "không tiếp nhận" in refused.err) == (1, True), refused.err


def test_a_second_letter_waits_until_the_first_is_answered(desk: Desk) -> None:
    home, _ = offices(desk)
    home("transfer", "issue", AN[0], "--to", TO, *LEFT)
    ran = home("transfer", "issue", AN[0], "--to", "Đảng bộ xã Xa")
    cause = home("transfer", "add", AN[0], "--caused-on", "1/10/2025", "--to", "Đảng bộ xã Xa")

    assert (ran.code, "đã có giấy giới thiệu số 1" in ran.err) == (1, True)
    assert (cause.code, home.json("transfer", "list")["entries"][0]["name"]) == (0, AN[0])


def test_a_slip_of_words_that_this_version_does_not_know_is_refused(desk: Desk) -> None:
    home, away = offices(desk)
    letter = home.slip("issue", AN[0], "--to", TO, *LEFT)
    other = rewritten(letter, {"transfer_kind": "trao đổi"}, save_as="moi-hon.xlsx")
    ran = away("import", other)

    assert (ran.code, "đã bị sửa sau khi lập" in ran.err) == (1, True)
