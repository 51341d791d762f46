"""Who left: age, years of membership, gender, and the shares people ask for."""

from collections.abc import Callable

from partyroll.model import (
    CellValue,
    Column,
    ExitKind,
    ExitRecord,
    Gender,
    Reason,
    Shape,
    Table,
)
from partyroll.report.bands import AGES, TENURES, YOUNG, age, band_label, tenure
from partyroll.report.counting import FORM_ORDER, LEAVING, UNKNOWN, kind_title
from partyroll.report.figures import share
from partyroll.report.pivot import cross_count
from partyroll.text import thousands

Exits = tuple[ExitRecord, ...]
Answer = Callable[[ExitRecord], bool | None]  # None = the ledger does not say


def by_age(exits: Exits) -> Table:
    """Return the age at exit by kind."""
    return _by_trait(
        Column("age", "Tuổi khi giảm", width=24),
        [band.label for band in AGES],
        lambda record: band_label(age(record), AGES),
        exits,
    )


def by_tenure(exits: Exits) -> Table:
    """Return the years of membership at exit by kind."""
    return _by_trait(
        Column("tenure", "Thời gian ở trong Đảng", width=24),
        [band.label for band in TENURES],
        lambda record: band_label(tenure(record), TENURES),
        exits,
    )


def by_gender(exits: Exits) -> Table:
    """Return men and women by kind."""
    return _by_trait(
        Column("gender", "Giới tính", width=24),
        [gender.value for gender in Gender],
        lambda record: record.gender.value if record.gender else UNKNOWN,
        exits,
    )


def _by_trait(
    first: Column, labels: list[str], trait: Callable[[ExitRecord], str], exits: Exits
) -> Table:
    labels = [*labels, UNKNOWN]
    grid = cross_count(((trait(record), record.kind) for record in exits), labels, FORM_ORDER)
    totals = [sum(column) for column in zip(*grid, strict=True)]
    rows = [
        (label, *line, sum(line), share(sum(line), len(exits)))
        for label, line in zip([*labels, "Tổng số"], [*grid, totals], strict=True)
    ]
    return Table(
        id=f"by_{first.key}",
        title=f"Đảng viên giảm theo {first.title[:1].lower()}{first.title[1:]}",
        columns=(
            first,
            *(Column(kind.value, kind_title(kind), Shape.COUNT, 11) for kind in FORM_ORDER),
            Column("total", "Tổng số", Shape.COUNT, 11),
            Column("share", "Tỷ lệ (%)", Shape.PERCENT, 11),
        ),
        rows=tuple(rows),
        denominator=f"Mẫu số: {thousands(len(exits))} đảng viên giảm trong kỳ, mọi hình thức.",
        notes=_imprecise(first.key),
        total_rows=1,
    )


def _imprecise(key: str) -> tuple[str, ...]:
    if key == "gender":
        return ()

    return ("Không rõ: thiếu ngày, hoặc ngày chưa đủ chính xác để xếp vào một nhóm.",)


def shares(exits: Exits) -> Table:
    """Return the young, the probationary and the women, each of those of whom it is known."""
    rows = [
        _share_row(measure, answer, group, members)
        for measure, answer in _MEASURES
        for group, members in _groups(exits)
    ]
    return Table(
        id="shares",
        title="Tỷ lệ 18–40 tuổi, dự bị và nữ",
        columns=(
            Column("measure", "Chỉ tiêu", width=38),
            Column("group", "Trong số", width=34),
            Column("count", "Số đảng viên", Shape.COUNT, 12),
            Column("known", "Mẫu số: đã rõ chỉ tiêu", Shape.COUNT, 12),
            Column("unknown", "Không rõ", Shape.COUNT, 10),
            Column("share", "Tỷ lệ (%)", Shape.PERCENT, 10),
        ),
        rows=tuple(rows),
        denominator="Mẫu số từng dòng: những đảng viên đã rõ chỉ tiêu đó trong nhóm.",
    )


def _share_row(
    measure: str, answer: Answer, group: str, members: Exits
) -> tuple[CellValue, ...]:
    answers = [answer(record) for record in members]
    unknown = answers.count(None)
    known, yes = len(answers) - unknown, answers.count(True)
    return (measure, group, yes, known, unknown, share(yes, known))


def _groups(exits: Exits) -> list[tuple[str, Exits]]:
    def of(*kinds: ExitKind) -> Exits:
        return tuple(record for record in exits if record.kind in kinds)

    return [
        *((kind_title(kind), of(kind)) for kind in LEAVING),
        ("Xóa tên và xin ra khỏi Đảng", of(*LEAVING)),
        ("Mọi hình thức giảm", exits),
    ]


def _young(record: ExitRecord) -> bool | None:
    bounds = age(record)
    if bounds is None or bounds[0] < 0:
        return None

    least, most = bounds
    if YOUNG.holds(bounds):
        return True
    return False if most < YOUNG.low or least > YOUNG.high else None


def _probationary(record: ExitRecord) -> bool | None:
    if record.probationary is not None:
        return record.probationary
    if Reason.PROBATION_NOT_CONFIRMED in record.reasons:
        return True  # only a probationary member can fail to be confirmed
    left, confirmed = record.counted_on, record.official_date
    if left is None or confirmed is None:
        return None
    return False if confirmed.last <= left.first else None


def _woman(record: ExitRecord) -> bool | None:
    return record.gender is Gender.FEMALE if record.gender else None


_MEASURES: tuple[tuple[str, Answer], ...] = (
    ("Từ 18 đến 40 tuổi", _young),
    ("Đảng viên dự bị", _probationary),
    ("Nữ", _woman),
)
