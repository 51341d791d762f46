"""The balance of members as tables: opening + … = closing, and whoever breaks it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from partyroll.messages import FLOW_BREAK
from partyroll.model import CellValue, Column, DeclaredTotal, ExitKind, ExitRecord, Shape, Table
from partyroll.period import Term
from partyroll.report.balance import BY_DATE, REORGANISED
from partyroll.report.counting import FORM_ORDER, UnitPath, unit_order
from partyroll.report.declared import Declared
from partyroll.report.flow_lines import CAME, WENT, Line, Members
from partyroll.report.kinds import year_label
from partyroll.text import thousands

_SHOWN = 3
_BASIS = {"declared": "Số đã báo cáo", "people": "Danh sách", "": "Chưa đủ số liệu"}
_INSIDE = "Chuyển đi, chuyển đến giữa các tổ chức bên trong không tính."
_IDENTITY = (
    "Đầu kỳ + kết nạp + kết nạp lại + phục hồi + chuyển đến - các hình thức giảm ± do sắp xếp"
    " tổ chức = cuối kỳ tính được. "
)
_ADMISSIONS = (
    "Kết nạp: theo quyết định kết nạp, không có thì theo ngày vào Đảng của người có tên trong"
    " sổ; nơi số đã báo cáo nhiều hơn thì theo số đã báo cáo. "
)


def flow_table(term: Term, lines: Iterable[Line]) -> Table:
    """Return a row for each unit and year."""
    return Table(
        id="flow",
        title="Biến động đảng viên từng đơn vị, từng năm",
        columns=(
            Column("unit", "Đơn vị", Shape.OUTLINE, 36),
            Column("year", "Năm", width=20),
            Column("opening", "Đầu kỳ", Shape.COUNT, 9),
            *(Column(code, title, Shape.COUNT, 9) for code, title in (*CAME, *WENT)),
            Column(REORGANISED, "Do sắp xếp tổ chức", Shape.COUNT, 10),
            Column("expected", "Cuối kỳ tính được", Shape.COUNT, 10),
            Column("closing", "Cuối kỳ", Shape.COUNT, 9),
            Column("difference", "Chênh lệch", Shape.COUNT, 10),
            Column("basis", "Đầu kỳ, cuối kỳ theo", width=18),
            Column("level", "Cấp", Shape.ORDER, 6, printed=False),
            Column("unit_path", "Đường dẫn đơn vị", printed=False),
            Column("code", "Mã", printed=False),
        ),
        rows=tuple(_flow_row(term, line) for line in lines),
        denominator=_IDENTITY + _INSIDE,
    )


def _flow_row(term: Term, line: Line) -> tuple[CellValue, ...]:
    year = term.years[line.place]
    return (
        line.path[-1] if line.path else "",
        year_label(term, year),
        line.opening,
        *(line.moved[code] for code, _ in (*CAME, *WENT)),
        line.moved[REORGANISED],
        line.expected,
        line.closing,
        line.difference,
        _BASIS[line.basis],
        len(line.path),
        " › ".join(line.path),
        f"{line.unit_id}/{year}",
    )


def breaks_table(term: Term, members: Members) -> Table:
    """Return the people whom the balance of their unit does not explain."""
    rows = sorted(
        (
            unit_order(path := members.named(one.unit_id, members.periods[one.period].end)),
            one.period,
            members.names.get(person, ""),
            person,
            one.code,
            path,
        )
        for one in members.balance.breaks
        for person in one.people
        if members.asked_for(one.unit_id, one.period)
    )
    return Table(
        id="flow_breaks",
        title="Người làm lệch số đầu kỳ, cuối kỳ",
        columns=(
            Column("number", "STT", Shape.ORDER, 6),
            Column("full_name", "Họ và tên", width=28),
            Column("unit", "Đơn vị", width=36),
            Column("year", "Năm", width=20),
            Column("why", "Vì sao", Shape.LONG_TEXT, 52),
            Column("person_id", "Mã người", Shape.ID, printed=False),
            Column("code", "Mã", printed=False),
            Column("unit_path", "Đường dẫn đơn vị", printed=False),
        ),
        rows=tuple(
            (
                number,
                name,
                ", ".join(reversed(path[-2:])),
                year_label(term, term.years[place]),
                FLOW_BREAK[code],
                person,
                code,
                " › ".join(path),
            )
            for number, (_, place, name, person, code, path) in enumerate(rows, start=1)
        ),
    )


def admissions_table(
    term: Term, members: Members, exits: Iterable[ExitRecord], totals: Iterable[DeclaredTotal]
) -> Table:
    """Return by year who came in beside who left."""
    declared = Declared.of(totals)
    left = Counter((r.kind, r.counted_on.year) for r in exits if r.counted_on)
    rows = [
        _admissions_row(term, place, members, declared, left)
        for place in range(len(members.periods))
    ]
    sums = [sum(_number(row[place]) for row in rows) for place in range(1, len(rows[0]) - 1)]
    return Table(
        id="admissions",
        title="Kết nạp và giảm, theo năm",
        columns=(
            Column("year", "Năm", width=24),
            *(Column(code, title, Shape.COUNT, 10) for code, title in CAME),
            Column("came", "Cộng tăng", Shape.COUNT, 10),
            *(Column(code, title, Shape.COUNT, 10) for code, title in WENT),
            Column("went", "Cộng giảm", Shape.COUNT, 10),
            Column("net", "Tăng trừ giảm", Shape.COUNT, 10),
            Column(BY_DATE, "Kết nạp tính theo ngày vào Đảng", Shape.COUNT, 14),
            Column("code", "Mã", printed=False),
        ),
        rows=(*rows, ("Cả kỳ", *sums, "TOTAL")),
        denominator=_ADMISSIONS + _INSIDE,
        total_rows=1,
    )


def _number(value: CellValue) -> int:
    return value if isinstance(value, int) else 0


def _admissions_row(
    term: Term,
    place: int,
    members: Members,
    declared: Declared,
    left: Mapping[tuple[ExitKind, int], int],
) -> tuple[CellValue, ...]:
    year, period = term.years[place], members.periods[place]
    counts = _at_the_top(members, place)
    span = Term(period.start, period.end, "")

    def fuller(code: str, listed: int) -> int:
        return max(listed, declared.over(code, span) or 0)

    came = [fuller(code, counts[code]) for code, _ in CAME]
    went = [
        fuller(kind, counts["OUT"] if kind is ExitKind.OUT else left[kind, year])
        for kind in FORM_ORDER
    ]
    return (
        year_label(term, year),
        *came,
        sum(came),
        *went,
        sum(went),
        sum(came) - sum(went),
        counts[BY_DATE],
        str(year),
    )


def _at_the_top(members: Members, place: int) -> Counter[str]:
    """Return what is counted of the units asked for, else of those with none above them."""
    found: Counter[str] = Counter()
    end = members.periods[place].end
    for (unit, at), counts in members.balance.counts.items():
        if at == place and _is_top(members, unit, end):
            found += counts
    return found


def _is_top(members: Members, unit: str, day: date) -> bool:
    return unit in members.tops if members.tops else len(members.above(unit, day)) == 1


def flow_checks(term: Term, lines: Iterable[Line], breaks: Table) -> tuple[str, ...]:
    """Say where members do not add up, the highest units first, and how many break them."""
    off: dict[UnitPath, list[Line]] = {}
    for line in lines:
        if line.difference:
            off.setdefault(line.path, []).append(line)
    units = sorted(off, key=len)
    told = [_off_sentence(term, off[path]) for path in units[:_SHOWN]]
    if len(units) > _SHOWN:
        told.append(
            f"Còn {thousands(len(units) - _SHOWN)} đơn vị có số cuối kỳ lệch: xem bảng “Biến"
            " động đảng viên từng đơn vị, từng năm”."
        )
    if breaks.rows:
        told.append(
            f"{thousands(len(breaks.rows))} trường hợp làm lệch số đầu kỳ, cuối kỳ: xem bảng"
            f" “{breaks.title}”."
        )
    return tuple(told)


def _off_sentence(term: Term, lines: Sequence[Line]) -> str:
    """Return the years in which a unit has more or fewer members than came and went."""
    years = ", ".join(
        f"{year_label(term, term.years[line.place])}: {_signed(line.difference or 0)}"
        for line in lines
    )
    return (
        f"{' › '.join(lines[0].path)}: số đảng viên cuối kỳ khác số tính từ đầu kỳ và tăng,"
        f" giảm trong sổ ({years})."
    )


def _signed(number: int) -> str:
    return f"{'+' if number > 0 else '-'}{thousands(abs(number))}"
