"""Lists of members who work away: where, since when, whether they have transferred."""

import re
from datetime import date

from partyroll.model import Severity
from partyroll.period import PartialDate
from partyroll.read.cells import PARTS_JOIN, Cells
from partyroll.read.dates import date_in, read_date
from partyroll.read.facts import AwayRow, UnitRef
from partyroll.read.grid import as_text
from partyroll.read.values import fault_code, is_mark, read_card, read_national_id
from partyroll.text import fold

# Where somebody works stands under other headings too, once the list is known to be one of
# members away.
_PLACES = ("away_place", "workplace", "current_address")
_NOTHING = frozenset({"", "-", "--", "–", "?", "khong ro", "chua ro"})
_YES = re.compile(r"(?:da )?chuyen(?: (?:shd|sinh hoat|sh|xong|roi|tam thoi|chinh thuc)\b.*)?")
_YES_WORDS = frozenset({"da", "roi", "da roi", "co", "da co"})
_NO = re.compile(r"(?:chua|khong)\b.*")
_OPEN_END = frozenset({"nay", "den nay", "hien nay", "chua ve", "chua ro", "khong ro", "chua"})
_FROM_TO = re.compile(
    r"(?:từ\s+)?(.+?)\s*(?:đến|tới|–|→|(?<=\d{4})\s*-(?=\s*\d)|(?<=\d{4})\s+-\s)\s*(.+)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"^\s*(?:từ|tu)\s+(?:ngày\s+)?", re.IGNORECASE)


class AwayReader:
    """Reads the rows of one list of members away."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._units: dict[tuple[str, ...], UnitRef] = {}

    def __call__(self, cells: Cells) -> AwayRow | None:
        """Return the stay of a row; what is wrong stands in the row's remarks."""
        name = cells.required_name()
        since, until = self._period(cells)
        kept: list[str] = []
        transferred = self._transferred(cells, kept)
        confirmed = self._confirmed(cells, kept)
        for field, day in (("away_from", since), ("away_confirmed", confirmed)):
            if day is not None and day.first > self._today:
                cells.say(field, "future_date", severity=Severity.WARNING)
        note = cells.text("note") if cells.has("note") else ""
        return AwayRow(
            row=cells.row + 1,
            full_name=name,
            unit=cells.unit(self._units),
            birth_date=cells.day("birth_date"),
            card_no=cells.number("card_no", read_card),
            national_id=cells.number("national_id", read_national_id),
            place=_place(cells),
            since=since,
            until=until,
            transferred=transferred,
            confirmed_on=confirmed,
            note="; ".join(part for part in (note, *kept) if part),
        )

    def _period(self, cells: Cells) -> tuple[PartialDate | None, PartialDate | None]:
        """Return from when and until when; one cell may hold both: "từ 3/2024 đến nay"."""
        both = _from_to(cells)
        if both is None:
            since, until = cells.day("away_from"), self._end(cells)
        else:
            readings = [read_date(text, latest=self._today) for text in both]
            code = next((reading.code for reading in readings if reading.code), "")
            if code:
                cells.say("away_from", code)
            since, until = readings[0].value, readings[1].value or self._end(cells)
        if since and until and until.last < since.first:
            cells.say("away_to" if cells.has("away_to") else "away_from", "ends_before_begins")
        return since, until

    @staticmethod
    def _end(cells: Cells) -> PartialDate | None:
        return None if fold(_own(cells, "away_to")) in _OPEN_END else cells.day("away_to")

    def _transferred(self, cells: Cells, kept: list[str]) -> bool | None:
        """Return whether membership was transferred; words that do not say so are kept."""
        text = _own(cells, "away_transferred")
        folded = fold(text).strip(" .!")
        if folded in _NOTHING:
            return None
        if is_mark(cells.value("away_transferred")) or folded in _YES_WORDS:
            return True
        if folded in {"0", "k", "false"} or _NO.fullmatch(folded):
            return False
        day, rest = date_in(text, latest=self._today)
        if _YES.fullmatch(folded) or (day.value and fold(rest).strip(" .,;") in _ABOUT_A_DAY):
            return True
        cells.say("away_transferred", "transfer_unclear")
        kept.append(f"Chuyển sinh hoạt: {text}")
        return None

    def _confirmed(self, cells: Cells, kept: list[str]) -> PartialDate | None:
        """Return the day the destination confirmed; a tick without a day is told and kept."""
        text = _own(cells, "away_confirmed")
        folded = fold(text)
        if folded in _NOTHING or _NO.fullmatch(folded):
            return None
        if is_mark(cells.value("away_confirmed")) or folded.startswith(("da ", "roi")):
            day, _ = date_in(text, latest=self._today)
            if day.value is None:
                cells.say("away_confirmed", "confirmed_without_day")
                kept.append(f"Nơi đến xác nhận: {text}")
            return day.value
        return cells.day("away_confirmed")


_ABOUT_A_DAY = frozenset(
    {"", "ngay", "tu", "tu ngay", "tu thang", "thang", "da chuyen", "da chuyen ngay"}
    | {"da chuyen tu", "da chuyen tu ngay", "da chuyen thang", "da chuyen tu thang", "chuyen"}
)


def _own(cells: Cells, field: str) -> str:
    """Return the cell's words; one without a value of its own has none, and that is told."""
    if not cells.has(field):
        return ""
    value = cells.value(field)
    if code := fault_code(value):
        cells.say(field, code)
        return ""
    return as_text(value)


def _from_to(cells: Cells) -> tuple[str, str] | None:
    if not cells.has("away_from") or not isinstance(value := cells.value("away_from"), str):
        return None
    found = _FROM_TO.fullmatch(value.strip())
    if found is None:
        bare = _SINCE.sub("", value)
        return (bare, "") if bare != value else None
    until = "" if fold(found[2]) in _OPEN_END else found[2]
    return _SINCE.sub("", found[1]), until


def _place(cells: Cells) -> str:
    here = [field for field in _PLACES if cells.has(field)]
    if "away_place" in here:
        return cells.text("away_place")
    return PARTS_JOIN.join(text for field in here if (text := cells.text(field)))
