"""Candidates beside the rolls: who became a member, how many officials a cell has."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from partyroll.model import Candidate, Person, Status
from partyroll.rules.admission import AdmissionFile, Joined, RollEntry, joined, with_roll
from partyroll.store.admission import people_like, people_of_units
from partyroll.store.ledger import Ledger
from partyroll.store.people import people
from partyroll.tasks.standing import is_member, status_of, unit_on
from partyroll.text import same_key

UnitNames = Callable[[str | None], str]


def roll_entry(person: Person, as_of: date, unit_name: UnitNames) -> RollEntry:
    """Return a person in the words by which a candidate is told to be them."""
    return RollEntry(
        person.person_id,
        person.full_name,
        person.birth_date,
        person.national_id,
        person.admission_date,
        person.official_date,
        unit_name(unit_on(person, as_of)),
    )


@dataclass(frozen=True, slots=True)
class Beside:
    """A candidate as the rolls complete them; `person` is who they became."""

    candidate: Candidate
    joined: Joined
    person: Person | None = None


def beside_the_roll(
    ledger: Ledger,
    found: Iterable[Candidate],
    as_of: date,
    unit_name: UnitNames,
    taken: Collection[str] = (),
) -> Iterator[Beside]:
    """Yield each candidate with the member they became, where that is certain.

    `taken` are members who are other candidates already.
    """
    every = list(found)
    keys = {same_key(one.full_name) for one in every}
    known = {one.person_id: one for one in people(ledger, people_like(ledger, every, keys))}
    by_name: dict[str, list[RollEntry]] = defaultdict(list)
    by_number: dict[str, list[RollEntry]] = defaultdict(list)
    entries = {i: roll_entry(person, as_of, unit_name) for i, person in known.items()}
    for entry in entries.values():
        by_name[same_key(entry.full_name)].append(entry)
        if entry.national_id:
            by_number[entry.national_id].append(entry)
    linked = {*taken, *(one.member_id for one in every if one.member_id)}
    for one in every:
        likely = {
            entry.person_id: entry
            for entry in (
                *by_name[same_key(one.full_name)],
                *by_number[one.national_id or ""],
                *([entries[one.member_id]] if one.member_id in entries else ()),
            )
        }
        became = joined(one, likely.values(), linked - {one.member_id})
        whole = with_roll(one, became.member) if became.member else one
        yield Beside(whole, became, known[became.member.person_id] if became.member else None)


def officials(ledger: Ledger, unit_ids: frozenset[str], as_of: date) -> Mapping[str, int]:
    """Return how many official members each unit may have; of units without any roll none.

    Whose status nobody wrote may be official.
    """
    counted: dict[str, int] = defaultdict(int)
    for person in people(ledger, people_of_units(ledger, unit_ids)):
        unit_id = unit_on(person, as_of)
        if unit_id in unit_ids and is_member(person, as_of):
            counted[unit_id] += status_of(person, as_of) is not Status.PROBATIONARY
    return counted


def file_of(beside: Beside, officials_of: Mapping[str, int], as_of: date) -> AdmissionFile:
    """Return an admission file with what the rolls say around it."""
    person = beside.person
    left = person is not None and not is_member(person, as_of)
    return AdmissionFile(
        beside.candidate,
        officials_of.get(beside.candidate.unit_id or ""),
        member=person is not None,
        official_date=person.official_date if person else None,
        namesakes=tuple(entry.label for entry in beside.joined.namesakes),
        left=left,
    )
