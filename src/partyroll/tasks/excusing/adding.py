"""Writing down a reason, a paper or a temporary place."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from partyroll.model import Excuse, ExcuseKind, PermissionKind, Person, StayKind
from partyroll.rules.granting import cautions
from partyroll.store.draft import Draft, Outcome, place_of
from partyroll.store.draft import Place as FilePlace
from partyroll.store.facts import Values
from partyroll.store.grants import HOST_KINDS, grants, key_of
from partyroll.store.ledger import Ledger
from partyroll.store.reading import iso
from partyroll.store.schema import metadata
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import chosen_person, host_named
from partyroll.tasks.excusing.kinds import WORDS
from partyroll.tasks.excusing.listing import Shown
from partyroll.tasks.excusing.refusals import AlreadyGranted, OwnUnit
from partyroll.tasks.excusing.request import Stated, Typed, refuse_day_to_come, understood
from partyroll.tasks.excusing.writing import Place, Put, Recorded, record
from partyroll.tasks.recording.steps import put_excuse
from partyroll.tasks.registers.writing import Command
from partyroll.tasks.standing import is_member, unit_on
from partyroll.text import clean, unit_key

HostFinder = Callable[[str], str | None]
_ALIKE = ("kind", "ground", "valid_from", "valid_to")


def add(command: Command, typed: Typed) -> Recorded:
    """Write down what was typed; the same said twice is written once."""
    stated = understood(typed)
    today = command.today
    refuse_day_to_come(typed.on, today)

    def write(ledger: Ledger, draft: Draft) -> Put:
        units = UnitHistory(ledger).on(today)
        person = chosen_person(ledger, typed.member, units, today, unit=typed.unit)
        told = [*_cautions(stated, person)]
        if not is_member(person, today):
            told.append("người này không còn là đảng viên trong sổ")
        adding = Adding(draft, host_finder(ledger, today), told)
        place, _ = adding.put(person.person_id, unit_on(person, stated.start.first), stated)
        return Put((place,), _note, tuple(told))

    return record(command, write)


def _note(found: tuple[Shown, ...]) -> str:
    return "; ".join(f"số {one.grant.number}: {WORDS[one.grant.kind]}" for one in found)


def _cautions(stated: Stated, person: Person) -> list[str]:
    end = stated.end.last if stated.end else None
    told = cautions(
        stated.kind,
        stated.start.first,
        end,
        share=stated.share,
        held=person.permissions,
    )
    without_paper = not stated.paper and not isinstance(stated.kind, ExcuseKind)
    return [*told, *(["chưa ghi số văn bản (--paper)"] if without_paper else [])]


def host_finder(ledger: Ledger, day: date) -> HostFinder:
    """Return what finds a unit of the ledger by its name."""
    units = UnitHistory(ledger).on(day)
    return lambda named: host_named(units, named)


@dataclass(frozen=True, slots=True)
class Adding:
    """Puts what was stated into a draft; `told` gathers what to look at."""

    draft: Draft
    find_host: HostFinder
    told: list[str]
    hosts: dict[str, str] = field(default_factory=dict)  # places outside that this change adds

    def put(
        self,
        person_id: str,
        own_unit: str | None,
        stated: Stated,
        *,
        place: FilePlace | None = None,
    ) -> tuple[Place, Outcome]:
        """State a reason, a paper or a place; return where it stands and if that is new."""
        if isinstance(stated.kind, ExcuseKind):
            return state_excuse(self.draft, person_id, stated, place=place)
        if isinstance(stated.kind, PermissionKind):
            return self._once("permission", _permission_row(person_id, stated), stated, place)
        row = self._stay_row(person_id, own_unit, stated)
        return self._once("assignment", row, stated, place)

    def _once(
        self, table: str, row: Values, stated: Stated, file: FilePlace | None
    ) -> tuple[Place, Outcome]:
        """Put a row unless the ledger holds it; refuse to write over another.

        Words that nobody had written beside the paper yet are added to it.
        """
        place: Place = (table, key_of(metadata.tables[table], row))
        known = self.draft.load(table, person_id=[row["person_id"]]).get(place[1])
        if known is None:
            return place, self.draft.put(table, row, file)
        differing = {c for c, value in row.items() if value not in {None, known[c]}}
        if differing == {"reason_text"} and known["reason_text"] is None:
            said = {**known, "reason_text": row["reason_text"]}
            return place, self.draft.put(table, said, place_of(known) or file)
        if differing:
            standing = [g for g in grants(self.draft.ledger) if (g.table, g.key) == place]
            number = next((str(grant.number) for grant in standing), "")
            until = next((grant.end.vi for grant in standing if grant.end), "")
            raise AlreadyGranted(number, WORDS[stated.kind], until)
        return place, Outcome.UNCHANGED

    def _stay_row(self, person_id: str, own_unit: str | None, stated: Stated) -> Values:
        host = self._host(stated)
        if host == own_unit:
            raise OwnUnit(clean(stated.host))
        after = stated.end.last + timedelta(days=1) if stated.end else None
        return {
            "person_id": person_id,
            "unit_id": host,
            "kind": "TEMPORARY",
            "valid_from": str(stated.start.first),
            "valid_to": iso(after),
            "paper": stated.paper or None,
            "granted_by": stated.by or None,
            "granted_on": iso(stated.on),
            "reason_text": stated.reason or None,
        }

    def _host(self, stated: Stated) -> str:
        """Return the unit that is meant; a place outside becomes a unit of its own.

        No book of such a place is known, so that its months stay unknown until one comes.
        """
        named = clean(stated.host)
        known = self.hosts.get(unit_key(named)) or self.find_host(named)
        if known is not None:
            return known
        self.told.append(
            f"trong sổ không có tổ chức “{named}”: ghi là nơi ngoài sổ, các tháng ở đó chờ"
            " xác nhận"
        )
        unit_id = self.draft.identify("unit", f"{unit_key(named)}|")
        self.hosts[unit_key(named)] = unit_id
        self.draft.load("unit_version")
        self.draft.put(
            "unit_version",
            {
                "unit_id": unit_id,
                "name": named,
                "name_key": unit_key(named),
                "kind": HOST_KINDS[StayKind(stated.kind.value)],
            },
        )
        return unit_id


def _permission_row(person_id: str, stated: Stated) -> Values:
    return {
        "person_id": person_id,
        "kind": stated.kind.value,
        "valid_from": str(stated.start),
        "valid_to": iso(stated.end),
        "paper": stated.paper or None,
        "share": stated.share,
        "granted_by": stated.by or None,
        "granted_on": iso(stated.on),
        "reason_text": stated.reason or None,
    }


def state_excuse(
    draft: Draft,
    person_id: str,
    stated: Stated,
    *,
    accepted: bool = True,
    place: FilePlace | None = None,
) -> tuple[Place, Outcome]:
    """State a reason, judged where somebody is named for it, else waiting."""
    judged, last = bool(stated.by), stated.end or stated.start
    excuse = Excuse(
        excuse_id=draft.ids.new(),
        ground=stated.ground,
        kind=stated.kind.value,
        start=stated.start.first,
        end=last.last,
        accepted=judged and accepted,
        pending=not judged,
        accepted_by=stated.by,
        judged_on=stated.on,
        paper=stated.paper,
        reason_text=stated.reason,
    )
    alike = (excuse.kind, excuse.ground, str(excuse.start), str(excuse.end))
    for key, row in draft.load("excuse", person_id=[person_id]).items():
        mine = row["person_id"] == person_id
        if mine and tuple(row[column] for column in _ALIKE) == alike:
            there: Place = ("excuse", tuple(str(part) for part in key))
            if not (row["pending"] and judged):
                return there, Outcome.UNCHANGED
            # What waited is judged now; what was said of it before stays.
            kept = replace(
                excuse,
                excuse_id=str(key[0]),
                paper=excuse.paper or str(row["paper"] or ""),
                reason_text=excuse.reason_text or str(row["reason_text"] or ""),
            )
            return there, put_excuse(draft, person_id, kept, place_of(row) or place)
    outcome = put_excuse(draft, person_id, excuse, place)
    return ("excuse", (excuse.excuse_id,)), outcome
