"""A Word file of one or several official documents."""

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
from partyroll.write.word.blocks import (
    write_head,
    write_passage,
    write_signature,
    write_title,
)
from partyroll.write.word.page import first_section, lay, next_section, text_width
from partyroll.write.word.tables import write_table
from partyroll.write.word.text import FONT, Look, centre, say, tight

_EPOCH = (1980, 1, 1, 0, 0, 0)  # a file says nothing of when and where it was made


def write_docx(file: PaperFile, path: Path) -> None:
    """Write `file` to `path`, whole or not at all."""
    write_whole(path, docx_bytes(file))


def docx_bytes(file: PaperFile) -> bytes:
    """Return `file` as the bytes of a docx file; equal files give equal bytes."""
    word = Document()
    _describe(word, file)
    _default_font(word, file.form)
    section = first_section(word, file.form, _one_line(file.footer))
    for number, paper in enumerate(file.papers):
        section = next_section(word) if number else section
        lay(section, file.form, landscape=paper.landscape, opens=True)
        _write_paper(word, paper, file.form, text_width(section))
        for annex in paper.annexes:
            section = next_section(word)
            lay(section, file.form, landscape=True, opens=False)
            _write_annex(word, annex, file.form, text_width(section))
    return _packed(word)


def _write_paper(word: WordDocument, paper: OfficialPaper, form: PaperForm, width: int) -> None:
    write_head(word, paper, form, width)
    write_title(word, paper, form)
    for number, content in enumerate(paper.contents, start=1):
        if isinstance(content, Passage):
            last = number == len(paper.contents)
            write_passage(word, content, form, width, together=last and bool(paper.signer))
            continue
        write_table(word, content, width, form.table_size)
    if paper.signer or paper.recipients:
        write_signature(word, paper, form, width)


def _write_annex(word: WordDocument, annex: Annex, form: PaperForm, width: int) -> None:
    say(centre(word.add_paragraph()), annex.title, Look(form.subject_size, bold=True))
    if annex.intro:
        intro = centre(word.add_paragraph())
        say(intro, annex.intro, Look(form.table_size, italic=True))
    for table in annex.tables:
        tight(word.add_paragraph())
        if len(annex.tables) > 1:
            name = Passage(table.title, PassageLook.SECTION)
            write_passage(word, name, form, width)
        write_table(word, table, width, form.table_size)


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
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")  # else every word is underlined in red


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _packed(word: WordDocument) -> bytes:
    """Return the package without the hour at which each part was written."""
    raw, packed = BytesIO(), BytesIO()
    word.save(raw)
    with ZipFile(raw) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in parts.namelist():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, parts.read(name))
    return packed.getvalue()
