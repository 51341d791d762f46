"""A slip of a transfer that came from another ledger."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from partyroll.model import Slip
from partyroll.read.facts.units import UnitRef


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A slip as one row; `cells` are the addresses of what it says, by key."""

    row: int
    full_name: str
    slip: Slip
    unit: UnitRef | None = None  # whoever receives says which
    cells: Mapping[str, str] = field(default_factory=dict)
