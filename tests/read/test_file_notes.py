"""Macros and links to other files are named, never run or followed."""

from datetime import date
from pathlib import Path

import pytest

from hostile.books import HEAD, Xlsx
from partyroll.model import Severity
from partyroll.read.file_notes import marks_unseen
from partyroll.read.workbook import read_workbook


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("xl/vbaProject.bin", "macros_not_run"),
        ("xl/externalLinks/externalLink1.xml", "links_not_followed"),
    ],
)
def test_what_stands_beside_the_cells_is_named(tmp_path: Path, part: str, code: str) -> None:
    path = tmp_path / "so.xlsm"
    path.write_bytes(Xlsx({part: f"{HEAD}<x/>"}).bytes())

    file = read_workbook(path, today=date(2025, 1, 1))

    assert [(p.code, p.severity, p.row) for p in file.problems] == [
        (code, Severity.WARNING, None)
    ]
    assert len(file.tables[0].rows) == 2


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ["marks_unseen"]),
        (b"PK\x03\x04", []),
        ("STT;Họ và tên".encode(), []),
    ],
)
def test_marks_in_a_workbook_of_the_old_format_are_said_to_be_unseen(
    content: bytes, codes: list[str]
) -> None:
    assert [problem.code for problem in marks_unseen("ve.xls", content)] == codes
