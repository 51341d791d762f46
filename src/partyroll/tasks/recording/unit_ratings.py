"""Ratings of units: a unit, a year, a level; a newer list corrects an older one."""

from partyroll.messages import RATING_LEVEL
from partyroll.read.facts import StatedRating, UnitRatingRow
from partyroll.store.draft import Outcome
from partyroll.tasks.recording.session import Session, Work


class UnitRatings:
    """The ratings of units, each unit and year once in a source."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._seen: dict[tuple[str, str, int], tuple[StatedRating, str]] = {}
        session.draft.load_when_needed("unit_rating")

    def record(self, work: Work) -> None:
        """Record one list of units."""
        rows = [row for row in work.table.rows if isinstance(row, UnitRatingRow)]
        work.learn_units((row.unit, row.unit.name) for row in rows)
        for row in rows:
            found = work.unit(row.row, row.unit, name=row.unit.name)
            if found is not None and found.unit_id:
                self._record_row(work, row, found.unit_id)

    def _record_row(self, work: Work, row: UnitRatingRow, unit_id: str) -> None:
        place = f"{row.row} (trang “{work.table.sheet}”)"
        outcomes = []
        for stated in row.ratings:
            mark = (work.source_id, unit_id, stated.year)
            before, first = self._seen.setdefault(mark, (stated, place))
            if first != place:
                self._refuse(work, row, before, stated, first)
                continue
            outcomes.append(self._put(work, row, stated, unit_id))
        if outcomes:
            alike = all(outcome is outcomes[0] for outcome in outcomes)
            work.tally.count(outcomes[0] if alike else Outcome.CHANGED)

    def _refuse(
        self,
        work: Work,
        row: UnitRatingRow,
        before: StatedRating,
        stated: StatedRating,
        first: str,
    ) -> None:
        same = before.level is stated.level
        work.refuse(
            row.row,
            "duplicate_row" if same else "rating_conflict",
            "unit_name",
            "unit_cell",
            name=row.unit.name,
            first=first,
            known=RATING_LEVEL[before.level],
            year=before.year,
        )

    def _put(
        self, work: Work, row: UnitRatingRow, stated: StatedRating, unit_id: str
    ) -> Outcome:
        draft = self.session.draft
        known = draft.rows("unit_rating").get((unit_id, stated.year), {})
        if known and known["level"] != stated.level:
            facts = {
                "year": stated.year,
                "known": RATING_LEVEL[str(known["level"])],
                "found": RATING_LEVEL[stated.level],
            }
            work.warn(row.row, "rating_changed", "unit_name", "unit_cell", **facts)
        same = bool(known) and known["level"] == stated.level
        return draft.put(
            "unit_rating",
            {
                "unit_id": unit_id,
                "year": stated.year,
                "level": stated.level.value,
                # Another spelling of the same level is no news.
                "level_text": known["level_text"] if same else stated.text,
                "note": row.note or known.get("note"),
            },
            work.place(row.row),
        )
