"""Early warnings: what a cell can still do before anything has to be reviewed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partyroll.model.findings import MonthFact


class WatchKind(StrEnum):
    """Why somebody is worth a word in time; never a reason to review them."""

    ONE_MONTH_LEFT = "one_month_left"  # one month less than the rule asks for
    OVER_NEW_YEAR = "over_new_year"  # a run that no single year shows
    BOTH_GROUNDS = "both_grounds"  # neither ground reaches the number, both together do
    PERMISSION_ENDS = "permission_ends"
    TEMPORARY_STAY_ENDS = "temporary_stay_ends"
    TEMPORARY_STAY_LONG = "temporary_stay_long"
    AWAY_WITHOUT_PAPER = "away_without_paper"
    CONTACT_DUE = "contact_due"  # nobody has asked after the member for half a year
    RETURNED = "returned"  # back, and still with a paper for elsewhere
    TRANSFER_TO_PRESENT = "transfer_to_present"  # the letter has not been handed in yet


@dataclass(frozen=True, slots=True)
class WatchLimits:
    """From when on a warning is one: days before an end, months of an absence.

    `transfer_days` are working days.
    """

    days: int = 30
    stay_months: int = 12
    away_months: int = 3
    transfer_days: int = 5
    contact_months: int = 6


@dataclass(frozen=True, slots=True)
class EarlyWarning:
    """One thing to do in time for one person: what is so, and what is proposed.

    `until` is the day on which something ends; `months` are the evidence of a count.
    `about` tells warnings of one kind apart; `evidence` is the text without the days left.
    """

    kind: WatchKind
    text: str
    step: str
    until: date | None = None
    months: tuple[MonthFact, ...] = ()
    about: str = ""
    evidence: str = ""
