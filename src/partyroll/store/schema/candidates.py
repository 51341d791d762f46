"""People on the way to admission."""

from partyroll.store.schema.declaring import fact, text

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
    key=("candidate_id",),
    indexes=(("name_key",),),
)
candidate_step = fact(
    "candidate_step",
    text("candidate_id", required=True),
    text("stage", required=True),
    text("reached_on", required=True),
    text("paper"),
    key=("candidate_id", "stage"),
)
