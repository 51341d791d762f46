"""Pages: A4 on either side, margins of the form, the number on top from page 2 on."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from partyroll.model import PaperForm
from partyroll.write.word.text import Look, centre, page_number, say, thin

_SHORT, _LONG = Mm(210), Mm(297)
_HEADER = Mm(10)  # from the edge of the sheet to the number of the page
_AFTER_GRID = ("w:docGrid", "w:printerSettings", "w:sectPrChange")


def first_section(word: WordDocument, form: PaperForm, footer: str) -> Section:
    """Return the section a new document has; number and footer of all pages stand in it."""
    section = word.sections[0]
    page_number(_lone(section.header.paragraphs), Look(form.body_size))
    for part in (section.footer, section.first_page_footer):
        line = _lone(part.paragraphs)
        say(line, footer, Look(form.footer_size, italic=True))
    _lone(section.first_page_header.paragraphs)
    return section


def next_section(word: WordDocument) -> Section:
    """Return a section that begins on a new page, with number and footer of the first.

    LibreOffice forgets the footer of a first page that is only inherited: each section names
    the parts again.
    """
    section: Section = word.add_section(WD_SECTION.NEW_PAGE)
    parts = [
        reference
        for kind in ("w:headerReference", "w:footerReference")
        for reference in _properties(word.sections[0]).findall(qn(kind))
    ]
    for place, reference in enumerate(parts):
        _properties(section).insert(place, deepcopy(reference))
    thin(word.paragraphs[-1])  # what holds the break takes no line of a full page
    return section


def _properties(section: Section) -> BaseOxmlElement:
    return section._sectPr  # noqa: SLF001 (footers and page numbers have no public way)


def lay(section: Section, form: PaperForm, *, landscape: bool, opens: bool) -> None:
    """Set the sheet; where a document `opens`, pages count anew and the first has no number."""
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    section.top_margin, section.bottom_margin = Mm(form.margin_top), Mm(form.margin_bottom)
    section.left_margin, section.right_margin = Mm(form.margin_left), Mm(form.margin_right)
    section.header_distance = section.footer_distance = _HEADER
    section.different_first_page_header_footer = opens
    _count(section, anew=opens)


def text_width(section: Section) -> int:
    """Return the room between the margins, in the units of Word."""
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return (page or 0) - (left or 0) - (right or 0)


def _count(section: Section, *, anew: bool) -> None:
    properties = _properties(section)
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    if anew:
        number = OxmlElement("w:pgNumType")
        number.set(qn("w:start"), "1")
        properties.insert_element_before(number, "w:cols", "w:titlePg", *_AFTER_GRID)


def _lone(paragraphs: list[Paragraph]) -> Paragraph:
    return centre(paragraphs[0])
