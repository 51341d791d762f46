"""Each month names the paper, the receipt or the cell that it rests on."""

from dataclasses import replace
from datetime import date

from partyroll.model import Payment, PermissionKind, Source, State
from partyroll.period import Month, PartialDate
from rules.booklet import DUES, MEETINGS, dues, facts_of, judged, meetings, member, paper

UNPAID = "U" * 12
RECEIPT = Source("bien-lai.xlsx", "Thu", 12, "C12")
DECISION = Source("quyet-dinh.xlsx", "Miễn", 4, "B4")


def test_a_dated_payment_names_its_receipt() -> None:
    payment = Payment(Month(2024, 3), PartialDate(2024, 3, 20), source=RECEIPT)

    march = facts_of(member(dues(UNPAID), payments=(payment,)))[3]

    assert (march.state, march.explanation, march.source) == (
        State.PAID,
        "đóng 20/03/2024",
        RECEIPT,
    )


def test_a_payment_without_a_date_names_its_receipt_too() -> None:
    march = facts_of(member(dues(UNPAID), payments=(Payment(Month(2024, 3), source=RECEIPT),)))[
        3
    ]

    assert (march.state, march.source) == (State.PAID, RECEIPT)


def test_an_exempt_month_names_the_decision() -> None:
    decision = replace(paper(PermissionKind.EXEMPT, "2024-01", "2024-06"), source=DECISION)

    march = facts_of(member(dues(UNPAID), permissions=(decision,)))[3]

    assert (march.state, march.explanation, march.source) == (
        State.EXEMPT,
        "QĐ số 5",
        DECISION,
    )


def test_a_deferred_month_names_the_decision() -> None:
    decision = replace(paper(PermissionKind.DEFERRED, "2024-01", "2025-01"), source=DECISION)

    march = facts_of(member(dues(UNPAID), permissions=(decision,)))[3]

    assert (march.state, march.explanation, march.source) == (
        State.DEFERRED,
        "QĐ số 5",
        DECISION,
    )


def test_a_month_without_meetings_owed_names_the_decision() -> None:
    decision = replace(
        paper(PermissionKind.EXEMPT_ACTIVITY, "2024-01", "2024-06"), source=DECISION
    )

    march = facts_of(member(meetings("A" * 12), permissions=(decision,)), MEETINGS)[3]

    assert (march.state, march.explanation, march.source) == (
        State.NOT_OWED,
        "QĐ số 5",
        DECISION,
    )


def test_a_blank_whose_deferral_is_over_and_whose_reason_was_rejected_says_both() -> None:
    case = member(
        dues("PP.PPPPPPPPP"),
        permissions=(paper(PermissionKind.DEFERRED, "2024-01", "2024-06"),),
        excuses=(judged(DUES, date(2024, 3, 1), date(2024, 3, 31), accepted=False),),
    )

    march = facts_of(case)[3]

    assert (march.state, march.note) == (State.UNPAID_INFERRED, "")
    assert march.explanation == ("39/40 đã thu; lý do không được chấp nhận: hết hạn chậm đóng")


def test_an_absence_whose_reason_was_rejected_is_a_plain_one_and_says_so() -> None:
    case = member(
        meetings("PPEPPPPPPPPP"),
        excuses=(judged(MEETINGS, date(2024, 3, 1), date(2024, 3, 31), accepted=False),),
    )

    march = facts_of(case, MEETINGS)[3]

    assert (march.state, march.note) == (State.UNEXCUSED, "")
    assert march.explanation == "lý do không được chấp nhận: có phép"
