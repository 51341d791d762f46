"""Writing down a screening of a member, or what a place of stay says of one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from partyroll.model import Person
from partyroll.store.draft import Draft, place_of
from partyroll.store.facts import Values
from partyroll.store.ledger import Ledger
from partyroll.store.ratings import latest_rating_year
from partyroll.store.reading import iso
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import chosen_person, date_or_none
from partyroll.tasks.excusing.refusals import EndsBeforeBegins
from partyroll.tasks.excusing.request import refuse_day_to_come
from partyroll.tasks.rating.refusals import EmptyRemark, EmptyScreening, YearToCome
from partyroll.tasks.registers.writing import Command, Saved, Written, save
from partyroll.tasks.standing import is_member, unit_on
from partyroll.text import clean

_SAID = ("held_on", "reason_text", "helper", "valid_from", "valid_to", "conclusion", "paper")


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom something is about as typed, and of which year; None = the latest rated."""

    member: str
    unit: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class TypedScreening:
    """A screening as typed; empty = not given."""

    on: str = ""
    conclusion: str = ""
    helper: str = ""
    since: str = ""
    until: str = ""
    reason: str = ""
    paper: str = ""

    def stated(self) -> Mapping[str, str]:
        """Return what was given, by the columns of a screening."""
        columns = {
            "held_on": iso(date_or_none(self.on)),
            "reason_text": clean(self.reason),
            "helper": clean(self.helper),
            "valid_from": iso(date_or_none(self.since)),
            "valid_to": iso(date_or_none(self.until)),
            "conclusion": clean(self.conclusion),
            "paper": clean(self.paper),
        }
        return {name: value for name, value in columns.items() if value}


@dataclass(frozen=True, slots=True)
class Told:
    """What was written about whom: the columns of the fact, by their names."""

    person: Person
    unit: str
    year: int
    stated: Mapping[str, str]


# --- Screenings ---------------------------------------------------------------------------
def screen(command: Command, whom: Whom, typed: TypedScreening) -> Saved[Told]:
    """Write down that a cell looked at what keeps a member back, and agreed on help.

    Said of the same day again it adds to what is known, and makes no second screening.
    """
    refuse_day_to_come(typed.on, command.today)
    since, until = date_or_none(typed.since), date_or_none(typed.until)
    if since and until and until.last < since.first:
        raise EndsBeforeBegins(since.vi, until.vi)
    stated = typed.stated()
    if not stated:
        raise EmptyScreening

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        about = _About(ledger, whom, command.today)
        known = draft.load("screening", person_id=[about.person.person_id])
        same = next(_same_screening(known.values(), about.year, stated), None)
        row = {
            "screening_id": same["screening_id"] if same else draft.ids.new(),
            "person_id": about.person.person_id,
            "unit_id": (same["unit_id"] if same else None) or about.unit_id,
            "year": about.year,
        }
        kept = {name: same[name] for name in _SAID if same} if same else {}
        draft.put("screening", {**kept, **row, **stated}, place_of(same) if same else None)
        return about.written("rà soát, sàng lọc", {**kept, **stated})

    return save(command, "rating", write)


def _same_screening(
    rows: Iterable[Values], year: int, stated: Mapping[str, str]
) -> Iterator[Values]:
    """Yield the screenings of a year that what is stated may be about."""
    day = stated.get("held_on")
    return (r for r in rows if r["year"] == year and (day in {None, r["held_on"]}))


# --- Remarks ------------------------------------------------------------------------------
def remark(command: Command, whom: Whom, place: str, text: str, on: str = "") -> Saved[Told]:
    """Write down what a place of stay says of a member for a year."""
    refuse_day_to_come(on, command.today)
    if not clean(place) or not clean(text):
        raise EmptyRemark
    stated = {"place": clean(place), "remark": clean(text), "said_on": iso(date_or_none(on))}

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        about = _About(ledger, whom, command.today)
        draft.load("host_remark", person_id=[about.person.person_id])
        row = {"person_id": about.person.person_id, "year": about.year, **stated}
        draft.put("host_remark", row)
        told = {name: value for name, value in stated.items() if value}
        return about.written("nhận xét nơi cư trú", told)

    return save(command, "rating", write)


# --- Both ---------------------------------------------------------------------------------
class _About:
    """Whom a command is about, and of which year."""

    def __init__(self, ledger: Ledger, whom: Whom, today: date) -> None:
        units = UnitHistory(ledger).on(today)
        self.person = chosen_person(ledger, whom.member, units, today, unit=whom.unit)
        self.year = whom.year or latest_rating_year(ledger, today) or today.year
        if self.year > today.year:
            raise YearToCome(self.year)
        self.unit_id = unit_on(self.person, today)
        self._unit = units.name(self.unit_id)
        self._left = not is_member(self.person, today)

    def written(self, what: str, stated: Mapping[str, object]) -> Written[Told]:
        """Return what the command tells."""
        said = {name: str(value) for name, value in stated.items() if value is not None}
        cautions = ("người này không còn là đảng viên trong sổ",) * self._left
        told = Told(self.person, self._unit, self.year, said)
        return Written(told, f"{what} năm {self.year}", cautions)
