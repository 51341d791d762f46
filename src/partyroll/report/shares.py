"""The shares people ask for: the young, the probationary, the women."""

from collections.abc import Callable

from partyroll.model import (
    CellValue,
    Column,
    ExitKind,
    ExitRecord,
    Gender,
    Shape,
    Table,
)
from partyroll.report.axes import Axis, Cross, Exits, Label, cross
from partyroll.report.bands import YOUNG, age
from partyroll.report.counting import LEAVING, kind_title
from partyroll.report.figures import share
from partyroll.report.traits import probationary

Answer = Callable[[ExitRecord], bool | None]  # None = the ledger does not say

_YES = Label("count", "Số đảng viên")
_KNOWN = Label("known", "Mẫu số: đã rõ chỉ tiêu")
_UNKNOWN = Label("unknown", "Không rõ")


def shares_cross(exits: Exits) -> Cross:
    """Return those who have a trait, those of whom it is known, and the others."""
    first, *others = (
        cross("shares", exits, _groups(code, title), _answers(answer))
        for code, title, answer in _MEASURES
    )
    for other in others:
        first = first.plus(other)
    return first


def shares(found: Cross) -> Table:
    """Return the young, the probationary and the women, each of those of whom it is known."""
    return Table(
        id=found.id,
        title="Tỷ lệ 18–40 tuổi, dự bị và nữ",
        columns=(
            Column("measure", "Chỉ tiêu", width=38),
            Column("group", "Trong số", width=34),
            *(Column(one.code, one.title, Shape.COUNT, 12) for one in found.columns),
            Column("share", "Tỷ lệ (%)", Shape.PERCENT, 10),
            Column("code", "Mã", printed=False),
        ),
        rows=tuple(
            _row(found, row, measure, group)
            for row, (measure, group) in zip(found.rows, _said(), strict=True)
        ),
        denominator="Mẫu số từng dòng: những đảng viên đã rõ chỉ tiêu đó trong nhóm.",
    )


def _said() -> list[tuple[str, str]]:
    return [(title, words) for _, title, _ in _MEASURES for _, words, _ in _GROUPS]


def _row(found: Cross, row: Label, measure: str, group: str) -> tuple[CellValue, ...]:
    yes, known, unknown = found.line(row.code)
    return (measure, group, yes, known, unknown, share(yes, known), row.code)


_GROUPS: tuple[tuple[str, str, tuple[ExitKind, ...]], ...] = (
    *((kind.value, kind_title(kind), (kind,)) for kind in LEAVING),
    ("LEAVING", "Xóa tên và xin ra khỏi Đảng", LEAVING),
    ("TOTAL", "Mọi hình thức giảm", tuple(ExitKind)),
)


def _groups(code: str, title: str) -> Axis:
    labels = tuple(Label(f"{code}-{group}", f"{title}: {words}") for group, words, _ in _GROUPS)

    def codes(record: ExitRecord) -> tuple[str, ...]:
        return tuple(f"{code}-{group}" for group, _, kinds in _GROUPS if record.kind in kinds)

    return Axis(code, title, labels, codes)


def _answers(answer: Answer) -> Axis:
    def codes(record: ExitRecord) -> tuple[str, ...]:
        said = answer(record)
        if said is None:
            return (_UNKNOWN.code,)
        return (_YES.code, _KNOWN.code) if said else (_KNOWN.code,)

    return Axis("answer", "Chỉ tiêu", (_YES, _KNOWN, _UNKNOWN), codes)


def _young(record: ExitRecord) -> bool | None:
    bounds = age(record)
    if bounds is None or bounds[0] < 0:
        return None

    least, most = bounds
    if YOUNG.holds(bounds):
        return True
    return False if most < YOUNG.low or least > YOUNG.high else None


def _woman(record: ExitRecord) -> bool | None:
    return record.gender is Gender.FEMALE if record.gender else None


_MEASURES: tuple[tuple[str, str, Answer], ...] = (
    ("YOUNG", "Từ 18 đến 40 tuổi", _young),
    ("PROBATIONARY", "Đảng viên dự bị", probationary),
    ("FEMALE", "Nữ", _woman),
)
