"""Rows of a roster that can be about nobody known: seen at a glance over whole columns.

Nearly every row of a first roster is one.  A row is a stranger's only where the long way
round, number by number and name by name, could find nobody either; all others go that way.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

from partyroll.read.facts import RosterRow
from partyroll.store.reading import iso_all
from partyroll.tasks.recording.session import Work
from partyroll.text import same_key

T = TypeVar("T", bound=Hashable)
_EXACT = len("1990-02-03")


def strangers(work: Work, rows: Sequence[RosterRow]) -> list[bool]:
    """Return for each row whether it is about somebody whom nobody has met.

    Neither the ledger nor another row has its name with its birth date, or one of its numbers,
    and no answer of a person is about it.
    """
    session = work.session
    answered = session.verdicts or work.answers or work.completion
    if answered or not session.met_nobody_before(work.source_id, work.table.kind.value):
        return [False] * len(rows)
    keys = [same_key(row.full_name) for row in rows]
    born = iso_all([row.birth_date for row in rows])
    people = [*zip(keys, [day or "" for day in born], strict=True)]
    vague = {key for key, day in people if len(day) < _EXACT}
    alike = _repeated(people)
    cards = _repeated([row.card_no for row in rows]) - {None}
    numbers = _repeated([row.national_id for row in rows]) - {None}
    return [
        person[0] not in vague
        and person not in alike
        and row.card_no not in cards
        and row.national_id not in numbers
        and not session.people.knows_of(person[0], row.card_no, row.national_id)
        for person, row in zip(people, rows, strict=True)
    ]


def _repeated(said: Sequence[T]) -> set[T]:
    """Return what several rows say: of numbers, in a sound roll, none."""
    if len({*said}) == len(said):
        return set()
    return {one for one, count in Counter(said).items() if count > 1}
