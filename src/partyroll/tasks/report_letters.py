"""From a term report that is kept to an official document for Word."""

from partyroll.model import PaperFile
from partyroll.report.letters.term import TermMatter, term_letter
from partyroll.tasks.documents import Paper
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
        footer=(
            f"Báo cáo số {kept.number} · sổ {result.ledger_id} · mã {result.head}"
            f" · lập {result.made_on:%d/%m/%Y}"
        ),
        notice=_NOTICE,
        form=settings.form,
        confidentiality=settings.confidentiality,
    )
