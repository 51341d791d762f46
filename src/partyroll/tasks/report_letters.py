"""From a term report that is kept to a document for Word, and to a page to read and mail."""

from partyroll.model import Document, PaperFile
from partyroll.report.letters.term import TermMatter, term_letter
from partyroll.report.page import term_page
from partyroll.tasks.documents import Paper, term_letterhead, term_provenance
from partyroll.tasks.keeping_reports import KeptReport
from partyroll.tasks.letters import office

_NOTICE = "Số liệu tổng hợp từ sổ đảng viên để tham khảo, không phải quyết định."


def term_letters(kept: KeptReport, paper: Paper) -> PaperFile:
    """Return the report for Word, under the names of the office that issued it."""
    result, settings = kept.result, paper.issued_by(kept.office).settings
    matter = TermMatter(result.unit, kept.number, settings.measures)
    return PaperFile(
        title=f"Báo cáo số {kept.number}, kỳ {result.report.term.label}",
        papers=(term_letter(result.report, office(settings), matter),),
        footer=paper.addressed(
            f"Báo cáo số {kept.number} · sổ {result.ledger_id} · mã {result.head}"
            f" · lập {result.made_on:%d/%m/%Y}"
        ),
        notice=_NOTICE,
        form=settings.form,
        confidentiality=settings.confidentiality,
    )


def term_web_page(kept: KeptReport, paper: Paper) -> Document:
    """Return the report as one page, under the names of the office that issued it."""
    paper = paper.issued_by(kept.office)
    return term_page(
        kept.result.report,
        unit=kept.result.unit,
        provenance=term_provenance(kept, paper),
        letterhead=term_letterhead(kept, paper),
        measures=paper.settings.measures,
    )
