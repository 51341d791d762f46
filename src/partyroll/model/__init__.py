"""The words of the project as frozen values: what is kept, asked and answered.

Nothing here reads, writes or decides.  Codes are those of the rulebook's glossary; the
Vietnamese words for them are in `messages`.
"""

from partyroll.model.audience import LEAST_COUNT, Audience, Recipient
from partyroll.model.books import (
    BookKind,
    BookLine,
    BookMonth,
    BookMonths,
    Letter,
    Payment,
    leave_is_open,
)
from partyroll.model.candidates import CandidateStage
from partyroll.model.documents import (
    Block,
    CellValue,
    Choices,
    Column,
    Document,
    OfficeNames,
    Returning,
    Shape,
    Sheet,
    Table,
)
from partyroll.model.events import EventKind, LifeEvent, TransferLeg
from partyroll.model.exits import ExitKind, Reason
from partyroll.model.figures import LEAST_BASE, DeclaredTotal, ExitRecord, Headcount
from partyroll.model.findings import Case, Finding, Gap, GroundCount, MonthFact
from partyroll.model.measures import Measure
from partyroll.model.papers import (
    Annex,
    OfficialPaper,
    PaperFile,
    PaperForm,
    Passage,
    PassageLook,
)
from partyroll.model.people import Gender, Person, Status, Stay
from partyroll.model.periods import (
    Excuse,
    ExcuseKind,
    Permission,
    PermissionKind,
    StayAway,
    StayKind,
)
from partyroll.model.problems import Problem, Severity
from partyroll.model.ratings import Rating, RatingLevel, RatingStage
from partyroll.model.registers import (
    Entry,
    Line,
    Matter,
    MatterAnswer,
    MatterKind,
    MatterOutcome,
    Register,
)
from partyroll.model.reviews import (
    AnswerField,
    Judged,
    Outcome,
    ReviewAnswer,
    ReviewStep,
    StepKind,
)
from partyroll.model.rule import Ground, ReviewList, RuleSet, RuleSettings, State
from partyroll.model.slips import (
    DuesKept,
    HostRemark,
    MeetingsKept,
    Slip,
    SlipKind,
)
from partyroll.model.sources import NOWHERE, Source
from partyroll.model.transfers import (
    Transfer,
    TransferAnswer,
    TransferKind,
    TransferState,
)
from partyroll.model.units import (
    NO_PLACE,
    Plan,
    PlanAction,
    PlanPlace,
    PlanPlacing,
    PlanStep,
    Unit,
)
from partyroll.model.walks import ARRIVALS, Turn, Walk
from partyroll.model.watching import EarlyWarning, WatchKind, WatchLimits

__all__ = [
    "ARRIVALS",
    "LEAST_BASE",
    "LEAST_COUNT",
    "NOWHERE",
    "NO_PLACE",
    "Annex",
    "AnswerField",
    "Audience",
    "Block",
    "BookKind",
    "BookLine",
    "BookMonth",
    "BookMonths",
    "CandidateStage",
    "Case",
    "CellValue",
    "Choices",
    "Column",
    "DeclaredTotal",
    "Document",
    "DuesKept",
    "EarlyWarning",
    "Entry",
    "EventKind",
    "Excuse",
    "ExcuseKind",
    "ExitKind",
    "ExitRecord",
    "Finding",
    "Gap",
    "Gender",
    "Ground",
    "GroundCount",
    "Headcount",
    "HostRemark",
    "Judged",
    "Letter",
    "LifeEvent",
    "Line",
    "Matter",
    "MatterAnswer",
    "MatterKind",
    "MatterOutcome",
    "Measure",
    "MeetingsKept",
    "MonthFact",
    "OfficeNames",
    "OfficialPaper",
    "Outcome",
    "PaperFile",
    "PaperForm",
    "Passage",
    "PassageLook",
    "Payment",
    "Permission",
    "PermissionKind",
    "Person",
    "Plan",
    "PlanAction",
    "PlanPlace",
    "PlanPlacing",
    "PlanStep",
    "Problem",
    "Rating",
    "RatingLevel",
    "RatingStage",
    "Reason",
    "Recipient",
    "Register",
    "Returning",
    "ReviewAnswer",
    "ReviewList",
    "ReviewStep",
    "RuleSet",
    "RuleSettings",
    "Severity",
    "Shape",
    "Sheet",
    "Slip",
    "SlipKind",
    "Source",
    "State",
    "Status",
    "Stay",
    "StayAway",
    "StayKind",
    "StepKind",
    "Table",
    "Transfer",
    "TransferAnswer",
    "TransferKind",
    "TransferLeg",
    "TransferState",
    "Turn",
    "Unit",
    "Walk",
    "WatchKind",
    "WatchLimits",
    "leave_is_open",
]
