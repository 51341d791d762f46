"""The times away of one person, as they stand and as a command changes them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from partyroll.model import PermissionKind, Person, StayAway, WatchLimits
from partyroll.period import PartialDate
from partyroll.rules.watched import Watched
from partyroll.rules.watching_away import gone_for_a_time, lets_go, returned
from partyroll.store.draft import Draft
from partyroll.store.facts import Key, Values
from partyroll.store.reading import iso
from partyroll.store.units import Units
from partyroll.store.watching import stay_away
from partyroll.tasks.recording.away import stay_meant
from partyroll.tasks.recording.rosters import more_precise
from partyroll.tasks.registers.away_refusals import BackAlready, BeforeLeaving, NotAway
from partyroll.tasks.standing import is_member, unit_on

_KIND = "away"
_END_PAPER = "xem số: partyroll excuse list; ghi kết thúc: partyroll excuse end SỐ --on NGÀY"


@dataclass(frozen=True, slots=True)
class Away:
    """A time away as it is told; `beside` holds further columns, empty = not said."""

    place: str
    since: PartialDate
    until: PartialDate | None = None
    beside: Mapping[str, str] = field(default_factory=dict)


class Desk:
    """The times away of one person, as they stand and as they are being changed."""

    def __init__(self, draft: Draft, person: Person, units: Units, today: date) -> None:
        self._draft, self._person, self._units, self._today = draft, person, units, today
        self._rows: Mapping[Key, Values] = draft.load(_KIND, person_id=[person.person_id])
        self.cautions: list[str] = []
        if not is_member(person, today):
            self.cautions.append("người này không còn là đảng viên trong sổ")

    def stay(self, key: Key) -> StayAway:
        """Return one time away as it will be."""
        return stay_away(self._rows[key], {})

    # --- The three things to say ----------------------------------------------------------
    def add(self, away: Away) -> Key:
        """State a time away: what is given is said anew, the rest stays."""
        person_id, every = self._person.person_id, [*self._rows]
        before = stay_meant(self._rows, every, person_id, away.place, away.since)
        known: Values = self._rows[before] if before else {}
        self._warn_of_return(before)
        said = {"place": away.place, "valid_to": iso(away.until), **away.beside}
        self._warn_of_what_lacks({**known, **{k: v for k, v in said.items() if v}})
        key = self._put(before, more_precise(known.get("valid_from"), away.since), said)
        self._warn_of_others(key)
        return key

    def come_back(self, on: PartialDate) -> list[Key]:
        """State that a person is back from everywhere."""
        open_ = self._open(on)
        if not open_:
            return [self._said_before(on)]
        keys = [self._put(key, self._since(key), {"returned_on": str(on)}) for key in open_]
        self._warn_of_papers(keys)
        return keys

    def heard_of(self, on: PartialDate, contact: str) -> Key:
        """State that a person was heard of; an earlier time takes nothing back."""
        open_ = self._open(on)
        if not open_:
            raise NotAway(self._person.full_name)
        newest = max(open_, key=lambda key: self._since(key) or "")
        known = self.stay(newest).contacted_on
        if known is not None and known.first > on.last:
            self.cautions.append(f"sổ đã ghi lần liên hệ muộn hơn: {known.vi}, giữ lần đó")
            on = known
        return self._put(
            newest, self._since(newest), {"contacted_on": str(on), "contact": contact}
        )

    # --- Which time away is meant -----------------------------------------------------------
    def _open(self, on: PartialDate) -> list[Key]:
        """Return the times away that go on; where only a paper speaks, one made of it."""
        stays = {key: self.stay(key) for key in self._rows}
        not_back = {key: stay for key, stay in stays.items() if stay.returned_on is None}
        begun = [key for key, stay in not_back.items() if _begun(stay, on)]
        if not begun and not_back:
            first = min(stay.start for stay in not_back.values() if stay.start)
            raise BeforeLeaving(on.vi, first.vi)
        going_on = [key for key in begun if stays[key].goes_on(on.last)]
        if going_on or not begun:
            return going_on or self._by_paper(on.last)
        # Past the day of return that was expected: the newest is the one meant.
        return [max(begun, key=lambda key: self._since(key) or "")]

    def _by_paper(self, day: date) -> list[Key]:
        """Return a time away where a paper alone says so; written with what it says."""
        found = next(self._papers(day), None)
        if found is None:
            return []
        place, since = found
        return [self._put(None, since, {"place": place})]

    def _papers(self, day: date) -> Iterator[tuple[str, str | None]]:
        for stay in self._person.stays:
            if stay.temporary and stay.covers(day):
                yield self._units.name(stay.unit_id), iso(stay.start)
        leg = gone_for_a_time(self._person, day)
        if leg is not None:
            yield leg.place, iso(leg.on)
        for one in self._person.permissions:
            if one.kind is PermissionKind.TEMP_EXEMPT and lets_go(one, day):
                yield "", iso(one.start)

    def _said_before(self, on: PartialDate) -> Key:
        """Return the time away that ended on that very day; raise where another is written."""
        ended = {key: self.stay(key).returned_on for key in self._rows}
        same = [key for key, day in ended.items() if day == on]
        if same:
            return same[-1]
        days = [day for day in ended.values() if day is not None]
        if not days:
            raise NotAway(self._person.full_name)
        raise BackAlready(self._person.full_name, max(days, key=lambda day: day.last).vi)

    # --- Writing --------------------------------------------------------------------------
    def _since(self, key: Key) -> str | None:
        return str(key[1]) if key[1] is not None else None

    def _put(self, before: Key | None, since: str | None, said: Mapping[str, object]) -> Key:
        """State a time away anew; blanks take nothing back."""
        person_id = self._person.person_id
        known: Values = self._rows[before] if before else {}
        key: Key = (person_id, since)
        own = unit_on(self._person, self._today)
        values = {
            "unit_id": own,
            **known,
            "person_id": person_id,
            "valid_from": since,
            **{column: str(value) for column, value in said.items() if value},
        }
        if before is not None and before != key:
            self._draft.end(_KIND, before)
        self._draft.put(_KIND, values)
        return key

    # --- What to look at ------------------------------------------------------------------
    def _warn_of_what_lacks(self, row: Mapping[str, object]) -> None:
        if not row.get("paper") and not row.get("transferred"):
            self.cautions.append("chưa ghi giấy tờ (--paper)")
        if not row.get("contact"):
            self.cautions.append("chưa ghi cách liên hệ (--contact)")

    def _warn_of_return(self, key: Key | None) -> None:
        returned_on = self.stay(key).returned_on if key else None
        if returned_on is not None:
            self.cautions.append(
                f"lần đi này sổ đã ghi về ngày {returned_on.vi}, vẫn giữ như vậy; lại đi thì"
                " ghi ngày đi lần mới (--from), ghi về sai thì hoàn tác lần ghi đó"
            )

    def _warn_of_others(self, key: Key) -> None:
        for other in self._rows:
            stay = self.stay(other)
            if other != key and stay.goes_on(self._today):
                since = f" từ {stay.start.vi}" if stay.start else ""
                self.cautions.append(
                    f"sổ còn ghi người này ở {stay.place or 'nơi khác'}{since}, chưa ghi đã về;"
                    " danh sách lấy lần đi mới nhất"
                )

    def _warn_of_papers(self, keys: Iterable[Key]) -> None:
        hosts = {unit.unit_id: unit.name for unit in self._units}
        stays = tuple(self.stay(key) for key in keys)
        watched = Watched(self._person, None, stays, hosts)
        for warning in returned(watched, WatchLimits(), self._today):
            self.cautions.append(f"{warning.text}; {_END_PAPER}")


def _begun(stay: StayAway, on: PartialDate) -> bool:
    return stay.start is None or stay.start.first <= on.last
