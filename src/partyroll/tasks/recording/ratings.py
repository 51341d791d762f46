"""Ratings: one level for each person, year and stage; a newer list corrects an older one."""

from partyroll.messages import RATING_LEVEL
from partyroll.model import RatingStage
from partyroll.read.facts import RatingRow, StatedRating, StatedRemark
from partyroll.store.draft import Outcome
from partyroll.tasks.recording.owners import Owners
from partyroll.tasks.recording.session import Session, Work

Mark = tuple[str, str, int, RatingStage]  # a source's rating of a person


class Ratings:
    """The ratings of the years that this command speaks of."""

    def __init__(self, session: Session, owners: Owners) -> None:
        self.session, self.owners = session, owners
        self._seen: dict[Mark, tuple[StatedRating, str]] = {}
        self._years: set[int] = set()

    def record(self, work: Work) -> None:
        """Record one rating list."""
        every = [row for row in work.table.rows if isinstance(row, RatingRow)]
        rows = [row for row in every if row.ratings or row.remarks]
        self._load(
            {stated.year for row in rows for stated in row.ratings}
            | {remark.year for row in rows for remark in row.remarks}
        )
        for row, person_id, unit_id in self.owners.each(work, rows):
            self._record_row(work, row, person_id, unit_id)

    def _load(self, years: set[int]) -> None:
        if new := years - self._years:
            self._years |= new
            self.session.draft.load("rating", year=sorted(new))
            self.session.draft.load("host_remark", year=sorted(new))

    def _record_row(
        self, work: Work, row: RatingRow, person_id: str, unit_id: str | None
    ) -> None:
        marks = {(work.source_id, person_id, r.year, r.stage): r for r in row.ratings}
        seen = {mark: self._seen[mark] for mark in marks if mark in self._seen}
        for mark, (before, first) in seen.items():
            if before.level is not marks[mark].level:
                facts = {"known": RATING_LEVEL[before.level], "year": before.year}
                name = row.full_name
                work.refuse(
                    row.row, "rating_conflict", "full_name", name=name, first=first, **facts
                )
                return
        if seen and len(seen) == len(marks):
            first = next(first for _, first in seen.values())
            work.refuse(row.row, "duplicate_row", "full_name", name=row.full_name, first=first)
            return
        place = f"{row.row} (trang “{work.table.sheet}”)"
        self._seen.update({mark: (r, place) for mark, r in marks.items() if mark not in seen})
        outcomes = [
            self._put(work, row, stated, person_id, unit_id)
            for mark, stated in marks.items()
            if mark not in seen
        ]
        outcomes += [self._put_remark(work, row, said, person_id) for said in row.remarks]
        work.tally.count(_of_row(outcomes))

    def _put(
        self,
        work: Work,
        row: RatingRow,
        stated: StatedRating,
        person_id: str,
        unit_id: str | None,
    ) -> Outcome:
        draft = self.session.draft
        key = (person_id, stated.year, stated.stage.value)
        known = draft.rows("rating").get(key, {})
        if known and known["level"] != stated.level:
            facts = {
                "year": stated.year,
                "known": RATING_LEVEL[str(known["level"])],
                "found": RATING_LEVEL[stated.level],
            }
            work.warn(row.row, "rating_changed", "full_name", **facts)
        same = bool(known) and known["level"] == stated.level
        return draft.put(
            "rating",
            {
                "person_id": person_id,
                "year": stated.year,
                "stage": stated.stage.value,
                "unit_id": unit_id
                or known.get("unit_id")
                or self.session.people.unit_of.get(person_id),
                "level": stated.level.value,
                # Another spelling of the same level is no news.
                "level_text": known["level_text"] if same else stated.text,
                "note": row.note or known.get("note"),
            },
            work.place(row.row),
        )

    def _put_remark(
        self, work: Work, row: RatingRow, said: StatedRemark, person_id: str
    ) -> Outcome:
        draft = self.session.draft
        known = draft.rows("host_remark").get((person_id, said.year, said.place))
        return draft.put(
            "host_remark",
            {
                "person_id": person_id,
                "year": said.year,
                "place": said.place,
                "remark": said.text,
                "said_on": known["said_on"] if known else None,
            },
            work.place(row.row),
        )


def _of_row(outcomes: list[Outcome]) -> Outcome:
    """Return what became of a row: a new year beside known ones is a change of the person."""
    if all(outcome is outcomes[0] for outcome in outcomes):
        return outcomes[0]
    return Outcome.CHANGED
