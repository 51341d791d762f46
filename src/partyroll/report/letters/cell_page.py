"""A landscape page to be handed to the secretary of a cell: what is worth doing there."""

from partyroll.model import OfficialPaper, Passage, Table
from partyroll.report.letters.matter import Office

_KIND = "Phiếu nhắc việc, theo dõi"


def cell_page(
    office: Office,
    contents: tuple[Passage | Table, ...],
    *,
    notice: str,
    cell: str = "",
    kind: str = _KIND,
) -> OfficialPaper:
    """Return the page of a `cell`; without one it is for the office's own files."""
    return OfficialPaper(
        kind=kind,
        subject=f"gửi đồng chí bí thư {cell}" if cell else "",
        upper=office.upper,
        issuer=office.issuer,
        place=office.place,
        notice=notice,
        contents=contents,
        signer=office.signer,
        recipients=(cell, "Lưu") if cell else (),
        landscape=True,
    )
