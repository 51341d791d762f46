"""A roster remark that somebody is elsewhere, exempt, excused or gone, told with its cure."""

from collections.abc import Iterator

from partyroll.model import ExitKind, Status
from partyroll.read.cells import Cells
from partyroll.read.facts import RosterRow
from partyroll.standing_remarks import StandingRemark, standing_remarks

_EXITS = frozenset(Status(kind) for kind in ExitKind)


def tell_remark(cells: Cells, row: RosterRow) -> None:
    """Say what of the row's remark no other column of the row states."""
    where = "note" if cells.text("note") or not cells.has("status") else "status"
    for remark in unstated(row):
        cells.say(where, "remark_without_paper", clue=f"{remark.meaning}: {remark.cure}")


def unstated(row: RosterRow) -> Iterator[StandingRemark]:
    """Yield what the row's remark says and no other column of the row states."""
    if not row.note or row.status in _EXITS:
        return
    stated = set()
    if row.exempt_activity:
        stated.add("EXEMPT_ACTIVITY")
    if row.status is Status.SUSPENDED:
        stated.add("SUSPENDED")
    yield from (one for one in standing_remarks(row.note) if one.kind not in stated)
