"""How a form comes out of the printer: one page wide, or two where one would be too small."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from partyroll.write.printing import footer

_A4 = 9
_PAGE_WIDTH = 777.0  # points between the margins
_SMALLEST_SCALE = 0.6
_TOLERANCE = 0.9  # programs and printers differ in how wide a letter is
_CHARACTER, _LINE = 5.25, 3.75  # points of a character, and around the characters


@dataclass(frozen=True, slots=True)
class Across:
    """How the columns of a form lie on paper: `first` of them on the page that has the title.

    `scale` is None where everything fits one page; else the columns that name the row, which
    stay in sight on the screen too, stand on the second page again.
    """

    first: int
    scale: float | None = None


def across(widths: Sequence[int], kept: int) -> Across:
    """Return how columns of these widths are printed; the first `kept` of them name the row."""
    points = [width * _CHARACTER + _LINE for width in widths]
    if _PAGE_WIDTH / sum(points) >= _SMALLEST_SCALE:
        return Across(len(widths))

    def widest(first: int) -> float:
        return max(sum(points[:first]), sum(points[:kept]) + sum(points[first:]))

    best = min(range(kept + 1, len(widths)), key=widest)
    return Across(best, min(1.0, _TOLERANCE * _PAGE_WIDTH / widest(best)))


def prepare_form_page(sheet: Worksheet, title: str, pages: Across, *, kept: int) -> None:
    """Set A4 landscape; on two pages side by side, both name the row."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.4, top=0.55, bottom=0.7)
    sheet.set_footer(footer(title))
    if pages.scale is None:
        sheet.fit_to_pages(1, 0)
        return
    sheet.set_print_scale(int(pages.scale * 100))
    sheet.set_v_pagebreaks([pages.first])
    sheet.repeat_columns(0, kept - 1)
    sheet.print_across()
