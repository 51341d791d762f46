"""What a workbook states, before the ledger is asked anything.

`None` always means "not stated": the workbook has no such column or the cell is empty.
"""

from partyroll.read.facts.books import BookRow, StatedPayment
from partyroll.read.facts.files import ReadFile, Row, SetAside, Table
from partyroll.read.facts.kinds import IMPORTED, TableKind
from partyroll.read.facts.lists import (
    AnswerRow,
    Aside,
    AwardRow,
    AwayRow,
    DisciplineRow,
    ExcuseRow,
    HolidayRow,
    MatterRow,
    RatingRow,
    StatedAnswer,
    StatedAward,
    StatedRating,
    StatedRemark,
    SupportRow,
    UnitRatingRow,
    UnreadAnswer,
)
from partyroll.read.facts.people import CandidateRow, ExitRow, RosterRow, StatedMove
from partyroll.read.facts.slips import SlipRow
from partyroll.read.facts.units import DeclaredRow, HeadcountRow, UnitRef, UnitRow

__all__ = [
    "IMPORTED",
    "AnswerRow",
    "Aside",
    "AwardRow",
    "AwayRow",
    "BookRow",
    "CandidateRow",
    "DeclaredRow",
    "DisciplineRow",
    "ExcuseRow",
    "ExitRow",
    "HeadcountRow",
    "HolidayRow",
    "MatterRow",
    "RatingRow",
    "ReadFile",
    "RosterRow",
    "Row",
    "SetAside",
    "SlipRow",
    "StatedAnswer",
    "StatedAward",
    "StatedMove",
    "StatedPayment",
    "StatedRating",
    "StatedRemark",
    "SupportRow",
    "Table",
    "TableKind",
    "UnitRatingRow",
    "UnitRef",
    "UnitRow",
    "UnreadAnswer",
]
