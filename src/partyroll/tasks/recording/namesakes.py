"""Rows of one bare name in a book: each goes on its line of before, or is asked about.

Only their months tell them apart, and months grow.  A row goes on a line where nothing that the
line said is taken back: a payment stays a payment, a debt stays one or is paid.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from partyroll.model import Letter
from partyroll.read.facts import BookRow, TableKind, UnitRef
from partyroll.store.facts import Values as Stored
from partyroll.tasks.recording.clues import Clues
from partyroll.tasks.recording.session import Work
from partyroll.tasks.recording.verdicts import DIFFERENT, clue_key
from partyroll.text import same_key

_OPEN = frozenset({Letter.BLANK, Letter.UNREADABLE})
_PAID_LATER = frozenset({Letter.UNPAID, Letter.NOTED, Letter.DEFERRED})
_ANOTHER = "another"  # the mark under which "there is one more of that name here" is kept
_MOST = 6  # rows of one name, beyond which nobody can tell


@dataclass(slots=True)
class Namesakes:
    """The rows of one table that nothing but a name and their months tell apart."""

    _rows: Mapping[int, Sequence[BookRow]]  # by each of their row numbers
    _whose: dict[int, str] = field(default_factory=dict)  # row → the person it goes on with
    _known: set[int] = field(default_factory=set)  # rows whose group was compared with lines

    @classmethod
    def among(cls, rows: Iterable[BookRow]) -> "Namesakes":
        """Return the rows of a table that share a bare name in a unit."""
        by_name: dict[tuple[str, UnitRef | None], list[BookRow]] = defaultdict(list)
        for row in rows:
            if is_bare(row):
                by_name[same_key(row.full_name), row.unit].append(row)
        groups = (group for group in by_name.values() if len(group) > 1)
        return cls({row.row: group for group in groups for row in group})

    def of(self, row: BookRow) -> Sequence[BookRow]:
        """Return the rows of the same bare name, this one included; empty where it is alone."""
        return self._rows.get(row.row, ())

    def unclear(self, row: BookRow) -> int:
        """Return how many rows a row may be mistaken for, where their months differ; else 0.

        One may be somebody else's: given to the same person, a debt would fall on the wrong
        one.
        """
        group = self.of(row)
        return len(group) if len({one.letters for one in group}) > 1 else 0

    def learn(self, row: BookRow, kind: TableKind, lines: Iterable[Stored]) -> None:
        """Compare the group of a row with the lines of people of its name in the book."""
        group = self.of(row)
        if row.row in self._known or not group:
            return
        self._known.update(one.row for one in group)
        held = sorted(lines, key=lambda line: int(line["row"] or 0))
        if not held or len(group) > _MOST:
            return
        found = [*_in_order(held, group, dues=kind is TableKind.DUES)]
        if found and all(map(_says_the_same, zip(*found, strict=True))):
            places = zip(held, found[0], strict=True)
            self._whose |= {one.row: str(line["person_id"]) for line, one in places}

    def person(self, row: BookRow) -> str | None:
        """Return whom a row goes on about; None where nothing tells."""
        return self._whose.get(row.row)

    def others(self, work: Work, row: BookRow, clues: Clues) -> frozenset[str]:
        """Return who a row is not about: their lines go on, and one more was said to be here.

        Of two rows that go on with nobody's line, neither is known to be that one.
        """
        taken = {self._whose[one.row] for one in self.of(row) if one.row in self._whose}
        left = sum(one.row not in self._whose for one in self.of(row))
        said = work.session.verdicts.different(_another_key(clues))
        return frozenset(taken) if taken and left == 1 and taken <= said else frozenset()


def is_bare(row: BookRow) -> bool:
    """Whether a row says nothing but a name of who it is about."""
    return not (row.card_no or row.national_id or row.birth_date)


def remember_another(work: Work, row: BookRow, clues: Clues) -> None:
    """Keep that a row was said to be none of the people of its name, whatever follows."""
    verdicts = work.session.verdicts
    for person_id in verdicts.different(clue_key(clues)) if verdicts else ():
        found, place = row.full_name, work.place(row.row)
        verdicts.put(_another_key(clues), person_id, DIFFERENT, found, place)


def _another_key(clues: Clues) -> str:
    return clue_key(clues._replace(mark=_ANOTHER))


def _in_order(
    lines: Sequence[Stored], rows: Sequence[BookRow], *, dues: bool
) -> Iterator[tuple[BookRow, ...]]:
    """Yield each way in which all lines go on in rows, in the order in which they stood."""
    for chosen in combinations(rows, len(lines)):
        pairs = zip(lines, chosen, strict=True)
        if all(_goes_on(str(line["letters"]), row.letters, dues=dues) for line, row in pairs):
            yield chosen


def _goes_on(before: str, now: str, *, dues: bool) -> bool:
    return len(before) == len(now) and all(
        old in _OPEN or new == old or (dues and old in _PAID_LATER and new == Letter.PAID)
        for old, new in zip(before, now, strict=True)
    )


def _says_the_same(rows: Iterable[BookRow]) -> bool:
    """Whether it makes no difference which of some rows is meant."""
    said = [(row.letters, row.amounts, row.remark, dict(row.notes)) for row in rows]
    return all(one == said[0] for one in said)
