"""How and why someone stops being counted."""

from enum import StrEnum


class ExitKind(StrEnum):
    """How someone stops being counted (rulebook §5.1)."""

    REMOVED = "REMOVED"
    WITHDREW = "WITHDREW"
    EXPELLED = "EXPELLED"
    DIED = "DIED"
    OUT = "OUT"
    OTHER_DECREASE = "OTHER_DECREASE"
    LEFT_UNSTATED = "LEFT_UNSTATED"  # left, but the paper does not say how


class Reason(StrEnum):
    """Why someone left (rulebook §5.2, §5.5); the text of the paper is kept beside it."""

    SKIP_MEETINGS = "SKIP_MEETINGS"
    UNPAID_DUES = "UNPAID_DUES"
    RETURNED_CARD = "RETURNED_CARD"
    DESTROYED_CARD = "DESTROYED_CARD"
    LOST_WILL = "LOST_WILL"
    TWO_YEARS_UNFIT = "TWO_YEARS_UNFIT"
    POLITICAL_STANDARD = "POLITICAL_STANDARD"
    PROBATION_NOT_CONFIRMED = "PROBATION_NOT_CONFIRMED"
    TRANSFER_NOT_PRESENTED = "TRANSFER_NOT_PRESENTED"
    WRONGLY_ADMITTED = "WRONGLY_ADMITTED"
    FAMILY_HARDSHIP = "FAMILY_HARDSHIP"
    EMIGRATE_WITH_FAMILY = "EMIGRATE_WITH_FAMILY"
    FAR_WORK = "FAR_WORK"
    HEALTH_AGE = "HEALTH_AGE"
    RELIGION = "RELIGION"
    WORKPLACE = "WORKPLACE"
    OTHER = "OTHER"
    UNSTATED = "UNSTATED"
