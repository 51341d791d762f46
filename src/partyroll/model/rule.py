"""The rule: its words, its regulations, and what their texts leave open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Ground(StrEnum):
    """What a finding rests on."""

    UNPAID_DUES = "UNPAID_DUES"
    SKIP_MEETINGS = "SKIP_MEETINGS"
    MIXED = "MIXED"


class State(StrEnum):
    """What one month is for one person, as of a day (rulebook §3.3)."""

    PAID = "PAID"
    PAID_LATE = "PAID_LATE"
    PREPAID = "PREPAID"
    UNPAID = "UNPAID"
    UNPAID_INFERRED = "UNPAID_INFERRED"
    EXEMPT = "EXEMPT"
    DEFERRED = "DEFERRED"
    EXCUSED = "EXCUSED"
    NOT_DUE = "NOT_DUE"
    UNKNOWN = "UNKNOWN"
    ATTENDED = "ATTENDED"
    UNEXCUSED = "UNEXCUSED"
    EXCUSED_MARKED = "EXCUSED_MARKED"
    NOT_HELD = "NOT_HELD"
    NOT_OWED = "NOT_OWED"


class ReviewList(StrEnum):
    """The lists of the rule, strongest first; gaps name unit-months, not people."""

    REVIEW = "review"
    CHECK_REASON = "check_reason"
    WATCH = "watch"
    DATA_GAP = "data_gap"


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Every reading the texts leave open, with the product's default (rulebook §3.2)."""

    months: int = 3
    year_basis: str = "calendar"  # or rolling12
    run: str = "any"  # or consecutive
    combine_grounds: bool = False
    meeting_reading: str = "three_months"  # or own_count
    meeting_months: int = 3
    count_late: bool = False
    grace_days: int = 0
    infer_blank: bool = True
    infer_min_share: float = 0.25
    infer_blank_meeting: bool = False
    trust_excused_mark: bool = False
    meeting_month: str = "none_attended"  # or any_missed
    partial_payment: str = "paid"  # or unpaid
    first_due_month: str = "after_ceremony_month"  # or ceremony_month
    last_due_month: str = "before_exit_month"  # or exit_month
    partial_exempt_month: str = "exempt"  # or due


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One regulation with the day it took effect; `text` is what lists print.

    `settings` are the readings that its own text settles, by name; what is not named keeps its
    default.  `year` is all that is known of a regulation without a day.  `source` says what the
    text was copied from.
    """

    id: str
    since: date | None
    guidance: str
    text: str
    confidence: str = ""
    source: str = ""
    year: int | None = None
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """The number and the day, by which a document is told from its namesakes."""
        return (
            f"{self.id} ({self.since:%d/%m/%Y})" if self.since else f"{self.id} (chưa rõ ngày)"
        )
