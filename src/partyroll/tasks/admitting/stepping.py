"""Writing down a step on the way to admission, and who the admitted are in the rolls."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import DECIDED, Candidate, CandidateStage, CandidateStep, MatterKind
from partyroll.rulebook import clocks
from partyroll.rules.admission import Circumstances, staged_matters
from partyroll.settings import Settings
from partyroll.store.admission import candidates
from partyroll.store.draft import Draft
from partyroll.store.holidays import holidays
from partyroll.store.ledger import Ledger
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.admitting.files import (
    Told,
    beside,
    chosen_candidate,
    put_candidate,
    put_step,
    whole_file,
)
from partyroll.tasks.admitting.refusals import BeforeBirth, FileClosed, TakenByAnother
from partyroll.tasks.admitting.request import NewStep, TypedStep, new_step
from partyroll.tasks.choosing import chosen_person
from partyroll.tasks.registers.admission_roll import Beside
from partyroll.tasks.registers.writing import Command, Saved, Written, save
from partyroll.text import mid_sentence

# What a step shows at once; the other matters have their time, and the register.
_AT_ONCE = frozenset(
    {
        MatterKind.VOTE_FALLS_SHORT,
        MatterKind.ORDER_OF_STEPS,
        MatterKind.AGE_OF_CANDIDATE,
        MatterKind.CLASS_RUNS_OUT,
        MatterKind.PAPER_MISSING,
        MatterKind.CONFIRMED_DATE,
        MatterKind.MEMBER_TO_FIND,
    }
)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where and when a step is written down."""

    ledger: Ledger
    units: Units
    today: date
    settings: Settings


def step(command: Command, typed: TypedStep, settings: Settings) -> Saved[Told]:
    """Write down a step; the same said twice is written once."""
    today = command.today
    stated = new_step(typed, today)

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        desk = _Desk(ledger, UnitHistory(ledger).on(today), today, settings)
        before = chosen_candidate(ledger, stated.name, desk.units, unit=stated.unit)
        _refuse(before, stated)
        taken, told = _taken(before, stated)
        found = _joined(desk, _with(before, taken), stated)
        put_step(draft, before.candidate_id, taken)
        stored = replace(_with(before, taken), member_id=found.candidate.member_id)
        put_candidate(draft, stored)
        cautions = (*told, *_matters(desk, found, taken.stage))
        note = f"{before.full_name}: {mid_sentence(CANDIDATE_STAGE[taken.stage])}"
        where = desk.units.path(before.unit_id)
        return Written(Told(stored, where), note, cautions)

    return save(command, "admission", write)


def _refuse(candidate: Candidate, stated: NewStep) -> None:
    if candidate.ended:
        ended = candidate.ended_on.vi if candidate.ended_on else candidate.ended_text
        raise FileClosed(candidate.full_name, ended)
    born = candidate.birth_date
    if born is not None and stated.on.last < born.first:
        raise BeforeBirth(stated.on, born)


def _taken(candidate: Candidate, stated: NewStep) -> tuple[CandidateStep, list[str]]:
    """Return the step as it will stand, and what was said otherwise before."""
    known = candidate.steps.get(stated.stage)
    if known is None:
        return CandidateStep(stated.stage, stated.on, stated.paper, stated.vote), []
    told = [
        f"{words} thay đổi: {before} → {after}"
        for words, before, after in (
            ("ngày", known.on.vi, stated.on.vi),
            ("số văn bản", known.paper, stated.paper or known.paper),
        )
        if before and before != after
    ]
    vote = stated.vote or known.vote
    if known.vote is not None and known.vote != vote:
        told.append("số phiếu thay đổi")
    taken = replace(known, on=stated.on, paper=stated.paper or known.paper, vote=vote)
    return taken, told


def _with(candidate: Candidate, taken: CandidateStep) -> Candidate:
    return replace(candidate, steps={**candidate.steps, taken.stage: taken})


# --- Who the candidate is in the rolls ----------------------------------------------------
def _joined(desk: _Desk, candidate: Candidate, stated: NewStep) -> Beside:
    """Return a candidate beside the rolls, with the member they became where that is sure."""
    if stated.member:
        candidate = replace(candidate, member_id=_said_to_be(desk, candidate, stated.member))
    found = beside(desk.ledger, candidate, desk.units, desk.today)
    if found.person is None or candidate.reached not in DECIDED:
        return found
    return replace(found, candidate=replace(found.candidate, member_id=found.person.person_id))


def _said_to_be(desk: _Desk, candidate: Candidate, wanted: str) -> str:
    person = chosen_person(desk.ledger, wanted, desk.units, desk.today)
    for other in candidates(desk.ledger):
        same = other.candidate_id == candidate.candidate_id
        if not same and other.member_id == person.person_id:
            raise TakenByAnother(person.full_name)
    return person.person_id


def _matters(desk: _Desk, found: Beside, stage: CandidateStage) -> Iterator[str]:
    """Yield what this very step shows; nothing of it is a decision."""
    at = Circumstances(
        desk.today, desk.settings.admission, clocks(), frozenset(holidays(desk.ledger))
    )
    for staged in staged_matters(whole_file(desk.ledger, found, desk.today), at):
        if staged.stage is stage and staged.matter.kind in _AT_ONCE:
            doubts = "".join(f" ({remark})" for remark in staged.matter.remarks)
            yield f"{staged.matter.text}{doubts}"
