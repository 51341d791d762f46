"""Names, numbers of persons, gender and marks, as cells hold them."""

import re
from functools import lru_cache
from unicodedata import is_normalized

from partyroll.messages import EXAMPLE_MARK
from partyroll.model import Gender
from partyroll.read.dittos import is_ditto
from partyroll.read.grid import Fault, Value, as_text
from partyroll.read.honours import may_begin_with_honour, without_honours
from partyroll.read.remarks import Reading
from partyroll.read.standing_words import no_longer_here
from partyroll.text import fold, title_case

NAME_LIMIT = 100
TEXT_LIMIT = 2_000
_DASHES = " -–—.…"  # what clerks put where there is nothing to say
_FORMULA_SIGNS = ("=", "+", "-", "@")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E[+]?\d{1,2}", re.IGNORECASE)
_FILLER = re.compile(r"[\s.'’`]")
_FLOAT_TAIL = re.compile(r"^(\d{8,12})\.0$")  # a number once, text since a conversion
# What stands before a name and is none of it: "1. ", "Đ/c ".
_BEFORE_NAME = re.compile(
    r"^(?:\d{1,4}[.)]\s*)?(?:(?:đ/c|đồng chí|đc\.)\s*[:.]?\s*(?=\S+\s+\S))?", re.IGNORECASE
)
# New members have no card yet; who waits for another has a number that nobody wrote.
_NO_NUMBER = re.compile(
    r"|-{1,2}|–|/|khong(?: co| ro)?(?: the)?"
    r"|(?:dang |con )?(?:chua|cho)(?: (?:co|cap|phat|nhan|lam|doi|duoc|dang ky))*"
    r"(?: (?:the(?: dang(?: vien)?)?|so|lai|moi))*"
    r"|dang (?:lam|doi|cap|xin cap)(?: (?:the|lai|moi))*|(?:da |bi )?mat(?: the)?"
    r"|(?:dv)?(?:du bi|db)"
)

# Words that clerks add to a name: "(mất)", "- Bí thư", "; bí danh Tư", "tức Hai Sung".
_BESIDE_NAME = re.compile(
    r"[(\[]([^()\[\]]+)[)\]]$|(?<=\w)\s[-–]\s*(.+)$|[;,:]\s*(.+)$"
    r"|\s((?:tức|bí danh|tên thật|còn gọi)\s.+)$",
    re.IGNORECASE,
)
_SHORT_WORDS = frozenset({"bt", "db", "ct", "kt", "xt"})  # these tell no namesakes apart
_BETWEEN_NAMES = re.compile(r"[,;/&+\n]|\s-\s|\svà\s")

# "ü" and "þ" are the ticks of Wingdings; alone in a cell they are no word.
MARKS = frozenset(
    {"ü", "þ", "x", "X", "✓", "✔", "√", "v", "V", "☑", "●", "•", "1", "có", "Có", "true"}
)
_NOTHING: Reading[str] = Reading(None)


def error_text(text: str) -> bool:
    """Whether a text cell holds what Excel writes for a broken formula."""
    return text.startswith("#") and text.rstrip("!?") in {
        "#REF",
        "#N/A",
        "#VALUE",
        "#NAME",
        "#DIV/0",
        "#NUM",
        "#NULL",
    }


def fault_code(value: Value) -> str:
    """Return the code of a cell that has no value of its own ("" = it has one)."""
    if isinstance(value, Fault):
        return value.code
    if isinstance(value, str) and value.startswith("#") and error_text(value.strip()):
        return "formula_error"
    return ""


def read_name(value: Value) -> Reading[str]:
    """Return a person's name: capitals become title case, blanks one."""
    if type(value) is str and _is_plain_name(value):
        return Reading(value)  # nearly always
    return _mended_name(value)


def _mended_name(value: Value) -> Reading[str]:
    if code := fault_code(value):
        return Reading(None, code)
    text = as_text(value)
    if not text:
        return _NOTHING
    if not text[0].isalpha() or text[0] in "đĐ":
        text = _BEFORE_NAME.sub("", text)
    text = without_honours(text)
    text, beside = _apart(text)
    if code := _no_name(text, str(value)):
        return Reading(None, code)
    if no_longer_here(fold(beside)):
        return Reading(None, "name_with_status")
    one_case = text.isupper() or text.islower()
    plain = title_case(text.upper()) if one_case else text
    return Reading(plain, "words_beside_name" if beside else "")


def _apart(text: str) -> tuple[str, str]:
    """Return a name as it is kept, and the words beside it ("" = none).

    The words stay with the name: they may be all that tells two people apart.  A letter or a
    number in brackets, "(A)", is there for that alone.
    """
    plain = text.rstrip(" *")
    found = _BESIDE_NAME.search(plain)
    words = next(filter(None, found.groups()), "") if found else ""
    told = len(words) > 2 or fold(words) in _SHORT_WORDS
    return plain, words if told else "*" * (plain != text)


def _no_name(text: str, typed: str) -> str:
    """Return the code of a text that is nobody's name ("" = it is one)."""
    if is_ditto(text):
        return "missing_name"
    if text.startswith(_FORMULA_SIGNS):
        return "formula_injection"
    if len(text) > NAME_LIMIT:
        return "text_too_long"
    if not any(sign.isalpha() for sign in text):
        return "name_without_letters"
    return "several_names" if _BETWEEN_NAMES.search(typed) and _several_names(typed) else ""


def _is_plain_name(text: str) -> bool:
    """Whether a text is the name it says: words of letters, nothing to mend or to doubt."""
    return (
        text.replace(" ", "").isalpha()  # a pattern takes ten times as long over Vietnamese
        and text.strip() == text
        and "  " not in text
        and len(text) <= NAME_LIMIT
        and " và " not in text
        and (len(text) > 2 or not is_ditto(text))
        and not text.isupper()
        and not text.islower()
        and " tức " not in text
        and text[:8].lower() != "đồng chí"
        and not may_begin_with_honour(text)
        and is_normalized("NFC", text)
    )


def _several_names(text: str) -> bool:
    """Whether each part of a cell is a whole name: "Lò Văn An, Lò Thị Bình"."""
    parts = [part.split() for part in _BETWEEN_NAMES.split(text) if part.strip()]
    return len(parts) > 1 and all(
        len(words) >= 2 and all(word[0].isupper() and word.isalpha() for word in words)
        for words in parts
    )


def read_text(value: Value) -> Reading[str]:
    """Return free text: a formula sign is told, an Excel error is no text."""
    if value == "":
        return _NOTHING
    if code := fault_code(value):
        return Reading(None, code)
    text = as_text(value)
    if not text.strip(_DASHES):
        return _NOTHING
    if len(text) > TEXT_LIMIT:
        return Reading(text[:TEXT_LIMIT], "text_too_long")
    if text.startswith(_FORMULA_SIGNS) and len(text) > 1 and not text[1].isspace():
        return Reading(text, "formula_injection")
    return Reading(text or None)


def digits_of(value: Value) -> str:
    """Return a number of a person without the blanks, dots and apostrophes around it."""
    return _FILLER.sub("", _FLOAT_TAIL.sub(r"\1", as_text(value)))


def read_national_id(value: Value) -> Reading[str]:
    """Return an identity number of 12 (or 9) digits."""
    return _digits(value, lengths=(12, 9), bad="bad_id_length", short=11)


def read_card(value: Value) -> Reading[str]:
    """Return a card number of 12 digits, or 8 of the old card."""
    return _digits(value, lengths=(12, 8), bad="bad_card_format", short=11)


def read_old_card(value: Value) -> Reading[str]:
    """Return the number of an old card: 8 digits."""
    return _digits(value, lengths=(8,), bad="bad_card_format", short=7)


def _digits(value: Value, *, lengths: tuple[int, ...], bad: str, short: int) -> Reading[str]:
    if value == "":
        return _NOTHING
    if type(value) is str and len(value) in lengths and value.isascii() and value.isdecimal():
        return Reading(value)  # nearly always
    if code := fault_code(value):
        return Reading(None, code)
    digits = digits_of(value)
    if digits.isdecimal() and digits.isascii():
        if len(digits) in lengths:
            return Reading(digits)
        return Reading(None, "leading_zero_lost" if len(digits) == short else bad)
    text = as_text(value)
    if _NO_NUMBER.fullmatch(fold(text)):
        return _NOTHING
    return Reading(None, "scientific_notation" if _SCIENTIFIC.fullmatch(text) else bad)


_GENDERS = {
    "nam": Gender.MALE,
    "m": Gender.MALE,
    "trai": Gender.MALE,
    "nu": Gender.FEMALE,
    "f": Gender.FEMALE,
    "gai": Gender.FEMALE,
}


def read_gender(value: Value) -> Reading[Gender]:
    """Return Nam or Nữ; a lone 1 or 0 says nothing."""
    if value == "":
        return Reading(None)
    if code := fault_code(value):
        return Reading(None, code)
    return _gender(as_text(value))


@lru_cache(maxsize=256)
def _gender(text: str) -> Reading[Gender]:
    if text in {"0", "1"}:
        return Reading(None, "ambiguous_mark")
    folded = fold(text)
    if folded in {"", "-", "khong ro"}:
        return Reading(None)
    gender = _GENDERS.get(folded)
    return Reading(gender, "" if gender else "invalid_gender")


def is_mark(value: Value) -> bool:
    """Whether a cell holds a tick."""
    return value is True or as_text(value) in MARKS


def is_example(value: Value) -> bool:
    """Whether a cell is marked as an example of a form: "Nguyễn Văn Mẫu (ví dụ)"."""
    if not isinstance(value, str) or not value.endswith(")"):
        return False
    return fold(value).endswith(fold(EXAMPLE_MARK))


def is_number(text: str) -> bool:
    """Whether `text` is a plain running number: 1, 12, 3."""
    return text.rstrip(".").isdecimal()
