"""What settings are refused for."""

from partyroll.errors import PartyrollError

FILE_NAME = "partyroll.toml"


class BadSetting(PartyrollError):
    """A value in partyroll.toml or the environment cannot be used."""

    def __init__(self, where: str, name: str, found: object, allowed: str) -> None:
        super().__init__(
            f"thiết lập “{name}” không dùng được giá trị “{found}”",
            where=where,
            hint=f"giá trị được phép: {allowed}",
        )
