"""What is otherwise since a list went out, and whose doing it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from partyroll.model import ReviewList
from partyroll.read.facts import ReadFile
from partyroll.rulebook import shipped
from partyroll.tasks.differing import Cause, ListDifference, difference
from partyroll.tasks.freezing import freeze
from partyroll.tasks.refusals import NoSuchList
from partyroll.tasks.reviewing import ReviewRequest, review_lists
from store import papers, shelf

LAST_DAY = date(2024, 12, 31)


def dues(an: str, binh: str = "PPPPPPPPPPPP") -> ReadFile:
    """The dues book of two members."""
    return papers.file(
        papers.dues(papers.letters(an, papers.AN, 2), papers.letters(binh, papers.BINH, 3)),
        name="so.xlsx",
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A cell of two whose list of 2024 went out with An on it: number 1, change 3."""
    path = shelf.empty(tmp_path)
    people = papers.someone(papers.AN, 2), papers.someone(papers.BINH, 3)
    shelf.record(path, papers.file(papers.roster(*people)))
    shelf.record(path, dues("PUUPPPPPPPPU"))
    freeze(path, review_lists(asked(path)), known_at=None, actor="thử", now=shelf.NOW)
    return path


def asked(path: Path, as_of: date = LAST_DAY, **office: Any) -> ReviewRequest:
    """The lists of 2024, as the office reads the rule."""
    return ReviewRequest(path, as_of, replace(shipped(), office=office), as_of=as_of)


def in_short(found: ListDifference) -> list[tuple[Any, ...]]:
    """Who, from which list to which, why, by which changes."""
    return [
        (one.full_name, one.before, one.now, one.causes, [c.number for c in one.changes])
        for one in found.people
    ]


def test_nothing_learned_is_nothing_otherwise(ledger: Path) -> None:
    found = difference(asked(ledger), 1)

    assert (found.people, found.changes, found.settings) == ((), (), ())


def test_a_corrected_book_names_its_change_and_its_month(ledger: Path) -> None:
    shelf.record(ledger, dues("PUPPPPPPPPPU"))
    found = difference(asked(ledger), 1)

    assert in_short(found) == [
        (papers.AN, ReviewList.REVIEW, ReviewList.WATCH, (Cause.LEDGER,), [4])
    ]
    [month] = found.people[0].months
    assert (month.month.vi, month.before and month.before.state, month.now) == (
        "3/2024",
        "UNPAID",
        None,
    )


def test_an_undo_is_a_change_too(ledger: Path) -> None:
    shelf.take_back(ledger, 2)

    assert in_short(difference(asked(ledger), 1)) == [
        (papers.AN, ReviewList.REVIEW, None, (Cause.LEDGER,), [4])
    ]


def test_someone_new_on_a_list(ledger: Path) -> None:
    shelf.record(ledger, dues("PUUPPPPPPPPU", "UUUPPPPPPPPP"))

    assert in_short(difference(asked(ledger), 1)) == [
        (papers.BINH, None, ReviewList.REVIEW, (Cause.LEDGER,), [4])
    ]


def test_another_reading_is_no_change_of_the_ledger(ledger: Path) -> None:
    found = difference(asked(ledger, months=4), 1)

    assert in_short(found) == [
        (papers.AN, ReviewList.REVIEW, ReviewList.WATCH, (Cause.SETTINGS,), [])
    ]
    assert found.settings == (("months", 3, 4),)


def test_a_day_that_moved_on_is_told_apart(tmp_path: Path) -> None:
    path = shelf.empty(tmp_path)
    shelf.record(path, papers.file(papers.roster(papers.someone(papers.AN, 2))))
    shelf.record(path, dues("UUUPPPPPPPPP"))
    february = asked(path, date(2024, 2, 29))
    freeze(path, review_lists(february), known_at=None, actor="thử", now=shelf.NOW)

    found = difference(asked(path), 1)

    assert in_short(found)[0] == (
        papers.AN,
        ReviewList.WATCH,
        ReviewList.REVIEW,
        (Cause.DAY,),
        [],
    )


def test_a_list_kept_meanwhile_is_no_cause(ledger: Path) -> None:
    other = review_lists(asked(ledger, months=4))
    freeze(ledger, other, known_at=None, actor="thử", now=shelf.NOW)

    assert difference(asked(ledger), 1).changes == ()


def test_a_list_that_never_went_out_is_refused(ledger: Path) -> None:
    with pytest.raises(NoSuchList):
        difference(asked(ledger), 2)
