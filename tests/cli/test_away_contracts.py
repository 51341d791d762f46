"""What `away … --json` promises to programs: fields may be added, nothing else."""

import pytest

from cli.test_contracts import (
    ENVELOPE,
    MAYBE_TEXT,
    MAYBE_WHOLE,
    NOTHING,
    TEXT,
    TEXTS,
    WHOLE,
    YES_NO,
    departures,
)
from e2e.books import AN, roster
from e2e.desk import Desk

STAY = {
    "place": MAYBE_TEXT,
    "from": MAYBE_TEXT,
    "until": MAYBE_TEXT,
    "transferred": {YES_NO, NOTHING},
    "destination_confirmed": MAYBE_TEXT,
    "returned_on": MAYBE_TEXT,
    "contact": MAYBE_TEXT,
    "contacted_on": MAYBE_TEXT,
    "paper": MAYBE_TEXT,
    "note": MAYBE_TEXT,
}
WRITTEN = ENVELOPE | {
    "person_id": TEXT,
    "full_name": TEXT,
    "unit": MAYBE_TEXT,
    "unit_path": TEXTS,
    "away": [STAY],
    "dry_run": YES_NO,
    "change": MAYBE_WHOLE,
    "new": YES_NO,
    "cautions": TEXTS,
}
MATTER = {
    "kind": TEXT,
    "about": MAYBE_TEXT,
    "text": TEXT,
    "until": MAYBE_TEXT,
    "remarks": TEXTS,
    "next_step": TEXT,
    "settled": YES_NO,
}
VALUES = {
    "place": MAYBE_TEXT,
    "since": MAYBE_TEXT,
    "until": MAYBE_TEXT,
    "state": TEXT,
    "paper": MAYBE_TEXT,
    "contact": MAYBE_TEXT,
    "contacted_on": MAYBE_TEXT,
    "returned_on": MAYBE_TEXT,
}
LISTED = ENVELOPE | {
    "register": TEXT,
    "entries": [
        {
            "subject_id": TEXT,
            "name": TEXT,
            "unit": MAYBE_TEXT,
            "unit_path": TEXTS,
            "values": VALUES,
            "matters": [MATTER],
        }
    ],
    "settled": WHOLE,
}


@pytest.fixture
def started(desk: Desk) -> Desk:
    assert desk("import", roster(desk.folder)).code == 0
    return desk


LEFT = ("add", AN[0], "--place", "Huế", "--from", "3/2025", "--to", "3/2027")


@pytest.mark.parametrize(
    "verb",
    [
        (*LEFT, "--contact", "0990 000 001", "--paper", "đơn"),
        ("contact", AN[0], "--on", "10/1/2026"),
        ("end", AN[0], "--on", "10/1/2026"),
    ],
    ids=["add", "contact", "end"],
)
def test_every_verb_that_writes_keeps_its_contract(
    verb: tuple[str, ...], started: Desk
) -> None:
    started("away", *LEFT)

    ran = started("away", *verb, "--json")

    assert departures(ran.json, WRITTEN) == []
    assert ran.json["command"] == f"away {verb[0]}"


def test_the_list_keeps_its_contract(started: Desk) -> None:
    started("away", *LEFT)

    ran = started("away", "list", "--json")

    assert departures(ran.json, LISTED) == []
    assert (ran.json["command"], len(ran.json["entries"])) == ("away list", 1)
