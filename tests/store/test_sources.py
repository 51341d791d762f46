"""Which files the ledger has read, by their bytes and by their cells."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from partyroll.store.ledger import open_ledger
from partyroll.store.sources import (
    imported_before,
    same_content_before,
    sources,
    versions_of,
)
from store import papers, shelf

BYTES = b"PK workbook"


@pytest.fixture
def workbook(ledger_path: Path) -> Path:
    """A file that change 1 imported."""
    path = ledger_path.with_name("danh sach.xlsx")
    path.write_bytes(BYTES)
    stated = papers.file(papers.headcounts(3), name=path.name)
    stated = replace(stated, sha256=hashlib.sha256(BYTES).hexdigest(), content_sha256="cells")
    shelf.record(ledger_path, stated)
    return path


def test_the_same_bytes_are_known(ledger_path: Path, workbook: Path) -> None:
    assert imported_before(ledger_path, workbook) == 1


def test_the_same_bytes_under_another_name_are_known(ledger_path: Path, workbook: Path) -> None:
    assert imported_before(ledger_path, workbook.rename(workbook.with_name("x.xlsx"))) == 1


def test_other_bytes_are_new(ledger_path: Path, workbook: Path) -> None:
    workbook.write_bytes(BYTES + b".")

    assert imported_before(ledger_path, workbook) is None


def test_a_file_that_is_not_there_is_not_known(ledger_path: Path) -> None:
    assert imported_before(ledger_path, ledger_path.with_name("khong co.xlsx")) is None


def test_after_an_undo_the_file_is_new_again(ledger_path: Path, workbook: Path) -> None:
    shelf.take_back(ledger_path, 1)

    assert imported_before(ledger_path, workbook) is None


def test_the_same_cells_in_other_bytes_are_known(ledger_path: Path, workbook: Path) -> None:
    assert same_content_before(ledger_path, "cells") == 1
    assert same_content_before(ledger_path, "other cells") is None


def test_versions_of_a_file_share_its_name(cell: Path) -> None:
    newer = papers.file(papers.roster(papers.someone(note="mới")), name="danh sach.xlsx")
    shelf.record(cell, newer)
    with open_ledger(cell) as ledger:
        assert len(versions_of(ledger, "danh sach.xlsx")) == 2
        assert versions_of(ledger, "khac.xlsx") == []


def test_files_are_listed_with_the_change_that_brought_them(cell: Path) -> None:
    with open_ledger(cell) as ledger:
        listed = [(one.file_name, one.change, one.at) for one in sources(ledger)]

    assert listed == [
        ("danh sach.xlsx", 1, "2025-06-30T09:00:00"),
        ("dang phi.xlsx", 2, "2025-06-30T09:00:00"),
    ]
