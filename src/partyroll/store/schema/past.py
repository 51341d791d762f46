"""The ledger itself and the changes that made it."""

from sqlalchemy import ForeignKeyConstraint, Index, PrimaryKeyConstraint, Table

from partyroll.store.schema.declaring import metadata, number, text

ledger = Table(
    "ledger",
    metadata,
    text("ledger_id", required=True),
    text("label", required=True),
    text("created_at", required=True),
    text("tool_version", required=True),
    PrimaryKeyConstraint("ledger_id", name="ledger_key"),
    sqlite_strict=True,
)
change = Table(
    "change",
    metadata,
    text("ledger_id", required=True),
    number("number", required=True),
    text("kind", required=True),
    text("actor", required=True),
    text("at", required=True),
    text("tool_version", required=True),
    text("note", required=True),
    number("undoes"),
    text("opened_digest", required=True),
    number("digest_form"),  # NULL = as version 1 took it
    text("closed_digest", required=True),
    text("prev_hash", required=True),
    text("hash", required=True),
    PrimaryKeyConstraint("ledger_id", "number", name="change_key"),
    ForeignKeyConstraint(["ledger_id"], ["ledger.ledger_id"], name="ledger_of_change"),
    Index("change_undone_once", "ledger_id", "undoes", unique=True),
    sqlite_strict=True,
)
