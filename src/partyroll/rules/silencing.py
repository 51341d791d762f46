"""Evidence that was judged, and nothing was to be done: the same months are not news again.

A month counts as judged only as it stood then: its ground, its state and its note.  Of several
judgements about it the last one holds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from partyroll.model import Finding, Judged, MonthFact, Outcome, ReviewStep

SILENCING = frozenset({Outcome.NO_ACTION, Outcome.PAID_SINCE, Outcome.BOOK_WRONG})


def judged(fact: MonthFact) -> Judged:
    """Return a month of the evidence as a judgement keeps it."""
    return Judged(fact.ground, fact.month, fact.state, fact.note)


def silence(finding: Finding, steps: Iterable[ReviewStep]) -> Finding:
    """Return the finding, silenced when every month behind it was judged to need nothing.

    `steps` are those of the person, in the order in which they happened.
    """
    last = _last_word(steps)
    months = {judged(fact) for fact in finding.months}
    quiet = bool(months) and all(last.get(month) in SILENCING for month in months)
    return finding if quiet is finding.silenced else replace(finding, silenced=quiet)


def _last_word(steps: Iterable[ReviewStep]) -> Mapping[Judged, Outcome]:
    return {
        month: step.outcome
        for step in steps
        if step.outcome is not None
        for month in step.judged
    }
