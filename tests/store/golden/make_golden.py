"""Make the golden ledger of this version: python tests/store/golden/make_golden.py.

It is made once, when a version is released, and never again: later code must open it.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from e2e import plans  # noqa: E402 (the tests' own words come first)
from partyroll.model import ExitKind, Reason, StepKind  # noqa: E402 (same)
from partyroll.period import Term  # noqa: E402 (same)
from partyroll.read.facts import SetAside  # noqa: E402 (same)
from partyroll.rulebook import shipped  # noqa: E402 (same)
from partyroll.store import schema  # noqa: E402 (same)
from partyroll.store.backup import copy_ledger  # noqa: E402 (same)
from partyroll.tasks.excusing.adding import add  # noqa: E402 (same)
from partyroll.tasks.excusing.request import Typed  # noqa: E402 (same)
from partyroll.tasks.freezing import freeze  # noqa: E402 (same)
from partyroll.tasks.keeping_reports import keep_report  # noqa: E402 (same)
from partyroll.tasks.registers.writing import Command  # noqa: E402 (same)
from partyroll.tasks.reorganising.carrying import ReorganiseRequest, reorganise  # noqa: E402 (same)
from partyroll.tasks.reporting import ReportRequest, report_term  # noqa: E402 (same)
from partyroll.tasks.reviewing import ReviewRequest, review_lists  # noqa: E402 (same)
from partyroll.tasks.step_request import StepRequest  # noqa: E402 (same)
from partyroll.tasks.stepping import take_step  # noqa: E402 (same)
from partyroll.tasks.supporting import request as supporting  # noqa: E402 (same)
from partyroll.tasks.supporting.helping import add_help  # noqa: E402 (same)
from partyroll.tasks.transferring import request as transferring  # noqa: E402 (same)
from partyroll.tasks.transferring.issuing import issue  # noqa: E402 (same)
from store import papers, shelf  # noqa: E402 (same)


def _review(path: Path) -> None:
    """Let a list go out, judge a reason, write down a step: what version 3 added."""
    asked = ReviewRequest(path, shelf.NOW.date(), year=2024)
    freeze(path, review_lists(asked), known_at=None, actor="thử", now=shelf.NOW)
    reason = Typed(papers.BINH, "ốm", month="3/2024", by="Chi bộ", paper="Biên bản 1")
    add(Command(path, "thử", shelf.NOW), reason)
    contact = (path, papers.BINH, StepKind.CONTACT, "thử", shelf.NOW, shipped())
    take_step(StepRequest(*contact, year=2024, happened_on=papers.day("2025-01-10")))


def _report(path: Path) -> None:
    """Let a report go out, and the cell get another name: what version 4 added."""
    asked = ReportRequest(path, Term.parse("2020-2025"), shelf.NOW.date())
    keep_report(asked, report_term(asked), actor="thử", now=shelf.NOW)
    renamed = plans.step("Đổi tên", "Chi bộ thôn Đông", "Chi bộ thôn Đông Mẫu")
    plan = plans.plan(path.parent, renamed)
    done = reorganise(ReorganiseRequest(plan, path, "thử", shelf.NOW), agree=lambda _: True)
    assert done.change is not None, done.problems


def _keep(path: Path) -> None:
    """Help somebody, and send somebody on: what version 5 added."""
    command = Command(path, "thử", shelf.NOW)
    helping = supporting.Help(need="khó khăn", measure="cho vay vốn", by="Hội Nông dân")
    add_help(command, supporting.Whom(papers.BINH), helping)
    letter = transferring.Typed(papers.AN, "Đảng bộ xã Bên", letter_no="1-GT/ĐU")
    issue(command, letter)


def main() -> None:
    """Write a small cell's history: rosters, books, exits, figures, a correction, an undo."""
    target = HERE / f"v{schema.VERSION}.db"
    with TemporaryDirectory() as folder:
        path = shelf.empty(Path(folder))
        shelf.record(
            path,
            papers.file(
                papers.roster(
                    papers.someone(papers.AN, 2, birth_date=papers.day("1980-02-03")),
                    papers.someone(papers.BINH, 3, birth_date=papers.day("1975")),
                    papers.someone(papers.CHI, 4, note="ở xa", exempt_activity=True),
                    papers.someone("Phạm Thử Dung", 5, attributes={"occupation": "hưu trí"}),
                ),
                papers.headcounts(4, 5),
                name="danh sach.xlsx",
                aside=[SetAside("roster", 6, "missing_name", {"B": "", "C": "1/1/1990"})],
            ),
        )
        shelf.record(
            path,
            papers.file(
                papers.dues(
                    papers.letters("PPPPPPPPPPPP", papers.AN, 2),
                    papers.letters("UUNPPPPPPPPP", papers.BINH, 3, notes={2: "đi làm xa"}),
                ),
                papers.meetings(papers.letters("+-.", papers.CHI, 2)),
                name="so.xlsx",
            ),
        )
        leaving = papers.leaving(
            "Phạm Thử Dung",
            kind=ExitKind.WITHDREW,
            decision_no="12-QĐ/ĐU",
            decision_date=papers.day("2024-05-06"),
            reasons=tuple(Reason)[:2],
        )
        shelf.record(path, papers.file(papers.exits(leaving), name="ra khoi dang.xlsx"))
        wrong = papers.dues(papers.letters("UUUUUUUUUUUU", papers.AN, 2))
        number = shelf.record(path, papers.file(wrong, name="so nham.xlsx"))
        shelf.take_back(path, number or 0)
        _review(path)
        _report(path)
        _keep(path)
        target.unlink(missing_ok=True)
        copy_ledger(path, target)


if __name__ == "__main__":
    main()
