"""Columns of answers whose headings somebody wrote anew."""

from partyroll.model import AnswerField
from partyroll.read.retyped import with_retyped

HEADINGS = {
    0: "STT",
    1: "Họ và tên",
    2: "Lý do",
    3: "Ý kiến chi bộ",
    4: "Kết luận",
    5: "Người quyết định",
    6: "Ngày",
    7: "Văn bản",
    8: "Mã dòng",
}
WHERE = dict(zip(AnswerField, range(2, 8), strict=True))
CONCLUSION = AnswerField.CONCLUSION


def found(*lost: AnswerField, **written: str) -> dict[AnswerField, int]:
    """Return the columns where some fields have other headings: c4="Xử lý"."""
    headings = HEADINGS | {int(place[1:]): words for place, words in written.items()}
    known = {field: column for field, column in WHERE.items() if field not in lost}
    return with_retyped(known, headings)


def test_a_heading_that_begins_or_ends_with_the_words_is_the_same() -> None:
    assert found(CONCLUSION, c4="Kết luận của chi bộ") == WHERE
    assert found(AnswerField.DECIDED_ON, c6="Ngày quyết định") == WHERE
    assert found(AnswerField.PAPER, c7="Số văn bản") == WHERE


def test_words_that_are_no_whole_words_of_the_heading_are_nothing() -> None:
    assert AnswerField.PAPER not in found(AnswerField.PAPER, c7="Văn bảng")


def test_a_column_between_its_old_neighbours_is_known_by_its_place() -> None:
    assert found(CONCLUSION, c4="Xử lý") == WHERE


def test_without_its_neighbours_no_column_is_guessed() -> None:
    lost = (AnswerField.OPINION, CONCLUSION)

    assert CONCLUSION not in found(*lost, c3="A", c4="B")


def test_a_column_of_the_list_itself_is_never_an_answer() -> None:
    assert AnswerField.REASON not in found(AnswerField.REASON, c2="Tháng có ghi lý do")


def test_a_day_left_of_the_answers_is_not_the_day_of_a_decision() -> None:
    assert found(AnswerField.DECIDED_ON, c0="Ngày sinh", c6="") == WHERE


def test_a_conclusion_under_longer_words_is_known_wherever_it_was_moved() -> None:
    headings = {0: "Kết luận của chi bộ", 1: "Họ và tên", 2: "Lý do", 3: "Ngày"}
    fields = {AnswerField.REASON: 2, AnswerField.DECIDED_ON: 3}

    found = with_retyped(fields, headings)

    assert found[AnswerField.CONCLUSION] == 0


def test_two_columns_that_may_be_the_conclusion_are_none() -> None:
    headings = {0: "Kết luận của chi bộ", 1: "Kết luận của đảng ủy", 2: "Lý do", 3: "Ngày"}
    fields = {AnswerField.REASON: 2, AnswerField.DECIDED_ON: 3}

    assert AnswerField.CONCLUSION not in with_retyped(fields, headings)
