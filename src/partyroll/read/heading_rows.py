"""Which rows of a sheet are headings."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from partyroll.read.grid import Grid
from partyroll.read.headings import Dictionary
from partyroll.read.heads import NAME_FIELDS, PERSON_FIELDS
from partyroll.read.in_company import in_their_company
from partyroll.read.meanings import Meaning

_UNIT_FIELDS = frozenset({"unit_cell", "unit_name", "unit_parent"})
_DUES_SUMS = frozenset(
    {"dues_due", "dues_arrears", "dues_total", "dues_collected", "dues_outstanding"}
    | {"dues_kept", "dues_remitted", "total", "member_count"}
)
_HOLIDAY_FIELDS = frozenset({"holiday_day", "holiday_name"})
DECLARED_FIELDS = frozenset(
    {
        *("declared_what", "declared_admitted", "declared_readmitted", "declared_restored"),
        *("declared_in", "declared_out", "declared_other", "declared_umbrella"),
        "declared_unstated",
    }
)
_COUNTED = DECLARED_FIELDS | {
    *("exit_mark_removed", "exit_mark_withdrew", "exit_mark_expelled", "exit_mark_died"),
}
_SEARCHED = 40  # rows in which a heading without a name is looked for


def is_heading(grid: Grid, row: int, dictionary: Dictionary) -> bool:
    """Whether `row` holds the headings of a table of persons or of units by year."""
    alone = dict(_meanings(grid, row, dictionary))
    meanings = [*in_their_company(grid, row, alone).values()]
    fields = {field for m in meanings for field in m.fields}
    months = sum(m.month is not None for m in meanings)
    known = sum(m.known for m in meanings)
    if fields & NAME_FIELDS:
        if known >= 3 or (known >= 1 and months >= 3) or _parent_follows(grid, row, known):
            return True
        return _months_follow(grid, row, dictionary)
    if "dues_period" in fields and len(fields & _DUES_SUMS) >= 2:
        return True  # a cell's dues month by month, without persons
    if fields >= _HOLIDAY_FIELDS or (fields == {"holiday_day"} and _days_follow(grid, row)):
        return True
    years = sum(m.year is not None and m.month is None for m in meanings)
    if _states_totals(fields, years):
        return True
    if not fields & _UNIT_FIELDS:
        return False
    if _rates_units(meanings):
        return True
    return years >= 2 or "member_count" in fields or (known >= 3 and lists_units(fields))


def _states_totals(fields: AbstractSet[str], years: int) -> bool:
    """Whether columns count exits and admissions of units or of periods, without people."""
    if "declared_what" in fields:
        return years >= 1 or bool(fields & {"member_count", "declared_count"})
    about = fields & (_UNIT_FIELDS | {"declared_period", "dues_period", "year"})
    return bool(about) and len(fields & _COUNTED) >= 2 - bool(fields & DECLARED_FIELDS)


def _rates_units(meanings: list[Meaning]) -> bool:
    """Whether units come first and their ratings after: "STT | Chi bộ | Xếp loại"."""
    known = [m for m in meanings if m.known]
    first = next((m for m in known if m.fields != ("row_no",)), None)
    named = first is not None and bool({*first.fields} & {"unit_name", "unit_cell"})
    return named and any("rating" in m.fields for m in known)


def lists_units(fields: AbstractSet[str]) -> bool:
    """Whether the columns of a table without people say what units are."""
    named = fields & {"unit_name", "unit_cell"}
    return bool(named and fields & {"unit_code", "unit_parent", "unit_since", "unit_until"})


def nameless_heading(grid: Grid, dictionary: Dictionary) -> int | None:
    """Return the first row that looks like a heading of persons but for the name; or None."""
    for row in range(min(len(grid.rows), _SEARCHED)):
        meanings = [m for _, m in _meanings(grid, row, dictionary)]
        known = sum(m.known for m in meanings)
        if known >= 3 and any("row_no" in m.fields for m in meanings) and len(meanings) > known:
            return row
    return None


def _parent_follows(grid: Grid, row: int, known: int) -> bool:
    wide = any(span.top == row and span.width >= 3 for span in grid.spans(row))
    return known >= 2 and wide


def _months_follow(grid: Grid, row: int, dictionary: Dictionary) -> bool:
    """Whether the row below names months, none of them under what stands for a person."""
    if row + 1 >= len(grid.rows):
        return False
    below = [*_meanings(grid, row + 1, dictionary)]
    persons = {c for c, m in _meanings(grid, row, dictionary) if PERSON_FIELDS & set(m.fields)}
    months = [column for column, meaning in below if meaning.month is not None]
    return len(months) >= 3 and not persons & {column for column, _ in below}


def _meanings(grid: Grid, row: int, dictionary: Dictionary) -> Iterator[tuple[int, Meaning]]:
    for column, value in enumerate(grid.rows[row]):
        if value != "":
            yield column, dictionary.meaning(value)


def _days_follow(grid: Grid, row: int) -> bool:
    """Whether `row` has one text alone, and the lines below it are days, if unclear ones."""
    below = [[*grid.texts(line)] for line in range(row + 1, len(grid.rows))]
    written = [texts for texts in below if texts]
    return (
        len([*grid.texts(row)]) == 1
        and bool(written)
        and all(any(map(str.isdigit, texts[0][1])) for texts in written[:1])
    )
