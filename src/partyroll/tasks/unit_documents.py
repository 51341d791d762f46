"""The tree of units as a table and as a workbook."""

from partyroll.messages import UNIT_KIND
from partyroll.model import Column, Document, Shape, Sheet, Table, Unit
from partyroll.tasks.documents import Paper
from partyroll.tasks.unit_tree import UnitLine, UnitTree

# What became of a unit, as the rest of its sentence.
_FATE = {
    "MERGE": "sáp nhập vào {names}",
    "SPLIT": "chia thành {names}",
    "CONVERT": "chuyển thành {names}",
    "ABOLISH": "giải thể",
}
_COLUMNS = (
    Column("unit", "Tổ chức đảng", Shape.OUTLINE, 44),
    Column("level", "Cấp", Shape.ORDER, 6),
    Column("code", "Mã", Shape.ID, 20),
    Column("kind", "Loại", width=24),
    Column("own", "Đảng viên", Shape.COUNT, 11),
    Column("members", "Kể cả trực thuộc", Shape.COUNT, 12),
    Column("since", "Từ ngày", Shape.DATE, 12),
    Column("until", "Đến ngày", Shape.DATE, 12),
    Column("became", "Ghi chú", Shape.LONG_TEXT, 40),
    Column("unit_path", "Đường dẫn đơn vị", printed=False),
    Column("unit_id", "Mã trong sổ", Shape.ID, printed=False),
)


def tree_table(found: UnitTree) -> Table:
    """Return the tree as a table, a unit a row."""
    rows = tuple(
        (
            line.unit.name,
            len(line.path),
            line.unit.code or None,
            kind_words(line.unit),
            line.own,
            line.members,
            line.unit.since,
            line.unit.until,
            fate_words(line) or None,
            " › ".join(line.path),
            line.unit.unit_id,
        )
        for line in found.lines
    )
    return Table("units", "Tổ chức đảng", _COLUMNS, rows)


def tree_paper(found: UnitTree, paper: Paper) -> Document:
    """Return the tree as a workbook to be."""
    letterhead = paper.letterhead(f"Sổ {found.ledger_id} · lập {paper.today:%d/%m/%Y}")
    title = "Hệ thống tổ chức đảng"
    table = tree_table(found).without_empty(frozenset({"code", "since", "until", "became"}))
    return Document(
        title=title,
        subtitle=f"Tính đến ngày {found.as_of:%d/%m/%Y}",
        organisation=letterhead.organisation,
        sheets=(Sheet("Tổ chức đảng", title, (table,)),),
        footer=letterhead.footer,
        notice="Lập từ sổ đảng viên. Số đảng viên theo nơi sinh hoạt chính thức.",
        signatures=letterhead.signatures,
    )


def kind_words(unit: Unit) -> str:
    """Return what sort of unit it is, in words."""
    return UNIT_KIND.get(unit.kind, UNIT_KIND["OTHER"])


def fate_words(line: UnitLine) -> str:
    """Return what became of a unit: "sáp nhập vào Đảng bộ xã Mẫu từ 01/07/2025"."""
    if line.fate is None:
        return ""
    did = _FATE[line.fate.kind].format(names=", ".join(line.fate.names))
    paper = f" (số {line.fate.decision_no})" if line.fate.decision_no else ""
    return f"{did} từ {line.fate.on:%d/%m/%Y}{paper}"
