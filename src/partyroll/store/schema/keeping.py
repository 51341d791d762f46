"""What is done to keep members: help, praise, discipline, remarks, transfers on both sides."""

from partyroll.store.schema.declaring import fact, number, one_of, text

support = fact(
    "support",
    text("support_id", required=True),
    text("person_id", required=True),
    text("unit_id"),
    text("need", required=True),
    text("need_text"),  # as written
    text("opened_on"),
    text("measure"),
    text("measure_text"),  # as written
    number("amount"),  # đồng
    text("provided_by"),
    text("provided_on"),
    text("closed_on"),
    text("outcome"),
    text("outcome_text"),  # as written
    text("paper"),
    text("note"),
    one_of("need", "HARDSHIP", "JOB", "HEALTH", "DISASTER", "DISCHARGED", "LOAN", "OTHER"),
    one_of(
        "measure",
        *("VISIT", "GIFT", "LOAN", "JOB_INTRODUCTION", "TRAINING", "HOUSING", "INSURANCE"),
        *("DUES_RELIEF", "MEETING", "HELPER", "OTHER"),
    ),
    one_of("outcome", "RESOLVED", "BETTER", "UNCHANGED", "WORSE", "LEFT"),
    key=("support_id",),
    indexes=(("person_id",),),
)
award = fact(
    "award",
    text("award_id", required=True),
    text("person_id", required=True),
    text("unit_id"),
    text("form", required=True),
    text("form_text"),  # as written
    number("badge_years"),
    text("awarded_on"),
    text("decision_no"),
    text("given_by"),
    text("reason_text"),
    text("note"),
    one_of("form", "BADGE", "MERIT", "COMMENDATION", "EXAMPLE", "TITLE", "OTHER"),
    key=("award_id",),
    indexes=(("person_id",),),
)
discipline = fact(
    "discipline",
    text("discipline_id", required=True),
    text("person_id", required=True),
    text("unit_id"),
    text("form", required=True),
    text("form_text"),  # as written
    text("decided_on"),
    text("decision_no"),
    text("decided_by"),
    text("valid_to"),
    text("reason_text"),
    text("note"),
    one_of("form", "REPRIMAND", "WARNING", "DISMISSAL", "EXPULSION", "OTHER"),
    key=("discipline_id",),
    indexes=(("person_id",),),
)
screening = fact(
    "screening",
    text("screening_id", required=True),
    text("person_id", required=True),
    text("unit_id"),
    number("year", required=True),
    text("held_on"),
    text("reason_text"),
    text("helper"),
    text("valid_from"),  # of the time in which the cell helps
    text("valid_to"),
    text("conclusion"),
    text("paper"),
    text("note"),
    key=("screening_id",),
    indexes=(("person_id",),),
)
host_remark = fact(
    "host_remark",
    text("person_id", required=True),
    number("year", required=True),
    text("place", required=True),  # who remarks: the place of stay
    text("remark", required=True),
    text("said_on"),
    key=("person_id", "year", "place"),
)
unit_rating = fact(
    "unit_rating",
    text("unit_id", required=True),
    number("year", required=True),
    text("level", required=True),
    text("level_text"),  # as written
    text("note"),
    one_of("level", "EXCELLENT", "GOOD", "COMPLETE", "NOT_COMPLETE", "NOT_RATED"),
    key=("unit_id", "year"),
)
admission_target = fact(
    "admission_target",
    text("unit_id", required=True),
    number("year", required=True),
    number("number", required=True),
    text("paper"),
    key=("unit_id", "year"),
)
transfer = fact(
    "transfer",
    text("transfer_id", required=True),  # the same on both sides: the letter carries it
    text("person_id", required=True),
    text("unit_id"),  # of this ledger
    text("direction", required=True),
    text("kind", required=True),
    text("place"),  # the organisation on the other side
    text("other_ledger"),
    text("reason_text"),
    text("caused_on"),  # the decision that starts the clock took effect, or the move
    text("letter_no"),
    text("issued_on"),
    text("valid_to"),  # of a temporary one
    text("notified_on"),  # the other side was told
    text("presented_on"),
    text("answer"),
    text("answered_on"),
    text("answered_by"),
    text("answer_text"),
    text("returned_on"),  # of a temporary one
    text("note"),
    one_of("direction", "OUT", "IN"),
    one_of("kind", "OFFICIAL", "TEMPORARY"),
    one_of("answer", "ARRIVED", "REFUSED"),
    key=("transfer_id",),
    indexes=(("person_id",),),
)
matter_answer = fact(
    "matter_answer",
    text("subject_id", required=True),  # a person, a candidate, a unit
    text("matter", required=True),
    text("about", required=True),  # the year, the transfer, the help it is about
    text("outcome"),
    text("text"),  # what was done, as written
    text("answered_by"),
    text("answered_on"),
    text("paper"),
    text("basis"),  # a digest of what was so when it was answered
    one_of("outcome", "DONE", "UNDER_WAY", "NOT_NEEDED"),
    key=("subject_id", "matter", "about"),
)
