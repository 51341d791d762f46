"""The sheet "Nguồn": what the figures rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from partyroll.model import Column, Shape, Sheet, Table


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A workbook that facts of the report came from."""

    name: str
    sha256: str = ""
    imported_on: date | None = None
    change: int | None = None


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """A change of the ledger that the report rests on."""

    number: int
    kind: str
    made_on: date | None = None
    note: str = ""


def provenance_sheet(
    files: Iterable[SourceFile],
    changes: Iterable[LedgerChange],
    settings: Mapping[str, str],
    period: Mapping[str, str],
) -> Sheet:
    """Return the sheet with files, changes, settings and the exact days of the period.

    Keys of `settings` and `period` are printed as they are: "Từ ngày" → "01/01/2020".
    """
    return Sheet(
        name="Nguồn",
        title="Nguồn số liệu và cách tính",
        tables=(
            _pairs("period", "Kỳ báo cáo", period),
            _pairs("settings", "Thiết lập", settings),
            _files(files),
            _changes(changes),
        ),
    )


def _pairs(table_id: str, title: str, pairs: Mapping[str, str]) -> Table:
    return Table(
        id=table_id,
        title=title,
        columns=(
            Column("name", "Mục", width=44),
            Column("value", "Giá trị", Shape.LONG_TEXT, 52),
        ),
        rows=tuple(pairs.items()),
    )


def _files(files: Iterable[SourceFile]) -> Table:
    return Table(
        id="files",
        title="Tệp đã nhập",
        columns=(
            Column("file", "Tệp", Shape.LONG_TEXT, 44),
            Column("sha256", "Mã kiểm tra (SHA-256)", Shape.LONG_TEXT, 52),
            Column("imported_on", "Ngày nhập", Shape.DATE, 14),
            Column("change", "Lần ghi sổ", Shape.COUNT, 12),
        ),
        rows=tuple((f.name, f.sha256, f.imported_on, f.change) for f in files),
    )


def _changes(changes: Iterable[LedgerChange]) -> Table:
    return Table(
        id="changes",
        title="Các lần ghi sổ",
        columns=(
            Column("kind", "Việc", Shape.LONG_TEXT, 44),
            Column("note", "Ghi chú", Shape.LONG_TEXT, 52),
            Column("made_on", "Ngày", Shape.DATE, 14),
            Column("number", "Lần ghi sổ", Shape.COUNT, 12),
        ),
        rows=tuple((c.kind, c.note, c.made_on, c.number) for c in changes),
    )
