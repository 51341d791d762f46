"""What people write as an answer, and how it is understood."""

import pytest

from partyroll.period import PartialDate
from partyroll.tasks.recording.questions import Asked, Question, understand, who_answers

ONE = Question(Asked.WHO, "k", who_answers(["Lê Văn An"]), ("p1",))
TWO = Question(Asked.WHO, "k", who_answers(["Lê Văn Hùng – 1970", "Lê Văn Hưng – 1970"]), ())
MOVE = Question(Asked.MOVE, "k", ("đã chuyển", "vẫn ở đơn vị cũ"))


@pytest.mark.parametrize("text", ["cùng người", " CÙNG  NGƯỜI. ", "cung nguoi", "1", "same"])
def test_yes_may_be_written_in_many_ways(text: str) -> None:
    answer = understand(ONE, text)

    assert answer is not None
    assert answer.number == 0


@pytest.mark.parametrize("text", ["người khác", "nguoi khac", "2", "different", "khác"])
def test_so_may_no(text: str) -> None:
    answer = understand(ONE, text)

    assert answer is not None
    assert answer.number == 1


@pytest.mark.parametrize("text", ["", "không biết", "3", "0", "là Lê Văn An", "có"])
def test_what_is_no_answer_is_not_taken_for_one(text: str) -> None:
    assert understand(ONE, text) is None


def test_a_name_with_accents_says_which_of_two() -> None:
    answer = understand(TWO, "là Lê Văn Hưng – 1970")

    assert answer is not None
    assert answer.number == 1


def test_a_name_without_accents_that_fits_two_says_nothing() -> None:
    assert understand(TWO, "la le van hung – 1970") is None


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("đã chuyển", None),
        ("đã chuyển 01/07/2025", PartialDate(2025, 7, 1)),
        ("đã chuyển từ 7/2025", PartialDate(2025, 7)),
        ("đã chuyển ngày 1.7.2025", PartialDate(2025, 7, 1)),
        ("da chuyen 2025", PartialDate(2025)),
    ],
)
def test_a_date_may_stand_behind_an_answer(text: str, on: PartialDate | None) -> None:
    answer = understand(MOVE, text)

    assert answer is not None
    assert (answer.number, answer.on) == (0, on)


def test_a_day_that_does_not_exist_is_not_understood() -> None:
    assert understand(MOVE, "đã chuyển 31/02/2025") is None
