"""Words for what a declared total counts, and for the period it speaks of."""

import re

from partyroll.model import ExitKind
from partyroll.period import Term
from partyroll.read.statuses import exit_kinds, states_no_exit
from partyroll.text import fold

UMBRELLA = "UMBRELLA"  # "đưa ra khỏi Đảng": some writers mean all of them, some who withdrew
_ARRIVALS = (
    ("READMITTED", re.compile(r"\bket nap lai\b")),
    ("RESTORED", re.compile(r"\b(?:phuc hoi|khoi phuc)\b")),
    ("IN", re.compile(r"\b(?:chuyen|tiep nhan)\b.*\bden\b|^tiep nhan\b")),
    ("ADMITTED", re.compile(r"\bket nap\b(?!.*\bnguon\b)|^dang vien moi\b")),
)
_DAY = r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}"
_YEARS = r"(?:19|20)\d\d"
_SPAN = re.compile(rf"({_DAY})\s*(?:-|–|den)\s*(?:het |ngay |thang )*({_DAY})")
_TERM = re.compile(rf"(?<![\d/])({_YEARS})\s*[-–]\s*({_YEARS})(?![\d/])")
_YEAR = re.compile(rf"\bnam\s*:?\s*({_YEARS})\b")
_BARE = re.compile(rf"\s*({_YEARS})\s*")


def counted_in(text: str) -> str | None:
    """Return what words count: a kind of exit, an arrival, `UMBRELLA`; None = not one kind."""
    folded = fold(text)
    arrivals = [code for code, words in _ARRIVALS if words.search(folded)][:1]
    kinds = [] if states_no_exit(folded) else [*exit_kinds(folded)]
    if arrivals == ["IN"]:
        kinds = [kind for kind in kinds if kind is not ExitKind.OUT]
    found = {*arrivals, *(kind.value for kind in kinds)}
    if len(found) != 1:
        return None
    (only,) = found
    return UMBRELLA if only == ExitKind.LEFT_UNSTATED else only


def period_in(text: str) -> Term | None:
    """Return the period a cell names: 2020, 2015-2020, 6/2015-3/2019."""
    named = periods_named(fold(text))
    if bare := _BARE.fullmatch(text):
        named = [Term.parse(bare[1])]
    return named[0] if len(named) == 1 else None


def periods_named(words: str) -> list[Term]:
    """Return the periods that words name; spans of days go before terms, terms before years."""
    folded = fold(words)
    for pattern in (_SPAN, _TERM, _YEAR):
        found = {
            term.vi: term
            for match in pattern.finditer(folded)
            if (term := _term("-".join(match.groups())))
        }
        if found:
            return [*found.values()]
    return []


def _term(text: str) -> Term | None:
    try:
        return Term.parse(text)
    except (ValueError, TypeError):
        return None
