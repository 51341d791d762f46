"""The tables of a command in the order in which they need each other."""

from collections.abc import Iterable

from partyroll.read.facts import ExitRow, TableKind
from partyroll.tasks.recording.books import Books
from partyroll.tasks.recording.owners import Owners
from partyroll.tasks.recording.rosters import record_roster
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.recording.unit_lists import UnitLists
from partyroll.text import same_key

_COMMON = {TableKind.ROSTER, TableKind.DUES, TableKind.MEETINGS, TableKind.UNITS}
_COMMON |= {TableKind.DUES_TOTALS, TableKind.SKIPPED}


def record_tables(session: Session, works: Iterable[Work], *, whole: bool = True) -> None:
    """Record every table, rosters first: books join the people that rosters name.

    `whole`: the tables are all that their files hold; else a few rows that come later.
    """
    by_kind: dict[TableKind, list[Work]] = {}
    for work in works:
        by_kind.setdefault(work.table.kind, []).append(work)
    session.leaving |= _names_leaving(by_kind.get(TableKind.EXITS, []))
    units = UnitLists(session)
    for work in by_kind.get(TableKind.UNITS, []):
        units.record(work)
    for work in by_kind.get(TableKind.ROSTER, []):
        record_roster(work)
    owners = Owners(session)
    books = Books(session, owners)
    for work in (*by_kind.get(TableKind.DUES, ()), *by_kind.get(TableKind.MEETINGS, ())):
        books.record(work)
    if whole:
        books.finish()
    if not by_kind.keys() <= _COMMON:
        # Few files have other tables: what records them is a quarter of what an import loads.
        from partyroll.tasks.recording.others import record_others  # noqa: PLC0415 (see above)

        record_others(session, owners, by_kind)


def _names_leaving(works: Iterable[Work]) -> set[str]:
    return {
        same_key(row.full_name)
        for work in works
        for row in work.table.rows
        if isinstance(row, ExitRow)
    }
