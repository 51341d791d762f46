"""Rows that stayed out go back to the clerk, in their own layout, to be corrected."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from partyroll.errors import PartyrollError
from partyroll.messages import RETURNED_ANSWER
from partyroll.model import CellValue, Problem, Severity
from partyroll.read.facts import BookRow, SetAside, Table, TableKind
from partyroll.read.grid import Value, as_text, column_index
from partyroll.read.lessons import Teaching
from partyroll.read.originals import Original, OriginalRow, Part, originals
from partyroll.tasks.imports import FileResult, ImportRequest, ImportResult
from partyroll.tasks.mapping import teaching_of
from partyroll.tasks.unread import cell_of, row_of, unread_cells
from partyroll.write.asides import AsideRow, Asides, AsideSheet, write_asides
from partyroll.write.paths import free_path

TAIL = " - chưa nhập"
_ADVICE = (
    "sửa các ô màu vàng (đưa chuột vào ô để xem lý do), không cần sửa hết một lần; lưu lại,"
    " rồi nhập chính tệp này: partyroll import “{name}”{unit}.{ask} Các cột {own} để nguyên."
)
_WHICH_IS_THE_NAME = "Cột nào là họ tên?"
_ASK = " Dòng là câu hỏi thì chọn câu trả lời ở cột “Trả lời”, cần ngày thì ghi thêm ở cuối."


@dataclass(slots=True)
class _Faults:
    """What is wrong in one row, by column; `out`: the row goes back to be corrected."""

    out: bool = False
    codes: dict[str, None] = field(default_factory=dict)
    faults: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    remarks: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    answers: tuple[str, ...] = ()
    heading: str = ""  # what is asked of every heading of the row


Rows = dict[str, dict[int, _Faults]]  # by sheet and row (1-based)


def hand_back(request: ImportRequest, result: ImportResult, folder: Path) -> ImportResult:
    """Write, for every file with rows that stayed out, a workbook of these rows to `folder`.

    Nothing is written by a dry run or where the gate stopped.  Where the folder refuses, the
    result says why: the import itself is done.
    """
    if result.dry_run or result.gate.stopped:
        return result
    files = tuple(_handed_back(request, file, folder) for file in result.files)
    return replace(result, files=files)


def _handed_back(request: ImportRequest, file: FileResult, folder: Path) -> FileResult:
    rows = rows_to_return(file)
    path = _path_of(request, file) if rows else None
    if path is None:
        return file
    if _nothing_done(file, rows):
        return replace(file, returned=path)
    target = free_path(folder / f"{_stem(Path(file.file))}{TAIL}.xlsx")
    wanted = {sheet: {r for r, f in own.items() if f.out} for sheet, own in rows.items()}
    try:
        sheets = originals(
            path,
            wanted,
            teaching=_teaching(request),
            encoding=request.encoding,
            opener=request.opener,
        )
        write_asides(_asides(request, file, sheets, rows, target.name), target)
    except PartyrollError as refusal:
        return replace(file, return_refusal=str(refusal))
    return replace(file, returned=target)


def _nothing_done(file: FileResult, rows: Rows) -> bool:
    """Whether a workbook that came back brought nothing: it still is the one to correct."""
    out = {(sheet, row) for sheet, own in rows.items() for row, f in own.items() if f.out}
    return bool(file.completes) and not file.added + file.changed and out <= file.untouched


def _teaching(request: ImportRequest) -> Teaching:
    ledger = request.ledger if request.ledger.exists() else None
    return teaching_of(request.maps, request.headings, ledger)


def _path_of(request: ImportRequest, file: FileResult) -> Path | None:
    """Return where the file lies, if it is still the one that was read."""
    for path in request.files:
        same = path.name == file.file and path.is_file()
        if same and sha256(path.read_bytes()).hexdigest() == file.sha256:
            return path
    return None


def _stem(path: Path) -> str:
    """Return the name of the first workbook: one that came back keeps it."""
    return path.stem.partition(TAIL)[0] if TAIL in path.stem else path.stem


# --- Which rows ---------------------------------------------------------------------------
def rows_to_return(file: FileResult) -> Rows:
    """Return the rows of `file` that stayed out or hold a month nobody could read."""
    wanted: dict[tuple[str, int], list[str]] = defaultdict(list)
    slips = {table.sheet for table in file.tables if table.kind is TableKind.TRANSFERS}
    for aside in file.set_aside:
        if aside.sheet not in slips:  # nobody corrects what another office wrote
            wanted[aside.sheet, aside.row].append(aside.code)
    elsewhere = _rows_elsewhere(file.tables)
    for where in [*wanted]:
        for other in elsewhere.get(where, ()):
            wanted[other] += []
    unread = unread_cells(file.tables)
    for sheet, cell in unread:
        wanted[sheet, row_of(cell)] += []
    rows: Rows = defaultdict(dict)
    for (sheet, row), codes in wanted.items():
        rows[sheet][row] = _Faults(out=True, codes=dict.fromkeys(codes))
    if rows:
        _explain(rows, file.problems, unread, file.set_aside)
    return dict(rows)


def _rows_elsewhere(tables: Iterable[Table]) -> dict[tuple[str, int], set[tuple[str, int]]]:
    """Return the other rows of people whose months stand in blocks of their own."""
    found: dict[tuple[str, int], set[tuple[str, int]]] = {}
    for table in tables:
        for row in table.rows:
            if isinstance(row, BookRow) and row.cells:
                cells = (cell_of(table, row, place) for place in row.cells)
                found[table.sheet, row.row] = {(sheet, row_of(cell)) for sheet, cell in cells}
    return found


def _explain(
    rows: Rows,
    problems: Iterable[Problem],
    unread: set[tuple[str, str]],
    asides: Iterable[SetAside],
) -> None:
    """Put every problem where it stands; one of a heading, beside the rows it keeps out."""
    questions = {(p.sheet, p.code): p.answers for p in problems if p.answers}
    for problem in problems:
        own = rows.get(problem.sheet)
        if own is None or problem.row is None or not problem.cell:
            continue
        faults = own.setdefault(problem.row, _Faults())
        column = column_index(problem.cell)
        if problem.code == "name_column_unknown":
            faults.heading = f"{_WHICH_IS_THE_NAME} {problem.message}"
        elif problem.severity is Severity.ERROR or (problem.sheet, problem.cell) in unread:
            faults.codes.setdefault(problem.code)
            faults.faults[column].append(problem.message)
            faults.answers = faults.answers or problem.answers
        else:
            faults.remarks[column].append(problem.message)
    own_words = {(p.sheet, p.row, p.code) for p in problems}
    for aside in asides:
        if (aside.sheet, aside.row, aside.code) not in own_words:
            faults = rows[aside.sheet][aside.row]
            faults.answers = faults.answers or questions.get((aside.sheet, aside.code), ())


# --- The workbook -------------------------------------------------------------------------
def _asides(
    request: ImportRequest,
    file: FileResult,
    sheets: Iterable[Original],
    rows: Rows,
    name: str,
) -> Asides:
    own = [_sheet(sheet, rows[sheet.sheet], file) for sheet in sheets]
    columns = own[0].own_columns if own else ()
    advice = _ADVICE.format(
        name=name,
        unit=f' --unit "{request.unit}"' if request.unit else "",
        own=", ".join(f"“{column}”" for column in columns if column != RETURNED_ANSWER),
        ask=_ASK if RETURNED_ANSWER in columns else "",
    )
    return Asides(file.file, file.completes or file.sha256, advice, tuple(own))


def _sheet(original: Original, rows: Mapping[int, _Faults], file: FileResult) -> AsideSheet:
    merges = tuple((s.top, s.left, s.bottom, s.right) for s in original.merges)
    lines = tuple(
        _row(row, rows.get(row.number, _Faults()), _origin(file, (original.sheet, row.number)))
        for row in original.rows
    )
    return AsideSheet(original.sheet, lines, merges)


def _origin(file: FileResult, where: tuple[str, int]) -> tuple[str, int]:
    """Return where a row first stood; 0 for one that somebody added to a returned workbook."""
    return file.origins.get(where, (where[0], 0)) if file.completes else where


def _row(row: OriginalRow, faults: _Faults, origin: tuple[str, int]) -> AsideRow:
    body = row.part is Part.BODY
    for column, value in enumerate(row.values if faults.heading else ()):
        if as_text(value):
            faults.faults[column].append(faults.heading)
    return AsideRow(
        number=row.number,
        part=row.part.value,
        values=tuple(map(_typed, row.values)),
        codes=tuple(faults.codes),
        faults=_joined(faults.faults),
        remarks=_joined(faults.remarks),
        answers=faults.answers if body else (),
        origin=origin,
        texts=tuple(map(as_text, row.values)) if body else (),
    )


def _joined(told: Mapping[int, list[str]]) -> dict[int, str]:
    return {column: "\n".join(dict.fromkeys(messages)) for column, messages in told.items()}


def _typed(value: Value) -> CellValue:
    """Return a value as a workbook can hold it again."""
    if isinstance(value, str | bool | float | int | date):
        return value
    return as_text(value)
