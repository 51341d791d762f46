"""The decision within its term after the resolution of the cell."""

from collections.abc import Iterator

from partyroll.model import DECIDED, CandidateStage, Matter, MatterKind
from partyroll.rules.admission.facts import (
    AdmissionFile,
    Circumstances,
    StagedMatter,
    not_exact,
    said,
)
from partyroll.rules.admission.votes import falls_short

_STEP = (
    "Gửi hồ sơ lên cấp có thẩm quyền; đã gửi thì hỏi kết quả, đã có quyết định thì ghi vào sổ."
)


def decision_due(file: AdmissionFile, at: Circumstances) -> Iterator[StagedMatter]:
    """Yield the term that runs from the resolution until there is a decision."""
    step = file.candidate.steps.get(CandidateStage.CELL_RESOLUTION)
    if step is None or file.candidate.reached in DECIDED:
        return
    if falls_short(step.vote):
        return  # nothing to send up until the cell has looked at the vote again
    resolved = step.on
    clock = at.deadline("admission_decision", resolved.last)
    text = (
        f"chi bộ có nghị quyết {said(resolved)}, sổ chưa ghi quyết định của cấp có thẩm quyền"
    )
    remarks = (*clock.remarks, *not_exact(resolved, "ngày nghị quyết"))
    matter = Matter(MatterKind.DECISION_DUE, text, _STEP, until=clock.last, remarks=remarks)
    yield StagedMatter(CandidateStage.DECISION, matter)
