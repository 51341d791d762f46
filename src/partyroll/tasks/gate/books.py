"""Signs in books of dues and meetings: payments that vanish, odd sums, odd years."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from statistics import median

from partyroll.model import Letter
from partyroll.read.facts import Table, TableKind
from partyroll.store.usual import book_years, letters_of_year, usual_sums
from partyroll.tasks.gate.evidence import NO_MONTHS, BookLine, Evidence, paid_months
from partyroll.tasks.gate.signs import Cause, Sign
from partyroll.text import thousands

_OWING = frozenset({Letter.UNPAID, Letter.NOTED})
_ABSENT = frozenset({Letter.ABSENT, Letter.BLANK})
_LEAST_SUM, _MOST_SUM = 500, 5_000_000  # đồng a month; nobody's dues lie beyond
_SAME_LINES = 0.9
_SAMPLE = 40  # lines of a book are plenty for what is usual in it
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


# --- Paid becomes unpaid ------------------------------------------------------------------
def unpaid_months(evidence: Evidence) -> Iterator[Sign]:
    """People whose payments the ledger knows and who would owe, or come to no meeting."""
    dues = [line for line in evidence.lines if line.dues and evidence.known_payments]
    meetings = [line for line in evidence.lines if not line.dues and line.before]
    yield from _turning(evidence, dues, {i.person_id for i in dues if _owes(evidence, i)})
    yield from _turning(evidence, meetings, {i.person_id for i in meetings if _misses(i)})


def _owes(evidence: Evidence, line: BookLine) -> bool:
    known = evidence.known_payments.get((line.person_id, line.year), NO_MONTHS)
    return any(
        not evidence.pays(line, month)
        and (
            line.letter(month) in _OWING
            or (line.letter(month) == Letter.BLANK and line.had(month) == Letter.PAID)
        )
        for month in known - paid_months(line.after)
    )


def _misses(line: BookLine) -> bool:
    return any(
        sign == Letter.PRESENT and line.letter(place) in _ABSENT
        for place, sign in enumerate(line.before)
    )


def _turning(evidence: Evidence, lines: list[BookLine], turned: set[str]) -> Iterator[Sign]:
    """Yield what many people turning makes of it, or some: in a book, a unit, or the whole."""
    if not turned:
        return
    limits = evidence.limits
    many = {
        person_id
        for group in _groups(lines)
        if len(group & turned) >= limits.people
        and len(group & turned) > limits.unpaid_share * len(group)
        for person_id in group & turned
    }
    what = "dues" if lines[0].dues else "meetings"
    told = many or turned
    everybody = len({line.person_id for line in lines})
    yield Sign(
        f"{'many' if many else 'some'}_{_TURNED[what][0]}",
        Cause.UNPAID,
        _TURNED[what][1].format(count=len(told), all=everybody),
        len(told),
        tuple(sorted(evidence.names(told))),
        enough=bool(many),
        weak=not many,
    )


_TURNED = {
    "dues": (
        "turn_unpaid",
        "{count} trong {all} người đã đóng theo sổ sẽ thành chưa đóng hoặc bị bỏ trống",
    ),
    "meetings": (
        "turn_absent",
        "{count} trong {all} người có mặt theo sổ sẽ thành vắng hoặc bị bỏ trống",
    ),
}


def _groups(lines: Iterable[BookLine]) -> list[set[str]]:
    """Return the people of each book, of each year, and of all the lines."""
    found: dict[object, set[str]] = defaultdict(set)
    for line in lines:
        for group in (line.book_id, line.year, None):
            found[group].add(line.person_id)
    return list(found.values())


def empty_months(evidence: Evidence) -> Iterator[Sign]:
    """Months that a whole unit paid by the ledger and nobody pays by the workbook."""
    if not evidence.known_payments:
        return
    by_unit: dict[tuple[str | None, int], list[BookLine]] = defaultdict(list)
    for line in evidence.lines:
        if line.dues:
            by_unit[line.unit_id, line.year].append(line)
    for (unit_id, year), lines in sorted(by_unit.items(), key=str):
        months = [month + 1 for month in _emptied(evidence, lines)]
        if months:
            unit, shown = evidence.unit_name(unit_id), ", ".join(map(str, months))
            message = f"{unit}, năm {year}: không còn ai đóng tháng {shown}, trong sổ đã có"
            yield Sign("empty_month", Cause.UNPAID, message, len(months))


def _emptied(evidence: Evidence, lines: list[BookLine]) -> list[int]:
    """Return the months (0-based) that at least two had paid and nobody pays now."""
    known, paid = evidence.known_payments, Counter[int]()
    for line in lines:
        paid.update(known.get((line.person_id, line.year), NO_MONTHS) & line.columns)
    return [
        month
        for month, times in sorted(paid.items())
        if times >= 2
        and not any(evidence.pays(line, month) for line in lines if month in line.columns)
    ]


def nobody_pays(evidence: Evidence) -> Iterator[Sign]:
    """Books in which many owe and nobody ever paid: a mark or a column misunderstood."""
    for lines in evidence.by_book.values():
        if not lines[0].dues or any(Letter.PAID in line.after for line in lines):
            continue
        owing = {line.person_id for line in lines if Letter.UNPAID in line.after}
        if len(owing) < evidence.limits.people or _pay_elsewhere(evidence, lines):
            continue
        place = f"{evidence.unit_name(lines[0].unit_id)}, năm {lines[0].year}"
        message = (
            f"{place}: {len(owing)} trong {len(lines)} người được ghi chưa đóng"
            " mà cả sổ không ai đóng tháng nào; hãy xem các dấu trong ô nghĩa là gì"
        )
        names = tuple(sorted(evidence.names(owing)))
        yield Sign("nobody_pays", Cause.UNPAID, message, len(owing), names)


def _pay_elsewhere(evidence: Evidence, lines: Iterable[BookLine]) -> bool:
    """Whether payments beside the months are known of anybody of a book."""
    return any(evidence.payments.get((line.person_id, line.year)) for line in lines)


def vanished_lines(evidence: Evidence) -> Iterator[Sign]:
    """People who stand in a book of the ledger and not in its new version."""
    limits = evidence.limits
    gone = Counter(str(row["book_id"]) for row in evidence.gone)
    people = [
        str(row["person_id"])
        for row in evidence.gone
        if gone[str(row["book_id"])] >= limits.people
        and gone[str(row["book_id"])]
        > limits.people_share
        * (gone[str(row["book_id"])] + len(evidence.by_book.get(str(row["book_id"]), ())))
    ]
    if people:
        message = f"{len(people)} người có trong bản trước của sổ nhưng không có trong bản này"
        names = tuple(sorted(evidence.names(people)))
        yield Sign("people_missing", Cause.PEOPLE, message, len(people), names)


# --- Sums ---------------------------------------------------------------------------------
def wrong_sums(evidence: Evidence) -> Iterator[Sign]:
    """Sums of the workbook that its own rows do not bear out."""
    wrong = [p for p in evidence.problems if p.code == "total_mismatch"]
    if len(wrong) >= evidence.limits.sums:
        place = f"{wrong[0].sheet} › {wrong[0].cell}"
        message = f"{len(wrong)} số cộng trong tệp khác tổng các dòng (đầu tiên: {place})"
        yield Sign("sums_disagree", Cause.SUMS, message, len(wrong))


def odd_scale(evidence: Evidence) -> Iterator[Sign]:
    """Sums a thousand times off what is usual: a unit of money misunderstood."""
    limits = evidence.limits
    odd: dict[str, float] = {}
    usual = _middle(usual_sums(evidence.draft.ledger)) if evidence.lines else None
    for book_id, lines in evidence.by_book.items():
        sums = [amount for line in lines[:_SAMPLE] for amount in line.amounts]
        middle = _middle(sums) if len(sums) >= limits.people else None
        if middle is not None and _far(middle, usual, limits.scale):
            odd[book_id] = middle
    if odd:
        book_id, middle = next(iter(odd.items()))
        line = evidence.by_book[book_id][0]
        known = f", trong sổ thường là {thousands(int(usual))} đ" if usual else ""
        place = f"{evidence.unit_name(line.unit_id)}, năm {line.year}"
        message = f"{place}: số tiền thường là {thousands(int(middle))} đ một tháng{known}"
        yield Sign("amount_scale", Cause.MONEY, message, len(odd))


def _middle(sums: list[int]) -> float | None:
    return median(sums) if sums else None


def _far(middle: float, usual: float | None, scale: float) -> bool:
    if not _LEAST_SUM <= middle <= _MOST_SUM:
        return True
    return usual is not None and not usual / scale < middle < usual * scale


# --- Years --------------------------------------------------------------------------------
def odd_years(evidence: Evidence) -> Iterator[Sign]:
    """Books whose title, sheet or file names another year, or whose year is to come."""
    for table in evidence.tables:
        if table.year is None or table.kind not in {TableKind.DUES, TableKind.MEETINGS}:
            continue
        place = f"{table.file} › {table.sheet}"
        other = _other_years(table)
        if other:
            shown = ", ".join(map(str, sorted(other)))
            message = f"{place}: các cột là của năm {table.year}, nhưng tên ghi năm {shown}"
            yield Sign("year_differs", Cause.YEAR, message, 1)
        if table.year > evidence.today.year:
            message = f"{place}: sổ của năm {table.year}, năm đó chưa tới"
            yield Sign("year_future", Cause.YEAR, message, 1)


def _other_years(table: Table) -> set[int]:
    """Return the years named around a book when its own is not among them."""
    places = (
        set(table.title_years),
        set(map(int, _YEAR.findall(table.sheet))),
        set(map(int, _YEAR.findall(table.file))),
    )
    title, sheet, file = places
    if title and table.year not in title:
        return title
    if sheet and table.year not in sheet:
        return sheet
    return file if len(file) == 1 and table.year not in file else set()


def paid_ahead(evidence: Evidence) -> Iterator[Sign]:
    """Books that say of months to come that most people have paid, or were there."""
    limits, today = evidence.limits, evidence.today
    for lines in evidence.by_book.values():
        if lines[0].year != today.year or not lines[0].dues:
            continue
        ahead = [line for line in lines if _paid_in(line, range(today.month + 1, 12))]
        if len(ahead) >= limits.people and 2 * len(ahead) > len(lines):
            unit = evidence.unit_name(lines[0].unit_id)
            message = f"{unit}: {len(ahead)} người đã đóng cho các tháng chưa tới"
            yield Sign("paid_ahead", Cause.YEAR, message, len(ahead))


def _paid_in(line: BookLine, months: Iterable[int]) -> bool:
    return any(line.letter(month) == Letter.PAID for month in months)


def other_years_book(evidence: Evidence) -> Iterator[Sign]:
    """A book that is, line for line, the one the ledger holds of the year before or after."""
    limits, ledger = evidence.limits, evidence.draft.ledger
    known = book_years(ledger)
    for (kind, year), lines in _new_lines(evidence, known).items():
        for other in {year - 1, year + 1} & known[kind]:
            letters = letters_of_year(ledger, kind, other, (i.person_id for i in lines))
            for book_id, own in _by_book(lines).items():
                same = sum(letters.get(line.person_id) == line.after for line in own)
                if same >= max(limits.people, _SAME_LINES * len(own)):
                    unit = evidence.unit_name(evidence.by_book[book_id][0].unit_id)
                    message = f"{unit}: sổ năm {year} giống hệt sổ năm {other} đã có"
                    yield Sign("other_year", Cause.YEAR, message, same)


def _new_lines(
    evidence: Evidence, known: Mapping[str, set[int]]
) -> dict[tuple[str, int], list[BookLine]]:
    """Return the lines of new books that say more than the same of every month.

    Only of books beside whose year the ledger has one of the same kind.
    """
    found: dict[tuple[str, int], list[BookLine]] = defaultdict(list)
    for lines in evidence.by_book.values():
        kind, year = lines[0].kind, lines[0].year
        if {year - 1, year + 1} & known[kind]:
            found[kind, year] += [x for x in lines if not x.before and len(set(x.after)) > 1]
    return found


def _by_book(lines: Iterable[BookLine]) -> dict[str, list[BookLine]]:
    found: dict[str, list[BookLine]] = defaultdict(list)
    for line in lines:
        found[line.book_id].append(line)
    return found
