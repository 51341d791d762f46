"""The statistics of a term: one value that any writer renders."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partyroll.model import ExitKind, ExitRecord, Headcount, Table
from partyroll.period import Term
from partyroll.report.by_kind import by_kind, by_kind_year
from partyroll.report.by_person import by_age, by_gender, by_tenure, shares
from partyroll.report.by_reason import by_reason
from partyroll.report.by_unit import by_unit
from partyroll.report.cautions import problems, rate_warnings
from partyroll.report.counting import HEADLINE_ORDER, place_exits
from partyroll.report.rates import declared, over_term, yearly


@dataclass(frozen=True, slots=True)
class TermReport:
    """What left the roll in a term.

    `names` are the exits behind every figure; `undated` those outside all totals because
    their date is missing or too imprecise.  `checks` doubt figures, `problems` say what is
    missing.
    """

    term: Term
    structure: str
    totals: Mapping[ExitKind, int]
    tables: tuple[Table, ...]
    checks: tuple[str, ...]
    problems: tuple[str, ...]
    names: tuple[ExitRecord, ...]
    undated: tuple[ExitRecord, ...]

    def table(self, table_id: str) -> Table:
        """Return one of the tables by its id."""
        return next(table for table in self.tables if table.id == table_id)


def term_report(
    term: Term,
    exits: Iterable[ExitRecord],
    headcounts: Iterable[Headcount],
    *,
    structure: str = "then",
) -> TermReport:
    """Count the exits of `term`: by kind, year, unit, reason, age, tenure and gender.

    An exit counts on the day of its decision, else of its event.  `structure` says whether
    the unit paths are those of the day (`then`) or today's (`now`).
    """
    heads = tuple(headcounts)
    counted = place_exits(term, exits)
    names = counted.exits
    in_term = {at: n for at, n in declared(heads).items() if at[1] in term.years}
    years = yearly(names, in_term)
    return TermReport(
        term=term,
        structure=structure,
        totals={kind: sum(r.kind is kind for r in names) for kind in HEADLINE_ORDER},
        tables=(
            by_kind(counted),
            by_kind_year(term, counted),
            by_unit(names, over_term(term, years), structure=structure),
            by_reason(ExitKind.REMOVED, names),
            by_reason(ExitKind.WITHDREW, names),
            by_age(names),
            by_tenure(names),
            by_gender(names),
            shares(names),
        ),
        checks=rate_warnings(years),
        problems=problems(counted, heads),
        names=names,
        undated=counted.undated,
    )
