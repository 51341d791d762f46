"""How well a column reads in each code: the share of its words that are syllables."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from partyroll.read.legacy.codes import Encoding, decoded, is_written_in
from partyroll.read.legacy.syllables import is_syllable

LEAST_WORDS = 4  # that only the old code reads; with fewer a column follows its sheet
_CLEAR = 0.75  # of the words must be syllables: some names are of other languages
_LEAD = 0.3  # before Unicode: a column is changed only where it reads far better
_LEAD_OVER_OTHER = 0.1
_OLD = (Encoding.TCVN3, Encoding.VNI)
_WORD = re.compile("[A-Za-z\u00a1-\u00ff]{2,}")
# What only Unicode Vietnamese has; an accent that stands apart comes from Unicode too.
_ONLY_UNICODE = re.compile("[\u0100-\u017f\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1e00-\u1eff]")
_ONE_BYTE = re.compile("[\u00a1-\u00ff]")


def is_plainly_unicode(text: str) -> bool:
    """Whether a letter stands in `text` that no old code has."""
    return _ONLY_UNICODE.search(text) is not None


def may_be_old(text: str) -> bool:
    """Whether `text` has signs of the old codes and none of Unicode."""
    return (
        not text.isascii()
        and _ONE_BYTE.search(text) is not None
        and not is_plainly_unicode(text)
    )


@dataclass(frozen=True, slots=True)
class Score:
    """Of how many different words (with a sign beyond ASCII) each reading makes syllables.

    `telling` counts those that are syllables in an old code and none in Unicode.
    """

    words: int
    good: tuple[int, int, int]  # Unicode, TCVN3, VNI
    telling: int = 0

    def share(self, encoding: Encoding) -> float:
        """Return the share of words that are syllables in `encoding`."""
        return self.good[_PLACE[encoding]] / self.words if self.words else 0.0

    @property
    def best_old(self) -> Encoding:
        """The old code that reads best."""
        return max(_OLD, key=self.share)

    @property
    def reads_better_old(self) -> bool:
        """Whether an old code makes more of the words than Unicode does."""
        return self.share(self.best_old) > self.share(Encoding.UNICODE)

    @property
    def winner(self) -> Encoding | None:
        """The one reading that is clearly right; None = these words do not tell."""
        best = self.best_old
        other = min(_OLD, key=self.share)
        own, as_is = self.share(best), self.share(Encoding.UNICODE)
        if as_is >= _CLEAR and as_is - own >= _LEAD_OVER_OTHER:
            return Encoding.UNICODE
        if self.telling < LEAST_WORDS or own < _CLEAR or own - as_is < _LEAD:
            return None
        return best if own - self.share(other) >= _LEAD_OVER_OTHER else None


_PLACE = {encoding: place for place, encoding in enumerate(Encoding)}


def score(texts: Iterable[str]) -> Score:
    """Return how well `texts` read in each code; repeated words count once."""
    words = {word for text in texts for word in _WORD.findall(text) if not word.isascii()}
    readings = [_readings(word) for word in words]
    good = [sum(reading[place] for reading in readings) for place in range(3)]
    telling = sum(any(reading[1:]) and not reading[0] for reading in readings)
    return Score(len(words), (good[0], good[1], good[2]), telling)


@lru_cache(maxsize=50_000)
def _readings(word: str) -> tuple[bool, bool, bool]:
    found = [
        is_written_in(word, encoding) and is_syllable(decoded(word, encoding))
        for encoding in Encoding
    ]
    return found[0], found[1], found[2]
