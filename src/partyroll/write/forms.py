"""An empty workbook to fill in: headings, drop-downs, an example, a page that explains."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from partyroll.messages import EXAMPLE_MARK, GUIDE_SHEET, GUIDE_TITLE
from partyroll.model import CellValue
from partyroll.write.entries import choice_rule, day_rule, number_rule
from partyroll.write.formats import AS_TYPED
from partyroll.write.forms_look import FormLooks
from partyroll.write.forms_page import Across, across, prepare_form_page
from partyroll.write.grid import write_text
from partyroll.write.plain import plain
from partyroll.write.sheet_names import sheet_names
from partyroll.write.sizing import row_height
from partyroll.write.whole import write_whole

_FRAMED = 25  # rows with a frame: as many as fill a page; the others are as ready
_READY = 3_000  # rows whose cells are checked while typing
_TICK = 8  # letters of the longest word that still is a tick
_GUIDE_WIDTHS = (30, 100)


class Entry(Enum):
    """What is typed into a column."""

    ORDER = "order"
    TEXT = "text"
    ID = "id"
    DAY = "day"
    NUMBER = "number"
    CHOICE = "choice"  # one of the words offered, nothing else
    OFFERED = "offered"  # words are offered, others may be typed


@dataclass(frozen=True, slots=True)
class FormField:
    """A column: its heading, what is typed there, what the guide says of it."""

    heading: str
    advice: str = ""
    entry: Entry = Entry.TEXT
    width: int = 14
    choices: tuple[str, ...] = ()
    example: CellValue = None

    @property
    def bare(self) -> str:
        """The heading without the star of what must be filled in."""
        return self.heading.rstrip(" *")

    @property
    def look(self) -> str:
        """How its cells look: ticks stand in the middle."""
        ticked = self.choices and max(map(len, self.choices)) <= _TICK
        return "tick" if ticked else self.entry.value


@dataclass(frozen=True, slots=True)
class Form:
    """An empty table: `title` and `lines` stand above it, `guide` on a page of its own."""

    sheet: str
    title: str
    lines: tuple[str, ...]
    fields: tuple[FormField, ...]
    guide: tuple[str, ...]
    frozen: int = 2  # columns that stay in sight
    others: tuple["Form", ...] = ()  # tables on sheets of their own


def write_form(form: Form, path: Path) -> None:
    """Write the form to `path`, whole or not at all."""
    write_whole(path, form_bytes(form))


def form_bytes(form: Form) -> bytes:
    """Return the form as the bytes of an xlsx file."""
    target = BytesIO()
    workbook = Workbook(target, AS_TYPED)
    workbook.set_properties({"title": plain(form.title), "author": "partyroll"})
    looks = FormLooks(workbook)
    tables = (form, *form.others)
    names = sheet_names([*(one.sheet for one in tables), GUIDE_SHEET])
    *sheets, guide = (workbook.add_worksheet(name) for name in names)
    fields = tuple(field for one in tables for field in one.fields)
    offered = _write_guide(guide, replace(form, fields=fields), looks)
    for sheet, one in zip(sheets, tables, strict=True):
        _write_table(sheet, one, looks, offered)
    workbook.close()
    return target.getvalue()


# --- The table ----------------------------------------------------------------------------
def _write_table(
    sheet: Worksheet, form: Form, looks: FormLooks, offered: dict[tuple[str, ...], str]
) -> None:
    last = len(form.fields) - 1
    for column, field in enumerate(form.fields):
        sheet.set_column(column, column, field.width, looks.column(field.look))
    pages = across([field.width for field in form.fields], form.frozen)
    heading = _write_title(sheet, form, looks, pages)
    room = [(field.heading, float(field.width)) for field in form.fields]
    for column, field in enumerate(form.fields):
        write_text(sheet, heading, column, field.heading, looks.heading)
        _write_entries(sheet, heading + 1, column, field, looks)
        _check_entries(sheet, heading + 1, column, field, offered.get(field.choices, ""))
    sheet.set_row(heading, row_height(room) + 4)
    sheet.set_row(heading + 1, _example_height(form))
    sheet.freeze_panes(heading + 1, form.frozen)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(last)}{_READY}"})
    prepare_form_page(sheet, form.title, pages, kept=form.frozen)
    sheet.repeat_rows(heading)
    sheet.set_selection(heading + 1, 1, heading + 1, 1)


def _write_title(sheet: Worksheet, form: Form, looks: FormLooks, pages: Across) -> int:
    """Write what stands above the table; return the row of the headings.

    It lies on the first page alone: beside the columns that a second one repeats.
    """
    first, last = form.frozen * (pages.scale is not None), pages.first - 1
    width = float(sum(field.width for field in form.fields[first : last + 1]))
    lines = [(form.title, looks.title), *((line, looks.line) for line in form.lines)]
    for row, (text, look) in enumerate(lines):
        sheet.merge_range(row, first, row, last, "", look)
        write_text(sheet, row, first, text, look)
        sheet.set_row(row, row_height([(text, width)], line_height=20 if not row else 15))
    return len(lines) + 1


def _write_entries(
    sheet: Worksheet, first: int, column: int, field: FormField, looks: FormLooks
) -> None:
    look = looks.example(field.look)
    if field.example is None:
        sheet.write_blank(first, column, None, look)
    else:
        write_text(sheet, first, column, _marked(field.example), look)
    for row in range(first + 1, first + _FRAMED):
        sheet.write_blank(row, column, None, looks.entry(field.look))


def _marked(example: CellValue) -> str:
    """Return an example that nobody can take for a fact, should it stay behind in a row."""
    text = f"{example:%d/%m/%Y}" if isinstance(example, date) else str(example)
    return text if text.endswith(EXAMPLE_MARK) else f"{text} {EXAMPLE_MARK}"


def _example_height(form: Form) -> float:
    examples = [field for field in form.fields if field.example is not None]
    # Room to spare: a mark that is cut off would not be seen.
    return row_height([(_marked(field.example), field.width - 1.5) for field in examples])


def _check_entries(
    sheet: Worksheet, first: int, column: int, field: FormField, source: str
) -> None:
    rule = _rule(field, f"{xl_col_to_name(column)}{first + 1}", source)
    if rule:
        sheet.data_validation(first, column, first + _READY, column, rule)


def _rule(field: FormField, cell: str, source: str) -> dict[str, Any]:
    if field.entry is Entry.DAY:
        return day_rule(field.bare, cell)
    if field.entry is Entry.NUMBER:
        return number_rule(field.bare)
    strict = field.entry is Entry.CHOICE
    return choice_rule(field.bare, source, strict=strict) if source else {}


# --- The page that explains ---------------------------------------------------------------
def _write_guide(sheet: Worksheet, form: Form, looks: FormLooks) -> dict[tuple[str, ...], str]:
    """Write the guide; return where the words of each drop-down stand in it."""
    for column, width in enumerate(_GUIDE_WIDTHS):
        sheet.set_column(column, column, width, looks.guide)
    write_text(sheet, 0, 0, f"{GUIDE_TITLE}: {form.title}", looks.guide_title)
    row = 1
    for line in form.guide:
        sheet.merge_range(row, 0, row, 1, "", looks.guide)
        write_text(sheet, row, 0, line, looks.guide)
        sheet.set_row(row, row_height([(line, float(sum(_GUIDE_WIDTHS)))]))
        row += 1
    row = _write_columns(sheet, row + 1, form, looks)
    offered: dict[tuple[str, ...], str] = {}
    for choices, headings in _columns_by_choice(form).items():
        write_text(sheet, row, 0, f"Chọn ở {headings}", looks.guide_name)
        sheet.set_row(row, row_height([(headings, float(_GUIDE_WIDTHS[0]) - 8)]))
        for place, choice in enumerate(choices):
            write_text(sheet, row + place, 1, choice, looks.guide)
        last = row + len(choices)
        offered[choices] = f"='{GUIDE_SHEET}'!$B${row + 1}:$B${last}"
        row = last + 1
    sheet.hide_gridlines(2)
    prepare_form_page(sheet, form.title, Across(len(_GUIDE_WIDTHS)), kept=1)
    sheet.print_area(0, 0, row, 1)
    return offered


def _columns_by_choice(form: Form) -> dict[tuple[str, ...], str]:
    """Return each list of words with the columns that offer it."""
    columns: dict[tuple[str, ...], list[str]] = {}
    for field in (field for field in form.fields if field.choices):
        columns.setdefault(field.choices, []).append(f"“{field.bare}”")
    return {
        choices: f"cột {names[0]} đến {names[-1]}" if len(names) > 3 else ", ".join(names)
        for choices, names in columns.items()
    }


def _write_columns(sheet: Worksheet, row: int, form: Form, looks: FormLooks) -> int:
    """Write what each column is for; return the next free row."""
    write_text(sheet, row, 0, "Từng cột", looks.guide_title)
    row += 1
    silent = {field.entry for field in form.fields if not field.advice}
    for field in (field for field in form.fields if field.advice):
        alike = " và các cột cùng loại" if field.entry in silent - {Entry.TEXT} else ""
        write_text(sheet, row, 0, f"Cột “{field.bare}”{alike}", looks.guide_name)
        write_text(sheet, row, 1, field.advice, looks.guide)
        room = zip((f"Cột “{field.bare}”{alike}", field.advice), _GUIDE_WIDTHS, strict=True)
        sheet.set_row(row, row_height([(text, width - 2.0) for text, width in room]))
        row += 1
    return row + 1
