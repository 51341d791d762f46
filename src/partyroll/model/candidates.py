"""The way to admission."""

from enum import StrEnum


class CandidateStage(StrEnum):
    """The way to admission, in order; one date each."""

    DETECTED = "detected"
    ON_SOURCE_LIST = "on_source_list"
    HELPER_ASSIGNED = "helper_assigned"
    AWARENESS_CLASS = "awareness_class"
    APPLICATION = "application"
    CV = "cv"
    VETTING = "vetting"
    OPINIONS = "opinions"
    CELL_RESOLUTION = "cell_resolution"
    COMMITTEE_RESOLUTION = "committee_resolution"
    DECISION = "decision"
    CEREMONY = "ceremony"
    PROBATION_REVIEW = "probation_review"
    CONFIRMED = "confirmed"
