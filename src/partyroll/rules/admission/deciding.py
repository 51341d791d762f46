"""The decision within its term after the resolution of the cell."""

from collections.abc import Iterator

from partyroll.model import DECIDED, CandidateStage, Matter, MatterKind
from partyroll.rules.admission.facts import (
    AdmissionFile,
    Circumstances,
    StagedMatter,
    not_exact,
)

_STEP = (
    "Gửi hồ sơ lên cấp có thẩm quyền; đã gửi thì hỏi kết quả, đã có quyết định thì ghi vào sổ."
)


def decision_due(file: AdmissionFile, at: Circumstances) -> Iterator[StagedMatter]:
    """Yield the term that runs from the resolution until there is a decision."""
    resolved = file.candidate.day(CandidateStage.CELL_RESOLUTION)
    if resolved is None or file.candidate.reached in DECIDED:
        return
    clock = at.deadline("admission_decision", resolved.last)
    text = (
        f"nghị quyết chi bộ ngày {resolved.vi}; cấp có thẩm quyền xem xét, quyết định đến hết"
        f" ngày {clock.last:%d/%m/%Y}"
    )
    remarks = (*clock.remarks, *not_exact(resolved, "ngày nghị quyết"))
    matter = Matter(MatterKind.DECISION_DUE, text, _STEP, until=clock.last, remarks=remarks)
    yield StagedMatter(CandidateStage.DECISION, matter)
