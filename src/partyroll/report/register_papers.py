"""A register as a workbook, and as a page for each cell."""

from collections.abc import Iterable, Iterator

from partyroll.messages import MATTER_SHEET, REGISTER_SHEET
from partyroll.model import (
    Column,
    Document,
    Line,
    OfficialPaper,
    Passage,
    PassageLook,
    Returning,
    Shape,
    Sheet,
    Table,
)
from partyroll.report.documents import Letterhead
from partyroll.report.letters.cell_page import cell_page
from partyroll.report.letters.matter import Office
from partyroll.report.registers import (
    NOTHING,
    OUTCOMES,
    RegisterPage,
    cell_matter_table,
    cell_people_table,
    matter_table,
    people_table,
    register_table,
    summary_tables,
)

_ADVICE = (
    "Chỉ ghi vào các ô màu vàng, rồi nhập lại chính tệp này: partyroll import. Để trống là chưa"
    " làm. Muốn sắp xếp hay sửa ô khác: Review (Xem lại) ▸ Unprotect Sheet (Bỏ bảo vệ trang"
    " tính), không có mật khẩu."
)
_NO_CELL = "Những người sổ chưa rõ chi bộ; văn phòng theo dõi."
_SEEN = Column("seen", "Chi bộ xác nhận, bổ sung", Shape.LONG_TEXT, 18, by_hand=True)


def register_document(page: RegisterPage, *, letterhead: Letterhead) -> Document:
    """Return a register as a workbook to be: a summary, the people, what is to be done.

    What is to be done comes back; the people stand apart, or no page could hold both.
    """
    intro = () if page.lines else (page.empty,)
    return Document(
        title=page.title,
        subtitle=page.subtitle,
        organisation=letterhead.organisation,
        sheets=(
            *_summary(page, intro),
            *_people(page),
            *_matters(page),
        ),
        footer=letterhead.footer,
        notice=page.notice,
        signatures=letterhead.signatures,
        properties=letterhead.properties,
        confidentiality=letterhead.confidentiality,
        returning=_returning(page),
    )


def _summary(page: RegisterPage, intro: tuple[str, ...]) -> Iterator[Sheet]:
    """Yield the sheet that counts what needs doing; facts alone are not counted."""
    if not (page.facts and page.lines):
        yield Sheet("Tổng hợp", page.title, summary_tables(page), intro, together=True)


def _people(page: RegisterPage) -> Iterator[Sheet]:
    """Yield the sheet of the people; where nothing is known but matters there is none."""
    if page.lines and (page.facts or page.columns):
        table = register_table(page) if page.facts else people_table(page)
        yield Sheet(REGISTER_SHEET, page.title, (table,))


def _matters(page: RegisterPage) -> Iterator[Sheet]:
    if _to_do(page.lines) and not page.facts:
        title = f"{MATTER_SHEET}. {page.title}" if page.columns else page.title
        yield Sheet(MATTER_SHEET, title, (matter_table(page),))


def _to_do(lines: Iterable[Line]) -> bool:
    return any(line.open for line in lines)


def _returning(page: RegisterPage) -> Returning | None:
    if page.facts or not _to_do(page.lines):
        return None
    return Returning(page.mark, _ADVICE, (OUTCOMES,))


def register_papers(
    page: RegisterPage, office: Office, *, intro: str
) -> tuple[OfficialPaper, ...]:
    """Return one landscape page for each cell with something to do, or with people to list."""
    kind = {"kind": page.title} if page.facts or page.listed else {}
    papers = tuple(
        cell_page(
            office,
            (*_intro(intro, path), *_contents(page, lines)),
            notice=page.notice,
            cell=path[-1] if path else "",
            **kind,
        )
        for path, lines in page.cells.items()
        if page.facts or page.listed or _to_do(lines)
    )
    empty = cell_page(office, (Passage(intro), Passage(NOTHING)), notice=page.notice, **kind)
    return papers or (empty,)


def _intro(intro: str, path: tuple[str, ...]) -> Iterator[Passage]:
    """Yield what the page is; whoever belongs to no known cell is the office's own task."""
    yield Passage(intro)
    if not path:
        yield Passage(_NO_CELL, PassageLook.REMARK)


def _contents(page: RegisterPage, lines: list[Line]) -> Iterator[Passage | Table]:
    """Yield what stands on the page of a cell: its people, then what is to be done."""
    if page.facts:
        yield cell_people_table(page, lines)
    if page.listed:
        yield cell_people_table(page, lines, _SEEN)
    if page.listed and _to_do(lines):
        yield Passage(MATTER_SHEET, PassageLook.SECTION, together=True)
    if not page.facts and _to_do(lines):
        yield cell_matter_table(page, lines)
