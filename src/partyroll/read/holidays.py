"""Lists of public holidays: a day, or the first and the last of several, with a name."""

import re
from datetime import date, timedelta

from partyroll.period import PartialDate
from partyroll.read.cells import Cells
from partyroll.read.dates import read_date
from partyroll.read.facts import HolidayRow
from partyroll.read.grid import as_text

UNNAMED = "Ngày nghỉ"
_LONGEST = 31  # days in a row: a longer span is a slip
# "16-20/2/2026", "30/4 - 1/5/2026": the first day borrows what it does not say.
_SPAN = re.compile(
    r"(\d{1,2})(?:/(\d{1,2}))?(?:/(\d{4}))?\s*(?:-|–|đến)\s*(\d{1,2})/(\d{1,2})/(\d{4})"
)


class HolidayReader:
    """Reads the rows of one list of public holidays."""

    def __init__(self, today: date) -> None:
        self._latest = date(today.year + 50, 12, 31)  # they are announced for years to come

    def __call__(self, cells: Cells) -> HolidayRow | None:
        """Return the days of a row; what is wrong stands in the row's remarks."""
        span = _SPAN.fullmatch(as_text(cells.value("holiday_day")).strip())
        first, last = self._spanned(cells, span) if span else self._days(cells)
        days: tuple[date, ...] = ()
        if first is not None and last is not None:
            days = tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
        if not days and not cells.remarks:
            cells.say("holiday_day", "holiday_without_day")
        elif len(days) > _LONGEST:
            cells.say("holiday_day", "holiday_too_long")
        name = cells.text("holiday_name") if cells.has("holiday_name") else ""
        return HolidayRow(cells.row + 1, days, name or UNNAMED)

    def _days(self, cells: Cells) -> tuple[date | None, date | None]:
        first = _exact(cells.day("holiday_day", self._latest))
        if not cells.has("holiday_last") or cells.value("holiday_last") == "":
            return first, first
        last = _exact(cells.day("holiday_last", self._latest))
        if first and last and last < first:
            cells.say("holiday_last", "ends_before_begins")
        return first, last

    def _spanned(self, cells: Cells, span: re.Match[str]) -> tuple[date | None, date | None]:
        day, month, year, *end = span.groups()
        texts = (f"{day}/{month or end[1]}/{year or end[2]}", "/".join(end))
        readings = [read_date(text, latest=self._latest) for text in texts]
        for reading in readings:
            if reading.code:
                cells.say("holiday_day", reading.code)
        first, last = (_exact(reading.value) for reading in readings)
        if first and last and last < first:
            cells.say("holiday_day", "ends_before_begins")
        return first, last


def _exact(day: PartialDate | None) -> date | None:
    return day.first if day is not None and day.exact else None
