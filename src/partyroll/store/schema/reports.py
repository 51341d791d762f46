"""Term reports that went out, kept as they were printed."""

from sqlalchemy import Index

from partyroll.store.schema.declaring import identity, number, text

report_run = identity(
    "report_run",
    "report_id",
    number("number", required=True),  # what people type
    text("starts_on", required=True),  # both bounds of the term, inclusive
    text("ends_on", required=True),
    text("asked", required=True),  # JSON: everything that was asked for
    number("known_at", required=True),  # the last change the report knew of
    text("head", required=True),  # the link of the chain it stood on
    text("result", required=True),  # JSON: the figures and the people behind them
)
Index("report_run_by_number", report_run.c.ledger_id, report_run.c.number, unique=True)
