"""Units: what they are called, what they stand under, what they became, what they declare."""

from partyroll.store.schema.declaring import fact, identity, number, one_of, text

unit = identity("unit", "unit_id", text("origin_key", required=True))
unit_version = fact(
    "unit_version",
    text("unit_id", required=True),
    text("name", required=True),
    text("name_key", required=True),
    text("code"),
    text("kind", required=True),
    text("parent_id"),
    text("valid_from"),
    text("valid_to"),
    key=("unit_id", "valid_from"),
    indexes=(("name_key",),),
)
unit_alias = fact(
    "unit_alias",
    text("unit_id", required=True),
    text("spelling", required=True),
    text("spelling_key", required=True),
    key=("unit_id", "spelling_key"),
)
unit_succession = fact(
    "unit_succession",
    text("unit_id", required=True),
    text("to_unit_id", required=True),
    text("kind", required=True),
    text("happened_on", required=True),
    text("decision_no"),
    one_of("kind", "MERGE", "SPLIT", "CONVERT"),
    key=("unit_id", "to_unit_id", "happened_on"),
)
# The paper behind each thing that was done to a unit; what it led to stands in its versions.
unit_event = fact(
    "unit_event",
    text("unit_id", required=True),
    text("kind", required=True),
    text("happened_on", required=True),
    text("decision_no"),
    text("decision_date"),
    text("note"),
    one_of("kind", "CREATE", "MERGE", "SPLIT", "RENAME", "MOVE", "ABOLISH"),
    key=("unit_id", "kind", "happened_on"),
)
declared = fact(
    "declared",
    text("what", required=True),
    text("unit_id", required=True),
    number("year", required=True),
    number("number", required=True),
    text("cell"),
    key=("what", "unit_id", "year"),
)
# Numbers that a paper states of a whole period, without names: "xóa tên 309, 2015-2020".
declared_total = fact(
    "declared_total",
    text("what", required=True),  # a kind of exit, or ADMITTED, READMITTED, RESTORED, IN
    text("unit_id", required=True),
    text("starts_on", required=True),
    text("ends_on", required=True),
    number("number", required=True),
    text("cell"),
    key=("what", "unit_id", "starts_on", "ends_on"),
)
