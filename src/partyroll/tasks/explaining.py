"""A person's year explained: what each month is, where that puts them, what would change it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from partyroll.model import BookLine, Case, Finding, MonthFact
from partyroll.period import Month
from partyroll.rulebook import Rulebook
from partyroll.rules.reading import Reading, reading_of
from partyroll.rules.review import RULES, compared_months, review
from partyroll.rules.supposing import Supposition, suppositions
from partyroll.store.cases import cases
from partyroll.store.fullness import books
from partyroll.store.holidays import holidays
from partyroll.store.ledger import Ledger
from partyroll.store.roll import Roll
from partyroll.tasks.narrowing import how_full
from partyroll.tasks.silencing import Judgements


@dataclass(frozen=True, slots=True)
class BookYear:
    """A year of one person: the lines of every book, what each month is, what follows.

    `finding` None: on no list of that year as of the day asked.
    """

    year: int
    lines: tuple[BookLine, ...]
    months: tuple[MonthFact, ...]
    finding: Finding | None = None
    suppositions: tuple[Supposition, ...] = ()


def explained_year(
    ledger: Ledger, person_id: str, year: int, rulebook: Rulebook, as_of: date
) -> BookYear:
    """Return a year of one person, read as the lists of that year are."""
    reading = reading_of(rulebook, year, as_of)
    days_off = frozenset(holidays(ledger))
    return _Year(ledger, reading, days_off).of(person_id)


class _Year:
    """One look at a person's year, with all that the lists of that year look at."""

    def __init__(self, ledger: Ledger, reading: Reading, days_off: Collection[date]) -> None:
        months = (*compared_months(reading.year, reading.settings), *reading.period)
        self._ledger, self._reading, self._days_off = ledger, reading, days_off
        self._years = sorted({reading.year, *(month.year for month in months)})
        of = books(ledger, self._years)
        self._collections = how_full(
            Roll(ledger, self._years, reading.as_of), of, reading.settings
        )

    def of(self, person_id: str) -> BookYear:
        reading = self._reading
        ((_, case),) = cases(self._ledger, [person_id], self._years)
        finding = review(
            case,
            year=reading.year,
            collections=self._collections,
            settings=reading.settings,
            as_of=reading.as_of,
            holidays=self._days_off,
        )
        return BookYear(
            reading.year,
            tuple(line for line in case.lines if line.year == reading.year),
            tuple(self._calendar_year(case)),
            finding and Judgements(self._ledger, person_id).on(person_id, finding),
            () if finding is None else self._supposed(case, finding),
        )

    def _calendar_year(self, case: Case) -> Iterator[MonthFact]:
        for _, month_facts in RULES:
            yield from month_facts(
                case,
                [Month(self._reading.year, number) for number in range(1, 13)],
                collections=self._collections,
                settings=self._reading.settings,
                as_of=self._reading.as_of,
                holidays=self._days_off,
            )

    def _supposed(self, case: Case, finding: Finding) -> tuple[Supposition, ...]:
        return suppositions(
            case,
            finding,
            year=self._reading.year,
            collections=self._collections,
            settings=self._reading.settings,
            as_of=self._reading.as_of,
            holidays=self._days_off,
        )
