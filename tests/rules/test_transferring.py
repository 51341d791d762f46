"""What needs doing about a transfer: clocks of the rulebook, and who counts the member."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import MatterKind, Transfer, TransferAnswer, TransferKind
from partyroll.period import PartialDate
from partyroll.rules.transferring import Moving, limbo, transfer_matters

MONDAY = PartialDate(2025, 10, 6)
TET = frozenset(date(2026, 2, day) for day in range(16, 21))
DUE = Transfer(1, "t1", "p1", out=True, reason_text="Chuyển công tác", caused_on=MONDAY)
SENT = replace(DUE, caused_on=None, issued_on=MONDAY, place="Đảng bộ xã Khác")
CAME = replace(SENT, out=False, notified_on=MONDAY)


def arrived(one: Transfer) -> Transfer:
    on = PartialDate(2025, 10, 20)
    return replace(one, answer=TransferAnswer.ARRIVED, answered_on=on)


def moving(
    one: Transfer,
    as_of: date,
    *,
    counted: bool = False,
    holidays: frozenset[date] = frozenset(),
) -> Moving:
    return Moving(one, counted, as_of, warn_days=5, holidays=holidays)


def kinds(one: Transfer, as_of: date, *, counted: bool = False) -> list[MatterKind]:
    return [m.kind for m in transfer_matters(moving(one, as_of, counted=counted))]


def in_limbo(one: Transfer, *, counted: bool) -> list[MatterKind]:
    return [m.kind for m in limbo(moving(one, date(2025, 11, 3), counted=counted))]


# --- Worked examples E10, E25 -------------------------------------------------------------
def test_e10_a_a_transfer_starts_within_sixty_working_days() -> None:
    [matter] = transfer_matters(moving(DUE, date(2025, 10, 7)))

    assert matter.kind is MatterKind.TRANSFER_TO_START
    assert matter.until == date(2025, 12, 29)
    assert "chưa trừ ngày lễ" in matter.remarks


def test_e10_b_a_letter_is_handed_in_within_thirty_working_days() -> None:
    [matter] = transfer_matters(moving(SENT, date(2025, 11, 17)))

    assert matter.kind is MatterKind.LETTER_RUNS_OUT
    assert matter.until == date(2025, 11, 17)
    assert "hôm nay là ngày cuối" in matter.text


@pytest.mark.parametrize(
    ("issued", "holidays", "until"),
    [
        (PartialDate(2026, 2, 2), frozenset(), date(2026, 3, 16)),
        (PartialDate(2026, 2, 2), TET, date(2026, 3, 23)),
        (PartialDate(2026, 11, 2), frozenset(), date(2026, 12, 14)),
        (PartialDate(2026, 11, 2), frozenset({date(2026, 11, 24)}), date(2026, 12, 15)),
    ],
)
def test_e25_holidays_are_data(
    issued: PartialDate, holidays: frozenset[date], until: date
) -> None:
    one = moving(replace(SENT, issued_on=issued), issued.first, holidays=holidays)

    assert one.letter_due is not None
    assert one.letter_due.last == until


# --- The side that sends ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        (date(2025, 11, 7), []),  # six working days are left
        (date(2025, 11, 10), [MatterKind.LETTER_RUNS_OUT]),  # five
        (date(2025, 11, 18), [MatterKind.NOT_CONFIRMED]),
    ],
)
def test_a_letter_is_asked_about_in_its_last_days_and_after(
    as_of: date, told: list[MatterKind]
) -> None:
    assert kinds(SENT, as_of) == told


def test_an_answer_ends_every_question() -> None:
    assert kinds(arrived(SENT), date(2026, 6, 1)) == []


def test_a_refusal_is_something_to_do() -> None:
    refused = replace(SENT, answer=TransferAnswer.REFUSED, answer_text="chưa có việc làm")
    [matter] = transfer_matters(moving(refused, date(2026, 6, 1)))

    assert matter.kind is MatterKind.REFUSED
    assert "chưa có việc làm" in matter.text


def test_a_letter_without_its_day_starts_no_clock() -> None:
    nothing = replace(SENT, issued_on=None)

    assert kinds(nothing, date(2027, 1, 1)) == []


# --- The side that receives ---------------------------------------------------------------
def test_a_letter_that_came_waits_for_its_answer() -> None:
    assert kinds(CAME, date(2025, 10, 7)) == [MatterKind.ANSWER_TO_SEND]


def test_after_three_months_the_place_of_arrival_asks_and_says_the_rule_is_old() -> None:
    before, after = date(2026, 1, 6), date(2026, 1, 7)
    [_, late] = transfer_matters(moving(CAME, after))

    assert MatterKind.NOT_PRESENTED not in kinds(CAME, before)
    assert late.kind is MatterKind.NOT_PRESENTED
    assert any("2012" in remark for remark in late.remarks)


def test_whoever_handed_in_the_letter_is_not_asked_why_not() -> None:
    handed_in = replace(CAME, presented_on=PartialDate(2025, 10, 20))

    assert kinds(handed_in, date(2026, 6, 1)) == [MatterKind.ANSWER_TO_SEND]


def test_only_the_place_of_arrival_asks_why_somebody_has_not_come_until_it_answers() -> None:
    day = date(2026, 6, 1)
    refused = replace(CAME, answer=TransferAnswer.REFUSED)

    assert kinds(replace(SENT, notified_on=MONDAY), day) == [MatterKind.NOT_CONFIRMED]
    assert kinds(arrived(CAME), day) == kinds(refused, day) == []


# --- Who counts the member ----------------------------------------------------------------
def test_nobody_counts_whoever_left_and_has_not_been_received() -> None:
    assert in_limbo(SENT, counted=False) == [MatterKind.COUNTED_BY_NEITHER]
    assert in_limbo(CAME, counted=False) == [MatterKind.COUNTED_BY_NEITHER]


def test_both_count_whoever_was_received_and_still_stands_on_the_old_roll() -> None:
    received = arrived(SENT)

    assert in_limbo(received, counted=True) == [MatterKind.COUNTED_BY_BOTH]
    assert in_limbo(received, counted=False) == []


def test_whoever_comes_for_a_time_is_counted_at_home_only() -> None:
    guest = arrived(replace(CAME, kind=TransferKind.TEMPORARY))
    away = arrived(replace(SENT, kind=TransferKind.TEMPORARY))

    assert in_limbo(guest, counted=True) == [MatterKind.COUNTED_BY_BOTH]
    assert in_limbo(guest, counted=False) == in_limbo(away, counted=True) == []


def test_whom_this_ledger_counts_and_who_has_no_letter_yet_stand_between_no_two_sides() -> None:
    assert in_limbo(SENT, counted=True) == []
    assert in_limbo(DUE, counted=False) == []


def test_whoever_goes_for_a_time_is_counted_at_home() -> None:
    assert in_limbo(replace(SENT, kind=TransferKind.TEMPORARY), counted=False) == []


@pytest.mark.parametrize(("as_of", "between"), [(date(2025, 10, 6), 1), (date(2025, 10, 5), 0)])
def test_whoever_leaves_is_counted_by_nobody_from_the_day_of_the_letter(
    as_of: date, between: int
) -> None:
    assert len(limbo(moving(SENT, as_of))) == between


# --- Properties ---------------------------------------------------------------------------
DAYS = st.dates(date(2025, 6, 1), date(2027, 1, 1))
SIDES = st.booleans()


@given(st.booleans(), st.sampled_from(TransferKind), DAYS, DAYS)
def test_missing_facts_ask_nothing(
    out: bool,  # noqa: FBT001 (drawn by hypothesis)
    kind: TransferKind,
    as_of: date,
    day: date,
) -> None:
    bare = Transfer(1, "t1", "p1", out=out, kind=kind)
    told = kinds(bare, as_of)

    assert told == ([] if out else [MatterKind.ANSWER_TO_SEND])
    assert kinds(arrived(bare), day) == []


@given(DAYS, st.integers(0, 400))
def test_more_holidays_never_shorten_a_clock(as_of: date, days: int) -> None:
    off = frozenset(as_of + timedelta(days=3 * n) for n in range(days))
    plain, longer = moving(SENT, as_of), moving(SENT, as_of, holidays=off)

    assert plain.letter_due is not None
    assert longer.letter_due is not None
    assert longer.letter_due.last >= plain.letter_due.last
