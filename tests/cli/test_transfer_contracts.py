"""What `transfer … --json` promises to programs: fields may be added, nothing else."""

from cli.test_contracts import (
    ENVELOPE,
    MAYBE_TEXT,
    MAYBE_WHOLE,
    TEXT,
    TEXTS,
    WHOLE,
    YES_NO,
    departures,
)
from e2e.desk import Desk
from e2e.two_offices import AN, AWAY, LEFT, TO, offices

TRANSFER = {
    "number": WHOLE,
    "transfer_id": TEXT,
    "person_id": TEXT,
    "full_name": TEXT,
    "card_no": MAYBE_TEXT,
    "unit": MAYBE_TEXT,
    "direction": TEXT,
    "kind": TEXT,
    "state": TEXT,
    "place": MAYBE_TEXT,
    "letter_no": MAYBE_TEXT,
    "issued_on": MAYBE_TEXT,
    "valid_to": MAYBE_TEXT,
    "caused_on": MAYBE_TEXT,
    "reason": MAYBE_TEXT,
    "presented_on": MAYBE_TEXT,
    "returned_on": MAYBE_TEXT,
    "answer": MAYBE_TEXT,
    "answered_on": MAYBE_TEXT,
    "answered_by": MAYBE_TEXT,
    "answer_text": MAYBE_TEXT,
}
WRITTEN = ENVELOPE | {
    "transfers": [TRANSFER],
    "files": TEXTS,
    "dry_run": YES_NO,
    "change": MAYBE_WHOLE,
    "new": YES_NO,
    "cautions": TEXTS,
}


def test_every_verb_says_what_it_promises(desk: Desk) -> None:
    home, away = offices(desk)
    due = home.json("transfer", "add", AN[0], "--caused-on", "1/9/2025")
    sent = home.json("transfer", "issue", AN[0], "--to", TO, *LEFT)
    again = home.json("transfer", "issue", "--again", "1")
    away("import", desk.folder / sent["files"][0])
    received = away.json("transfer", "confirm", "1", "--unit", AWAY)

    assert [[*departures(one, WRITTEN)] for one in (due, sent, again, received)] == [[]] * 4
    assert [one["command"] for one in (due, sent, received)] == [
        "transfer add",
        "transfer issue",
        "transfer confirm",
    ]
    assert due["transfers"][0]["transfer_id"] == sent["transfers"][0]["transfer_id"]
    assert (again["new"], again["change"]) == (False, None)


def test_a_trial_writes_neither_the_ledger_nor_a_file(desk: Desk) -> None:
    home, _ = offices(desk)
    tried = home.json("transfer", "issue", AN[0], "--to", TO, *LEFT, "--dry-run")

    assert (tried["files"], tried["change"], tried["dry_run"]) == ([], None, True)
    assert list(desk.folder.glob("phieu-*")) == []
    assert home.json("transfer", "list")["entries"] == []
