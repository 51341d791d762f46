"""Lists of candidates: the steps they have reached, each with its day and paper."""

from collections.abc import Callable
from datetime import datetime

import pytest

from partyroll.read.facts import CandidateRow, ReadFile, TableKind

Read = Callable[..., ReadFile]
TITLE = ["DANH SÁCH NGUỒN KẾT NẠP ĐẢNG NĂM 2024"]
HEADING = [
    "TT",
    "Họ và tên",
    "Ngày sinh",
    "Chi bộ",
    "Đoàn thể giới thiệu",
    "Đảng viên giúp đỡ",
    "Ngày đưa vào nguồn",
    "Học lớp cảm tình Đảng",
    "Quyết định kết nạp",
    "Ghi chú",
]


def listed(read: Read, *cells: object) -> ReadFile:
    row = [1, "Lò Văn Em", "05/03/2000", "Chi bộ 1", "Đoàn thanh niên", "Hà Thị Bình", *cells]
    return read({"Nguồn": [TITLE, HEADING, row]})


def the_one(file: ReadFile) -> CandidateRow:
    (row,) = (r for t in file.tables for r in t.rows if isinstance(r, CandidateRow))
    return row


def codes(file: ReadFile) -> list[tuple[str, str, str]]:
    return [(p.cell, p.code, p.severity.value) for p in file.problems]


def test_a_candidate_has_an_origin_a_helper_and_steps(read: Read) -> None:
    file = listed(read, "01/02/2024", "03/2024", None)

    row = the_one(file)
    assert file.tables[0].kind is TableKind.CANDIDATES
    assert (row.full_name, row.origin, row.helper) == (
        "Lò Văn Em",
        "Đoàn thanh niên",
        "Hà Thị Bình",
    )
    assert [(stage.value, str(day)) for stage, day in row.steps] == [
        ("on_source_list", "2024-02-01"),
        ("awareness_class", "2024-03"),
    ]
    assert codes(file) == []


def test_a_number_beside_the_day_is_the_paper(read: Read) -> None:
    row = the_one(listed(read, None, None, "12-QĐ/ĐU, 03/02/2024"))

    assert [(stage.value, str(day)) for stage, day in row.steps] == [("decision", "2024-02-03")]
    assert {stage.value: paper for stage, paper in row.papers.items()} == {
        "decision": "12-QĐ/ĐU"
    }


@pytest.mark.parametrize("text", ["chưa", "Chưa học", "không", "-", None])
def test_what_is_not_done_is_no_step(text: str | None, read: Read) -> None:
    file = listed(read, None, text, None)

    assert the_one(file).steps == ()
    assert codes(file) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("x", "step_without_day"), ("đã học", "step_without_day"), ("đang học", "step_unclear")],
)
def test_a_step_without_its_day_is_told_and_kept(text: str, code: str, read: Read) -> None:
    file = listed(read, None, text, None)

    row = the_one(file)
    assert row.steps == ()
    assert row.note == f"Học lớp nhận thức về Đảng: {text}"
    assert codes(file) == [("H3", code, "warning")]


def test_a_day_that_no_calendar_has_sets_the_row_aside(read: Read) -> None:
    file = listed(read, None, "31/02/2024", None)

    assert codes(file) == [("H3", "invalid_date", "error")]
    assert [aside.row for aside in file.set_aside] == [3]


def test_steps_alone_tell_the_kind(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Nộp đơn xin vào Đảng", "Thẩm tra lý lịch", "Lễ kết nạp"]

    file = read({"S": [heading, [1, "Lò Văn Em", "01/02/2024", None, None]]})

    assert [stage.value for stage, _ in the_one(file).steps] == ["application"]


# --- Papers and votes in columns of their own ---------------------------------------------
def apart(read: Read, **cells: object) -> ReadFile:
    heading = ["TT", "Họ và tên", "Nộp đơn xin vào Đảng", "Nghị quyết chi bộ", *cells]
    row = [1, "Lò Văn Em", "01/02/2024", "05/06/2024", *cells.values()]
    return read({"Nguồn": [TITLE, heading, row]})


def votes(file: ReadFile) -> dict[str, tuple[int | None, int | None, int | None]]:
    found = the_one(file).votes
    return {s.value: (v.entitled, v.present, v.in_favour) for s, v in found.items()}


@pytest.mark.parametrize("written", ["13/17/20", "13 / 17 / 20", "20/17/13"])
def test_a_vote_is_three_numbers_the_most_convened(written: str, read: Read) -> None:
    file = apart(read, **{"Số phiếu": written})

    assert votes(file) == {"cell_resolution": (20, 17, 13)}
    assert codes(file) == []


@pytest.mark.parametrize("written", ["13/20", "100%", "17/13/20", "0/0/0", "đủ", 14])
def test_a_vote_that_leaves_it_open_is_told_and_kept_in_words(
    written: object, read: Read
) -> None:
    file = apart(read, **{"Số phiếu": written})

    assert votes(file) == {}
    assert f"số phiếu: {written}" in the_one(file).note
    assert codes(file) == [("E3", "vote_unclear", "warning")]


def test_a_vote_that_excel_made_a_day_is_told(read: Read) -> None:
    file = apart(read, **{"Số phiếu": datetime(2020, 7, 13)})  # noqa: DTZ001 (a cell has no zone)

    assert votes(file) == {}
    assert codes(file) == [("E3", "vote_unclear", "warning")]


def test_a_vote_may_stand_in_three_columns(read: Read) -> None:
    numbers = {
        "Số đảng viên chính thức được triệu tập": 20,
        "Số đảng viên có mặt": 17,
        "Số phiếu tán thành": 13,
    }

    assert votes(apart(read, **numbers)) == {"cell_resolution": (20, 17, 13)}


def test_more_in_favour_than_convened_is_told(read: Read) -> None:
    numbers = {"Số đảng viên chính thức được triệu tập": 12, "Số phiếu tán thành": 13}

    file = apart(read, **numbers)

    assert votes(file) == {}
    assert [code for _, code, _ in codes(file)] == ["vote_unclear"]


def test_numbers_of_papers_have_columns_of_their_own(read: Read) -> None:
    file = apart(read, **{"Số GCN": "123/GCN", "Số quyết định kết nạp": "9-QĐ/ĐU"})

    papers = {stage.value: paper for stage, paper in the_one(file).papers.items()}
    assert papers == {"awareness_class": "123/GCN", "decision": "9-QĐ/ĐU"}
    assert codes(file) == []


def test_a_tick_is_no_number_of_a_paper(read: Read) -> None:
    assert the_one(apart(read, **{"Số GCN": "x"})).papers == {}


def test_a_file_that_was_closed_says_when_and_why(read: Read) -> None:
    row = the_one(
        apart(read, **{"Ngày đóng hồ sơ": "07/08/2024", "Lý do đóng hồ sơ": "đi làm xa"})
    )

    assert (str(row.ended_on), row.ended_text) == ("2024-08-07", "đi làm xa")


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("Ngày học lớp nhận thức", "awareness_class"),
        ("Nghị quyết chi bộ", "cell_resolution"),
        ("Ngày viết đơn", "application"),
        ("Ngày khai lý lịch", "cv"),
    ],
)
def test_offices_have_their_own_words_for_a_step(heading: str, stage: str, read: Read) -> None:
    rows = [TITLE, ["TT", "Họ và tên", heading], [1, "Lò Văn Em", "01/02/2024"]]

    assert [s.value for s, _ in the_one(read({"Nguồn": rows})).steps] == [stage]
