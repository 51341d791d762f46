"""Whatever is imported or undone later, a report known at a change says what it said then."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partyroll.period import Term
from partyroll.read.facts import ReadFile
from partyroll.report.term import TermReport
from partyroll.store.refusals import CannotUndo
from partyroll.tasks.keeping_reports import keep_report, kept_report
from partyroll.tasks.reporting import ReportRequest, report_term
from store import shelf, stories
from trials import trials

TODAY = date(2026, 1, 15)
MANY = 50


def report(path: Path, structure: str, known_at: int | None = None) -> TermReport:
    """The report of the years in which people of the stories leave."""
    asked = ReportRequest(path, Term.parse("1980-1981"), TODAY, structure, known_at=known_at)
    return report_term(asked).report


def happen(path: Path, later: list[ReadFile], chances: Random, times: int) -> None:
    """Let `times` changes be tried: workbooks in again, changes taken back."""
    for _ in range(times):
        if chances.random() < 2 / 3:
            shelf.record(path, chances.choice(later))
            continue
        try:
            shelf.take_back(path, chances.randint(1, 2 * times))
        except CannotUndo:
            continue


def says_the_same(
    first: list[ReadFile], later: list[ReadFile], chances: Random, structure: str, times: int
) -> None:
    with stories.new_ledger() as path:
        known_at = max(filter(None, (shelf.record(path, book) for book in first)), default=0)
        shown = report(path, structure)
        asked = ReportRequest(path, Term.parse("1980-1981"), TODAY, structure)
        kept = keep_report(asked, report_term(asked), actor="thử", now=shelf.NOW)

        happen(path, later, chances, times)

        assert report(path, structure, known_at=known_at) == shown
        assert kept_report(path, kept.number).result.report == shown
        assert shelf.broken(path) == []


randoms = st.randoms(use_true_random=False)
structures = st.sampled_from(("then", "now"))


@trials(3, many=10)
@given(stories.histories, stories.histories, randoms, structures)
def test_a_few_changes_later(
    first: list[ReadFile], later: list[ReadFile], chances: Random, structure: str
) -> None:
    says_the_same(first, later, chances, structure, times=5)


@pytest.mark.slow
@settings(deadline=None, max_examples=20)
@given(stories.histories, stories.histories, randoms, structures)
def test_fifty_changes_later(
    first: list[ReadFile], later: list[ReadFile], chances: Random, structure: str
) -> None:
    says_the_same(first, later, chances, structure, times=MANY)
