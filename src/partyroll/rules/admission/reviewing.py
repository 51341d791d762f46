"""The end of a probation: when the cell reviews it, and from what day somebody is official."""

from collections.abc import Iterator
from datetime import timedelta

from partyroll.model import CandidateStage, Matter, MatterKind
from partyroll.period import PartialDate
from partyroll.rules.admission.facts import (
    AdmissionFile,
    Circumstances,
    StagedMatter,
    not_exact,
    said,
)
from partyroll.rules.probation import probation

_REVIEWED = frozenset({CandidateStage.PROBATION_REVIEW, CandidateStage.CONFIRMED})
_STEP = (
    "Đảng viên dự bị tự kiểm điểm, người giúp đỡ nhận xét, lấy ý kiến nơi cư trú; chi bộ xét và"
    " đề nghị. Ngày chính thức là ngày hết thời gian dự bị, dù quyết định muộn hơn."
)
_RIGHT_DAY = (
    "Đối chiếu với quyết định: ngày chính thức tính từ ngày hết 12 tháng dự bị, không theo ngày"
    " ra quyết định. Ghi nhầm thì nhập lại; quyết định ghi khác thì hỏi cấp ra quyết định."
)


def review_of_probation(ceremony: PartialDate, at: Circumstances) -> Matter | None:
    """Return the review of a probation that began with a ceremony, once it comes near."""
    whole = probation(at.clocks, ceremony.last, holidays=at.holidays)
    earliest = probation(at.clocks, ceremony.first).confirmed_on
    if earliest - timedelta(days=at.limits.days) > at.as_of:
        return None
    text = (
        f"kết nạp {said(ceremony)}; hết thời gian dự bị {whole.ends.last:%d/%m/%Y}; sổ chưa ghi"
        " chi bộ xét công nhận chính thức"
    )
    remarks = dict.fromkeys(
        (*whole.ends.remarks, *whole.review.remarks, *not_exact(ceremony, "ngày kết nạp"))
    )
    return Matter(
        MatterKind.PROBATION_REVIEW,
        text,
        _STEP,
        until=whole.review.last,
        remarks=tuple(remarks),
    )


def probation_review(file: AdmissionFile, at: Circumstances) -> Iterator[StagedMatter]:
    """Yield the review of a candidate whose probation ends, unless it was held."""
    ceremony = file.candidate.day(CandidateStage.CEREMONY)
    known_official = file.official_date is not None and file.official_date.last <= at.as_of
    if ceremony is None or file.candidate.reached in _REVIEWED or known_official:
        return
    matter = review_of_probation(ceremony, at)
    if matter is not None:
        yield StagedMatter(CandidateStage.PROBATION_REVIEW, matter)


def confirmed_date(file: AdmissionFile, at: Circumstances) -> Iterator[StagedMatter]:
    """Yield an official date that is not the day on which the probation ended.

    A confirmation may be decided late, never before; what the roll says counts exactly.
    """
    ceremony = file.candidate.day(CandidateStage.CEREMONY)
    if ceremony is None or not ceremony.exact:
        return
    ends = probation(at.clocks, ceremony.first).confirmed_on
    confirmed, official = file.candidate.day(CandidateStage.CONFIRMED), file.official_date
    told = ""
    if official is not None and not official.first <= ends <= official.last:
        told = f"danh sách đảng viên ghi ngày chính thức {official.vi}"
    elif confirmed is not None and confirmed.last < ends:
        told = f"sổ ghi công nhận chính thức {said(confirmed)}"
    if told:
        text = f"lễ kết nạp {ceremony.vi}, hết thời gian dự bị {ends:%d/%m/%Y}; {told}"
        matter = Matter(MatterKind.CONFIRMED_DATE, text, _RIGHT_DAY)
        yield StagedMatter(CandidateStage.CONFIRMED, matter)
