"""Whether a word can be a Vietnamese syllable: its onset, its rhyme, its tone.

The three parts are listed, not the thousands of syllables; that is enough to tell text from
the same text read in a wrong code.
"""

import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOPPED_TONES = frozenset({"", "\u0301", "\u0323"})  # "" : typed without its tone
_ONSETS = (
    *("ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr"),
    *("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"),
    "",
)
_RHYME_LINES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y ych yêm yên yêng yêt yêu ynh yt
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
    uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu
    ưt ưu
"""
_RHYMES = frozenset(_RHYME_LINES.split())
_FRONT = frozenset("eêiy")  # k, gh, ngh stand before these, c, g, ng before the others
_MARKED = frozenset("ăâêôơư")


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether `word` (in any case, NFC or NFD) can be a Vietnamese syllable."""
    letters, tones = _apart(word.casefold())
    if len(tones) > 1:
        return False
    return any(
        letters.startswith(onset)
        and _fits(onset, letters[len(onset) :], tones)
        and _tone_stands_right(letters, len(onset), tones)
        for onset in _ONSETS
    )


def _apart(word: str) -> tuple[str, list[tuple[int, str]]]:
    """Return the letters without tones, and each tone with the place of its letter."""
    letters: list[str] = []
    tones: list[tuple[int, str]] = []
    for sign in unicodedata.normalize("NFD", word):
        if sign in _TONES:
            tones.append((len(letters) - 1, sign))
        elif unicodedata.combining(sign) and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + sign)
        else:
            letters.append(sign)
    return "".join(letters), tones


def _fits(onset: str, rhyme: str, tones: list[tuple[int, str]]) -> bool:
    if rhyme not in _RHYMES:
        return False
    if onset in {"k", "gh", "ngh"} and rhyme[0] not in _FRONT:
        return False
    if onset in {"c", "ng"} and rhyme[0] in _FRONT:
        return False
    stopped = rhyme.endswith(("c", "ch", "p", "t"))
    return not stopped or (tones[0][1] if tones else "") in _STOPPED_TONES


def _tone_stands_right(letters: str, onset: int, tones: list[tuple[int, str]]) -> bool:
    """Whether the tone stands over a vowel: over one with a mark if there is any."""
    if not tones:
        return True
    place = tones[0][0]
    marked = [n for n in range(onset, len(letters)) if letters[n] in _MARKED]
    return place in marked if marked else onset <= place and letters[place] in "aeiouy"
