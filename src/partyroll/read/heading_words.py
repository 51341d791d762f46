"""The forms under which two ways of writing one heading are equal: "3. Họ tên ĐV" and more."""

import re
from collections.abc import Mapping

from partyroll.text import clean, same_key

_HINT = re.compile(r"\([^()]*\)")
STAR = re.compile(r"\(\s*\*\s*\)|\*\)?")
# A column's own number before its words: "(3) Họ tên", "3. Họ tên", "(c) Họ tên", "III- Quê".
_NUMBER = re.compile(
    r"^(?:\((?:\d{1,2}|[a-zA-Z]|[IVX]+)\)|(?:\d{1,2}|[IVX]{2,})\s*[.):-])\s*(?=[^\W\d_]{2})"
)
_SIGNS = re.compile(r"[^\w\s]+")
_COMRADE = re.compile(r"\bđ\s*/\s*c\b", re.IGNORECASE)
_AND = frozenset({same_key("và")})
# "…, nếu có", "Đã chuyển sinh hoạt chưa?"
_IF_ANY = re.compile(
    r"\s*[-,]?\s*nếu có\s*$|(?<=\S{2})\s+(?:hay |đã )?(?:chưa|không)\s*\?$", re.IGNORECASE
)


def key(text: str) -> str:
    """Return the form under which two spellings of one heading are equal."""
    plain = STAR.sub(" ", text).replace(":", " ").strip(" .\n")
    return same_key(plain)


def without_hints(text: str) -> str:
    """Return a heading without what stands in brackets."""
    return _HINT.sub(" ", text)


def without_number(text: str) -> str:
    """Return a heading without the number of its column."""
    return _NUMBER.sub("", clean(text))


def loose_key(text: str, abbreviations: Mapping[str, str]) -> str:
    """Return a heading without signs and "và", its short words written out.

    A heading that is nothing but one short word stays what it is: "CT" alone says nothing.
    """
    plain = _COMRADE.sub("đồng chí", _IF_ANY.sub("", without_number(text)))
    words = key(_SIGNS.sub(" ", plain)).split()
    if len(words) > 1:
        words = [abbreviations.get(word, word) for word in words if word not in _AND]
    return " ".join(words)
