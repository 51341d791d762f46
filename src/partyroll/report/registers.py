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
    Document,
    Line,
    Matter,
    OfficialPaper,
    Passage,
    PassageLook,
    Returning,
    Shape,
    Sheet,
    Table,
)
from partyroll.report.documents import Letterhead
from partyroll.report.letters.cell_page import cell_page
from partyroll.report.letters.matter import Office
from partyroll.text import natural_key

UNKNOWN_UNIT = "(chưa rõ chi bộ)"
NOTHING = "Không có việc nào cần làm."
OUTCOMES = Choices(
    "dm_ket_qua_viec", MATTER_ANSWER["outcome"], tuple(MATTER_OUTCOME.values()), strict=True
)
_ADVICE = (
    "Chỉ ghi vào các ô màu vàng, rồi nhập lại chính tệp này: partyroll import. Để trống là chưa"
    " làm. Muốn sắp xếp hay sửa ô khác: Review (Xem lại) ▸ Unprotect Sheet (Bỏ bảo vệ trang"
    " tính), không có mật khẩu."
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
_SEEN = Column("seen", "Chi bộ xác nhận, bổ sung", Shape.LONG_TEXT, 18, by_hand=True)
_ANSWERS = (
    _answer("outcome", 13, offers=OUTCOMES.name),
    _answer("text", 22),
    _answer("answered_by", 14),
    _answer("answered_on", 11, Shape.DATE),
    _answer("paper", 13),
)
_KEYS = (
    Column("subject_id", "Mã", Shape.ID, printed=False),
    Column("kind", "Loại việc", printed=False),
    Column("row_key", MATTER_ROW, Shape.TEXT, 10, hidden=True),
)
_TO_BE_ANSWERED = frozenset(column.key for column in (*_ANSWERS, *_KEYS[1:]))


def register_table(page: RegisterPage) -> Table:
    """Return one row for each matter, and one for each line without any."""
    table = Table(
        id="register",
        title=page.title,
        columns=(
            Column("number", "STT", Shape.ORDER, 5),
            Column("name", page.subject, width=20),
            Column("unit", "Chi bộ", width=18),
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


def _rows(page: RegisterPage) -> Iterator[tuple[CellValue, ...]]:
    for number, line in enumerate(page.lines, start=1):
        entry = line.entry
        own = (entry.values.get(column.key) for column in page.columns)
        who = (number, entry.name, line.unit or UNKNOWN_UNIT, *own)
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


def summary_table(page: RegisterPage) -> Table:
    """Return how much needs doing in each cell, by kind."""
    counted = {
        path: Counter(matter.kind.value for line in lines for matter in line.open)
        for path, lines in page.cells.items()
    }
    busy = {path: counts for path, counts in counted.items() if counts}
    kinds = [kind for kind in MATTER if any(kind in counts for counts in busy.values())]
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


def capital(words: str) -> str:
    """Return words as they begin a cell."""
    return f"{words[:1].upper()}{words[1:]}"


def _named(path: Sequence[str]) -> str:
    return ", ".join(reversed(path[-2:])) or UNKNOWN_UNIT


# --- Documents ----------------------------------------------------------------------------
def register_document(page: RegisterPage, *, letterhead: Letterhead) -> Document:
    """Return a register as a workbook to be: a summary, the list that comes back."""
    table = register_table(page)
    intro = () if page.lines else (page.empty,)
    return Document(
        title=page.title,
        subtitle=page.subtitle,
        organisation=letterhead.organisation,
        sheets=(
            *_summary(page, intro),
            *([Sheet("Danh sách", page.title, (table,))] * bool(page.lines)),
        ),
        footer=letterhead.footer,
        notice=page.notice,
        signatures=letterhead.signatures,
        properties=letterhead.properties,
        confidentiality=letterhead.confidentiality,
        returning=_returning(page),
    )


def _summary(page: RegisterPage, intro: tuple[str, ...]) -> Iterator[Sheet]:
    """Yield the sheet that counts what needs doing; facts alone are not counted."""
    if not (page.facts and page.lines):
        yield Sheet("Tổng hợp", page.title, (summary_table(page),), intro, together=True)


def _returning(page: RegisterPage) -> Returning | None:
    if page.facts or not page.lines:
        return None
    return Returning(page.mark, _ADVICE, (OUTCOMES,))


def register_papers(
    page: RegisterPage, office: Office, *, intro: str
) -> tuple[OfficialPaper, ...]:
    """Return one landscape page for each cell with something to do, or with people to list."""
    papers = tuple(
        cell_page(
            office,
            (Passage(intro), *_contents(page, lines)),
            notice=page.notice,
            cell=path[-1] if path else UNKNOWN_UNIT,
        )
        for path, lines in page.cells.items()
        if page.facts or page.listed or any(line.open for line in lines)
    )
    empty = cell_page(office, (Passage(intro), Passage(NOTHING)), notice=page.notice)
    return papers or (empty,)


def _contents(page: RegisterPage, lines: list[Line]) -> Iterator[Passage | Table]:
    """Yield what stands on the page of a cell: its people, then what is to be done."""
    if page.facts:
        yield _people_table(page, lines)
    if page.listed:
        yield _people_table(page, lines, _SEEN)
    if page.listed and any(line.open for line in lines):
        yield Passage("Việc cần làm", PassageLook.SECTION, together=True)
    if not page.facts and any(line.open for line in lines):
        yield _cell_table(lines)


def _people_table(page: RegisterPage, lines: Iterable[Line], *beside: Column) -> Table:
    """Return the lines of a cell under the columns of the register, and columns to fill in."""
    table = Table(
        id="facts",
        title=page.title,
        columns=(
            Column("number", "STT", Shape.ORDER, 5),
            Column("name", page.subject, width=20),
            *page.columns,
            *beside,
        ),
        rows=tuple(
            (
                number,
                line.entry.name,
                *(line.entry.values.get(column.key) for column in page.columns),
                *(None for _ in beside),
            )
            for number, line in enumerate(lines, start=1)
        ),
    )
    return table.without_empty(frozenset(column.key for column in page.columns))


def _cell_table(lines: Iterable[Line]) -> Table:
    busy = [line for line in lines if line.open]
    rows: list[tuple[CellValue, ...]] = []
    for number, line in enumerate(busy, start=1):
        for place, matter in enumerate(line.open):
            who = (number, line.entry.name) if place == 0 else (None, None)
            rows.append((*who, *_what(matter), None))
    table = Table(
        id="matters",
        title="Việc cần làm",
        columns=(
            Column("number", "STT", Shape.ORDER, 5),
            Column("name", "Họ và tên", width=20),
            *_WHAT,
            Column("done", "Đã làm, ngày", Shape.LONG_TEXT, 18, by_hand=True),
        ),
        rows=tuple(rows),
    )
    return table.without_empty(frozenset({"until"}))
