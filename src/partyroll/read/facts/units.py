"""Units as a workbook names them, and what is stated of them."""

from dataclasses import dataclass

from partyroll.period import PartialDate, Term


@dataclass(frozen=True, slots=True)
class UnitRef:
    """A unit as a workbook names it.

    `parents` go from the highest to the direct one; `name` is empty where only the parents
    are known.  `origin` says where the name stood: column, section, title or sheet.
    """

    name: str
    parents: tuple[str, ...] = ()
    origin: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of a list of units: its name, its parents, its code, since when."""

    row: int
    unit: UnitRef
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class HeadcountRow:
    """A declared number of members of a unit at the end of a year; no persons."""

    row: int
    cell: str
    unit: UnitRef
    year: int
    number: int


@dataclass(frozen=True, slots=True)
class DeclaredRow:
    """A number that a paper states of a unit and a whole period; no persons.

    `what` is a kind of exit, or ADMITTED, READMITTED, RESTORED, IN.
    """

    row: int
    cell: str
    unit: UnitRef
    what: str
    period: Term
    number: int
