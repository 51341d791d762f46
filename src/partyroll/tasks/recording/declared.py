"""Totals that a paper states of a period: a unit, a kind, two days, a number, no persons."""

from partyroll.read.facts import DeclaredRow
from partyroll.tasks.recording.session import Session, Work


class Declared:
    """The declared totals, each unit, period and kind once."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._seen: dict[tuple[str, str, str], str] = {}
        session.draft.load("declared_total")

    def record(self, work: Work) -> None:
        """Record one table of declared totals."""
        rows = [row for row in work.table.rows if isinstance(row, DeclaredRow)]
        work.learn_units((row.unit, row.unit.name) for row in rows)
        for row in rows:
            found = work.unit(row.row, row.unit, name=row.unit.name)
            if found is None or not found.unit_id:
                continue
            key = (found.unit_id, row.what, row.period.vi)
            if key in self._seen:
                first = self._seen[key]
                work.refuse(row.row, "duplicate_figure", "unit_name", name="", first=first)
                continue
            self._seen[key] = row.cell
            values: dict[str, str | int | None] = {
                "what": row.what,
                "unit_id": found.unit_id,
                "starts_on": row.period.start.isoformat(),
                "ends_on": row.period.end.isoformat(),
                "number": row.number,
                "cell": row.cell,
            }
            place = work.place(row.row)
            work.tally.count(self.session.draft.put("declared_total", values, place))
