"""What may be done: measures for the causes that the term has, those of most people first."""

from collections.abc import Iterable

from partyroll.model import Measure
from partyroll.report.counting import LEAVING
from partyroll.report.prose import reasons_table
from partyroll.report.reading import lines, whole
from partyroll.report.term import TermReport

HEADING = "Đề xuất, để cấp ủy cân nhắc"


def proposed(measures: Iterable[Measure], report: TermReport) -> tuple[Measure, ...]:
    """Return the measures for causes that papers of the term name; what always fits is last."""
    named = _named(report)
    weights = [(sum(named.get(cause, 0) for cause in one.causes), one) for one in measures]
    answering = [(weight, one) for weight, one in weights if weight]
    always = [one for _, one in weights if not one.causes] if answering else []
    return (*(one for _, one in sorted(answering, key=lambda pair: -pair[0])), *always)


def _named(report: TermReport) -> dict[str, int]:
    """Return by cause how many removed or withdrawn have it, first or not."""
    found: dict[str, int] = {}
    for kind in LEAVING:
        for one in lines(reasons_table(report, kind)):
            code = str(one["code"])
            found[code] = found.get(code, 0) + whole(one["mentions"])
    return found
