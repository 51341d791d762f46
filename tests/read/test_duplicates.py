"""Rows that repeat a person are found among any number of others."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from partyroll.period import PartialDate
from partyroll.read.duplicates import Twin, twins
from partyroll.read.facts import RosterRow, UnitRef


def person(**facts: Any) -> RosterRow:
    """A row that says so much."""
    return RosterRow(0, **facts)


DAYS = (PartialDate(1980, 2, 3), PartialDate(1980, 2, 4), PartialDate(1980), None)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "full_name": st.sampled_from(["Lò Thử An", "LÒ THỬ AN", "Lò Thử Ân"]),
            "unit": st.sampled_from([None, UnitRef("Chi bộ thử 1"), UnitRef("Chi bộ thử 2")]),
            "birth_date": st.sampled_from(DAYS),
            "card_no": st.sampled_from([None, "099100000001", "099100000002"]),
            "national_id": st.sampled_from([None, "099000000001", "099000000002"]),
        }
    ).map(lambda facts: person(**facts)),
    max_size=8,
)


def numbered(rows: list[RosterRow]) -> list[tuple[int, RosterRow]]:
    return [(place % 2, row._replace(row=place + 2)) for place, row in enumerate(rows)]


def found(rows: list[tuple[int, RosterRow]]) -> list[Twin]:
    return [*twins(rows, {0: "Một", 1: "Hai", 2: "Ba"})]


@given(ROWS, st.integers(0, 8))
def test_somebody_else_makes_nobody_a_twin(rows: list[RosterRow], place: int) -> None:
    people = numbered(rows)
    other = RosterRow(
        99, "Tòng Thử Bình", UnitRef("Chi bộ thử 1"), card_no="099100000009", birth_date=DAYS[0]
    )

    assert found([*people[:place], (2, other), *people[place:]]) == found(people)


@given(ROWS)
def test_nobody_is_a_twin_alone(rows: list[RosterRow]) -> None:
    numbers = {f"0991{place:08}" for place in range(len(rows))}
    people = [
        row._replace(full_name=f"{row.full_name} {number}", card_no=number, national_id=None)
        for row, number in zip(rows, sorted(numbers), strict=True)
    ]

    assert not found(numbered(people))


@given(ROWS.filter(bool), st.data())
def test_a_number_seen_before_names_its_first_row(
    rows: list[RosterRow], choice: st.DataObject
) -> None:
    card = "099100000007"
    first = choice.draw(st.integers(0, len(rows) - 1))
    people = [row._replace(card_no=None, national_id=None, birth_date=None) for row in rows]
    people = [row._replace(unit=UnitRef("Chi bộ thử 1")) for row in people]
    people[first] = people[first]._replace(card_no=card)
    again = RosterRow(0, "Tòng Thử Bình", UnitRef("Chi bộ thử 2"), card_no=card)

    told = found([(0, row) for _, row in numbered([*people, again])])

    assert [(twin.row.row, twin.code, twin.first) for twin in told] == [
        (len(rows) + 2, "duplicate_card", f"dòng {first + 2}")
    ]
