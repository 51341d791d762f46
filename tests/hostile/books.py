"""Workbooks put together part by part, as no spreadsheet program would."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
ROOT = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts><font><name val="Arial"/></font></fonts>'
    "<fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)
WORDS = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Chi bộ",
    "Nguyễn Văn An",
    "05/03/1979",
    "Chi bộ thôn Đông",
    "Trần Thị Bình",
    "07/08/1981",
)
Part = str | bytes | Iterable[bytes]


def texts(words: Iterable[str] = WORDS) -> str:
    """Return the part of texts that cells share."""
    shared = "".join(f"<si><t>{word}</t></si>" for word in words)
    return f'{HEAD}<sst xmlns="{MAIN}">{shared}</sst>'


def shared(address: str, number: int | str) -> str:
    """Return a cell with one of the shared texts."""
    return f'<c r="{address}" t="s"><v>{number}</v></c>'


def inline(address: str, text: str) -> str:
    """Return a cell with its own text."""
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def number(address: str, value: object) -> str:
    """Return a cell with a number."""
    return f'<c r="{address}"><v>{value}</v></c>'


def row(place: int, *cells: str) -> str:
    """Return a row of cells."""
    return f'<row r="{place}">{"".join(cells)}</row>'


HEADING = row(1, *(shared(f"{letter}1", place) for place, letter in enumerate("ABCD")))
AN = row(2, number("A2", 1), shared("B2", 4), shared("C2", 5), shared("D2", 6))
BINH = row(3, number("A3", 2), shared("B3", 7), shared("C3", 8), shared("D3", 6))
PEOPLE = HEADING + AN + BINH  # a roster of two


def sheet(rows: str = PEOPLE, before: str = "", after: str = "", head: str = HEAD) -> str:
    """Return the part of a sheet."""
    return (
        f'{head}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def book(names: Iterable[str] = ("DS",), after: str = "") -> str:
    """Return the list of sheets."""
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{place}" r:id="rId{1 if place == 1 else place + 10}"/>'
        for place, name in enumerate(names, start=1)
    )
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets>'
        f"{after}</workbook>"
    )


@dataclass(frozen=True, slots=True)
class Xlsx:
    """The parts of an xlsx; `more` adds parts or replaces those of a sound workbook."""

    more: Mapping[str, Part] = field(default_factory=dict)
    without: frozenset[str] = frozenset()

    def bytes(self) -> bytes:
        """Return the file."""
        sound: dict[str, Part] = {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": ROOT,
            BOOK: book(),
            "xl/_rels/workbook.xml.rels": RELATIONS,
            "xl/styles.xml": STYLES,
            TEXTS: texts(),
            SHEET: sheet(),
        }
        return zipped({**sound, **self.more}, self.without)


def zipped(parts: Mapping[str, Part], without: frozenset[str] = frozenset()) -> bytes:
    """Return a zip of the parts, which may be given piece by piece."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            if name in without:
                continue
            about = zipfile.ZipInfo(name)  # the same bytes on every day
            about.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(about, "w") as stream:
                for piece in _pieces(part):
                    stream.write(piece)
    return file.getvalue()


def _pieces(part: Part) -> Iterator[bytes]:
    if isinstance(part, str):
        yield part.encode()
    elif isinstance(part, bytes):
        yield part
    else:
        yield from part


def around(start: str, piece: bytes, times: int, end: str) -> Iterator[bytes]:
    """Yield a part with `piece` repeated: small on disk, large when unpacked."""
    yield start.encode()
    together = max((1 << 20) // len(piece), 1)
    for _ in range(times // together):
        yield piece * together
    yield piece * (times % together)
    yield end.encode()


def sheet_around(piece: bytes, times: int, rows: str = "") -> Iterator[bytes]:
    """Yield the part of a sheet with `piece` repeated behind its first rows."""
    start, _, end = sheet(f"{rows}|").partition("|")
    return around(start, piece, times, end)


# --- OpenDocument -------------------------------------------------------------------------
ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
    '<office:body><office:spreadsheet><table:table table:name="DS">'
)
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>{more}'
    "</manifest:manifest>"
)


def ods_cell(text: str, attributes: str = "") -> str:
    """Return a cell of an OpenDocument sheet."""
    return (
        f'<table:table-cell office:value-type="string"{attributes}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def ods_row(*cells: str, attributes: str = "") -> str:
    """Return a row of an OpenDocument sheet."""
    return f"<table:table-row{attributes}>{''.join(cells)}</table:table-row>"


ODS_PEOPLE = "".join(
    ods_row(*map(ods_cell, words)) for words in (WORDS[:4], ("1", *WORDS[4:7]))
)  # a roster of one


def ods(rows: str = ODS_PEOPLE, *, more: str = "", end: str = ODS_TAIL) -> bytes:
    """Return an OpenDocument file; `more` goes into its manifest."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": ODS_HEAD + rows + end,
            "META-INF/manifest.xml": MANIFEST.format(more=more),
        }
    )
