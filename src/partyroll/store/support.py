"""Reading help, praise and discipline, and who came home from service by their roster."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, or_, select

from partyroll.model import (
    NOWHERE,
    Award,
    AwardForm,
    Discipline,
    DisciplineForm,
    Need,
    Source,
    Support,
    SupportMeasure,
    SupportOutcome,
)
from partyroll.store.ledger import Ledger
from partyroll.store.numbered import numbered
from partyroll.store.people import file_names, source_of
from partyroll.store.reading import live, partial
from partyroll.store.schema import award, discipline, person_version, support

Row = RowMapping | Mapping[str, Any]  # by the names of its columns
_SERVICE = ("occupation", "former_occupation", "member_group", "note")


@dataclass(frozen=True, slots=True)
class ServiceWords:
    """What a roster says of somebody that may speak of service in the army or the police."""

    person_id: str
    texts: tuple[str, ...]
    source: Source


def supports(ledger: Ledger) -> Iterator[Support]:
    """Yield all help that stands, in the order in which it was first written."""
    files = file_names(ledger)
    for number, row in numbered(ledger, support):
        yield support_in(number, row, source_of(row, files))


def awards(ledger: Ledger) -> Iterator[Award]:
    """Yield all praise that stands, in the order in which it was first written."""
    files = file_names(ledger)
    for number, row in numbered(ledger, award):
        yield award_in(number, row, source_of(row, files))


def disciplines(ledger: Ledger) -> Iterator[Discipline]:
    """Yield all discipline that stands, in the order in which it was first written."""
    files = file_names(ledger)
    for number, row in numbered(ledger, discipline):
        yield discipline_in(number, row, source_of(row, files))


def service_words(ledger: Ledger, words: tuple[str, ...]) -> Iterator[ServiceWords]:
    """Yield what rosters say of people where one of `words` occurs; the rule looks closer."""
    files, table = file_names(ledger), person_version
    columns = [table.c[name] for name in _SERVICE]
    said = or_(*(column.like(f"%{word}%") for column in columns for word in words))
    query = select(table).where(live(ledger, table), said)
    for row in ledger.db.execute(query).mappings():
        texts = tuple(text for name in _SERVICE if (text := row[name]))
        yield ServiceWords(row["person_id"], texts, source_of(row, files))


# --- Rows as facts ------------------------------------------------------------------------
def support_in(number: int, row: Row, source: Source = NOWHERE) -> Support:
    """Return the help that a row states."""
    return Support(
        support_id=row["support_id"],
        number=number,
        person_id=row["person_id"],
        need=Need(row["need"]),
        need_text=row["need_text"] or "",
        unit_id=row["unit_id"],
        opened_on=partial(row["opened_on"]),
        measure=SupportMeasure(row["measure"]) if row["measure"] else None,
        measure_text=row["measure_text"] or "",
        amount=row["amount"],
        provided_by=row["provided_by"] or "",
        provided_on=partial(row["provided_on"]),
        closed_on=partial(row["closed_on"]),
        outcome=SupportOutcome(row["outcome"]) if row["outcome"] else None,
        outcome_text=row["outcome_text"] or "",
        paper=row["paper"] or "",
        note=row["note"] or "",
        source=source,
        change=row["change_in"] or 0,
    )


def award_in(number: int, row: Row, source: Source = NOWHERE) -> Award:
    """Return the praise that a row states."""
    return Award(
        award_id=row["award_id"],
        number=number,
        person_id=row["person_id"],
        form=AwardForm(row["form"]),
        form_text=row["form_text"] or "",
        badge_years=row["badge_years"],
        awarded_on=partial(row["awarded_on"]),
        decision_no=row["decision_no"] or "",
        given_by=row["given_by"] or "",
        reason_text=row["reason_text"] or "",
        note=row["note"] or "",
        source=source,
        change=row["change_in"] or 0,
    )


def discipline_in(number: int, row: Row, source: Source = NOWHERE) -> Discipline:
    """Return the discipline that a row states."""
    return Discipline(
        discipline_id=row["discipline_id"],
        number=number,
        person_id=row["person_id"],
        form=DisciplineForm(row["form"]),
        form_text=row["form_text"] or "",
        decided_on=partial(row["decided_on"]),
        decision_no=row["decision_no"] or "",
        decided_by=row["decided_by"] or "",
        valid_to=partial(row["valid_to"]),
        reason_text=row["reason_text"] or "",
        note=row["note"] or "",
        source=source,
        change=row["change_in"] or 0,
    )
