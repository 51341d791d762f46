"""A workbook read in a process of its own says what it says when read here."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Font

from partyroll.read import cage as cages
from partyroll.read.cage import Cage
from partyroll.read.digests import content_digest
from partyroll.read.guard.watch import Watch
from partyroll.read.opening import IN_PROCESS
from partyroll.read.refusals import (
    ReadingTooSlow,
    WorkbookBroken,
    WorkbookTooHeavy,
)
from partyroll.read.workbook import read_sheets

ROSTERS = Path(__file__).parent.parent / "rosters"
BOOKS = sorted([*ROSTERS.glob("*.xlsx"), *ROSTERS.glob("*.xls"), *ROSTERS.glob("*.ods")])
MODULES = "import partyroll.read.guard.child, sys; print(*sys.modules)"


@pytest.fixture
def cage() -> Iterator[Cage]:
    with Cage() as made:
        yield made


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_the_same_cells_in_either_process(cage: Cage, path: Path) -> None:
    assert read_sheets(path, opener=cage) == read_sheets(path, opener=IN_PROCESS)


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_the_same_digest_in_either_process(cage: Cage, path: Path) -> None:
    caged = content_digest(read_sheets(path, opener=cage))

    assert caged == content_digest(read_sheets(path, opener=IN_PROCESS))


def test_every_kind_of_cell_comes_back(cage: Cage, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    row = ["Đảng", 1.5, True, date(1979, 3, 5), datetime(2024, 1, 2, 3, 4), time(5, 6)]  # noqa: DTZ001 (cells know no zone)
    sheet.append(row)
    sheet["C4"] = "gộp"
    sheet.merge_cells("C4:D5")
    book.create_sheet("ẩn").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")

    first, hidden = read_sheets(tmp_path / "a.xlsx", opener=cage)

    assert first.rows == [row, [], [], ["", "", "gộp"]]
    assert first.merges
    assert hidden.hidden


def test_a_process_that_ended_between_two_files_is_replaced(cage: Cage) -> None:
    before = read_sheets(ROSTERS / "01_clean_template.xlsx", opener=cage)
    process = cage._process  # noqa: SLF001 – the test is the accident
    assert process is not None
    process.kill()
    process.wait()

    assert read_sheets(ROSTERS / "01_clean_template.xlsx", opener=cage) == before


def test_too_much_memory_is_a_refusal(
    cage: Cage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lon.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number in range(20_000):
            sheet.write_row(number, 0, [f"Nguyễn Văn {number}", *range(10)])
    with monkeypatch.context() as tight:
        tight.setattr(cages, "memory_for", lambda *_: 1 << 20)
        with pytest.raises(WorkbookTooHeavy):
            read_sheets(path, opener=cage)

    assert len(read_sheets(path, opener=cage)[0].rows) == 20_000


def test_a_process_that_dies_while_it_reads_is_a_refusal(
    cage: Cage, monkeypatch: pytest.MonkeyPatch
) -> None:
    boot = "import sys; sys.stdin.buffer.read(9); sys.exit(3)"
    monkeypatch.setattr(cages, "_BOOT", boot)

    with pytest.raises(WorkbookBroken):
        read_sheets(ROSTERS / "01_clean_template.xlsx", opener=cage)


def test_too_much_time_is_a_refusal(cage: Cage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cages, "seconds_for", lambda *_: 0)

    with pytest.raises(ReadingTooSlow):
        read_sheets(ROSTERS / "01_clean_template.xlsx", opener=cage)


def test_a_process_is_watched_where_the_system_sets_no_cap() -> None:
    command = [sys.executable, "-c", "import time; x = b'x' * (64 << 20); time.sleep(60)"]
    with subprocess.Popen(command) as process:
        watch = Watch(process, seconds=60, memory=32 << 20, poll=True)
        watch.start()
        process.wait(timeout=60)
        watch.join()

    assert watch.verdict == "memory"


def test_old_workbooks_with_rubbish_inside_are_refused(cage: Cage, tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + bytes(2000)
    (tmp_path / "a.xls").write_bytes(ole)

    with pytest.raises(WorkbookBroken):
        read_sheets(tmp_path / "a.xls", opener=cage)


def test_the_reading_process_loads_nothing_but_the_reader() -> None:
    told = subprocess.run(
        [sys.executable, "-c", MODULES], check=True, capture_output=True, text=True
    )

    loaded = {name.partition(".")[0] for name in told.stdout.split()}
    assert not loaded & {"typer", "rich", "sqlalchemy", "pandas", "openpyxl", "sqlite3"}


def test_a_program_in_one_file_reads_with_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    alone = tmp_path / "partyroll"
    alone.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m partyroll "$@"\n', "utf-8")
    alone.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(alone))

    with Cage() as cage:
        grids = read_sheets(ROSTERS / "01_clean_template.xlsx", opener=cage)

    assert [grid.name for grid in grids] == ["Danh sách", "Đảng phí 2024"]


def test_fonts_are_read_in_the_same_process(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Danh sách"
    page["B2"] = "NguyÔn"
    page["B2"].font = Font(name=".VnTime")
    book.save(tmp_path / "a.xlsx")
    content = (tmp_path / "a.xlsx").read_bytes()
    with Cage() as cage:
        fonts = [cage.fonts(content, "Danh sách", {"B2"}) for _ in range(2)]

    assert fonts == [{"B2": ".VnTime"}] * 2


def test_fonts_that_cannot_be_read_cost_only_the_hint() -> None:
    with Cage() as cage:
        fonts = cage.fonts(b"PK no workbook", "Danh sách", {"B2"})

    assert fonts == {}
