"""Lists of people who left: the kind by its ground, the decision, the reasons as written."""

from datetime import date

from partyroll.model import ExitKind, Gender, Severity
from partyroll.period import PartialDate
from partyroll.read.cells import Cells
from partyroll.read.decisions import decision_of
from partyroll.read.exit_groups import Group, Groups
from partyroll.read.facts import ExitRow, UnitRef
from partyroll.read.grid import as_text
from partyroll.read.not_members import leaving_in, spoken_lines
from partyroll.read.reasons import kind_by_ground, reasons_in
from partyroll.read.rosters import ATTRIBUTES, SENSITIVE, attributes, gender_of
from partyroll.read.statuses import exit_kind, states_no_exit
from partyroll.read.values import is_mark, read_card, read_national_id
from partyroll.text import fold

_MARKED = {
    "exit_mark_removed": ExitKind.REMOVED,
    "exit_mark_withdrew": ExitKind.WITHDREW,
    "exit_mark_expelled": ExitKind.EXPELLED,
    "exit_mark_died": ExitKind.DIED,
}
_UNSAID = frozenset({None, ExitKind.LEFT_UNSTATED})
_TITLE_KINDS = (
    (ExitKind.REMOVED, "xoa ten"),
    (ExitKind.WITHDREW, "xin ra"),
    (ExitKind.EXPELLED, "khai tru"),
    (ExitKind.DIED, "tu tran"),
    (ExitKind.OUT, "chuyen di"),
    (ExitKind.LEFT_UNSTATED, "dua ra khoi dang"),
)


def kind_in_title(words: str) -> ExitKind | None:
    """Return the kind that a folded title names, if it names one alone."""
    kinds = [kind for kind, word in _TITLE_KINDS if word in words]
    return kinds[0] if len(kinds) == 1 else None


class ExitReader:
    """Reads the rows of one list of exits."""

    def __init__(
        self, title_words: str, groups: Groups, today: date, sensitive: frozenset[str]
    ) -> None:
        self._groups = groups
        self._title_kind = kind_in_title(title_words)
        self._speaks_of_leaving = leaving_in(spoken_lines(fold(title_words).split(" | "))) != ""
        self._today = today
        self._attributes = ("status", *ATTRIBUTES, *sorted(SENSITIVE & sensitive))
        self._units: dict[tuple[str, ...], UnitRef] = {}

    def __call__(self, cells: Cells) -> ExitRow | None:
        """Return the exit of a row; what is wrong stands in the row's remarks."""
        name = cells.required_name()
        group = self._groups.above(cells.row)
        own_form = _form(cells)
        form = own_form or (group.text if group.kind or group.no_exit else "")
        reason = cells.text("exit_reason") if cells.has("exit_reason") else ""
        reason = reason or group.reason
        decision = decision_of(cells, self._today)
        event = cells.day("exit_date")
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
            stated = self._title_kind
        kind = kind_by_ground(stated, f"{form}; {reason}; {note}")
        if kind is None or kind is ExitKind.LEFT_UNSTATED:
            cells.say(_kind_field(cells), "exit_kind_unclear")
            return ExitKind.LEFT_UNSTATED
        return kind

    def _unmarked(self, cells: Cells, form: str, group: Group) -> bool:
        """Whether a row has no mark under any kind of exit, and nothing else says it left."""
        if form or group.kind or self._speaks_of_leaving or not any(map(cells.has, _MARKED)):
            return False
        said = ("exit_reason", "exit_date", "exit_decision_no", "exit_decision_date")
        return not any(cells.has(field) and cells.text(field) for field in said)


def _form(cells: Cells) -> str:
    if cells.has("exit_form") and (text := cells.text("exit_form")):
        return text
    for field, kind in _MARKED.items():
        if cells.has(field) and (value := cells.value(field)) != "":
            return (
                _KIND_WORDS[kind] if is_mark(value) else f"{_KIND_WORDS[kind]} {as_text(value)}"
            )
    return ""


_KIND_WORDS = {
    ExitKind.REMOVED: "Xóa tên",
    ExitKind.WITHDREW: "Xin ra khỏi Đảng",
    ExitKind.EXPELLED: "Khai trừ",
    ExitKind.DIED: "Từ trần",
}


def _kind_field(cells: Cells) -> str:
    fields = ("exit_form", "exit_reason", "exit_decision_no", "full_name")
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
