"""A table as a value: its kind, place, columns and what holds for all of its rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from partyroll.read.around_rows import Setting, column_names
from partyroll.read.books import BookMonths
from partyroll.read.exit_columns import OF_EXITS
from partyroll.read.facts import Row, Table, TableKind, UnitRef
from partyroll.read.grid import Grid, address, letter
from partyroll.read.heading_rows import DECLARED_FIELDS
from partyroll.read.headings import Dictionary
from partyroll.read.heads import Column
from partyroll.read.lessons import signature_of
from partyroll.read.rosters import ATTRIBUTES, PRIVATE, SENSITIVE
from partyroll.read.samples import column_samples, written_samples
from partyroll.read.stacked import several_lines_each
from partyroll.read.tables import Block

_ROSTER_ONLY = frozenset(
    {*ATTRIBUTES, "official_date", "gender", "gender_male", "gender_female"}
    | {"hometown", "birth_place", "permanent_address", "birth_name", "resume_no"}
    | {"member_code", "card_no_old", "mark_official", "mark_probationary"}
)
# What rosters are not read for, unless their readers say that something beside them is.
_NOT_OF_ROSTERS = (
    OF_EXITS
    | {"away_place", "away_from", "away_to", "away_returned", "away_transferred"}
    | {"away_confirmed", "away_contact", "away_contacted", "away_paper"}
    | {"award_form", "award_on", "award_by", "award_reason", "award_example"}
    | {
        "excuse_kind",
        "excuse_why",
        "excuse_by",
        "excuse_on",
        "excuse_paper",
        "excuse_host",
        "excuse_share",
    }
    | {"support_need", "support_measure", "support_by", "support_on", "support_opened"}
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a table comes from and what surrounds it.

    `reads` are fields that this table is read for, though others keep them out.
    """

    file: str
    block: Block
    kind: TableKind
    setting: Setting
    reads: frozenset[str] = frozenset()


def table_of(
    origin: Origin,
    rows: tuple[Row, ...],
    count: int,
    *,
    months: BookMonths | None = None,
    positions: Mapping[int, str] | None = None,
) -> Table:
    """Return the table of a block; `months` are those of the one year it is about."""
    block, setting = origin.block, origin.setting
    columns = block.head.columns
    unread = PRIVATE | (SENSITIVE - setting.sensitive)
    if origin.kind is not TableKind.DECLARED:
        unread |= DECLARED_FIELDS
    if origin.kind is TableKind.ROSTER and not several_lines_each(block):
        unread |= _NOT_OF_ROSTERS
    unread -= origin.reads
    ignored = _ignored(block.head.columns, unread)
    fields = _fields(origin.kind, block.head.columns, months, ignored)
    return Table(
        kind=origin.kind,
        file=origin.file,
        sheet=block.grid.name,
        range=block.range,
        heading_rows=tuple(row + 1 for row in block.head.rows if row >= 0),
        columns=fields,
        rows=rows,
        row_count=count,
        encoding=block.grid.encoding,
        unit=_unit(setting),
        year=months.year if months else next(iter(block.title.years), None),
        months=_month_numbers(origin.kind, months),
        positions=positions or {},
        layout=_layout(origin.kind, fields),
        book_date=block.book_date,
        unknown_columns=column_names((*ignored, *_of_people(origin, columns, ignored))),
        headings=column_names(columns),
        samples=column_samples(
            origin.kind,
            block.grid,
            (c for c in columns if c not in ignored),
            rows,
            positions or {},
        ),
        signature=signature_of(columns),
        title_years=block.title.years,
    )


def skipped_sheet(file: str, grid: Grid) -> Table:
    """Return the entry of a sheet without a readable table."""
    last = address(max(len(grid.rows) - 1, 0), max(grid.width - 1, 0))
    place = f"A1:{last}"
    return Table(TableKind.SKIPPED, file, grid.name, place, (), {}, encoding=grid.encoding)


def nameless_table(file: str, grid: Grid, heading: int, dictionary: Dictionary) -> Table:
    """Return the entry of a sheet whose names nobody found: its headings, what stands below."""
    meant = {c: dictionary.meaning(grid.value(heading, c)) for c, _ in grid.texts(heading)}
    known = {letter(c): m.fields for c, m in meant.items() if m.fields}
    shown = [c for c, m in meant.items() if not {*m.fields} & (PRIVATE | SENSITIVE)]
    texts = {letter(column): text for column, text in grid.texts(heading)}
    return replace(
        skipped_sheet(file, grid),
        heading_rows=(heading + 1,),
        columns=known,
        unknown_columns={c: text for c, text in texts.items() if c not in known},
        headings=texts,
        samples=written_samples(grid, shown, range(heading + 1, len(grid.rows))),
    )


def _ignored(columns: Iterable[Column], unread: frozenset[str]) -> tuple[Column, ...]:
    """Return the columns that are not read: unknown, private, or only read on request."""
    return tuple(
        c
        for c in columns
        if c.text and c.meaning.month is None and not set(c.meaning.fields) - unread
    )


def _of_people(
    origin: Origin, columns: Iterable[Column], ignored: tuple[Column, ...]
) -> tuple[Column, ...]:
    """Return the columns of a book that only a roster would be read for."""
    if origin.kind not in {TableKind.DUES, TableKind.MEETINGS}:
        return ()
    return tuple(
        c
        for c in columns
        if c not in ignored and c.meaning.fields and set(c.meaning.fields) <= _ROSTER_ONLY
    )


def _fields(
    kind: TableKind,
    columns: Iterable[Column],
    months: BookMonths | None,
    ignored: tuple[Column, ...],
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    own = months.read_columns if months else frozenset[int]()
    for column in columns:
        if column in ignored:
            continue
        if column.index in own and months is not None:
            found[column.letter] = tuple(
                f"{kind}:{months.year}-{month:02d}" for month in column.meaning.months
            )
        elif column.meaning.month is None:
            found[column.letter] = column.meaning.fields
    return found


def _month_numbers(kind: TableKind, months: BookMonths | None) -> tuple[int, ...]:
    if months is None:
        return ()
    if kind is TableKind.DUES:
        return tuple(range(1, 13))
    return tuple(column.meaning.month or 0 for column in months.columns)


def _layout(kind: TableKind, fields: Mapping[str, tuple[str, ...]]) -> str:
    """Return what two versions of one book have in common, whatever the year."""
    names = sorted(
        name.rpartition("-")[2] if ":" in name else name
        for held in fields.values()
        for name in held
    )
    return f"{kind}|{','.join(names)}"


def _unit(setting: Setting) -> UnitRef | None:
    if not (setting.unit or setting.parents):
        return None
    return UnitRef(setting.unit, setting.parents, setting.origin if setting.unit else "")
