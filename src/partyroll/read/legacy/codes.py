"""The two old codes as tables: which sign stands for which letter.

Both are stored as the letters of Western Windows and look Vietnamese only in their own font.
TCVN3 has a sign for each small letter with a tone and seven capitals; VNI writes the letter
and its marks one after the other.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby, pairwise
from unicodedata import normalize

from partyroll.read.legacy.syllables import is_syllable

_TONES = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


class Encoding(StrEnum):
    """How the Vietnamese of a cell is stored."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


# The signs of each vowel with huyền, hỏi, ngã, sắc, nặng: TCVN 5712, VN3.
_TCVN3_TONED = {
    "a": (0xB5, 0xB6, 0xB7, 0xB8, 0xB9),
    "ă": (0xBB, 0xBC, 0xBD, 0xBE, 0xC6),
    "â": (0xC7, 0xC8, 0xC9, 0xCA, 0xCB),
    "e": (0xCC, 0xCE, 0xCF, 0xD0, 0xD1),
    "ê": (0xD2, 0xD3, 0xD4, 0xD5, 0xD6),
    "i": (0xD7, 0xD8, 0xDC, 0xDD, 0xDE),
    "o": (0xDF, 0xE1, 0xE2, 0xE3, 0xE4),
    "ô": (0xE5, 0xE6, 0xE7, 0xE8, 0xE9),
    "ơ": (0xEA, 0xEB, 0xEC, 0xED, 0xEE),
    "u": (0xEF, 0xF1, 0xF2, 0xF3, 0xF4),
    "ư": (0xF5, 0xF6, 0xF7, 0xF8, 0xF9),
    "y": (0xFA, 0xFB, 0xFC, 0xFD, 0xFE),
}
_TCVN3_PLAIN = dict(zip("ăâêôơưđ", range(0xA8, 0xAF), strict=True))
_TCVN3_CAPITALS = dict(zip("ĂÂÊÔƠƯĐ", range(0xA1, 0xA8), strict=True))

# VNI: which mark makes which tone, behind a plain vowel and behind a, e, o with a mark.
_PLAIN_TONES = dict(zip("øûõùï", _TONES, strict=True))
_ROOFED = {"â": "", **dict(zip("àåãáä", _TONES, strict=True))}  # over â ê ô
_SHORT = {"ê": "", **dict(zip("èúüéë", _TONES, strict=True))}  # over ă
_VNI_SINGLE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}
_VNI_HORNED = {"ô": "ơ", "ö": "ư"}
_MARKS = "".join((*_PLAIN_TONES, *_ROOFED, *_SHORT))


def _composed(letter: str, tone: str) -> str:
    return normalize("NFC", letter + tone)


def _tcvn3_letters() -> dict[int, str]:
    found = {code: letter for letter, code in (_TCVN3_PLAIN | _TCVN3_CAPITALS).items()}
    for vowel, codes in _TCVN3_TONED.items():
        for code, tone in zip(codes, _TONES, strict=True):
            found[code] = _composed(vowel, tone)
    return found


def _vni_pairs() -> Iterator[tuple[str, str]]:
    for vowel in "aeouyôö":
        for mark, tone in _PLAIN_TONES.items():
            yield vowel + mark, _composed(_VNI_HORNED.get(vowel, vowel), tone)
    for vowel in "aeo":
        for mark, tone in _ROOFED.items():
            yield vowel + mark, _composed(vowel, "\u0302" + tone)
    for mark, tone in _SHORT.items():
        yield "a" + mark, _composed("ă", tone)


def _vni_letters() -> dict[str, str]:
    """Return every letter of VNI; a capital may carry a small mark."""
    found = {**_VNI_SINGLE, **_VNI_HORNED}
    found |= {sign.upper(): letter.upper() for sign, letter in found.items()}
    for signs, letter in _vni_pairs():
        capital = signs[0].upper()
        found[signs] = found[signs[0] + signs[1].upper()] = letter
        found[signs.upper()] = found[capital + signs[1]] = letter.upper()
    return found


_TCVN3 = _tcvn3_letters()
_TONED = frozenset(
    _composed(vowel, tone) for vowel in _TCVN3_TONED for tone in _TONES
)  # TCVN3 has them small only
_VNI = _vni_letters()
_VNI_SIGN = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_VNI_TEXT = re.compile(rf"(?:[\x00-\x7f]|{_VNI_SIGN.pattern})*")


def decoded(text: str, encoding: Encoding) -> str:
    """Return `text` in Unicode; a sign that is none of the code's stays as it is."""
    if encoding is Encoding.TCVN3:
        return with_capitals(text.translate(_TCVN3))
    if encoding is Encoding.VNI:
        return _VNI_SIGN.sub(lambda sign: _VNI[sign[0]], text)
    return text


def is_written_in(word: str, encoding: Encoding) -> bool:
    """Whether every sign of `word` belongs to the code."""
    if encoding is Encoding.TCVN3:
        return all(sign.isascii() or ord(sign) in _TCVN3 for sign in word)
    if encoding is Encoding.VNI:
        return _VNI_TEXT.fullmatch(word) is not None
    return True


# --- Capitals that TCVN3 has no sign for ----------------------------------------------------
_WORD = re.compile(r"[^\W\d_]+")
_PART_ENDS = re.compile(r"[,;:\n]")
# Small by custom, and nobody's name: they say what a place or a body is, or why one is away.
_SMALL = frozenset({"ấp", "ủy", "uỷ", "ở", "ốm"})


def with_capitals(text: str) -> str:
    """Return decoded TCVN3 with the capitals that the code cannot write: "Hồ ánh" → "Hồ Ánh".

    A word that begins with a toned vowel is always stored small; its neighbours tell whether
    a capital was meant.
    """
    text = _in_capitals(text)
    words = [*_WORD.finditer(text)]
    alone = all(_unsayable(word[0]) for word in words)  # nothing beside them tells
    for before, word in pairwise([None, *words]):
        if word is not None and _unsayable(word[0]):
            after = next((w[0] for w in words if w.start() > word.start()), "")
            if alone or _meant(text[before.start()] if before else "", after):
                text = _raised(text, word.start())
    return text


def _in_capitals(text: str) -> str:
    """Return what was typed in capitals all in capitals: "THÔN ĐƯờNG", "LÊ VĂN Tú".

    What is sure of one word holds of its neighbours, as long as they could be capitals too.
    Two letters may be an abbreviation ("CA huyện") where small letters stand beside them.
    """
    words = [*_WORD.finditer(text)]
    shortest = 2 if all(_may_be_capitals(word[0]) for word in words) else 3

    ends = [end.start() for end in _PART_ENDS.finditer(text)]

    def part(word: re.Match[str]) -> tuple[bool, int]:
        return _may_be_capitals(word[0]), bisect_left(ends, word.start())

    for (possible, _), found in groupby(words, part):
        run = [*found]
        if possible and any(_is_in_capitals(word[0], shortest) for word in run):
            first, after = run[0].start(), run[-1].end()
            text = text[:first] + text[first:after].upper() + text[after:]
    return text


def _may_be_capitals(word: str) -> bool:
    """Whether nothing in a word is small but what the code cannot write otherwise."""
    return all(sign.isupper() or sign in _TONED for sign in word)


def _is_in_capitals(word: str, shortest: int) -> bool:
    """Whether a word is in capitals and no abbreviation of less than `shortest` letters."""
    if not word.isupper():
        return any(map(str.isupper, word[1:]))
    least = shortest if word.isascii() else 2
    return len(word) >= least and is_syllable(word)


def _unsayable(word: str) -> bool:
    first = word[0]
    if first.isascii() or first in _TCVN3_PLAIN:
        return False
    return first.islower() and word not in _SMALL


def _raised(text: str, place: int) -> str:
    return text[:place] + text[place].upper() + text[place + 1 :]


def _meant(before: str, after: str) -> bool:
    """Whether the words around one of unknown case are those of a name."""
    if after and not _unsayable(after):
        return after[0].isupper()
    return before.isupper()
