"""Why a transfer cannot be written down, said once."""

from typing import ClassVar

from partyroll.errors import PartyrollError
from partyroll.period import PartialDate


class NeedsDestination(PartyrollError):
    """A letter without the place it is for."""

    exit_code: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__(
            "chưa ghi nơi đến",
            hint='thêm --to, ví dụ: --to "Đảng bộ xã Mẫu, Chi bộ thôn 1"',
        )


class NeedsMember(PartyrollError):
    """Neither a member nor a letter to print again."""

    exit_code: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__(
            "chưa ghi ai chuyển sinh hoạt",
            hint="gõ họ tên, số thẻ; in lại giấy đã làm: partyroll transfer issue --again SỐ",
        )


class NeedsEnd(PartyrollError):
    """A stay for a time without its end."""

    exit_code: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__(
            "sinh hoạt tạm thời phải ghi đến ngày nào",
            hint="thêm --until; trong nước từ 3 đến dưới 12 tháng, đi học đến 24 tháng",
        )


class NotForThisLetter(PartyrollError):
    """An option that says nothing of a transfer for good."""

    exit_code: ClassVar[int] = 2

    def __init__(self, option: str) -> None:
        super().__init__(
            f"{option} chỉ dùng cho sinh hoạt tạm thời",
            hint="thêm --kind temporary, hoặc bỏ đi",
        )


class NeedsCause(PartyrollError):
    """A transfer to be started without the day from which its clock runs."""

    exit_code: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__(
            "chưa ghi ngày quyết định có hiệu lực, ngày chuyển đi",
            hint="thêm --caused-on, ví dụ: --caused-on 6/10/2025",
        )


class WrongOrder(PartyrollError):
    """One day lies before another that it must follow."""

    exit_code: ClassVar[int] = 2

    def __init__(self, later: str, day: PartialDate, earlier: str, before: PartialDate) -> None:
        super().__init__(
            f"{later} {day.vi} trước {earlier} {before.vi}", hint="xem lại các ngày vừa gõ"
        )


class InThisLedger(PartyrollError):
    """The place of arrival is a unit of this very ledger."""

    exit_code: ClassVar[int] = 2

    def __init__(self, unit: str) -> None:
        super().__init__(
            f"“{unit}” ở ngay trong sổ này, không cần phiếu gửi sang sổ khác",
            hint="chuyển hẳn: nhập danh sách mới của chi bộ; tạm thời: partyroll excuse add"
            ' --kind "sinh hoạt tạm thời" --host',
        )


class NotAMember(PartyrollError):
    """Somebody who is no member any more can be sent nowhere."""

    def __init__(self, name: str, status: str) -> None:
        super().__init__(
            f"{name}: trong sổ {status}, không làm được giấy giới thiệu",
            hint="xem lại: partyroll show; ghi nhầm thì hoàn tác: partyroll undo",
        )


class AlreadySent(PartyrollError):
    """Another letter of the same member waits for its answer."""

    def __init__(self, number: int, place: str) -> None:
        super().__init__(
            f"đã có giấy giới thiệu số {number} đến {place}, nơi đến chưa trả lời",
            hint=f"in lại: partyroll transfer issue --again {number}; ghi nhầm thì hoàn tác lần"
            " ghi đó: partyroll history, partyroll undo",
        )


class NoSuchTransfer(PartyrollError):
    """No transfer has that number."""

    exit_code: ClassVar[int] = 2

    def __init__(self, typed: int) -> None:
        super().__init__(
            f"không có giấy giới thiệu số {typed}",
            hint="xem số: partyroll transfer list --only all",
        )


class NotThisSide(PartyrollError):
    """What was asked for is done by the other side of this transfer."""

    exit_code: ClassVar[int] = 2

    def __init__(self, number: int, what: str, who: str) -> None:
        super().__init__(
            f"số {number}: {what} là việc của {who}", hint="xem: partyroll transfer list"
        )


class AlreadyAnswered(PartyrollError):
    """The letter has been answered, otherwise."""

    def __init__(self, number: int, answer: str, on: str) -> None:
        super().__init__(
            f"số {number} đã trả lời “{answer}” ngày {on}",
            hint=f"in lại phiếu báo: partyroll transfer issue --again {number}; ghi nhầm thì"
            " hoàn tác lần ghi đó rồi ghi lại",
        )


class NeedsUnit(PartyrollError):
    """Nobody said which cell takes the member in."""

    exit_code: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__("chưa ghi chi bộ nào tiếp nhận", hint='thêm --unit "Chi bộ …"')


class NeedsReason(PartyrollError):
    """A refusal without its reason."""

    exit_code: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__(
            "chưa ghi vì sao không tiếp nhận",
            hint='thêm --reason "…"; nơi đi cần biết để xử lý',
        )


class NotWritten(PartyrollError):
    """There is no letter yet that could be printed."""

    exit_code: ClassVar[int] = 2

    def __init__(self, number: int, hint: str) -> None:
        super().__init__(f"số {number} chưa có phiếu để in", hint=hint)


class NothingKept(PartyrollError):
    """The books say nothing of the guest in that year."""

    def __init__(self, name: str, year: int) -> None:
        super().__init__(
            f"{name}: sổ chưa ghi đảng phí, sinh hoạt hay nhận xét nào của năm {year}",
            hint="nhập sổ của chi bộ năm đó, hoặc ghi nhận xét: --remark",
        )


class NotForATime(PartyrollError):
    """Whoever moved for good does not come back by the same letter."""

    exit_code: ClassVar[int] = 2

    def __init__(self, number: int) -> None:
        super().__init__(
            f"số {number} là chuyển chính thức, không có ngày về",
            hint="người đó trở lại thì nơi kia làm giấy giới thiệu mới gửi về đây",
        )
