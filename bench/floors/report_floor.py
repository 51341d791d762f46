"""The least: the libraries that `report` needs, the aggregates by raw SQL, the same cells.

    python report_floor.py ledger.db cells.json new.xlsx

`cells.json` holds what the report's workbook shows: a list of sheets, each a list of rows.
"""

import json
import sqlite3
from pathlib import Path

import pandas as pd  # noqa: F401 (what `report` pivots by)
import sqlalchemy as _  # noqa: F401 (what `report` reads by)
import typer
import xlsxwriter

AGGREGATES = (
    "SELECT kind, substr(decision_date, 1, 4), count(*) FROM {exits} GROUP BY 1, 2",
    "SELECT kind, unit_id, count(*) FROM {exits} GROUP BY 1, 2",
    """SELECT e.kind, r.code, r.position, count(*) FROM {exits} AS e
    JOIN event_reason AS r USING (ledger_id, event_id) GROUP BY 1, 2, 3""",
    """SELECT e.kind, p.gender, substr(decision_date, 1, 4) - substr(p.birth_date, 1, 4),
    substr(decision_date, 1, 4) - substr(p.admission_date, 1, 4), p.occupation, count(*)
    FROM {exits} AS e JOIN person_version AS p USING (ledger_id, person_id)
    GROUP BY 1, 2, 3, 4, 5""",
    "SELECT unit_id, year, number FROM declared",
    "SELECT unit_id, count(*) FROM {stays} WHERE NOT {newer} GROUP BY 1",
    """SELECT unit_id, substr({admitted}, 1, 4), count(*) FROM {stays} WHERE {newer}
    GROUP BY 1, 2""",
    "SELECT unit_id, kind, substr(decision_date, 1, 4), count(*) FROM {exits} GROUP BY 1, 2, 3",
    """SELECT unit_id, direction, substr(decision_date, 1, 4), count(*) FROM transfer_leg
    GROUP BY 1, 2, 3""",
    "SELECT unit_id, parent_id, name FROM unit_version",
    "SELECT p.*, e.* FROM {exits} AS e JOIN person_version AS p USING (ledger_id, person_id)",
)
# What the balance of units and the admissions ask.
STAYS = """(SELECT * FROM assignment AS a JOIN person_version AS p USING (ledger_id, person_id)
 WHERE a.change_out IS NULL AND p.change_out IS NULL AND a.kind = 'OFFICIAL' AND p.on_roster)"""
ADMITTED = "coalesce(admission_decision_date, admission_date)"
NEWER = f"(coalesce({ADMITTED}, '') >= '2020')"
EXITS = (
    "(SELECT * FROM life_event WHERE change_out IS NULL"
    " AND decision_date BETWEEN '2020' AND '2026')"
)


def count(ledger: str, cells: Path, target: Path) -> None:
    """Ask for the aggregates, and write the cells."""
    with sqlite3.connect(ledger) as db:
        for aggregate in AGGREGATES:
            asked = aggregate.format(exits=EXITS, stays=STAYS, admitted=ADMITTED, newer=NEWER)
            db.execute(asked).fetchall()
    sheets = json.loads(cells.read_text("utf-8"))
    with xlsxwriter.Workbook(target) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)


typer.run(count)
