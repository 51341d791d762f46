"""Closing a file of admission without an admission; nobody leaves the Party by it."""

from collections.abc import Iterator
from dataclasses import replace

from partyroll.model import Candidate, CandidateStage
from partyroll.store.draft import Draft
from partyroll.store.ledger import Ledger
from partyroll.store.units import UnitHistory
from partyroll.tasks.admitting.files import Told, chosen_candidate, put_candidate
from partyroll.tasks.admitting.refusals import AlreadyConfirmed, NeedsDay, NeedsReason
from partyroll.tasks.admitting.request import TypedEnd, past_day
from partyroll.tasks.registers.writing import Command, Saved, Written, save
from partyroll.text import clean

_ADMITTED = (CandidateStage.CEREMONY, CandidateStage.PROBATION_REVIEW)
_STILL_MEMBER = (
    "đóng hồ sơ không đưa ai ra khỏi Đảng: người này đã kết nạp, vẫn là đảng viên dự bị trong"
    " danh sách"
)
_PROPOSED = (
    "cấp có thẩm quyền đã quyết định không công nhận chính thức thì ghi bằng: partyroll review"
    ' step "{name}" --kind decision --outcome removed --reason PROBATION_NOT_CONFIRMED'
    " --paper SỐ --paper-date NGÀY"
)


def end(command: Command, typed: TypedEnd) -> Saved[Told]:
    """Close a file; the same said twice is written once."""
    today = command.today
    day, why = past_day(typed.on, today), clean(typed.reason)
    if day is None:
        raise NeedsDay
    if not why:
        raise NeedsReason

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        units = UnitHistory(ledger).on(today)
        known = chosen_candidate(ledger, typed.name, units, unit=typed.unit)
        confirmed = known.day(CandidateStage.CONFIRMED)
        if confirmed is not None:
            raise AlreadyConfirmed(known.full_name, confirmed.vi)
        ended = replace(known, ended_on=day, ended_text=why)
        put_candidate(draft, ended)
        note = f"đóng hồ sơ: {known.full_name}"
        return Written(Told(ended, units.path(known.unit_id)), note, tuple(_cautions(known)))

    return save(command, "admission", write)


def _cautions(candidate: Candidate) -> Iterator[str]:
    if any(stage in candidate.steps for stage in _ADMITTED):
        yield _STILL_MEMBER
        yield _PROPOSED.format(name=candidate.full_name)
    elif CandidateStage.DECISION in candidate.steps:
        yield "hồ sơ đã có quyết định kết nạp: xem lại quyết định đó còn hiệu lực không"
