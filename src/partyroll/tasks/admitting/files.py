"""Finding a file of admission, and putting what is said of it into a draft."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from partyroll.model import Candidate, CandidateStep
from partyroll.rules.admission import AdmissionFile
from partyroll.store.admission import candidates
from partyroll.store.draft import Draft, Outcome, place_of
from partyroll.store.facts import Values
from partyroll.store.ledger import Ledger
from partyroll.store.reading import iso
from partyroll.store.units import Units
from partyroll.tasks.admitting.refusals import UnknownCandidate
from partyroll.tasks.choosing import chosen_units
from partyroll.tasks.registers.admission_roll import (
    Beside,
    beside_the_roll,
    file_of,
    officials,
)
from partyroll.text import fold, natural_key, same_key


@dataclass(frozen=True, slots=True)
class Told:
    """A file as it stands after a command, with the name of its unit."""

    candidate: Candidate
    unit_path: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """The unit's own name; empty where nobody knows it."""
        return self.unit_path[-1] if self.unit_path else ""


def chosen_candidate(ledger: Ledger, wanted: str, units: Units, *, unit: str = "") -> Candidate:
    """Return the file of that name, number or id; raise `UnknownCandidate` unless one fits.

    Open files come before those that were closed.
    """
    within = chosen_units(units, unit)
    every = [c for c in candidates(ledger) if within is None or c.unit_id in within]
    found = _named(every, wanted)
    found = [one for one in found if not one.ended] or found
    if len(found) == 1:
        return found[0]
    shown = (label(one, units) for one in found)
    raise UnknownCandidate(wanted, tuple(sorted(shown, key=natural_key)))


def label(candidate: Candidate, units: Units) -> str:
    """Return a file in words that tell it from others, with the id that people type."""
    born = f", sinh {candidate.birth_date.vi}" if candidate.birth_date else ""
    unit = units.name(candidate.unit_id)
    return f"{candidate.full_name}{born}, {unit}: {candidate.candidate_id}"


def _named(every: Iterable[Candidate], wanted: str) -> list[Candidate]:
    known = list(every)
    numbered = [one for one in known if wanted in {one.candidate_id, one.national_id}]
    written = [one for one in known if same_key(one.full_name) == same_key(wanted)]
    plain = [one for one in known if fold(one.full_name) == fold(wanted)]
    return numbered or written or plain


def beside(ledger: Ledger, candidate: Candidate, units: Units, today: date) -> Beside:
    """Return a candidate beside the rolls, as other candidates leave room there."""
    others = [c for c in candidates(ledger) if c.candidate_id != candidate.candidate_id]
    taken = {other.member_id for other in others if other.member_id}
    (found,) = beside_the_roll(ledger, [candidate], today, units.name, taken)
    return found


def whole_file(ledger: Ledger, found: Beside, today: date) -> AdmissionFile:
    """Return the file of a candidate with what the rolls say around it."""
    unit_id = found.candidate.unit_id
    cells = frozenset((unit_id,)) if unit_id else frozenset()
    return file_of(found, officials(ledger, cells, today), today)


# --- Writing ------------------------------------------------------------------------------
def put_candidate(draft: Draft, candidate: Candidate) -> Outcome:
    """State a candidate; where it was first said stays beside it."""
    known = draft.load("candidate", candidate_id=[candidate.candidate_id]).get(
        (candidate.candidate_id,)
    )
    return draft.put("candidate", _row(candidate), place_of(known) if known else None)


def _row(candidate: Candidate) -> Values:
    return {
        "candidate_id": candidate.candidate_id,
        "full_name": candidate.full_name,
        "name_key": same_key(candidate.full_name),
        "birth_date": iso(candidate.birth_date),
        "gender": iso(candidate.gender),
        "national_id": candidate.national_id,
        "unit_id": candidate.unit_id,
        "origin": candidate.origin or None,
        "helper": candidate.helper or None,
        "note": candidate.note or None,
        "member_id": candidate.member_id,
        "ended_on": iso(candidate.ended_on),
        "ended_text": candidate.ended_text or None,
    }


def put_step(draft: Draft, candidate_id: str, step: CandidateStep) -> Outcome:
    """State a step of a candidate."""
    draft.load("candidate_step", candidate_id=[candidate_id])
    vote = step.vote
    row: Values = {
        "candidate_id": candidate_id,
        "stage": step.stage.value,
        "reached_on": str(step.on),
        "paper": step.paper or None,
        "entitled": vote.entitled if vote else None,
        "present": vote.present if vote else None,
        "in_favour": vote.in_favour if vote else None,
    }
    return draft.put("candidate_step", row)
