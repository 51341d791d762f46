"""What a person answered, and what was taught of headings."""

from partyroll.store.schema.declaring import fact, one_of, text

verdict = fact(
    "verdict",
    text("clue_key", required=True),  # digest of what a row says of who it is about
    text("person_id", required=True),
    text("answer", required=True),
    text("found", required=True),  # the row's name, to show what was asked
    one_of("answer", "SAME", "DIFFERENT"),
    key=("clue_key", "person_id"),
)
heading_meaning = fact(
    "heading_meaning",
    text("signature", required=True),  # digest of all headings of the table
    text("heading", required=True),
    text("field", required=True),
    key=("signature", "heading"),
)
