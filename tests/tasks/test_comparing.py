"""What other readings of the rule would list of the same books."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from e2e.desk import Desk
from partyroll.model import ReviewList
from partyroll.rulebook import shipped
from partyroll.tasks.comparing import Compared, compare_readings
from partyroll.tasks.reviewing import ReviewRequest, ReviewResult, review_lists

YEAR_END = date(2025, 12, 31)


def request(desk: Desk, **readings: object) -> ReviewRequest:
    book = shipped().set_by_office(**readings)
    return ReviewRequest(desk.ledger, YEAR_END, book, as_of=YEAR_END)


def lists(result: ReviewResult) -> dict[str, ReviewList]:
    return {one.person.person_id: one.finding.list for one in result.listed}


def with_moves(own: dict[str, ReviewList], reading: Compared) -> dict[str, ReviewList]:
    """Who stands where under one reading: the office's lists with the moves made."""
    moved = {one.person_id: one.other for one in reading.moved}
    return {person: on for person, on in {**own, **moved}.items() if on is not None}


def assert_lists_agree(desk: Desk, readings: Sequence[Compared]) -> None:
    own = lists(review_lists(request(desk)))
    apart = [lists(review_lists(request(desk, **one.variant.changes))) for one in readings]

    assert [with_moves(own, one) for one in readings] == apart
    assert [one.counts for one in readings] == [Counter(on.values()) for on in apart]


def test_a_reading_lists_whom_the_lists_name_under_it(sample_desk: Desk) -> None:
    compared = compare_readings(request(sample_desk))
    wanted = {"run", "infer_blank", "count_late"}

    assert_lists_agree(
        sample_desk, [one for one in compared.readings if wanted & set(one.variant.changes)]
    )


@pytest.mark.slow
def test_every_reading_lists_whom_the_lists_name_under_it(sample_desk: Desk) -> None:
    assert_lists_agree(sample_desk, compare_readings(request(sample_desk)).readings)


def test_an_office_with_a_reading_of_its_own_is_compared_with_the_programs(
    sample_desk: Desk,
) -> None:
    compared = compare_readings(request(sample_desk, run="consecutive"))
    own, default, *_ = compared.readings

    assert (own.variant.name, default.variant.name) == ("own", "default")
    assert own.moved == ()
    assert all(one.raised for one in default.moved)
    assert default.counts[ReviewList.REVIEW] > own.counts[ReviewList.REVIEW]


def test_a_move_says_from_which_list_to_which(sample_desk: Desk) -> None:
    compared = compare_readings(request(sample_desk))
    (stricter,) = (one for one in compared.readings if one.variant.name == "months = 4")
    moved = stricter.moved[0]

    assert not moved.raised
    assert (moved.own, moved.other) == (ReviewList.REVIEW, ReviewList.CHECK_REASON)
    assert moved.full_name
    assert moved.unit.startswith("Chi bộ")


def test_the_command_prints_a_line_for_each_reading(sample_desk: Desk) -> None:
    asked = ("flag", "--compare", "--as-of", "2025-12-31", "--unit", "Chi bộ thôn Đông")
    ran, told = sample_desk(*asked), sample_desk(*asked, "--json").json
    first = ran.out.splitlines()[0].split("\t")

    assert ran.code == 0
    assert len(ran.out.splitlines()) == len(told["compare"])
    assert first[0] == "đang dùng"
    assert [int(number) for number in first[1:4]] == list(told["compare"][0]["counts"].values())
    assert "Danh sách để xem xét, không phải quyết định." in ran.err


def test_programs_see_who_moves_under_each_reading(sample_desk: Desk) -> None:
    asked = ("--as-of", "2025-12-31", "--unit", "Chi bộ thôn Đông")
    told = sample_desk("flag", "--compare", "--json", *asked).json
    (run,) = (one for one in told["compare"] if one["changes"] == {"run": "consecutive"})

    assert (told["schema"], told["command"], told["year"]) == (1, "flag", 2025)
    assert set(told["rule"]) == {"id", "version", "text", "settings"}
    assert set(run["counts"]) == {"review", "check_reason", "watch"}
    assert set(run["moved"][0]) == {
        "person_id",
        "full_name",
        "unit",
        "own",
        "other",
        "raised",
    }


def test_a_unit_or_a_ground_may_be_compared_alone(sample_desk: Desk) -> None:
    asked = ("flag", "--compare", "--json", "--as-of", "2025-12-31")
    everybody = sample_desk(*asked).json["compare"][0]["counts"]
    one_unit = sample_desk(*asked, "--unit", "Chi bộ thôn Đông").json["compare"][0]["counts"]
    one_ground = sample_desk(*asked, "--ground", "meetings").json["compare"][0]["counts"]

    assert 0 < one_unit["review"] < everybody["review"]
    assert 0 < one_ground["review"] < everybody["review"]


def test_without_any_book_the_comparison_says_so(desk: Desk) -> None:
    assert desk("init").code == 0
    ran = desk("flag", "--compare")

    assert ran.code == 0
    assert "Chưa có sổ đảng phí, sổ sinh hoạt nào" in ran.err


def test_a_comparison_makes_no_file(sample_desk: Desk) -> None:
    ran = sample_desk("flag", "--compare", "--xlsx")

    assert ran.code == 2
    assert "--compare" in ran.err
