"""The register of members away: where they are, by which paper, who last heard of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from partyroll.messages import AWAY_PART, AWAY_STATE
from partyroll.model import (
    AwayPart,
    AwayStanding,
    AwayState,
    CellValue,
    Column,
    EarlyWarning,
    Entry,
    Matter,
    MatterKind,
    PermissionKind,
    Person,
    Register,
    Shape,
    Status,
    StayAway,
)
from partyroll.period import PartialDate, add_months
from partyroll.rules.away import standing, turns_of
from partyroll.rules.watched import Watched
from partyroll.rules.watching_away import away_warnings, gone_for_a_time, lets_go
from partyroll.store.ledger import Ledger
from partyroll.store.people import people
from partyroll.store.transfers import transfers_out
from partyroll.store.watching import away_people, stays_away_of
from partyroll.tasks.registers.looking import Look, RegisterSource
from partyroll.tasks.standing import cell_left, is_member, on_the_way, status_of

_COLUMNS = (
    Column("place", "Nơi đi", width=18),
    Column("since", "Đi từ", Shape.DATE, 11),
    Column("until", "Đến hết", Shape.DATE, 11),
    Column("state", "Trạng thái", Shape.LONG_TEXT, 20),
    Column("paper", "Giấy tờ", Shape.LONG_TEXT, 14),
    Column("contact", "Cách liên hệ", Shape.LONG_TEXT, 16),
    Column("contacted_on", "Liên hệ lần cuối", Shape.DATE, 11),
    Column("returned_on", "Đã về ngày", Shape.DATE, 11),
)
REGISTER = Register(
    id="away",
    title="Danh sách đảng viên đi làm ăn xa, sinh hoạt nơi khác",
    file="di-lam-an-xa",
    columns=_COLUMNS,
    empty=(
        "Sổ chưa ghi ai đi làm ăn xa. Tạo mẫu bằng lệnh: partyroll template away, điền rồi"
        ' nhập; hoặc ghi từng người: partyroll away add NGƯỜI --place "NƠI ĐI" --from NGÀY.'
    ),
    notice=(
        "Lập lại hai lần mỗi năm, tháng 6 và tháng 12. Việc cần làm là để giúp đảng viên giữ"
        " liên hệ và đủ giấy tờ; không phải quyết định về ai."
    ),
    parts=AWAY_PART,
    listed=True,
)
_KIND_OF = {
    AwayPart.NO_PAPER: {MatterKind.AWAY_WITHOUT_PAPER},
    AwayPart.ENDING: {MatterKind.PERMISSION_ENDS, MatterKind.TEMPORARY_STAY_ENDS},
    AwayPart.LONG: {MatterKind.TEMPORARY_STAY_LONG},
    AwayPart.CONTACT: {MatterKind.CONTACT_DUE},
}


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody away, or back: where they stand, which list says so, what needs doing."""

    person: Person
    unit_id: str | None
    standing: AwayStanding
    listed: StayAway | None
    back: StayAway | None
    matters: tuple[Matter, ...]
    held: bool  # a list or a paper says today that they are elsewhere

    def belongs(self, look: Look) -> bool:
        """Whether this is in the part of the register asked for, else in the register."""
        part = look.only
        if part == AwayPart.RETURNED:
            return self.back is not None
        if part == AwayPart.MOVING:
            return self.standing.in_transit
        if part == AwayPart.OVERDUE:
            return self.standing.state is AwayState.OVERDUE
        kinds = _KIND_OF.get(AwayPart(part)) if part else None
        if kinds is not None:
            return any(matter.kind in kinds for matter in self.matters)
        return self._is_here(look)

    def _is_here(self, look: Look) -> bool:
        """Whether somebody is away, has come back with papers elsewhere, or is lately due.

        A paper that ended long ago says nothing of today where no list goes on; since the
        lists are renewed twice a year, whoever is due stands in one of them.
        """
        if self.held or self.matters:
            return True
        until = self.standing.until
        if until is None or self.standing.state is not AwayState.OVERDUE:
            return False
        return look.as_of < add_months(until, look.settings.watch.contact_months)


def entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    """Yield a line for each member away."""
    for absence in absences(ledger, look):
        if absence.belongs(look):
            yield _entry(absence)


def absences(ledger: Ledger, look: Look) -> Iterator[Absence]:
    """Yield everybody of whom a list or a paper says that they are, or were, elsewhere."""
    leaving = transfers_out(ledger)
    ids = sorted({*away_people(ledger), *leaving})
    lists = stays_away_of(ledger, ids)
    hosts = {unit.unit_id: unit.name for unit in look.units}
    for person in people(ledger, ids):
        listed, letters = lists.get(person.person_id, ()), leaving.get(person.person_id, ())
        watched = Watched(person, None, listed, hosts, letters)
        if is_member(person, look.as_of) or _is_followed(watched, look):
            yield _absence(watched, look)


def _is_followed(watched: Watched, look: Look) -> bool:
    """Whether somebody who has left is still on the way, as far as the ledger can tell."""
    if status_of(watched.person, look.as_of) is not Status.OUT:
        return False
    letter = watched.leaving(look.as_of)
    on_time = on_the_way(watched.person, look.as_of, look.holidays)
    return on_time or (letter is not None and letter.issued_on is not None)


def _absence(watched: Watched, look: Look) -> Absence:
    now = standing(turns_of(watched, look.as_of, look.holidays), look.as_of)
    warnings = away_warnings(watched, look.settings.watch, look.as_of)
    on_roll = is_member(watched.person, look.as_of)
    return Absence(
        watched.person,
        cell_left(watched.person, look.as_of),
        now,
        watched.away_now(look.as_of) or watched.expected_back(look.as_of),
        watched.back(look.as_of),
        tuple(map(matter_of, warnings)) if on_roll else (),
        _is_held(watched, look) or not on_roll,
    )


def _is_held(watched: Watched, look: Look) -> bool:
    """Whether a list or a paper says that somebody is elsewhere on the day."""
    if watched.away_now(look.as_of) or watched.leaving(look.as_of):
        return True
    if watched.back(look.as_of) is not None:
        return False  # what papers still say is a matter, not an absence
    person, day = watched.person, look.as_of
    elsewhere = any(stay.temporary and stay.covers(day) for stay in person.stays)
    on_leave = any(
        one.kind is PermissionKind.TEMP_EXEMPT and lets_go(one, day)
        for one in person.permissions
    )
    return elsewhere or on_leave or gone_for_a_time(person, day) is not None


def matter_of(warning: EarlyWarning) -> Matter:
    """Return an early warning as a matter: the same words, from the same rule."""
    return Matter(
        MatterKind(warning.kind.value),
        warning.text,
        warning.step,
        warning.about,
        warning.until,
        evidence=warning.evidence,
    )


def _entry(absence: Absence) -> Entry:
    listed = absence.listed or absence.back
    source = listed.source if listed else absence.person.source
    return Entry(
        absence.person.person_id,
        absence.person.full_name,
        absence.unit_id,
        _values(absence),
        absence.matters,
        source,
    )


def _values(absence: Absence) -> dict[str, CellValue]:
    now, listed, back = absence.standing, absence.listed, absence.back
    told = listed or back or StayAway()
    away_again = listed is not None or back is None
    return {
        "place": told.place or now.place or None,
        "since": told.start or now.since,
        "until": _until(now, told) if away_again else None,
        "state": _state(now) if away_again else AWAY_STATE[AwayState.RETURNED],
        "paper": told.paper or now.paper or None,
        "contact": told.contact or None,
        "contacted_on": told.contacted_on,
        "returned_on": None if away_again else told.returned_on,
    }


def _until(now: AwayStanding, listed: StayAway) -> date | PartialDate | None:
    """Return the last day of the paper or the clock; what a list says, as precise as there."""
    end = listed.end
    return end if end is not None and end.last == now.until else now.until


def _state(now: AwayStanding) -> str:
    doubts = f" ({'; '.join(now.remarks)})" if now.remarks else ""
    return f"{AWAY_STATE[now.state]}{doubts}"


SOURCE = RegisterSource(REGISTER, entries)
