from datetime import date

from partyroll.model import BookMonth, Ground
from partyroll.period import Month
from partyroll.rules.gaps import Doubt, UnitYear, doubts, doubts_of_alike, gaps
from rules.booklet import DONG, DUES, MEETINGS, YEAR_END, dues, facts_of, member

FULL = {("sổ 1", number): BookMonth(39, 40) for number in range(1, 13)}


def unit(ground: Ground = DUES, *, members: int = 40, **facts: object) -> UnitYear:
    return UnitYear(DONG, ground, 2024, members, **facts)  # type: ignore[arg-type] # facts are those of a unit


def test_a_full_book_has_no_gap() -> None:
    assert gaps([unit(books=("sổ 1",))], collections=FULL, as_of=YEAR_END) == ()


def test_a_month_without_a_collection_is_one_gap_for_the_unit() -> None:
    without = FULL | {("sổ 1", 3): BookMonth(0, 40)}
    (gap,) = gaps([unit(books=("sổ 1",))], collections=without, as_of=YEAR_END)

    assert (gap.unit, gap.ground, gap.kind) == (DONG, DUES, "empty_month")
    assert gap.months == (Month(2024, 3),)
    assert gap.text == "thiếu sổ tháng 3/2024"


def test_a_month_that_no_book_knows_is_a_gap() -> None:
    without = {key: book for key, book in FULL.items() if key[1] not in {3, 5}}
    (gap,) = gaps([unit(books=("sổ 1",))], collections=without, as_of=YEAR_END)

    assert gap.text == "thiếu sổ tháng 3, 5/2024"


def test_a_month_in_which_nobody_owed_is_no_gap() -> None:
    all_exempt = FULL | {("sổ 1", 3): BookMonth(0, 0)}

    assert gaps([unit(books=("sổ 1",))], collections=all_exempt, as_of=YEAR_END) == ()


def test_a_meeting_from_which_all_were_absent_was_written_down() -> None:
    absent = FULL | {("sổ 1", 3): BookMonth(0, 40, 1), ("sổ 1", 4): BookMonth(0, 40, 0)}
    (gap,) = gaps([unit(MEETINGS, books=("sổ 1",))], collections=absent, as_of=YEAR_END)

    assert gap.text == "thiếu sổ sinh hoạt tháng 4/2024"


def test_a_debt_stated_for_everybody_is_no_empty_month() -> None:
    stated = FULL | {("sổ 1", 3): BookMonth(0, 40, 40), ("sổ 1", 4): BookMonth(0, 40, 39)}
    (gap,) = gaps([unit(books=("sổ 1",))], collections=stated, as_of=YEAR_END)

    assert gap.text == "thiếu sổ tháng 4/2024"


def test_a_book_in_which_nobody_owed_does_not_close_the_gap_of_another() -> None:
    two = FULL | {("sổ 1", 3): BookMonth(0, 40), ("sổ 2", 3): BookMonth(0, 0)}
    (gap,) = gaps([unit(books=("sổ 1", "sổ 2"))], collections=two, as_of=YEAR_END)

    assert gap.months == (Month(2024, 3),)


def test_another_book_of_the_unit_closes_the_gap() -> None:
    two = FULL | {("sổ 1", 3): BookMonth(0, 40), ("sổ 2", 3): BookMonth(1, 1)}

    assert gaps([unit(books=("sổ 1", "sổ 2"))], collections=two, as_of=YEAR_END) == ()


def test_months_that_have_not_ended_are_no_gap() -> None:
    found = gaps([unit(books=("sổ 1",))], collections={}, as_of=date(2024, 2, 29))

    assert found[0].months == (Month(2024, 1), Month(2024, 2))


def test_a_unit_without_a_book_is_one_gap_for_the_year() -> None:
    (gap,) = gaps([unit()], collections={}, as_of=YEAR_END)

    assert (gap.kind, gap.count, len(gap.months)) == ("no_book", 40, 12)
    assert gap.text == "không có sổ đảng phí năm 2024"


def test_the_book_of_meetings_has_its_own_words() -> None:
    missing, empty = gaps(
        [unit(MEETINGS), unit(MEETINGS, books=("sổ 1",))],
        collections=FULL | {("sổ 1", 3): BookMonth(0, 40)},
        as_of=YEAR_END,
    )

    assert missing.text == "không có sổ sinh hoạt năm 2024"
    assert empty.text == "thiếu sổ sinh hoạt tháng 3/2024"


def test_a_unit_without_members_or_before_its_first_month_has_no_gap() -> None:
    assert gaps([unit(members=0)], collections={}, as_of=YEAR_END) == ()
    assert gaps([unit()], collections={}, as_of=date(2024, 1, 30)) == ()


MARCH = (Month(2024, 3),)


def test_doubts_are_told_with_their_numbers() -> None:
    doubtful = unit(
        books=("sổ 1",),
        doubts=(
            Doubt("member_not_in_book", 2, MARCH),
            Doubt("host_book_missing", 1, MARCH),
            Doubt("blank_not_inferred", 37, MARCH),
            Doubt("unreadable_cell", 4, MARCH),
        ),
    )
    found = gaps([doubtful], collections=FULL, as_of=YEAR_END)

    assert [(gap.count, gap.text) for gap in found] == [
        (2, "2 đảng viên không có tên trong sổ đảng phí: tháng 3/2024"),
        (1, "1 đảng viên sinh hoạt tạm thời chưa có sổ đảng phí của nơi đến: tháng 3/2024"),
        (37, "37 ô trống trong sổ đảng phí chưa đủ căn cứ để tính: tháng 3/2024"),
        (4, "4 ô trong sổ đảng phí không đọc được: tháng 3/2024"),
    ]


def test_a_month_that_nobody_kept_is_told_once() -> None:
    doubtful = unit(books=("sổ 1",), doubts=(Doubt("blank_not_inferred", 10, MARCH),))
    without = FULL | {("sổ 1", 3): BookMonth(0, 40)}
    found = gaps([doubtful], collections=without, as_of=YEAR_END)

    assert [(gap.kind, gap.text) for gap in found] == [("empty_month", "thiếu sổ tháng 3/2024")]


def test_where_there_is_no_book_nobody_is_missing_from_it() -> None:
    bookless = unit(doubts=(Doubt("member_not_in_book", 40, MARCH),))
    found = gaps([bookless], collections={}, as_of=YEAR_END)

    assert [gap.kind for gap in found] == ["no_book"]


def test_people_are_counted_once_and_cells_one_by_one() -> None:
    absent = list(facts_of(member()).values())
    unread = list(facts_of(member(dues("??PPPPPPPPPP"))).values())

    assert doubts([absent, unread]) == (
        Doubt("member_not_in_book", 1, tuple(Month(2024, number) for number in range(1, 13))),
        Doubt("unreadable_cell", 2, (Month(2024, 1), Month(2024, 2))),
    )


def test_alike_people_are_counted_without_being_asked_each() -> None:
    unread = list(facts_of(member(dues("??PPPPPPPPPP"))).values())

    assert doubts_of_alike([(unread, 3)]) == doubts([unread] * 3)


def test_nobody_is_missing_from_a_book_of_a_year_without_one() -> None:
    absent = list(facts_of(member()).values())

    assert doubts([absent], {2023}) == ()
    assert doubts([absent], {2024}) == doubts([absent])


def test_a_gap_names_the_unit_with_those_above_it_and_what_is_in_doubt() -> None:
    doubt = Doubt("unreadable_cell", 2, MARCH)
    path = ("Đảng bộ xã An", DONG)

    (gap,) = gaps(
        [unit(books=("sổ 1",), doubts=(doubt,), path=path)],
        collections=FULL,
        as_of=YEAR_END,
    )

    assert (gap.kind, gap.months, gap.unit_path) == ("unreadable_cell", MARCH, path)


def test_one_member_who_owed_is_enough_for_an_empty_month() -> None:
    alone = FULL | {("sổ 1", 3): BookMonth(0, 1)}

    (gap,) = gaps([unit(books=("sổ 1",), members=1)], collections=alone, as_of=YEAR_END)

    assert (gap.kind, gap.months) == ("empty_month", MARCH)


def test_the_months_of_a_doubt_are_those_of_all_its_people() -> None:
    asked = [
        tuple(facts_of(member(dues("??PPPPPPPPPP"))).values()),
        tuple(facts_of(member(dues("PPP?PPPPPPPP"))).values()),
    ]

    (doubt,) = doubts(asked)

    assert [month.number for month in doubt.months] == [1, 2, 4]


def test_a_book_that_knows_nothing_of_a_month_does_not_silence_one_that_was_kept() -> None:
    kept = {("sổ 2", number): BookMonth(39, 40) for number in range(1, 13)}

    assert gaps([unit(books=("sổ 1", "sổ 2"))], collections=kept, as_of=YEAR_END) == ()


def test_the_debt_of_the_only_one_who_owed_was_written_down() -> None:
    alone = FULL | {("sổ 1", 3): BookMonth(0, 1, 1)}

    assert gaps([unit(books=("sổ 1",))], collections=alone, as_of=YEAR_END) == ()
