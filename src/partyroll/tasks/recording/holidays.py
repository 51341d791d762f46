"""Public holidays: each day once, by the name that was given last."""

from partyroll.read.facts import HolidayRow
from partyroll.read.holidays import UNNAMED
from partyroll.store.draft import Outcome
from partyroll.store.facts import Values
from partyroll.tasks.recording.session import Session, Work


class Holidays:
    """The days off that the ledger knows, and those this command brings."""

    def __init__(self, session: Session) -> None:
        self.session = session
        session.draft.load("holiday")

    def record(self, work: Work) -> None:
        """Record one list."""
        draft = self.session.draft
        for row in (row for row in work.table.rows if isinstance(row, HolidayRow)):
            outcomes = {
                draft.put("holiday", self._named(str(day), row.name), work.place(row.row))
                for day in row.days
            }
            if outcomes:
                only = next(iter(outcomes))
                work.tally.count(only if len(outcomes) == 1 else Outcome.CHANGED)

    def _named(self, day: str, name: str) -> Values:
        """Return a day off; a list without names takes no name away."""
        known = self.session.draft.rows("holiday").get((day,))
        kept = str(known["name"]) if known is not None and name == UNNAMED else name
        return {"day": day, "name": kept}
