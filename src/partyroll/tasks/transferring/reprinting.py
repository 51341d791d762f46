"""Printing the slip of a transfer once more: slips get lost."""

from partyroll.model import TransferState
from partyroll.store.ledger import open_ledger
from partyroll.store.units import UnitHistory
from partyroll.tasks.registers.writing import Command
from partyroll.tasks.transferring.finding import Told, numbered
from partyroll.tasks.transferring.refusals import NotWritten
from partyroll.tasks.transferring.slips import answer_slip, letter_slip

_FIRST_A_LETTER = "làm giấy giới thiệu trước: partyroll transfer issue NGƯỜI --to NƠI ĐẾN"
_FIRST_AN_ANSWER = (
    "trả lời trước: partyroll transfer confirm {n} --unit “…”, hoặc refuse {n} --reason “…”"
)


def printed_again(command: Command, number: int) -> Told:
    """Return the letter that went out, or the answer that was given; reads only."""
    with open_ledger(command.ledger) as ledger:
        one, person = numbered(ledger, number)
        path = UnitHistory(ledger).on(command.today).path(one.unit_id)
        unit = path[-1] if path else ""
        if one.out:
            if one.state is TransferState.TO_START:
                raise NotWritten(number, _FIRST_A_LETTER)
            slip = letter_slip(ledger, one, person, path, command.today)
            return Told(one, person, unit, slip)
        if one.answer is None:
            raise NotWritten(number, _FIRST_AN_ANSWER.format(n=number))
        return Told(one, person, unit, answer_slip(ledger, one, person, path))
