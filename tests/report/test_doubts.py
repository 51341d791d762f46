"""What is missing is counted by sort, and every sort opens by name."""

from dataclasses import replace

import pytest

from partyroll.model import ExitKind, ExitRecord, Reason
from partyroll.report.opening import open_cell
from partyroll.report.term import TermReport, term_report
from report.cells import row
from report.exits import TERM, left, on

REMOVED = ExitKind.REMOVED
SOUND = replace(
    left(REMOVED, "2022-05-10", Reason.SKIP_MEETINGS, born="1980-02-03"), decision_no="1-QĐ"
)


def reported(*exits: ExitRecord) -> TermReport:
    return term_report(TERM, exits, [])


def test_an_exit_with_all_its_papers_raises_no_doubt() -> None:
    report = reported(SOUND)

    assert report.table("doubts").rows == ()
    assert report.problems == ()


@pytest.mark.parametrize(
    ("code", "doubtful"),
    [
        ("UNDATED", replace(SOUND, decision_date=None)),
        ("NO_DECISION_DATE", replace(SOUND, decision_date=None, event_date=on("2022-05"))),
        ("KIND_UNKNOWN", replace(SOUND, kind=ExitKind.LEFT_UNSTATED)),
        ("NO_UNIT", replace(SOUND, unit_path=())),
        ("TOO_YOUNG", replace(SOUND, birth_date=on("2010"))),
        ("LEFT_BEFORE_ADMISSION", replace(SOUND, admission_date=on("2024-01"))),
        ("NO_REASON", replace(SOUND, reasons=(Reason.UNSTATED,))),
        (
            "NO_DECISION",
            replace(SOUND, decision_no="", decision_date=None, event_date=on("2022-05")),
        ),
        ("YEAR_ONLY", replace(SOUND, decision_date=on("2022"))),
    ],
)
def test_each_doubt_is_said_and_opens_by_name(code: str, doubtful: ExitRecord) -> None:
    report = reported(SOUND, replace(doubtful, person_id="q", full_name="Lò Thị Bình"))

    opened = open_cell(report, f"doubts:{code}")

    assert [record.full_name for record in opened.exits] == ["Lò Thị Bình"]
    assert any(sentence.startswith("1 trường hợp") for sentence in report.problems)


def test_people_with_one_name_and_birth_date_are_named_together() -> None:
    report = reported(SOUND, replace(SOUND, person_id="q", full_name="NGUYỄN VĂN AN"))

    assert len(open_cell(report, "doubts:ALIKE").exits) == 2
    said = report.problems[0].removeprefix("2 ")
    assert row(report.table("doubts"), said.capitalize())["count"] == 2


def test_a_death_needs_no_decision_and_no_reason() -> None:
    died = replace(SOUND, kind=ExitKind.DIED, reasons=(Reason.UNSTATED,), decision_no="")

    assert reported(died).table("doubts").rows == ()


def test_what_happened_in_the_term_and_was_decided_after_it_is_told() -> None:
    late = replace(SOUND, event_date=on("2025-12-30"), decision_date=on("2026-01-05"))

    report = reported(late)

    assert report.totals[REMOVED] == 0
    (told,) = report.problems
    assert told.startswith("1 trường hợp xảy ra trong kỳ nhưng có quyết định sau kỳ")
