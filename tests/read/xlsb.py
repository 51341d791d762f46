"""Binary workbooks of Excel (.xlsb), written record by record: no library writes them."""

import struct
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partyroll.read.grid import Span


@dataclass(frozen=True, slots=True)
class Error:
    """A cell whose formula failed, by the number of the error: 42 is #N/A."""

    number: int


Value = str | int | float | bool | date | Error | None
Rows = Sequence[Sequence[Value]]

_EPOCH = date(1899, 12, 30)
_DAY_FORMAT = 14  # built in: a day as the system shows it
_UNSEEN = 0x10  # of the look of a row
_PLAIN, _DAY = 0, 1  # the two looks of a cell, by their place among the formats

_ROW, _ERROR, _FLAG, _REAL, _TEXT = 0, 3, 4, 5, 6
_FORMAT = 47
_SHEET, _END_SHEET, _BOOK, _END_BOOK = 129, 130, 131, 132
_SHEETS, _END_SHEETS, _CELLS, _END_CELLS, _AREA, _BOUND = 143, 144, 145, 146, 148, 156
_MERGES, _END_MERGES, _MERGE = 177, 178, 176
_STYLES, _END_STYLES, _FORMATS, _END_FORMATS = 278, 279, 617, 618

_PACKAGE = "application/vnd.ms-excel."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def write_xlsb(
    path: Path,
    sheets: Mapping[str, Rows],
    *,
    merges: Sequence[Span] = (),
    hidden: Collection[int] = (),
) -> Path:
    """Write rows of values as the binary workbook `path`; return it.

    `merges` and `hidden` (rows from 0) hold in every sheet.
    """
    numbered = list(enumerate(sheets.items(), start=1))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _types())
        package.writestr(
            "_rels/.rels", _relations({"book": ("officeDocument", "xl/workbook.bin")})
        )
        package.writestr("xl/workbook.bin", _book([name for _, (name, _) in numbered]))
        parts = {f"r{n}": ("worksheet", f"worksheets/sheet{n}.bin") for n, _ in numbered}
        package.writestr(
            "xl/_rels/workbook.bin.rels", _relations({**parts, "s": ("styles", "styles.bin")})
        )
        package.writestr("xl/styles.bin", _styles())
        for number, (_, rows) in numbered:
            sheet = b"".join(_sheet(rows, merges, hidden))
            package.writestr(f"xl/worksheets/sheet{number}.bin", sheet)
    return path


# --- Parts --------------------------------------------------------------------------------
def _types() -> str:
    kinds = {"bin": f"{_PACKAGE}sheet.binary.macroEnabled.main", "rels": f"{_RELATIONS}+xml"}
    parts = {"styles": "styles", "worksheets/sheet1": "worksheet"}
    defaults = "".join(
        f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in kinds.items()
    )
    named = "".join(
        f'<Override PartName="/xl/{part}.bin" ContentType="{_PACKAGE}{kind}"/>'
        for part, kind in parts.items()
    )
    return f'<Types xmlns="{_TYPES}">{defaults}{named}</Types>'


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{each}</Relationships>'


def _book(names: Sequence[str]) -> bytes:
    sheets = (
        _record(_BOUND, struct.pack("<II", 0, n) + _text(f"r{n}") + _text(name))
        for n, name in enumerate(names, start=1)
    )
    listed = _record(_SHEETS) + b"".join(sheets) + _record(_END_SHEETS)
    return _record(_BOOK) + listed + _record(_END_BOOK)


def _styles() -> bytes:
    looks = (
        _record(_FORMAT, struct.pack("<HHHHHHI", 0, number, 0, 0, 0, 0, 0))
        for number in (0, _DAY_FORMAT)
    )
    formats = _record(_FORMATS, struct.pack("<I", 2)) + b"".join(looks) + _record(_END_FORMATS)
    return _record(_STYLES) + formats + _record(_END_STYLES)


def _sheet(rows: Rows, merges: Sequence[Span], hidden: Collection[int]) -> Iterator[bytes]:
    yield _record(_SHEET)
    widest = max(map(len, rows), default=1)
    yield _record(_AREA, struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, widest - 1))
    yield _record(_CELLS)
    for number, row in enumerate(rows):
        look = struct.pack("<HBBB", 300, 0, _UNSEEN if number in hidden else 0, 0)
        span = struct.pack("<III", 1, 0, max(len(row) - 1, 0))
        yield _record(_ROW, struct.pack("<II", number, 0) + look + span)
        for column, value in enumerate(row):
            yield _cell(column, value)
    yield _record(_END_CELLS)
    areas = (struct.pack("<IIII", m.top, m.bottom, m.left, m.right) for m in merges)
    yield _record(_MERGES, struct.pack("<I", len(merges)))
    yield b"".join(_record(_MERGE, area) for area in areas)
    yield _record(_END_MERGES) + _record(_END_SHEET)


def _cell(column: int, value: Value) -> bytes:
    match value:
        case None:
            return b""
        case str():
            return _record(_TEXT, struct.pack("<II", column, _PLAIN) + _text(value))
        case Error():
            return _record(_ERROR, struct.pack("<IIB", column, _PLAIN, value.number))
        case bool():
            return _record(_FLAG, struct.pack("<IIB", column, _PLAIN, value))
        case date():
            day = float((value - _EPOCH).days)
            return _record(_REAL, struct.pack("<IId", column, _DAY, day))
        case _:
            return _record(_REAL, struct.pack("<IId", column, _PLAIN, float(value)))


# --- Records ------------------------------------------------------------------------------
def _record(kind: int, content: bytes = b"") -> bytes:
    name = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return name + _length(len(content)) + content


def _length(size: int) -> bytes:
    seven = size & 0x7F
    return bytes([seven]) if size < 128 else bytes([seven | 0x80]) + _length(size >> 7)


def _text(words: str) -> bytes:
    encoded = words.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded
