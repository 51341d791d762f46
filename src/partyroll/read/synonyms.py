"""The synonyms that ship, from headings.toml, by the forms in which they are looked up."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from partyroll.read.heading_words import key, loose_key
from partyroll.text import fold, same_key


@cache
def _file() -> dict[str, dict[str, object]]:
    text = resources.files(__package__).joinpath("headings.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def shipped_fields() -> dict[str, tuple[str, ...]]:
    """Return every field with the headings that mean it, the commonest first."""
    return {field: _texts(headings) for field, headings in _file()["fields"].items()}


@cache
def shipped_texts() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return every heading that ships, with what it means."""
    single = ((text, (field,)) for field, own in shipped_fields().items() for text in own)
    return (*single, *((text, _texts(own)) for text, own in _file()["composites"].items()))


@cache
def shipped() -> dict[str, tuple[str, ...]]:
    """Return what every heading that ships means, by its key."""
    return {key(text): fields for text, fields in shipped_texts()}


@cache
def parents() -> dict[str, dict[str, str]]:
    """Return what headings mean below some that are merged over several columns."""
    return {
        key(heading): {str(child): str(field) for child, field in children.items()}
        for heading, children in _file()["parents"].items()
        if isinstance(children, dict)
    }


@cache
def below_fields() -> dict[str, dict[str, str]]:
    """Return what headings mean below any heading of a field."""
    return {
        field: {str(child): str(meant) for child, meant in children.items()}
        for field, children in _file()["below"].items()
        if isinstance(children, dict)
    }


@cache
def in_lists(section: str) -> dict[str, str]:
    """Return what headings mean in one sort of list alone, by their loose keys."""
    return {
        loose_key(heading, abbreviations()): field
        for field, headings in _file()[section].items()
        for heading in _texts(headings)
    }


@lru_cache(maxsize=4096)
def own_word(section: str, heading: str) -> str:
    """Return what a heading means in one sort of list; "" = nothing of its own."""
    return in_lists(section).get(loose_key(heading, abbreviations()), "")


@cache
def abbreviations() -> dict[str, str]:
    """Return the short words of headings, written out."""
    return {same_key(short): same_key(str(full)) for short, full in _file()["short"].items()}


@cache
def doubtful() -> dict[str, tuple[str, str]]:
    """Return the headings that mean a field only over values of one form, and which."""
    return {
        key(heading): (str(entry["field"]), str(entry["values"]))
        for heading, entry in _file()["doubtful"].items()
        if isinstance(entry, dict)
    }


@cache
def shipped_loose() -> dict[str, tuple[str, ...]]:
    """Return what the headings that ship mean in their loose forms, where one field fits."""
    meanings: dict[str, set[tuple[str, ...]]] = {}
    for heading, fields in shipped_texts():
        meanings.setdefault(loose_key(heading, abbreviations()), set()).add(fields)
    return {form: next(iter(found)) for form, found in meanings.items() if len(found) == 1}


def _texts(entry: object) -> tuple[str, ...]:
    return tuple(str(text) for text in entry) if isinstance(entry, list) else ()


@cache
def shipped_folds() -> dict[str, tuple[str, ...]]:
    """Return what the headings that ship mean without accents, where one field fits."""
    return unique_folds(shipped())


def unique_folds(exact: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return what headings mean without accents, where only one field fits."""
    meanings: dict[str, set[tuple[str, ...]]] = {}
    for heading, fields in exact.items():
        meanings.setdefault(fold(heading), set()).add(fields)
    ambiguous = _texts(_file()["folding"]["ambiguous"])
    return {
        folded: next(iter(found))
        for folded, found in meanings.items()
        if len(found) == 1 and folded not in ambiguous
    }
