"""Reading admission: candidates with their steps, whom the rolls may hold of them, targets."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from sqlalchemy import RowMapping, func, or_, select

from partyroll.model import Candidate, CandidateStage, CandidateStep, Gender, Status, Vote
from partyroll.store.ledger import Ledger
from partyroll.store.people import file_names, source_of
from partyroll.store.reading import among, live, partial
from partyroll.store.schema import (
    admission_target,
    assignment,
    candidate,
    candidate_step,
    person_version,
)

_VOTES = ("entitled", "present", "in_favour")


def candidates(ledger: Ledger) -> Iterator[Candidate]:
    """Yield every candidate that the ledger knows, with the steps."""
    files = file_names(ledger)
    steps: dict[str, dict[CandidateStage, CandidateStep]] = defaultdict(dict)
    for row in ledger.db.execute(
        select(candidate_step).where(live(ledger, candidate_step))
    ).mappings():
        step = _step(row, files)
        steps[row["candidate_id"]][step.stage] = step
    query = select(candidate).where(live(ledger, candidate)).order_by(candidate.c.candidate_id)
    for row in ledger.db.execute(query).mappings():
        yield Candidate(
            candidate_id=row["candidate_id"],
            full_name=row["full_name"],
            birth_date=partial(row["birth_date"]),
            gender=Gender(row["gender"]) if row["gender"] else None,
            national_id=row["national_id"],
            unit_id=row["unit_id"],
            origin=row["origin"] or "",
            helper=row["helper"] or "",
            note=row["note"] or "",
            member_id=row["member_id"],
            ended_on=partial(row["ended_on"]),
            ended_text=row["ended_text"] or "",
            steps=steps.get(row["candidate_id"], {}),
            source=source_of(row, files),
        )


def _step(row: RowMapping, files: dict[str, str]) -> CandidateStep:
    voted = any(row[name] is not None for name in _VOTES)
    return CandidateStep(
        CandidateStage(row["stage"]),
        partial(row["reached_on"]),  # type: ignore[arg-type]  # the column is required
        row["paper"] or "",
        Vote(*(row[name] for name in _VOTES)) if voted else None,
        source_of(row, files),
    )


def people_like(ledger: Ledger, found: Iterable[Candidate], keys: Collection[str]) -> list[str]:
    """Return who has a number of `found`, is named by one of `keys`, or is linked to one."""
    every = list(found)
    numbers = sorted({one.national_id for one in every if one.national_id})
    linked = sorted({one.member_id for one in every if one.member_id})
    table = person_version
    query = select(table.c.person_id).where(
        live(ledger, table),
        or_(
            among(table.c.name_key, sorted(keys)),
            among(table.c.national_id, numbers),
            among(table.c.person_id, linked),
        ),
    )
    return sorted(set(ledger.db.execute(query).scalars()))


def possible_probationers(ledger: Ledger, as_of: date, since: date) -> list[str]:
    """Return who may be probationary on a day: stated, or admitted lately and not official."""
    table = person_version
    official = func.coalesce(table.c.official_date, "")
    lately = table.c.admission_date >= str(since.year)
    open_ = or_(official == "", official > str(as_of.year - 1))
    query = select(table.c.person_id).where(
        live(ledger, table),
        or_(table.c.stated_status == Status.PROBATIONARY.value, lately & open_),
    )
    return sorted(ledger.db.execute(query).scalars())


def people_of_units(ledger: Ledger, unit_ids: Collection[str]) -> list[str]:
    """Return who has ever belonged to one of these units officially."""
    table = assignment
    query = select(table.c.person_id).where(
        live(ledger, table), table.c.kind == "OFFICIAL", among(table.c.unit_id, unit_ids)
    )
    return sorted(set(ledger.db.execute(query).scalars()))


def units_with_rolls(ledger: Ledger) -> frozenset[str]:
    """Return the units to which somebody belongs whom a roster names."""
    person, stay = person_version, assignment
    query = (
        select(stay.c.unit_id)
        .distinct()
        .join(
            person,
            (person.c.ledger_id == stay.c.ledger_id) & (person.c.person_id == stay.c.person_id),
        )
        .where(live(ledger, stay), live(ledger, person), person.c.on_roster == 1)
    )
    return frozenset(ledger.db.execute(query).scalars())


def admitted_between(ledger: Ledger, first: date, last: date) -> list[str]:
    """Return whom the rolls say to have been admitted in these days, whole years included."""
    table = person_version
    query = select(table.c.person_id).where(
        live(ledger, table),
        table.c.admission_date >= str(first.year),
        table.c.admission_date <= last.isoformat(),
    )
    return sorted(ledger.db.execute(query).scalars())


def admission_targets(ledger: Ledger, year: int) -> dict[str, tuple[int, str]]:
    """Return how many each unit is to admit in a year, and by which paper."""
    table = admission_target
    query = select(table.c.unit_id, table.c.number, table.c.paper).where(
        live(ledger, table), table.c.year == year
    )
    return {unit: (number, paper or "") for unit, number, paper in ledger.db.execute(query)}
