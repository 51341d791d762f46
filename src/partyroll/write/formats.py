"""The few looks of a printed table, all in Times New Roman."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from partyroll.model import Shape

FONT = "Times New Roman"
BASE: dict[str, Any] = {
    "font_name": FONT,
    "font_family": 1,
    "font_scheme": "none",  # a scheme would let Excel put the theme's font in its place
    "font_size": 11,
    "valign": "vcenter",
}
# What every workbook is opened with: a text stays what was typed, never a formula or a link.
AS_TYPED: dict[str, Any] = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,  # names of people do not belong into the folder for temporary files
    "default_format_properties": BASE,
}
_NUMBERS: dict[Shape, dict[str, Any]] = {
    Shape.TEXT: {"num_format": "@", "text_wrap": True},
    Shape.LONG_TEXT: {"num_format": "@", "text_wrap": True},
    Shape.OUTLINE: {"num_format": "@", "text_wrap": True},
    Shape.ID: {"num_format": "@", "text_wrap": True, "align": "center"},
    Shape.COUNT: {"num_format": "#,##0", "align": "right"},
    Shape.ORDER: {"num_format": "0", "align": "center"},
    Shape.DECIMAL: {"num_format": "#,##0.00", "align": "right"},
    Shape.PERCENT: {"num_format": "0.0", "align": "right"},
    Shape.DATE: {"num_format": "dd/mm/yyyy", "align": "center"},
}
_WORDS: dict[str, dict[str, Any]] = {
    "upper": {"align": "center", "text_wrap": True},
    "issuing": {"align": "center", "bold": True, "text_wrap": True},
    "marked": {"align": "center", "bold": True, "font_size": 12},
    "party": {"align": "center", "bold": True, "underline": 1, "font_size": 12},
    "title": {"align": "center", "bold": True, "font_size": 14, "text_wrap": True},
    "subtitle": {"align": "center", "bold": True, "text_wrap": True},
    "notice": {"align": "center", "italic": True, "text_wrap": True},
    "advice": {"align": "left", "italic": True, "bold": True, "text_wrap": True},
    "line": {"align": "left", "text_wrap": True},
    "table": {"align": "left", "bold": True, "font_size": 12, "text_wrap": True},
    "note": {"align": "left", "italic": True, "font_size": 10, "text_wrap": True},
    "heading": {
        "align": "center",
        "bold": True,
        "text_wrap": True,
        "border": 1,
        "bg_color": "#E7E6E6",
        "num_format": "@",
    },
    "signature": {"align": "center", "bold": True, "text_wrap": True},
}
_LINK = "#1F4E79"  # dark enough to print as black
_BY_HAND = "#FFF2CC"


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[object, ...], Format] = {}

    def words(self, name: str) -> Format:
        """Return the format of a line outside tables, or of a heading cell."""
        return self._once(("words", name), _WORDS[name])

    def cell(
        self,
        shape: Shape,
        *,
        total: bool = False,
        indent: int = 0,
        by_hand: bool = False,
        link: bool = False,
        wrapped: bool = True,
    ) -> Format:
        """Return the format of a table cell; those that people fill in are yellow and open."""
        key = (shape, total, indent, by_hand, link, wrapped)
        if key in self._made:  # asked for each cell, made once
            return self._made[key]

        look = {**_NUMBERS[shape], "border": 1, "bold": total}
        if not wrapped:
            look.pop("text_wrap", None)
        if link:
            look["font_color"] = _LINK
        if indent:
            look["indent"] = indent
        if by_hand:
            # From the top: of a text that is too long its beginning is seen.
            look |= {"bg_color": _BY_HAND, "locked": False, "valign": "top"}
        return self._once(key, look)

    def standing_out(self) -> Format:
        """Return what is laid over a row that must not be overlooked."""
        return self._once(("standing_out",), {"bg_color": "#F8CBAD", "font_color": "#9C0006"})

    def _once(self, key: tuple[object, ...], look: dict[str, Any]) -> Format:
        if key not in self._made:
            self._made[key] = self._workbook.add_format({**BASE, **look})
        return self._made[key]
