"""Who an admitted candidate is in the rolls."""

from collections.abc import Iterator

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import CandidateStage, Matter, MatterKind
from partyroll.rules.admission.facts import AdmissionFile, Circumstances, StagedMatter, said
from partyroll.text import mid_sentence

_ADMITTED = (CandidateStage.CEREMONY, CandidateStage.CONFIRMED)
_ADD = "Nhập danh sách đảng viên mới có người này, đủ họ tên và ngày sinh hoặc số định danh."
_WHICH = "Cho biết là ai trong số đó, hoặc bổ sung ngày sinh, số định danh ở hai nơi cho khớp."


def member_to_find(file: AdmissionFile, _: Circumstances) -> Iterator[StagedMatter]:
    """Yield somebody who was admitted and whom no roll names for certain."""
    days = ((stage, file.candidate.day(stage)) for stage in _ADMITTED)
    admitted = next(((stage, day) for stage, day in days if day), None)
    if admitted is None or file.member:
        return
    reached, day = admitted
    since = f"{mid_sentence(CANDIDATE_STAGE[reached])} {said(day)}"
    known = ", ".join(file.namesakes)
    text = f"{since}; danh sách đảng viên chưa có" + (
        f" người khớp chắc chắn, có người cùng tên: {known}" if known else " người này"
    )
    matter = Matter(MatterKind.MEMBER_TO_FIND, text, _WHICH if known else _ADD)
    yield StagedMatter(reached, matter)
