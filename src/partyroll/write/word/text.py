"""Words in one font: text stays text, whatever signs it holds."""

from dataclasses import dataclass

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from partyroll.write.plain import plain

FONT = "Times New Roman"
# Word takes another font for accented capitals unless each of its four kinds is named.
_KINDS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")


@dataclass(frozen=True, slots=True)
class Look:
    """How words look."""

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False


def say(paragraph: Paragraph, text: str, look: Look) -> Run:
    """Add `text` to the paragraph; a line end breaks the line, a tab is a blank."""
    run = paragraph.add_run(plain(text).replace("\t", " "))
    dress(run, look)
    return run


def dress(run: Run, look: Look) -> None:
    """Give a run its font and size."""
    run.bold, run.italic, run.underline = look.bold, look.italic, look.underline
    run.font.size = Pt(look.size)
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001 (no public way)
    for kind in _KINDS:
        fonts.set(qn(kind), FONT)


def dots(paragraph: Paragraph, right: int, look: Look) -> None:
    """Fill the line with dots up to `right`, to be written on."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Emu(right), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    dress(paragraph.add_run("\t"), look)


def page_number(paragraph: Paragraph, look: Look) -> None:
    """Put the number of the page there: Word counts, no text does."""
    _mark(paragraph, look, "begin")
    code = OxmlElement("w:instrText")
    code.text = "PAGE"
    _part(paragraph, look, code)
    _mark(paragraph, look, "separate")
    say(paragraph, "2", look)
    _mark(paragraph, look, "end")


def _mark(paragraph: Paragraph, look: Look, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    _part(paragraph, look, mark)


def _part(paragraph: Paragraph, look: Look, part: BaseOxmlElement) -> None:
    run = paragraph.add_run()
    dress(run, look)
    run._element.append(part)  # noqa: SLF001 (fields have no public way)


def centre(paragraph: Paragraph) -> Paragraph:
    """Put a paragraph in the middle and return it."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return tight(paragraph)


def tight(paragraph: Paragraph, *, after: float = 0) -> Paragraph:
    """Take away the room that the style leaves around a paragraph and return it."""
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = Pt(0), Pt(after)
    shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
    return paragraph


def thin(paragraph: Paragraph) -> Paragraph:
    """Make a paragraph that only parts others as low as a line of the grid; return it."""
    shape = tight(paragraph).paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
    return paragraph


def indent(paragraph: Paragraph, millimetres: float) -> None:
    """Indent the first line."""
    paragraph.paragraph_format.first_line_indent = Mm(millimetres)
