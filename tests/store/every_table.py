"""One row of every kind of fact, so that each table's guards can be tried."""

from pathlib import Path

from partyroll.store.changes import begin_change
from partyroll.store.digests import Value
from partyroll.store.ledger import open_ledger
from partyroll.store.schema import FACTS, IDENTITIES, metadata
from store import shelf

KIND = {
    "unit_succession": "MERGE",
    "unit_event": "MERGE",
    "life_event": "REMOVED",
    "assignment": "OFFICIAL",
    "permission": "EXEMPT",
    "book": "dues",
    "book_line": "dues",
    "review_step": "CONTACT",
    "transfer": "OFFICIAL",
}
WORDS: dict[str, Value] = {
    "person_id": "P1",
    "unit_id": "U1",
    "to_unit_id": "U1",
    "source_id": "S1",
    "gender": "Nữ",
    "direction": "OUT",
    "ground": "MIXED",
    "letters": "PPPPPPPPPPPP",
    "level": "GOOD",
    "answer": "SAME",
    "list_id": "L1",
    "need": "JOB",
    "measure": "LOAN",
    "outcome": None,
}
# Where a word of a column means something else in one table.
OWN: dict[tuple[str, str], Value] = {
    ("rating", "stage"): "CELL",
    ("award", "form"): "BADGE",
    ("discipline", "form"): "WARNING",
    ("transfer", "answer"): "ARRIVED",
}
IDENTITY_IDS = {
    "source": ("source_id", "S1"),
    "unit": ("unit_id", "U1"),
    "person": ("person_id", "P1"),
    "review_list": ("list_id", "L1"),
    "review_item": ("item_id", "I1"),
    "report_run": ("report_id", "R1"),
}
GUARDED = (*sorted(t.name for t in FACTS), *IDENTITY_IDS, "change", "ledger")
BY_NAME = tuple(sorted((*IDENTITIES, *FACTS), key=lambda table: table.name))
FACT_NAMES = tuple(sorted(t.name for t in FACTS))


def row_of(name: str) -> dict[str, Value]:
    """Return a valid row of a table, apart from what every change fills in."""
    filled = {"ledger_id", "row_id", "said_in", "change_in", "change_out", "parent_id"}
    return {
        c.name: _word(name, c.name) for c in metadata.tables[name].c if c.name not in filled
    }


def _word(table: str, column: str) -> Value:
    if column == "kind":
        return KIND.get(table, "x")
    if (table, column) in OWN:
        return OWN[table, column]
    if column in WORDS:
        return WORDS[column]
    return "x" if metadata.tables[table].c[column].type.python_type is str else 1


def fill(path: Path) -> None:
    """Write change 1: a source, a unit, a person, and one row of every kind of fact."""
    with open_ledger(path, write=True) as ledger:
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        for name in (*IDENTITY_IDS, *FACT_NAMES):
            own = dict([IDENTITY_IDS[name]] if name in IDENTITY_IDS else [])
            change.open(metadata.tables[name], [row_of(name) | own])
        change.finish()
