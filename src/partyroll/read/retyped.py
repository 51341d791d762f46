"""Headings of a list for review that somebody wrote anew: "Kết luận của chi bộ"."""

import re
from collections.abc import Iterator, Mapping

from partyroll.messages import ANSWER, LIST_COLUMN, LIST_ROW
from partyroll.model import AnswerField
from partyroll.text import fold

_ORDER = tuple(AnswerField(field) for field in ANSWER)  # as the list goes out, left to right
# Their words mean nothing else on a list, in whatever order its columns are.
_UNMISTAKABLE = (AnswerField.CONCLUSION, AnswerField.DECIDED_BY, AnswerField.OPINION)
_SIGNS = re.compile(r"[^\w\s]")


def with_retyped(
    fields: Mapping[AnswerField, int], headings: Mapping[int, str]
) -> dict[AnswerField, int]:
    """Return the columns of the answers, those under a heading of other words included.

    Only where one column fits: by the words it begins or ends with, else by the two columns
    between which it went out.  `headings` are the texts of the heading row, by column.
    """
    found = dict(fields)
    for field in _ORDER:
        if field not in found and len(places := [*_by_words(field, found, headings)]) == 1:
            found[field] = places[0]
    for field in _ORDER:
        if field not in found and len(places := [*_between(field, found, headings)]) == 1:
            found[field] = places[0]
    for field in _UNMISTAKABLE:
        if field not in found and len(places := [*_anywhere(field, found, headings)]) == 1:
            found[field] = places[0]
    return {field: found[field] for field in _ORDER if field in found}


def _by_words(
    field: AnswerField, found: Mapping[AnswerField, int], headings: Mapping[int, str]
) -> Iterator[int]:
    wanted = f" {_bare(ANSWER[field])} "
    for column in _free(field, found, headings):
        words = f" {_bare(headings[column])} "
        if words.startswith(wanted) or words.endswith(wanted):
            yield column


def _anywhere(
    field: AnswerField, found: Mapping[AnswerField, int], headings: Mapping[int, str]
) -> Iterator[int]:
    """Yield the columns that begin with the words, wherever somebody moved them."""
    for column, text in headings.items():
        taken = column in found.values() or _bare(text) in _OWN
        if not taken and f"{_bare(text)} ".startswith(f"{_bare(ANSWER[field])} "):
            yield column


def _between(
    field: AnswerField, found: Mapping[AnswerField, int], headings: Mapping[int, str]
) -> Iterator[int]:
    """Yield the column with both its old neighbours beside it, whatever its heading says."""
    place = _ORDER.index(field)
    if not 0 < place < len(_ORDER) - 1:
        return
    before, after = found.get(_ORDER[place - 1]), found.get(_ORDER[place + 1])
    if before is not None and after == before + 2:
        column = before + 1
        if column not in found.values() and _bare(headings.get(column, "")) not in _OWN:
            yield column


def _free(
    field: AnswerField, found: Mapping[AnswerField, int], headings: Mapping[int, str]
) -> Iterator[int]:
    """Yield the columns that are nothing else, where the order of the list leaves room."""
    place = _ORDER.index(field)
    left = max((found[f] for f in _ORDER[:place] if f in found), default=-1)
    right = min((found[f] for f in _ORDER[place + 1 :] if f in found), default=None)
    for column, text in headings.items():
        taken = column in found.values() or _bare(text) in _OWN
        if not taken and column > left and (right is None or column < right):
            yield column


def _bare(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(text)).split())


_OWN = frozenset(map(_bare, (LIST_ROW, *LIST_COLUMN.values())))
