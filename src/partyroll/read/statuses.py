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
    (ExitKind.WITHDREW, re.compile(r"\b(?:don )?xin ra\b|\bcho ra\b|\btu nguyen ra\b")),
    (ExitKind.EXPELLED, re.compile(r"\bkhai tru\b")),
    (ExitKind.REMOVED, re.compile(r"\bxoa ten\b|^(?:bi )?xt$")),
    (ExitKind.DIED, re.compile(r"\btu tran\b|\bqua doi\b|^(?:da )?(?:chet|mat)\b")),
    (ExitKind.OUT, re.compile(r"\bchuyen (?:di|sinh hoat|shd|sh|ra)\b|\bda chuyen\b")),
    (ExitKind.LEFT_UNSTATED, re.compile(r"\b(?:dua|roi|ra) (?:ra )?khoi dang\b|^roi dang$")),
    (ExitKind.OTHER_DECREASE, re.compile(r"^giam khac$|\bhuy (?:quyet dinh|ket nap)\b")),
)
# Words that look like an exit and state none (a record must say it).
_NO_EXIT = re.compile(r"^de nghi\b|\bdinh chi\b|\bgian doan\b|\bdang xem xet\b")


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
    return Status(kind.value) if kind else None
