"""Opening + who came - who went = closing, in every unit; whoever breaks it is named."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import DeclaredTotal, Headcount, Stay, Turn, Walk
from partyroll.period import Term
from partyroll.report.balance import CLOSING, OPENING, REORGANISED, Balance, balance
from partyroll.report.flow_lines import CAME, WENT, Line, Members, flow_lines, year_periods
from partyroll.report.flow_tables import admissions_table, breaks_table, flow_checks, flow_table
from report.cells import column, row

TERM = Term.parse("2023-2024")
PERIODS = year_periods(TERM)
ABOVE = {"A": ("P", "A"), "B": ("P", "B"), "C": ("P", "C"), "P": ("P",), "": ()}


def above(unit: str, _day: date, _stays: tuple[Stay, ...] = ()) -> tuple[str, ...]:
    return ABOVE[unit]


def balanced(*walks: Walk, steps: Sequence[tuple[str, date]] = ()) -> Balance:
    return balance(walks, PERIODS, above, frozenset(steps))


def members(found: Balance, *rostered: str) -> Members:
    names = {"p1": "Lò Văn An", "p2": "Lò Thị Bình"}
    return Members(found, PERIODS, above, above, frozenset(rostered), names)


def someone(
    *stays: Stay, turns: Sequence[Turn] = (), since: date | None = None, person: str = "p1"
) -> Walk:
    return Walk(stays or (Stay("A"),), tuple(turns), since, people=(person,))


def line(found: Balance, unit: str, year: int = 2023) -> dict[str, int]:
    counts = found.counts[unit, year - 2023]
    return {code: number for code, number in counts.items() if number}


def test_nobody_moves_where_everybody_stands_still() -> None:
    found = balanced(Walk((Stay("A"),), number=40), Walk((Stay("B"),), number=2))

    assert line(found, "A") == {OPENING: 40, CLOSING: 40}
    assert line(found, "P") == {OPENING: 42, CLOSING: 42}
    assert found.breaks == []


def test_an_exit_and_an_admission_move_the_balance_of_their_unit_and_those_above() -> None:
    found = balanced(
        someone(turns=[Turn("REMOVED", date(2023, 5, 5), "A")]),
        someone(turns=[Turn("ADMITTED", date(2023, 6, 5), "A")], person="p2"),
        someone(since=date(2023, 7, 1), person="p3"),
    )

    assert line(found, "A") == {
        OPENING: 1,
        "REMOVED": 1,
        "ADMITTED": 2,
        "by_date": 1,
        CLOSING: 2,
    }
    assert line(found, "A") == line(found, "P")
    assert found.breaks == []


def test_a_transfer_inside_the_province_cancels_above() -> None:
    moved = someone(Stay("A", None, date(2023, 5, 1)), Stay("B", date(2023, 5, 1)))
    papers = someone(
        Stay("A", None, date(2023, 6, 1)),
        Stay("B", date(2023, 6, 1)),
        turns=[Turn("OUT", date(2023, 6, 1), "A"), Turn("IN", date(2023, 6, 1), "B")],
    )

    found = balanced(moved, papers)

    assert line(found, "A") == {OPENING: 2, "OUT": 2}
    assert line(found, "B") == {"IN": 2, CLOSING: 2}
    assert line(found, "P") == {OPENING: 2, CLOSING: 2}
    assert found.breaks == []


def test_a_move_by_reorganisation_is_no_transfer() -> None:
    day = date(2023, 7, 1)
    walk = Walk((Stay("A", None, day), Stay("C", day)), number=180)

    found = balanced(walk, steps=[("A", day)])

    assert line(found, "A") == {OPENING: 180, REORGANISED: -180}
    assert line(found, "C") == {REORGANISED: 180, CLOSING: 180}
    assert line(found, "P") == {OPENING: 180, CLOSING: 180}


def test_a_unit_that_went_under_another_takes_its_people_along() -> None:
    def moved(unit: str, day: date, _stays: tuple[Stay, ...] = ()) -> tuple[str, ...]:
        return ("P" if day < date(2023, 7, 1) else "Q", unit)

    left = someone(turns=[Turn("DIED", date(2023, 9, 1), "A")])

    found = balance([Walk((Stay("A"),), number=9), left], PERIODS, moved, frozenset())

    assert line(found, "P") == {OPENING: 10, REORGANISED: -10}
    assert line(found, "Q") == {REORGANISED: 10, "DIED": 1, CLOSING: 9}
    assert found.breaks == []


def test_people_whom_nothing_explains_are_named_once_with_the_reason() -> None:
    found = balanced(
        someone(Stay("A", None, date(2023, 5, 1))),
        someone(Stay("B", date(2024, 5, 1)), person="p2"),
    )

    table = breaks_table(TERM, members(found))

    assert column(table, "full_name") == ["Lò Văn An", "Lò Thị Bình"]
    assert column(table, "code") == ["VANISHED", "APPEARED"]
    assert column(table, "year") == ["2023", "2024"]
    assert column(table, "unit_path") == ["P › A", "P › B"]


def test_an_exit_elsewhere_than_where_somebody_stands_is_told() -> None:
    walk = someone(turns=[Turn("REMOVED", date(2023, 5, 1), "B")])

    found = balanced(walk)

    assert [(one.unit_id, one.code) for one in found.breaks] == [("B", "LEFT_NEVER_LISTED")]
    assert line(found, "P") == {OPENING: 1, "REMOVED": 1}


def test_somebody_missing_from_the_newest_roster_is_named_and_still_counted() -> None:
    walk = Walk((Stay("A"),), missing=True, people=("p1",))

    found = balanced(walk)

    assert [(one.unit_id, one.code) for one in found.breaks] == [("A", "MISSING")]
    assert line(found, "A", 2024) == {OPENING: 1, CLOSING: 1}


def test_somebody_admitted_elsewhere_who_moved_in_is_no_admission() -> None:
    walk = someone(since=date(2023, 2, 1), turns=[Turn("IN", date(2023, 9, 1), "A")])

    assert line(balanced(walk), "A") == {"IN": 1, CLOSING: 1}


def flow(
    found: Balance, heads: Sequence[Headcount], totals: Sequence[DeclaredTotal], *rostered: str
) -> list[Line]:
    return [*flow_lines(members(found, *rostered), heads, totals)]


def declared(what: str, number: int) -> DeclaredTotal:
    period = PERIODS[0]
    return DeclaredTotal(("P",), what, period.start, period.end, number, unit_id="P")


def test_500_members_become_505_from_declared_numbers() -> None:
    stated = {"ADMITTED": 12, "READMITTED": 1, "IN": 20, "DIED": 3, "EXPELLED": 1, "REMOVED": 4}
    stated |= {"WITHDREW": 2, "OUT": 18}
    totals = [declared(what, number) for what, number in stated.items()]
    heads = [
        Headcount(("P",), year, number, unit_id="P", units=("P",))
        for year, number in ((2022, 500), (2023, 505))
    ]

    first, _ = flow(balanced(), heads, totals)

    assert (first.opening, first.expected, first.closing, first.difference) == (
        500,
        505,
        505,
        0,
    )
    assert first.basis == "declared"
    assert flow_checks(TERM, [first], breaks_table(TERM, members(balanced()))) == ()


def test_declared_ends_that_the_movements_do_not_explain_are_told() -> None:
    heads = [
        Headcount(("P",), year, number, unit_id="P", units=("P",))
        for year, number in ((2022, 500), (2023, 498))
    ]
    found = balanced(someone(turns=[Turn("REMOVED", date(2023, 5, 5), "A")]))

    lines = flow(found, heads, [])

    table = flow_table(TERM, lines)
    assert (row(table, "P")["expected"], row(table, "P")["difference"]) == (499, -1)
    assert flow_checks(TERM, lines, breaks_table(TERM, members(found))) == (
        "P: số đảng viên cuối kỳ khác số tính từ đầu kỳ và tăng, giảm trong sổ (2023: -1).",
    )


def test_numbers_of_the_parts_that_stood_in_a_year_make_that_of_the_unit_above() -> None:
    heads = [
        Headcount(("P", unit), year, number, unit_id=unit, units=("P", unit))
        for unit, year, number in (("A", 2022, 9), ("A", 2023, 8), ("C", 2024, 8))
    ]

    lines = flow(balanced(), heads, [])

    whole = [(one.opening, one.closing) for one in lines if one.unit_id == "P"]
    assert whole == [(9, 8), (8, 8)]


def districts_and_a_new_commune(*left: date) -> list[tuple[int | None, int | None]]:
    heads = [
        Headcount(("P", unit), year, number, unit_id=unit, units=("P", unit))
        for unit, number in (("A", 9), ("B", 5))
        for year in (2022, 2023)
    ]
    exits = [someone(Stay("C"), turns=[Turn("REMOVED", day, "C")]) for day in left]
    lines = flow(balanced(*exits), heads, [])
    return [(one.opening, one.closing) for one in lines if one.unit_id == "P"]


def test_a_unit_known_only_from_later_exits_hides_no_sum() -> None:
    found = districts_and_a_new_commune(date(2024, 7, 5))

    assert found == [(14, 14), (14, None)]


def test_a_unit_that_somebody_left_while_others_declared_is_missing_from_the_sum() -> None:
    found = districts_and_a_new_commune(date(2023, 7, 5), date(2024, 7, 5))

    assert found == []


def test_people_stand_for_a_unit_only_where_all_its_cells_have_a_roster() -> None:
    found = balanced(Walk((Stay("A"),), number=9), Walk((Stay("B"),), number=3))

    some = flow(found, [], [], "A")
    every = flow(found, [], [], "A", "B")

    assert {(one.unit_id, one.opening) for one in some} == {("A", 9)}
    assert {(one.unit_id, one.opening) for one in every} == {("A", 9), ("B", 3), ("P", 12)}


def test_admissions_stand_beside_exits_by_year() -> None:
    found = balanced(
        someone(since=date(2023, 3, 3)),
        someone(Stay("A", None, date(2023, 5, 1)), Stay("B", date(2023, 5, 1)), person="p2"),
    )

    table = admissions_table(TERM, members(found), [], [declared("READMITTED", 2)])

    assert row(table, "2023") == row(table, "2023") | {
        "ADMITTED": 1,
        "READMITTED": 2,
        "IN": 0,
        "OUT": 0,
        "came": 3,
        "net": 3,
        "by_date": 1,
    }
    assert row(table, "Cả kỳ")["came"] == 3


DAYS = st.dates(date(2022, 6, 1), date(2025, 6, 1))
CODES = [code for code, _ in (*CAME, *WENT)]
TURNS = st.lists(
    st.tuples(st.sampled_from(CODES), DAYS, st.sampled_from(["A", "B"])), max_size=4
)


@given(
    TURNS,
    st.lists(DAYS, max_size=2, unique=True),
    st.one_of(st.none(), DAYS),
    st.booleans(),
)
def test_every_balance_adds_up_or_names_who_breaks_it(
    drawn: list[tuple[str, date, str]],
    cuts: list[date],
    since: date | None,
    reorganised: bool,  # noqa: FBT001 (drawn)
) -> None:
    days = [None, *sorted(cuts), None]
    stays = [Stay("ABC"[n], days[n], days[n + 1]) for n in range(len(days) - 1)]
    turns = sorted((Turn(code, day, unit) for code, day, unit in drawn), key=lambda t: t.on)
    walk = Walk(tuple(stays), tuple(turns), since, people=("p1",))
    steps = [("A", day) for day in cuts] if reorganised else []

    found = balanced(walk, steps=steps)

    broken = {one.period for one in found.breaks}
    off = {
        place
        for (_, place), counts in found.counts.items()
        if counts[OPENING]
        + sum(counts[code] for code, _ in CAME)
        - sum(counts[code] for code, _ in WENT)
        + counts[REORGANISED]
        != counts[CLOSING]
    }
    assert off == broken
