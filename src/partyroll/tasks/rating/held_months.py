"""The months of a year that are held against people: as the lists for review count them."""

from collections.abc import Iterator
from datetime import date

from partyroll.model import Case, MonthFact
from partyroll.rulebook import Rulebook
from partyroll.rules.counting import counts
from partyroll.rules.reading import reading_of
from partyroll.rules.review import RULES, look_at
from partyroll.store.cases import cases
from partyroll.store.ledger import Ledger
from partyroll.tasks.narrowing import Shelf, candidates

# A rating is of a calendar year, and counts months however the office counts them for lists.
_OF_THE_YEAR = {
    "year_basis": "calendar",
    "run": "any",
    "combine_grounds": False,
    "meeting_reading": "three_months",
    "count_late": False,
}


def held_months(
    ledger: Ledger, rulebook: Rulebook, year: int, as_of: date, *, months: int
) -> dict[str, tuple[MonthFact, ...]]:
    """Return the months of a year that count, of everybody who may have `months` of them."""
    reading = reading_of(rulebook.set_by_office(**_OF_THE_YEAR, months=months), year, as_of)
    shelf = Shelf(ledger, reading)
    if not shelf.books:
        return {}
    found = candidates(shelf, [ground for ground, _ in RULES])
    ids = [*found.within, *found.crossing]
    return {
        person.person_id: tuple(_counting(case, shelf))
        for person, case in cases(ledger, ids, shelf.years, shelf.books)
    }


def _counting(case: Case, shelf: Shelf) -> Iterator[MonthFact]:
    """Yield the months of the year that count, also of someone who has left since."""
    reading = shelf.reading
    for looked in look_at(
        case,
        year=reading.year,
        collections=shelf.collections,
        settings=reading.settings,
        as_of=reading.as_of,
        holidays=shelf.holidays,
    ):
        yield from (fact for fact in looked.facts if counts(fact, reading.settings))
