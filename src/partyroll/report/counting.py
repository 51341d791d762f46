"""What is counted: which exits fall into a term, in which order kinds are shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from partyroll.messages import STATUS
from partyroll.model import ExitKind, ExitRecord, Reason
from partyroll.period import Term
from partyroll.text import SortKey, name_sort_key, natural_key

# The order of "Đảng viên giảm trong kỳ" on the printed form.
FORM_ORDER = (
    ExitKind.DIED,
    ExitKind.EXPELLED,
    ExitKind.REMOVED,
    ExitKind.WITHDREW,
    ExitKind.OUT,
    ExitKind.OTHER_DECREASE,
    ExitKind.LEFT_UNSTATED,
)
# Tables that are read rather than copied to the form begin with what the report is about.
HEADLINE_ORDER = (
    ExitKind.REMOVED,
    ExitKind.WITHDREW,
    ExitKind.EXPELLED,
    ExitKind.DIED,
    ExitKind.OUT,
    ExitKind.OTHER_DECREASE,
    ExitKind.LEFT_UNSTATED,
)
LEAVING = (ExitKind.REMOVED, ExitKind.WITHDREW)
UNKNOWN = "Không rõ"
NOT_CONFIRMED = "Trong đó: dự bị không được công nhận"
OUTSIDE_TOTAL = "Không rõ ngày (ngoài tổng số)"

UnitPath = tuple[str, ...]
UnitOrder = tuple[tuple[tuple[int, SortKey], ...], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """The exits of a term, those that nobody can place, and nothing else."""

    exits: tuple[ExitRecord, ...]
    undated: tuple[ExitRecord, ...]


def place_exits(term: Term, exits: Iterable[ExitRecord]) -> Counted:
    """Return the exits that `term` holds and those too imprecise to tell, in reading order."""
    ordered = sorted(exits, key=_reading_order)
    return Counted(
        exits=tuple(record for record in ordered if _held(term, record) is True),
        undated=tuple(record for record in ordered if _held(term, record) is None),
    )


def _held(term: Term, record: ExitRecord) -> bool | None:
    return term.holds(record.counted_on) if record.counted_on else None


def _reading_order(record: ExitRecord) -> tuple[UnitOrder, SortKey, str, str, str]:
    return (
        unit_order(record.unit_path),
        name_sort_key(record.full_name),
        record.person_id,
        str(record.counted_on or ""),
        record.kind,
    )


def unit_order(path: UnitPath) -> UnitOrder:
    """Return the key that sorts units as a tree: parents first, "Chi bộ 2" before "10"."""
    return tuple(natural_key(name) for name in path)


def not_confirmed(record: ExitRecord) -> bool:
    """Whether a removal is that of a probationary member who was not confirmed."""
    return record.kind is ExitKind.REMOVED and Reason.PROBATION_NOT_CONFIRMED in record.reasons


def kind_title(kind: ExitKind) -> str:
    """Return the kind as a heading: "Xóa tên"."""
    word = STATUS[kind]
    return word[:1].upper() + word[1:]
