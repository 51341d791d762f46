"""From what people type of a step to its codes: the codes themselves, or Vietnamese words."""

from collections.abc import Iterable, Mapping

from partyroll.messages import OUTCOME, REASON, STEP
from partyroll.model import Outcome, Reason, StepKind
from partyroll.read.reasons import reasons_in
from partyroll.tasks.step_refusals import NotAWord
from partyroll.text import fold

_REASON = "lý do"
# Besides the words that are printed: how people say it in short.
_KINDS: Mapping[str, tuple[str, ...]] = {
    StepKind.CONTACT: ("liên hệ", "gặp gỡ", "yêu cầu"),
    StepKind.EXPLANATION: ("tự kiểm điểm", "kiểm điểm", "giải trình"),
    StepKind.MEETING: ("họp", "họp chi bộ", "chi bộ họp", "chi bộ"),
    StepKind.PROPOSAL: ("đề nghị", "tờ trình"),
    StepKind.DECISION: (),
    StepKind.COMPLAINT: ("đơn khiếu nại",),
}
_OUTCOMES: Mapping[str, tuple[str, ...]] = {
    Outcome.REASON_ACCEPTED: ("có lý do",),
    Outcome.REASON_REJECTED: ("không có lý do",),
    Outcome.PAID_SINCE: ("đã đóng",),
    Outcome.BOOK_WRONG: ("sổ sai",),
    Outcome.REMINDED: ("nhắc nhở", "giúp đỡ", "theo dõi thêm"),
    Outcome.NO_ACTION: ("không xử lý", "không xem xét"),
    Outcome.PROPOSE_REMOVAL: ("đề nghị xóa",),
    Outcome.REMOVED: (),
    Outcome.WITHDREW: ("xin ra", "cho ra", "xin ra khỏi Đảng"),
}


def kind_meant(text: str) -> StepKind:
    """Return the kind of step that was typed; raise `NotAWord` with the choices."""
    return StepKind(_meant("loại bước", text, STEP, _KINDS))


def outcome_meant(text: str) -> Outcome | None:
    """Return the outcome that was typed, None for an empty text."""
    return Outcome(_meant("kết luận", text, OUTCOME, _OUTCOMES)) if text else None


def reasons_meant(texts: Iterable[str]) -> tuple[Reason, ...]:
    """Return the reasons in the order typed, the main one first, each once."""
    found = [reason for text in texts for reason in _reasons(text)]
    return tuple(dict.fromkeys(found))


def _reasons(text: str) -> tuple[Reason, ...]:
    for reason in Reason:
        if _key(text) in {_key(reason.value), fold(REASON[reason])}:
            return (reason,)
    read = reasons_in(text)  # as in the cell of an exits list
    if read in {(Reason.OTHER,), (Reason.UNSTATED,)}:
        raise NotAWord(_REASON, text, REASON.items())
    return read


def _meant(
    option: str, text: str, words: Mapping[str, str], short: Mapping[str, tuple[str, ...]]
) -> str:
    for code, printed in words.items():
        said = {fold(word) for word in (printed, *short[code])}
        if _key(text) in {_key(code), *said}:
            return code
    raise NotAWord(option, text, words.items())


def _key(text: str) -> str:
    return fold(text.replace("_", " ").replace("-", " "))
