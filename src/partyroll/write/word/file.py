"""A Word file of one or several official documents."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from partyroll.model import Annex, OfficialPaper, PaperFile, PaperForm, Passage, PassageLook
from partyroll.write.plain import plain
from partyroll.write.whole import write_whole
from partyroll.write.word.blocks import head, passage, signature, title
from partyroll.write.word.markup import (
    CENTRED,
    FONT,
    FONT_KINDS,
    Layout,
    Look,
    paragraph,
    words,
)
from partyroll.write.word.page import Pages, body, text_width, write_margins
from partyroll.write.word.tables import written_table

_SPACE = 6.0  # points below the words over an annex
_BODY = "word/document.xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # a file says nothing of when and where it was made


def write_docx(file: PaperFile, path: Path) -> None:
    """Write `file` to `path`, whole or not at all."""
    write_whole(path, docx_bytes(file))


def docx_bytes(file: PaperFile) -> bytes:
    """Return `file` as the bytes of a docx file; equal files give equal bytes."""
    word = Document()
    _describe(word, file)
    _default_font(word, file.form)
    write_margins(word, file.form, " ".join(file.footer.split()))
    return _packed(word, list(_pages(file)), file.form)


def _pages(file: PaperFile) -> Iterator[Pages]:
    for paper in file.papers:
        yield Pages(_paper(paper, file), paper.landscape)
        for annex in paper.annexes:
            yield Pages(_annex(annex, file.form), landscape=True, opens=False)


def _paper(paper: OfficialPaper, file: PaperFile) -> str:
    form = file.form
    width = text_width(form, landscape=paper.landscape)
    signed = bool(paper.signer or paper.recipients)
    top = head(paper, form, width, confidentiality=file.confidentiality)
    parts = [top, title(paper, form)]
    for number, content in enumerate(paper.contents, start=1):
        last = number == len(paper.contents)
        parts.append(
            passage(content, form, width, together=last and signed)
            if isinstance(content, Passage)
            else written_table(content, width, form.table_size, with_next=last and signed)
        )
    if signed:
        parts.append(signature(paper, form, width))
    return "".join(parts)


def _annex(annex: Annex, form: PaperForm) -> str:
    width = text_width(form, landscape=True)
    parts = [paragraph(words(annex.title, Look(form.subject_size, bold=True)), CENTRED)]
    if annex.intro:
        intro = words(annex.intro, Look(form.table_size, italic=True))
        parts.append(paragraph(intro, Layout(align="center", after=_SPACE)))
    for table in annex.tables:
        if len(annex.tables) > 1:
            parts.append(passage(Passage(table.title, PassageLook.SECTION), form, width))
        remark = Look(form.table_size, italic=True)
        if table.denominator:
            above = Layout(after=_SPACE / 2, keep_next=True)
            parts.append(paragraph(words(table.denominator, remark), above))
        parts.append(written_table(table, width, form.table_size))
        parts += [paragraph(words(note, remark), Layout(before=2)) for note in table.notes]
    return "".join(parts)


def _describe(word: WordDocument, file: PaperFile) -> None:
    properties = word.core_properties
    properties.title = plain(file.title)[:255]
    properties.author = properties.last_modified_by = "partyroll"
    properties.comments = plain(file.notice)[:255]
    properties.language = "vi-VN"
    properties.created = properties.modified = datetime(*_EPOCH, tzinfo=UTC)
    package = word.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # of the library's own template
            del package.rels[key]


def _default_font(word: WordDocument, form: PaperForm) -> None:
    """Set what Word takes for words typed into the document."""
    style = word.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(form.body_size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for kind in FONT_KINDS:
        fonts.set(qn(f"w:{kind}"), FONT)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")  # else every word is underlined in red


def _packed(word: WordDocument, pages: list[Pages], form: PaperForm) -> bytes:
    """Return the package with its pages, without the hour at which each part was written."""
    raw, packed = BytesIO(), BytesIO()
    word.save(raw)
    with ZipFile(raw) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in parts.namelist():
            content = parts.read(name)
            if name == _BODY:
                content = body(content.decode(), pages, form).encode()
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, content)
    return packed.getvalue()
