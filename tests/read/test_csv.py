"""CSV in the encodings and with the signs that Vietnamese Windows writes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from partyroll.read.facts import ReadFile, RosterRow
from partyroll.read.refusals import QuoteNotClosed
from partyroll.read.workbook import read_workbook

from .legacy.typing import in_tcvn3, in_vni

ROSTERS = Path(__file__).parent.parent / "rosters"
TEXT = (
    "STT{0}Họ và tên{0}Ngày sinh{0}Số thẻ{0}Quê quán\n"
    '1{0}Nguyễn Văn Đường{0}05/03/1979{0}099000000001{0}"xã B, huyện C; tỉnh D"\n'
)


def person(file: ReadFile) -> RosterRow:
    row = file.tables[0].rows[0]
    assert isinstance(row, RosterRow)
    return row


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encoding_and_delimiter_are_found(tmp_path: Path, sign: str, encoding: str) -> None:
    path = tmp_path / "ds.csv"
    path.write_bytes(TEXT.format(sign).encode(encoding))

    row = person(read_workbook(path, today=date(2025, 1, 1)))

    assert (row.full_name, row.card_no) == ("Nguyễn Văn Đường", "099000000001")
    assert row.hometown == "xã B, huyện C; tỉnh D"


def test_combining_tones_of_windows_become_one_letter(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    decomposed = "STT,Ho\u0323 va\u0300 tên,Nga\u0300y sinh\n1,Lê Thi\u0323 Bi\u0300nh,1979\n"
    path.write_bytes(decomposed.encode("cp1258"))

    assert person(read_workbook(path, today=date(2025, 1, 1))).full_name == "Lê Thị Bình"


PEOPLE = (
    "STT{0}Họ và tên{0}Ngày sinh{0}Số thẻ{0}Quê quán\n"
    '1{0}Nguyễn Văn Đường{0}05/03/1979{0}099000000001{0}"xã Mẫu, huyện Giả Định; tỉnh Mẫu"\n'
    "2{0}Trần Thị Phượng{0}1960{0}099000000002{0}phường Mẫu\n"
)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("code", [in_tcvn3, in_vni])
def test_one_byte_text_that_looks_western_is_old_vietnamese(
    tmp_path: Path, sign: str, code: Callable[[str], str]
) -> None:
    path = tmp_path / "ds.csv"
    path.write_bytes(code(PEOPLE.format(sign)).encode("cp1252"))

    file = read_workbook(path, today=date(2025, 1, 1))

    assert (person(file).full_name, len(file.tables[0].rows)) == ("Nguyễn Văn Đường", 2)
    assert person(file).hometown == "xã Mẫu, huyện Giả Định; tỉnh Mẫu"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_wide_text_needs_no_mark(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "ds.txt"
    path.write_bytes(PEOPLE.format("\t").encode(codec))

    assert person(read_workbook(path, today=date(2025, 1, 1))).full_name == "Nguyễn Văn Đường"


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_heading_line_tells_the_delimiter(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "ds.csv"
    title = "Danh sách, số liệu, ghi chú; của xã Mẫu; huyện, tỉnh, nước; 1, 2, 3, 4, 5, 6, 7\n"
    path.write_text(title + TEXT.format(sign), "utf-8")

    assert person(read_workbook(path, today=date(2025, 1, 1))).card_no == "099000000001"


def test_the_delimiter_that_excel_names_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("sep=;\n" + TEXT.format(";"), "utf-8")

    table = read_workbook(path, today=date(2025, 1, 1)).tables[0]

    assert (table.heading_rows, table.row_count) == ((2,), 1)


def test_the_code_of_a_text_file_is_told() -> None:
    today = date(2025, 1, 1)

    windows = read_workbook(ROSTERS / "11b_cp1258_comma.csv", today=today)
    utf8 = read_workbook(ROSTERS / "11a_utf8_bom_semicolon.csv", today=today)

    assert [windows.tables[0].encoding, utf8.tables[0].encoding] == ["cp1258", "unicode"]


@pytest.mark.parametrize("name", ["ds.xlsx", "ds.xls"])
def test_text_under_the_name_of_a_workbook_is_read_as_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("STT\tHọ và tên\tNgày sinh\n1\tLê Thị Bình\t1980\n", encoding="utf-16")

    assert person(read_workbook(path, today=date(2025, 1, 1))).full_name == "Lê Thị Bình"


def test_a_quote_that_never_closes_swallows_no_rows_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    lines = "".join(f"{number},Nguyễn Văn An,1980\n" for number in range(3000))
    path.write_text(f'STT,Họ và tên,Ngày sinh\n1,"Lê Thị Bình,1980\n{lines}', encoding="utf-8")

    with pytest.raises(QuoteNotClosed):
        read_workbook(path, today=date(2025, 1, 1))


def test_a_number_kept_as_text_by_a_formula_is_the_number(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    guarded = TEXT.format(";").replace("099000000001", '="099000000001"')
    path.write_text(guarded, "utf-8")

    assert person(read_workbook(path, today=date(2025, 1, 1))).card_no == "099000000001"
