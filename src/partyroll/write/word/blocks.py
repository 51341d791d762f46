"""The parts of an official document: head, title, text, signature with recipients."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Pt
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph

from partyroll.model import OfficialPaper, PaperForm, Passage, PassageLook
from partyroll.write.word.tables import frame, keep_whole
from partyroll.write.word.text import Look, centre, dots, indent, say, tight

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_NUMBER = "Số ……-……/……"
_DAY = "ngày …… tháng …… năm ………"
_PLACE = "………………"
_ISSUER = "…………………………"
_SIGNATURE_LINES = 4
_LOOKS = {
    PassageLook.SECTION: {"bold": True},
    PassageLook.CENTRED: {"bold": True},
    PassageLook.REMARK: {"italic": True},
}
_MIDDLE = frozenset({PassageLook.CENTRED, PassageLook.ADDRESS})


def write_head(word: WordDocument, paper: OfficialPaper, form: PaperForm, width: int) -> None:
    """Write who issues the document, its number, place and day; never the state's motto."""
    left = round(width * form.head_left / (form.head_left + form.head_right))
    issuing, party = frame(word, (left, width - left), rows=1, grid=False).rows[0].cells
    lines = [(line, Look(form.upper_size)) for line in paper.upper]
    lines.append((paper.issuer or _ISSUER, Look(form.issuer_size, bold=True)))
    lines += [("*", Look(form.issuer_size, bold=True)), (_NUMBER, Look(form.number_size))]
    for number, (line, look) in enumerate(lines):
        shown = line.upper() if number < len(lines) - 1 else line
        say(centre(_paragraph(issuing, number)), shown, look)
    say(
        centre(_paragraph(party, 0)),
        PARTY,
        Look(form.party_size, bold=True, underline=True),
    )
    say(
        centre(_paragraph(party, 1)),
        f"{paper.place or _PLACE}, {_DAY}",
        Look(form.date_size, italic=True),
    )


def _paragraph(cell: Cell, number: int) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
    return paragraph


def write_title(word: WordDocument, paper: OfficialPaper, form: PaperForm) -> None:
    """Write what the document is and what it is about."""
    tight(word.add_paragraph(), after=6)
    for text, look, after in (
        (paper.mark, Look(form.subject_size, bold=True, italic=True), 6),
        (paper.kind.upper(), Look(form.kind_size, bold=True), 0),
        (paper.subject, Look(form.subject_size, bold=True), 2),
        (paper.notice, Look(form.body_size - 1, italic=True), 2),
    ):
        if text:
            line = centre(word.add_paragraph())
            say(line, text, look)
            line.paragraph_format.space_after = Pt(after)
    line = centre(word.add_paragraph())
    line.paragraph_format.space_after = Pt(6)


def write_passage(
    word: WordDocument, passage: Passage, form: PaperForm, width: int, *, together: bool = False
) -> None:
    """Write one paragraph and the dotted lines that belong to it."""
    look = Look(form.body_size, **_LOOKS.get(passage.look, {}))
    paragraph = _body(word, form)
    if passage.look in _MIDDLE:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
        indent(paragraph, form.first_line)
    if passage.lead:
        say(paragraph, f"{passage.lead} ", Look(form.body_size, bold=True))
    say(paragraph, passage.text, look)
    heading = passage.look in {PassageLook.SECTION, PassageLook.CENTRED}
    paragraph.paragraph_format.space_before = Pt(6 if heading else 0)
    paragraph.paragraph_format.keep_with_next = heading or together or passage.together
    for number in range(passage.blanks):
        line = paragraph if number == 0 else _body(word, form)
        line.alignment = WD_ALIGN_PARAGRAPH.LEFT
        dots(line, width, look)
        line.paragraph_format.keep_with_next = together or passage.together


def _body(word: WordDocument, form: PaperForm) -> Paragraph:
    paragraph = word.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(0), Pt(6)
    shape.line_spacing_rule = WD_LINE_SPACING.AT_LEAST  # an exact height cuts Ế and Ộ
    shape.line_spacing = Pt(form.line_height)
    shape.widow_control = True
    return paragraph


def write_signature(
    word: WordDocument, paper: OfficialPaper, form: PaperForm, width: int
) -> None:
    """Write recipients left and signer right, in one row that no page break splits."""
    tight(word.add_paragraph()).paragraph_format.keep_with_next = True
    row = frame(word, (width // 2, width - width // 2), rows=1, grid=False).rows[0]
    keep_whole(row)
    left, right = row.cells
    if paper.recipients:
        heading = tight(_paragraph(left, 0))
        say(heading, "Nơi nhận:", Look(form.recipients_size, underline=True))
    for number, recipient in enumerate(paper.recipients, start=1):
        line = tight(_paragraph(left, number))
        say(line, f"- {recipient}", Look(form.recipients_size))
    for number, line_text in enumerate(paper.signer.split("\n")):
        say(
            centre(_paragraph(right, number)),
            line_text,
            Look(form.body_size, bold=True),
        )
    for _ in range(_SIGNATURE_LINES):
        centre(right.add_paragraph())
    for cell in (left, right):
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True
