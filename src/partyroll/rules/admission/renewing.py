"""A dossier that was vetted long ago and may have to be brought up to date."""

from collections.abc import Iterator

from partyroll.model import CandidateStage, Matter, MatterKind
from partyroll.period import add_months
from partyroll.rules.admission.facts import AdmissionFile, Circumstances, StagedMatter, said

_BEFORE_THE_DECISION = frozenset(
    {
        CandidateStage.VETTING,
        CandidateStage.OPINIONS,
        CandidateStage.CELL_RESOLUTION,
        CandidateStage.COMMITTEE_RESOLUTION,
    }
)
_STEP = (
    "Hỏi cấp ủy có cần bổ sung, thẩm tra lại lý lịch không; đã làm thì ghi lại ngày thẩm tra."
)
_ASSUMED = "giả định; đặt ở [admission] vetted_months"


def dossier_old(file: AdmissionFile, at: Circumstances) -> Iterator[StagedMatter]:
    """Yield a dossier whose vetting is longer ago than the office allows."""
    vetted = file.candidate.day(CandidateStage.VETTING)
    reached = file.candidate.reached
    if vetted is None or reached not in _BEFORE_THE_DECISION:
        return
    months = at.limits.vetted_months
    if add_months(vetted.last, months) <= at.as_of:
        text = f"thẩm tra lý lịch {said(vetted)}, đã quá {months} tháng"
        matter = Matter(MatterKind.DOSSIER_OLD, text, _STEP, remarks=(_ASSUMED,))
        yield StagedMatter(CandidateStage.DECISION, matter)
