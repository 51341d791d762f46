"""The columns of a list of reasons and papers, under the headings that offices write there."""

import re
from collections.abc import Iterator
from dataclasses import replace

from partyroll.messages import EXCUSE, PERMISSION, TEMPORARY_STAY
from partyroll.read.grid import as_text
from partyroll.read.heads import Column, Head
from partyroll.read.lines import LineKind
from partyroll.read.meanings import Meaning
from partyroll.read.synonyms import own_word
from partyroll.read.tables import Block
from partyroll.text import fold

_SAMPLE = 40  # rows looked at to see whether a column says kinds
_KIND, _WHY = "excuse_kind", "excuse_why"
_TIMES = frozenset({"away_from", "away_to"})
_DECIDED = frozenset({"excuse_by", "excuse_on", "excuse_paper", "exit_decision_no"})
_OF_OTHER_LISTS = frozenset(
    {"exit_date", "exit_mark_died", "exit_mark_removed", "exit_mark_withdrew"}
    | {"exit_mark_expelled", "away_place", "away_transferred", "away_confirmed"}
)
_PRINTED = frozenset(
    map(fold, (*EXCUSE.values(), *PERMISSION.values(), *TEMPORARY_STAY.values()))
)
_PAPER = re.compile(
    r"(?:xin |duoc )?(?:tam )?(?:mien|hoan|giam|dinh chi)"
    r"(?: \d{1,3} ?%|$|,| va\b"
    r"| (?:dong|nop|toan bo|het|dang phi|dp|cong tac|sinh hoat|shd?)\b)"
    r"|(?:cham|chua) dong\b"
)
_REASON = re.compile(
    r"(?:nghi |bi )?(?:om|benh|nam vien|dieu tri|chua benh|thai san|sinh con|nghi sinh)\b"
)


def with_excuse_columns(block: Block) -> Block:
    """Return the block, its columns understood as those of a list of reasons and papers."""
    taken = block.head.fields
    kind = _column_of_kinds(block)
    columns = tuple(
        replace(column, meaning=Meaning((field,)))
        if (field := _KIND if column is kind else _own_meaning(column, taken))
        else column
        for column in block.head.columns
    )
    return replace(block, head=Head(block.head.rows, columns))


def lists_excuses(block: Block) -> bool:
    """Whether kinds or reasons of exemption stand in a column, and beside them when or by whom.

    Words of sickness beside a leaving, or beside a place of work, are of that.
    """
    own = block.head.fields
    read = with_excuse_columns(block).head.fields
    if own & {_KIND, _WHY, "excuse_by"} and read & {_KIND, _WHY}:
        return bool(read & _TIMES)
    column = _column_of_kinds(block)
    if column is None or own & _OF_OTHER_LISTS:
        return False
    return bool(read & (_DECIDED | _TIMES if not column.meaning.fields else _TIMES))


def _own_meaning(column: Column, taken: frozenset[str]) -> str:
    """Return what a heading means here; "" = unknown, or another column means it."""
    field = own_word("in_excuses", column.text)
    return "" if field in taken or field == _KIND else field


def _column_of_kinds(block: Block) -> Column | None:
    """Return the column that says kinds under another heading: most of its rows name one."""
    if _KIND in block.head.fields:
        return None
    return next((c for c in _candidates(block.head) if _says_kinds(block, c)), None)


def _candidates(head: Head) -> Iterator[Column]:
    for column in head.columns:
        named = own_word("in_excuses", column.text) == _KIND
        if named or column.holds(_WHY):
            yield column


def _says_kinds(block: Block, column: Column) -> bool:
    rows = block.of(LineKind.BODY)[:_SAMPLE]
    texts = [fold(as_text(block.grid.value(line.row, column.index))) for line in rows]
    kinds = sum(map(_names_kind, texts))
    return kinds > 0 and 2 * kinds >= len(rows)


def _names_kind(text: str) -> bool:
    return text in _PRINTED or any(p.match(text) for p in (_PAPER, _REASON))
