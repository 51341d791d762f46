"""What `report` hands over beside the screen: JSON, CSV, a workbook, a letter, a page."""

from functools import partial
from typing import TYPE_CHECKING

from partyroll.cli.options import Common, FilesWanted

if TYPE_CHECKING:
    from partyroll.tasks.keeping_reports import KeptReport
    from partyroll.tasks.reporting import ReportResult


def print_json(result: "ReportResult", at: Common, kept: "KeptReport | None" = None) -> None:
    """Print the contract of `report`."""
    from partyroll.cli.contracts.report import report_envelope
    from partyroll.write.json import to_json

    at.screen.raw(to_json(report_envelope(result, at, kept)))


def print_csv(result: "ReportResult", at: Common) -> None:
    """Print the people behind the figures, a row each; in public the figures."""
    from partyroll.model import Audience
    from partyroll.report.figures_table import figures_table
    from partyroll.report.names import names_table
    from partyroll.tasks.recipients import table_for
    from partyroll.write.csv import write_csv

    at.screen.warn_about_csv()
    if at.recipient.audience is Audience.PUBLIC:
        table = figures_table(result.report)
    else:
        table = table_for(names_table(result.report), at.recipient)
    write_csv(table, at.screen.stream)


def tell_kept(kept: "KeptReport", at: Common) -> None:
    """Say by which number the report is kept."""
    if kept.new:
        at.screen.note(f"Đã lưu báo cáo số {kept.number} (thay đổi số {kept.change}).")
    else:
        at.screen.note(f"Không có gì khác báo cáo số {kept.number} đã lưu.")


def write_files(kept: "KeptReport", at: Common, wanted: FilesWanted) -> None:
    """Write the files that are wanted."""
    if not wanted.any:
        return
    from partyroll.cli.files import write_wanted
    from partyroll.tasks.documents import term_paper
    from partyroll.tasks.report_letters import term_letters, term_web_page

    name = f"bao-cao-{file_label(kept.result.report.term.label)}"
    write_wanted(
        at,
        wanted,
        name,
        workbook=partial(term_paper, kept),
        letters=partial(term_letters, kept),
        page=partial(term_web_page, kept),
    )


def file_label(term: str) -> str:
    """Return the term as it may stand in a file name: "10/2020-10/2025" → "10.2020-10.2025"."""
    return "".join(sign if sign.isalnum() or sign in "-." else "." for sign in term.strip())
