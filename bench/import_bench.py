"""What an import costs, against the least that any program must do with the same workbook.

    python bench/import_bench.py [members] [rounds]

Prints CPU seconds of whole processes (medians over interleaved rounds) and their ratios.
Trust the ratios: seconds differ from machine to machine.
"""

import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

MEMBERS_PER_CELL = 30
ROSTER = (
    "STT",
    "Chi bộ",
    "Họ và tên",
    "Số thẻ đảng viên",
    "Ngày sinh",
    "Giới tính",
    "Quê quán",
)
DATES = ("Ngày vào Đảng", "Ngày chính thức")
DUES = ("STT", "Chi bộ", "Họ và tên", "Số thẻ đảng viên", *(f"T{n}" for n in range(1, 13)))

FLOOR = """
import sqlite3, sys
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(sys.argv[1])
with sqlite3.connect(sys.argv[2]) as db:
    for number, name in enumerate(book.sheet_names):
        rows = [[str(cell) for cell in row] for row in book.get_sheet_by_name(name).iter_rows()]
        width = max(map(len, rows))
        columns = ", ".join(f"c{n}" for n in range(width))
        db.execute(f"CREATE TABLE t{number} ({columns})")
        marks = ", ".join("?" * width)
        db.executemany(f"INSERT INTO t{number} VALUES ({marks})", rows)
"""
SCRIPT = """
import sqlite3, sys
import pandas
with sqlite3.connect(sys.argv[2]) as db:
    sheets = pandas.read_excel(sys.argv[1], sheet_name=None, dtype=str, engine="openpyxl")
    for name, frame in sheets.items():
        frame.to_sql(name, db, index=False)
"""
PARTYROLL = (sys.executable, "-m", "partyroll", "--quiet")


@dataclass(frozen=True, slots=True)
class Run:
    """One process: what it is called, how it starts, what it is compared with."""

    name: str
    command: tuple[str, ...]
    against: tuple[str, ...] = ()


def main() -> None:
    """Measure and print."""
    members = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workbook = folder / "roster.xlsx"
        write_workbook(workbook, members)
        spent: dict[str, list[float]] = {}
        for number in range(rounds):
            for run in runs(workbook, folder / str(number)):
                spent.setdefault(run.name, []).append(cpu_seconds(run.command))
        medians = {name: statistics.median(times) for name, times in spent.items()}
        print(f"{members} members, {workbook.stat().st_size / 1e6:.1f} MB, {rounds} rounds,")
        print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
        for run in runs(workbook, folder):
            seconds = medians[run.name]
            compared = "".join(
                f"  {seconds / medians[name]:5.2f} × {name}" for name in run.against
            )
            print(f"{run.name:<30}{seconds:7.2f} s{compared}")


def runs(workbook: Path, folder: Path) -> Iterator[Run]:
    """Yield what one round runs, in order: each round has ledgers of its own."""
    folder.mkdir(exist_ok=True)
    ours = (*PARTYROLL, "--ledger", str(folder / "partyroll.db"))
    python = (sys.executable, "-c")
    start, floor, script, first = "start of Python", "calamine + sqlite3", "pandas", "import"
    yield Run(start, (*python, "pass"))
    yield Run("--help", (*PARTYROLL, "--help"), (start,))
    yield Run(floor, (*python, FLOOR, str(workbook), str(folder / "floor.db")))
    yield Run(script, (*python, SCRIPT, str(workbook), str(folder / "script.db")), (floor,))
    yield Run(first, (*ours, "import", str(workbook)), (floor, script))
    yield Run("import of the same file", (*ours, "import", str(workbook)), (first,))
    yield Run("flag --months 3", (*ours, "flag", "--months", "3"), (floor, first))


def cpu_seconds(command: tuple[str, ...]) -> float:
    """Return the CPU that a finished process used, with its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


# --- The workbook -------------------------------------------------------------------------
def write_workbook(path: Path, members: int) -> None:
    """Write an invented roster and a book of dues; one member in fifty owes three months."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        roster, dues = book.add_worksheet("Danh sách"), book.add_worksheet("Đảng phí 2025")
        roster.write_row(0, 0, (*ROSTER, *DATES))
        dues.write_row(0, 0, DUES)
        for number in range(members):
            known = (number + 1, cell(number), full_name(number), f"0990{number:08d}")
            gender = "Nữ" if number % 3 else "Nam"
            roster.write_row(number + 1, 0, (*known, born(number), gender, "xã Mẫu"))
            for column, later in enumerate((0, 366), start=len(ROSTER)):
                day = date(2000, 1, 1) + timedelta(days=number % 7_000 + later)
                roster.write_datetime(number + 1, column, day)
            dues.write_row(number + 1, 0, (*known, *paid(number)))


def cell(number: int) -> str:
    """Return the cell a member belongs to."""
    return f"Chi bộ {number // MEMBERS_PER_CELL + 1}"


def full_name(number: int) -> str:
    """Return an invented name."""
    families = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng")
    middles = ("Văn", "Thị", "Đình", "Thế", "Xuân", "Hữu", "Bá", "Công", "Thu", "Bích", "Kim")
    given = ("An", "Bình", "Chi", "Đỗ", "Hạnh", "Khánh", "Lụa", "Mến", "Nhã", "Phong", "Sơn")
    number, family = divmod(number, len(families))
    number, middle = divmod(number, len(middles))
    number, second = divmod(number, len(given))
    number, third = divmod(number, len(given))
    between = f"{middles[middle]} {given[second]}" if second else middles[middle]
    return f"{families[family]} {between} {given[third]}"


def born(number: int) -> str:
    """Return a birth date as clerks type it."""
    mixed = number * 7_919
    return f"{mixed % 28 + 1:02d}/{mixed // 28 % 12 + 1:02d}/{1941 + mixed // 336 % 40}"


def paid(number: int) -> tuple[int | str, ...]:
    """Return what twelve months say."""
    owes = number % 50 == 0
    return tuple("chưa nộp" if owes and month < 3 else 10_000 for month in range(12))


if __name__ == "__main__":
    main()
