"""Why something about ratings cannot be written down or shown, said once."""

from typing import ClassVar

from partyroll.errors import PartyrollError


class YearToCome(PartyrollError):
    """A year that has not begun."""

    exit_code: ClassVar[int] = 2

    def __init__(self, year: int) -> None:
        super().__init__(f"năm {year} chưa tới", hint="xem lại --year")


class EmptyScreening(PartyrollError):
    """A screening of which nothing is told."""

    exit_code: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__(
            "thiếu ngày, người giúp đỡ hoặc kết luận của lần rà soát",
            hint='ví dụ: partyroll rating screen "Lò Văn An" --on 15/1/2025',
        )


class EmptyRemark(PartyrollError):
    """A remark without its words, or without the place that made it."""

    exit_code: ClassVar[int] = 2

    def __init__(self) -> None:
        super().__init__(
            "thiếu nơi nhận xét (--place) hoặc lời nhận xét (--text)",
            hint='ví dụ: partyroll rating remark "Lò Văn An" --place "Khu phố 3" --text "tốt"',
        )


class NobodyRated(PartyrollError):
    """A unit without a rating in the year."""

    def __init__(self, unit: str, year: int | None, known: tuple[int, ...]) -> None:
        of_year = f" năm {year}" if year else ""
        years = ", ".join(map(str, known))
        super().__init__(
            f"sổ chưa có kết quả xếp loại{of_year} của {unit}",
            hint=f"các năm có trong sổ: {years}"
            if years
            else "nhập bảng xếp loại: partyroll import TỆP (mẫu: partyroll template ratings)",
        )
