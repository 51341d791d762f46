"""The Vietnamese words for the codes, said once; a file for each thing they speak of.

Keys are the identifiers of the rulebook's glossary; nothing here knows a type.
"""

from partyroll.messages.cases import (
    ANSWER_LEFT,
    OUTCOME,
    STEP,
)
from partyroll.messages.changes import (
    CHANGE,
    FACT,
    PLAN_ACTION,
    STAYED,
)
from partyroll.messages.lists import (
    ANSWER,
    LIST_COLUMN,
    LIST_ID,
    LIST_ROW,
    LIST_SHEETS,
    NOT_A_DECISION,
    ONLY_INFERRED,
    REVIEW_LIST,
    SILENCED,
    WATCH_KIND,
)
from partyroll.messages.months import (
    DUES_LETTER,
    FROM_ROSTER,
    GAP,
    GROUND,
    MEETING_LETTER,
    STATE,
)
from partyroll.messages.papers import (
    EXCUSE,
    GRANT_STATE,
    PERMISSION,
    TEMPORARY_STAY,
)
from partyroll.messages.people import (
    CANDIDATE_STAGE,
    FIELD,
    RATING_LEVEL,
    RATING_STAGE,
    REASON,
    STATUS,
)
from partyroll.messages.reports import ASKED, EXIT_FIELD, FLOW_BREAK, STRUCTURE
from partyroll.messages.settings import (
    GATE,
    LEAST_BASE_MEANS,
    NUMBER_READ,
    READING,
    READING_LIMIT,
    SETTING,
    WATCH_LIMIT,
)
from partyroll.messages.workbooks import (
    EXAMPLE_MARK,
    GUIDE_SHEET,
    GUIDE_TITLE,
    RETURNED_ADVICE,
    RETURNED_ANSWER,
    RETURNED_CODES,
    RETURNED_MARK,
    RETURNED_ROW,
    SIGN,
    TABLE_KIND,
)

__all__ = [
    "ANSWER",
    "ANSWER_LEFT",
    "ASKED",
    "CANDIDATE_STAGE",
    "CHANGE",
    "DUES_LETTER",
    "EXAMPLE_MARK",
    "EXCUSE",
    "EXIT_FIELD",
    "FACT",
    "FIELD",
    "FLOW_BREAK",
    "FROM_ROSTER",
    "GAP",
    "GATE",
    "GRANT_STATE",
    "GROUND",
    "GUIDE_SHEET",
    "GUIDE_TITLE",
    "LEAST_BASE_MEANS",
    "LIST_COLUMN",
    "LIST_ID",
    "LIST_ROW",
    "LIST_SHEETS",
    "MEETING_LETTER",
    "NOT_A_DECISION",
    "NUMBER_READ",
    "ONLY_INFERRED",
    "OUTCOME",
    "PERMISSION",
    "PLAN_ACTION",
    "RATING_LEVEL",
    "RATING_STAGE",
    "READING",
    "READING_LIMIT",
    "REASON",
    "RETURNED_ADVICE",
    "RETURNED_ANSWER",
    "RETURNED_CODES",
    "RETURNED_MARK",
    "RETURNED_ROW",
    "REVIEW_LIST",
    "SETTING",
    "SIGN",
    "SILENCED",
    "STATE",
    "STATUS",
    "STAYED",
    "STEP",
    "STRUCTURE",
    "TABLE_KIND",
    "TEMPORARY_STAY",
    "WATCH_KIND",
    "WATCH_LIMIT",
]
