"""Lists of members who work away: where, since when, whether they have transferred."""

import re
from collections.abc import Sequence
from datetime import date

from partyroll.model import Severity
from partyroll.period import PartialDate
from partyroll.read.cells import PARTS_JOIN, Cells
from partyroll.read.dates import date_in, read_date
from partyroll.read.days_told import NO, NOTHING, PLAIN_NO, ToldDay, day_told, own_words
from partyroll.read.facts import AwayRow, UnitRef
from partyroll.read.values import is_mark, read_card, read_national_id
from partyroll.text import fold

# Where somebody works stands under other headings too, once the list is known to be one of
# members away.
_PLACES = ("away_place", "workplace", "current_address")
_YES = re.compile(r"(?:da )?chuyen(?: (?:shd|sinh hoat|sh|xong|roi|tam thoi|chinh thuc)\b.*)?")
_YES_WORDS = frozenset({"da", "roi", "da roi", "co", "da co"})
_OPEN_END = frozenset({"nay", "den nay", "hien nay", "chua ve", "chua ro", "khong ro", "chua"})
_FROM_TO = re.compile(
    r"(?:từ\s+)?(.+?)\s*(?:đến|tới|–|→|(?<=\d{4})\s*-(?=\s*\d)|(?<=\d{4})\s+-\s)\s*(.+)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"^\s*(?:từ|tu)\s+(?:ngày\s+)?", re.IGNORECASE)


_CONFIRMED = ToldDay("away_confirmed", "Nơi đến xác nhận", "confirmed_without_day")
_RETURNED = ToldDay("away_returned", "Đã về", "returned_without_day")
_CONTACTED = ToldDay("away_contacted", "Liên hệ", "contact_without_day")


class AwayReader:
    """Reads the rows of one list of members away.

    In a list of their own a telephone number is how to reach them; beside a roster it is the
    person's and stays out.
    """

    def __init__(self, today: date, *, beside: bool = False) -> None:
        self._today = today
        self._reached_by = ("away_contact",) if beside else ("away_contact", "phone")
        self._units: dict[tuple[str, ...], UnitRef] = {}

    def __call__(self, cells: Cells) -> AwayRow | None:
        """Return the stay of a row; what is wrong stands in the row's remarks."""
        name = cells.required_name()
        since, until = self._period(cells)
        kept: list[str] = []
        transferred = self._transferred(cells, kept)
        confirmed = day_told(cells, _CONFIRMED, self._today, kept)
        returned = day_told(cells, _RETURNED, self._today, kept)
        contacted = day_told(cells, _CONTACTED, self._today, kept)
        self._warn_of_days_to_come(cells, (since, confirmed, returned, contacted))
        if since and returned and returned.last < since.first:
            cells.say("away_returned", "ends_before_begins")
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
            returned_on=returned,
            contact=self._contact(cells),
            contacted_on=contacted,
            paper=_paper(cells),
        )

    def _contact(self, cells: Cells) -> str:
        said = [cells.text(field) for field in self._reached_by if cells.has(field)]
        return PARTS_JOIN.join(dict.fromkeys(filter(None, said)))

    def _warn_of_days_to_come(self, cells: Cells, days: Sequence[PartialDate | None]) -> None:
        fields = ("away_from", "away_confirmed", "away_returned", "away_contacted")
        for field, day in zip(fields, days, strict=True):
            if day is not None and day.first > self._today:
                cells.say(field, "future_date", severity=Severity.WARNING)

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
        return None if fold(own_words(cells, "away_to")) in _OPEN_END else cells.day("away_to")

    def _transferred(self, cells: Cells, kept: list[str]) -> bool | None:
        """Return whether membership was transferred; words that do not say so are kept."""
        text = own_words(cells, "away_transferred")
        folded = fold(text).strip(" .!")
        if folded in NOTHING:
            return None
        if is_mark(cells.value("away_transferred")) or folded in _YES_WORDS:
            return True
        if folded in {"0", "k", "false"} or NO.fullmatch(folded):
            return False
        day, rest = date_in(text, latest=self._today)
        if _YES.fullmatch(folded) or (day.value and fold(rest).strip(" .,;") in _ABOUT_A_DAY):
            return True
        cells.say("away_transferred", "transfer_unclear")
        kept.append(f"Chuyển sinh hoạt: {text}")
        return None


_ABOUT_A_DAY = frozenset(
    {"", "ngay", "tu", "tu ngay", "tu thang", "thang", "da chuyen", "da chuyen ngay"}
    | {"da chuyen tu", "da chuyen tu ngay", "da chuyen thang", "da chuyen tu thang", "chuyen"}
)


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


def _paper(cells: Cells) -> str:
    """Return which paper somebody away has; a tick says that there is one."""
    field = "away_paper" if cells.has("away_paper") else "excuse_paper"
    text = own_words(cells, field)
    if is_mark(cells.value(field)) or fold(text) in _YES_WORDS:
        return "có"
    folded = fold(text).strip(" .!")
    return "" if folded in NOTHING or folded in PLAIN_NO else text
