"""What a decision does: the exit it makes, with the reasons that settle a later return."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from partyroll.messages import REASON, STATUS
from partyroll.model import ExitKind, Outcome, Person, Reason
from partyroll.period import PartialDate
from partyroll.read.facts import ExitRow
from partyroll.read.reasons import kind_by_ground
from partyroll.rulebook import clocks
from partyroll.rules.readmission import readmission
from partyroll.store.draft import Draft
from partyroll.store.facts import Values
from partyroll.store.reading import iso
from partyroll.tasks.recording.departures import day_of, who_left
from partyroll.tasks.recording.exits import put_exit, same_exit
from partyroll.tasks.standing import unit_on
from partyroll.tasks.step_refusals import AlreadyLeft, DecidedBeforeAdmission
from partyroll.text import fold, mid_sentence


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision by which somebody leaves: how, why, by which paper."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    paper: str
    paper_date: PartialDate
    words: str = ""  # what the paper, or whoever tells of it, says of the ground

    @property
    def by_ground(self) -> Outcome:
        """How somebody leaves by what the decision rests on, whatever its title says."""
        kind = kind_by_ground(ExitKind(self.outcome.value), self.words)
        return self.outcome if kind is None else Outcome(kind.value)

    def row(self, name: str) -> ExitRow:
        """Return the decision as an exits list would state it."""
        return ExitRow(
            row=0,
            full_name=name,
            kind=ExitKind(self.by_ground.value),
            decision_no=self.paper,
            decision_date=self.paper_date,
            reasons=self.reasons,
            reason_text=self.words,
        )

    @property
    def prospect(self) -> str:
        """What the reasons mean for a return, in one sentence."""
        kind = ExitKind(self.by_ground.value)
        found = readmission(kind, self.reasons, self.paper_date, clocks())
        return found.sentence if found else ""


def refuse_before_admission(person: Person, decision: Decision) -> None:
    """Raise `DecidedBeforeAdmission` where the day of the paper cannot be right."""
    admitted = person.admission_decision_date or person.admission_date
    if admitted is not None and decision.paper_date.last < admitted.first:
        raise DecidedBeforeAdmission(decision.paper_date.vi, person.full_name, admitted.vi)


def decided_exit(draft: Draft, person: Person, decision: Decision, today: date) -> str:
    """State the exit of a decision; return its id, the known one where the ledger has it.

    Raises `AlreadyLeft` for somebody who has left by another decision.
    """
    wanted = {"person_id": [person.person_id]}
    events = draft.load("life_event", **wanted).values()
    legs = draft.load("transfer_leg", **wanted).values()
    left = who_left(events, legs).get(person.person_id)
    row = decision.row(person.full_name)
    if left is not None:
        return _known_exit(person, row, left, [one for one in events if _is(one, left)])
    draft.load("event_reason", event_id=[event["event_id"] for event in events])
    common: Values = {
        "person_id": person.person_id,
        "unit_id": unit_on(person, today),
        "kind": row.kind.value,
        "decision_no": row.decision_no,
        "decision_date": iso(row.decision_date),
        "reason_text": row.reason_text or None,
    }
    return put_exit(draft, row, common, {}, None)[0]


def _is(event: Values, left: tuple[str, str]) -> bool:
    return (event["kind"], day_of(event)) == left


def _known_exit(
    person: Person, row: ExitRow, left: tuple[str, str], events: list[Values]
) -> str:
    """Return the exit that the decision tells of again; raise where it is another one."""
    for event in events:
        numbers = {fold(str(event["decision_no"] or row.decision_no)), fold(row.decision_no)}
        if same_exit(("life_event", event), row) and len(numbers) == 1:
            return str(event["event_id"])
    kind, day = left
    raise AlreadyLeft(person.full_name, STATUS[kind], PartialDate.parse(day).vi if day else "")


def reason_words(reasons: Iterable[Reason]) -> str:
    """Return reasons as people read them."""
    return ", ".join(mid_sentence(REASON[reason]) for reason in reasons)
