"""The order in which a ledger stores rows says nothing: no month depends on it."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    Case,
    Excuse,
    Ground,
    Payment,
    Permission,
    PermissionKind,
    Stay,
    TransferLeg,
)
from partyroll.period import Month, PartialDate
from rules.booklet import DONG, HOME, MEETINGS, TRAM, dues, meetings, member, states
from trials import trials

DAYS = st.dates(date(2023, 9, 1), date(2024, 12, 31))
DATES = st.none() | DAYS.map(PartialDate.of)
UNITS = st.sampled_from([DONG, TRAM, "Trường Tiểu học"])
ROWS = st.builds(
    lambda letters, unit, number: dues(letters, unit=unit, book_id=f"thu {number}"),
    st.text("PUN.XDo?", min_size=12, max_size=12),
    UNITS,
    st.integers(1, 9),
) | st.builds(
    lambda letters, unit, number: meetings(letters, unit=unit, book_id=f"họp {number}"),
    st.text("PAE.no?", min_size=12, max_size=12),
    UNITS,
    st.integers(1, 9),
)
FACTS = {
    "lines": ROWS,
    "stays": st.builds(Stay, UNITS, DAYS, st.none() | DAYS, st.just(True)),  # noqa: FBT003 (for a time)
    "payments": st.builds(Payment, st.integers(1, 12).map(lambda n: Month(2024, n)), DATES),
    "permissions": st.builds(Permission, st.sampled_from(PermissionKind), DATES, DATES),
    "excuses": st.builds(
        Excuse, st.sampled_from(Ground), DAYS, DAYS, st.booleans(), st.just("ốm đau")
    ),
    "legs": st.builds(TransferLeg, st.just("1"), st.booleans(), st.just(False), DATES),  # noqa: FBT003 (for good)
}
CASES = st.fixed_dictionaries(
    {name: st.lists(facts, max_size=3).map(tuple) for name, facts in FACTS.items()}
)


def of(stored: dict[str, tuple[object, ...]]) -> Case:
    """Someone of thôn Đông of whom the ledger hands over these rows, in this order."""
    at_home = {**stored, "stays": (*HOME, *stored["stays"])}
    return replace(member(), **at_home)  # type: ignore[arg-type]  # each under its own name


@trials(25, many=300)
@given(CASES)
def test_the_order_of_rows_changes_what_no_month_is(
    stored: dict[str, tuple[object, ...]],
) -> None:
    one, other = of(stored), of({name: rows[::-1] for name, rows in stored.items()})

    assert states(one) == states(other)
    assert states(one, MEETINGS) == states(other, MEETINGS)
