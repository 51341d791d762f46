"""Short words for a person's lines in a cell's books; everyone here is invented."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from partyroll.model import (
    BookKind,
    BookLine,
    BookMonth,
    BookMonths,
    Case,
    Excuse,
    Finding,
    Ground,
    MonthFact,
    Permission,
    PermissionKind,
    RuleSettings,
    Source,
    State,
    Stay,
)
from partyroll.period import Month, PartialDate
from partyroll.rules.review import RULES, review

DONG = "thôn Đông"
TRAM = "Trạm Y tế"
DUES, MEETINGS = Ground.UNPAID_DUES, Ground.SKIP_MEETINGS
YEAR_END = date(2024, 12, 31)
ALL_PAID = "P" * 12
HOME = (Stay(DONG),)


def line(kind: BookKind, letters: str, year: int, unit: str | None, **facts: Any) -> BookLine:
    """A row of the book of `unit`, dated long after the year unless said otherwise."""
    row = BookLine(
        book_id=f"{kind} {unit} {year}",
        kind=kind,
        unit_id=unit,
        year=year,
        letters=letters,
        book_date=date(year + 5, 1, 1),
        source=Source("so.xlsx", "Sổ", 7),
    )
    return replace(row, **facts)


def dues(letters: str, year: int = 2024, unit: str | None = DONG, **facts: Any) -> BookLine:
    """A row of twelve dues cells."""
    return line(BookKind.DUES, letters, year, unit, **facts)


def meetings(letters: str, year: int = 2024, unit: str | None = DONG, **facts: Any) -> BookLine:
    """A row of meetings, one a month unless `months` says otherwise."""
    return line(BookKind.MEETINGS, letters, year, unit, **facts)


def member(*lines: BookLine, stays: tuple[Stay, ...] = HOME, **facts: Any) -> Case:
    """Someone of thôn Đông."""
    return Case("1", "Nguyễn Thử", "099000000001", stays=stays, lines=lines, **facts)


def took_in(
    collected: int, owing: int, *lines: BookLine, months: Iterable[int] = range(1, 13)
) -> BookMonths:
    """So many of so many paid (or came) in these months, in the books of the lines."""
    book = BookMonth(collected, owing)
    return {(row.book_id, number): book for row in lines for number in months}


def look(
    case: Case,
    *,
    year: int = 2024,
    as_of: date = YEAR_END,
    collections: BookMonths | None = None,
    ground: str = "all",
    **settings: Any,
) -> Finding | None:
    """Review the case; 39 of 40 paid everywhere unless said otherwise."""
    return review(
        case,
        year=year,
        collections=took_in(39, 40, *case.lines) if collections is None else collections,
        settings=RuleSettings(**settings),
        as_of=as_of,
        ground=ground,
    )


def listed(case: Case, **facts: Any) -> str | None:
    """The list on which the case stands."""
    finding = look(case, **facts)
    return finding.list if finding else None


def facts_of(
    case: Case,
    ground: Ground = DUES,
    *,
    year: int = 2024,
    as_of: date = YEAR_END,
    collections: BookMonths | None = None,
    holidays: Collection[date] = (),
    **settings: Any,
) -> Mapping[int, MonthFact]:
    """The facts of the year's months, by month number; each speaks of the ground asked."""
    months = dict(RULES)[ground](
        case,
        [Month(year, number) for number in range(1, 13)],
        collections=took_in(39, 40, *case.lines) if collections is None else collections,
        settings=RuleSettings(**settings),
        as_of=as_of,
        holidays=holidays,
    )
    assert {fact.ground for fact in months} == {ground}
    return {fact.month.number: fact for fact in months}


def states(case: Case, ground: Ground = DUES, **facts: Any) -> list[State]:
    """The states of the year's months in order."""
    return [fact.state for fact in facts_of(case, ground, **facts).values()]


def paper(kind: PermissionKind, start: str | None, end: str | None = None) -> Permission:
    """A permission between two dates as precise as written."""
    return Permission(
        kind,
        PartialDate.parse(start) if start else None,
        PartialDate.parse(end) if end else None,
        "QĐ số 5",
    )


def judged(ground: Ground, start: date, end: date, *, accepted: bool) -> Excuse:
    """A reason that the cell accepted or rejected."""
    return Excuse(ground, start, end, accepted, kind="ốm đau", paper="giấy ra viện")
