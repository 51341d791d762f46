"""What somebody said on a list for review, but not in its answer columns: nothing is lost."""

import re
from collections.abc import Iterable, Iterator

from partyroll.messages import GROUND, LIST_COLUMN, NOBODY_LISTED
from partyroll.read.answer_sheets import AnswerSheet
from partyroll.read.dittos import is_ditto
from partyroll.read.facts import Aside
from partyroll.read.grid import address
from partyroll.read.guard.cell_marks import Mark
from partyroll.read.lines import is_signature
from partyroll.text import same_key

# Columns in which a list prints figures alone: months, counts, the last digits of a card.
_FIGURES = ("number", "card_no", "count", "unpaid", "inferred", "late", "noted", "unexcused")
_NUMBERS = frozenset(
    same_key(LIST_COLUMN[key]) for key in (*_FIGURES, "excused_marked", "longest_run")
)
_GROUND, _REMARKS = same_key(LIST_COLUMN["ground"]), same_key(LIST_COLUMN["remarks"])
_GROUNDS = frozenset(map(same_key, GROUND.values()))
_WORD = re.compile(r"[^\W\d_]{2,}")
_LOOKS = {"colour": "tô màu", "strike": "gạch ngang"}
_LONGEST_NAME = 6  # words
_LONGEST_TITLE = 8
# Dots to write on, and what a list without anybody says itself.
_NOTHING = re.compile(rf"[.…_\-\s]*|{re.escape(NOBODY_LISTED)}")


def asides_of(sheet: AnswerSheet, row: int, marks: Iterable[Mark]) -> Iterator[Aside]:
    """Yield what a person's row says beside its answers; colours only where it says nothing."""
    own, said = sheet.own_columns, False
    for column, text in sheet.grid.texts(row):
        if is_ditto(text):  # of which row, nobody knows: people sort and filter lists
            said = True
            yield Aside("answer_ditto", text, address(row, column))
        elif _over_the_list(sheet, column, text) or (column not in own and _has_words(text)):
            said = True
            yield Aside("answer_beside", text, address(row, column))
    here = [*marks]
    for aside in comments_of(here):
        said = True
        yield aside
    if not said and not _answers(sheet, row):
        yield from (
            Aside("answer_by_colour", _LOOKS[mark.kind], address(row, mark.column))
            for mark in here[:1]
        )


def comments_of(marks: Iterable[Mark]) -> Iterator[Aside]:
    """Yield the comments among the marks on a row."""
    for mark in marks:
        if mark.kind == "comment":
            yield Aside("answer_in_comment", mark.text, address(mark.row, mark.column))


def lines_below(sheet: AnswerSheet) -> Iterator[tuple[int, Aside]]:
    """Yield the rows that say something and stand for nobody, with their words.

    Who signs the list, and under what, says nothing of anybody.
    """
    people, signed = _listed(sheet), False
    for row in range(sheet.heading + 1, len(sheet.grid.rows)):
        if row in people:
            continue
        texts = [*sheet.grid.texts(row)]
        said = [(column, text) for column, text in texts if not _NOTHING.fullmatch(text)]
        if any(_heads_a_signature(text) for _, text in said):
            signed = True
        elif said and not (signed and all(_is_a_signer(text) for _, text in said)):
            words = " | ".join(text for _, text in said)
            yield row, Aside("answer_line_below", words, address(row, said[0][0]))


def _listed(sheet: AnswerSheet) -> set[int]:
    """Return the rows that went out, or that bring an answer.

    Where rows carry keys, one that lost its key is still known by standing among them.
    """
    found, last = set[int](), sheet.heading
    for row in sheet.people():
        if sheet.key is None or sheet.key_at(row) or row == last + 1 or _answers(sheet, row):
            found.add(row)
            last = row
    return found


def _answers(sheet: AnswerSheet, row: int) -> bool:
    return any(_says(sheet, row, column) for column in sheet.fields.values())


def _heads_a_signature(text: str) -> bool:
    """Whether somebody signs under `text`; offices print titles of their own, in capitals."""
    title = text.isupper() and ":" not in text
    return is_signature(text) or (title and 2 <= len(text.split()) <= _LONGEST_TITLE)


def _is_a_signer(text: str) -> bool:
    """Whether `text` is a name alone, as it stands below a signature."""
    words = text.split()
    return 2 <= len(words) <= _LONGEST_NAME and all(word[:1].isupper() for word in words)


def _says(sheet: AnswerSheet, row: int, column: int) -> bool:
    return _has_words(sheet.grid.text(row, column))


def _has_words(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _over_the_list(sheet: AnswerSheet, column: int, text: str) -> bool:
    """Whether somebody wrote over what the list said in a column of numbers, or of grounds."""
    heading = same_key(sheet.headings.get(column, ""))
    if heading == _GROUND:
        return same_key(text) not in _GROUNDS
    return heading in _NUMBERS and _WORD.search(text) is not None


def remark_in(sheet: AnswerSheet, row: int) -> Aside | None:
    """Return what stands in the column of remarks, which the list may have said itself."""
    for column, heading in sheet.headings.items():
        if same_key(heading) == _REMARKS and (text := sheet.grid.text(row, column)):
            return Aside("answer_beside", text, address(row, column))
    return None
