"""The least that keeps what partyroll keeps: guard, child process, raw inserts of every row.

    python full_floor.py workbook.xlsx new.db ledger.db

The rows come from a ledger that holds the workbook already.  Prints the CPU seconds of the
work itself, without fetching those rows.
"""

import sqlite3
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from partyroll.read.workbook import read_sheets


def cpu() -> float:
    """Return the CPU seconds of this process and its finished children."""
    used = (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    return sum(part.ru_utime + part.ru_stime for part in used)


def main() -> None:
    """Read the workbook as partyroll does, and insert the rows."""
    workbook, target, ledger = map(Path, sys.argv[1:])
    with sqlite3.connect(ledger) as db:
        shape = db.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        )
        made = sorted(shape.fetchall(), key=lambda part: part[0] != "table")
        tables = [name for kind, name, _ in made if kind == "table"]
        rows = {name: db.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
    before = cpu()
    read_sheets(workbook)
    with sqlite3.connect(target) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA cache_size = -65536")
        for _, _, sql in made:
            db.execute(sql)
        for name, found in rows.items():
            if found:
                marks = ", ".join("?" * len(found[0]))
                db.executemany(f'INSERT INTO "{name}" VALUES ({marks})', found)
    print(cpu() - before)


if __name__ == "__main__":
    main()
