"""The side that sends: somebody has reason to move, and gets a letter of introduction."""

from collections.abc import Iterator
from dataclasses import replace

from partyroll.messages import STATUS
from partyroll.model import Slip, Status, StayKind, Transfer, TransferLeg, TransferState
from partyroll.period import PartialDate
from partyroll.rules.granting import cautions
from partyroll.store.draft import Draft
from partyroll.store.grants import HOST_KINDS
from partyroll.store.ledger import Ledger
from partyroll.store.transfers import transfer_numbers, transfers
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.choosing import chosen_person, host_named
from partyroll.tasks.excusing.adding import Adding, host_finder
from partyroll.tasks.excusing.request import Stated
from partyroll.tasks.registers.writing import Command, Saved, Written, save
from partyroll.tasks.standing import is_member, status_of, unit_on
from partyroll.tasks.transferring.finding import Told, put_leg, put_transfer
from partyroll.tasks.transferring.refusals import AlreadySent, InThisLedger, NotAMember
from partyroll.tasks.transferring.request import Letter, Typed, cause, understood
from partyroll.tasks.transferring.slips import letter_slip
from partyroll.text import unit_key

_OPEN = frozenset({TransferState.TO_START, TransferState.IN_TRANSIT})


def add_cause(command: Command, typed: Typed) -> Saved[Told]:
    """Write down that somebody has reason to move, from the day its clock runs from."""
    letter = cause(typed)

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        sending = _Sending(ledger, draft, command, typed)
        one = sending.with_cause(letter)
        put_transfer(draft, one)
        note = f"số {one.number}: có lý do chuyển sinh hoạt"
        return Written(sending.told(one), note, sending.cautions())

    return save(command, "transfer", write)


def issue(command: Command, typed: Typed) -> Saved[Told]:
    """Write down a letter of introduction, and return the slip that goes with it.

    Whoever goes for good is on the way from its day on; whoever goes for a time stays
    counted here, and owes dues and meetings there.
    """
    letter = understood(typed, command.today)

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        sending = _Sending(ledger, draft, command, typed)
        one = sending.with_letter(letter)
        told = [*sending.cautions(), *sending.go(one, letter)]
        put_transfer(draft, one)
        slip = letter_slip(ledger, one, sending.person, sending.path, command.today)
        if one.temporary:
            slip = replace(slip, starts_on=letter.starts_on or slip.starts_on or one.issued_on)
        note = f"số {one.number}: giấy giới thiệu chuyển sinh hoạt"
        return Written(sending.told(one, slip), note, tuple(told))

    return save(command, "transfer", write)


class _Sending:
    """One member being sent, and what the ledger holds of it already."""

    def __init__(self, ledger: Ledger, draft: Draft, command: Command, typed: Typed) -> None:
        self.ledger, self.draft, self.today = ledger, draft, command.today
        units = UnitHistory(ledger).on(command.today)
        self.person = chosen_person(ledger, typed.member, units, command.today, unit=typed.unit)
        self.unit_id = unit_on(self.person, command.today)
        self.path = units.path(self.unit_id)
        _refuse_own(units, typed.to)
        mine = [t for t in transfers(ledger) if t.person_id == self.person.person_id and t.out]
        self._open = next((t for t in reversed(mine) if t.state in _OPEN), None)
        draft.load("transfer", person_id=[self.person.person_id])

    def told(self, one: Transfer, slip: Slip | None = None) -> Told:
        """Return what the command tells."""
        return Told(one, self.person, self.path[-1] if self.path else "", slip)

    def cautions(self) -> tuple[str, ...]:
        """Return what to look at before the member goes."""
        return ("trong sổ chưa rõ chi bộ của người này",) * (not self.path)

    def with_cause(self, letter: Letter) -> Transfer:
        """Return the transfer with the reason to move; one that stands is said more of."""
        self._refuse_outsider()
        one = self._begun()
        if one.state is TransferState.IN_TRANSIT and one.caused_on not in {
            None,
            letter.caused_on,
        }:
            raise AlreadySent(one.number, one.place)
        return replace(
            one,
            caused_on=letter.caused_on,
            reason_text=letter.reason or one.reason_text,
            place=letter.place or one.place,
        )

    def with_letter(self, letter: Letter) -> Transfer:
        """Return the transfer with its letter; the same said twice is one letter."""
        one = self._begun()
        sent = one.state is TransferState.IN_TRANSIT
        if not sent:
            self._refuse_outsider()
        elif not _same(one, letter):
            raise AlreadySent(one.number, one.place)
        issued = letter.issued_on or one.issued_on or PartialDate.of(self.today)
        return replace(
            one,
            kind=letter.kind,
            place=letter.place,
            letter_no=letter.letter_no or one.letter_no,
            issued_on=issued,
            valid_to=letter.valid_to or one.valid_to,
            caused_on=letter.caused_on or one.caused_on,
            reason_text=letter.reason or one.reason_text,
        )

    def _begun(self) -> Transfer:
        if self._open is not None:
            return self._open
        return Transfer(
            len(transfer_numbers(self.ledger)) + 1,
            self.draft.ids.new(),
            self.person.person_id,
            out=True,
            unit_id=self.unit_id,
        )

    def _refuse_outsider(self) -> None:
        """Refuse whoever has left; one whom an exits list sent away still gets a letter."""
        status = status_of(self.person, self.today)
        if status is Status.OUT and self._left_by() is not None:
            return
        if not is_member(self.person, self.today):
            words = STATUS[status.value] if status else "không còn là đảng viên"
            raise NotAMember(self.person.full_name, words)

    def _left_by(self) -> TransferLeg | None:
        """Return the leg by which the ledger let the person go before this letter."""
        official = [leg for leg in self.person.legs if not leg.temporary]
        newest = max(official, key=lambda leg: str(leg.on or ""), default=None)
        return newest if newest is not None and newest.out else None

    def go(self, one: Transfer, letter: Letter) -> Iterator[str]:
        """Write this side's own leg, and yield what to look at."""
        self.draft.load("transfer_leg", person_id=[self.person.person_id])
        known = self._left_by()
        listed = known is not None and known.leg_id != one.transfer_id
        if one.temporary or not listed:
            put_leg(self.draft, one)
        else:
            yield "danh sách ra khỏi chi bộ đã ghi chuyển đi; giữ nguyên ngày ghi ở đó"
        if one.temporary:
            yield from self._stay(one, letter)
        if not letter.letter_no and not one.letter_no:
            yield "chưa ghi số giấy giới thiệu (--letter-no)"

    def _stay(self, one: Transfer, letter: Letter) -> Iterator[str]:
        start = letter.starts_on or one.issued_on
        if start is None or one.valid_to is None:
            return
        kind = StayKind.TEMP_TRANSFER
        told: list[str] = []
        stated = Stated(
            kind,
            start,
            one.valid_to,
            paper=one.letter_no,
            reason=one.reason_text,
            host=one.place,
        )
        adding = Adding(self.draft, host_finder(self.ledger, self.today), told)
        adding.put(self.person.person_id, self.unit_id, stated)
        yield from told
        ends = one.valid_to.last
        yield from cautions(kind, start.first, ends, share=None, held=self.person.permissions)


def _same(one: Transfer, letter: Letter) -> bool:
    """Whether a letter that is typed again is the one that went out."""
    same_place = unit_key(one.place) == unit_key(letter.place) and one.kind is letter.kind
    pairs = (
        (letter.letter_no, one.letter_no),
        (letter.issued_on, one.issued_on),
        (letter.valid_to, one.valid_to),
    )
    return same_place and all(not new or not old or new == old for new, old in pairs)


def _refuse_own(units: Units, place: str) -> None:
    """Refuse a place of this ledger: there is no other ledger that could answer."""
    if not place:
        return
    known = host_named(units, place)
    if known is not None and units[known].kind not in HOST_KINDS.values():
        raise InThisLedger(place)
