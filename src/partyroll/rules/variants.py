"""Other ways in which the same texts can be read, each one setting away from the office's."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from partyroll.model import BookKind, Case, Letter, MonthFact, RuleSettings, State
from partyroll.rulebook import dues_rules
from partyroll.rules.dues_months import BELOW_RATE
from partyroll.rules.review import Looked

OWN, SHIPPED = "own", "default"
# What the texts leave open, with every value that is tried beside the one in force.
ALTERNATIVES: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("run", ("any", "consecutive")),
    ("year_basis", ("calendar", "rolling12")),
    ("combine_grounds", (False, True)),
    ("count_late", (False, True)),
    ("infer_blank", (True, False)),
    ("infer_blank_meeting", (False, True)),
    ("trust_excused_mark", (False, True)),
    ("meeting_month", ("none_attended", "any_missed")),
    ("partial_payment", ("paid", "unpaid")),
    ("first_due_month", ("after_ceremony_month", "ceremony_month")),
    ("last_due_month", ("before_exit_month", "exit_month")),
    ("partial_exempt_month", ("exempt", "due")),
)
_MOST_MONTHS = 12
_NEVER = 999
# These decide which list months lead to, not what a month is.
_SAYS_NOTHING = frozenset(
    {"member_not_in_book", "host_book_missing", "unreadable_cell", "exempt_without_paper"}
)
_COUNTING = ("months", "run", "combine_grounds", "meeting_reading", "meeting_months")


@dataclass(frozen=True, slots=True)
class Variant:
    """One reading: the settings that differ from the office's, and all of them."""

    name: str
    settings: RuleSettings
    changes: Mapping[str, object] = field(default_factory=dict)

    @property
    def of_months(self) -> RuleSettings:
        """What decides what a month is; readings that only count apart share it."""
        plain = RuleSettings()
        same: Any = {name: getattr(plain, name) for name in (*_COUNTING, "count_late")}
        return replace(self.settings, **same)


# --- Whom a reading may move --------------------------------------------------------------
def could_differ(case: Case, variant: Variant, years: Collection[int]) -> bool:
    """Whether a reading may find other months than the office's for `case`.

    `years` are those of the months looked at.  A necessary condition: it may be true of
    somebody for whom both readings agree.
    """
    return any(
        _TOUCHES[name](case, years) if name in _TOUCHES else name not in _COUNTED_APART
        for name in variant.changes
    )


def _stands(case: Case, letter: str, kinds: Collection[BookKind] = tuple(BookKind)) -> bool:
    """Whether a letter stands in a row of these kinds; a row that is short may hold any."""
    return any(
        letter in line.letters or len(line.letters) < len(line.months)
        for line in case.lines
        if line.kind in kinds
    )


def _began_lately(case: Case, years: Collection[int]) -> bool:
    """Whether an admission or arrival may open the books in one of the years."""
    began = [case.admission_date, case.returned, *(line.since for line in case.lines)]
    began += [leg.on for leg in case.legs]
    lately = any(day is not None and day.last.year >= min(years) - 1 for day in began)
    return lately or _stands(case, Letter.BLANK)  # who else owed decides on a blank


def _partly_lifted(case: Case, years: Collection[int]) -> bool:
    """Whether a paper, a move or a long Party age may lift part of a month."""
    joined = case.admission_decision_date or case.admission_date
    old = joined is not None and max(years) - joined.first.year >= _LONG_AGE
    return old or bool(case.permissions or case.legs)


_LONG_AGE = min(rule.exempt_after_years or _NEVER for rule in dues_rules())
_COUNTED_APART = frozenset((*_COUNTING, "count_late"))
_TOUCHES: Mapping[str, Callable[[Case, Collection[int]], bool]] = {
    "infer_blank": lambda case, _: _stands(case, Letter.BLANK, (BookKind.DUES,)),
    "infer_blank_meeting": lambda case, _: _stands(case, Letter.BLANK, (BookKind.MEETINGS,)),
    "trust_excused_mark": lambda case, _: _stands(case, Letter.EXCUSED, (BookKind.MEETINGS,)),
    "meeting_month": lambda case, _: not _one_meeting_a_month(case),
    "partial_payment": lambda case, _: any(line.rate for line in case.lines),
    "first_due_month": _began_lately,
    "last_due_month": lambda case, _: case.left is not None or _stands(case, Letter.BLANK),
    "partial_exempt_month": _partly_lifted,
}


def nothing_to_read(case: Case, looked: Iterable[Looked], as_of: date) -> bool:
    """Whether no reading could hold anything against someone.

    `looked` are the months of both years under any reading of the calendar year: all are paid,
    attended, not held, not over, exempt by their own mark, or stand in no cell.
    """
    return all(
        _is_settled(case, fact, as_of) for one in looked for fact in (*one.previous, *one.facts)
    )


def _is_settled(case: Case, fact: MonthFact, as_of: date) -> bool:
    if fact.state is State.ATTENDED:
        return _one_meeting_a_month(case)
    if fact.state in {State.PAID, State.PREPAID, State.NOT_HELD}:
        return fact.warning != BELOW_RATE
    if fact.state is State.NOT_DUE:
        return fact.month.last_day > as_of
    return fact.warning in _SAYS_NOTHING


def _one_meeting_a_month(case: Case) -> bool:
    return all(len(set(line.months)) == len(line.months) for line in case.lines)


def variants(office: RuleSettings) -> tuple[Variant, ...]:
    """Return the office's reading, the one that comes with the program, and all neighbours."""
    own = Variant(OWN, office)
    return (own, *_shipped(office), *(_changed(office, one) for one in _changes(office)))


def _shipped(office: RuleSettings) -> Iterator[Variant]:
    shipped = RuleSettings()
    if shipped != office:
        changes = {
            setting.name: getattr(shipped, setting.name)
            for setting in fields(shipped)
            if getattr(shipped, setting.name) != getattr(office, setting.name)
        }
        yield Variant(SHIPPED, shipped, changes)


def _changes(office: RuleSettings) -> Iterator[dict[str, object]]:
    for months in (office.months - 1, office.months + 1):
        if 1 <= months <= _MOST_MONTHS:
            yield {"months": months}
    if office.meeting_reading == "own_count":
        yield {"meeting_reading": "three_months"}
    else:
        yield {"meeting_reading": "own_count", "meeting_months": 1}
    for name, values in ALTERNATIVES:
        yield from ({name: value} for value in values if value != getattr(office, name))


def _changed(office: RuleSettings, changes: dict[str, Any]) -> Variant:
    name = ", ".join(f"{key} = {value}".lower() for key, value in changes.items())
    return Variant(name, replace(office, **changes), changes)
