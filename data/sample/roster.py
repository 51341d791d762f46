"""`roster.xlsx`: the roll of the commune, with the faults such a sheet usually has."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from commune import AS_OF, Member
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from people import Names, Person, written_date
from stories import DOAI, DONG, ONE, TRUNG
from workbook import (
    Block,
    Value,
    heading_block,
    line,
    merge,
    new_sheet,
    put,
    put_row,
    signature_block,
)

ORGANISATION = ("ĐẢNG BỘ HUYỆN GIẢ ĐỊNH", "ĐẢNG BỘ XÃ MẪU")
SIGNATURES = {"maker": "NGƯỜI LẬP BIỂU", "body": "T/M ĐẢNG ỦY", "signer": "BÍ THƯ"}
SHEET = "Danh sách"
BLOCK = Block(
    ORGANISATION,
    "Xã Mẫu, ngày 31 tháng 12 năm 2025",
    "DANH SÁCH ĐẢNG VIÊN ĐANG QUẢN LÝ",
    "Tính đến ngày 31/12/2025",
)
SINGLE_HEADINGS = {
    1: "STT",
    2: "CHI BỘ",
    3: "HỌ VÀ TÊN",
    4: "SỐ THẺ ĐẢNG VIÊN",
    7: "QUÊ QUÁN",
    8: "DÂN TỘC",
    9: "NGHỀ NGHIỆP HIỆN NAY",
    10: "CHỨC VỤ ĐẢNG",
    13: "MIỄN SH",
    14: "GHI CHÚ",
}
DOUBLE_HEADINGS = {
    5: ("NGÀY, THÁNG, NĂM SINH", "NAM", "NỮ"),
    11: ("NGÀY VÀO ĐẢNG", "Dự bị", "Chính thức"),
}
WIDTHS = (6, 26, 26, 17, 12.5, 12.5, 24, 9, 17, 14, 12.5, 12.5, 8, 20)
FIRST_ROW = 11
WORDS = "B C G I J N"


@dataclass(slots=True)
class Faults:
    """What an import has to report, cell by cell."""

    errors: list[dict[str, str | int]] = field(default_factory=list)
    warnings: list[dict[str, str | int]] = field(default_factory=list)

    def error(self, sheet: str, cell: str, code: str) -> None:
        """Note a fault that sets a row or a cell aside."""
        self.errors.append(_fault(sheet, cell, code))

    def warning(self, sheet: str, cell: str, code: str) -> None:
        """Note a fault that is told and goes in."""
        self.warnings.append(_fault(sheet, cell, code))


def _fault(sheet: str, cell: str, code: str) -> dict[str, str | int]:
    row = int("".join(sign for sign in cell if sign.isdigit()))
    return {"sheet": sheet, "cell": cell, "row": row, "code": code}


@dataclass(slots=True)
class Line:
    """One row as it stands in the sheet, and what is wrong with it on purpose."""

    member: Member
    card: str | int
    birth: Value
    admission: Value
    official: Value
    birth_means: str  # ISO, at the precision written
    admission_means: str
    fault: str = ""
    remark: str = ""


def lines(rng: Random, names: Names, people: Sequence[Member]) -> list[Line]:
    """Write everybody the way the unit's clerk does, then spoil a few rows."""
    listed = [_line(rng, member) for member in people]
    plain = [entry for entry in listed if not entry.member.story.why]
    _of(plain, TRUNG, 2).card = int(_of(plain, TRUNG, 2).card)
    _of(plain, TRUNG, 2).fault = "leading_zero_lost"
    _shorten_years(plain)
    _keep_part_of_dates(plain)
    _repeat(listed, _of(plain, DONG, 5))
    _add_impossible_date(rng, names, listed, _of(plain, ONE, 4))
    return listed


def _line(rng: Random, member: Member) -> Line:
    habit = member.unit.dates
    if rng.random() < 0.06:
        habit = "slash"
    person = member.person
    return Line(
        member,
        member.card_no,
        written_date(person.birth, habit),
        written_date(person.admission, habit),
        written_date(person.official, habit) if person.official else None,
        person.birth.isoformat(),
        person.admission.isoformat(),
    )


def _of(entries: Sequence[Line], unit: str, number: int) -> Line:
    return [entry for entry in entries if entry.member.unit.name == unit][number]


def _shorten_years(plain: Sequence[Line]) -> None:
    """Write one birth year with two digits."""
    entry = next(
        entry
        for entry in plain
        if entry.member.unit.name == DOAI and 1950 < entry.member.person.birth.year < 1980
    )
    birth = entry.member.person.birth
    entry.birth = f"{birth.day}/{birth.month}/{birth.year % 100}"
    entry.fault = "two_digit_year"


def _keep_part_of_dates(plain: Sequence[Line]) -> None:
    """Leave the oldest with a year of birth, some others with month and year."""
    old = sorted(
        (entry for entry in plain if not entry.fault),
        key=lambda entry: entry.member.person.birth,
    )
    for entry in old[:7]:
        entry.birth = entry.member.person.birth.year
        entry.birth_means = str(entry.birth)
    for entry in old[7:11]:
        entry.birth = f"{entry.member.person.birth:%m/%Y}"
        entry.birth_means = f"{entry.member.person.birth:%Y-%m}"
    for entry in old[11:13]:
        entry.admission = f"{entry.member.person.admission:%m/%Y}"
        entry.admission_means = f"{entry.member.person.admission:%Y-%m}"


def _repeat(listed: list[Line], entry: Line) -> None:
    """Paste one row a second time, a few rows below."""
    place = listed.index(entry) + 4
    again = Line(
        entry.member,
        entry.card,
        entry.birth,
        entry.admission,
        entry.official,
        entry.birth_means,
        entry.admission_means,
        "duplicate_row",
    )
    listed.insert(place, again)


def _add_impossible_date(rng: Random, names: Names, listed: list[Line], beside: Line) -> None:
    """Add someone who has just come in, admitted on a 31 February."""
    model = beside.member
    name = names.pick(model.unit.name, female=False)
    person = Person(
        name,
        female=False,
        birth=date(1987, 8, 14),
        admission=date(2009, 2, 28),
        official=date(2010, 2, 28),
        occupation="Lao động tự do",
        hometown=model.person.hometown,
    )
    card = f"099087{len(listed) + rng.randint(20, 40):06d}"
    stranger = Member(person, model.unit, card, model.story, exempt=False, rate=model.rate)
    entry = Line(stranger, card, "14/08/1987", "31/02/2009", "28/02/2010", "", "")
    entry.fault, entry.remark = "invalid_date", "Chuyển SHĐ đến từ 12/2025"
    listed.insert(listed.index(beside) + 1, entry)


def write_roster(book: Workbook, listed: Sequence[Line], faults: Faults) -> None:
    """Write the sheet: title block, two heading rows, numbers, members, total, signatures."""
    sheet = new_sheet(book, SHEET, WIDTHS)
    heading_block(sheet, BLOCK, len(WIDTHS))
    _write_headings(sheet)
    for number, entry in enumerate(listed, start=1):
        _write_line(sheet, FIRST_ROW + number - 1, number, entry, faults)
    row = FIRST_ROW + len(listed)
    put_row(sheet, row, (len(listed) + 1, *[None] * 13))
    faults.warning(SHEET, f"A{row}", "empty_numbered_row")
    total = f"Tổng cộng: {len(listed)} đồng chí"
    put(sheet, row + 1, 1, total, font="bold", align="left", boxed=False)
    merge(sheet, row + 1, 1, 4)
    place = "Xã Mẫu, ngày 31 tháng 12 năm 2025"
    line(sheet, row + 3, (len(WIDTHS) // 2, len(WIDTHS)), place, "italic")
    signature_block(sheet, row + 4, len(WIDTHS), **SIGNATURES)


def _write_headings(sheet: Worksheet) -> None:
    for row in (8, 9):
        put_row(sheet, row, [None] * len(WIDTHS), font="bold")
    for column, text in SINGLE_HEADINGS.items():
        put(sheet, 8, column, text, font="bold")
        merge(sheet, 8, column, column, down=1)
    for column, (parent, left, right) in DOUBLE_HEADINGS.items():
        put(sheet, 8, column, parent, font="bold")
        merge(sheet, 8, column, column + 1)
        put(sheet, 9, column, left, font="bold")
        put(sheet, 9, column + 1, right, font="bold")
    put_row(sheet, 10, [f"({number})" for number in range(1, len(WIDTHS) + 1)], font="italic")
    sheet.row_dimensions[8].height = 34
    sheet.freeze_panes = "D11"
    sheet.print_title_rows = "8:10"


def _write_line(sheet: Worksheet, row: int, number: int, entry: Line, faults: Faults) -> None:
    member, person = entry.member, entry.member.person
    name = person.full_name.upper() if member.unit.name == DOAI else person.full_name
    births = (None, entry.birth) if person.female else (entry.birth, None)
    values: tuple[Value, ...] = (
        number,
        member.unit.name,
        name,
        entry.card,
        *births,
        person.hometown,
        "Kinh",
        person.occupation,
        member.position or None,
        entry.admission,
        entry.official,
        "x" if member.exempt else None,
        entry.remark or None,
    )
    put_row(sheet, row, values, left=WORDS)
    if isinstance(entry.card, int):
        sheet.cell(row, 4).number_format = "0"
    _note_fault(row, entry, faults)


def _note_fault(row: int, entry: Line, faults: Faults) -> None:
    birth = get_column_letter(6 if entry.member.person.female else 5)
    if entry.fault == "invalid_date":
        faults.error(SHEET, f"K{row}", entry.fault)
    elif entry.fault == "duplicate_row":
        faults.error(SHEET, f"D{row}", entry.fault)
    elif entry.fault == "leading_zero_lost":
        faults.warning(SHEET, f"D{row}", entry.fault)
    elif entry.fault == "two_digit_year":
        faults.warning(SHEET, f"{birth}{row}", entry.fault)


def roster_truth(listed: Sequence[Line], people: Sequence[Member]) -> dict[str, object]:
    """Say who the roster holds once the two bad rows are set aside."""
    good = [entry for entry in listed if entry.fault not in {"invalid_date", "duplicate_row"}]
    units: dict[str, int] = {}
    for member in people:
        units[member.unit.name] = units.get(member.unit.name, 0) + 1
    return {
        "as_of": AS_OF.isoformat(),
        "rows_listed": len(listed),
        "member_count": len(good),
        "probationary": sum(member.person.official is None for member in people),
        "exempt_activity": sum(member.exempt for member in people),
        "units": units,
        "members": [_member_truth(entry) for entry in good],
    }


def _member_truth(entry: Line) -> dict[str, object]:
    member, person = entry.member, entry.member.person
    return {
        "full_name": person.full_name,
        "unit": member.unit.name,
        "card_no": member.card_no,
        "gender": person.gender,
        "birth_date": entry.birth_means,
        "admission_date": entry.admission_means,
        "official_date": person.official.isoformat() if person.official else None,
        "exempt_activity": member.exempt,
    }
