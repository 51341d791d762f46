"""From a slip to the workbook and the letter that go out."""

from partyroll.model import Document, PaperFile, Slip, SlipKind
from partyroll.report.letters.transfer import transfer_letter
from partyroll.report.slips import slip_document
from partyroll.tasks.documents import Paper
from partyroll.tasks.letters import office

_FILE = {
    SlipKind.LETTER: "phieu-chuyen-sinh-hoat",
    SlipKind.ANSWER: "phieu-bao-chuyen-sinh-hoat",
    SlipKind.MONTHS: "phieu-sinh-hoat-tam-thoi",
}
_TITLE = {
    SlipKind.LETTER: "Giấy giới thiệu sinh hoạt đảng",
    SlipKind.ANSWER: "Phiếu báo chuyển sinh hoạt đảng",
    SlipKind.MONTHS: "Xác nhận của nơi sinh hoạt tạm thời",
}


def file_name(slip: Slip) -> str:
    """Return what the files of a slip are called: nobody's name stands there."""
    year = f"-{slip.year}" if slip.year is not None else ""
    return f"{_FILE[slip.kind]}-{slip.short_id}{year}"


def slip_paper(slip: Slip, paper: Paper) -> Document:
    """Return a slip as a workbook to be."""
    return slip_document(slip, paper.letterhead(_footer(slip)))


def slip_letter(slip: Slip, paper: Paper) -> PaperFile:
    """Return the letter of a slip for Word."""
    return PaperFile(
        title=_TITLE[slip.kind],
        papers=(transfer_letter(slip, office(paper.settings)),),
        footer=_footer(slip),
        form=paper.settings.form,
        confidentiality=paper.settings.confidentiality,
    )


def _footer(slip: Slip) -> str:
    return f"Mã giấy giới thiệu {slip.transfer_id} · sổ {slip.written_by}"
