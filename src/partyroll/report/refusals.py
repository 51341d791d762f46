"""What of a report cannot be shown, and what can."""

from collections.abc import Iterable

from partyroll.errors import PartyrollError

_MOST = 16


class SeveralCells(PartyrollError):
    """A row or column was asked for by words that several bear."""

    exit_code = 2

    def __init__(self, address: str, what: str, asked: str, fitting: Iterable[str]) -> None:
        codes = list(fitting)
        super().__init__(
            f"có {len(codes)} {what} mang tên “{asked}”",
            where=address,
            hint=f"gõ đủ: {' · '.join(codes[:_MOST])}",
        )


class NoNames(PartyrollError):
    """A number was asked for that rests on a paper or on several years, not on names."""

    exit_code = 2

    def __init__(self, address: str, number: object) -> None:
        super().__init__(
            f"sổ không có danh sách những người của số {number} này",
            where=address,
            hint="số này lấy từ báo cáo, hoặc không đếm người ra khỏi Đảng; mở được các cột xóa"
            " tên, xin ra, khai trừ, từ trần",
        )


class UnknownCell(PartyrollError):
    """A cell was asked for that no table of the report has."""

    exit_code = 2

    def __init__(self, address: str, what: str, asked: str, valid: Iterable[str]) -> None:
        words = list(valid)
        shown = " · ".join(words[:_MOST])
        more = f" · … và {len(words) - _MOST} nữa" if len(words) > _MOST else ""
        super().__init__(
            f"không có {what} “{asked}”",
            where=address,
            hint=f"{what} có thể gõ: {shown}{more}",
        )
