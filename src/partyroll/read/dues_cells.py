"""What one cell of a dues book says, in every way clerks write it."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from partyroll.model import Letter
from partyroll.period import PartialDate
from partyroll.read.dates import possible
from partyroll.read.dues_owing import letter_of_debt, names_a_debt
from partyroll.read.dues_words import is_unclear, letter_of
from partyroll.read.grid import Fault, Value, as_text
from partyroll.read.money import read_money, read_number
from partyroll.read.named_months import month_named, months_named
from partyroll.read.standing_words import no_longer_here, not_yet_here
from partyroll.read.values import error_text
from partyroll.text import fold


@dataclass(frozen=True, slots=True)
class DuesCell:
    """A cell as understood: its letter, and what else it states.

    `covers` are the other months that it names as paid; `late` says as a back payment.
    """

    letter: str
    amount: int | None = None
    note: str = ""
    code: str = ""
    covers: tuple[int, ...] = ()
    late: bool = False
    paid_on: PartialDate | None = None
    since: int | None = None  # the month from which the person is a member here
    until: int | None = None  # the month from which no more
    unnamed: bool = False  # it pays several months and does not say which

    @property
    def plain(self) -> bool:
        """Whether the letter and the amount say everything."""
        return not (
            self.note or self.covers or self.unnamed or self.paid_on or self.since or self.until
        )


BLANK: Final = DuesCell(Letter.BLANK)
_DASHES = frozenset({"-", "–", "—", "--", "_", "/"})
_PAYS = re.compile(
    r"\bnop|\bdong|\btruy thu|\bthu\b|\btra\b|^t ?\d|^thang ?\d|\bquy\b"
    r"|\b(?:ca|tron|du) nam\b|^q ?\d"
)
_LATE = re.compile(
    r"\bbu\b|\b(?:nop|dong) cham\b"
    r"|\btruy thu\b|\btruy nop\b|\bno thang|\bcho t|\bbo sung\b|^bs\b"
)
# A sentence that begins with paying says so, unless it puts the paying off or pays something
# else; "miễn sinh hoạt" exempts from meetings, not from dues.
_SAYS_PAID = re.compile(
    r"^(?:da )?(?:nop|dong|ck|chuyen khoan|tru (?:qua |vao )?luong|truy thu|truy nop)\b"
    r"|^da thu\b"
)
_SAYS_LATER = re.compile(
    r"\b(?:sau|cham|muon|thieu|mot phan|khong|chua|ho so|don(?! vi)|giay|kiem diem"
    r"|bao cao|hoc phi)\b"
)
_SAYS_EXEMPT = re.compile(r"^(?:duoc )?mien\b(?!.*\b(?:sinh hoat|shd?|cong tac)\b)")
_OWES = re.compile(r"^(?:con )?(?:no|chua|khong nop|khong dong)\b|^khong$")
_LEADING_SUM = re.compile(
    r"^(?P<sum>[\d.,\s]*\d\s*(?:k|nghìn|ngàn)?\s*(?:đồng|đ|vnđ)?)\s*[(\[;,:–-]?\s*(?P<rest>[^\d\s.,].*?)[)\]]?$",
    re.IGNORECASE,
)
_TRAILING_SUM = re.compile(
    r"^(?P<rest>[^\d\s].*?)\s*[:=(]\s*(?P<sum>\d[\d., ]*\s*(?:k|nghìn|đồng|đ)?)\)?$",
    re.IGNORECASE,
)
_MARK_AND_WORDS = re.compile(r"^(?P<mark>[^()]+?)\s*\((?P<rest>[^()]+)\)$")
_SOME_MONTHS = re.compile(r"^(?:da )?(?:(?:nop|dong|thu|cho|du) )?\d+ thang\b")
_ADDED_SUMS = re.compile(r"^\d[\d., ]*(?:\+\s*\d[\d., ]*)+$")
_DAY_IN_WORDS = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?(?!\d)")
_PAID_ON = re.compile(r"^(?:ngày\s*)?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$", re.IGNORECASE)
# "10.000 (15/3)": the sum, and the day on which it came.
_SUM_AND_DAY = re.compile(
    r"^(?P<sum>\d{1,3}(?:[.,]\d{3})+|\d{4,})\s*(?:đồng|đ|vnđ)?\s*[-–(,;]?\s*"
    r"(?P<day>(?:ngày\s*)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)\)?$",
    re.IGNORECASE,
)
_REASON_WORDS = frozenset({"om", "msh", "bo", "hoc", "benh", "vien", "nghi", "xa", "ct", "ts"})
_VIETNAMESE = re.compile("[à-ỹĐđăâêôơư]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DuesReader:
    """Reads the cells of one book of one year."""

    year: int
    factor: int = 1
    legend: dict[str, str] = field(default_factory=dict)
    _seen: dict[tuple[Value, int], DuesCell] = field(default_factory=dict, compare=False)

    def read(self, value: Value, month: int) -> DuesCell:
        """Return what the cell of `month` says."""
        if value == "":
            return BLANK
        if isinstance(value, bool):  # True equals 1 as a key and says something else
            return self._read(value, month)
        if (cell := self._seen.get((value, month))) is None:
            cell = self._seen[value, month] = self._read(value, month)
        return cell

    def _read(self, value: Value, month: int) -> DuesCell:
        if isinstance(value, Fault):
            return DuesCell(Letter.UNREADABLE, code=value.code)
        if isinstance(value, bool):
            return (
                DuesCell(Letter.PAID)
                if value
                else DuesCell(Letter.BLANK, code="ambiguous_mark")
            )
        if isinstance(value, (int, float)) and as_text(value) not in self.legend:
            return self._number(value)
        if isinstance(value, date):
            return self._paid_on(PartialDate(value.year, value.month, value.day))
        return self._text(as_text(value), month)

    def _number(self, number: float) -> DuesCell:
        if number == 0:
            return DuesCell(Letter.UNPAID)
        if number == 1:
            return DuesCell(Letter.PAID)  # a tick typed as 1
        reading = read_number(number, factor=self.factor)
        return _paid(reading.value, reading.code)

    def _paid_on(self, day: PartialDate) -> DuesCell:
        if abs(day.year - self.year) > 1:
            return DuesCell(Letter.UNREADABLE, code="unreadable_amount")
        return DuesCell(Letter.PAID, paid_on=day)

    def _text(self, text: str, month: int) -> DuesCell:
        if not text:
            return BLANK
        if error_text(text):
            return DuesCell(Letter.UNREADABLE, code="formula_error")
        folded = fold(text)
        mark = "-" if folded in _DASHES else text.casefold()
        words = fold(self.legend.get(mark, ""))
        if words and (explained := self._explained(words, folded)) is not None:
            return explained
        if is_unclear(folded):
            return DuesCell(Letter.BLANK, code="ambiguous_mark")
        if (marked := _cell_of(folded)) is not None:
            return marked
        if (reading := read_money(text, factor=self.factor)) is not None:
            if reading.value == 0:
                return DuesCell(Letter.UNPAID)
            return _paid(reading.value, reading.code)
        return self._phrase(text, folded, month)

    def _explained(self, words: str, mark: str) -> DuesCell | None:
        """Return what the legend says of a mark; None leaves it to custom.

        What custom reads as a debt or nothing is neither where the legend says else.
        """
        if (cell := _cell_of(words)) is not None:
            return cell
        for pattern, letter in (
            (_SAYS_PAID, Letter.PAID),
            (_OWES, Letter.UNPAID),
            (_SAYS_EXEMPT, Letter.EXEMPT),
        ):
            if pattern.match(words):
                return DuesCell(letter)
        if mark == "0" or letter_of(mark) == Letter.UNPAID or is_unclear(mark):
            return DuesCell(Letter.UNREADABLE, code="ambiguous_mark")
        return None

    def _phrase(self, text: str, folded: str, month: int) -> DuesCell:
        if found := _PAID_ON.match(text):
            return self._dated(found)
        if found := _SUM_AND_DAY.match(text):
            return self._sum_on_day(found["sum"], found["day"])
        if (stated := _about_membership(text, folded, month)) is not None:
            return stated
        if (paid := self._paid_in_words(text, folded, month)) is not None:
            return paid
        if _SAYS_EXEMPT.match(folded):
            return DuesCell(Letter.EXEMPT, note=text)
        if _is_reason(text, folded):
            return DuesCell(Letter.NOTED, note=text)
        return DuesCell(Letter.UNREADABLE, note=text, code="unreadable_amount")

    def _paid_in_words(self, text: str, folded: str, month: int) -> DuesCell | None:
        if (sums := self._added_sums(text)) is not None:
            return sums
        if _SOME_MONTHS.match(folded) and not months_named(folded, month):
            return DuesCell(Letter.PAID, note=text, unnamed=True)
        if (with_sum := self._sum_and_words(text, month)) is not None:
            return with_sum
        if (with_words := self._mark_and_words(text, month)) is not None:
            return with_words
        return _for_months(text, folded, month) or self._said_to_be_paid(text, folded)

    def _added_sums(self, text: str) -> DuesCell | None:
        """Return the cell of "10.000 + 10.000": which months it pays, nobody wrote."""
        if not _ADDED_SUMS.match(text):
            return None
        parts = [read_money(part.strip(), factor=self.factor) for part in text.split("+")]
        amounts = [part.value for part in parts if part and part.value]
        if len(amounts) < len(parts):
            return None
        return DuesCell(Letter.PAID, sum(amounts), note=text, unnamed=True)

    def _said_to_be_paid(self, text: str, folded: str) -> DuesCell | None:
        if not _SAYS_PAID.match(folded) or _SAYS_LATER.search(folded):
            return None
        late = _LATE.search(folded) is not None
        cell = DuesCell(Letter.PAID, note=text, unnamed=late)
        found = _DAY_IN_WORDS.search(text)
        day = self._dated(found) if found else None
        return replace(cell, paid_on=day.paid_on) if day and day.paid_on else cell

    def _dated(self, found: re.Match[str]) -> DuesCell:
        day = possible(int(found[3] or self.year), int(found[2]), int(found[1]))
        if day is None:
            return DuesCell(Letter.UNREADABLE, code="unreadable_amount")
        return self._paid_on(day)

    def _sum_on_day(self, sum_: str, day: str) -> DuesCell:
        found, reading = _PAID_ON.match(day), read_money(sum_, factor=self.factor)
        dated = self._dated(found) if found else BLANK
        if reading is None or dated.letter != Letter.PAID:
            return DuesCell(Letter.UNREADABLE, code="unreadable_amount")
        return replace(dated, amount=reading.value, code=reading.code)

    def _sum_and_words(self, text: str, month: int) -> DuesCell | None:
        found = _LEADING_SUM.match(text) or _TRAILING_SUM.match(text)
        if found is None:
            return None
        reading = read_money(found["sum"].strip(), factor=self.factor)
        if reading is None:
            return None
        words = found["rest"].strip(" ()[];:,.-")
        plural = _SOME_MONTHS.match(fold(words)) is not None
        cell = _for_months(words, fold(words), month) or DuesCell(
            Letter.PAID, note=words, unnamed=plural
        )
        if reading.value is None:
            return _paid(None, reading.code)
        return replace(cell, amount=reading.value, code=reading.code or cell.code)

    def _mark_and_words(self, text: str, month: int) -> DuesCell | None:
        found = _MARK_AND_WORDS.match(text)
        marked = _cell_of(fold(found["mark"])) if found else None
        if found is None or marked is None:
            return None
        words = found["rest"]
        if marked.letter == Letter.PAID:
            # A tick has said that it was paid; the months beside it need no such word.
            named = _for_months(words, f"nop {fold(words)}", month)
            return named or replace(marked, note=words)
        return replace(marked, note=words)


def _cell_of(folded: str) -> DuesCell | None:
    letter = letter_of(folded)
    return DuesCell(letter) if letter else None


def _about_membership(text: str, folded: str, month: int) -> DuesCell | None:
    """Return the cell of someone who is not yet or no longer here, or who owes."""
    if no_longer_here(folded):
        return DuesCell(Letter.NOT_DUE, note=text, until=month_named(folded) or month)
    if not_yet_here(folded):
        return DuesCell(Letter.NOT_DUE, note=text, since=month_named(folded))
    if (debt := letter_of_debt(folded)) is not None:
        unread = debt == Letter.UNREADABLE
        return DuesCell(debt, note=text, code="unreadable_amount" if unread else "")
    return None


def _paid(amount: int | None, code: str) -> DuesCell:
    broken = code in {"negative_amount", "unreadable_amount"}
    return DuesCell(Letter.UNREADABLE if broken else Letter.PAID, amount, code=code)


def _for_months(words: str, folded: str, month: int) -> DuesCell | None:
    """Return a paid cell if `words` name the months it covers."""
    months = months_named(folded, month)
    if not months or names_a_debt(folded):
        return None
    if not (_PAYS.search(folded) or _LATE.search(folded)):
        return None
    late = _LATE.search(folded) is not None
    others = tuple(m for m in months if m != month)
    return DuesCell(
        Letter.PAID,
        note=words,
        code="back_payment_note" if late else "",
        covers=others,
        late=late,
    )


def _is_reason(text: str, folded: str) -> bool:
    if any(sign.isdigit() for sign in text):
        return len(text.split()) >= 2 and _VIETNAMESE.search(text) is not None
    words = folded.split()
    if len(words) == 1:
        return folded in _REASON_WORDS or (
            len(text) > 1 and _VIETNAMESE.search(text) is not None
        )
    return all(word.strip("()/,.-;:").isalpha() or not word.strip("()/,.-;:") for word in words)
