"""Runs, paragraphs and tables as Word stores them; every text passes one escape.

python-docx sets one property at a time, which takes minutes for a list of a thousand people;
here a paragraph is a line of text until it is parsed, once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from partyroll.write.plain import plain

FONT = "Times New Roman"
# Word takes another font for accented capitals unless each of its four kinds is named.
FONT_KINDS = ("ascii", "hAnsi", "cs", "eastAsia")
GREY, YELLOW = "E7E6E6", "FFF2CC"
_TWIPS = 20  # a point
_TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class Look:
    """How words look; the size is in points."""

    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph stands: room in points, the indent in millimetres.

    `line` is the least height of a line, `exact` makes it the only one; 0 = single.  `dots`
    fills the line up to that place, in twips.
    """

    align: str = "left"
    before: float = 0
    after: float = 0
    line: float = 0
    exact: bool = False
    first_line: float = 0
    keep_next: bool = False
    dots: int = 0


CENTRED = Layout(align="center")
# Parts two tables, which would become one, and takes no line of a full page.
THIN = Layout(line=1, exact=True)


def twips(millimetres: float) -> int:
    """Return a length as Word counts it."""
    return round(millimetres * _TWIPS_PER_MM)


# --- Words --------------------------------------------------------------------------------
def words(text: str, look: Look) -> str:
    """Return a run of `text`; a line end breaks the line, a tab is a blank."""
    lines = plain(text).replace("\t", " ").split("\n")
    shown = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{_dress(look)}{shown}</w:r>"


def dotted(look: Look) -> str:
    """Return a run that goes to the next stop: dots to be written on."""
    return f"<w:r>{_dress(look)}<w:tab/></w:r>"


def page_number(look: Look) -> str:
    """Return the number of the page: Word counts, no text does."""
    return "".join(
        f"<w:r>{_dress(look)}{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>PAGE</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )


@cache
def _dress(look: Look) -> str:
    fonts = " ".join(f'w:{kind}="{FONT}"' for kind in FONT_KINDS)
    size = round(look.size * 2)  # Word counts in half points
    parts = (
        f"<w:rFonts {fonts}/>",
        _switch("b", on=look.bold),
        _switch("i", on=look.italic),
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        '<w:u w:val="single"/>' * look.underline,
        '<w:bdr w:val="single" w:sz="8" w:space="2" w:color="auto"/>' * look.boxed,
    )
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


def _switch(name: str, *, on: bool) -> str:
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


# --- Paragraphs ---------------------------------------------------------------------------
def paragraph(runs: str, layout: Layout) -> str:
    """Return a paragraph of runs."""
    return f"<w:p>{_layout(layout)}{runs}</w:p>"


@cache
def _layout(layout: Layout) -> str:
    stop = f'<w:tab w:val="right" w:leader="dot" w:pos="{layout.dots}"/>'
    indent = f'<w:ind w:firstLine="{twips(layout.first_line)}"/>'
    parts = (
        "<w:keepNext/>" * layout.keep_next,
        "<w:widowControl/>",
        f"<w:tabs>{stop}</w:tabs>" * bool(layout.dots),
        _spacing(layout),
        indent * bool(layout.first_line),
        f'<w:jc w:val="{layout.align}"/>',
    )
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def _spacing(layout: Layout) -> str:
    rule = "exact" if layout.exact else "atLeast"
    line, rule = (round(layout.line * _TWIPS), rule) if layout.line else (240, "auto")
    before, after = round(layout.before * _TWIPS), round(layout.after * _TWIPS)
    around = f'w:before="{before}" w:after="{after}"'
    return f'<w:spacing {around} w:line="{line}" w:lineRule="{rule}"/>'


# --- Tables -------------------------------------------------------------------------------
def cell(content: str, width: int, *, colour: str = "", spans: int = 1) -> str:
    """Return a cell of paragraphs, as wide as its columns."""
    span = f'<w:gridSpan w:val="{spans}"/>' if spans > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(cells: Iterable[str], *, heading: bool = False) -> str:
    """Return a row that no page break splits; a `heading` stands on every page."""
    repeated = "<w:tblHeader/>" if heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Sequence[int], rows: Iterable[str], *, grid: bool) -> str:
    """Return a table whose columns keep their widths in Word and in LibreOffice."""
    style = '<w:tblStyle w:val="TableGrid"/>' if grid else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
