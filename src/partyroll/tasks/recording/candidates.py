"""Candidates for admission: no members yet, known by number, birth date or unit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import DECIDED, CandidateStage
from partyroll.period import PartialDate
from partyroll.read.facts import CandidateRow
from partyroll.store.draft import Outcome
from partyroll.store.facts import Values as Stored
from partyroll.store.reading import iso
from partyroll.tasks.recording.candidate_rows import (
    candidate_values,
    member_of,
    step_values,
    undated,
)
from partyroll.tasks.recording.clues import Clues
from partyroll.tasks.recording.session import Session, Work
from partyroll.text import same_key

_ADMITTED = frozenset(
    {CandidateStage.DECISION, CandidateStage.CEREMONY, CandidateStage.CONFIRMED}
)


class Candidates:
    """The candidates that the ledger knows, and those this command brings."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._seen: dict[str, int] = {}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._taken: set[str] = set()  # members who are candidates already

    def record(self, work: Work) -> None:
        """Record one list of candidates."""
        draft = self.session.draft
        draft.load("candidate_step")
        for key, known in draft.load("candidate").items():
            if str(key[0]) not in self._by_name[str(known["name_key"])]:
                self._by_name[str(known["name_key"])].append(str(key[0]))
            if known["member_id"] is not None:
                self._taken.add(str(known["member_id"]))
        rows = [row for row in work.table.rows if isinstance(row, CandidateRow)]
        work.learn_units((row.unit, row.full_name) for row in rows)
        for row in rows:
            found = work.unit(row.row, row.unit, name=row.full_name)
            if found is not None:
                self._record_row(work, row, found.unit_id or None)

    def _record_row(self, work: Work, row: CandidateRow, unit_id: str | None) -> None:
        fitting = self._fitting(row, unit_id)
        if len(fitting) > 1:
            facts = {"count": len(fitting), "found": row.full_name}
            work.refuse(
                row.row, "ambiguous_candidate", "full_name", name=row.full_name, **facts
            )
            return
        if fitting and fitting[0] in self._seen:
            first = self._seen[fitting[0]]
            work.refuse(row.row, "duplicate_row", "full_name", name=row.full_name, first=first)
            return
        candidate_id = fitting[0] if fitting else self.session.draft.ids.new()
        if not fitting:
            self._by_name[same_key(row.full_name)].append(candidate_id)
        self._seen[candidate_id] = row.row
        self._warn_of_member(work, row, unit_id)
        work.tally.count(self._put(work, row, candidate_id, unit_id))

    def _fitting(self, row: CandidateRow, unit_id: str | None) -> list[str]:
        """Return the candidates whom a row may mean; one that agrees more closely alone."""
        stored = self.session.draft.rows("candidate")
        same = [
            (candidate_id, agreement)
            for candidate_id in self._by_name.get(same_key(row.full_name), ())
            if (agreement := _agreement(stored[(candidate_id,)], row, unit_id))
        ]
        closest = max((agreement for _, agreement in same), default=0)
        return [candidate_id for candidate_id, agreement in same if agreement == closest]

    def _warn_of_member(self, work: Work, row: CandidateRow, unit_id: str | None) -> None:
        if _ADMITTED & {stage for stage, _ in row.steps}:
            return
        if row.national_id is None and (row.birth_date is None or not row.birth_date.exact):
            return  # a name says nothing about whom
        clues = Clues(row.full_name, row.birth_date, None, row.national_id, unit_id)
        if self.session.people.match(clues).person_id is not None:
            work.warn(row.row, "candidate_is_member", "full_name", found=row.full_name)

    def _put(
        self, work: Work, row: CandidateRow, candidate_id: str, unit_id: str | None
    ) -> Outcome:
        draft, place = self.session.draft, work.place(row.row)
        known: Stored = draft.rows("candidate").get((candidate_id,), {})
        before = self._steps_of(candidate_id)
        steps = [
            draft.put(
                "candidate_step",
                {
                    "candidate_id": candidate_id,
                    **step_values(row, stage, day, before.get(stage, {})),
                },
                place,
            )
            for stage, day in _stages(row, before)
        ]
        values: Stored = {
            "candidate_id": candidate_id,
            "full_name": row.full_name,
            "name_key": same_key(row.full_name),
            "unit_id": unit_id or known.get("unit_id"),
            **candidate_values(row, known, self._note(work, row, known, before)),
        }
        outcome = draft.put("candidate", self._linked(values), place)
        news = any(step is not Outcome.UNCHANGED for step in steps)
        return Outcome.CHANGED if outcome is Outcome.UNCHANGED and news else outcome

    def _steps_of(self, candidate_id: str) -> dict[CandidateStage, Stored]:
        rows = self.session.draft.rows("candidate_step")
        keys = ((stage, (candidate_id, stage.value)) for stage in CandidateStage)
        return {stage: rows[key] for stage, key in keys if key in rows}

    def _note(
        self,
        work: Work,
        row: CandidateRow,
        known: Stored,
        before: Mapping[CandidateStage, Stored],
    ) -> str:
        """Return the remark of a row, with what it says of steps that have no date."""
        found = [*undated(row, before)]
        for one in found:
            stage = CANDIDATE_STAGE[one.stage]
            work.warn(row.row, "paper_without_day", "full_name", found=one.words, stage=stage)
        said = row.note or str(known.get("note") or "")
        new = (one.note for one in found if one.note not in said)
        return "; ".join(filter(None, (said, *new)))

    def _linked(self, values: Stored) -> Stored:
        """Return a candidate who was admitted with the member they became, if that is sure."""
        steps = {
            stage: PartialDate.parse(str(step["reached_on"]))
            for stage, step in self._steps_of(str(values["candidate_id"])).items()
        }
        if values["member_id"] is not None or not DECIDED & steps.keys():
            return values
        member_id = member_of(values, steps, self.session.people)
        if member_id is None or member_id in self._taken:
            return values
        self._taken.add(member_id)
        return {**values, "member_id": member_id}


def _stages(
    row: CandidateRow, before: Mapping[CandidateStage, Stored]
) -> Iterator[tuple[CandidateStage, PartialDate | None]]:
    """Yield the steps of which a row says something, each with the day that it says."""
    days = dict(row.steps)
    for stage in CandidateStage:
        more = stage in before and (stage in row.papers or stage in row.votes)
        if stage in days or more:
            yield stage, days.get(stage)


def _agreement(known: Stored, row: CandidateRow, unit_id: str | None) -> int:
    """Return how closely a known candidate agrees with a row: 0 = somebody else."""
    numbers = (known["national_id"], row.national_id)
    births = (known["birth_date"], iso(row.birth_date))
    if None not in numbers:
        return 3 if numbers[0] == numbers[1] else 0
    if None not in births:
        first, second = str(births[0]), str(births[1])
        return 2 if first.startswith(second) or second.startswith(first) else 0
    return 1 if known["unit_id"] == unit_id else 0
