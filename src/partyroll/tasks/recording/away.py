"""Stays away: a newer list says more of a stay, its blanks take nothing back."""

from collections.abc import Collection, Mapping

from partyroll.messages import STATUS
from partyroll.period import PartialDate
from partyroll.read.facts import AwayRow
from partyroll.store.digests import Value
from partyroll.store.draft import Outcome
from partyroll.store.facts import Key
from partyroll.store.facts import Values as Stored
from partyroll.store.reading import iso
from partyroll.tasks.recording.clues import overlap
from partyroll.tasks.recording.owners import Owners
from partyroll.tasks.recording.rosters import more_precise
from partyroll.tasks.recording.session import Session, Work
from partyroll.text import same_key


class Away:
    """The stays away that the ledger knows, and those this command brings."""

    def __init__(self, session: Session, owners: Owners) -> None:
        self.session, self.owners = session, owners
        self._seen: dict[Key, int] = {}
        self._stays: dict[str, set[Key]] = {}
        for key in session.draft.load("away"):
            self._stays.setdefault(str(key[0]), set()).add(key)

    def record(self, work: Work) -> None:
        """Record one list of members away."""
        rows = [row for row in work.table.rows if isinstance(row, AwayRow)]
        for row, person_id, unit_id in self.owners.each(work, rows):
            self._record_row(work, row, person_id, unit_id)

    def _record_row(
        self, work: Work, row: AwayRow, person_id: str, unit_id: str | None
    ) -> None:
        draft, people = self.session.draft, self.session.people
        before = self._stay(person_id, row)
        known: Stored = draft.rows("away")[before] if before else {}
        since = more_precise(known.get("valid_from"), row.since)
        key: Key = (person_id, since)
        if key in self._seen:
            first = self._seen[key]
            work.refuse(row.row, "duplicate_row", "full_name", name=row.full_name, first=first)
            return
        if before and before != key:
            draft.end("away", before)
            self._stays[person_id].discard(before)
        self._seen[key] = row.row
        self._stays.setdefault(person_id, set()).add(key)
        if person_id in people.left:
            status = STATUS[people.left[person_id][0]]
            work.warn(row.row, "listed_but_left", "full_name", status=status)
        if known.get("returned_on") and row.returned_on is None:
            back = PartialDate.parse(str(known["returned_on"]))
            work.warn(row.row, "away_but_back", "full_name", returned=back.vi)
        unit = unit_id or known.get("unit_id") or people.unit_of.get(person_id)
        values = {"person_id": person_id, "unit_id": unit, "valid_from": since}
        outcome = draft.put("away", {**values, **_said(row, known)}, work.place(row.row))
        # Said more closely, a stay gets another key: for people that is a change of it.
        moved = before is not None and outcome is Outcome.ADDED
        work.tally.count(Outcome.CHANGED if moved else outcome)

    def _stay(self, person_id: str, row: AwayRow) -> Key | None:
        """Return the known stay that a row speaks of."""
        rows = self.session.draft.rows("away")
        stays = self._stays.get(person_id, set())
        return stay_meant(rows, stays, person_id, row.place, row.since)


def stay_meant(
    rows: Mapping[Key, Stored],
    stays: Collection[Key],
    person_id: str,
    place: str,
    since: PartialDate | None,
) -> Key | None:
    """Return the known stay of somebody that is meant, the latest where several fit."""
    exact: Key = (person_id, iso(since))
    if exact in stays:
        return exact
    fitting = (key for key in stays if _same_stay(rows[key], place, since))
    return max(fitting, key=str, default=None)


def _same_stay(known: Stored, place: str, since: PartialDate | None) -> bool:
    """Whether more may be said of a known stay: nothing stated speaks against that."""
    there = known.get("place")
    if there and place and same_key(str(there)) != same_key(place):
        return False
    begun = known.get("valid_from")
    if begun is None or since is None:
        return known.get("valid_to") is None and known.get("returned_on") is None
    return overlap(PartialDate.parse(str(begun)), since)


def _said(row: AwayRow, known: Stored) -> Stored:
    """Return the columns after this row; a blank never overwrites."""
    transferred = known.get("transferred")
    return {
        "place": row.place or known.get("place"),
        "valid_to": iso(row.until) or known.get("valid_to"),
        "transferred": transferred if row.transferred is None else int(row.transferred),
        "confirmed_on": more_precise(known.get("confirmed_on"), row.confirmed_on),
        "note": row.note or known.get("note"),
        "returned_on": more_precise(known.get("returned_on"), row.returned_on),
        "contact": row.contact or known.get("contact"),
        "contacted_on": _latest(known.get("contacted_on"), row.contacted_on),
        "paper": row.paper or known.get("paper"),
    }


def _latest(known: Value, said: PartialDate | None) -> str | None:
    """Return when somebody was last heard of: an older list takes nothing back."""
    before = PartialDate.parse(str(known)) if known else None
    if said is None or before is None:
        return iso(said or before)
    if overlap(before, said):
        return more_precise(known, said)
    return iso(max(before, said, key=lambda day: day.last))
