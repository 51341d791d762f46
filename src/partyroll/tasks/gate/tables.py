"""Signs in any table: strangers, dates exchanged, columns that fight, values out of place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from partyroll.model import Letter, Problem, Severity
from partyroll.period import PartialDate
from partyroll.read.facts import BookRow, RosterRow, Table, TableKind
from partyroll.read.field_names import field_words
from partyroll.tasks.gate.evidence import Evidence
from partyroll.tasks.gate.signs import Cause, Sign, named

_NOBODY = frozenset({"member_not_in_roster", "person_conflict"})
_DATES = ("birth_date", "admission_date", "official_date")
# A column each: a second one is somebody else's, or another fact.
_ONCE = frozenset(
    {
        *("full_name", "birth_date", "gender", "national_id", "card_no", "card_no_old"),
        *("admission_date", "official_date", "unit_cell", "status", "exit_date"),
        *("exit_decision_no", "exit_decision_date", "exit_form"),
    }
)
_LETTERS = re.compile(r"[A-Z]+")
# What no name holds: a digit, a gender, an ethnicity, a unit.
_NO_NAME = re.compile(r"\d|^(?:nam|nữ|nu|x|kinh|không)$|^chi bộ\s", re.IGNORECASE)


# --- People -------------------------------------------------------------------------------
def strangers(evidence: Evidence) -> Iterator[Sign]:
    """People of known units whom nobody knows, and rows that could be given to nobody."""
    people, limits = evidence.session.people, evidence.limits
    if any(work.completion for work in evidence.works):
        return  # corrected rows are those of people whom nobody could know before
    listed = Counter(map(people.unit_of.get, evidence.session.seen))
    known = {unit for unit in listed if evidence.known_units[unit] >= limits.people}
    new = defaultdict(list)
    for person_id in (evidence.session.seen & people.added) if known else ():
        new[people.unit_of.get(person_id)].append(person_id)
    found = [
        person_id
        for unit_id, own in new.items()
        if unit_id in known
        and len(own) >= limits.people
        and len(own) > limits.people_share * listed[unit_id]
        for person_id in own
    ]
    if found:
        message = f"{len(found)} người chưa ai biết ở những chi bộ sổ đã có danh sách"
        names = tuple(sorted(evidence.names(found)))
        yield Sign("people_unknown", Cause.PEOPLE, message, len(found), names)
    yield from _refused(evidence)


def _refused(evidence: Evidence) -> Iterator[Sign]:
    limits = evidence.limits
    for work in evidence.works:
        rows = {
            p.row: p.found
            for p in work.tally.problems
            if p.code in _NOBODY and p.sheet == work.table.sheet
        }
        if len(rows) >= limits.people and len(rows) > limits.people_share * _rows(work.table):
            place = f"{work.table.file} › {work.table.sheet}"
            message = f"{place}: {len(rows)} trong {_rows(work.table)} dòng không khớp với ai"
            names = named(name for name in rows.values() if name)
            yield Sign("people_unknown", Cause.PEOPLE, message, len(rows), names)


def absent_members(evidence: Evidence) -> Iterator[Sign]:
    """Members of known units whom a roster of their unit does not hold."""
    people, limits = evidence.session.people, evidence.limits
    if any(work.completion for work in evidence.works):
        return  # corrected rows of an earlier import: everybody else is there already
    listed = {*map(people.unit_of.get, evidence.session.seen)}
    missing: list[str] = []
    for unit_id in listed:
        if unit_id is None:
            continue
        before = people.in_unit(unit_id) - people.added
        known = {person_id for person_id in before if people.of(person_id).on_roster}
        absent = known - evidence.session.seen
        if len(absent) >= limits.people and len(absent) > limits.people_share * len(known):
            missing += absent
    if missing:
        message = f"{len(missing)} đảng viên của chi bộ trong tệp không có tên trong tệp"
        names = tuple(sorted(evidence.names(missing)))
        yield Sign("people_missing", Cause.PEOPLE, message, len(missing), names)


def many_exits(evidence: Evidence) -> Iterator[Sign]:
    """Cells of which a third would have left: a roster taken for a list of exits."""
    people, limits = evidence.session.people, evidence.limits
    leaving: dict[str | None, set[str]] = defaultdict(set)
    for name in ("life_event", "transfer_leg"):
        for before, after in evidence.draft.compared(name):
            if before is None and after is not None and after.get("direction") != "IN":
                person_id = str(after["person_id"])
                if person_id in people.left and person_id not in people.added:
                    leaving[people.unit_of.get(person_id)].add(person_id)
    for unit_id, own in leaving.items():
        known = evidence.known_units[unit_id]
        if len(own) >= limits.people and len(own) > limits.people_share * known:
            unit = evidence.unit_name(unit_id)
            message = f"{unit}: {len(own)} trong {known} đảng viên thành đã ra khỏi Đảng"
            names = tuple(sorted(evidence.names(own)))
            yield Sign("many_leave", Cause.EXITS, message, len(own), names)


# --- Dates --------------------------------------------------------------------------------
def exchanged_dates(evidence: Evidence) -> Iterator[Sign]:
    """Dates whose day and month change places, by the ledger or by the calendar."""
    impossible = [p for p in evidence.problems if p.code == "day_month_swapped"]
    changed = [
        str(after["full_name"])
        for before, after in evidence.draft.altered("person_version")
        if any(_exchanged(before[name], after[name]) for name in _DATES)
    ]
    count = len(impossible) + len(changed)
    if count >= evidence.limits.dates:
        message = f"{count} ngày có vẻ bị đảo ngày và tháng"
        if impossible:
            message += f" (đầu tiên: {impossible[0].sheet} › {impossible[0].cell})"
        yield Sign("dates_exchanged", Cause.DATES, message, count, named(changed))


def _exchanged(before: object, after: object) -> bool:
    if not (before and after) or before == after:
        return False
    one, other = PartialDate.parse(str(before)), PartialDate.parse(str(after))
    return (one.year, one.month, one.day) == (other.year, other.day, other.month)


# --- Columns ------------------------------------------------------------------------------
def columns_fight(evidence: Evidence) -> Iterator[Sign]:
    """Two columns that claim one field, or one month."""
    for table in evidence.tables:
        holders: dict[str, list[str]] = defaultdict(list)
        for letter, fields in table.columns.items():
            if len(fields) == 1 and fields[0] in _ONCE:
                holders[fields[0]].append(letter)
        twice = {field: letters for field, letters in holders.items() if len(letters) > 1}
        if twice:
            shown = "; ".join(f"{field_words(f)}: cột {', '.join(c)}" for f, c in twice.items())
            message = f"{table.file} › {table.sheet}: hai cột cùng một mục ({shown})"
            yield Sign("column_twice", Cause.COLUMNS, message, len(twice))
    months = [p for p in evidence.problems if p.code == "duplicate_month"]
    if months:
        message = f"{months[0].sheet}: hai cột cùng một tháng (cột thứ hai: {months[0].cell})"
        yield Sign("column_twice", Cause.COLUMNS, message, len(months))


def values_out_of_place(evidence: Evidence) -> Iterator[Sign]:
    """Columns whose values contradict their heading: dates under a name, names in a month."""
    wrong = _wrong_cells(evidence.problems)
    for table in evidence.tables:
        rows = _rows(table)
        least = max(evidence.limits.people, evidence.limits.values_share * rows)
        counts = {
            letter: count
            for (file, sheet, letter), count in wrong.items()
            if (file, sheet) == (table.file, table.sheet) and letter in table.columns
        }
        for letter, count in (*counts.items(), *_odd_rows(table)):
            if count >= least:
                heading = table.headings.get(letter, "")
                fields = " · ".join(map(field_words, table.columns.get(letter, ())))
                message = (
                    f"{table.file} › {table.sheet}: {count} ô của cột {letter} “{heading}”"
                    f" không phải {fields}"
                )
                yield Sign("values_contradict", Cause.VALUES, message, count)


def _wrong_cells(problems: Iterable[Problem]) -> Counter[tuple[str, str, str]]:
    """Return how many cells of each column have an error."""
    return Counter(
        (p.file, p.sheet, letters[0])
        for p in problems
        if p.severity is Severity.ERROR and (letters := _LETTERS.match(p.cell))
    )


def _odd_rows(table: Table) -> Iterator[tuple[str, int]]:
    """Yield columns that were read, with how many of their values look like something else."""
    name = next((c for c, f in table.columns.items() if f == ("full_name",)), None)
    if name is not None:
        people = (row for row in table.rows if isinstance(row, (RosterRow, BookRow)))
        names = Counter(row.full_name for row in people)
        yield name, sum(count for text, count in names.items() if _NO_NAME.search(text))
    unit = next((c for c, f in table.columns.items() if f == ("unit_cell",)), None)
    if unit is not None and table.kind is TableKind.ROSTER:
        yield unit, _lonely_units(table)
    if table.kind is TableKind.DUES:
        lines = Counter(row.letters for row in table.rows if isinstance(row, BookRow))
        for position, letter in table.positions.items():
            signs: Counter[str] = Counter()
            for line, count in lines.items():
                signs[line[position : position + 1]] += count
            if Letter.PAID not in signs:
                yield letter, signs[Letter.NOTED]


def _lonely_units(table: Table) -> int:
    """Return how many rows have a unit of their own: a person's name, a number, a place."""
    units = Counter(row.unit for row in table.rows if isinstance(row, RosterRow) and row.unit)
    return sum(count for count in units.values() if count == 1)


def _rows(table: Table) -> int:
    return table.row_count or len(table.rows)
