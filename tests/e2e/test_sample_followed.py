"""The sample's other lists: the working page tells of exactly those whom its truth names."""

import json
import shutil
from typing import Any

import pytest

from e2e.desk import SAMPLE, Desk


@pytest.fixture(scope="session")
def truth() -> dict[str, Any]:
    return dict(json.loads((SAMPLE / "truth.json").read_text("utf-8")))


@pytest.fixture
def office(desk: Desk) -> Desk:
    """A desk on which the commune's three workbooks went in."""
    shutil.copy(SAMPLE / "following.xlsx", desk.folder)
    desk("import", SAMPLE / "roster.xlsx", "--quiet")
    assert desk("import", "following.xlsx").code == 0
    return desk


def told(desk: Desk, day: str) -> dict[str, set[str]]:
    """Return who needs what, by the names of those concerned."""
    found: dict[str, set[str]] = {}
    for entry in desk("today", "--as-of", day, "--json").json["entries"]:
        for matter in entry["matters"]:
            found.setdefault(matter["kind"], set()).add(entry["name"])
    return found


def test_the_working_page_names_exactly_whom_the_sample_means(
    office: Desk, truth: dict[str, Any]
) -> None:
    names = {one["card_no"]: one["full_name"] for one in truth["roster.xlsx"]["members"]}
    expected = truth["following.xlsx"]["shows"]

    found = told(office, truth["following.xlsx"]["as_of"])

    assert {kind: found.get(kind, set()) for kind in expected} == {
        kind: {names.get(one, one) for one in people} for kind, people in expected.items()
    }


def test_every_workbook_of_the_sample_is_in_the_ledger_twice_only_once(office: Desk) -> None:
    again = office("import", "following.xlsx", "--json").json

    assert again["change"] is None
