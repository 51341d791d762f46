"""Whoever went for a time is back: each side ends the stay in its own ledger."""

from dataclasses import replace

from partyroll.model import Transfer, TransferAnswer, TransferState
from partyroll.period import PartialDate
from partyroll.store.draft import Draft
from partyroll.store.ledger import Ledger
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import date_or_none, refuse_ahead
from partyroll.tasks.registers.writing import Command, Saved, Written, save
from partyroll.tasks.transferring.finding import Told, numbered, put_transfer, stays_of
from partyroll.tasks.transferring.refusals import (
    AlreadyAnswered,
    NotForATime,
    NotWritten,
    WrongOrder,
)
from partyroll.tasks.transferring.request import ON

_LETTER_DAY, _NOT_TAKEN_IN = "ngày giới thiệu", "không tiếp nhận"
_ISSUE = "làm giấy trước: partyroll transfer issue NGƯỜI --to NƠI ĐẾN --kind temporary"


def end(command: Command, number: int, on: str = "") -> Saved[Told]:
    """Write down the last day of a temporary stay; from the next on home keeps the months."""
    day = date_or_none(on) or PartialDate.of(command.today)
    refuse_ahead(ON, day, command.today)

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        one, person = numbered(ledger, number)
        _refuse(one, day)
        done = replace(one, returned_on=day)
        draft.load("transfer", person_id=[one.person_id])
        draft.load("assignment", person_id=[one.person_id])
        put_transfer(draft, done)
        last = min(done.ends)
        for key in stays_of(draft, one):
            stay = draft.rows("assignment")[key]
            draft.put("assignment", {**stay, "valid_to": str(last)})
        path = UnitHistory(ledger).on(command.today).path(one.unit_id)
        told = Told(done, person, path[-1] if path else "")
        return Written(told, f"số {number}: đã về nơi đi")

    return save(command, "transfer", write)


def _refuse(one: Transfer, day: PartialDate) -> None:
    if not one.temporary:
        raise NotForATime(one.number)
    if one.state is TransferState.TO_START:
        raise NotWritten(one.number, _ISSUE)
    if one.answer is TransferAnswer.REFUSED:
        on = one.answered_on.vi if one.answered_on else "?"
        raise AlreadyAnswered(one.number, _NOT_TAKEN_IN, on)
    if one.issued_on is not None and day.last < one.issued_on.first:
        raise WrongOrder(ON, day, _LETTER_DAY, one.issued_on)
