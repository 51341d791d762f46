"""What a row says of a candidate, joined with what the ledger knows: nothing is taken back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import Candidate, CandidateStage, CandidateStep, Vote
from partyroll.period import PartialDate
from partyroll.read.facts import CandidateRow
from partyroll.rules.admission import RollEntry, joined
from partyroll.store.facts import Values as Stored
from partyroll.store.reading import iso, partial
from partyroll.tasks.recording.clues import Clues
from partyroll.tasks.recording.people import People
from partyroll.tasks.recording.rosters import more_precise

_VOTE = ("entitled", "present", "in_favour")


@dataclass(frozen=True, slots=True)
class Undated:
    """A paper or a vote of a step that has no date anywhere."""

    stage: CandidateStage
    words: str

    @property
    def note(self) -> str:
        """The words as they are kept among the remarks."""
        return f"{CANDIDATE_STAGE[self.stage]}: {self.words}"


def undated(row: CandidateRow, known: Iterable[CandidateStage]) -> Iterator[Undated]:
    """Yield what a row says of steps of which neither it nor the ledger has the date."""
    dated = {stage for stage, _ in row.steps} | set(known)
    for stage in CandidateStage:
        vote = row.votes.get(stage)
        words = (
            f"số {row.papers[stage]}" if row.papers.get(stage) else "",
            f"số phiếu {_written(vote)}" if vote else "",
        )
        said = ", ".join(filter(None, words))
        if said and stage not in dated:
            yield Undated(stage, said)


def _written(vote: Vote) -> str:
    numbers = (vote.in_favour, vote.present, vote.entitled)
    return "/".join("?" if number is None else str(number) for number in numbers)


def candidate_values(row: CandidateRow, known: Stored, note: str) -> dict[str, str | None]:
    """Return the columns of a candidate beside id, name and unit."""
    return {
        "birth_date": more_precise(_text(known, "birth_date"), row.birth_date),
        "gender": iso(row.gender) or _text(known, "gender"),
        "national_id": row.national_id or _text(known, "national_id"),
        "origin": row.origin or _text(known, "origin"),
        "helper": row.helper or _text(known, "helper"),
        "note": note or _text(known, "note"),
        "member_id": _text(known, "member_id"),
        "ended_on": more_precise(_text(known, "ended_on"), row.ended_on),
        "ended_text": row.ended_text or _text(known, "ended_text"),
    }


def step_values(
    row: CandidateRow, stage: CandidateStage, day: PartialDate | None, known: Stored
) -> dict[str, str | int | None]:
    """Return the columns of a step: its day, paper and vote, each the newest said."""
    vote = row.votes.get(stage)
    said = (vote.entitled, vote.present, vote.in_favour) if vote else (None,) * len(_VOTE)
    kept = {
        name: number if vote else known.get(name)
        for name, number in zip(_VOTE, said, strict=True)
    }
    return {
        "stage": stage.value,
        "reached_on": more_precise(_text(known, "reached_on"), day),
        "paper": row.papers.get(stage) or _text(known, "paper"),
        **kept,
    }


def _text(known: Stored, column: str) -> str | None:
    value = known.get(column)
    return None if value is None else str(value)


# --- Who the candidate is in the rolls ----------------------------------------------------
def member_of(
    values: Stored, steps: Mapping[CandidateStage, PartialDate], people: People
) -> str | None:
    """Return the member whom a candidate has become for certain."""
    candidate = Candidate(
        str(values["candidate_id"]),
        str(values["full_name"]),
        partial(_text(values, "birth_date")),
        national_id=_text(values, "national_id"),
        steps={stage: CandidateStep(stage, day) for stage, day in steps.items()},
    )
    clues = Clues(candidate.full_name, candidate.birth_date, None, candidate.national_id, None)
    match = people.match(clues)
    likely = {*match.of, *([match.person_id] if match.person_id else [])}
    found = joined(candidate, [_entry(people, person_id) for person_id in sorted(likely)])
    return found.member.person_id if found.member else None


def _entry(people: People, person_id: str) -> RollEntry:
    known, version = people.of(person_id), people.version(person_id)
    return RollEntry(
        person_id,
        known.full_name,
        partial(known.birth_date),
        known.national_id,
        partial(_text(version, "admission_date")),
    )
