"""CSV in the encodings and with the signs that Vietnamese Windows writes."""

from datetime import date
from pathlib import Path

import pytest

from partyroll.read.facts import ReadFile, RosterRow
from partyroll.read.workbook import read_workbook

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
