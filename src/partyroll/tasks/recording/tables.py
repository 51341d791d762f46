"""The tables of a command in the order in which they need each other."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from partyroll.read.facts import ExitRow, TableKind
from partyroll.tasks.recording.away import Away
from partyroll.tasks.recording.books import Books
from partyroll.tasks.recording.candidates import Candidates
from partyroll.tasks.recording.declared import Declared
from partyroll.tasks.recording.excuses import Excuses
from partyroll.tasks.recording.exits import Exits
from partyroll.tasks.recording.headcounts import Headcounts
from partyroll.tasks.recording.holidays import Holidays
from partyroll.tasks.recording.keeping import Awards, Disciplines, Supports
from partyroll.tasks.recording.matter_answers import MatterAnswers
from partyroll.tasks.recording.owners import Owners
from partyroll.tasks.recording.ratings import Ratings
from partyroll.tasks.recording.review_answers import ReviewAnswers
from partyroll.tasks.recording.rosters import record_roster
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.recording.slips import Slips
from partyroll.tasks.recording.unit_lists import UnitLists
from partyroll.tasks.recording.unit_ratings import UnitRatings
from partyroll.text import same_key


class Recorder(Protocol):
    """Puts the rows of tables of one kind into the draft."""

    def record(self, work: Work) -> None:
        """Record one table."""


def record_tables(session: Session, works: Iterable[Work], *, whole: bool = True) -> None:
    """Record every table, rosters first: books join the people that rosters name.

    `whole`: the tables are all that their files hold; else a few rows that come later.
    """
    by_kind: dict[TableKind, list[Work]] = {}
    for work in works:
        by_kind.setdefault(work.table.kind, []).append(work)
    session.leaving |= _names_leaving(by_kind.get(TableKind.EXITS, []))
    units = UnitLists(session)
    for work in by_kind.get(TableKind.UNITS, []):
        units.record(work)
    for work in by_kind.get(TableKind.ROSTER, []):
        record_roster(work)
    owners = Owners(session)
    books = Books(session, owners)
    for work in (*by_kind.get(TableKind.DUES, ()), *by_kind.get(TableKind.MEETINGS, ())):
        books.record(work)
    if whole:
        books.finish()
    _record_others(session, owners, by_kind)


def _record_others(
    session: Session, owners: Owners, by_kind: Mapping[TableKind, list[Work]]
) -> None:
    # Each loads what the ledger has of its kind, so it is made for tables of its kind only.
    recorders: tuple[tuple[TableKind, Callable[[], Recorder]], ...] = (
        (TableKind.EXITS, lambda: Exits(session)),
        (TableKind.AWAY, lambda: Away(session, owners)),
        (TableKind.EXCUSES, lambda: Excuses(session, owners)),
        (TableKind.HOLIDAYS, lambda: Holidays(session)),
        (TableKind.RATINGS, lambda: Ratings(session, owners)),
        (TableKind.UNIT_RATINGS, lambda: UnitRatings(session)),
        (TableKind.CANDIDATES, lambda: Candidates(session)),
        (TableKind.SUPPORT, lambda: Supports(session, owners)),
        (TableKind.AWARDS, lambda: Awards(session, owners)),
        (TableKind.DISCIPLINE, lambda: Disciplines(session, owners)),
        (TableKind.HEADCOUNTS, lambda: Headcounts(session)),
        (TableKind.DECLARED, lambda: Declared(session)),
        (TableKind.TRANSFERS, lambda: Slips(session)),
        (TableKind.REVIEW_ANSWERS, lambda: ReviewAnswers(session)),
        (TableKind.MATTER_ANSWERS, lambda: MatterAnswers(session)),
    )
    for kind, recorder_of in recorders:
        if own := by_kind.get(kind):
            recorder = recorder_of()
            for work in own:
                recorder.record(work)


def _names_leaving(works: Iterable[Work]) -> set[str]:
    return {
        same_key(row.full_name)
        for work in works
        for row in work.table.rows
        if isinstance(row, ExitRow)
    }
