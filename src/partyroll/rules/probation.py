"""Probation: when it ends and until when the cell reviews it (rulebook §9.1)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from partyroll.rulebook import Clock
from partyroll.rules.clocks import Deadline, deadline


@dataclass(frozen=True, slots=True)
class Probation:
    """The probation of someone admitted at a ceremony."""

    ends: Deadline
    review: Deadline

    @property
    def confirmed_on(self) -> date:
        """The day from which an official member counts as such, however late the decision."""
        return self.ends.last


def probation(
    known: Iterable[Clock], ceremony: date, *, holidays: Collection[date] = ()
) -> Probation:
    """Return the probation that began with the `ceremony`."""
    all_clocks = tuple(known)
    ends = deadline(all_clocks, "probation", ceremony)  # months: no holiday lengthens them
    return Probation(
        ends, deadline(all_clocks, "probation_review", ends.last, holidays=holidays)
    )
