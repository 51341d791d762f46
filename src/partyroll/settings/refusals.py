"""What settings are refused for."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

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


class UnknownSetting(BadSetting):
    """Nothing of this name can be set."""

    def __init__(self, where: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = get_close_matches(name.rpartition(".")[2].strip("[]"), names, n=1)
        meant = f"ý là “{near[0]}”? " if near else ""
        PartyrollError.__init__(
            self,
            f"không có thiết lập nào tên “{name}”",
            where=where,
            hint=f"{meant}Các tên dùng được: {', '.join(names)}",
        )


def checked_section(section: str, stated: object, known: Iterable[str]) -> Mapping[str, Any]:
    """Return what a section states; a rule misspelt must not go unheard."""
    if not isinstance(stated, dict):
        raise BadSetting(FILE_NAME, section, stated, f"[{section}]")
    names = list(known)
    unknown = next((name for name in stated if name not in names), None)
    if unknown is not None:
        place = f"{section}.{unknown}" if section else f"[{unknown}]"
        raise UnknownSetting(FILE_NAME, place, names)
    return stated
