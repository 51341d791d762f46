"""A register on the screen: a table for each cell, or what to import where it is empty."""

from datetime import date
from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from partyroll.model import CellValue, Column, Line, Matter, Register
    from partyroll.tasks.registers.looking import View

_CELLS_SHOWN = 40
_NO_UNIT = "(chưa rõ chi bộ)"
_TO_DO = ("Việc cần làm", "Đề nghị làm")
_ALL_DONE = "Mọi việc đã ghi kết quả."


def tell_register(found: "View", at: Common, part: str = "") -> None:
    """Print a register, a table for each cell; an empty one says what to import.

    `part` is what was asked for alone, in words.
    """
    screen, register = at.screen, found.register
    says = ("Đang ghi",) * bool(register.columns)
    cells = found.cells
    if screen.for_people and len(cells) > _CELLS_SHOWN:
        _tell_cells(found, at)
        cells = {}
    for path, lines in cells.items():
        unit = path[-1] if path else _NO_UNIT
        # A program that reads the columns must find them in every part of a register.
        to_do = any(line.open for line in lines) if screen.for_people else not register.facts
        apart = screen.for_people and to_do and _mostly_settled(register, lines)
        titles = (register.subject, *says, *_TO_DO * (to_do and not apart))
        rows = [row for line in lines for row in _rows(found, line, to_do=to_do and not apart)]
        if screen.for_people:
            screen.table(titles, rows, title=unit)
        else:
            screen.table(("Chi bộ", *titles), [(unit, *row) for row in rows])
        if apart:
            _tell_matters(register, lines, at)
    if not found.lines:
        screen.note(_nothing(found, part), prose=True)
    to_count = "" if register.facts else f", {found.matters} việc cần làm"
    counted = f"{len(found.lines)} dòng{to_count}"
    done = f", {found.settled} việc đã xong không hiện" if found.settled else ""
    screen.note(f"{counted}{done}; tính đến ngày {found.as_of:%d/%m/%Y}.")
    if register.notice and found.lines:
        screen.note(register.notice, prose=True)


def _mostly_settled(register: "Register", lines: "Sequence[Line]") -> bool:
    """Whether most lines of a cell would stand beside two empty columns."""
    busy = sum(bool(line.open) for line in lines)
    return bool(register.columns) and 2 * busy < len(lines)


def _tell_matters(register: "Register", lines: "Sequence[Line]", at: Common) -> None:
    """Print what needs doing in a cell, below its list."""
    rows = [
        (line.entry.name if place == 0 else "", *_matter(matter))
        for line in lines
        for place, matter in enumerate(line.open)
    ]
    at.screen.table((register.subject, *_TO_DO), rows)


def _nothing(found: "View", part: str) -> str:
    """Return why nothing is shown: all is done, no line is in the part, nothing came in."""
    if found.settled:
        return _ALL_DONE
    return f"Không có dòng nào thuộc phần: {part}." if part else found.register.empty


def _tell_cells(found: "View", at: Common) -> None:
    """Print how much stands in each cell: one by one they would fill a hundred windows."""
    rows = []
    for path, lines in found.cells.items():
        until = min((line.until for line in lines if line.until), default=None)
        matters = sum(len(line.open) for line in lines)
        day = f"{until:%d/%m/%Y}" if until else ""
        rows.append((path[-1] if path else _NO_UNIT, len(lines), matters, day))
    at.screen.table(("Chi bộ", "Số dòng", "Số việc", "Hạn gần nhất"), rows)
    at.screen.note("Xem từng việc: --unit CHI BỘ, hoặc --xlsx, --docx (mỗi chi bộ một trang).")


def _rows(found: "View", line: "Line", *, to_do: bool) -> "Iterator[tuple[str, ...]]":
    """Yield a row for each matter, if they are shown; who it is about stands on the first."""
    says = (_particulars(found.register, line),) * bool(found.register.columns)
    who = (line.entry.name, *says)
    matters: tuple[Matter | None, ...] = (line.open if to_do else ()) or (None,)
    for place, matter in enumerate(matters):
        named = who if place == 0 else ("",) * len(who)
        told = _matter(matter) if matter else ("", "")
        yield (*named, *told * to_do)


def _matter(matter: "Matter") -> tuple[str, str]:
    from partyroll.report.registers import capital, matter_text

    text = matter_text(matter)
    day = f"{matter.until:%d/%m/%Y}" if matter.until else ""
    until = f"; đến hết ngày {day}" if day not in text else ""
    return f"{text}{until}", capital(matter.step)


def _particulars(register: "Register", line: "Line") -> str:
    """Return what a register says of a line: each value after the title of its column."""
    values = (
        (column.title, _in_words(column, line.entry.values.get(column.key)))
        for column in register.columns
        if column.printed
    )
    return "; ".join(
        f"{title[:1].lower()}{title[1:]}: {words}" for title, words in values if words
    )


def _in_words(column: "Column", value: "CellValue") -> str:
    from partyroll.model import Shape
    from partyroll.period import PartialDate
    from partyroll.text import thousands

    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return value.vi
    if isinstance(value, int) and column.shape is Shape.COUNT:
        return thousands(value)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
