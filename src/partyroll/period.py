"""Months, terms and dates that know how precise they are."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple, Self

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@cache  # asked for every month of every person; there are few months
def _last_day(year: int, number: int) -> date:
    return date(year, number, monthrange(year, number)[1])


class Month(NamedTuple):
    """A calendar month; months order and subtract as one would expect."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the month that holds `day`."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, iso: str) -> Self:
        """Return the month written as ``2024-03``."""
        year, number = iso.split("-")
        return cls(int(year), int(number))

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return _last_day(self.year, self.number)

    def plus(self, months: int) -> "Month":
        """Return the month `months` later (earlier when negative)."""
        year, index = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, index + 1)

    def until(self, last: "Month") -> Iterator["Month"]:
        """Yield every month from this one to `last`, both included."""
        month = self
        while month <= last:
            yield month
            month = month.plus(1)

    @property
    def vi(self) -> str:
        """The month as a clerk writes it: ``3/2024``."""
        return f"{self.number}/{self.year}"

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


_RUN = 3  # two months are listed, three are a span


def month_spans(months: Iterable[Month], *, years: bool) -> str:
    """Return months as people say them, runs drawn together: ``2, 6–8``.

    With `years` every end names its year: ``11/2023–1/2024``.
    """
    return _spans(tuple(sorted(set(months))), years)


@lru_cache(maxsize=10_000)  # many owe for the same months
def _spans(months: tuple[Month, ...], years: bool) -> str:  # noqa: FBT001 (asked very often)
    runs: list[list[Month]] = []
    for month in months:
        if runs and runs[-1][-1].plus(1) == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(_span(run, years=years) for run in runs)


def month_list(months: Iterable[Month]) -> str:
    """Return months as a clerk lists them: ``11, 12/2023, 1–4/2024``."""
    years = groupby(sorted(set(months)), key=lambda month: month.year)
    return ", ".join(f"{month_spans(group, years=False)}/{year}" for year, group in years)


def _span(run: list[Month], *, years: bool) -> str:
    named = [month.vi if years else str(month.number) for month in run]
    return f"{named[0]}–{named[-1]}" if len(run) >= _RUN else ", ".join(named)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as the paper gives it: a year, a month or a day.

    Nothing is ever filled in; `first` and `last` bound what it may mean.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        month = 1 if self.month is None else self.month
        date(self.year, month, 1 if self.day is None else self.day)  # ValueError on nonsense
        if self.day is not None and self.month is None:
            message = "a day needs a month"
            raise ValueError(message)

    @classmethod
    def parse(cls, iso: str) -> Self:
        """Read ``1990``, ``1990-02`` or ``1990-02-03``; raise ValueError on anything else."""
        found = _ISO.fullmatch(iso)
        if found is None:
            message = "not an ISO date"
            raise ValueError(message)
        year, month, day = (int(part) if part else None for part in found.groups())
        return cls(year or 0, month, day)

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the exact date `day`."""
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    @property
    def first(self) -> date:
        """The earliest day it may mean."""
        if self.day is not None and self.month is not None:
            return date(self.year, self.month, self.day)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it may mean."""
        if self.day is not None:
            return self.first
        month = Month(self.year, self.month or 12)
        return date(self.year, month.number, self.day or month.last_day.day)

    @property
    def vi(self) -> str:
        """The date as a clerk writes it: ``03/02/1990``, ``02/1990`` or ``1990``."""
        parts = [str(self.year)]
        if self.month is not None:
            parts.insert(0, f"{self.month:02d}")
        if self.day is not None:
            parts.insert(0, f"{self.day:02d}")
        return "/".join(parts)

    def __str__(self) -> str:
        return _iso_text(self.year, self.month, self.day)


@lru_cache(maxsize=50_000)  # a row's date is asked for many times, and days repeat
def _iso_text(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}"


def written(day: PartialDate | None, before: str = "") -> str:
    """Return a date as a clerk writes it after some words; nothing of one nobody knows."""
    return f"{before}{day.vi}" if day else ""


def whole_years(start: PartialDate, end: PartialDate) -> tuple[int, int]:
    """Return the least and the most full years from `start` to `end`.

    Both are equal when the two dates are precise enough to tell.
    """
    return _years(start.last, end.first), _years(start.first, end.last)


def _years(start: date, end: date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of that month (domain: §2.4)."""
    month = Month.of(day).plus(months)
    return date(month.year, month.number, min(day.day, month.last_day.day))


@dataclass(frozen=True, slots=True)
class Term:
    """A span of days, both ends included, with the words it was asked for in.

    `congress`: its bounds are those of congresses that the office stated.  `planned_end` is
    the last day of the whole term where it was cut before.
    """

    start: date
    end: date
    label: str
    congress: bool = False
    planned_end: date | None = None

    def __post_init__(self) -> None:
        if self.end < self.start:
            message = "a term ends after it starts"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2020-2025``, ``2024``, ``10/2020-10/2025`` or ``5/10/2020-4/10/2025``.

        Days joined by ``..`` or ``đến`` work too, ISO days as well.  Raise ValueError on
        anything else.
        """
        compact = text.replace(" ", "").replace("–", "-").replace("đến", "..")
        first, _, last = compact.partition("..") if ".." in compact else compact.partition("-")
        return cls(_bound(first).first, _bound(last or first).last, text.strip())

    def until(self, day: date) -> "Term":
        """Return the term up to `day`; the whole term where it ends before.

        Raise ValueError where nothing of it is left.
        """
        if day >= self.end:
            return self
        return replace(self, end=day, planned_end=self.planned_end or self.end)

    def before(self) -> "Term":
        """Return the term of equal length that ends the day before this one starts."""
        after = self.end + timedelta(days=1)
        months = (after.year - self.start.year) * 12 + after.month - self.start.month
        if add_months(self.start, months) == after:
            start = add_months(self.start, -months)
        else:
            start = self.start - (after - self.start)
        end = self.start - timedelta(days=1)
        return Term(start, end, f"{start:%d/%m/%Y}-{end:%d/%m/%Y}")

    def overlaps(self, other: "Term") -> bool:
        """Whether a day lies in both."""
        return self.start <= other.end and other.start <= self.end

    @property
    def years(self) -> range:
        """Every calendar year the term touches."""
        return range(self.start.year, self.end.year + 1)

    def is_partial(self, year: int) -> bool:
        """Whether the term holds only a part of `year`."""
        return self.start > date(year, 1, 1) or self.end < date(year, 12, 31)

    def holds(self, when: PartialDate) -> bool | None:
        """Whether `when` lies in the term; None when it is too imprecise to tell."""
        if when.first >= self.start and when.last <= self.end:
            return True
        if when.last < self.start or when.first > self.end:
            return False
        return None

    @property
    def vi(self) -> str:
        """The exact bounds as printed: ``01/01/2020 đến 31/12/2025``."""
        until = "tính đến" if self.planned_end else "đến"
        return f"{self.start:%d/%m/%Y} {until} {self.end:%d/%m/%Y}"


def _bound(text: str) -> PartialDate:
    if "/" not in text:
        return PartialDate.parse(text)
    parts = [int(part) for part in text.split("/")]
    if len(parts) > 3:
        message = "not a date"
        raise ValueError(message)
    return PartialDate(*reversed(parts))
