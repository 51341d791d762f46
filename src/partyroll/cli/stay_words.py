"""A time of working away in one line, as every command prints it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from partyroll.model import StayAway

_TRANSFERRED = {
    True: "đã chuyển sinh hoạt",
    False: "chưa chuyển sinh hoạt",
    None: "chưa ghi đã chuyển sinh hoạt hay chưa",
}


def stay_words(stay: "StayAway") -> str:
    """Return where somebody works away, since when, by which paper, and who heard of them."""
    parts = [f"Đi làm ăn xa: {stay.place}" if stay.place else "Đi làm ăn xa"]
    parts += [f"từ {stay.start.vi}"] if stay.start else []
    parts += [f"đến {stay.end.vi}"] if stay.end else []
    parts.append(_TRANSFERRED[stay.transferred])
    parts += [f"nơi đến xác nhận {stay.confirmed_on.vi}"] if stay.confirmed_on else []
    parts += [f"giấy tờ: {stay.paper}"] if stay.paper else []
    parts += [f"đã về {stay.returned_on.vi}"] if stay.returned_on else []
    parts += [f"liên hệ: {stay.contact}"] if stay.contact else []
    parts += [f"liên hệ lần cuối {stay.contacted_on.vi}"] if stay.contacted_on else []
    parts += [stay.note] if stay.note else []
    return ", ".join(parts)
