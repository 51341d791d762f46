"""Ledgers of every released version open in today's code and say what they said."""

import shutil
from pathlib import Path

import pytest

from partyroll.model import ExitKind, Need, SupportMeasure
from partyroll.report.opening import cell_names
from partyroll.store import schema
from partyroll.store.contradictions import file_is_whole
from partyroll.store.history import history
from partyroll.store.ledger import open_ledger
from partyroll.store.migrate import upgrade
from partyroll.store.people import people
from partyroll.store.support import supports
from partyroll.store.transfers import transfers
from partyroll.tasks.freezing import frozen_list
from partyroll.tasks.keeping_reports import kept_report
from store import papers, shelf

GOLDEN = sorted((Path(__file__).parent / "golden").glob("v*.db"))


@pytest.fixture(params=GOLDEN, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a released ledger, upgraded to this version."""
    path = Path(shutil.copyfile(request.param, tmp_path / "partyroll.db"))
    upgrade(path, at=shelf.NOW)
    return path


def test_there_is_a_golden_ledger_of_every_version() -> None:
    assert [path.stem for path in GOLDEN] == [f"v{n}" for n in range(1, schema.VERSION + 1)]


def test_everyone_is_there(old: Path) -> None:
    with open_ledger(old) as ledger:
        found = {person.full_name: person for person in people(ledger)}

    assert set(found) == {papers.AN, papers.BINH, papers.CHI, "Phạm Thử Dung"}
    assert found["Phạm Thử Dung"].events[0].decision_no == "12-QĐ/ĐU"
    assert str(found[papers.AN].birth_date) == "1980-02-03"


def test_what_was_undone_stays_undone(old: Path) -> None:
    letters = shelf.ask(
        old, "SELECT letters FROM book_line WHERE change_out IS NULL ORDER BY letters"
    )

    assert letters == [("+-.",), ("PPPPPPPPPPPP",), ("UUNPPPPPPPPP",)]


def test_the_chain_holds_and_every_guard_stands(old: Path) -> None:
    with open_ledger(old) as ledger:
        numbers = [record.number for record in history(ledger)]
        assert file_is_whole(ledger)
    assert numbers == list(range(len(numbers), 0, -1))
    assert shelf.broken(old) == []


def test_old_links_are_still_checked(old: Path) -> None:
    """However its version took the digest: a word added to what a change sealed is found."""
    touched = shelf.ask(old, "SELECT DISTINCT change_in FROM person_version ORDER BY 1")
    shelf.edit(old, "UPDATE person_version SET hometown = hometown || 'x', note = 'x'")

    assert touched
    assert shelf.broken(old) == [number for (number,) in touched]


def test_a_new_change_can_be_written_and_taken_back(old: Path) -> None:
    before = shelf.digest(old)
    number = shelf.record(old, papers.file(papers.roster(papers.someone("Đỗ Thử Em", 9))))
    assert number is not None

    shelf.take_back(old, number)

    assert shelf.digest(old) == before
    assert shelf.broken(old) == []


def test_a_list_that_went_out_says_what_it_said(tmp_path: Path) -> None:
    third = GOLDEN[2]
    path = Path(shutil.copyfile(third, tmp_path / "partyroll.db"))
    upgrade(path, at=shelf.NOW)
    with open_ledger(path) as ledger:
        kept = frozen_list(ledger, 1)

    assert [(one.person.full_name, one.finding.count) for one in kept.result.listed] == [
        (papers.BINH, 3)
    ]
    assert kept.result.settings.months == 3


def test_what_was_judged_and_done_is_there(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(GOLDEN[2], tmp_path / "partyroll.db"))
    upgrade(path, at=shelf.NOW)

    assert shelf.ask(path, "SELECT kind, accepted, valid_from FROM excuse") == [
        ("SICKNESS", 1, "2024-03-01")
    ]
    assert shelf.ask(path, "SELECT kind FROM review_step") == [("CONTACT",)]


def test_a_report_that_went_out_and_a_new_name_are_there(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(GOLDEN[3], tmp_path / "partyroll.db"))
    upgrade(path, at=shelf.NOW)

    report = kept_report(path, 1).result.report

    assert report.totals[ExitKind.WITHDREW] == 1
    assert [one.full_name for one in cell_names(report, "by_kind:WITHDREW")] == [
        "Phạm Thử Dung"
    ]
    assert shelf.ask(path, "SELECT kind, decision_no FROM unit_event") == [
        ("RENAME", "01-QĐ/TU")
    ]


def test_help_and_a_letter_of_introduction_are_there(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(GOLDEN[4], tmp_path / "partyroll.db"))
    upgrade(path, at=shelf.NOW)

    with open_ledger(path) as ledger:
        (helped,), (letter,) = [*supports(ledger)], [*transfers(ledger)]

    assert (helped.need, helped.measure) == (Need.HARDSHIP, SupportMeasure.LOAN)
    assert (letter.letter_no, letter.place, letter.out) == ("1-GT/ĐU", "Đảng bộ xã Bên", True)
