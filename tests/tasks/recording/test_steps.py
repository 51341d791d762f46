"""Steps of a case and judged reasons stand in the ledger as they were told."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from partyroll.model import (
    Excuse,
    ExcuseKind,
    Ground,
    Judged,
    Outcome,
    ReviewStep,
    State,
    StepKind,
)
from partyroll.period import Month
from partyroll.store.changes import begin_change
from partyroll.store.draft import Draft
from partyroll.store.ledger import open_ledger
from partyroll.tasks.recording.steps import put_excuse, put_step
from store import papers, shelf


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A cell of one member."""
    path = shelf.empty(tmp_path)
    shelf.record(path, papers.file(papers.roster(papers.someone(papers.AN, 2))))
    return path


def write(path: Path, step: ReviewStep, excuse: Excuse) -> int | None:
    """Write a step and a judged reason in one change; None where nothing is new."""
    with open_ledger(path, write=True) as opened:
        draft = Draft(opened)
        draft.load("review_step", person_id=[step.person_id])
        draft.load("excuse", person_id=[step.person_id])
        put_step(draft, step)
        put_excuse(draft, step.person_id, excuse)
        change = begin_change(opened, "step", actor="thử", at=shelf.NOW)
        draft.write(change)
        return None if change.empty else change.finish().number


def person(path: Path) -> str:
    """The one member."""
    return str(shelf.ask(path, "SELECT person_id FROM person")[0][0])


MARCH = Judged(Ground.UNPAID_DUES, Month(2024, 3), State.UNPAID, "nghỉ ốm")
STEP = ReviewStep(
    "s1", "", 2024, StepKind.MEETING, Outcome.NO_ACTION, said_by="Chi bộ", judged=(MARCH,)
)
EXCUSE = Excuse(
    Ground.UNPAID_DUES,
    date(2024, 3, 1),
    date(2024, 3, 31),
    accepted=True,
    kind=ExcuseKind.SICKNESS,
    accepted_by="Chi bộ",
    excuse_id="e1",
)


def test_a_step_keeps_the_months_it_judged_with_their_notes(ledger: Path) -> None:
    write(ledger, replace(STEP, person_id=person(ledger)), EXCUSE)
    kind, outcome, evidence = shelf.ask(
        ledger, "SELECT kind, outcome, evidence FROM review_step"
    )[0]

    assert (kind, outcome) == ("MEETING", "NO_ACTION")
    assert json.loads(evidence) == [
        {"ground": "UNPAID_DUES", "month": "2024-03", "note": "nghỉ ốm", "state": "UNPAID"}
    ]


def test_the_same_step_and_reason_told_again_change_nothing(ledger: Path) -> None:
    step = replace(STEP, person_id=person(ledger))
    write(ledger, step, EXCUSE)

    assert write(ledger, step, EXCUSE) is None


def test_a_step_and_a_reason_are_taken_back_exactly(ledger: Path) -> None:
    before = shelf.digest(ledger)
    number = write(ledger, replace(STEP, person_id=person(ledger)), EXCUSE)
    assert number is not None
    shelf.take_back(ledger, number)

    assert shelf.digest(ledger) == before
