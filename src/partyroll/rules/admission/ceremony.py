"""The ceremony within its term after the decision, received or issued by version."""

from collections.abc import Iterator

from partyroll.model import CandidateStage, Matter, MatterKind
from partyroll.rules.admission.facts import (
    AdmissionFile,
    Circumstances,
    StagedMatter,
    not_exact,
    said,
)

_STEP = "Chi bộ tổ chức lễ kết nạp, trao quyết định; đã tổ chức thì ghi ngày vào sổ."
_RECEIVED = (
    "hạn tính từ ngày chi bộ nhận quyết định; sổ chỉ có ngày ban hành nên hạn có thể muộn hơn"
)


def ceremony_due(file: AdmissionFile, at: Circumstances) -> Iterator[StagedMatter]:
    """Yield the term that runs from the decision until the ceremony."""
    candidate = file.candidate
    decided = candidate.day(CandidateStage.DECISION)
    if decided is None or candidate.reached is not CandidateStage.DECISION:
        return
    clock = at.deadline("ceremony", decided.last)
    text = f"có quyết định kết nạp {said(decided)}, sổ chưa ghi lễ kết nạp"
    remarks = (*clock.remarks, *not_exact(decided, "ngày quyết định"))
    if clock.clock.on_receipt:
        remarks = (*remarks, _RECEIVED)
    matter = Matter(MatterKind.CEREMONY_DUE, text, _STEP, until=clock.last, remarks=remarks)
    yield StagedMatter(CandidateStage.CEREMONY, matter)
