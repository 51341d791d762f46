"""What was done for members, and exits before and after: side by side, and what that is not.

A number of exits after help proves nothing of the help.  So years stand beside years, equally
many, with how many people they are about, and the words beside them say what cannot be read.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from partyroll.messages import SUPPORT_MEASURE, SUPPORT_OUTCOME
from partyroll.model import (
    CellValue,
    Column,
    ExitRecord,
    Headcount,
    HelpGiven,
    Shape,
    SupportMeasure,
    SupportOutcome,
    Table,
)
from partyroll.period import Term
from partyroll.report.counting import LEAVING
from partyroll.text import natural_key, thousands

MOST_YEARS = 5  # on each side
_NO_UNIT = "(chưa rõ đơn vị)"
_TOTAL = "Cộng"
NOT_A_CAUSE = (
    (
        "Hai con số trước và sau chỉ đứng cạnh nhau, không cho biết biện pháp là nguyên nhân:"
        " cùng thời gian đó còn nhiều việc khác thay đổi."
    ),
    (
        "Nơi được giúp thường là nơi đang có chuyện; sau một năm nhiều bất thường, năm sau"
        " thường ít hơn dù có giúp hay không."
    ),
    "Số người ít: thêm bớt một người đã đổi hẳn con số; không so đơn vị này với đơn vị khác.",
    (
        "Năm có biện pháp đầu tiên không tính vào bên nào; hai bên lấy số năm trọn vẹn bằng"
        f" nhau, nhiều nhất {MOST_YEARS} năm. Việc giúp chưa ghi vào sổ thì không có ở đây."
    ),
)


# --- What was done ------------------------------------------------------------------------
def measures_table(given: Iterable[HelpGiven]) -> Table:
    """Return each kind of measure: how often, for how many people, with what outcome."""
    by_kind: dict[SupportMeasure, list[HelpGiven]] = defaultdict(list)
    for one in given:
        by_kind[one.measure].append(one)
    every = [one for kind in SupportMeasure for one in by_kind.get(kind, ())]
    rows = [
        (SUPPORT_MEASURE[kind].capitalize(), *_counts(by_kind[kind]), kind.value)
        for kind in SupportMeasure
        if kind in by_kind
    ]
    total = [(_TOTAL, *_counts(every), "TOTAL")] * bool(rows)
    return Table(
        id="measures",
        title="Biện pháp giúp đỡ đã thực hiện, và kết quả",
        columns=(
            Column("measure", "Biện pháp", width=28),
            Column("count", "Số lần", Shape.COUNT, 9),
            Column("people", "Số người", Shape.COUNT, 9),
            Column("amount", "Số tiền (đồng)", Shape.COUNT, 16),
            *(
                Column(outcome.value, SUPPORT_OUTCOME[outcome].capitalize(), Shape.COUNT, 11)
                for outcome in SupportOutcome
            ),
            Column("unknown", "Chưa ghi kết quả", Shape.COUNT, 11),
            Column("code", "Mã", printed=False),
        ),
        rows=(*rows, *total),
        denominator="Mỗi việc đã giúp là một lần; một người có thể được giúp nhiều lần.",
        total_rows=len(total),
    )


def _counts(given: Sequence[HelpGiven]) -> tuple[CellValue, ...]:
    amounts = [one.amount for one in given if one.amount is not None]
    return (
        len(given),
        len({one.person_id for one in given}),
        sum(amounts) if amounts else None,
        *(sum(one.outcome is outcome for one in given) for outcome in SupportOutcome),
        sum(one.outcome is None for one in given),
    )


def measures_by_year(given: Iterable[HelpGiven]) -> Table:
    """Return how often each kind of measure was taken in each year."""
    by_year: dict[int | None, list[HelpGiven]] = defaultdict(list)
    for one in given:
        by_year[one.given_on.year if one.given_on else None].append(one)
    years = sorted(by_year, key=lambda year: (year is None, year or 0))
    named = [(str(year) if year else "(không ghi ngày)", by_year[year]) for year in years]
    title = "Biện pháp giúp đỡ theo năm"
    return _by_measure("measures_by_year", title, "Năm", named)


def measures_by_unit(given: Iterable[HelpGiven]) -> Table:
    """Return how often each kind of measure was taken in each unit."""
    by_unit: dict[tuple[str, ...], list[HelpGiven]] = defaultdict(list)
    for one in given:
        by_unit[one.unit_path].append(one)
    named = [(_words(path), by_unit[path]) for path in sorted(by_unit, key=_order)]
    title = "Biện pháp giúp đỡ theo đơn vị"
    return _by_measure("measures_by_unit", title, "Đơn vị", named)


def _by_measure(
    table_id: str, title: str, first: str, named: Sequence[tuple[str, Sequence[HelpGiven]]]
) -> Table:
    every = [one for _, own in named for one in own]
    kinds = [kind for kind in SupportMeasure if any(one.measure is kind for one in every)]
    total = [(_TOTAL, every)] * bool(named)
    return Table(
        id=table_id,
        title=title,
        columns=(
            Column("group", first, width=34),
            *(
                Column(kind.value, SUPPORT_MEASURE[kind].capitalize(), Shape.COUNT, 12)
                for kind in kinds
            ),
            Column("count", "Số lần", Shape.COUNT, 9),
            Column("people", "Số người", Shape.COUNT, 9),
        ),
        rows=tuple(
            (
                name,
                *(sum(one.measure is kind for one in own) for kind in kinds),
                len(own),
                len({one.person_id for one in own}),
            )
            for name, own in (*named, *total)
        ),
        total_rows=len(total),
    )


# --- Before and after ---------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """One unit: the year of its first measure, and equally many whole years on both sides."""

    unit: str
    path: tuple[str, ...]
    first_year: int
    measures: int
    years: int
    before: int
    after: int
    members: int | None = None


def before_and_after(
    term: Term,
    given: Sequence[HelpGiven],
    exits: Sequence[ExitRecord],
    heads: Sequence[Headcount],
) -> tuple[BeforeAfter, ...]:
    """Return the units that were helped in the term, with removals and withdrawals of all time.

    Years before the first exit that the ledger knows say nothing; neither do unended ones.
    """
    known = [one.counted_on.year for one in exits if one.counted_on]
    dated = [one for one in given if one.given_on and one.units]
    helped = {one.units[-1] for one in dated if one.given_on and term.holds(one.given_on)}
    last = term.end.year if (term.end.month, term.end.day) == (12, 31) else term.end.year - 1
    found = []
    for unit in helped:
        own = [one for one in dated if one.units[-1] == unit]
        first = min(one.given_on.year for one in own if one.given_on)
        left = _years_left(unit, exits)
        before = max(first - min(known, default=first), 0)
        years = max(min(before, last - first, MOST_YEARS), 0)
        found.append(
            BeforeAfter(
                unit,
                own[-1].unit_path,
                first,
                sum(bool(one.given_on and term.holds(one.given_on)) for one in own),
                years,
                sum(first - years <= year < first for year in left),
                sum(first < year <= first + years for year in left),
                _members(unit, heads, last),
            )
        )
    return tuple(sorted(found, key=lambda one: (_order(one.path), one.unit)))


def _years_left(unit: str, exits: Iterable[ExitRecord]) -> list[int]:
    return [
        one.counted_on.year
        for one in exits
        if one.kind in LEAVING and unit in one.units and one.counted_on
    ]


def _members(unit: str, heads: Iterable[Headcount], last: int) -> int | None:
    """Return the last declared number of members of a unit, up to a year."""
    own: Mapping[int, int] = {
        one.year: one.number
        for one in heads
        if one.units and one.units[-1] == unit and one.year <= last
    }
    return own[max(own)] if own else None


def effect_table(found: Sequence[BeforeAfter]) -> Table:
    """Return exits before and after the first measure, with what cannot be read from them."""
    compared = [one for one in found if one.years]
    alone = len(found) - len(compared)
    rows = [
        (
            _words(one.path),
            one.first_year,
            one.measures,
            one.years or None,
            one.before if one.years else None,
            one.after if one.years else None,
            one.members,
        )
        for one in found
    ]
    total = [
        (
            _TOTAL,
            None,
            sum(one.measures for one in found),
            None,
            sum(one.before for one in compared),
            sum(one.after for one in compared),
            None,
        )
    ] * (len(compared) > 1)
    unended = (
        f"{thousands(alone)} đơn vị chưa có đủ năm trước và sau để đặt cạnh nhau: để trống.",
    )
    return Table(
        id="effect",
        title="Xóa tên, xin ra khỏi Đảng trước và sau khi có biện pháp giúp đỡ",
        columns=(
            Column("unit", "Đơn vị", width=38),
            Column("first_year", "Năm có biện pháp đầu tiên", Shape.ORDER, 13),
            Column("measures", "Số lần giúp trong kỳ", Shape.COUNT, 11),
            Column("years", "Số năm mỗi bên", Shape.ORDER, 10),
            Column("before", "Số người ra, các năm trước", Shape.COUNT, 13),
            Column("after", "Số người ra, các năm sau", Shape.COUNT, 13),
            Column("members", "Số đảng viên đã báo cáo", Shape.COUNT, 13),
        ),
        rows=(*rows, *total),
        denominator=(
            "Số đảng viên bị xóa tên, xin ra khỏi Đảng của từng đơn vị, trong số năm bằng nhau."
        ),
        notes=(*NOT_A_CAUSE, *unended * bool(alone)) if rows else (),
        total_rows=len(total),
    )


def effect_tables(
    term: Term,
    given: Sequence[HelpGiven],
    exits: Sequence[ExitRecord],
    heads: Sequence[Headcount],
) -> tuple[Table, ...]:
    """Return the chapter on what was done; nothing where no measure lies in the term."""
    own = [one for one in given if one.given_on and term.holds(one.given_on)]
    if not own:
        return ()
    return (
        measures_table(own),
        measures_by_unit(own),
        effect_table(before_and_after(term, given, exits, heads)),
    )


def undated_help(given: Iterable[HelpGiven]) -> tuple[str, ...]:
    """Return how much help stands outside every term, since nobody wrote its day."""
    number = sum(one.given_on is None for one in given)
    if not number:
        return ()
    return (f"{thousands(number)} việc giúp đỡ không ghi ngày: không tính vào kỳ nào.",)


def _words(path: tuple[str, ...]) -> str:
    return " › ".join(path) or _NO_UNIT


def _order(path: tuple[str, ...]) -> tuple[object, ...]:
    return (not path, [natural_key(name) for name in path])
