"""The JSON contracts of schema 1: fields may be added, never renamed, retyped or removed."""

from typing import Any

import pytest

from e2e.desk import SAMPLE, Desk

TEXT, NUMBER, WHOLE, YES_NO, NOTHING = "text", "number", "whole", "yes/no", "null"
MAYBE_TEXT = {TEXT, NOTHING}
MAYBE_WHOLE = {WHOLE, NOTHING}
TEXTS = [TEXT]
SOURCE = {"file": TEXT, "sheet": TEXT, "row": MAYBE_WHOLE}
CELL = {"file": TEXT, "sheet": TEXT, "cell": TEXT}
ENVELOPE = {"schema": WHOLE, "command": TEXT, "ledger": TEXT, "as_of": TEXT}
TABLE = {
    "sheet": TEXT,
    "range": TEXT,
    "kind": TEXT,
    "heading_rows": [WHOLE],
    "columns": {...: TEXTS},
    "encoding": TEXT,
    "rows": WHOLE,
    "unknown_columns": {...: TEXT},
    "headings": {...: TEXT},
    "samples": {...: TEXTS},
    "signature": TEXT,
    "taught": {...: TEXT},
    "recalled": MAYBE_WHOLE,
}
DIFFERENCE = {
    "full_name": TEXT,
    "what": TEXT,
    "before": TEXT,
    "after": TEXT,
    "sheet": TEXT,
    "row": MAYBE_WHOLE,
}
PROBLEM = {
    "sheet": TEXT,
    "cell": TEXT,
    "row": MAYBE_WHOLE,
    "code": TEXT,
    "severity": TEXT,
    "found": TEXT,
    "message": TEXT,
    "answers": TEXTS,
}
IMPORT = ENVELOPE | {
    "change": MAYBE_WHOLE,
    "created": YES_NO,
    "dry_run": YES_NO,
    "gate": {
        "stopped": YES_NO,
        "accepted": YES_NO,
        "limits": {...: TEXT},
        "signs": [{"code": TEXT, "message": TEXT, "count": WHOLE}],
    },
    "files": [
        {
            "file": TEXT,
            "repeated": MAYBE_WHOLE,
            "refusal": MAYBE_TEXT,
            "tables": [TABLE],
            "added": WHOLE,
            "changed": WHOLE,
            "unchanged": WHOLE,
            "set_aside": WHOLE,
            "missing": WHOLE,
            "people": {"missing": TEXTS, "set_aside": TEXTS},
            "differences": [DIFFERENCE],
            "consequences": [
                {
                    "person_id": TEXT,
                    "full_name": TEXT,
                    "conclusion": TEXT,
                    "lifted": TEXTS,
                    "kept": TEXTS,
                    "plain": TEXTS,
                    "to_review": YES_NO,
                }
            ],
            "problems": [PROBLEM],
        }
    ],
}
EXIT = {
    "kind": MAYBE_TEXT,
    "date": MAYBE_TEXT,
    "reasons": TEXTS,
    "decision_no": MAYBE_TEXT,
    "decision_date": MAYBE_TEXT,
}
MEMBER = {
    "person_id": TEXT,
    "full_name": TEXT,
    "gender": MAYBE_TEXT,
    "birth_date": MAYBE_TEXT,
    "card_no": MAYBE_TEXT,
    "card_no_old": MAYBE_TEXT,
    "national_id": MAYBE_TEXT,
    "unit": MAYBE_TEXT,
    "unit_path": TEXTS,
    "hometown": MAYBE_TEXT,
    "admission_date": MAYBE_TEXT,
    "official_date": MAYBE_TEXT,
    "status": MAYBE_TEXT,
    "exempt_activity": YES_NO,
    "exit": (EXIT, NOTHING),
    "source": SOURCE,
}
LIST = ENVELOPE | {"members": [MEMBER]}
GROUND = {
    "ground": TEXT,
    "plain": WHOLE,
    "noted": WHOLE,
    "all": WHOLE,
    "longest_run": WHOLE,
    "cross_run": WHOLE,
    "confirmed": WHOLE,
    "inferred": WHOLE,
}
MONTH = {
    "month": TEXT,
    "ground": TEXT,
    "state": TEXT,
    "note": MAYBE_TEXT,
    "source": (CELL, NOTHING),
}
ITEM = {
    "person_id": TEXT,
    "full_name": TEXT,
    "card_no": MAYBE_TEXT,
    "unit": TEXT,
    "ground": TEXT,
    "count": WHOLE,
    "grounds": [GROUND],
    "months": [MONTH],
    "only_inferred": YES_NO,
    "silenced": YES_NO,
    "why": TEXT,
}
GAP = {"unit": TEXT, "ground": TEXT, "months": TEXTS, "kind": TEXT}
FLAG = ENVELOPE | {
    "year": WHOLE,
    "rule": {
        "id": TEXT,
        "version": TEXT,
        "text": TEXT,
        "settings": {"months": WHOLE, "year_basis": TEXT, "run": TEXT, "infer_blank": YES_NO},
    },
    "lists": {"review": [ITEM], "check_reason": [ITEM], "watch": [ITEM], "data_gap": [GAP]},
}
REPORT = ENVELOPE | {
    "term": {
        "from": TEXT,
        "to": TEXT,
        "name": TEXT,
        "planned_to": MAYBE_TEXT,
        "congress": YES_NO,
        "counted_by": TEXT,
    },
    "structure": TEXT,
    "totals": {
        "REMOVED": WHOLE,
        "WITHDREW": WHOLE,
        "EXPELLED": WHOLE,
        "DIED": WHOLE,
        "OUT": WHOLE,
    },
    "tables": [
        {
            "id": TEXT,
            "title": TEXT,
            "denominator": TEXT,
            "columns": TEXTS,
            "rows": [[{TEXT, NUMBER, WHOLE, NOTHING}]],
        }
    ],
    "checks": TEXTS,
    "problems": TEXTS,
    "cautions": [{"code": TEXT, "text": TEXT, "count": WHOLE, "open": TEXT}],
}
SHOW = ENVELOPE | {
    "member": MEMBER,
    "is_member": YES_NO,
    "attributes": [{"name": TEXT, "value": TEXT}],
    "stays": [
        {"unit": TEXT, "from": MAYBE_TEXT, "until": MAYBE_TEXT, "temporary": YES_NO},
    ],
    "years": [{"year": WHOLE, "months": [{"month": TEXT, "state": TEXT, "ground": TEXT}]}],
}
CHECK = ENVELOPE | {
    "head": TEXT,
    "errors": WHOLE,
    "warnings": WHOLE,
    "contradictions": [{"code": TEXT, "severity": TEXT, "subject": TEXT, "message": TEXT}],
}
HISTORY = ENVELOPE | {
    "ledger_id": TEXT,
    "head": TEXT,
    "changes": [{"number": WHOLE, "kind": TEXT, "at": TEXT, "note": TEXT, "hash": TEXT}],
}


def word_for(value: object) -> str:
    """Return what a value of JSON is called here."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return YES_NO
    return {str: TEXT, int: WHOLE, float: NUMBER}.get(type(value), type(value).__name__)


def departures(found: Any, contract: Any, path: str = "") -> list[str]:
    """Return every place where `found` is not what the contract says."""
    if isinstance(contract, tuple):
        either = [departures(found, one, path) for one in contract]
        return [] if [] in either else either[0]
    if isinstance(contract, dict):
        return departures_of_object(found, contract, path)
    if isinstance(contract, list):
        if not isinstance(found, list):
            return [f"{path}: {word_for(found)}"]
        return [place for part in found for place in departures(part, contract[0], f"{path}[]")]
    words = contract if isinstance(contract, set) else {contract}
    return [] if word_for(found) in words else [f"{path}: {word_for(found)}"]


def departures_of_object(found: Any, contract: dict[Any, Any], path: str) -> list[str]:
    if not isinstance(found, dict):
        return [f"{path}: {word_for(found)}"]
    if ... in contract:
        values = found.values()
        return [place for v in values for place in departures(v, contract[...], f"{path}.*")]
    lost = [f"{path}.{key}: missing" for key in contract if key not in found]
    kept = [(key, part) for key, part in contract.items() if key in found]
    return lost + [
        place for key, part in kept for place in departures(found[key], part, f"{path}.{key}")
    ]


@pytest.mark.parametrize(
    ("command", "contract"),
    [
        (("list", "--all"), LIST),
        (("flag", "--as-of", "2025-12-31"), FLAG),
        (("report", "2020-2025"), REPORT),
        (("show", "Võ Thế Tiến"), SHOW),
        (("check",), CHECK),
        (("history",), HISTORY),
    ],
    ids=lambda part: part[0] if isinstance(part, tuple) else "",
)
def test_every_field_of_the_contract_is_there_with_its_type(
    command: tuple[str, ...], contract: Any, sample_desk: Desk
) -> None:
    ran = sample_desk(*command, "--json")

    assert departures(ran.json, contract) == []
    assert (ran.json["schema"], ran.json["command"]) == (1, command[0])
    assert (ran.code, ran.err) == (0, "")


def test_an_import_answers_by_its_contract(desk: Desk) -> None:
    ran = desk("import", SAMPLE / "roster.xlsx", "--json")

    assert departures(ran.json, IMPORT) == []
    assert (ran.code, ran.err, ran.json["change"]) == (3, "", 1)


@pytest.mark.parametrize(
    ("found", "place"),
    [
        ({"as_of": "2025", "members": [{"full_name": None}]}, ".members[].full_name: null"),
        ({"as_of": 2025, "members": []}, ".as_of: whole"),
        ({"members": []}, ".as_of: missing"),
        ({"as_of": "2025", "members": {}}, ".members: dict"),
    ],
)
def test_a_contract_notices_what_was_retyped_or_removed(
    found: dict[str, Any], place: str
) -> None:
    contract = {"as_of": TEXT, "members": [{"full_name": TEXT}]}

    assert departures(found, contract) == [place]


def test_dates_keep_their_precision(sample_desk: Desk) -> None:
    members = sample_desk("list", "--json").json["members"]

    assert {len(member["birth_date"]) for member in members} == {4, 7, 10}


def test_names_are_composed_letters(sample_desk: Desk) -> None:
    import unicodedata

    names = [m["full_name"] for m in sample_desk("list", "--json").json["members"]]

    assert all(unicodedata.is_normalized("NFC", name) for name in names)


def test_table_kinds_and_columns_are_those_of_the_contract(desk: Desk) -> None:
    (file,) = desk("import", SAMPLE / "roster.xlsx", "--json").json["files"]

    assert [table["kind"] for table in file["tables"]] == ["roster", "dues", "dues", "meetings"]
    fields = {
        name
        for table in file["tables"]
        for names in table["columns"].values()
        for name in names
    }
    assert {"full_name", "card_no", "dues:2024-01", "meetings:2025-12"} <= fields
