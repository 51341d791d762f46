"""Why a step of a case is not written: one sentence each, and what to type instead."""

from collections.abc import Iterable
from typing import ClassVar

from partyroll.errors import PartyrollError
from partyroll.text import mid_sentence


class StepRefused(PartyrollError):
    """Some fact of the step does not hold; nothing is written."""

    exit_code: ClassVar[int] = 2


class NotAWord(StepRefused):
    """A kind, an outcome or a reason that nobody knows."""

    def __init__(self, option: str, text: str, known: Iterable[tuple[str, str]]) -> None:
        choices = "; ".join(f"{code.lower()} ({mid_sentence(words)})" for code, words in known)
        super().__init__(f"không hiểu {option} “{text}”", hint=f"gõ một trong: {choices}")


class DecisionNeedsPaper(StepRefused):
    """A decision without its number and its day."""

    def __init__(self) -> None:
        super().__init__(
            "quyết định phải có số và ngày của văn bản",
            hint="thêm --paper 12-QĐ/ĐU --paper-date 10/05/2024",
        )


class StepNeedsDay(StepRefused):
    """Nobody said when it happened."""

    def __init__(self) -> None:
        super().__init__("chưa ghi ngày của bước này", hint="thêm --on 31/12/2024")


class DecisionNeedsOutcome(StepRefused):
    """A decision that decides nothing."""

    def __init__(self) -> None:
        super().__init__(
            "chưa ghi quyết định gì",
            hint="thêm --outcome removed (xóa tên), withdrew (cho ra khỏi Đảng) hoặc"
            " no_action (không xử lý)",
        )


class OnlyADecisionEnds(StepRefused):
    """A removal or a withdrawal that no decision states."""

    def __init__(self) -> None:
        super().__init__(
            "chỉ quyết định của cấp có thẩm quyền mới xóa tên hay cho ra khỏi Đảng",
            hint="bước này ghi --outcome propose_removal (đề nghị xóa tên); khi có quyết định"
            " thì ghi --kind decision, kèm số và ngày văn bản",
        )


class ProposalIsNoDecision(StepRefused):
    """A decision that only proposes."""

    def __init__(self) -> None:
        super().__init__(
            "“đề nghị xóa tên” không phải là một quyết định",
            hint="ghi --kind meeting (chi bộ) hoặc --kind proposal (đề nghị lên cấp trên)",
        )


class ExitNeedsReason(StepRefused):
    """A removal or a withdrawal without the reason of the paper."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        choices = "; ".join(f"{code.lower()} ({mid_sentence(words)})" for code, words in known)
        super().__init__(
            "quyết định phải ghi lý do, vì lý do định việc kết nạp lại sau này",
            hint=f"thêm --reason, lý do chính trước: {choices}",
        )


class ReasonsNeedExit(StepRefused):
    """Reasons of leaving for somebody who does not leave."""

    def __init__(self) -> None:
        super().__init__(
            "--reason, --applied chỉ dùng cho quyết định xóa tên hoặc cho ra khỏi Đảng",
            hint="điều cần ghi thêm thì gõ ở --note",
        )


class AlreadyLeft(StepRefused):
    """A second exit of somebody who has left."""

    def __init__(self, name: str, status: str, day: str) -> None:
        since = f" từ {day}" if day else ""
        super().__init__(
            f"{name} đã ra khỏi tổ chức đảng{since} ({status}), không ghi lần ra thứ hai",
            hint="nếu lần ghi trước sai thì hoàn tác lần ghi đó (xem: partyroll history)",
        )


class DecidedBeforeAdmission(StepRefused):
    """A decision about leaving that is older than the membership."""

    def __init__(self, decided: str, name: str, admitted: str) -> None:
        super().__init__(
            f"ngày quyết định {decided} trước ngày vào Đảng của {name} ({admitted})",
            hint="xem lại --paper-date; ngày vào Đảng trong sổ sai thì nhập lại danh sách"
            " đảng viên đã sửa",
        )


class NotYet(StepRefused):
    """A day that is still to come."""

    def __init__(self, day: str) -> None:
        super().__init__(f"ngày {day} chưa tới", hint="ghi ngày việc đã xảy ra")


class YearToCome(StepRefused):
    """An assessed year that has not begun."""

    def __init__(self, year: int) -> None:
        super().__init__(f"năm {year} chưa tới", hint="ghi năm xét, ví dụ --year 2024")


class AppliedAfterDecision(StepRefused):
    """An application that is younger than the decision about it."""

    def __init__(self, applied: str, decided: str) -> None:
        super().__init__(
            f"đơn xin ra ngày {applied} sau ngày quyết định {decided}",
            hint="xem lại hai ngày trên giấy",
        )


class NotOnList(StepRefused):
    """The list does not name the person, or not of that year."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__(
            f"{name} không có trong danh sách số {number} của năm đó",
            hint="xem các danh sách: partyroll flag --lists",
        )


class NotAVote(StepRefused):
    """A vote in which more agreed than were convened, or of which a half is missing."""

    def __init__(self) -> None:
        super().__init__(
            "biểu quyết cần cả hai số, số đồng ý không quá số được triệu tập",
            hint="ví dụ: --convened 20 --yes 14",
        )
