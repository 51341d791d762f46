"""What a person should look at in a workbook."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How a problem is treated: an error sets something aside, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should look at in a workbook: where, what was found, what to do.

    `answers` are the values a question accepts; empty when it is no question.
    """

    file: str
    sheet: str
    cell: str
    row: int | None
    code: str
    severity: Severity
    found: str
    message: str
    answers: tuple[str, ...] = ()
