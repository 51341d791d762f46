"""Which term a report is compared with."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from partyroll.period import Term, add_months
from partyroll.tasks.choosing import parse_term
from partyroll.tasks.refusals import TermsOverlap


def term_before(term: Term, congresses: Iterable[Term] = (), asked: str = "") -> Term:
    """Return the term asked for, else the office's last one before, else one as long.

    Of a term that is not over, the same stretch of the earlier one is compared.  Raise
    `TermsOverlap` where a day lies in both.
    """
    stated = tuple(congresses)
    if asked:
        before = parse_term(asked, stated)
        if before.overlaps(term):
            raise TermsOverlap(before, term)
    else:
        earlier = [one for one in stated if one.end < term.start and term.congress]
        before = max(earlier, key=lambda one: one.end, default=_whole(term).before())
    return _same_stretch(term, before) if term.planned_end else before


def _whole(term: Term) -> Term:
    return replace(term, end=term.planned_end or term.end, planned_end=None)


def _same_stretch(term: Term, before: Term) -> Term:
    """Return as much of `before` as has passed of `term`."""
    months = (term.start.year - before.start.year) * 12 + term.start.month - before.start.month
    if add_months(before.start, months) == term.start:
        after = add_months(term.end + timedelta(days=1), -months)
        return before.until(after - timedelta(days=1))
    return before.until(before.start + (term.end - term.start))
