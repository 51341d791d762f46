"""Words above a list, or over its unknown columns, that do not speak of members."""

import re
from collections.abc import Iterable, Iterator, Sequence

from partyroll.read.heads import Head
from partyroll.text import fold

_ASIDE = re.compile(  # a line above a table that explains or counts, and names no list
    r"(?:ghi chu|chu thich|chu giai|luu y|tong so|trong do|si so|so dang vien)\b"
)
_WITHOUT = re.compile(r"\b(?:khong|chua) (?:bao gom|gom|tinh|ke)\b[^|]*")
_LEFT: tuple[tuple[str, str], ...] = (
    (
        "ra khỏi Đảng",
        r"\bra khoi dang\b|\bdua ra\b|\bxin ra\b|\broi (?:khoi )?dang\b|\bra dang\b",
    ),
    ("xóa tên", r"\bxoa ten\b"),
    ("khai trừ", r"\bkhai tru\b"),
    ("từ trần", r"\btu tran\b|\bqua doi\b|\bda (?:mat|chet)\b|\btruy tang\b|\bhy sinh\b"),
    ("giảm", r"\bdang vien giam\b|\bgiam dang vien\b|\btang,? (?:va )?giam\b"),
    ("biến động", r"\bbien dong (?:dang vien|tang|so luong|nhan su)\b"),
)
_NO_MEMBERS_HERE: tuple[tuple[str, str], ...] = (
    *_LEFT,
    ("chuyển sinh hoạt", r"\bchuyen (?:di|den|sinh hoat|shd?|dang)\b"),
    (
        "nơi cư trú",
        (
            r"\b(?:ve|voi|tai) noi cu tru\b"
            r"|\b(?:dang vien|dien|quy dinh|qd|sinh hoat|theo) (?:so )?(?:213|76)\b"
        ),
    ),
    ("kỷ luật", r"\bky luat\b|\bnhac nho\b|\bphe binh\b|\bvi pham\b"),
    (
        "quần chúng",
        r"\bquan chung\b|\bnhan thuc ve dang\b|\bcam tinh dang\b|\bdoan vien uu tu\b",
    ),
    ("nguồn kết nạp", r"\b(?:tao nguon|nguon (?:ket nap|phat trien))\b"),
    (
        "xét kết nạp",
        r"\b(?:xet|de nghi|du kien|doi tuong|cho|ke hoach) (?:de nghi )?(?:duoc )?ket nap\b",
    ),
    ("đối tượng Đảng", r"\bdoi tuong dang\b|\bxin vao dang\b"),
)
# Of these a title may speak beside members: "đảng viên là công chức".
_OTHERS = r"doan vien|hoi vien|cong doan vien|cbcc\w*|dai bieu|khach moi|cu tri|ho ngheo"
_MAYBE_A_UNIT = (  # a cell may be called so: "Chi bộ sinh viên", the sheet "Sinh viên 1"
    r"can bo|cong chuc|vien chuc|nhan vien|nguoi lao dong|hoc sinh|sinh vien|thanh nien"
    r"|dan quan|tap the|ca nhan|hoi dong nhan dan|nguoi cao tuoi|cuu chien binh|nong dan"
    r"|phu nu|ho dan|cong dan|cong nhan(?! (?:dang|chinh))"
)
_LIST_OF_OTHERS = re.compile(
    rf"\bdanh sach (?:(?!chi\b|dang\b|to\b|cap\b)\w+,? ){{0,3}}?(?:{_OTHERS}|{_MAYBE_A_UNIT})\b"
)
_SHEET_OF_OTHERS = re.compile(rf"(?:ds |danh sach )?(?:{_OTHERS})\b.*")
_OF_THE_PARTY = re.compile(r"\b(?:dang vien|cap uy|chi uy|dang uy vien|bi thu)\b")
_OTHERS_SHOWN = "người không hẳn là đảng viên"


_PROPOSED_SHOWN = {
    "de nghi": "đề nghị",
    "de xuat": "đề xuất",
    "kien nghi": "kiến nghị",
    "du kien": "dự kiến",
    "cho xet": "chờ xét",
    "dang xet": "đang xét",
    "xem xet": "xem xét",
    "nguy co": "nguy cơ",
    "canh bao": "cảnh báo",
    "khieu nai": "khiếu nại",
    "phuc hoi": "phục hồi",
    "khoi phuc": "khôi phục",
    "ket nap lai": "kết nạp lại",
}
# A title that only proposes, foresees or takes back: nobody has left by it.
_PROPOSED = re.compile(rf"\b(?P<what>{'|'.join(_PROPOSED_SHOWN)})\b")


def spoken_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield the folded lines that say whose list it is, without what is not in it."""
    for line in lines:
        if not _ASIDE.match(line.strip()):
            yield _WITHOUT.sub(" ", line)


def no_members_in(lines: Sequence[str]) -> str:
    """Return the words of a title that do not speak of members, or ""."""
    for shown, pattern in _NO_MEMBERS_HERE:
        if any(re.search(pattern, line) for line in lines):
            return shown
    lists = [line for line in lines if not _OF_THE_PARTY.search(line)]
    others = (_LIST_OF_OTHERS.search(x) or _SHEET_OF_OTHERS.fullmatch(x) for x in lists)
    return _OTHERS_SHOWN if any(others) else ""


def leaving_in(lines: Iterable[str]) -> str:
    """Return the words of a title that say people left, or ""."""
    texts = [*lines]
    return next(
        (shown for shown, pattern in _LEFT if any(re.search(pattern, t) for t in texts)), ""
    )


def proposed_in(lines: Iterable[str]) -> str:
    """Return the words by which a title only proposes that people leave, or ""."""
    for line in lines:
        if (found := _PROPOSED.search(line)) and leaving_in([line]):
            return _PROPOSED_SHOWN[found["what"]]
    return ""


def leaving_in_headings(head: Head) -> str:
    """Return what headings that mean no field say of leaving, or ""."""
    return leaving_in(fold(column.text) for column in head.columns if not column.meaning.fields)
