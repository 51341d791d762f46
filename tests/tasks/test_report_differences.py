"""Two signed reports say different numbers: the people who moved them, and the changes."""

from datetime import date
from pathlib import Path

import pytest

from partyroll.model import ExitKind, Reason
from partyroll.period import Term
from partyroll.read.facts import ExitRow
from partyroll.tasks.keeping_reports import keep_report
from partyroll.tasks.report_differences import (
    NumberMoved,
    ReportDifference,
    Why,
    report_difference,
)
from partyroll.tasks.reporting import ReportRequest, report_term
from store import papers, shelf

TODAY = date(2026, 1, 15)


def gone(name: str, kind: ExitKind, reason: Reason, on: str = "2024-05-06") -> ExitRow:
    """A row of an exits list with its decision."""
    return papers.leaving(
        name,
        kind=kind,
        decision_no=f"12-{name[-2:]}",
        decision_date=papers.day(on),
        reasons=(reason,),
    )


def keep(path: Path, term: str = "2020-2025", structure: str = "then") -> int:
    """Make a report, keep it and return its number."""
    asked = ReportRequest(path, Term.parse(term), TODAY, structure)
    return keep_report(asked, report_term(asked), actor="thử", now=shelf.NOW).number


def number(found: ReportDifference, table: str, row: str, column: str) -> NumberMoved:
    """Return one number that moved."""
    (one,) = [n for n in found.numbers if (n.table, n.row, n.column) == (table, row, column)]
    return one


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A cell of two, one of them removed in 2024; the report of it is kept as number 1."""
    path = shelf.empty(tmp_path)
    people = [papers.someone(papers.AN, 2), papers.someone(papers.BINH, 3)]
    shelf.record(path, papers.file(papers.roster(*people), name="danh sach.xlsx"))
    left = gone(papers.AN, ExitKind.REMOVED, Reason.SKIP_MEETINGS)
    shelf.record(path, papers.file(papers.exits(left), name="xoa ten.xlsx"))
    keep(path)
    return path


def test_somebody_learned_of_later_is_named_with_the_import_that_brought_them(
    ledger: Path,
) -> None:
    withdrew = gone(papers.BINH, ExitKind.WITHDREW, Reason.FAMILY_HARDSHIP)
    change = shelf.record(ledger, papers.file(papers.exits(withdrew), name="xin ra.xlsx"))
    keep(ledger)

    found = report_difference(ledger, 1, 2)

    (one,) = found.people
    assert (one.full_name, one.before, one.why) == (papers.BINH, None, Why.LEDGER)
    assert [record.number for record in one.changes] == [change]
    moved = number(found, "by_kind_year", "2024", "Xin ra khỏi Đảng")
    assert (moved.before, moved.after, moved.came) == (0, 1, (one.person_id,))
    assert [record.number for record in moved.changes] == [change]


def test_an_undone_list_takes_its_people_out_again(ledger: Path) -> None:
    shelf.take_back(ledger, 2)
    keep(ledger)

    found = report_difference(ledger, 1, 2)

    moved = number(found, "reasons_removed", "Bỏ sinh hoạt đảng", "Lý do chính")
    assert (moved.before, moved.after, len(moved.went)) == (1, 0, 1)
    assert [record.kind for record in moved.changes] == ["undo"]


def test_another_term_is_asked_otherwise_and_blames_no_change(ledger: Path) -> None:
    keep(ledger, "2020-2023")

    found = report_difference(ledger, 1, 2)

    assert [name for name, _, _ in found.asked] == ["term"]
    assert [(one.why, one.changes) for one in found.people] == [(Why.ASKED, ())]


def test_read_the_other_way_round_the_same_people_go_instead_of_coming(ledger: Path) -> None:
    withdrew = gone(papers.BINH, ExitKind.WITHDREW, Reason.FAMILY_HARDSHIP)
    shelf.record(ledger, papers.file(papers.exits(withdrew), name="xin ra.xlsx"))
    keep(ledger)

    there, back = report_difference(ledger, 1, 2), report_difference(ledger, 2, 1)

    def turned(found: ReportDifference) -> set[tuple[object, ...]]:
        return {
            (one.table, one.row, one.column, one.after, one.before, one.went, one.came)
            for one in found.numbers
        }

    assert turned(there) == {
        (one.table, one.row, one.column, one.before, one.after, one.came, one.went)
        for one in back.numbers
    }
    assert there.changes == back.changes


def test_nothing_learned_between_means_no_number_moved(ledger: Path) -> None:
    found = report_difference(ledger, 1, 1)

    assert (found.numbers, found.people, found.changes) == ((), (), ())
