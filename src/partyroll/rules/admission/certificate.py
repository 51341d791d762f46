"""The certificate of the class on the Party, which is valid for a time."""

from collections.abc import Iterator
from datetime import timedelta

from partyroll.model import DECIDED, CandidateStage, Matter, MatterKind
from partyroll.rules.admission.facts import (
    AdmissionFile,
    Circumstances,
    StagedMatter,
    not_exact,
    said,
)

_MET = CandidateStage.CELL_RESOLUTION
_IN_TIME = "Làm các bước còn lại trước ngày đó; không kịp thì đăng ký học lại lớp nhận thức."
_AGAIN = "Đăng ký cho người đó học lại lớp nhận thức về Đảng."


def class_runs_out(file: AdmissionFile, at: Circumstances) -> Iterator[StagedMatter]:
    """Yield a certificate that ends soon, has ended, or had ended when the cell met."""
    candidate = file.candidate
    learnt = candidate.day(CandidateStage.AWARENESS_CLASS)
    if learnt is None or candidate.reached in DECIDED:
        return
    clock = at.deadline("class_valid", learnt.last)
    met = candidate.day(_MET)
    if met is not None and met.first <= clock.last:
        return
    if met is None and at.as_of + timedelta(days=at.limits.days) < clock.last:
        return
    months = clock.clock.months
    text = (
        f"học lớp nhận thức về Đảng {said(learnt)}; giấy chứng nhận có giá trị {months} tháng"
    )
    if met:
        text += f"; chi bộ xét {said(met)}"
    matter = Matter(
        MatterKind.CLASS_RUNS_OUT,
        text,
        _AGAIN if met or at.as_of > clock.last else _IN_TIME,
        until=clock.last,
        remarks=(*clock.remarks, *not_exact(learnt, "ngày học lớp nhận thức")),
    )
    yield StagedMatter(_MET, matter)
