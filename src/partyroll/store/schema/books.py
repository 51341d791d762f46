"""Books of dues and meetings: lines of letters, what stands beside them."""

from sqlalchemy import CheckConstraint

from partyroll.store.schema.declaring import fact, flag, number, one_of, text

book = fact(
    "book",
    text("book_id", required=True),
    text("kind", required=True),
    text("unit_id"),
    number("year", required=True),
    text("layout", required=True),
    text("months", required=True),  # the month behind each letter: "1 2 3 …"
    text("columns", required=True),  # JSON: position → sheet column
    text("book_date"),
    one_of("kind", "dues", "meetings"),
    key=("book_id",),
    indexes=(("year", "kind"),),
)
book_line = fact(
    "book_line",
    text("book_id", required=True),
    text("person_id", required=True),
    text("kind", required=True),
    number("year", required=True),
    text("unit_id"),
    text("letters", required=True),
    text("amounts", required=True),  # đồng in each own cell: "10000,,10000,…"
    number("rate"),
    text("remark"),
    text("since"),
    text("until"),
    flag("unallocated"),
    text("cells"),  # {"0": "I8", …}: each month's own cell, where column and row do not tell
    CheckConstraint("kind <> 'dues' OR length(letters) = 12", name="twelve_letters"),
    key=("book_id", "person_id"),
    indexes=(("year", "kind", "unit_id"), ("person_id",)),
)
book_note = fact(
    "book_note",
    text("book_id", required=True),
    text("person_id", required=True),
    number("position", required=True),
    text("text", required=True),
    key=("book_id", "person_id", "position"),
    indexes=(("person_id",),),
)
payment = fact(
    "payment",
    text("book_id"),
    text("person_id", required=True),
    text("month", required=True),
    text("paid_on"),
    number("amount"),
    number("span", required=True),
    flag("own"),
    text("cell"),
    key=("book_id", "person_id", "month", "cell"),
    indexes=(("person_id",),),
)
