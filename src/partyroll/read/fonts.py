"""In which font a cell is written: the first sign of an old Vietnamese encoding."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from partyroll.read.guard.archive import checked_archive
from partyroll.read.guard.front import ZIP
from partyroll.read.guard.limits import DEFAULT_LIMITS
from partyroll.read.guard.parts import Parts
from partyroll.read.guard.xlsx import cell_fonts

FontsOf = Callable[[Path, str, Collection[str]], Mapping[str, str]]


def fonts_of(path: Path, sheet: str, addresses: Collection[str]) -> Mapping[str, str]:
    """Return the font of each of these cells of a sheet, as far as it is known.

    The parts stream by under the same caps as everywhere; no workbook reader runs.
    """
    content = path.read_bytes()
    if not content.startswith(ZIP):
        return {}
    with checked_archive(path, content, DEFAULT_LIMITS) as archive:
        return cell_fonts(Parts(path, archive, DEFAULT_LIMITS), sheet, addresses)
