"""Workbooks of ratings written on the spot; everyone in them is invented."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from e2e.books import AN, BINH, CHI, EVERYBODY, dues_rows, roster_rows, workbook

STAGES = ("STT", "Họ và tên", "Tự xếp loại", "Chi bộ xếp loại", "Đảng ủy xếp loại")
Levels = Mapping[str, Sequence[str]]


def rating_rows(levels: Levels, year: int = 2024) -> list[Sequence[object]]:
    """A list of one year, each with the levels of the three stages."""
    rows = [(number, name, *of) for number, (name, of) in enumerate(levels.items(), start=1)]
    return [(f"KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM {year}",), STAGES, *rows]


def cell_books(folder: Path) -> list[Path]:
    """A cell of three, its dues of 2024 and its ratings of two years."""
    good, weak = ("HTTNV", "HTTNV", "HTTNV"), ("HTNV", "KHTNV", "KHTNV")
    before = {AN[0]: good, BINH[0]: weak, CHI[0]: good}
    now = {
        AN[0]: ("HTXSNV", "HTXSNV", "HTTNV"),
        BINH[0]: weak,
        CHI[0]: ("HTNV", "HTNV", "HTNV"),
    }
    sheets = {"2023": rating_rows(before, 2023), "2024": rating_rows(now)}
    dues = dues_rows({AN[0]: "xx-xx-xxxx-x", BINH[0]: "x" * 12, CHI[0]: "---xxxxxxxxx"})
    return [
        workbook(folder / "ds.xlsx", {"Danh sách": roster_rows(EVERYBODY)}),
        workbook(folder / "xep-loai.xlsx", sheets),
        workbook(folder / "dang-phi.xlsx", {"Đảng phí 2024": dues}),
    ]
