"""The statistics of a term: one value that any writer renders."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partyroll.model import LEAST_BASE, ExitKind, ExitRecord, Headcount, Table
from partyroll.period import Term
from partyroll.report.axes import Cross
from partyroll.report.by_kind import by_kind, by_kind_year, kind_cross, year_cross
from partyroll.report.by_reason import by_reason, reason_cross
from partyroll.report.by_unit import by_unit, unit_cross
from partyroll.report.cautions import decided_later, problems, rate_warnings
from partyroll.report.counting import HEADLINE_ORDER, LEAVING, Counted, UnitPath, place_exits
from partyroll.report.doubts import doubts_cross, doubts_table
from partyroll.report.people_tables import PeopleTables, people_tables
from partyroll.report.ranking import units_ranked
from partyroll.report.rates import Exposure, measured, over_term, yearly
from partyroll.report.shares import shares, shares_cross

Counting = tuple[Cross, Table]  # what is counted, and how it is shown


@dataclass(frozen=True, slots=True)
class TermReport:
    """What left the roll in a term.

    `names` are the exits behind every figure; `undated` those outside all totals because
    their date is missing or too imprecise.  `checks` doubt figures, `problems` say what is
    missing.  `crosses` are the tables that open, by id: from each cell to whom it counts.
    `unsaid` names what the ledger says of nobody, so that no table is made of it.  A report
    that is `published` names nobody, and small numbers are left out of it.
    """

    term: Term
    structure: str
    totals: Mapping[ExitKind, int]
    tables: tuple[Table, ...]
    checks: tuple[str, ...]
    problems: tuple[str, ...]
    names: tuple[ExitRecord, ...]
    undated: tuple[ExitRecord, ...]
    crosses: Mapping[str, Cross]
    unsaid: str = ""
    published: bool = False

    def table(self, table_id: str) -> Table:
        """Return one of the tables by its id."""
        return next(table for table in self.tables if table.id == table_id)


def term_report(
    term: Term,
    exits: Iterable[ExitRecord],
    headcounts: Iterable[Headcount],
    *,
    structure: str = "then",
    least_base: int = LEAST_BASE,
) -> TermReport:
    """Count the exits of `term`: by kind, year, unit, reason, age, tenure and gender.

    An exit counts on the day of its decision, else of its event.  `structure` says whether
    the unit paths are those of the day (`then`) or today's (`now`); units with fewer than
    `least_base` members, all years together, are not ranked.
    """
    heads = tuple(headcounts)
    known = tuple(exits)
    counted = place_exits(term, known)
    doubts = doubts_cross(counted)
    names = counted.exits
    numbers = measured(names, heads, term.years)
    people = people_tables(names)
    exposure = over_term(term, numbers)
    counted_in = _tables(term, counted, exposure, people, structure)
    ranking = units_ranked(exposure, least_base=least_base)
    counted_in += [ranking] * bool(ranking[1].rows)
    counted_in.append((doubts, doubts_table(doubts)))
    return TermReport(
        term=term,
        structure=structure,
        totals={kind: sum(r.kind is kind for r in names) for kind in HEADLINE_ORDER},
        tables=tuple(table for _, table in counted_in),
        checks=rate_warnings(yearly(numbers)),
        problems=problems(counted, doubts, heads, decided_later(term, known)),
        names=names,
        undated=counted.undated,
        crosses={found.id: found for found, _ in counted_in},
        unsaid=people.unsaid,
    )


def _tables(
    term: Term,
    counted: Counted,
    exposure: Mapping[UnitPath, Exposure],
    people: PeopleTables,
    structure: str,
) -> list[Counting]:
    """Return every table with the people it counts."""
    exits = counted.exits
    all_kinds, by_year = kind_cross(counted), year_cross(term, counted)
    units, asked = unit_cross(exits, exposure), shares_cross(exits)
    reasons = [(kind, reason_cross(kind, exits)) for kind in LEAVING]
    return [
        (all_kinds, by_kind(all_kinds)),
        (by_year, by_kind_year(term, by_year)),
        (units, by_unit(units, exposure, structure=structure)),
        *((found, by_reason(kind, found)) for kind, found in reasons),
        *people.tables,
        (asked, shares(asked)),
    ]
