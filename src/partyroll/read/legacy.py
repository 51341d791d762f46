"""Old one-byte Vietnamese: refused with a reason, never stored as it looks."""

import re
from pathlib import Path

from partyroll.read.fonts import fonts_of
from partyroll.read.grid import Grid, address
from partyroll.read.refusals import WorkbookInLegacyFont
from partyroll.read.traits import Traits
from partyroll.read.values import is_unicode_vietnamese, looks_legacy

_ONE_BYTE = re.compile("[\u00a1-\u00ff]")
_SHARE = 0.3  # of the texts with accents: real Unicode sheets stay near zero
_LEAST = 3


def refuse_legacy(path: Path, grids: list[Grid], traits: Traits) -> None:
    """Refuse a workbook whose text is Vietnamese only in an old font."""
    for grid in grids:
        if grid.hidden:
            continue
        suspects = _suspects(grid)
        if not suspects:
            continue
        font = _legacy_font(path, grid, set(suspects)) if traits.legacy_fonts else ""
        if font or _mostly_legacy(grid, suspects):
            raise WorkbookInLegacyFont(path, grid.name, font)


def _suspects(grid: Grid) -> dict[str, str]:
    """Return the cells with one-byte signs beyond ASCII and no letter only Unicode has."""
    return {
        address(row, column): value
        for row, values in enumerate(grid.rows)
        for column, value in enumerate(values)
        if isinstance(value, str)
        and not value.isascii()
        and _ONE_BYTE.search(value)
        and not is_unicode_vietnamese(value)
    }


def _legacy_font(path: Path, grid: Grid, suspects: set[str]) -> str:
    fonts = sorted({*fonts_of(path, grid.name, suspects).values()})
    return next((font for font in fonts if font.casefold().startswith((".vn", "vni-"))), "")


def _mostly_legacy(grid: Grid, suspects: dict[str, str]) -> bool:
    legacy = sum(looks_legacy(text) for text in suspects.values())
    if legacy < _LEAST:
        return False
    unicode_texts = sum(
        isinstance(value, str) and not value.isascii() and is_unicode_vietnamese(value)
        for row in grid.rows
        for value in row
    )
    return legacy >= _SHARE * (len(suspects) + unicode_texts)
