"""Lists of reasons and papers: each row is written as `excuse add` writes what is typed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from partyroll.errors import PartyrollError
from partyroll.model import PermissionKind, StayKind
from partyroll.read.facts import ExcuseRow
from partyroll.rules.granting import cautions
from partyroll.store.draft import Outcome
from partyroll.tasks.excusing.adding import Adding, host_finder
from partyroll.tasks.excusing.kinds import WORDS, ground_of
from partyroll.tasks.excusing.refusals import UnknownKind
from partyroll.tasks.excusing.request import Stated, Typed, refuse_day_to_come, understood
from partyroll.tasks.recording.owners import Owners
from partyroll.tasks.recording.session import Session, Work

if TYPE_CHECKING:
    from partyroll.tasks.excusing.writing import Place


class Excuses:
    """The reasons, papers and temporary places that this command brings."""

    def __init__(self, session: Session, owners: Owners) -> None:
        self.session, self.owners = session, owners
        draft = session.draft
        self._adding = Adding(draft, host_finder(draft.ledger, session.today), [])
        self._seen: dict[Place, int] = {}

    def record(self, work: Work) -> None:
        """Record one list."""
        rows = [row for row in work.table.rows if isinstance(row, ExcuseRow)]
        for row, person_id, unit_id in self.owners.each(work, rows):
            stated = self._understood(work, row)
            if stated is not None:
                own = unit_id or self.session.people.unit_of.get(person_id)
                self._put(work, row, person_id, own, stated)

    def _understood(self, work: Work, row: ExcuseRow) -> Stated | None:
        try:
            typed = _typed(row)
            refuse_day_to_come(typed.on, self.session.today)
            return understood(typed)
        except UnknownKind:
            code, facts = "excuse_kind_unknown", {"found": row.kind or "(trống)"}
        except PartyrollError as error:
            code, facts = "excuse_incomplete", {"why": error.message}
        work.refuse(row.row, code, "excuse_kind", name=row.full_name, **facts)
        return None

    def _put(
        self, work: Work, row: ExcuseRow, person_id: str, own: str | None, stated: Stated
    ) -> None:
        self._adding.told.clear()
        try:
            place, outcome = self._adding.put(person_id, own, stated, place=work.place(row.row))
        except PartyrollError as error:
            facts = {"why": error.message}
            work.refuse(row.row, "excuse_conflict", "excuse_kind", name=row.full_name, **facts)
            return
        first = self._seen.setdefault(place, row.row)
        if first != row.row and outcome is Outcome.UNCHANGED:
            work.refuse(row.row, "duplicate_row", "full_name", name=row.full_name, first=first)
            return
        for told in (*self._adding.told, *_too_long(stated), *_left_out(row, stated)):
            work.warn(row.row, "excuse_caution", "excuse_kind", why=told)
        work.tally.count(outcome)


def _too_long(stated: Stated) -> tuple[str, ...]:
    """Return what a paper's length has against its rule, whatever the person's other papers."""
    if stated.kind is PermissionKind.DEFERRED:
        return ()
    end = stated.end.last if stated.end else None
    return tuple(cautions(stated.kind, stated.start.first, end, share=stated.share, held=()))


def _left_out(row: ExcuseRow, stated: Stated) -> Iterator[str]:
    """Yield what the row says and the ledger has no place for beside this kind."""
    kind = WORDS[stated.kind]
    if row.host and not isinstance(stated.kind, StayKind):
        yield f"nơi “{row.host}” không được lưu: “{kind}” không có nơi sinh hoạt tạm thời"
    if row.share is not None and stated.share is None:
        yield f"mức giảm {row.share}% không được lưu: chỉ giảm đảng phí mới có mức giảm"


def _typed(row: ExcuseRow) -> Typed:
    return Typed(
        member=row.full_name,
        kind=row.kind,
        since=str(row.since or ""),
        until=str(row.until or ""),
        ground=ground_of(row.ground) if row.ground else "",
        by=row.by,
        on=str(row.on or ""),
        paper=row.paper,
        reason=row.reason,
        host=row.host,
        share=row.share,
        lenient=True,
    )
