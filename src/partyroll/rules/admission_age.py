"""The age at which the cell may admit: counted in months, the day ignored (rulebook §9.2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partyroll.period import Month, PartialDate

_EIGHTEEN = 18 * 12
_SIXTY = 60 * 12


class AgeRoute(StrEnum):
    """How somebody of an age may be admitted."""

    TOO_YOUNG = "TOO_YOUNG"
    ORDINARY = "ORDINARY"
    CENTRAL_CONSENT = "CENTRAL_CONSENT"  # over full 60: a committee at central level


@dataclass(frozen=True, slots=True)
class AdmissionAge:
    """The age in months at a meeting: the least and the most it may be.

    `route` is None where an imprecise birth date leaves it open.
    """

    least: int
    most: int
    route: AgeRoute | None


def admission_age(birth_date: PartialDate, meeting: date) -> AdmissionAge:
    """Return the age in months at the `meeting` of the cell, and what follows from it."""
    least = _months(Month.of(birth_date.last), Month.of(meeting))
    most = _months(Month.of(birth_date.first), Month.of(meeting))
    low, high = _route(least), _route(most)
    return AdmissionAge(least, most, low if low is high else None)


def _months(born: Month, met: Month) -> int:
    return (met.year - born.year) * 12 + met.number - born.number


def _route(months: int) -> AgeRoute:
    if months < _EIGHTEEN:
        return AgeRoute.TOO_YOUNG
    return AgeRoute.ORDINARY if months <= _SIXTY else AgeRoute.CENTRAL_CONSENT
