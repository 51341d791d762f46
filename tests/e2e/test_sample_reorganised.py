"""The province before and after its reorganisation of 1/7/2025, in both structures."""

import json
import shutil
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from e2e.desk import NOW, SAMPLE, Desk, desk, sample_ledger, told
from partyroll.cli.run import main

__all__ = ["desk", "sample_ledger"]
PLAN = SAMPLE / "reorganisation-2025.xlsx"
BEFORE = 2  # the change after which the plan was carried out
STRUCTURES = ("then", "now")
KINDS = ("REMOVED", "WITHDREW", "EXPELLED", "DIED")


@pytest.fixture(scope="session")
def province() -> dict[str, Any]:
    truth = json.loads((SAMPLE / "truth.json").read_text("utf-8"))
    return dict(truth["exits-2020-2025.xlsx"])


@pytest.fixture(scope="session")
def later_ledger(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the sample after its reorganisation."""
    path = tmp_path_factory.mktemp("later") / "partyroll.db"
    shutil.copy(sample_ledger, path)
    with chdir(path.parent):
        assert main(["units", "reorganise", str(PLAN), "--quiet"], now=NOW) == 0
    return path


@pytest.fixture
def after(desk: Desk, later_ledger: Path) -> Desk:
    shutil.copy(later_ledger, desk.ledger)
    return desk


def report(ledger: Path, structure: str, *options: str) -> dict[str, Any]:
    return dict(told(ledger, "report", "2020-2025", "--structure", structure, *options))


def rows(found: dict[str, Any], name: str) -> list[dict[str, Any]]:
    (table,) = (one for one in found["tables"] if one["id"] == name)
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]


def counted_apart_from_units(found: dict[str, Any]) -> dict[str, Any]:
    """Return all tables that do not go by units, and the totals."""
    tables = {one["id"]: one["rows"] for one in found["tables"]}
    names = ("by_kind", "by_kind_year", "reasons_removed", "reasons_withdrew", "by_age")
    return {"totals": found["totals"], **{name: tables[name] for name in names}}


@pytest.mark.parametrize("structure", STRUCTURES)
def test_after_it_every_committee_has_the_exits_that_were_meant(
    later_ledger: Path, province: dict[str, Any], structure: str
) -> None:
    found = {row["unit_path"]: row for row in rows(report(later_ledger, structure), "by_unit")}
    meant = province[f"by_unit_{structure}"]

    assert meant == {
        path: {kind: found[path][kind] for kind in KINDS if found[path][kind]} for path in meant
    }


def test_kinds_years_and_reasons_are_the_same_before_and_after_in_both_structures(
    sample_ledger: Path, later_ledger: Path, province: dict[str, Any]
) -> None:
    seen = [
        counted_apart_from_units(report(ledger, structure))
        for ledger in (sample_ledger, later_ledger)
        for structure in STRUCTURES
    ]

    assert all(one == seen[0] for one in seen)
    assert {kind: seen[0]["totals"][kind] for kind in KINDS} == province["by_kind"]


def test_rates_of_the_province_are_the_same_in_both_structures(later_ledger: Path) -> None:
    totals = [rows(report(later_ledger, structure), "by_unit")[-1] for structure in STRUCTURES]

    assert totals[0] == totals[1]
    assert totals[0]["left_rate"] == 5.1


def test_a_merged_commune_is_found_by_its_old_name(later_ledger: Path) -> None:
    old, new = "Đảng bộ phường Ví Đông", "Đảng bộ phường Ví Dụ 1"

    found = rows(report(later_ledger, "now", "--unit", old), "by_unit")

    assert found[1:] == rows(report(later_ledger, "now", "--unit", new), "by_unit")[1:]
    assert found[1]["unit"] == new


def test_what_was_known_before_it_is_the_old_tree(after: Desk, sample_ledger: Path) -> None:
    known = after("units", "--as-of", "2025-12-31", "--known-at", str(BEFORE), "--json").json
    shutil.copy(sample_ledger, after.ledger)
    old = after("units", "--as-of", "2025-12-31", "--json").json

    assert known["units"] == old["units"]


def test_the_tree_after_it_has_no_districts(after: Desk) -> None:
    def districts(day: str) -> int:
        units = after("units", "--as-of", day, "--json").json["units"]
        return sum(unit["kind"] == "DISTRICT" for unit in units)

    assert (districts("2025-06-30"), districts("2025-07-01")) == (7, 0)


def test_undoing_it_restores_report_and_tree(after: Desk, sample_ledger: Path) -> None:
    after("undo", "--yes")

    assert [tree(after.ledger), report(after.ledger, "now")["tables"]] == [
        tree(sample_ledger),
        report(sample_ledger, "now")["tables"],
    ]


def tree(ledger: Path) -> list[dict[str, Any]]:
    return list(told(ledger, "units", "--all")["units"])
