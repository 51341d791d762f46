"""Early warnings about members away: contact, return, papers that ran out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    EarlyWarning,
    Permission,
    PermissionKind,
    Person,
    Stay,
    StayAway,
    TransferLeg,
    WatchKind,
    WatchLimits,
)
from partyroll.period import PartialDate
from partyroll.rules.watched import Watched
from partyroll.rules.watching import early_warnings
from partyroll.rules.watching_away import AWAY_WATCHES, away_warnings
from partyroll.rules.watching_words import CONTACT, EXEMPT_STILL, FIND_CONTACT, STAYS_STILL

AS_OF = date(2026, 11, 23)
LIMITS = WatchLimits()
SINCE = PartialDate(2026, 1, 15)
HOME = StayAway("Đồng Nai", SINCE)
ON_LEAVE = Permission(
    PermissionKind.TEMP_EXEMPT, PartialDate(2026, 1, 15), PartialDate(2026, 12, 31)
)
AT_HOST = Stay("t", date(2026, 1, 15), temporary=True)


def told(
    *away: StayAway,
    permissions: tuple[Permission, ...] = (),
    stays: tuple[Stay, ...] = (),
    legs: tuple[TransferLeg, ...] = (),
    as_of: date = AS_OF,
    limits: WatchLimits = LIMITS,
) -> tuple[EarlyWarning, ...]:
    who = Person("p1", "Lò Văn An", permissions=permissions, stays=stays, legs=legs)
    return away_warnings(Watched(who, None, away, {"t": "Chi bộ Xã Khác"}), limits, as_of)


def kinds(found: tuple[EarlyWarning, ...]) -> list[WatchKind]:
    return [warning.kind for warning in found]


# --- Contact ------------------------------------------------------------------------------
def test_half_a_year_without_contact_asks_for_one() -> None:
    heard = replace(HOME, paper="đơn", contact="0990000001", contacted_on=PartialDate(2026, 5))

    (warning,) = told(heard, as_of=date(2026, 11, 30))

    assert (warning.kind, warning.step) == (WatchKind.CONTACT_DUE, CONTACT)
    assert warning.text == "Liên hệ lần cuối 05/2026, đã đủ 6 tháng"


@pytest.mark.parametrize(("as_of", "due"), [(date(2026, 7, 14), 0), (date(2026, 7, 15), 1)])
def test_of_whom_nothing_was_heard_since_they_left_the_time_away_counts(
    as_of: date, due: int
) -> None:
    found = told(replace(HOME, paper="đơn"), as_of=as_of)

    assert kinds(found) == [WatchKind.CONTACT_DUE] * due


def test_without_a_way_to_reach_somebody_the_cell_is_asked_to_find_one() -> None:
    (warning,) = told(replace(HOME, paper="đơn"))

    assert warning.step == FIND_CONTACT
    assert warning.text == (
        "Đi làm ăn xa tại Đồng Nai từ 15/01/2026, đã đủ 6 tháng, sổ chưa ghi lần liên hệ nào"
    )


@pytest.mark.parametrize(
    "seen",
    [
        told(HOME, stays=(AT_HOST,)),
        told(replace(HOME, transferred=True)),
        told(replace(HOME, confirmed_on=PartialDate(2026, 3))),
        told(replace(HOME, paper="đơn", contacted_on=PartialDate(2026, 11, 2))),
        told(replace(HOME, returned_on=PartialDate(2026, 9))),
        told(replace(HOME, end=PartialDate(2026, 4))),
        told(StayAway("Đồng Nai")),
    ],
    ids=["host", "transferred", "confirmed", "lately", "back", "over", "no beginning"],
)
def test_nobody_asks_for_contact_with_whom_others_see_or_of_whom_no_time_is_known(
    seen: tuple[EarlyWarning, ...],
) -> None:
    assert kinds(seen) == []


def test_the_months_without_contact_are_a_setting() -> None:
    found = told(replace(HOME, paper="đơn"), limits=WatchLimits(contact_months=12))

    assert found == ()


def test_a_contact_of_which_only_the_month_is_known_counts_from_its_end() -> None:
    heard = replace(HOME, paper="đơn", contacted_on=PartialDate(2026, 5))

    assert told(heard) == ()


@pytest.mark.parametrize(
    ("as_of", "asked"),
    [
        (date(2026, 9, 30), 0),
        (date(2026, 10, 1), 1),
        (date(2027, 3, 29), 1),
        (date(2027, 3, 30), 0),
    ],
)
def test_who_was_to_be_back_is_asked_after_for_half_a_year(as_of: date, asked: int) -> None:
    due = replace(
        HOME, paper="đơn", contacted_on=PartialDate(2026, 9), end=PartialDate(2026, 9)
    )

    assert kinds(told(due, as_of=as_of)) == [WatchKind.CONTACT_DUE] * asked


# --- Papers that lack, or ran out -------------------------------------------------------
def test_a_paper_that_the_list_names_is_a_paper() -> None:
    assert WatchKind.AWAY_WITHOUT_PAPER not in kinds(told(replace(HOME, paper="GGT số 12")))


def test_a_paper_that_ran_out_is_named_with_its_last_day() -> None:
    over = replace(ON_LEAVE, end=PartialDate(2026, 10, 31))

    found = told(HOME, permissions=(over,))

    assert found[0].text == (
        "Đi làm ăn xa tại Đồng Nai từ 15/01/2026, trên 3 tháng, giấy tờ đã hết hạn từ"
        " 31/10/2026"
    )


def test_an_old_return_says_nothing_of_a_new_absence() -> None:
    legs = (
        TransferLeg("1", out=True, temporary=True, leg_date=PartialDate(2020, 3, 1)),
        TransferLeg("2", out=False, temporary=True, leg_date=PartialDate(2021, 3, 1)),
    )

    assert WatchKind.AWAY_WITHOUT_PAPER in kinds(told(HOME, legs=legs))


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_who_went_and_came_back_by_papers_of_one_day_is_back_whichever_is_stored_first(
    order: Sequence[int],
) -> None:
    on = PartialDate(2026, 1, 20)
    legs = (
        TransferLeg("1", out=True, temporary=True, leg_date=on),
        TransferLeg("2", out=False, temporary=True, leg_date=on),
    )

    found = kinds(told(HOME, legs=tuple(legs[place] for place in order)))

    assert WatchKind.AWAY_WITHOUT_PAPER in found


@pytest.mark.parametrize(
    ("since", "told_of"),
    [
        (PartialDate(2026, 8, 23), 1),
        (PartialDate(2026, 8, 24), 0),
        (PartialDate(2026, 8), 0),  # perhaps only from the 31st on
        (PartialDate(2026, 7), 1),
    ],
)
def test_three_months_without_paper_are_over_in_every_reading_of_the_day(
    since: PartialDate, told_of: int
) -> None:
    found = told(StayAway("Huế", since))

    assert kinds(found) == [WatchKind.AWAY_WITHOUT_PAPER] * told_of


def test_of_two_papers_that_ran_out_the_last_one_is_named() -> None:
    papers = tuple(
        replace(ON_LEAVE, start=PartialDate(2026, month), end=PartialDate(2026, month + 2))
        for month in (1, 4)
    )

    assert told(HOME, permissions=papers)[0].text.endswith("giấy tờ đã hết hạn từ 06/2026")


def test_a_paper_holds_on_its_last_day() -> None:
    ends = replace(ON_LEAVE, kind=PermissionKind.EXEMPT_ACTIVITY, end=PartialDate.of(AS_OF))

    assert WatchKind.AWAY_WITHOUT_PAPER not in kinds(told(HOME, permissions=(ends,)))


def test_a_paper_of_transfer_without_its_day_is_a_paper() -> None:
    leg = TransferLeg("1", out=True, temporary=True)

    assert WatchKind.AWAY_WITHOUT_PAPER not in kinds(told(HOME, legs=(leg,)))


def test_of_two_lists_that_name_other_places_the_newest_speaks() -> None:
    found = told(StayAway("Huế", PartialDate(2022, 3)), HOME)

    without = [one.text for one in found if one.kind is WatchKind.AWAY_WITHOUT_PAPER]
    assert without == [
        "Đi làm ăn xa tại Đồng Nai từ 15/01/2026, trên 3 tháng, sổ chưa có giấy tờ"
    ]


# --- Return -------------------------------------------------------------------------------
BACK = replace(HOME, returned_on=PartialDate(2026, 11, 2))


def test_who_is_back_and_still_stands_elsewhere_is_told_once() -> None:
    (warning,) = told(BACK, stays=(AT_HOST,))

    assert (warning.kind, warning.step) == (WatchKind.RETURNED, STAYS_STILL)
    assert warning.text == (
        "Đã về 02/11/2026, sổ còn ghi sinh hoạt tạm thời tại Chi bộ Xã Khác từ 15/01/2026"
    )


def test_who_is_back_and_still_on_leave_is_asked_to_come_again() -> None:
    (warning,) = told(BACK, permissions=(ON_LEAVE,))

    assert (warning.kind, warning.step) == (WatchKind.RETURNED, EXEMPT_STILL)


def test_a_paper_of_transfer_without_a_return_stays_elsewhere() -> None:
    leg = TransferLeg("1", out=True, temporary=True, leg_date=SINCE, place="Bình Dương")

    (warning,) = told(BACK, legs=(leg,))

    assert warning.text.endswith("sinh hoạt tạm thời tại Bình Dương từ 15/01/2026")


def test_a_paper_given_after_the_return_is_another_absence() -> None:
    later = Stay("t", date(2026, 11, 10), temporary=True)

    assert told(BACK, stays=(later,)) == ()


def test_a_paper_from_the_very_day_of_return_is_one_from_before() -> None:
    then = Stay("t", date(2026, 11, 2), temporary=True)

    assert kinds(told(BACK, stays=(then,))) == [WatchKind.RETURNED]


def test_a_paper_of_which_no_beginning_is_known_is_one_from_before() -> None:
    assert kinds(told(BACK, stays=(Stay("t", temporary=True),))) == [WatchKind.RETURNED]


def test_who_is_back_is_not_asked_to_transfer_for_good() -> None:
    found = told(BACK, stays=(AT_HOST,), as_of=date(2027, 2, 1))

    assert kinds(found) == [WatchKind.RETURNED]


def test_who_is_back_with_all_papers_needs_nothing() -> None:
    ended = replace(AT_HOST, end=date(2026, 11, 2))

    assert told(BACK, stays=(ended,)) == ()


# --- The register and `flag --watch` ------------------------------------------------------
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
DATES = DAYS.flatmap(
    lambda day: st.sampled_from(
        [PartialDate.of(day), PartialDate(day.year, day.month), PartialDate(day.year)]
    )
)
MAYBE = st.one_of(st.none(), DATES)
LISTED = st.builds(
    StayAway,
    st.sampled_from(["Huế", ""]),
    MAYBE,
    MAYBE,
    st.sampled_from([None, False, True]),
    MAYBE,
    returned_on=MAYBE,
    contacted_on=MAYBE,
    paper=st.sampled_from(["", "đơn"]),
)
LEAVES = st.builds(Permission, st.just(PermissionKind.TEMP_EXEMPT), MAYBE, MAYBE)
STAYS = st.builds(
    lambda start, end: Stay("t", start, end, temporary=True), DAYS, st.one_of(st.none(), DAYS)
)
LEGS = st.builds(
    lambda out, on: TransferLeg(str(on), out=out, temporary=True, leg_date=on),
    st.booleans(),
    DATES,
)
PEOPLE = st.builds(
    lambda away, leaves, stays, legs: Watched(
        Person(
            "p1",
            "Lò Văn An",
            permissions=tuple(leaves),
            stays=tuple(stays),
            legs=tuple(legs),
        ),
        None,
        tuple(away),
    ),
    st.lists(LISTED, max_size=3),
    st.lists(LEAVES, max_size=2),
    st.lists(STAYS, max_size=2),
    st.lists(LEGS, max_size=2),
)


def of(watched: Watched, day: date) -> set[tuple[WatchKind, str]]:
    """Return what needs doing, by kind and by what it is about."""
    return {(one.kind, one.about) for one in away_warnings(watched, LIMITS, day)}


@given(watched=PEOPLE, day=DAYS)
def test_the_register_says_what_the_early_warning_says_and_asks_for_contact(
    watched: Watched, day: date
) -> None:
    register = away_warnings(watched, LIMITS, day)
    warned = early_warnings(watched, LIMITS, day)

    beside = [one for one in register if one.kind is not WatchKind.CONTACT_DUE]
    assert set(beside) == set(warned)


@given(watched=PEOPLE, day=DAYS)
def test_nothing_is_told_twice(watched: Watched, day: date) -> None:
    found = away_warnings(watched, LIMITS, day)

    told_of = [(one.kind, one.about) for one in found]
    assert len(AWAY_WATCHES) == 5
    assert len(told_of) == len(set(told_of))


def with_last(watched: Watched, **said: object) -> Watched:
    """Return somebody with more said of the time away that a list named last."""
    *others, last = watched.away
    return replace(watched, away=(*others, replace(last, **said)))  # type: ignore[arg-type]  # as drawn


AWAY_PEOPLE = PEOPLE.filter(lambda watched: bool(watched.away))


@given(
    watched=AWAY_PEOPLE,
    day=DAYS,
    said=st.sampled_from([{"paper": "GGT 12"}, {"transferred": True}]),
)
def test_recording_a_paper_never_adds_a_matter(
    watched: Watched, day: date, said: dict[str, object]
) -> None:
    assert of(with_last(watched, **said), day) <= of(watched, day)


@given(watched=AWAY_PEOPLE, day=DAYS, on=DATES)
def test_recording_a_confirmation_never_adds_a_matter(
    watched: Watched, day: date, on: PartialDate
) -> None:
    assert of(with_last(watched, confirmed_on=on), day) <= of(watched, day)


@given(watched=PEOPLE, day=DAYS)
def test_a_leave_without_an_end_never_adds_a_matter_to_who_is_away(
    watched: Watched, day: date
) -> None:
    leave = Permission(PermissionKind.TEMP_EXEMPT, PartialDate.of(day))
    person = replace(watched.person, permissions=(*watched.person.permissions, leave))
    before = of(watched, day)

    after = of(replace(watched, person=person), day)

    assert {one for one in after - before if one[0] is not WatchKind.RETURNED} == set()


@given(watched=AWAY_PEOPLE, day=DAYS, on=DATES)
def test_a_return_adds_nothing_but_the_papers_that_are_still_elsewhere(
    watched: Watched, day: date, on: PartialDate
) -> None:
    everywhere = tuple(replace(one, returned_on=one.returned_on or on) for one in watched.away)
    papers: Sequence[object] = (
        *watched.person.permissions,
        *watched.person.stays,
        *watched.person.legs,
    )

    added = of(replace(watched, away=everywhere), day) - of(watched, day)

    assert {kind for kind, _ in added} <= {WatchKind.RETURNED}
    assert papers or not added


@given(watched=AWAY_PEOPLE, day=DAYS)
def test_recording_a_contact_never_adds_a_matter(watched: Watched, day: date) -> None:
    today = with_last(watched, contacted_on=PartialDate.of(day))

    assert of(today, day) <= of(watched, day)
