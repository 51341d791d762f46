"""The cap on excellent ratings: whole numbers, two bases, never a cell's."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import CapBase, MatterKind, RatingTally
from partyroll.rules.rating.cap import base_number, most_excellent, within_cap
from partyroll.text import unit_key
from rules.rating.ratings import DISJOINT, NESTED, matters, same_names, unit

ORGANISATION = unit_key("Đảng bộ xã Mẫu")
numbers = st.integers(0, 400)
shares = st.integers(1, 100)
bases = st.sampled_from(CapBase)


# --- Worked example 15 --------------------------------------------------------------------
def test_of_84_good_or_better_16_may_be_excellent_nested_and_14_disjoint() -> None:
    assert most_excellent(84, 20, NESTED) == 16
    assert most_excellent(84, 20, DISJOINT) == 14


def test_a_part_of_a_person_makes_no_further_one_excellent() -> None:
    assert most_excellent(89, 20, NESTED) == 17
    assert most_excellent(89, 20, DISJOINT) == 14


def test_15_excellent_of_84_pass_nested_and_fail_disjoint() -> None:
    tally = RatingTally(excellent=15, good=69)

    assert within_cap(tally, 20, NESTED)
    assert not within_cap(tally, 20, DISJOINT)


def test_a_cell_with_four_good_and_one_excellent_has_no_cap() -> None:
    cell = unit(RatingTally(excellent=1, good=3, complete=1))

    assert MatterKind.CAP not in matters(cell)
    assert MatterKind.CAP not in matters(cell, cap_base=DISJOINT)


# --- Beside examples ----------------------------------------------------------------------
@given(numbers, numbers, shares, bases)
def test_the_whole_numbers_say_what_the_fractions_say(
    excellent: int, good: int, cap: int, base: CapBase
) -> None:
    tally = RatingTally(excellent=excellent, good=good)
    of = base_number(tally, base)

    share = Fraction(excellent, of) if of else Fraction(0 if excellent == 0 else 1_000_000)

    assert within_cap(tally, cap, base) is (share <= Fraction(cap, 100))


@given(numbers, shares, bases)
def test_the_most_excellent_fit_and_one_more_does_not(
    good_or_better: int, cap: int, base: CapBase
) -> None:
    most = most_excellent(good_or_better, cap, base)
    fits = RatingTally(excellent=most, good=good_or_better - most)
    above = RatingTally(excellent=most + 1, good=good_or_better - most - 1)

    assert within_cap(fits, cap, base)
    assert most == good_or_better or not within_cap(above, cap, base)


@given(numbers, numbers, shares)
def test_whoever_keeps_to_the_disjoint_cap_keeps_to_the_nested_one(
    excellent: int, good: int, cap: int
) -> None:
    tally = RatingTally(excellent=excellent, good=good)

    assert within_cap(tally, cap, NESTED) or not within_cap(tally, cap, DISJOINT)


# --- L5 -----------------------------------------------------------------------------------
def test_a_grassroots_organisation_above_its_cap_is_told_the_whole_numbers() -> None:
    organisation = unit(RatingTally(excellent=17, good=67, complete=9), grassroots=True)

    matter = matters(organisation)[MatterKind.CAP]

    assert matter.text == (
        "17 người hoàn thành xuất sắc nhiệm vụ; mức trần 20% của 84 (số hoàn thành tốt trở"
        " lên): với 84 người từ tốt trở lên thì nhiều nhất 16"
    )
    assert "Cần rà soát" in matter.step
    assert matter.about == "2024"
    assert matter.remarks == ("hai cách tính mức trần: thiết lập cap_base",)


def test_the_base_decides_whether_fifteen_are_too_many() -> None:
    organisation = unit(RatingTally(excellent=15, good=69), grassroots=True)

    assert MatterKind.CAP not in matters(organisation)
    assert MatterKind.CAP in matters(organisation, cap_base=DISJOINT)


def test_an_outstanding_organisation_has_the_higher_cap_in_its_years() -> None:
    organisation = unit(RatingTally(excellent=20, good=64), grassroots=True)

    assert MatterKind.CAP not in matters(organisation, special={ORGANISATION: (2024,)})
    assert MatterKind.CAP not in matters(organisation, special={ORGANISATION: ()})
    assert MatterKind.CAP in matters(organisation, special={ORGANISATION: (2023,)})


AT_CAP = RatingTally(excellent=2, good=8)


THREE_YEARS = (2022, 2023, 2024)


def test_the_same_names_at_the_cap_for_three_years_are_worth_a_look() -> None:
    names = same_names(THREE_YEARS, "Lê Thử", "Trần Mẫu")
    organisation = unit(dict.fromkeys(THREE_YEARS, AT_CAP), grassroots=True, excellent=names)

    matter = matters(organisation)[MatterKind.CAP]

    assert matter.text == (
        "3 năm liền xuất sắc đúng bằng mức trần 20%, cùng những người: Trần Mẫu, Lê Thử"
    )
    assert "xoay vòng" in matter.step
    assert (matter.about, matter.remarks) == ("2024", ())


def test_an_outstanding_organisation_is_at_its_own_higher_cap() -> None:
    names = same_names(THREE_YEARS, "Lê Thử", "Trần Mẫu", "Võ Văn Ví Dụ")
    at_25 = RatingTally(excellent=3, good=9)
    organisation = unit(dict.fromkeys(THREE_YEARS, at_25), grassroots=True, excellent=names)

    matter = matters(organisation, special={ORGANISATION: THREE_YEARS})[MatterKind.CAP]

    assert "3 năm liền xuất sắc đúng bằng mức trần 25%" in matter.text


def test_the_same_names_are_said_to_be_proposals_while_nobody_decided() -> None:
    names = same_names(THREE_YEARS, "Lê Thử", "Trần Mẫu")
    tallies = {**dict.fromkeys(THREE_YEARS, AT_CAP), 2024: replace(AT_CAP, proposed=10)}

    matter = matters(unit(tallies, grassroots=True, excellent=names))[MatterKind.CAP]

    assert matter.remarks == (
        "10 người mới có đề nghị của chi bộ, chưa có mức cấp ủy quyết định",
    )


@pytest.mark.parametrize(
    ("tallies", "names"),
    [
        pytest.param(
            dict.fromkeys((2023, 2024), AT_CAP),
            same_names((2023, 2024), "A", "B"),
            id="two years only",
        ),
        pytest.param(
            dict.fromkeys(THREE_YEARS, AT_CAP),
            {**same_names((2022, 2023), "A", "B"), **same_names((2024,), "A", "C")},
            id="another name",
        ),
        pytest.param(
            {2022: AT_CAP, 2023: RatingTally(excellent=2, good=18), 2024: AT_CAP},
            same_names(THREE_YEARS, "A", "B"),
            id="below the cap in between",
        ),
    ],
)
def test_a_cap_that_is_kept_is_nobodys_business(
    tallies: dict[int, RatingTally], names: dict[int, dict[str, str]]
) -> None:
    organisation = unit(tallies, grassroots=True, excellent=names)

    assert MatterKind.CAP not in matters(organisation)


def test_levels_that_only_the_cell_proposed_are_said_to_be_proposals() -> None:
    organisation = unit(RatingTally(excellent=9, good=1, proposed=4), grassroots=True)

    matter = matters(organisation)[MatterKind.CAP]

    assert any(remark.startswith("4 người mới có đề nghị") for remark in matter.remarks)
