"""People who left: the kind by its ground, not by the title."""

from collections.abc import Callable

import pytest

from partyroll.model import ExitKind, Gender, Reason
from partyroll.period import PartialDate
from partyroll.read.facts import ExitRow, ReadFile, TableKind
from partyroll.read.reasons import reasons_in

Read = Callable[..., ReadFile]
HEADING = ["STT", "Họ và tên", "Năm sinh", "Hình thức", "Số, ngày quyết định", "Lý do"]


def left(file: ReadFile) -> ExitRow:
    row = file.tables[0].rows[0]
    assert isinstance(row, ExitRow)
    return row


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def exit_of(
    read: Read, form: str | None, reason: str | None, decision: object = None
) -> ReadFile:
    return read({"Ra Dang": [HEADING, [1, "Nguyễn Văn An", 1979, form, decision, reason]]})


@pytest.mark.parametrize(
    ("form", "reason", "kind"),
    [
        ("Xóa tên", "Bỏ sinh hoạt", ExitKind.REMOVED),
        ("Xoá tên", None, ExitKind.REMOVED),
        ("XT", None, ExitKind.REMOVED),
        ("Xin ra", "Hoàn cảnh gia đình", ExitKind.WITHDREW),
        ("Xin ra khỏi Đảng", None, ExitKind.WITHDREW),
        ("Khai trừ", None, ExitKind.EXPELLED),
        ("Từ trần", None, ExitKind.DIED),
        ("Chuyển sinh hoạt", None, ExitKind.OUT),
        ("QĐ xóa tên", "theo đơn xin ra khỏi Đảng", ExitKind.WITHDREW),
        ("Xóa tên", "Dự bị không đủ điều kiện công nhận", ExitKind.REMOVED),
        ("Đưa ra khỏi Đảng", "Bỏ sinh hoạt", ExitKind.LEFT_UNSTATED),
        (None, None, ExitKind.LEFT_UNSTATED),
        ("Lý do khác", None, ExitKind.LEFT_UNSTATED),
    ],
)
def test_kind_of_exit(read: Read, form: str | None, reason: str | None, kind: ExitKind) -> None:
    assert left(exit_of(read, form, reason)).kind is kind


def test_an_umbrella_word_is_a_question(read: Read) -> None:
    assert codes(exit_of(read, "Đưa ra khỏi Đảng", None)) == [("D2", "exit_kind_unclear")]


@pytest.mark.parametrize("form", ["Đề nghị xóa tên", "Đình chỉ sinh hoạt"])
def test_a_proposal_is_no_exit(read: Read, form: str) -> None:
    file = exit_of(read, form, None)

    assert file.tables[0].rows == ()
    assert [aside.code for aside in file.set_aside] == ["not_an_exit"]


def test_a_title_that_names_one_kind_gives_it(read: Read) -> None:
    heading = ["STT", "Họ và tên", "Năm sinh", "Số quyết định", "Ngày quyết định", "Lý do"]
    row = [1, "Nguyễn Văn An", 1979, "10-QĐ/HU", "05/01/2020", "Bỏ sinh hoạt"]

    file = read({"DS": [["DANH SÁCH ĐẢNG VIÊN BỊ XÓA TÊN"], heading, row]})

    assert (left(file).kind, left(file).decision_no) == (ExitKind.REMOVED, "10-QĐ/HU")
    assert left(file).decision_date == PartialDate(2020, 1, 5)


def test_marks_under_the_kinds(read: Read) -> None:
    heading = ["STT", "Họ và tên", "Năm sinh", "Xóa tên", "Xin ra khỏi Đảng"]

    file = read({"DS": [heading, [1, "Nguyễn Văn An", 1979, None, "x"]]})

    assert file.tables[0].kind is TableKind.EXITS
    assert left(file).kind is ExitKind.WITHDREW


@pytest.mark.parametrize(
    ("cell", "number", "day"),
    [
        ("10-QĐ/HU, 05/01/2020", "10-QĐ/HU", PartialDate(2020, 1, 5)),
        ("Số 10-QĐ/HU ngày 5/1/2020", "10-QĐ/HU", PartialDate(2020, 1, 5)),
        ("10-QĐ/HU\n05.01.2020", "10-QĐ/HU", PartialDate(2020, 1, 5)),
        ("QĐ 10-QĐ/HU (ngày 05 tháng 01 năm 2020)", "10-QĐ/HU", PartialDate(2020, 1, 5)),
        ("10-QĐ/HU", "10-QĐ/HU", None),
        (10, "10", None),
        (None, "", None),
    ],
)
def test_number_and_date_of_a_decision(
    read: Read, cell: object, number: str, day: PartialDate | None
) -> None:
    row = left(exit_of(read, "Xóa tên", None, cell))

    assert (row.decision_no, row.decision_date) == (number, day)


def test_a_decision_of_the_future_goes_in_with_a_warning(read: Read) -> None:
    file = exit_of(read, "Xóa tên", None, "10-QĐ/HU, 05/01/2026")

    assert [(p.code, p.severity) for p in file.problems] == [("future_date", "warning")]
    assert left(file).decision_date == PartialDate(2026, 1, 5)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Bỏ sinh hoạt đảng 3 tháng trong năm", (Reason.SKIP_MEETINGS,)),
        ("Bỏ SH", (Reason.SKIP_MEETINGS,)),
        ("Không đóng đảng phí", (Reason.UNPAID_DUES,)),
        ("ĐP", (Reason.UNPAID_DUES,)),
        ("Bỏ SH và không đóng ĐP", (Reason.SKIP_MEETINGS, Reason.UNPAID_DUES)),
        ("Không đóng ĐP, bỏ sinh hoạt", (Reason.UNPAID_DUES, Reason.SKIP_MEETINGS)),
        ("Hoàn cảnh gia đình khó khăn", (Reason.FAMILY_HARDSHIP,)),
        ("Xuất cảnh, định cư nước ngoài cùng gia đình", (Reason.EMIGRATE_WITH_FAMILY,)),
        ("Đi làm ăn xa, không chuyển sinh hoạt", (Reason.FAR_WORK,)),
        ("Tuổi cao sức yếu", (Reason.HEALTH_AGE,)),
        ("Giảm sút ý chí phấn đấu", (Reason.LOST_WILL,)),
        ("Tự ý trả thẻ đảng viên", (Reason.RETURNED_CARD,)),
        ("Dự bị không đủ điều kiện công nhận", (Reason.PROBATION_NOT_CONFIRMED,)),
        ("Việc riêng", (Reason.OTHER,)),
        ("", (Reason.UNSTATED,)),
    ],
)
def test_reasons_in_the_order_written(text: str, reasons: tuple[Reason, ...]) -> None:
    assert reasons_in(text) == reasons


def test_what_else_the_list_says_is_kept(read: Read) -> None:
    heading = [*HEADING, "Giới tính", "Nghề nghiệp", "Tình trạng"]
    row = [1, "Nguyễn Văn An", 1979, "Xóa tên", None, None, "Nam", "Làm ruộng", "Chưa nộp thẻ"]

    found = left(read({"DS": [heading, row]}))

    assert found.gender is Gender.MALE
    assert found.attributes == {"status": "Chưa nộp thẻ", "occupation": "Làm ruộng"}


def test_the_same_exit_twice_counts_once(read: Read) -> None:
    row = [1, "Nguyễn Văn An", 1979, "Xóa tên", "10-QĐ/HU, 05/01/2020", "Bỏ SH"]

    file = read({"DS": [HEADING, row, [2, *row[1:]]]})

    assert len(file.tables[0].rows) == 1
    assert codes(file) == [("B3", "duplicate_row")]


# --- Rows between the people that say how those below left ---------------------------------
BARE = ["STT", "Họ và tên", "Năm sinh", "Số quyết định", "Ngày quyết định", "Lý do"]


def kinds(file: ReadFile) -> list[ExitKind]:
    return [row.kind for row in file.tables[0].rows if isinstance(row, ExitRow)]


def grouped(read: Read, *groups: list[object], restart: bool = True) -> ReadFile:
    """Read a list with one person below each group row."""
    rows: list[list[object]] = [["DANH SÁCH ĐẢNG VIÊN GIẢM TRONG NĂM 2020"], [*BARE]]
    for number, group in enumerate(groups, 1):
        day = f"0{number}/03/2020"
        person = [
            1 if restart else number,
            f"Lò Văn {'ABCD'[number]}n",
            1970 + number,
            "10",
            day,
        ]
        rows += [group, person]
    return read({"DS": rows})


@pytest.mark.parametrize("restart", [True, False])
def test_a_group_row_gives_the_kind_of_the_rows_below_it(read: Read, *, restart: bool) -> None:
    file = grouped(
        read, ["I. Xóa tên"], ["II. Từ trần"], ["III. Chuyển sinh hoạt đi"], restart=restart
    )

    assert kinds(file) == [ExitKind.REMOVED, ExitKind.DIED, ExitKind.OUT]
    assert codes(file) == []


@pytest.mark.parametrize(
    "group",
    [["II", "Từ trần"], [None, "Từ trần"], ["B. TỪ TRẦN (1 đ/c)"], ["2) Đảng viên từ trần:"]],
)
def test_a_group_row_in_any_form(read: Read, group: list[object]) -> None:
    assert kinds(grouped(read, ["I", "Xóa tên"], group)) == [ExitKind.REMOVED, ExitKind.DIED]


def test_a_group_row_of_no_kind_ends_the_one_before(read: Read) -> None:
    file = grouped(read, ["I. Xóa tên"], ["II. Trường hợp khác"])

    assert kinds(file) == [ExitKind.REMOVED, ExitKind.LEFT_UNSTATED]


@pytest.mark.parametrize("group", ["II. Đề nghị xóa tên", "II. Chuyển sinh hoạt đến"])
def test_a_group_row_that_states_no_exit_sets_its_rows_aside(read: Read, group: str) -> None:
    file = grouped(read, ["I. Từ trần"], [group])

    assert kinds(file) == [ExitKind.DIED]
    assert [aside.code for aside in file.set_aside] == ["not_an_exit"]


def test_the_column_wins_over_the_group_row_and_the_difference_is_told(read: Read) -> None:
    rows = [HEADING, ["I. Từ trần"], [1, "Lò Văn An", 1970, "Xóa tên", "10", None]]

    file = read({"DS": rows})

    assert kinds(file) == [ExitKind.REMOVED]
    assert codes(file) == [("D3", "exit_group_differs")]


def test_an_umbrella_word_in_the_column_leaves_the_kind_to_the_group_row(read: Read) -> None:
    rows = [HEADING, ["I. Xin ra"], [1, "Lò Văn An", 1970, "Đưa ra khỏi Đảng", "10", None]]

    assert kinds(read({"DS": rows})) == [ExitKind.WITHDREW]


def test_groups_inside_cells_end_with_their_cell(read: Read) -> None:
    rows = [
        ["DANH SÁCH ĐẢNG VIÊN GIẢM"],
        BARE,
        ["Chi bộ thôn 1"],
        ["I. Từ trần"],
        [1, "Lò Văn An", 1970, "10", "01/03/2020"],
        ["Chi bộ thôn 2"],
        [1, "Lò Văn Bình", 1971, "11", "01/03/2020"],
    ]

    assert kinds(read({"DS": rows})) == [ExitKind.DIED, ExitKind.LEFT_UNSTATED]


def test_a_group_row_may_give_the_reason(read: Read) -> None:
    rows = [
        ["DANH SÁCH ĐẢNG VIÊN BỊ XÓA TÊN"],
        BARE,
        ["1. Lý do: Bỏ sinh hoạt đảng"],
        [1, "Lò Văn An", 1970, "10", "01/03/2020"],
        [2, "Lò Văn Bình", 1971, "11", "01/03/2020", "Không đóng đảng phí"],
    ]

    reasons = [
        row.reasons for row in read({"DS": rows}).tables[0].rows if isinstance(row, ExitRow)
    ]
    assert reasons == [(Reason.SKIP_MEETINGS,), (Reason.UNPAID_DUES,)]


def test_of_the_decisions_of_two_levels_the_later_one_counts(read: Read) -> None:
    whose = ["Số, ngày QĐ của đảng ủy xã", "Số, ngày QĐ của huyện ủy"]
    heading = ["STT", "Họ và tên", "Năm sinh", "Hình thức", *whose]
    cells = ["12-QĐ/ĐU, 03/4/2021", "345-QĐ/HU, 15/5/2021"]

    file = read({"XT": [heading, [1, "Lò Văn An", 1979, "Xóa tên", *cells]]})

    assert (left(file).decision_no, str(left(file).decision_date)) == (
        "345-QĐ/HU",
        "2021-05-15",
    )
    assert [(p.cell, p.code) for p in file.problems] == [("E2", "decisions_several")]


def test_the_decision_of_one_level_counts_without_a_word(read: Read) -> None:
    whose = ["Số QĐ của đảng ủy xã", "Số QĐ của huyện ủy"]
    heading = ["STT", "Họ và tên", "Năm sinh", "Hình thức", *whose]

    file = read({"XT": [heading, [1, "Lò Văn An", 1979, "Xóa tên", "", "345-QĐ/HU"]]})

    assert left(file).decision_no == "345-QĐ/HU"
    assert file.problems == ()


@pytest.mark.parametrize("parent", ["QĐ xóa tên", "Quyết định", "Quyết định cho ra khỏi Đảng"])
def test_number_and_day_below_the_heading_of_the_decision(read: Read, parent: str) -> None:
    heading = [
        ["STT", "Họ và tên", "Năm sinh", "Hình thức", parent, None, "Nguyên nhân"],
        [None, None, None, None, "Số", "Ngày", None],
    ]
    row = [1, "Lò Văn An", 1979, "Xóa tên", "12-QĐ/HU", "05/01/2021", "Bỏ sinh hoạt"]

    file = read({"XT": [*heading, row]}, merges={"XT": ["E1:F1"]})

    assert (left(file).decision_no, str(left(file).decision_date)) == (
        "12-QĐ/HU",
        "2021-01-05",
    )
