"""Lists of candidates: the steps they have reached, each with its day and paper."""

from collections.abc import Callable

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
