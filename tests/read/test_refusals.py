"""A file that is no workbook is refused with its reason and the next step."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlwt
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from partyroll.errors import PartyrollError
from partyroll.read import refusals
from partyroll.read.workbook import read_workbook

ROSTERS = Path(__file__).parent.parent / "rosters"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

OLD_WORD = "Root Entry\0WordDocument"


def refusal(path: Path) -> PartyrollError:
    with pytest.raises(PartyrollError) as caught:
        read_workbook(path, today=date(2025, 1, 1))
    return caught.value


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.xlsx", b"", refusals.WorkbookEmpty),
        ("~$a.xlsx", b"x", refusals.WorkbookIsLockFile),
        ("a.xls", b"<html><body><table>", refusals.WorkbookIsOtherType),
        ("a.xls", b"\xef\xbb\xbf<table><tr>", refusals.WorkbookIsOtherType),
        ("a.docx", b"STT,Ho ten\n1,An\n", refusals.WorkbookIsOtherType),
        ("a.xlsx", b"%PDF-1.7 ", refusals.WorkbookIsOtherType),
        ("a.xml", b'<?xml version="1.0"?><x/>', refusals.WorkbookIsOtherType),
        ("a.xlsx", b"PK\x03\x04 cut off", refusals.WorkbookBroken),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), refusals.WorkbookHasPassword),
        ("a.doc", OLE + OLD_WORD.encode("utf-16-le"), refusals.WorkbookIsOtherType),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), refusals.WorkbookBroken),
        ("a.xlsx", b"\x00\x01\x02", refusals.WorkbookTypeUnknown),
    ],
)
def test_content_decides_what_a_file_is(
    tmp_path: Path, name: str, content: bytes, error: type[PartyrollError]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    refused = refusal(path)

    assert type(refused) is error
    assert refused.hint


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_an_old_workbook_that_came_by_half_is_called_what_it_is(
    tmp_path: Path, share: float
) -> None:
    whole = io.BytesIO()
    book = xlwt.Workbook()
    sheet = book.add_sheet("Danh sách")
    for row in range(400):
        sheet.write(row, 0, f"Lò Văn {row}")
    book.save(whole)
    path = tmp_path / "danh sach.xls"
    path.write_bytes(whole.getvalue()[: int(len(whole.getvalue()) * share)])

    assert type(refusal(path)) is refusals.WorkbookBroken


def test_a_missing_file(tmp_path: Path) -> None:
    assert type(refusal(tmp_path / "khong-co.xlsx")) is refusals.WorkbookNotFound


def test_a_folder(tmp_path: Path) -> None:
    assert type(refusal(tmp_path)) is refusals.WorkbookIsFolder


def test_a_file_that_excel_holds_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK")

    def held(_path: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", held)

    assert type(refusal(path)) is refusals.WorkbookInUse


@pytest.mark.parametrize("part", ["word/document.xml", "ppt/slides.xml", "anh.jpg"])
def test_other_zip_files(tmp_path: Path, part: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")

    assert type(refusal(path)) is refusals.WorkbookIsOtherType


def test_half_a_download(tmp_path: Path) -> None:
    whole = (ROSTERS / "01_clean_template.xlsx").read_bytes()
    path = tmp_path / "a.xlsx"
    path.write_bytes(whole[: len(whole) // 2])

    assert type(refusal(path)) is refusals.WorkbookBroken


def save(path: Path, texts: list[str], font: str) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["STT", "Họ và tên", "Ngày sinh", "Quê quán"])
    for number, text in enumerate(texts, start=1):
        sheet.append([number, text, "1979", None])
        sheet.cell(number + 1, 2).font = Font(name=font)
    book.save(path)


def test_a_font_merely_declared_is_no_reason(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", ["Nguyễn Văn Đường", "Trần Thị Phượng"], ".VnTime")

    file = read_workbook(tmp_path / "a.xlsx", today=date(2025, 1, 1))

    assert len(file.tables[0].rows) == 2


def test_one_name_in_old_letters_is_set_aside(tmp_path: Path) -> None:
    good = [f"Nguyễn Văn {name}" for name in ("An", "Bình", "Cường", "Đức", "Giang")]
    save(tmp_path / "a.xlsx", [*good, "TrÇn V¨n §­êng"], "Arial")

    file = read_workbook(tmp_path / "a.xlsx", today=date(2025, 1, 1))

    assert [aside.code for aside in file.set_aside] == ["legacy_text"]


def test_a_sheet_whose_headings_cannot_be_told_is_set_aside_row_by_row(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", ["Nguyeãn Vaên Ñöôøng", "Traàn Thò Phöôïng"], "Arial")
    book = load_workbook(tmp_path / "a.xlsx")
    for place, text in zip("ABCD", ["TT", "Hoï teân", "Sinh", "Queâ"], strict=True):
        book["Sheet"][f"{place}1"] = text
    book.save(tmp_path / "a.xlsx")

    file = read_workbook(tmp_path / "a.xlsx", today=date(2025, 1, 1), encoding="tcvn3")

    assert [(row.row, row.code) for row in file.set_aside] == [
        (1, "legacy_text"),
        (2, "legacy_text"),
        (3, "legacy_text"),
    ]
