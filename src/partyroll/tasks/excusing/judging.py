"""What becomes of what was written down: a reason is judged, anything may end early."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from partyroll.model import ExcuseKind, Ground
from partyroll.period import Month, PartialDate
from partyroll.store.draft import Draft
from partyroll.store.draft import Place as FilePlace
from partyroll.store.facts import Values
from partyroll.store.grants import Grant, GrantState, grants
from partyroll.store.ledger import Ledger
from partyroll.store.reading import iso
from partyroll.tasks.choosing import parse_date
from partyroll.tasks.excusing.adding import state_excuse
from partyroll.tasks.excusing.kinds import WORDS, kind_of
from partyroll.tasks.excusing.listing import Shown
from partyroll.tasks.excusing.noted import NotedCell, chosen_notes, is_note, places_of
from partyroll.tasks.excusing.refusals import (
    BY,
    ON,
    Needs,
    NoSuchGrant,
    NotAnEnd,
    NothingToJudge,
    UnknownKind,
)
from partyroll.tasks.excusing.remarked import (
    RosterRemark,
    chosen_remarks,
    is_remark,
    rows_of,
)
from partyroll.tasks.excusing.request import Stated, refuse_day_to_come
from partyroll.tasks.excusing.writing import Place, Put, Recorded, record
from partyroll.tasks.registers.writing import Command


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who judged reasons, which way, when, and by which paper; empty = not said."""

    accepted: bool
    by: str
    on: str = ""
    paper: str = ""
    kind: str = ""


def judge(command: Command, numbers: Sequence[str], judgement: Judgement) -> Recorded:
    """Accept or reject reasons, all in one change."""
    if not judgement.by.strip():
        raise Needs(BY)
    refuse_day_to_come(judgement.on, command.today)

    def write(ledger: Ledger, draft: Draft) -> Put:
        chosen = _numbered(
            ledger, [one for one in numbers if not (is_note(one) or is_remark(one))]
        )
        remarks = [typed for typed in numbers if is_remark(typed)]
        cells = chosen_notes(ledger, [typed for typed in numbers if is_note(typed)])
        places = [_judge(draft, grant, judgement) for grant in chosen]
        places += _judge_notes(draft, cells, judgement)
        of_rosters = chosen_remarks(ledger, remarks, command.today)
        places += _judge_remarks(draft, of_rosters, judgement)
        return Put(tuple(places), lambda found: _note(found, judgement))

    return record(command, write)


def _note(found: tuple[Shown, ...], judgement: Judgement) -> str:
    numbers = ", ".join(str(one.grant.number) for one in found)
    return f"số {numbers}: {'chấp nhận' if judgement.accepted else 'không chấp nhận'}"


def _numbered(ledger: Ledger, numbers: Sequence[str]) -> list[Grant]:
    """Return what the numbers name, each once; raises `NoSuchGrant`."""
    standing = {str(grant.number): grant for grant in grants(ledger)}
    found: dict[int, Grant] = {}
    for typed in numbers:
        grant = standing.get(typed.strip().lstrip("#"))
        if grant is None:
            raise NoSuchGrant(typed)
        found[grant.number] = grant
    return list(found.values())


def _judge(draft: Draft, grant: Grant, judgement: Judgement) -> Place:
    row = _reason(draft, grant)
    wanted = GrantState.ACCEPTED if judgement.accepted else GrantState.REJECTED
    if grant.state is wanted:
        already = "đã được chấp nhận" if judgement.accepted else "đã không được chấp nhận"
        raise NothingToJudge(grant.number, f"{already} rồi")
    on = parse_date(judgement.on) if judgement.on else None
    said: Values = {
        "accepted": int(judgement.accepted),
        "pending": 0,
        "accepted_by": judgement.by.strip(),
        "judged_on": iso(on),
        "paper": judgement.paper.strip() or row["paper"],
        "kind": _kind(judgement).value if judgement.kind else row["kind"],
    }
    draft.put("excuse", {**row, **said})
    return grant.table, grant.key


def _judge_notes(draft: Draft, cells: Sequence[NotedCell], judgement: Judgement) -> list[Place]:
    """State one reason for each month of these cells; the words stay as the book has them."""
    months: dict[tuple[str, Ground, Month], list[NotedCell]] = {}
    for cell in cells:
        months.setdefault(cell.judged_with, []).append(cell)
    places = places_of(draft.ledger, cells)
    return [
        _judge_month(draft, of, judgement, places.get(of[0].typed)) for of in months.values()
    ]


def _judge_month(
    draft: Draft, cells: Sequence[NotedCell], judgement: Judgement, file: FilePlace | None
) -> Place:
    first = cells[0]
    stated = Stated(
        kind=_kind(judgement) if judgement.kind else _noted_kind(first),
        start=PartialDate.of(first.month.first_day),
        end=PartialDate.of(first.month.last_day),
        ground=first.ground,
        by=judgement.by.strip(),
        on=parse_date(judgement.on) if judgement.on else None,
        paper=judgement.paper.strip(),
        reason="; ".join(dict.fromkeys(cell.text for cell in cells if cell.text)),
    )
    accepted, person_id = judgement.accepted, first.person.person_id
    place, _ = state_excuse(draft, person_id, stated, accepted=accepted, place=file)
    return place


def _judge_remarks(
    draft: Draft, remarks: Sequence[RosterRemark], judgement: Judgement
) -> list[Place]:
    """State what was judged of remarks, for the months of the year that they speak of."""
    rows, places = rows_of(draft.ledger, remarks), []
    for one in remarks:
        person_id, named = one.person.person_id, kind_of(judgement.kind or one.person.note)
        for ground, start, end in one.spans():
            stated = Stated(
                kind=_kind(judgement) if judgement.kind else _reason_kind(named),
                start=PartialDate.of(start),
                end=PartialDate.of(end),
                ground=ground,
                by=judgement.by.strip(),
                on=parse_date(judgement.on) if judgement.on else None,
                paper=judgement.paper.strip(),
                reason=one.person.note,
            )
            accepted, row = judgement.accepted, rows.get(person_id)
            place, _ = state_excuse(draft, person_id, stated, accepted=accepted, place=row)
            places.append(place)
    return [*dict.fromkeys(places)]


def _reason_kind(named: object) -> ExcuseKind:
    return named if isinstance(named, ExcuseKind) else ExcuseKind.OTHER


def _noted_kind(cell: NotedCell) -> ExcuseKind:
    return _reason_kind(cell.waiting or kind_of(cell.text))


def _kind(judgement: Judgement) -> ExcuseKind:
    kind = kind_of(judgement.kind)
    if not isinstance(kind, ExcuseKind):
        raise UnknownKind(judgement.kind, tuple(WORDS[one] for one in ExcuseKind))
    return kind


def _reason(draft: Draft, grant: Grant) -> Values:
    if grant.state is GrantState.GRANTED:
        raise NothingToJudge(
            grant.number, f"là giấy tờ ({WORDS[grant.kind]}), không chờ ai chấp nhận"
        )
    return _row(draft, grant)


def _row(draft: Draft, grant: Grant) -> Values:
    return draft.load(grant.table, person_id=[grant.person_id])[grant.key]


# --- Ending -------------------------------------------------------------------------------
def end(command: Command, number: str, on: str) -> Recorded:
    """Let something end on an earlier day than was written; its months after are owed again."""
    if not on.strip():
        raise Needs(ON)
    last = parse_date(on)

    def write(ledger: Ledger, draft: Draft) -> Put:
        (grant,) = _numbered(ledger, [number])
        _refuse_day(grant, last)
        day = last.last + timedelta(days=1) if grant.table == "assignment" else None
        draft.put(grant.table, {**_row(draft, grant), "valid_to": str(day or last)})
        note = f"số {grant.number}: hết hiệu lực từ sau {last.vi}"
        return Put(((grant.table, grant.key),), lambda _: note)

    return record(command, write)


def _refuse_day(grant: Grant, last: PartialDate) -> None:
    if grant.start and last.last < grant.start.first:
        why = f"ngày {last.vi} trước ngày bắt đầu {grant.start.vi}"
        hint = "nếu ghi nhầm cả dòng thì hoàn tác: partyroll history, rồi partyroll undo SỐ"
        raise NotAnEnd(grant.number, why, hint)
    if grant.end and last.last > grant.end.last:
        why = f"đã hết hạn ngày {grant.end.vi}, lệnh này chỉ rút ngắn"
        hint = "kéo dài cần giấy mới: partyroll excuse add … bắt đầu từ ngày kế tiếp"
        raise NotAnEnd(grant.number, why, hint)
