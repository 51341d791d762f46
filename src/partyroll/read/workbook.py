"""One workbook in, everything it states out: tables, problems, rows set aside."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from python_calamine import PasswordError

from partyroll.read.assembly import Reader
from partyroll.read.csv_text import SUFFIXES, csv_grid
from partyroll.read.facts import ReadFile
from partyroll.read.grid import Grid, open_grids
from partyroll.read.headings import Dictionary
from partyroll.read.legacy import undecided, with_unicode
from partyroll.read.ods_merges import with_ods_merges
from partyroll.read.refusals import WorkbookBroken, WorkbookHasPassword
from partyroll.read.sniffing import OLE, checked_bytes
from partyroll.read.traits import Traits, find_traits, with_traits

Progress = Callable[[str, int, int], None]


def read_workbook(
    path: Path,
    *,
    today: date,
    headings: Mapping[str, str] | None = None,
    sensitive: frozenset[str] = frozenset(),
    encoding: str = "",
    progress: Progress | None = None,
) -> ReadFile:
    """Return everything that the workbook at `path` states.

    `headings` are synonyms the user taught (heading → field); `sensitive` names fields that
    are read only on request (ethnicity, religion); `encoding` is what the user says of text
    that is not plainly Unicode: tcvn3, vni or unicode.
    """
    content = checked_bytes(path)
    stored, traits = _open(path, content, encoding)
    grids, told = with_unicode(
        path, stored, legacy_fonts=traits.legacy_fonts, encoding=encoding
    )
    reader = Reader(
        path.name,
        today=today,
        epoch_1904=traits.epoch_1904,
        dictionary=Dictionary(headings),
        sensitive=sensitive,
        progress=progress,
    )
    result = reader.read(grids)
    return ReadFile(
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        content_sha256=_digest(grids),
        size=len(content),
        tables=result.tables,
        problems=(*told, *result.problems, *undecided(path.name, grids, result.problems)),
        set_aside=result.set_aside,
    )


def read_sheets(path: Path, *, encoding: str = "") -> list[Grid]:
    """Return the cells of the workbook at `path` as the reader sees them."""
    stored, traits = _open(path, checked_bytes(path), encoding)
    grids, _ = with_unicode(path, stored, legacy_fonts=traits.legacy_fonts, encoding=encoding)
    return grids


def _open(path: Path, content: bytes, encoding: str) -> tuple[list[Grid], Traits]:
    try:
        if path.suffix.casefold() in SUFFIXES and not content.startswith((b"PK", OLE)):
            return [csv_grid(path, content, encoding)], Traits()
        traits = find_traits(path)
        grids = with_ods_merges(path, [*open_grids(path)])
        return (with_traits(path, grids) if traits.need_second_reading else grids), traits
    except PasswordError as error:
        raise WorkbookHasPassword(path) from error
    except Exception as error:
        raise WorkbookBroken(path) from error


def _digest(grids: Iterable[Grid]) -> str:
    """Return a digest of the values, equal for the same content saved again."""
    digest = hashlib.sha256()
    for grid in grids:
        digest.update(f"{grid.name}|{sorted(map(repr, grid.merges))}|".encode())
        for row in grid.rows:
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
