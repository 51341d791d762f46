"""What a report counts: exits, and declared numbers of members."""

from dataclasses import dataclass
from datetime import date

from partyroll.model.exits import ExitKind, Reason
from partyroll.model.people import Gender
from partyroll.model.sources import NOWHERE, Source
from partyroll.period import PartialDate

LEAST_BASE = 500  # member-years: below them one person more or less is the whole rate


@dataclass(frozen=True, slots=True)
class ExitRecord:
    """One person's exit as the term report counts it.

    `unit_path` names the units from the highest to the cell, as of the exit (`then`) or now.
    `units` are their ids, `covered_by` those of every unit among whose members of that year
    this person was declared; `divided` names the unit that was split since, where nobody
    knows into which part the exit belongs.  `reasons` stand as the paper names them; the first
    is the main one.  `probationary` None = the ledger does not say.  Occupation, education,
    ethnicity and religion are as written; empty = the ledger does not say.
    """

    person_id: str
    full_name: str
    kind: ExitKind
    unit_path: tuple[str, ...] = ()
    gender: Gender | None = None
    birth_date: PartialDate | None = None
    admission_date: PartialDate | None = None
    official_date: PartialDate | None = None
    probationary: bool | None = None
    card_no: str | None = None
    event_date: PartialDate | None = None
    decision_no: str = ""
    decision_date: PartialDate | None = None
    reasons: tuple[Reason, ...] = (Reason.UNSTATED,)
    reason_text: str = ""
    source: Source = NOWHERE
    units: tuple[str, ...] = ()
    covered_by: tuple[str, ...] = ()
    divided: str = ""
    admission_decision_date: PartialDate | None = None
    occupation: str = ""
    education_general: str = ""
    education_professional: str = ""
    education_political: str = ""
    ethnicity: str = ""
    religion: str = ""
    unit_codes: tuple[str, ...] = ()  # beside the names of `unit_path`, empty where none

    @property
    def counted_on(self) -> PartialDate | None:
        """The day the exit counts for: the decision's, else the event's."""
        return self.decision_date or self.event_date


@dataclass(frozen=True, slots=True)
class Headcount:
    """A declared number of members of a unit at the end of a year.

    `unit_id` is the unit that it was declared of; the rest as of an exit.
    """

    unit_path: tuple[str, ...]
    year: int
    number: int
    source: Source = NOWHERE
    unit_id: str = ""
    units: tuple[str, ...] = ()
    covered_by: tuple[str, ...] = ()
    divided: str = ""


@dataclass(frozen=True, slots=True)
class DeclaredTotal:
    """A number that a paper states of a unit and a period, both its days included; no names.

    `what` is a kind of exit, or ADMITTED, READMITTED, RESTORED, IN; the rest as of a headcount.
    """

    unit_path: tuple[str, ...]
    what: str
    start: date
    end: date
    number: int
    source: Source = NOWHERE
    unit_id: str = ""
    units: tuple[str, ...] = ()
