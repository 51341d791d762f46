"""What became of matters on registers that come back: by key; an older copy changes nothing."""

from collections.abc import Iterable
from contextlib import suppress

from partyroll.messages import MATTER_UNREAD
from partyroll.model import MatterKind
from partyroll.read.facts import MatterRow
from partyroll.store.facts import Values
from partyroll.store.matter_answers import MatterKey, former_matter_answers
from partyroll.store.reading import iso
from partyroll.tasks.recording.session import Session, Work
from partyroll.text import same_key

_SAID = ("outcome", "text", "answered_by", "answered_on", "paper")


class MatterAnswers:
    """The registers that come back in one command."""

    def __init__(self, session: Session) -> None:
        self._session, self._draft = session, session.draft
        self._candidates = {
            str(key[0]): str(row["full_name"])
            for key, row in session.draft.load("candidate").items()
        }
        self._seen: dict[MatterKey, int] = {}

    def record(self, work: Work) -> None:
        """Record one sheet of a register that came back."""
        rows = [row for row in work.table.rows if isinstance(row, MatterRow)]
        self._draft.load("matter_answer", subject_id=sorted({row.subject_id for row in rows}))
        former = former_matter_answers(self._draft.ledger, {row.subject_id for row in rows})
        for row in rows:
            if self._is_known(work, row):
                self._record_row(work, row, former.get(_key(row), ()))

    def _is_known(self, work: Work, row: MatterRow) -> bool:
        """Whether it is clear what a row is about; tells what speaks against it."""
        name = self._name(row.subject_id)
        if name is None or row.matter not in {*MatterKind}:
            _leave(work, row, "matter_row_unknown", "matter_row")
            return False
        if row.full_name and same_key(row.full_name) != same_key(name):
            facts = {"name": name, "found": row.full_name}
            _leave(work, row, "answer_name_differs", "full_name", **facts)
            return False
        first = self._seen.setdefault(_key(row), row.row)
        if first != row.row:
            _leave(work, row, "answer_twice", "full_name", found=row.full_name)
            return False
        return True

    def _name(self, subject_id: str) -> str | None:
        """Return what the ledger calls a person, a candidate or a unit; None = nobody known."""
        if subject_id in self._candidates:
            return self._candidates[subject_id]
        if subject_id in self._session.tree.names:
            return self._session.tree.names[subject_id]
        with suppress(KeyError):
            return self._session.people.of(subject_id).full_name
        return None

    def _record_row(self, work: Work, row: MatterRow, former: Iterable[Values]) -> None:
        for lost in row.unread:
            cure = MATTER_UNREAD[lost.field.removeprefix("matter_")]
            facts = {"found": lost.text, "cure": cure}
            _leave(work, row, "matter_answer_unread", lost.field, **facts)
        said: Values = {
            "outcome": iso(row.outcome),
            "text": row.text or None,
            "answered_by": row.by or None,
            "answered_on": iso(row.on),
            "paper": row.paper or None,
        }
        if not any(said.values()):
            return
        known = self._draft.rows("matter_answer").get(_key(row))
        if (
            known is not None
            and _says(known) != said
            and said in [_says(one) for one in former]
        ):
            work.warn(row.row, "matter_answer_older", "full_name", found=row.full_name)
            return
        about = {"subject_id": row.subject_id, "matter": row.matter, "about": row.about}
        values = {**about, **said, "basis": row.basis}
        work.tally.count(self._draft.put("matter_answer", values, work.place(row.row)))


def _leave(work: Work, row: MatterRow, code: str, field: str, **facts: str) -> None:
    """Tell what of a row stayed out; its workbook is its own paper to correct."""
    work.tally.leave(work.table, row.row, code, field, **facts)
    work.tally.matters_left += 1


def _key(row: MatterRow) -> MatterKey:
    return row.subject_id, row.matter, row.about


def _says(row: Values) -> Values:
    return {column: row[column] for column in _SAID}
