"""Whether a table of people is what its headings say: what else speaks for it, and against.

A member is made, and an exit recorded, only where no words contradict the headings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from partyroll.read.exit_groups import group_of
from partyroll.read.facts import TableKind
from partyroll.read.grid import as_text
from partyroll.read.lines import LineKind
from partyroll.read.not_members import (
    leaving_in,
    leaving_in_headings,
    no_members_in,
    proposed_in,
    spoken_lines,
)
from partyroll.read.paper_titles import papers_asked_in
from partyroll.read.statuses import exit_kind, states_no_exit
from partyroll.read.tables import Block
from partyroll.text import fold

MARKS = frozenset(
    {"exit_mark_removed", "exit_mark_withdrew", "exit_mark_expelled", "exit_mark_died"}
)
# Headings that decisions of every sort have.
_OF_ANY_DECISION = frozenset({"hinh thuc", "hinh thuc xu ly", "ly do", "nguyen nhan"})
_OF_MEMBERS = frozenset({"card_no", "admission_date", "official_date", "member_type"})
_STEPS_OF_A_CANDIDATE = 2


@dataclass(frozen=True, slots=True)
class Unclear:
    """A table of which nothing tells the kind: the code of the question, the words in doubt."""

    code: str
    words: str = ""


def doubt(kind: TableKind, block: Block, file: str, *, whole: bool) -> Unclear | None:
    """Return what has to be asked before `block` is read as `kind`; None = nothing.

    `whole` says that the columns tell so much of people that it is a roster with more.
    """
    lines = [*_lines_that_speak(block, file)]
    if kind is TableKind.EXITS:
        words = _doubted_exits(block, lines)
        return Unclear("list_of_exits_unclear", words) if words else None
    if kind is TableKind.ROSTER or _candidates_with_cards(kind, block):
        words = no_members_in(lines) or papers_asked_in(lines)
        words = words or ("" if whole else leaving_in_headings(block.head))
        if words:
            return Unclear("list_of_members_unclear", words)
        words = "" if whole else _decided_something(block, lines)
        return Unclear("list_of_exits_unclear", words) if words else None
    return None


def _lines_that_speak(block: Block, file: str) -> Iterator[str]:
    """Yield, folded, what says whose list it is; the file's name only where no title does."""
    yield from spoken_lines(block.title.words.split(" | "))
    yield from spoken_lines([fold(block.grid.name)])
    if not block.title.words:
        yield from spoken_lines([fold(PurePath(file).stem.replace("_", " "))])
    for line in block.of(LineKind.TOTAL):
        if (text := fold(line.text)).startswith("danh sach"):
            yield text


def _candidates_with_cards(kind: TableKind, block: Block) -> bool:
    """Whether only words make people with a member's card candidates."""
    fields = block.head.fields
    steps = sum(field.startswith("candidate_") for field in fields)
    cards = fields & {"card_no", "official_date"}
    return kind is TableKind.CANDIDATES and bool(cards) and steps < _STEPS_OF_A_CANDIDATE


def _doubted_exits(block: Block, lines: list[str]) -> str:
    """Return the words that leave open whether people left, or ""."""
    if words := proposed_in(lines):
        return words
    if leaving_in(lines) or _headings_tell(block) or _rows_tell(block):
        return ""
    general = (c.text for c in block.head.columns if fold(c.text) in _OF_ANY_DECISION)
    return next(general, block.head.columns[0].text)


def _decided_something(block: Block, lines: list[str]) -> str:
    """Return the heading of a decision of which nothing says what it decided, or ""."""
    about_members = any(re.search(r"\b(?:dang vien|ket nap|cong nhan)\b", x) for x in lines)
    if about_members or block.head.fields & _OF_MEMBERS:
        return ""
    decisions = (*block.head.all("exit_decision_no"), *block.head.all("exit_decision_date"))
    return next((column.text for column in decisions), "")


def _headings_tell(block: Block) -> bool:
    if block.head.fields & (MARKS | {"exit_date"}):
        return True
    columns = (*block.head.all("exit_form"), *block.head.all("exit_reason"))
    return any(fold(column.text) not in _OF_ANY_DECISION for column in columns)


def _rows_tell(block: Block) -> bool:
    """Whether a form of leaving stands in a row, or over some rows."""
    between = (line.text for kind in (LineKind.NOTE, LineKind.GROUP) for line in block.of(kind))
    if any(group.kind or group.no_exit for group in (group_of(0, text) for text in between)):
        return True
    forms = {
        fold(as_text(block.grid.value(line.row, column.index)))
        for column in block.head.all("exit_form")
        for line in block.of(LineKind.BODY)
    }
    return any(exit_kind(form) or states_no_exit(form) for form in forms)
