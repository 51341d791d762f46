from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    EarlyWarning,
    Finding,
    Gap,
    Ground,
    GroundCount,
    MonthFact,
    Permission,
    PermissionKind,
    Person,
    ReviewList,
    State,
    Stay,
    StayAway,
    TransferLeg,
    WatchKind,
    WatchLimits,
)
from partyroll.period import Month, PartialDate
from partyroll.rules.watching import Watched, early_warnings
from partyroll.rules.watching_words import NEXT_STEP, hand_in

DUES, MEETINGS = Ground.UNPAID_DUES, Ground.SKIP_MEETINGS
AS_OF = date(2027, 1, 15)
LIMITS = WatchLimits()


def person(
    *permissions: Permission,
    stays: tuple[Stay, ...] = (),
    legs: tuple[TransferLeg, ...] = (),
) -> Person:
    return Person(
        "p1", "Nguyễn Văn An", permissions=permissions, stays=stays, legs=legs, on_roster=True
    )


def paper(
    end: str | None,
    kind: PermissionKind = PermissionKind.EXEMPT,
    start: str = "2026-02-01",
    number: str = "",
) -> Permission:
    last = PartialDate.parse(end) if end else None
    return Permission(kind, PartialDate.parse(start), last, number)


def warnings(
    who: Person,
    *,
    finding: Finding | None = None,
    away: tuple[StayAway, ...] = (),
    as_of: date = AS_OF,
    limits: WatchLimits = LIMITS,
) -> tuple[EarlyWarning, ...]:
    hosts = {"t": "Chi bộ Khu công nghiệp"}
    return early_warnings(Watched(who, finding, away, hosts), limits, as_of)


def finding(
    *months: MonthFact,
    on_list: ReviewList = ReviewList.WATCH,
    ground: Ground = DUES,
    cross_run: int = 0,
    silenced: bool = False,
) -> Finding:
    counts = GroundCount(ground, len(months), 0, len(months), 1, cross_run, len(months), 0)
    grounds = () if ground is Ground.MIXED else (counts,)
    return Finding(
        on_list,
        ground,
        len(months),
        grounds,
        months,
        only_inferred=False,
        why="vì sao",
        silenced=silenced,
    )


def unpaid(number: int, year: int = 2026, **changes: str | State) -> MonthFact:
    state = changes.get("state", State.UNPAID)
    assert isinstance(state, State)
    return MonthFact(Month(year, number), DUES, state, str(changes.get("note", "")))


def missed(number: int) -> MonthFact:
    return MonthFact(Month(2026, number), MEETINGS, State.UNEXCUSED)


# --- Counts that come near ----------------------------------------------------------------
def test_one_month_less_than_the_rule_asks_for_is_worth_a_word() -> None:
    (warning,) = warnings(person(), finding=finding(unpaid(3), unpaid(4)))

    assert (warning.kind, warning.text) == (WatchKind.ONE_MONTH_LEFT, "vì sao")
    assert warning.step == (
        "Nhắc đóng đảng phí tháng 3, 4/2026. Nếu có lý do chính đáng, đề nghị nộp giấy tờ để"
        " chi bộ xem xét chấp nhận."
    )
    assert [fact.month for fact in warning.months] == [Month(2026, 3), Month(2026, 4)]


def test_a_run_over_new_year_is_named_as_one() -> None:
    run = (unpaid(11, 2025), unpaid(12, 2025), unpaid(1))

    (warning,) = warnings(person(), finding=finding(*run, cross_run=3))

    assert warning.kind is WatchKind.OVER_NEW_YEAR


def test_months_of_both_grounds_ask_for_both() -> None:
    both = finding(unpaid(3), unpaid(4), missed(9), ground=Ground.MIXED)

    (warning,) = warnings(person(), finding=both)

    assert warning.kind is WatchKind.BOTH_GROUNDS
    assert "Nhắc đóng đảng phí tháng 3, 4/2026. Nhắc dự sinh hoạt chi bộ." in warning.step


def test_where_the_book_is_blank_the_cell_looks_before_it_reminds() -> None:
    blank = unpaid(4, state=State.UNPAID_INFERRED)

    (warning,) = warnings(person(), finding=finding(unpaid(3), blank))

    assert warning.step.startswith("Đối chiếu sổ, biên lai tháng 4/2026 (ô trống): đã đóng thì")
    assert "Nhắc đóng đảng phí tháng 3/2026." in warning.step


def test_a_reason_in_the_book_asks_for_its_paper() -> None:
    (warning,) = warnings(person(), finding=finding(unpaid(3), unpaid(4, note="ốm")))

    assert "Đề nghị nộp giấy tờ về lý do đã ghi trong sổ" in warning.step


@pytest.mark.parametrize("on_list", [ReviewList.REVIEW, ReviewList.CHECK_REASON])
def test_whoever_is_to_be_reviewed_gets_no_early_warning_for_it(on_list: ReviewList) -> None:
    assert warnings(person(), finding=finding(unpaid(3), on_list=on_list)) == ()


def test_what_was_judged_once_is_not_told_again() -> None:
    assert warnings(person(), finding=finding(unpaid(3), silenced=True)) == ()


# --- Papers that end ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("as_of", "warned"),
    [
        (date(2026, 12, 31), 0),
        (date(2027, 1, 1), 1),  # thirty days before, as the rulebook's example
        (date(2027, 1, 31), 1),
        (date(2027, 2, 1), 0),
    ],
)
def test_an_exemption_is_told_from_thirty_days_before_its_last_day(
    as_of: date, warned: int
) -> None:
    found = warnings(person(paper("2027-01-31")), as_of=as_of)

    assert [w.kind for w in found] == [WatchKind.PERMISSION_ENDS] * warned


def test_the_warning_names_paper_end_and_days_left() -> None:
    (warning,) = warnings(person(paper("2027-01-31", number="12-QĐ/ĐU")))

    assert warning.text == "Miễn đảng phí (12-QĐ/ĐU) đến hết 31/01/2027, còn 16 ngày"
    assert warning.until == date(2027, 1, 31)
    assert "đóng lại từ tháng 2/2027" in warning.step


def test_the_last_day_is_told_as_such() -> None:
    (warning,) = warnings(person(paper("2027-01-15")))

    assert warning.text == "Miễn đảng phí đến hết 15/01/2027, hôm nay là ngày cuối"


def test_an_end_known_by_its_month_is_told_from_its_earliest_day_on() -> None:
    told = warnings(person(paper("2027-02")))
    late = warnings(person(paper("2027-02")), as_of=date(2027, 2, 28))

    assert [w.text for w in told] == ["Miễn đảng phí đến hết 02/2027"]
    assert [w.text for w in late] == ["Miễn đảng phí đến hết 02/2027"]


def test_a_paper_that_is_renewed_already_is_not_told() -> None:
    renewed = person(paper("2027-01-31"), paper("2028-01-31", start="2027-02-01"))

    assert warnings(renewed) == ()


def test_a_later_paper_with_a_gap_between_is_no_renewal() -> None:
    gap = person(paper("2027-01-31"), paper("2028-01-31", start="2027-03-01"))

    assert [w.kind for w in warnings(gap)] == [WatchKind.PERMISSION_ENDS]


def test_a_paper_of_another_kind_is_no_renewal() -> None:
    both = person(paper("2027-01-31"), paper(None, PermissionKind.TEMP_EXEMPT))

    assert [w.text[:13] for w in warnings(both)] == ["Miễn đảng phí"]


def test_a_paper_recorded_twice_is_told_once() -> None:
    assert len(warnings(person(paper("2027-01-31"), paper("2027-01-31")))) == 1


def test_a_paper_without_an_end_never_ends() -> None:
    assert warnings(person(paper(None))) == ()


@pytest.mark.parametrize("kind", PermissionKind)
def test_every_kind_of_paper_has_its_own_next_step(kind: PermissionKind) -> None:
    (warning,) = warnings(person(paper("2027-01-31", kind)))

    assert warning.step == NEXT_STEP[kind].format(next="2/2027")


def test_the_days_before_an_end_are_a_setting() -> None:
    found = warnings(
        person(paper("2027-03-15")), limits=WatchLimits(days=60), as_of=date(2027, 1, 15)
    )

    assert len(found) == 1


# --- Staying elsewhere for a time ---------------------------------------------------------
def stay(start: date | None, end: date | None) -> Stay:
    return Stay("t", start, end, temporary=True)


def test_a_temporary_stay_is_told_before_its_last_day() -> None:
    away = person(stays=(stay(date(2026, 9, 1), date(2027, 2, 1)),))

    (warning,) = warnings(away)

    assert warning.kind is WatchKind.TEMPORARY_STAY_ENDS
    assert warning.text == (
        "Sinh hoạt tạm thời tại Chi bộ Khu công nghiệp đến hết 31/01/2027, còn 16 ngày"
    )


def test_a_stay_that_goes_on_elsewhere_is_not_told() -> None:
    stays = (stay(date(2026, 9, 1), date(2027, 2, 1)), stay(date(2027, 2, 1), None))

    assert warnings(person(stays=stays)) == ()


@pytest.mark.parametrize(("since", "warned"), [(date(2026, 1, 15), 1), (date(2026, 1, 16), 0)])
def test_twelve_months_elsewhere_for_a_time_are_told(since: date, warned: int) -> None:
    found = warnings(person(stays=(stay(since, None),)))

    assert [w.kind for w in found] == [WatchKind.TEMPORARY_STAY_LONG] * warned


def test_an_official_stay_is_never_too_long() -> None:
    assert warnings(person(stays=(Stay("c", date(2000, 1, 1)),))) == ()


def leg(on: str, *, out: bool, temporary: bool = True) -> TransferLeg:
    return TransferLeg(on, out, temporary, PartialDate.parse(on), place="Bình Dương")


def test_a_paper_of_temporary_transfer_counts_where_no_stay_is_known() -> None:
    (warning,) = warnings(person(legs=(leg("2025-11", out=True),)))

    assert warning.kind is WatchKind.TEMPORARY_STAY_LONG
    assert warning.text == "Sinh hoạt tạm thời tại Bình Dương từ 11/2025, đã đủ 12 tháng"


@pytest.mark.parametrize(
    "legs",
    [
        (leg("2025-06-01", out=True), leg("2026-06-01", out=False)),
        (leg("2025-06-01", out=True, temporary=False),),
        (leg("2026-06-01", out=True),),
        (leg("2028-06-01", out=True),),
    ],
    ids=["came back", "left for good", "not yet a year", "still to come"],
)
def test_whoever_is_back_gone_for_good_or_gone_lately_is_not_told(
    legs: tuple[TransferLeg, ...],
) -> None:
    assert warnings(person(legs=legs)) == ()


# --- Working away -------------------------------------------------------------------------
def working_away(
    since: str = "2026-06-01", *, transferred: bool | None = False, until: str | None = None
) -> StayAway:
    end = PartialDate.parse(until) if until else None
    return StayAway("Đồng Nai", PartialDate.parse(since), end, transferred)


def test_working_away_for_more_than_three_months_without_a_paper_is_told() -> None:
    (warning,) = warnings(person(), away=(working_away(),))

    assert warning.kind is WatchKind.AWAY_WITHOUT_PAPER
    assert warning.text == (
        "Đi làm ăn xa tại Đồng Nai từ 01/06/2026, trên 3 tháng, chưa chuyển sinh hoạt"
    )


@pytest.mark.parametrize(
    "away",
    [
        working_away("2026-11-01"),
        working_away(transferred=True),
        working_away(until="2026-12-01"),
    ],
    ids=["not yet three months", "transferred", "came back"],
)
def test_whoever_is_in_order_or_back_is_not_told(away: StayAway) -> None:
    assert warnings(person(), away=(away,)) == ()


@pytest.mark.parametrize(
    "who",
    [
        person(paper(None, PermissionKind.TEMP_EXEMPT)),
        person(stays=(stay(date(2026, 6, 1), None),)),
        person(legs=(leg("2026-06-01", out=True),)),
    ],
    ids=["exempt for a time", "temporary stay", "paper of transfer"],
)
def test_any_paper_that_explains_the_absence_is_enough(who: Person) -> None:
    assert warnings(who, away=(working_away(),)) == ()


# --- Missing books ------------------------------------------------------------------------
def test_a_missing_book_is_asked_for_by_its_months() -> None:
    gap = Gap("Chi bộ 1", DUES, "empty_month", (Month(2026, 3), Month(2026, 4)))

    assert hand_in(gap) == "Nộp sổ đảng phí tháng 3, 4/2026 để nhập bổ sung."


# --- Whatever the papers say --------------------------------------------------------------
DAYS = st.dates(date(2025, 1, 1), date(2028, 1, 1))
ENDS = st.one_of(
    DAYS.map(PartialDate.of),
    DAYS.map(lambda day: PartialDate(day.year, day.month)),
    DAYS.map(lambda day: PartialDate(day.year)),
)
PERMISSIONS = st.lists(
    st.builds(Permission, st.sampled_from(PermissionKind), DAYS.map(PartialDate.of), ENDS),
    max_size=4,
)


@given(permissions=PERMISSIONS, day=DAYS, few=st.integers(1, 60), more=st.integers(0, 60))
def test_a_longer_lookout_never_tells_less(
    permissions: list[Permission], day: date, few: int, more: int
) -> None:
    who = person(*permissions)

    short = warnings(who, as_of=day, limits=WatchLimits(days=few))
    long = warnings(who, as_of=day, limits=WatchLimits(days=few + more))

    assert {w.text for w in short} <= {w.text for w in long}


@given(permissions=PERMISSIONS, day=DAYS, kind=st.sampled_from(PermissionKind))
def test_a_paper_without_an_end_takes_the_warnings_of_its_kind_away(
    permissions: list[Permission], day: date, kind: PermissionKind
) -> None:
    for_good = Permission(kind, PartialDate(2020))

    before = warnings(person(*permissions), as_of=day)
    after = warnings(person(*permissions, for_good), as_of=day)

    own = NEXT_STEP[kind].partition("{")[0]
    assert after == tuple(w for w in before if not w.step.startswith(own))


@given(permissions=PERMISSIONS, day=DAYS)
def test_nothing_that_is_over_is_told(permissions: list[Permission], day: date) -> None:
    found = warnings(person(*permissions), as_of=day)

    assert [w for w in found if w.until is not None and w.until < day] == []
