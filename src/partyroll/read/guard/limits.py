"""How much a workbook may hold before it is refused: far above any real roll."""

from dataclasses import dataclass, replace

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one file; sizes are in bytes, counted while reading and never believed."""

    file: int = 50 * _MEGABYTE
    parts: int = 2_000
    part: int = 256 * _MEGABYTE
    all_parts: int = 400 * _MEGABYTE
    dense_part: int = 40 * _MEGABYTE  # from here on the ratio counts
    ratio: int = 400  # unpacked : packed
    kept_part: int = 32 * _MEGABYTE  # styles, list of sheets: kept whole while they are read
    sheets: int = 200
    cells: int = 8_000_000
    strings: int = 3_000_000
    rows: int = 300_000  # with values, of one sheet
    columns: int = 1_000
    text: int = 32_767  # characters of one cell
    merged_rows: int = 2_000_000  # summed over all merged ranges of one sheet
    area: int = 8_000_000  # cells of the rectangle around all values of one sheet


DEFAULT_LIMITS = Limits()


def limits_of_office(
    *, file_mb: int, unpacked_mb: int, sheets: int, rows: int, columns: int, cells: int
) -> Limits:
    """Return the limits that an office has set, in its own units."""
    unpacked = unpacked_mb * _MEGABYTE
    raised = unpacked > DEFAULT_LIMITS.all_parts
    return replace(
        DEFAULT_LIMITS,
        file=file_mb * _MEGABYTE,
        part=unpacked if raised else min(unpacked, DEFAULT_LIMITS.part),
        all_parts=unpacked,
        sheets=sheets,
        rows=rows,
        columns=columns,
        cells=cells,
        area=max(cells, DEFAULT_LIMITS.area),
    )
