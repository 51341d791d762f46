"""A register on paper: a row for each matter, yellow cells for what became of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partyroll.messages import (
    MATTER,
    MATTER_ANSWER,
    MATTER_OUTCOME,
    MATTER_ROW,
    NOT_A_VERDICT,
)
from partyroll.model import (
    CellValue,
    Choices,
    Column,
    Line,
    Matter,
    Shape,
    Table,
)
from partyroll.text import natural_key

_MOST_KINDS_BESIDE = 8  # more columns than a page holds legibly
UNKNOWN_UNIT = "(chưa rõ chi bộ)"
NOTHING = "Không có việc nào cần làm."
OUTCOMES = Choices(
    "dm_ket_qua_viec", MATTER_ANSWER["outcome"], tuple(MATTER_OUTCOME.values()), strict=True
)


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """What a register shows: its title, what its lines are called by, its own columns.

    `mark` is the name of the property by which it comes back, and the ledger's id.
    """

    title: str
    subtitle: str
    lines: tuple[Line, ...]
    columns: tuple[Column, ...] = ()
    subject: str = "Họ và tên"
    notice: str = NOT_A_VERDICT
    empty: str = NOTHING
    mark: tuple[str, str] = ("", "")
    facts: bool = False  # nothing on it waits for an answer
    listed: bool = False  # the page of a cell shows everybody of it

    @property
    def cells(self) -> Mapping[tuple[str, ...], list[Line]]:
        """The lines by the path of their unit, units in the order of their names."""
        found: dict[tuple[str, ...], list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.unit_path, []).append(line)
        ordered = sorted(found, key=lambda path: [natural_key(name) for name in path])
        return {path: found[path] for path in ordered}


# --- Tables -------------------------------------------------------------------------------
def _answer(field: str, width: int, shape: Shape = Shape.LONG_TEXT, offers: str = "") -> Column:
    title = MATTER_ANSWER[field]
    return Column(f"answer_{field}", title, shape, width, by_hand=True, offers=offers)


_WHAT = (
    Column("matter", "Việc cần làm", Shape.LONG_TEXT, 32),
    Column("until", "Đến hết ngày", Shape.DATE, 11),
    Column("step", "Đề nghị làm", Shape.LONG_TEXT, 30),
)
_ANSWERS = (
    _answer("outcome", 13, offers=OUTCOMES.name),
    _answer("text", 20),
    _answer("answered_by", 13),
    _answer("answered_on", 11, Shape.DATE),
    _answer("paper", 11),
)
_KEYS = (
    Column("subject_id", "Mã", Shape.ID, printed=False),
    Column("kind", "Loại việc", printed=False),
    Column("row_key", MATTER_ROW, Shape.TEXT, 10, hidden=True),
)
_TO_BE_ANSWERED = frozenset(column.key for column in (*_ANSWERS, *_KEYS[1:]))


def register_table(page: RegisterPage) -> Table:
    """Return all that is known for programs: a row for each matter, or for a line without."""
    table = Table(
        id="register",
        title=page.title,
        columns=(
            *_who_columns(page),
            *page.columns,
            *_WHAT,
            *_ANSWERS,
            *_KEYS,
        ),
        rows=tuple(_rows(page)),
        pages_by="unit",
    )
    if page.facts:
        table = table.without_empty(_TO_BE_ANSWERED)
    return table.without_empty(frozenset(column.key for column in (*page.columns, *_WHAT)))


def people_table(page: RegisterPage) -> Table:
    """Return one row for each line: what the register knows, and how much is to be done."""
    table = Table(
        id="people",
        title=page.title,
        columns=(*_who_columns(page), *page.columns, Column("open", "Số việc", Shape.COUNT, 7)),
        rows=tuple(
            (*_who(number, line), *_own(page, line), len(line.open) or None)
            for number, line in enumerate(page.lines, start=1)
        ),
    )
    return table.without_empty(frozenset({"open", *(column.key for column in page.columns)}))


def matter_table(page: RegisterPage) -> Table:
    """Return one row for each matter, with cells for what became of it."""
    busy = [line for line in page.lines if line.open]
    table = Table(
        id="matters",
        title=page.title,
        columns=(*_who_columns(page), *_WHAT, *_ANSWERS, *_KEYS[-1:]),
        rows=tuple(
            (*_who(number, line), *_what(matter), *_said(matter), *_key(line, matter)[-1:])
            for number, line in enumerate(busy, start=1)
            for matter in line.open
        ),
        pages_by="unit",
    )
    return table.without_empty(frozenset({"until"}))


def cell_people_table(page: RegisterPage, lines: Iterable[Line], *beside: Column) -> Table:
    """Return the lines of one cell, with what is known, and columns to fill in."""
    number, name, _ = _who_columns(page)
    table = Table(
        id="facts",
        title=page.title,
        columns=(number, name, *page.columns, *beside),
        rows=tuple(
            (place, line.entry.name, *_own(page, line), *(None for _ in beside))
            for place, line in enumerate(lines, start=1)
        ),
    )
    return table.without_empty(frozenset(column.key for column in page.columns))


def cell_matter_table(page: RegisterPage, lines: Iterable[Line]) -> Table:
    """Return what is to be done in one cell, to be ticked off by hand."""
    number, name, _ = _who_columns(page)
    rows: list[tuple[CellValue, ...]] = []
    for place, line in enumerate((line for line in lines if line.open), start=1):
        for nth, matter in enumerate(line.open):
            who = (None if nth else place, line.entry.name)  # rows of a name may part
            rows.append((*who, *_what(matter), None))
    done = Column("done", "Đã làm, ngày", Shape.LONG_TEXT, 18, by_hand=True)
    table = Table(
        id="matters",
        title="Việc cần làm",
        columns=(number, name, *_WHAT, done),
        rows=tuple(rows),
    )
    return table.without_empty(frozenset({"until"}))


def _who_columns(page: RegisterPage) -> tuple[Column, Column, Column]:
    return (
        Column("number", "STT", Shape.ORDER, 5),
        Column("name", page.subject, width=20),
        Column("unit", "Chi bộ", width=16),
    )


def _who(number: int, line: Line) -> tuple[CellValue, ...]:
    return (number, line.entry.name, line.unit or UNKNOWN_UNIT)


def _own(page: RegisterPage, line: Line) -> tuple[CellValue, ...]:
    return tuple(line.entry.values.get(column.key) for column in page.columns)


def _rows(page: RegisterPage) -> Iterator[tuple[CellValue, ...]]:
    for number, line in enumerate(page.lines, start=1):
        entry = line.entry
        who = (*_who(number, line), *_own(page, line))
        for matter in line.open or (None,):
            yield (*who, *_what(matter), *_said(matter), entry.subject_id, *_key(line, matter))


def _what(matter: Matter | None) -> tuple[CellValue, ...]:
    if matter is None:
        return (None, None, None)
    return (matter_text(matter), matter.until, capital(matter.step))


def matter_text(matter: Matter) -> str:
    """Return what is so, with what is doubtful about the clock."""
    doubts = f" ({'; '.join(matter.remarks)})" if matter.remarks else ""
    return f"{capital(matter.text)}{doubts}"


def _said(matter: Matter | None) -> tuple[CellValue, ...]:
    """Return what was answered until now; the paper goes on from there."""
    answer = matter.answer if matter else None
    if answer is None:
        return (None,) * len(_ANSWERS)
    outcome = MATTER_OUTCOME[answer.outcome.value] if answer.outcome else None
    return (outcome, answer.text or None, answer.by or None, answer.on, answer.paper or None)


def _key(line: Line, matter: Matter | None) -> tuple[CellValue, ...]:
    if matter is None:
        return (None, None)
    parts = (line.entry.subject_id, matter.kind.value, matter.about, matter.basis)
    return (matter.kind.value, "/".join(parts))


def summary_tables(page: RegisterPage) -> tuple[Table, ...]:
    """Return how much needs doing in each cell, by kind; of many kinds a table each."""
    counted = {
        path: Counter(matter.kind.value for line in lines for matter in line.open)
        for path, lines in page.cells.items()
    }
    busy = {path: counts for path, counts in counted.items() if counts}
    kinds = [kind for kind in MATTER if any(kind in counts for counts in busy.values())]
    if len(kinds) <= _MOST_KINDS_BESIDE:
        return (_by_cell(busy, kinds),)
    return _by_cell(busy, ()), _by_kind(busy, kinds)


def _by_cell(busy: Mapping[tuple[str, ...], Counter[str]], kinds: Sequence[str]) -> Table:
    rows: list[tuple[CellValue, ...]] = [
        (number, _named(path), sum(counts.values()), *(counts[kind] for kind in kinds))
        for number, (path, counts) in enumerate(busy.items(), start=1)
    ]
    all_counts: Counter[str] = sum(busy.values(), Counter())
    total = (None, "Cộng", all_counts.total(), *(all_counts[kind] for kind in kinds))
    return Table(
        id="summary",
        title="Tổng hợp theo chi bộ",
        columns=(
            Column("number", "STT", Shape.ORDER, 5),
            Column("unit", "Chi bộ", width=32),
            Column("matters", "Số việc", Shape.COUNT, 9),
            *(Column(kind, capital(MATTER[kind]), Shape.COUNT, 14) for kind in kinds),
        ),
        rows=(*rows, total) if rows else (),
        total_rows=int(bool(rows)),
        notes=() if rows else (NOTHING,),
    )


def _by_kind(busy: Mapping[tuple[str, ...], Counter[str]], kinds: Sequence[str]) -> Table:
    rows = tuple(
        (
            number,
            capital(MATTER[kind]),
            sum(counts[kind] for counts in busy.values()),
            sum(kind in counts for counts in busy.values()),
        )
        for number, kind in enumerate(kinds, start=1)
    )
    total = (None, "Cộng", sum(counts.total() for counts in busy.values()), None)
    return Table(
        id="summary_by_kind",
        title="Tổng hợp theo loại việc",
        columns=(
            Column("number", "STT", Shape.ORDER, 5),
            Column("kind", "Loại việc", Shape.LONG_TEXT, 56),
            Column("matters", "Số việc", Shape.COUNT, 9),
            Column("cells", "Số chi bộ", Shape.COUNT, 10),
        ),
        rows=(*rows, total),
        total_rows=1,
    )


def capital(words: str) -> str:
    """Return words as they begin a cell."""
    return f"{words[:1].upper()}{words[1:]}"


def _named(path: Sequence[str]) -> str:
    return ", ".join(reversed(path[-2:])) or UNKNOWN_UNIT
