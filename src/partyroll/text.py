"""Vietnamese text: one spelling to compare by, one order to sort by.

SQLite knows neither: its LIKE and upper() stop at ASCII, and NFD alone leaves the đ.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

_D = str.maketrans("đĐ", "dD")
# What typing, copying and old fonts leave between letters without showing it.
_INVISIBLE = dict.fromkeys(
    [
        0x00AD,
        0x200B,
        0x200C,
        0x200D,
        0x2060,
        0xFEFF,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ]
)
_CONTROL = dict.fromkeys(c for c in [*range(0x20), 0x7F] if c not in {0x09, 0x0A, 0x0D})
_TO_WRITE_ON = " \t\n.…·_-–—/"
_TONES = {"\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0301": 5, "\u0323": 6}
_ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}


def clean(text: str) -> str:
    """Return `text` in NFC, without invisible signs, blanks collapsed."""
    # Most text is clean already, which is cheap to see.
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip()
    kept = text.translate(_CONTROL).translate(_INVISIBLE)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def says_something(text: str) -> bool:
    """Whether a cell says more than the dots or dashes that somebody is to write on."""
    return bool(text.strip(_TO_WRITE_ON))


def mid_sentence(words: str) -> str:
    """Return words as they go on in a sentence: "Cho ra khỏi Đảng" → "cho ra khỏi Đảng"."""
    return words[:1].lower() + words[1:]


@lru_cache(maxsize=50_000)  # a roll's names repeat
def fold(text: str) -> str:
    """Return `text` without tones, marks and case: "Nguyễn  Đình ĐẠT" → "nguyen dinh dat"."""
    return " ".join([folded for word in text.split() if (folded := _folded(word))])


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.translate(_D))  # đ does not decompose
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=50_000)  # an import asks for every name again and again, and names repeat
def same_key(text: str) -> str:
    """Return the key under which two spellings of one Vietnamese name are equal.

    NFC or NFD, capitals, blanks and the place of the tone (hoà = hòa) do not matter; tones,
    marks and y/i do: Hùng is not Hưng.
    """
    return " ".join([_syllable_key(part) for part in clean(text).casefold().split()])


_LEADING_ZEROS = re.compile(r"\b0+(?=\d)")


def unit_key(name: str) -> str:
    """Return the key under which two spellings name one unit; numbers compare as numbers."""
    return _LEADING_ZEROS.sub("", same_key(name))


_Y_FOR_I = re.compile(r"^((?:[bcdđghklmnpqrstvx]+|qu|ngh?|kh|ph|th|tr)?)y$")


def spelling_key(text: str) -> str:
    """Return the key under which a lone y and i are one letter, too: Sĩ = Sỹ, Quí = Quý.

    Only the whole vowel of a syllable is written both ways: Thúy is not Thúi.
    """
    return " ".join([_with_i(part) for part in same_key(text).split()])


@lru_cache(maxsize=50_000)
def _with_i(syllable: str) -> str:
    tone = syllable[-1:] if syllable[-1:] in _TONES else ""
    return _Y_FOR_I.sub(r"\1i", syllable.removesuffix(tone)) + tone


@lru_cache(maxsize=50_000)
def _syllable_key(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable)
    tone = "".join(c for c in letters if c in _TONES)
    base = "".join(c for c in letters if c not in _TONES)
    return unicodedata.normalize("NFC", base) + tone


@cache
def _sort_letters(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[int] = []
    tones: list[int] = []
    base = ""
    for sign in unicodedata.normalize("NFD", word.casefold()):
        if sign in _TONES:
            tones[-1:] = [_TONES[sign]]
        elif unicodedata.combining(sign) and letters:
            base = unicodedata.normalize("NFC", base + sign)
            letters[-1] = _ALPHABET.get(base, 100 + ord(base[0]))
        else:
            base = sign
            letters.append(_ALPHABET.get(sign, 100 + ord(sign) if sign.isalpha() else -1))
            tones.append(1)
    return tuple(letters), tuple(tones)


SortKey = tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...], str]


def sort_key(text: str) -> SortKey:
    """Return the key that sorts as a Vietnamese dictionary does: letters, then tones."""
    words = [_sort_letters(word) for word in clean(text).split()]
    return tuple(w[0] for w in words), tuple(w[1] for w in words), text


def name_sort_key(name: str) -> SortKey:
    """Return the key for names of persons: given name, family name, middle names."""
    words = clean(name).split()
    return sort_key(" ".join([*words[-1:], *words[:-1]]))


def number_spans(numbers: Iterable[int]) -> str:
    """Return numbers as people say them, three or more in a row drawn together: "2, 6–8"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    spoken = (
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )
    return ", ".join(spoken)


_NUMBER = re.compile(r"\d+")


@lru_cache(maxsize=50_000)  # the units above stand in very many paths
def natural_key(text: str) -> tuple[tuple[int, SortKey], ...]:
    """Return the key that sorts "Chi bộ 2" before "Chi bộ 10"."""
    pieces = re.split(r"(\d+)", clean(text))
    return tuple(
        (
            int(piece) if _NUMBER.fullmatch(piece) else -1,
            sort_key("" if _NUMBER.fullmatch(piece) else piece),
        )
        for piece in pieces
    )


def title_case(text: str) -> str:
    """Return a name or place typed in capitals as "Nguyễn Văn An".

    Words of mixed case stay as they are: "McDonald", "TDP" beside small letters.
    """
    if text != text.upper() or text == text.lower():
        return text
    return " ".join(word[:1].upper() + word[1:].lower() for word in text.split())


def mask(number: str) -> str:
    """Return an identity or card number with all but its last four digits hidden."""
    return "*" * max(len(number) - 4, 0) + number[-4:]


def thousands(number: int) -> str:
    """Return a count as printed in Vietnamese prose: 1441 → "1.441"."""
    return f"{number:,}".replace(",", ".")
