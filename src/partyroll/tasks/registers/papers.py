"""From a register to a workbook that comes back, and to a page for each cell."""

from partyroll.messages import MATTER_MARK, NOT_A_VERDICT
from partyroll.model import Document, PaperFile
from partyroll.report.register_papers import register_document, register_papers
from partyroll.report.registers import RegisterPage
from partyroll.tasks.documents import Paper
from partyroll.tasks.letters import office
from partyroll.tasks.registers.looking import View

_LOOK = "Đề nghị đồng chí xác nhận từng người, ghi việc đã làm rồi gửi lại."
_DO = "Đề nghị đồng chí ghi việc đã làm vào cột cuối và gửi lại."


def register_page(found: View) -> RegisterPage:
    """Return what a register shows on paper."""
    register = found.register
    return RegisterPage(
        title=register.title,
        subtitle=_when(found),
        lines=found.lines,
        columns=register.columns,
        subject=register.subject,
        notice=register.notice or NOT_A_VERDICT,
        empty=register.empty,
        mark=(MATTER_MARK, found.ledger_id),
        facts=register.facts,
        listed=register.listed,
    )


def _when(found: View) -> str:
    year = "" if found.year is None else f"Năm {found.year}, tính"
    return f"{year or 'Tính'} đến ngày {found.as_of:%d/%m/%Y}"


def register_paper(found: View, paper: Paper) -> Document:
    """Return a register as a workbook to be."""
    return page_paper(register_page(found), found.ledger_id, paper)


def page_paper(page: RegisterPage, ledger_id: str, paper: Paper) -> Document:
    """Return what any register shows as a workbook to be."""
    footer = f"Sổ {ledger_id} · lập {paper.today:%d/%m/%Y}"
    return register_document(page, letterhead=paper.letterhead(footer))


def register_letters(found: View, paper: Paper) -> PaperFile:
    """Return a register as a Word file: a page for each cell with something to do."""
    return page_letters(register_page(found), found.ledger_id, paper)


def page_letters(page: RegisterPage, ledger_id: str, paper: Paper) -> PaperFile:
    """Return what any register shows as a Word file."""
    asks = "" if page.facts else _LOOK if page.listed else _DO
    about = "" if page.facts or page.listed else f"{page.title}. "
    intro = f"{about}{page.subtitle}. {asks}".strip()
    return PaperFile(
        title=page.title,
        papers=register_papers(page, office(paper.settings), intro=intro),
        footer=f"{page.notice} Sổ {ledger_id} · lập {paper.today:%d/%m/%Y}",
        notice=page.notice,
        form=paper.settings.form,
        confidentiality=paper.settings.confidentiality,
    )
