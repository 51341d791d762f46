"""The people behind the figures."""

from collections.abc import Iterable

from partyroll.messages import REASON
from partyroll.model import CellValue, Column, ExitRecord, Shape, Table
from partyroll.report.counting import kind_title
from partyroll.report.opening import OpenedCell
from partyroll.report.term import TermReport
from partyroll.text import same_key

_COLUMNS = (
    Column("number", "STT", Shape.ORDER, 6),
    Column("full_name", "Họ và tên", width=26),
    Column("birth_date", "Ngày, năm sinh", Shape.DATE, 12),
    Column("unit", "Đơn vị", width=44),
    Column("kind", "Hình thức", width=18),
    Column("counted_on", "Ngày tính", Shape.DATE, 12),
    Column("counted_by", "Tính theo", width=12),
    Column("decision_no", "Số quyết định", Shape.ID, 16),
    Column("reasons", "Lý do", Shape.LONG_TEXT, 60),
    Column("source", "Nguồn", Shape.LONG_TEXT, 44, on_paper=False),
    Column("person_id", "Mã người", Shape.ID, printed=False),
    Column("kind_code", "Mã hình thức", printed=False),
    Column("reason_codes", "Mã lý do", printed=False),
    Column("unit_path", "Đường dẫn đơn vị", printed=False),
)

_BEHIND_COLUMNS = (
    Column("number", "STT", Shape.ORDER, 6),
    Column("table", "Bảng", width=30),
    Column("row", "Dòng", width=30),
    Column("column", "Cột", width=14),
    Column("full_name", "Họ và tên", width=26),
    Column("birth_date", "Ngày, năm sinh", Shape.DATE, 12),
    Column("unit", "Đơn vị", width=44),
    Column("kind", "Hình thức", width=18),
    Column("counted_on", "Ngày tính", Shape.DATE, 12),
    Column("reason", "Lý do chính", width=34),
    Column("person_id", "Mã người", Shape.ID, printed=False),
)


def listed_table(table_id: str, title: str, exits: Iterable[ExitRecord]) -> Table:
    """Return exits in the order given, one row each."""
    return Table(id=table_id, title=title, columns=_COLUMNS, rows=_rows(exits))


def behind_table(table_id: str, title: str, rows: Iterable[tuple[CellValue, ...]]) -> Table:
    """Return rows of people, each under the table, the row and the column that counts them."""
    return Table(id=table_id, title=title, columns=_BEHIND_COLUMNS, rows=tuple(rows))


def behind_row(record: ExitRecord) -> tuple[CellValue, ...]:
    """Return an exit in one line: its papers stand in the full list."""
    return (
        record.full_name,
        record.birth_date,
        _unit(record),
        kind_title(record.kind),
        record.counted_on,
        REASON[record.reasons[0]] if record.reasons else "",
        record.person_id,
    )


def opened_table(opened: OpenedCell) -> Table:
    """Return the exits behind one number, one row each."""
    return listed_table("opened", opened.words, opened.exits)


def names_table(report: TermReport) -> Table:
    """Return the counted exits, one row each, by unit and name."""
    return listed_table("names", "Danh sách đảng viên giảm trong kỳ", report.names)


def undated_table(report: TermReport) -> Table:
    """Return the exits outside all totals because nobody can place them in the term."""
    title = "Trường hợp chưa rõ ngày, không tính vào tổng số"
    return listed_table("undated", title, report.undated)


def _rows(exits: Iterable[ExitRecord]) -> tuple[tuple[CellValue, ...], ...]:
    return tuple(
        (
            number,
            record.full_name,
            record.birth_date,
            _unit(record),
            kind_title(record.kind),
            record.counted_on,
            _counted_by(record),
            record.decision_no,
            _reasons(record),
            str(record.source),
            record.person_id,
            record.kind.value,
            " ".join(record.reasons),
            " › ".join(record.unit_path),
        )
        for number, record in enumerate(exits, start=1)
    )


def _unit(record: ExitRecord) -> str:
    """Return the cell and what it belongs to: every commune has a "Chi bộ thôn 1"."""
    return ", ".join(reversed(record.unit_path[-2:]))


def _counted_by(record: ExitRecord) -> str:
    if record.decision_date:
        return "Quyết định"
    return "Sự việc" if record.event_date else ""


def _reasons(record: ExitRecord) -> str:
    codes = "; ".join(REASON[reason] for reason in record.reasons)
    said = same_key(record.reason_text)
    return f"{codes} ({record.reason_text})" if said not in {"", same_key(codes)} else codes
