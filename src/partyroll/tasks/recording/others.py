"""Tables beside rosters and books: exits, stays, papers, ratings, answers, numbers."""

from collections.abc import Callable, Mapping
from typing import Protocol

from partyroll.read.facts import TableKind
from partyroll.tasks.recording.away import Away
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
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.recording.slips import Slips
from partyroll.tasks.recording.unit_ratings import UnitRatings


class Recorder(Protocol):
    """Puts the rows of tables of one kind into the draft."""

    def record(self, work: Work) -> None:
        """Record one table."""


def record_others(
    session: Session, owners: Owners, by_kind: Mapping[TableKind, list[Work]]
) -> None:
    """Record every table that is neither a roster nor a book nor a list of units."""
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
    # On the sheets of a list that ask nothing somebody may have typed something.
    typed = [work for work in by_kind.get(TableKind.SKIPPED, ()) if work.table.rows]
    for kind, recorder_of in recorders:
        own = [*by_kind.get(kind, ())]
        if own and kind is TableKind.REVIEW_ANSWERS:
            own += typed
        if own:
            recorder = recorder_of()
            for work in own:
                recorder.record(work)
