"""Lists of units: what each is called, what stands above it, its code, since when."""

from partyroll.read.facts import UnitRow
from partyroll.store.draft import Outcome
from partyroll.store.reading import iso
from partyroll.tasks.recording.clues import overlap
from partyroll.tasks.recording.session import Session, Work


class UnitLists:
    """Puts listed units into the tree."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._known = frozenset(session.tree.names)
        self._seen: dict[str, int] = {}

    def record(self, work: Work) -> None:
        """Record one list of units, those above before those below."""
        rows = [row for row in work.table.rows if isinstance(row, UnitRow)]
        work.familiar = self._familiar(rows)
        for row in sorted(rows, key=lambda row: len(row.unit.parents)):
            self._record_row(work, row)

    def _familiar(self, rows: list[UnitRow]) -> frozenset[str]:
        """Return the known units of the listed names, if half of the names are known.

        A list of mostly unknown cells is another commune's: its "Chi bộ thôn 1" is not ours.
        """
        tree = self.session.tree
        known = [tree.named(row.unit.name) for row in rows]
        if 2 * sum(bool(units) for units in known) < len(rows):
            return frozenset()
        return frozenset(unit for units in known for unit in units)

    def _record_row(self, work: Work, row: UnitRow) -> None:
        found = work.unit(row.row, row.unit, name="")
        if found is None or not found.unit_id:
            return
        if found.unit_id in self._seen:
            first = self._seen[found.unit_id]
            work.refuse(
                row.row, "duplicate_row", "unit_name", "unit_cell", name="", first=first
            )
            return
        self._seen[found.unit_id] = row.row
        outcome = self._describe(work, row, found.unit_id)
        if found.unit_id not in self._known:
            outcome = Outcome.ADDED
        elif found.learned_parent:
            outcome = Outcome.CHANGED
        work.tally.count(outcome)

    def _describe(self, work: Work, row: UnitRow, unit_id: str) -> Outcome:
        tree = self.session.tree
        holder = tree.holder_of(row.unit.code) if row.unit.code else None
        if holder not in {None, unit_id}:
            known = tree.names[str(holder)]
            work.warn(row.row, "unit_code_taken", "unit_code", known=known, found=row.unit.code)
        since = tree.since(unit_id)
        if row.since and since and not overlap(row.since, since):
            facts = {"known": since.vi, "found": row.since.vi}
            work.warn(row.row, "unit_date_differs", "unit_since", **facts)
        return tree.describe(
            unit_id,
            work.place(row.row),
            code=row.unit.code,
            since=iso(row.since),
            until=iso(row.until),
        )
