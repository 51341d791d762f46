"""Members of a dues book in monthly blocks: their lines of all months become one row a year."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from partyroll.model import Letter
from partyroll.period import Month, PartialDate
from partyroll.read.dues_blocks import SUMS, Written
from partyroll.read.dues_debts import Doubt, Judged, judged_in_order
from partyroll.read.facts import BookRow, StatedPayment
from partyroll.read.remarks import Remark
from partyroll.read.row_remarks import read_remark


@dataclass(slots=True)
class BookLines:
    """The lines of one book, member by member; `told` are remarks with sheet and row."""

    by_year: dict[int, list[BookRow]] = field(default_factory=lambda: defaultdict(list))
    told: list[tuple[str, int, Remark]] = field(default_factory=list)
    doubled: list[tuple[Written, Written]] = field(default_factory=list)


def book_lines(lines: Iterable[Written]) -> BookLines:
    """Return the rows of each year; one member's blocks become one row a year."""
    found = BookLines()
    for own in _by_member([*lines], found):
        judged = list(judged_in_order(line.entry for line in own))
        for line, result in zip(own, judged, strict=True):
            found.told += [
                (line.sheet, line.row, _remark(line, d))
                for d in result.doubts
                if d.field in line.columns
            ]
        for year in sorted({line.month.year for line in own}):
            pairs = [p for p in zip(own, judged, strict=True) if p[0].month.year == year]
            found.by_year[year].append(_row(year, pairs))
    for rows in found.by_year.values():
        rows.sort(key=lambda row: row.row)
    return found


def _remark(line: Written, doubt: Doubt) -> Remark:
    found = line.texts[doubt.field]
    return Remark(line.columns[doubt.field], doubt.code, found, None, doubt.clue)


def _by_member(lines: list[Written], found: BookLines) -> Iterator[list[Written]]:
    """Yield each member's lines in the order of months.

    A second line of one name in one month is another member of that name where most months
    have two; elsewhere it is a doubled line, which is told.
    """
    members: dict[tuple[object, ...], dict[Month, list[Written]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for line in lines:
        members[line.key][line.month].append(line)
    for months in members.values():
        doubles = Counter(len(same) for same in months.values())
        namesakes = sum(count for size, count in doubles.items() if size > 1)
        namesakes = max(doubles) if namesakes * 2 > len(months) > 1 else 1
        for place in range(namesakes):
            yield [same[place] for _, same in sorted(months.items()) if len(same) > place]
        for same in months.values():
            found.doubled += [(extra, same[0]) for extra in same[namesakes:]]


def _row(year: int, pairs: list[tuple[Written, Judged]]) -> BookRow:
    first = pairs[0][0]
    letters = [Letter.BLANK] * 12
    amounts: list[int | None] = [None] * 12
    payments: list[StatedPayment] = []
    for line, result in pairs:
        place = line.month.number - 1
        letters[place] = result.letter
        amounts[place] = line.entry.collected or None
        paid_on = PartialDate(line.month.year, line.month.number)
        cell = _shown(line, first.sheet, "dues_collected")
        payments += [
            StatedPayment(s.month, cell, paid_on, s.amount, s.span) for s in result.settles
        ]
    remarks = dict.fromkeys(line.remark for line, _ in pairs if line.remark)
    windows = [read_remark(remark, year) for remark in remarks]
    rates = Counter(line.entry.due for line, _ in pairs if line.entry.due)
    person = first.person
    return BookRow(
        row=first.row,
        full_name=person.full_name,
        letters="".join(letters),
        unit=person.unit,
        card_no=person.card_no,
        national_id=person.national_id,
        birth_date=person.birth_date,
        amounts=tuple(amounts),
        rate=rates.most_common(1)[0][0] if rates else None,
        notes={line.month.number - 1: line.note for line, _ in pairs if line.note},
        remark="; ".join(remarks),
        since=next((w.since for w in windows if w.since), None),
        until=next((w.until for w in windows if w.until), None),
        unallocated=any(result.overpaid for _, result in pairs),
        payments=tuple(payments),
        cells={line.month.number - 1: _month_cell(line, first.sheet) for line, _ in pairs},
    )


def _month_cell(line: Written, sheet: str) -> str:
    """Return where a month's line speaks: its collected sum, else what is left unpaid."""
    for name in ("dues_collected", "dues_outstanding", *SUMS):
        if name in line.cells:
            return _shown(line, sheet, name)
    return ""


def _shown(line: Written, sheet: str, name: str) -> str:
    cell = line.cells.get(name, "")
    return cell if line.sheet == sheet or not cell else f"{line.sheet}!{cell}"
