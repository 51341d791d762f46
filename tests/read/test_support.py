"""Lists of help, praise and discipline: no layout of theirs is official, so many are read."""

from collections.abc import Callable

import pytest

from partyroll.model import AwardForm, DisciplineForm, Need, SupportMeasure, SupportOutcome
from partyroll.read.facts import (
    AwardRow,
    DisciplineRow,
    ReadFile,
    SupportRow,
    TableKind,
)
from partyroll.read.help_money import help_amount
from partyroll.read.support_words import (
    award_of,
    discipline_of,
    measure_of,
    need_of,
    outcome_of,
)

Read = Callable[..., ReadFile]
HELP = ["DANH SÁCH ĐẢNG VIÊN CÓ HOÀN CẢNH KHÓ KHĂN"]
PRAISE = ["DANH SÁCH KHEN THƯỞNG"]
PUNISHED = ["DANH SÁCH ĐẢNG VIÊN BỊ KỶ LUẬT"]


def codes(file: ReadFile) -> list[tuple[str, str, str]]:
    return [(p.cell, p.code, p.severity.value) for p in file.problems]


def supports(file: ReadFile) -> list[SupportRow]:
    return [r for table in file.tables for r in table.rows if isinstance(r, SupportRow)]


def awards(file: ReadFile) -> list[tuple[str, str, int | None]]:
    rows = [r for table in file.tables for r in table.rows if isinstance(r, AwardRow)]
    return [(a.form.value, a.text, a.badge_years) for row in rows for a in row.awards]


def disciplines(file: ReadFile) -> list[DisciplineRow]:
    return [r for table in file.tables for r in table.rows if isinstance(r, DisciplineRow)]


# --- Words --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("Hộ cận nghèo", "HARDSHIP"),
        ("Hoàn cảnh gia đình khó khăn", "HARDSHIP"),
        ("bệnh hiểm nghèo", "HEALTH"),
        ("chưa có việc làm", "JOB"),
        ("Vay vốn chăn nuôi", "LOAN"),
        ("nhà bị hỏa hoạn", "DISASTER"),
        ("dịch bệnh gia súc", "DISASTER"),
        ("Bộ đội xuất ngũ", "DISCHARGED"),
        ("Công an phục viên", "DISCHARGED"),
        ("cần việc làm", "JOB"),
        ("DISCHARGED", "DISCHARGED"),
    ],
)
def test_a_need_in_the_words_of_offices(text: str, need: str) -> None:
    assert need_of(text) is Need(need)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Tặng quà Tết", "GIFT"),
        ("Hỗ trợ 500.000 đồng", "GIFT"),
        ("Hỗ trợ vay vốn", "LOAN"),
        ("Tặng thẻ BHYT", "INSURANCE"),
        ("Hỗ trợ học nghề", "TRAINING"),
        ("Giới thiệu việc làm", "JOB_INTRODUCTION"),
        ("Thăm hỏi, động viên", "VISIT"),
        ("Hội Cựu chiến binh gặp gỡ", "MEETING"),
        ("Miễn đảng phí 6 tháng", "DUES_RELIEF"),
        ("Sửa nhà", "HOUSING"),
        ("Phân công đ/c bí thư kèm cặp", "HELPER"),
    ],
)
def test_a_measure_in_the_words_of_offices(text: str, measure: str) -> None:
    assert measure_of(text) is SupportMeasure(measure)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Đã ổn định", "RESOLVED"),
        ("chưa ổn định", "UNCHANGED"),
        ("Đã thoát nghèo", "RESOLVED"),
        ("Vẫn còn khó khăn", "UNCHANGED"),
        ("khó khăn hơn", "WORSE"),
        ("Kinh tế khá hơn", "BETTER"),
        ("xin ra khỏi Đảng", "LEFT"),
    ],
)
def test_an_outcome_in_the_words_of_offices(text: str, outcome: str) -> None:
    assert outcome_of(text) is SupportOutcome(outcome)


@pytest.mark.parametrize("text", ["nguyện vọng riêng", "xem sau", ""])
def test_other_words_name_no_need_and_no_measure(text: str) -> None:
    assert (need_of(text), measure_of(text)) == (None, None)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Khiển trách", "REPRIMAND"),
        ("kỷ luật cảnh cáo", "WARNING"),
        ("Cách hết các chức vụ trong Đảng", "DISMISSAL"),
        ("Khai trừ ra khỏi Đảng", "EXPULSION"),
        ("hình thức khác", "OTHER"),
    ],
)
def test_a_form_of_discipline(text: str, form: str) -> None:
    assert discipline_of(text) is DisciplineForm(form)


@pytest.mark.parametrize(
    "text",
    [
        "nhắc nhở",
        "Xóa tên",
        "không bị kỷ luật",
        "khiển trách hoặc cảnh cáo",
        "",
        "không cảnh cáo",
    ],
)
def test_words_that_name_no_form_are_not_the_first_of_the_list(text: str) -> None:
    assert discipline_of(text) is None


def test_forms_of_praise() -> None:
    texts = ("Huy hiệu 30 năm tuổi Đảng", "Giấy khen", "Đảng viên tiêu biểu", "LĐTT", "tivi")

    found = [award_of(text) for text in texts]

    assert found == [
        AwardForm.BADGE,
        AwardForm.COMMENDATION,
        AwardForm.EXAMPLE,
        AwardForm.TITLE,
        None,
    ]


@pytest.mark.parametrize(
    ("value", "factor", "amount"),
    [
        ("500.000", 1, 500_000),
        ("10 triệu", 1, 10_000_000),
        ("1,5 triệu đồng", 1, 1_500_000),
        (500, 1000, 500_000),
        (50_000, 1000, 50_000_000),
        ("300k", 1, 300_000),
        (2_000_000, 1, 2_000_000),
    ],
)
def test_sums_given_or_lent(value: object, factor: int, amount: int) -> None:
    assert help_amount(value, factor=factor).value == amount  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["10 triệu + gạo", "nhiều", -5, 0.5, "2 con bò"])
def test_what_is_no_sum_is_told(value: object) -> None:
    reading = help_amount(value)  # type: ignore[arg-type]

    assert (reading.value, reading.code) == (None, "unreadable_sum")


# --- Help ---------------------------------------------------------------------------------
def test_a_list_of_help(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Hoàn cảnh", "Nhu cầu", "Biện pháp giúp đỡ", "Số tiền"]
    heading += ["Đơn vị giúp đỡ", "Ngày giúp", "Kết quả"]
    row = [1, "Lò Văn An", "Hộ nghèo", "Vay vốn", "Cho vay vốn", "10 triệu"]
    row += ["Ngân hàng CSXH", "05/2023", "đã thoát nghèo"]

    file = read({"Giúp đỡ": [HELP, heading, row]})

    assert file.tables[0].kind is TableKind.SUPPORT
    (one,) = supports(file)
    assert (one.need, one.need_text) == (Need.LOAN, "Hộ nghèo; Vay vốn")
    assert (one.measure, one.measure_text) == (SupportMeasure.LOAN, "Cho vay vốn")
    assert (one.amount, one.by, str(one.on)) == (10_000_000, "Ngân hàng CSXH", "2023-05")
    assert (one.outcome, one.outcome_text) == (SupportOutcome.RESOLVED, "đã thoát nghèo")
    assert codes(file) == []


def test_the_title_says_the_need_of_rows_that_do_not(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Đã giúp đỡ", "Ghi chú"]

    file = read({"S": [HELP, heading, [1, "Lò Văn An", "chưa có", "nhà xa"]]})

    (one,) = supports(file)
    assert (one.need, one.measure, one.note) == (Need.HARDSHIP, None, "nhà xa")


def test_words_of_no_list_are_kept_as_other(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Khó khăn", "Biện pháp giúp đỡ", "Kết quả giúp đỡ"]
    row = [1, "Lò Văn An", "con hay quấy", "trông con hộ", "tạm được"]

    file = read({"S": [["DANH SÁCH GIÚP ĐỠ"], heading, row]})

    (one,) = supports(file)
    assert (one.need, one.need_text) == (Need.OTHER, "con hay quấy")
    assert (one.measure, one.measure_text) == (SupportMeasure.OTHER, "trông con hộ")
    assert (one.outcome, one.outcome_text) == (None, "tạm được")
    assert codes(file) == [("E3", "support_outcome_unclear", "warning")]


def test_a_row_that_says_neither_need_nor_help_is_set_aside(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Khó khăn", "Biện pháp giúp đỡ", "Ghi chú"]

    file = read({"S": [["DANH SÁCH GIÚP ĐỠ"], heading, [1, "Lò Văn An", "", "", "x"]]})

    assert supports(file) == []
    assert codes(file) == [("C3", "support_without_need", "error")]


def test_a_sum_that_cannot_be_read_stays_as_text(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Khó khăn", "Biện pháp giúp đỡ", "Số tiền"]
    row = [1, "Lò Văn An", "nghèo", "tặng quà", "2 bao gạo"]

    file = read({"S": [["DANH SÁCH GIÚP ĐỠ"], heading, row]})

    (one,) = supports(file)
    assert (one.amount, one.note) == (None, "Số tiền: 2 bao gạo")
    assert codes(file) == [("E3", "unreadable_sum", "warning")]


def test_a_roster_with_a_column_of_hardship_stays_a_roster(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Ngày sinh", "Quê quán", "Ngày vào Đảng", "Ngày chính thức"]
    row = [1, "Lò Văn An", "01/02/1970", "xã Mẫu", "03/02/1995", "03/02/1996"]

    file = read({"S": [[*heading, "Hoàn cảnh", "Khen thưởng", "Kỷ luật"], [*row, "nghèo"]]})

    assert file.tables[0].kind is TableKind.ROSTER


# --- Praise -------------------------------------------------------------------------------
def test_a_list_of_praise_in_words(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Hình thức khen thưởng", "Số quyết định", "Thành tích"]
    rows = [
        [1, "Lò Văn An", "Huy hiệu 40 năm tuổi Đảng", "01-QĐ/ĐU, ngày 02/09/2023", ""],
        [2, "Hà Thị Bình", "Biểu dương gương làm kinh tế giỏi", "", "nuôi bò"],
        [3, "Lò Văn Chi", "xe đạp", "", ""],
    ]

    file = read({"S": [PRAISE, heading, *rows]})

    assert file.tables[0].kind is TableKind.AWARDS
    assert awards(file) == [
        ("BADGE", "Huy hiệu 40 năm tuổi Đảng", 40),
        ("EXAMPLE", "Biểu dương gương làm kinh tế giỏi", None),
        ("OTHER", "xe đạp", None),
    ]
    first = next(r for r in file.tables[0].rows if isinstance(r, AwardRow))
    assert (first.decision_no, str(first.on)) == ("01-QĐ/ĐU", "2023-09-02")


def test_ticks_under_badges_and_examples(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Huy hiệu 30 năm", "Huy hiệu 40 năm", "Gương điển hình"]
    rows = [[1, "Lò Văn An", "x", None, "x"], [2, "Hà Thị Bình", None, "x", None]]

    file = read({"S": [PRAISE, heading, *rows]})

    assert file.tables[0].unknown_columns == {}
    assert awards(file) == [
        ("BADGE", "Huy hiệu 30 năm", 30),
        ("EXAMPLE", "Gương điển hình", None),
        ("BADGE", "Huy hiệu 40 năm", 40),
    ]


def test_the_title_says_which_badge(read: Read) -> None:
    title = ["DANH SÁCH TẶNG HUY HIỆU 30 NĂM TUỔI ĐẢNG"]
    heading = ["TT", "Họ và tên", "Số huy hiệu", "Ngày trao"]

    file = read({"S": [title, heading, [1, "Lò Văn An", "0123456", "03/02/2023"]]})

    assert awards(file) == [("BADGE", "0123456", 30)]


def test_praise_without_a_form_is_set_aside(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Danh hiệu", "Cấp khen thưởng"]

    file = read({"S": [PRAISE, heading, [1, "Lò Văn An", "", "Đảng ủy xã"]]})

    assert codes(file) == [("C3", "award_without_form", "error")]


# --- Discipline ---------------------------------------------------------------------------
def test_a_list_of_discipline(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Hình thức kỷ luật", "Số quyết định", "Ngày quyết định"]
    heading += ["Cấp quyết định", "Nội dung vi phạm", "Có hiệu lực đến"]
    row = [1, "Lò Văn An", "Khiển trách", "05-QĐ/ĐU", "05/03/2023"]
    row += ["Đảng ủy xã", "sinh con thứ ba", "05/03/2024"]

    file = read({"S": [PUNISHED, heading, row]})

    (one,) = disciplines(file)
    assert (one.form, one.decision_no, str(one.on)) == (
        DisciplineForm.REPRIMAND,
        "05-QĐ/ĐU",
        "2023-03-05",
    )
    assert (one.by, one.reason, str(one.valid_to)) == (
        "Đảng ủy xã",
        "sinh con thứ ba",
        "2024-03-05",
    )


def test_the_headings_say_discipline_without_a_title_and_with_cards(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Số thẻ đảng viên", "Hình thức kỷ luật", "Ngày quyết định"]
    row = [1, "Lò Văn An", "099000000901", "Cảnh cáo", "05/03/2023"]

    file = read({"S": [heading, row]})

    assert [one.form for one in disciplines(file)] == [DisciplineForm.WARNING]


@pytest.mark.parametrize("form", ["", "Nhắc nhở", "Xóa tên", "Khiển trách, cảnh cáo"])
def test_an_unknown_form_sets_the_row_aside(read: Read, form: str) -> None:
    heading = ["TT", "Họ và tên", "Hình thức kỷ luật", "Số quyết định"]

    file = read({"S": [PUNISHED, heading, [1, "Lò Văn An", form, "05-QĐ/ĐU"]]})

    assert disciplines(file) == []
    assert codes(file) == [("C3", "discipline_form_unknown", "error")]


def test_exits_with_a_column_of_discipline_stay_exits(read: Read) -> None:
    title = ["DANH SÁCH ĐẢNG VIÊN BỊ XÓA TÊN"]
    heading = ["TT", "Họ và tên", "Kỷ luật", "Lý do xóa tên", "Số QĐ", "Ngày QĐ"]
    row = [1, "Lò Văn An", "", "bỏ sinh hoạt", "05-QĐ/ĐU", "05/03/2023"]

    file = read({"S": [title, heading, row]})

    assert file.tables[0].kind is TableKind.EXITS


# --- What clerks really write -------------------------------------------------------------
def test_praise_and_discipline_in_one_list_are_two_lists(read: Read) -> None:
    title = ["THEO DÕI KHEN THƯỞNG, KỶ LUẬT"]
    heading = ["TT", "Họ và tên", "Khen thưởng", "Kỷ luật", "Số quyết định"]
    rows = [
        [1, "Lò Văn An", "Giấy khen", "", ""],
        [2, "Hà Thị Bình", "", "Khiển trách", "05-QĐ/ĐU"],
        [3, "Lò Văn Chi", "", "", ""],
    ]

    file = read({"S": [title, heading, *rows]})

    assert [table.kind for table in file.tables] == [TableKind.AWARDS, TableKind.DISCIPLINE]
    assert awards(file) == [("COMMENDATION", "Giấy khen", None)]
    assert [(one.full_name, one.form) for one in disciplines(file)] == [
        ("Hà Thị Bình", DisciplineForm.REPRIMAND)
    ]
    assert [code for _, code, _ in codes(file)] == ["award_without_form"]


def test_badges_beside_a_roster_are_praise_too(read: Read) -> None:
    title = ["DANH SÁCH ĐẢNG VIÊN ĐƯỢC TẶNG HUY HIỆU ĐẢNG"]
    heading = ["TT", "Họ và tên", "Ngày sinh", "Quê quán", "Ngày vào Đảng", "Ngày chính thức"]
    row = [1, "Lò Văn An", "01/02/1970", "xã Mẫu", "03/02/1990", "03/02/1991", "30 năm"]

    file = read({"S": [title, [*heading, "Loại huy hiệu Đảng"], row]})

    assert [table.kind for table in file.tables] == [TableKind.ROSTER, TableKind.AWARDS]
    assert awards(file) == [("BADGE", "30 năm", 30)]


def test_a_list_of_those_who_came_home(read: Read) -> None:
    title = ["DANH SÁCH BỘ ĐỘI, CÔNG AN XUẤT NGŨ VỀ ĐỊA PHƯƠNG"]
    heading = ["TT", "Họ và tên", "Ngày sinh", "Ngày xuất ngũ", "Ngày gặp gỡ"]
    rows = [
        [1, "Lò Văn An", "01/02/1999", "05/02/2023", "10/03/2023"],
        [2, "Hà Văn Bình", "01/02/2000", "06/02/2023", ""],
    ]

    file = read({"S": [title, heading, *rows]})

    told = [(str(r.need), r.measure, str(r.opened_on)) for r in supports(file)]
    assert told == [
        ("DISCHARGED", SupportMeasure.MEETING, "2023-02-05"),
        ("DISCHARGED", None, "2023-02-06"),
    ]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("đang xem xét", "đang xem xét"),
        ("chưa giúp được", "chưa giúp được"),
        ("dự kiến T9", "dự kiến T9"),
    ],
)
def test_what_is_planned_is_not_done(read: Read, words: str, kept: str) -> None:
    heading = ["TT", "Họ và tên", "Hoàn cảnh gia đình", "Biện pháp giúp đỡ"]

    file = read({"S": [HELP, heading, [1, "Lò Văn An", "hộ nghèo", words]]})

    (one,) = supports(file)
    assert (one.need, one.measure, one.note) == (Need.HARDSHIP, None, words)


def test_a_heading_says_in_what_sums_are_counted(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Biện pháp giúp đỡ", "Số tiền (nghìn đồng)"]

    file = read({"S": [HELP, heading, [1, "Lò Văn An", "cho vay vốn", 20_000]]})

    assert supports(file)[0].amount == 20_000_000


@pytest.mark.parametrize(
    ("typed", "day", "note", "told"),
    [
        ("Tết 2023", "2023", "Ngày giúp: Tết 2023", []),
        ("đầu năm", "None", "Ngày giúp: đầu năm", [("D3", "invalid_date", "warning")]),
    ],
)
def test_a_day_in_words_costs_no_row(
    read: Read, typed: str, day: str, note: str, told: list[tuple[str, str, str]]
) -> None:
    heading = ["TT", "Họ và tên", "Biện pháp giúp đỡ", "Ngày giúp"]

    file = read({"S": [HELP, heading, [1, "Lò Văn An", "tặng quà", typed]]})

    (one,) = supports(file)
    assert (str(one.on), one.note) == (day, note)
    assert codes(file) == told


def test_a_list_of_discipline_with_plain_headings_and_cards(read: Read) -> None:
    heading = [
        "TT",
        "Họ và tên",
        "Số thẻ đảng viên",
        "Hình thức",
        "Lý do",
        "Quyết định số, ngày",
    ]
    row = [1, "Lò Văn An", "099000000901", "Cảnh cáo", "đánh bạc", "12-QĐ/UBKT ngày 04/05/2023"]

    file = read({"S": [PUNISHED, heading, row]})

    (one,) = disciplines(file)
    assert (one.form, one.decision_no, str(one.on)) == (
        DisciplineForm.WARNING,
        "12-QĐ/UBKT",
        "2023-05-04",
    )
