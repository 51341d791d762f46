"""What a table can be about, and which kinds go into the ledger."""

from enum import StrEnum


class TableKind(StrEnum):
    """What a table is about, told from its headings."""

    ROSTER = "roster"
    DUES = "dues"
    MEETINGS = "meetings"
    EXITS = "exits"
    EXCUSES = "excuses"
    AWAY = "away"
    TRANSFERS = "transfers"
    RATINGS = "ratings"
    UNIT_RATINGS = "unit_ratings"
    UNITS = "units"
    HEADCOUNTS = "headcounts"
    DECLARED = "declared"
    CANDIDATES = "candidates"
    SUPPORT = "support"
    AWARDS = "awards"
    DISCIPLINE = "discipline"
    HOLIDAYS = "holidays"
    REVIEW_ANSWERS = "review_answers"
    MATTER_ANSWERS = "matter_answers"
    DUES_TOTALS = "dues_totals"
    REORGANISATION = "reorganisation"
    SKIPPED = "skipped"


IMPORTED = frozenset(
    {
        TableKind.ROSTER,
        TableKind.DUES,
        TableKind.MEETINGS,
        TableKind.EXITS,
        TableKind.AWAY,
        TableKind.EXCUSES,
        TableKind.HOLIDAYS,
        TableKind.RATINGS,
        TableKind.UNIT_RATINGS,
        TableKind.UNITS,
        TableKind.HEADCOUNTS,
        TableKind.DECLARED,
        TableKind.CANDIDATES,
        TableKind.SUPPORT,
        TableKind.AWARDS,
        TableKind.DISCIPLINE,
        TableKind.REVIEW_ANSWERS,
        TableKind.MATTER_ANSWERS,
    }
)
