"""The least: the libraries that `flag` needs, and the candidates counted by raw SQL.

    python flag_floor.py ledger.db year

Whoever has two open months on one ground, in the year or in the one before, may be on a list.
"""

import sqlite3

import sqlalchemy as _  # noqa: F401 (what `flag` reads by)
import typer

OPEN = """
SELECT count(DISTINCT person_id) FROM book_line
WHERE ledger_id = (SELECT ledger_id FROM ledger) AND change_out IS NULL AND year IN (?, ?)
AND length(letters) - length(replace(replace(replace(replace(replace(
    letters, 'U', ''), 'N', ''), '.', ''), 'A', ''), 'E', '')) >= 2
"""


def count(ledger: str, year: int) -> None:
    """Print how many candidates the ledger has."""
    with sqlite3.connect(ledger) as db:
        print(db.execute(OPEN, (year - 1, year)).fetchone()[0])


typer.run(count)
