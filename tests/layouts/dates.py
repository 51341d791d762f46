"""One day in the forms that offices write, and how much of it each form keeps."""

from collections.abc import Callable
from datetime import date

from partyroll.period import PartialDate

Written = str | int | float | date
EPOCH = date(1899, 12, 30)


def _whole(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _month(day: date) -> PartialDate:
    return PartialDate(day.year, day.month)


def _year(day: date) -> PartialDate:
    return PartialDate(day.year)


Form = tuple[Callable[[date], Written], Callable[[date], PartialDate]]
TEXT_FORMS: dict[str, Form] = {
    "03/02/1990": (lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}", _whole),
    "3/2/1990": (lambda d: f"{d.day}/{d.month}/{d.year}", _whole),
    "3.2.1990": (lambda d: f"{d.day}.{d.month}.{d.year}", _whole),
    "03-02-1990": (lambda d: f"{d.day:02d}-{d.month:02d}-{d.year}", _whole),
    "1990-02-03": (lambda d: d.isoformat(), _whole),
    "in words": (
        lambda d: f"ngày {d.day:02d} tháng {d.month:02d} năm {d.year}",
        _whole,
    ),
    "apostrophe": (lambda d: f"'{d.day:02d}/{d.month:02d}/{d.year}", _whole),
    "blanks": (lambda d: f" {d.day:02d}/{d.month:02d}/{d.year}\u00a0", _whole),
    "midnight": (lambda d: f"{d.isoformat()} 00:00:00", _whole),
    "19900203": (lambda d: d.strftime("%Y%m%d"), _whole),
    "02/1990": (lambda d: f"{d.month:02d}/{d.year}", _month),
    "2.1990": (lambda d: f"{d.month}.{d.year}", _month),
    "1990": (lambda d: str(d.year), _year),
}
CELL_FORMS: dict[str, Form] = {
    "date cell": (lambda d: d, _whole),
    "serial": (lambda d: (d - EPOCH).days, _whole),
    "year number": (lambda d: d.year, _year),
}
FORMS = TEXT_FORMS | CELL_FORMS
