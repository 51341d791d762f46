"""Whole documents: which tables stand on which sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from partyroll.messages import NOT_A_DECISION
from partyroll.model import Column, Document, Gap, Shape, Sheet, Table
from partyroll.report.lists import ListedPerson, evidence_table, gaps_table, review_tables
from partyroll.report.names import names_table, undated_table
from partyroll.report.summary import headline
from partyroll.report.term import TermReport

_STATISTICS = "Số liệu tổng hợp từ sổ đảng viên để tham khảo, không phải quyết định."


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What an office puts around a document: its names, footer, signers, properties."""

    organisation: tuple[str, ...] = ()
    footer: str = ""
    signatures: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)


_PLAIN = Letterhead()


def term_document(
    report: TermReport,
    *,
    provenance: Sheet,
    letterhead: Letterhead = _PLAIN,
) -> Document:
    """Return the term report as a workbook to be: figures, names behind them, sources."""
    title = "Báo cáo đảng viên giảm trong kỳ"
    reasons = _tables(report, "reasons_removed", "reasons_withdrew")
    people = _tables(report, "by_age", "by_tenure", "by_gender")
    sheets = (
        Sheet("Tổng hợp", title, _tables(report, "by_kind", "shares"), (headline(report),)),
        Sheet("Theo năm", "Giảm theo năm và hình thức", _tables(report, "by_kind_year")),
        Sheet("Theo đơn vị", "Giảm theo đơn vị", _tables(report, "by_unit")),
        Sheet("Lý do", "Lý do chính theo từng hình thức", reasons),
        Sheet("Tuổi, giới tính", "Tuổi, thời gian ở trong Đảng, giới tính", people),
        Sheet("Cần kiểm tra", "Số liệu cần kiểm tra lại", (_cautions(report),)),
        Sheet("Danh sách", "Người giảm trong kỳ", (names_table(report),)),
        Sheet("Chưa rõ ngày", "Trường hợp chưa rõ ngày", (undated_table(report),)),
        provenance,
    )
    return Document(
        title=title,
        subtitle=f"Từ {report.term.vi}",
        organisation=letterhead.organisation,
        sheets=tuple(sheet for sheet in sheets if _says_something(sheet)),
        footer=letterhead.footer,
        notice=_STATISTICS,
        signatures=letterhead.signatures,
        properties=letterhead.properties,
    )


def _tables(report: TermReport, *ids: str) -> tuple[Table, ...]:
    return tuple(report.table(table_id) for table_id in ids)


def _cautions(report: TermReport) -> Table:
    sentences = (*report.problems, *report.checks)
    return Table(
        id="cautions",
        title="Số liệu cần kiểm tra lại",
        columns=(
            Column("number", "STT", Shape.COUNT, 6),
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
) -> Document:
    """Return the lists for review as a workbook to be; `intro` holds the rule and settings.

    The list that matters most is there even when it is empty: nobody on it is an answer.
    """
    listed = tuple(people)
    first, *others = review_tables(listed)
    optional = (*others, evidence_table(listed), gaps_table(gaps))
    return Document(
        title="Danh sách đề nghị chi bộ xem xét",
        subtitle=subtitle,
        organisation=letterhead.organisation,
        sheets=(
            Sheet(first.title, "Danh sách đề nghị chi bộ xem xét", (first,), intro),
            *(
                Sheet(table.title, table.title, (table,), intro)
                for table in optional
                if table.rows
            ),
            provenance,
        ),
        footer=letterhead.footer,
        notice=NOT_A_DECISION,
        signatures=letterhead.signatures,
        properties=letterhead.properties,
    )
