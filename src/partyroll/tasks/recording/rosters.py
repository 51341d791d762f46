"""Rosters: who is a member, where, since when; and who is missing from a newer list."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import attrgetter
from typing import Any

from partyroll.messages import STATUS
from partyroll.model import ExitKind, PermissionKind, Status
from partyroll.period import PartialDate
from partyroll.read.facts import RosterRow, Table, UnitRef
from partyroll.store.digests import Value
from partyroll.store.draft import Outcome, Place
from partyroll.store.facts import Form
from partyroll.store.facts import Values as Stored
from partyroll.store.reading import iso, iso_all
from partyroll.store.schema import PARTICULARS
from partyroll.tasks.recording.clues import Clues
from partyroll.tasks.recording.identifying import found_again, told_apart
from partyroll.tasks.recording.leaving import may_move, who_on_roster
from partyroll.tasks.recording.moves import record_moves_in
from partyroll.tasks.recording.people import NAMED, Newcomers
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.recording.strangers import strangers
from partyroll.tasks.recording.tally import Tally
from partyroll.text import same_key

_DATES = ("birth_date", "admission_date", "official_date")
_WORDS = (
    *("birth_name", "gender", "card_no", "card_no_old", "national_id", "member_code"),
    *("resume_no", "hometown", "birth_place", "permanent_address"),
)
_AS_WRITTEN = tuple(name for name in _WORDS if name != "gender")
_CODED = ("gender", *_DATES)
_words_of = attrgetter(*_WORDS)
_ENROLLED = Form(
    "person_version",
    (
        *NAMED,
        *_AS_WRITTEN,
        *_CODED,
        *("official_blank", "stated_status", "note", "on_roster"),
        *PARTICULARS,
        *Place._fields,
    ),
)
_MEMBERS = frozenset({Status.OFFICIAL, Status.PROBATIONARY})
_STATED = {status: str(status) for status in _MEMBERS}
_EXITS = frozenset(Status(kind.value) for kind in ExitKind)
_ORDINARY = _MEMBERS | {None}
_JUDGED_FROM = 2 / 3  # of a unit's people must be in the file before anyone is missing

Rows = list[tuple[RosterRow, str | None]]  # each with its unit


def record_roster(work: Work) -> None:
    """Record one roster table; rows that meet a doubt are set aside."""
    rows = [row for row in work.table.rows if isinstance(row, RosterRow)]
    work.learn_units((row.unit, row.full_name) for row in rows)
    marks = _marks(rows)
    new: Rows = []  # strangers, recorded together before anybody else is looked for
    for row, unmet in zip(rows, strangers(work, rows), strict=True):
        stranger = unmet and not _says_more(row)
        if stranger and new and row.unit is new[-1][0].unit:
            new.append((row, new[-1][1]))  # in the unit of the row above, nearly always
            continue
        if new and (not stranger or work.asks_who_is_there(row.unit)):
            _enrol(work, new)
            new.clear()
        found = work.unit(row.row, row.unit, name=row.full_name)
        if found is None:
            continue
        if stranger:
            new.append((row, found.unit_id or None))
        else:
            _record_row(work, row, found.unit_id or None, marks.get(row.row, ""))
    _enrol(work, new)


def _marks(rows: list[RosterRow]) -> dict[int, str]:
    """Return, for rows that name and year do not tell apart, which of them each is."""
    alike: dict[tuple[str, str, UnitRef | None], list[int]] = defaultdict(list)
    for row in rows:
        exact = row.birth_date is not None and row.birth_date.exact
        if not (row.card_no or row.national_id or exact):
            key = (same_key(row.full_name), str(row.birth_date), row.unit)
            alike[key].append(row.row)
    return {
        row: f"#{number}"
        for same in alike.values()
        if len(same) > 1
        for number, row in enumerate(same, start=1)
    }


def _record_row(work: Work, row: RosterRow, unit_id: str | None, mark: str) -> None:
    numbers = (row.card_no, row.national_id)
    clues = Clues(row.full_name, row.birth_date, *numbers, unit_id, mark=mark)
    match = who_on_roster(work, row, clues, unit_id)
    match = match and told_apart(work, row.row, clues, match)
    if match is None:
        return
    if match.person_id is None:
        (person_id,) = _enrol(work, [(row, unit_id)])
        found_again(work, row.row, clues, person_id)
    elif not _update(work, row, match.person_id, unit_id):
        # In which unit's roster the person stands is open: no unit is judged by this row.
        work.session.asked_about.add(match.person_id)
        return
    else:
        person_id = match.person_id
    work.session.seen.add(person_id)


def _update(work: Work, row: RosterRow, person_id: str, unit_id: str | None) -> bool:
    """Record a row of somebody known; False where it must be asked which unit is theirs."""
    people, place = work.session.people, work.place(row.row)
    known_unit = people.unit_of.get(person_id)
    elsewhere = unit_id and known_unit and known_unit != unit_id
    if elsewhere and not may_move(work, row, person_id, str(unit_id)):
        return False
    if person_id in people.left and row.status not in _EXITS:
        status = STATUS[people.left[person_id][0]]
        work.warn(row.row, "listed_but_left", "full_name", status=status)
    outcomes = [people.state(person_id, _values(row, people.version(person_id)), place)]
    if unit_id and not known_unit:
        outcomes.append(people.assign(person_id, unit_id, place))
    outcomes += _particulars(work, person_id, row, unit_id)
    same = all(outcome is Outcome.UNCHANGED for outcome in outcomes)
    work.tally.count(Outcome.UNCHANGED if same else Outcome.CHANGED)
    return True


def _enrol(work: Work, new: Rows) -> list[str]:
    """Record new people and what their rows say; return their ids."""
    if not new:
        return []
    session, rows = work.session, [row for row, _ in new]
    said = dict(zip(RosterRow._fields, zip(*rows, strict=True), strict=True))
    newcomers = Newcomers(
        said["full_name"],
        iso_all(said["birth_date"]),
        said["card_no"],
        said["national_id"],
        [unit_id for _, unit_id in new],
        work.places(said["row"]),
    )
    ids = session.people.enrol(newcomers, _ENROLLED, _particulars_of(said))
    work.first_rows.update(zip(ids, said["row"], strict=True))
    work.tally.count_all({Outcome.ADDED: len(ids)})
    for person_id, (row, unit_id) in zip(ids, new, strict=True):
        if _says_more(row):
            _particulars(work, person_id, row, unit_id)
    session.seen.update(ids)
    return ids


def _particulars_of(said: Mapping[str, Sequence[Any]]) -> Iterator[Iterable[Value]]:
    """Yield what rows say of somebody new, column by column, in the order of `_ENROLLED`."""
    yield from (said[name] for name in _AS_WRITTEN)
    yield from (iso_all(said[name]) for name in _CODED)
    official = zip(said["official_blank"], said["official_date"], strict=True)
    yield [int(blank and day is None) for blank, day in official]
    yield map(_STATED.get, said["status"])
    yield [note or None for note in said["note"]]
    yield repeat(1)
    written = set[str]().union(*said["attributes"])
    for name in PARTICULARS:
        if name in written:
            yield [attributes.get(name) for attributes in said["attributes"]]
        else:
            yield repeat(None)


def _values(row: RosterRow, before: Stored) -> Stored:
    """Return the person's columns after this row: a blank never overwrites."""
    after: dict[str, str | int | None] = {**before, **row.attributes}
    said = zip(_WORDS, _words_of(row), strict=True)
    after |= {name: str(value) for name, value in said if value is not None}
    for name in _DATES:
        after[name] = more_precise(before.get(name), getattr(row, name))
    after["full_name"] = before.get("full_name") or row.full_name
    blank = row.official_blank or bool(before.get("official_blank"))
    after["official_blank"] = int(blank and after["official_date"] is None)
    if row.status in _MEMBERS:
        after["stated_status"] = str(row.status)
    elif before.get("stated_status") == Status.OUT:
        after["stated_status"] = None  # a letter said so: now the roll here names them
    if row.note:
        after["note"] = row.note
    after["on_roster"] = 1
    return after


def more_precise(known: str | int | None, stated: PartialDate | None) -> str | None:
    """Return the date to keep: a new one, unless it only says less than the known one."""
    if stated is None:
        return None if known is None else str(known)
    text = str(stated)
    if known is not None and str(known).startswith(text):
        return str(known)
    return text


def _particulars(
    work: Work, person_id: str, row: RosterRow, unit_id: str | None
) -> list[Outcome]:
    """Record what few rows say: an exemption, a suspension, an exit, moves."""
    if not _says_more(row):
        return []
    people, place = work.session.people, work.place(row.row)
    outcomes: list[Outcome] = []
    if row.exempt_activity:
        kind = PermissionKind.EXEMPT_ACTIVITY
        outcomes.append(people.permit(person_id, kind, row.exempt_since, place))
    if row.status is Status.SUSPENDED:
        suspended = PermissionKind.SUSPENDED
        outcomes.append(people.permit(person_id, suspended, row.status_date, place))
    if row.status in _EXITS and person_id not in people.left:
        outcomes.append(_leave(work, person_id, row, unit_id))
    return [*outcomes, *record_moves_in(work, person_id, row, unit_id)]


def _says_more(row: RosterRow) -> bool:
    return bool(row.exempt_activity or row.moves) or row.status not in _ORDINARY


def _leave(work: Work, person_id: str, row: RosterRow, unit_id: str | None) -> Outcome:
    draft, place = work.session.draft, work.place(row.row)
    when = iso(row.status_date)
    kind = str(row.status)
    work.session.people.note_exit(person_id, kind, {"event_date": when})
    values: Stored = {"person_id": person_id, "unit_id": unit_id}
    why = row.status_reason or None
    if kind == ExitKind.OUT:
        leg: Stored = {"leg_id": draft.ids.new(), "direction": "OUT", "leg_date": when}
        return draft.put("transfer_leg", {**values, **leg, "place": why}, place)
    event: Stored = {"event_id": draft.ids.new(), "kind": kind, "event_date": when}
    words: Stored = {"form_text": row.status_text or None, "reason_text": why}
    return draft.put("life_event", {**values, **event, **words}, place)


def mark_missing(session: Session, tables: list[tuple[Table, str]], tally: Tally) -> None:
    """Mark who stands in the ledger's roster of a unit but not in this newer file.

    Judged only in units of which the file holds at least two thirds; nobody is removed.
    """
    draft, people = session.draft, session.people
    for key in [key for key in draft.rows("missing_mark") if key[0] in session.seen]:
        draft.end("missing_mark", key)
    if not tables:
        return
    table, source_id = tables[0]
    held = Counter(map(people.unit_of.get, session.seen))
    for unit_id, count in held.items():
        if unit_id is None:
            continue
        known = people.in_unit(unit_id)
        if known <= session.seen:
            continue  # nearly always
        members = {p for p in known if people.of(p).on_roster}
        if count < _JUDGED_FROM * len(members):
            continue
        for person_id in sorted(members - session.seen - session.asked_about):
            draft.put("missing_mark", {"person_id": person_id}, Place(source_id, table.sheet))
            tally.missing_people.append(people.of(person_id).full_name)
