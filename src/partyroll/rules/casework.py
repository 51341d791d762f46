"""Where a case stands, what usually follows, which papers are not there yet (rulebook §5.3).

All of it informs: no step is ever demanded, and nobody is overdue for anything.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from partyroll.model import Outcome, Reason, ReviewList, ReviewStep, StepKind
from partyroll.rulebook import Clock
from partyroll.rules.clocks import Deadline, deadline
from partyroll.text import fold

ENDINGS = frozenset({Outcome.REMOVED, Outcome.WITHDREW})  # what makes somebody leave
_REQUESTS = 3  # unanswered requests after which a cell may go on without a self-criticism
_GONE = "không còn là đảng viên trong sổ"
_ENOUGH_SAID = "không có bước nào đang chờ"
_REMINDED = "theo dõi, giúp đỡ; chưa có bước nào đang chờ"
_NOBODY_WAITS = frozenset({_GONE, _ENOUGH_SAID, _REMINDED})
# Nothing was done yet: the softer the list, the softer the first step.
_FIRST: dict[ReviewList | None, str] = {
    ReviewList.REVIEW: "đối chiếu sổ, gặp hỏi lý do; không có lý do thì yêu cầu tự kiểm điểm",
    ReviewList.CHECK_REASON: "xác minh lý do đã ghi",
    ReviewList.WATCH: "nhắc, hỏi xem có khó khăn gì",
}
_AFTER_KIND = {
    StepKind.EXPLANATION: "chi bộ họp xem xét",
    StepKind.MEETING: "ghi kết luận của chi bộ",
    StepKind.PROPOSAL: "cấp có thẩm quyền xem xét, quyết định",
    StepKind.DECISION: _ENOUGH_SAID,
    StepKind.COMPLAINT: "cấp có thẩm quyền trả lời khiếu nại",
}
_AFTER_OUTCOME = {
    Outcome.REASON_ACCEPTED: _ENOUGH_SAID,
    Outcome.PAID_SINCE: _ENOUGH_SAID,
    Outcome.BOOK_WRONG: "sửa sổ rồi nhập lại",
    Outcome.NO_ACTION: _ENOUGH_SAID,
    Outcome.REMINDED: _REMINDED,
    Outcome.REASON_REJECTED: "chi bộ kết luận",
}
_HAND_OVER = "giao quyết định; "
_AFTER_EXIT = "gửi phiếu báo đảng viên ra khỏi Đảng và hồ sơ lên cấp trên, thu lại thẻ"
_UPWARD = "đảng ủy cơ sở biểu quyết, đề nghị cấp có thẩm quyền"


# --- The vote -----------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Vote:
    """How many agreed, out of all official members convened; who was present is no base."""

    yes: int
    convened: int

    @property
    def enough(self) -> bool:
        """Whether at least two thirds of those convened agreed."""
        return 3 * self.yes >= 2 * self.convened

    @property
    def needed(self) -> int:
        """The fewest who make two thirds."""
        return -(-2 * self.convened // 3)

    @property
    def vi(self) -> str:
        """The vote as the ledger keeps it."""
        return f"biểu quyết {self.yes}/{self.convened} đồng ý"

    @property
    def remark(self) -> str:
        """What is told beside it; a vote refuses nothing."""
        reached = "đủ" if self.enough else "chưa đủ"
        return (
            f"{self.vi}: {reached} hai phần ba số đảng viên chính thức được triệu tập"
            f" (cần ít nhất {self.needed})"
        )


# --- What usually follows -----------------------------------------------------------------
def usual_next(
    steps: Sequence[ReviewStep], listed: ReviewList | None = None, *, member: bool = True
) -> str:
    """Return what usually follows the last step; `steps` in the order they happened.

    Before the first it depends on the list somebody stood on last.  Of whoever has left
    otherwise nothing is asked.
    """
    ending = [step for step in steps if step.outcome in ENDINGS]
    if ending and steps[-1].kind is not StepKind.COMPLAINT:
        handed = any(step.happened_on for step in ending)
        return _AFTER_EXIT if handed else f"{_HAND_OVER}{_AFTER_EXIT}"
    if not (member or ending):
        return _GONE
    if not steps:
        return _FIRST.get(listed, _ENOUGH_SAID)
    last = steps[-1]
    if last.kind is StepKind.COMPLAINT:
        return _AFTER_KIND[last.kind]
    if last.outcome is Outcome.PROPOSE_REMOVAL:
        return _AFTER_KIND[last.kind] if last.kind is StepKind.PROPOSAL else _UPWARD
    if last.outcome is not None:
        return _AFTER_OUTCOME[last.outcome]
    if last.kind is StepKind.CONTACT:
        return _after_contact(steps)
    return _AFTER_KIND[last.kind]


def somebody_waits(following: str) -> bool:
    """Whether what usually follows (`usual_next`) is something to do."""
    return following not in _NOBODY_WAITS


def _after_contact(steps: Sequence[ReviewStep]) -> str:
    asked = _count(steps, StepKind.CONTACT)
    if _count(steps, StepKind.EXPLANATION):
        return _AFTER_KIND[StepKind.EXPLANATION]
    if asked >= _REQUESTS:
        return f"đã {asked} lần yêu cầu: chi bộ có thể họp xem xét"
    return f"nhận bản tự kiểm điểm (đã {asked} lần yêu cầu)"


def _count(steps: Iterable[ReviewStep], kind: StepKind) -> int:
    return sum(step.kind is kind for step in steps)


# --- Papers -------------------------------------------------------------------------------
_Steps = Sequence[ReviewStep]


def _explained(steps: _Steps) -> bool:
    asked = _count(steps, StepKind.CONTACT) >= _REQUESTS
    return asked or bool(_count(steps, StepKind.EXPLANATION))


def _papered(kind: StepKind, steps: _Steps) -> bool:
    return any(step.kind is kind and step.paper for step in steps)


_OF_CELL = ("biên bản họp và nghị quyết của chi bộ", partial(_papered, StepKind.MEETING))
_OF_COMMITTEE = (
    "nghị quyết và tờ trình của đảng ủy cơ sở",
    partial(_papered, StepKind.PROPOSAL),
)
_DECISION = ("quyết định của cấp có thẩm quyền", partial(_papered, StepKind.DECISION))
_SELF_CRITICISM = ("bản tự kiểm điểm, hoặc biên bản ba lần yêu cầu không có", _explained)
_OF_REMOVAL = (_SELF_CRITICISM, _OF_CELL, _OF_COMMITTEE, _DECISION)
_OF_WITHDRAWAL = (_OF_CELL, _OF_COMMITTEE, _DECISION)


def missing_papers(steps: _Steps) -> tuple[str, ...]:
    """Return the papers of a removal or a withdrawal that no step tells of; none before one."""
    outcomes = {step.outcome for step in steps}
    proposed = Outcome.PROPOSE_REMOVAL in outcomes or _count(steps, StepKind.PROPOSAL)
    if Outcome.WITHDREW in outcomes:
        wanted: tuple[tuple[str, Callable[[_Steps], bool]], ...] = _OF_WITHDRAWAL
    elif proposed or Outcome.REMOVED in outcomes:
        wanted = _OF_REMOVAL
    else:
        return ()
    return tuple(name for name, there in wanted if not there(steps))


# --- Clocks -------------------------------------------------------------------------------
def running(
    steps: _Steps, known: Collection[Clock], holidays: Collection[date]
) -> Iterator[Deadline]:
    """Yield the clocks that a removal handed over, or a complaint, has started.

    The day of a decision's step is the day it was handed over; without one nothing runs.
    """
    for step in steps:
        if step.happened_on is None or not step.happened_on.exact:
            continue
        start = step.happened_on.first
        if step.kind is StepKind.DECISION and step.outcome is Outcome.REMOVED:
            yield deadline(known, "complaint", start, holidays=holidays)
        if step.kind is StepKind.COMPLAINT:
            for level in ("province, district", "central"):
                yield deadline(known, "complaint_answer", start, holidays=holidays, level=level)


# --- What to look at once more ------------------------------------------------------------
_BY_APPLICATION = frozenset(
    {
        Reason.FAMILY_HARDSHIP,
        Reason.EMIGRATE_WITH_FAMILY,
        Reason.FAR_WORK,
        Reason.HEALTH_AGE,
        Reason.RELIGION,
        Reason.WORKPLACE,
    }
)
_OPEN = frozenset({Reason.OTHER, Reason.UNSTATED})  # they go with either


def decided_by_proposer(step: ReviewStep, before: Iterable[ReviewStep]) -> bool:
    """Whether whoever decides is whoever proposed."""
    if step.kind is not StepKind.DECISION or not step.said_by:
        return False
    proposers = {fold(one.said_by) for one in before if one.kind is StepKind.PROPOSAL}
    return fold(step.said_by) in proposers


def usual_reasons(outcome: Outcome | None) -> tuple[Reason, ...]:
    """Return the reasons that go with a removal, or with leaving at one's own request."""
    own = outcome is Outcome.WITHDREW
    return tuple(one for one in Reason if one in _OPEN or (one in _BY_APPLICATION) is own)
