import pytest

from partyroll.read.grid import Fault, Value
from partyroll.read.meetings import read_mark


@pytest.mark.parametrize("cell", ["x", "X", "có mặt", "●", "dự", "✓", "đi muộn", "có đi", 1.0])
def test_present(cell: Value) -> None:
    assert read_mark(cell).letter == "P"


@pytest.mark.parametrize(
    "cell", ["P", "CP", "có phép", "xin phép", "ốm", "công tác", "vắng có phép", "○"]
)
def test_excused_by_the_book(cell: str) -> None:
    assert read_mark(cell).letter == "E"


@pytest.mark.parametrize(
    "cell",
    [
        "K",
        "KP",
        "không phép",
        "không có phép",
        "vắng không phép",
        "❌",
        "không xin phép",
        "nghỉ không xin phép",
        "k.phép",
        "KLD",
    ],
)
def test_absent_without_permission(cell: Value) -> None:
    assert read_mark(cell).letter == "A"


@pytest.mark.parametrize("cell", ["vắng", "Vắng mặt", "vắng.", "không dự họp"])
def test_an_absence_that_names_no_permission_is_told_and_kept_in_its_words(cell: str) -> None:
    mark = read_mark(cell)

    assert (mark.letter, mark.note, mark.code) == ("A", cell, "leave_unstated")


@pytest.mark.parametrize(
    ("legend", "note"),
    [
        ({"v": "vắng"}, "vắng"),
        ({"v": "vắng", "x": "có mặt"}, "vắng"),
        ({"v": "vắng", "p": "có phép"}, ""),  # whoever was excused has another mark
        ({"v": "vắng không phép"}, ""),
    ],
)
def test_a_legend_says_whether_an_absence_was_excused(
    legend: dict[str, str], note: str
) -> None:
    mark = read_mark("v", legend)

    assert (mark.letter, mark.note) == ("A", note)


def test_a_legend_may_explain_the_word_itself() -> None:
    mark = read_mark("vắng", {"vắng": "vắng không phép"})

    assert (mark.letter, mark.note, mark.code) == ("A", "", "")


@pytest.mark.parametrize("cell", ["không họp", "nghỉ dịch"])
def test_no_meeting(cell: str) -> None:
    assert read_mark(cell).letter == "n"


def test_whole_values_are_matched() -> None:
    assert read_mark("xin phép").letter == "E"
    assert read_mark("không có phép").letter == "A"


def test_a_named_reason_is_noted() -> None:
    mark = read_mark("đưa con đi viện")

    assert (mark.letter, mark.note) == ("E", "đưa con đi viện")


@pytest.mark.parametrize(
    ("cell", "letter", "code"),
    [
        ("", ".", ""),
        ("-", ".", "ambiguous_mark"),
        ("v", "?", "ambiguous_mark"),
        ("qq", "?", "unreadable_mark"),
        ("Đ", "?", "unreadable_mark"),
        ("#N/A", "?", "formula_error"),
        (Fault("formula_error", "#N/A"), "?", "formula_error"),
    ],
)
def test_what_says_nothing_stays_open(cell: Value, letter: str, code: str) -> None:
    mark = read_mark(cell)

    assert (mark.letter, mark.code) == (letter, code)


def test_the_legend_explains_a_mark() -> None:
    assert read_mark("v", {"v": "vắng không phép"}).letter == "A"
    assert read_mark("–", {"-": "không họp"}).letter == "n"


def test_a_nought_that_no_legend_explains_is_not_understood() -> None:
    assert read_mark(0.0).letter == "?"
