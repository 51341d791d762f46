"""The parts of an official document: head, title, text, signature with recipients."""

from partyroll.model import OfficialPaper, PaperForm, Passage, PassageLook
from partyroll.write.word.markup import (
    CENTRED,
    Layout,
    Look,
    cell,
    dotted,
    paragraph,
    row,
    table,
    words,
)

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_NUMBER = "Số ……-……/……"
_DAY = "ngày …… tháng …… năm ………"
_PLACE = "………………"
_ISSUER = "…………………………"
_SIGNATURE_LINES = 4
_SPACE = 6.0  # points between paragraphs
_HEADINGS = frozenset({PassageLook.SECTION, PassageLook.CENTRED})
_MIDDLE = frozenset({PassageLook.CENTRED, PassageLook.ADDRESS})


def head(
    paper: OfficialPaper, form: PaperForm, width: int, *, confidentiality: str = ""
) -> str:
    """Return who issues the document, its number, place and day; never the state's motto.

    How confidential it is stands in a frame below the number.
    """
    left = round(width * form.head_left / (form.head_left + form.head_right))
    issuer = Look(form.issuer_size, bold=True)
    issuing = [
        *((line.upper(), Look(form.upper_size)) for line in paper.upper),
        ((paper.issuer or _ISSUER).upper(), issuer),
        ("*", issuer),
        (_NUMBER, Look(form.number_size)),
    ]
    if confidentiality:
        mark = f" {confidentiality.upper()} "  # room inside the frame
        issuing += [("", issuer), (mark, Look(form.number_size, bold=True, boxed=True))]
    party = [
        (PARTY, Look(form.party_size, bold=True, underline=True)),
        (f"{paper.place or _PLACE}, {_DAY}", Look(form.date_size, italic=True)),
    ]
    widths = (left, width - left)
    halves = (
        cell("".join(paragraph(words(text, look), CENTRED) for text, look in lines), half)
        for lines, half in zip((issuing, party), widths, strict=True)
    )
    return table(widths, [row(halves)], grid=False)


def title(paper: OfficialPaper, form: PaperForm) -> str:
    """Return what the document is and what it is about."""
    lines = (
        (paper.mark, Look(form.subject_size, bold=True, italic=True), _SPACE),
        (paper.kind.upper(), Look(form.kind_size, bold=True), 0),
        (paper.subject, Look(form.subject_size, bold=True), 2),
        (paper.notice, Look(form.body_size - 1, italic=True), 2),
    )
    shown = (
        paragraph(words(text, look), Layout(align="center", after=after))
        for text, look, after in lines
        if text
    )
    blank = paragraph("", Layout(align="center", after=_SPACE))
    return f"{blank}{''.join(shown)}{blank}"


def passage(content: Passage, form: PaperForm, width: int, *, together: bool = False) -> str:
    """Return one paragraph and the dotted lines that belong to it."""
    heading = content.look in _HEADINGS
    look = Look(form.body_size, bold=heading, italic=content.look is PassageLook.REMARK)
    lead = words(f"{content.lead} ", Look(form.body_size, bold=True)) if content.lead else ""
    first = Layout(
        align=_alignment(content),
        before=_SPACE * heading,
        after=_SPACE,
        line=form.line_height,
        first_line=0 if content.look in _MIDDLE else form.first_line,
        keep_next=heading or together or content.together,
        dots=width * bool(content.blanks),
    )
    further = Layout(after=_SPACE, line=form.line_height, keep_next=first.keep_next, dots=width)
    dots = dotted(look) if content.blanks else ""
    text = words(content.text, look) if content.text else ""
    return paragraph(lead + text + dots, first) + (
        paragraph(dots, further) * max(content.blanks - 1, 0)
    )


def _alignment(content: Passage) -> str:
    if content.look in _MIDDLE:
        return "center"
    return "left" if content.blanks else "both"


def signature(paper: OfficialPaper, form: PaperForm, width: int) -> str:
    """Return recipients left and signer right, in one row that no page break splits."""
    small = Look(form.recipients_size)
    left = [(f"- {recipient}", small) for recipient in paper.recipients]
    if left:
        left.insert(0, ("Nơi nhận:", Look(form.recipients_size, underline=True)))
    signer = Look(form.body_size, bold=True)
    right = [(line, signer) for line in paper.signer.split("\n")]
    right += [("", signer)] * _SIGNATURE_LINES
    widths = (width // 2, width - width // 2)
    cells = (
        cell(_kept(lines or [("", small)], align), half)
        for lines, align, half in zip((left, right), ("left", "center"), widths, strict=True)
    )
    gap = paragraph("", Layout(keep_next=True))
    return gap + table(widths, [row(cells)], grid=False)


def _kept(lines: list[tuple[str, Look]], align: str) -> str:
    layout = Layout(align=align, keep_next=True)
    return "".join(paragraph(words(text, look) if text else "", layout) for text, look in lines)
