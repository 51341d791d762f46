"""What the rule looks at and what it finds; never a verdict."""

from dataclasses import dataclass

from partyroll.model.books import BookLine, Payment
from partyroll.model.events import TransferLeg
from partyroll.model.people import Stay
from partyroll.model.periods import Excuse, Permission
from partyroll.model.rule import Ground, ReviewList, State
from partyroll.model.sources import Source
from partyroll.period import Month, PartialDate


@dataclass(frozen=True, slots=True)
class Case:
    """All that the rule may look at for one person."""

    person_id: str
    full_name: str
    card_no: str | None = None
    admission_date: PartialDate | None = None  # the ceremony, as the roster's column says
    admission_decision_date: PartialDate | None = None
    left: PartialDate | None = None  # of someone who is no member any more
    returned: PartialDate | None = None  # of someone who had left before
    stays: tuple[Stay, ...] = ()
    lines: tuple[BookLine, ...] = ()
    payments: tuple[Payment, ...] = ()
    permissions: tuple[Permission, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    legs: tuple[TransferLeg, ...] = ()
    roster_note: str = ""  # what the roster remarks of them; no paper


@dataclass(frozen=True, slots=True)
class MonthFact:
    """One month on a list: its state, why, and the cell that says so."""

    month: Month
    ground: Ground
    state: State
    note: str = ""
    explanation: str = ""  # "39/40 đã thu", "hết hạn chậm đóng"
    warning: str = ""  # a code: exempt_without_paper, exit_without_record…
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class GroundCount:
    """What was counted on one ground in the assessed period (rulebook §3.7)."""

    ground: Ground
    plain: int
    noted: int
    all: int
    longest_run: int
    cross_run: int
    confirmed: int
    inferred: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason to look at someone, with the evidence; never a verdict."""

    list: ReviewList
    ground: Ground
    count: int
    grounds: tuple[GroundCount, ...]
    months: tuple[MonthFact, ...]
    only_inferred: bool
    why: str
    remarks: tuple[str, ...] = ()
    silenced: bool = False  # the same evidence was judged, and nothing was to be done


@dataclass(frozen=True, slots=True)
class Gap:
    """Months of a unit for which nobody can tell: a missing or an empty book."""

    unit: str
    ground: Ground
    kind: str  # no_book, empty_month, host_book_missing, member_not_in_book, …
    months: tuple[Month, ...]
    count: int = 0  # people or cells concerned, where that is a number
    text: str = ""
    unit_path: tuple[str, ...] = ()  # from the highest to the unit
