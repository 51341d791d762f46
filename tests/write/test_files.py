"""Names that are free, files that appear whole, sheets that Excel accepts."""

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.write.paths import free_path
from partyroll.write.refusals import DiskFull, FileInUse, FolderMissing, FolderNotWritable
from partyroll.write.sheet_names import sheet_names
from partyroll.write.sizing import line_count, row_height
from partyroll.write.whole import write_whole


def test_a_second_file_gets_a_number(tmp_path: Path) -> None:
    wanted = tmp_path / "bao-cao-2020-2025.xlsx"
    wanted.touch()
    second = free_path(wanted)
    second.touch()

    assert second.name == "bao-cao-2020-2025 (2).xlsx"
    assert free_path(wanted).name == "bao-cao-2020-2025 (3).xlsx"
    assert free_path(wanted, force=True) == wanted


def test_a_free_name_stays(tmp_path: Path) -> None:
    assert free_path(tmp_path / "a.xlsx") == tmp_path / "a.xlsx"


def test_a_file_is_replaced_and_nothing_else_stays_behind(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"old")

    write_whole(file, b"new")

    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def refuse(error: OSError) -> object:
    def replace(_self: Path, _target: Path) -> Path:
        raise error

    return replace


@pytest.mark.parametrize(
    ("error", "refusal"),
    [
        (PermissionError(), FileInUse),
        (OSError(errno.ENOSPC, "full"), DiskFull),
        (OSError(errno.EIO, "broken"), OSError),
    ],
)
def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    refusal: type[Exception],
) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refuse(error))

    with pytest.raises(refusal):
        write_whole(file, b"new")

    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_open_in_excel_says_what_to_do() -> None:
    assert str(FileInUse(Path("a.xlsx"))) == (
        "a.xlsx: tệp đang mở trong Excel\n"
        "Gợi ý: đóng tệp rồi chạy lại lệnh, hoặc đặt tên khác bằng --out."
    )


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="không có thư mục này"):
        write_whole(tmp_path / "không có" / "a.xlsx", b"")


def test_a_folder_that_may_not_be_written_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("partyroll.write.whole.NamedTemporaryFile", denied)

    with pytest.raises(FolderNotWritable, match="không có quyền ghi"):
        write_whole(Path("a.xlsx"), b"")


# --- Sheets -----------------------------------------------------------------------------------
def test_sheet_names_lose_what_excel_forbids() -> None:
    assert sheet_names(["Chi bộ 3/4: [A]?", "'nháy'", "  ", "History"]) == [
        "Chi bộ 3-4- -A--",
        "nháy",
        "Trang",
        "History (2)",
    ]


def test_equal_and_long_names_are_told_apart() -> None:
    long = "Đảng bộ Trường Đại học Kinh tế và Quản trị"

    assert sheet_names([long, long.upper(), long]) == [
        "Đảng bộ Trường Đại học Kinh tế",
        "ĐẢNG BỘ TRƯỜNG ĐẠI HỌC KINH TẾ (2)"[:27] + " (2)",
        "Đảng bộ Trường Đại học Kinh (3)",
    ]


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_names_become_names_that_excel_takes(wanted: list[str]) -> None:
    names = sheet_names(wanted)

    assert len({name.casefold() for name in names}) == len(wanted)
    assert all(1 <= len(name.encode("utf-16-le")) // 2 <= 31 for name in names)
    assert not set("[]:*?/\\") & set("".join(names))


# --- Room for text ----------------------------------------------------------------------------
def test_text_wraps_between_words_and_breaks_long_ones() -> None:
    assert line_count("", 10) == 1
    assert line_count("đi làm ăn xa", 40) == 1
    assert line_count("đi làm ăn xa", 8) == 2
    assert line_count("a\nb", 40) == 2
    assert line_count("0" * 25, 10) == 3
    assert line_count("0000 " + "0" * 25, 10) == 4


def test_marks_typed_apart_take_no_room_and_wide_letters_take_two() -> None:
    assert line_count("0" * 10 + "\u0323" * 10, 10) == 1
    assert line_count("漢" * 10, 10) == 2


def test_a_row_is_as_tall_as_its_tallest_cell_and_excel_sets_the_limit() -> None:
    assert row_height([]) == 18
    assert row_height([("một", 20.0), ("0 " * 30, 10.0)]) > 60
    assert row_height([("0 " * 9000, 10.0)]) == 409


def test_a_document_that_is_open_is_open_in_word() -> None:
    assert str(FileInUse(Path("a.docx"))).startswith("a.docx: tệp đang mở trong Word\n")
