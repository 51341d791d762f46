"""Why something about a member away cannot be written down, said once."""

from typing import ClassVar

from partyroll.errors import PartyrollError

PLACE, FROM, ON = "--place", "--from", "--on"
_NEEDED = {
    PLACE: ("đi đâu", '"Đồng Nai"'),
    FROM: ("đi từ khi nào", "3/2026"),
    ON: ("ngày nào", "15/6/2026"),
}


class Needs(PartyrollError):
    """An option that the command cannot do without."""

    exit_code: ClassVar[int] = 2

    def __init__(self, option: str) -> None:
        why, example = _NEEDED[option]
        super().__init__(f"thiếu {option}: {why}", hint=f"ví dụ: {option} {example}")


class EndsBeforeBegins(PartyrollError):
    """The day on which somebody is to come back lies before the day of leaving."""

    exit_code: ClassVar[int] = 2

    def __init__(self, start: str, end: str) -> None:
        super().__init__(
            f"ngày dự kiến về {end} trước ngày đi {start}", hint="xem lại --from và --to"
        )


class BeforeLeaving(PartyrollError):
    """Something happened before the member left."""

    exit_code: ClassVar[int] = 2

    def __init__(self, day: str, start: str) -> None:
        super().__init__(
            f"ngày {day} trước ngày đi {start} ghi trong sổ",
            hint="xem lại --on; ngày đi ghi sai thì hoàn tác: partyroll history, rồi partyroll"
            " undo SỐ",
        )


class DayToCome(PartyrollError):
    """Something was said to have happened on a day that has not come."""

    exit_code: ClassVar[int] = 2

    def __init__(self, day: str) -> None:
        super().__init__(
            f"ngày {day} chưa tới",
            hint="--on là ngày đã về, đã liên hệ; ngày dự kiến về: partyroll away add … --to",
        )


class NotAway(PartyrollError):
    """Nothing in the ledger says that the member is away."""

    exit_code: ClassVar[int] = 2

    def __init__(self, name: str) -> None:
        super().__init__(
            f"sổ không ghi {name} đang đi làm ăn xa hay sinh hoạt ở nơi khác",
            hint='ghi trước: partyroll away add NGƯỜI --place "NƠI ĐI" --from NGÀY',
        )


class BackAlready(PartyrollError):
    """The member came back on another day, as the ledger has it."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(
            f"sổ đã ghi {name} về ngày {day}",
            hint="ghi sai thì hoàn tác: partyroll history, rồi partyroll undo SỐ",
        )
