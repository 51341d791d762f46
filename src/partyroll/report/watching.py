"""The early warning on paper: one page for each cell, with room for what was done."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from partyroll.messages import GROUND, WATCH_KIND
from partyroll.model import (
    CellValue,
    Column,
    Document,
    EarlyWarning,
    Gap,
    OfficialPaper,
    Passage,
    PassageLook,
    Shape,
    Sheet,
    Table,
)
from partyroll.period import month_list
from partyroll.report.documents import Letterhead
from partyroll.report.letters.cell_page import cell_page
from partyroll.report.letters.matter import Office

NOTICE = (
    "Việc nhắc trước để giúp đảng viên, không phải danh sách xem xét, không phải quyết định."
)
NOTHING = "Không có đảng viên nào cần nhắc, không thiếu sổ nào."
_TITLE = "Nhắc việc, theo dõi"
_UNKNOWN = "(chưa rõ chi bộ)"


@dataclass(frozen=True, slots=True)
class WatchedPerson:
    """A person with something to do in time, and where to find them."""

    person_id: str
    full_name: str
    warnings: tuple[EarlyWarning, ...]
    card_no: str | None = None
    contact: str = ""
    unit_id: str | None = None


@dataclass(frozen=True, slots=True)
class MissingBook:
    """Months of which a cell handed in no book, and what it is asked for."""

    gap: Gap
    step: str


@dataclass(frozen=True, slots=True)
class CellWatch:
    """What one cell can do in time: for its people, and for its books."""

    path: tuple[str, ...]
    people: tuple[WatchedPerson, ...] = ()
    missing: tuple[MissingBook, ...] = ()

    @property
    def name(self) -> str:
        """The cell's name."""
        return self.path[-1] if self.path else _UNKNOWN


# --- Tables -------------------------------------------------------------------------------
def people_table(people: Sequence[WatchedPerson]) -> Table:
    """Return one row for each warning; a person's name stands on the first."""
    rows: list[tuple[CellValue, ...]] = []
    for number, person in enumerate(people, start=1):
        for place, warning in enumerate(person.warnings):
            who = (number, person.full_name, person.card_no, person.contact)
            named = who if place == 0 else (None, None, None, None)
            rows.append(
                (*named, warning.text, _cells(warning), warning.step, None, person.person_id)
            )
    table = Table(
        id="people",
        title="Đảng viên cần nhắc, giúp đỡ",
        columns=(
            Column("number", "STT", Shape.ORDER, 5),
            Column("full_name", "Họ và tên", width=20),
            Column("card_no", "Số thẻ", Shape.ID, 13),
            Column("contact", "Nơi ở, liên hệ", Shape.LONG_TEXT, 20),
            Column("text", "Việc cần để ý", Shape.LONG_TEXT, 30),
            Column("evidence", "Ô trong sổ", Shape.LONG_TEXT, 18),
            Column("step", "Đề nghị làm", Shape.LONG_TEXT, 34),
            Column("done", "Đã làm, ngày", Shape.LONG_TEXT, 18, by_hand=True),
            Column("person_id", "Mã người", Shape.ID, printed=False),
        ),
        rows=tuple(rows),
    )
    return table.without_empty(frozenset({"card_no", "contact", "evidence"}))


def _cells(warning: EarlyWarning) -> str:
    """Return the cells behind a count: a sheet once, then its cells."""
    places: dict[str, list[str]] = {}
    for fact in warning.months:
        if fact.source is not None and fact.source.cell:
            places.setdefault(fact.source.sheet, []).append(fact.source.cell)
    return "; ".join(f"{sheet}: {', '.join(cells)}" for sheet, cells in places.items())


def every_warning(cells: Iterable[CellWatch]) -> Table:
    """Return all warnings of all cells as one table, for programs."""
    return Table(
        id="watch",
        title=_TITLE,
        columns=(
            Column("unit", "Chi bộ"),
            Column("full_name", "Họ và tên"),
            Column("card_no", "Số thẻ", Shape.ID),
            Column("contact", "Nơi ở, liên hệ", Shape.LONG_TEXT),
            Column("kind", "Mã"),
            Column("text", "Việc cần để ý", Shape.LONG_TEXT),
            Column("until", "Đến ngày", Shape.DATE),
            Column("evidence", "Ô trong sổ", Shape.LONG_TEXT),
            Column("step", "Đề nghị làm", Shape.LONG_TEXT),
            Column("person_id", "Mã người", Shape.ID),
        ),
        rows=tuple(row for cell in cells for row in _plain_rows(cell)),
    )


def _plain_rows(cell: CellWatch) -> Iterator[tuple[CellValue, ...]]:
    for person in cell.people:
        who = (cell.name, person.full_name, person.card_no, person.contact)
        for one in person.warnings:
            what = (one.kind.value, one.text, one.until, _cells(one), one.step)
            yield (*who, *what, person.person_id)
    for book in cell.missing:
        what = (book.gap.kind, book.gap.text, None, "", book.step)
        yield (cell.name, "", None, "", *what, "")


def missing_table(missing: Sequence[MissingBook]) -> Table:
    """Return one row for each book that is missing."""
    return Table(
        id="missing",
        title="Sổ còn thiếu (không ai bị tính vì thiếu sổ)",
        columns=(
            Column("number", "STT", Shape.ORDER, 5),
            Column("ground", "Sổ", width=14),
            Column("months", "Tháng", Shape.LONG_TEXT, 30),
            Column("step", "Đề nghị làm", Shape.LONG_TEXT, 50),
            Column("done", "Đã làm, ngày", Shape.LONG_TEXT, 20, by_hand=True),
        ),
        rows=tuple(
            (number, GROUND[one.gap.ground], month_list(one.gap.months), one.step, None)
            for number, one in enumerate(missing, start=1)
        ),
    )


def _tables(cell: CellWatch) -> tuple[Table, ...]:
    return (
        *([people_table(cell.people)] * bool(cell.people)),
        *([missing_table(cell.missing)] * bool(cell.missing)),
    )


def summary_table(cells: Sequence[CellWatch]) -> Table:
    """Return how many people of each cell are to be reminded of what."""
    kinds = [
        kind
        for kind in WATCH_KIND
        if any(w.kind == kind for cell in cells for p in cell.people for w in p.warnings)
    ]
    rows: list[tuple[CellValue, ...]] = [
        (number, _named(cell), *_counts(cell, kinds))
        for number, cell in enumerate(cells, start=1)
    ]
    sums = [sum(column) for column in zip(*(_counts(c, kinds) for c in cells), strict=True)]
    titles = [(kind, f"{WATCH_KIND[kind][0].upper()}{WATCH_KIND[kind][1:]}") for kind in kinds]
    return Table(
        id="summary",
        title="Tổng hợp theo chi bộ",
        columns=(
            Column("number", "STT", Shape.ORDER, 5),
            Column("unit", "Chi bộ", width=32),
            Column("people", "Số đảng viên", Shape.COUNT, 10),
            *(Column(kind, title, Shape.COUNT, 14) for kind, title in titles),
            Column("missing", "Sổ còn thiếu", Shape.COUNT, 10),
        ),
        rows=(*rows, (None, "Cộng", *sums)) if cells else (),
        total_rows=int(bool(cells)),
    )


def _named(cell: CellWatch) -> str:
    return ", ".join(reversed(cell.path[-2:])) or _UNKNOWN


def _counts(cell: CellWatch, kinds: Sequence[str]) -> tuple[int, ...]:
    per_kind = (
        sum(any(w.kind == kind for w in person.warnings) for person in cell.people)
        for kind in kinds
    )
    return (len(cell.people), *per_kind, len(cell.missing))


# --- Documents ----------------------------------------------------------------------------
def watch_document(
    cells: Sequence[CellWatch],
    *,
    subtitle: str,
    intro: tuple[str, ...],
    letterhead: Letterhead,
) -> Document:
    """Return the warnings as a workbook to be: a summary, then a sheet for each cell."""
    return Document(
        title=_TITLE,
        subtitle=subtitle,
        organisation=letterhead.organisation,
        sheets=(
            Sheet("Tổng hợp", _TITLE, (summary_table(cells),), intro),
            *(Sheet(cell.name, f"{_TITLE}: {cell.name}", _tables(cell)) for cell in cells),
        ),
        footer=letterhead.footer,
        notice=NOTICE,
        signatures=letterhead.signatures,
        properties=letterhead.properties,
    )


def watch_papers(
    cells: Sequence[CellWatch], office: Office, *, intro: str
) -> tuple[OfficialPaper, ...]:
    """Return one landscape page for each cell, to be handed to its secretary."""
    papers = (
        cell_page(office, (Passage(intro), *_named_tables(cell)), notice=NOTICE, cell=cell.name)
        for cell in cells
    )
    empty = cell_page(office, (Passage(intro), Passage(NOTHING)), notice=NOTICE)
    return tuple(papers) or (empty,)


def _named_tables(cell: CellWatch) -> tuple[Passage | Table, ...]:
    found: list[Passage | Table] = []
    for table in _tables(cell):
        found += [Passage(f"{table.title}:", PassageLook.SECTION), table]
    return tuple(found)
