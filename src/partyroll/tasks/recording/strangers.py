"""Rows of a roster that can be about nobody known: seen at a glance over whole columns.

Nearly every row of a first roster is one.  A row is a stranger's only where the long way
round, number by number and name by name, could find nobody either; all others go that way.
"""

from collections import Counter
from collections.abc import Sequence

from partyroll.read.facts import RosterRow
from partyroll.store.reading import iso_all
from partyroll.tasks.recording.session import Work
from partyroll.text import same_key

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
    named = Counter(people)
    cards = Counter([row.card_no for row in rows])
    numbers = Counter([row.national_id for row in rows])
    return [
        person[0] not in vague
        and named[person] == 1
        and (row.card_no is None or cards[row.card_no] == 1)
        and (row.national_id is None or numbers[row.national_id] == 1)
        and not session.people.knows_of(person[0], row.card_no, row.national_id)
        for person, row in zip(people, rows, strict=True)
    ]
