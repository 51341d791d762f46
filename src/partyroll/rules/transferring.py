"""What needs doing about a transfer, on this side of it (rulebook §7.1, §7.4).

Clocks inform.  What the other side did is known only from its slip: a letter that nobody
answered is a question to ask, never a fault of the member.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from partyroll.model import Matter, MatterKind, Transfer, TransferAnswer, TransferState
from partyroll.rulebook import clocks
from partyroll.rules import transferring_words as words
from partyroll.rules.clocks import Deadline, deadline, working_days_left


@dataclass(frozen=True, slots=True)
class Moving:
    """A transfer with what else bears on it: whether this ledger counts the member on the day.

    `warn_days` are the last working days of a clock in which people are reminded.
    """

    transfer: Transfer
    counted_here: bool
    as_of: date
    warn_days: int
    holidays: Collection[date] = ()

    @property
    def letter_due(self) -> Deadline | None:
        """Until when the letter may be handed in; None where its day is not known."""
        issued = self.transfer.issued_on
        if issued is None:
            return None
        return deadline(clocks(), "transfer_present", issued.last, holidays=self.holidays)

    @property
    def open(self) -> bool:
        """Whether a letter went out and nobody has answered."""
        return self.transfer.state in {TransferState.IN_TRANSIT, TransferState.RECEIVED}

    def left(self, until: Deadline) -> int:
        """How many working days remain."""
        return working_days_left(self.as_of, until.last, self.holidays)

    def matter(self, kind: MatterKind, text: str, step: str, clock: Deadline | None) -> Matter:
        """Return a matter about this transfer; its day and the texts of a clock may change."""
        one = self.transfer
        said = (one.issued_on, one.caused_on, one.answer, one.answered_on, one.notified_on)
        return Matter(
            kind,
            text,
            step,
            about=one.transfer_id,
            until=clock.last if clock else None,
            remarks=clock.remarks if clock else (),
            evidence=" ".join(map(str, (kind, *said))),
        )


Rule = Callable[[Moving], Iterator[Matter]]


# --- The side that sends ------------------------------------------------------------------
def to_start(one: Moving) -> Iterator[Matter]:
    """Yield a reminder that somebody has reason to move and no letter yet."""
    caused = one.transfer.caused_on
    if one.transfer.state is not TransferState.TO_START or caused is None:
        return
    due = deadline(clocks(), "transfer_start", caused.last, holidays=one.holidays)
    text = words.to_start(one.transfer, due, one.left(due), one.as_of)
    yield one.matter(MatterKind.TRANSFER_TO_START, text, words.TO_START, due)


def letter_runs_out(one: Moving) -> Iterator[Matter]:
    """Yield a reminder in the last working days in which the letter may be handed in."""
    due = one.letter_due
    if not (one.transfer.out and one.open) or due is None or due.passed(one.as_of):
        return
    if (left := one.left(due)) <= one.warn_days:
        text = words.runs_out(one.transfer, due, left)
        yield one.matter(MatterKind.LETTER_RUNS_OUT, text, words.RUNS_OUT, due)


def not_confirmed(one: Moving) -> Iterator[Matter]:
    """Yield a question to the other side, once the clock of the letter is over."""
    due = one.letter_due
    if one.transfer.out and one.open and due is not None and due.passed(one.as_of):
        text = words.not_confirmed(one.transfer, due)
        yield one.matter(MatterKind.NOT_CONFIRMED, text, words.NOT_CONFIRMED, due)


def refused(one: Moving) -> Iterator[Matter]:
    """Yield what to do once the other side did not take somebody in."""
    if one.transfer.out and one.transfer.answer is TransferAnswer.REFUSED:
        text = words.refused(one.transfer)
        yield one.matter(MatterKind.REFUSED, text, words.REFUSED, None)


# --- The side that receives ---------------------------------------------------------------
def answer_to_send(one: Moving) -> Iterator[Matter]:
    """Yield a reminder that a letter waits for its answer."""
    if not one.transfer.out and one.open:
        due = one.letter_due
        step = words.answer_to_send_step(one.transfer.number)
        passed = due if due is not None and due.passed(one.as_of) else None
        text = words.answer_to_send(one.transfer, passed)
        yield one.matter(MatterKind.ANSWER_TO_SEND, text, step, due)


def not_presented(one: Moving) -> Iterator[Matter]:
    """Yield a question about somebody announced for months who has not come."""
    told = one.transfer.notified_on
    if one.transfer.out or not one.open or told is None or one.transfer.presented_on:
        return
    due = deadline(clocks(), "transfer_no_show", told.last, holidays=one.holidays)
    if due.passed(one.as_of):
        text = words.not_presented(one.transfer, due)
        yield one.matter(MatterKind.NOT_PRESENTED, text, words.NOT_PRESENTED, due)


# --- Who counts the member ----------------------------------------------------------------
def counted_by_neither(one: Moving) -> Iterator[Matter]:
    """Yield somebody whom, by what this ledger and its slips tell, no side counts."""
    transfer = one.transfer
    gone = transfer.issued_on is not None and transfer.issued_on.first <= one.as_of
    if transfer.temporary or one.counted_here or not gone:
        return
    back = transfer.out and transfer.answer is TransferAnswer.REFUSED
    if one.open or back:
        text = words.neither(transfer)
        step = words.neither_step(transfer)
        yield one.matter(MatterKind.COUNTED_BY_NEITHER, text, step, one.letter_due)


def counted_by_both(one: Moving) -> Iterator[Matter]:
    """Yield somebody whom both sides count: here, and by the other side's slip there."""
    transfer = one.transfer
    if not one.counted_here:
        return
    arrived = transfer.answer is TransferAnswer.ARRIVED
    there = transfer.out and arrived and not transfer.temporary
    turned_away = transfer.answer is TransferAnswer.REFUSED
    guest = transfer.temporary or turned_away
    if there or (not transfer.out and guest):
        yield one.matter(
            MatterKind.COUNTED_BY_BOTH, words.both(transfer), words.both_step(transfer), None
        )


TRANSFER_RULES: tuple[Rule, ...] = (
    to_start,
    letter_runs_out,
    not_confirmed,
    refused,
    answer_to_send,
    not_presented,
    counted_by_both,
)
LIMBO_RULES: tuple[Rule, ...] = (counted_by_neither, counted_by_both)


def transfer_matters(one: Moving) -> tuple[Matter, ...]:
    """Return what needs doing about a transfer."""
    return tuple(matter for rule in TRANSFER_RULES for matter in rule(one))


def limbo(one: Moving) -> tuple[Matter, ...]:
    """Return whether neither side, or both sides, count the member."""
    return tuple(matter for rule in LIMBO_RULES for matter in rule(one))
