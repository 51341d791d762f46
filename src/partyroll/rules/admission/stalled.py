"""Files in which nothing has happened for long."""

from collections.abc import Iterator

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import CandidateStage, Matter, MatterKind
from partyroll.period import add_months
from partyroll.rules.admission.facts import AdmissionFile, Circumstances, StagedMatter, said
from partyroll.text import mid_sentence

# After these a clock of its own runs, or nothing is to follow.
_CLOCKED = frozenset(
    {
        CandidateStage.CELL_RESOLUTION,
        CandidateStage.COMMITTEE_RESOLUTION,
        CandidateStage.DECISION,
        CandidateStage.CEREMONY,
        CandidateStage.CONFIRMED,
    }
)


def file_stalled(file: AdmissionFile, at: Circumstances) -> Iterator[StagedMatter]:
    """Yield a file whose last step is long ago."""
    candidate = file.candidate
    reached = candidate.reached
    if reached is None or reached in _CLOCKED:
        return
    last = max((step.on for step in candidate.steps.values()), key=lambda day: day.last)
    applied = reached.place >= CandidateStage.APPLICATION.place
    months = at.limits.stalled_months if applied else at.limits.source_months
    if add_months(last.last, months) > at.as_of:
        return
    text = (
        f"bước gần nhất: {mid_sentence(CANDIDATE_STAGE[reached])}; từ {said(last)} đến nay"
        f" chưa có bước nào, đã quá {months} tháng"
    )
    matter = Matter(MatterKind.FILE_STALLED, text, _step(file), about=reached.value)
    yield StagedMatter(reached, matter)


def _step(file: AdmissionFile) -> str:
    helper = file.candidate.helper
    asked = (
        f"Hỏi {helper} (đảng viên giúp đỡ) và người đó"
        if helper
        else "Phân công đảng viên giúp đỡ; hỏi người đó"
    )
    return (
        f"{asked} về nguyện vọng, khó khăn; làm bước tiếp theo, hoặc đóng hồ sơ nếu không còn"
        " nguyện vọng."
    )
