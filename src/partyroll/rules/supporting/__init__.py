"""Help for members: what is worth doing about a need, each check in a file of its own."""

from partyroll.model import Matter, Support
from partyroll.rules.supporting.facts import Check, Circumstances, as_it_stood
from partyroll.rules.supporting.measure import need_without_measure
from partyroll.rules.supporting.meeting import meeting_by_roster, met_or_not, to_be_met
from partyroll.rules.supporting.outcome import outcome_unknown
from partyroll.rules.supporting.service import Discharge, Served, lately_discharged

__all__ = [
    "CHECKS",
    "Circumstances",
    "Discharge",
    "Served",
    "as_it_stood",
    "lately_discharged",
    "meeting_by_roster",
    "met_or_not",
    "support_matters",
]

CHECKS: tuple[Check, ...] = (to_be_met, need_without_measure, outcome_unknown)


def support_matters(one: Support, at: Circumstances) -> tuple[Matter, ...]:
    """Return what is worth doing about a need; nothing once it is closed."""
    if one.closed_on is not None or one.concluded:
        return ()
    return tuple(matter for check in CHECKS for matter in check(one, at))
