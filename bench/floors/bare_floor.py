"""The least: calamine's rows into one table."""

import sqlite3
import sys

from python_calamine import CalamineWorkbook

sheet = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0)
rows = [[str(cell) for cell in row] for row in sheet.iter_rows()]
columns = ", ".join(f"c{number}" for number in range(len(rows[0])))
with sqlite3.connect(sys.argv[2]) as db:
    db.execute(f"CREATE TABLE roster ({columns})")
    db.executemany(f"INSERT INTO roster VALUES ({', '.join('?' * len(rows[0]))})", rows)
