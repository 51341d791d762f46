"""How many a unit is to admit in a year."""

from dataclasses import dataclass

from partyroll.store.admission import admission_targets
from partyroll.store.draft import Draft
from partyroll.store.facts import Values
from partyroll.store.ledger import Ledger
from partyroll.store.units import UnitHistory
from partyroll.tasks.admitting.refusals import NotATarget, NotAYear
from partyroll.tasks.admitting.request import TypedTarget
from partyroll.tasks.choosing import FIRST_YEAR, unit_of_any_day
from partyroll.tasks.registers.writing import Command, Saved, Written, save
from partyroll.text import clean

_AHEAD = 5  # years: a term is planned, not more
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Target:
    """How many a unit is to admit in a year, and by which paper."""

    unit_path: tuple[str, ...]
    year: int
    number: int
    paper: str = ""


def set_target(command: Command, typed: TypedTarget) -> Saved[Target]:
    """Write down the target of a unit; the same said twice is written once."""
    year, number, today = typed.year, typed.number, command.today
    if not FIRST_YEAR <= year <= today.year + _AHEAD:
        raise NotAYear(year)
    if not 0 <= number <= _MOST:
        raise NotATarget(number)

    def write(ledger: Ledger, draft: Draft) -> Written[Target]:
        history = UnitHistory(ledger)
        unit_id = unit_of_any_day(history, typed.unit, today)
        before = admission_targets(ledger, year).get(unit_id)
        by = clean(typed.paper) or (before[1] if before else "")
        draft.load("admission_target", unit_id=[unit_id])
        draft.put("admission_target", _row(unit_id, typed, by))
        changed = before is not None and before[0] != number
        cautions = (f"chỉ tiêu thay đổi: {before[0]} → {number}",) if before and changed else ()
        whole = history.on(today).path(unit_id)
        told = Target(whole, year, number, by)
        return Written(told, f"chỉ tiêu kết nạp {year}: {whole[-1]} {number}", cautions)

    return save(command, "admission", write)


def _row(unit_id: str, typed: TypedTarget, paper: str) -> Values:
    return {
        "unit_id": unit_id,
        "year": typed.year,
        "number": typed.number,
        "paper": paper or None,
    }
