"""Whole documents: which tables stand on which sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from partyroll.messages import LIST_ID, NOT_A_DECISION, OUTCOME
from partyroll.model import Column, Document, Gap, Returning, Shape, Sheet, Table
from partyroll.report.contents import with_contents
from partyroll.report.header import term_line
from partyroll.report.lists import (
    CONCLUSIONS,
    REASONS,
    ListedPerson,
    evidence_table,
    gaps_table,
    review_tables,
)
from partyroll.report.name_lists import with_names
from partyroll.report.names import opened_table
from partyroll.report.opening import OpenedCell
from partyroll.report.prose import cautions, summary_sentences
from partyroll.report.reading import without_blank_columns, without_commands
from partyroll.report.term import TermReport
from partyroll.report.top_units import top_units
from partyroll.text import thousands

_WORK_TABLES = ("by_occupation", "by_schooling", "by_education", "by_theory")
_REVIEW = "Danh sách đề nghị chi bộ xem xét"
_ADVICE = (
    "Chỉ ghi vào các ô màu vàng, rồi nhập lại chính tệp này: partyroll import. Để trống là chưa"
    " trả lời; chữ dài bị khuất thì kéo cao dòng. Muốn sắp xếp hay sửa ô khác: Review (Xem"
    " lại) ▸ Unprotect Sheet (Bỏ bảo vệ trang tính), không có mật khẩu."
)
# What is known of those who left; a table of which the ledger says nothing is not there.
_PEOPLE_SHEETS = (
    ("Mọi lý do", "Lý do, theo hình thức giảm", ("by_reason", "by_mention")),
    ("Tuổi Đảng, giới tính", "Thời gian ở trong Đảng, giới tính", ("by_tenure", "by_gender")),
    ("Chính thức, dự bị", "Tuổi Đảng, chính thức và dự bị", ("by_party_age", "by_official")),
    ("Nghề nghiệp, trình độ", "Nghề nghiệp và trình độ", _WORK_TABLES),
    ("Dân tộc, tôn giáo", "Dân tộc và tôn giáo", ("by_ethnicity", "by_religion")),
    ("Loại hình chi bộ", "Loại hình chi bộ", ("by_cell_type",)),
)
_SHEETS = {
    "review_inferred": "Chỉ khi ô trống là chưa đóng",
    "silenced": "Đã xem xét, không xử lý",
}
_NUMBER = Column("number", "STT", Shape.ORDER, 6)
# Of nearly twenty columns those in which nothing stands make the others too small to read.
_WIDE = ("admissions", "flow")
_DOUBTFUL = "Số liệu cần kiểm tra lại"
_BESIDE = {
    "Xếp theo tỷ lệ": "units_ranked",
    "So với kỳ trước": "comparison",
    "Kết nạp và giảm": "admissions",
    "Đã báo cáo, có tên": "declared_listed",
    "Biến động": "flow",
    "Người làm lệch": "flow_breaks",
    "Đã giúp gì": "measures",
    "Đã giúp, theo đơn vị": "measures_by_unit",
    "Trước và sau": "effect",
}
_OPENS = "Bấm vào một số màu xanh trong các bảng để đến danh sách những người mà số đó đếm."
_STATISTICS = "Số liệu tổng hợp từ sổ đảng viên để tham khảo, không phải quyết định."


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What an office puts around a document: its names, footer, signers, properties."""

    organisation: tuple[str, ...] = ()
    footer: str = ""
    signatures: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    confidentiality: str = ""


_PLAIN = Letterhead()


def term_document(
    report: TermReport,
    *,
    provenance: Sheet,
    letterhead: Letterhead = _PLAIN,
    unit: str = "",
) -> Document:
    """Return the term report as a workbook to be: figures, names behind them, sources.

    `unit` is that of which the report is, if not of all.
    """
    title = "Báo cáo đảng viên giảm trong kỳ"
    named = with_names(report, (*report.tables, top_units(report.table("by_unit"))))
    shown = {
        table_id: without_blank_columns(table) if table_id in _WIDE else table
        for table_id, table in named.tables.items()
    }
    asked = (
        Sheet(name, title, tuple(shown[one] for one in tables if one in shown))
        for name, title, tables in _PEOPLE_SHEETS
    )
    sheets = (
        Sheet(
            "Tổng hợp",
            title,
            (shown["by_kind"],),
            (*summary_sentences(report, unit), *[_OPENS] * (not report.published)),
            together=True,
        ),
        _sheet("Theo năm", shown["by_kind_year"]),
        _sheet("Đơn vị nhiều nhất", shown["top_units"]),
        _sheet("Theo đơn vị", shown["by_unit"]),
        _sheet("Lý do xóa tên", shown["reasons_removed"]),
        _sheet("Lý do xin ra", shown["reasons_withdrew"]),
        _sheet("Độ tuổi", shown["by_age"]),
        *asked,
        _sheet("Tỷ lệ", shown["shares"]),
        *(
            _sheet(name, table)
            for name, table_id in _BESIDE.items()
            for table in shown.values()
            if table.id == table_id
        ),
        Sheet("Cần kiểm tra", _DOUBTFUL, _doubtful(report, shown)),
        provenance,
        # Last, for they are long: whoever prints the figures stops before them.
        *named.sheets,
    )
    return Document(
        title=title,
        subtitle=term_line(report.term),
        organisation=letterhead.organisation,
        sheets=with_contents([sheet for sheet in sheets if _says_something(sheet)]),
        footer=letterhead.footer,
        notice=_STATISTICS,
        signatures=letterhead.signatures,
        properties=letterhead.properties,
        confidentiality=letterhead.confidentiality,
    )


def opened_document(
    opened: OpenedCell,
    *,
    subtitle: str,
    provenance: Sheet,
    letterhead: Letterhead = _PLAIN,
) -> Document:
    """Return the people behind one number as a workbook to be."""
    table = opened_table(opened)
    return Document(
        title="Danh sách đảng viên giảm trong kỳ",
        subtitle=subtitle,
        organisation=letterhead.organisation,
        sheets=(Sheet("Danh sách", table.title, (table,)), provenance),
        footer=letterhead.footer,
        notice=f"Những người đứng sau số {thousands(len(table.rows))} ở ô {opened.address}.",
        signatures=letterhead.signatures,
        properties=letterhead.properties,
        confidentiality=letterhead.confidentiality,
    )


def _sheet(name: str, table: Table) -> Sheet:
    return Sheet(name, table.title, (table,))


def _doubtful(report: TermReport, shown: Mapping[str, Table]) -> tuple[Table, ...]:
    """Return every doubt in words, and those that are about listed people by sort."""
    doubts = _numbered(without_commands(shown["doubts"]))
    return tuple(table for table in (cautions_table(report), doubts) if table.rows)


def _numbered(table: Table) -> Table:
    """Return the table with numbers before its rows, as the table above it has them."""
    rows = ((number, *row) for number, row in enumerate(table.rows, start=1))
    return replace(table, columns=(_NUMBER, *table.columns), rows=tuple(rows))


def cautions_table(report: TermReport) -> Table:
    """Return what is missing or doubtful, a row each."""
    sentences = cautions(report)
    return Table(
        id="cautions",
        title=_DOUBTFUL,
        columns=(
            _NUMBER,
            Column("text", "Nội dung", Shape.LONG_TEXT, 110),
        ),
        rows=tuple(enumerate(sentences, start=1)),
    )


def _says_something(sheet: Sheet) -> bool:
    return any(table.rows for table in sheet.tables)


def review_document(
    people: Iterable[ListedPerson],
    gaps: Iterable[Gap],
    *,
    subtitle: str,
    provenance: Sheet,
    intro: tuple[str, ...] = (),
    letterhead: Letterhead = _PLAIN,
    list_id: str = "",
) -> Document:
    """Return the lists for review as a workbook to be; `intro` holds the rule and settings.

    The list that matters most is there even when it is empty: nobody on it is an answer.  A
    list that went out has a `list_id`, by which its answers come back.
    """
    listed = tuple(people)
    first, *others = review_tables(listed, list_id)
    optional = (*others, evidence_table(listed), gaps_table(gaps))
    return Document(
        title=_REVIEW,
        subtitle=subtitle,
        organisation=letterhead.organisation,
        sheets=(
            Sheet(first.title, _REVIEW, (first,), intro),
            *(
                Sheet(_SHEETS.get(table.id, table.title), table.title, (table,), intro)
                for table in optional
                if table.rows
            ),
            provenance,
        ),
        footer=letterhead.footer,
        notice=NOT_A_DECISION,
        signatures=letterhead.signatures,
        properties=letterhead.properties,
        confidentiality=letterhead.confidentiality,
        returning=_returning(list_id) if list_id else None,
    )


def _returning(list_id: str) -> Returning:
    return Returning(
        mark=(LIST_ID, list_id),
        advice=_ADVICE,
        choices=(REASONS, CONCLUSIONS),
        stands_out=(OUTCOME["PROPOSE_REMOVAL"],),
    )
