"""The form of candidates: every step with its day, its paper, its vote."""

from datetime import date

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import CandidateStage
from partyroll.tasks.template_columns.common import (
    BIRTH,
    GENDER,
    NAME,
    NATIONAL_ID,
    NOTE,
    ORDER,
    Asked,
    Fields,
)
from partyroll.write.forms import Entry, FormField

_ORIGINS = (
    "Đoàn thanh niên",
    "Công đoàn",
    "Hội Phụ nữ",
    "Hội Nông dân",
    "Hội Cựu chiến binh",
    "Bộ đội xuất ngũ",
    "Công an xuất ngũ",
    "Doanh nghiệp",
    "Sinh viên",
)
_VOTE = "Số tán thành/có mặt/được triệu tập, ví dụ 14/17/20."
_PAPER = "Số và ký hiệu trên giấy."
_AFTER: dict[CandidateStage, Fields] = {
    CandidateStage.AWARENESS_CLASS: (FormField("Số giấy chứng nhận", _PAPER, Entry.ID, 12),),
    CandidateStage.CELL_RESOLUTION: (
        FormField("Số nghị quyết chi bộ", _PAPER, Entry.ID, 12),
        FormField("Số phiếu chi bộ", _VOTE, Entry.ID, 11),
    ),
    CandidateStage.COMMITTEE_RESOLUTION: (
        FormField("Số nghị quyết đảng ủy", _PAPER, Entry.ID, 12),
        FormField("Số phiếu đảng ủy", _VOTE, Entry.ID, 11),
    ),
    CandidateStage.DECISION: (FormField("Số quyết định kết nạp", _PAPER, Entry.ID, 12),),
}


def candidates(asked: Asked) -> Fields:
    """Return the columns of a list of candidates."""
    origin = FormField(
        "Đoàn thể giới thiệu",
        "Nơi giới thiệu; kết quả kết nạp đếm theo mục này.",
        Entry.OFFERED,
        16,
        _ORIGINS,
        _ORIGINS[0],
    )
    helper = FormField("Đảng viên giúp đỡ", "Họ tên người được phân công.", width=18)
    steps = tuple(
        field for stage in CandidateStage for field in (_step(stage), *_AFTER.get(stage, ()))
    )
    ended = (
        FormField("Ngày đóng hồ sơ", "Khi không kết nạp nữa.", Entry.DAY, 12),
        FormField("Lý do đóng hồ sơ", "Ví dụ: chuyển nơi khác.", width=18),
    )
    who = (ORDER, NAME, BIRTH, GENDER, NATIONAL_ID, *asked.cell, origin, helper)
    return (*who, *steps, *ended, NOTE)


def _step(stage: CandidateStage) -> FormField:
    first = stage is CandidateStage.DETECTED
    return FormField(
        CANDIDATE_STAGE[stage],
        "Ngày đã làm xong bước này; để trống nếu chưa." if first else "",
        Entry.DAY,
        12,
        example=date(2024, 3, 5) if first else None,
    )
