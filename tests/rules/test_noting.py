"""A roster remark that somebody is elsewhere, exempt, excused or gone: it asks."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import Ground, PermissionKind, Person, ReviewList, State, Stay, TransferLeg
from partyroll.period import PartialDate
from partyroll.rules.noting import unrecorded
from rules.booklet import (
    DONG,
    DUES,
    MEETINGS,
    dues,
    facts_of,
    judged,
    listed,
    look,
    meetings,
    member,
    paper,
)

OWING = "UUUUUUUUUUUU"
ABSENT = "AAAAAAAAAAAA"
LISTS = [None, ReviewList.WATCH, ReviewList.CHECK_REASON, ReviewList.REVIEW]


@pytest.mark.parametrize(
    "note",
    [
        "đang sinh hoạt tạm thời tại Đảng bộ phường Mẫu",
        "Chuyển đi T4/2023",
        "Xóa tên 5/2023",
        "nghỉ thai sản từ T2",
        "đi lao động Hàn Quốc",
        "từ trần",
    ],
)
def test_who_is_elsewhere_excused_or_gone_by_the_roster_is_asked_about(note: str) -> None:
    finding = look(member(dues(OWING), meetings(ABSENT), roster_note=note))

    assert finding is not None
    assert finding.list is ReviewList.CHECK_REASON
    assert {fact.note for fact in finding.months} == {f"danh sách ghi “{note}”, cần xác nhận"}


def test_ordinary_remarks_change_nothing() -> None:
    plain = look(member(dues(OWING)))

    assert look(member(dues(OWING), roster_note="Tổ trưởng tổ 3")) == plain
    assert look(member(dues(OWING), roster_note="đi làm ăn xa")) == plain


def test_only_the_months_that_a_dated_remark_covers_are_asked_about() -> None:
    facts = facts_of(member(dues("UUUUUUUUUUUU"), roster_note="Chuyển đi T4/2024"))

    assert [number for number, fact in facts.items() if not fact.note] == [1, 2, 3]
    assert listed(member(dues(OWING), roster_note="Chuyển đi T4/2024")) == "review"
    assert (
        listed(member(dues("UUPUUUUUUUUU"), roster_note="Chuyển đi T4/2024")) == "check_reason"
    )


def test_exempt_from_meetings_still_owes_dues() -> None:
    case = member(dues(OWING), meetings(ABSENT), roster_note="Miễn sinh hoạt")

    assert not facts_of(case)[1].note
    assert facts_of(case, MEETINGS)[1].note
    assert listed(member(meetings(ABSENT), roster_note="Miễn sinh hoạt")) == "check_reason"


def test_exempt_from_dues_still_owes_meetings() -> None:
    case = member(dues(OWING), meetings(ABSENT), roster_note="Miễn đảng phí")

    assert facts_of(case)[1].note
    assert not facts_of(case, MEETINGS)[1].note


def test_a_blank_is_noted_like_a_stated_debt() -> None:
    fact = facts_of(member(dues("." * 12), roster_note="Nằm viện"))[3]

    assert (fact.state, bool(fact.note)) == (State.UNPAID_INFERRED, True)
    assert fact.explanation == "39/40 đã thu"


def test_what_was_paid_stays_paid() -> None:
    facts = facts_of(member(dues("P" * 12), roster_note="từ trần"))

    assert {fact.state for fact in facts.values()} == {State.PAID}
    assert {fact.note for fact in facts.values()} == {""}


def test_the_words_in_the_cell_come_before_those_of_the_roster() -> None:
    row = dues("NUUUUUUUUUUU", notes={0: "nghỉ ốm"})

    assert facts_of(member(row, roster_note="Chuyển đi T1/2024"))[1].note == "nghỉ ốm"


@pytest.mark.parametrize(
    "remark",
    [
        "Nộp tại nơi làm việc",
        "Sinh hoạt tạm thời tại Bình Dương",
        "Hộ nghèo, miễn từ tháng 1",
        "đã nộp đủ tại cơ quan",
        "Nộp theo quý",
        "nằm viện",
    ],
)
def test_blanks_beside_a_remark_with_a_reason_are_asked_about(remark: str) -> None:
    finding = look(member(dues("P" + "." * 11, remark=remark)))

    assert finding is not None
    assert finding.list is ReviewList.CHECK_REASON
    assert {fact.note for fact in finding.months} == {
        f"ghi chú trong sổ “{remark}”, cần xác nhận"
    }


@pytest.mark.parametrize(
    "remark",
    [
        "đi làm ăn xa",
        "Tổ trưởng tổ 3",
        "chưa chuyển khoản",
        "miễn sinh hoạt",
        "Nằm viện T3-T4/2023",
    ],
)
def test_blanks_beside_any_other_remark_are_inferred_as_ever(remark: str) -> None:
    assert listed(member(dues("P" + "." * 11, remark=remark))) == "review"


def test_a_remark_beside_the_row_takes_no_stated_debt_back() -> None:
    case = member(dues(OWING, remark="Nộp tại nơi làm việc"))

    assert listed(case) == "review"
    assert {fact.note for fact in facts_of(case).values()} == {""}


def test_only_the_blank_months_that_a_remark_beside_the_row_names_are_asked_about() -> None:
    facts = facts_of(member(dues("." * 12, remark="Hộ nghèo, miễn từ tháng 6 đến tháng 8")))

    assert [number for number, fact in facts.items() if fact.note] == [6, 7, 8]


def test_a_rejected_remark_beside_the_row_leaves_the_blanks_plain() -> None:
    rejected = judged(DUES, date(2024, 1, 1), date(2024, 12, 31), accepted=False)
    case = member(dues("P" + "." * 11, remark="Nộp tại nơi làm việc"), excuses=(rejected,))

    assert listed(case) == "review"


@pytest.mark.parametrize("ground", [Ground.UNPAID_DUES, Ground.SKIP_MEETINGS])
def test_a_rejected_remark_leaves_the_months_plain(ground: Ground) -> None:
    rejected = judged(Ground.MIXED, date(2024, 1, 1), date(2024, 12, 31), accepted=False)
    case = member(
        dues(OWING), meetings(ABSENT), roster_note="đi nước ngoài", excuses=(rejected,)
    )
    fact = facts_of(case, ground)[5]

    assert fact.note == ""
    assert fact.explanation == (
        "lý do không được chấp nhận: danh sách ghi “đi nước ngoài”, cần xác nhận"
    )
    assert listed(case) == "review"


def test_an_accepted_remark_lifts_its_months() -> None:
    accepted = judged(DUES, date(2024, 1, 1), date(2024, 12, 31), accepted=True)
    case = member(dues(OWING), roster_note="Nằm viện", excuses=(accepted,))

    assert listed(case) is None


def test_a_paper_of_the_year_says_what_the_remark_means() -> None:
    exempt = paper(PermissionKind.EXEMPT_ACTIVITY, "2024-07-01")
    facts = facts_of(
        member(meetings(ABSENT), roster_note="Miễn sinh hoạt", permissions=(exempt,)), MEETINGS
    )

    assert (facts[6].state, facts[6].note) == (State.UNEXCUSED, "")
    assert facts[7].state is State.NOT_OWED


def test_a_paper_of_another_year_or_sort_settles_nothing() -> None:
    over = paper(PermissionKind.EXEMPT_ACTIVITY, "2020-07-01", "2021-06-30")
    other = paper(PermissionKind.REDUCED, "2024-01-01", "2024-12-31")
    case = member(
        dues(OWING),
        meetings(ABSENT),
        roster_note="Miễn sinh hoạt, miễn đảng phí",
        permissions=(over, other),
    )

    assert facts_of(case)[1].note
    assert facts_of(case, MEETINGS)[1].note


def test_a_recorded_place_says_since_when_somebody_is_elsewhere() -> None:
    stays = (Stay(DONG), Stay("nơi khác", date(2024, 9, 1), date(2025, 3, 1), temporary=True))
    facts = facts_of(
        member(dues(OWING), stays=stays, roster_note="đang sinh hoạt tạm thời ở nơi khác")
    )

    assert (facts[8].state, facts[8].note) == (State.UNPAID, "")
    assert facts[9].state is State.UNKNOWN


def test_a_recorded_move_says_when_somebody_left() -> None:
    leg = TransferLeg(
        "1", out=True, temporary=False, leg_date=PartialDate(2024, 10), unit_id=DONG
    )
    facts = facts_of(member(dues(OWING), legs=(leg,), roster_note="Chuyển đi"))

    assert facts[3].note == ""


@given(
    st.text(alphabet="PUN.X?", min_size=12, max_size=12),
    st.text(alphabet="PAE.n?", min_size=12, max_size=12),
    st.sampled_from(
        ["từ trần", "miễn sinh hoạt", "chuyển đi 5/2024", "nằm viện đến 8/2024", "tổ trưởng"]
    ),
)
def test_a_remark_raises_nobody(letters: str, marks: str, note: str) -> None:
    lines = (dues(letters), meetings(marks))

    without = LISTS.index(listed(member(*lines)))  # type: ignore[arg-type]  # a StrEnum is a str
    with_remark = LISTS.index(listed(member(*lines, roster_note=note)))  # type: ignore[arg-type]  # the same

    assert with_remark <= without


def test_the_sentence_of_a_finding_says_that_a_reason_is_given() -> None:
    absent = look(member(meetings("AAAPPPPPPPPP"), roster_note="từ trần"))
    owing = look(member(dues("UUUPPPPPPPPP"), roster_note="từ trần"))

    assert absent is not None
    assert owing is not None
    assert absent.why == "3 tháng vắng sinh hoạt, đều có ghi lý do: 1–3/2024"
    assert owing.why == "3 tháng chưa đóng đảng phí, đều có ghi lý do: 1–3/2024"


# --- What nothing on record bears out -----------------------------------------------------
def open_kinds(note: str, year: int = 2024, **facts: Any) -> list[str]:
    return [one.kind for one in unrecorded(Person("p1", "Lò Văn An", note=note, **facts), year)]


def test_a_remark_of_which_no_paper_is_known_is_unrecorded_in_the_years_it_speaks_of() -> None:
    assert open_kinds("Chuyển đi T12/2024") == open_kinds("Chuyển đi T1/2024") == ["GONE"]
    assert (
        open_kinds("Chuyển đi T1/2025") == open_kinds("Tổ trưởng tổ 3") == open_kinds("") == []
    )


@pytest.mark.parametrize(
    ("on", "settled"), [("2024-12-31", True), ("2025-01-01", False), ("2023-12-31", False)]
)
def test_a_paper_of_the_year_settles_a_departure(
    on: str,
    settled: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    gone = TransferLeg("g", out=True, temporary=False, leg_date=PartialDate.parse(on))
    undated = TransferLeg("u", out=True, temporary=False)
    for_a_time = replace(gone, temporary=True)

    assert open_kinds("Chuyển đi T4/2024", legs=(undated, gone)) == ["GONE"] * (not settled)
    assert open_kinds("Chuyển đi T4/2024", legs=(for_a_time,)) == ["GONE"]


def test_a_remark_that_ends_in_january_still_speaks_of_its_year() -> None:
    assert open_kinds("Nằm viện đến 1/2024") == open_kinds("Nằm viện từ 12/2024")
    assert open_kinds("Nằm viện đến 1/2024") != []


def test_a_paper_settles_only_a_remark_of_its_own_sort() -> None:
    exempt = paper(PermissionKind.EXEMPT_ACTIVITY, "2024-01-01")
    gone = TransferLeg("g", out=True, temporary=False, leg_date=PartialDate(2024, 4))

    assert open_kinds("Chuyển đi T4/2024", permissions=(exempt,)) == ["GONE"]
    assert open_kinds("Miễn sinh hoạt", legs=(gone,)) == ["EXEMPT_ACTIVITY"]


@pytest.mark.parametrize(
    ("start", "end", "settled"),
    [
        (None, None, True),
        (date(2024, 12, 31), None, True),
        (date(2025, 1, 1), None, False),
        (None, date(2024, 1, 2), True),
        (None, date(2024, 1, 1), False),
    ],
)
def test_a_stay_elsewhere_in_the_year_settles_a_remark_of_a_place(
    start: date | None,
    end: date | None,
    settled: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    stay = Stay("t", start, end, temporary=True)
    found = open_kinds("đang sinh hoạt tạm thời tại Đảng bộ phường Mẫu", stays=(stay,))

    assert bool(found) is not settled


@pytest.mark.parametrize(
    ("start", "end", "settled"),
    [
        (None, None, True),
        ("2024-12-31", None, True),
        ("2025-01-01", None, False),
        (None, "2024-01-01", True),
        (None, "2023-12-31", False),
    ],
)
def test_a_permission_that_holds_in_the_year_settles_a_remark_of_one(
    start: str | None,
    end: str | None,
    settled: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    papers = (paper(PermissionKind.EXEMPT_ACTIVITY, start, end),)
    note = "miễn sinh hoạt"

    assert open_kinds(note) == ["EXEMPT_ACTIVITY"]
    assert bool(open_kinds(note, permissions=papers)) is not settled
