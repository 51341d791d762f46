"""The results of a year: who was admitted where, against targets and members."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partyroll.model import Candidate, CandidateStage, Document, Person, Sheet
from partyroll.period import PartialDate, whole_years
from partyroll.report.admission import (
    AdmissionResults,
    Base,
    NewMember,
    UnitYear,
    admission_results,
    results_table,
    sources_table,
    targets_apart,
)
from partyroll.report.counting import unit_order
from partyroll.settings import Settings
from partyroll.store.admission import (
    admission_targets,
    admitted_between,
    candidates,
    units_with_rolls,
)
from partyroll.store.figures import headcounts
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.particulars import UNSAID, particulars
from partyroll.store.people import people
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.admitting.refusals import NotAYear
from partyroll.tasks.choosing import FIRST_YEAR, chosen_units
from partyroll.tasks.documents import Paper
from partyroll.tasks.registers.admission_roll import Beside, beside_the_roll
from partyroll.tasks.standing import unit_on
from partyroll.tasks.unit_tree import members_by_unit

_HELD = CandidateStage.CEREMONY
_COVERED = 0.8  # of a declared number: so many in the rolls and it is of the same people
NOTHING = (
    "Chưa có ai kết nạp trong năm này theo sổ, và chưa có chỉ tiêu. Ghi chỉ tiêu: partyroll"
    " admission target; ghi lễ kết nạp: partyroll admission step, hoặc nhập danh sách đảng viên"
    " có ngày vào Đảng."
)


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a year as of a day, with what must be looked at."""

    ledger_id: str
    as_of: date
    unit: str
    found: AdmissionResults
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Admitted:
    """Somebody admitted on a day of the year, in a unit."""

    on: PartialDate
    unit_id: str | None
    birth_date: PartialDate | None
    person: Person | None = None
    candidate: Candidate | None = None


def results(
    path: Path,
    year: int,
    settings: Settings,
    *,
    today: date,
    unit: str = "",
    known_at: int | None = None,
) -> Results:
    """Return who was admitted in a year, by unit and by source; reads only."""
    if not FIRST_YEAR <= year <= today.year:
        raise NotAYear(year)
    as_of = min(today, date(year, 12, 31))
    with open_ledger(path, known_at=known_at) as ledger:
        units = UnitHistory(ledger).on(as_of)
        within = chosen_units(units, unit)
        admitted = [
            one
            for one in _admitted(ledger, units, year, as_of)
            if within is None or one.unit_id in within
        ]
        new = _new_members(ledger, admitted, units)
        stated = {i: number for i, (number, _) in admission_targets(ledger, year).items()}
        targets = _targets(units, stated)
        shown = _shown(units, new, targets, within)
        bases = _bases(ledger, units, year, as_of)
        lines = [UnitYear(i, units.path(i), targets.get(i), bases.get(i)) for i in shown]
        whole = _whole(units, lines)
        found = admission_results(
            year, new, lines, whole, youth_age=settings.admission.youth_age
        )
        told = (*_targets_apart(units, stated, shown), *_part_of(lines))
        return Results(ledger.ledger_id, as_of, unit, found, told)


# --- Who was admitted ---------------------------------------------------------------------
def _admitted(ledger: Ledger, units: Units, year: int, as_of: date) -> Iterator[_Admitted]:
    """Yield everybody with a ceremony in the year, once: as candidate, else as member."""
    found = [*beside_the_roll(ledger, candidates(ledger), as_of, units.name)]
    for beside in found:
        held = beside.candidate.day(_HELD)
        if held is not None and _is_in(held, year, as_of):
            yield _from_file(beside, held, as_of)
    filed = {beside.person.person_id for beside in found if beside.person}
    ids = admitted_between(ledger, date(year, 1, 1), as_of)
    for person in people(ledger, [one for one in ids if one not in filed]):
        admitted = person.admission_date if person.on_roster else None
        if admitted and _is_in(admitted, year, as_of) and not _came_later(person, admitted):
            yield _Admitted(admitted, _home(person, as_of), person.birth_date, person)


def _from_file(beside: Beside, held: PartialDate, as_of: date) -> _Admitted:
    candidate, person = beside.candidate, beside.person
    home = _home(person, as_of) if person else None
    born = candidate.birth_date or (person.birth_date if person else None)
    return _Admitted(held, candidate.unit_id or home, born, person, candidate)


def _is_in(day: PartialDate, year: int, as_of: date) -> bool:
    return day.year == year and day.first <= as_of


def _came_later(person: Person, admitted: PartialDate) -> bool:
    """Whether somebody came from elsewhere after the admission: another unit admitted them."""
    legs = (leg for leg in person.legs if not leg.out and not leg.temporary)
    return any(leg.on is None or leg.on.last >= admitted.first for leg in legs)


def _home(person: Person, as_of: date) -> str | None:
    """Return the unit in which somebody stood when they were admitted, else the one known."""
    day = min(as_of, person.admission_date.last) if person.admission_date else as_of
    official = [stay.unit_id for stay in person.stays if not stay.temporary]
    return unit_on(person, day) or unit_on(person, as_of) or next(iter(official), None)


def _new_members(
    ledger: Ledger, admitted: Sequence[_Admitted], units: Units
) -> list[NewMember]:
    known = [one.person.person_id for one in admitted if one.person]
    said = particulars(ledger, known)
    return [
        NewMember(
            units.chain(one.unit_id),
            whole_years(one.birth_date, one.on) if one.birth_date else None,
            (one.candidate.gender if one.candidate else None)
            or (one.person.gender if one.person else None),
            one.candidate.origin if one.candidate else "",
            said.get(one.person.person_id, UNSAID).ethnicity if one.person else "",
        )
        for one in admitted
    ]


# --- Units, targets, members --------------------------------------------------------------
def _targets(units: Units, stated: Mapping[str, int]) -> dict[str, int]:
    """Return the target of each unit: its own, else those of the units below it together."""
    found = dict(stated)
    deepest_first = sorted(units, key=lambda one: -len(units.chain(one.unit_id)))
    below: dict[str, list[int]] = defaultdict(list)
    for unit in deepest_first:
        parts = below.get(unit.unit_id)
        if unit.unit_id not in found and parts:
            found[unit.unit_id] = sum(parts)
        if unit.parent_id is not None and unit.unit_id in found:
            below[unit.parent_id].append(found[unit.unit_id])
    return found


def _shown(
    units: Units,
    new: Sequence[NewMember],
    targets: Mapping[str, int],
    within: frozenset[str] | None,
) -> list[str]:
    """Return the units with a target or with somebody admitted, parents first."""
    wanted = {*targets, *(unit_id for one in new for unit_id in one.units)}
    chosen = [one for one in wanted if one in units and (within is None or one in within)]
    return sorted(chosen, key=lambda one: (unit_order(units.path(one)), one))


def _bases(ledger: Ledger, units: Units, year: int, as_of: date) -> dict[str, Base]:
    """Return the members at the end of the year before: as declared, else as rolls say.

    Of a unit without any roll only those are known who left: they are no base.

    A declared number of far more than the rolls hold is no base: of the others nobody knows
    whom they admitted.
    """
    sums: Counter[str] = Counter()
    rolled = units_with_rolls(ledger)
    for unit_id, number in members_by_unit(ledger, date(year - 1, 12, 31)).items():
        if unit_id in rolled:
            sums.update(dict.fromkeys(units.chain(unit_id), number))
    found = {unit_id: Base(number) for unit_id, number in sums.items() if number}
    for one in headcounts(ledger, structure="now", today=as_of):
        known = sums[one.units[-1]] if one.units else 0
        if one.year == year - 1 and one.units:
            covered = not known or known >= _COVERED * one.number
            found[one.units[-1]] = (
                Base(one.number, declared=True) if covered else Base(known, of=one.number)
            )
    return found


def _whole(units: Units, lines: Sequence[UnitYear]) -> UnitYear:
    """Return all units together: the sums of those shown that stand under no other."""
    shown = {line.unit_id for line in lines}
    top = [one for one in lines if not shown & set(units.chain(one.unit_id)[:-1])]
    targets = [one.target for one in top if one.target is not None]
    bases = [one.base for one in top if one.base]
    base = Base(sum(b.members for b in bases), all(b.declared for b in bases))
    whole = len(bases) == len(top) and bool(top)
    return UnitYear("", (), sum(targets) if targets else None, base if whole else None)


def _part_of(lines: Sequence[UnitYear]) -> Iterator[str]:
    """Yield the units of which the ledger holds the rolls of a part alone."""
    for line in lines:
        if line.base is not None and line.base.of is not None:
            yield (
                f"{line.path[-1]}: danh sách trong sổ có {line.base.members} đảng viên đầu"
                f" năm, số đã báo cáo là {line.base.of}; kết quả chỉ của phần có danh sách"
            )


def _targets_apart(
    units: Units, stated: Mapping[str, int], shown: Sequence[str]
) -> Iterator[str]:
    below: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        if unit.parent_id is not None:
            below[unit.parent_id].append(unit.unit_id)
    apart = targets_apart(stated, {unit_id: below[unit_id] for unit_id in shown})
    for unit_id, (own, parts) in apart.items():
        yield (
            f"{units.name(unit_id)}: chỉ tiêu {own}, các tổ chức trực thuộc cộng lại {parts}"
        )


# --- The workbook -------------------------------------------------------------------------
def results_paper(done: Results, paper: Paper) -> Document:
    """Return the results as a workbook to be."""
    letterhead = paper.letterhead(f"Sổ {done.ledger_id} · lập {paper.today:%d/%m/%Y}")
    title = f"Kết quả kết nạp đảng viên năm {done.found.year}"
    tables = (results_table(done.found), sources_table(done.found))
    return Document(
        title=title,
        subtitle=f"Tính đến ngày {done.as_of:%d/%m/%Y}",
        organisation=letterhead.organisation,
        sheets=(Sheet("Kết quả kết nạp", title, tables, done.cautions),),
        footer=letterhead.footer,
        notice="Lập từ sổ đảng viên và hồ sơ kết nạp.",
        signatures=letterhead.signatures,
        confidentiality=letterhead.confidentiality,
    )
