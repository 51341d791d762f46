"""A report as its recipient may see it; what is kept stays whole."""

from dataclasses import replace

from partyroll.errors import PartyrollError
from partyroll.model import Audience, Recipient
from partyroll.report.published import published
from partyroll.tasks.reporting import ReportResult


class NamesAreNotPublic(PartyrollError):
    """Names behind a number were asked for a paper that everybody may read."""

    exit_code = 2

    def __init__(self) -> None:
        super().__init__(
            "bản công khai không có tên người, nên không mở được số nào",
            where="--audience public",
            hint="xem danh sách trong nội bộ: bỏ --audience public",
        )


def for_recipient(result: ReportResult, recipient: Recipient) -> ReportResult:
    """Return the result as a recipient may see it."""
    if recipient.audience is not Audience.PUBLIC:
        return result
    return replace(
        result, report=published(result.report, recipient.least), files=(), changes=()
    )
