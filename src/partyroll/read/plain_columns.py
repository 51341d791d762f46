"""Columns of numbers in which nothing is odd, seen at a glance: nearly all of a large roll.

Each says what its cells say when they are read one by one.
"""

from collections.abc import Sequence

from partyroll.read.grid import Value


def plain_cards(column: Sequence[Value]) -> list[str | None] | None:
    """Return the card numbers of a column that holds nothing else; None = it holds more."""
    return _numbers(column, {12})


def plain_national_ids(column: Sequence[Value]) -> list[str | None] | None:
    """Return the identity numbers of a column that holds nothing else; None = it holds more."""
    return _numbers(column, {12, 9})


def plain_codes(column: Sequence[Value]) -> list[str | None] | None:
    """Return the codes of a column, none of which needs cleaning; None = it holds more."""
    texts = [value for value in column if type(value) is str]
    signs = "".join(texts)
    plain = signs.isascii() and signs.isprintable() and " " not in signs
    return _or_none(texts) if plain and len(texts) == len(column) else None


def _numbers(column: Sequence[Value], lengths: set[int]) -> list[str | None] | None:
    texts = [value for value in column if type(value) is str]
    digits = "".join(texts)
    plain = digits.isascii() and digits.isdecimal() and {*map(len, texts)} <= {0, *lengths}
    return _or_none(texts) if plain and len(texts) == len(column) else None


def _or_none(texts: Sequence[str]) -> list[str | None]:
    return [text or None for text in texts]
