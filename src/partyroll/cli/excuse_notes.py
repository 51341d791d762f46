"""`partyroll excuse list --noted`: the cells with a reason that nobody has judged."""

from datetime import date

from partyroll.cli.contracts.excuse import noted_envelope
from partyroll.cli.options import Common, knowledge
from partyroll.messages import GROUND
from partyroll.tasks.excusing.noted import NotedCell, noted
from partyroll.tasks.excusing.remarked import RosterRemark

_TITLES = ("Số", "Họ và tên", "Chi bộ", "Tháng", "Mục", "Lời ghi", "Ở đâu")
_MARK_ALONE = "có phép (không ghi lý do)"


def tell_notes(
    at: Common, as_of: date, unit: str, year: int | None, known_at: str, *, json: bool
) -> int:
    """Show the cells, under the numbers that `excuse accept` and `reject` take."""
    change = knowledge(at, known_at)
    found = noted(at.ledger, as_of, unit=unit, year=year, known_at=change)
    if json:
        from partyroll.write.json import to_json

        at.screen.raw(to_json(noted_envelope(found, at)))
        return 0
    # Nothing else shows these numbers, so that none may be left out.
    rows = [*map(_row, found.cells), *map(_remark_row, found.remarks)]
    at.screen.table(_TITLES, rows, limit=len(rows))
    how = ": partyroll excuse accept|reject SỐ --by AI" if rows else ""
    more = f", {len(found.remarks)} ghi chú trong danh sách" if found.remarks else ""
    at.screen.note(f"{len(found.cells)} lời ghi trong sổ{more} chưa ai xem xét{how}.")
    return 0


def _row(cell: NotedCell) -> tuple[str | int | None, ...]:
    return (
        cell.typed,
        cell.person.full_name,
        cell.unit,
        cell.month.vi,
        GROUND[cell.ground],
        cell.text or _MARK_ALONE,
        str(cell.source),
    )


def _remark_row(one: RosterRemark) -> tuple[str | int | None, ...]:
    return (
        one.typed,
        one.person.full_name,
        one.unit,
        str(one.year),
        "; ".join(meaning.meaning for meaning in one.meanings),
        one.person.note,
        str(one.person.source),
    )
