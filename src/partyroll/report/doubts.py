"""What is missing or doubtful in the exits of a term: each sort counted, and open by name."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from partyroll.model import Column, ExitKind, ExitRecord, Reason, Shape, Table
from partyroll.report.axes import Cross, Exits, Label
from partyroll.report.bands import age, tenure
from partyroll.report.counting import LEAVING, Counted
from partyroll.text import same_key, thousands

_COUNT = Label("count", "Số trường hợp")
_DECIDED = (*LEAVING, ExitKind.EXPELLED)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One sort of doubt: its code, whom it is about, and the words after their number."""

    code: str
    whom: Callable[[Counted], Exits]
    words: str


def _all_who(test: Callable[[ExitRecord], bool]) -> Callable[[Counted], Exits]:
    return lambda counted: tuple(record for record in counted.exits if test(record))


def _too_young(record: ExitRecord) -> bool:
    return (bounds := age(record)) is not None and bounds[1] < 18


def _before_admission(record: ExitRecord) -> bool:
    return (bounds := tenure(record)) is not None and bounds[1] < 0


def _year_only(record: ExitRecord) -> bool:
    return record.counted_on is not None and record.counted_on.month is None


def _alike(counted: Counted) -> Exits:
    """Return the exits of people with one name and birth date who are kept as several."""
    ids: dict[tuple[str, str], set[str]] = {}
    for record in counted.exits:
        if record.birth_date:
            ids.setdefault(_likeness(record), set()).add(record.person_id)
    return tuple(
        record
        for record in counted.exits
        if record.birth_date and len(ids[_likeness(record)]) > 1
    )


def _likeness(record: ExitRecord) -> tuple[str, str]:
    return (same_key(record.full_name), str(record.birth_date))


def _several_times(counted: Counted) -> Exits:
    times = Counter(record.person_id for record in counted.exits)
    return tuple(record for record in counted.exits if times[record.person_id] > 1)


DOUBTS: tuple[Doubt, ...] = (
    Doubt(
        "UNDATED",
        lambda counted: counted.undated,
        "trường hợp chưa đủ ngày để biết có thuộc kỳ báo cáo: không tính vào tổng số.",
    ),
    Doubt(
        "NO_DECISION_DATE",
        _all_who(lambda record: record.decision_date is None),
        "trường hợp không có ngày quyết định: tính theo ngày xảy ra sự việc.",
    ),
    Doubt(
        "KIND_UNKNOWN",
        _all_who(lambda record: record.kind is ExitKind.LEFT_UNSTATED),
        "trường hợp chưa rõ hình thức rời Đảng.",
    ),
    Doubt(
        "NO_UNIT",
        _all_who(lambda record: not record.unit_path),
        "trường hợp chưa rõ đơn vị.",
    ),
    Doubt(
        "TOO_YOUNG",
        _all_who(_too_young),
        "trường hợp chưa đủ 18 tuổi khi giảm: kiểm tra ngày sinh.",
    ),
    Doubt(
        "LEFT_BEFORE_ADMISSION",
        _all_who(_before_admission),
        "trường hợp giảm trước ngày vào Đảng: kiểm tra các ngày.",
    ),
    Doubt(
        "NO_REASON",
        _all_who(lambda r: r.kind in LEAVING and r.reasons[:1] in {(), (Reason.UNSTATED,)}),
        "trường hợp xóa tên, xin ra chưa ghi lý do.",
    ),
    Doubt(
        "NO_DECISION",
        _all_who(lambda r: r.kind in _DECIDED and not (r.decision_no or r.decision_date)),
        "trường hợp xóa tên, xin ra, khai trừ không có số và ngày quyết định.",
    ),
    Doubt("YEAR_ONLY", _all_who(_year_only), "trường hợp chỉ biết năm, không biết ngày."),
    Doubt(
        "ALIKE",
        _alike,
        "trường hợp cùng họ tên, ngày sinh với người khác trong danh sách: kiểm tra có trùng"
        " hay không.",
    ),
    Doubt("SEVERAL_TIMES", _several_times, ""),  # each is said by name
)


def doubts_cross(counted: Counted) -> Cross:
    """Return every sort of doubt with the exits it is about."""
    found = {doubt.code: doubt.whom(counted) for doubt in DOUBTS}
    rows = tuple(
        Label(doubt.code, doubt.words or "Giảm nhiều lần trong kỳ")
        for doubt in DOUBTS
        if found[doubt.code]
    )
    cells = {(row.code, _COUNT.code): found[row.code] for row in rows}
    return Cross("doubts", rows, (_COUNT,), cells)


def doubts_table(found: Cross) -> Table:
    """Return every sort of doubt with its number and how to see the people."""
    return Table(
        id=found.id,
        title="Trường hợp còn thiếu, còn ngờ",
        columns=(
            Column("text", "Nội dung", Shape.LONG_TEXT, 80),
            Column("count", "Số trường hợp", Shape.COUNT, 14),
            Column("open", "Xem danh sách: --open", width=34),
            Column("code", "Mã", printed=False),
        ),
        rows=tuple(
            (
                _begun(row.title),
                found.count(row.code, "count"),
                f"{found.id}:{row.code}",
                row.code,
            )
            for row in found.rows
        ),
    )


def _begun(words: str) -> str:
    """Return words that follow a number as the beginning of a line."""
    return words[:1].upper() + words[1:]


def doubt_sentences(found: Cross) -> Iterator[str]:
    """Yield each doubt with its number."""
    for doubt in DOUBTS:
        number = found.count(doubt.code, _COUNT.code)
        if number and doubt.words:
            yield f"{thousands(number)} {doubt.words}"
