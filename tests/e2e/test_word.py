"""`flag --docx`: a report and a draft for each cell, as an office opens them."""

import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from e2e.books import CELL, roster_rows, workbook
from e2e.desk import Desk, laid

FILE = "danh-sach-ra-soat-2024.docx"
MONTHS = [f"T{number}" for number in range(1, 13)]
PAYLOADS = ["=1+1", "http://127.0.0.1/x", "<b>&amp;</b>", "mailto:a@b"]
OFFICE = """
[office]
organisation = ["Đảng bộ tỉnh Giả Định", "Đảng ủy xã Mẫu"]
place = "Xã Mẫu"
signatures = ["NGƯỜI LẬP BIỂU", "T/M BAN THƯỜNG VỤ"]
margin_left = 35
"""


def owing(number: int, name: str, note: str = "") -> tuple[object, ...]:
    return (number, name, CELL, *(["chưa đóng"] * 3), *([10_000] * 9), note)


@pytest.fixture
@laid
def owed(desk: Desk) -> Desk:
    """A desk with a cell in which several people owe three months."""
    names = [f"Lò Văn {letter}" for letter in ("An", "Bình", "Chung", "Dần")]
    people = [
        (n, name, "05/03/1970", f"0990000{n:05d}", CELL) for n, name in enumerate(names, 1)
    ]
    heading = ("STT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên", "Chi bộ")
    book = [
        ("SỔ THU ĐẢNG PHÍ NĂM 2024",),
        ("STT", "Họ và tên", "Chi bộ", *MONTHS, "Ghi chú"),
        *(owing(n, name, PAYLOADS[n - 1]) for n, name in enumerate(names, 1)),
    ]
    desk("import", workbook(desk.folder / "roster.xlsx", {"Danh sách": [heading, *people]}))
    desk("import", workbook(desk.folder / "dues.xlsx", {"Đảng phí 2024": book}))
    return desk


def text_of(path: Path) -> str:
    word = Document(str(path))
    cells = [c.text for t in word.tables for row in t.rows for c in row.cells]
    return "\n".join(filter(None, [*(p.text for p in word.paragraphs), *cells]))


def test_a_list_printed_again_names_the_office_of_then(owed: Desk) -> None:
    settings = owed.folder / "partyroll.toml"
    settings.write_text(OFFICE, "utf-8")
    owed("flag", "--as-of", "2024-12-31", "--docx")
    settings.write_text(OFFICE.replace("xã Mẫu", "phường Mới"), "utf-8")

    owed("flag", "--list", "1", "--docx", "--out", "lai.docx")

    found = text_of(owed.folder / "lai.docx")
    assert "XÃ MẪU" in found.upper()
    assert "PHƯỜNG MỚI" not in found.upper()


def test_the_report_comes_first_then_a_draft_for_the_cell(owed: Desk) -> None:
    ran = owed("flag", "--as-of", "2024-12-31", "--docx")

    assert (ran.code, f"Đã ghi {FILE}" in ran.err) == (0, True)
    found = text_of(owed.folder / FILE)
    assert found.index("BÁO CÁO") < found.index("DỰ THẢO để chi bộ xem xét")
    assert found.count("Sổ ghi: chưa đóng đảng phí tháng 1–3/2024.") == 4
    assert "không phải quyết định" in found


def test_the_office_names_itself_its_place_signer_and_margins(owed: Desk) -> None:
    (owed.folder / "partyroll.toml").write_text(OFFICE, "utf-8")

    owed("flag", "--as-of", "2024-12-31", "--docx")

    found = text_of(owed.folder / FILE)
    assert "ĐẢNG BỘ TỈNH GIẢ ĐỊNH\nĐẢNG ỦY XÃ MẪU\n*\nSố" in found
    assert "Xã Mẫu, ngày …… tháng" in found
    assert "T/M BAN THƯỜNG VỤ" in found
    margin = Document(str(owed.folder / FILE)).sections[0].left_margin
    assert margin is not None
    assert round(margin.mm) == 35


def test_numbers_of_cards_are_masked_unless_asked_for(owed: Desk) -> None:
    owed("flag", "--as-of", "2024-12-31", "--docx")
    owed("flag", "--as-of", "2024-12-31", "--docx", "--full-ids", "--out", "đủ.docx")

    assert "099000000001" not in text_of(owed.folder / FILE)
    assert "số thẻ ********0001" in text_of(owed.folder / FILE)
    assert "số thẻ 099000000001" in text_of(owed.folder / "đủ.docx")


def test_a_second_file_never_covers_the_first(owed: Desk) -> None:
    owed("flag", "--as-of", "2024-12-31", "--docx")
    before = (owed.folder / FILE).read_bytes()

    ran = owed("flag", "--as-of", "2024-12-31", "--docx")

    assert "danh-sach-ra-soat-2024 (2).docx" in ran.err
    assert (owed.folder / FILE).read_bytes() == before


def test_one_name_given_serves_both_workbook_and_document(owed: Desk) -> None:
    owed("flag", "--as-of", "2024-12-31", "--xlsx", "--docx", "--out", "quý 1.xlsx")

    made = sorted(path.name for path in owed.folder.glob("quý*"))
    assert made == ["quý 1.docx", "quý 1.xlsx"]


def test_no_remark_of_a_book_becomes_a_link_or_a_field(owed: Desk) -> None:
    owed("flag", "--as-of", "2024-12-31", "--docx")

    with ZipFile(owed.folder / FILE) as package:
        parts = {n: package.read(n).decode() for n in package.namelist() if "xml" in n}
    marks = ("<w:hyperlink", "relationships/hyperlink")
    links = [name for name, text in parts.items() if any(mark in text for mark in marks)]
    codes = {c for text in parts.values() for c in re.findall(r"<w:instrText>(.*?)<", text)}
    assert (links, codes) == ([], {"PAGE"})
    assert all(payload in text_of(owed.folder / FILE) for payload in PAYLOADS)


def test_nobody_to_review_gives_a_report_and_no_draft(desk: Desk) -> None:
    desk("import", workbook(desk.folder / "a.xlsx", {"Danh sách": roster_rows()}))

    desk("flag", "--as-of", "2024-12-31", "--docx")

    found = text_of(desk.folder / FILE)
    assert "Không có đảng viên nào thuộc diện phải xem xét" in found
    assert "DỰ THẢO" not in found


@pytest.mark.slow
def test_libreoffice_keeps_fonts_headings_and_pages(owed: Desk) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    owed("flag", "--as-of", "2024-12-31", "--docx")
    before = text_of(owed.folder / FILE)
    command = ["soffice", "--headless", "--convert-to", "docx", "--outdir", "saved", FILE]
    subprocess.run(command, check=True, capture_output=True, cwd=owed.folder)

    saved = owed.folder / "saved" / FILE

    word = Document(str(saved))
    assert text_of(saved) == before
    default = word.styles["Normal"].font.name  # what LibreOffice no longer says of each run
    runs = [run for p in word.paragraphs for run in p.runs if run.text.strip()]
    assert {run.font.name or default for run in runs} == {"Times New Roman"}
    with ZipFile(saved) as package:
        content = package.read("word/document.xml").decode()
    assert "<w:tblHeader" in content
    assert "<w:cantSplit" in content
    assert len(word.sections) == len(Document(str(owed.folder / FILE)).sections)
