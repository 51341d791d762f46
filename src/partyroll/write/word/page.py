"""Pages: A4 on either side, margins of the form, the number on top from page 2 on."""

import re
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import _BaseHeaderFooter

from partyroll.model import PaperForm
from partyroll.write.word.markup import (
    CENTRED,
    THIN,
    Look,
    page_number,
    paragraph,
    twips,
    words,
)

_SHORT, _LONG = 210, 297  # millimetres
_HEADER = 10  # from the edge of the sheet to the number of the page
_REFERENCE = re.compile(r"<w:(?:header|footer)Reference[^>]*/>")


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of one kind: what stands on them, how the sheet lies, whether a document opens."""

    content: str
    landscape: bool = False
    opens: bool = True


def text_width(form: PaperForm, *, landscape: bool) -> int:
    """Return the room between the margins, in twips."""
    page = _LONG if landscape else _SHORT
    return twips(page - form.margin_left - form.margin_right)


def write_margins(word: WordDocument, form: PaperForm, footer: str) -> None:
    """Write what stands on every page: the number on top, but on first pages; the footer."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    _fill(section.header, page_number(Look(form.body_size)))
    _fill(section.first_page_header, "")
    for part in (section.footer, section.first_page_footer):
        _fill(part, words(footer, Look(form.footer_size, italic=True)))


def _fill(part: _BaseHeaderFooter, runs: str) -> None:
    old = part.paragraphs[0]._p  # noqa: SLF001 (no public way to put a paragraph there)
    old.addprevious(parse_xml(_with_namespace(paragraph(runs, CENTRED))))
    old.getparent().remove(old)


def _with_namespace(markup: str) -> str:
    return markup.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)


def body(document: str, pages: list[Pages], form: PaperForm) -> str:
    """Return the markup of `document` with `pages` in the place of its body.

    Each section names number and footer again: LibreOffice forgets those of a first page that
    are only inherited.  The last section stands at the end, the others in a paragraph.
    """
    start, end = document.index("<w:body>"), document.index("</w:body>")
    references = "".join(_REFERENCE.findall(document[start:end]))
    parts = []
    for number, one in enumerate(pages, start=1):
        properties = _section(one, form, references)
        # Two tables that touch become one; at the end Word wants a paragraph.
        parts.append(one.content.replace("</w:tbl><w:tbl>", f"</w:tbl>{_thin()}<w:tbl>"))
        last = number == len(pages)
        parts.append(f"{_thin()}{properties}" if last else _break(properties))
    return f"{document[:start]}<w:body>{''.join(parts)}{document[end:]}"


def _break(properties: str) -> str:
    """Return what ends a section; it takes no line, else a full page gets a blank behind it."""
    return _thin().replace("</w:pPr>", f"{properties}</w:pPr>")


def _thin() -> str:
    return paragraph("", THIN)


def _section(pages: Pages, form: PaperForm, references: str) -> str:
    """Return the sheet; a document that opens counts anew, its first page has no number."""
    wide, high = (_LONG, _SHORT) if pages.landscape else (_SHORT, _LONG)
    lying = ' w:orient="landscape"' if pages.landscape else ""
    margins = {
        "top": form.margin_top,
        "right": form.margin_right,
        "bottom": form.margin_bottom,
        "left": form.margin_left,
        "header": _HEADER,
        "footer": _HEADER,
        "gutter": 0,
    }
    around = " ".join(f'w:{side}="{twips(length)}"' for side, length in margins.items())
    parts = (
        references,
        '<w:type w:val="nextPage"/>',
        f'<w:pgSz w:w="{twips(wide)}" w:h="{twips(high)}"{lying}/>',
        f"<w:pgMar {around}/>",
        '<w:pgNumType w:start="1"/>' * pages.opens,
        "<w:titlePg/>" * pages.opens,
    )
    return f"<w:sectPr>{''.join(parts)}</w:sectPr>"
