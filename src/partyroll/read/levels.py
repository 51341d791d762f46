"""The words for yearly ratings, as offices write and shorten them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from partyroll.model import RatingLevel
from partyroll.text import fold

_WORDS = {
    RatingLevel.EXCELLENT: (
        "htxsnv|htxs|xsnv|xuat sac|hoan thanh xuat sac|hoan thanh xuat sac nhiem vu"
        "|hoan thanh xuat sac nv|ht xuat sac|ht xuat sac nv|ht xuat sac nhiem vu|ht xs nv"
        "|hoan thanh xs nhiem vu|muc 1"
    ),
    RatingLevel.GOOD: (
        "httnv|htt|tot|hoan thanh tot|hoan thanh tot nhiem vu|hoan thanh tot nv|ht tot"
        "|ht tot nv|ht tot nhiem vu|muc 2"
    ),
    RatingLevel.COMPLETE: "htnv|ht|hoan thanh|hoan thanh nhiem vu|hoan thanh nv|ht nv|muc 3",
    RatingLevel.NOT_COMPLETE: (
        "khtnv|kht|khong htnv|khong ht|khong hoan thanh|khong hoan thanh nhiem vu"
        "|khong hoan thanh nv|chua hoan thanh nhiem vu|muc 4"
        # Before 2018 one level stood for both; what is written is kept beside it.
        "|vi pham tu cach|vi pham tu cach hoac khong hoan thanh nhiem vu"
        "|vi pham tu cach hoac khong hoan thanh|khong hoan thanh nhiem vu hoac vi pham tu cach"
    ),
    RatingLevel.NOT_RATED: (
        "chua danh gia|chua kiem diem|chua xep loai|khong danh gia|khong kiem diem"
        "|khong xep loai|mien kiem diem|mien danh gia|mien xep loai|duoc mien kiem diem"
        "|chua danh gia xep loai|khong danh gia xep loai|chua kiem diem danh gia"
        "|chua danh gia xep loai chat luong|chua kiem diem tu phe binh va phe binh"
        "|chua duoc danh gia|chua du thoi gian danh gia"
    ),
}
_LEVEL = {word: level for level, words in _WORDS.items() for word in words.split("|")}
_LEAD = re.compile(
    r"^(?:(?:xep loai|dat|loai|dang vien|muc do|danh gia|du tu cach|du tc|dtc)\s+)+(?=\S)"
)
_BREAK = re.compile(r"[():;/\[\]–=]|\s-\s")
_SIGNS = re.compile(r"[^a-z0-9 ]+")


@lru_cache(maxsize=2_000)
def level_of(text: str) -> RatingLevel | None:
    """Return the level that `text` names, None where it names none, or two different ones."""
    folded = fold(text)
    if (level := _known(folded)) is not None:
        return level
    parts = [part for part in _BREAK.split(folded) if part.strip()]
    levels = {_known(part) for part in parts}
    return levels.pop() if len(levels) == 1 else None


def level_in(text: str, legend: Mapping[str, str]) -> RatingLevel | None:
    """Return the level of a cell; what the list explains as a mark comes first."""
    meant = legend.get(text.casefold())
    return level_of(meant) if meant else level_of(text)


def _known(folded: str) -> RatingLevel | None:
    plain = " ".join(_SIGNS.sub(" ", folded).split())
    return _LEVEL.get(plain) or _LEVEL.get(_LEAD.sub("", plain))
