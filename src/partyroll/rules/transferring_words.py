"""The sentences about transfers: what is so, and what is proposed."""

from datetime import date

from partyroll.model import Transfer
from partyroll.period import written
from partyroll.rules.clocks import Deadline

TO_START = (
    "Hỏi đảng viên nơi đến; làm giấy giới thiệu: partyroll transfer issue. Không chuyển nữa thì"
    " ghi kết quả vào danh sách này."
)
RUNS_OUT = (
    "Hỏi đảng viên đã nộp giấy giới thiệu chưa; có trở ngại thì báo nơi đến trước khi hết hạn."
)
NOT_CONFIRMED = (
    "Hỏi nơi đến và đảng viên; nhận phiếu báo thì nhập vào sổ; mất phiếu thì in lại: partyroll"
    " transfer issue --again."
)
REFUSED = (
    "Gặp đảng viên, hỏi lý do; đủ điều kiện thì làm giấy giới thiệu khác, chưa thì tiếp tục"
    " sinh hoạt ở nơi đi."
)
NOT_PRESENTED = (
    "Liên hệ đảng viên và nơi đi, hỏi vì sao chưa đến nộp giấy; ghi lại kết quả, báo cấp ủy có"
    " thẩm quyền nếu cần."
)


def to_start(one: Transfer, due: Deadline, left: int, as_of: date) -> str:
    """Return why a transfer is to be started, and until when."""
    why = one.reason_text or "Có lý do chuyển sinh hoạt"
    since = written(one.caused_on)
    return f"{why} từ {since}, chưa có giấy giới thiệu; {_clock(due, left, as_of)}"


def runs_out(one: Transfer, due: Deadline, left: int) -> str:
    """Return whose letter must be handed in where and until when."""
    return f"{_sent(one)}; {due.clock.what}: {_left(left)}"


def not_confirmed(one: Transfer, due: Deadline) -> str:
    """Return that nobody has answered since the clock of the letter was over."""
    return (
        f"{_sent(one)}, hạn nộp giấy {due.last:%d/%m/%Y} đã qua, chưa có phiếu báo của nơi đến"
    )


def refused(one: Transfer) -> str:
    """Return that the other side did not take somebody in, and why."""
    on = written(one.answered_on, " ngày ")
    why = f": {one.answer_text}" if one.answer_text else ""
    return f"{one.place or 'Nơi đến'} báo không tiếp nhận{on}{why}"


def answer_to_send(one: Transfer, passed: Deadline | None) -> str:
    """Return that a letter waits here, and whether its clock is over."""
    letter = f" số {one.letter_no}" if one.letter_no else ""
    since = written(one.issued_on, " ngày ")
    late = f"; hạn nộp giấy {passed.last:%d/%m/%Y} đã qua" if passed else ""
    return f"Đã nhận giấy giới thiệu{letter}{since} của {_other(one)}, chưa trả lời{late}"


def answer_to_send_step(number: int) -> str:
    """Return how to answer."""
    return (
        "Hỏi đảng viên đã đến chưa; tiếp nhận, hoặc báo vì sao không tiếp nhận, và gửi phiếu"
        f" báo cho nơi đi. Văn phòng ghi: partyroll transfer confirm {number} --unit “Chi bộ"
        f" …” --on NGÀY; hoặc transfer refuse {number} --reason “…”."
    )


def not_presented(one: Transfer, due: Deadline) -> str:
    """Return since when somebody was announced who has not come."""
    since = written(one.notified_on)
    return (
        f"Nhận thông báo của {_other(one)} từ {since}, đảng viên chưa đến nộp giấy; đã qua"
        f" {due.last:%d/%m/%Y}"
    )


def neither(one: Transfer) -> str:
    """Return why no side counts somebody."""
    since = written(one.issued_on, " từ ")
    if not one.out:
        return f"{_other(one)} cho chuyển đi{since}; ở đây chưa tiếp nhận: chưa nơi nào tính"
    if one.answer is not None:
        return f"Nơi đến không tiếp nhận, sổ này vẫn ghi đã chuyển đi{since}: chưa nơi nào tính"
    return f"{_sent(one)}; nơi đến chưa báo tiếp nhận: chưa nơi nào tính"


def neither_step(one: Transfer) -> str:
    """Return how to find out, or to mend it."""
    if not one.out:
        return answer_to_send_step(one.number)
    if one.answer is not None:
        return (
            "Xem lại nơi sinh hoạt trong sổ; hoàn tác lần ghi chuyển đi, hoặc nhập danh sách"
            " mới."
        )
    return "Hỏi nơi đến đã tiếp nhận chưa, xin phiếu báo rồi nhập vào sổ."


def both(one: Transfer) -> str:
    """Return why both sides count somebody."""
    if one.out:
        on = written(one.answered_on, " ngày ")
        return (
            f"{_other(one)} đã tiếp nhận{on}, sổ này vẫn tính là đảng viên: hai nơi cùng tính"
        )
    if one.temporary:
        return (
            f"Sinh hoạt tạm thời, {_other(one)} vẫn tính; sổ này cũng tính: hai nơi cùng tính"
        )
    return f"Đã báo không tiếp nhận, {_other(one)} tính; sổ này cũng tính: hai nơi cùng tính"


def both_step(one: Transfer) -> str:
    """Return how to mend it."""
    if one.out:
        return "Đối chiếu với nơi đến; còn tên trong danh sách cũ thì nhập danh sách mới."
    return "Đối chiếu với nơi đi; người sinh hoạt tạm thời không tính vào đảng số nơi đến."


def _sent(one: Transfer) -> str:
    to = f" đến {one.place}" if one.place else ""
    since = written(one.issued_on, " từ ")
    return f"Chuyển sinh hoạt {'tạm thời' if one.temporary else 'đảng'}{to}{since}"


def _other(one: Transfer) -> str:
    return one.place or ("nơi đến" if one.out else "nơi đi")


def _clock(due: Deadline, left: int, as_of: date) -> str:
    return f"{due.clock.what}: {'đã qua hạn' if due.passed(as_of) else _left(left)}"


def _left(days: int) -> str:
    return f"còn {days} ngày làm việc" if days else "hôm nay là ngày cuối"
