from collections.abc import Iterable

import pytest

from partyroll.model import BookMonth
from partyroll.period import Month
from partyroll.rules.collections import CountedBooks, LetterTally, RowsTogether, book_months


def tally(letters: str, people: int = 1, **facts: object) -> LetterTally:
    return LetterTally("sổ 1", letters, 2024, people, **facts)  # type: ignore[arg-type] # facts are those of a tally


def months(*tallies: LetterTally) -> dict[int, tuple[int, int]]:
    """Collected and owing by month number."""
    return {
        number: (book.collected, book.owing)
        for (_, number), book in book_months(tallies).items()
    }


def test_people_with_the_same_letters_are_counted_together() -> None:
    found = months(tally("P" * 12, people=39), tally("PP.PPPPPPPPP"))

    assert (found[2], found[3]) == ((40, 40), (39, 40))


def test_whoever_could_have_paid_owes() -> None:
    assert months(tally("PUN.?XDooooo")) == {
        1: (1, 1),
        2: (0, 1),
        3: (0, 1),
        4: (0, 1),
        5: (0, 1),
        **dict.fromkeys(range(6, 13), (0, 0)),
    }


def test_an_entry_for_many_months_is_no_collection() -> None:
    found = months(tally("P" * 12, wide=frozenset(range(3, 13))))

    assert (found[2], found[3]) == ((1, 1), (0, 1))


def test_nobody_owes_outside_the_membership() -> None:
    newcomer = tally("." * 12, first_due=Month(2024, 6), last_due=Month(2024, 8))
    found = months(newcomer)

    assert [found[number][1] for number in (5, 6, 8, 9)] == [0, 1, 1, 0]


def test_a_payment_before_the_membership_is_a_collection_all_the_same() -> None:
    assert months(tally("P" * 12, first_due=Month(2024, 6)))[5] == (1, 1)


def test_members_whom_the_book_leaves_out_owe() -> None:
    found = months(tally("P" * 12, people=2), tally("", people=7))

    assert found[1] == (2, 9)


def test_a_month_of_several_meetings_is_one_month() -> None:
    twice = tally("PAAA", months=(1, 1, 2, 2))

    assert months(twice) == {1: (1, 1), 2: (0, 1)}


def test_books_are_counted_apart() -> None:
    other = LetterTally("sổ 2", "P" * 12, 2024, 3)
    found = book_months([tally("U" * 12), other])

    assert found["sổ 1", 1] == BookMonth(0, 1, 1)
    assert found["sổ 2", 1] == BookMonth(3, 3, 3)


def test_whoever_owes_and_is_spoken_of_is_marked() -> None:
    found = book_months([tally("PUN.?XDooooo"), tally("." * 12), tally("", people=2)])

    assert [found["sổ 1", number].marked for number in range(1, 8)] == [1, 1, 1, 0, 1, 0, 0]


def test_one_mark_of_a_month_of_several_meetings_is_a_mark() -> None:
    found = book_months([tally(".A..", months=(1, 1, 2, 2))])

    assert (found["sổ 1", 1].marked, found["sổ 1", 2].marked) == (1, 0)


def test_rows_counted_together_are_as_many_rows() -> None:
    letters = {"P" * 12: 39, "PP.PPPPPPPPP": 1, "UPPPPPPPPPPU": 2}
    months_ = tuple(range(1, 13))
    alone = [tally(one, people) for one, people in letters.items()]

    assert book_months([], [RowsTogether("sổ 1", months_, letters)]) == book_months(alone)


# --- Many books ---------------------------------------------------------------------------
def of(book_id: str, letters: str) -> CountedBooks:
    return book_months([LetterTally(book_id, letters, 2024)])


def test_books_of_two_years_stand_side_by_side_month_by_month() -> None:
    before, now = of("sổ 2023", "P" * 12), of("sổ 2024", "U" * 12)
    both = before | now

    assert len(both) == 24
    assert (both["sổ 2023", 1], both["sổ 2024", 1]) == (BookMonth(1, 1, 1), BookMonth(0, 1, 1))


def test_to_ask_of_a_book_that_is_not_there_makes_none() -> None:
    before, now = of("sổ 2023", "P" * 12), of("sổ 2024", "U" * 12)

    assert now.get(("sổ 2023", 1)) is None
    assert (before | now)["sổ 2023", 1] == BookMonth(1, 1, 1)


@pytest.mark.parametrize(
    ("letters", "collected"),
    [("P" * 12, True), ("P" * 11 + ".", False), (".PPPPPPPPPPP", False), ("U" * 12, False)],
)
def test_a_book_is_full_where_somebody_paid_in_each_month(
    letters: str, *, collected: bool
) -> None:
    assert of("sổ 1", letters).every_month_collected("sổ 1") is collected


def test_a_book_that_is_not_there_is_not_full() -> None:
    assert not of("sổ 1", "P" * 12).every_month_collected("sổ 2")


# --- Windows ------------------------------------------------------------------------------
def owing_months(first: Month | None, last: Month | None) -> list[int]:
    """The months of 2024 in which somebody with this window owes."""
    found = book_months([LetterTally("b", "U" * 12, 2024, 1, first, last)])
    return [number for (_, number), month in found.items() if month.owing]


@pytest.mark.parametrize(
    ("first", "last", "owing"),
    [
        (None, None, range(1, 13)),
        (Month(2024, 3), None, range(3, 13)),
        (None, Month(2024, 3), range(1, 4)),
        (Month(2024, 3), Month(2024, 5), range(3, 6)),
        (Month(2024, 12), None, [12]),
        (Month(2025, 1), None, []),
        (None, Month(2024, 1), [1]),
        (None, Month(2023, 12), []),
        (Month(2020, 6), Month(2030, 6), range(1, 13)),
    ],
)
def test_nobody_owes_before_their_window_opens_or_after_it_closes(
    first: Month | None, last: Month | None, owing: Iterable[int]
) -> None:
    assert owing_months(first, last) == list(owing)
