"""`partyroll excuse list --noted`: the cells with a reason that nobody has judged."""

from datetime import date

from partyroll.cli.contracts.excuse import noted_envelope
from partyroll.cli.options import Common, knowledge
from partyroll.messages import GROUND
from partyroll.tasks.excusing.noted import NotedCell, noted

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
    at.screen.table(_TITLES, [_row(cell) for cell in found.cells], limit=len(found.cells))
    how = ": partyroll excuse accept|reject SỐ --by AI" if found.cells else ""
    at.screen.note(f"{len(found.cells)} lời ghi trong sổ chưa ai xem xét{how}.")
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
