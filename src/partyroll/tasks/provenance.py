"""What a paper rests on: files, changes."""

from collections.abc import Iterator
from datetime import date, datetime

from partyroll.report.provenance import LedgerChange, SourceFile
from partyroll.store.history import history
from partyroll.store.ledger import Ledger
from partyroll.store.sources import SourceUse, sources


def source_files(ledger: Ledger) -> tuple[SourceFile, ...]:
    """Return the files the ledger rests on, as a paper names them."""
    return tuple(_file(use) for use in sources(ledger))


def _file(use: SourceUse) -> SourceFile:
    return SourceFile(use.file_name, use.sha256, _day(use.at), use.change)


def ledger_changes(ledger: Ledger) -> Iterator[LedgerChange]:
    """Yield the changes a paper rests on, the newest first."""
    for record in history(ledger):
        if ledger.known_at is None or record.number <= ledger.known_at:
            undone = f" (đã hoàn tác ở {record.undone_by})" if record.undone_by else ""
            yield LedgerChange(
                record.number, record.kind, _day(record.at), record.note + undone
            )


def _day(at: str) -> date:
    return datetime.fromisoformat(at).date()
