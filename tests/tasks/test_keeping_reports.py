"""A report that was signed stays as it was printed, whatever is learned later."""

from datetime import date
from pathlib import Path

import pytest

from partyroll.model import ExitKind, Reason
from partyroll.period import Term
from partyroll.read.facts import ExitRow
from partyroll.store.chain import broken_links
from partyroll.store.ledger import open_ledger
from partyroll.store.refusals import CannotUndo
from partyroll.store.undo import last_undoable
from partyroll.tasks.keeping_reports import (
    KeptReport,
    keep_report,
    kept_report,
    kept_reports,
)
from partyroll.tasks.refusals import LedgerMovedOn, NoSuchReport
from partyroll.tasks.reporting import ReportRequest, report_term
from store import papers, shelf

TODAY = date(2026, 1, 15)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A cell of three, one of them removed in 2024."""
    path = shelf.empty(tmp_path)
    people = [papers.someone(papers.AN, 2), papers.someone(papers.BINH, 3)]
    shelf.record(path, papers.file(papers.roster(*people), name="danh sach.xlsx"))
    shelf.record(path, papers.file(papers.exits(removed(papers.AN)), name="xoa ten.xlsx"))
    return path


def removed(name: str, on: str = "2024-05-06") -> ExitRow:
    return papers.leaving(
        name,
        kind=ExitKind.REMOVED,
        decision_no="12-QĐ/ĐU",
        decision_date=papers.day(on),
        reasons=(Reason.SKIP_MEETINGS,),
    )


def ask(path: Path, *, known_at: int | None = None) -> ReportRequest:
    """What a clerk asks of the years 2020 to 2025."""
    return ReportRequest(path, Term.parse("2020-2025"), TODAY, known_at=known_at)


def keep(path: Path, *, known_at: int | None = None) -> KeptReport:
    """Make the report and keep it."""
    asked = ask(path, known_at=known_at)
    return keep_report(asked, report_term(asked), actor="thử", now=shelf.NOW)


def test_a_report_is_printed_again_as_it_was_after_the_exits_are_taken_back(
    ledger: Path,
) -> None:
    shown = report_term(ask(ledger))
    kept = keep(ledger)
    shelf.take_back(ledger, 2)

    again = kept_report(ledger, kept.number).result

    assert again == shown
    assert again.report.totals[ExitKind.REMOVED] == 1
    assert report_term(ask(ledger)).report.totals[ExitKind.REMOVED] == 0


def test_the_same_report_is_not_kept_twice(ledger: Path) -> None:
    first, second = keep(ledger), keep(ledger)

    assert (first.new, second.new) == (True, False)
    assert first.report_id == second.report_id


def test_a_report_of_what_was_known_before_is_another_one(ledger: Path) -> None:
    now, before = keep(ledger), keep(ledger, known_at=1)

    assert (now.known_at, before.known_at) == (2, 1)
    assert [kept.number for kept in kept_reports(ledger)] == [2, 1]
    assert before.result.report.totals[ExitKind.REMOVED] == 0


def test_keeping_a_report_is_no_change_of_facts(ledger: Path) -> None:
    kept = keep(ledger)

    with open_ledger(ledger) as opened:
        undoable = last_undoable(opened)

    assert (undoable, kept.change) == (2, 3)
    with pytest.raises(CannotUndo, match="báo cáo đã lập"):
        shelf.take_back(ledger, kept.change)


def test_a_kept_report_is_sealed_by_the_chain(ledger: Path) -> None:
    keep(ledger)
    assert shelf.broken(ledger) == []

    shelf.edit(ledger, "UPDATE report_run SET result = replace(result, 'Xóa', 'Xoá')")

    with open_ledger(ledger) as opened:
        assert broken_links(opened) == [3]


def test_a_report_made_before_another_window_wrote_is_not_kept(ledger: Path) -> None:
    asked = ask(ledger)
    result = report_term(asked)
    shelf.record(ledger, papers.file(papers.exits(removed(papers.BINH)), name="them.xlsx"))

    with pytest.raises(LedgerMovedOn):
        keep_report(asked, result, actor="thử", now=shelf.NOW)


def test_there_is_no_report_of_an_unknown_number(ledger: Path) -> None:
    with pytest.raises(NoSuchReport, match="--reports"):
        kept_report(ledger, 7)
