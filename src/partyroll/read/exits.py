"""Lists of people who left: the kind by its ground, the decision, the reasons as written."""

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from partyroll.model import ExitKind, Gender, Severity
from partyroll.period import PartialDate
from partyroll.read.cells import Cells
from partyroll.read.dates import read_date
from partyroll.read.decisions import decision_of
from partyroll.read.doubts import MARKS
from partyroll.read.exit_columns import BARE_DAY, MOVED_AWAY, SAYS_LEFT
from partyroll.read.exit_groups import Group, Groups
from partyroll.read.facts import ExitRow, UnitRef
from partyroll.read.grid import as_text
from partyroll.read.not_members import leaving_in, spoken_lines
from partyroll.read.reasons import kind_by_ground, reasons_in
from partyroll.read.rosters import ATTRIBUTES, SENSITIVE, attributes, gender_of
from partyroll.read.statuses import exit_kind, states_no_exit
from partyroll.read.tables import Block
from partyroll.read.values import is_mark, read_card, read_national_id
from partyroll.text import fold

_MARKED = {
    "exit_mark_removed": ExitKind.REMOVED,
    "exit_mark_withdrew": ExitKind.WITHDREW,
    "exit_mark_expelled": ExitKind.EXPELLED,
    "exit_mark_died": ExitKind.DIED,
    "declared_out": ExitKind.OUT,
    "transfer_out_date": ExitKind.OUT,
    "transfer_out_to": ExitKind.OUT,
}
# Beside columns of leaving: who came or was admitted did not leave by that row.
_ARRIVED = ("declared_in", "declared_admitted", "declared_readmitted", "declared_restored")
READS = frozenset({"declared_out", *_ARRIVED})
_NO_MARK = frozenset({"", "0", "o", "khong", "ko"})
_MIXED = re.compile(r"\bbien dong\b|\btang,? (?:va )?giam\b")  # some left, others came
_UNSAID = frozenset({None, ExitKind.LEFT_UNSTATED})
_TITLE_KINDS = (
    (ExitKind.REMOVED, "xoa ten"),
    (ExitKind.WITHDREW, "xin ra"),
    (ExitKind.EXPELLED, "khai tru"),
    (ExitKind.DIED, "tu tran"),
    (ExitKind.DIED, "ngay mat"),
    (ExitKind.OUT, "chuyen di"),
    (ExitKind.LEFT_UNSTATED, "dua ra khoi dang"),
)


def kind_in_title(words: str) -> ExitKind | None:
    """Return the kind that a folded title names, if it names one alone."""
    kinds = [kind for kind, word in _TITLE_KINDS if word in words]
    return kinds[0] if len(kinds) == 1 else None


class Mark(NamedTuple):
    """What stands under the heading of a kind of exit: its words, and a day in their place."""

    text: str = ""
    day: PartialDate | None = None


class ExitReader:
    """Reads the rows of one list of exits.

    `dated` is the heading over the days: "Ngày từ trần" says how those below it left.  With
    `beside` the people are a roster's, and most of them have not left.
    """

    def __init__(
        self,
        title_words: str,
        groups: Groups,
        today: date,
        sensitive: frozenset[str],
        *,
        dated: str = "",
        beside: bool = False,
    ) -> None:
        self._beside = beside
        self._groups = groups
        self._title_kind = kind_in_title(title_words)
        self._dated_kind = kind_in_title(fold(dated))
        self._day_of_anything = fold(dated) in BARE_DAY
        lines = [_MIXED.sub(" ", line) for line in fold(title_words).split(" | ")]
        self._speaks_of_leaving = leaving_in(spoken_lines(lines)) != ""
        self._today = today
        self._attributes = ("status", *ATTRIBUTES, *sorted(SENSITIVE & sensitive))
        self._units: dict[tuple[str, ...], UnitRef] = {}

    def __call__(self, cells: Cells) -> ExitRow | None:
        """Return the exit of a row; what is wrong stands in the row's remarks."""
        if self._beside and not any(_is_said(cells, f) for f in SAYS_LEFT if cells.has(f)):
            return None
        name = cells.required_name()
        group = self._groups.above(cells.row)
        mark = self._mark(cells)
        own_form = mark.text
        form = own_form or (group.text if group.kind or group.no_exit else "")
        reason = cells.text("exit_reason") if cells.has("exit_reason") else ""
        reason = reason or group.reason
        decision = decision_of(cells, self._today)
        event = cells.day("exit_date") or mark.day
        for field, day in (("exit_decision_date", decision.day), ("exit_date", event)):
            if day is not None and day.first > self._today:
                where = field if cells.has(field) else "exit_decision_no"
                cells.say(where, "future_date", severity=Severity.WARNING)
        member_type = fold(cells.text("member_type")) if cells.has("member_type") else ""
        official = cells.day("official_date")
        return ExitRow(
            row=cells.row + 1,
            full_name=name,
            kind=self._kind(cells, own_form, reason, group),
            unit=cells.unit(self._units),
            gender=_gender(cells),
            birth_date=_birth(cells),
            admission_date=cells.day("admission_date"),
            official_date=official,
            probationary=_probationary(member_type, official),
            card_no=cells.number("card_no", read_card),
            national_id=cells.number("national_id", read_national_id),
            form_text=form,
            event_date=event,
            decision_no=decision.number,
            decision_date=decision.day,
            reasons=reasons_in(reason),
            reason_text=reason,
            note=cells.text("note") if cells.has("note") else "",
            attributes=attributes(cells, self._attributes),
        )

    def _kind(self, cells: Cells, form: str, reason: str, group: Group) -> ExitKind:
        folded = fold(form)
        if states_no_exit(folded) or (group.no_exit and not exit_kind(folded)):
            cells.say("exit_form", "not_an_exit")
            return ExitKind.LEFT_UNSTATED
        if self._unmarked(cells, form, group):
            cells.say(_kind_field(cells), "not_an_exit")
            return ExitKind.LEFT_UNSTATED
        note = cells.text("note") if cells.has("note") else ""
        own = exit_kind(folded) if folded else None
        if own not in _UNSAID and group.kind not in _UNSAID and own is not group.kind:
            cells.say("exit_form", "exit_group_differs", clue=f"“{group.text}”")
        stated = own if own not in _UNSAID else group.kind or own
        if stated is None and not folded:
            dated = self._dated_kind if cells.value("exit_date") != "" else None
            stated = self._title_kind or dated
        kind = kind_by_ground(stated, f"{form}; {reason}; {note}")
        if kind is None or kind is ExitKind.LEFT_UNSTATED:
            cells.say(_kind_field(cells), "exit_kind_unclear")
            return ExitKind.LEFT_UNSTATED
        return kind

    def _unmarked(self, cells: Cells, form: str, group: Group) -> bool:
        """Whether nothing says that the person of a row left, or a mark says that they came."""
        if form or group.kind:
            return False
        if any(cells.has(field) and _is_said(cells, field) for field in _ARRIVED):
            return True
        if self._speaks_of_leaving or is_mark(cells.value("admission_date")):
            return not self._speaks_of_leaving
        said = ["exit_reason", "exit_decision_no", "exit_decision_date"]
        if not (self._day_of_anything and any(map(cells.has, MARKS))):
            said.append("exit_date")
        return not any(cells.has(field) and cells.text(field) for field in said)

    def _mark(self, cells: Cells) -> Mark:
        """Return how a row says that somebody left: in words, or by a mark under a kind."""
        if cells.has("exit_form") and (text := cells.text("exit_form")):
            return Mark(text)
        marked = [field for field in _MARKED if cells.has(field) and _is_said(cells, field)]
        if _came_back(cells, self._today):
            marked = [field for field in marked if field not in MOVED_AWAY]
        kinds = {_MARKED[field] for field in marked}
        if len(kinds) > 1:
            cells.say(marked[0], "exit_kind_unclear")
        if len(kinds) != 1:
            return Mark()
        values = [v for f in marked if not is_mark(v := cells.value(f))]
        days = [read_date(value, latest=self._today).value for value in values]
        others = [as_text(v) for v, day in zip(values, days, strict=True) if day is None]
        text = " ".join([_KIND_WORDS[kinds.pop()], *others])
        return Mark(text, next(filter(None, days), None))


def exit_reader(block: Block, today: date, sensitive: frozenset[str]) -> ExitReader:
    """Return what reads the rows of `block` as exits."""
    words = f"{block.title.words} | {fold(block.grid.name)}"
    return ExitReader(words, Groups(block), today, sensitive, dated=_over_days(block))


def reader_beside(block: Block, today: date) -> ExitReader:
    """Return what reads who left in further columns of a roster; its words are the roster's."""
    groups = Groups(replace(block, lines=()))
    return ExitReader("", groups, today, frozenset(), dated=_over_days(block), beside=True)


def _over_days(block: Block) -> str:
    column = block.head.first("exit_date")
    return column.text if column else ""


def _came_back(cells: Cells, today: date) -> bool:
    """Whether a row names a coming here after its going away."""
    both = ("transfer_out_date", "transfer_in_date")
    if not all(map(cells.has, both)):
        return False
    gone, back = (read_date(cells.value(field), latest=today).value for field in both)
    return gone is not None and back is not None and gone.last < back.first


def _is_said(cells: Cells, field: str) -> bool:
    """Whether a cell says something; a dash or a nought does not."""
    text = as_text(cells.value(field)).strip(" -–—./")
    return fold(text) not in _NO_MARK


_KIND_WORDS = {
    ExitKind.REMOVED: "Xóa tên",
    ExitKind.WITHDREW: "Xin ra khỏi Đảng",
    ExitKind.EXPELLED: "Khai trừ",
    ExitKind.DIED: "Từ trần",
    ExitKind.OUT: "Chuyển đi",
}


def _kind_field(cells: Cells) -> str:
    fields = ("exit_form", "exit_reason", "exit_decision_no", "exit_date", "full_name")
    return next((field for field in fields if cells.has(field)), "given_name_part")


def _gender(cells: Cells) -> Gender | None:
    for gender, field in ((Gender.MALE, "birth_male"), (Gender.FEMALE, "birth_female")):
        if cells.has(field) and cells.value(field) != "":
            return gender
    return gender_of(cells)


def _birth(cells: Cells) -> PartialDate | None:
    fields = ("birth_date", "birth_male", "birth_female")
    return next(
        (day for field in fields if cells.has(field) and (day := cells.day(field))), None
    )


def _probationary(member_type: str, official: PartialDate | None) -> bool | None:
    if member_type:
        return member_type in {"du bi", "db", "dvdb"}
    return False if official else None
