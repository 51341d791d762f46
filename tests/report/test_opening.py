from dataclasses import replace

import pytest

from partyroll.model import Column, ExitKind, ExitRecord, Reason, Shape, Table
from partyroll.report.opening import cell_names, open_cell
from partyroll.report.refusals import NoNames, SeveralCells, UnknownCell
from partyroll.report.term import TermReport, term_report
from report.exits import TERM, B, left

REMOVED, WITHDREW = ExitKind.REMOVED, ExitKind.WITHDREW
YOUNG = left(REMOVED, "2022-05-10", Reason.SKIP_MEETINGS, person="young", born="2000-01-01")
OLD = left(
    WITHDREW,
    "2023-05-10",
    Reason.FAMILY_HARDSHIP,
    Reason.HEALTH_AGE,
    person="old",
    born="1950",
    unit=B,
)
LOST = left(REMOVED, None, person="lost")


@pytest.fixture
def report() -> TermReport:
    return term_report(TERM, [YOUNG, OLD, LOST], [])


@pytest.mark.parametrize(
    ("address", "people"),
    [
        ("by_kind:REMOVED/count", [YOUNG]),
        ("by_kind:TOTAL", [YOUNG, OLD]),
        ("by_kind:UNDATED", [LOST]),
        ("by_kind_year:2023/WITHDREW", [OLD]),
        ("by_kind_year:2023/REMOVED", []),
        ("by_unit:Phường X › Chi bộ B/WITHDREW", [OLD]),
        ("by_unit:Phường X/total", [YOUNG, OLD]),
        ("by_age:18-30/REMOVED", [YOUNG]),
        ("by_age:61+", [OLD]),
        ("by_gender:UNKNOWN/total", [YOUNG, OLD]),
        ("reasons_withdrew:HEALTH_AGE/mentions", [OLD]),
        ("reasons_withdrew:HEALTH_AGE/count", []),
        ("shares:YOUNG-REMOVED/count", [YOUNG]),
    ],
)
def test_a_cell_gives_back_whom_it_counts(
    report: TermReport, address: str, people: list[ExitRecord]
) -> None:
    assert list(cell_names(report, address)) == people


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("by_age:18–30/Xóa tên", "by_age:18-30/REMOVED"),
        ("by_age: tren 60 / xin ra khoi dang", "by_age:61+/WITHDREW"),
        ("by_gender:khong ro/tong so", "by_gender:UNKNOWN/total"),
        (
            "by_unit:phuong x > chi bo b/XIN RA KHỎI ĐẢNG",
            "by_unit:Phường X › Chi bộ B/WITHDREW",
        ),
        ("BY_UNIT:chi bo a", "by_unit:Phường X › Chi bộ A/total"),
        ("by_unit:Chi bộ A", "by_unit:Phường X › Chi bộ A/total"),
        ("by_kind_year:Cả kỳ/Tổng số", "by_kind_year:TOTAL/total"),
    ],
)
def test_rows_and_columns_may_be_typed_by_their_words(
    report: TermReport, address: str, code: str
) -> None:
    assert open_cell(report, address).address == code


def test_a_unit_opens_by_its_code_and_by_the_end_of_its_path() -> None:
    record = replace(
        left(REMOVED, unit=("Tỉnh", "Xã X", "Chi bộ 1"), person="p"),
        unit_codes=("38", "", "38.168.053.000.001"),
    )

    found = term_report(TERM, [record], [])

    assert cell_names(found, "by_unit:38.168.053.000.001/REMOVED") == (record,)
    assert cell_names(found, "by_unit:Xã X › Chi bộ 1") == (record,)
    assert open_cell(found, "by_unit:38").row.title == "Tỉnh"


def test_a_unit_whose_name_holds_a_stroke_opens() -> None:
    record = left(REMOVED, unit=("Phường X", "Chi bộ 3/2"), person="p")

    found = term_report(TERM, [record], [])

    assert cell_names(found, "by_unit:Chi bộ 3/2/REMOVED") == (record,)
    assert cell_names(found, "by_unit:Chi bộ 3/2") == (record,)


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (
            "by_star:1/2",
            "không có bảng “by_star”\nGợi ý: bảng có thể gõ: by_kind · by_kind_year",
        ),
        ("by_age:17/REMOVED", "không có dòng “17”\nGợi ý: dòng có thể gõ: 18-30 · 31-35"),
        ("by_age:18-30/GONE", "không có cột “GONE”\nGợi ý: cột có thể gõ: DIED · EXPELLED"),
        ("by_age:", "không có dòng “”\nGợi ý: dòng có thể gõ: 18-30"),
        ("by_age", "không có dòng “”"),
    ],
)
def test_an_unknown_cell_is_refused_with_what_may_be_typed(
    report: TermReport, address: str, sentence: str
) -> None:
    with pytest.raises(UnknownCell) as refusal:
        open_cell(report, address)

    assert sentence in str(refusal.value)


def test_a_bare_name_that_two_units_bear_is_not_guessed() -> None:
    same = [left(REMOVED, unit=(place, "Chi bộ 1"), person=place) for place in ("X", "Y")]

    with pytest.raises(SeveralCells) as refusal:
        open_cell(term_report(TERM, same, []), "by_unit:Chi bộ 1/REMOVED")

    assert "có 2 dòng mang tên “Chi bộ 1”" in str(refusal.value)
    assert "gõ đủ: X › Chi bộ 1 · Y › Chi bộ 1" in str(refusal.value)


def balanced(report: TermReport) -> TermReport:
    """The report with a balance of 2022: 40 members were there, and one was removed."""
    columns = (
        Column("unit", "Đơn vị", Shape.OUTLINE),
        Column("year", "Năm"),
        Column("opening", "Đầu kỳ", Shape.COUNT),
        Column("REMOVED", "Xóa tên", Shape.COUNT),
        Column("unit_path", "Đường dẫn đơn vị", printed=False),
        Column("code", "Mã", printed=False),
    )
    row = ("Chi bộ A", "2022", 40, 1, "Phường X › Chi bộ A", "u1/2022")
    flow = Table("flow", "Biến động", columns, (row,))
    return replace(report, tables=(*report.tables, flow))


@pytest.mark.parametrize(
    ("address", "people"),
    [
        ("top_units:Chi bộ B/WITHDREW", [OLD]),
        ("top_units:Chi bộ B/left", [OLD]),
        ("flow:u1/2022/REMOVED", [YOUNG]),
        ("flow:chi bo a 2022/xoa ten", [YOUNG]),
    ],
)
def test_a_table_that_repeats_numbers_of_others_opens_too(
    report: TermReport, address: str, people: list[ExitRecord]
) -> None:
    assert list(cell_names(balanced(report), address)) == people


def test_a_number_without_names_is_refused_rather_than_called_nobody(
    report: TermReport,
) -> None:
    with pytest.raises(NoNames) as refusal:
        open_cell(balanced(report), "flow:u1/2022/opening")

    assert "sổ không có danh sách những người của số 40 này" in str(refusal.value)


def beside(report: TermReport) -> TermReport:
    """The report with a comparison, and the years of who came and went; one moved away."""
    kind = Column("kind", "Hình thức")
    count, code = Column("count", "Kỳ này", Shape.COUNT), Column("code", "Mã", printed=False)
    compared = (("Xóa tên", 1, "REMOVED"), ("Xóa tên và xin ra", 2, "LEFT"))
    went = (
        Column("year", "Năm"),
        Column("WITHDREW", "Xin ra", Shape.COUNT),
        Column("OUT", "Chuyển đi", Shape.COUNT),
        Column("went", "Cộng giảm", Shape.COUNT),
        code,
    )
    years = (("2023", 1, 0, 1, "2023"), ("Cả kỳ", 1, 3, 2, "TOTAL"))
    tables = (
        Table("comparison", "So với kỳ trước", (kind, count, code), compared),
        Table("admissions", "Kết nạp và giảm", went, years),
    )
    return replace(report, tables=(*report.tables, *tables))


def test_this_terms_side_of_a_comparison_opens(report: TermReport) -> None:
    assert list(cell_names(beside(report), "comparison:REMOVED/count")) == [YOUNG]
    assert list(cell_names(beside(report), "comparison:LEFT/count")) == [YOUNG, OLD]


def test_who_moved_away_is_in_no_list_so_their_sum_does_not_open(report: TermReport) -> None:
    assert list(cell_names(beside(report), "admissions:2023/went")) == [OLD]
    with pytest.raises(NoNames):
        open_cell(beside(report), "admissions:TOTAL/went")
