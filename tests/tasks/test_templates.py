"""Empty workbooks: read with certainty, filled in they give back exactly what was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from e2e.desk import Desk
from partyroll.errors import PartyrollError
from partyroll.messages import (
    AWARD_FORM,
    CANDIDATE_STAGE,
    DISCIPLINE_FORM,
    GUIDE_SHEET,
    NEED,
    RATING_LEVEL,
    REASON,
    SUPPORT_MEASURE,
    SUPPORT_OUTCOME,
)
from partyroll.model import CandidateStage, RatingStage, Vote
from partyroll.read.facts import IMPORTED, ReadFile, TableKind
from partyroll.read.workbook import read_workbook
from partyroll.tasks.templates import (
    TEMPLATES,
    file_name,
    form_of,
    make_template,
    template_of,
    unit_line,
)
from trials import trials

YEAR, TODAY = 2025, date(2026, 1, 15)
# A plan is carried out, not imported: tests/e2e/test_reorganising.py fills it in.
KINDS = [one.kind for one in TEMPLATES if TableKind(one.kind) in IMPORTED]
Said = Callable[[Any], object]
Pairs = st.SearchStrategy[tuple[object, object]]  # what is typed, what is to be read


@dataclass(frozen=True)
class Typed:
    """What may stand in a column, and where it is found again."""

    pairs: Pairs
    said: Said


def same(*values: object) -> Pairs:
    return st.sampled_from([(value, value) for value in values])


def words(**meanings: object) -> Pairs:
    return st.sampled_from([*meanings.items()])


def text(name: str, *values: object) -> Typed:
    return Typed(same(*values), lambda row: getattr(row, name) or None)


def of(name: str, pairs: Pairs) -> Typed:
    return Typed(pairs, lambda row: _plain(getattr(row, name)))


def _plain(value: object) -> object:
    return None if value is None else str(value)


def _as_texts(pair: tuple[object, object]) -> tuple[object, object]:
    """Return a pair whose read side is compared as text."""
    return pair[0], _plain(pair[1])


def days(first: int, last: int) -> Pairs:
    exact = st.dates(date(first, 1, 1), date(last, 12, 31)).map(
        lambda day: (datetime(day.year, day.month, day.day), day.isoformat())  # noqa: DTZ001 (a cell has no zone)
    )
    year = st.integers(first, last).map(lambda year: (str(year), str(year)))
    return st.one_of(st.just((None, None)), exact, year)


GENDER = of("gender", words(Nam="Nam", Nữ="Nữ") | st.just((None, None)))
BIRTH = of("birth_date", days(1950, 1970))
UNIT = Typed(same("Chi bộ thôn Hạ", "Chi bộ 10"), lambda row: row.unit.name)
NOTE = text("note", None, "đã hỏi lại")
STATUS = {"Đang sinh hoạt Đảng": (None, None), "Đình chỉ sinh hoạt": ("SUSPENDED", None)}
EXIT_FORMS = {
    "Xóa tên": "REMOVED",
    "Xin ra khỏi Đảng": "WITHDREW",
    "Khai trừ": "EXPELLED",
    "Từ trần": "DIED",
    "Chuyển đi": "OUT",
    "Giảm khác": "OTHER_DECREASE",
}
LEVELS = [(words, code) for code, words in RATING_LEVEL.items()]
DUES = (("x", "P"), (10_000, "P"), ("chưa nộp", "U"), ("miễn", "X"), (None, "."))
MEETINGS = (("x", "P"), ("P", "E"), ("K", "A"), (None, "."))


def rated(stage: RatingStage) -> Typed:
    return Typed(
        st.sampled_from(LEVELS),
        lambda row: next(r.level.value for r in row.ratings if r.stage is stage),
    )


def remarked(place: str) -> Typed:
    return Typed(
        same(None, "chấp hành tốt"),
        lambda row: next((r.text for r in row.remarks if r.place == place), None),
    )


def stepped(stage: CandidateStage) -> Typed:
    return Typed(days(2020, 2025), lambda row: _plain(dict(row.steps).get(stage)))


def numbered(stage: CandidateStage, number: str) -> Typed:
    return Typed(same(None, number), lambda row: row.papers.get(stage))


def voted(stage: CandidateStage) -> Typed:
    pairs = st.sampled_from(
        [(None, None), ("14/17/20", Vote(20, 17, 14)), ("3/3/3", Vote(3, 3, 3))]
    )
    return Typed(pairs, lambda row: row.votes.get(stage))


def lettered(marks: tuple[tuple[object, str], ...], month: int) -> Typed:
    return Typed(st.sampled_from(marks), lambda row: row.letters[month - 1])


def counted(number: int) -> Typed:
    """A year's number; a unit has one row for each year, so rows are asked by year."""
    return Typed(st.integers(0, 500).map(lambda n: (n, n)), lambda row: row[number].number)


COLUMNS: dict[str, dict[str, Typed]] = {
    "roster": {
        "Ngày sinh": BIRTH,
        "Giới tính": GENDER,
        "Chi bộ": UNIT,
        "Ngày vào Đảng": of("admission_date", days(1990, 1999)),
        "Ngày chính thức": of("official_date", days(2000, 2010)),
        "Quê quán": text("hometown", None, "xã Mẫu, tỉnh Giả Định"),
        "Nghề nghiệp": Typed(
            same(None, "Làm ruộng"), lambda row: row.attributes.get("occupation")
        ),
        "Ghi chú": NOTE,
    },
    "dues": {
        "Chi bộ": UNIT,
        "Mức đóng": Typed(same(None, 5_000, 10_000), lambda row: row.rate),
        **{f"T{month}": lettered(DUES, month) for month in range(1, 13)},
    },
    "meetings": {
        "Chi bộ": UNIT,
        **{f"SH T{month}": lettered(MEETINGS, month) for month in range(1, 13)},
    },
    "exits": {
        "Ngày sinh": BIRTH,
        "Giới tính": GENDER,
        "Chi bộ": UNIT,
        "Hình thức": of("kind", st.sampled_from([*EXIT_FORMS.items()])),
        "Số quyết định": text("decision_no", None, "12-QĐ/ĐU"),
        "Ngày quyết định": of("decision_date", days(2020, 2025)),
        "Ghi chú": NOTE,
    },
    "away": {
        "Ngày sinh": BIRTH,
        "Chi bộ": UNIT,
        "Nơi đi làm ăn xa": text("place", None, "Bình Dương"),
        "Đi từ tháng/năm": of(
            "since", st.sampled_from([(None, None), ("01/2024", "2024-01"), ("2023", "2023")])
        ),
        "Dự kiến về": of("until", st.sampled_from([(None, None), ("12/2026", "2026-12")])),
        "Đã chuyển SHĐ": Typed(
            st.sampled_from([("x", True), ("chưa", False), (None, None)]),
            lambda row: row.transferred,
        ),
        "Ngày xác nhận nơi đến": of("confirmed_on", days(2020, 2025)),
        "Giấy tờ": text("paper", None, "GGT số 12"),
        "Cách liên hệ": text("contact", None, "0990000001"),
        "Liên hệ lần cuối": of("contacted_on", days(2020, 2025)),
        "Đã về ngày": of("returned_on", days(2024, 2025)),
        "Ghi chú": NOTE,
    },
    "excuses": {
        "Ngày sinh": BIRTH,
        "Chi bộ": UNIT,
        "Loại lý do, giấy tờ": text("kind", "Thai sản", "giảm đảng phí"),
        "Từ ngày": of("since", days(2020, 2024)),
        "Đến ngày": of("until", days(2025, 2030)),
        "Áp dụng cho": text("ground", None, "đảng phí"),
        "Người chấp nhận": text("by", None, "Chi ủy"),
        "Ngày chấp nhận": of("on", days(2020, 2025)),
        "Số văn bản": text("paper", None, "12-TB/CB"),
        "Lý do": text("reason", None, "nằm viện"),
        "Nơi sinh hoạt tạm thời": text("host", None, "Chi bộ khu X"),
        "Mức giảm (%)": Typed(
            st.sampled_from([(None, None), ("50", 50), ("30%", 30), (0.7, 70)]),
            lambda row: row.share,
        ),
    },
    "ratings": {
        "Ngày sinh": BIRTH,
        "Chi bộ": UNIT,
        "Tự xếp loại": rated(RatingStage.SELF),
        "Chi bộ xếp loại": rated(RatingStage.CELL),
        "Đảng ủy xếp loại": rated(RatingStage.COMMITTEE),
        "Ghi chú": NOTE,
        "Nhận xét nơi cư trú": remarked("nơi cư trú"),
        "Nhận xét nơi tạm trú": remarked("nơi tạm trú"),
    },
    "unit_ratings": {
        "Xếp loại": Typed(st.sampled_from(LEVELS), lambda row: row.ratings[0].level.value),
        "Ghi chú": text("note", None, "năm đầu thành lập"),
    },
    "candidates": {
        "Ngày sinh": BIRTH,
        "Giới tính": GENDER,
        "Chi bộ": UNIT,
        "Đoàn thể giới thiệu": text("origin", None, "Đoàn thanh niên"),
        "Đảng viên giúp đỡ": text("helper", None, "Hà Thị Bình"),
        **{CANDIDATE_STAGE[stage]: stepped(stage) for stage in CandidateStage},
        "Số giấy chứng nhận": numbered(CandidateStage.AWARENESS_CLASS, "123/GCN"),
        "Số nghị quyết chi bộ": numbered(CandidateStage.CELL_RESOLUTION, "07-NQ/CB"),
        "Số nghị quyết đảng ủy": numbered(CandidateStage.COMMITTEE_RESOLUTION, "12-NQ/ĐU"),
        "Số quyết định kết nạp": numbered(CandidateStage.DECISION, "09-QĐ/ĐU"),
        "Số phiếu chi bộ": voted(CandidateStage.CELL_RESOLUTION),
        "Số phiếu đảng ủy": voted(CandidateStage.COMMITTEE_RESOLUTION),
        "Ngày đóng hồ sơ": of("ended_on", days(2020, 2025)),
        "Lý do đóng hồ sơ": text("ended_text", None, "chuyển nơi khác"),
        "Ghi chú": NOTE,
    },
    "support": {
        "Ngày sinh": BIRTH,
        "Chi bộ": UNIT,
        "Khó khăn, nhu cầu": of(
            "need",
            st.sampled_from([*((words, code) for code, words in NEED.items()), ("x", "OTHER")]),
        ),
        "Ngày phát sinh": of("opened_on", days(2018, 2019)),
        "Biện pháp giúp đỡ": of(
            "measure",
            st.sampled_from(
                [*((words, code) for code, words in SUPPORT_MEASURE.items()), (None, None)]
            ),
        ),
        "Số tiền giúp đỡ": of("amount", same(None, 500_000).map(_as_texts)),
        "Đơn vị giúp đỡ": text("by", None, "Hội Nông dân"),
        "Ngày giúp": of("on", days(2020, 2025)),
        "Kết quả giúp đỡ": of(
            "outcome",
            st.sampled_from(
                [*((words, code) for code, words in SUPPORT_OUTCOME.items()), (None, None)]
            ),
        ),
        "Ngày xong": of("closed_on", days(2020, 2025)),
        "Số văn bản": text("paper", None, "12-TB/CB"),
        "Ghi chú": NOTE,
    },
    "awards": {
        "Ngày sinh": BIRTH,
        "Chi bộ": UNIT,
        "Hình thức khen thưởng": Typed(
            st.sampled_from(
                [
                    *((words, (code, None)) for code, words in AWARD_FORM.items()),
                    ("Huy hiệu 30 năm", ("BADGE", 30)),
                ]
            ),
            lambda row: (row.awards[0].form.value, row.awards[0].badge_years),
        ),
        "Ngày khen thưởng": of("on", days(2020, 2025)),
        "Số quyết định": text("decision_no", None, "15-QĐ/ĐU"),
        "Cấp khen thưởng": text("by", None, "Đảng ủy xã"),
        "Thành tích": text("reason", None, "làm kinh tế giỏi"),
        "Ghi chú": NOTE,
    },
    "discipline": {
        "Ngày sinh": BIRTH,
        "Chi bộ": UNIT,
        "Hình thức kỷ luật": of(
            "form", st.sampled_from([(words, code) for code, words in DISCIPLINE_FORM.items()])
        ),
        "Số quyết định": text("decision_no", None, "07-QĐ/UBKT"),
        "Ngày quyết định": of("on", days(2020, 2025)),
        "Cấp quyết định": text("by", None, "Đảng ủy xã"),
        "Nội dung vi phạm": text("reason", None, "sinh con thứ ba"),
        "Có hiệu lực đến": of("valid_to", days(2026, 2027)),
        "Ghi chú": NOTE,
    },
    "headcounts": {f"Năm {YEAR - 4 + n}": counted(n) for n in range(5)},
    "declared": {
        "Kỳ số liệu": Typed(
            st.sampled_from([(2020, "2020"), ("2015-2020", "2015-2020")]),
            lambda rows: rows[0].period.label,
        ),
        **{
            heading: counted(place)
            for place, heading in enumerate(
                (
                    *("Từ trần", "Khai trừ", "Xóa tên", "Xin ra khỏi Đảng", "Chuyển đi"),
                    *("Giảm khác", "Kết nạp mới", "Kết nạp lại", "Phục hồi đảng tịch"),
                    "Chuyển đến",
                )
            )
        },
    },
    "units": {
        "Cấp trên trực tiếp": Typed(
            same(None, "Đảng bộ xã Mẫu"), lambda row: next(iter(row.unit.parents), None)
        ),
        "Mã tổ chức đảng": Typed(
            same(None, "99.001", "099"), lambda row: row.unit.code or None
        ),
        "Ngày thành lập": of("since", days(1990, 1999)),
        "Ngày giải thể": of("until", days(2000, 2010)),
    },
    "holidays": {
        "Ngày nghỉ": Typed(
            same(datetime(2026, 1, 1), datetime(2026, 9, 2)),  # noqa: DTZ001 (a cell has no zone)
            lambda row: datetime.combine(row.days[0], datetime.min.time()),
        ),
        "Nghỉ đến ngày": Typed(same(None), lambda row: row.days[1:] or None),
    },
}
NAMED = {
    "headcounts": "Tên tổ chức đảng",
    "declared": "Tên tổ chức đảng",
    "unit_ratings": "Tên tổ chức đảng",
    "units": "Tên tổ chức đảng",
    "holidays": "Tên ngày nghỉ",
}


def headings(path: Path) -> tuple[int, dict[str, int]]:
    """Return the row of the headings and the column of each, without the stars."""
    sheet = load_workbook(path).worksheets[0]
    row = next(cell.row for cell in sheet["A"] if cell.value == "STT")
    return row, {str(c.value).rstrip(" *"): c.column for c in sheet[row] if c.value}


def fill(path: Path, rows: list[dict[str, Any]]) -> None:
    """Type the rows over the example, as a clerk does."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    heading, columns = headings(path)
    for number, row in enumerate(rows, start=heading + 1):
        for name, column in columns.items():
            sheet.cell(number, column).value = row.get(name)
    book.save(path)


def filled(kind: str, rows: list[dict[str, Any]]) -> ReadFile:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "mau.xlsx"
        make_template(template_of(kind), path, year=YEAR)
        fill(path, rows)
        return read_workbook(path, today=TODAY)


def rows_read(kind: str, file: ReadFile) -> list[Any]:
    """Return the rows of the table; of numbers those of one unit together."""
    rows: list[Any] = [*file.tables[0].rows]
    width = {"headcounts": 5, "declared": 10}.get(kind)
    if width is None:
        return rows
    return [rows[start : start + width] for start in range(0, len(rows), width)]


@pytest.mark.parametrize("kind", KINDS)
@trials(3, many=12)
@given(drawn=st.data())
def test_what_is_typed_into_a_form_is_what_is_read(kind: str, drawn: st.DataObject) -> None:
    columns = COLUMNS[kind]
    typed = drawn.draw(
        st.lists(
            st.fixed_dictionaries({name: one.pairs for name, one in columns.items()}),
            min_size=2,
            max_size=4,
        )
    )
    name = NAMED.get(kind, "Họ và tên")
    people = [
        {name: f"Chi bộ thôn {n}" if kind in NAMED else f"Lò Văn Thử {'abcdef'[n]}", "STT": n}
        for n in range(len(typed))
    ]
    cells = [{column: pair[0] for column, pair in row.items()} for row in typed]

    file = filled(kind, [{**who, **row} for who, row in zip(people, cells, strict=True)])

    found = [
        {column: columns[column].said(row) for column in columns}
        for row in rows_read(kind, file)
    ]
    assert found == [{column: pair[1] for column, pair in row.items()} for row in typed]
    assert [p for p in file.problems if p.severity == "error"] == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form_brings_nothing_and_says_so_kindly(kind: str, desk: Desk) -> None:
    made = desk("template", kind)

    ran = desk("import", file_name(template_of(kind), 2026))

    assert (made.code, ran.code) == (0, 0)
    assert "Chưa có dòng nào để nhập" in ran.out
    assert "Dòng ví dụ của mẫu" in ran.out
    assert not desk.ledger.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_is_of_its_kind_and_every_column_is_understood(kind: str) -> None:
    file = filled(kind, [])

    table, guide = file.tables
    assert (table.kind, guide.kind) == (TableKind(kind), TableKind.SKIPPED)
    assert table.unknown_columns == {}
    assert [p.code for p in file.problems] == ["example_row"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "headcounts"])
def test_a_row_that_still_holds_an_example_is_nobodys(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    make_template(template_of(kind), path, year=YEAR)
    heading, columns = headings(path)
    book = load_workbook(path)
    name = columns[NAMED.get(kind, "Họ và tên")]
    book.worksheets[0].cell(heading + 1, name, "Chi bộ thôn Hạ")
    book.save(path)

    file = read_workbook(path, today=TODAY)

    assert file.tables[0].rows == ()
    assert {p.code for p in file.problems} == {"example_left"}
    assert [aside.row for aside in file.set_aside] == [heading + 1]


def test_an_example_number_left_behind_is_no_number(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    make_template(template_of("headcounts"), path, year=YEAR)
    heading, columns = headings(path)
    book = load_workbook(path)
    book.worksheets[0].cell(heading + 1, columns["Tên tổ chức đảng"], "Chi bộ thôn Hạ")
    book.save(path)

    file = read_workbook(path, today=TODAY)

    assert file.tables[0].rows == ()
    assert {p.code for p in file.problems} == {"unreadable_number"}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NAMED])
def test_a_form_for_one_cell_needs_no_column_of_cells(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    make_template(template_of(kind), path, year=YEAR, unit="Chi bộ thôn Hạ")

    table = read_workbook(path, today=TODAY).tables[0]

    assert table.unit is not None
    assert table.unit.name == "Chi bộ thôn Hạ"
    assert "Chi bộ" not in headings(path)[1]


@pytest.mark.parametrize("unit", ["Chi bộ", "năm 2024", "Chi bộ Quân sự (khối A)"])
def test_a_unit_that_a_title_would_blur_stays_a_column(unit: str) -> None:
    form = form_of(template_of("roster"), year=YEAR, unit=unit)

    assert unit_line(unit) == ""
    assert "Chi bộ" in [field.bare for field in form.fields]


def test_every_reason_offered_is_read_as_that_reason() -> None:
    wanted = {code: words for code, words in REASON.items() if code != "UNSTATED"}
    rows = [
        {"Họ và tên": f"Lò Văn {code.title()}", "Hình thức": "Xóa tên", "Lý do": words}
        for code, words in wanted.items()
    ]

    file = filled("exits", [{**row, "STT": n} for n, row in enumerate(rows, start=1)])

    found = [row.reasons[0].value for row in rows_read("exits", file)]
    assert found == [*wanted]


def test_the_year_asked_for_is_the_year_of_the_book(desk: Desk) -> None:
    desk("template", "dues", "--year", "2023")

    table = read_workbook(desk.folder / "mau-so-dang-phi-2023.xlsx", today=TODAY).tables[0]

    assert table.year == 2023


def test_a_form_never_takes_the_place_of_another(desk: Desk) -> None:
    desk("template", "roster")

    second = desk("template", "roster")

    assert "mau-danh-sach-dang-vien (2).xlsx" in second.err
    assert len([*desk.folder.glob("*.xlsx")]) == 2


@pytest.mark.parametrize("name", ["xep-loai", "Bảng xếp loại", "mau_xep_loai", "RATINGS"])
def test_a_form_may_be_asked_for_in_vietnamese(name: str) -> None:
    assert template_of(name).kind == "ratings"


def test_an_unknown_kind_names_those_there_are(desk: Desk) -> None:
    ran = desk("template", "luong")

    assert ran.code == 2
    assert "ratings (bảng xếp loại)" in ran.err


def test_an_unknown_kind_is_a_refusal() -> None:
    with pytest.raises(PartyrollError, match="không có mẫu"):
        template_of("")


@pytest.mark.parametrize("kind", KINDS)
def test_cells_are_checked_while_typing(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    make_template(template_of(kind), path, year=YEAR)

    book = load_workbook(path)
    table, guide = book.worksheets

    rules = table.data_validations.dataValidation
    assert guide.title == GUIDE_SHEET
    assert {rule.type for rule in rules} & {"list", "custom", "whole"}
    assert all(rule.error for rule in rules)


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_prints_on_a4_with_its_headings_on_every_page(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    make_template(template_of(kind), path, year=YEAR)

    table = load_workbook(path).worksheets[0]

    heading, _ = headings(path)
    assert (table.page_setup.paperSize, table.page_setup.orientation) == (9, "landscape")
    assert table.print_title_rows == f"${heading}:${heading}"
    assert table.freeze_panes == f"C{heading + 1}"


def test_a_form_of_many_columns_prints_on_two_pages_that_both_name_the_row(
    tmp_path: Path,
) -> None:
    path = tmp_path / "mau.xlsx"
    make_template(template_of("support"), path, year=YEAR)

    table = load_workbook(path).worksheets[0]

    title = min(table.merged_cells.ranges, key=lambda cells: cells.min_row)
    with ZipFile(path) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert table.print_title_cols == "$A:$B"
    assert f'<colBreaks count="1" manualBreakCount="1"><brk id="{title.max_col}" ' in sheet
    assert title.min_col == 3
    assert int(table.page_setup.scale or 0) >= 75


def test_numbers_of_persons_are_text_so_that_zeros_stay(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    make_template(template_of("roster"), path, year=YEAR)

    sheet = load_workbook(path).worksheets[0]
    heading, columns = headings(path)

    card = sheet.cell(heading + 2, columns["Số thẻ đảng viên"])
    assert card.number_format == "@"
