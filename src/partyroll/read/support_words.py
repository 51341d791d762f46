"""The words of help, praise and discipline, as offices write them."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from partyroll.messages import (
    AWARD_FORM,
    DISCIPLINE_FORM,
    NEED,
    SUPPORT_MEASURE,
    SUPPORT_OUTCOME,
)
from partyroll.model import (
    AwardForm,
    DisciplineForm,
    Need,
    SupportMeasure,
    SupportOutcome,
)
from partyroll.text import fold

Code = TypeVar("Code", bound=StrEnum)

BADGE_YEARS = frozenset({30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90})
_NOTHING = re.compile(r"|[-–—?0.]+|(?:chua|khong)(?: (?:co|ro|ghi|giup|duoc giup|gi))*")
_NOT_YET = re.compile(
    r"(?:chua|khong|du kien|se|cho|dang (?:xem xet|de nghi|cho|lam thu tuc|xin|xac minh))\b"
    r"(?! vay| muon)"
)
# The words stand without accents; of several the one written first is meant.
_NEEDS: dict[Need, str] = {
    Need.DISCHARGED: (
        r"xuat ngu|phuc vien|giai ngu|ra quan\b|hoan thanh nghia vu (?:quan su|cong an)"
    ),
    Need.DISASTER: (
        r"thien tai|bao lu|lu lut|lu quet|sat lo|hoa hoan|chay nha|mat mua|han han"
        r"|dich benh"
    ),
    Need.JOB: r"viec lam|that nghiep|mat viec|tim viec|thieu viec|khong co viec|xin viec",
    Need.HEALTH: (
        r"\bom\b|(?<!dich )benh\b|tai nan|dieu tri|tan tat|khuyet tat|nam vien|ung thu"
        r"|suc khoe"
    ),
    Need.LOAN: r"vay von|von vay|can von|thieu von|vay tien|ho tro von",
    Need.HARDSHIP: r"kho khan|(?<!hiem )ngheo|hoan canh|neo don|don than|kinh te",
}
_MEASURES: dict[SupportMeasure, str] = {
    SupportMeasure.DUES_RELIEF: (
        r"(?:mien|giam|cham|hoan)(?: (?:dong|nop))? dang phi|(?:mien|giam)(?: dong)? dp\b"
    ),
    SupportMeasure.JOB_INTRODUCTION: (
        r"gioi thieu (?:cong )?viec|gioi thieu vao lam|tao (?:cong an )?viec"
        r"|bo tri (?:cong )?viec"
        r"|nhan vao lam|viec lam"
    ),
    SupportMeasure.TRAINING: r"day nghe|hoc nghe|dao tao|tap huan|boi duong nghe",
    SupportMeasure.LOAN: r"\bvay\b|\bvon\b|tin chap",
    SupportMeasure.HOUSING: (
        r"\bnha (?:o|tinh|dai doan ket|cho)|(?:lam|sua|xay|dung) (?:lai )?nha|mai am"
    ),
    SupportMeasure.INSURANCE: r"bao hiem|bhyt|bhxh",
    SupportMeasure.MEETING: r"gap go|gap mat|toa dam|doi thoai|don tiep|tiep xuc|\bgap\b",
    SupportMeasure.VISIT: r"tham hoi|tham om|\btham\b(?! gia| muu| dinh)|dong vien",
    SupportMeasure.GIFT: (
        r"tang (?:\d+ )?(?:suat )?qua|\bqua (?:tet|le|bang)|suat qua|\bqua$|cuu tro|tro cap"
        r"|quyen gop|giup tien|tien mat|(?:ho tro|tang) (?:bang )?tien"
    ),
    SupportMeasure.HELPER: r"phan cong|kem cap|cu (?:dang vien|nguoi)|do dau|giup do truc tiep",
}
# Said of many things: only where nothing says it more closely.
_GIVEN = r"\btang\b|\btrao\b|ho tro"
# What is not so yet comes before what is: "chưa ổn định" holds "ổn định".
_OUTCOMES: dict[SupportOutcome, str] = {
    SupportOutcome.WORSE: r"kho khan hon|xau hon|nang hon|nang them|tai ngheo|xau di",
    SupportOutcome.UNCHANGED: (
        r"\bchua\b|khong (?:thay doi|chuyen bien|thoat|kha hon|doi)|van (?:con )?(?:kho"
        r"|ngheo)|nhu cu|con kho khan"
    ),
    SupportOutcome.LEFT: (
        r"chuyen di|chuyen sinh hoat|ra khoi dang|xoa ten|tu tran|da mat\b"
        r"|khong con sinh hoat"
    ),
    SupportOutcome.RESOLVED: (
        r"on dinh|thoat (?:can )?ngheo|giai quyet|het kho khan|co viec|da xong|hoan thanh"
        r"|da tra(?: (?:het|xong|no))?\b|tra no"
        r"|khoi benh|binh phuc|da gap"
    ),
    SupportOutcome.BETTER: (
        r"kha hon|tot hon|bot kho|giam kho|do kho|chuyen bien|tien bo|kha len|cai thien"
    ),
}
_AWARDS: dict[AwardForm, str] = {
    AwardForm.BADGE: r"huy hieu(?: dang)?|\bhhd\b",
    AwardForm.MERIT: (
        r"huan chuong|huy chuong|ky niem chuong|danh hieu (?:vinh du )?nha nuoc|anh hung"
    ),
    AwardForm.COMMENDATION: r"bang khen|giay khen|\bbk\b|\bgk\b|thu khen",
    AwardForm.EXAMPLE: r"dien hinh|guong|bieu duong|ton vinh|tieu bieu|nguoi tot",
    AwardForm.TITLE: r"danh hieu|chien si thi dua|\bcstd|lao dong tien tien|\bldtt|xuat sac",
}
_DISCIPLINES: dict[DisciplineForm, str] = {
    DisciplineForm.REPRIMAND: r"khien trach",
    DisciplineForm.WARNING: r"canh cao",
    DisciplineForm.DISMISSAL: r"cach (?:het )?(?:cac )?chuc",
    DisciplineForm.EXPULSION: r"khai tru",
}
_NOT_SO = re.compile(
    r"\b(?:khong|chua|mien)(?: (?:bi|phai|co))? (?:ky luat|khien trach|canh cao"
    r"|cach chuc|khai tru)"
)
_YEARS = re.compile(r"(?<!\d)(\d\d)(?!\d)")


@lru_cache(maxsize=2_000)
def need_of(text: str) -> Need | None:
    """Return the need that `text` names; None where it names none of the list."""
    return _worded(text, NEED, Need) or _first(text, _NEEDS)


@lru_cache(maxsize=2_000)
def measure_of(text: str) -> SupportMeasure | None:
    """Return what was done by the words of `text`; None where it is none of the list."""
    found = _worded(text, SUPPORT_MEASURE, SupportMeasure) or _first(text, _MEASURES)
    return found or (SupportMeasure.GIFT if _says(_GIVEN, text) else None)


@lru_cache(maxsize=2_000)
def outcome_of(text: str) -> SupportOutcome | None:
    """Return what became of a need; None where the words do not say."""
    found = _worded(text, SUPPORT_OUTCOME, SupportOutcome)
    return found or next((o for o, words in _OUTCOMES.items() if _says(words, text)), None)


@lru_cache(maxsize=2_000)
def award_of(text: str) -> AwardForm | None:
    """Return the form of praise that `text` names; None where it is none of the list."""
    return _worded(text, AWARD_FORM, AwardForm) or _first(text, _AWARDS)


@lru_cache(maxsize=2_000)
def discipline_of(text: str) -> DisciplineForm | None:
    """Return the form of discipline; None where `text` names none, or two of them."""
    if worded := _worded(text, DISCIPLINE_FORM, DisciplineForm):
        return worded
    if _NOT_SO.search(fold(text)):
        return None
    named = [form for form, words in _DISCIPLINES.items() if _says(words, text)]
    return named[0] if len(named) == 1 else None


def badge_years(text: str) -> int | None:
    """Return for how many years a badge is, where `text` says one of those that exist."""
    years = {int(found) for found in _YEARS.findall(text)} & BADGE_YEARS
    return years.pop() if len(years) == 1 else None


def says_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing yet: "-", "chưa có"."""
    return _NOTHING.fullmatch(fold(text).strip(" .!")) is not None


def says_not_yet(text: str) -> bool:
    """Whether a cell of measures says in its own words that nothing was done yet."""
    return _NOT_YET.match(fold(text)) is not None


def _worded(text: str, words: Mapping[str, str], codes: type[Code]) -> Code | None:
    """Return the code whose words, or whose own name, are the whole of `text`."""
    wanted = fold(text).strip(" .")
    if not wanted:
        return None
    return next(
        (codes(code) for code, said in words.items() if wanted in {fold(said), fold(code)}),
        None,
    )


def _first(text: str, patterns: Mapping[Code, str]) -> Code | None:
    folded = fold(text)
    found = [
        (place.start(), code)
        for code, words in patterns.items()
        if (place := re.search(words, folded))
    ]
    return min(found, key=lambda one: one[0])[1] if found else None


def _says(words: str, text: str) -> bool:
    return re.search(words, fold(text)) is not None
