"""What a reader must know about the figures: what is missing, what looks wrong."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from partyroll.model import ExitRecord, Headcount
from partyroll.period import Term
from partyroll.report.axes import Cross
from partyroll.report.counting import Counted, unit_order
from partyroll.report.doubts import doubt_sentences
from partyroll.report.figures import decimal_comma, share
from partyroll.report.rates import Exposure, UnitYear
from partyroll.text import thousands

# One person in a small cell is always above one per cent; that says nothing.
_LEAST = 2
_LATER = (
    "trường hợp xảy ra trong kỳ nhưng có quyết định sau kỳ: không tính vào kỳ này, sẽ tính vào"
    " kỳ có ngày quyết định."
)


def rate_warnings(years: Mapping[UnitYear, Exposure]) -> tuple[str, ...]:
    """Name the units that lost more than 1 % of their members in a year."""
    return tuple(
        _rate_sentence(at, exposure)
        for at, exposure in sorted(years.items(), key=lambda e: (unit_order(e[0][0]), e[0][1]))
        if exposure.left >= _LEAST and exposure.left * 100 > exposure.member_years
    )


def _rate_sentence(at: UnitYear, exposure: Exposure) -> str:
    path, year = at
    rate = share(exposure.left, exposure.member_years)
    part = f" ({decimal_comma(rate)})" if rate is not None else ""
    return (
        f"{' › '.join(path)}, năm {year}: {thousands(exposure.left)} người bị xóa tên "
        f"hoặc xin ra trên {thousands(exposure.member_years)} đảng viên{part}: "
        "cần kiểm tra lại số liệu."
    )


def problems(
    counted: Counted, doubts: Cross, headcounts: Sequence[Headcount], later: int = 0
) -> tuple[str, ...]:
    """Say how many records lack what the figures need, and which contradict themselves.

    `later` happened in the term and were decided after it.
    """
    exits = counted.exits
    return (
        *doubt_sentences(doubts),
        *([f"{thousands(later)} {_LATER}"] if later else []),
        *_counted_twice(exits),
        *_contradicting(headcounts),
        *_divided(exits, headcounts),
    )


def decided_later(term: Term, exits: Iterable[ExitRecord]) -> int:
    """Return how many exits happened in the term and were decided after it."""
    return sum(
        record.decision_date is not None
        and record.event_date is not None
        and record.decision_date.first > term.end
        and term.holds(record.event_date) is True
        for record in exits
    )


def _counted_twice(exits: Iterable[ExitRecord]) -> list[str]:
    times = Counter((record.person_id, record.full_name) for record in exits)
    return [
        f"{name}: giảm {number} lần trong kỳ, kiểm tra có trùng hay không."
        for (_, name), number in times.items()
        if number > 1
    ]


def _contradicting(headcounts: Iterable[Headcount]) -> list[str]:
    numbers: dict[tuple[str, UnitYear], set[int]] = {}
    for count in headcounts:
        at = (count.unit_id, (count.unit_path, count.year))
        numbers.setdefault(at, set()).add(count.number)
    return [
        f"{' › '.join(path)}, năm {year}: khai nhiều số đảng viên khác nhau "
        f"({', '.join(map(thousands, sorted(stated)))}); dùng số khai sau cùng."
        for (_, (path, year)), stated in numbers.items()
        if len(stated) > 1
    ]


def _divided(exits: Iterable[ExitRecord], headcounts: Iterable[Headcount]) -> list[str]:
    """Name the units that were split since, and what nobody can place in one of the parts."""
    left = Counter((one.divided, one.unit_path) for one in exits if one.divided)
    years: dict[tuple[str, tuple[str, ...]], set[int]] = {}
    for count in headcounts:
        if count.divided:
            years.setdefault((count.divided, count.unit_path), set()).add(count.year)
    told = [
        f"{unit} đã chia: {thousands(number)} trường hợp chưa rõ thuộc đơn vị mới nào, tính ở"
        f" {' › '.join(path)}."
        for (unit, path), number in left.items()
    ]
    return told + [
        f"{unit} đã chia: số đảng viên năm {', '.join(map(str, sorted(stated)))} chưa rõ của"
        f" đơn vị mới nào, tính ở {' › '.join(path)}."
        for (unit, path), stated in years.items()
    ]
