"""The sentences about transfers, whole: what is so, and what is proposed."""

from dataclasses import replace
from datetime import date

import pytest

from partyroll.model import Matter, MatterKind, Transfer, TransferAnswer, TransferKind
from partyroll.period import PartialDate
from partyroll.rules.transferring import Moving, limbo, transfer_matters

MONDAY = PartialDate(2025, 10, 6)
DUE = Transfer(4, "t1", "p1", out=True, reason_text="Chuyển công tác", caused_on=MONDAY)
SENT = replace(DUE, caused_on=None, issued_on=MONDAY, place="Đảng bộ xã Khác")
CAME = replace(SENT, out=False, letter_no="9-GGT")
NO_HOLIDAYS = ("chưa trừ ngày lễ",)
HOLIDAY = frozenset({date(2025, 10, 8)})
ANSWER_STEP = (
    "Hỏi đảng viên đã đến chưa; tiếp nhận, hoặc báo vì sao không tiếp nhận, và gửi phiếu báo"
    " cho nơi đi. Văn phòng ghi: partyroll transfer confirm 4 --unit “Chi bộ …” --on NGÀY; hoặc"
    " transfer refuse 4 --reason “…”."
)


def moving(one: Transfer, as_of: date, *, counted: bool = False) -> Moving:
    return Moving(one, counted, as_of, warn_days=5)


def only(one: Transfer, as_of: date) -> Matter:
    [matter] = transfer_matters(moving(one, as_of))
    return matter


def in_limbo(one: Transfer, *, counted: bool = False) -> Matter:
    [matter] = limbo(moving(one, date(2025, 11, 3), counted=counted))
    return matter


# --- The side that sends ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "as_of", "said"),
    [
        (
            DUE,
            date(2025, 12, 26),
            (
                "Chuyển công tác từ 06/10/2025, chưa có giấy giới thiệu;"
                " làm thủ tục chuyển sinh hoạt đảng chính thức: còn 1 ngày làm việc"
            ),
        ),
        (
            replace(DUE, reason_text=""),
            date(2025, 12, 29),
            (
                "Có lý do chuyển sinh hoạt từ 06/10/2025, chưa có giấy giới thiệu;"
                " làm thủ tục chuyển sinh hoạt đảng chính thức: hôm nay là ngày cuối"
            ),
        ),
        (
            DUE,
            date(2025, 12, 30),
            (
                "Chuyển công tác từ 06/10/2025, chưa có giấy giới thiệu;"
                " làm thủ tục chuyển sinh hoạt đảng chính thức: đã qua hạn"
            ),
        ),
    ],
)
def test_a_reason_to_move_says_how_much_time_is_left(
    one: Transfer, as_of: date, said: str
) -> None:
    assert only(one, as_of).text == said


def test_whoever_is_on_the_way_is_named_with_where_to_and_since_when() -> None:
    short = only(SENT, date(2025, 11, 14))

    assert short.text == (
        "Chuyển sinh hoạt đảng đến Đảng bộ xã Khác từ 06/10/2025;"
        " nộp giấy giới thiệu sinh hoạt đảng cho tổ chức đảng nơi đến: còn 1 ngày làm việc"
    )
    assert (short.about, short.until, short.remarks) == ("t1", date(2025, 11, 17), NO_HOLIDAYS)


def test_a_letter_of_which_the_place_is_not_known_leaves_it_out() -> None:
    nowhere = replace(SENT, place="", kind=TransferKind.TEMPORARY)

    assert only(nowhere, date(2025, 11, 18)).text == (
        "Chuyển sinh hoạt tạm thời từ 06/10/2025, hạn nộp giấy 17/11/2025 đã qua,"
        " chưa có phiếu báo của nơi đến"
    )


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        ({}, "Đảng bộ xã Khác báo không tiếp nhận"),
        ({"place": ""}, "Nơi đến báo không tiếp nhận"),
        (
            {"answered_on": MONDAY, "answer_text": "chưa có việc làm"},
            "Đảng bộ xã Khác báo không tiếp nhận ngày 06/10/2025: chưa có việc làm",
        ),
    ],
)
def test_a_refusal_says_who_when_and_why_as_far_as_it_is_known(
    refusal: dict[str, object], said: str
) -> None:
    one = replace(SENT, answer=TransferAnswer.REFUSED, **refusal)  # type: ignore[arg-type]  # as written
    matter = only(one, date(2025, 11, 18))

    assert (matter.text, matter.until, matter.remarks) == (said, None, ())


# --- The side that receives ---------------------------------------------------------------
def test_a_letter_that_waits_is_named_with_its_number_its_day_and_its_sender() -> None:
    matter = only(CAME, date(2025, 10, 7))

    assert matter.text == (
        "Đã nhận giấy giới thiệu số 9-GGT ngày 06/10/2025 của Đảng bộ xã Khác, chưa trả lời"
    )
    assert (matter.step, matter.until) == (ANSWER_STEP, date(2025, 11, 17))


def test_a_letter_that_waits_says_when_its_time_is_over() -> None:
    in_time, late = only(CAME, date(2025, 11, 17)), only(CAME, date(2025, 11, 18))

    assert in_time.text.endswith(", chưa trả lời")
    assert late.text.endswith(", chưa trả lời; hạn nộp giấy 17/11/2025 đã qua")


def test_a_letter_of_which_nothing_is_known_waits_too() -> None:
    bare = Transfer(4, "t1", "p1", out=False)

    assert only(bare, date(2025, 10, 7)).text == (
        "Đã nhận giấy giới thiệu của nơi đi, chưa trả lời"
    )


def test_somebody_announced_who_has_not_come_is_asked_about() -> None:
    announced = replace(CAME, notified_on=MONDAY)
    [_, late] = transfer_matters(moving(announced, date(2026, 1, 7)))

    assert late.text == (
        "Nhận thông báo của Đảng bộ xã Khác từ 06/10/2025, đảng viên chưa đến nộp giấy;"
        " đã qua 06/01/2026"
    )
    assert late.until == date(2026, 1, 6)


# --- Who counts the member ----------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "said", "step"),
    [
        (
            SENT,
            (
                "Chuyển sinh hoạt đảng đến Đảng bộ xã Khác từ 06/10/2025; nơi đến chưa báo"
                " tiếp nhận: chưa nơi nào tính"
            ),
            "Hỏi nơi đến đã tiếp nhận chưa, xin phiếu báo rồi nhập vào sổ.",
        ),
        (
            CAME,
            (
                "Đảng bộ xã Khác cho chuyển đi từ 06/10/2025; ở đây chưa tiếp nhận: chưa"
                " nơi nào tính"
            ),
            ANSWER_STEP,
        ),
        (
            replace(SENT, answer=TransferAnswer.REFUSED),
            (
                "Nơi đến không tiếp nhận, sổ này vẫn ghi đã chuyển đi từ 06/10/2025: chưa"
                " nơi nào tính"
            ),
            (
                "Xem lại nơi sinh hoạt trong sổ; hoàn tác lần ghi chuyển đi, hoặc nhập danh"
                " sách mới."
            ),
        ),
    ],
)
def test_whom_no_side_counts_is_told_with_the_reason_and_the_way_to_mend_it(
    one: Transfer, said: str, step: str
) -> None:
    matter = in_limbo(one)

    assert (matter.text, matter.step, matter.until) == (said, step, date(2025, 11, 17))


@pytest.mark.parametrize(
    ("one", "said", "step"),
    [
        (
            replace(SENT, answer=TransferAnswer.ARRIVED, answered_on=PartialDate(2025, 10)),
            (
                "Đảng bộ xã Khác đã tiếp nhận ngày 10/2025, sổ này vẫn tính là đảng viên: hai"
                " nơi cùng tính"
            ),
            "Đối chiếu với nơi đến; còn tên trong danh sách cũ thì nhập danh sách mới.",
        ),
        (
            replace(SENT, answer=TransferAnswer.ARRIVED, place=""),
            "nơi đến đã tiếp nhận, sổ này vẫn tính là đảng viên: hai nơi cùng tính",
            "Đối chiếu với nơi đến; còn tên trong danh sách cũ thì nhập danh sách mới.",
        ),
        (
            replace(CAME, kind=TransferKind.TEMPORARY, place=""),
            "Sinh hoạt tạm thời, nơi đi vẫn tính; sổ này cũng tính: hai nơi cùng tính",
            "Đối chiếu với nơi đi; người sinh hoạt tạm thời không tính vào đảng số nơi đến.",
        ),
        (
            replace(CAME, answer=TransferAnswer.REFUSED),
            "Đã báo không tiếp nhận, Đảng bộ xã Khác tính; sổ này cũng tính: hai nơi cùng tính",
            "Đối chiếu với nơi đi; người sinh hoạt tạm thời không tính vào đảng số nơi đến.",
        ),
    ],
)
def test_whom_both_sides_count_is_told_with_the_reason_and_the_way_to_mend_it(
    one: Transfer, said: str, step: str
) -> None:
    matter = in_limbo(one, counted=True)

    assert (matter.text, matter.step, matter.until) == (said, step, None)


# --- Clocks and evidence ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("one", "until"),
    [
        (DUE, date(2025, 12, 30)),
        (CAME, date(2025, 11, 18)),
    ],
)
def test_a_holiday_gives_one_day_more(one: Transfer, until: date) -> None:
    late = Moving(one, counted_here=False, as_of=until, warn_days=5, holidays=HOLIDAY)
    [matter] = transfer_matters(late)

    assert (matter.until, matter.remarks) == (until, ())


def test_a_reminder_counts_no_holiday_as_a_day_left() -> None:
    tet = frozenset({date(2025, 11, 12)})
    late = Moving(SENT, counted_here=False, as_of=date(2025, 11, 11), warn_days=4, holidays=tet)
    [matter] = transfer_matters(late)

    assert matter.text.endswith("còn 4 ngày làm việc")


def test_a_matter_is_another_one_once_an_answer_or_a_day_changes() -> None:
    day = date(2025, 10, 7)
    refused = replace(SENT, answer=TransferAnswer.REFUSED, answered_on=MONDAY)
    later = replace(refused, answered_on=PartialDate(2025, 10, 7))

    assert only(CAME, day).evidence == "answer_to_send 2025-10-06 None None None None"
    assert only(refused, day).evidence == "refused 2025-10-06 None REFUSED 2025-10-06 None"
    assert only(refused, day).evidence != only(later, day).evidence


@pytest.mark.parametrize(
    ("one", "as_of", "kind", "step"),
    [
        (DUE, date(2025, 10, 7), MatterKind.TRANSFER_TO_START, "Hỏi đảng viên nơi đến; làm"),
        (SENT, date(2025, 11, 14), MatterKind.LETTER_RUNS_OUT, "Hỏi đảng viên đã nộp giấy"),
        (SENT, date(2025, 11, 18), MatterKind.NOT_CONFIRMED, "Hỏi nơi đến và đảng viên;"),
        (
            replace(SENT, answer=TransferAnswer.REFUSED),
            date(2025, 11, 18),
            MatterKind.REFUSED,
            "Gặp đảng viên, hỏi lý do;",
        ),
        (
            replace(CAME, notified_on=MONDAY),
            date(2026, 1, 7),
            MatterKind.NOT_PRESENTED,
            "Liên hệ đảng viên và nơi đi,",
        ),
    ],
)
def test_each_matter_says_whom_to_ask(
    one: Transfer, as_of: date, kind: MatterKind, step: str
) -> None:
    steps = {matter.kind: matter.step for matter in transfer_matters(moving(one, as_of))}

    assert steps[kind].startswith(step)


def test_a_letter_that_nobody_confirmed_names_the_day_on_which_its_time_was_over() -> None:
    assert only(SENT, date(2025, 11, 18)).until == date(2025, 11, 17)
