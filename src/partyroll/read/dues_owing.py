"""What words about a debt say: a bare debt, or a debt with something to ask about."""

import re
from collections.abc import Mapping
from typing import Final

from partyroll.model import Letter
from partyroll.read.legends import BLANK_MARK
from partyroll.text import fold

_BEGINS = re.compile(r"^(?:con )?(?:no|chua|khong nop|khong dong)\b")
_OF_A_MONTH = re.compile(r"^(?:t|th|thang)\.? ?\d[\d ,;&t-]*:? ?(?:con |van )?(?:no|chua)\b")
_DEBT_OF_BLANKS = re.compile(r"\b(?:chua|khong|no|con)\b")
# Nobody knows yet, or nobody wrote it down: that is no debt of the member.
_NOT_KNOWN = re.compile(
    r"\?|^chua (?:ro|biet|co (?:so|thong tin|danh sach)|cap nhat|vao so|len so|ghi|xac dinh"
    r"|doi chieu|tong hop|den han|den ky)\b|^no so\b"
)
_WORDS = re.compile(r"[^\W\d_]+")
# Words that say how much is owed, of what and for which month; others give a reason, speak of a
# payment or of something else, and a person has to read them.
_SAYS_NO_MORE: Final = frozenset(
    {"con", "van", "no", "chua", "khong", "nop", "dong", "thu", "duoc", "tien", "dang", "phi"}
    | {
        "dp",
        "t",
        "th",
        "thang",
        "quy",
        "q",
        "nam",
        "k",
        "d",
        "vnd",
        "nghin",
        "ngan",
        "dc",
        "so",
    }
    | {
        "ca",
        "hai",
        "ba",
        "mot",
        "bon",
        "lai",
        "het",
        "du",
        "toi",
        "den",
        "gio",
        "va",
        "la",
        "nay",
    }
)


def names_a_debt(folded: str) -> bool:
    """Whether months are named as owed, not as paid: "T1: nợ"."""
    return _OF_A_MONTH.match(folded) is not None


def blanks_stand_for_something(legend: Mapping[str, str]) -> bool:
    """Whether the sheet says what a blank cell means, and means no debt by it."""
    words = fold(legend.get(BLANK_MARK, ""))
    return bool(words) and _DEBT_OF_BLANKS.search(words) is None


def letter_of_debt(folded: str) -> str | None:
    """Return the letter of words that begin with a debt; None if they do not.

    A debt with words beside it ("nợ, đã nộp 5/12", "chưa đóng, thai sản") is left to people.
    """
    if not _BEGINS.match(folded):
        return None
    if _NOT_KNOWN.search(folded):
        return Letter.UNREADABLE
    return Letter.UNPAID if set(_WORDS.findall(folded)) <= _SAYS_NO_MORE else Letter.NOTED
