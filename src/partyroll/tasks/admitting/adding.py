"""Opening a file of admission, or saying more of one that is known."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from partyroll.model import Candidate, CandidateStage, CandidateStep
from partyroll.period import PartialDate
from partyroll.store.admission import candidates
from partyroll.store.draft import Draft
from partyroll.store.ledger import Ledger
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.admitting.files import Told, beside, label, put_candidate, put_step
from partyroll.tasks.admitting.refusals import UnknownCandidate
from partyroll.tasks.admitting.request import NewCandidate, TypedCandidate, new_candidate
from partyroll.tasks.choosing import unit_of_any_day
from partyroll.tasks.registers.writing import Command, Saved, Written, save
from partyroll.text import natural_key, same_key

_LISTED = CandidateStage.ON_SOURCE_LIST
_SAID_ANEW = (
    ("unit_id", "chi bộ"),
    ("gender", "giới tính"),
    ("origin", "nguồn giới thiệu"),
    ("helper", "đảng viên giúp đỡ"),
    ("note", "ghi chú"),
)


def add(command: Command, typed: TypedCandidate) -> Saved[Told]:
    """Open a file; the same said twice is written once, more of somebody known is added."""
    today = command.today
    stated = new_candidate(typed, today)

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        history = UnitHistory(ledger)
        units, unit_id = history.on(today), unit_of_any_day(history, stated.unit, today)
        known = _known(ledger, stated, unit_id, units)
        fresh = known or Candidate(draft.ids.new(), stated.name)
        candidate = _completed(fresh, stated, unit_id)
        put_candidate(draft, candidate)
        cautions = [*_changes(known, candidate, units)] if known else []
        if stated.on is not None:
            step, told = _listed(candidate, stated.on)
            cautions += told
            put_step(draft, candidate.candidate_id, step)
            candidate = replace(candidate, steps={**candidate.steps, _LISTED: step})
        cautions += _member(ledger, candidate, units, today)
        where = units.path(unit_id)
        note = f"hồ sơ: {candidate.full_name}"
        return Written(Told(candidate, where), note, tuple(cautions))

    return save(command, "admission", write)


def _known(
    ledger: Ledger, stated: NewCandidate, unit_id: str, units: Units
) -> Candidate | None:
    """Return the file that is meant; raise where several may be."""
    every = [one for one in candidates(ledger) if _may_be(one, stated, unit_id)]
    numbered = [
        one for one in every if one.national_id and one.national_id == stated.national_id
    ]
    born = [one for one in every if one.birth_date and one.birth_date == stated.birth_date]
    found = numbered or born or every
    if len(found) > 1:
        shown = (label(one, units) for one in found)
        raise UnknownCandidate(stated.name, tuple(sorted(shown, key=natural_key)))
    return found[0] if found else None


def _may_be(one: Candidate, stated: NewCandidate, unit_id: str) -> bool:
    if same_key(one.full_name) != same_key(stated.name):
        return False
    if one.national_id and stated.national_id:
        return one.national_id == stated.national_id
    if one.birth_date and stated.birth_date:
        return _overlap(one.birth_date, stated.birth_date)
    return one.unit_id == unit_id


def _overlap(first: PartialDate, second: PartialDate) -> bool:
    return first.first <= second.last and second.first <= first.last


def _completed(known: Candidate, stated: NewCandidate, unit_id: str) -> Candidate:
    """Return a file with what was stated; a blank takes nothing back, and it is open again."""
    born = stated.birth_date
    if born is None or (known.birth_date and not born.exact):
        born = known.birth_date or born
    return replace(
        known,
        birth_date=born,
        gender=stated.gender or known.gender,
        national_id=stated.national_id or known.national_id,
        unit_id=unit_id,
        origin=stated.origin or known.origin,
        helper=stated.helper or known.helper,
        note=stated.note or known.note,
        ended_on=None,
        ended_text="",
    )


def _changes(known: Candidate, candidate: Candidate, units: Units) -> Iterator[str]:
    """Yield what was said otherwise before."""
    if known.ended:
        yield "hồ sơ đã đóng trước đây: mở lại"
    for name, words in _SAID_ANEW:
        before, after = getattr(known, name), getattr(candidate, name)
        if before and before != after:
            named = units.name if name == "unit_id" else str
            yield f"{words} thay đổi: {named(before)} → {named(after)}"


def _listed(candidate: Candidate, day: PartialDate) -> tuple[CandidateStep, list[str]]:
    before = candidate.steps.get(_LISTED)
    if before is None or before.on == day:
        return before or CandidateStep(_LISTED, day), []
    told = f"ngày vào danh sách nguồn thay đổi: {before.on.vi} → {day.vi}"
    return replace(before, on=day), [told]


def _member(ledger: Ledger, candidate: Candidate, units: Units, today: date) -> Iterator[str]:
    """Yield that the rolls already hold somebody who is this candidate for certain."""
    if candidate.member_id is None and beside(ledger, candidate, units, today).person:
        yield "danh sách đảng viên đã có người cùng số định danh, hoặc cùng họ tên và ngày sinh"
