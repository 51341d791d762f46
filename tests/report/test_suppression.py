from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from partyroll.report.suppression import Suppressed, suppress
from partyroll.report.unknowns import Equation, total

LEAST = 5


def table(rows: Sequence[Sequence[int]]) -> tuple[list[int], list[Equation]]:
    """Return the numbers of a table with its totals, row by row, and what ties them."""
    wide = [[*row, sum(row)] for row in rows]
    wide.append([sum(column) for column in zip(*wide, strict=True)])
    width = len(wide[0])
    at = [[number * width + place for place in range(width)] for number in range(len(wide))]
    across = [total(row[-1], row[:-1]) for row in at]
    down = [total(column[-1], column[:-1]) for column in zip(*at, strict=True)]
    return [value for row in wide for value in row], [*across, *down]


def solutions(
    values: Sequence[int], equations: Sequence[Equation], found: Suppressed
) -> Iterator[dict[int, int]]:
    """Yield all that the hidden numbers could be, by trying everything that fits."""
    hidden = sorted(found.small | found.partners)
    known = {one: value for one, value in enumerate(values) if one not in hidden}
    most = sum(values) + 2
    least_small = 1 if all(values[one] for one in found.small) else 0

    def fits(guess: dict[int, int]) -> bool:
        told = (e for e in equations if all(one in guess for one in e))
        return all(not sum(guess[one] * sign for one, sign in e.items()) for e in told)

    def tried(guess: dict[int, int], left: list[int]) -> Iterator[dict[int, int]]:
        if not left:
            yield guess
            return
        one, *others = left
        small = range(least_small, LEAST)
        for value in small if one in found.small else range(LEAST, most):
            wider = guess | {one: value}
            if fits(wider):
                yield from tried(wider, others)

    return tried(known, hidden)


def computed(
    values: Sequence[int], equations: Sequence[Equation], found: Suppressed
) -> set[int]:
    """Return the small numbers of which only one value fits."""
    open_yet = {one for one in found.small if values[one]}
    for guess in solutions(values, equations, found):
        open_yet -= {one for one in open_yet if guess[one] != values[one]}
        if not open_yet:
            break
    return open_yet


def test_large_numbers_are_all_printed() -> None:
    values, equations = table([[10, 20], [30, 40]])

    found = suppress(values, equations, least=LEAST)

    assert found == Suppressed(frozenset(), frozenset(), frozenset())


def test_one_small_number_takes_three_others_with_it() -> None:
    values, equations = table([[3, 20, 30], [30, 40, 50], [60, 70, 80]])

    found = suppress(values, equations, least=LEAST)

    assert found.small == {0}
    assert len(found.partners) >= 3
    assert not found.exposed


def test_a_number_that_one_gets_by_subtraction_is_protected_too() -> None:
    removed, not_confirmed, others = 20, 18, 2

    found = suppress(
        [removed, not_confirmed, others],
        [total(0, [1, 2])],
        least=LEAST,
        implied=frozenset({2}),
    )

    assert found.partners


def test_numbers_that_their_marks_alone_tell_are_exposed() -> None:
    whole, part = 4, 4

    found = suppress([whole, part], [total(0, [1]), {0: 1}], least=LEAST)

    assert found.exposed == {0, 1}


def test_four_people_in_four_rows_are_not_told_by_their_marks() -> None:
    values, equations = table([[1, 9], [1, 9], [1, 9], [1, 9], [0, 9]])

    found = suppress(values, equations, least=LEAST)

    assert not found.exposed
    assert 12 in found.small


COUNTS = st.one_of(st.just(0), st.integers(1, 4), st.integers(5, 6))


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=2))
def test_nobody_can_compute_a_small_number(rows: list[tuple[int, int]]) -> None:
    values, equations = table(rows)

    found = suppress(values, equations, least=LEAST)

    assert computed(values, equations, found) <= found.exposed
    assert all(one in found.small for one, value in enumerate(values) if 0 < value < LEAST)
