"""A member's account over the months: what is paid, what is owed, which month a sum settles."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import Letter
from partyroll.period import Month
from partyroll.read.dues_debts import Entry, Judged, judged_in_order

DUE = 10_000


def kept_book(payments: list[int]) -> list[Entry]:
    """The lines of a clerk who adds up rightly; `payments` are months paid for each month."""
    entries: list[Entry] = []
    arrears = 0
    for number, units in enumerate(payments, start=1):
        total = DUE + arrears
        collected = min(units * DUE, total)
        left = total - collected
        entries.append(Entry(Month(2024, number), DUE, arrears, total, collected, left))
        arrears = left
    return entries


def unsettled(entries: list[Entry], judged: list[Judged]) -> list[int]:
    paid = {settled.month.number for one in judged for settled in one.settles}
    pairs = zip(entries, judged, strict=True)
    open_ = [e.month.number for e, one in pairs if one.letter == Letter.UNPAID]
    return [number for number in open_ if number not in paid]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_what_is_owed_in_the_end_is_what_no_payment_settled(payments: list[int]) -> None:
    entries = kept_book(payments)

    judged = [*judged_in_order(entries)]

    assert len(unsettled(entries, judged)) * DUE == entries[-1].outstanding


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_every_sum_is_allocated_once(payments: list[int]) -> None:
    entries = kept_book(payments)

    judged = [*judged_in_order(entries)]

    own = sum(one.letter == Letter.PAID for one in judged) * DUE
    older = sum(settled.amount for one in judged for settled in one.settles)
    assert own + older == sum(entry.collected or 0 for entry in entries)
    months = Counter(settled.month for one in judged for settled in one.settles)
    assert set(months.values()) <= {1}


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_a_book_that_adds_up_raises_no_doubt_but_of_part_payments(payments: list[int]) -> None:
    judged = judged_in_order(kept_book(payments))

    assert {doubt.code for one in judged for doubt in one.doubts} <= {"part_payment"}


@given(st.lists(st.integers(0, 4), min_size=2, max_size=12), st.data())
def test_a_month_is_settled_only_by_a_later_one(
    payments: list[int], data: st.DataObject
) -> None:
    entries = kept_book(payments)
    until = data.draw(st.integers(1, len(entries)))

    early = [*judged_in_order(entries[:until])]
    judged = [*judged_in_order(entries)]

    assert judged[:until] == early
    pairs = zip(entries, judged, strict=True)
    assert all(settled.month < e.month for e, one in pairs for settled in one.settles)
