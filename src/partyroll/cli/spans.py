"""Runs of months as people say them: ``2, 6–8``."""

from collections.abc import Iterable

from partyroll.period import Month

_RUN = 3  # two months are listed, three are a span


def month_spans(months: Iterable[Month], *, years: bool) -> str:
    """Return months with runs drawn together; with `years` every end names its year."""
    spans: list[list[Month]] = []
    for month in sorted(set(months)):
        if spans and spans[-1][-1].plus(1) == month:
            spans[-1].append(month)
        else:
            spans.append([month])
    return ", ".join(_span(span, years=years) for span in spans)


def _span(run: list[Month], *, years: bool) -> str:
    named = [month.vi if years else str(month.number) for month in run]
    return f"{named[0]}–{named[-1]}" if len(run) >= _RUN else ", ".join(named)
