from dataclasses import replace
from datetime import date

import pytest

from partyroll.model import Ground, PermissionKind, State
from partyroll.period import PartialDate
from rules.booklet import (
    MEETINGS,
    facts_of,
    judged,
    listed,
    meetings,
    member,
    paper,
    states,
    took_in,
)

TWICE = (1, 1, 2, 2, 3, 3)


@pytest.mark.parametrize(
    ("letter", "state"),
    [
        ("P", State.ATTENDED),
        ("A", State.UNEXCUSED),
        ("E", State.EXCUSED_MARKED),
        ("n", State.NOT_HELD),
        ("o", State.NOT_DUE),
        ("?", State.UNKNOWN),
        (".", State.UNKNOWN),
    ],
)
def test_each_letter_has_its_state(letter: str, state: State) -> None:
    assert states(member(meetings("P" + letter + "P" * 10)), MEETINGS)[1] is state


def test_words_in_a_cell_stay_with_the_month() -> None:
    facts = facts_of(member(meetings("EE" + "P" * 10, notes={1: "xin phép"})), MEETINGS)

    assert (facts[1].note, facts[2].note) == ("có phép", "xin phép")


def test_nobody_missed_a_meeting_of_a_book_that_does_not_name_them() -> None:
    fact = facts_of(member(), MEETINGS)[1]

    assert (fact.state, fact.warning) == (State.UNKNOWN, "member_not_in_book")


def test_a_month_the_book_has_no_meeting_of_is_unknown() -> None:
    assert states(member(meetings("AA", months=(1, 2))), MEETINGS)[2] is State.UNKNOWN


def test_months_that_have_not_ended_are_not_due() -> None:
    assert states(member(meetings("A" * 12)), MEETINGS, as_of=date(2024, 2, 15))[:2] == [
        State.UNEXCUSED,
        State.NOT_DUE,
    ]


def test_blanks_may_be_inferred_where_others_came() -> None:
    case = member(meetings("P.P" + "P" * 9))
    fact = facts_of(case, MEETINGS, infer_blank_meeting=True)[2]

    assert (fact.state, fact.warning) == (State.UNEXCUSED, "inferred_blank")
    assert fact.explanation == "suy ra từ ô trống, 39/40 có mặt"


def test_blanks_are_not_inferred_where_nobody_came() -> None:
    row = meetings("P.P" + "P" * 9)
    collections = took_in(0, 40, row)
    found = states(member(row), MEETINGS, collections=collections, infer_blank_meeting=True)

    assert found[1] is State.UNKNOWN


# --- Several meetings a month -------------------------------------------------------------
def test_one_meeting_attended_saves_the_month() -> None:
    case = member(meetings("PAEPA?", months=TWICE))

    assert states(case, MEETINGS)[:3] == [State.ATTENDED, State.ATTENDED, State.UNKNOWN]


def test_any_meeting_missed_may_spoil_the_month() -> None:
    case = member(meetings("PAEPP?", months=TWICE))

    assert states(case, MEETINGS, meeting_month="any_missed")[:3] == [
        State.UNEXCUSED,
        State.EXCUSED_MARKED,
        State.UNKNOWN,
    ]


def test_a_meeting_attended_outweighs_one_that_cannot_be_read() -> None:
    assert states(member(meetings("?PPPPP", months=TWICE)), MEETINGS)[0] is State.ATTENDED


def test_a_meeting_not_held_does_not_speak_beside_one_that_was() -> None:
    case = member(meetings("nAnnPn", months=TWICE))

    assert states(case, MEETINGS)[:3] == [State.UNEXCUSED, State.NOT_HELD, State.ATTENDED]


def test_an_excused_meeting_weighs_more_than_a_missed_one() -> None:
    case = member(meetings("AEPPPP", months=TWICE))

    assert states(case, MEETINGS)[0] is State.EXCUSED_MARKED


# --- Several books ------------------------------------------------------------------------
def test_between_books_the_one_in_favour_speaks() -> None:
    case = member(meetings("AAA", months=(1, 2, 3)), meetings("PE", months=(1, 2), book_id="2"))
    facts = facts_of(case, MEETINGS)

    assert (facts[1].state, facts[1].warning) == (State.ATTENDED, "books_disagree")
    assert facts[2].state is State.EXCUSED_MARKED
    assert (facts[3].state, facts[3].warning) == (State.UNEXCUSED, "")


def test_of_two_books_that_both_say_absent_the_one_that_leaves_the_permission_open_speaks() -> (
    None
):
    bare, stated = {0: "vắng"}, {0: "vắng không phép"}
    lines = [
        meetings("AAA", months=(1, 2, 3), book_id=str(number), notes=notes)
        for number, notes in enumerate([stated, bare, stated])
    ]

    for_each_order = [
        facts_of(member(*order), MEETINGS)[1].note for order in (lines, lines[1:])
    ]

    assert for_each_order == ["sổ chỉ ghi “vắng”, chưa rõ có phép hay không"] * 2


# --- What lifts a month -------------------------------------------------------------------
@pytest.mark.parametrize(
    "kind",
    [PermissionKind.EXEMPT_ACTIVITY, PermissionKind.TEMP_EXEMPT, PermissionKind.SUSPENDED],
)
def test_papers_lift_the_meetings_of_their_months(kind: PermissionKind) -> None:
    case = member(meetings("AAP" + "A" * 9), permissions=(paper(kind, "2024-02", "2024-03"),))
    facts = facts_of(case, MEETINGS)

    assert [facts[number].state for number in (1, 2, 3, 4)] == [
        State.UNEXCUSED,
        State.NOT_OWED,
        State.ATTENDED,
        State.UNEXCUSED,
    ]
    assert facts[2].explanation == "QĐ số 5"


def test_an_exemption_from_dues_lifts_no_meeting() -> None:
    case = member(meetings("A" * 12), permissions=(paper(PermissionKind.EXEMPT, "2024"),))

    assert states(case, MEETINGS)[0] is State.UNEXCUSED


MARCH = date(2024, 3, 3), date(2024, 3, 3)


def test_an_accepted_reason_excuses() -> None:
    case = member(meetings("A" * 12), excuses=(judged(MEETINGS, *MARCH, accepted=True),))
    fact = facts_of(case, MEETINGS)[3]

    assert (fact.state, fact.explanation) == (State.EXCUSED, "ốm đau; giấy ra viện")


def test_an_accepted_reason_is_told_by_its_kind_its_words_and_its_paper() -> None:
    maternity = replace(
        judged(MEETINGS, *MARCH, accepted=True),
        kind="MATERNITY",
        reason_text="sinh con thứ hai",
    )
    fact = facts_of(member(meetings("A" * 12), excuses=(maternity,)), MEETINGS)[3]

    assert fact.explanation == "Thai sản; sinh con thứ hai; giấy ra viện"


def test_a_reason_for_both_grounds_excuses_meetings() -> None:
    case = member(meetings("A" * 12), excuses=(judged(Ground.MIXED, *MARCH, accepted=True),))

    assert states(case, MEETINGS)[2] is State.EXCUSED


def test_a_reason_for_unpaid_dues_excuses_no_absence() -> None:
    case = member(
        meetings("A" * 12), excuses=(judged(Ground.UNPAID_DUES, *MARCH, accepted=True),)
    )

    assert states(case, MEETINGS)[2] is State.UNEXCUSED


def test_a_rejected_reason_makes_the_absence_plain() -> None:
    case = member(
        meetings("E" * 12),
        excuses=(judged(MEETINGS, date(2024, 1, 1), MARCH[1], accepted=False),),
    )
    fact = facts_of(case, MEETINGS)[3]

    assert (fact.state, fact.note) == (State.UNEXCUSED, "")
    assert fact.explanation == "lý do không được chấp nhận: có phép"
    assert listed(case) == "review"


def test_a_blank_whose_reason_was_rejected_keeps_on_saying_what_it_was_inferred_from() -> None:
    case = member(
        meetings("..." + "P" * 9),
        roster_note="Nằm viện",
        excuses=(judged(MEETINGS, *MARCH, accepted=False),),
    )
    fact = facts_of(case, MEETINGS, infer_blank_meeting=True)[3]

    assert fact.explanation == (
        "suy ra từ ô trống, 39/40 có mặt; lý do không được chấp nhận: danh sách ghi “Nằm viện”,"
        " cần xác nhận"
    )


def test_a_rejected_reason_leaves_other_months_as_they_are() -> None:
    case = member(meetings("A" * 12), excuses=(judged(MEETINGS, *MARCH, accepted=False),))

    assert facts_of(case, MEETINGS)[3].explanation == ""


# --- The window ---------------------------------------------------------------------------
def test_months_before_the_admission_are_not_owed() -> None:
    case = member(meetings("A" * 12), admission_date=PartialDate(2024, 5, 19))

    assert states(case, MEETINGS)[4:6] == [State.NOT_DUE, State.UNEXCUSED]


def test_absences_that_an_imprecise_date_could_exclude_are_unknown() -> None:
    case = member(meetings("AAE" + "P" * 9), admission_date=PartialDate(2024))

    assert states(case, MEETINGS)[:4] == [
        State.NOT_DUE,
        State.UNKNOWN,
        State.UNKNOWN,
        State.ATTENDED,
    ]


# --- An absence that names no permission --------------------------------------------------
def test_a_bare_absence_asks_and_does_not_accuse() -> None:
    row = meetings("AAAPPPPPPPPP", notes={0: "vắng", 1: "Vắng mặt", 2: "không dự họp."})
    facts = facts_of(member(row), MEETINGS)

    assert facts[1].state is State.UNEXCUSED
    assert facts[1].note == "sổ chỉ ghi “vắng”, chưa rõ có phép hay không"
    assert listed(member(row)) == "check_reason"


def test_words_that_deny_a_permission_accuse() -> None:
    row = meetings("AAAPPPPPPPPP", notes=dict.fromkeys(range(3), "vắng (không phép)"))

    assert listed(member(row)) == "review"


@pytest.mark.parametrize("words", [{0: "vắng"}, {1: "vắng"}])
def test_of_two_absences_of_a_month_the_setting_says_which_speaks(
    words: dict[int, str],
) -> None:
    row = meetings("AAPPPPPPPPPP", months=(1, 1, *range(2, 12)), notes=words)

    assert facts_of(member(row), MEETINGS, meeting_month="none_attended")[1].note
    assert not facts_of(member(row), MEETINGS, meeting_month="any_missed")[1].note
