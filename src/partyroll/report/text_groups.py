"""Groups of what people write freely, by the patterns of `groups.toml`."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from partyroll.text import clean, fold, same_key

Place = tuple[int, int]  # the earlier comes first, of two at one place the longer
_WORD = re.compile(r"[^\W_]+(?:/[^\W_]+)*")  # "12/12" is one word


@dataclass(frozen=True, slots=True)
class Pattern:
    """One phrase of a group, as compared with accents and without; `alone` = the whole text."""

    marked: str
    plain: str
    alone: bool

    def place(self, words: str, *, accents: bool) -> Place | None:
        """Return where the phrase stands in `words`, None where it does not."""
        phrase = self.marked if accents else self.plain
        if self.alone:
            return (0, -len(phrase)) if words == phrase else None
        start = f" {words} ".find(f" {phrase} ")
        return None if start < 0 else (start, -len(phrase))


@dataclass(frozen=True, slots=True)
class TextGroup:
    """A group with the phrases that tell it."""

    code: str
    title: str
    patterns: tuple[Pattern, ...]
    through_parents: bool = False


_Begun = Mapping[str, list[tuple[int, Pattern]]]  # by first word: number of the group, phrase


@dataclass(frozen=True, slots=True)
class TextGroups:
    """Groups in their order; most texts share no word with any phrase, so these are indexed."""

    groups: tuple[TextGroup, ...]
    marked: _Begun
    plain: _Begun

    @classmethod
    def of(cls, groups: Iterable[TextGroup]) -> "TextGroups":
        """Return the groups, their phrases found by the first word."""
        marked: dict[str, list[tuple[int, Pattern]]] = defaultdict(list)
        plain: dict[str, list[tuple[int, Pattern]]] = defaultdict(list)
        ordered = tuple(groups)
        for number, group in enumerate(ordered):
            for pattern in group.patterns:
                marked[pattern.marked.partition(" ")[0]].append((number, pattern))
                plain[pattern.plain.partition(" ")[0]].append((number, pattern))
        return cls(ordered, dict(marked), dict(plain))

    def first(self, text: str) -> TextGroup | None:
        """Return the first group that fits `text`."""
        return next((group for _, group in self._fitting(text)), None)

    def earliest(self, text: str) -> TextGroup | None:
        """Return the group whose phrase stands first in `text`."""
        fitting = self._fitting(text)
        return min(fitting, key=lambda entry: entry[0])[1] if fitting else None

    def _fitting(self, text: str) -> list[tuple[Place, TextGroup]]:
        """Return the groups that fit; none where missing accents leave two of them open."""
        accents = fold(text) != " ".join(text.casefold().split())
        words = _marked(text) if accents else _plain(text)
        places: dict[int, Place] = {}  # by group, where the first of its phrases stands
        begun = self.marked if accents else self.plain
        for word in set(words.split()):
            for number, pattern in begun.get(word, ()):
                place = pattern.place(words, accents=accents)
                if place is not None:
                    places[number] = min(place, places.get(number, place))
        fitting = [(places[number], self.groups[number]) for number in sorted(places)]
        return fitting if accents or len(fitting) == 1 else []


def _marked(text: str) -> str:
    return same_key(" ".join(_WORD.findall(clean(text))))


def _plain(text: str) -> str:
    return fold(" ".join(_WORD.findall(clean(text))))


@lru_cache(maxsize=50_000)  # jobs repeat, and each is asked for several times
def first_group(name: str, text: str) -> TextGroup | None:
    """Return the first group of one table of the file that fits `text`."""
    return text_groups(name).first(text)


@lru_cache(maxsize=50_000)  # very many cells stand under few units
def earliest_group(name: str, text: str) -> TextGroup | None:
    """Return the group of one table of the file whose phrase stands first in `text`."""
    return text_groups(name).earliest(text)


@cache
def text_groups(name: str) -> TextGroups:
    """Return the groups of one table of the file."""
    text = resources.files(__package__).joinpath("groups.toml").read_text("utf-8")
    return TextGroups.of(map(_group, tomllib.loads(text)[name]))


def _group(stated: dict[str, object]) -> TextGroup:
    patterns = (
        Pattern(_marked(phrase), _plain(phrase), alone)
        for key, alone in (("has", False), ("is", True))
        for phrase in _phrases(stated.get(key))
    )
    return TextGroup(
        str(stated["code"]),
        str(stated["title"]),
        tuple(patterns),
        stated.get("through_parents") is True,
    )


def _phrases(stated: object) -> list[str]:
    return [str(phrase) for phrase in stated] if isinstance(stated, list) else []
