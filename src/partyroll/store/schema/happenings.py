"""What happened to people, by the papers that say so."""

from partyroll.store.schema.declaring import fact, flag, number, one_of, text

life_event = fact(
    "life_event",
    text("event_id", required=True),
    text("person_id", required=True),
    text("unit_id"),  # where the person belonged
    text("kind", required=True),
    text("event_date"),
    text("decision_no"),
    text("decision_date"),
    text("form_text"),
    text("reason_text"),
    number("probationary"),
    text("note"),
    one_of(
        "kind",
        *("ADMITTED", "CONFIRMED", "READMITTED", "RESTORED", "REMOVED", "WITHDREW"),
        *("EXPELLED", "DIED", "OTHER_DECREASE", "LEFT_UNSTATED"),
    ),
    key=("event_id",),
    indexes=(("person_id",),),
)
event_reason = fact(
    "event_reason",
    text("event_id", required=True),
    number("position", required=True),  # 0 = the main one: written first
    text("code", required=True),
    key=("event_id", "position"),
)
transfer_leg = fact(
    "transfer_leg",
    text("leg_id", required=True),
    text("person_id", required=True),
    text("unit_id"),
    text("direction", required=True),
    text("place"),
    text("leg_date"),
    text("decision_no"),
    text("decision_date"),
    text("reason_text"),
    flag("temporary"),
    one_of("direction", "OUT", "IN"),
    key=("leg_id",),
    indexes=(("person_id",),),
)
