"""Marks and single words of a dues cell that say everything, folded."""

from partyroll.model import Letter

_PAID = frozenset(
    {"x", "✓", "✔", "√", "v", "☑", "●", "da nop", "da thu", "da dong", "du", "nop du"}
    | {"dong du", "ck", "chuyen khoan", "da ck", "da chuyen khoan", "tru luong", "da tru luong"}
    | {
        "khong no",
        "het no",
        "khong con no",
        "roi",
        "co",
        "dong",
        "nop",
        "da nop du",
        "true",
        "ok",
        "thu",
    }
    | {"momo", "vnpay", "qr", "banking", "ibanking", "internet banking", "dvc", "qua dvc"}
    | {"cong dvc", "dvcqg", "cong dvcqg", "cong dich vu cong", "dich vu cong", "online"}
)
_UNPAID = frozenset(
    {"chua", "chua nop", "chua dong", "chua thu", "no", "khong nop"}
    | {"khong dong", "con no", "chua nop dp", "chua dong dp", "no dp"}
)
# Some offices tick with o, some write it where nothing was paid; k may be "không nợ".
_UNCLEAR = frozenset({"-", "–", "—", "--", "_", "/", "o", "k", "false"})
_EXEMPT = frozenset(
    {"mien", "m", "duoc mien", "mien dong", "mien dp", "mien dang phi", "mien dong dp"}
    | {"mien dong dang phi", "duoc mien dong", "mien phi", "khong phai dong", "khong phai nop"}
)
_DEFERRED = frozenset(
    {"hoan", "hoan dong", "cham dong", "duoc cham dong", "tam hoan", "tam hoan dong"}
)
_LETTERS: dict[str, str] = {
    word: letter
    for words, letter in (
        (_PAID, Letter.PAID),
        (_UNPAID, Letter.UNPAID),
        (_EXEMPT, Letter.EXEMPT),
        (_DEFERRED, Letter.DEFERRED),
    )
    for word in words
}


def is_unclear(folded: str) -> bool:
    """Whether a mark means something only where a legend says what."""
    return folded in _UNCLEAR


def letter_of(folded: str) -> str:
    """Return the letter that a folded mark or word stands for ("" = none)."""
    return _LETTERS.get(folded, "")
