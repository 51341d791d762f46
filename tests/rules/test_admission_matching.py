"""Which member of the rolls a candidate has become."""

from dataclasses import replace

import pytest

from partyroll.model import Candidate, CandidateStage, CandidateStep
from partyroll.period import PartialDate
from partyroll.rules.admission import RollEntry, joined, with_roll

BORN = PartialDate(1999, 3, 8)
NUMBER = "099000000001"
EM = Candidate("c1", "Lò Văn Em", BORN)
LISTED = RollEntry("p1", "lò văn em", BORN)
OTHER = RollEntry("p2", "Lò Văn Em")


def steps(**days: str) -> dict[CandidateStage, CandidateStep]:
    return {
        CandidateStage(stage): CandidateStep(CandidateStage(stage), PartialDate.parse(day))
        for stage, day in days.items()
    }


def certain(candidate: Candidate, *roll: RollEntry, taken: tuple[str, ...] = ()) -> str | None:
    member = joined(candidate, roll, taken).member
    return member.person_id if member else None


def possible(candidate: Candidate, *roll: RollEntry) -> list[str]:
    return [entry.person_id for entry in joined(candidate, roll).namesakes]


# --- Who they are for certain -------------------------------------------------------------
def test_one_name_and_one_birth_date_is_one_person() -> None:
    assert certain(EM, LISTED, OTHER) == "p1"
    assert possible(EM, LISTED, OTHER) == []


def test_a_name_alone_leaves_it_open() -> None:
    assert certain(EM, OTHER) is None
    assert possible(EM, OTHER) == ["p2"]


def test_two_of_one_name_and_birth_date_leave_it_open_and_the_others_out() -> None:
    twin = replace(LISTED, person_id="p3")

    assert certain(EM, LISTED, twin, OTHER) is None
    assert possible(EM, LISTED, twin, OTHER) == ["p1", "p3"]


def test_a_year_of_birth_is_no_birth_date() -> None:
    year = PartialDate(1999)

    assert possible(replace(EM, birth_date=year), replace(LISTED, birth_date=year)) == ["p1"]
    assert possible(replace(EM, birth_date=None), LISTED) == ["p1"]


def test_a_number_tells_who_it_is_whatever_the_name() -> None:
    numbered = replace(EM, national_id=NUMBER)
    married = RollEntry("p4", "Lò Văn Ém", PartialDate(1998), NUMBER)

    assert certain(numbered, LISTED, married) == "p4"


def test_two_numbers_are_two_people_one_number_says_nothing_of_who_has_none() -> None:
    numbered = replace(EM, national_id=NUMBER)
    another = replace(LISTED, national_id="099000000002")

    assert joined(numbered, [another]).namesakes == ()
    assert certain(numbered, another) is None
    assert certain(numbered, LISTED) == "p1"
    assert certain(EM, another) == "p1"


@pytest.mark.parametrize(
    "born", [PartialDate(1999, 3, 9), PartialDate(1998), PartialDate(2000)]
)
def test_another_birth_date_is_another_person(born: PartialDate) -> None:
    assert possible(EM, replace(LISTED, birth_date=born)) == []


def test_another_name_is_another_person() -> None:
    assert possible(EM, replace(OTHER, full_name="Lò Văn Én")) == []


# --- What was answered before -------------------------------------------------------------
def test_whom_an_office_named_is_the_member_and_nobody_else() -> None:
    named = replace(EM, member_id="p2")

    assert certain(named, LISTED, OTHER) == "p2"
    assert certain(named, LISTED) is None
    assert possible(named, LISTED) == []


def test_who_is_another_candidate_already_is_nobody_s_namesake() -> None:
    assert certain(EM, LISTED, taken=("p1",)) is None
    assert certain(EM, LISTED, taken=("p2",)) == "p1"


# --- Days that fit ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("admitted", "fits"),
    [
        ("2023-09-14", False),
        ("2023-09-15", True),
        ("2024-09-15", True),
        ("2025-09-15", True),
        ("2025-09-16", False),
        ("2023", True),
        ("2026", False),
    ],
)
def test_an_admission_within_a_year_of_the_ceremony_may_be_it(
    admitted: str,
    fits: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    sworn_in = replace(EM, steps=steps(ceremony="2024-09-15"))
    entry = replace(LISTED, admission_date=PartialDate.parse(admitted))

    assert (certain(sworn_in, entry) == "p1") is fits


@pytest.mark.parametrize(
    ("admitted", "fits"), [("2024-08-24", False), ("2024-08-25", True), ("2024", True)]
)
def test_nobody_was_admitted_before_the_last_step_of_their_file(
    admitted: str,
    fits: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    decided = replace(EM, steps=steps(cell_resolution="2024-05-01", decision="2024-08-25"))
    entry = replace(LISTED, admission_date=PartialDate.parse(admitted))

    assert (certain(decided, entry) == "p1") is fits


def test_without_steps_or_without_an_admission_every_day_fits() -> None:
    old = replace(LISTED, admission_date=PartialDate(1980))

    assert certain(EM, old) == "p1"
    assert certain(replace(EM, steps=steps(decision="2024-08-25")), LISTED) == "p1"


# --- What the rolls know besides ----------------------------------------------------------
def test_the_rolls_add_the_days_that_the_file_has_not() -> None:
    decided = replace(EM, steps=steps(decision="2024-08-25"))
    member = replace(
        LISTED, admission_date=PartialDate(2024, 9, 15), official_date=PartialDate(2025, 9, 15)
    )

    assert with_roll(decided, member) == replace(
        decided,
        steps=steps(decision="2024-08-25", ceremony="2024-09-15", confirmed="2025-09-15"),
    )


def test_the_rolls_change_no_day_of_the_file() -> None:
    sworn_in = replace(EM, steps=steps(ceremony="2024-09-15"))
    member = replace(LISTED, admission_date=PartialDate(2024, 9, 1))

    assert with_roll(sworn_in, member) is sworn_in
    assert with_roll(EM, LISTED) is EM


@pytest.mark.parametrize(
    ("entry", "label"),
    [
        (OTHER, "Lò Văn Em"),
        (replace(OTHER, unit="Chi bộ Đông"), "Lò Văn Em (Chi bộ Đông)"),
        (replace(OTHER, birth_date=BORN), "Lò Văn Em, sinh 08/03/1999"),
    ],
)
def test_a_member_is_named_with_what_tells_them_from_others(
    entry: RollEntry, label: str
) -> None:
    assert entry.label == label
