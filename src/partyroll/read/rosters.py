"""Rosters: one person a row, every field as written, nothing invented."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import compress, repeat
from typing import Any, NamedTuple

from partyroll.model import Gender, Severity, Status
from partyroll.period import PartialDate, add_months
from partyroll.read.cells import Cells
from partyroll.read.checks import CHECKS, is_doubtful, plainly_right
from partyroll.read.facts import RosterRow, StatedMove, UnitRef
from partyroll.read.grid import Value, as_text
from partyroll.read.plain_columns import plain_cards, plain_codes, plain_national_ids
from partyroll.read.roster_remarks import tell_remark, unstated
from partyroll.read.runs import NAME, UNIT, Part, Run
from partyroll.read.statuses import ACTIVE, EXEMPT, status_in
from partyroll.read.values import (
    is_mark,
    read_card,
    read_gender,
    read_national_id,
    read_old_card,
)
from partyroll.standing_remarks import standing_remarks
from partyroll.text import fold

ATTRIBUTES = (
    "occupation",
    "former_occupation",
    "workplace",
    "member_group",
    "position_party",
    "position_state",
    "education_general",
    "education_professional",
    "education_political",
    "education_language",
    "education_it",
    "other_name",
    "current_address",
    "residence_cell",
    "policy_group",
    "awards",
    "discipline",
    "badge_no",
    "introducer",
    "member_type",
)
_WORDS = ("birth_name", "hometown", "birth_place", "permanent_address")  # None where blank
_CODES = ("member_code", "resume_no")
_CARDS = ("card_no", "card_no_old")
# The columns of each part of a row.
_BIRTH = (
    *("gender", "gender_female", "gender_male"),
    *("birth_date", "birth_male", "birth_female"),
)
_STANDING = (
    *("official_date", "status", "status_date", "exempt_activity"),
    *("member_type", "mark_probationary", "mark_official", "away_from"),
)
_AWAY = ("away_place", "away_to", "away_transferred", "away_confirmed")
SENSITIVE = frozenset({"ethnicity", "religion"})
PRIVATE = frozenset({"phone", "email"})
_PROBATION = frozenset(
    {"du bi", "db", "dvdb", "dang vien du bi", "dang du bi", "con du bi", "chua chinh thuc"}
    | {
        "chua cong nhan",
        "chua cong nhan chinh thuc",
        "chua chuyen chinh thuc",
        "chua chuyen ct",
    }
)
_NO_NEWS = frozenset({"", *ACTIVE})
_BLANK_OFFICIAL = _PROBATION | {"", "-", "chua"}
_OLD_CARD_DIGITS = 8


class Standing(NamedTuple):
    """What a row says of somebody's membership besides the day of admission."""

    official_date: PartialDate | None
    official_blank: bool
    exempt_activity: bool | None
    exempt_since: PartialDate | None
    status: Status | None
    status_text: str
    status_date: PartialDate | None


class RosterReader:
    """Reads the rows of one roster: each alone, or many by their columns.

    A row is made of parts; a part reads some columns and knows nothing of the others.
    """

    def __init__(self, today: date, sensitive: frozenset[str]) -> None:
        self._today = today
        self._adult = add_months(today, -18 * 12)  # nobody on a roster is younger
        self._attributes = (*ATTRIBUTES, *sorted(SENSITIVE & sensitive))
        self._units: dict[tuple[str, ...], UnitRef] = {}
        self._present: tuple[str, ...] = ()  # attributes that the table has
        self._parts: dict[tuple[str, ...], Part[Any]] = {}  # by what each says of a person

    def __call__(self, cells: Cells) -> RosterRow | None:
        """Return the person of a row; what is wrong stands in the row's remarks."""
        if not self._parts:
            self._prepare(cells.has)
        said = [[part.read(cells)] for part in self._parts.values()]
        (row,) = self._people([cells.row], said)
        tell_remark(cells, row)
        if plainly_right(row, self._today):
            return row
        for check in CHECKS:
            for field, code in check(row, self._today):
                cells.say(_written_in(cells, field, row.gender), code)
        return row

    def run(self, run: Run) -> Iterator[RosterRow | None]:
        """Yield the persons of some rows; None where something is to be said of a row."""
        if not self._parts:
            self._prepare(run.has)
        said: list[Sequence[Any]] = [part.of(run) for part in self._parts.values()]
        plain = [place not in run.odd for place in range(len(run.rows))]
        if run.odd:
            said = [[*compress(column, plain)] for column in said]
        people = self._people([*compress(run.rows, plain)], said)
        for is_plain in plain:
            row = next(people) if is_plain else None
            if (
                row is None
                or (row.note and any(unstated(row)))
                or is_doubtful(row, self._today)
            ):
                yield None
            else:
                yield row

    def _prepare(self, has: Callable[[str], bool]) -> None:
        """Choose the parts of the table at hand, in the order in which a row is read."""
        self._present = tuple(field for field in self._attributes if has(field))
        self._parts = {
            ("full_name",): Part(NAME, Cells.required_name),
            ("gender", "birth_date"): Part(_BIRTH, self._gender_and_birth),
            _CARDS: Part(_CARDS, _cards, plain=_plain_cards),
            Standing._fields: Part(_STANDING, self._standing),
            ("unit",): Part(UNIT, self._unit, beyond=True),
            ("admission_date",): Part(("admission_date", "mark_probationary"), _admitted),
            ("national_id",): Part(
                ("national_id", "old_national_id"), _national_id, plain=plain_national_ids
            ),
            **{(f,): Part((f,), partial(_code, field=f), plain=plain_codes) for f in _CODES},
            ("delete_requested",): Part(("delete_request",), _delete_requested),
            ("note",): Part(("note", "status"), _note),
            ("moves",): Part(("transfer_in_date", "transfer_in_from"), _arrival),
            **{
                (f,): Part((f,), partial(Cells.text, field=f))
                for f in (*_WORDS, *self._present)
            },
        }

    def _people(
        self, rows: Sequence[int], said: Sequence[Sequence[Any]]
    ) -> Iterator[RosterRow]:
        """Return the persons of whom rows speak, given what each part says of all of them."""
        columns: dict[str, Iterable[Any]] = {"row": [row + 1 for row in rows]}
        for fields, column in zip(self._parts, said, strict=True):
            apart = [column] if len(fields) == 1 else zip(*column, strict=True)
            columns.update(zip(fields, apart, strict=False))  # of no rows nothing is said
        for field in _WORDS:
            columns[field] = [text or None for text in columns[field]]
        if self._present:
            columns["attributes"] = self._attributes_in(columns)
        nothing = RosterRow._field_defaults
        told = (columns.get(f, repeat(nothing.get(f))) for f in RosterRow._fields)
        return map(RosterRow._make, zip(*told, strict=False))

    def _attributes_in(self, columns: Mapping[str, Iterable[Any]]) -> Iterator[dict[str, str]]:
        written = {field: [*columns[field]] for field in self._present}
        present = [field for field, texts in written.items() if any(texts)]
        for _, *texts in zip(
            columns["row"], *(written[field] for field in present), strict=True
        ):
            yield {field: text for field, text in zip(present, texts, strict=True) if text}

    def _standing(self, cells: Cells) -> Standing:
        blank = self._official_is_blank(cells)
        official = None if blank else cells.day("official_date")
        official = official or _day_for_mark(cells, "mark_official")
        exempt, exempt_since = _exemption(cells)
        text, status_date = cells.text("status"), _status_date(cells)
        folded = fold(text)
        status = self._status(cells, folded, official)
        if folded in EXEMPT:
            exempt, exempt_since, status_date = True, exempt_since or status_date, None
        stated_blank = blank and cells.has("official_date")
        return Standing(official, stated_blank, exempt, exempt_since, status, text, status_date)

    def _unit(self, cells: Cells) -> UnitRef | None:
        return cells.unit(self._units)

    def _gender_and_birth(self, cells: Cells) -> tuple[Gender | None, PartialDate | None]:
        for gender, field in ((Gender.MALE, "birth_male"), (Gender.FEMALE, "birth_female")):
            if cells.has(field) and cells.value(field) != "":
                return gender, cells.day(field, self._adult)
        return gender_of(cells), cells.day("birth_date", self._adult)

    @staticmethod
    def _official_is_blank(cells: Cells) -> bool:
        value = cells.value("official_date")
        if isinstance(value, date) or (isinstance(value, str) and value[:1].isdecimal()):
            return False
        return fold(as_text(value)) in _BLANK_OFFICIAL

    @staticmethod
    def _status(cells: Cells, folded: str, official: PartialDate | None) -> Status | None:
        if folded in ACTIVE or folded in EXEMPT or not folded:
            return _standing(cells, active=folded != "", official=official)
        status = status_in(folded)
        if status is None and not standing_remarks(as_text(cells.value("status"))):
            cells.say("status", "unknown_status")
        elif status is Status.LEFT_UNSTATED:
            cells.say("status", "exit_kind_unclear")
        return status


def _admitted(cells: Cells) -> PartialDate | None:
    """Return the day of admission; it may stand under "Dự bị"."""
    return cells.day("admission_date") or _day_for_mark(cells, "mark_probationary")


def _day_for_mark(cells: Cells, field: str) -> PartialDate | None:
    """Return the day that stands where others tick "Chính thức" or "Dự bị"."""
    value = cells.value(field) if cells.has(field) else ""
    told = value == "" or is_mark(value)
    return None if told else cells.day(field, severity=Severity.WARNING)


def _arrival(cells: Cells) -> tuple[StatedMove, ...]:
    """Return the coming here that a row states by its day."""
    if not cells.has("transfer_in_date"):
        return ()
    day = cells.day("transfer_in_date", severity=Severity.WARNING)
    return (StatedMove(out=False, on=day, place=cells.text("transfer_in_from")),) if day else ()


def _note(cells: Cells) -> str:
    """Return the row's remark; words of another sort in place of a status belong to it."""
    note, status = cells.text("note"), as_text(cells.value("status"))
    folded = fold(status)
    if (
        folded in ACTIVE
        or folded in EXEMPT
        or status_in(folded)
        or not standing_remarks(status)
    ):
        return note
    return f"{status}; {note}" if note else status


def _status_date(cells: Cells) -> PartialDate | None:
    """Return since when a status holds: "Từ ngày" beside it says so, too."""
    if cells.has("status_date") or not cells.has("status") or any(map(cells.has, _AWAY)):
        return cells.day("status_date")
    stated = fold(cells.text("status")) not in _NO_NEWS
    return cells.day("away_from") if stated and cells.has("away_from") else None


def _standing(cells: Cells, *, active: bool, official: PartialDate | None) -> Status | None:
    """Return whether a row states an official or a probationary member; None = neither.

    "Dự bị" may stand in place of the official date.
    """
    kind = _member_kind(cells)
    confirmed = kind in {"chinh thuc", "ct", "dvct"}
    if official is None and fold(as_text(cells.value("official_date"))) in _PROBATION:
        if not confirmed:
            return Status.PROBATIONARY
        cells.say("official_date", "standing_contradicts")
        return None
    if kind in {"du bi", "db", "dvdb"}:
        return Status.PROBATIONARY
    return Status.OFFICIAL if confirmed or (active and official) else None


def _member_kind(cells: Cells) -> str:
    """Return what the row says of chính thức or dự bị, in words or by a tick."""
    for field, kind in (("mark_probationary", "du bi"), ("mark_official", "chinh thuc")):
        if cells.has(field) and is_mark(cells.value(field)):
            return kind
    return fold(cells.text("member_type")) if cells.has("member_type") else ""


def _written_in(cells: Cells, field: str, gender: Gender | None) -> str:
    """Return the column of `field`; a birth date may stand under the person's sex."""
    if cells.has(field):
        return field
    return "birth_male" if gender is Gender.MALE else "birth_female"


def gender_of(cells: Cells) -> Gender | None:
    """Return the gender from its column, or from an x under Nam or Nữ."""
    if cells.has("gender"):
        value = cells.value("gender")
        reading = read_gender(value)
        if reading.code:
            cells.say("gender", reading.code)
        return reading.value
    if cells.has("gender_female") and is_mark(cells.value("gender_female")):
        if cells.has("gender_male") and is_mark(cells.value("gender_male")):
            cells.say("gender_female", "invalid_gender")
            return None
        return Gender.FEMALE
    if cells.has("gender_male"):
        return Gender.MALE if is_mark(cells.value("gender_male")) else None
    if cells.has("gender_female") and cells.value("gender_female") == "":
        return Gender.MALE  # a lone column Nữ: the blank says Nam
    return None


def _cards(cells: Cells) -> tuple[str | None, str | None]:
    card = cells.number("card_no", read_card)
    old = cells.number("card_no_old", read_old_card)
    if card is not None and len(card) == _OLD_CARD_DIGITS:
        return None, old or card
    return card, old


def _plain_cards(column: Sequence[Value]) -> list[tuple[str | None, None]] | None:
    cards = plain_cards(column)
    return None if cards is None else [(card, None) for card in cards]


def _national_id(cells: Cells) -> str | None:
    return cells.number("national_id", read_national_id) or cells.number(
        "old_national_id", read_national_id
    )


def _code(cells: Cells, field: str) -> str | None:
    return as_text(cells.value(field)) or None if cells.has(field) else None


def _exemption(cells: Cells) -> tuple[bool | None, PartialDate | None]:
    if not cells.has("exempt_activity"):
        return None, None
    value = cells.value("exempt_activity")
    if as_text(value) == "" or fold(as_text(value)) in {"khong", "-", "0"}:
        return False, None
    if is_mark(value) or fold(as_text(value)) in EXEMPT:
        return True, None
    return True, cells.day("exempt_activity")


def _delete_requested(cells: Cells) -> bool:
    if not cells.has("delete_request"):
        return False
    text = fold(as_text(cells.value("delete_request")))
    if text in {"", "khong", "-", "0"}:
        return False
    cells.say("delete_request", "delete_request_not_removal")
    return True


def attributes(cells: Cells, fields: tuple[str, ...]) -> dict[str, str]:
    """Return what a row says besides: occupation, education, offices."""
    return cells.plain_texts(field for field in fields if cells.has(field))
