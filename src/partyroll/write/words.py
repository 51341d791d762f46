"""Values as people read them on paper, the same in Word and on a page."""

from datetime import date

from partyroll.model import CellValue, Shape
from partyroll.period import PartialDate
from partyroll.text import thousands


def cell_text(value: CellValue, shape: Shape) -> str:
    """Return a value as it is written in Vietnamese: 1.441, 47,3, 05/03/2024."""
    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return value.vi
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:.1f}".replace(".", ",")
    if isinstance(value, int) and shape is Shape.COUNT:
        return thousands(value)
    return str(value)
