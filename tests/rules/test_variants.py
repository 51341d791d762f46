from dataclasses import asdict, fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    BookLine,
    Payment,
    PermissionKind,
    RuleSettings,
    Stay,
    TransferLeg,
)
from partyroll.period import Month, PartialDate
from partyroll.rules.collections import book_months
from partyroll.rules.review import look_at, review
from partyroll.rules.variants import (
    ALTERNATIVES,
    Variant,
    could_differ,
    nothing_to_read,
    variants,
)
from partyroll.settings import check_rule_value
from rules.booklet import HOME, TRAM, dues, meetings, member, paper, took_in
from rules.test_properties import Person, cells, days
from trials import trials


def names(**office: Any) -> list[str]:
    return [one.name for one in variants(RuleSettings(**office))]


def test_the_offices_own_reading_comes_first() -> None:
    first, *_ = variants(RuleSettings(months=2))

    assert (first.name, first.settings, first.changes) == ("own", RuleSettings(months=2), {})


def test_an_office_that_changed_nothing_is_not_compared_with_itself() -> None:
    assert "default" not in names()
    assert names(run="consecutive")[1] == "default"


def test_the_programs_own_reading_says_in_what_it_differs() -> None:
    _, shipped, *_ = variants(RuleSettings(run="consecutive", months=2))

    assert shipped.settings == RuleSettings()
    assert shipped.changes == {"run": "any", "months": 3}


def test_one_month_less_and_one_more_are_tried() -> None:
    assert {"months = 2", "months = 4"} <= set(names())
    assert "months = 0" not in names(months=1)
    assert "months = 13" not in names(months=12)
    assert "months = 1" in names(months=2)
    assert "months = 12" in names(months=11)


def test_a_reading_is_named_as_an_office_writes_it_into_its_settings() -> None:
    assert {"count_late = true", "infer_blank = false", "run = consecutive"} <= set(names())


@pytest.mark.parametrize("meetings", ["three_months", "own_count"])
def test_whatever_a_reading_changes_may_stand_in_the_settings_of_an_office(
    meetings: Any,
) -> None:
    tried = variants(RuleSettings(meeting_reading=meetings))
    changes = [change for one in tried for change in one.changes.items()]

    assert [(key, check_rule_value(key, value, "")) for key, value in changes] == changes


def test_absences_may_be_a_ground_of_their_own() -> None:
    assert "meeting_reading = own_count, meeting_months = 1" in names()
    assert "meeting_reading = three_months" in names(meeting_reading="own_count")


@pytest.mark.parametrize(("name", "values"), ALTERNATIVES)
def test_every_other_value_of_a_setting_is_tried(name: str, values: tuple[object, ...]) -> None:
    default = getattr(RuleSettings(), name)
    others = [value for value in values if value != default]
    found = [one for one in variants(RuleSettings()) if set(one.changes) == {name}]

    assert [one.changes[name] for one in found] == others
    assert [check_rule_value(name, value, "") for value in values] == list(values)
    assert [getattr(one.settings, name) for one in found] == others


def test_whatever_the_texts_leave_open_is_tried() -> None:
    tried = {name for name, _ in ALTERNATIVES} | {"months", "meeting_reading", "meeting_months"}

    assert {one.name for one in fields(RuleSettings)} - tried == {
        "grace_days",
        "infer_min_share",
    }


def test_a_reading_differs_from_the_offices_in_its_changes_only() -> None:
    office = RuleSettings(months=2, grace_days=5, run="consecutive")
    neighbours = [one for one in variants(office) if one.name not in {"own", "default"}]

    assert [asdict(office) | dict(one.changes) for one in neighbours] == [
        asdict(one.settings) for one in neighbours
    ]


# --- What readings share ------------------------------------------------------------------
@trials(10, many=20)
@given(cells, days, st.sampled_from(variants(RuleSettings())))
def test_readings_that_only_count_apart_share_what_a_month_is(
    cell: list[Person], day: date, variant: Any
) -> None:
    collections = book_months(tally for person in cell for tally in person.tallies())
    found, shared = (
        look_at(cell[0].case(), year=2024, collections=collections, settings=reading, as_of=day)
        for reading in (variant.settings, variant.of_months)
    )

    assert found == shared


def test_readings_of_months_keep_what_decides_a_month() -> None:
    odd = RuleSettings(
        months=5,
        run="consecutive",
        count_late=True,
        combine_grounds=True,
        meeting_reading="own_count",
        meeting_months=1,
        grace_days=9,
        infer_blank=False,
    )
    own, *_ = variants(odd)

    assert asdict(own.of_months) == asdict(RuleSettings(grace_days=9, infer_blank=False))


@trials(20, many=60)
@given(cells, days)
def test_who_has_nothing_to_read_is_on_no_list_of_any_reading(
    cell: list[Person], day: date
) -> None:
    collections = book_months(tally for person in cell for tally in person.tallies())
    own = RuleSettings()
    cases = [person.case() for person in cell]
    silent = [
        case
        for case in cases
        if nothing_to_read(
            case,
            look_at(case, year=2024, collections=collections, settings=own, as_of=day),
            day,
        )
    ]

    assert not any(
        review(case, year=2024, collections=collections, settings=one.settings, as_of=day)
        for case in silent
        for one in variants(own)
    )


@trials(20, many=60)
@given(cells, days, st.sampled_from(variants(RuleSettings())))
def test_whom_a_reading_cannot_touch_it_leaves_where_they_are(
    cell: list[Person], day: date, variant: Variant
) -> None:
    collections = book_months(tally for person in cell for tally in person.tallies())
    untouched = [
        person.case() for person in cell if not could_differ(person.case(), variant, YEARS)
    ]
    found = [
        [
            look_at(case, year=2024, collections=collections, settings=reading, as_of=day)
            for case in untouched
        ]
        for reading in (RuleSettings(), variant.settings)
    ]

    assert found[0] == found[1]


YEARS = (2023, 2024)


def touched(*lines: BookLine, **facts: Any) -> set[str]:
    """The settings under which somebody's months may be read otherwise."""
    case = member(*lines, **facts)
    tried = [one for one in variants(RuleSettings()) if len(one.changes) == 1]
    return {name for one in tried for name in one.changes if could_differ(case, one, YEARS)}


LATELY = PartialDate(2024)
ALWAYS = {"year_basis"}
BY_BLANKS = {"first_due_month", "last_due_month"}


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ([dues("PU" + "P" * 10)], set()),
        ([dues("P." + "P" * 10)], {"infer_blank", *BY_BLANKS}),
        ([dues("PP")], {"infer_blank", *BY_BLANKS}),
        ([meetings("P." + "P" * 10)], {"infer_blank_meeting", *BY_BLANKS}),
        ([meetings("PE" + "P" * 10)], {"trust_excused_mark"}),
        ([meetings("PA", months=(1, 1))], {"meeting_month"}),
        ([dues("P" * 12, rate=5_000)], {"partial_payment"}),
        ([dues("P" * 12, since=PartialDate(2024, 3))], {"first_due_month"}),
    ],
)
def test_a_book_is_touched_by_readings_of_what_stands_in_it(
    lines: list[BookLine], names: set[str]
) -> None:
    assert touched(*lines) == ALWAYS | names


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ({"admission_date": PartialDate(2022, 12)}, {"first_due_month"}),
        ({"admission_date": PartialDate(2021, 12)}, set()),
        ({"returned": PartialDate(2024)}, {"first_due_month"}),
        ({"admission_date": PartialDate(1974, 1)}, {"partial_exempt_month"}),
        ({"admission_date": PartialDate(1975, 1)}, set()),
        (
            {
                "admission_date": PartialDate(1975, 1),
                "admission_decision_date": PartialDate(1974, 12),
            },
            {"partial_exempt_month"},
        ),
        ({"permissions": (paper(PermissionKind.EXEMPT, "2024"),)}, {"partial_exempt_month"}),
        ({"left": PartialDate(2024, 5)}, {"last_due_month"}),
        (
            {
                "legs": (
                    TransferLeg("1", out=True, temporary=False, leg_date=PartialDate(2024)),
                )
            },
            {"first_due_month", "partial_exempt_month"},
        ),
    ],
)
def test_dates_and_papers_are_touched_by_readings_of_parts_of_a_month(
    facts: dict[str, Any], names: set[str]
) -> None:
    assert touched(dues("P" * 12), **facts) == ALWAYS | names


def test_readings_that_differ_in_several_settings_touch_whom_one_of_them_does() -> None:
    _, shipped, *_ = variants(RuleSettings(infer_blank=False, months=2))

    assert could_differ(member(dues("P.PPPPPPPPPP")), shipped, YEARS)
    assert not could_differ(member(dues("PUPPPPPPPPPP")), shipped, YEARS)


def silent(*lines: Any, **facts: Any) -> bool:
    case = member(*lines, **facts)
    full = took_in(39, 40, *lines)
    day = date(2024, 12, 31)
    found = look_at(case, year=2024, collections=full, settings=RuleSettings(), as_of=day)
    return nothing_to_read(case, found, day)


PAID = dues("P" * 12), dues("P" * 12, 2023)


def test_who_paid_and_came_is_not_read_again() -> None:
    assert silent(*PAID, meetings("P" * 12))
    assert silent(dues("PX?" + "P" * 9), meetings("nP?" + "P" * 9))


@pytest.mark.parametrize("letter", ["U", "N", ".", "D", "o"])
def test_who_left_a_month_open_is_read_under_every_reading(letter: str) -> None:
    assert not silent(dues("P" * 11 + letter))
    assert not silent(dues("P" * 12), dues("P" * 11 + letter, 2023))


@pytest.mark.parametrize("letter", ["A", "E", ".", "o"])
def test_who_missed_a_month_is_read_under_every_reading(letter: str) -> None:
    assert not silent(*PAID, meetings("P" * 11 + letter))


def test_one_meeting_of_several_attended_may_still_count() -> None:
    assert not silent(meetings("PA" * 12, months=tuple(n for n in range(1, 13) for _ in "ab")))


def test_a_payment_that_is_late_or_too_small_may_still_count() -> None:
    late = Payment(Month(2024, 1), PartialDate(2024, 6, 5))
    small = dues("P" * 12, amounts=(1000,) * 12, rate=5000)

    assert not silent(dues("U" + "P" * 11), payments=(late,))
    assert not silent(small)


def test_a_paper_that_covers_part_of_a_month_may_still_leave_it_due() -> None:
    exempt = paper(PermissionKind.EXEMPT, "2024-01-05", "2024-01-20")

    assert not silent(dues("U" + "P" * 11), permissions=(exempt,))


def test_months_of_a_host_without_a_book_need_no_reading() -> None:
    host = Stay(TRAM, date(2023, 1, 1), None, temporary=True)

    assert silent(dues("." * 12), dues("." * 12, 2023), stays=(*HOME, host))
