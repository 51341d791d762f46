"""The sample's other lists: the working page tells of exactly those whom its truth names."""

import json
import shutil
from typing import Any

import pytest

from cli.sessions import session
from e2e.desk import SAMPLE, Desk, laid


@pytest.fixture(scope="session")
def truth() -> dict[str, Any]:
    return dict(json.loads((SAMPLE / "truth.json").read_text("utf-8")))


@pytest.fixture
@laid
def office(desk: Desk) -> Desk:
    """A desk on which the commune's three workbooks went in."""
    shutil.copy(SAMPLE / "following.xlsx", desk.folder)
    desk("import", SAMPLE / "roster.xlsx", "--quiet")
    assert desk("import", "following.xlsx").code == 0
    return desk


@pytest.fixture
@laid
def neighboured(office: Desk) -> Desk:
    """The same desk, with the slips that the neighbouring office sent."""
    assert office("import", *sorted(SAMPLE.glob("transfer-slip-*.xlsx"))).code == 0
    return office


def told(desk: Desk, day: str, *command: str) -> dict[str, set[str]]:
    """Return who needs what, by the names of those concerned."""
    found: dict[str, set[str]] = {}
    for entry in desk(*command or ("today",), "--as-of", day, "--json").json["entries"]:
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


def test_the_list_of_transfers_names_everybody_whom_the_neighbour_sent(
    neighboured: Desk, truth: dict[str, Any]
) -> None:
    entries = neighboured("transfer", "list", "--as-of", "2026-01-15", "--json").json["entries"]

    assert {one["name"] for one in entries} == set(truth["transfer-slip"]["listed"])
    assert len(entries) >= 3


def test_the_limbo_names_whom_no_side_counts_and_whom_both_count(
    neighboured: Desk, truth: dict[str, Any]
) -> None:
    found = told(neighboured, "2026-01-15", "transfer", "limbo")

    expected = truth["transfer-slip"]["limbo"]
    assert found == {kind: set(names) for kind, names in expected.items()}


def test_the_working_page_tells_of_the_slips_and_says_whose_time_is_over(
    neighboured: Desk, truth: dict[str, Any]
) -> None:
    found = told(neighboured, "2026-01-15")

    expected = truth["transfer-slip"]["shows"]
    assert {kind: found[kind] for kind in expected} == {
        kind: set(names) for kind, names in expected.items()
    }
    shown = neighboured("transfer", "list", "--as-of", "2026-01-15").out
    assert "hạn nộp giấy 12/08/2025 đã qua" in shown


def test_where_most_need_nothing_the_list_stands_before_what_is_to_be_done(
    office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = 'partyroll rating list --unit "Chi bộ Trạm Y tế" --as-of 2026-01-15'

    seen = session([typed], monkeypatch, now=office.now, columns=80)

    people, matters = seen.split("Việc cần làm")
    assert "\nHoàng Đình Vinh " in people
    assert people.count("\nChi bộ Trạm Y tế  ") == matters.count("\nChi bộ Trạm Y tế  ") == 1
    assert "Võ Ngọc Ánh" not in matters
