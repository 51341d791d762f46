"""Why a reason, a paper or a temporary place cannot be written down, said once."""

from datetime import date
from typing import ClassVar

from partyroll.errors import PartyrollError

GROUND, HOST, SHARE, BY, ON = (
    "--ground",
    "--host",
    "--share",
    "--by",
    "--on",
)
_ONLY_FOR = {
    GROUND: "lý do cần chấp nhận",
    HOST: "nơi sinh hoạt tạm thời",
    SHARE: "giảm đảng phí",
}
_NEEDED = {
    SHARE: ("giảm bao nhiêu phần trăm", "50"),
    HOST: ("đến sinh hoạt ở đâu", '"Chi bộ khu công nghiệp"'),
    BY: ("ai xem xét, quyết định", '"Chi ủy"'),
    ON: ("ngày cuối cùng còn hiệu lực", "30/6/2025"),
}


class UnknownKind(PartyrollError):
    """What was typed is no kind of reason or paper."""

    exit_code: ClassVar[int] = 2

    def __init__(self, typed: str, kinds: tuple[str, ...]) -> None:
        super().__init__(
            f"không có loại “{typed}”" if typed else "chưa ghi loại lý do hay giấy tờ (--kind)",
            hint=f"gõ một trong: {'; '.join(kinds)}",
        )


class NeedsDates(PartyrollError):
    """A reason or paper without a beginning, or without the end that its kind must have."""

    exit_code: ClassVar[int] = 2

    def __init__(
        self,
        kind: str,
        *,
        longest: date | None = None,
        rule: str = "",
        may_be_open: bool = False,
    ) -> None:
        needed = "ngày bắt đầu" if may_be_open else "ngày bắt đầu và ngày kết thúc"
        limit = f": {rule}, dài nhất --to {longest:%d/%m/%Y}" if longest else ""
        super().__init__(
            f"“{kind}” phải có {needed}",
            hint=f"thêm --from và --to, hoặc --month cho một tháng{limit}",
        )


class EndsBeforeBegins(PartyrollError):
    """The last day lies before the first."""

    exit_code: ClassVar[int] = 2

    def __init__(self, start: str, end: str) -> None:
        super().__init__(
            f"ngày kết thúc {end} trước ngày bắt đầu {start}", hint="xem lại --from và --to"
        )


class DayToCome(PartyrollError):
    """A judgement or a signature on a day that has not come."""

    exit_code: ClassVar[int] = 2

    def __init__(self, day: str) -> None:
        super().__init__(
            f"ngày {day} chưa tới", hint="--on là ngày đã chấp nhận, đã ký; xem lại năm"
        )


class NotForThisKind(PartyrollError):
    """An option that says nothing of this kind."""

    exit_code: ClassVar[int] = 2

    def __init__(self, option: str, kind: str) -> None:
        super().__init__(
            f"{option} không dùng cho “{kind}”",
            hint=f"{option} chỉ dùng cho {_ONLY_FOR[option]}",
        )


class Needs(PartyrollError):
    """An option that this kind, or this command, cannot do without."""

    exit_code: ClassVar[int] = 2

    def __init__(self, option: str) -> None:
        why, example = _NEEDED[option]
        super().__init__(f"thiếu {option}: {why}", hint=f"ví dụ: {option} {example}")


class AlreadyGranted(PartyrollError):
    """Another paper of the kind begins on the same day."""

    def __init__(self, number: str, kind: str, until: str) -> None:
        which = f"số {number}" if number else "dòng trên"
        ends = f"đến {until}" if until else "không ghi ngày kết thúc"
        super().__init__(
            f"đã có “{kind}” bắt đầu cùng ngày: {which}, {ends}",
            hint=f"kết thúc sớm hơn: partyroll excuse end {number} --on NGÀY; kéo dài: ghi giấy"
            " mới bắt đầu từ ngày kế tiếp",
        )


class NoSuchGrant(PartyrollError):
    """No reason or paper has that number."""

    exit_code: ClassVar[int] = 2

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"không có lý do, giấy tờ số “{typed}”",
            hint="xem số thứ tự: partyroll excuse list --all",
        )


class NothingToJudge(PartyrollError):
    """A paper, which nobody has to accept, or a reason judged so already."""

    def __init__(self, number: int, why: str) -> None:
        super().__init__(f"số {number} {why}", hint="xem lại: partyroll excuse list --all")


class OwnUnit(PartyrollError):
    """The place elsewhere is where the person belongs anyway."""

    exit_code: ClassVar[int] = 2

    def __init__(self, unit: str) -> None:
        super().__init__(
            f"“{unit}” là nơi người này đang sinh hoạt chính thức",
            hint="--host là nơi khác, nơi đến sinh hoạt tạm thời",
        )


class NotAnEnd(PartyrollError):
    """A last day before the beginning, or after the end that stands."""

    exit_code: ClassVar[int] = 2

    def __init__(self, number: int, why: str, hint: str) -> None:
        super().__init__(f"số {number}: {why}", hint=hint)


class NoSuchNote(PartyrollError):
    """No cell that waits has that number: never had, judged already, or now says otherwise."""

    exit_code: ClassVar[int] = 2

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"không có lời ghi nào đang chờ mang số “{typed}”",
            hint="đã xem xét rồi, hoặc ô đã đổi; xem lại: partyroll excuse list --noted",
        )


class AlsoNoted(PartyrollError):
    """Another cell of the same month has a note, and a month is judged as a whole."""

    exit_code: ClassVar[int] = 2

    def __init__(self, typed: str, month: str, others: list[str]) -> None:
        every = " ".join([typed, *others])
        super().__init__(
            f"tháng {month} của người này còn lời ghi khác: {', '.join(others)}",
            hint=f"một tháng được xem xét một lần: xem cả các ô đó rồi gõ {every}",
        )
