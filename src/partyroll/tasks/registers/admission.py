"""The register of admission: candidates on the way, members in their probation."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from partyroll.messages import ADMISSION_PART, CANDIDATE_STAGE, STATUS
from partyroll.model import (
    AdmissionPart,
    Candidate,
    CandidateStage,
    CellValue,
    Column,
    Entry,
    Matter,
    MatterKind,
    Person,
    Register,
    Shape,
    Status,
)
from partyroll.period import PartialDate, add_months
from partyroll.rulebook import clocks
from partyroll.rules.admission import (
    Circumstances,
    admission_matters,
    as_it_stood,
    counts_officials,
    review_of_probation,
)
from partyroll.rules.probation import probation
from partyroll.store.admission import candidates, possible_probationers
from partyroll.store.ledger import Ledger
from partyroll.store.people import people
from partyroll.tasks.registers.admission_roll import (
    Beside,
    beside_the_roll,
    file_of,
    officials,
)
from partyroll.tasks.registers.looking import Look, RegisterSource
from partyroll.tasks.standing import is_member, status_of, unit_on

_LATELY = 36  # months before the day: nobody admitted earlier is still probationary unstated

REGISTER = Register(
    id="admission",
    title="Theo dõi kết nạp đảng viên",
    file="ket-nap",
    columns=(
        Column("birth_date", "Ngày sinh", Shape.DATE, 11),
        Column("origin", "Nguồn giới thiệu", width=16),
        Column("helper", "Đảng viên giúp đỡ", width=16),
        Column("stage", "Bước gần nhất", width=20),
        Column("reached_on", "Ngày", Shape.DATE, 11),
        Column("official_on", "Hết thời gian dự bị", Shape.DATE, 11),
        Column("ended", "Hồ sơ đã đóng", width=18),
    ),
    empty=(
        "Sổ chưa có hồ sơ kết nạp nào đang mở. Nhập danh sách nguồn kết nạp (mẫu: partyroll"
        " template candidates) hoặc ghi từng người: partyroll admission add."
    ),
    parts=ADMISSION_PART,
)


def entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    """Yield open files, and members in probation of whom there is no file."""
    at = Circumstances(look.as_of, look.settings.admission, clocks(), look.holidays)
    then = (as_it_stood(one, at) for one in candidates(ledger))
    found = [*beside_the_roll(ledger, then, look.as_of, look.units.name)]
    for entry in (*_files(ledger, look, at, found), *_probationers(ledger, look, at, found)):
        if _is_wanted(entry, look, at):
            yield entry


SOURCE = RegisterSource(REGISTER, entries)


# --- Candidates ---------------------------------------------------------------------------
def _files(
    ledger: Ledger, look: Look, at: Circumstances, found: Iterable[Beside]
) -> Iterator[Entry]:
    every = list(found)
    cells = frozenset(
        one.candidate.unit_id
        for one in every
        if one.candidate.unit_id and counts_officials(one.candidate)
    )
    counted = officials(ledger, cells, look.as_of)
    for beside in every:
        candidate = beside.candidate
        file = file_of(beside, counted, look.as_of)
        matters = admission_matters(file, at)
        over = candidate.reached is CandidateStage.CONFIRMED and not matters
        if not (over or file.left):
            yield Entry(
                candidate.candidate_id,
                candidate.full_name,
                _unit_of(beside, look.as_of),
                _values(candidate, at),
                matters,
                candidate.source,
            )


def _unit_of(beside: Beside, as_of: date) -> str | None:
    own = unit_on(beside.person, as_of) if beside.person else None
    return own or beside.candidate.unit_id


def _values(candidate: Candidate, at: Circumstances) -> Mapping[str, CellValue]:
    reached = candidate.reached
    ended = candidate.ended_on.vi if candidate.ended_on else ""
    return {
        "birth_date": candidate.birth_date,
        "origin": candidate.origin or None,
        "helper": candidate.helper or None,
        "stage": CANDIDATE_STAGE[reached] if reached else None,
        "reached_on": candidate.day(reached) if reached else None,
        "official_on": _probation_ends(candidate.day(CandidateStage.CEREMONY), at),
        "ended": " ".join(filter(None, (ended, candidate.ended_text))) or None,
    }


def _probation_ends(ceremony: PartialDate | None, at: Circumstances) -> date | None:
    if ceremony is None or not ceremony.exact:
        return None
    return probation(at.clocks, ceremony.first).confirmed_on


# --- Members in probation without a file --------------------------------------------------
def _probationers(
    ledger: Ledger, look: Look, at: Circumstances, found: Iterable[Beside]
) -> Iterator[Entry]:
    filed = {one.person.person_id for one in found if one.person and not one.candidate.ended}
    since = add_months(look.as_of, -_LATELY)
    for person in people(ledger, possible_probationers(ledger, look.as_of, since)):
        if person.person_id in filed or not is_member(person, look.as_of):
            continue
        if status_of(person, look.as_of) is Status.PROBATIONARY:
            yield _probationer(person, look.as_of, at)


def _probationer(person: Person, as_of: date, at: Circumstances) -> Entry:
    admitted = person.admission_date
    matter = review_of_probation(admitted, at) if admitted else None
    return Entry(
        person.person_id,
        person.full_name,
        unit_on(person, as_of),
        {
            "birth_date": person.birth_date,
            "stage": f"Đảng viên {STATUS[Status.PROBATIONARY]}",
            "reached_on": admitted,
            "official_on": _probation_ends(admitted, at),
        },
        (matter,) if matter else (),
        person.source,
    )


# --- Parts --------------------------------------------------------------------------------
def _is_wanted(entry: Entry, look: Look, at: Circumstances) -> bool:
    ended = entry.values.get("ended") is not None
    if look.only == AdmissionPart.ENDED:
        return ended
    if ended:
        return False
    if look.only == AdmissionPart.PROBATION:
        return entry.values.get("official_on") is not None
    return not look.only or any(_is_of(matter, look.only, at) for matter in entry.matters)


def _is_of(matter: Matter, part: str, at: Circumstances) -> bool:
    if part == AdmissionPart.STALLED:
        return matter.kind is MatterKind.FILE_STALLED
    if part == AdmissionPart.NO_PAPER:
        return matter.kind is MatterKind.PAPER_MISSING
    soon = at.as_of + timedelta(days=at.limits.days)
    return matter.until is not None and matter.until <= soon
