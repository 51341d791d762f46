import pytest

from partyroll.model import ExitKind, Reason
from partyroll.period import PartialDate
from partyroll.rulebook import clocks
from partyroll.rules.readmission import Prospect, Readmission, readmission

MAY = PartialDate(2023, 5, 10)
THREE_YEARS_LATER = PartialDate(2026, 5, 10)


def of(
    kind: ExitKind, *reasons: Reason, decided: PartialDate | None = MAY
) -> Readmission | None:
    return readmission(kind, reasons, decided, clocks())


def found(kind: ExitKind, *reasons: Reason, decided: PartialDate | None = MAY) -> Readmission:
    result = of(kind, *reasons, decided=decided)
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("kind", "reason", "prospect", "earliest"),
    [
        ("REMOVED", "UNPAID_DUES", "AFTER", THREE_YEARS_LATER),
        ("REMOVED", "LOST_WILL", "AFTER", THREE_YEARS_LATER),
        ("REMOVED", "RETURNED_CARD", "AFTER", THREE_YEARS_LATER),
        ("REMOVED", "SKIP_MEETINGS", "NEVER", None),
        ("REMOVED", "TRANSFER_NOT_PRESENTED", "NEVER", None),
        ("REMOVED", "UNSTATED", "ASK", None),
        ("WITHDREW", "FAMILY_HARDSHIP", "HARDSHIP", THREE_YEARS_LATER),
        ("WITHDREW", "OTHER", "NEVER", None),
        ("WITHDREW", "FAR_WORK", "NEVER", None),
        ("WITHDREW", "EMIGRATE_WITH_FAMILY", "ASK", None),
        ("WITHDREW", "UNSTATED", "ASK", None),
        ("EXPELLED", "OTHER", "ASK", None),
        ("LEFT_UNSTATED", "UNSTATED", "ASK", None),
    ],
)
def test_the_reason_settles_whether_and_from_when(
    kind: str, reason: str, prospect: str, earliest: PartialDate | None
) -> None:
    result = found(ExitKind(kind), Reason(reason))

    assert (result.prospect, result.earliest) == (Prospect(prospect), earliest)


@pytest.mark.parametrize("kind", ["DIED", "OUT", "OTHER_DECREASE"])
def test_who_did_not_leave_the_party_is_not_readmitted(kind: str) -> None:
    assert of(ExitKind(kind)) is None


@pytest.mark.parametrize(
    ("kind", "reason", "needed"),
    [
        ("REMOVED", "SKIP_MEETINGS", True),
        ("REMOVED", "UNPAID_DUES", True),
        ("REMOVED", "LOST_WILL", False),
        ("WITHDREW", "FAMILY_HARDSHIP", True),
        ("WITHDREW", "OTHER", True),
        ("EXPELLED", "OTHER", False),
        ("LEFT_UNSTATED", "UNSTATED", True),
    ],
)
def test_reasons_that_decide_a_future_need_their_paper(
    kind: str,
    reason: str,
    needed: bool,  # noqa: FBT001 - what is expected
) -> None:
    assert found(ExitKind(kind), Reason(reason)).needs_paper is needed


def test_reasons_that_differ_in_their_outcome_are_for_the_committee() -> None:
    result = found(ExitKind.REMOVED, Reason.UNPAID_DUES, Reason.SKIP_MEETINGS)

    assert (result.prospect, result.earliest) == (Prospect.ASK, None)
    assert result.sentence == (
        "Kết nạp lại: hỏi cấp ủy có thẩm quyền "
        "(lý do ghi trên giấy: không đóng đảng phí, bỏ sinh hoạt đảng)."
    )
    assert result.needs_paper


def test_reasons_of_one_outcome_keep_it() -> None:
    result = found(ExitKind.REMOVED, Reason.UNPAID_DUES, Reason.LOST_WILL)

    assert result.earliest == THREE_YEARS_LATER


def test_an_exit_without_any_reason_is_for_the_committee() -> None:
    assert found(ExitKind.REMOVED).prospect is Prospect.ASK


@pytest.mark.parametrize(
    ("decided", "earliest"),
    [
        (PartialDate(2023), PartialDate(2026)),
        (PartialDate(2023, 5), PartialDate(2026, 5)),
        (PartialDate(2024, 2, 29), PartialDate(2027, 2, 28)),
        (None, None),
    ],
)
def test_the_earliest_day_is_no_more_precise_than_the_decision(
    decided: PartialDate | None, earliest: PartialDate | None
) -> None:
    assert found(ExitKind.REMOVED, Reason.UNPAID_DUES, decided=decided).earliest == earliest


def test_each_outcome_has_its_sentence() -> None:
    after = found(ExitKind.REMOVED, Reason.UNPAID_DUES).sentence
    hardship = found(ExitKind.WITHDREW, Reason.FAMILY_HARDSHIP).sentence
    undated = found(ExitKind.WITHDREW, Reason.FAMILY_HARDSHIP, decided=None).sentence
    skipped = found(ExitKind.REMOVED, Reason.SKIP_MEETINGS).sentence
    withdrew = found(ExitKind.WITHDREW, Reason.OTHER).sentence

    assert after == (
        "Kết nạp lại: sớm nhất 10/05/2026, đủ 36 tháng từ ngày ra khỏi Đảng; "
        "chỉ kết nạp lại một lần; cấp ủy có thẩm quyền quyết định."
    )
    assert "chỉ khi gia đình đặc biệt khó khăn, có giấy tờ; chỉ kết nạp lại" in hardship
    assert undated.startswith("Kết nạp lại: chưa rõ ngày quyết định; chỉ khi gia đình")
    assert skipped == (
        "Không xét kết nạp lại người tự bỏ sinh hoạt đảng (lý do ghi trên giấy: "
        "bỏ sinh hoạt đảng); cấp ủy có thẩm quyền quyết định."
    )
    assert withdrew.startswith("Không xét kết nạp lại người làm đơn xin ra khỏi Đảng")


def test_before_the_first_text_the_waiting_time_is_said_to_be_unverified() -> None:
    early = found(ExitKind.REMOVED, Reason.UNPAID_DUES, decided=PartialDate(2016, 7, 24))
    later = found(ExitKind.REMOVED, Reason.UNPAID_DUES, decided=PartialDate(2016, 7, 25))

    assert "(chưa kiểm chứng cho giai đoạn này)" in early.sentence
    assert "chưa kiểm chứng" not in later.sentence


def test_an_exit_of_unstated_kind_says_whom_to_ask() -> None:
    assert found(ExitKind.LEFT_UNSTATED).sentence.startswith(
        "Kết nạp lại: hỏi cấp ủy có thẩm quyền"
    )


def test_without_the_day_of_the_decision_the_prospect_and_the_paper_are_told_still() -> None:
    left = found(ExitKind.REMOVED, Reason.UNPAID_DUES, decided=None)

    assert (left.prospect, left.earliest, left.needs_paper) == (Prospect.AFTER, None, True)
