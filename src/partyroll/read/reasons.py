"""Why someone left, by the words of the paper; the text is kept beside it."""

import re

from partyroll.model import ExitKind, Reason
from partyroll.text import fold

# The words stand without accents; several may be found, in the order written.
_SKIPPED = (
    r"\bbo (?:sinh hoat|shd?\b|hop)|tu y (?:bo|nghi) sinh hoat|vang (?:mat )?sinh hoat"
    r"|khong (?:tham gia |du |den |tham du )?(?:sinh hoat|shd?\b)"
)
_UNPAID = (
    r"khong (?:dong|nop) (?:dang phi|dp\b)|(?:chua|no) (?:dong |nop )?(?:dang phi|dp\b)"
    r"|^dp$|bo dong dang phi"
)
_NO_WILL = r"giam sut y chi|khong (?:con )?phan dau|khong lam nhiem vu|thieu tu duong"
_NOT_CONFIRMED = r"khong (?:du (?:dieu kien|tieu chuan) )?(?:de |duoc )?cong nhan|du bi khong"
_EMIGRATED = r"xuat canh|dinh cu|(?:di|ra) nuoc ngoai (?:cung|theo|voi) gia dinh|di cu"
_HARDSHIP = r"gia dinh kho khan|hoan canh (?:gia dinh|kho khan)|kinh te kho khan"
_FAR = r"lam an xa|di lam xa|di xa|lao dong (?:o )?nuoc ngoai|lam viec (?:o )?xa"
_WORDS: tuple[tuple[Reason, str], ...] = (
    (Reason.TRANSFER_NOT_PRESENTED, r"khong nop (?:ho so|giay) (?:chuyen|gioi thieu)"),
    (Reason.SKIP_MEETINGS, _SKIPPED),
    (Reason.UNPAID_DUES, _UNPAID),
    (Reason.DESTROYED_CARD, r"huy (?:bo )?the"),
    (Reason.RETURNED_CARD, r"(?:tra|nop) (?:lai )?the"),
    (Reason.TWO_YEARS_UNFIT, r"(?:hai|2) nam lien|vi pham tu cach"),
    (Reason.LOST_WILL, _NO_WILL),
    (Reason.PROBATION_NOT_CONFIRMED, _NOT_CONFIRMED),
    (Reason.POLITICAL_STANDARD, r"tieu chuan chinh tri|lich su chinh tri"),
    (Reason.WRONGLY_ADMITTED, r"(?:ket nap|cong nhan) (?:sai|khong dung)"),
    (Reason.EMIGRATE_WITH_FAMILY, _EMIGRATED),
    (Reason.FAMILY_HARDSHIP, _HARDSHIP),
    (Reason.FAR_WORK, _FAR),
    (Reason.HEALTH_AGE, r"tuoi cao|gia yeu|suc yeu|suc khoe|om dau|benh"),
    (Reason.RELIGION, r"ton giao|theo dao|cong giao"),
    (Reason.WORKPLACE, r"ly do cong tac|doanh nghiep tu nhan|cong viec"),
)
_PATTERNS = tuple((reason, re.compile(words)) for reason, words in _WORDS)
_APPLIED = re.compile(r"\bdon xin ra\b|\bxin ra khoi dang\b|\bco don xin\b|\bxin ra dang\b")


def reasons_in(text: str) -> tuple[Reason, ...]:
    """Return the reasons that `text` names, the first written first."""
    folded = fold(text)
    if not folded or folded in {"-", "khong", "khong ro"}:
        return (Reason.UNSTATED,)
    found = [(m.start(), reason) for reason, words in _PATTERNS if (m := words.search(folded))]
    reasons = tuple(reason for _, reason in sorted(found, key=lambda place: place[0]))
    return reasons or (Reason.OTHER,)


def kind_by_ground(stated: ExitKind | None, text: str) -> ExitKind | None:
    """Return the kind of exit by its ground: "QĐ xóa tên" upon an application is withdrawal."""
    if stated in {ExitKind.REMOVED, ExitKind.LEFT_UNSTATED, None}:
        if _APPLIED.search(fold(text)):
            return ExitKind.WITHDREW
        if Reason.PROBATION_NOT_CONFIRMED in reasons_in(text):
            return ExitKind.REMOVED
    return stated
