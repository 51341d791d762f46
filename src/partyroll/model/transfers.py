"""Transfers between organisations: what this ledger holds of its own side of each."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from partyroll.model.sources import NOWHERE, Source
from partyroll.period import PartialDate


class TransferKind(StrEnum):
    """For good, or for a time: who goes for a time stays counted at home."""

    OFFICIAL = "OFFICIAL"
    TEMPORARY = "TEMPORARY"


class TransferAnswer(StrEnum):
    """What the place of arrival said."""

    ARRIVED = "ARRIVED"
    REFUSED = "REFUSED"


class TransferState(StrEnum):
    """How far a transfer is; computed, never stored."""

    TO_START = "TO_START"  # there is a reason to go, and no letter yet
    IN_TRANSIT = "IN_TRANSIT"  # a letter was written, nobody has answered
    RECEIVED = "RECEIVED"  # a letter came here, and waits for an answer
    CONFIRMED = "CONFIRMED"
    REFUSED = "REFUSED"
    RETURNED = "RETURNED"  # whoever went for a time is back home


@dataclass(frozen=True, slots=True)
class Transfer:
    """One side of a transfer; `number` is what people type, `transfer_id` what slips carry.

    `place` is the organisation on the other side, `other_ledger` its ledger where known.
    """

    number: int
    transfer_id: str
    person_id: str
    out: bool
    kind: TransferKind = TransferKind.OFFICIAL
    unit_id: str | None = None
    place: str = ""
    other_ledger: str = ""
    reason_text: str = ""
    caused_on: PartialDate | None = None
    letter_no: str = ""
    issued_on: PartialDate | None = None
    valid_to: PartialDate | None = None
    notified_on: PartialDate | None = None
    presented_on: PartialDate | None = None
    answer: TransferAnswer | None = None
    answered_on: PartialDate | None = None
    answered_by: str = ""
    answer_text: str = ""
    returned_on: PartialDate | None = None
    note: str = ""
    source: Source = NOWHERE

    @property
    def temporary(self) -> bool:
        """Whether it is for a time."""
        return self.kind is TransferKind.TEMPORARY

    @property
    def ends(self) -> frozenset[date]:
        """The days on which a stay for a time is over: by the letter, and by coming back."""
        last = (self.valid_to, self.returned_on)
        return frozenset(day.last + timedelta(days=1) for day in last if day is not None)

    @property
    def state(self) -> TransferState:
        """How far it is."""
        if self.returned_on is not None:
            return TransferState.RETURNED
        if self.answer is TransferAnswer.ARRIVED:
            return TransferState.CONFIRMED
        if self.answer is TransferAnswer.REFUSED:
            return TransferState.REFUSED
        if not self.out:
            return TransferState.RECEIVED
        return TransferState.IN_TRANSIT if self.issued_on else TransferState.TO_START
