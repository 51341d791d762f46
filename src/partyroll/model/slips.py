"""Slips: what one ledger tells another about a transfer, as a workbook that people mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from unicodedata import normalize

from partyroll.model.transfers import TransferAnswer, TransferKind
from partyroll.period import Month, PartialDate

_SHORT = 8
_DIGITS, _GROUP = 16, 4


class SlipKind(StrEnum):
    """What a slip says: somebody is sent, somebody has come or not, what was kept there."""

    LETTER = "LETTER"
    ANSWER = "ANSWER"
    MONTHS = "MONTHS"


@dataclass(frozen=True, slots=True)
class DuesKept:
    """What the book of the place of stay says of a month's dues: a letter of `Letter`."""

    month: Month
    letter: str
    amount: int | None = None
    paid_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class MeetingsKept:
    """What the book there says of the meetings of a month: a letter for each."""

    month: Month
    letters: str


@dataclass(frozen=True, slots=True)
class HostRemark:
    """What the place of stay says of a member."""

    text: str
    on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of one transfer, as one office fills it in for another.

    `written_by` is the ledger it comes from, `meant_for` the one it goes to ("" = not known
    yet); `origin` and `destination` are organisations in words.
    """

    kind: SlipKind
    transfer_id: str
    person_uid: str
    written_by: str
    transfer_kind: TransferKind
    full_name: str
    written_on: PartialDate
    meant_for: str = ""
    origin: str = ""
    destination: str = ""
    birth_date: PartialDate | None = None
    gender: str = ""
    card_no: str = ""
    national_id: str = ""
    hometown: str = ""
    admission_date: PartialDate | None = None
    official_date: PartialDate | None = None
    letter_no: str = ""
    issued_on: PartialDate | None = None
    starts_on: PartialDate | None = None
    valid_to: PartialDate | None = None
    caused_on: PartialDate | None = None
    reason: str = ""
    dues_told: str = ""  # of the letter: until when dues were paid, in words
    answer: TransferAnswer | None = None
    answered_on: PartialDate | None = None
    answered_by: str = ""
    answer_text: str = ""
    year: int | None = None
    dues: tuple[DuesKept, ...] = ()
    meetings: tuple[MeetingsKept, ...] = ()
    remarks: tuple[HostRemark, ...] = ()

    @property
    def short_id(self) -> str:
        """A few signs that tell slips apart in the names of files, and say nobody's name."""
        return self.transfer_id.replace("-", "")[-_SHORT:]


def check_code(texts: Mapping[str, str]) -> str:
    """Return what shows that a slip says what it said: a digest of its texts by their keys.

    It finds slips of the hand.  It is no signature: that stands on the paper.
    """
    said = "\n".join(f"{key}={same_text(texts[key])}" for key in sorted(texts))
    digits = sha256(said.encode()).hexdigest()[:_DIGITS].upper()
    return "-".join(digits[at : at + _GROUP] for at in range(0, _DIGITS, _GROUP))


def same_text(text: str) -> str:
    """Return a text as it is compared: blanks and ways of writing an accent do not matter."""
    return " ".join(normalize("NFC", text).split())
