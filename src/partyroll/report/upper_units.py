"""The units that are large enough to speak of in public: the upper levels of the tree."""

from collections import defaultdict
from dataclasses import replace
from statistics import median

from partyroll.report.kinds import TOTAL, TOTAL_COLUMN
from partyroll.report.term import TermReport

_BY_UNIT = "by_unit"
_TIMES = 4  # the least count; of a level where units have fewer, hardly a number could be shown


def upper_units(report: TermReport, least: int) -> TermReport:
    """Return the report with units down to the last level where they are of some size.

    A cell that lost two people has nothing but small numbers; its committee has larger ones.
    """
    found = report.crosses.get(_BY_UNIT)
    if found is None:
        return report
    sizes: dict[int, list[int]] = defaultdict(list)
    for row in found.rows:
        if row.code != TOTAL.code:
            sizes[row.level].append(found.count(row.code, TOTAL_COLUMN.code))
    large = {level for level, counts in sizes.items() if median(counts) >= _TIMES * least}
    lowest = next(
        (level - 1 for level in sorted(sizes) if level not in large), max(sizes, default=0)
    )
    kept = [
        place
        for place, row in enumerate(found.rows)
        if row.level <= lowest or row.code == TOTAL.code
    ]
    rows = tuple(found.rows[place] for place in kept)
    table = report.table(_BY_UNIT)
    fewer = replace(table, rows=tuple(table.rows[place] for place in kept))
    return replace(
        report,
        tables=tuple(fewer if one is table else one for one in report.tables),
        crosses={**report.crosses, _BY_UNIT: replace(found, rows=rows)},
    )
