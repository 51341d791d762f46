"""The working page: everything that needs doing about a person or a unit, in one line."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from partyroll.model import Entry, Matter, MatterKind, Register
from partyroll.store.ledger import Ledger
from partyroll.tasks.registers.every import EVERY
from partyroll.tasks.registers.looking import Look, RegisterSource

_REGISTER = Register(
    "today",
    "Việc cần làm",
    "viec-hom-nay",
    (),
    "Không có việc nào cần làm. Sổ còn trống thì nhập: danh sách đảng viên, sổ đảng phí, sổ"
    " sinh hoạt, đi làm ăn xa, xếp loại, nguồn kết nạp (mẫu: partyroll template).",
    subject="Đảng viên, tổ chức",
    by_clock=True,
)


def _entries(ledger: Ledger, look: Look) -> Iterator[Entry]:
    found: dict[str, list[Entry]] = {}
    for source in EVERY:
        for entry in source.entries(ledger, look):
            if entry.matters:
                found.setdefault(entry.subject_id, []).append(entry)
    for entries in found.values():
        yield joined(entries)


def joined(entries: Iterable[Entry]) -> Entry:
    """Return one line with all matters of a subject; the same one from two registers once."""
    first, *others = entries
    matters: dict[tuple[MatterKind, str], Matter] = {}
    for entry in (first, *others):
        for matter in entry.matters:
            matters.setdefault((matter.kind, matter.about), matter)
    return replace(first, values={}, matters=tuple(matters.values()))


SOURCE = RegisterSource(_REGISTER, _entries)
