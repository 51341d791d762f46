"""Lists that went out, and what came of them."""

from sqlalchemy import Index

from partyroll.store.schema.declaring import fact, identity, number, one_of, text

review_list = identity(
    "review_list",
    "list_id",
    number("number", required=True),  # what people type
    number("year", required=True),
    text("as_of", required=True),
    number("known_at", required=True),  # the last change the list knew of
    text("head", required=True),  # the link of the chain it stood on
    text("result", required=True),  # JSON: everything printed beside the people
)
Index("review_list_by_number", review_list.c.ledger_id, review_list.c.number, unique=True)
review_item = identity(
    "review_item",
    "item_id",
    text("list_id", required=True),
    number("position", required=True),
    text("person_id", required=True),
    text("list", required=True),  # review, check_reason, watch
    text("shown", required=True),  # JSON: the row and its evidence as printed
)
Index(
    "review_item_by_list",
    review_item.c.ledger_id,
    review_item.c.list_id,
    review_item.c.person_id,
    unique=True,
)
Index("review_item_by_person", review_item.c.ledger_id, review_item.c.person_id)
review_answer = fact(
    "review_answer",
    text("list_id", required=True),
    text("person_id", required=True),
    text("field", required=True),  # reason, opinion, conclusion, decided_by, decided_on, paper
    text("text", required=True),  # as written
    text("value"),  # the code or ISO date it was read as; NULL = not understood
    key=("list_id", "person_id", "field"),
    indexes=(("person_id",),),
)
review_step = fact(
    "review_step",
    text("step_id", required=True),
    text("person_id", required=True),
    number("year", required=True),  # the assessed year the case is about
    text("list_id"),
    text("kind", required=True),
    text("outcome"),
    text("happened_on"),
    text("said_by"),
    text("paper"),
    text("paper_date"),
    text("note"),
    text("evidence"),  # JSON: the months that were judged
    text("event_id"),  # the exit that a decision made
    one_of(
        "kind",
        *("CONTACT", "EXPLANATION", "MEETING", "PROPOSAL", "DECISION", "COMPLAINT"),
    ),
    key=("step_id",),
    indexes=(("person_id",),),
)
