"""What stands beside the cells of a workbook and is never followed or run: named, no more."""

from collections.abc import Iterator

from partyroll.model import Problem, Severity
from partyroll.read.guard.front import ZIP
from partyroll.read.guard.survey import Survey
from partyroll.read.sniffing import is_text
from partyroll.read.warning_sentences import WARNINGS


def file_notes(file: str, survey: Survey) -> Iterator[Problem]:
    """Yield a warning for macros and one for links to other workbooks."""
    if survey.macros:
        yield _note(file, "macros_not_run")
    if survey.links:
        yield _note(file, "links_not_followed")


def marks_unseen(file: str, content: bytes) -> Iterator[Problem]:
    """Yield a warning where comments and colours of a list that came back cannot be seen."""
    if not (content.startswith(ZIP) or is_text(content)):
        yield _note(file, "marks_unseen")


def _note(file: str, code: str) -> Problem:
    return Problem(
        file=file,
        sheet="",
        cell="",
        row=None,
        code=code,
        severity=Severity.WARNING,
        found="",
        message=WARNINGS[code],
    )
