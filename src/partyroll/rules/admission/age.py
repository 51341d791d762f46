"""The age of a candidate when the cell meets, counted in months."""

from collections.abc import Iterator
from datetime import timedelta

from partyroll.model import DECIDED, CandidateStage, Matter, MatterKind
from partyroll.period import Month, PartialDate
from partyroll.rules.admission.facts import AdmissionFile, Circumstances, StagedMatter, said
from partyroll.rules.admission_age import AgeRoute, admission_age

_MET = CandidateStage.CELL_RESOLUTION
_KIND = MatterKind.AGE_OF_CANDIDATE
_LAST_MONTH = 60 * 12
_CONSENT = (
    "Người trên 60 tuổi chỉ kết nạp khi cấp ủy trực thuộc Trung ương đồng ý bằng văn bản: hỏi"
    " cấp ủy, kèm văn bản vào hồ sơ; xem lại ngày sinh."
)
_WAIT = "Xem lại ngày sinh và ngày họp; chưa đủ tuổi thì chi bộ xét lại khi đủ 18 tuổi."
_IN_TIME = "Chi bộ xét trước khi hết tháng đó, nếu đủ điều kiện."


def age_of_candidate(file: AdmissionFile, at: Circumstances) -> Iterator[StagedMatter]:
    """Yield an age that needs a word: at the meeting of the cell, else today."""
    candidate = file.candidate
    born, met = candidate.birth_date, candidate.day(_MET)
    if born is None:
        return
    if met is not None:
        matter = _at_the_meeting(born, met)
    elif candidate.reached in {*DECIDED, CandidateStage.COMMITTEE_RESOLUTION}:
        return
    else:
        matter = _by_now(born, at)
    if matter is not None:
        yield StagedMatter(_MET, matter)


def _at_the_meeting(born: PartialDate, met: PartialDate) -> Matter | None:
    found = {admission_age(born, day).route for day in (met.first, met.last)}
    told = f"sinh {born.vi}, chi bộ xét {said(met)}"
    if found == {AgeRoute.TOO_YOUNG}:
        return Matter(_KIND, f"{told}: chưa đủ 18 tuổi (tính theo tháng)", _WAIT)
    if found == {AgeRoute.CENTRAL_CONSENT}:
        return Matter(_KIND, f"{told}: trên 60 tuổi (tính theo tháng)", _CONSENT)
    return None


def _by_now(born: PartialDate, at: Circumstances) -> Matter | None:
    told = f"sinh {born.vi}"
    if admission_age(born, at.as_of).route is AgeRoute.CENTRAL_CONSENT:
        return Matter(_KIND, f"{told}: trên 60 tuổi (tính theo tháng)", _CONSENT)
    if born.month is None:
        return None
    last = Month(born.year, born.month).plus(_LAST_MONTH)
    if at.as_of + timedelta(days=at.limits.days) < last.last_day:
        return None
    return Matter(_KIND, f"{told}: đến hết tháng {last.vi} là tròn 60 tuổi", _IN_TIME)
