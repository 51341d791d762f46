"""Declared numbers of members: a unit, a year, a number, no persons."""

from partyroll.read.facts import HeadcountRow
from partyroll.tasks.recording.session import Session, Work

WHAT = "members"


class Headcounts:
    """The declared figures, each unit and year once."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._seen: dict[tuple[str, int], str] = {}
        session.draft.load("declared", what=[WHAT])

    def record(self, work: Work) -> None:
        """Record one table of declared figures."""
        rows = [row for row in work.table.rows if isinstance(row, HeadcountRow)]
        work.learn_units((row.unit, row.unit.name) for row in rows)
        for row in rows:
            found = work.unit(row.row, row.unit, name=row.unit.name)
            if found is None or not found.unit_id:
                continue
            key = (found.unit_id, row.year)
            if key in self._seen:
                first = self._seen[key]
                work.refuse(row.row, "duplicate_figure", "unit_cell", name="", first=first)
                continue
            self._seen[key] = row.cell
            values: dict[str, str | int | None] = {
                "what": WHAT,
                "unit_id": found.unit_id,
                "year": row.year,
                "number": row.number,
                "cell": row.cell,
            }
            work.tally.count(self.session.draft.put("declared", values, work.place(row.row)))
