"""What the last column says about a whole row: the window, and months paid together."""

import re
from typing import NamedTuple

from partyroll.period import PartialDate
from partyroll.read.dates import possible
from partyroll.read.named_months import months_named
from partyroll.text import fold

_TRANSFER = r"chuyen (?:shd |sh |sinh hoat (?:dang )?)?"
_WHEN = (
    r"\b\D{0,14}?(?:ngay |tu ngay |tu thang |tu |thang |t\.? ?)*"
    r"(?P<when>\d{1,2}(?:[/.-]\d{1,2})?[/.-]\d{4}|\d{1,2})\b"
)
_SINCE = re.compile(rf"\b(?:ket nap|kn|{_TRANSFER}(?:den|ve|vao)|tiep nhan){_WHEN}")
_UNTIL = re.compile(
    rf"\b(?:{_TRANSFER}(?:di|ra)|tu tran|mat|qua doi|chet|xoa ten|khai tru"
    rf"|ra khoi dang|xin ra){_WHEN}"
)
_BACK_PAYMENT = re.compile(
    r"\b(?:t|thang)\.? ?(?P<month>\d{1,2}) ?:? ?(?:nop bu|truy thu|dong bu)"
    r"(?: cho)? ?(?P<months>.+)$"
)
_PAY = r"(?:nop|dong|thu|tra|ck|chuyen khoan|tru (?:qua |vao )?luong)"
# "Đã nộp bù T3-T5 ngày 20/12" is a payment; "đề nghị nộp bù T3", "chưa nộp T3" are none.
_PAID = re.compile(
    rf"\b(?:{_PAY} (?:bu|du|xong|het|no)|truy (?:thu|nop)|da {_PAY})"
    r"(?: (?:bu|du|xong|het|no))*\b(?P<months>.*)$"
)
# Months behind these words are owed still: "đã đóng đủ, trừ T12", "đã nộp T1-T3, nợ T4".
_BUT = re.compile(r"\b(?:no|con|tru|ngoai)\b.*$")
_DUES = r"(?: (?:tien )?(?:dang phi|dp))?"
_IN_FULL = re.compile(rf"(?:da )?{_PAY}{_DUES} (?:du|day du|xong|het){_DUES}")
_CLAUSE = re.compile(r"[;,.()]+(?=\s|$)|[()]")
_NOT_PAID = re.compile(
    r"\b(?:chua|khong|se|can|phai|hen|xin|de nghi|yeu cau|nhac|con no|thieu|cam ket|hua)\b|\?"
)
_OWED = re.compile(r"(?<!het )(?<!xong )\bno\b")
_DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}))?")
_DATED = re.compile(
    r"\bngay \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?!\d)|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
)
_WHOLE_YEAR = re.compile(rf"\b{_PAY}(?: du)? ca nam\b(?: (?P<year>\d{{4}}))?")


class RowRemark(NamedTuple):
    """What a row's remark states; words that name no month state nothing."""

    since: PartialDate | None = None
    until: PartialDate | None = None
    late_month: int | None = None  # the month in which others were paid late
    late: tuple[int, ...] = ()
    whole_year: bool = False
    paid: tuple[int, ...] = ()  # months paid, nobody wrote in which month's cell
    paid_on: PartialDate | None = None
    in_full: bool = False  # all is paid, and no month is named


NOTHING = RowRemark()


def read_remark(text: str, year: int) -> RowRemark:
    """Return what "Kết nạp ngày 19/5/2024", "Chuyển SHĐ đi từ 8/2024" and the like state."""
    if not text:
        return NOTHING
    folded = fold(text)
    late_month, late = _late(folded)
    paid, paid_on = ((), None) if late else _paid(folded, year)
    parts = [part.strip() for part in _CLAUSE.split(folded)]
    return RowRemark(
        since=_when(_SINCE.search(folded), year),
        until=_when(_UNTIL.search(folded), year),
        late_month=late_month,
        late=late,
        whole_year=_says_year(folded, year),
        paid=paid,
        paid_on=paid_on,
        in_full=not _is_partial(folded) and any(map(_IN_FULL.fullmatch, parts)),
    )


def _says_year(folded: str, year: int) -> bool:
    """Whether the whole year is said to be paid, and nothing takes it back."""
    found = _WHOLE_YEAR.search(folded)
    this = found is not None and found["year"] in {None, str(year)}
    return this and not _NOT_PAID.search(folded)


def _is_partial(folded: str) -> bool:
    """Whether months are named, or something is said to be owed still."""
    return any(one.search(folded) for one in (_NOT_PAID, _OWED)) or bool(months_named(folded))


def _late(folded: str) -> tuple[int | None, tuple[int, ...]]:
    found = _BACK_PAYMENT.search(folded)
    if found is None:
        return None, ()
    return int(found["month"]), months_named(found["months"])


def _paid(folded: str, year: int) -> tuple[tuple[int, ...], PartialDate | None]:
    found = _PAID.search(folded)
    if found is None or _NOT_PAID.search(folded):
        return (), None
    named = _DATED.sub(" ", _BUT.sub("", found["months"]))  # the figures of a day are no months
    if set(re.findall(r"\b20\d\d\b", named)) - {str(year)}:
        return (), None  # of another year
    months = months_named(named)
    dated = _DATED.search(folded)
    day = _DAY.search(dated[0]) if dated else None
    if day is None:
        return months, None
    return months, possible(int(day["year"] or year), int(day["month"]), int(day["day"]))


def _when(found: re.Match[str] | None, year: int) -> PartialDate | None:
    if found is None:
        return None
    parts = [int(part) for part in re.split(r"[/.-]", found["when"])]
    if len(parts) == 1:
        return possible(year, parts[0])
    return possible(parts[-1], parts[-2], parts[0] if len(parts) == 3 else None)
