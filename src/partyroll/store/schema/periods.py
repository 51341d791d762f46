"""What holds for people for a time: permissions, excuses, stays away, ratings."""

from partyroll.store.schema.declaring import fact, flag, number, one_of, text

permission = fact(
    "permission",
    text("person_id", required=True),
    text("kind", required=True),
    text("valid_from"),
    text("valid_to"),
    text("paper"),
    number("share"),  # how many per cent less is due, of a reduction
    text("granted_by"),
    text("granted_on"),
    text("reason_text"),  # why, in the words beside the paper
    one_of(
        "kind",
        *("EXEMPT_ACTIVITY", "TEMP_EXEMPT", "SUSPENDED", "EXEMPT", "DEFERRED", "REDUCED"),
    ),
    key=("person_id", "kind", "valid_from"),
)
excuse = fact(
    "excuse",
    text("excuse_id", required=True),
    text("person_id", required=True),
    text("ground", required=True),
    text("kind", required=True),
    text("valid_from", required=True),
    text("valid_to", required=True),
    flag("accepted"),
    flag("pending"),  # nobody has judged it yet
    text("accepted_by"),  # who judged it, either way
    text("judged_on"),
    text("paper"),
    text("reason_text"),  # as written or told
    one_of("ground", "UNPAID_DUES", "SKIP_MEETINGS", "MIXED"),
    key=("excuse_id",),
    indexes=(("person_id",),),
)
holiday = fact(
    "holiday",
    text("day", required=True),
    text("name", required=True),
    key=("day",),
)
away = fact(
    "away",
    text("person_id", required=True),
    text("unit_id"),  # where the person belongs
    text("place"),
    text("valid_from"),
    text("valid_to"),
    number("transferred"),  # NULL = not stated
    text("confirmed_on"),
    text("note"),
    text("returned_on"),
    text("contact"),  # how to reach the member there
    text("contacted_on"),  # when the cell last did
    text("paper"),
    key=("person_id", "valid_from"),
)
rating = fact(
    "rating",
    text("person_id", required=True),
    text("unit_id"),
    number("year", required=True),
    text("stage", required=True),
    text("level", required=True),
    text("level_text", required=True),  # as written
    text("note"),
    one_of("stage", "SELF", "CELL", "COMMITTEE"),
    one_of("level", "EXCELLENT", "GOOD", "COMPLETE", "NOT_COMPLETE", "NOT_RATED"),
    key=("person_id", "year", "stage"),
)
