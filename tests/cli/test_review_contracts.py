"""What `review … --json` promises to programs: fields may be added, nothing else."""

import pytest

from cli.test_contracts import (
    ENVELOPE,
    MAYBE_TEXT,
    MAYBE_WHOLE,
    NOTHING,
    SOURCE,
    TEXT,
    TEXTS,
    WHOLE,
    YES_NO,
    departures,
)
from e2e.cases import NAME, ON_2024, office, removed, step
from e2e.desk import Desk

CLOCK = {"clock": TEXT, "what": TEXT, "from": TEXT, "last_day": TEXT, "remarks": TEXTS}
JUDGED = {"ground": TEXT, "month": TEXT, "state": TEXT, "note": TEXT}
STEP = {
    "step_id": TEXT,
    "year": WHOLE,
    "kind": TEXT,
    "outcome": MAYBE_TEXT,
    "on": MAYBE_TEXT,
    "by": MAYBE_TEXT,
    "paper": MAYBE_TEXT,
    "paper_date": MAYBE_TEXT,
    "note": MAYBE_TEXT,
    "judged": [JUDGED],
    "exit": YES_NO,
    "change": WHOLE,
    "source": SOURCE,
}
CASE = {
    "person_id": TEXT,
    "full_name": TEXT,
    "card_no": MAYBE_TEXT,
    "unit": MAYBE_TEXT,
    "unit_path": TEXTS,
    "status": MAYBE_TEXT,
    "is_member": YES_NO,
    "year": WHOLE,
    "list": MAYBE_TEXT,
    "last_step": (STEP, NOTHING),
    "usual_next": TEXT,
    "missing_papers": TEXTS,
    "deadlines": [CLOCK],
}
LIST = ENVELOPE | {"cases": [CASE]}
SHOW = ENVELOPE | {
    "person_id": TEXT,
    "full_name": TEXT,
    "cases": [
        CASE
        | {
            "lists": [{"number": WHOLE, "list": TEXT, "as_of": TEXT}],
            "steps": [STEP],
        }
    ],
}
TAKEN = ENVELOPE | {
    "dry_run": YES_NO,
    "change": MAYBE_WHOLE,
    "known": YES_NO,
    "person_id": TEXT,
    "full_name": TEXT,
    "unit": MAYBE_TEXT,
    "list": MAYBE_WHOLE,
    "step": STEP,
    "exit": {
        "kind": TEXT,
        "reasons": TEXTS,
        "decision_no": TEXT,
        "decision_date": TEXT,
        "readmission": TEXT,
    },
    "remarks": TEXTS,
    "missing_papers": TEXTS,
    "deadlines": [CLOCK],
}


@pytest.fixture
def decided(desk: Desk) -> Desk:
    """A case from a list that went out to a decision that was handed over."""
    cell = office(desk)
    cell("flag", *ON_2024, "--save")
    step(cell, "--kind", "meeting", "--on", "1/3/2025", "--outcome", "propose_removal")
    assert removed(cell, "--reason", "unpaid_dues", "--on", "12/5/2025").code == 0
    return cell


def test_a_list_of_cases_keeps_its_contract(decided: Desk) -> None:
    ran = decided("review", "list", "--json")

    assert departures(ran.json, LIST) == []
    assert (ran.json["schema"], ran.json["command"], ran.err) == (1, "review list", "")


def test_a_case_keeps_its_contract(decided: Desk) -> None:
    ran = decided("review", "show", NAME, "--json")

    assert departures(ran.json, SHOW) == []
    assert (ran.json["schema"], ran.json["command"], ran.err) == (1, "review show", "")


def test_a_step_keeps_its_contract(decided: Desk) -> None:
    ran = removed(decided, "--reason", "unpaid_dues", "--on", "13/5/2025", "--json")

    assert departures(ran.json, TAKEN) == []
    assert (ran.json["schema"], ran.json["command"], ran.err) == (1, "review step", "")
