"""Headings that name a month, a quarter, half a year or a year, and what stands below them."""

import re
from dataclasses import replace

from partyroll.read.meanings import UNKNOWN, Meaning
from partyroll.text import fold

_MONTH = re.compile(
    r"(?P<lead>(?:(?:so )?tien )?(?:da )?"
    r"(?:sh|sinh hoat|hop|ky|dp|dang phi|thu|dong|nop)\b[ .]*(?:chi bo\s*|dang phi\s*|dp\s*)?)?"
    r"(?P<word>thang|thg|th|t)?[ .]*(?P<month>\d{1,2})"
    r"(?:\s*[/.-]\s*(?P<year>\d{4}|\d{2}))?(?:\s*(?P<tail>\([^)]*\)|lan \d))?"
)
# "T1-3" and "Tháng 10+11+12": no year stands behind a dash that goes on counting.
_SPAN = re.compile(
    r"(?:(?:dang phi|dp|thu|dong|nop)[ .]*)?(?:thang|thg|th|t)[ .]*"
    r"(\d{1,2}(?:\s*(?:[-–+,&]|va|den)\s*(?:thang|thg|th|t)?[ .]*\d{1,2})+)"
    r"(?:\s*/\s*((?:19|20)\d\d))?"
)
_ISO = re.compile(r"((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])")
_DAY = re.compile(r"(?:ngay )?\d{1,2}[/.-](\d{1,2})[/.-]((?:19|20)\d\d)")  # of one meeting
_PAIR = re.compile(r"(?:ngay )?(\d{1,2})[/.-](\d{1,2})")
_QUARTER = re.compile(
    r"(?:quy|q)[ .]*(iv|i{1,3}|[1-4])(?:\s*(?:[/.-]|nam)?\s*((?:19|20)\d\d))?"
)
_HALF = re.compile(r"(?:6|sau) thang (dau|cuoi)(?: nam)?(?: ((?:19|20)\d\d))?")
_YEAR = re.compile(
    r"(?:(?:tinh )?den (?:het )?(?:ngay )?31/12/|nam|n|(?:den )?cuoi nam|xl nam"
    r"|so dang vien nam"
    r"|(?:ket qua )?(?:danh gia,? )?xep loai(?: chat luong)?(?: dang vien)? nam)?"
    r"[ .]*((?:19|20)\d\d)"
)
_WORDS = "mot,hai,ba,tu,nam,sau,bay,tam,chin,muoi,muoi mot,muoi hai"
_WORD_MONTHS = {f"thang {word}": number for number, word in enumerate(_WORDS.split(","), 1)}
_WORD_MONTHS |= {"thang gieng": 1, "thang chap": 12}
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_MONTH = re.compile(rf"({'|'.join(_ENGLISH)})[a-z]*[ .-]*(\d{{4}}|\d{{2}})?")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# What stands below a month where attendance is counted, without accents.
_TALLIES = (
    ("held", re.compile(r"(?:so )?(?:buoi |ky |cuoc )?(?:hop|to chuc)|so (?:buoi|ky|cuoc)")),
    ("present", re.compile(r"co mat|(?:so buoi |so ky )?(?:du|tham gia|tham du)(?: hop| sh)?")),
    ("excused", re.compile(r"(?:vang )?(?:co phep|cp|co ly do|cld)|vcp|phep")),
    ("absent", re.compile(r"(?:vang )?(?:khong phep|kp|khong ly do|kld|khong co phep)|vkp")),
    ("missed", re.compile(r"(?:tong |so buoi |so ky )?vang(?: mat| hop| sh)?")),
)
# "Tổng hợp", "trường hợp", "hợp tác" read like "họp" without accents and are no meetings.
_SAYS_MEETINGS = re.compile(
    r"diem danh|sinh hoat|\bdu hop|chuyen can|\bsh\b|\bvang\b|tham du"
    r"|(?<!tong )(?<!truong )(?<!phu )(?<!phoi )(?<!ket )(?<!to )(?<!lien )(?<!thich )"
    r"\bhop\b(?! tac| nhat| dong| ly| le| phap)"
)
# What stands below a month where one grid holds both books.
_ITS_MEETING = re.compile(r"(?:du )?(?:sh|sinh hoat)(?: chi bo)?")
_ITS_DUES = re.compile(
    r"(?:(?:so )?tien )?(?:da )?(?:nop |dong |thu |trich )?(?:dp|dang phi)(?: \(?1 ?%\)?)?"
)
_MEETING_LEAD = re.compile(r"sh\b|sinh hoat|hop\b|ky\b")


def month_named(folded: str) -> Meaning | None:
    """Return what a heading without accents means that names a time; None = it names none."""
    if (several := _several_or_day(folded)) is not None:
        return several
    if folded in _WORD_MONTHS:
        return Meaning(month=_WORD_MONTHS[folded])
    if folded in _ROMAN:
        return Meaning(month=_ROMAN.index(folded) + 1, bare=True)
    if found := _ENGLISH_MONTH.fullmatch(folded):
        return Meaning(month=_ENGLISH.index(found[1]) + 1, year=full_year(found[2]))
    if found := _YEAR.fullmatch(folded):
        return Meaning(("year_column",), year=int(found[1]))
    if found := _DAY.fullmatch(folded):
        return Meaning(month=int(found[1]), year=int(found[2]))
    found = _MONTH.fullmatch(folded)
    if found is None or (found["year"] and len(found["year"]) == 2 and not found["word"]):
        return None
    lead = f"{found['lead'] or ''}{found['tail'] or ''}"
    meeting = bool(_MEETING_LEAD.search(lead)) if lead else None
    bare = not (found["lead"] or found["word"] or found["year"])
    return Meaning((), int(found["month"]), full_year(found["year"]), meeting, bare)


def _several_or_day(folded: str) -> Meaning | None:
    """Return a heading that is a quarter, half a year, or a day such as 03/01."""
    if found := _PAIR.fullmatch(folded):
        first, second = int(found[1]), int(found[2])
        return Meaning(month=min(second, 12), bare=True, pair=(first, second))
    if found := _QUARTER.fullmatch(folded):
        number = _ROMAN.index(found[1]) + 1 if found[1] in _ROMAN else int(found[1])
        return _quarter(number, full_year(found[2]))
    if found := _HALF.fullmatch(folded):
        return Meaning(month=1 if found[1] == "dau" else 7, year=full_year(found[2]), span=6)
    if found := _ISO.fullmatch(folded):
        return Meaning(month=int(found[2]), year=int(found[1]))
    return _span(folded)


def _span(folded: str) -> Meaning | None:
    """Return what "T1-3" or "Tháng 1+2+3" stands for; None where it does not count on."""
    found = _SPAN.fullmatch(folded)
    if found is None:
        return None
    numbers = [int(number) for number in re.findall(r"\d+", found[1])]
    first, last = numbers[0], numbers[-1]
    whole = [*range(first, last + 1)]
    if not 1 <= first < last <= 12 or numbers not in (whole, [first, last]):
        return None
    if numbers != whole and re.search(r"[+,&]|va", found[1]):
        return None  # "T1, T3" are two months, not three
    # "T7-10, T8-10, T9-10" are months of 2010: that only its neighbours tell.
    pair = (first, last) if numbers == [first, last] and not found[2] else None
    return Meaning(month=first, year=full_year(found[2]), span=len(whole), pair=pair)


def _quarter(number: int, year: int | None) -> Meaning:
    return Meaning(month=number * 3 - 2, year=year, span=3) if 1 <= number <= 4 else UNKNOWN


def full_year(text: str | None) -> int | None:
    """Return a year of two or four digits in full."""
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def month_below(own: Meaning, parent: str) -> Meaning:
    """Return what the month `own` means below the heading `parent`."""
    folded = fold(parent)
    if own.bare and re.search(r"\bquy$", folded):
        return _quarter(own.month or 0, None)
    meeting = own.meeting
    if meeting is None and folded:
        meeting = says_meetings(folded)
    year = own.year
    if year is None and (found := re.search(r"\b(?:19|20)\d\d\b", folded)):
        year = int(found[0])
    said = re.search(r"thang|nop|dang phi|dong|thu\b|sinh hoat|hop\b", folded)
    bare = own.bare and (own.pair is not None or said is None)
    return replace(own, fields=(), year=year, meeting=meeting, bare=bare)


def detail_of_month(month: Meaning, own: Meaning, text: str) -> Meaning:
    """Return what a heading means below that of a month."""
    folded = fold(text)
    if own.fields == ("total",):
        return Meaning(("subtotal",))
    if (
        not folded
        or own.fields == ("dues_collected",)
        or re.match(r"(lan|ky|buoi) ?\d", folded)
    ):
        return month
    if re.match(r"(?:sinh hoat |sh |hop )?(?:dinh ky|thuong ky|chuyen de|bat thuong)$", folded):
        return Meaning((), month.month, month.year, meeting=True)
    tally = next((name for name, words in _TALLIES if words.fullmatch(folded)), "")
    if tally or own.fields == ("attendance_sum",):
        return Meaning((), month.month, month.year, meeting=True, tally=tally)
    if _ITS_MEETING.fullmatch(folded) or _ITS_DUES.fullmatch(folded):
        meeting = _ITS_MEETING.fullmatch(folded) is not None
        return Meaning((), month.month, month.year, meeting=meeting)
    return UNKNOWN


def says_meetings(folded: str) -> bool | None:
    """Return True for words of meetings, False for words of dues, None for neither or both."""
    meetings = _SAYS_MEETINGS.search(folded)
    dues = re.search(r"dang phi|\bdp\b|\bthu,? nop\b|nop tien|so tien|\bdp ?\d", folded)
    if bool(meetings) is bool(dues):
        return None
    return bool(meetings)
