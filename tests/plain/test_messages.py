"""Whatever the ledger stores by a sign has its Vietnamese word."""

from typing import get_args

from partyroll.messages import CHANGE, DUES_LETTER, MEETING_LETTER
from partyroll.model import Letter
from partyroll.tasks.registers.writing import Noun

SIGNS = {sign for name, sign in vars(Letter).items() if name.isupper()}


def test_every_letter_but_the_blank_has_a_word() -> None:
    assert DUES_LETTER.keys() | MEETING_LETTER.keys() == SIGNS - {Letter.BLANK}


def test_a_letter_of_both_books_means_what_its_book_says() -> None:
    assert DUES_LETTER[Letter.PAID] == "đã đóng"
    assert MEETING_LETTER[Letter.PRESENT] == "có mặt"


def test_the_history_has_words_for_the_changes_of_every_noun() -> None:
    assert CHANGE.keys() >= {*get_args(Noun)}
