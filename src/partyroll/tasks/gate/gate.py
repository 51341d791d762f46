"""Asking every sign, and telling whether an import may go on."""

from collections.abc import Callable, Iterator

from partyroll.settings import GateLimits
from partyroll.tasks.gate import books, tables
from partyroll.tasks.gate.evidence import Evidence
from partyroll.tasks.gate.signs import GateResult, Sign

SignTest = Callable[[Evidence], Iterator[Sign]]

SIGNS: tuple[SignTest, ...] = (
    books.unpaid_months,
    books.empty_months,
    books.nobody_pays,
    books.vanished_lines,
    books.wrong_sums,
    books.odd_scale,
    books.odd_years,
    books.paid_ahead,
    books.other_years_book,
    tables.strangers,
    tables.absent_members,
    tables.many_exits,
    tables.exchanged_dates,
    tables.columns_fight,
    tables.values_out_of_place,
)


def judge(evidence: Evidence, *, accepted: bool) -> GateResult:
    """Return the signs of a wrong mapping that the draft of a whole command shows."""
    signs = tuple(sign for test in SIGNS for sign in test(evidence))
    return GateResult(signs, accepted, used(evidence.limits) if signs else ())


def used(limits: GateLimits) -> tuple[tuple[str, str], ...]:
    """Return each limit and its value, as they stand in partyroll.toml."""
    return tuple((name, f"{value:.4g}") for name, value in limits.stated())
