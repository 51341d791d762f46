"""Rosters: one person a row, every field as written, nothing invented."""

from datetime import date

from partyroll.model import Gender, Status
from partyroll.period import PartialDate, add_months
from partyroll.read.cells import Cells
from partyroll.read.checks import CHECKS, plainly_right
from partyroll.read.facts import RosterRow, UnitRef
from partyroll.read.grid import as_text
from partyroll.read.statuses import ACTIVE, EXEMPT, status_in
from partyroll.read.values import (
    is_mark,
    read_card,
    read_gender,
    read_national_id,
    read_old_card,
)
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
_WORDS = ("status", "birth_name", "hometown", "birth_place", "permanent_address", "note")
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
_BLANK_OFFICIAL = _PROBATION | {"", "-", "chua"}
_OLD_CARD_DIGITS = 8


class RosterReader:
    """Reads the rows of one roster."""

    def __init__(self, today: date, sensitive: frozenset[str]) -> None:
        self._today = today
        self._adult = add_months(today, -18 * 12)  # nobody on a roster is younger
        self._attributes = (*ATTRIBUTES, *sorted(SENSITIVE & sensitive))
        self._units: dict[tuple[str, ...], UnitRef] = {}
        self._present: tuple[str, ...] | None = None

    def __call__(self, cells: Cells) -> RosterRow | None:
        """Return the person of a row; what is wrong stands in the row's remarks."""
        name = cells.required_name()
        row = self._row(cells, name)
        if plainly_right(row, self._today):
            return row
        for check in CHECKS:
            for field, code in check(row, self._today):
                cells.say(_written_in(cells, field, row.gender), code)
        return row

    def _row(self, cells: Cells, name: str) -> RosterRow:
        gender, birth = self._gender_and_birth(cells)
        card, old_card = _cards(cells)
        blank = self._official_is_blank(cells)
        official = None if blank else cells.day("official_date")
        exempt, exempt_since = _exemption(cells)
        words = cells.plain_texts(self._written(cells))
        status_text = words.pop("status", "")
        status_date = cells.day("status_date")
        folded = fold(status_text)
        status = self._status(cells, folded, official)
        if folded in EXEMPT:
            exempt, exempt_since, status_date = True, exempt_since or status_date, None
        return RosterRow(
            row=cells.row + 1,
            full_name=name,
            unit=cells.unit(self._units),
            gender=gender,
            birth_date=birth,
            admission_date=cells.day("admission_date"),
            official_date=official,
            official_blank=blank and cells.has("official_date"),
            card_no=card,
            card_no_old=old_card,
            national_id=_national_id(cells),
            member_code=_code(cells, "member_code"),
            resume_no=_code(cells, "resume_no"),
            birth_name=words.pop("birth_name", None),
            hometown=words.pop("hometown", None),
            birth_place=words.pop("birth_place", None),
            permanent_address=words.pop("permanent_address", None),
            exempt_activity=exempt,
            exempt_since=exempt_since,
            status=status,
            status_text=status_text,
            status_date=status_date,
            delete_requested=_delete_requested(cells),
            note=words.pop("note", ""),
            attributes=words,
        )

    def _written(self, cells: Cells) -> tuple[str, ...]:
        """Return the fields of free text that the table has; they are the same all along."""
        if self._present is None:
            fields = (*_WORDS, *self._attributes)
            self._present = tuple(field for field in fields if cells.has(field))
        return self._present

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
        if status is None:
            cells.say("status", "unknown_status")
        elif status is Status.LEFT_UNSTATED:
            cells.say("status", "exit_kind_unclear")
        return status


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
