"""What somebody typed of a reason or a paper, understood and checked before it is written."""

from dataclasses import dataclass
from datetime import date

from partyroll.model import ExcuseKind, Ground, PermissionKind, StayKind
from partyroll.period import PartialDate
from partyroll.rules.granting import LENGTHS, OPEN_ENDED
from partyroll.tasks.choosing import parse_date, parse_month
from partyroll.tasks.excusing.kinds import GROUNDS, KINDS, WORDS, Kind, kind_of
from partyroll.tasks.excusing.refusals import (
    BY,
    GROUND,
    HOST,
    SHARE,
    DayToCome,
    EndsBeforeBegins,
    Needs,
    NeedsDates,
    NotForThisKind,
    UnknownKind,
)

ABROAD = "Ngoài nước"


@dataclass(frozen=True, slots=True)
class Typed:
    """A reason, paper or temporary place as typed; empty = not given."""

    member: str
    kind: str = ""
    since: str = ""
    until: str = ""
    month: str = ""
    ground: str = ""
    by: str = ""
    on: str = ""
    paper: str = ""
    reason: str = ""
    host: str = ""
    share: int | None = None
    unit: str = ""
    lenient: bool = False  # a cell that says nothing of this kind is passed over


@dataclass(frozen=True, slots=True)
class Stated:
    """The same, understood; both days included, `end` None = open."""

    kind: Kind
    start: PartialDate
    end: PartialDate | None
    ground: Ground = Ground.MIXED
    by: str = ""
    on: PartialDate | None = None
    paper: str = ""
    reason: str = ""
    host: str = ""
    share: int | None = None


def understood(typed: Typed) -> Stated:
    """Return what was typed as facts; raises where a fact is missing or fits no rule."""
    kind = kind_of(typed.kind) if typed.kind else None
    if kind is None and typed.month and not typed.kind:
        kind = ExcuseKind.OTHER
    if kind is None:
        raise UnknownKind(typed.kind, tuple(WORDS[kind] for kind in KINDS))
    _refuse_what_does_not_fit(typed, kind)
    start, end = _period(typed, kind)
    return Stated(
        kind=kind,
        start=start,
        end=end,
        ground=GROUNDS[typed.ground or "all"],
        by=typed.by.strip(),
        on=parse_date(typed.on) if typed.on else None,
        paper=typed.paper.strip(),
        reason=typed.reason.strip(),
        host=typed.host.strip() or (ABROAD if kind is StayKind.ABROAD else ""),
        share=typed.share if kind is PermissionKind.REDUCED else None,
    )


def refuse_day_to_come(typed: str, today: date) -> None:
    """Raise `DayToCome` where something was decided on a day that has not come."""
    if typed and (on := parse_date(typed)).first > today:
        raise DayToCome(on.vi)


def _refuse_what_does_not_fit(typed: Typed, kind: Kind) -> None:
    excuse, stay = isinstance(kind, ExcuseKind), isinstance(kind, StayKind)
    reduced = kind is PermissionKind.REDUCED
    misplaced = {
        GROUND: typed.ground and not excuse,
        HOST: typed.host and not stay,
        SHARE: typed.share is not None and not reduced,
    }
    missing = {
        SHARE: reduced and typed.share is None,
        HOST: kind is StayKind.TEMP_TRANSFER and not typed.host.strip(),
        BY: typed.on
        and not typed.by.strip()
        and not typed.lenient,  # a judgement has somebody who made it
    }
    for option, wrong in misplaced.items():
        if wrong and not typed.lenient:
            raise NotForThisKind(option, WORDS[kind])
    for option, lacks in missing.items():
        if lacks:
            raise Needs(option)


def _period(typed: Typed, kind: Kind) -> tuple[PartialDate, PartialDate | None]:
    if typed.month:
        month = parse_month(typed.month)
        return PartialDate.of(month.first_day), PartialDate.of(month.last_day)
    if not typed.since:
        raise NeedsDates(WORDS[kind], may_be_open=kind in OPEN_ENDED)
    start = parse_date(typed.since)
    if not typed.until:
        if kind in OPEN_ENDED:
            return start, None
        raise _needs_end(kind, start.first)
    end = parse_date(typed.until)
    if end.last < start.first:
        raise EndsBeforeBegins(start.vi, end.vi)
    return start, end


def _needs_end(kind: Kind, start: date) -> NeedsDates:
    length = LENGTHS.get(kind)
    if length is None:
        return NeedsDates(WORDS[kind])
    return NeedsDates(WORDS[kind], longest=length.longest_end(start), rule=length.words)
