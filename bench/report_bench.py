"""What a term report costs over a large province, against the least that it must do.

    python bench/report_bench.py [members] [rounds] [growth]

1,441 people left in 1,200 units.  `members` is compared with a province of `members * growth`
(0 = not).  Prints CPU seconds of whole processes (medians over interleaved rounds), their peak
memory, and ratios within the run.  Trust the ratios: seconds differ from machine to machine.
"""

import json
import platform
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from import_bench import HERE, PARTYROLL, Run, report
from measuring import Cost, cost_of
from openpyxl import load_workbook
from provinces import write_province

EXITS, UNITS = 1_441, 1_200
TERM = "2020-2025"
_LINK = re.compile(r'<hyperlink ref="[A-Z]+[0-9]+" location="([^"]*)"')


def main() -> None:
    """Measure and print."""
    members = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    growth = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_province(folder / "province.db", members, exits=EXITS, units=UNITS)
        if growth:
            large = folder / "large.db"
            write_province(large, members * growth, exits=EXITS * growth, units=UNITS)
        shutil.copyfile(folder / "province.db", folder / "untouched.db")
        cells_of(folder)
        spent: dict[str, list[Cost]] = {}
        for _ in range(rounds):
            for run in runs(folder, grown=bool(growth)):
                spent.setdefault(run.name, []).append(cost_of(run.command))
        print(f"{members} members, {EXITS} exits, {UNITS} units, {rounds} rounds,")
        print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
        report(list(runs(folder, grown=bool(growth))), spent)
        if growth:
            print(f"growth for each member: {grown(spent, growth):.2f}")


def cells_of(folder: Path) -> None:
    """Keep what the report's workbook shows, links as text, for the floor to write."""
    target = folder / "first.xlsx"
    cost_of(term_report(folder / "province.db", "--xlsx", "--out", str(target)))
    book = load_workbook(target, read_only=True)
    sheets = [
        [
            [cell if isinstance(cell, int | float) else str(cell or "") for cell in row]
            for row in s
        ]
        for s in (sheet.iter_rows(values_only=True) for sheet in book.worksheets)
    ]
    (folder / "cells.json").write_text(json.dumps([*sheets, links_of(target)]), "utf-8")


def links_of(workbook: Path) -> list[list[str]]:
    """Return where the links of a workbook lead, a row for each."""
    with ZipFile(workbook) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        pages = [package.read(name).decode() for name in sheets]
    return [[target] for page in pages for target in _LINK.findall(page)]


def runs(folder: Path, *, grown: bool) -> Iterator[Run]:
    """Yield what one round runs, in order."""
    ledger = folder / "province.db"
    floor = "floor"
    cells, target = folder / "cells.json", folder / "floor.xlsx"
    script = str(HERE / "floors" / "report_floor.py")
    yield Run(floor, (sys.executable, script, str(ledger), str(cells), str(target)))
    yield Run("report", term_report(ledger), (floor,))
    written = ("--xlsx", "--force", "--out", str(folder / "again.xlsx"))
    yield Run("report --xlsx", term_report(ledger, *written), (floor,))
    # The first of a day also keeps a verified copy of the ledger, and the report in it.
    shutil.rmtree(folder / "fresh-sao-luu", ignore_errors=True)
    fresh = Path(shutil.copyfile(folder / "untouched.db", folder / "fresh.db"))
    yield Run("first of the day", term_report(fresh, *written), (floor,))
    if grown:
        yield Run("large report --xlsx", term_report(folder / "large.db", *written))


def term_report(ledger: Path, *options: str) -> tuple[str, ...]:
    """Return the command that makes the report of the term."""
    return (*PARTYROLL, "--ledger", str(ledger), "report", TERM, *options)


def grown(spent: dict[str, list[Cost]], growth: int) -> float:
    """Return what a member of the large province costs, as a multiple of one of the small."""
    large, small = (
        statistics.median(cost.cpu for cost in spent[name])
        for name in ("large report --xlsx", "report --xlsx")
    )
    return large / (growth * small)


if __name__ == "__main__":
    main()
