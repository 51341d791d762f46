"""Which member of the rolls a candidate has become: by number, or by name and birth date."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from partyroll.model import Candidate, CandidateStage, CandidateStep
from partyroll.period import PartialDate, add_months
from partyroll.text import same_key

_APART = 12  # months between two days of one admission, however badly they are written


@dataclass(frozen=True, slots=True)
class RollEntry:
    """Somebody in the rolls, in the words by which a candidate is told to be them."""

    person_id: str
    full_name: str
    birth_date: PartialDate | None = None
    national_id: str | None = None
    admission_date: PartialDate | None = None
    official_date: PartialDate | None = None
    unit: str = ""

    @property
    def label(self) -> str:
        """The name with what tells it from others."""
        born = f", sinh {self.birth_date.vi}" if self.birth_date else ""
        return f"{self.full_name}{born}" + (f" ({self.unit})" if self.unit else "")


@dataclass(frozen=True, slots=True)
class Joined:
    """The member that a candidate is for certain, else those who may be."""

    member: RollEntry | None = None
    namesakes: tuple[RollEntry, ...] = ()


def joined(
    candidate: Candidate, roll: Iterable[RollEntry], taken: Collection[str] = ()
) -> Joined:
    """Return whom of the rolls a candidate has become; `taken` are other candidates already."""
    known = [entry for entry in roll if entry.person_id not in taken]
    if candidate.member_id is not None:
        return Joined(next((e for e in known if e.person_id == candidate.member_id), None))
    possible = [entry for entry in known if _may_be(candidate, entry)]
    numbered = [entry for entry in possible if _same_number(candidate, entry)]
    sure = numbered or [entry for entry in possible if _same_birth(candidate, entry)]
    if len(sure) == 1:
        return Joined(sure[0])
    return Joined(namesakes=tuple(sure or possible))


def _may_be(candidate: Candidate, entry: RollEntry) -> bool:
    """Whether nothing says that the two are different people."""
    if _same_number(candidate, entry):
        return True
    if candidate.national_id and entry.national_id:
        return False
    if same_key(candidate.full_name) != same_key(entry.full_name):
        return False
    born, listed = candidate.birth_date, entry.birth_date
    if born and listed and (born.last < listed.first or listed.last < born.first):
        return False
    return _fits_in_time(candidate, entry.admission_date)


def _fits_in_time(candidate: Candidate, admitted: PartialDate | None) -> bool:
    """Whether an admission may be the one to which the steps of the candidate lead."""
    if admitted is None or not candidate.steps:
        return True
    ceremony = candidate.day(CandidateStage.CEREMONY)
    if ceremony is not None:
        late, early = add_months(ceremony.last, _APART), add_months(ceremony.first, -_APART)
        return early <= admitted.last and admitted.first <= late
    last = max(step.on.first for step in candidate.steps.values())
    return admitted.last >= last


def _same_number(candidate: Candidate, entry: RollEntry) -> bool:
    return candidate.national_id is not None and candidate.national_id == entry.national_id


def _same_birth(candidate: Candidate, entry: RollEntry) -> bool:
    born = candidate.birth_date
    return born is not None and born.exact and born == entry.birth_date


def with_roll(candidate: Candidate, member: RollEntry) -> Candidate:
    """Return a candidate with the days that only the rolls know."""
    told = {
        CandidateStage.CEREMONY: member.admission_date,
        CandidateStage.CONFIRMED: member.official_date,
    }
    added = {
        stage: CandidateStep(stage, day)
        for stage, day in told.items()
        if day is not None and stage not in candidate.steps
    }
    if not added:
        return candidate
    return replace(candidate, steps={**candidate.steps, **added})
