"""People, what rosters say of them, and where they belong."""

from sqlalchemy import Index

from partyroll.store.schema.declaring import fact, flag, identity, one_of, text

# What rosters say besides; a column each, so that any browser of SQLite can group by them.
PARTICULARS = (
    *("occupation", "former_occupation", "workplace", "member_group", "member_type"),
    *("position_party", "position_state", "education_general", "education_professional"),
    *("education_political", "education_language", "education_it", "other_name"),
    *("current_address", "residence_cell", "policy_group", "awards", "discipline"),
    *("badge_no", "introducer", "ethnicity", "religion"),
)

person = identity(
    "person",
    "person_id",
    text("person_uid", required=True),
    text("origin_key", required=True),
)
person_version = fact(
    "person_version",
    text("person_id", required=True),
    text("full_name", required=True),
    text("name_key", required=True),  # equal spellings of one name
    text("name_fold", required=True),  # typed without accents
    text("birth_name"),
    text("gender"),
    text("birth_date"),
    text("admission_date"),
    text("admission_decision_date"),
    text("official_date"),
    flag("official_blank"),
    text("card_no"),
    text("card_no_old"),
    text("national_id"),
    text("member_code"),
    text("resume_no"),
    text("hometown"),
    text("birth_place"),
    text("permanent_address"),
    text("stated_status"),
    text("note"),
    *(text(name) for name in PARTICULARS),
    flag("on_roster"),  # 0 = known only from a book or an exits list
    one_of("gender", "Nam", "Nữ"),
    key=("person_id",),
)
# What is said with dates, and what ledgers of version 1 said without.
person_attribute = fact(
    "person_attribute",
    text("person_id", required=True),
    text("name", required=True),
    text("value", required=True),
    text("valid_from"),
    text("valid_to"),
    key=("person_id", "name", "valid_from"),
)
assignment = fact(
    "assignment",
    text("person_id", required=True),
    text("unit_id", required=True),
    text("kind", required=True),
    text("valid_from"),  # the period is half-open; NULL = always, still
    text("valid_to"),
    text("paper"),  # of a temporary place: what says so, and who said it
    text("granted_by"),
    text("granted_on"),
    text("reason_text"),  # why, in the words beside the paper
    one_of("kind", "OFFICIAL", "TEMPORARY"),
    key=("person_id", "unit_id", "kind", "valid_from"),
    indexes=(("unit_id",),),
)
_open_official = (
    assignment.c.change_out.is_(None)
    & assignment.c.valid_to.is_(None)
    & (assignment.c.kind == "OFFICIAL")
)
Index(
    "assignment_one_open",
    assignment.c.ledger_id,
    assignment.c.person_id,
    unique=True,
    sqlite_where=_open_official,
)
missing_mark = fact(
    "missing_mark",
    text("person_id", required=True),
    key=("person_id",),
)
