"""A member's dues month after month: what each month says, and which debts a payment settles.

Everything here counts đồng and months; cells and sheets are the business of `dues_blocks`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from partyroll.model import Letter
from partyroll.period import Month
from partyroll.text import thousands


@dataclass(frozen=True, slots=True)
class Entry:
    """One month's line of one member, as written; None = the cell is empty or says nothing.

    `letter` is set where a word or mark says what the sums do not: miễn, đã nộp, nghỉ ốm.
    """

    month: Month
    due: int | None = None
    arrears: int | None = None
    total: int | None = None
    collected: int | None = None
    outstanding: int | None = None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """An older month that money of a later one paid; `span` counts the months it paid."""

    month: Month
    amount: int
    span: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """What does not add up in a line: the field, a code, what it should have been."""

    field: str
    code: str
    clue: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a month's line says in the end."""

    letter: str
    settles: tuple[Settled, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    overpaid: bool = False


@dataclass(slots=True)
class _Debt:
    month: Month | None  # None = from before the book, nobody wrote from which month
    amount: int


@dataclass(slots=True)
class Account:
    """What one member owes while the months are read in order."""

    _debts: list[_Debt] = field(default_factory=list)
    _last: Entry | None = None

    def enter(self, entry: Entry) -> Judged:
        """Return what the line of a month says, knowing the lines before it."""
        doubts = [*_sums(entry), *self._carried(entry)]
        self._take_up(entry)
        judged = self._judge(entry)
        self._last = entry
        return Judged(judged.letter, judged.settles, (*doubts, *judged.doubts), judged.overpaid)

    # --- Debts from before ----------------------------------------------------------------
    def _owed(self) -> int:
        return sum(debt.amount for debt in self._debts)

    def _carried(self, entry: Entry) -> Iterator[Doubt]:
        """Compare the arrears with what the month before left unpaid."""
        if entry.arrears is None:
            return
        if self._last is None:
            if entry.arrears:
                yield Doubt("dues_arrears", "arrears_from_before", thousands(entry.arrears))
            return
        left = self._last.outstanding
        if left is not None and left != entry.arrears:
            clue = f"{self._last.month.vi}: {thousands(left)}"
            yield Doubt("dues_arrears", "arrears_not_carried", clue)

    def _take_up(self, entry: Entry) -> None:
        """Take up arrears that no line above explains: a debt of months the book lacks."""
        unexplained = (entry.arrears or 0) - self._owed()
        if unexplained <= 0:
            return
        missing = _months_between(self._last.month if self._last else None, entry.month)
        count, rest = divmod(unexplained, entry.due) if entry.due else (0, unexplained)
        if rest or not 1 <= count <= len(missing):
            self._debts.insert(0, _Debt(None, unexplained))
            return
        found = [_Debt(month, entry.due or 0) for month in missing[-count:]]
        self._debts = sorted([*self._debts, *found], key=_age)

    # --- The month ------------------------------------------------------------------------
    def _judge(self, entry: Entry) -> Judged:
        if entry.letter and entry.letter != Letter.PAID:
            settles = self._settle(entry.collected or 0, extra=0)
            if entry.letter in {Letter.UNPAID, Letter.NOTED}:
                self._debts.append(_Debt(entry.month, entry.due or 0))
            return Judged(entry.letter, settles)
        if entry.letter == Letter.PAID and not entry.collected:
            # A tick where sums are expected: everything that was to be paid.
            return Judged(Letter.PAID, self._settle(entry.arrears or 0, extra=1))
        return self._paid(entry) if entry.collected else self._nothing_paid(entry)

    def _paid(self, entry: Entry) -> Judged:
        money = entry.collected or 0
        older = min(money, self._older(entry, money))
        own = money - older
        settles = self._settle(older, extra=int(own > 0))
        if own <= 0:
            return self._all_for_older_months(entry, settles)
        due = entry.due
        if due and own < due:
            self._debts.append(_Debt(entry.month, due - own))
            clue = f"{thousands(own)}/{thousands(due)}"
            doubt = Doubt("dues_collected", "amount_below_rate", thousands(due))
            part = Doubt("dues_collected", "part_payment", clue)
            return Judged(Letter.PAID, settles, (part if older else doubt,))
        if due and own > due:
            doubt = Doubt("dues_collected", "amount_above_rate", thousands(due))
            return Judged(Letter.PAID, settles, (doubt,), overpaid=True)
        return Judged(Letter.PAID, settles)

    def _older(self, entry: Entry, money: int) -> int:
        """Return how much of the money is for older months."""
        if entry.arrears is not None:
            return entry.arrears
        return max(0, min(self._owed(), money - (money if entry.due is None else entry.due)))

    def _all_for_older_months(self, entry: Entry, settles: tuple[Settled, ...]) -> Judged:
        if not entry.due:
            return Judged(_not_due(entry), settles)
        self._debts.append(_Debt(entry.month, entry.due))
        clue = f"{thousands(entry.collected or 0)}/{thousands(entry.due + self._owed())}"
        doubt = Doubt("dues_collected", "part_payment", clue)
        return Judged(Letter.UNPAID, settles, (doubt,))

    def _nothing_paid(self, entry: Entry) -> Judged:
        owes, due = entry.outstanding, entry.due
        if owes and due and entry.collected is None and owes < due + (entry.arrears or 0):
            return _contradiction(entry)  # part of it was paid, and nobody wrote how much
        if owes and due != 0 and (due or not entry.arrears):
            self._debts.append(_Debt(entry.month, due or owes))
            return Judged(Letter.UNPAID)
        if not due:
            return Judged(_not_due(entry))
        if owes == 0:
            return _contradiction(entry)
        if entry.collected == 0:
            self._debts.append(_Debt(entry.month, due))
            return Judged(Letter.UNPAID)
        return Judged(Letter.BLANK)

    def _settle(self, money: int, *, extra: int) -> tuple[Settled, ...]:
        """Pay the oldest months first; `extra` months are paid by the same entry besides."""
        paid: list[tuple[Month, int]] = []
        while money > 0 and self._debts:
            oldest = self._debts[0]
            part = min(money, oldest.amount)
            money, oldest.amount = money - part, oldest.amount - part
            if oldest.month is not None:
                paid.append((oldest.month, part))
            if oldest.amount == 0:
                self._debts.pop(0)
        return tuple(Settled(month, part, len(paid) + extra) for month, part in paid)


def _age(debt: _Debt) -> tuple[int, int]:
    return (0, 0) if debt.month is None else (debt.month.year, debt.month.number)


def _not_due(entry: Entry) -> str:
    return Letter.NOT_DUE if entry.due == 0 else Letter.BLANK


def _contradiction(entry: Entry) -> Judged:
    owed = (entry.due or 0) + (entry.arrears or 0)
    clue = f"{thousands(owed)} − {thousands(entry.collected or 0)}"
    doubt = Doubt("dues_outstanding", "dues_do_not_add_up", clue)
    return Judged(Letter.UNREADABLE, doubts=(doubt,))


def _months_between(last: Month | None, month: Month) -> list[Month]:
    """Return the months without a line before `month`: at most a year of them."""
    first = month.plus(-12) if last is None else last.plus(1)
    return [*first.until(month.plus(-1))]


def _sums(entry: Entry) -> Iterator[Doubt]:
    """Compare what a line adds up with its parts; nothing is corrected."""
    if entry.total is not None and (entry.due is not None or entry.arrears is not None):
        added = (entry.due or 0) + (entry.arrears or 0)
        if added != entry.total:
            clue = f"{thousands(entry.due or 0)} + {thousands(entry.arrears or 0)}"
            yield Doubt("dues_total", "dues_do_not_add_up", clue)
    if entry.total is None or entry.outstanding is None or entry.letter:
        return
    left = max(0, entry.total - (entry.collected or 0))
    if left != entry.outstanding and (entry.collected is not None or entry.outstanding):
        clue = f"{thousands(entry.total)} − {thousands(entry.collected or 0)}"
        yield Doubt("dues_outstanding", "dues_do_not_add_up", clue)


def judged_in_order(entries: Iterable[Entry]) -> Iterator[Judged]:
    """Yield what each line of one member says; the lines come in the order of their months."""
    account = Account()
    for entry in entries:
        yield account.enter(entry)
