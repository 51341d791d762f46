"""Small ledgers drawn at random: two cells, their books, and everything that moves people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from partyroll.model import RuleSettings
from partyroll.store import schema
from partyroll.store.changes import Change, begin_change
from partyroll.store.digests import Value
from partyroll.store.ledger import open_ledger
from store import shelf

Row = dict[str, Value]
ONCE = " ".join(str(number) for number in range(1, 13))
TWICE = " ".join(f"{number} {number}" for number in range(1, 13))
# Two cells; one dues book is kept twice, one names no cell, one workbook has no meetings.
BOOKS = (
    *(("A dues 2023", "A", "dues", 2023, ONCE), ("A dues 2024", "A", "dues", 2024, ONCE)),
    *(("A twice", "A", "dues", 2024, ONCE), ("B dues 2024", "B", "dues", 2024, ONCE)),
    *(("B dues 2023", "B", "dues", 2023, ONCE), ("nobody's", None, "dues", 2024, ONCE)),
    ("A meetings 2023", "A", "meetings", 2023, TWICE),
    ("A meetings 2024", "A", "meetings", 2024, TWICE),
    ("B meetings 2024", "B", "meetings", 2024, ONCE),
)


@dataclass(frozen=True)
class Someone:
    """What the ledger holds of one person, as rows without their ids; `rows` by book."""

    version: Row
    stays: Sequence[Row]
    rows: dict[str, Row]
    events: Sequence[Row] = ()
    legs: Sequence[Row] = ()
    permissions: Sequence[Row] = ()
    excuses: Sequence[Row] = ()
    payments: Sequence[Row] = ()
    away: Sequence[Row] = ()
    transfers: Sequence[Row] = ()
    notes: Sequence[Row] = ()


def write_office(folder: Path, people: Sequence[Someone], books: frozenset[str]) -> Path:
    """Make a ledger of these people with those of the BOOKS that are named."""
    path = shelf.empty(folder)
    with open_ledger(path, write=True) as ledger:
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        units = ("A", "B")
        change.open(schema.unit, [{"unit_id": u, "origin_key": u} for u in units])
        names = [{"unit_id": u, "name": u, "name_key": u, "kind": "CELL"} for u in units]
        change.open(schema.unit_version, names)
        kept = [book for book in BOOKS if book[0] in books]
        change.open(schema.book, [_book(*book) for book in kept])
        for number, someone in enumerate(people):
            _write(change, f"P{number}", someone, kept)
        change.finish()
    return path


def _book(book_id: str, unit: str | None, kind: str, year: int, months: str) -> Row:
    return {
        "book_id": book_id,
        "unit_id": unit,
        "kind": kind,
        "year": year,
        "layout": book_id,
        "months": months,
        "columns": "{}",
        "book_date": "2025-06-30",
    }


def _write(
    change: Change,
    person_id: str,
    one: Someone,
    books: Sequence[tuple[str, str | None, str, int, str]],
) -> None:
    me: Row = {"person_id": person_id}
    uid: Row = {"person_uid": person_id, "origin_key": person_id}
    change.open(schema.person, [me | uid])
    names: Row = {"full_name": f"Người {person_id}", "name_key": "", "name_fold": ""}
    change.open(schema.person_version, [me | names | one.version])
    change.open(schema.assignment, [me | row for row in one.stays])
    change.open(schema.life_event, list(_named("event_id", me, one.events)))
    change.open(schema.transfer_leg, list(_named("leg_id", me, one.legs)))
    change.open(schema.permission, [me | row for row in one.permissions])
    change.open(schema.excuse, list(_named("excuse_id", me, one.excuses)))
    change.open(schema.away, [me | row for row in one.away])
    change.open(schema.transfer, list(_named("transfer_id", me, one.transfers)))
    kept = {book_id: (unit, kind, year) for book_id, unit, kind, year, _ in books}
    for book_id, row in one.rows.items():
        if book_id in kept:
            unit, kind, year = kept[book_id]
            about: Row = {"book_id": book_id, "unit_id": unit, "kind": kind, "year": year}
            change.open(schema.book_line, [me | about | row])
    change.open(schema.payment, [me | row for row in one.payments if row["book_id"] in kept])
    change.open(schema.book_note, [me | row for row in one.notes if row["book_id"] in kept])


def _named(key: str, me: Row, rows: Sequence[Row]) -> Iterator[Row]:
    return (me | {key: f"{me['person_id']} {place}"} | row for place, row in enumerate(rows))


# --- Drawing ------------------------------------------------------------------------------
def _letters(signs: str, cells: int) -> st.SearchStrategy[str]:
    return st.randoms(use_true_random=True).map(
        lambda drawn: "".join(drawn.choices(signs, k=cells))
    )


def _line(signs: str, cells: int) -> st.SearchStrategy[Row]:
    return st.builds(
        lambda letters, beside: {"letters": letters, "amounts": _amounts(letters), **beside},
        _letters(signs, cells),
        st.sampled_from(
            [
                *([{}] * 6),
                {"unallocated": 1},
                {"since": "2024-04"},
                {"until": "2024-09"},
                {"rate": 20_000},
                {"rate": 5_000},
                {"remark": "xem lại"},
            ]
        ),
    )


def _amounts(letters: str) -> str:
    return ",".join("10000" if letter == "P" else "" for letter in letters)


_dues = st.one_of(
    _line("P", 12), _line("PX", 12), _line("PPPPPPUN.", 12), _line("PP..UUNX?oD", 12)
)
_monthly = st.one_of(_line("P", 12), _line("PPPPPA", 12), _line("PAEn?o.", 12))
_twice = st.one_of(_line("P", 24), _line("PPAEn?o.", 24), _line("PAAAE", 24))
_ROW_OF = {
    book_id: _dues if kind == "dues" else _twice if months == TWICE else _monthly
    for book_id, _, kind, _, months in BOOKS
}


def _stay(unit: str, start: str | None = None, end: str | None = None, **kind: str) -> Row:
    return {"unit_id": unit, "kind": "OFFICIAL", "valid_from": start, "valid_to": end, **kind}


def _any(*choices: Sequence[Row]) -> st.SearchStrategy[Sequence[Row]]:
    """Draw one of the choices; nothing at all most of the time."""
    return st.sampled_from([*([()] * (4 + len(choices))), *choices])


_HOME = {"A": [_stay("A")], "B": [_stay("B")]}
_stays = st.sampled_from(
    [
        *[_HOME["A"], _HOME["A"], _HOME["A"], _HOME["A"], _HOME["B"], _HOME["B"]],
        [],
        [_stay("A", "2022-05")],
        [_stay("A", None, "2024-06-10"), _stay("B", "2024-06-10")],
        [_stay("A", None, "2023")],
        [_stay("A"), _stay("B", "2024-03", "2024-09-15", kind="TEMPORARY")],
        [_stay("A"), _stay("B", "2024-05", kind="TEMPORARY")],
    ]
)
_versions = st.builds(
    lambda admitted, status, note: {
        "admission_date": admitted,
        "stated_status": status,
        "note": note,
    },
    st.sampled_from([*["2010-05-01"] * 5, None, "2023-12", "2024", "2024-03-10", "2025-02-01"]),
    st.sampled_from([*["OFFICIAL"] * 5, None, "SUSPENDED", "REMOVED"]),
    st.sampled_from([*[None] * 6, "từ trần", "miễn sinh hoạt", "chuyển đi T4/2024", "tổ 3"]),
)
_events = _any(
    [{"kind": "REMOVED", "decision_date": "2024-05-06"}],
    [
        {"kind": "REMOVED", "event_date": "2022"},
        {"kind": "READMITTED", "event_date": "2024-02"},
    ],
    [{"kind": "CONFIRMED", "event_date": "2012"}],
)
_legs = _any(
    [{"direction": "OUT", "leg_date": "2024-07-01"}],
    [{"direction": "IN", "leg_date": "2024-04"}],
    [{"direction": "OUT", "leg_date": "2024-02"}, {"direction": "IN", "leg_date": "2024-08"}],
)
_permissions = _any(
    [{"kind": "EXEMPT", "valid_from": "2024-03"}],
    [{"kind": "DEFERRED", "valid_to": "2024-06-30"}],
    [{"kind": "EXEMPT_ACTIVITY"}],
    [{"kind": "REDUCED", "share": 50}],
)


def _reason(ground: str, start: str, end: str, *, accepted: int) -> Row:
    about: Row = {"ground": ground, "kind": "ILLNESS", "accepted": accepted}
    return about | {"valid_from": start, "valid_to": end}


_excuses = _any(
    [_reason("UNPAID_DUES", "2024-01", "2024-05", accepted=1)],
    [_reason("MIXED", "2024-03", "2024-12", accepted=0)],
)


def _paid(month: str, paid_on: str | None, span: int = 1, own: int = 1) -> Row:
    book = f"A dues {month[:4]}"
    about: Row = {"book_id": book, "month": month, "paid_on": paid_on}
    return about | {"span": span, "own": own, "cell": f"C{month}", "amount": 10_000}


_payments = _any(
    [_paid(f"2024-{number:02d}", "2024-12-20", 12) for number in range(1, 13)],
    [_paid(f"2024-{number:02d}", f"2024-{number + 2:02d}-03") for number in range(1, 9)],
    [_paid("2024-04", "2025-04-01", own=0), _paid("2024-05", "2024")],
    [_paid("2024-06", "2024-05-31"), _paid("2023-12", "2024-11")],
)
_rows = st.fixed_dictionaries({}, optional=_ROW_OF)
_notes = _any(
    [{"book_id": "A dues 2024", "position": 1, "text": "ốm"}],
    [
        {"book_id": "A dues 2024", "position": 3, "text": "đi công tác"},
        {"book_id": "A meetings 2024", "position": 0, "text": "vắng"},
    ],
)
_moved = st.builds(
    Someone,
    _versions,
    _stays,
    _rows,
    _events,
    _legs,
    _permissions,
    _excuses,
    _payments,
    notes=_notes,
)
# Most people were always there, and have one row in each book of their cell.
_HERE: Row = {"admission_date": "2010-05-01", "stated_status": "OFFICIAL"}


def _ordinary(unit: str) -> st.SearchStrategy[Someone]:
    books = (f"{unit} dues 2023", f"{unit} dues 2024", f"{unit} meetings 2024")
    rows = st.fixed_dictionaries({}, optional={book: _ROW_OF[book] for book in books})
    return st.builds(Someone, st.just(_HERE), st.just(_HOME[unit]), rows, notes=_notes)


someone = st.one_of(_moved, _moved, _ordinary("A"), _ordinary("B"))
people = st.lists(someone, min_size=2, max_size=7)
books = st.sampled_from(
    [
        frozenset(name for name, *_ in BOOKS),
        frozenset({"A dues 2023", "A dues 2024", "A meetings 2023", "A meetings 2024"}),
        frozenset({"A dues 2024", "B dues 2024", "B meetings 2024", "nobody's"}),
        frozenset({"A dues 2023", "A dues 2024", "B dues 2024"}),
    ]
)
readings = st.builds(
    RuleSettings,
    months=st.sampled_from([1, 2, 3, 3, 3, 4]),
    year_basis=st.sampled_from(["calendar", "calendar", "rolling12"]),
    run=st.sampled_from(["any", "consecutive"]),
    combine_grounds=st.booleans(),
    meeting_reading=st.sampled_from(["three_months", "own_count"]),
    meeting_months=st.sampled_from([1, 3]),
    count_late=st.booleans(),
    grace_days=st.sampled_from([0, 20]),
    infer_blank=st.sampled_from([True, True, False]),
    infer_min_share=st.sampled_from([0.0, 0.25, 0.9]),
    infer_blank_meeting=st.booleans(),
    trust_excused_mark=st.booleans(),
    meeting_month=st.sampled_from(["none_attended", "any_missed"]),
    partial_payment=st.sampled_from(["paid", "unpaid"]),
    first_due_month=st.sampled_from(["after_ceremony_month", "ceremony_month"]),
    last_due_month=st.sampled_from(["before_exit_month", "exit_month"]),
    partial_exempt_month=st.sampled_from(["exempt", "due"]),
)
