"""What people put before a name out of respect: "Ông", "TS.", "Đại tá"; it is no part of it."""

import re

from partyroll.text import same_key

_TITLES = re.compile(
    r"(?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|NCS|CN|KS|KTS|BS|DS|LS|YS|ĐD|NGƯT|NGND|TTƯT|TTND|NSƯT|NSND"
    r"|CK ?(?:I{1,2}|[12])|BSCK ?(?:I{1,2}|[12])"
    r"|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)|nhà giáo (?:ưu tú|nhân dân)"
    r"|(?:phó )?giáo sư|tiến s[ĩỹ]|thạc s[ĩỹ]|bác s[ĩỹ]|dược s[ĩỹ]|luật sư|kỹ sư|cử nhân)"
    r"(?=[\s.,:/-])[\s.,:/-]*)+",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"\(?(?:ông|bà|anh|chị|cô|thầy|bác|chú|cụ)\)?[.:]?\s+(?=(\w+)\s+\w)", re.IGNORECASE
)
# "Ông Trần Văn Bình" is Mr Trần; in "Ông Ích Khiêm" the family is called Ông.
_FAMILY_NAMES = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đào đoàn trịnh
trương lâm mai tô tạ hà cao châu lương lưu phùng quách thái tăng triệu vương nông lò quàng cầm
vi lục ma giàng vàng sùng thào hứa khổng kiều la lại mạc nghiêm ninh bế chu đàm tống đồng doãn
tôn trà thạch sơn danh kim hầu cù cung diệp giáp lã lỗ nhan phí quan thân thẩm thiều tiêu tòng
trang từ ứng bạch bàn chẩu chử đậu điêu hạ
"""
_FAMILIES = frozenset(map(same_key, _FAMILY_NAMES.split()))
_WORDS = {"ông", "bà", "anh", "chị", "cô", "thầy", "bác", "chú", "cụ"} | {
    *("đại", "thượng", "trung", "thiếu", "nhà", "phó", "giáo", "tiến", "thạc", "dược", "luật"),
    *("kỹ", "cử", "gs", "pgs", "tskh", "ts", "ths", "ncs", "cn", "ks", "kts", "bs", "ds", "ls"),
    *("ys", "đd", "ngưt", "ngnd", "ttưt", "ttnd", "nsưt", "nsnd"),
}
_LEAST = 2  # words that a name has


def may_begin_with_honour(text: str) -> bool:
    """Whether the first word of `text` may be none of the name: quick to see."""
    return text.partition(" ")[0].casefold() in _WORDS


def without_honours(text: str) -> str:
    """Return a name without what stands before it out of respect."""
    while True:
        rest = _without_one(text)
        if rest == text or len(rest.split()) < _LEAST:
            return text
        text = rest


def _without_one(text: str) -> str:
    polite = _POLITE.match(text)
    if polite and same_key(polite[1]) in _FAMILIES:
        return text[polite.end() :]
    title = _TITLES.match(text)
    return text[title.end() :] if title else text
