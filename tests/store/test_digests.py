"""A change has one digest, however its rows were handed over."""

import pytest

from partyroll.store.digests import Opened, digest_of

COLUMNS = ("cell", "number", "row_id")
FIRST, SECOND, THIRD = ("C1", 30, "a"), (None, 31, "b"), (None, 32, "c")


def test_batches_do_not_matter() -> None:
    whole = {"declared": [Opened(COLUMNS, [FIRST, SECOND, THIRD])]}
    pieces = {"declared": [Opened(COLUMNS, [FIRST]), Opened(COLUMNS, [SECOND, THIRD])]}

    assert digest_of(pieces) == digest_of(whole)


def test_the_order_of_rows_does_not_matter() -> None:
    forwards = {"declared": [Opened(COLUMNS, [FIRST, SECOND])]}
    backwards = {"declared": [Opened(COLUMNS, [SECOND, FIRST])]}

    assert digest_of(backwards) == digest_of(forwards)


def test_a_column_that_a_batch_does_not_use_is_blank_there() -> None:
    whole = {"declared": [Opened(COLUMNS, [FIRST, SECOND])]}
    narrow = Opened(("number", "row_id"), [(31, "b")])

    assert digest_of({"declared": [Opened(COLUMNS, [FIRST]), narrow]}) == digest_of(whole)


def test_a_column_in_which_nothing_is_said_is_left_out() -> None:
    wide = {"declared": [Opened(COLUMNS, [SECOND, THIRD])]}
    narrow = {"declared": [Opened(("number", "row_id"), [(31, "b"), (32, "c")])]}

    assert digest_of(wide) == digest_of(narrow)


@pytest.mark.parametrize(
    "other",
    [("C1", 31, "a"), ("C1", 30, "z"), ("C", 30, "a"), (None, 30, "a"), ("C1", None, "a")],
)
def test_another_word_gives_another_digest(other: tuple[str | int | None, ...]) -> None:
    before = digest_of({"declared": [Opened(COLUMNS, [FIRST, THIRD])]})

    assert digest_of({"declared": [Opened(COLUMNS, [other, THIRD])]}) != before


def test_the_same_words_in_another_table_give_another_digest() -> None:
    rows = [Opened(("row_id", "year"), [("a", 2024)])]

    assert digest_of({"declared": rows}) != digest_of({"rating": rows})
