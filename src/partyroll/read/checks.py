"""What cannot be right in a row, whatever the ledger says: one small function each."""

from collections.abc import Callable, Iterator
from datetime import date

from partyroll.period import PartialDate, add_months, whole_years
from partyroll.read.facts import RosterRow

# Where (a field) and what (a code).
Doubt = tuple[str, str]
Check = Callable[[RosterRow, date], Iterator[Doubt]]
ADULT = 18
_ELEVEN_MONTHS, _TWO_YEARS = 338, 729  # days: never less than the one, more than the other


def birth_in_future(row: RosterRow, today: date) -> Iterator[Doubt]:
    """A birth date after today."""
    if _after(row.birth_date, today):
        yield "birth_date", "future_date"


def membership_in_future(row: RosterRow, today: date) -> Iterator[Doubt]:
    """An admission or official date after today."""
    if _after(row.admission_date, today):
        yield "admission_date", "future_date"
    if _after(row.official_date, today):
        yield "official_date", "future_date"


def admitted_too_young(row: RosterRow, _today: date) -> Iterator[Doubt]:
    """An admission before birth, or before eighteen."""
    born, admitted = row.birth_date, row.admission_date
    if born is None or admitted is None:
        return
    if admitted.last < born.first:
        yield "admission_date", "admission_before_birth"
    elif whole_years(born, admitted)[1] < ADULT:
        yield "admission_date", "too_young_at_admission"


def confirmed_before_admitted(row: RosterRow, _today: date) -> Iterator[Doubt]:
    """An official date before the admission, or an unusual time after it."""
    admitted, official = row.admission_date, row.official_date
    if admitted is None or official is None:
        return
    if official.exact and admitted.exact:
        days = official.first.toordinal() - admitted.first.toordinal()
        if _ELEVEN_MONTHS <= days <= _TWO_YEARS:
            return  # surely between: nearly always
    if official.last < admitted.first:
        yield "official_date", "official_before_admission"
    elif official.last < add_months(admitted.first, 11) or official.first > add_months(
        admitted.last, 24
    ):
        yield "official_date", "probation_length"


def imprecise_membership(row: RosterRow, _today: date) -> Iterator[Doubt]:
    """An admission or official date without its day."""
    for field, day in (
        ("admission_date", row.admission_date),
        ("official_date", row.official_date),
    ):
        if day is not None and not day.exact:
            yield field, "partial_date"


CHECKS: tuple[Check, ...] = (
    birth_in_future,
    membership_in_future,
    admitted_too_young,
    confirmed_before_admitted,
    imprecise_membership,
)


def plainly_right(row: RosterRow, today: date) -> bool:
    """Whether a look at the exact dates shows that no check can find anything.

    True for nearly every row of a clean roll, where five checks would cost more than reading.
    """
    born, admitted, official = row.birth_date, row.admission_date, row.official_date
    if not (born and born.day and admitted and admitted.day and official and official.day):
        return False
    of_age = (born.year + ADULT, born.month or 1, born.day)
    since = (admitted.year, admitted.month or 1, admitted.day)
    until = (official.year, official.month or 1, official.day)
    months = 12 * (until[0] - since[0]) + until[1] - since[1]
    surely_between = 12 <= months < 24  # whatever the days, from eleven months to two years
    return of_age <= since and surely_between and until <= (today.year, today.month, today.day)


def is_doubtful(row: RosterRow, today: date) -> bool:
    """Whether some check finds something in a row."""
    if plainly_right(row, today):
        return False
    return any(True for check in CHECKS for _ in check(row, today))


def _after(day: PartialDate | None, today: date) -> bool:
    return day is not None and day.first > today
