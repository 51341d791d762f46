"""The ledger's tables, version 2.

Every key starts with `ledger_id`, so that ledgers can be merged and sharded.  A *fact* row is
opened by a change (`change_in`) and at most closed by a later one (`change_out`); triggers
refuse anything else.  `said_in` is the change that first said it: a row put back by an undo
keeps it, so that taking that change back finds the row.  Entity ids (`person_id`, `unit_id`, …)
outlive the rows that describe them.  Dates are ISO text as precise as the paper: ``1990``,
``1990-02`` or ``1990-02-03``.
"""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    func,
)

VERSION = 2
APPLICATION_ID = 0x50524C31  # "PRL1"

metadata = MetaData()


def _text(name: str, *, required: bool = False) -> Column[str]:
    return Column(name, Text, nullable=not required)


def _number(name: str, *, required: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=not required)


def _flag(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default="0")


def _reference(table: str, column: str, target: str = "") -> ForeignKeyConstraint:
    identity = target or column
    return ForeignKeyConstraint(
        ["ledger_id", column],
        [f"{table}.ledger_id", f"{table}.{identity}"],
        name=f"{table}_of_{column}",
        # A change is written after its rows: its hash is made of them.
        deferrable=table == "change" or None,
        initially="DEFERRED" if table == "change" else None,
    )


_REFERENCES = {
    "person_id": ("person", "person_id"),
    "unit_id": ("unit", "unit_id"),
    "parent_id": ("unit", "unit_id"),
    "to_unit_id": ("unit", "unit_id"),
    "source_id": ("source", "source_id"),
    "change_in": ("change", "number"),
    "change_out": ("change", "number"),
}


def _references(columns: list[Column[str] | Column[int]]) -> list[ForeignKeyConstraint]:
    return [
        _reference(_REFERENCES[c.name][0], c.name, _REFERENCES[c.name][1])
        for c in columns
        if c.name in _REFERENCES
    ]


def _identity(name: str, key: str, *columns: Column[str] | Column[int]) -> Table:
    """Declare what an id is given to, once and for ever."""
    all_columns = [
        _text("ledger_id", required=True),
        _text(key, required=True),
        *columns,
        _number("change_in", required=True),
    ]
    return Table(
        name,
        metadata,
        *all_columns,
        PrimaryKeyConstraint("ledger_id", key, name=f"{name}_key"),
        *_references([c for c in all_columns if c.name == "change_in"]),
        Index(f"{name}_by_change", "ledger_id", "change_in"),
        sqlite_strict=True,
    )


def _fact(
    name: str,
    *columns: Column[str] | Column[int] | CheckConstraint,
    key: tuple[str, ...],
    indexes: tuple[tuple[str, ...], ...] = (),
) -> Table:
    """Declare facts of one kind; at most one live row has the same `key`."""
    own = [c for c in columns if isinstance(c, Column)]
    checks = [c for c in columns if isinstance(c, CheckConstraint)]
    all_columns = [
        _text("ledger_id", required=True),
        _text("row_id", required=True),
        *own,
        _text("source_id"),
        _text("sheet"),
        _number("row"),
        _number("said_in", required=True),
        _number("change_in", required=True),
        _number("change_out"),
    ]
    table = Table(
        name,
        metadata,
        *all_columns,
        *checks,
        PrimaryKeyConstraint("ledger_id", "row_id", name=f"{name}_key"),
        CheckConstraint("change_out > change_in", name=f"{name}_closes_later"),
        CheckConstraint("said_in <= change_in", name=f"{name}_said_before"),
        *_references(all_columns),
        sqlite_strict=True,
        info={"key": key},
    )
    live = table.c.change_out.is_(None)
    parts: list[ColumnElement[str]] = [table.c.ledger_id]
    # NULL means "always" or "none" here, and must clash with itself.
    parts += [
        func.coalesce(table.c[part], "") if table.c[part].nullable else table.c[part]
        for part in key
    ]
    Index(f"{name}_live", *parts, unique=True, sqlite_where=live, postgresql_where=live)
    Index(f"{name}_by_change", table.c.ledger_id, table.c.change_in)
    closed = table.c.change_out.is_not(None)
    Index(
        f"{name}_by_closing",
        table.c.ledger_id,
        table.c.change_out,
        sqlite_where=closed,
        postgresql_where=closed,
    )
    for place in indexes:
        columns_ = [table.c.ledger_id, *(table.c[c] for c in place)]
        Index(f"{name}_by_{'_'.join(place)}", *columns_)
    return table


# What rosters say besides; a column each, so that any browser of SQLite can group by them.
PARTICULARS = (
    *("occupation", "former_occupation", "workplace", "member_group", "member_type"),
    *("position_party", "position_state", "education_general", "education_professional"),
    *("education_political", "education_language", "education_it", "other_name"),
    *("current_address", "residence_cell", "policy_group", "awards", "discipline"),
    *("badge_no", "introducer", "ethnicity", "religion"),
)


def _one_of(column: str, *values: str) -> CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=f"known_{column}")


# --- The ledger and its history -----------------------------------------------------------
ledger = Table(
    "ledger",
    metadata,
    _text("ledger_id", required=True),
    _text("label", required=True),
    _text("created_at", required=True),
    _text("tool_version", required=True),
    PrimaryKeyConstraint("ledger_id", name="ledger_key"),
    sqlite_strict=True,
)
change = Table(
    "change",
    metadata,
    _text("ledger_id", required=True),
    _number("number", required=True),
    _text("kind", required=True),
    _text("actor", required=True),
    _text("at", required=True),
    _text("tool_version", required=True),
    _text("note", required=True),
    _number("undoes"),
    _text("opened_digest", required=True),
    _number("digest_form"),  # NULL = as version 1 took it
    _text("closed_digest", required=True),
    _text("prev_hash", required=True),
    _text("hash", required=True),
    PrimaryKeyConstraint("ledger_id", "number", name="change_key"),
    ForeignKeyConstraint(["ledger_id"], ["ledger.ledger_id"], name="ledger_of_change"),
    Index("change_undone_once", "ledger_id", "undoes", unique=True),
    sqlite_strict=True,
)

# --- Where facts come from ----------------------------------------------------------------
source = _identity(
    "source",
    "source_id",
    _text("file_name", required=True),
    _text("sha256", required=True),
    _text("content_sha256", required=True),
    _number("size", required=True),
)
source_sheet = _fact(
    "source_sheet",
    _text("kind", required=True),
    _text("range", required=True),
    _number("first_row", required=True),
    _number("last_row", required=True),
    _text("heading_rows", required=True),
    _text("columns", required=True),  # JSON: sheet column → fields
    _text("encoding", required=True),
    key=("source_id", "sheet", "range"),
)
set_aside = _fact(
    "set_aside",
    _text("code", required=True),
    _text("texts", required=True),  # JSON: sheet column → text as found
    key=("source_id", "sheet", "row", "code"),
)

# --- Units --------------------------------------------------------------------------------
unit = _identity("unit", "unit_id", _text("origin_key", required=True))
unit_version = _fact(
    "unit_version",
    _text("unit_id", required=True),
    _text("name", required=True),
    _text("name_key", required=True),
    _text("code"),
    _text("kind", required=True),
    _text("parent_id"),
    _text("valid_from"),
    _text("valid_to"),
    key=("unit_id", "valid_from"),
    indexes=(("name_key",),),
)
unit_alias = _fact(
    "unit_alias",
    _text("unit_id", required=True),
    _text("spelling", required=True),
    _text("spelling_key", required=True),
    key=("unit_id", "spelling_key"),
)
unit_succession = _fact(
    "unit_succession",
    _text("unit_id", required=True),
    _text("to_unit_id", required=True),
    _text("kind", required=True),
    _text("happened_on", required=True),
    _text("decision_no"),
    _one_of("kind", "MERGE", "SPLIT", "CONVERT"),
    key=("unit_id", "to_unit_id", "happened_on"),
)

# --- People -------------------------------------------------------------------------------
person = _identity(
    "person",
    "person_id",
    _text("person_uid", required=True),
    _text("origin_key", required=True),
)
Index("person_by_origin", person.c.ledger_id, person.c.origin_key)
person_version = _fact(
    "person_version",
    _text("person_id", required=True),
    _text("full_name", required=True),
    _text("name_key", required=True),  # equal spellings of one name
    _text("name_fold", required=True),  # typed without accents
    _text("birth_name"),
    _text("gender"),
    _text("birth_date"),
    _text("admission_date"),
    _text("admission_decision_date"),
    _text("official_date"),
    _flag("official_blank"),
    _text("card_no"),
    _text("card_no_old"),
    _text("national_id"),
    _text("member_code"),
    _text("resume_no"),
    _text("hometown"),
    _text("birth_place"),
    _text("permanent_address"),
    _text("stated_status"),
    _text("note"),
    *(_text(name) for name in PARTICULARS),
    _flag("on_roster"),  # 0 = known only from a book or an exits list
    _one_of("gender", "Nam", "Nữ"),
    key=("person_id",),
    indexes=(("name_fold",), ("card_no",), ("national_id",)),
)
# What is said with dates, and what ledgers of version 1 said without.
person_attribute = _fact(
    "person_attribute",
    _text("person_id", required=True),
    _text("name", required=True),
    _text("value", required=True),
    _text("valid_from"),
    _text("valid_to"),
    key=("person_id", "name", "valid_from"),
)
life_event = _fact(
    "life_event",
    _text("event_id", required=True),
    _text("person_id", required=True),
    _text("unit_id"),  # where the person belonged
    _text("kind", required=True),
    _text("event_date"),
    _text("decision_no"),
    _text("decision_date"),
    _text("form_text"),
    _text("reason_text"),
    _number("probationary"),
    _text("note"),
    _one_of(
        "kind",
        *("ADMITTED", "CONFIRMED", "READMITTED", "RESTORED", "REMOVED", "WITHDREW"),
        *("EXPELLED", "DIED", "OTHER_DECREASE", "LEFT_UNSTATED"),
    ),
    key=("event_id",),
    indexes=(("person_id",),),
)
event_reason = _fact(
    "event_reason",
    _text("event_id", required=True),
    _number("position", required=True),  # 0 = the main one: written first
    _text("code", required=True),
    key=("event_id", "position"),
)
assignment = _fact(
    "assignment",
    _text("person_id", required=True),
    _text("unit_id", required=True),
    _text("kind", required=True),
    _text("valid_from"),  # the period is half-open; NULL = always, still
    _text("valid_to"),
    _one_of("kind", "OFFICIAL", "TEMPORARY"),
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
    postgresql_where=_open_official,
)
transfer_leg = _fact(
    "transfer_leg",
    _text("leg_id", required=True),
    _text("person_id", required=True),
    _text("unit_id"),
    _text("direction", required=True),
    _text("place"),
    _text("leg_date"),
    _text("decision_no"),
    _text("decision_date"),
    _text("reason_text"),
    _flag("temporary"),
    _one_of("direction", "OUT", "IN"),
    key=("leg_id",),
    indexes=(("person_id",),),
)
permission = _fact(
    "permission",
    _text("person_id", required=True),
    _text("kind", required=True),
    _text("valid_from"),
    _text("valid_to"),
    _text("paper"),
    _one_of("kind", "EXEMPT_ACTIVITY", "TEMP_EXEMPT", "SUSPENDED", "EXEMPT", "DEFERRED"),
    key=("person_id", "kind", "valid_from"),
)
excuse = _fact(
    "excuse",
    _text("excuse_id", required=True),
    _text("person_id", required=True),
    _text("ground", required=True),
    _text("kind", required=True),
    _text("valid_from", required=True),
    _text("valid_to", required=True),
    _flag("accepted"),
    _text("accepted_by"),
    _text("paper"),
    _one_of("ground", "UNPAID_DUES", "SKIP_MEETINGS", "MIXED"),
    key=("excuse_id",),
    indexes=(("person_id",),),
)
missing_mark = _fact(
    "missing_mark",
    _text("person_id", required=True),
    key=("person_id",),
)

away = _fact(
    "away",
    _text("person_id", required=True),
    _text("unit_id"),  # where the person belongs
    _text("place"),
    _text("valid_from"),
    _text("valid_to"),
    _number("transferred"),  # NULL = not stated
    _text("confirmed_on"),
    _text("note"),
    key=("person_id", "valid_from"),
)
rating = _fact(
    "rating",
    _text("person_id", required=True),
    _text("unit_id"),
    _number("year", required=True),
    _text("stage", required=True),
    _text("level", required=True),
    _text("level_text", required=True),  # as written
    _text("note"),
    _one_of("stage", "SELF", "CELL", "COMMITTEE"),
    _one_of("level", "EXCELLENT", "GOOD", "COMPLETE", "NOT_COMPLETE", "NOT_RATED"),
    key=("person_id", "year", "stage"),
)
candidate = _fact(
    "candidate",
    _text("candidate_id", required=True),
    _text("full_name", required=True),
    _text("name_key", required=True),
    _text("birth_date"),
    _text("gender"),
    _text("national_id"),
    _text("unit_id"),
    _text("origin"),  # youth union, trade union, discharged soldier…, as written
    _text("helper"),
    _text("note"),
    key=("candidate_id",),
    indexes=(("name_key",),),
)
candidate_step = _fact(
    "candidate_step",
    _text("candidate_id", required=True),
    _text("stage", required=True),
    _text("reached_on", required=True),
    _text("paper"),
    key=("candidate_id", "stage"),
)

# --- What a person answered -------------------------------------------------------------
verdict = _fact(
    "verdict",
    _text("clue_key", required=True),  # digest of what a row says of who it is about
    _text("person_id", required=True),
    _text("answer", required=True),
    _text("found", required=True),  # the row's name, to show what was asked
    _one_of("answer", "SAME", "DIFFERENT"),
    key=("clue_key", "person_id"),
)
heading_meaning = _fact(
    "heading_meaning",
    _text("signature", required=True),  # digest of all headings of the table
    _text("heading", required=True),
    _text("field", required=True),
    key=("signature", "heading"),
)

# --- Books of dues and meetings -----------------------------------------------------------
book = _fact(
    "book",
    _text("book_id", required=True),
    _text("kind", required=True),
    _text("unit_id"),
    _number("year", required=True),
    _text("layout", required=True),
    _text("months", required=True),  # the month behind each letter: "1 2 3 …"
    _text("columns", required=True),  # JSON: position → sheet column
    _text("book_date"),
    _one_of("kind", "dues", "meetings"),
    key=("book_id",),
    indexes=(("year", "kind"),),
)
book_line = _fact(
    "book_line",
    _text("book_id", required=True),
    _text("person_id", required=True),
    _text("kind", required=True),
    _number("year", required=True),
    _text("unit_id"),
    _text("letters", required=True),
    _text("amounts", required=True),  # đồng in each own cell: "10000,,10000,…"
    _number("rate"),
    _text("remark"),
    _text("since"),
    _text("until"),
    _flag("unallocated"),
    _text("cells"),  # {"0": "I8", …}: each month's own cell, where column and row do not tell
    CheckConstraint("kind <> 'dues' OR length(letters) = 12", name="twelve_letters"),
    key=("book_id", "person_id"),
    indexes=(("year", "kind", "unit_id"), ("person_id",)),
)
book_note = _fact(
    "book_note",
    _text("book_id", required=True),
    _text("person_id", required=True),
    _number("position", required=True),
    _text("text", required=True),
    key=("book_id", "person_id", "position"),
    indexes=(("person_id",),),
)
payment = _fact(
    "payment",
    _text("book_id"),
    _text("person_id", required=True),
    _text("month", required=True),
    _text("paid_on"),
    _number("amount"),
    _number("span", required=True),
    _flag("own"),
    _text("cell"),
    key=("book_id", "person_id", "month", "cell"),
    indexes=(("person_id",),),
)

# --- Totals without persons ---------------------------------------------------------------
declared = _fact(
    "declared",
    _text("what", required=True),
    _text("unit_id", required=True),
    _number("year", required=True),
    _number("number", required=True),
    _text("cell"),
    key=("what", "unit_id", "year"),
)

FACTS: tuple[Table, ...] = tuple(t for t in metadata.sorted_tables if "change_out" in t.c)
IDENTITIES: tuple[Table, ...] = (source, unit, person)
# What a fact row says, apart from which row it is and which changes brought and ended it.
BOOKKEEPING = frozenset({"ledger_id", "row_id", "said_in", "change_in", "change_out"})


def blank(column: Column[Any]) -> str | int | None:
    """Return what a column says when nothing is said."""
    return 0 if column.server_default is not None else None


def triggers() -> tuple[str, ...]:
    """Return the SQLite triggers that keep history: rows are added, never rewritten."""
    statements = []
    for table in (*FACTS, *IDENTITIES, change, ledger):
        statements.append(
            f"CREATE TRIGGER {table.name}_stays BEFORE DELETE ON {table.name}"
            " BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END"
        )
        guard = "" if "change_out" not in table.c else f" WHEN NOT ({_only_closes(table)})"
        statements.append(
            f"CREATE TRIGGER {table.name}_as_written BEFORE UPDATE ON {table.name}{guard}"
            " BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END"
        )
    return tuple(statements)


def _only_closes(table: Table) -> str:
    same = [f'NEW."{c.name}" IS OLD."{c.name}"' for c in table.c if c.name != "change_out"]
    return " AND ".join(["OLD.change_out IS NULL", "NEW.change_out IS NOT NULL", *same])
