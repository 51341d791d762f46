"""Why a file of admission cannot be written as typed, said once."""

from typing import ClassVar

from partyroll.errors import PartyrollError
from partyroll.period import PartialDate


class AdmissionRefused(PartyrollError):
    """Something typed of an admission cannot be written down."""

    exit_code: ClassVar[int] = 2


class UnknownCandidate(AdmissionRefused):
    """No file, or several, fit what was typed."""

    def __init__(self, wanted: str, found: tuple[str, ...]) -> None:
        many = f"có {len(found)} hồ sơ" if found else "không có hồ sơ kết nạp nào"
        super().__init__(
            f"{many} khớp với “{wanted}”",
            hint="gõ mã hồ sơ: " + "; ".join(found[:8])
            if found
            else "gõ đủ họ tên như trong partyroll admission list, hoặc mở hồ sơ: partyroll"
            " admission add",
        )


class UnknownStage(AdmissionRefused):
    """What was typed is no step on the way to admission, or several."""

    def __init__(self, typed: str, stages: tuple[str, ...]) -> None:
        super().__init__(
            f"không rõ bước “{typed}”" if typed else "chưa ghi bước nào (--stage)",
            hint=f"gõ một trong: {'; '.join(stages)}",
        )


class NeedsName(AdmissionRefused):
    """A file without a name."""

    def __init__(self) -> None:
        super().__init__("chưa ghi họ tên", hint='ví dụ: partyroll admission add "Lò Văn Em"')


class NeedsUnit(AdmissionRefused):
    """A file of nobody's cell."""

    def __init__(self) -> None:
        super().__init__(
            "chưa ghi chi bộ theo dõi người này", hint='thêm --unit "Chi bộ thôn Hạ"'
        )


class NeedsDay(AdmissionRefused):
    """A step or an end without its day."""

    def __init__(self) -> None:
        super().__init__("chưa ghi ngày", hint="thêm --on 5/3/2025 (hoặc --on 3/2025)")


class NeedsReason(AdmissionRefused):
    """A file closed without saying why."""

    def __init__(self) -> None:
        super().__init__(
            "chưa ghi vì sao đóng hồ sơ",
            hint='thêm --reason, ví dụ: --reason "chuyển nơi khác", --reason "không còn nguyện'
            ' vọng"',
        )


class DayAhead(AdmissionRefused):
    """A day that has not come."""

    def __init__(self, day: PartialDate) -> None:
        super().__init__(
            f"ngày {day.vi} chưa đến", hint="chỉ ghi việc đã làm; xem lại năm trong --on"
        )


class BeforeBirth(AdmissionRefused):
    """A step before the candidate was born."""

    def __init__(self, day: PartialDate, born: PartialDate) -> None:
        super().__init__(
            f"ngày {day.vi} trước ngày sinh {born.vi}", hint="xem lại --on hoặc ngày sinh"
        )


class NotVotes(AdmissionRefused):
    """Numbers of a vote that no vote can have."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"không hiểu số phiếu “{typed}”",
            hint="ghi tán thành/có mặt/được triệu tập, đủ ba số: --votes 13/17/20",
        )


class NoVoteHere(AdmissionRefused):
    """A vote at a step at which nobody votes."""

    def __init__(self, stage: str, voted: tuple[str, ...]) -> None:
        super().__init__(
            f"bước “{stage}” không có biểu quyết", hint=f"--votes dùng ở: {'; '.join(voted)}"
        )


class FileClosed(AdmissionRefused):
    """A step in a file that was closed."""

    def __init__(self, name: str, ended: str) -> None:
        super().__init__(
            f"hồ sơ của {name} đã đóng ({ended})",
            hint="mở lại bằng partyroll admission add với đúng họ tên, ngày sinh, chi bộ",
        )


class TakenByAnother(AdmissionRefused):
    """A member who is somebody else's file already."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} đã gắn với một hồ sơ kết nạp khác",
            hint="xem lại số thẻ sau --member; gắn nhầm thì hoàn tác lần ghi đó",
        )


class BadNumber(AdmissionRefused):
    """An identity number that has too few or too many digits."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"số định danh “{typed}” không đúng",
            hint="đủ 12 chữ số, hoặc để trống nếu chưa biết",
        )


class AlreadyConfirmed(AdmissionRefused):
    """A file closed of somebody who is an official member."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(
            f"{name} đã được công nhận chính thức ngày {day}: hồ sơ kết nạp đã xong",
            hint="ra khỏi Đảng thì ghi bằng partyroll review step hoặc danh sách ra khỏi Đảng",
        )


_TARGET = 'ví dụ: partyroll admission target "Đảng bộ xã Mẫu" --year 2025 --number 4'


class NotAYear(AdmissionRefused):
    """A target for a year that nobody plans, results of one that has not come."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"năm {year} không hợp",
            hint="xem lại --year; kết quả chỉ có của năm nay và các năm trước",
        )


class NotATarget(AdmissionRefused):
    """A target that is no number of people."""

    def __init__(self, number: int) -> None:
        super().__init__(f"chỉ tiêu {number} người không hợp", hint=_TARGET)
