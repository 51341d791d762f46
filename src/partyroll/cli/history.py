"""`partyroll history`."""

import typer

from partyroll.cli.options import JsonOption, LedgerOption, QuietOption, clock_text, common
from partyroll.messages import CHANGE


def history(
    context: typer.Context,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Các lần ghi vào sổ, mới nhất ở trên.

    Mã kết thúc: 0 xong, 10 chưa có sổ.
    """
    from partyroll.tasks.keeping import ledger_history

    at = common(context, ledger, quiet=quiet)
    found = ledger_history(at.ledger)
    if json:
        from partyroll.cli.contracts.history import history_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(history_envelope(found, at)))
        return 0
    rows = [
        (
            record.number,
            clock_text(record.at),
            CHANGE.get(record.kind, record.kind),
            f"{record.note} (đã hoàn tác ở {record.undone_by})"
            if record.undone_by
            else record.note,
            record.hash[:10],
        )
        for record in found.changes
    ]
    at.screen.table(("Số", "Lúc", "Việc", "Ghi chú", "Mã"), rows)
    at.screen.note(f"{len(rows)} lần ghi. Mã sổ hiện nay: {found.head}")
    return 0
