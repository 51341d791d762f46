"""What makes a printed list one that people fill in and send back."""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from partyroll.model import Choices, Column, Returning, Shape
from partyroll.write.entries import choice_rule, day_rule
from partyroll.write.formats import Formats
from partyroll.write.grid import Grid, write_text
from partyroll.write.printing import footer
from partyroll.write.tables import Placed

CHOICES_SHEET = "Danh mục"
MARK_SHEET = "partyroll"
_ADVICE = "Các mục có thể chọn ở những cột màu vàng; không sửa trang này."
_WIDTH = 40
_A4 = 9
# Of a protected sheet: all that helps to read and print it stays possible.
_STILL_ALLOWED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "sort": True,
    "autofilter": True,
}


def fills_in(placed: list[Placed]) -> bool:
    """Whether people fill in any of the tables."""
    return any(column.by_hand for one in placed for column in one.columns)


def hidden_keys(placed: list[Placed]) -> bool:
    """Whether rows of any of the tables carry keys out of sight."""
    return any(column.hidden for one in placed for column in one.columns)


# --- The list itself ----------------------------------------------------------------------
def prepare_answers(grid: Grid, placed: list[Placed], returning: Returning) -> None:
    """Check what is typed, colour what stands out, hide the keys, protect all the rest."""
    for one in placed:
        _hide_keys(grid.sheet, one)
        if one.last_plain > one.heading:
            _check(grid.sheet, one, returning)
            _colour(grid, one, returning)
    grid.sheet.protect("", _STILL_ALLOWED)


def _hide_keys(sheet: Worksheet, one: Placed) -> None:
    for place, column in enumerate(one.columns):
        if column.hidden:
            sheet.set_column(place, place, column.width, None, {"hidden": True})


def _check(sheet: Worksheet, one: Placed, returning: Returning) -> None:
    offered = {choices.name: choices for choices in returning.choices}
    for place, column in enumerate(one.columns):
        rule = _rule(column, xl_rowcol_to_cell(one.first, place), offered.get(column.offers))
        if column.by_hand and rule:
            sheet.data_validation(one.first, place, one.last_plain, place, rule)


def _rule(column: Column, cell: str, choices: Choices | None) -> dict[str, object]:
    if column.shape is Shape.DATE:
        return day_rule(column.title, cell)
    if choices is not None:
        return choice_rule(column.title, f"={choices.name}", strict=choices.strict)
    return {}


def _colour(grid: Grid, one: Placed, returning: Returning) -> None:
    """Colour the rows in which somebody chose a word that must not be overlooked."""
    last = len(one.columns) - 1
    places = [place for place, column in enumerate(one.columns) if column.offers]
    for place in places:
        cell = f"${xl_col_to_name(place)}{one.first + 1}"
        for word in returning.stands_out:
            rule = {
                "type": "formula",
                "criteria": f'=TRIM({cell})="{word}"',
                "format": grid.formats.standing_out(),
            }
            grid.sheet.conditional_format(one.first, 0, one.last_plain, last, rule)


# --- Beside it ----------------------------------------------------------------------------
def write_choices(workbook: Workbook, formats: Formats, returning: Returning) -> None:
    """Write the sheet of the words that drop-downs offer, and name each list of them."""
    sheet = workbook.add_worksheet(CHOICES_SHEET)
    line, heading = formats.words("line"), formats.words("heading")
    write_text(sheet, 0, 0, _ADVICE, formats.words("note"))
    for place, choices in enumerate(returning.choices):
        sheet.set_column(place, place, _WIDTH, line)
        write_text(sheet, 2, place, choices.title, heading)
        for row, word in enumerate(choices.words, start=3):
            write_text(sheet, row, place, word, formats.cell(Shape.TEXT))
        letter, last = xl_col_to_name(place), len(choices.words) + 3
        workbook.define_name(choices.name, f"='{CHOICES_SHEET}'!${letter}$4:${letter}${last}")
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(footer(CHOICES_SHEET))
    sheet.protect("", _STILL_ALLOWED)


def write_mark(workbook: Workbook, formats: Formats, returning: Returning) -> None:
    """Write the sheet nobody sees, by which the workbook is known when it comes back."""
    sheet = workbook.add_worksheet(MARK_SHEET)
    for place, text in enumerate(returning.mark):
        write_text(sheet, 0, place, text, formats.words("line"))
    sheet.very_hidden()
