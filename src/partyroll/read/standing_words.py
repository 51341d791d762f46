"""Words in a month's cell that say somebody is not yet, or no longer, a member here."""

import re

_MONTH = r"(?:t|thang|th)\.? ?\d"
_NOT_YET = re.compile(
    r"^(?:chua (?:kn|ket nap|vao dang|chuyen den|ve)\b|(?:moi )?(?:kn|ket nap)\b"
    r"|(?:moi )?chuyen (?:shd? |sinh hoat (?:dang )?)?(?:den|ve|vao)"
    rf"(?:$| (?:tu|ngay)\b| {_MONTH})|(?:moi )?ve (?:tu\b|{_MONTH}))"
)
_LEFT = re.compile(
    r"^(?:da )?(?:chuyen (?:di|ra|sh|shd|sinh hoat)\b|chuyen$|tu tran|qua doi|chet\b"
    r"|mat(?:$| ngay| thang| t ?\d)|xoa ten|xt$|khai tru|xin ra\b|ra khoi dang)"
)


def not_yet_here(folded: str) -> bool:
    """Whether words say that somebody came later: "KN T5", "chuyển SHĐ đến từ T6"."""
    return _NOT_YET.match(folded) is not None


def no_longer_here(folded: str) -> bool:
    """Whether words say that somebody has left: "chuyển đi T7", "từ trần"."""
    return _LEFT.match(folded) is not None and not not_yet_here(folded)
