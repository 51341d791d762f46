"""The side that receives: a letter that came is answered, and the months of a guest go home."""

from dataclasses import replace

from partyroll.model import HostRemark, Person, Transfer, TransferAnswer, TransferState
from partyroll.period import PartialDate
from partyroll.store.draft import Draft
from partyroll.store.ledger import Ledger
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import date_or_none, refuse_ahead, unit_of_any_day
from partyroll.tasks.recording.people import People
from partyroll.tasks.registers.writing import Command, Saved, Written, save
from partyroll.tasks.standing import is_member, unit_on
from partyroll.tasks.transferring.finding import Told, numbered, put_transfer
from partyroll.tasks.transferring.receiving import Reception, receive
from partyroll.tasks.transferring.refusals import (
    AlreadyAnswered,
    NeedsReason,
    NeedsUnit,
    NothingKept,
    NotThisSide,
    WrongOrder,
)
from partyroll.tasks.transferring.request import ON
from partyroll.tasks.transferring.slips import answer_slip, in_words, months_slip
from partyroll.text import clean

_WORDS = {TransferAnswer.ARRIVED: "đã tiếp nhận", TransferAnswer.REFUSED: "không tiếp nhận"}
_DESTINATION, _LETTER_DAY = "nơi đến", "ngày giới thiệu"


def confirm(command: Command, number: int, *, unit: str = "", on: str = "") -> Saved[Told]:
    """Take a member in: from `on` they belong to `unit`, or stay there for a time."""
    day = _day(on, command)

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        one, person = _to_answer(ledger, number, TransferAnswer.ARRIVED)
        units = UnitHistory(ledger)
        named = unit_of_any_day(units, unit, command.today) if unit else None
        host = named or one.unit_id or unit_on(person, command.today)
        if host is None:
            raise NeedsUnit
        path = units.on(command.today).path(host)
        if one.state is TransferState.RECEIVED:
            _refuse_before_letter(one, day)
            here = Reception(host, in_words(path), day)
            one = receive(People(draft), one, here)
        slip = answer_slip(ledger, one, person, path)
        told = Told(one, person, path[-1] if path else "", slip)
        return Written(told, f"số {number}: tiếp nhận", _cautions(one, person, command))

    return save(command, "transfer", write)


def refuse(command: Command, number: int, *, reason: str = "", on: str = "") -> Saved[Told]:
    """Write down that a member is not taken in, and why; the place of departure is told."""
    day = _day(on, command)

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        one, person = _to_answer(ledger, number, TransferAnswer.REFUSED)
        if not clean(reason) and one.answer is None:
            raise NeedsReason
        path = UnitHistory(ledger).on(command.today).path(one.unit_id)
        if one.state is TransferState.RECEIVED:
            _refuse_before_letter(one, day)
            one = replace(
                one, answer=TransferAnswer.REFUSED, answered_on=day, answer_text=clean(reason)
            )
            draft.load("transfer", person_id=[one.person_id])
            put_transfer(draft, one)
        slip = answer_slip(ledger, one, person, path)
        return Written(Told(one, person, "", slip), f"số {number}: không tiếp nhận")

    return save(command, "transfer", write)


def months_home(
    command: Command, number: int, year: int, *, remark: str = "", on: str = ""
) -> Saved[Told]:
    """Return the slip with what the books here say of a guest's year; a remark is kept too."""
    day = _day(on, command)

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        one, person = numbered(ledger, number)
        if one.out:
            raise NotThisSide(number, "gửi đảng phí, sinh hoạt", _DESTINATION)
        path = UnitHistory(ledger).on(command.today).path(one.unit_id)
        slip = replace(
            months_slip(ledger, one, person, path, year),
            written_on=PartialDate.of(command.today),
        )
        if words := clean(remark):
            draft.load("host_remark", person_id=[person.person_id])
            draft.put("host_remark", _remark_row(person, year, in_words(path), words, day))
            slip = replace(slip, remarks=(HostRemark(words, day),))
        if not (slip.dues or slip.meetings or slip.remarks):
            raise NothingKept(person.full_name, year)
        told = Told(one, person, path[-1] if path else "", slip)
        return Written(told, f"số {number}: nhận xét năm {year}")

    return save(command, "transfer", write)


def _day(on: str, command: Command) -> PartialDate:
    day = date_or_none(on) or PartialDate.of(command.today)
    refuse_ahead(ON, day, command.today)
    return day


def _to_answer(ledger: Ledger, number: int, answer: TransferAnswer) -> tuple[Transfer, Person]:
    """Return a letter that may be answered so: it waits, or was answered so before."""
    one, person = numbered(ledger, number)
    if one.out:
        raise NotThisSide(number, "trả lời giấy giới thiệu", _DESTINATION)
    if one.answer not in {None, answer}:
        on = one.answered_on.vi if one.answered_on else "?"
        raise AlreadyAnswered(number, _WORDS[one.answer or answer], on)
    return one, person


def _refuse_before_letter(one: Transfer, day: PartialDate) -> None:
    if one.issued_on is not None and day.last < one.issued_on.first:
        raise WrongOrder(ON, day, _LETTER_DAY, one.issued_on)


def _cautions(one: Transfer, person: Person, command: Command) -> tuple[str, ...]:
    """Return what to look at: a guest whom this ledger counts is counted twice."""
    if one.temporary and is_member(person, command.today):
        return ("sổ này đang tính người này là đảng viên; nơi đi cũng tính: xem lại danh sách",)
    return ()


def _remark_row(
    person: Person, year: int, place: str, words: str, day: PartialDate
) -> dict[str, str | int | None]:
    return {
        "person_id": person.person_id,
        "year": year,
        "place": place,
        "remark": words,
        "said_on": str(day),
    }
