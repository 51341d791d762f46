"""The columns of each empty workbook: headings that the reader knows with certainty."""

from partyroll.tasks.template_columns.books import dues, meetings
from partyroll.tasks.template_columns.candidates import candidates
from partyroll.tasks.template_columns.common import CELL, Asked, Fields
from partyroll.tasks.template_columns.keeping import awards, discipline, support
from partyroll.tasks.template_columns.lists import away, excuses, holidays, ratings
from partyroll.tasks.template_columns.people import exits, roster
from partyroll.tasks.template_columns.units import (
    declared,
    headcounts,
    placings,
    reorganisation,
    unit_ratings,
    units,
)

__all__ = [
    "CELL",
    "Asked",
    "Fields",
    "awards",
    "away",
    "candidates",
    "declared",
    "discipline",
    "dues",
    "excuses",
    "exits",
    "headcounts",
    "holidays",
    "meetings",
    "placings",
    "ratings",
    "reorganisation",
    "roster",
    "support",
    "unit_ratings",
    "units",
]
