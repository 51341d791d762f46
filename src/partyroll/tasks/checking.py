"""Contradictions: what cannot be true at once, or cannot be stood for on paper.

Each check is a function of one signature in `CHECKS`; adding one means writing a function and
adding a line.  Nothing is corrected.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path

from partyroll.messages import ANSWER_LEFT, STATUS
from partyroll.model import ExitKind, Person, Severity, Source, Status, Stay
from partyroll.period import PartialDate
from partyroll.report.flow import Flow, flow_difference
from partyroll.rules.noting import unrecorded
from partyroll.store.chain import broken_links, head
from partyroll.store.contradictions import declared_by_unit, file_is_whole, shared_numbers
from partyroll.store.excuses import judged_reasons
from partyroll.store.fullness import latest_book_year
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.list_answers import answers_left_out
from partyroll.store.older_readings import older_readings
from partyroll.store.people import people
from partyroll.store.questions import rows_left_out
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.standing import is_member, unit_on
from partyroll.text import number_spans


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Something to look at: a code, who or what, a sentence, and where it stands."""

    code: str
    severity: Severity
    subject: str
    message: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Everything:
    """What the checks look at, read once."""

    ledger: Ledger
    people: tuple[Person, ...]
    units: Units
    today: date

    def named(self, person_id: str) -> str:
        """Return a person's name."""
        return next(p.full_name for p in self.people if p.person_id == person_id)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All contradictions, and the head of the chain they were found under."""

    ledger_id: str
    head: str
    found: tuple[Contradiction, ...]

    @property
    def errors(self) -> int:
        """How many are more than a warning."""
        return sum(one.severity is Severity.ERROR for one in self.found)

    @property
    def tampered(self) -> bool:
        """Whether the chain or the file itself does not hold."""
        return any(one.code in {"broken_chain", "damaged_file"} for one in self.found)


def check_ledger(path: Path, *, today: date) -> CheckResult:
    """Return every contradiction in the ledger."""
    with open_ledger(path) as ledger:
        everything = Everything(
            ledger, tuple(people(ledger)), UnitHistory(ledger).on(today), today
        )
        found = tuple(one for look in CHECKS for one in look(everything))
        return CheckResult(ledger.ledger_id, head(ledger), found)


def _chain(all_: Everything) -> Iterator[Contradiction]:
    for number in broken_links(all_.ledger):
        message = "nội dung hoặc mã của lần ghi này không khớp: sổ bị sửa ngoài chương trình"
        yield Contradiction("broken_chain", Severity.ERROR, f"thay đổi số {number}", message)
    if not file_is_whole(all_.ledger):
        message = "tệp sổ bị hỏng; khôi phục bản sao lưu gần nhất"
        yield Contradiction("damaged_file", Severity.ERROR, "sổ", message)


def _numbers(all_: Everything) -> Iterator[Contradiction]:
    titles = {"card_no": "số thẻ", "national_id": "số định danh"}
    for shared in shared_numbers(all_.ledger):
        names = ", ".join(all_.named(person_id) for person_id in shared.person_ids)
        message = f"{len(shared.person_ids)} người cùng {titles[shared.column]}: {names}"
        subject = f"{titles[shared.column]} …{shared.number[-4:]}"
        yield Contradiction(f"duplicate_{shared.column}", Severity.ERROR, subject, message)


def _dates(all_: Everything) -> Iterator[Contradiction]:
    for person in all_.people:
        left = next((event.on for event in person.events if event.kind.value in _EXITS), None)
        steps = [
            ("ngày sinh", person.birth_date),
            ("ngày vào Đảng", person.admission_date),
            ("ngày chính thức", person.official_date),
            ("ngày ra khỏi Đảng", left),
        ]
        known = [(title, day) for title, day in steps if day is not None]
        for (early, first), (late, second) in pairwise(known):
            if second.last < first.first:
                message = f"{late} ({second.vi}) trước {early} ({first.vi})"
                yield _about(person, "dates_out_of_order", message)
        yield from _future(person, known, all_.today)


def _future(
    person: Person, known: list[tuple[str, PartialDate]], today: date
) -> Iterator[Contradiction]:
    for title, day in known:
        if day.first > today:
            yield _about(person, "future_date", f"{title} ({day.vi}) ở tương lai")


def _stays(all_: Everything) -> Iterator[Contradiction]:
    for person in all_.people:
        official = [stay for stay in person.stays if not stay.temporary]
        for number, stay in enumerate(official):
            for other in official[number + 1 :]:
                if _overlap(stay, other):
                    names = (all_.units.name(stay.unit_id), all_.units.name(other.unit_id))
                    message = f"cùng lúc ở {names[0]} và {names[1]}"
                    yield _about(person, "overlapping_stays", message)


def _ended_units(all_: Everything) -> Iterator[Contradiction]:
    """A plan moves who is a member; whoever becomes one again later is left where they were."""
    for person in all_.people:
        unit_id = unit_on(person, all_.today)
        if unit_id is None or unit_id not in all_.units or all_.units.stands(unit_id):
            continue
        until = all_.units[unit_id].until
        if until is not None and until <= all_.today and is_member(person, all_.today):
            message = (
                f"còn ghi ở {all_.units.name(unit_id)}, tổ chức đã kết thúc ngày"
                f" {until:%d/%m/%Y}; nhập danh sách mới có nơi sinh hoạt hiện nay"
            )
            yield _about(person, "unit_ended", message)


def _overlap(one: Stay, other: Stay) -> bool:
    return (one.start or date.min) < (other.end or date.max) and (other.start or date.min) < (
        one.end or date.max
    )


def _papers(all_: Everything) -> Iterator[Contradiction]:
    needing = {Status.REMOVED.value, Status.WITHDREW.value, Status.EXPELLED.value}
    for person in all_.people:
        exits = [event for event in person.events if event.kind.value in _EXITS]
        for event in exits:
            if event.kind in needing and not (event.decision_no and event.decision_date):
                message = f"{STATUS[event.kind]} nhưng thiếu số hoặc ngày quyết định"
                yield _about(person, "exit_without_decision", message, event.source)
            if event.on is None:
                message = f"{STATUS[event.kind]} nhưng không rõ ngày"
                yield _about(person, "exit_without_date", message, event.source)
        if len(exits) > 1:
            message = f"có {len(exits)} lần ra khỏi Đảng; một người chỉ có một"
            yield _about(person, "several_exits", message, exits[-1].source)


def _roll_arithmetic(all_: Everything) -> Iterator[Contradiction]:
    """Compare declared year ends with the roll, and with what the exits between explain."""
    declared = declared_by_unit(all_.ledger)
    for (unit_id, year), number in sorted(declared.items(), key=lambda item: item[0][1]):
        below = all_.units.below(unit_id)
        name = all_.units.name(unit_id)
        listed = _listed_at(all_, below, date(year, 12, 31))
        latest = (unit_id, year + 1) not in declared
        if latest and listed != number and listed >= _JUDGED_FROM * number:
            message = f"cuối năm {year} báo cáo {number} đảng viên, danh sách có {listed}"
            yield Contradiction("roll_differs", Severity.WARNING, name, message)
        opening = declared.get((unit_id, year - 1))
        if opening is None:
            continue
        unexplained = flow_difference(_flow(all_, below, year, opening), number)
        if unexplained < 0:  # more than the exits explain; admissions could only add
            message = (
                f"năm {year} từ {opening} xuống {number} đảng viên, nhưng còn thiếu giấy tờ"
                f" của {-unexplained} người"
            )
            yield Contradiction("flow_unexplained", Severity.WARNING, name, message)


# With less of a unit than this the ledger holds a part of its roll, not the roll.
_JUDGED_FROM = 2 / 3


def _listed_at(all_: Everything, below: frozenset[str], day: date) -> int:
    return sum(
        person.on_roster and unit_on(person, day) in below and is_member(person, day)
        for person in all_.people
    )


def _flow(all_: Everything, below: frozenset[str], year: int, opening: int) -> Flow:
    counted = Counter(
        event.kind.value
        for person in all_.people
        for event in person.events
        if event.unit_id in below and event.on is not None and event.on.year == year
    )
    moved_out = sum(
        leg.out and leg.unit_id in below and leg.on is not None and leg.on.year == year
        for person in all_.people
        for leg in person.legs
    )
    return Flow(
        opening=opening,
        died=counted["DIED"],
        expelled=counted["EXPELLED"],
        removed=counted["REMOVED"],
        withdrew=counted["WITHDREW"],
        moved_out=moved_out,
        other_decrease=counted["OTHER_DECREASE"],
        left_unstated=counted["LEFT_UNSTATED"],
    )


def _missing(all_: Everything) -> Iterator[Contradiction]:
    for person in all_.people:
        if person.missing and is_member(person, all_.today):
            message = "không có trong bản danh sách mới; chưa có giấy tờ nào nói đã ra khỏi"
            yield _about(person, "missing_from_newer_roster", message)


def _left_out(all_: Everything) -> Iterator[Contradiction]:
    """Rows that never came back, those deleted from the returned workbook too."""
    places = groupby(
        rows_left_out(all_.ledger), key=lambda row: (row.file, row.sheet, row.code)
    )
    for (file, sheet, code), rows in places:
        numbers = [row.row for row in rows]
        message = (
            f"{len(numbers)} dòng chưa vào sổ (dòng {number_spans(numbers)}, mã {code}):"
            " sửa trong tệp “… - chưa nhập” rồi nhập lại"
        )
        place = Source(file, sheet, numbers[0])
        yield Contradiction("rows_left_out", Severity.WARNING, sheet, message, place)


def _answers(all_: Everything) -> Iterator[Contradiction]:
    """Answers of lists that came back which nobody could read, or which lack or contradict."""
    for left in answers_left_out(all_.ledger):
        said = ", ".join(f"“{text}”" for text in left.texts)
        message = (
            f"trả lời {said} trên danh sách rà soát số {left.list_number} chưa có hiệu lực:"
            f" {ANSWER_LEFT[left.code]}"
        )
        subject = left.full_name or left.source.sheet
        yield Contradiction("answers_left_out", Severity.WARNING, subject, message, left.source)


def _older_readings(all_: Everything) -> Iterator[Contradiction]:
    """Attendance read before a bare "vắng" was told from an absence without leave."""
    for older in older_readings(all_.ledger):
        message = (
            "sổ sinh hoạt này được nhập bằng bản chương trình cũ, chưa tách ô chỉ ghi “vắng”"
            " khỏi “không phép”; hãy nhập lại chính tệp này để những ô đó được hỏi lại, không"
            " tính thẳng"
        )
        subject = older.source.sheet
        code = "read_by_older_version"
        yield Contradiction(code, Severity.WARNING, subject, message, older.source)


def _remarks(all_: Everything) -> Iterator[Contradiction]:
    """Remarks that somebody is elsewhere, exempt, excused or gone, without a record of it."""
    noted = [one for one in all_.people if one.note and is_member(one, all_.today)]
    if not noted:
        return
    year = latest_book_year(all_.ledger, all_.today) or all_.today.year
    judged = judged_reasons(all_.ledger)
    for person in noted:
        if not any(person.note in words for words in judged.get(person.person_id, ())):
            for remark in unrecorded(person, year):
                message = (
                    f"ghi chú “{person.note}” chưa có giấy tờ; nếu đúng là {remark.meaning}:"
                    f" {remark.cure}"
                )
                yield _about(person, "remark_without_paper", message)


def _about(
    person: Person, code: str, message: str, source: Source | None = None
) -> Contradiction:
    severity = Severity.WARNING if code in _WARNINGS else Severity.ERROR
    return Contradiction(code, severity, person.full_name, message, source or person.source)


_EXITS = frozenset(kind.value for kind in ExitKind)
_WARNINGS = frozenset(
    {"missing_from_newer_roster", "exit_without_date", "remark_without_paper"}
)

CHECKS: tuple[Callable[[Everything], Iterator[Contradiction]], ...] = (
    _chain,
    _numbers,
    _dates,
    _stays,
    _ended_units,
    _papers,
    _roll_arithmetic,
    _missing,
    _remarks,
    _left_out,
    _answers,
    _older_readings,
)
