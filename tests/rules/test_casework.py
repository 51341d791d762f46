"""What usually follows in a case, which papers are missing, what a vote comes to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import Outcome, Reason, ReviewList, ReviewStep, StepKind
from partyroll.period import PartialDate
from partyroll.rulebook import clocks
from partyroll.rules.casework import (
    Vote,
    decided_by_proposer,
    missing_papers,
    running,
    somebody_waits,
    usual_next,
    usual_reasons,
)
from partyroll.rules.clocks import working_day_after

DAY = PartialDate(2025, 10, 6)


def step(
    kind: StepKind, outcome: Outcome | None = None, paper: str = "", by: str = ""
) -> ReviewStep:
    return ReviewStep("s", "p", 2024, kind, outcome, DAY, by, paper)


CONTACT = step(StepKind.CONTACT)
PROPOSED = step(StepKind.MEETING, Outcome.PROPOSE_REMOVAL, "04-NQ/CB")
REMOVED = step(StepKind.DECISION, Outcome.REMOVED, "12-QĐ/ĐU")
WITHDREW = step(StepKind.DECISION, Outcome.WITHDREW, "12-QĐ/ĐU")


@given(st.integers(1, 400), st.data())
def test_a_vote_is_enough_from_the_fewest_needed_on(convened: int, data: st.DataObject) -> None:
    yes = data.draw(st.integers(0, convened))
    vote = Vote(yes, convened)

    assert vote.enough == (yes >= vote.needed)
    assert 3 * vote.needed - 2 * convened in {0, 1, 2}


def test_thirteen_of_twenty_are_not_two_thirds() -> None:
    assert (Vote(13, 20).enough, Vote(13, 20).needed) == (False, 14)


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (ReviewList.REVIEW, "đối chiếu sổ, gặp hỏi lý do"),
        (ReviewList.CHECK_REASON, "xác minh lý do"),
        (ReviewList.WATCH, "nhắc"),
        (None, "không có bước nào"),
    ],
)
def test_nobody_is_asked_for_more_than_the_list_says(
    listed: ReviewList | None, words: str
) -> None:
    assert usual_next([], listed).startswith(words)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([CONTACT], "nhận bản tự kiểm điểm (đã 1 lần yêu cầu)"),
        ([CONTACT] * 2, "nhận bản tự kiểm điểm (đã 2 lần yêu cầu)"),
        ([CONTACT] * 3, "đã 3 lần yêu cầu: chi bộ có thể họp"),
        ([step(StepKind.EXPLANATION), CONTACT], "chi bộ họp xem xét"),
        ([step(StepKind.EXPLANATION)], "chi bộ họp xem xét"),
        ([step(StepKind.MEETING)], "ghi kết luận"),
        ([step(StepKind.MEETING, Outcome.NO_ACTION)], "không có bước nào"),
        ([step(StepKind.MEETING, Outcome.BOOK_WRONG)], "sửa sổ"),
        ([step(StepKind.MEETING, Outcome.REMINDED)], "theo dõi, giúp đỡ"),
        ([PROPOSED], "đảng ủy cơ sở biểu quyết"),
        ([step(StepKind.PROPOSAL, Outcome.PROPOSE_REMOVAL)], "cấp có thẩm quyền xem xét"),
        ([step(StepKind.PROPOSAL)], "cấp có thẩm quyền xem xét"),
        ([REMOVED], "gửi phiếu báo"),
        ([REMOVED, CONTACT], "gửi phiếu báo"),
        ([REMOVED, step(StepKind.COMPLAINT)], "cấp có thẩm quyền trả lời"),
    ],
)
def test_what_usually_follows(steps: list[ReviewStep], words: str) -> None:
    assert usual_next(steps).startswith(words)


def test_nothing_is_asked_of_somebody_who_has_left_otherwise() -> None:
    assert usual_next([CONTACT], ReviewList.REVIEW, member=False).startswith("không còn là")
    assert usual_next([REMOVED], member=False).startswith("gửi phiếu báo")


def test_a_decision_without_a_day_is_still_to_be_handed_over() -> None:
    undated = ReviewStep("s", "p", 2024, StepKind.DECISION, Outcome.REMOVED)

    assert usual_next([undated]).startswith("giao quyết định")


@pytest.mark.parametrize(
    ("steps", "missing"),
    [
        ([CONTACT], 0),
        ([step(StepKind.MEETING, Outcome.NO_ACTION)], 0),
        ([PROPOSED], 3),
        ([CONTACT, CONTACT, CONTACT, PROPOSED], 2),
        ([step(StepKind.EXPLANATION), PROPOSED], 2),
        ([PROPOSED, step(StepKind.PROPOSAL)], 3),
        ([PROPOSED, step(StepKind.PROPOSAL, paper="7-TTr")], 2),
        ([REMOVED], 3),
        ([WITHDREW], 2),
    ],
)
def test_papers_are_missing_only_once_somebody_is_to_leave(
    steps: list[ReviewStep], missing: int
) -> None:
    assert len(missing_papers(steps)) == missing


def test_the_time_for_a_complaint_runs_from_a_removal_handed_over() -> None:
    (clock,) = running([PROPOSED, REMOVED], clocks(), ())

    assert clock.last == date(2025, 11, 17)


def test_nothing_runs_from_a_day_that_is_not_known() -> None:
    month = PartialDate(2025, 10)
    vague = ReviewStep("s", "p", 2024, StepKind.DECISION, Outcome.REMOVED, month)

    assert list(running([vague, WITHDREW], clocks(), ())) == []


def test_holidays_put_the_last_day_off() -> None:
    (clock,) = running([REMOVED], clocks(), {date(2025, 11, 17)})

    assert clock.last == date(2025, 11, 18)


def test_the_same_committee_under_two_spellings_proposes_and_decides() -> None:
    proposal = step(StepKind.PROPOSAL, by="Đảng ủy xã Mẫu")
    decision = step(StepKind.DECISION, Outcome.REMOVED, by="ĐẢNG ỦY XÃ MẪU")

    assert decided_by_proposer(decision, [proposal])
    assert not decided_by_proposer(decision, [step(StepKind.MEETING, by="Đảng ủy xã Mẫu")])
    assert not decided_by_proposer(step(StepKind.DECISION), [step(StepKind.PROPOSAL)])


def test_every_reason_goes_with_a_removal_or_a_withdrawal() -> None:
    removal, own = usual_reasons(Outcome.REMOVED), usual_reasons(Outcome.WITHDREW)

    assert {*removal, *own} == set(Reason)
    assert {*removal} & {*own} == {Reason.OTHER, Reason.UNSTATED}
    assert Reason.FAMILY_HARDSHIP in own


# --- The same as examples -----------------------------------------------------------------
@pytest.mark.parametrize(
    ("yes", "said"),
    [
        (14, "biểu quyết 14/21 đồng ý: đủ hai phần ba số đảng viên chính thức được triệu tập"),
        (
            13,
            (
                "biểu quyết 13/21 đồng ý: chưa đủ hai phần ba số đảng viên chính thức được"
                " triệu tập"
            ),
        ),
    ],
)
def test_a_vote_says_whether_it_reached_two_thirds(yes: int, said: str) -> None:
    assert Vote(yes, 21).remark == f"{said} (cần ít nhất 14)"


def test_a_vote_nobody_agreed_to_is_not_enough() -> None:
    assert not Vote(0, 20).enough


@pytest.mark.parametrize(
    ("steps", "waits"),
    [
        ([], True),
        ([step(StepKind.CONTACT, Outcome.REMINDED)], False),
        ([step(StepKind.CONTACT, Outcome.REASON_ACCEPTED)], False),
    ],
)
def test_somebody_waits_unless_enough_was_said(
    steps: list[ReviewStep],
    waits: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    assert somebody_waits(usual_next(steps, ReviewList.REVIEW)) is waits


def test_a_step_of_another_kind_or_without_its_paper_is_no_paper() -> None:
    steps = [
        step(StepKind.EXPLANATION),
        step(StepKind.MEETING, Outcome.PROPOSE_REMOVAL),
        step(StepKind.PROPOSAL, paper="05-TTr/ĐU"),
    ]

    assert missing_papers(steps) == (
        "biên bản họp và nghị quyết của chi bộ",
        "quyết định của cấp có thẩm quyền",
    )


def test_a_proposal_alone_asks_for_the_papers_of_a_removal() -> None:
    assert len(missing_papers([step(StepKind.PROPOSAL, paper="05-TTr/ĐU")])) == 3
    assert missing_papers([step(StepKind.CONTACT)]) == ()


def test_a_complaint_starts_both_clocks_of_its_answer_and_a_holiday_lengthens_both() -> None:
    undated = ReviewStep("s", "p", 2024, StepKind.CONTACT)
    complaint = step(StepKind.COMPLAINT)

    started = list(running([undated, complaint], clocks(), ()))

    assert [(one.clock.id, one.start) for one in started] == [
        ("complaint_answer", date(2025, 10, 6))
    ] * 2
    assert started[0].last < started[1].last
    with_holiday = running([complaint], clocks(), {date(2025, 10, 8)})
    assert [one.last for one in with_holiday] == [
        working_day_after(one.last, 1) for one in started
    ]
