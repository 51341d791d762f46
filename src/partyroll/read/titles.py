"""What the lines around a table say: units, year, unit of money, legend, date."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from partyroll.period import PartialDate
from partyroll.read.legends import is_legend, legend_of
from partyroll.read.units import cell_in_title, committee_in_title, is_upper_unit, unit_name
from partyroll.text import clean, fold, same_key

_DATE_LINE = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_KEPT_UNTIL = re.compile(
    r"(?:tính|số liệu|cập nhật|chốt)\D{0,30}?đến(?:\s+hết)?(?:\s+ngày)?\s*"
    r"(?:(\d{1,2})[/.-])?(?:tháng\s*)?(\d{1,2})[/.-](\d{4})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\bnam\s*:?\s*((?:19|20)\d\d)\b")
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_TERM = re.compile(r"(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d")
_A_DAY = re.compile(r"ngay\s*\d+\s*thang\s*\d+\s*nam\s*\d+")
# A paper that the title refers to has a year of its own.
_CITED = re.compile(
    r"\b(?:quy dinh|quyet dinh|nghi quyet|huong dan|cong van|chi thi|thong tu)\b"
    r"[^|;,)]*?\bnam (?:19|20)\d\d"
)
_BOOK_YEAR = re.compile(
    r"\b(?:dang phi|sinh hoat|diem danh|theo doi)\b[^|]*?(?<![\d/.-])((?:19|20)\d\d)(?![\d/.-])"
)
_QUARTER_YEAR = re.compile(r"\bquy\s*(?:iv|i{1,3}|[1-4])\s*[/.-]\s*((?:19|20)\d\d)\b")
_THOUSAND = re.compile(
    r"(?:dvt|don vi tinh|don vi|\()\s*:?\s*(?:nghin|ngan|1[. ]?000)\s*(?:dong|d)?"
    r"|nghin dong|ngan dong"
)
_NOT_HELD = re.compile(
    r"thang\s*([\d ,va]+?)\s*(?:chi bo )?(?:khong (?:hop|sinh hoat|to chuc))"
)


@dataclass(frozen=True, slots=True)
class Title:
    """What stands above a table and speaks of all its rows."""

    parents: tuple[str, ...] = ()
    unit: str = ""
    years: tuple[int, ...] = ()
    money_factor: int = 1
    book_date: date | None = None
    not_held: frozenset[int] = frozenset()
    words: str = ""  # everything, folded: for the words that tell kinds apart
    legend: Mapping[str, str] = field(default_factory=dict)  # mark → what it stands for

    def filled_from(self, other: "Title") -> "Title":
        """Return this title with what only `other` says: the first page speaks for the next."""
        return replace(
            self,
            parents=self.parents or other.parents,
            unit=self.unit or other.unit,
            years=self.years or other.years,
            money_factor=max(self.money_factor, other.money_factor),
            book_date=self.book_date or other.book_date,
            not_held=self.not_held or other.not_held,
            words=self.words or other.words,
            legend={**other.legend, **self.legend},
        )


def read_title(lines: Iterable[str]) -> Title:
    """Return what the title lines above a table say."""
    texts = [clean(line) for line in lines]
    folded = " | ".join(fold(text) for text in texts)
    return Title(
        parents=_parents(texts),
        unit=next((name for text in texts if (name := _unit(text))), ""),
        years=_years(folded),
        money_factor=1000 if _THOUSAND.search(folded) else 1,
        book_date=stated_date(texts),
        not_held=_not_held(folded),
        words=folded,
        legend=legend_of(texts),
    )


def _parents(texts: list[str]) -> tuple[str, ...]:
    named = (
        unit_name(text) if is_upper_unit(text) else committee_in_title(text) for text in texts
    )
    return tuple({same_key(name): name for name in named if name}.values())


def _unit(text: str) -> str:
    return "" if is_upper_unit(text) or is_legend(text) else cell_in_title(text)


def _years(folded: str) -> tuple[int, ...]:
    plain = _TERM.sub(" ", _A_DAY.sub(" ", folded))
    plain = _CITED.sub(" ", plain)
    named = _YEAR.findall(plain) or _QUARTER_YEAR.findall(plain)
    named = named or _BOOK_YEAR.findall(plain)
    return tuple(dict.fromkeys(int(year) for year in named))


def _not_held(folded: str) -> frozenset[int]:
    found = _NOT_HELD.search(folded)
    return frozenset(int(n) for n in re.findall(r"\d+", found[1])) if found else frozenset()


def stated_date(texts: Iterable[str]) -> date | None:
    """Return the day of "Xã Mẫu, ngày 31 tháng 12 năm 2024", if a line says one.

    "Tính đến hết tháng 8/2024" is as good; "từ 1/1 đến 31/12" only says what a book is for.
    """
    for text in texts:
        if found := _DATE_LINE.search(text) or _KEPT_UNTIL.search(text):
            with suppress(ValueError):
                day, month, year = found.groups()
                return PartialDate(int(year), int(month), int(day) if day else None).last
    return None


def two_years(*texts: str) -> tuple[int, ...]:
    """Return two years that follow each other if one of the texts names just these."""
    for text in texts:
        plain = _CITED.sub(" ", _A_DAY.sub(" ", fold(text)))
        years = sorted({int(year) for year in _ANY_YEAR.findall(plain)})
        if len(years) == 2 and years[1] - years[0] == 1:
            return tuple(years)
    return ()


def year_in_name(sheet: str) -> int | None:
    """Return the year in a sheet's name: "DP2024"."""
    found = _ANY_YEAR.search(_TERM.sub(" ", sheet))
    return int(found[1]) if found else None
