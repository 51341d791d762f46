"""Why help, praise or discipline cannot be written down, said once."""

from collections.abc import Iterable
from typing import ClassVar

from partyroll.errors import PartyrollError

NEED, MEASURE, OUTCOME, FORM, AMOUNT, ON, SINCE, UNTIL = (
    "--need",
    "--measure",
    "--outcome",
    "--form",
    "--amount",
    "--on",
    "--since",
    "--until",
)


class Missing(PartyrollError):
    """An option without which nothing can be written."""

    exit_code: ClassVar[int] = 2

    def __init__(self, option: str, words: Iterable[str]) -> None:
        super().__init__(f"thiếu {option}", hint=f"gõ một trong: {'; '.join(words)}")


class NotInTheList(PartyrollError):
    """Words that name nothing of a list from which one must be chosen."""

    exit_code: ClassVar[int] = 2

    def __init__(self, option: str, typed: str, words: Iterable[str]) -> None:
        super().__init__(
            f"{option}: không hiểu “{typed}”", hint=f"gõ một trong: {'; '.join(words)}"
        )


class NotASum(PartyrollError):
    """Text that is no sum of money."""

    exit_code: ClassVar[int] = 2

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"{AMOUNT}: “{typed}” không phải số tiền",
            hint='ghi số đồng: --amount 500000, hoặc --amount "10 triệu"',
        )


class DaysOutOfOrder(PartyrollError):
    """One day lies before another that it must follow."""

    exit_code: ClassVar[int] = 2

    def __init__(self, option: str, day: str, earlier: str) -> None:
        super().__init__(f"{option}: ngày {day} trước ngày {earlier}", hint="xem lại hai ngày")


class NoSuchHelp(PartyrollError):
    """No help stands under that number."""

    exit_code: ClassVar[int] = 2

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"không có việc giúp đỡ số {typed}", hint="xem số: partyroll support list"
        )
