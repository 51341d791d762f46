"""The kinds of reasons and papers by the words people use for them."""

from collections.abc import Mapping

from partyroll.messages import EXCUSE, PERMISSION, TEMPORARY_STAY
from partyroll.model import ExcuseKind, Ground, PermissionKind, StayKind
from partyroll.text import fold

Kind = ExcuseKind | PermissionKind | StayKind
KINDS: tuple[Kind, ...] = (*ExcuseKind, *PermissionKind, *StayKind)
_ALL: Mapping[str, str] = {**EXCUSE, **PERMISSION, **TEMPORARY_STAY}
WORDS: Mapping[str, str] = {kind: words[:1].lower() + words[1:] for kind, words in _ALL.items()}
# Besides the code and the words that are printed; written as they sound without accents.
_ALSO: Mapping[Kind, tuple[str, ...]] = {
    ExcuseKind.SICKNESS: (
        "om",
        "om dau",
        "nghi om",
        "benh",
        "nam vien",
        "chua benh",
        "dieu tri",
    ),
    ExcuseKind.MATERNITY: ("sinh con", "nghi sinh", "nghi thai san"),
    ExcuseKind.DISASTER: ("thien tai", "dich benh", "bao lu", "lu lut"),
    ExcuseKind.DETENTION: ("tam giu", "tam giam", "bi tam giam", "bi tam giu"),
    ExcuseKind.DUTY: ("cong tac", "di cong tac", "lam nhiem vu", "nhiem vu"),
    ExcuseKind.SEA_VOYAGE: ("di bien", "bam bien"),
    ExcuseKind.FAMILY: ("gia dinh", "viec nha"),
    ExcuseKind.TRANSFER_IN_PROGRESS: ("dang chuyen", "transfer"),
    ExcuseKind.OTHER: ("khac",),
    PermissionKind.EXEMPT_ACTIVITY: (
        "mien sinh hoat",
        "mien sinh hoat dang",
        "mien cong tac va sinh hoat",
        "mien cong tac, sinh hoat",
    ),
    PermissionKind.TEMP_EXEMPT: ("tam mien", "tam mien sinh hoat dang"),
    PermissionKind.SUSPENDED: ("dinh chi",),
    PermissionKind.EXEMPT: ("mien dong dang phi", "mien dp"),
    PermissionKind.REDUCED: ("giam", "giam dang phi", "giam dp"),
    PermissionKind.DEFERRED: ("hoan", "cham dong", "hoan dong dang phi", "cham dong dang phi"),
    StayKind.TEMP_TRANSFER: (
        "sinh hoat tam thoi",
        "sinh hoat dang tam thoi",
        "chuyen sinh hoat tam thoi",
        "chuyen sinh hoat dang tam thoi",
        "chuyen tam thoi",
        "tam thoi",
    ),
    StayKind.ABROAD: ("nuoc ngoai", "ra nuoc ngoai", "di nuoc ngoai", "o nuoc ngoai"),
}
GROUNDS: Mapping[str, Ground] = {
    "all": Ground.MIXED,
    "dues": Ground.UNPAID_DUES,
    "meetings": Ground.SKIP_MEETINGS,
}


def kind_of(typed: str) -> Kind | None:
    """Return the kind meant by a code or by words; None where they fit none."""
    wanted = _key(typed)
    return next((kind for kind in KINDS if wanted in _names(kind)), None)


def reason_in(words: str) -> ExcuseKind | None:
    """Return the kind of reason that words name first, wherever they do; None = no kind."""
    said = f" {_key(words)} "
    places = [
        (place, -len(name), kind)
        for kind in ExcuseKind
        if kind is not ExcuseKind.OTHER
        for name in _names(kind)
        if (place := said.find(f" {name} ")) >= 0
    ]
    return min(places)[2] if places else None


def _names(kind: Kind) -> set[str]:
    return {_key(kind.value), _key(WORDS[kind.value]), *(_key(word) for word in _ALSO[kind])}


def _key(text: str) -> str:
    return " ".join(fold(text).replace("_", " ").replace("-", " ").replace(",", " ").split())


def ground_of(words: str) -> str:
    """Return what a reason is limited to, of the words in a cell: both where it says both."""
    folded = fold(words)
    dues, meetings = "dang phi" in folded, "sinh hoat" in folded
    return "all" if dues == meetings else "dues" if dues else "meetings"
