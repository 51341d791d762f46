"""Words for where a person stands, and for how someone left."""

import re

from partyroll.model import ExitKind, Status

ACTIVE = frozenset({"dang sinh hoat", "dang sinh hoat dang", "dang sh", "binh thuong"})
EXEMPT = frozenset(
    {
        "mien sinh hoat",
        "mien cong tac va sinh hoat dang",
        "mien sh",
        "msh",
        "mien sinh hoat dang",
        "mien cong tac",
    }
)
# Whole phrases, the telling ones first: "xin ra khỏi Đảng" holds "ra khỏi Đảng".
_EXITS: tuple[tuple[ExitKind, re.Pattern[str]], ...] = (
    (
        ExitKind.WITHDREW,
        re.compile(r"\b(?:(?:don )?xin|cho|tu nguyen) ra\b(?! (?:khoi )?danh sach mien)"),
    ),
    (ExitKind.EXPELLED, re.compile(r"\bkhai tru\b")),
    (ExitKind.REMOVED, re.compile(r"\bxoa ten\b|^(?:bi )?xt$")),
    (
        ExitKind.DIED,
        re.compile(
            r"\btu tran\b|\bqua doi\b|^(?:da )?(?:chet\b|mat(?:$|[\s,;.:(]+(?:t ?)?\d"
            r"|[ ,]+(?:ngay|thang|nam|luc|do|vi)\b))"  # a card, contact, health are lost too
        ),
    ),
    (
        ExitKind.OUT,
        re.compile(
            r"\bchuyen (?:di|sinh hoat|shd|sh|ra)\b"
            r"|\bda chuyen\b(?! (?:(?:dang(?: vien)? )?chinh thuc|dvct|ct|ho so|ho khau|khau"
            r"|cong tac|nganh|nghe|nha|cho o|luong|sang luong)\b)"
        ),
    ),
    (ExitKind.LEFT_UNSTATED, re.compile(r"\b(?:dua|roi|ra) (?:ra )?khoi dang\b|^roi dang$")),
    (ExitKind.OTHER_DECREASE, re.compile(r"^giam khac$|\bhuy (?:quyet dinh|ket nap)\b")),
)
_MOVING = r"\bchuyen (?:shd? |sinh hoat (?:dang )?)?"
# Words that look like an exit and state none (a record must say it): proposed, suspended, not
# yet or not done, for a time, or a coming here.
_NO_EXIT = re.compile(
    r"^de nghi\b|\bdinh chi\b|\bgian doan\b|\bdang xem xet\b"
    r"|\b(?:khong|chua|sap|chuan bi|du kien|cho xet|thu tuc) (?:bi |duoc |phai |xet )?"
    r"(?:chuyen|xoa ten|khai tru|xin ra|dua ra|ra khoi dang)\b"
    r"|\b(?:dang|xin|cho) chuyen\b"
    r"|\bchua (?:co |ra )?(?:qd|quyet dinh)\b"
    r"|\bchuyen\b.*\btam thoi\b|\btam (?:thoi )?chuyen\b"
    rf"|{_MOVING}(?:den|ve|vao)(?:$|\W*\d| (?:tu|ngay|thang|nam|t ?\d))"
    r"|\bchuyen (?:ra )?tu\b"
)
_SOMEWHERE = re.compile(rf"{_MOVING}(?:den|ve|vao)\b")  # here, or from here: nobody said


def exit_kind(folded: str) -> ExitKind | None:
    """Return the kind of exit that folded words state; None = no known word."""
    if states_no_exit(folded):
        return None
    return next((kind for kind, words in _EXITS if words.search(folded)), None)


def exit_kinds(folded: str) -> list[ExitKind]:
    """Return every kind of exit that folded words name; an umbrella word only if alone."""
    kinds = [kind for kind, words in _EXITS if words.search(folded)]
    return [kind for kind in kinds if kind is not ExitKind.LEFT_UNSTATED] or kinds


def states_no_exit(folded: str) -> bool:
    """Whether words only propose or suspend: "Đề nghị xóa", "Đình chỉ sinh hoạt"."""
    return _NO_EXIT.search(folded) is not None


def status_in(folded: str) -> Status | None:
    """Return the status that a roster's words state; None = not understood."""
    if re.search(r"\b(?:dinh chi|gian doan)\b", folded):
        return Status.SUSPENDED
    if folded in {"chinh thuc", "dang vien chinh thuc"}:
        return Status.OFFICIAL
    if folded in {"du bi", "dang vien du bi"}:
        return Status.PROBATIONARY
    kind = exit_kind(folded)
    if kind is None or (kind is ExitKind.OUT and _SOMEWHERE.search(folded)):
        return None
    return Status(kind.value)
