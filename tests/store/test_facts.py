"""Facts of one form hold their values alone, and say the same as facts said by name."""

from pathlib import Path

import pytest

from partyroll.read.rosters import ATTRIBUTES, SENSITIVE
from partyroll.store.changes import begin_change
from partyroll.store.digests import live_digest
from partyroll.store.draft import Draft, Outcome
from partyroll.store.facts import Filled, Form, Stated, Values, form_of, values_in
from partyroll.store.ledger import create_ledger, open_ledger
from partyroll.store.schema import PARTICULARS
from store import shelf

FORM = Form("holiday", ("day", "name", "sheet"))
SHORTER = Form("holiday", ("day", "name"))
TET = ("2024-02-10", "Tết", "Sheet1")


def stated(path: Path, *, filled: bool) -> str:
    """State a holiday in a new ledger, by a form or by name; return the digest."""
    create_ledger(path, at=shelf.NOW)
    with open_ledger(path, write=True) as ledger:
        draft = Draft(ledger)
        if filled:
            draft.fill(FORM, TET)
        else:
            draft.put("holiday", dict(zip(FORM.columns, TET, strict=True)))
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        draft.write(change)
        change.finish()
        return live_digest(ledger)


def test_a_filled_form_reads_like_a_fact_said_by_name() -> None:
    fact = Filled(FORM, TET)

    assert dict(fact) == {"day": "2024-02-10", "name": "Tết", "sheet": "Sheet1"}


def test_columns_outside_a_form_are_blank() -> None:
    assert Filled(SHORTER, TET[:2])["sheet"] is None


def test_no_column_that_the_table_does_not_have_is_read() -> None:
    with pytest.raises(KeyError):
        Filled(FORM, TET)["shoe_size"]


def test_the_ledger_holds_the_same_however_a_fact_was_said(tmp_path: Path) -> None:
    by_form = stated(tmp_path / "form.db", filled=True)

    assert by_form == stated(tmp_path / "name.db", filled=False)


def test_what_a_form_says_again_by_name_is_unchanged(ledger_path: Path) -> None:
    with open_ledger(ledger_path) as ledger:
        draft = Draft(ledger)
        draft.fill(FORM, TET)

        outcome = draft.put("holiday", dict(zip(FORM.columns, TET, strict=True)))

    assert outcome is Outcome.UNCHANGED


def test_what_a_form_says_otherwise_is_a_change(ledger_path: Path) -> None:
    with open_ledger(ledger_path) as ledger:
        draft = Draft(ledger)
        draft.fill(FORM, TET)

        outcome = draft.fill(FORM, ("2024-02-10", "Tết Nguyên đán", "Sheet1"))

    assert outcome is Outcome.CHANGED


def test_rows_of_two_forms_have_no_form_in_common() -> None:
    assert form_of([Filled(FORM, TET), Filled(SHORTER, TET[:2])]) is None


def test_rows_of_one_form_share_it() -> None:
    assert form_of([Filled(FORM, TET), Filled(FORM, TET)]) is FORM


def test_all_that_a_roster_says_besides_has_a_column() -> None:
    assert {*ATTRIBUTES, *SENSITIVE} == set(PARTICULARS)


@pytest.mark.parametrize(
    "rows",
    [
        [Filled(FORM, TET), Filled(FORM, TET)],
        [Filled(FORM, TET), Filled(SHORTER, TET[:2])],
        [Filled(SHORTER, TET[:2])],
        [Filled(FORM, TET), Stated({"day": "2024-02-10", "name": "Tết"}, FORM.blank)],
        [],
    ],
)
def test_values_of_some_columns_are_those_that_each_row_says_by_name(
    rows: list[Values],
) -> None:
    by_name = [(row["sheet"], row["day"]) for row in rows]

    assert [*values_in(rows, ("sheet", "day"))] == by_name
