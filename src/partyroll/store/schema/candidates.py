"""People on the way to admission."""

from partyroll.store.schema.declaring import fact, number, text

candidate = fact(
    "candidate",
    text("candidate_id", required=True),
    text("full_name", required=True),
    text("name_key", required=True),
    text("birth_date"),
    text("gender"),
    text("national_id"),
    text("unit_id"),
    text("origin"),  # youth union, trade union, discharged soldier…, as written
    text("helper"),
    text("note"),
    text("member_id"),  # the person, once admitted
    text("ended_on"),  # the file was closed without admission
    text("ended_text"),
    key=("candidate_id",),
    indexes=(("name_key",),),
)
candidate_step = fact(
    "candidate_step",
    text("candidate_id", required=True),
    text("stage", required=True),
    text("reached_on", required=True),
    text("paper"),
    number("entitled"),  # of a vote: official members convened, present, in favour
    number("present"),
    number("in_favour"),
    key=("candidate_id", "stage"),
)
