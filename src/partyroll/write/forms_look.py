"""How a form looks: cells ready for what is typed into them."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from partyroll.write.formats import BASE

_GREY = "#E7E6E6"
_PALE = "#F2F2F2"
_ENTRIES: dict[str, dict[str, Any]] = {
    "order": {"num_format": "0", "align": "center"},
    "text": {"num_format": "@", "text_wrap": True},
    "id": {"num_format": "@", "align": "center"},  # Excel must not turn it into a number
    "day": {"num_format": "dd/mm/yyyy", "align": "center"},
    "number": {"num_format": "#,##0", "align": "right"},
    "choice": {"num_format": "@", "text_wrap": True},
    "tick": {"num_format": "#,##0", "align": "center"},
    "offered": {"num_format": "General", "text_wrap": True},
}


class FormLooks:
    """The formats of a form, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, str], Format] = {}
        self.title = self._new(align="center", bold=True, font_size=14, text_wrap=True)
        self.line = self._new(align="center", italic=True, text_wrap=True)
        self.heading = self._new(
            align="center", bold=True, text_wrap=True, border=1, bg_color=_GREY, num_format="@"
        )
        self.guide = self._new(text_wrap=True, valign="top", num_format="@")
        self.guide_name = self._new(text_wrap=True, valign="top", bold=True, num_format="@")
        self.guide_title = self._new(bold=True, font_size=13, num_format="@")

    def _new(self, **look: object) -> Format:
        return self._workbook.add_format({**BASE, **look})

    def column(self, entry: str) -> Format:
        """Return the format of a whole column: ready, without a frame."""
        return self._of("column", entry)

    def entry(self, entry: str) -> Format:
        """Return the format of a cell with a frame."""
        return self._of("entry", entry, border=1)

    def example(self, entry: str) -> Format:
        """Return the format of a cell of the example."""
        look = {"bg_color": _PALE, "font_color": "#7F7F7F", "text_wrap": True}
        return self._of("example", entry, border=1, italic=True, **look)

    def _of(self, part: str, entry: str, **look: object) -> Format:
        if (part, entry) not in self._made:
            self._made[part, entry] = self._new(**{**_ENTRIES[entry], **look})
        return self._made[part, entry]
