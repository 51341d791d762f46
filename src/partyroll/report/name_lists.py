"""Lists of the people behind the figures, and which number finds its people in which rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from partyroll.model import Block, CellValue, ExitRecord, Shape, Sheet, Table
from partyroll.report.counted import Number, counted, repeats_others
from partyroll.report.names import behind_row, behind_table, names_table, undated_table
from partyroll.report.term import TermReport

_BEHIND = "behind"
_SHEET = "Tên sau từng số"
_TITLE = "Những người sau từng số của các bảng"
_MOST = 100_000  # rows; more would make a workbook that a laptop of an office opens slowly
_HOW = (
    (
        "Bấm vào một số màu xanh trong các bảng: những dòng của số đó được chọn sẵn, số thứ tự"
        " cuối cùng bằng chính số đó. Cũng có thể lọc theo ba cột Bảng, Dòng, Cột."
    ),
    (
        "Trang này không in cùng cả tệp. Muốn in những người sau một số: bấm vào số đó, rồi"
        " File (Tệp) ▸ Print (In) ▸ Print Selection (In vùng chọn). Danh sách đầy đủ để in:"
        " trang Danh sách."
    ),
)
_BEFORE_NUMBERS = frozenset({Shape.TEXT, Shape.LONG_TEXT, Shape.OUTLINE, Shape.ORDER})

Key = tuple[int, ...]  # who they are, in no order; one may be counted several times
_NOWHERE = Block(_BEHIND, -1, -1)


@dataclass(frozen=True, slots=True)
class NamedTables:
    """The tables with links to names, and the sheets where the names stand."""

    tables: Mapping[str, Table]
    sheets: tuple[Sheet, ...]


@dataclass(slots=True)
class _Rows:
    """The rows behind numbers, as they grow, and where people already stand together."""

    lines: list[tuple[CellValue, ...]] = field(default_factory=list)
    people: list[ExitRecord] = field(default_factory=list)
    blocks: dict[Key, Block] = field(default_factory=dict)
    newest: Block = _NOWHERE

    def block(self, table: Table, one: Number, since: int) -> Block | None:
        """Return where the people of a number stand; they are added where they do not yet."""
        key = _key(one.exits)
        if one.repeats and key in self.blocks:
            return self.blocks[key]
        if self._ends_with(key, since):
            return self._kept(key)
        if len(self.people) + len(key) > _MOST:
            return self.blocks.get(key)
        words = (table.title, _row_words(table, one.row), _column_words(table, one.column))
        self.lines += [
            (number, *words, *behind_row(record))
            for number, record in enumerate(one.exits, start=1)
        ]
        self.people += one.exits
        self._with_the_one_before(key, since)
        return self._kept(key)

    def _kept(self, key: Key) -> Block:
        """Return the last rows; the first of these people serve those who repeat them."""
        last = self._last(len(key))
        self.blocks.setdefault(key, last)
        return last

    def _with_the_one_before(self, key: Key, since: int) -> None:
        """Keep in mind that removed and withdrawn stand together: other tables add them up."""
        before = self.newest
        self.newest = self._last(len(key))
        if before.first >= since and before.last + 1 == self.newest.first:
            both = self.people[before.first :]
            self.blocks.setdefault(_key(both), self._last(len(both)))

    def _ends_with(self, key: Key, since: int) -> bool:
        """Whether the last rows, from the row `since` on, are just these people."""
        first = len(self.people) - len(key)
        return first >= since and _key(self.people[first:]) == key

    def _last(self, number: int) -> Block:
        return Block(_BEHIND, len(self.people) - number, len(self.people) - 1)


def with_names(report: TermReport, tables: Iterable[Table]) -> NamedTables:
    """Return `tables` with each number tied to the names of those whom it counts.

    The full list comes first, by unit; then, for each number of each table, its people once
    more, under the words of the table; then those outside all totals.  What is published has
    no names.
    """
    shown = tuple(tables)
    if report.published:
        return NamedTables({one.id: one for one in shown}, ())

    whole, undated = names_table(report), undated_table(report)
    rows = _Rows(
        blocks={
            _key(exits): Block(table.id, 0, len(exits) - 1)
            for table, exits in ((whole, report.names), (undated, report.undated))
            if exits
        }
    )
    linked = {
        table.id: replace(table, links=_links(report, table, rows))
        for table in sorted(shown, key=lambda one: repeats_others(one.id))
    }
    behind = behind_table(_BEHIND, _TITLE, rows.lines)
    return NamedTables(
        linked,
        (
            Sheet("Danh sách", whole.title, (whole,)),
            Sheet(_SHEET, _TITLE, (behind,), _HOW, on_paper=False),
            Sheet("Chưa rõ ngày", undated.title, (undated,)),
        ),
    )


def _links(report: TermReport, table: Table, rows: _Rows) -> dict[tuple[int, str], Block]:
    links: dict[tuple[int, str], Block] = {}
    group, since = "", len(rows.people)
    for one in counted(report, table):
        if one.group != group:
            group, since = one.group, len(rows.people)
        block = rows.block(table, one, since)
        if block is not None:
            links[one.row, one.column] = block
    return links


def _key(exits: Iterable[ExitRecord]) -> Key:
    return tuple(sorted(map(id, exits)))


def _row_words(table: Table, place: int) -> str:
    """Return the words that a row begins with; of a unit the whole path: names repeat."""
    row = table.rows[place]
    paths = (value for value in row if isinstance(value, str) and " › " in value)
    words = list(_leading(table, row))
    return " · ".join((next(paths, words[0]), *words[1:])) if words else ""


def _leading(table: Table, row: tuple[CellValue, ...]) -> Iterator[str]:
    for column, value in zip(table.columns, row, strict=True):
        if column.shape not in _BEFORE_NUMBERS:
            return
        if isinstance(value, str) and value:
            yield value


def _column_words(table: Table, key: str) -> str:
    return next(column.title for column in table.columns if column.key == key)
