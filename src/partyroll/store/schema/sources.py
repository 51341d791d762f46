"""Where facts come from, and the rows that stayed out."""

from partyroll.store.schema.declaring import fact, identity, number, text

source = identity(
    "source",
    "source_id",
    text("file_name", required=True),
    text("sha256", required=True),
    text("content_sha256", required=True),
    number("size", required=True),
)
source_sheet = fact(
    "source_sheet",
    text("kind", required=True),
    text("range", required=True),
    number("first_row", required=True),
    number("last_row", required=True),
    text("heading_rows", required=True),
    text("columns", required=True),  # JSON: sheet column → fields
    text("encoding", required=True),
    key=("source_id", "sheet", "range"),
)
set_aside = fact(
    "set_aside",
    text("code", required=True),
    text("texts", required=True),  # JSON: sheet column → text as found
    key=("source_id", "sheet", "row", "code"),
)
