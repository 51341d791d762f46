"""Bytes of a text file as text: a mark at its start, UTF-8, else what reads as Vietnamese."""

import codecs
import re
from unicodedata import normalize

from partyroll.read.legacy.codes import Encoding
from partyroll.read.legacy.scores import score
from partyroll.read.legacy.syllables import is_syllable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 4096  # bytes, for the pattern of zeros
_SCORED = 200_000  # signs, for the words
_LEAD = 0.1  # of the old codes before the code of Vietnamese Windows
_WORD = re.compile(r"[^\W\d_]{2,}")


def decoded(content: bytes, said: str = "") -> tuple[str, str]:
    """Return the text and the code it was in; `said` is the old code that the user names.

    Old TCVN3 and VNI text comes back as the Western letters it is stored as.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return content.decode(codec, "replace"), "unicode"
    if wide := wide_codec(content):
        return content.decode(wide, "replace"), "unicode"
    try:
        return content.decode("utf-8"), "unicode"
    except UnicodeDecodeError:
        return _one_byte(content, said)


def wide_codec(content: bytes) -> str:
    """Return the codec of UTF-16 without a mark ("" = it is none), by where its zeros stand."""
    start = content[: _LOOKED_AT & ~1]
    pairs = len(start) // 2
    if pairs == 0 or len(content) % 2:
        return ""
    first, second = start[0::2].count(0) / pairs, start[1::2].count(0) / pairs
    if second > 0.4 and first < 0.05:
        return "utf-16-le"
    return "utf-16-be" if first > 0.4 and second < 0.05 else ""


def _one_byte(content: bytes, said: str) -> tuple[str, str]:
    western = content.decode("cp1252", "replace")
    windows = normalize("NFC", content.decode("cp1258", "replace"))
    if said in {Encoding.TCVN3, Encoding.VNI}:
        return western, said
    old = score([western[:_SCORED]])
    if old.share(old.best_old) > _share(windows[:_SCORED]) + _LEAD:
        return western, old.best_old.value
    return windows, "cp1258"


def _share(text: str) -> float:
    words = {word for word in _WORD.findall(text) if not word.isascii()}
    return sum(map(is_syllable, words)) / len(words) if words else 1.0
