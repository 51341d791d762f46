"""Workbooks of a small province: its roll, its exits, and the plans that reorganise it."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

PROVINCE = "Đảng bộ tỉnh Giả Định"
DISTRICT = "Đảng bộ huyện Thử Nghiệm"
A, B, C, D = "Chi bộ A", "Chi bộ B", "Chi bộ C", "Chi bộ D"
STEP_HEADINGS = (
    *("STT", "Thao tác", "Đơn vị cũ", "Trực thuộc (cũ)", "Đơn vị mới", "Trực thuộc"),
    *("Ngày hiệu lực", "Số quyết định", "Ngày quyết định", "Ghi chú"),
)
JULY = "01/07/2025"


def step(
    action: str,
    old: str = "",
    new: str = "",
    parent: str = "",
    *,
    under: str = "",
    on: str = JULY,
    paper: str = "01-QĐ/TU",
) -> tuple[str, ...]:
    return (action, old, under, new, parent, on, paper, "20/06/2025", "")


def plan(
    folder: Path,
    *steps: Sequence[str],
    people: Iterable[Sequence[str]] = (),
    name: str = "ke-hoach.xlsx",
) -> Path:
    """Write a plan: a line for each step, and a second sheet for members (name, old, new)."""
    lines = [(number, *one) for number, one in enumerate(steps, start=1)]
    book = _book("Kế hoạch", STEP_HEADINGS, lines)
    placed = [(number, *one) for number, one in enumerate(people, start=1)]
    if placed:
        sheet = book.create_sheet("Đảng viên")
        for row in (("STT", "Họ và tên", "Đơn vị cũ", "Đơn vị mới"), *placed):
            sheet.append([*row])
    return _saved(book, folder / name)


def roll(folder: Path, cells: dict[str, int], above: str = PROVINCE) -> Path:
    """Write a roster: so many members in each cell."""
    headings = ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Chi bộ", "Đảng bộ")
    rows = [
        (None, name, f"{1 + n % 28:02d}/03/1980", "03/02/2010", cell, above)
        for cell, number in cells.items()
        for n, name in enumerate(names(cell, number))
    ]
    book = _book("Danh sách", headings, [(n, *row[1:]) for n, row in enumerate(rows, 1)])
    return _saved(book, folder / "danh-sach.xlsx")


def names(cell: str, number: int) -> list[str]:
    """Name invented members of a cell, nobody twice."""
    families = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ")
    middles = ("Văn", "Thị", "Minh", "Thanh", "Ngọc", "Đức", "Xuân", "Thu", "Hữu", "Kim")
    given = {A: "An", B: "Bình", C: "Châu", D: "Dương"}.get(cell, "Giang")
    made = (f"{f} {m} Mẫu {given}" for m in middles for f in families)
    return [name for name, _ in zip(made, range(number), strict=False)]


def exits(folder: Path, left: Iterable[tuple[str, str]], above: str = PROVINCE) -> Path:
    """Write a list of removals: (cell, day of the decision) each."""
    headings = (
        *("STT", "Họ và tên", "Ngày sinh", "Đảng bộ", "Chi bộ", "Hình thức"),
        *("Số quyết định", "Ngày quyết định", "Lý do"),
    )
    rows = [
        (
            n,
            f"Trương Thử Rời {_letters(n)}",
            "05/05/1985",
            above,
            cell,
            "Xóa tên",
            f"{n}-QĐ",
            on,
        )
        for n, (cell, on) in enumerate(left, start=1)
    ]
    lines = [(*row, "Bỏ sinh hoạt đảng") for row in rows]
    return _saved(_book("Ra khỏi Đảng", headings, lines), folder / "ra-khoi-dang.xlsx")


def headcounts(folder: Path, numbers: dict[str, int], year: int) -> Path:
    """Write how many members units had at the end of two years."""
    headings = ("STT", "Đơn vị", f"Năm {year - 1}", f"Năm {year}")
    rows = [(n, unit, own, own) for n, (unit, own) in enumerate(numbers.items(), start=1)]
    return _saved(_book("Số đảng viên", headings, rows), folder / "so-dang-vien.xlsx")


def _letters(number: int) -> str:
    signs = "BCDGHKLMNPQRSTVX"
    return f"{signs[number // 16 % 16]}a{signs[number % 16].lower()}".replace("ă", "a")


def _book(sheet: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> Workbook:
    book = Workbook()
    own = book.worksheets[0]
    own.title = sheet
    own.append([*headings])
    for row in rows:
        own.append([None if value == "" else value for value in row])
    return book


def _saved(book: Workbook, path: Path) -> Path:
    book.save(path)
    return path
