"""What somebody typed of a transfer, understood and checked before it is written."""

from dataclasses import dataclass
from datetime import date

from partyroll.model import TransferKind
from partyroll.period import PartialDate
from partyroll.tasks.choosing import date_or_none, refuse_ahead
from partyroll.tasks.transferring.refusals import (
    NeedsCause,
    NeedsDestination,
    NeedsEnd,
    NotForThisLetter,
    WrongOrder,
)
from partyroll.text import clean

ON = "--on"
_FROM, _UNTIL, _FIRST_DAY = "--from", "--until", "ngày bắt đầu"


@dataclass(frozen=True, slots=True)
class Typed:
    """A letter as typed; empty = not given."""

    member: str
    to: str = ""
    temporary: bool = False
    since: str = ""
    until: str = ""
    letter_no: str = ""
    on: str = ""
    caused_on: str = ""
    reason: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The same, understood; `issued_on` None = nobody said on which day."""

    place: str
    kind: TransferKind
    starts_on: PartialDate | None = None
    valid_to: PartialDate | None = None
    letter_no: str = ""
    issued_on: PartialDate | None = None
    caused_on: PartialDate | None = None
    reason: str = ""


def understood(typed: Typed, today: date) -> Letter:
    """Return the letter that was typed; raises where a fact is missing or fits no other."""
    letter = _letter(typed)
    if not letter.place:
        raise NeedsDestination
    if typed.temporary and letter.valid_to is None:
        raise NeedsEnd
    for option, given in ((_FROM, typed.since), (_UNTIL, typed.until)):
        if given and not typed.temporary:
            raise NotForThisLetter(option)
    refuse_ahead(ON, letter.issued_on, today)
    begins = letter.starts_on or letter.issued_on
    if letter.valid_to and begins and letter.valid_to.last < begins.first:
        raise WrongOrder(_UNTIL, letter.valid_to, _FIRST_DAY, begins)
    return letter


def cause(typed: Typed) -> Letter:
    """Return the reason to move that was typed; there is no letter yet."""
    letter = _letter(typed)
    if letter.caused_on is None:
        raise NeedsCause
    return letter


def _letter(typed: Typed) -> Letter:
    return Letter(
        place=clean(typed.to),
        kind=TransferKind.TEMPORARY if typed.temporary else TransferKind.OFFICIAL,
        starts_on=date_or_none(typed.since),
        valid_to=date_or_none(typed.until),
        letter_no=clean(typed.letter_no),
        issued_on=date_or_none(typed.on),
        caused_on=date_or_none(typed.caused_on),
        reason=clean(typed.reason),
    )
